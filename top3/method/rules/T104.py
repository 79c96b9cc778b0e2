"""T104: at one table under coercion."""

from collections.abc import Iterator

from top3.case.plan import Action, Meeting, RecoveryNeed, RiskFactor
from top3.case.vocabulary import Status
from top3.method import facts
from top3.method import knowledge as known
from top3.method.rule import ERROR, Hit, View, rule

_AHEAD = (None, Status.PLANNED, Status.ACTIVE)


@rule(ERROR, stops=True)
def T104(view: View) -> Iterator[Hit]:
    """Source: huiselijkgeweldcongres.nl 2024; lkah.nl (method.md §3)."""
    if not facts.coercion(view.case):
        return
    for meeting in view.case.meetings:
        is_joint_kind = meeting.kind in known.JOINT_MEETINGS
        if _is_ahead(meeting, view) and _is_joint(set(meeting.with_), view, is_joint_kind):
            yield Hit(meeting)
    needs: tuple[RiskFactor | RecoveryNeed, ...] = (*view.case.risk_factors, *view.case.recovery)
    for need in needs:
        for action in need.actions:
            together = {*need.of, *action.together} if action.together else set()
            if action.status in _AHEAD and _is_joint(together, view, False):
                yield Hit(action, "together")


def _is_ahead(item: Meeting | Action, view: View) -> bool:
    if item.status not in _AHEAD:
        return False
    is_over = isinstance(item, Meeting) and item.date is not None and item.date < view.day
    return item.status is Status.ACTIVE or not is_over


def _is_joint(people: set[str], view: View, by_kind: bool) -> bool:
    """Joint by its kind, unless only one side comes; else when both sides come."""
    using, harmed = facts.uses_violence(view.case), facts.victims(view.case)
    family = people & {member.id for member in view.case.members}
    if by_kind:
        return len(family) != 1 and not (family and family <= harmed)
    return bool(family & using) and len(family & (using | harmed)) > 1
