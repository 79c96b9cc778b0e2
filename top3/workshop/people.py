"""Tells who they are: members with conversations and own words, the network, the team."""

from collections.abc import Sequence
from datetime import date

from top3.method.settings import SETTINGS as METHOD
from top3.workshop.blocks import TERROR
from top3.workshop.cast import SPEAKS_FROM, Person
from top3.workshop.data import Data
from top3.workshop.draw import Draw
from top3.workshop.family import Family
from top3.workshop.figures import FIGURES, SETTINGS
from top3.workshop.speech import Holds, Parts, parts_of, say

_FIELDS = ("worries", "goes_well", "must_happen")


def members(family: Family, draw: Draw) -> list[Data]:
    """Everybody of the family, adults first. No two say the same."""
    said: set[str] = set()
    return [
        _child(person, family, draw.at(person.who.id), said)
        if person.age < METHOD.adult_from
        else _adult(person, family, draw.at(person.who.id), said)
        for person in family.cast.family
    ]


def _adult(person: Person, family: Family, draw: Draw, said: set[str]) -> Data:
    return {
        **_person(person, family),
        **_language(person, family, draw.at("language")),
        "custody": "yes" if family.cast.children else None,
        "conversations": _talks(person, family),
        "own_words": _words(person, family, draw, said),
        "safety_scores": _scores(person, family, draw),
        "own_copy": _own_copy(person, family, draw.at("copy")),
    }


def _child(person: Person, family: Family, draw: Draw, said: set[str]) -> Data:
    speaks = person.age >= SPEAKS_FROM
    has_copy = family.profile.kind != TERROR
    common = family.words.entry("families/common.safe_place")
    scores = person.age >= SETTINGS.scores_from
    return {
        **_person(person, family),
        "conversations": _talks(person, family),
        "own_words": _words(person, family, draw, said) if speaks else [],
        "safety_scores": _scores(person, family, draw) if scores else [],
        "own_copy": _own_copy(person, family, draw.at("copy")) if has_copy and speaks else None,
        "safe_place": draw.at("place").said(common["child"], family.cast.child_parts),
        "calls": draw.at("calls").said(common["calls"], family.cast.child_parts)
        if speaks
        else None,
    }


def _person(person: Person, family: Family) -> Data:
    return {
        "id": person.who.id,
        "name": person.who.called,
        "role": person.role,
        "age": person.age,
        "household": _household(person, family),
    }


def _language(person: Person, family: Family, draw: Draw) -> Data:
    """Who speaks another language at home may have an interpreter, never one of the family."""
    spoken = family.words.entry("families/common.languages")
    side = family.cast.sides[family.cast.adults.index(person)]
    if side not in spoken or not draw.chance(SETTINGS.interpreter):
        return {}
    interpreters = family.words.entry("families/common.interpreters.for_parents")
    return {"language": spoken[side], "interpreter": draw.one(interpreters)}


def _household(person: Person, family: Family) -> str:
    if not family.lives_out or person.who.id not in family.cast.ids(("actor",)):
        return person.household
    why = "barred" if family.has_barring_order else "out"
    return family.words.say(f"families/common.households.{why}")


def _talks(person: Person, family: Family) -> list[Data]:
    """Each apart; who only uses violence is not asked whether it is calm."""
    course, cast = family.course, family.cast
    by = cast.director.called
    done = [(cast.ids(b.by), cast.ids((*b.against, *b.unsafe))) for b in family.troubles]
    harmed = {i for by, unsafe in done for i in {*unsafe} - {*by}}
    silent = {i for by, _ in done for i in by}
    silent -= harmed if person.age >= METHOD.adult_from else set()
    talks: list[Data] = []
    days = {course.first_talks, *course.talks_again, *course.calm_talks, course.last_talks}
    for day in sorted(days):
        talk: Data = {"date": day, "alone": "yes", "by": by}
        age = person.age_on(day, course.day)
        if age < 0:
            continue
        if age < SPEAKS_FROM:
            talk = {"date": day, "kind": "seen", "by": by}
        elif day in course.calm_talks and person.who.id not in silent:
            talk["calm"] = "yes"
        talks.append(talk)
    return talks


def _words(person: Person, family: Family, draw: Draw, heard: set[str]) -> list[Data]:
    """What somebody said in the last conversation, in the words of the part they play.

    `heard` is what others of the family said; what this person says is added to it.
    """
    draw = draw.at("words", len(family.course.reviews))
    is_young = person.age < METHOD.adult_from
    parts: Parts = family.cast.spoken_by(person) if is_young else family.cast.parts
    usual = "child" if is_young else "other"
    part = next((n for n in ("actor", "other") if person.who.id in family.cast.ids((n,))), usual)
    if person.who.id in family.using:
        parts = {**parts, "did": Holds()}
    said = family.profile.words[part]
    if family.course.phase > 1:
        said = family.words.entry(f"families/common.words_later.{part}")
    found = {}
    for field in _FIELDS:
        own = _other_than(person, said[field], family)
        fitting = [one for one in own if parts_of(one) <= {*parts}]
        found[field] = draw.one([one for one in fitting if one not in heard] or fitting)
    heard |= {*found.values()}
    words = {field: say(sentence, parts) for field, sentence in found.items()}
    return [{"date": family.course.last_talks, **words}]


def _other_than(person: Person, sentences: Sequence[str], family: Family) -> list[str]:
    """Nobody speaks of themselves by name."""
    return [s for s in sentences if person.who.called not in _filled(s, family)] or list(sentences)


def _filled(sentence: str, family: Family) -> str:
    try:
        return sentence.format(**family.cast.parts)
    except KeyError:
        return ""


def _scores(person: Person, family: Family, draw: Draw) -> list[Data]:
    """The number at the start, when it was calm, and now: as many as there were moments."""
    course = family.course
    rank = _child_scores if person.age < METHOD.adult_from else _adult_scores
    scores = rank(draw.at("score"))
    found = []
    for place, day in enumerate(
        sorted({course.first_talks, *course.calm_talks[-1:], course.last_talks})
    ):
        is_tense = course.phase == 1 and day == course.last_talks
        moment = "start" if not place else "now" if is_tense else "calm"
        found.append({"date": day, "score": scores[moment]})
    return found


def _adult_scores(draw: Draw) -> dict[str, int]:
    tense, calm = (3, 6), (6, 9)
    return {"start": draw.number(*tense), "calm": draw.number(*calm), "now": draw.number(*tense)}


def _child_scores(draw: Draw) -> dict[str, int]:
    """Emotionally unsafe at the start and after a year as often as the regiovisie found.

    One chance decides: who is unsafe in calm days was so at the start, and calm is never worse.
    """
    luck, least = draw.share(), SETTINGS.unsafe_below
    unsafe = {
        "start": FIGURES.unsafe_children_at_start,
        "now": SETTINGS.unsafe_child_in_fase_1,
        "calm": SETTINGS.unsafe_child_later,
    }
    scores = {
        moment: draw.number(*((2, least - 1) if luck < share else (least, 7)))
        for moment, share in unsafe.items()
    }
    calm = max(scores.values())
    return scores | {"calm": calm if luck < unsafe["calm"] else draw.number(max(calm, least), 9)}


def _own_copy(person: Person, family: Family, draw: Draw) -> Data | None:
    """Who can safely hold a copy: everyone but who lives with intimate terror."""
    if family.profile.kind == TERROR:
        return None
    channel = draw.said(family.words.entry("families/common.team.channel"), family.cast.parts)
    decided = {"decided_by": family.cast.director.called, "date": family.course.planned}
    return {"safe": "yes", "channel": channel, **decided}


def network(family: Family, draw: Draw) -> list[Data]:
    """Two people who help and agreed to be named."""
    does, draw = family.words.entry("families/common.does"), draw.at("network")
    found = []
    for person in family.cast.network:
        found.append(
            {
                "id": person.who.id,
                "name": person.who.called,
                "tie": person.tie,
                "name_shared": "yes",
                "tied_to": _tied_to(person, family),
                "does": draw.said(does[person.role], family.cast.parts),
            }
        )
    return found


def _tied_to(person: Person, family: Family) -> list[str]:
    """Whom somebody who helps is close to: an adult; where more use violence, one who does not."""
    tied = family.cast.ids((person.tied_to,)) if person.tied_to else []
    adults = {adult.who.id for adult in family.cast.adults}
    is_one_sided = len(family.using) == 1
    return [i for i in tied if i in adults and (is_one_sided or i not in family.using)]


def team(family: Family, draw: Draw) -> Data:
    """The fixed face, the stand-in, who coordinates, and the expert who was asked."""
    said, cast = family.words.entry("families/common.team"), family.cast
    draw = draw.at("team")
    organisation = draw.one(said["organisations"])
    number = draw.number(10, 89)
    faces = [
        {
            "id": who.id,
            "name": who.called,
            "organisation": organisation,
            "phone": f"055-555 01 {number + place}",
        }
        for place, who in enumerate((cast.director, cast.stand_in))
    ]
    process = {"id": "p3", "name": cast.process.called, "organisation": said["municipality"]}
    return {
        "case_director": faces[0],
        "stand_in": faces[1],
        "process_director": process,
        "experts": [
            {
                "who": said["veilig_thuis"],
                "date": _asked(family),
                "about": draw.one(said["expert_about"]),
                "advice": draw.one(said["expert_advice"]),
            }
        ],
    }


def _asked(family: Family) -> date:
    """Experts are asked once the last incident is known, and before the plan."""
    return family.course.last_talks
