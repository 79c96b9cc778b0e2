"""How it went: on which days something happened, was told, agreed and looked at again.

All days follow from the reference date, so that ages, reports, conversations, confirmations and
the phase agree (method.md §1). Nothing here knows a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from top3.workshop.draw import Draw
from top3.workshop.figures import FIGURES, SETTINGS

YOUNGEST_A_YEAR_ON = 2
"""Age in years of a child that was there during the whole year since the report."""

_FRIDAY, _WEEK = 4, 7

_REVIEW_AHEAD = {1: (7, 12), 2: (21, 40), 3: (50, 88)}
"""Days from the last review to the next, within what the phase allows."""

_LAST_VIOLENCE = (130, 200)
"""Days back to the last violence in fase 2; in fase 3 there was none since the report."""

_FIRST_REPORT = (330, 400)
"""Days back to the first report of a family that is told a year on."""

_WEEKS = ((0, 1, 2, 3), (0, 1, 2, 1, 3))
"""Of which situation each incident of the first weeks is, newest first: each has one to tell of,
what comes first the newest, what waits the oldest."""

_FIRST, _SINCE = (1, 2), (0, 1, 2, 3)
"""The same of a family in which it goes on: what was known at the start, and of late."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One incident: the day it was, and the day on which it became known.

    `of`: of which situation, from 0; in a family with fewer of them it is of the last one.
    """

    day: date
    known: date
    of: int


@dataclass(frozen=True, slots=True)
class Course:
    """The days of one family up to `day`, the reference date. Newest incident first."""

    day: date
    phase: int
    is_serious: bool
    """Frequent or serious violence now (in fase 2 and 3: before it stopped)."""
    happenings: tuple[Happening, ...]
    reported: tuple[date, ...]
    earlier: tuple[date, date] | None
    """An earlier report and the day on which it was closed."""
    agreed: date
    """The day of the first plan."""
    planned: date
    """The day of this version of the plan."""
    next_review: date
    reviews: tuple[date, ...]
    moved: tuple[date, ...]
    """The days on which fase 2 and fase 3 were decided."""
    first_talks: date
    talks_again: tuple[date, ...]
    """Talks after what happened later: nobody says yet that it is calm."""
    calm_talks: tuple[date, ...]
    last_talks: date
    is_year_on: bool

    @property
    def youngest(self) -> int:
        """The age in years of a child that was there on all these days."""
        return YOUNGEST_A_YEAR_ON if self.is_year_on else 1


def draw_course(day: date, phase: int | None, draw: Draw, *, was_there: bool = True) -> Course:
    """Draw the days of a family; without a phase as often as the figures say.

    `was_there`: a year ago the children could play their parts; else these are its first weeks.
    """
    is_year_on = draw.chance(SETTINGS.a_year_on) and was_there if phase is None else phase > 1
    if not is_year_on:
        return _start(day, draw, draw.chance(FIGURES.serious_at_start), draw.one(_WEEKS))
    if phase is None:
        goes_on = draw.chance(FIGURES.serious_after_year)
        phase = 1 if goes_on else draw.weighted(SETTINGS.calm_after_year)
        if phase == 1:
            return _goes_on(day, draw, goes_on)
    return _calm(day, phase, draw, draw.chance(FIGURES.serious_at_start))


def _start(day: date, draw: Draw, is_serious: bool, of: Sequence[int]) -> Course:
    """The first weeks: everybody has been spoken with and the first plan is there."""
    planned = sooner(draw.before(day, 0, 3))
    talks = sooner(draw.before(planned, 1, 2))
    happenings = _happened(draw.before(talks, 1, 2), of, draw)
    reported = min(talks, happenings[0].known + timedelta(days=draw.number(0, 1)))
    return Course(
        day=day,
        phase=1,
        is_serious=is_serious,
        happenings=happenings,
        reported=(reported,),
        earlier=_earlier(happenings[-1].day, draw),
        agreed=planned,
        planned=planned,
        next_review=_ahead(planned, day, 1, draw),
        reviews=(planned,),
        moved=(),
        first_talks=talks,
        talks_again=(),
        calm_talks=(),
        last_talks=talks,
        is_year_on=False,
    )


def _goes_on(day: date, draw: Draw, is_serious: bool) -> Course:
    """A year later, and it still happens: that is part of the course, not a failure."""
    first = _start(draw.before(day, *_FIRST_REPORT), draw, is_serious, _FIRST)
    planned = sooner(draw.before(day, 0, 3))
    talks = sooner(draw.before(planned, 1, 2))
    recent = _happened(draw.before(talks, 1, 2), _SINCE, draw)
    reported = min(talks, recent[0].known + timedelta(days=draw.number(0, 1)))
    quarter = (planned - first.planned) // 4
    between = [sooner(first.planned + quarter * part) for part in (1, 2, 3)]
    return Course(
        day=day,
        phase=1,
        is_serious=is_serious,
        happenings=(*recent, *first.happenings),
        reported=(*first.reported, reported),
        earlier=first.earlier,
        agreed=first.planned,
        planned=planned,
        next_review=_ahead(planned, day, 1, draw),
        reviews=(first.planned, *between, planned),
        moved=(),
        first_talks=first.first_talks,
        talks_again=(),
        calm_talks=(),
        last_talks=talks,
        is_year_on=True,
    )


def _calm(day: date, phase: int, draw: Draw, is_serious: bool) -> Course:
    """The violence stopped, everybody confirms it apart, and a person decided the phase."""
    first = _start(draw.before(day, *_FIRST_REPORT), draw, is_serious, draw.one(_WEEKS))
    again = _happened(draw.before(day, *_LAST_VIOLENCE), (0,), draw) if phase == 2 else ()
    planned = sooner(draw.before(day, 1, 10))
    confirmed = sooner(draw.before(planned, 1, 3))
    decided = later(first.day + timedelta(days=draw.number(130, 160)))
    earlier = (decided,) if phase == 3 else ()
    half = [sooner(moment - timedelta(days=2)) for moment in earlier]
    talks_again = [later(one.known + timedelta(days=draw.number(1, 3))) for one in again]
    looked_at = [later(talks + timedelta(days=draw.number(1, 4))) for talks in talks_again]
    return Course(
        day=day,
        phase=phase,
        is_serious=is_serious,
        happenings=(*again, *first.happenings),
        reported=(*first.reported, *(happening.known for happening in again)),
        earlier=first.earlier,
        agreed=first.planned,
        planned=planned,
        next_review=_ahead(planned, day, phase, draw),
        reviews=(first.planned, *looked_at, *earlier, planned),
        moved=(*earlier, planned),
        first_talks=first.first_talks,
        talks_again=tuple(talks_again),
        calm_talks=(*half, confirmed),
        last_talks=confirmed,
        is_year_on=True,
    )


def _happened(last_known: date, of: Sequence[int], draw: Draw) -> tuple[Happening, ...]:
    """Incidents back in time from the last one, known a few days after at the most."""
    found: list[Happening] = []
    known = last_known
    for place in of:
        day = draw.before(known, 0, 3 if found else 1)
        found.append(Happening(day, known, place))
        known = draw.before(day, 6, 35)
    return tuple(found)


def _earlier(first: date, draw: Draw) -> tuple[date, date] | None:
    if not draw.chance(FIGURES.known_before):
        return None
    closed = draw.before(first, 90, 700)
    return draw.before(closed, 100, 400), closed


def _ahead(planned: date, day: date, phase: int, draw: Draw) -> date:
    """The next review: after the reference date, and not longer ahead than the phase allows."""
    low, high = _REVIEW_AHEAD[phase]
    least = max(low, (day - planned).days + 1)
    return later(planned + timedelta(days=draw.number(least, max(least, high))))


def sooner(day: date) -> date:
    """The day itself, or the Friday before it: a team talks and plans on working days."""
    return day - timedelta(days=max(0, day.weekday() - _FRIDAY))


def later(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=_WEEK - day.weekday()) if day.weekday() > _FRIDAY else day
