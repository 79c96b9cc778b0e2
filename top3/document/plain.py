"""Turns pieces of a case into plain text: dates written out, ids into names, words shown.

Why: a Document holds nothing but text, so that what a format prints was decided here, once.
"""

from calendar import monthrange
from datetime import date
from enum import Enum

from top3.case.fields import Entry, Span
from top3.case.model import Case
from top3.case.naming import name
from top3.case.shape import Shape, shapes
from top3.words import Words


def span(when: Span, words: Words) -> str:
    """Write a day, month, year or period."""
    if when.first is None or when.last is None:
        return words.say("words.unknown")
    first, last = when.first, when.last
    if first == last:
        return words.date(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    is_month = (first.year, first.month) == (last.year, last.month) and first.day == 1
    if is_month and last.day == monthrange(last.year, last.month)[1]:
        return words.date(first).split(" ", 1)[1]
    return words.say("words.period", first=first, last=last)


def capital(text: str) -> str:
    """Begin a text with a capital, as a sentence or a line of a list does."""
    return text[:1].upper() + text[1:]


def mirror(entry: Entry, case: Case, words: Words) -> dict[str, object]:
    """Mirror an entry as text: every field under its English name, "" where there is nothing."""
    return {
        shape.name: _field(getattr(entry, shape.name), shape, case, words)
        for shape in shapes(type(entry))
    }


def _field(value: object, shape: Shape, case: Case, words: Words) -> object:
    if isinstance(value, tuple) and shape.model is not None:
        return tuple(mirror(item, case, words) for item in value)
    if isinstance(value, tuple) and shape.key.refers in ("member", "person"):
        return tuple(name(case, identifier, words) for identifier in value)
    if isinstance(value, tuple):
        return tuple(words.show(item) for item in value)
    if isinstance(value, Entry):
        return mirror(value, case, words)
    if value is None:
        return {} if shape.model is not None else ""
    return _scalar(value, words)


def _scalar(value: object, words: Words) -> str:
    if isinstance(value, Span):
        return span(value, words)
    if isinstance(value, bool):
        return words.term("YesNo", "yes" if value else "no")
    if isinstance(value, (date, Enum)):
        return words.show(value)
    return str(value)
