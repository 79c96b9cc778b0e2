"""Describes a drawn family as the data of a case, without the order of its priorities."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from top3.method.knowledge import HEAVY_FLAGS
from top3.method.settings import SETTINGS as METHOD
from top3.workshop import happened, people
from top3.workshop.agreed import Agreed
from top3.workshop.blocks import TERROR, neutral
from top3.workshop.data import Data
from top3.workshop.draw import Draw
from top3.workshop.family import Family

_RELEASED = 90
"""Days that a release holds."""


def describe(family: Family, draw: Draw) -> Data:
    """Tell a family as data; `draw`: its own source of chances."""
    agreed = Agreed(family, draw)
    situations = agreed.situations()
    violence = happened.violence(family, draw)
    for number, situation in enumerate(situations, 1):
        situation["incidents"] = happened.of_situation(number, family)
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
        "veilig_thuis": happened.veilig_thuis(family, violence, draw),
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
    is_back = course.phase == 1 and bool(course.moved)
    reasons = "workshop/story.why" if is_back else f"families/common.phase.{course.phase}"
    why = draw.at("why").one(family.words.entry(reasons))
    decided = course.moved[-1] if course.phase > 1 else course.planned
    steps = [
        {"who": cast.ids((part,)), "does": draw.said(said, cast.parts)}
        for part, said in family.profile.tension.items()
        if part in cast.parts
    ]
    said = {**family.words.entry("families/common.relapse"), **family.profile.relapse}
    first = "barred" if family.has_barring_order else "first"
    relapse = [draw.said(said[key], cast.parts) for key in ("danger", first, "then", "last")]
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
    if family.profile.kind == TERROR or family.has_barring_order:
        expert = family.words.say("families/common.team.veilig_thuis")
        found.append({**base, "expert": expert})
    parents = [person.who.id for person in cast.adults]
    for child in cast.children:
        if child.age >= METHOD.child_speaks_from and family.profile.kind != TERROR:
            consent = parents if child.age < METHOD.decides_alone_from else []
            # a birthday may have passed since the plan
            own = [child.who.id] if child.age >= METHOD.decides_from - 1 else []
            found.append({**base, "entry": child.who.id, "consent": [*own, *consent]})
    return found


def _secrets(family: Family, draw: Draw) -> list[Data]:
    """Who lives under coercion often has a phone that the other must not know of."""
    if family.profile.kind != TERROR:
        return []
    number = f"06-555 01 {draw.number(100, 999)}"
    of = family.cast.ids(("other",))
    return [{"id": "x1", "kind": "phone", "value": number, "of": of, "date": family.course.planned}]


def _strengths(family: Family, draw: Draw) -> list[Data]:
    said = draw.at("strengths").said(family.profile.strengths, family.cast.acting)
    of = [person.who.id for person in family.cast.adults]
    return [{"of": of, "what": said}] if said else []


def _reviews(family: Family, draw: Draw) -> list[Data]:
    """The reviews that were held, the newest last."""
    course = family.course
    said = family.words.entry("families/common.review") | {
        "back": family.words.entry("workshop/story.back")
    }
    found: list[Data] = []
    for number, day in enumerate(course.reviews):
        key = "first" if number == 0 else "again"
        if day in course.moved:
            key = f"to_{course.moved.index(day) + 2}"
        elif course.phase == 1 and course.moved:
            key = "back" if day > course.moved[-1] else key
        told = [one["changed"] for one in found]
        fresh = [s for s in said[key] if draw.said([s], family.cast.parts) not in told]
        changed = draw.at("review", number).said(fresh or said[key], family.cast.parts)
        found.append({"date": day, "present": ["p1", "p3"], "changed": changed})
    return found


def _ave(violence: Mapping[str, Any]) -> int:
    """A heavy flag of the last year lifts the level (regiovisie bijlage 4)."""
    return 3 if {flag["kind"] for flag in violence["flags"]} & HEAVY_FLAGS else 2
