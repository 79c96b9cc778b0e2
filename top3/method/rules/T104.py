"""T104: at one table under coercion."""

from collections.abc import Iterator

from top3.case.plan import Agreement, Meeting, RecoveryNeed, RiskFactor
from top3.case.vocabulary import Status
from top3.method import acting, agreed, facts, wording
from top3.method import knowledge as known
from top3.method.rule import ERROR, Hit, View, rule

_AHEAD = (None, Status.PLANNED, Status.ACTIVE)


@rule(ERROR, stops=True)
def T104(view: View) -> Iterator[Hit]:
    """Source: huiselijkgeweldcongres.nl 2024; lkah.nl (method.md §3)."""
    if not facts.coercion(view.case):
        return
    for meeting in view.case.meetings:
        if _is_ahead(meeting, view) and _is_joint(meeting, view):
            yield Hit(meeting)
    needs: tuple[RiskFactor | RecoveryNeed, ...] = (*view.case.risk_factors, *view.case.recovery)
    for need in needs:
        for action in need.actions:
            if action.status in _AHEAD and facts.is_joint_help(need, action, view.case):
                yield Hit(action, "together")
    for _, agreement in agreed.all_in_force(view.case):
        if _is_agreed_joint(agreement, view):
            yield Hit(agreement, "what")


def _is_agreed_joint(agreement: Agreement, view: View) -> bool:
    """A clause that brings both sides together to talk, or to the same help.

    Whoever hit back stands on one side all the same: each pair is looked at by itself.
    """
    case = view.case
    sides = [({one}, {other}) for one, other in sorted(facts.violence_between(case))]
    sides += [(facts.uses_violence(case), facts.victims(case))]
    found: list[str] = []
    for one, other in (*sides, *((other, one) for one, other in sides)):
        own = bool(one & set(agreement.who)) and not other & set(agreement.who)
        found += acting.brings(agreement.what, one, other, case, own=own)
    return any(wording.find("table", clause, case) for clause in found)


def _is_ahead(meeting: Meeting, view: View) -> bool:
    if meeting.status not in _AHEAD:
        return False
    is_over = meeting.date is not None and meeting.date < view.day
    return meeting.status is Status.ACTIVE or not is_over


def _is_joint(meeting: Meeting, view: View) -> bool:
    """Joint by its kind, unless only one side comes; else when both sides come."""
    if facts.both_sides(meeting.with_, view.case):
        return True
    family = {member.id for member in view.case.members} & set(meeting.with_)
    is_one_side = len(family) == 1 or (family and family <= facts.victims(view.case))
    return meeting.kind in known.JOINT_MEETINGS and not is_one_side
