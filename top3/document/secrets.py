"""Recognises a confidential value in free text, also when it is written another way.

Why: people retype an address with another space, say a phone number in words and make slips of
the pen. What is measured, and how well it does, stands in `tests/document/free_text.toml`. It
misses some, so a person reads every copy before it is handed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from top3.case.naming import is_like_a_name
from top3.case.plan import Secret
from top3.case.vocabulary import SecretKind
from top3.document import numbers
from top3.document.heard import Heard, listen
from top3.document.lookalikes import latin
from top3.document.spelling import abbreviated, aliases, derived, listed, slips
from top3.document.squeeze import squeezed_words

_HOUSES = frozenset({None, SecretKind.ADDRESS, SecretKind.SHELTER, SecretKind.PLACE})
"""Kinds with a place in them; what was given no kind may be an address."""
_SERVICES = frozenset({SecretKind.SHELTER, SecretKind.SCHOOL, SecretKind.WORK, SecretKind.DOCTOR})
"""Kinds that are called by a name, often of ordinary words."""
_NAMING = _HOUSES | _SERVICES
_WHOLE_FROM = 4
_WORD_FROM = 4
_NAME_FROM = 3
_INSIDE_FROM = 6
_SLIP_FROM, _SURE_FROM = 5, 7
"""From so many letters on a slip is seen; the shorter ones only with a capital."""
_LONG_NAME = 3
_RUN = 5
_YEARS = re.compile(r"(?:19|20)\d\d")
_PIECE = re.compile(r"[^,;\n]+")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d{1,4}[a-z]?")


class Match(IntEnum):
    """How much of a value stands in a text. A part may be something else; the whole may not."""

    NONE = 0
    PART = 1
    WHOLE = 2


@dataclass(frozen=True, slots=True)
class Name:
    """One telling word of a value, and its other spellings.

    `capital`: it may be an ordinary word too, so it must be written as a name is.
    """

    word: str
    capital: bool
    is_common: bool
    forms: frozenset[str]
    slips: frozenset[str]

    def is_in(self, said: Heard) -> bool:
        """Tell whether a text holds the word, a form of it, or the word with a slip."""
        found = said.names if self.capital else said.words
        if self.word in found or not self.forms.isdisjoint(found):
            return True
        if self.is_common:
            return False
        if len(self.word) >= _INSIDE_FROM and self.word in said.squeezed:
            return True
        return not self.slips.isdisjoint(said.words if len(self.word) >= _SURE_FROM else said.names)


@dataclass(frozen=True, slots=True)
class Sought:
    """A confidential value made ready, once, to be looked for in many texts."""

    whole: str
    is_common: bool
    postcodes: tuple[str, ...]
    number: str
    houses: tuple[str, ...]
    pairs: tuple[str, ...]
    names: tuple[Name, ...]

    def match(self, said: Heard) -> Match:
        """Tell how much of the value stands in a text."""
        spoken = said.in_digits
        if self._is_whole(said) or any(code in spoken.squeezed for code in self.postcodes):
            return Match.WHOLE
        if self.number and any(self.number in digits for digits in said.digits):
            return Match.WHOLE
        if any(said.holds(house) for house in self.houses):
            return Match.WHOLE
        is_part = (
            any(c[:4] in spoken.words and not _YEARS.match(c) for c in self.postcodes)
            or (self.number and any(numbers.is_local(run, self.number) for run in said.runs))
            or any(said.holds(pair) for pair in self.pairs)
            or any(name.is_in(said) for name in self.names)
        )
        return Match.PART if is_part else Match.NONE

    def _is_whole(self, said: Heard) -> bool:
        if not self.whole or self.is_common:
            return False
        if len(self.whole) < _WHOLE_FROM:
            return self.whole in said.words
        if len(self.whole) < _INSIDE_FROM:
            return said.holds(self.whole)
        return self.whole in said.squeezed or self.whole in said.in_digits.squeezed


def seek(secret: Secret) -> Sought:
    """Make a confidential value ready."""
    value = latin(secret.value or "")
    whole = listen(value).squeezed
    pieces = _PIECE.findall(value) if secret.kind in _NAMING else []
    return Sought(
        whole=whole,
        is_common=secret.kind in _NAMING and whole in listed("ordinary"),
        postcodes=tuple(listen(code).squeezed for code in numbers.POSTCODE.findall(value)),
        number=numbers.telling(value),
        houses=tuple(h for p in pieces for h in _houses(p)) if secret.kind in _HOUSES else (),
        pairs=tuple(pair for piece in pieces for pair in _pairs(piece)),
        names=tuple(name for piece in pieces for name in _names(piece, secret.kind)),
    )


def shows(secret: Secret, text: str) -> Match:
    """Tell how much of a secret value `text` holds."""
    return seek(secret).match(listen(text))


def _houses(piece: str) -> Iterator[str]:
    """A street with its number, as one word; also without the letter of the number."""
    for one, other in pairwise(_WORD.findall(piece.casefold())):
        street, number = (other, one) if one[0].isdigit() else (one, other)
        if _NUMBER.fullmatch(number) and street.isalpha() and len(street) >= _NAME_FROM:
            yield one + other
            yield (one + other).replace(number, numbers.only_digits(number))


def _pairs(piece: str) -> Iterator[str]:
    """Two neighbouring words of which one is telling, as one word: "dezwaluw"."""
    telling = set(_telling(piece))
    for one, other in pairwise(_LETTERS.findall(piece)):
        if telling & {one, other}:
            yield (one + other).casefold()


def _names(piece: str, kind: SecretKind | None) -> Iterator[Name]:
    """The telling words by themselves; of a long name of a service one word tells nothing."""
    telling = [word.casefold() for word in _telling(piece)]
    if kind in _SERVICES and len(telling) >= _LONG_NAME:
        return
    for word in telling:
        is_common = word in listed("ordinary")
        capital = is_common or (kind in _SERVICES and len(word) < _INSIDE_FROM)
        forms = derived(word) | abbreviated(word) | aliases(word)
        yield Name(word, capital, is_common, forms, _slips(word, is_common))


def _slips(word: str, is_common: bool) -> frozenset[str]:
    return frozenset() if is_common or len(word) < _SLIP_FROM else slips(word)


def _telling(piece: str) -> list[str]:
    """The words that give a value away: not "straat", "school" or "de"; but Epe and Oss."""
    found = _LETTERS.findall(piece)
    long = (w for w in found if len(w) >= (_NAME_FROM if is_like_a_name(w) else _WORD_FROM))
    return [word for word in long if word.casefold() not in listed("generic")]


def runs_along(note: str, text: str) -> bool:
    """Tell whether `text` repeats a run of words of a private note, or all of a short one."""
    noted, said = squeezed_words(note), squeezed_words(text)
    length = min(_RUN, len(noted))
    runs = {noted[i : i + length] for i in range(len(noted) - length + 1)} - {()}
    return any(said[i : i + length] in runs for i in range(len(said) - length + 1))


def names_hiding(text: str) -> bool:
    """Tell whether `text` says that somebody is in a shelter or in hiding; not of child care."""
    said = f" {' '.join(squeezed_words(text))} "
    for phrase in listed("not_hiding"):
        said = said.replace(f" {phrase} ", " | ")
    return any(f" {' '.join(squeezed_words(phrase))} " in said for phrase in listed("hiding"))
