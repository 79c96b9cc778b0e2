"""Plants mistakes in a clean family, and proves it: exactly these findings, and no others."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import islice

from top3.case.finding import Finding
from top3.workshop.data import PRIORITIES, Data
from top3.workshop.draw import Draw
from top3.workshop.family import Wish, fitting_profiles
from top3.workshop.mistakes import ALL
from top3.workshop.mistakes.mistake import Mistake, Needs, Scene
from top3.workshop.told import Told, tell_first

TRIES = 60
"""Families that are drawn before we say that these mistakes don't go together."""

SETS = 200
"""Sets of mistakes that are drawn before we say that so many don't fit one family."""

_APART = 1_000_003
"""Between the seeds of one order and those of the next try."""

Accept = Callable[[Told], bool]


class CantPlant(Exception):
    """No family was found that holds exactly these mistakes. `codes`: what was asked for."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__(", ".join(codes))
        self.codes = tuple(codes)


class TooMany(Exception):
    """No family was found that holds so many mistakes."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A clean family, the same one with mistakes, and how they were made."""

    clean: Told
    told: Told
    mistakes: tuple[Mistake, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the check finds in the file with mistakes."""
        return self.told.exam.findings


def codes() -> tuple[str, ...]:
    """The codes of all rules that a mistake can break."""
    return tuple(sorted(ALL))


def plant(wish: Wish, wanted: Sequence[str]) -> Planted:
    """Invent a family with exactly one breach of each rule in `wanted`. Raises CantPlant."""
    for attempt in range(TRIES):
        draw = Draw(f"mistakes {wish.seed} {attempt} {' '.join(wanted)}")
        ways = [draw.one(ALL[code]) for code in wanted]
        if planted := _plant(wish, ways, attempt, draw, lambda clean: True):
            return planted
    raise CantPlant(wanted)


def plant_some(wish: Wish, count: int, level: str, accept: Accept = lambda clean: True) -> Planted:
    """Invent a family with `count` breaches that go together, of different rules.

    `level`: for starters the plain ones alone; `accept`: what the clean family must be. Raises
    TooMany.
    """
    for attempt in range(SETS):
        draw = Draw(f"some {wish.seed} {attempt}")
        ways = [*islice(_going_together(wish, level, draw), count)]
        if len(ways) < count:
            continue
        ways.sort(key=lambda way: way.code)
        if planted := _plant(wish, ways, attempt, draw, accept):
            return planted
    raise TooMany


def _going_together(wish: Wish, level: str, draw: Draw) -> Iterator[Mistake]:
    """Draw ways to break different rules that one family can need, one after the other."""
    met = Needs()
    for code in draw.some(codes(), len(ALL)):
        ways = [way for way in ALL[code] if level != "start" or way.level == "start"]
        for way in draw.some(ways, len(ways)):
            both = met.and_also(way.needs)
            if _narrowed(wish, both, draw.at(code)):
                met = both
                yield way
                break


def renumbered(data: Data) -> Data:
    """Number agreements and secrets anew: a gap or a number out of place gives a mistake away."""
    agreements = [
        agreement
        for key in PRIORITIES.values()
        for item in data[key]
        for agreement in item["agreements"]
    ]
    for letter, items in (("a", agreements), ("x", data["secrets"])):
        for number, item in enumerate(items, 1):
            item["id"] = f"{letter}{number}"
    return data


def _narrowed(wish: Wish, needs: Needs, draw: Draw) -> Wish | None:
    """Narrow a wish to families in which these mistakes can be made; None where it can't be."""
    known = fitting_profiles(wish)
    asked = sorted(needs.phases & ({wish.phase} if wish.phase else {*PRIORITIES}))
    playing = {p: {*fitting_profiles(replace(wish, phase=p))} & needs.profiles for p in asked}
    phases = [phase for phase in asked if playing[phase]]
    profiles = {
        kind: weight
        for kind, weight in known.items()
        if all(kind in playing[phase] for phase in phases)
    }
    lacks_child = (
        wish.ages is not None
        and needs.eldest is not None
        and max(wish.ages, default=-1) < needs.eldest
    )
    if not profiles or not phases or lacks_child:
        return None
    is_any_profile, is_any_phase = profiles == known, len(phases) == len(PRIORITIES)
    return replace(
        wish,
        profile=wish.profile if is_any_profile else draw.weighted(profiles),
        phase=wish.phase if is_any_phase else draw.one(phases),
        eldest=needs.eldest,
        has_barring_order=needs.has_barring_order or None,
    )


def _plant(
    wish: Wish, ways: Sequence[Mistake], attempt: int, draw: Draw, accept: Accept
) -> Planted | None:
    needs = Needs()
    for way in ways:
        needs = needs.and_also(way.needs)
    asked = _narrowed(replace(wish, seed=wish.seed + attempt * _APART), needs, draw.at("wish"))
    clean = asked and tell_first(asked)
    if not clean or not accept(clean):
        return None
    told = replace(clean, data=deepcopy(clean.data))
    scene = Scene(told.family, told.data, draw)
    if not all(way.change(scene) for way in ways):
        return None
    told = replace(told, data=renumbered(told.data))
    if told.drafted is None:
        return None
    found = [finding.code for finding in told.drafted.findings if not finding.answered]
    if sorted(found) != sorted(way.code for way in ways) or not clean.is_clean:
        return None
    return Planted(clean, told, tuple(ways))
