"""A finding: what the tool noticed, where, and how much it matters.

Why: broken YAML, an unknown key and a broken rule of the method are the same kind of thing to
the person who must repair it (law 3). A finding carries no sentence and no value from the file:
words come from its card, and `values` holds only vocabulary words, ids, numbers and dates.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

Path = tuple[str | int, ...]


class Severity(IntEnum):
    """How much a finding matters; only errors change the exit code by default."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in the file; line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `about` holds element ids; `stops` = no family copy may exist with it.

    `answered`: a person answered it with a dated, reasoned decision; it stays countable.
    """

    code: str
    severity: Severity
    about: tuple[str, ...]
    path: Path
    mark: Mark
    variant: str = "default"
    values: Mapping[str, object] = field(default_factory=dict)
    stops: bool = False
    answered: bool = False

    @property
    def id(self) -> str:
        """The stable id: code and element ids, never a position or a value."""
        return ":".join((self.code, *self.about))

    @property
    def order(self) -> tuple[object, ...]:
        """A total order: where it stands, then what it is."""
        return (self.mark, self.code, self.about, self.variant)

    @property
    def gravity(self) -> tuple[object, ...]:
        """The order in which people read them: the gravest first, then rule by rule."""
        return (-self.severity, self.code, self.order)
