"""Fields: who may see one, what it is called in Dutch, and how its text is read.

Parse rules (each tested): a day is `2024-09-02`; a date may be partial (`2024`, `2024-08`), a
period (`2024-08-01/2024-08-10`) or `onbekend`; an age is whole years (`10`) or months
(`8 maanden`); text, phone numbers and postcodes keep every character.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from top3.case.vocabulary import Word, YesNo


class Label(Enum):
    """Who may see a field by default: the table "Who may see what" of the design."""

    EVERYONE = "everyone"
    NAMED = "named"
    """Everyone, when the person agreed to be named; else only the tie is shown."""
    OWN = "own"
    """The adult concerned, once it is safe for them to hold a copy, and professionals."""
    CHILD = "child"
    """The child concerned, once released and safe to hold, and professionals."""
    PROFESSIONAL = "professional"
    NOBODY = "nobody"
    """Serves the checks; no copy prints it."""


@dataclass(frozen=True, slots=True)
class Key:
    """A field's Dutch key, its label, and what its ids point to.

    `shareable`: an entry under this field may be widened by `delen_met: iedereen` together
    with a release that names it.
    """

    nl: str
    label: Label
    refers: str = ""
    shareable: bool = False


class Entry(BaseModel):
    """The base of everything in a case: frozen, and closed to unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )


@dataclass(frozen=True, slots=True)
class Span:
    """A day, month, year or period. Both ends None = unknown."""

    first: date | None
    last: date | None

    @property
    def known(self) -> bool:
        """Tell whether there is a date at all."""
        return self.last is not None


@dataclass(frozen=True, slots=True)
class Reads:
    """Marks a field whose text must be a word of a vocabulary that is not its type."""

    words: type[Word]


ID_FORM = re.compile(r"[a-z]{1,2}[0-9]{1,3}")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_AGE = re.compile(r"([0-9]{1,3})(?:\s*(?:jaar|years?))?|([0-9]{1,2})\s*(?:maand(?:en)?|months?)")
_NUMBER = re.compile(r"[0-9]{1,3}")
_UNKNOWN = ("onbekend", "unknown")


def _fault(kind: str, **numbers: int) -> PydanticCustomError:
    text = "no text: messages are built from the type and its numbers alone"
    return PydanticCustomError(kind, text, numbers)


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        raise _fault("text_expected")
    return value


def _id(value: Any) -> Any:
    if not isinstance(value, str) or not ID_FORM.fullmatch(value):
        raise _fault("id_form")
    return value


def _day(value: Any) -> Any:
    match = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        return date(*(int(part) for part in match.groups())) if match else _refuse("day_form")
    except ValueError:
        raise _fault("day_form") from None


def _refuse(kind: str, **numbers: int) -> Any:
    raise _fault(kind, **numbers)


def _ends(text: str) -> tuple[date, date]:
    match = _PARTIAL.fullmatch(text.strip())
    if not match:
        raise _fault("span_form")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        last = day or monthrange(year, month)[1]
        return date(year, month, day or 1), date(year, month, last)
    except (ValueError, IndexError):
        raise _fault("span_form") from None


def _span(value: Any) -> Any:
    if not isinstance(value, str):
        raise _fault("span_form")
    if value.strip().lower() in _UNKNOWN:
        return Span(None, None)
    begin, slash, end = value.partition("/")
    first, last = _ends(begin)[0], _ends(end if slash else begin)[1]
    return Span(first, last) if first <= last else _refuse("span_order")


def _age(value: Any) -> Any:
    match = _AGE.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    if not match:
        raise _fault("age_form")
    years = int(match[1]) if match[1] else int(match[2]) // 12
    return years if years <= 120 else _refuse("age_form")


def _number(low: int, high: int) -> BeforeValidator:
    def read(value: Any) -> Any:
        if not isinstance(value, str) or not _NUMBER.fullmatch(value):
            raise _fault("number_form", low=low, high=high)
        fits = low <= int(value) <= high
        return int(value) if fits else _refuse("number_range", low=low, high=high)

    return BeforeValidator(read)


Text = Annotated[str, BeforeValidator(_text)]
Id = Annotated[str, BeforeValidator(_id)]
Day = Annotated[date, BeforeValidator(_day)]
When = Annotated[Span, BeforeValidator(_span)]
Age = Annotated[int, BeforeValidator(_age)]
Count = Annotated[int, _number(1, 999)]
Score = Annotated[int, _number(0, 10)]
Rank = Annotated[int, _number(1, 99)]
PhaseNumber = Annotated[int, _number(1, 3)]
AveLevel = Annotated[int, _number(1, 4)]
Step = Annotated[int, _number(1, 5)]
Flag = Annotated[bool, Reads(YesNo), BeforeValidator(lambda value: value == "yes")]
