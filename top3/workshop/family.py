"""Draws a family: a profile, a cast, a course of days, and blocks that fit them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from top3.words import Words
from top3.workshop.blocks import Need, Story, Trouble, story
from top3.workshop.cast import Cast, gather
from top3.workshop.course import Course, draw_course
from top3.workshop.draw import Draw
from top3.workshop.figures import FIGURES, SETTINGS

_SERIOUS = ("injury", "serious injury", "danger to life")
_SERIOUS_FEATURES = {"threat", "sexual", "weapon"}
_OFTEN = {"weekly", "daily"}
_MOST = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for. None: as often as the figures and settings say.

    `ages`: of the children, in whole years. `day`: the reference date of the case.
    """

    seed: int
    day: date
    language: str
    profile: str | None = None
    phase: int | None = None
    ages: tuple[int, ...] | None = None
    has_barring_order: bool | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """Everything that was drawn for one family, before it is told.

    `troubles`: the top 3 and, where it fits, a fourth that waits; `often`: how often each is.
    """

    wish: Wish
    story: Story
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


def draw_family(wish: Wish, draw: Draw) -> Family:
    """Draw everything that makes one family."""
    blocks = story(wish.profile or draw.weighted(SETTINGS.profiles), wish.language)
    cast = gather(blocks.cast, wish.ages, draw, Words(wish.language))
    course = draw_course(wish.day, wish.phase, draw)
    troubles = _troubles(blocks.troubles, cast, course, draw)
    return Family(
        wish=wish,
        story=blocks,
        cast=cast,
        course=course,
        troubles=troubles,
        often=_often(troubles, course, draw),
        risks=_needs(blocks.risks, cast, draw),
        recoveries=_needs(blocks.recoveries, cast, draw),
        has_barring_order=_has_barring_order(wish, cast, course, draw),
        is_child_abuse_suspected=bool(cast.children) and draw.chance(SETTINGS.abuse_suspected),
    )


def _has_barring_order(wish: Wish, cast: Cast, course: Course, draw: Draw) -> bool:
    """A huisverbod is for an adult, and another stays behind at home (regiovisie bijlage 1)."""
    is_drawn = draw.chance(FIGURES.barring_order)
    is_adult = cast.ids(("actor",)) == [cast.adults[0].who.id]
    wanted = is_drawn if wish.has_barring_order is None else wish.has_barring_order
    return wanted and is_adult and course.phase == 1 and "couple" in cast.tags


def _troubles(
    blocks: Sequence[Trouble], cast: Cast, course: Course, draw: Draw
) -> tuple[Trouble, ...]:
    """Three that cover every child and, last, one that waits and leaves nobody out."""
    fitting = [block for block in blocks if block.needs <= cast.tags]
    if not course.is_serious:
        fitting = [block for block in fitting if not _is_serious(block)]
    mixed = draw.some(fitting, len(fitting))
    most = min(_MOST, len(mixed))
    covering = [trio for trio in combinations(mixed, most) if _covers(trio, cast)]
    if course.is_serious:
        grave = [
            trio for trio in covering if any(_is_serious(one) or _is_often(one) for one in trio)
        ]
        covering = grave or covering
    top = draw.one(covering)
    doing = {i for block in top for i in cast.ids(block.by)}
    rest = [b for b in mixed if b not in top and not _is_serious(b) and {*cast.ids(b.by)} <= doing]
    return (*top, *rest[:1])


def _covers(trio: Sequence[Trouble], cast: Cast) -> bool:
    """Tell whether every child is thought of, the actor acts, and who does it does better."""
    unsafe = {i for block in trio for i in cast.ids(block.unsafe)}
    owners = {i for block in trio for deal in block.deals for i in cast.ids(deal.who)}
    doing = {i for block in trio for i in cast.ids(block.by)}
    acts = {*cast.ids(("actor",))} <= doing <= owners
    return acts and {child.who.id for child in cast.children} <= unsafe


def _often(troubles: Sequence[Trouble], course: Course, draw: Draw) -> tuple[str, ...]:
    """How often each happens; where the violence is serious or frequent, one of them shows it."""
    found: list[str] = []
    for place, block in enumerate(troubles):
        times = len(course.happenings[place :: min(len(troubles), _MOST)]) if place < _MOST else 0
        unfit = _OFTEN if times == 1 else {*_OFTEN, "once"}
        usual = [one for one in block.frequency if one not in unfit]
        is_last_chance = place == _MOST - 1 and not _shows(troubles[:_MOST], found)
        may_be_often = course.is_serious and (is_last_chance or draw.chance(0.5))
        frequent = [one for one in block.frequency if one in _OFTEN]
        found.append(draw.one(frequent if may_be_often and frequent else usual or ["now and then"]))
    if course.is_serious and not _shows(troubles[:_MOST], found):
        place = next(n for n, block in enumerate(troubles[:_MOST]) if _is_often(block))
        found[place] = next(one for one in troubles[place].frequency if one in _OFTEN)
    return tuple(found)


def _shows(troubles: Sequence[Trouble], often: Sequence[str]) -> bool:
    return any(_is_serious(block) for block in troubles) or bool(_OFTEN & {*often})


def _is_serious(block: Trouble) -> bool:
    return block.severity in _SERIOUS or bool(_SERIOUS_FEATURES & {*block.features})


def _is_often(block: Trouble) -> bool:
    return bool(_OFTEN & {*block.frequency})


def _needs(blocks: Sequence[Need], cast: Cast, draw: Draw) -> tuple[Need, ...]:
    """Two or three, of which the parts are played."""
    fitting = [block for block in blocks if block.needs <= cast.tags and cast.ids(block.of)]
    return tuple(draw.some(fitting, draw.number(2, _MOST)))
