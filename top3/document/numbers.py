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
_DASH = r"[\s./()\-\u2010-\u2015]*"
_WORD = re.compile(r"[a-z]+")
_LEAD = re.compile(r"^(?:00)?31(?=\d{9}$)|^0")
_TELLING = 8
_LOCAL = 6
"""So many of the last digits can be a number without its area."""


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


def runs(text: str) -> frozenset[str]:
    """Every run of digits in a text, whatever stands between them."""
    return frozenset(only_digits(run) for run in _LOOSE.findall(text))


def only_digits(text: str) -> str:
    """Leave out all but the digits."""
    return re.sub(r"\D", "", text)


def telling(value: str) -> str:
    """The last digits of a phone number, so that 06 and +316 are one; empty for other values."""
    digits = only_digits(value)
    return digits[-_TELLING:] if len(digits) > _TELLING else ""


def is_local(run: str, number: str) -> bool:
    """Tell whether a run of digits is the end of a number: the part without its area."""
    return len(run) >= _LOCAL and number.endswith(run)


def without(numbers: frozenset[str], text: str) -> str:
    """Take out numbers that may stand there, written in any way, with 0, +31 or 0031."""
    for number in sorted(numbers, key=len, reverse=True):
        rest = _DASH.join(_LEAD.sub("", number, count=1))
        lead = rf"(?:(?:\+|00)31{_DASH}0?|0){_DASH}"
        text = re.sub(rf"(?<!\d){lead}{rest}(?!\d)", " | ", text)
    return text
