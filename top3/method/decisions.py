"""Decisions that people wrote down, and whether they still hold.

Why apart: the phase and its clock are weighed before any rule runs, and both ask it.
"""

from datetime import date

from top3.case.model import Case
from top3.case.plan import Decision
from top3.case.violence import Incident
from top3.method import facts


def standing_decision(about: str, case: Case, day: date) -> Decision | None:
    """A reasoned decision that still holds: who, when, why, until when, after the last violence."""
    since = facts.last_known(case, day) or date.min
    found = (d for d in case.decisions if d.about == about and d.until)
    return next((d for d in found if _stands(d, since, day)), None)


def is_set_aside(incident: Incident, case: Case, day: date) -> bool:
    """Tell whether the team decided, since it knew of it, that an incident does not count."""
    since = facts.known_since(incident, day)
    return any(d.about == incident.id and _stands(d, since, day) for d in case.decisions)


def _stands(decision: Decision, since: date, day: date) -> bool:
    """Tell whether somebody decided it, with a reason, since then, and it has not ended."""
    is_dated = decision.date is not None and since <= decision.date <= day
    has_ended = decision.until is not None and decision.until < day
    return bool(decision.by and decision.why) and is_dated and not has_ended
