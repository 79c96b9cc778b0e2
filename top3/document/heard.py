"""A text made ready, once, to look for many values in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from top3.case.naming import is_like_a_name
from top3.document import numbers
from top3.document.lookalikes import latin
from top3.document.spelling import sound
from top3.document.squeeze import TEXTS

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:[-\u2010-\u2015'\u2019][^\W_]+)+")
_SPELLED = re.compile(
    r"(?<![^\W_])[^\W\d_](?:(?:[\s._/\-\u2010-\u2015]|\. )[^\W\d_](?![^\W_])){2,}"
)
"""A word of which each letter stands apart: E d e, E.d.e."""
_INSIDE = re.compile(r"(?<=[\w,;])\s([^\W_]+)")
_LETTERS_FOR = (str.maketrans("0134578", "oieastb"), str.maketrans("0134578", "oleastb"))
"""What a digit looks like: people write H00rn and Z4ndst33n."""


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
        return frozenset(self.each) | {word.casefold() for word in self._otherwise}

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that are written with a capital."""
        found = (*_WORD.findall(self.text), *self._otherwise)
        return frozenset(word.casefold() for word in found if is_like_a_name(word))

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words with a capital that do not begin a sentence."""
        found = (word for word in _INSIDE.findall(self.text) if is_like_a_name(word))
        return frozenset(word.casefold() for word in found)

    @cached_property
    def sounds(self) -> frozenset[str]:
        """How its words sound."""
        return frozenset(map(sound, self.words))

    @cached_property
    def named_sounds(self) -> frozenset[str]:
        """How the words that are written with a capital sound."""
        return frozenset(map(sound, self.names))

    @cached_property
    def _otherwise(self) -> tuple[str, ...]:
        """Words with a dash inside, with digits for letters, or of which each letter is apart."""
        return (*_without_dash(self.text), *_with_digits(self.text), *_spelled(self.text))

    @cached_property
    def squeezed(self) -> str:
        """All its letters and digits, without what stands between."""
        return "".join(self.each)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where in `squeezed` each word begins, and where the last one ends."""
        return tuple(accumulate(map(len, self.each), initial=0))

    @cached_property
    def _edges(self) -> frozenset[int]:
        return frozenset(self._starts)

    @cached_property
    def _capitals(self) -> tuple[bool, ...]:
        """Of each word, whether it is written with a capital."""
        return tuple(word[0].isupper() for word in _WORD.findall(self.text))

    def holds(self, run: str) -> bool:
        """Tell whether `run` is some whole words of the text, run together."""
        at = self.squeezed.find(run)
        while at >= 0:
            if {at, at + len(run)} <= self._edges:
                return True
            at = self.squeezed.find(run, at + 1)
        return False

    def spells(self, name: str, *, as_name: bool = False) -> bool:
        """Tell whether `name` is part of a word of the text, or is written in pieces.

        Pieces begin where a word does; `as_name`: with a capital, for "haar fijn" is no name.
        """
        at = self.squeezed.find(name)
        while at >= 0:
            word = bisect_right(self._starts, at) - 1
            if at + len(name) <= self._starts[word + 1]:
                return True
            if at == self._starts[word] and (self._capitals[word] or not as_name):
                return True
            at = self.squeezed.find(name, at + 1)
        return False

    @cached_property
    def in_digits(self) -> "Heard":
        """The same with its numerals in digits: "nul zes" is "0 6"."""
        return Heard(numbers.in_digits(numbers.figures(self.text).casefold()))

    @cached_property
    def runs(self) -> frozenset[str]:
        """Every run of digits, also of those said in words."""
        return numbers.runs(self.text) | numbers.runs(self.in_digits.text)

    @cached_property
    def digits(self) -> tuple[str, str]:
        """All its digits, whatever stands between; and with those said in words."""
        return numbers.only_digits(self.text), numbers.only_digits(self.in_digits.text)

    @cached_property
    def begins(self) -> frozenset[str]:
        """Digits with which a number is said to begin."""
        return numbers.begins(self.in_digits.text)

    @cached_property
    def ends(self) -> frozenset[str]:
        """Digits with which a number is said to end."""
        return numbers.ends(self.in_digits.text)

    @cached_property
    def doors(self) -> frozenset[str]:
        """House numbers that are called so."""
        return numbers.doors(self.in_digits.text)


def _without_dash(text: str) -> Iterator[str]:
    for run in _JOINED.findall(text):
        yield "".join(_WORD.findall(run))


def _with_digits(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if not word.isalpha() and not word.isdigit():
            yield from (word.translate(table) for table in _LETTERS_FOR)


def _spelled(text: str) -> Iterator[str]:
    """Each as a name, for nobody spells an ordinary word; "u" may stand before or behind it."""
    for run in _SPELLED.findall(text):
        word = "".join(_WORD.findall(run))
        yield from (part.capitalize() for part in (word, word[1:], word[:-1]) if len(part) > 2)


@lru_cache(TEXTS)
def listen(text: str) -> Heard:
    """Make a text ready."""
    return Heard(latin(text))
