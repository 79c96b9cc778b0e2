"""The proposed order of priorities: a total order that does not depend on file order.

Source of the criteria: method.md §2 [D]. People choose; the tool proposes, and names for each
neighbour the first criterion that decided. No score is ever made.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from top3.case.model import Case, Priority
from top3.case.plan import RecoveryNeed, RiskFactor, Situation
from top3.method import facts
from top3.method import knowledge as known


class Criterion(StrEnum):
    """What decides the order, in the order in which it decides within one phase."""

    KIND = "kind"
    DANGER = "danger"
    SEVERITY = "severity"
    FREQUENCY = "frequency"
    RECENCY = "recency"
    PEOPLE = "people"
    FEEDS_HIGHEST = "feeds_highest"
    FEEDS_MANY = "feeds_many"
    CHILD_FIRST = "child_first"
    WAITED = "waited"


UNRANKED = 100
"""After every rank that people can record."""

Weight = tuple[Criterion, int]
"""A criterion and its value: more comes first."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An item in the proposed order, with its criteria in the order in which they decide."""

    item: Priority
    criteria: tuple[Weight, ...]

    def decides(self, other: "Ranked") -> Criterion | None:
        """Name the first criterion in which two items differ; None = a tie."""
        pairs = zip(self.criteria, other.criteria, strict=False)
        return next((mine[0] for mine, theirs in pairs if mine != theirs), None)


def propose(items: Sequence[Priority], case: Case, day: date) -> list[Ranked]:
    """Order the items. Between true ties the id decides on paper, and a person in fact."""
    ranked = [Ranked(item, _criteria(item, case, day)) for item in items]
    return sorted(ranked, key=lambda r: (*(-value for _, value in r.criteria), r.item.id))


def _criteria(item: Priority, case: Case, day: date) -> tuple[Weight, ...]:
    if isinstance(item, Situation):
        return tuple((name, value(item, case, day)) for name, value in _SITUATION)
    if isinstance(item, RiskFactor):
        return ((Criterion.KIND, -1), *_risk(item, case, day))
    return ((Criterion.KIND, -2), *_recovery(item, case, day))


def is_acute(situation: Situation, case: Case) -> bool:
    """Acute danger, or a heavy or unclarified flag tied to the situation."""
    grave = {flag.id for flag in facts.grave_flags(case)}
    return facts.is_yes(situation.acute) or bool(grave & set(situation.flags))


def last_incident(situation: Situation, case: Case, day: date) -> date | None:
    """The last day of the incidents that belong to it; an unknown date counts as `day`."""
    found = [i for i in case.violence.incidents if i.id in situation.incidents]
    days = [min(i.date.last or day, day) if i.date else day for i in found]
    return max(days, default=None)


def _recency(situation: Situation, case: Case, day: date) -> int:
    last = last_incident(situation, case, day)
    return last.toordinal() if last else 0


def _severity(situation: Situation, case: Case, day: date) -> int:
    unknown = known.SEVERITY_ORDER[-2]
    return known.SEVERITY_ORDER.index(situation.severity or unknown)


def _frequency(situation: Situation, case: Case, day: date) -> int:
    unknown = known.FREQUENCY_ORDER[-2]
    return known.FREQUENCY_ORDER.index(situation.frequency or unknown)


_SITUATION: tuple[tuple[Criterion, Callable[[Situation, Case, date], int]], ...] = (
    (Criterion.KIND, lambda situation, case, day: 0),
    (Criterion.DANGER, lambda situation, case, day: is_acute(situation, case)),
    (Criterion.SEVERITY, _severity),
    (Criterion.FREQUENCY, _frequency),
    (Criterion.RECENCY, _recency),
    (Criterion.PEOPLE, lambda situation, case, day: len(set(situation.unsafe))),
)


def _risk(factor: RiskFactor, case: Case, day: date) -> tuple[Weight, ...]:
    places = _places(case, day)
    fed = [s for s in case.situations if s.id in factor.feeds]
    people = {identifier for situation in fed for identifier in situation.unsafe}
    highest = min((places[s.id] for s in fed), default=len(places))
    return (
        (Criterion.FEEDS_HIGHEST, -highest),
        (Criterion.FEEDS_MANY, len(fed)),
        (Criterion.PEOPLE, len(people)),
    )


def _places(case: Case, day: date) -> dict[str, int]:
    """The place of each situation: recorded ranks first, then as proposed; ties share a place."""
    proposed = propose(case.situations, case, day)
    order = sorted(proposed, key=lambda ranked: ranked.item.rank or UNRANKED)
    places: dict[str, int] = {}
    for number, (one, two) in enumerate(zip(order[:1] + order, order, strict=False)):
        is_tie = one.item.rank == two.item.rank and (two.item.rank or not one.decides(two))
        places[two.item.id] = places[one.item.id] if number and is_tie else number
    return places


def _recovery(need: RecoveryNeed, case: Case, day: date) -> tuple[Weight, ...]:
    children = {child.id for child in facts.children(case, day)}
    since = need.since.first if need.since and need.since.first else day
    return (
        (Criterion.CHILD_FIRST, bool(children & set(need.of))),
        (Criterion.WAITED, -since.toordinal()),
    )
