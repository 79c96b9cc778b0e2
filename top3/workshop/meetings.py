"""The papers of the story: one family over three meetings, and the answers of each."""

from dataclasses import replace
from typing import Any

from top3.case.cut import PROFESSIONAL, cut
from top3.document.lesson import Lesson, Meeting
from top3.document.model import Document
from top3.document.plain import mirror
from top3.words import Words
from top3.workshop.data import Data
from top3.workshop.papers import Facts, case_paper, open_plan, running_help
from top3.workshop.told import Told


def meeting_paper(before: Told | None, now: Told, lesson: Lesson) -> Document:
    """The story: what was agreed last time and what is new; never what is decided now."""
    whole = case_paper(now, replace(lesson, level="start"))
    assert whole.lesson is not None  # noqa: S101
    facts = dict(whole.lesson.facts or {})
    paper = replace(whole, template="workshop/meeting", lasting=())
    if before is not None:
        agreed = before.exam.copies[PROFESSIONAL.name]
        facts |= _news(before, now, facts)
        paper = replace(
            paper, phase=agreed.phase, priorities=agreed.priorities, lasting=agreed.lasting
        )
    return replace(paper, lesson=replace(lesson, facts=facts))


def meeting_answer(told: Told, number: int, file: str, words: Words) -> Meeting:
    """The story's answers: what is decided at this meeting, and why."""
    whole = open_plan(told)
    judged = whole.judgement
    assert judged is not None  # noqa: S101
    language = told.family.wish.language
    running = running_help(_shown(told), told.data)
    return Meeting(
        number=number,
        day=Words(language).date(told.family.wish.day),
        file=file,
        phase=judged.phase,
        phase_name=judged.phase_name,
        because=judged.phase_because,
        review=whole.review,
        priorities=whole.priorities,
        lasting=whole.lasting,
        later=whole.later,
        running=tuple(one["what"] for one in running),
    )


def _news(before: Told, now: Told, facts: Facts) -> Data:
    """What was not there last time: incidents, reports, talks, observations; and what help ran."""
    known = {one["id"] for one in before.data["violence"]["incidents"]}
    since = before.family.wish.day
    whole = _shown(now)
    observations = [
        shown
        for shown, one in zip(
            whole["violence"]["observations"], now.data["violence"]["observations"], strict=True
        )
        if one["date"] > since
    ]
    return {
        "last": whole["violence"]["incidents"][0]["date"],
        "incidents": [one for one in whole["violence"]["incidents"] if one["id"] not in known],
        "help": running_help(_shown(before), before.data),
        "reports": facts["reports"][len(before.data["veilig_thuis"]["reports"]) :],
        "violence": facts["violence"] | {"observations": observations},
        "members": [
            {
                **shown,
                "conversations": [
                    talk
                    for talk, one in zip(
                        shown["conversations"], member["conversations"], strict=True
                    )
                    if one["date"] > since
                ],
                "safety_scores": shown["safety_scores"][-1:],
            }
            for shown, member in zip(facts["members"], now.data["members"], strict=True)
        ],
    }


def _shown(told: Told) -> dict[str, Any]:
    """The case as paper shows it to the team."""
    case = told.reading.case
    assert case is not None  # noqa: S101  it is clean
    return mirror(cut(case, PROFESSIONAL), case, Words(case.info.language))
