"""What a rule is: a pure generator over a case; it yields where and which, the engine the rest."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from top3.case.fields import Entry
from top3.case.finding import Severity
from top3.case.model import Case
from top3.method.escalation import Escalation
from top3.method.phase import Phase
from top3.method.plan import Plan

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


@dataclass(frozen=True, slots=True)
class View:
    """What every rule may look at: the case on a day, and what was judged of it."""

    case: Case
    day: date
    phase: Phase
    escalation: Escalation
    plan: Plan


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule hits: an element of the case, and the field in it.

    `about` overrides the ids in the finding's stable id; `severity` and `stops` the rule's own.
    """

    element: Entry
    field: str = ""
    variant: str = "default"
    about: tuple[str, ...] | None = None
    severity: Severity | None = None
    stops: bool | None = None
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)


Seen = TypeVar("Seen")
"""What a rule looks at: a View of the case, or (T9xx) of a copy."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Seen]):
    """A rule with its code, severity and phase; phase 1 rules soften once fase 1 is over."""

    code: str
    severity: Severity
    phase: int
    stops: bool
    check: Callable[[Seen], Iterator[Hit]]


def rule(
    severity: Severity, *, phase: int = 0, stops: bool = False
) -> Callable[[Callable[[Seen], Iterator[Hit]]], Rule[Seen]]:
    """Make a rule of a function; its name is the code. `phase` 0 = holds in every phase."""

    def make(check: Callable[[Seen], Iterator[Hit]]) -> Rule[Seen]:
        return Rule(check.__name__, severity, phase, stops, check)

    return make
