"""Recognises a confidential value in free text, also when it is written another way.

Why: people retype an address with another space, say a phone number in words and make slips of
the pen. What is measured, and how well it does, stands in `tests/document/free_text.toml`. It
misses some, so a person reads every copy before it is handed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from itertools import pairwise

from top3.case.naming import is_like_a_name
from top3.case.plan import Secret
from top3.case.vocabulary import SecretKind
from top3.document import numbers
from top3.document.heard import Heard, listen
from top3.document.lookalikes import latin
from top3.document.spelling import (
    abbreviated,
    aliases,
    derived,
    listed,
    slips,
    sound,
    stem,
)
from top3.document.squeeze import TEXTS, squeezed_words

_HOUSES = frozenset(
    {None, SecretKind.ADDRESS, SecretKind.SHELTER, SecretKind.PLACE, SecretKind.OTHER}
)
"""Kinds with a place in them; what was given no kind, or another, may be an address."""
_SERVICES = frozenset({SecretKind.SHELTER, SecretKind.SCHOOL, SecretKind.WORK, SecretKind.DOCTOR})
"""Kinds that are called by a name, often of ordinary words."""
_NAMING = (_HOUSES | _SERVICES) - {SecretKind.OTHER}
"""Kinds of which every telling word counts; of the other kinds only what is written as a name."""
_WHOLE_FROM = 4
_WORD_FROM = 4
_NAME_FROM = 3
_INSIDE_FROM = 6
_SLIP_FROM, _SURE_FROM = 5, 7
"""From so many letters on a slip is seen; the shorter ones only with a capital."""
_LONG_NAME = 3
_RUN = 5
_STREET_FROM = 5
"""So many letters has a street's name that is known without "straat" or "laan" behind it."""
_YEARS = re.compile(r"(?:19|20)\d\d")
_PIECE = re.compile(r"[^,;()/\n]+")
_PLATE = re.compile(r"\b[A-Za-z0-9]{1,3}[- ]?[A-Za-z0-9]{1,3}[- ]?[A-Za-z0-9]{1,3}\b")
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

    `capital`: it may be an ordinary word too, so it must be written as a name is. `in_pieces`: so
    it must where it is written in pieces. `forms` count in any case, `names` only with a capital.
    """

    word: str
    capital: bool
    is_common: bool
    in_pieces: bool
    forms: frozenset[str]
    names: frozenset[str]
    street: str
    slips: frozenset[str]
    sounds: frozenset[str]

    def is_in(self, said: Heard) -> bool:
        """Tell whether a text holds the word, a form of it, or the word with a slip."""
        found = said.names if self.capital else said.words
        if self.word in found or not self.forms.isdisjoint(found):
            return True
        if not self.names.isdisjoint(said.names) or self.street in said.proper:
            return True
        if self.is_common:
            return False
        if len(self.word) >= _INSIDE_FROM and said.spells(self.word, as_name=self.in_pieces):
            return True
        is_sure = len(self.word) >= _SURE_FROM
        if not self.slips.isdisjoint(said.words if is_sure else said.names):
            return True
        return not self.sounds.isdisjoint(said.sounds if is_sure else said.named_sounds)


@dataclass(frozen=True, slots=True)
class Sought:
    """A confidential value made ready, once, to be looked for in many texts."""

    whole: str
    is_common: bool
    in_pieces: bool
    postcodes: tuple[str, ...]
    plates: tuple[str, ...]
    phones: tuple[str, ...]
    houses: tuple[str, ...]
    doors: frozenset[str]
    pairs: tuple[str, ...]
    code: tuple[frozenset[str], ...]
    names: tuple[Name, ...]

    def match(self, said: Heard) -> Match:
        """Tell how much of the value stands in a text."""
        spoken = said.in_digits
        if self._is_whole(said) or any(code in spoken.squeezed for code in self.postcodes):
            return Match.WHOLE
        if any(plate in said.squeezed for plate in self.plates):
            return Match.WHOLE
        if any(numbers.last(phone) in digits for phone in self.phones for digits in said.digits):
            return Match.WHOLE
        if any(said.holds(house) for house in self.houses):
            return Match.WHOLE
        is_part = (
            any(c[:4] in spoken.words and not _YEARS.match(c) for c in self.postcodes)
            or any(_is_phone_part(phone, said) for phone in self.phones)
            or not self.doors.isdisjoint(said.doors if self.doors else ())
            or any(said.holds(pair) for pair in self.pairs)
            or (bool(self.code) and not any(said.words.isdisjoint(each) for each in self.code))
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
        if self.whole.isalpha():
            return said.spells(self.whole, as_name=self.in_pieces)
        return self.whole in said.squeezed or self.whole in said.in_digits.squeezed


def _is_phone_part(phone: str, said: Heard) -> bool:
    """The number without its area, or how it begins or ends where that is said."""
    return (
        any(numbers.is_local(run, phone) for run in said.runs)
        or any(phone.endswith(run) for run in said.ends)
        or any(phone.startswith(run) for run in said.begins)
    )


def seek(
    secret: Secret, known: frozenset[str] = frozenset(), others: frozenset[str] = frozenset()
) -> Sought:
    """Make a confidential value ready.

    Words that are `known` give nothing away. The names of `others` may, but are no slips.
    """
    value, kind = latin(secret.value or ""), secret.kind
    heard = listen(value)
    if kind is SecretKind.OTHER and value == value.lower():
        kind = None  # no capital shows what the names are
    pieces = [*_pieces(value, kind)]
    streets = [house for piece in pieces for house in _houses(piece)] if kind in _HOUSES else []
    return Sought(
        whole=heard.squeezed,
        is_common=kind in _NAMING and heard.squeezed in listed("ordinary"),
        in_pieces=len(heard.each) == 1 and _in_pieces(heard.squeezed, kind),
        postcodes=tuple(listen(code).squeezed for code in numbers.POSTCODE.findall(value)),
        plates=tuple(_plates(value)) if kind is SecretKind.CAR else (),
        phones=numbers.phones(value),
        houses=tuple(spelled for street, door in streets for spelled in _with_door(street, door)),
        doors=frozenset(door for _, number in streets for door in _doors(number)),
        pairs=(
            *(pair for piece in pieces for pair in _pairs(piece, kind)),
            *(run for s, door in streets if stem(s) for run in _with_door(stem(s), door)),
        ),
        code=tuple(_code(value)) if kind is SecretKind.CODE_WORD else (),
        names=tuple(name for piece in pieces for name in _names(piece, kind, known, others)),
    )


def _pieces(value: str, kind: SecretKind | None) -> Iterator[str]:
    """The parts of a value that hold names: not a code word, and not what is a number."""
    if kind is SecretKind.CODE_WORD:
        return
    if kind not in _HOUSES | _SERVICES:
        value = numbers.NUMBER.sub(" , ", numbers.POSTCODE.sub(" , ", value))
        for plate in _PLATE.findall(value):
            value = value.replace(plate, " , ") if _is_plate(plate) else value
    yield from _PIECE.findall(value)


def _plates(value: str) -> Iterator[str]:
    return (listen(plate).squeezed for plate in _PLATE.findall(value) if _is_plate(plate))


def _is_plate(text: str) -> bool:
    squeezed = listen(text).squeezed
    return len(squeezed) >= _INSIDE_FROM and not squeezed.isalpha() and not squeezed.isdigit()


def _code(value: str) -> Iterator[frozenset[str]]:
    """The words of a code, each with its ending or without; of a single word nothing."""
    words = [word for word in listen(value).each if len(word) >= _WORD_FROM]
    if len(words) > 1:
        yield from (frozenset({word, word.removesuffix("e"), f"{word}e"}) for word in words)


def shows(secret: Secret, text: str) -> Match:
    """Tell how much of a secret value `text` holds."""
    return seek(secret).match(listen(text))


def _houses(piece: str) -> Iterator[tuple[str, str]]:
    """Each street with its number, also where the number stands in front."""
    for one, other in pairwise(_WORD.findall(piece.casefold())):
        street, number = (other, one) if one[0].isdigit() else (one, other)
        if _NUMBER.fullmatch(number) and street.isalpha() and len(street) >= _NAME_FROM:
            yield street, number


def _with_door(street: str, door: str) -> Iterator[str]:
    """A street with its number, as one word; also without the letter of the number."""
    for number in (door, numbers.only_digits(door)):
        yield from (street + number, number + street)


def _doors(number: str) -> Iterator[str]:
    """A house number by itself; one digit without a letter tells nothing."""
    yield from (door for door in (number, numbers.only_digits(number)) if len(door) > 1)


def _pairs(piece: str, kind: SecretKind | None) -> Iterator[str]:
    """Two neighbouring words of which one is telling, as one word: "dezwaluw"."""
    telling = set(_telling(piece, kind))
    for one, other in pairwise(_LETTERS.findall(piece)):
        if telling & {one, other}:
            yield (one + other).casefold()


def _names(
    piece: str, kind: SecretKind | None, known: frozenset[str], others: frozenset[str]
) -> Iterator[Name]:
    """The telling words by themselves; of a long name of a service one word tells nothing."""
    telling = [word.casefold() for word in _telling(piece, kind)]
    if kind in _SERVICES and len(telling) >= _LONG_NAME:
        return
    yield from (_name(word, kind, others) for word in telling if word not in known)


def _name(word: str, kind: SecretKind | None, others: frozenset[str]) -> Name:
    is_common = word in listed("ordinary")
    other, street = aliases(word), stem(word)
    is_telling = len(street) >= _STREET_FROM and street not in _dull()
    forms = derived(word) | abbreviated(word) | (other - _dull())
    is_long = not is_common and len(word) >= _SLIP_FROM
    return Name(
        word=word,
        capital=is_common or (kind in _SERVICES and len(word) < _INSIDE_FROM),
        is_common=is_common,
        in_pieces=_in_pieces(word, kind),
        forms=forms,
        names=other & _dull(),
        street=street if is_telling else "",
        slips=slips(word) - others if is_long else frozenset(),
        sounds=frozenset(map(sound, {word, *derived(word)})) if is_long else frozenset(),
    )


def _in_pieces(word: str, kind: SecretKind | None) -> bool:
    """Tell whether a name in pieces must look like one: that of a service, not of a street."""
    return kind in _SERVICES and not stem(word)


@cache
def _dull() -> frozenset[str]:
    """Words that are a name only with a capital, or never."""
    return frozenset((*listed("ordinary"), *listed("generic")))


def _telling(piece: str, kind: SecretKind | None) -> list[str]:
    """The words that give a value away: not "straat", "school" or "de"; but Epe and Oss.

    In a value of another kind, and beside a number, only names do: so it is with capitals there.
    """
    found = _LETTERS.findall(piece)
    long = [w for w in found if len(w) >= (_NAME_FROM if is_like_a_name(w) else _WORD_FROM)]
    telling = [word for word in long if word.casefold() not in listed("generic")]
    if kind in _NAMING:
        return telling
    return [word for word in telling if is_like_a_name(word) or stem(word)]


def runs_along(note: str, text: str) -> bool:
    """Tell whether `text` repeats a run of words of a private note, or all of a short one."""
    length = min(_RUN, len(squeezed_words(note)))
    return length > 0 and not _runs(note, length).isdisjoint(_runs(text, length))


@lru_cache(2 * TEXTS)
def _runs(text: str, length: int) -> frozenset[tuple[str, ...]]:
    words = squeezed_words(text)
    return frozenset(words[i : i + length] for i in range(len(words) - length + 1))
