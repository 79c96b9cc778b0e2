"""Tells a drawn family as the data of a case, and writes it as a case file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import Any

from top3.case.reader import Reading, read
from top3.document.release import Examination, examine
from top3.method.check import judge
from top3.method.knowledge import HEAVY_FLAGS
from top3.words import Words
from top3.workshop import happened, people
from top3.workshop.agreed import Agreed
from top3.workshop.blocks import neutral
from top3.workshop.draw import Draw
from top3.workshop.family import Family, Wish, draw_family
from top3.workshop.write import draft, write_case

Data = dict[str, Any]

_RELEASED = 90
"""Days that a release holds."""

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


def invent(wish: Wish) -> Told:
    """Invent a family whose file has no findings on its reference date.

    Two sentences that were written apart can say the same ("when it gets too much"), and then one
    gives the other away (T901): such a family, about one in a hundred, is drawn again.
    """
    for attempt in range(_TRIES):
        told = tell_first(replace(wish, seed=wish.seed + attempt * _APART))
        if not told.exam.findings:
            return told
    raise ValueError(wish)


def tell_first(wish: Wish) -> Told:
    """Tell the first family that is drawn, whatever the check finds in it."""
    return tell(draw_family(wish, source(wish)))


def source(wish: Wish) -> Draw:
    """The source of chances of one family."""
    return Draw(f"family {wish.seed} {wish.profile} {wish.phase} {wish.ages}")


def tell(family: Family) -> Told:
    """Tell a family that was drawn."""
    return Told(family, _ranked(describe(family), family.wish))


def _ranked(data: Data, wish: Wish) -> Data:
    """Record the order that the tool proposes, as a team that follows it would."""
    reading = read(draft(data, wish.language))
    if reading.case is None:
        raise ValueError(reading.findings)
    order = [choice.item.id for choice in judge(reading, wish.day).plan.priorities]
    key = {1: "situations", 2: "risk_factors", 3: "recovery"}[data["plan"]["phase"]["level"]]
    ranked = [
        {**item, "rank": order.index(item["id"]) + 1 if item["id"] in order else None}
        for item in data[key]
    ]
    return {**data, key: ranked}


def describe(family: Family) -> Data:
    """Tell a family as data, without the order of its priorities."""
    draw = source(family.wish).at("told")
    agreed = Agreed(family, draw)
    situations = agreed.situations()
    violence = happened.violence(family, draw)
    for number, situation in enumerate(situations, 1):
        situation["incidents"] = happened.of_situation(number, family) if number <= 3 else []
        situation["flags"] = [
            flag["id"] for flag in violence["flags"] if flag["incident"] in situation["incidents"]
        ]
    places = neutral("names")["places"]["municipalities"]
    return {
        "top3": 1,
        "info": {
            "fictional": "yes",
            "municipality": draw.at("place").one(places),
            "language": family.wish.language,
        },
        "plan": _plan(family, draw),
        "team": people.team(family, draw),
        "members": people.members(family, draw),
        "network": people.network(family, draw),
        "violence": violence,
        "veilig_thuis": happened.veilig_thuis(family, draw),
        "measures": happened.measures(family),
        "situations": situations,
        "risk_factors": agreed.risk_factors(),
        "recovery": agreed.recovery(),
        "releases": _releases(family),
        "strengths": _strengths(family, draw),
        "reviews": _reviews(family, draw),
        "secrets": _secrets(family, draw.at("secrets")),
        "scale_up": {"ave": _ave(violence), "stalling": "no", "unrest": "no"},
    }


def _plan(family: Family, draw: Draw) -> Data:
    course, cast, draw = family.course, family.cast, draw.at("plan")
    why = draw.at("why").one(family.words.entry("families/common.phase")[str(course.phase)])
    decided = course.moved[-1] if course.phase > 1 else course.planned
    steps = [
        {"who": cast.ids((part,)), "does": draw.said(said, cast.parts)}
        for part, said in family.story.tension.items()
        if part in cast.parts
    ]
    said = family.story.relapse or family.words.entry("families/common.relapse")
    relapse = [draw.said(said[key], cast.parts) for key in ("first", "then", "last")]
    return {
        "date": course.planned,
        "version": len(course.reviews),
        "phase": {"level": course.phase, "date": decided, "by": cast.director.called, "why": why},
        "next_review": course.next_review,
        "on_tension": [step for step in steps if step["does"]],
        "on_relapse": [step for step in relapse if step],
    }


def _releases(family: Family) -> list[Data]:
    """What may be shared: where sharing can harm somebody decides, and asks an expert."""
    course, cast = family.course, family.cast
    until = course.planned + timedelta(days=_RELEASED)
    base = {"date": course.planned, "by": cast.director.called, "until": until}
    found: list[Data] = []
    if family.story.profile == "intimate terror" or family.has_barring_order:
        expert = family.words.say("families/common.team.veilig_thuis")
        found.append({**base, "expert": expert})
    parents = [person.who.id for person in cast.adults]
    for child in cast.children:
        if child.age >= 4 and family.story.profile != "intimate terror":
            consent = parents if child.age < 16 else []
            may_be_twelve = child.age >= 11  # a birthday may have passed since the plan
            own = [child.who.id] if may_be_twelve else []
            found.append({**base, "entry": child.who.id, "consent": [*own, *consent]})
    return found


def _secrets(family: Family, draw: Draw) -> list[Data]:
    """Who lives under coercion often has a phone that the other must not know of."""
    if family.story.profile != "intimate terror":
        return []
    number = f"06-555 01 {draw.number(100, 999)}"
    of = family.cast.ids(("other",))
    return [{"id": "x1", "kind": "phone", "value": number, "of": of, "date": family.course.planned}]


def _strengths(family: Family, draw: Draw) -> list[Data]:
    said = draw.at("strengths").said(family.story.strengths, family.cast.parts)
    of = [person.who.id for person in family.cast.adults]
    return [{"of": of, "what": said}] if said else []


def _reviews(family: Family, draw: Draw) -> list[Data]:
    """The reviews that were held, the newest last."""
    course = family.course
    said = family.words.entry("families/common.review") | {
        "back": family.words.entry("workshop/story.back")
    }
    found = []
    for number, day in enumerate(course.reviews):
        key = "first" if number == 0 else "again" if not course.moved else f"to_{number + 1}"
        if course.phase == 2 and number:
            key = "to_2"
        if course.phase == 1 and course.moved and day > course.moved[-1]:
            key = "back"
        changed = draw.at("review", number).said(said[key], family.cast.parts)
        found.append({"date": day, "present": ["p1", "p3"], "changed": changed})
    return found


def _ave(violence: Mapping[str, Any]) -> int:
    """A heavy flag of the last year lifts the level (regiovisie bijlage 4)."""
    return 3 if {flag["kind"] for flag in violence["flags"]} & HEAVY_FLAGS else 2
