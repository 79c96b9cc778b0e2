"""A text made ready, once, to look for many values in it."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from top3.case.naming import is_like_a_name
from top3.document import numbers
from top3.document.lookalikes import latin
from top3.document.squeeze import TEXTS

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Heard:
    """`text` is what somebody wrote, in Latin letters: make it with `listen`."""

    text: str

    @cached_property
    def each(self) -> tuple[str, ...]:
        """Its words in order, in lower case."""
        return tuple(_WORD.findall(self.text.casefold()))

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words."""
        return frozenset(self.each)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that are written with a capital."""
        return frozenset(w.casefold() for w in _WORD.findall(self.text) if is_like_a_name(w))

    @cached_property
    def squeezed(self) -> str:
        """All its letters and digits, without what stands between."""
        return "".join(self.each)

    @cached_property
    def _edges(self) -> frozenset[int]:
        """Where in `squeezed` a word begins, and where the last one ends."""
        return frozenset(accumulate(map(len, self.each), initial=0))

    def holds(self, run: str) -> bool:
        """Tell whether `run` is some whole words of the text, run together."""
        at = self.squeezed.find(run)
        while at >= 0:
            if {at, at + len(run)} <= self._edges:
                return True
            at = self.squeezed.find(run, at + 1)
        return False

    @cached_property
    def in_digits(self) -> "Heard":
        """The same with its numerals in digits: "nul zes" is "0 6"."""
        return Heard(numbers.in_digits(self.text.casefold()))

    @cached_property
    def runs(self) -> frozenset[str]:
        """Every run of digits, also of those said in words."""
        return numbers.runs(self.text) | numbers.runs(self.in_digits.text)

    @cached_property
    def digits(self) -> tuple[str, str]:
        """All its digits, whatever stands between; and with those said in words."""
        return numbers.only_digits(self.text), numbers.only_digits(self.in_digits.text)


@lru_cache(TEXTS)
def listen(text: str) -> Heard:
    """Make a text ready."""
    return Heard(latin(text))
