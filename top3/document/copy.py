"""What the confidentiality rules look at: one family copy beside the case it was cut from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from top3.case.cut import EVERYONE, Reader
from top3.case.fields import Entry, Label
from top3.case.model import Case
from top3.case.shape import Shape, shapes
from top3.document.model import Document


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy that could be made. `asked`: somebody asked for it by name."""

    case: Case
    cut: Case
    document: Document
    day: date
    asked: bool
    reader: Reader = EVERYONE


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text in the cut case, and the element and field it stands in."""

    element: Entry
    field: str
    text: str
    is_own: bool = False
    """Whether the holder of the copy alone reads it."""

    @property
    def about(self) -> tuple[str, ...]:
        """The id of the element, where it has one: part of a finding's own id."""
        identifier = getattr(self.element, "id", None)
        return (identifier,) if identifier else ()


def leaves(copy: Copy) -> Iterator[Leaf]:
    """Every text of the cut case, each with the element of the whole case it came from."""
    whole = [*_elements(copy.case)]
    known = {name: entry for entry in whole if (name := getattr(entry, "id", None))}
    for entry, shape, text in _texts(copy.cut):
        identifier = getattr(entry, "id", None)
        element = known.get(identifier) if identifier else _same(entry, shape.name, whole)
        is_own = shape.key.label in (Label.OWN, Label.CHILD)
        yield Leaf(element or copy.case.plan, shape.name, text, is_own)


def _same(entry: Entry, field: str, whole: list[Entry]) -> Entry | None:
    """Find what has no id, such as a step, by its kind and by what it says."""
    alike = (e for e in whole if type(e) is type(entry) and not getattr(e, "id", None))
    return next((e for e in alike if getattr(e, field) == getattr(entry, field)), None)


def _elements(entry: Entry) -> Iterator[Entry]:
    for item in _children(entry):
        yield item
        yield from _elements(item)


def _children(entry: Entry) -> Iterator[Entry]:
    for shape in shapes(type(entry)):
        value = getattr(entry, shape.name)
        if shape.model is not None and value:
            yield from value if shape.many else (value,)


def _texts(entry: Entry) -> Iterator[tuple[Entry, Shape, str]]:
    for shape in shapes(type(entry)):
        value = getattr(entry, shape.name)
        if shape.model is None and not shape.key.refers and shape.name not in ("id", "top3"):
            values = value if shape.many else (value,)
            yield from ((entry, shape, v) for v in values if type(v) is str)
    for item in _children(entry):
        yield from _texts(item)
