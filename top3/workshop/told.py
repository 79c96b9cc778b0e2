"""Tells a drawn family, in the order that the tool proposes, and writes it as a case file."""

from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property

from top3.case.reader import Reading, read
from top3.document.release import Examination, examine
from top3.method.phase import judge_phase
from top3.method.plan import build_plan
from top3.words import Words
from top3.workshop.data import PRIORITIES, Data
from top3.workshop.describe import describe
from top3.workshop.draw import Draw
from top3.workshop.family import MOST, Family, Wish, draw_family
from top3.workshop.write import draft, write_case

_TRIES = 20
_APART = 15_485_863
"""Between the seed of a family and the one drawn in its place."""


@dataclass(frozen=True)
class Told:
    """A family as data, and as the file that says the same (written when somebody asks)."""

    family: Family
    data: Data

    @cached_property
    def file(self) -> bytes:
        """Write the case file, with a heading that says that it is invented."""
        wish = self.family.wish
        words = Words(wish.language)
        heading = [words.say("families/common.heading.invented")]
        heading += [words.say("families/common.heading.day", day=wish.day.isoformat())]
        return write_case(self.data, wish.language, heading)

    @cached_property
    def reading(self) -> Reading:
        """Read the file as any other."""
        return read(self.file)

    @cached_property
    def exam(self) -> Examination:
        """Examine the file as any other, on its reference date."""
        return examine(self.reading, self.family.wish.day)

    @cached_property
    def drafted(self) -> Examination | None:
        """Examine it before it is written, much sooner; None when it can't be read.

        Only places in the file differ from `exam`.
        """
        reading = read(draft(self.data, self.family.wish.language))
        return examine(reading, self.family.wish.day) if reading.case else None

    @cached_property
    def is_clean(self) -> bool:
        """Tell whether nothing is found in it."""
        return self.drafted is not None and not self.drafted.findings

    @cached_property
    def order(self) -> list[str]:
        """The ids of all priorities of its phase, in the order in which the tool puts them."""
        return proposed(self.data, self.family.wish)

    @property
    def follows_the_tool(self) -> bool:
        """Tell whether the tool would put what is worked on first, in the same order."""
        items = self.data[PRIORITIES[self.family.course.phase]]
        ranked = sorted((item["rank"], item["id"]) for item in items if item["rank"])
        return [identifier for _, identifier in ranked] == self.order[: len(ranked)]

    @property
    def waits_with_a_reason(self) -> bool:
        """Tell whether there is a number four too, which the tool would let wait."""
        return self.follows_the_tool and len(self.order) > MOST


def invent(wish: Wish) -> Told:
    """Invent a family whose file has no findings on its reference date.

    Two sentences that were written apart can say the same ("when it gets too much"), and then one
    gives the other away (T901): such a family is drawn again. A test holds that this is rare.
    """
    for attempt in range(_TRIES):
        told = tell_first(replace(wish, seed=wish.seed + attempt * _APART))
        if told.is_clean:
            return told
    raise ValueError(wish)


def tell_first(wish: Wish) -> Told:
    """Tell the first family that is drawn, whatever the check finds in it."""
    return tell(draw_family(wish, source(wish)))


def source(wish: Wish) -> Draw:
    """The source of chances of one family."""
    return Draw(f"family {wish.seed} {wish.profile} {wish.phase} {wish.ages} {wish.eldest}")


def tell(family: Family) -> Told:
    """Tell a family that was drawn, as a team that follows the tool would: number four waits.

    Which cause or need is number four, the tool says; the situation that waits was drawn so.
    """
    told = Told(family, describe_as_drawn(family))
    if family.course.phase > 1 and len(told.order) > MOST:
        told = _reordered(told)
    key = PRIORITIES[told.family.course.phase]
    active = {item["id"] for item in told.data[key] if item["status"] == "active"}
    ranks = {one: rank for rank, one in enumerate((i for i in told.order if i in active), 1)}
    ranked = [{**item, "rank": ranks.get(item["id"])} for item in told.data[key]]
    return Told(told.family, {**told.data, key: ranked})


def describe_as_drawn(family: Family) -> Data:
    """Describe a family in the order in which its blocks were drawn, without ranks."""
    return describe(family, source(family.wish).at("told"))


def _reordered(told: Told) -> Told:
    """Put the blocks of a phase in the order of the tool, so that the last one waits."""
    family = told.family
    blocks = family.risks if family.course.phase == 2 else family.recoveries
    drawn = [item["id"] for item in told.data[PRIORITIES[family.course.phase]]]
    ordered = tuple(blocks[drawn.index(identifier)] for identifier in told.order)
    family = (
        replace(family, risks=ordered)
        if family.course.phase == 2
        else replace(family, recoveries=ordered)
    )
    return Told(family, describe_as_drawn(family))


def proposed(data: Data, wish: Wish) -> list[str]:
    """Order all priorities of the phase as if nobody had chosen yet; gives their ids."""
    opened = opened_up(data)
    case = read(draft(opened, wish.language)).case
    if case is None:
        raise ValueError(wish)
    plan = build_plan(case, judge_phase(case, wish.day), wish.day)
    ids = {item["id"] for item in opened[PRIORITIES[data["plan"]["phase"]["level"]]]}
    return [c.item.id for c in (*plan.priorities, *plan.waiting) if c.item.id in ids]


def opened_up(data: Data) -> Data:
    """Give the data with every priority of its phase active, and none chosen."""
    opened = deepcopy(data)
    for item in opened[PRIORITIES[data["plan"]["phase"]["level"]]]:
        item["rank"], item["status"] = None, "active"
    return opened
