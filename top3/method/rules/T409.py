"""T409: violence goes on despite help: consider MDA++."""

from collections.abc import Iterator
from datetime import timedelta

from top3.case.vocabulary import Status, Table
from top3.method import agreed, facts
from top3.method.rule import ADVICE, Hit, View, rule
from top3.method.settings import SETTINGS

_RAN = (*agreed.IN_FORCE, Status.DONE)


@rule(ADVICE)
def T409(view: View) -> Iterator[Hit]:
    """Source: regiovisie ch. 4 (MDA++); the numbers are settings [D]."""
    case = view.case
    is_used = any(use.table is Table.MDA for use in case.scale_up.tables)
    if is_used or not facts.is_yes(case.violence.structural):
        return
    starts = [a.start for a in agreed.actions(case) if a.start and a.status in _RAN]
    if not starts:
        return
    happened = (i.date.first for i in case.violence.incidents if i.date)
    ran = timedelta(days=SETTINGS.help_days)
    count = sum(first - min(starts) >= ran and first <= view.day for first in happened if first)
    if count >= SETTINGS.incidents_despite_help:
        values = {"count": count, "days": SETTINGS.help_days, "date": min(starts)}
        yield Hit(case.scale_up, about=(), values=values)
