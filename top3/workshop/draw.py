"""Draws from what there is, the same for the same seed on every machine."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

from top3.workshop.speech import Parts, parts_of, say

T = TypeVar("T")


class Draw:
    """A source of chances. `seed` is text, so that no hash of the machine plays a part."""

    def __init__(self, seed: str) -> None:
        self._seed, self._random = seed, random.Random(seed)  # noqa: S311

    def at(self, *place: object) -> "Draw":
        """A source of its own for one place, whatever was drawn for the others.

        So a family that is told again some months later says the same of what did not change.
        """
        return Draw(" ".join([self._seed, *(str(part) for part in place)]))

    def chance(self, share: float) -> bool:
        """Tell whether something that holds in `share` of the cases holds now."""
        return self.share() < share

    def share(self) -> float:
        """Draw a share of 1."""
        return self._random.random()

    def number(self, low: int, high: int) -> int:
        """Draw a whole number, both ends included."""
        return self._random.randint(low, high)

    def one(self, items: Sequence[T]) -> T:
        """Draw one."""
        return items[self._random.randrange(len(items))]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Draw `count` different ones, or all when there are fewer; in drawn order."""
        return self._random.sample(list(items), min(count, len(items)))

    def weighted(self, weights: Mapping[T, float]) -> T:
        """Draw a key by its weight."""
        return self._random.choices(list(weights), list(weights.values()))[0]

    def before(self, day: date, low: int, high: int) -> date:
        """Draw a day `low` to `high` days before `day`."""
        return day - timedelta(days=self.number(low, high))

    def said(self, sentences: Sequence[str], parts: Parts) -> str:
        """Draw a sentence whose parts are all played, and fill it; empty when there is none."""
        fitting = [one for one in sentences if parts_of(one) <= set(parts)]
        return say(self.one(fitting), parts) if fitting else ""
