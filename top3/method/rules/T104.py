"""T104: at one table under coercion."""

from collections.abc import Iterator

from top3.case.plan import Action, Meeting
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
        if _is_ahead(meeting, view) and _is_joint(meeting.with_, view, meeting.kind in known.JOINT_MEETINGS):
            yield Hit(meeting)
    for need in (*view.case.risk_factors, *view.case.recovery):
        for action in need.actions:
            if action.status in _AHEAD and _is_joint(action.together, view, False):
                yield Hit(action, "together")


def _is_ahead(item: Meeting | Action, view: View) -> bool:
    if item.status not in _AHEAD:
        return False
    is_over = isinstance(item, Meeting) and item.date is not None and item.date < view.day
    return item.status is Status.ACTIVE or not is_over


def _is_joint(people: tuple[str, ...], view: View, by_kind: bool) -> bool:
    """Joint by its kind, unless only one side comes; else when both sides come."""
    using, harmed = facts.uses_violence(view.case), facts.victims(view.case)
    both = bool(using & set(people)) and bool(harmed & set(people))
    return both or (by_kind and len(people) != 1)
