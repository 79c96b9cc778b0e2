"""Composes the papers of a workshop from invented families: plain text, chosen for each paper.

Why chosen: what a group works out for itself in round 1 (titles, ranks, agreements, the phase)
may not stand in the paper that it gets, so a paper holds only what its list names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from string import ascii_uppercase
from typing import Any

from top3.case.cut import PROFESSIONAL, cut
from top3.case.fields import Entry
from top3.case.finding import Finding, Path
from top3.case.model import Case
from top3.case.reader import read
from top3.case.shape import shapes
from top3.document.forms import blank
from top3.document.lesson import Answer, Group, Lesson
from top3.document.model import Document, Judgement
from top3.document.plain import mirror
from top3.document.release import examine
from top3.method.explain import say
from top3.words import Words
from top3.workshop.data import Data
from top3.workshop.draw import Draw
from top3.workshop.planting import Planted
from top3.workshop.told import Told, opened_up
from top3.workshop.write import draft

Facts = Mapping[str, Any]

_WORKED_ON = ("situations", "risk_factors", "recovery")
"""The lists of which a group chooses its three points."""

_TOLD: Mapping[str, tuple[str, ...]] = {
    "members": (
        "name",
        "role",
        "age",
        "household",
        "custody",
        "language",
        "interpreter",
        "conversations",
        "own_words",
        "safety_scores",
        "safe_place",
        "calls",
    ),
    "network": ("name", "tie", "tied_to", "does", "name_shared"),
    "measures": ("kind", "binds", "protects", "start", "end"),
    "strengths": ("of", "what"),
    "risk_factors": ("of", "factor", "ground"),
    "recovery": ("of", "need", "since"),
}
"""Of each list of the case, what the case description of round 1 tells."""

_SITUATION = ("facts", "severity", "frequency", "by", "unsafe")
_VIOLENCE = (
    "forms",
    "coercive_control",
    "screening",
    "acute",
    "structural",
    "flags",
    "observations",
)


def foot(words: Words, key: str, **values: object) -> str:
    """Say what stands at the foot of a paper."""
    return words.say(f"workshop/kit.foot.{key}", **values)


def case_paper(told: Told, lesson: Lesson) -> Document:
    """Round 1: who they are, what happened and what each said. No plan, no rank, no finding."""
    exam = told.exam
    whole = exam.copies[PROFESSIONAL.name]
    case = cut(exam.case, PROFESSIONAL)
    facts = _case_facts(case, told, lesson.level == "start")
    judged = _bare(whole.judgement)
    return replace(
        whole,
        template="workshop/case",
        provisional=False,
        date="",
        version="",
        review="",
        phase=0,
        priorities=(),
        lasting=whole.lasting if told.family.course.phase > 1 else (),
        conditions=(),
        tension=(),
        relapse=(),
        later=(),
        events=(),
        judgement=judged,
        lesson=replace(lesson, facts=facts),
    )


def letters(told: Told) -> dict[str, str]:
    """Give each thing to choose from the letter by which round 1 calls it.

    In no order of rank, and in every list: which list has letters may not tell the phase.
    """
    draw, found = Draw(f"letters {told.family.wish.seed}"), list[str]()
    for key in _WORKED_ON:
        ids = [item["id"] for item in told.data[key]]
        found += draw.some(ids, len(ids))
    return {item: ascii_uppercase[place] for place, item in enumerate(found)}


def colleague_paper(planted: Planted, lesson: Lesson) -> Document:
    """Round 2: the whole case file on paper, with its mistakes and without any judgement."""
    exam = planted.told.exam
    whole = exam.copies[PROFESSIONAL.name]
    words = Words(whole.language)
    facts = mirror(exam.case, exam.case, words)
    judged = replace(_bare(whole.judgement), facts=facts)
    return replace(
        whole,
        template="workshop/colleague",
        provisional=False,
        priorities=(),
        lasting=(),
        later=(),
        judgement=judged,
        lesson=lesson,
    )


def key_paper(planted: Planted, lesson: Lesson) -> Document:
    """The answers: the top 3 as the program makes it of the clean family, and each mistake."""
    whole = open_plan(planted.clean)
    words = Words(whole.language)
    named = letters(planted.clean)
    data = planted.clean.data
    titled = sorted((named[item["id"]], item["title"]) for key in _WORKED_ON for item in data[key])
    facts = {"letters": titled}
    return replace(
        whole,
        template="workshop/key",
        provisional=False,
        lesson=replace(lesson, facts=facts, answers=answers(planted, words)),
    )


def answers(planted: Planted, words: Words) -> tuple[Answer, ...]:
    """Say each planted mistake, as its rule's card does."""
    case = planted.told.reading.case
    assert case is not None  # noqa: S101  it was read when it was planted
    found = [finding for finding in planted.findings if not finding.answered]
    return tuple(_answer(finding, case, words) for finding in found)


def open_plan(told: Told) -> Document:
    """Judge a family as if nobody had chosen yet, so that the reasons speak of the facts alone."""
    reading = read(draft(opened_up(told.data), told.family.wish.language))
    return examine(reading, told.family.wish.day).copies[PROFESSIONAL.name]


def group_of(planted: Planted, number: int, words: Words) -> Group:
    """Tell one group in a line, for the facilitator."""
    told = planted.told
    profile = told.family.profile.kind
    known = words.entry(f"knowledge.profile.{profile}")
    return Group(
        number=number,
        names=tuple(person.who.called for person in told.family.cast.family),
        profile=words.term("FamilyProfile", profile),
        asks=known["asks"],
        forbids=known["forbids"],
        phase=str(told.family.course.phase),
        mistakes=tuple((one.code, one.message) for one in answers(planted, words)),
    )


def plain_paper(template: str, words: Words, lesson: Lesson) -> Document:
    """Give a paper that tells no family by itself: an assignment, the guide."""
    return blank(template, words, lesson, fictional=True)


def _bare(judged: Judgement | None) -> Judgement:
    """Keep the picture of the family alone: nothing that was judged."""
    assert judged is not None  # noqa: S101
    return replace(
        judged,
        reference_date="",
        phase=0,
        phase_name="",
        recorded_phase=0,
        gate_open=False,
        earliest_next="",
        phase_because=(),
        ave_minimum=0,
        ave_recorded="",
        ave_because=(),
        notices=(),
        facts={},
        guide=None,
        timeline=None,
    )


def _case_facts(case: Case, told: Told, is_start: bool) -> Facts:
    words = Words(case.info.language)
    whole: dict[str, Any] = mirror(case, case, words)
    facts: dict[str, Any] = {
        name: [{field: one[field] for field in kept} for one in whole[name]]
        for name, kept in _TOLD.items()
    }
    facts["violence"] = {field: whole["violence"][field] for field in _VIOLENCE}
    facts["profile"] = whole["violence"]["profile"] if is_start else {}
    facts["is_past"] = told.family.course.phase > 1
    facts["reports"] = whole["veilig_thuis"]["reports"]
    facts["team"] = whole["team"]
    facts["municipality"] = whole["info"]["municipality"]
    facts["situations"] = _situations(whole, told)
    named = letters(told)
    for key in ("risk_factors", "recovery"):
        lettered = [
            {
                **shown,
                "letter": named[item["id"]],
                "feeds": sorted(named[fed] for fed in item.get("feeds", ())),
            }
            for shown, item in zip(facts[key], told.data[key], strict=True)
        ]
        facts[key] = sorted(lettered, key=lambda one: str(one["letter"]))
    facts["help"] = running_help(whole, told.data)
    return facts


def running_help(whole: Facts, data: Data) -> list[Data]:
    """The help that runs or begins now. `whole`: the case as paper shows it; `data`: as written."""
    return [
        {"what": action["what"], "by": action["by"], "start": action["start"]}
        for name in ("risk_factors", "recovery")
        for item, written in zip(whole[name], data[name], strict=True)
        for action, one in zip(item["actions"], written["actions"], strict=True)
        if one["status"] == "active"
    ]


def _situations(whole: Facts, told: Told) -> list[Data]:
    """What goes wrong, by letter: the incidents newest first, and what else is known of it."""
    named = letters(told)
    incidents = {one["id"]: one for one in whole["violence"]["incidents"]}
    found = [
        {
            "letter": named[item["id"]],
            "incidents": [incidents[i] for i in written["incidents"]],
            **{field: item[field] for field in _SITUATION},
        }
        for item, written in zip(whole["situations"], told.data["situations"], strict=True)
    ]
    return sorted(found, key=lambda one: str(one["letter"]))


def _answer(finding: Finding, case: Case, words: Words) -> Answer:
    card = words.card(finding.code)
    message, hint = say(finding, words, case)
    return Answer(
        code=finding.code,
        title=card["title"],
        severity=words.show(finding.severity),
        where=_where(finding.path, case, words.language),
        section=words.say(f"workshop/kit.section.{finding.path[0]}") if finding.path else "",
        line=str(finding.mark.line),
        message=message,
        hint=hint,
        why=card["why"],
        source=card["source"],
        ask=card["ask"],
    )


def _where(path: Path, case: Case, language: str) -> str:
    """Write the way to a place as the case file does, with ids instead of numbers."""
    model: type[Entry] | None = Case
    value: object = case
    steps: list[str] = []
    for step in path:
        if isinstance(step, int) and isinstance(value, Sequence):
            value = value[step] if step < len(value) else None
            steps += [getattr(value, "id", "")]
        elif model is not None:
            shape = next(one for one in shapes(model) if one.name == step)
            steps, model = [*steps, shape.written(language)], shape.model
            value = getattr(value, shape.name, None)
    return " › ".join(step for step in steps if step)
