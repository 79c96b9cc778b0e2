"""Which phase, and is the gate open: confirmed days without violence (method.md §1).

Time opens the question, a person decides. Silence is not safety: the clock runs from the last
violence to the last day on which calm was confirmed, not to today.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from top3.case.fields import Entry
from top3.case.model import Case
from top3.case.people import Member
from top3.case.plan import Decision
from top3.case.violence import Incident, Measure
from top3.case.vocabulary import Answer, Feature, Form
from top3.method import facts
from top3.method import knowledge as known
from top3.method.reason import Reason, because
from top3.method.settings import SETTINGS

_FAR = 3650
"""Days after which nobody can say when the gate opens."""


@dataclass(frozen=True, slots=True)
class Phase:
    """`number`: the phase as judged; `recorded`: as people wrote it; `because`: at least one."""

    number: int
    recorded: int
    gate_open: bool
    calm_days: int
    earliest_next: date | None
    because: tuple[Reason, ...]

    def __post_init__(self) -> None:
        """Explained or not built (law 5)."""
        if not self.because:
            raise ValueError("a phase without a reason")


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


def judge_phase(case: Case, day: date) -> Phase:
    """Judge the phase on `day`; a recorded 2 or 3 holds with an open gate or a decision."""
    clocks = [*_clocks(case, day)]
    gate_open = all(clock.is_open for clock in clocks) and case.violence.acute is not Answer.YES
    recorded = case.recorded_phase
    answer = answered(case, "T202", day)
    reasons = [reason for clock in clocks for reason in clock.because]
    if case.violence.acute is Answer.YES:
        reasons.append(because("acute", case.violence))
    reasons.append(
        because("recorded", case.plan.phase, phase=recorded)
        if case.plan.phase
        else because("no_record")
    )
    if answer and not gate_open:
        reasons.append(
            because("decided", answer, by=answer.by, date=answer.date, until=answer.until)
        )
    allowed = recorded if is_decided(case) else min(recorded, 2)
    opens = [clock.opens for clock in clocks]
    return Phase(
        number=allowed if gate_open or answer else 1,
        recorded=recorded,
        gate_open=gate_open,
        calm_days=min(clock.days for clock in clocks),
        earliest_next=None if gate_open or None in opens else max(day, *(o for o in opens if o)),
        because=tuple(reasons),
    )


def is_decided(case: Case) -> bool:
    """Fase 3 asks a dated, reasoned decision of a person (method.md §1)."""
    phase = case.plan.phase
    return phase is None or phase.level < 3 or bool(phase.date and phase.by and phase.why)


def answered(case: Case, about: str, day: date) -> Decision | None:
    """A reasoned decision that still holds: who, when, why, until when, after the last violence."""
    since = facts.last_known(case, day) or date.min
    found = (d for d in case.decisions if d.about == about and d.until)
    return next((d for d in found if _stands(d, since, day)), None)


def _stands(decision: Decision, since: date, day: date) -> bool:
    """Tell whether somebody decided it, with a reason, since then, and it has not ended."""
    is_dated = decision.date is not None and since <= decision.date <= day
    has_ended = decision.until is not None and decision.until < day
    return bool(decision.by and decision.why) and is_dated and not has_ended


def _clocks(case: Case, day: date) -> Iterator[Clock]:
    """One clock for violence, one for neglect; with both, both must be open."""
    incidents = case.violence.incidents
    neglect = [i for i in incidents if Feature.NEGLECT in i.features]
    violence = [i for i in incidents if set(i.features) != {Feature.NEGLECT}]
    forms = {entry.form for entry in case.violence.forms}
    is_neglect = bool(neglect) or Form.NEGLECT in forms
    if violence or not is_neglect or forms - {Form.NEGLECT}:
        yield _clock(case, day, "calm", [i for i in violence if _counts(i, case, day)], violence)
    if is_neglect:
        yield _clock(case, day, "care", neglect, neglect)


def _counts(incident: Incident, case: Case, day: date) -> bool:
    """A lesser incident restarts the clock until the team's dated decision says otherwise."""
    return facts.is_serious(incident, case) or not _set_aside(incident, case, day)


def _set_aside(incident: Incident, case: Case, day: date) -> bool:
    since = facts.known_since(incident, day)
    return any(d.about == incident.id and _stands(d, since, day) for d in case.decisions)


def _clock(
    case: Case, day: date, kind: str, counting: list[Incident], incidents: list[Incident]
) -> Clock:
    if not incidents:
        return Clock(0, None, (because(f"{kind}_no_date"),))
    undated = [i for i in counting if not _is_dated(i, day)]
    if undated:
        return Clock(0, None, (because(f"{kind}_no_date", *undated),))
    dates = (i.date.last for i in counting or incidents if i.date and i.date.last)
    happened = min(max(dates, default=day), day)
    last = max(happened, *_not_calm(case, day, kind))
    latest = [i for i in counting or incidents if i.date and i.date.last and i.date.last >= last]
    until, who = _confirmed(case, day, kind, last)
    apart = _apart(case)
    days = _days(last, until, apart) if until else 0
    key = f"{kind}_last" if last == happened else f"{kind}_not"
    reasons = [because(key, *latest, date=last)]
    if until:
        needed = SETTINGS.calm_days
        said = _said_on(case, until, kind)
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


def _said_on(case: Case, until: date, kind: str) -> list[Entry]:
    """The contacts or observations of the day up to which calm, or care, was confirmed."""
    talks = [t for m in case.members for t in m.conversations if t.date == until and t.calm]
    seen = [o for o in case.violence.observations if o.date == until and (o.calm or o.good_care)]
    return [*talks, *seen] if kind == "calm" else [*seen]


def _when(kind: str, opens: date | None, day: date) -> Reason:
    """Say when the gate can open; where that day has passed, only a confirmation is missing."""
    if opens is None:
        return because("opens_unknown")
    return because(f"{kind}_opens" if opens > day else "only_confirm", date=opens)


def _is_dated(incident: Incident, day: date) -> bool:
    """Tell whether it has a day that is not still to come; a typing error proves nothing."""
    first = incident.date.first if incident.date else None
    return first is not None and first <= day


def _not_calm(case: Case, day: date, kind: str) -> Iterator[date]:
    """Days on which somebody said it was not calm, or saw that care fell short."""
    yield date.min
    if kind == "calm":
        for member in case.members:
            said = (t.date for t in member.conversations if t.date and t.calm is False)
            yield from (moment for moment in said if moment <= day)
    for seen in case.violence.observations:
        verdict = seen.calm if kind == "calm" else seen.good_care
        if seen.date and verdict is False and seen.date <= day:
            yield seen.date


def _confirmed(case: Case, day: date, kind: str, last: date) -> tuple[date | None, tuple[str, ...]]:
    """The earliest of the last confirmations that are needed, or the ids who are still missing."""
    if kind == "care":
        seen = [o.date for o in case.violence.observations if o.date and o.good_care and o.by]
        return max((d for d in seen if last <= d <= day), default=None), ()
    if child := _only_victim(case, day):
        small = facts.is_unborn(child) or not facts.speaks(child, case, day)
        alone = _seen_calm(case, last, day, child) if small else _latest(child, last, day)
        return alone, () if alone else (child.id,)
    needed = [_latest(member, last, day) for member in _adult_victims(case, day)]
    missing = [member.id for member in _adult_victims(case, day) if not _latest(member, last, day)]
    children = facts.children(case, day)
    using = facts.uses_violence(case)
    speaking = [c for c in children if facts.speaks(c, case, day) and c.id not in using]
    if speaking:
        needed.append(max((d for c in speaking if (d := _latest(c, last, day))), default=None))
        missing += [] if needed[-1] else [child.id for child in speaking]
    elif not needed:
        harmed = [child for child in children if child.id in facts.victims(case)]
        seen_of = {child.id: _seen_calm(case, last, day, child) for child in harmed}
        needed += [*seen_of.values()] or [_seen_calm(case, last, day, None)]
        missing += [identifier for identifier, seen_on in seen_of.items() if not seen_on]
    dates = [confirmed for confirmed in needed if confirmed]
    return (min(dates), ()) if len(dates) == len(needed) else (None, tuple(missing))


def _only_victim(case: Case, day: date) -> Member | None:
    """The child who is the only victim, if it is so."""
    harmed = [member for member in case.members if member.id in facts.victims(case)]
    is_child = len(harmed) == 1 and harmed[0].id not in {m.id for m in facts.adults(case, day)}
    return harmed[0] if is_child else None


def _adult_victims(case: Case, day: date) -> list[Member]:
    harmed = facts.victims(case)
    return [member for member in facts.adults(case, day) if member.id in harmed]


def _latest(member: Member, last: date, day: date) -> date | None:
    """The last day this person confirmed calm, spoken with apart, since the last violence."""
    return max(
        (
            talk.date
            for talk in member.conversations
            if talk.date and talk.alone and talk.calm and last <= talk.date <= day
        ),
        default=None,
    )


def _seen_calm(case: Case, last: date, day: date, child: Member | None) -> date | None:
    """For a child under 4, or nobody who can say so: a named adult from outside who saw it."""
    seen = (
        o.date
        for o in case.violence.observations
        if o.calm and o.by and (child is None or not o.about or child.id in o.about)
    )
    return max((d for d in seen if d and last <= d <= day), default=None)


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
