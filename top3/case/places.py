"""Where each part of a case stands in its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from top3.case.fields import Entry
from top3.case.finding import Mark, Path
from top3.case.reader import Reading
from top3.case.shape import shapes


@dataclass(frozen=True, slots=True)
class Places:
    """Where each element of a case stands in its file."""

    reading: Reading
    paths: Mapping[int, Path]

    def find(self, element: Entry, field: str = "") -> tuple[Path, Mark]:
        """Give the path and the mark of a field of an element, or of the element itself."""
        path = self.paths.get(id(element), ())
        path = (*path, field) if field else path
        return path, self.reading.mark(path)


def places(reading: Reading) -> Places:
    """Walk the case once and remember each element's path."""
    found: dict[int, Path] = {}

    def walk(entry: Entry, path: Path) -> None:
        found[id(entry)] = path
        for shape in shapes(type(entry)):
            value: Any = getattr(entry, shape.name)
            if shape.model is None or not value:
                continue
            items = enumerate(value) if shape.many else [(None, value)]
            for index, item in items:
                walk(item, (*path, shape.name) if index is None else (*path, shape.name, index))

    if reading.case is not None:
        walk(reading.case, ())
    return Places(reading, found)
