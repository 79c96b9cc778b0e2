"""Tells what happened: incidents, flags, reports, and what followed."""

from collections.abc import Sequence
from datetime import date
from itertools import product

from top3.workshop.blocks import TERROR, Trouble
from top3.workshop.cast import SPEAKS_FROM
from top3.workshop.course import Happening
from top3.workshop.data import Data
from top3.workshop.draw import Draw
from top3.workshop.family import INJURIES, Family, situation_of
from top3.workshop.figures import FIGURES
from top3.workshop.sources import known_from
from top3.workshop.speech import parts_of, say


def violence(family: Family, draw: Draw) -> Data:
    """The analysis: forms, profile, incidents and what was seen since."""
    incidents = _incidents(family, draw)
    profile = family.profile.kind
    is_terror = profile == TERROR
    forms = _forms(family)
    if any(i["witnesses"] and "neglect" not in i["features"] for i in incidents):
        forms.append("witnessing violence")
    if family.is_child_abuse_suspected and not {"child abuse", "neglect"} & {*forms}:
        forms.append("child abuse")
    return {
        "forms": [_form(form, family) for form in forms],
        "profile": {"kind": profile},
        "coercive_control": "yes" if is_terror else "no",
        "screening": {
            "date": family.course.first_talks,
            "by": family.words.say("families/common.team.veilig_thuis"),
            "outcome": "yes" if is_terror else "no",
        },
        "acute": "no",
        "structural": "no" if family.course.phase == 3 else "yes",
        "incidents": incidents,
        "flags": _flags(family, incidents),
        "observations": _observations(family),
    }


def _forms(family: Family) -> list[str]:
    """The forms of what happened: a form without an incident has no day to count from."""
    happened = [family.block_of(happening) for happening in family.course.happenings[::-1]]
    return list(dict.fromkeys(form for block in happened for form in block.forms))


def _form(form: str, family: Family) -> Data:
    """Child abuse is suspected unless the top 3 itself is about it."""
    is_told = any(form in block.forms for block in family.troubles)
    return (
        {"form": form}
        if form != "child abuse" or is_told
        else {
            "form": form,
            "certainty": "suspected",
        }
    )


def _incidents(family: Family, draw: Draw) -> list[Data]:
    """Newest first, as the file is read; numbered as they happened, each of one situation."""
    told: set[str] = set()
    oldest_first = [*enumerate(reversed(family.course.happenings), 1)]
    found = [
        _incident(f"i{number}", happening, told, family, draw.at("incident", number))
        for number, happening in oldest_first
    ]
    return found[::-1]


def _incident(
    identifier: str,
    happening: Happening,
    told: set[str],
    family: Family,
    draw: Draw,
) -> Data:
    cast, block = family.cast, family.block_of(happening)
    acting = cast.acting_on(happening.day, family.wish.day)
    parts = acting if any(parts_of(s) <= {*acting} for s in block.incidents) else cast.parts
    fitting = [one for one in block.incidents if parts_of(one) <= {*parts}]
    sentence = draw.one([one for one in fitting if one not in told] or fitting)
    told.add(sentence)
    named = sorted(parts_of(sentence) & {"child", "children"})
    there = [
        one.id
        for name in named
        for one in parts[name].people
        if _is_born(one.id, happening.day, family)
    ]
    by, against = cast.ids(block.by), _against(block, there, happening.day, family)
    basis, source = known_from(sentence, by, against, family, draw)
    return {
        "id": identifier,
        "date": happening.day,
        "what": say(sentence, parts),
        "became_known": happening.known,
        "by": by,
        "against": against,
        "witnesses": [one for one in there if one not in {*by, *against}],
        "injury": block.severity,
        "features": list(block.features),
        "basis": basis,
        "source": source,
    }


def _against(block: Trouble, there: Sequence[str], day: date, family: Family) -> list[str]:
    """Whom it was done to: of the children those of whom it is told."""
    children = {*family.cast.ids(("children",))}
    not_told = children - {*there} if children & {*there} else set()
    told = [i for i in family.cast.ids(block.against) if i not in not_told]
    return [i for i in told if _is_born(i, day, family)] or told


def _is_born(identifier: str, day: date, family: Family) -> bool:
    person = next(one for one in family.cast.family if one.who.id == identifier)
    return person.age_on(day, family.wish.day) >= 0


def of_situation(number: int, family: Family) -> list[str]:
    """The ids of the incidents that belong to the situation with this number."""
    happenings = family.course.happenings
    return [
        f"i{len(happenings) - place}"
        for place, happening in enumerate(happenings)
        if situation_of(happening, family.troubles) == number - 1
    ]


def _flags(family: Family, incidents: Sequence[Data]) -> list[Data]:
    """A flag is of the last incident of its situation, and carries its day."""
    found: list[Data] = []
    for number, block in enumerate(family.top, 1):
        mine = of_situation(number, family)
        last = [one for one in incidents if one["id"] in mine[:1]]
        for incident, kind in product(last, block.flags):
            if kind not in [flag["kind"] for flag in found]:
                flag = {"kind": kind, "date": incident["date"], "incident": incident["id"]}
                found.append({"id": f"f{len(found) + 1}", **flag})
    return found


def _observations(family: Family) -> list[Data]:
    """Who is too small to say so, is seen; and where care fell short somebody saw it improve."""
    small = [child.who.id for child in family.cast.children if child.age < SPEAKS_FROM]
    by = family.cast.stand_in.called
    return [
        {"date": day, "by": by, "about": small, "calm": "yes", "good_care": "yes"}
        for day in family.course.calm_talks
    ]


def veilig_thuis(family: Family, violence: Data, draw: Draw) -> Data:
    """The reports: an earlier one that was closed, the first, and what was told later."""
    said, draw = family.words.entry("families/common.team"), draw.at("reports")
    reports: list[Data] = []
    if family.course.earlier:
        made, closed = family.course.earlier
        result = draw.one(said["earlier_results"])
        by = draw.one(said["reporters"])
        reports.append({"date": made, "by": by, "result": result, "closed": closed})
    by_police = draw.chance(FIGURES.police_reports)
    for number, day in enumerate(family.course.reported):
        last = max((i for i in violence["incidents"] if i["became_known"] <= day), key=_known)
        is_hurt = last["injury"] in INJURIES
        reporter = draw.one([*said["reporters"], *(said["reporters_of_injury"] if is_hurt else ())])
        by = said["police"] if by_police and number == 0 else reporter
        reports.append({"date": day, "by": by, "result": draw.one(said["report_results"])})
    return {"code_step": 5, "reports": reports}


def _known(incident: Data) -> tuple[date, date]:
    return incident["became_known"], incident["date"]


def measures(family: Family) -> list[Data]:
    """A huisverbod of ten days, made longer where ten days would end too soon."""
    if not family.has_barring_order:
        return []
    course, cast = family.course, family.cast
    start = course.happenings[0].known
    end = max(start.toordinal() + 10, course.day.toordinal() + 5)
    bound = cast.ids(("actor",))
    protected = [person.who.id for person in cast.family if person.who.id not in bound]
    return [
        {
            "id": "o1",
            "kind": "temporary barring order",
            "binds": bound,
            "protects": protected,
            "start": start,
            "end": course.day.fromordinal(end),
        }
    ]
