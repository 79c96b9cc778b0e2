"""Tells one family at three meetings: the first plan, the calm after it, and a new incident.

Why: falling back is part of the course, not a failure (method.md §1). A group sees what stays in
force, what waits again, and that nobody is punished for telling it.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from top3.method.settings import SETTINGS as METHOD
from top3.workshop.course import Course, Happening, later, sooner
from top3.workshop.draw import Draw
from top3.workshop.family import Family, Wish, draw_family
from top3.workshop.figures import SETTINGS
from top3.workshop.happened import of_situation
from top3.workshop.told import Told, source, tell

MEETINGS = 3

TRIES = 60
"""Families that are drawn before we say that none has a clean file at all three meetings."""

_APART = 1_000_003
"""Between the seeds of the families that are tried."""

_FALLEN_BACK = 40
"""Days from the second meeting to the third: the new incident lies between them."""

_CALM = 125
"""Days from the first meeting to the second: calm was confirmed for more than three months."""


class NoStory(Exception):
    """No family was found that is clean at all three meetings."""


@dataclass(frozen=True, slots=True)
class Story:
    """One family at three meetings, oldest first."""

    meetings: tuple[Told, ...]


def tell_story(wish: Wish) -> Story:
    """Tell a family whose third meeting is on the day of the wish. Raises NoStory."""
    for attempt in range(TRIES):
        asked = replace(wish, seed=wish.seed + attempt * _APART, phase=1, has_barring_order=False)
        clean = [*takewhile(_is_clean, map(tell, _families(asked)))]
        if len(clean) == MEETINGS:
            return Story(tuple(clean))
    raise NoStory


def _families(wish: Wish) -> tuple[Family, Family, Family]:
    """The same people and blocks on three days; only the course of days is another."""
    draw = source(wish).at("story")
    calm_day = wish.day - timedelta(days=_FALLEN_BACK)
    first_day = calm_day - timedelta(days=_CALM)
    drawn = draw_family(replace(wish, day=first_day), source(wish))
    start = drawn.course
    calm = _calm(start, calm_day, draw)
    again = _again(calm, wish.day, draw)
    return (
        drawn,
        _on(drawn, calm),
        _fallen_back(drawn, again),
    )


def _on(family: Family, course: Course) -> Family:
    return replace(family, wish=replace(family.wish, day=course.day), course=course)


def _fallen_back(family: Family, course: Course) -> Family:
    """What came back happens again; of the rest nobody saw anything for months."""
    told = _on(family, course)
    newest = f"i{len(course.happenings)}"
    often = tuple(
        _often_now(was, newest in of_situation(number, told))
        for number, was in enumerate(family.often, 1)
    )
    return replace(told, often=often)


def _often_now(was: str, came_back: bool) -> str:
    if was == "once":
        return "now and then" if came_back else was
    return was if came_back else "now and then"


def _calm(start: Course, day: date, draw: Draw) -> Course:
    """Everybody confirmed it apart, and fase 2 was decided."""
    planned = sooner(draw.before(day, 1, 4))
    confirmed = sooner(draw.before(planned, 1, 3))
    halfway = sooner(start.planned + (confirmed - start.planned) // 2)
    return replace(
        start,
        day=day,
        phase=2,
        planned=planned,
        next_review=later(planned + timedelta(days=draw.number(28, 40))),
        reviews=(*start.reviews, planned),
        moved=(planned,),
        calm_talks=(halfway, confirmed),
        last_talks=confirmed,
    )


def _again(calm: Course, day: date, draw: Draw) -> Course:
    """It happened again, was told and reported, and the plan went back to fase 1."""
    planned = sooner(draw.before(day, 0, 2))
    talks = sooner(draw.before(planned, 1, 2))
    known = draw.before(talks, 1, 3)
    happened = Happening(draw.before(known, 0, 2), known, draw.number(0, 2))
    return replace(
        calm,
        day=day,
        phase=1,
        happenings=(happened, *calm.happenings),
        reported=(*calm.reported, min(talks, known + timedelta(days=1))),
        planned=planned,
        next_review=later(planned + timedelta(days=draw.number(7, 12))),
        reviews=(*calm.reviews, planned),
        last_talks=talks,
    )


def _is_clean(told: Told) -> bool:
    if not told.is_clean or told.drafted is None:
        return False
    is_in_phase = told.drafted.judgement.phase.number == told.family.course.phase
    return is_in_phase and _feels_calm(told) and told.follows_the_tool


def _feels_calm(told: Told) -> bool:
    """In calm days no child gives a number that stands for unsafe: that would be another story."""
    if told.family.course.phase == 1:
        return True
    last = [m["safety_scores"][-1:] for m in told.data["members"] if m["age"] < METHOD.adult_from]
    return all(one["score"] >= SETTINGS.unsafe_below for scores in last for one in scores)
