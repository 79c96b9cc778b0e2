"""Draws a family: a profile, a cast, a course of days, and blocks that fit them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from top3.method.knowledge import SEVERITY_ORDER
from top3.method.settings import SETTINGS as METHOD
from top3.words import Words
from top3.workshop.blocks import Need, Profile, Trouble, load
from top3.workshop.cast import Cast, gather
from top3.workshop.course import YOUNGEST_A_YEAR_ON, Course, Happening, draw_course
from top3.workshop.draw import Draw
from top3.workshop.figures import FIGURES, SETTINGS

MOST = METHOD.most_priorities
INJURIES = ("injury", "serious injury", "danger to life")
_SERIOUS_FEATURES = {"threat", "sexual", "weapon"}
_OFTEN = {"weekly", "daily"}
_WITHIN = {"daily": 12, "weekly": 16, "monthly": 45}
"""Days back to the last time of what happens so often."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for. None: as often as the figures and settings say.

    `ages`: of the children, in whole years; without them `eldest` is the least age of the eldest
    child. `day`: the reference date of the case.
    """

    seed: int
    day: date
    language: str
    profile: str | None = None
    phase: int | None = None
    ages: tuple[int, ...] | None = None
    eldest: int | None = None
    has_barring_order: bool | None = None

    @property
    def is_year_on(self) -> bool:
        """A later phase is asked for: that comes a year after the report."""
        return self.phase is not None and self.phase > 1


@dataclass(frozen=True, slots=True)
class Family:
    """Everything that was drawn for one family, before it is told.

    `troubles`: the top 3 and, where it fits, a fourth that waits; `often`: how often each is.
    """

    wish: Wish
    profile: Profile
    cast: Cast
    course: Course
    troubles: tuple[Trouble, ...]
    often: tuple[str, ...]
    risks: tuple[Need, ...]
    recoveries: tuple[Need, ...]
    has_barring_order: bool
    is_child_abuse_suspected: bool

    @property
    def words(self) -> Words:
        """The words of the language in which the family is told."""
        return Words(self.wish.language)

    @property
    def top(self) -> tuple[Trouble, ...]:
        """The situations of the top 3."""
        return self.troubles[:MOST]

    @property
    def lives_out(self) -> bool:
        """Who uses violence lives elsewhere, by a barring order or by an agreement."""
        return self.has_barring_order or any(block.sends_out for block in self.top)

    @property
    def using(self) -> set[str]:
        """The ids of who uses violence."""
        return {i for block in self.troubles for i in self.cast.ids(block.by)}

    def block_of(self, happening: Happening) -> Trouble:
        """The situation that an incident is of."""
        return self.troubles[situation_of(happening, self.troubles)]


def draw_family(wish: Wish, draw: Draw) -> Family:
    """Draw everything that makes one family. `fitting_profiles` must leave one."""
    profile = load(wish.profile or draw.weighted(fitting_profiles(wish)), wish.language)
    ages = wish.ages or (profile.eldest_from + YOUNGEST_A_YEAR_ON,)
    was_there = min(ages) >= YOUNGEST_A_YEAR_ON and max(ages) > profile.eldest_from
    course = draw_course(wish.day, wish.phase, draw, was_there=was_there)
    cast = gather(profile, wish.ages, wish.eldest, course.youngest, draw, Words(wish.language))
    troubles = _troubles(profile, cast, course, draw)
    return Family(
        wish=wish,
        profile=profile,
        cast=cast,
        course=course,
        troubles=troubles,
        often=_often(troubles, course, draw.at("often")),
        risks=_needs(profile.risks, cast, course.phase == 2, draw),
        recoveries=_needs(profile.recoveries, cast, course.phase == 3, draw),
        has_barring_order=_has_barring_order(wish, cast, course, draw),
        is_child_abuse_suspected=bool(cast.children) and draw.chance(SETTINGS.abuse_suspected),
    )


def fitting_profiles(wish: Wish) -> Mapping[str, float]:
    """The profiles that children of these ages can play in, with their weights.

    None where a later phase is asked for and a child was not born a year ago.
    """
    if wish.is_year_on and min(wish.ages or (YOUNGEST_A_YEAR_ON,)) < YOUNGEST_A_YEAR_ON:
        return {}
    return {
        kind: weight
        for kind, weight in SETTINGS.profiles.items()
        if wish.profile in (None, kind)
        if wish.ages is None
        or max(wish.ages, default=0) >= load(kind, wish.language).eldest_from + wish.is_year_on
    }


def _has_barring_order(wish: Wish, cast: Cast, course: Course, draw: Draw) -> bool:
    """A huisverbod is for an adult, and another stays behind at home (regiovisie bijlage 1)."""
    is_drawn = draw.chance(FIGURES.barring_order)
    is_adult = cast.ids(("actor",)) == [cast.adults[0].who.id]
    wanted = is_drawn if wish.has_barring_order is None else wish.has_barring_order
    return wanted and is_adult and course.phase == 1 and "couple" in cast.tags


def _troubles(profile: Profile, cast: Cast, course: Course, draw: Draw) -> tuple[Trouble, ...]:
    """Three that cover every child and, last, one that waits and leaves nobody out."""
    fitting = [block for block in profile.troubles if block.needs <= cast.tags]
    if not course.is_serious:
        fitting = [block for block in fitting if not is_serious(block)]
    mixed = draw.some(fitting, len(fitting))
    trios = combinations(mixed, min(MOST, len(mixed)))
    is_covering = _covering(mixed, cast)
    covering = [trio for trio in trios if _fits_profile(trio, profile) and is_covering(trio)]
    if course.is_serious:
        grave = [
            trio for trio in covering if any(is_serious(one) or _is_often(one) for one in trio)
        ]
        covering = grave or covering
    top = sorted(draw.one(covering), key=lambda block: _comes_later(block, course))
    return (*top, *_fourth(mixed, top, cast))


def _fourth(mixed: Sequence[Trouble], top: Sequence[Trouble], cast: Cast) -> list[Trouble]:
    """One that can wait: not graver than the top 3, and of who acts there already."""
    doing = {i for block in top for i in cast.ids(block.by)}
    least = min(SEVERITY_ORDER.index(block.severity) for block in top)
    rest = [
        block
        for block in mixed
        if block not in top and not is_serious(block) and {*cast.ids(block.by)} <= doing
    ]
    light = [block for block in rest if SEVERITY_ORDER.index(block.severity) <= least]
    return (light or rest)[:1]


Covering = Callable[[Sequence[Trouble]], bool]


def _covering(blocks: Sequence[Trouble], cast: Cast) -> Covering:
    """Tell whether every child is thought of, the actor acts, and who does it does better."""
    unsafe = {block.id: {*cast.ids(block.unsafe)} for block in blocks}
    doing = {block.id: {*cast.ids(block.by)} for block in blocks}
    owners = {block.id: {i for deal in block.deals for i in cast.ids(deal.who)} for block in blocks}
    actor, children = {*cast.ids(("actor",))}, {child.who.id for child in cast.children}

    def covers(trio: Sequence[Trouble]) -> bool:
        ids = [block.id for block in trio]
        do = set().union(*(doing[i] for i in ids))
        acts = actor <= do <= set().union(*(owners[i] for i in ids))
        return acts and children <= set().union(*(unsafe[i] for i in ids))

    return covers


def _fits_profile(trio: Sequence[Trouble], profile: Profile) -> bool:
    """Where the profile is of two who fight, the top 3 shows it."""
    return not profile.is_mutual or any(len(block.by) > 1 for block in trio)


def _comes_later(block: Trouble, course: Course) -> tuple[bool, bool]:
    """The newest incident is of what endangered a life, else of what happens often."""
    return block.severity != "danger to life", course.is_serious and not _is_often(block)


def situation_of(happening: Happening, troubles: Sequence[Trouble]) -> int:
    """Which situation an incident is of, from 0."""
    return min(happening.of, len(troubles) - 1)


def _often(troubles: Sequence[Trouble], course: Course, draw: Draw) -> tuple[str, ...]:
    """How often each happens, as far as its days allow (once there is a plan: happened, by then).

    Where the violence is serious or frequent, one of the top 3 shows it.
    """
    seen = course.day if course.phase == 1 else course.agreed
    is_shown = any(is_serious(block) for block in troubles[:MOST])
    found: list[str] = []
    for place, block in enumerate(troubles):
        days = [h.day for h in course.happenings if situation_of(h, troubles) == place]
        fitting = [one for one in block.frequency if _fits(one, days, seen)]
        calmer = [one for one in fitting if one not in _OFTEN] or ["now and then"]
        frequent = [one for one in fitting if one in _OFTEN]
        is_needed = not place and not is_shown
        is_often = course.is_serious and place < MOST and (is_needed or draw.chance(0.5))
        found.append(draw.one(frequent if is_often and frequent else calmer))
    return tuple(found)


def _fits(often: str, days: Sequence[date], seen: date) -> bool:
    """Tell whether something happened so often at the time it was seen; `days`: when it did."""
    if often == "once":
        return len(days) == 1
    last = max(day for day in days if day <= seen)
    return often not in _WITHIN or (seen - last).days <= _WITHIN[often]


def is_serious(block: Trouble) -> bool:
    """Tell whether somebody was hurt, or threatened."""
    return block.severity in INJURIES or bool(_SERIOUS_FEATURES & {*block.features})


def _is_often(block: Trouble) -> bool:
    return bool(_OFTEN & {*block.frequency})


def _needs(blocks: Sequence[Need], cast: Cast, is_phase: bool, draw: Draw) -> tuple[Need, ...]:
    """Two or three, of which the parts are played; in their own phase one more, which waits."""
    fitting = [block for block in blocks if block.needs <= cast.tags and cast.ids(block.of)]
    return tuple(draw.some(fitting, MOST + 1 if is_phase else draw.number(2, MOST)))
