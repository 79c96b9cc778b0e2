"""What was agreed, and what of it counts now: priorities, their agreements and help.

Why: what counts as active, as in force and as complete is asked by rules, phase, ranking and every
copy; each has one answer here.
"""

from collections.abc import Iterator
from enum import StrEnum

from top3.case.model import Case, Priority
from top3.case.plan import Action, Agreement, RecoveryNeed, RiskFactor, Situation
from top3.case.vocabulary import Status

IN_FORCE = (Status.ACTIVE, Status.LASTING)


class Part(StrEnum):
    """The five parts of a complete agreement: wie, wat, wanneer, wie kijkt mee, wat als."""

    WHO = "who"
    WHAT = "what"
    WHEN = "when"
    CHECKS = "checks"
    IF_NOT = "if_not"


def status(priority: Priority) -> Status | None:
    """Where a priority stands: actief is the default of one with agreements in force."""
    if priority.status is None and any(a.status in (None, *IN_FORCE) for a in priority.agreements):
        return Status.ACTIVE
    return priority.status


def phase_of(item: Priority) -> int:
    """The phase an item belongs to: unsafe situation 1, risk factor 2, recovery need 3."""
    return 1 if isinstance(item, Situation) else 2 if isinstance(item, RiskFactor) else 3


def in_recorded_phase(item: Priority, case: Case) -> bool:
    """Tell whether an item belongs to the phase that people recorded, or to an earlier one."""
    return phase_of(item) <= case.recorded_phase


def agreements_in_force(priority: Priority) -> list[Agreement]:
    """Agreements that count now: actief or geborgd, in a priority that does."""
    if status(priority) not in IN_FORCE:
        return []
    return [a for a in priority.agreements if a.status in (None, *IN_FORCE)]


def all_in_force(case: Case) -> Iterator[tuple[Priority, Agreement]]:
    """Every agreement in force with its priority, as written."""
    for priority in case.priorities:
        for agreement in agreements_in_force(priority):
            yield priority, agreement


def missing_parts(agreement: Agreement) -> list[Part]:
    """Which of the five parts of an agreement are not there yet."""
    return [part for part in Part if not getattr(agreement, part.value)]


def protected(situation: Situation, agreement: Agreement) -> tuple[str, ...]:
    """Ids of the members an agreement covers."""
    return agreement.protects or situation.unsafe


def provisional(case: Case) -> bool:
    """Tell whether a part of an agreement, a review or the fixed face is still missing.

    It reads only what everyone may see, so it gives the same answer after the cut.
    """
    face = case.team.case_director
    shown = [p for p in case.priorities if in_recorded_phase(p, case)]
    active = [p for p in shown if status(p) is Status.ACTIVE]
    agreements = [agreement for p in shown for agreement in agreements_in_force(p)]
    return (
        not case.plan.next_review
        or not (face and face.name and face.phone)
        or not agreements
        or any(not agreements_in_force(priority) for priority in active)
        or any(missing_parts(agreement) for agreement in agreements)
    )


def actions(case: Case) -> list[Action]:
    """All help in the case: of risk factors and of recovery needs."""
    needs: tuple[RiskFactor | RecoveryNeed, ...] = (*case.risk_factors, *case.recovery)
    return [action for need in needs for action in need.actions]
