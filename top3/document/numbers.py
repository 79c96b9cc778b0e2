"""Numbers in free text: with any dash between the digits, and said in words.

Why: "nul zes, twaalf" and "+31 (0)6-12" begin the same phone number.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from top3.words import LANGUAGES, Words

POSTCODE = re.compile(r"\b[1-9]\d{3}[ \u00a0]?[A-Za-z]{2}\b")
NUMBER = re.compile(r"\d(?:[\s./()\-\u2010-\u2015]*\d)+")
_LOOSE = re.compile(r"\d(?:[\s,;./()\-\u2010-\u2015]*\d)+")
"""Also with commas, as somebody says a number; only good to look for one that is known."""
_DIGITS = r"\d(?:[\s./()\-]*\d)*"
_DOOR = r"\d{1,4}(?: ?[a-z]\b)?"
_FIRST = re.compile(r"^(?:(?:00)?31|0)")
_DASH = r"[\s./()\-\u2010-\u2015]*"
_WORD = re.compile(r"[a-z]+")
_AS_NOUGHT = re.compile(r"(?<=\d)[oO](?![^\W\d_])|(?<![^\W_])[oO](?=\d)")
_AS_ONE = re.compile(r"(?<=\d)[Il|](?=\d)")
_LEAD = re.compile(r"^(?:00)?310?(?=\d{9}$)|^0")
_TELLING = 8
_LOCAL = 6
"""So many of the last digits can be a number without its area."""
_NAMED = 3
"""So many digits tell something where somebody says that a number begins or ends with them."""


@dataclass(frozen=True, slots=True)
class _Numerals:
    """The numerals of one language: what each word means, and how two make one number."""

    meant: Mapping[str, str]
    joined: re.Pattern[str]
    doubled: re.Pattern[str]


@cache
def _numerals() -> tuple[_Numerals, ...]:
    return tuple(_of(Words(language)) for language in LANGUAGES)


def _of(words: Words) -> _Numerals:
    units, tens = words.entry("secrets.numerals.units"), words.entry("secrets.numerals.tens")
    joined = words.entry("secrets.numerals.joined")
    parts = {"unit": f"(?P<unit>{'|'.join(units)})", "ten": f"(?P<ten>{'|'.join(tens)})"}
    twice = "|".join(words.entry("secrets.numerals.twice"))
    return _Numerals(
        meant={**units, **tens, **words.entry("secrets.numerals.teens")},
        joined=re.compile(rf"\b{joined.format(**parts)}\b"),
        doubled=re.compile(rf"\b(?:{twice}) (\d)\b"),
    )


def in_digits(text: str) -> str:
    """Write the numerals of a plain, lower-case text in digits: "nul zes twaalf" is "0 6 12"."""
    every = {word: digits for numerals in _numerals() for word, digits in numerals.meant.items()}
    for numerals in _numerals():
        text = numerals.joined.sub(lambda m: every[m["ten"]][0] + every[m["unit"]], text)
    text = _WORD.sub(lambda m: every.get(m[0], m[0]), text)
    for numerals in _numerals():
        text = numerals.doubled.sub(r"\1 \1", text)
    return text


def figures(text: str) -> str:
    """Write digits for letters that stand in for them in a number: "O6 29O3" is "06 2903"."""
    return _AS_ONE.sub("1", _AS_NOUGHT.sub("0", text))


@cache
def _said_of(kind: str, digits: str) -> re.Pattern[str]:
    """What people say before digits, such as "begint met", in every language."""
    said = (word for language in LANGUAGES for word in Words(language).entry(f"secrets.{kind}"))
    return re.compile(rf"\b(?:{'|'.join(said)})\b\W{{0,3}}({digits})")


def begins(text: str) -> frozenset[str]:
    """Digits with which a number is said to begin, without 0 or +31."""
    found = (only_digits(run) for run in _said_of("begins", _DIGITS).findall(text))
    return frozenset(rest for run in found if len(rest := _FIRST.sub("", run)) >= _NAMED)


def ends(text: str) -> frozenset[str]:
    """Digits with which a number is said to end."""
    found = (only_digits(run) for run in _said_of("ends", _DIGITS).findall(text))
    return frozenset(run for run in found if len(run) >= _NAMED)


def doors(text: str) -> frozenset[str]:
    """House numbers that are called so: "huisnummer 27 B" is "27b"."""
    return frozenset(door.replace(" ", "") for door in _said_of("doors", _DOOR).findall(text))


def runs(text: str) -> frozenset[str]:
    """Every run of digits in a text, whatever stands between them."""
    return frozenset(only_digits(run) for run in _LOOSE.findall(text))


def only_digits(text: str) -> str:
    """Leave out all but the digits."""
    return re.sub(r"\D", "", text)


def phones(value: str) -> tuple[str, ...]:
    """Each phone number in a value, without 0 or +31: so 06 and +316 are one."""
    found = [run for run in map(only_digits, NUMBER.findall(value)) if len(run) > _TELLING]
    every = found or [only_digits(value)]
    return tuple(_LEAD.sub("", digits) for digits in every if len(digits) > _TELLING)


def last(phone: str) -> str:
    """Enough of the last digits of a phone number to know it by."""
    return phone[-_TELLING:]


def is_local(run: str, phone: str) -> bool:
    """Tell whether a run of digits is the end of a number: the part without its area."""
    return len(run) >= _LOCAL and last(phone).endswith(run)


def without(numbers: frozenset[str], text: str) -> str:
    """Take out numbers that may stand there, written in any way, with 0, +31 or 0031."""
    for number in sorted(numbers, key=len, reverse=True):
        rest = _DASH.join(_LEAD.sub("", number, count=1))
        lead = rf"(?:(?:\+|00)31{_DASH}0?|0){_DASH}"
        text = re.sub(rf"(?<!\d){lead}{rest}(?!\d)", " | ", text)
    return text
