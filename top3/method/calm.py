"""Who confirmed that it is calm, or that the daily care is good enough, and up to which day.

Whose word is needed: every adult's whom another did violence to, and one child's, each spoken with
apart; of a child under 4, and of care, that of a named adult from outside the household (method.md
§1). Who hit back, or hit a child, is still asked: a word beside the others', never for them.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from top3.case.fields import Entry
from top3.case.model import Case
from top3.case.people import Member
from top3.method import facts

Kind = Literal["calm", "care"]
"""What is confirmed: that there is no violence, or (after neglect) that care is good enough."""


def confirmed(kind: Kind, last: date, case: Case, day: date) -> tuple[date | None, tuple[str, ...]]:
    """Give the day up to which it was confirmed since `last`; without one, whose word is missing.

    Of all whose word is needed the earliest of their last words counts.
    """
    if kind == "care":
        seen = [o.date for o in case.violence.observations if o.date and o.good_care and o.by]
        return max((d for d in seen if last <= d <= day), default=None), ()
    words, missing = _words_needed(last, case, day)
    days = [word for word in words if word]
    return (min(days), ()) if len(days) == len(words) else (None, tuple(missing))


def _words_needed(last: date, case: Case, day: date) -> tuple[list[date | None], list[str]]:
    """Give the last word of each adult who was harmed and of the children; who has not said any.

    Where nobody else can say so, somebody from outside must have seen it, of each child harmed.
    """
    said = {member.id: _latest(member, last, day) for member in _harmed_adults(case, day)}
    if child := _only_victim(case, day):
        small = facts.is_unborn(child) or not facts.speaks(child, case, day)
        theirs = _seen_calm(case, last, day, child) if small else _latest(child, last, day)
        said |= {child.id: theirs}
        return [*said.values()], _without_a_day(said)
    children = facts.children(case, day)
    using = facts.uses_violence(case)
    speaking = [c for c in children if facts.speaks(c, case, day) and c.id not in using]
    if speaking:
        theirs = max((d for c in speaking if (d := _latest(c, last, day))), default=None)
        silent = [] if theirs else [child.id for child in speaking]
        return [*said.values(), theirs], [*_without_a_day(said), *silent]
    if not facts.victims(case) & {*said}:
        harmed = [child for child in children if child.id in facts.victims(case)]
        said |= {child.id: _seen_calm(case, last, day, child) for child in harmed}
        if not harmed:
            return [*said.values(), _seen_calm(case, last, day, None)], _without_a_day(said)
    return [*said.values()], _without_a_day(said)


def _without_a_day(said: dict[str, date | None]) -> list[str]:
    return [identifier for identifier, moment in said.items() if moment is None]


def fell_short_on(kind: Kind, case: Case, day: date) -> Iterator[date]:
    """Days on which somebody said it was not calm, or saw that care fell short."""
    if kind == "calm":
        for member in case.members:
            said = (t.date for t in member.conversations if t.date and t.calm is False)
            yield from (moment for moment in said if moment <= day)
    for seen in case.violence.observations:
        verdict = seen.calm if kind == "calm" else seen.good_care
        if seen.date and verdict is False and seen.date <= day:
            yield seen.date


def said_on(until: date, kind: Kind, case: Case) -> list[Entry]:
    """The contacts or observations of the day up to which calm, or care, was confirmed."""
    talks = [t for m in case.members for t in m.conversations if t.date == until and t.calm]
    seen = [o for o in case.violence.observations if o.date == until and (o.calm or o.good_care)]
    return [*talks, *seen] if kind == "calm" else [*seen]


def _only_victim(case: Case, day: date) -> Member | None:
    """The child who is the only victim, if it is so."""
    harmed = [member for member in case.members if member.id in facts.victims(case)]
    is_child = len(harmed) == 1 and harmed[0].id not in {m.id for m in facts.adults(case, day)}
    return harmed[0] if is_child else None


def _harmed_adults(case: Case, day: date) -> list[Member]:
    harmed = facts.victims(case) | facts.harmed_by_another(case)
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
