"""Counts the confirmed days since the last violence, or since care last fell short (method.md §1).

Silence is not safety: the clock runs from the last violence to the last day on which calm was
confirmed, not to today. Days apart are left out: they prove nothing about change.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from top3.case.model import Case
from top3.case.violence import Incident, Measure
from top3.case.vocabulary import Feature, Form
from top3.method import facts
from top3.method import knowledge as known
from top3.method.calm import Kind, confirmed, fell_short_on, said_on
from top3.method.decisions import is_set_aside
from top3.method.reason import Reason, because
from top3.method.settings import SETTINGS

_FAR = 3650
"""Days after which nobody can say when the gate opens."""


@dataclass(frozen=True, slots=True)
class Clock:
    """One count: from the last violence to the last confirmation, without the days apart."""

    days: int
    opens: date | None
    because: tuple[Reason, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether enough days were confirmed."""
        return self.days >= SETTINGS.calm_days


def clocks(case: Case, day: date) -> Iterator[Clock]:
    """One clock for violence, one for neglect; with both, both must be open."""
    incidents = case.violence.incidents
    neglect = [i for i in incidents if Feature.NEGLECT in i.features]
    violence = [i for i in incidents if set(i.features) != {Feature.NEGLECT}]
    forms = {entry.form for entry in case.violence.forms}
    is_neglect = bool(neglect) or Form.NEGLECT in forms
    if violence or not is_neglect or forms - {Form.NEGLECT}:
        yield _clock(case, day, "calm", violence, [i for i in violence if _counts(i, case, day)])
    if is_neglect:
        yield _clock(case, day, "care", neglect, neglect)


def _counts(incident: Incident, case: Case, day: date) -> bool:
    """A lesser incident restarts the clock until the team's dated decision says otherwise."""
    return facts.is_serious(incident, case) or not is_set_aside(incident, case, day)


def _clock(
    case: Case, day: date, kind: Kind, incidents: list[Incident], counting: list[Incident]
) -> Clock:
    """Run one clock over its incidents; `counting`: those that the team did not set aside.

    When all were set aside it still runs from the last of them.
    """
    if not incidents:
        return Clock(0, None, (because(f"{kind}_no_date"),))
    if undated := [i for i in counting if not _is_dated(i, day)]:
        return Clock(0, None, (because(f"{kind}_no_date", *undated),))
    counting = counting or incidents
    dates = (i.date.last for i in counting if i.date and i.date.last)
    happened = min(max(dates, default=day), day)
    last = max((happened, *fell_short_on(kind, case, day)))
    latest = [i for i in counting if i.date and i.date.last and i.date.last >= last]
    until, who = confirmed(kind, last, case, day)
    apart = _apart(case)
    days = _days(last, until, apart) if until else 0
    key = f"{kind}_last" if last == happened else f"{kind}_not"
    reasons = [because(key, *latest, date=last)]
    if until:
        needed = SETTINGS.calm_days
        said = said_on(until, kind, case)
        reasons.append(because(f"{kind}_confirmed", *said, date=until, days=days, needed=needed))
    elif who:
        missing = (case.person(identifier) for identifier in who)
        reasons.append(because(f"{kind}_unconfirmed", *missing, who=who))
    else:
        reasons.append(because(f"{kind}_unseen"))
    if until and (lost := (until - last).days - days):
        reasons.append(because("apart", *apart, days=lost))
    opens = _opens(last, apart)
    if days < SETTINGS.calm_days:
        reasons.append(_when(kind, opens, day))
    return Clock(days, opens, tuple(reasons))


def _when(kind: Kind, opens: date | None, day: date) -> Reason:
    """Say when the gate can open; where that day has passed, only a confirmation is missing."""
    if opens is None:
        return because("opens_unknown")
    return because(f"{kind}_opens" if opens > day else "only_confirm", date=opens)


def _is_dated(incident: Incident, day: date) -> bool:
    """Tell whether it has a day that is not still to come; a typing error proves nothing."""
    first = incident.date.first if incident.date else None
    return first is not None and first <= day


def _apart(case: Case) -> list[Measure]:
    return [m for m in case.measures if m.kind in known.APART]


def _is_apart(moment: date, apart: list[Measure]) -> bool:
    """A measure without a start or an end counts as running: what we don't know proves nothing."""
    spans = ((m.start or date.min, m.end or date.max) for m in apart)
    return any(start <= moment <= end or start > end for start, end in spans)


def _days(last: date, until: date, apart: list[Measure]) -> int:
    """Count the days after `last` up to and with `until`, without the days apart."""
    if not apart:
        return (until - last).days
    span = (last + timedelta(days=n) for n in range(1, (until - last).days + 1))
    return sum(not _is_apart(moment, apart) for moment in span)


def _opens(last: date, apart: list[Measure]) -> date | None:
    """The first day on which the gate can open, if calm is confirmed until then."""
    if any(m.end is None for m in apart):
        return None
    moment, days = last, 0
    while days < SETTINGS.calm_days:
        if (moment - last).days > _FAR:
            return None
        moment += timedelta(days=1)
        days += not _is_apart(moment, apart)
    return moment
