"""Composes the timeline for the professionals: what happened, what was done, up to the gate.

Only what has a day of its own is an event: an agreement or help without a first day is none. What
must have happened on some day (an incident, a talk, a report, a review) stands there without one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from top3.case.fields import Span
from top3.case.model import Case
from top3.case.naming import name, names
from top3.case.people import Conversation
from top3.case.plan import Action, Agreement
from top3.case.violence import Measure, Observation
from top3.case.vocabulary import ConversationKind, Status
from top3.document.pictured import Event, Mark, Month, Timeline
from top3.document.plain import capital, span
from top3.method import agreed
from top3.method.check import Judgement
from top3.words import Words

KINDS = ("incident", "contact", "calm", "help", "review")


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    what: str
    when: Span
    lasts: bool = False


def timeline(case: Case, judged: Judgement, words: Words) -> Timeline | None:
    """Compose the timeline; None when there is nothing on it."""
    found = [*_incidents(case, words), *_talks(case, words), *_observations(case, words)]
    found += [*_contacts(case, words), *_help(case, judged.day, words), *_reviews(case, words)]
    if not found:
        return None
    opens = judged.phase.earliest_next
    marks = [judged.day, *([opens] if opens else [])]
    days = [d for one in found for d in (one.when.first, one.when.last) if d]
    start = min((*days, *marks)).replace(day=1)
    dated = sorted((one for one in found if one.when.known), key=lambda one: _order(one, start))
    undated = sorted(
        (one for one in found if not one.when.known), key=lambda one: KINDS.index(one.kind)
    )
    return Timeline(
        events=tuple(_event(n, one, start, words) for n, one in enumerate((*dated, *undated), 1)),
        months=tuple(_months(start, max((*days, *marks)), words)),
        reference=_mark("today", judged.day, start, words),
        gate=_mark("gate", opens, start, words) if opens else None,
        said=tuple(_said(judged, words)),
    )


def _said(judged: Judgement, words: Words) -> Iterator[str]:
    opens = judged.phase.earliest_next
    yield words.say("page.timeline.today_said", date=judged.day)
    if judged.phase.gate_open:
        yield words.say("page.timeline.gate_open")
    elif opens:
        yield words.say("page.timeline.gate_said", date=opens)
    else:
        yield words.say("page.timeline.gate_unknown")


# --- what happened -----------------------------------------------------------------------------


def _incidents(case: Case, words: Words) -> Iterator[_Found]:
    for one in case.violence.incidents:
        what = one.what or words.say("page.timeline.not_described", id=one.id)
        yield _Found("incident", what, one.date or Span(None, None))


def _talks(case: Case, words: Words) -> Iterator[_Found]:
    for member in case.members:
        for talk in member.conversations:
            yield _talk(talk, name(case, member.id, words), words)


def _talk(talk: Conversation, whom: str, words: Words) -> _Found:
    """Calm counts as confirmed where it was said apart, as the gate has it."""
    confirmed = bool(talk.calm and talk.alone)
    key = "seen" if talk.kind is ConversationKind.SEEN else "talk"
    parts = [words.say(f"page.timeline.{'calm_' if confirmed else ''}{key}", name=whom)]
    if talk.alone is not None:
        parts.append(words.say("page.timeline.alone" if talk.alone else "page.timeline.not_alone"))
    if talk.calm is not None and not confirmed:
        parts.append(words.say("page.timeline.is_calm" if talk.calm else "page.timeline.not_calm"))
    return _Found("calm" if confirmed else "contact", _by(parts, talk.by, words), _day(talk.date))


def _observations(case: Case, words: Words) -> Iterator[_Found]:
    for seen in case.violence.observations:
        yield _seen(seen, case, words)


def _seen(seen: Observation, case: Case, words: Words) -> _Found:
    """Calm counts as confirmed where a named adult saw it, as the gate has it."""
    confirmed = bool(seen.calm and seen.by)
    about = names(case, seen.about, words) if seen.about else ""
    of = "_of" if about else ""
    parts = [words.say(f"page.timeline.observed{of}", names=about)]
    if seen.calm is not None:
        parts.append(words.say("page.timeline.is_calm" if seen.calm else "page.timeline.not_calm"))
    if seen.good_care is not None:
        key = "good_care" if seen.good_care else "poor_care"
        parts.append(words.say(f"page.timeline.{key}"))
    return _Found("calm" if confirmed else "contact", _by(parts, seen.by, words), _day(seen.date))


def _contacts(case: Case, words: Words) -> Iterator[_Found]:
    for report in case.veilig_thuis.reports:
        parts = [words.say("page.timeline.report")]
        yield _Found("contact", _by(parts, report.by, words), _day(report.date))
    if case.veilig_thuis.informed:
        told = words.say("page.timeline.informed")
        yield _Found("contact", told, _day(case.veilig_thuis.informed))
    for expert in (e for e in case.team.experts if e.date):
        who = expert.who or words.say("words.a_professional")
        yield _Found("contact", words.say("page.timeline.expert", who=who), _day(expert.date))
    for meeting in (m for m in case.meetings if m.date and m.status is not Status.DROPPED):
        kind = words.show(meeting.kind) if meeting.kind else words.say("page.timeline.meeting")
        parts = [capital(kind), names(case, meeting.with_, words) if meeting.with_ else ""]
        yield _Found("contact", _stand(parts, meeting.status, words), _day(meeting.date))
    for use in (t for t in case.scale_up.tables if t.date):
        yield _Found("contact", capital(words.show(use.table)), _day(use.date))


def _off(what: Agreement | Action, start: date, day: date) -> bool:
    """Tell whether it was dropped before it began: then it never happened."""
    return what.status is Status.DROPPED and start > day


def _help(case: Case, day: date, words: Words) -> Iterator[_Found]:
    for priority in case.priorities:
        for agreement in (a for a in priority.agreements if a.since and not _off(a, a.since, day)):
            what = (agreement.what or agreement.id).rstrip(".")
            parts = [words.say("page.timeline.agreement", what=what)]
            yield _Found("help", _stand(parts, agreement.status, words), _day(agreement.since))
    for action in (a for a in agreed.actions(case) if a.start and not _off(a, a.start, day)):
        what = (action.what or action.id).rstrip(".")
        parts = [_by([words.say("page.timeline.help", what=what)], action.by, words)]
        yield _Found("help", _stand(parts, action.status, words), _day(action.start))
    for measure in case.measures:
        yield from _measure(measure, case, words)


def _measure(measure: Measure, case: Case, words: Words) -> Iterator[_Found]:
    start, end = measure.start, measure.end
    parts = [capital(words.show(measure.kind))]
    if measure.binds:
        bound = names(case, measure.binds, words)
        parts = [words.say("page.timeline.binds", what=parts[0], names=bound)]
    if start and end and start <= end:
        parts.append(words.say("page.timeline.until", date=end))
        yield _Found("help", ", ".join(parts), Span(start, end), lasts=True)
        return
    for key, moment in (("from", start), ("ends", end)):
        if moment:
            told = words.say(f"page.timeline.{key}", what=parts[0])
            yield _Found("help", told, _day(moment))


def _reviews(case: Case, words: Words) -> Iterator[_Found]:
    for review in case.reviews:
        key = "review_changed" if review.changed else "review"
        told = words.say(f"page.timeline.{key}", what=review.changed or "")
        yield _Found("review", told, _day(review.date))
    plan = case.plan
    if plan.phase and plan.phase.date:
        parts = [words.say("page.timeline.phase", number=plan.phase.level)]
        yield _Found("review", _by(parts, plan.phase.by, words), _day(plan.phase.date))
    if plan.next_review:
        told = words.say("page.timeline.next_review")
        yield _Found("review", told, _day(plan.next_review))


def _by(parts: list[str], by: str | None, words: Words) -> str:
    told = [words.say("page.timeline.by", who=by)] if by else []
    return ", ".join((*parts, *told))


def _stand(parts: list[str], status: Status | None, words: Words) -> str:
    said = words.show(status) if status and status is not Status.ACTIVE else ""
    return ", ".join(part for part in (*parts, said) if part)


# --- when --------------------------------------------------------------------------------------


def _day(day: date | None) -> Span:
    return Span(day, day)


def _order(one: _Found, start: date) -> tuple[int, int]:
    return _at(one, start), KINDS.index(one.kind)


def _at(one: _Found, start: date) -> int:
    """The day on which it is drawn: the first of what lasts, the middle of what is uncertain."""
    first, last = _ends(one, start)
    return first if one.lasts else (first + last) // 2


def _ends(one: _Found, start: date) -> tuple[int, int]:
    first, last = one.when.first or start, one.when.last or start
    return (first - start).days, (last - start).days


def _event(number: int, one: _Found, start: date, words: Words) -> Event:
    key = "happened" if one.kind == "incident" else "event"
    if not one.when.known:
        when = capital(words.say("page.timeline.undated"))
        text = words.say(f"page.timeline.{key}", when=when, what=one.what)
        return Event(number, one.kind, text, None, 0, 0, False, "")
    first, last = _ends(one, start)
    exact = one.lasts or first == last
    when = _when(one, exact, words)
    text = words.say(f"page.timeline.{key}", when=capital(when), what=one.what)
    at = _at(one, start)
    short = _short(start + timedelta(days=at), words) if exact else ""
    return Event(number, one.kind, text, at, first, last, exact, short)


def _when(one: _Found, exact: bool, words: Words) -> str:
    """Write the day; of a month or a year "rond maart 2024"; a period as it stands."""
    first, last = one.when.first, one.when.last
    if exact and first:
        return words.date(first)
    told = span(one.when, words)
    bounds = words.say("words.period", first=first, last=last)
    return told if told == bounds else words.say("page.timeline.around", when=told)


def _short(day: date, words: Words) -> str:
    return f"{day.day} {words.entry('page.timeline.months')[day.month - 1]}"


def _mark(key: str, day: date, start: date, words: Words) -> Mark:
    return Mark((day - start).days, words.say(f"page.timeline.{key}"), _short(day, words))


def _months(start: date, end: date, words: Words) -> Iterator[Month]:
    """Every first of a month from the start to the one after the end."""
    names_ = words.entry("page.timeline.months")
    moment = start
    while True:
        place = (moment - start).days
        yield Month(place, moment.year, moment.month, names_[moment.month - 1])
        if moment > end or (moment.year, moment.month) == (9999, 12):
            return
        moment = (moment + timedelta(days=32)).replace(day=1)
