"""A reason: why the tool judges as it does, as data. The words live in `reasons.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from top3.case.fields import Entry


@dataclass(frozen=True, slots=True)
class Reason:
    """`key` names the sentence; `values` are dates, numbers, ids of people and vocabulary words.

    `at`: the parts of the case it rests on, so that it can be shown with their lines.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    at: tuple[Entry, ...] = field(default=(), compare=False)


def because(key: str, *at: Entry | None, **values: object) -> Reason:
    """Make a reason that rests on the parts `at`."""
    return Reason(key, values, tuple(part for part in at if part is not None))
