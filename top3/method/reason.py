"""A reason: why the tool judges as it does, as data. The words live in `reasons.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """`key` names the sentence; `values` are dates, numbers, ids of people and vocabulary words."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


def because(key: str, **values: object) -> Reason:
    """Make a reason."""
    return Reason(key, values)
