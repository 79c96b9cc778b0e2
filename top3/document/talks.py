"""Composes the conversation list for the case director: questions per person, phase by phase."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from top3.case.finding import Finding
from top3.case.model import Case
from top3.case.naming import name
from top3.document.compose import professional_base
from top3.document.model import Document, Talk
from top3.method.explain import with_names
from top3.method.questions import TEAM, Question, questions
from top3.words import Words


def compose_questions(case: Case, day: date, findings: Sequence[Finding]) -> Document:
    """Compose the list; `case` is the professionals' cut."""
    base = professional_base(case)
    words = Words(base.language)
    asked = questions(case, day, findings)
    people = [member.id for member in case.members]
    talks = tuple(
        _talk(to, [question for question in asked if question.to == to], case, words)
        for to in (TEAM, *people)
        if any(question.to == to for question in asked)
    )
    return replace(base, template="questions", talks=talks)


def _talk(to: str, asked: list[Question], case: Case, words: Words) -> Talk:
    parts = tuple(
        (words.say(f"questions.phase.{phase}"), tuple(_say(q, case, words) for q in group))
        for phase, group in groupby(asked, key=lambda question: question.phase)
    )
    return Talk(name(case, to, words) if to else words.say("questions.team"), parts)


def _say(question: Question, case: Case, words: Words) -> str:
    if question.key[0] == "T" and question.key[1:].isdigit():
        return _ask(question, case, words)
    values = with_names(question.values, case, words)
    return words.say(f"questions.{question.key}", **values)


def _ask(question: Question, case: Case, words: Words) -> str:
    """Ask what a rule asks, and say which person, agreement or situation is meant."""
    own = words.entry("questions.finding").get(f"{question.key}_{question.values['variant']}")
    ask = str(own or words.card(question.key)["ask"])
    about: Any = question.values["about"]
    which = dict.fromkeys(said for each in about if (said := _meant(each, case, words)))
    return words.say("questions.which", ask=ask, which=words.join(which)) if which else ask


def _meant(identifier: str, case: Case, words: Words) -> str:
    """Say whom or what an id stands for, in the words of the case; "" for another thing."""
    if case.person(identifier):
        return name(case, identifier, words)
    called = {item.id: item.title for item in case.priorities}
    called |= {a.id: a.what for item in case.priorities for a in item.agreements}
    return (called.get(identifier) or "").rstrip(".")
