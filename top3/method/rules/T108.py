"""T108: a huisverbod ends, and nothing is agreed for the day after."""

from collections.abc import Iterator
from datetime import date, timedelta

from top3.case.violence import Measure
from top3.case.vocabulary import MeasureKind, Status
from top3.method import agreed, facts
from top3.method import knowledge as known
from top3.method.rule import WARNING, Hit, View, rule
from top3.method.settings import SETTINGS

_COMING = (None, Status.PLANNED, *agreed.IN_FORCE)
_DAY = timedelta(days=1)


@rule(WARNING, phase=1)
def T108(view: View) -> Iterator[Hit]:
    """Source: regiovisie bijlage 1 (huisverbod); the number of days is a setting [D]."""
    for ban in view.case.measures:
        if ban.kind is not MeasureKind.BARRING_ORDER or ban.end is None:
            continue
        left = (ban.end - view.day).days
        if -1 <= left <= SETTINGS.ban_ends_days and not _is_agreed(ban, ban.end, view):
            variant = "default" if left >= 0 else "ended"
            yield Hit(ban, "end", variant, values={"ban": ban.id, "date": ban.end})


def _is_agreed(ban: Measure, end: date, view: View) -> bool:
    """An agreement of who was bound starts on or after the end, or another ban goes on."""
    bound = set(ban.binds)
    has_agreement = any(
        agreement.since and agreement.since >= end and bound & set(agreement.who)
        for priority in view.case.priorities
        if agreed.status(priority) in _COMING
        for agreement in priority.agreements
        if agreement.status in _COMING
    )
    return has_agreement or any(
        other.kind in known.BANS and bound <= set(other.binds) and facts.runs(other, end + _DAY)
        for other in view.case.measures
    )
