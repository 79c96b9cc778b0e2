"""The conversation list: everything that is missing, as questions to somebody.

Why: a finding says what a file lacks; a case director needs to know whom to ask, and in which
words. A child is asked in words for that age, never "why", never about the details of violence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from top3.case.finding import Finding
from top3.case.model import Case
from top3.case.people import Member
from top3.case.vocabulary import Answer, Harm
from top3.method import agreed, facts
from top3.method.agreed import Part

TEAM = ""
"""Asked of the team itself, not of a person."""

_OWN_WORDS = ("worries", "goes_well", "must_happen")
_TALKED_AWAY = ("T401", "T402")
"""Findings that are a talk with somebody: the questions of that talk say it already."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: to whom (a member's id or TEAM), in which phase, and in which words.

    `key` names the sentence in `questions.toml`, or is a rule's code: then its card's question,
    with in `values` what was found (`variant`) and the ids that it is about.
    """

    to: str
    phase: int
    key: str
    values: Mapping[str, object] = field(default_factory=dict)


def questions(case: Case, day: date, findings: Sequence[Finding]) -> list[Question]:
    """List all questions, phase by phase; each once."""
    found = [
        *_calm(case, day),
        *(q for member in case.members for q in _member(member, case, day)),
        *_agreements(case, day),
        *_child_words(case, day),
        *_situations(case),
        *_findings(case, findings),
    ]
    unique: list[Question] = []
    for question in sorted(found, key=lambda q: q.phase):
        if question not in unique:
            unique.append(question)
    return unique


def age_group(member: Member, case: Case, day: date) -> str:
    """The wording for a member: adult, or a child of 4-7, 8-11 or 12 and older; small = seen."""
    if not facts.is_child(member, case, day):
        return "adult"
    years = facts.age(member, case, day)
    if years is None:
        return "child_8"
    groups = ((12, "child_12"), (8, "child_8"), (4, "child_4"))
    return next((group for least, group in groups if years >= least), "small")


def _member(member: Member, case: Case, day: date) -> Iterator[Question]:
    if facts.is_unborn(member):
        return
    group = age_group(member, case, day)
    if group == "small":
        if not facts.heard_on(member, case, day):
            yield Question(TEAM, 1, "see", {"who": (member.id,)})
        return
    said = member.own_words
    for part in _OWN_WORDS:
        if not any(getattr(words, part) for words in said):
            yield Question(member.id, 1, f"{group}.{part}")
    if not member.safety_scores:
        yield Question(member.id, 1, f"{group}.score")
    if not member.safe_contact:
        yield Question(member.id, 1, f"{group}.contact")
    if member.own_copy is None or member.own_copy.safe is None:
        yield Question(member.id, 1, f"{group}.copy")
    if group == "adult":
        yield from _adult(member, case)


def _adult(member: Member, case: Case) -> Iterator[Question]:
    owns = {i for _, agreement in agreed.all_in_force(case) for i in agreement.who}
    if member.id in facts.uses_violence(case) and member.id not in owns and not member.no_agreement:
        yield Question(member.id, 1, "adult.stop")
    if not any(member.id in factor.of for factor in case.risk_factors):
        yield Question(member.id, 2, "adult.causes")
    if not any(member.id in need.of for need in case.recovery):
        yield Question(member.id, 3, "adult.recovery")


def _calm(case: Case, day: date) -> Iterator[Question]:
    """Who may confirm calm, where the last word is older than the last review or missing."""
    small = {member.id for member in facts.children(case, day)}
    harmed = (facts.victims(case) - facts.uses_violence(case)) | (
        facts.harmed_by_another(case) - small
    )
    since = facts.last_news(case, day)
    for member in case.members:
        group = age_group(member, case, day)
        talks = [t.date for t in member.conversations if t.date and t.alone and t.calm is not None]
        is_asked = any(since is None or moment >= since for moment in talks)
        if member.id in harmed and group != "small" and since and not is_asked:
            yield Question(member.id, 1, f"{group}.calm", {"date": since})


def _agreements(case: Case, day: date) -> Iterator[Question]:
    """What an agreement still lacks, asked of its adult owners, else of the team."""
    adults = {member.id for member in facts.adults(case, day)}
    for _, agreement in agreed.all_in_force(case):
        owners = [identifier for identifier in agreement.who if identifier in adults] or [TEAM]
        for part in agreed.missing_parts(agreement):
            to = [TEAM] if part in (Part.WHO, Part.WHAT) else owners
            values = {"what": agreement.what or agreement.id}
            yield from (Question(owner, 1, f"agreement.{part.value}", values) for owner in to)


def _child_words(case: Case, day: date) -> Iterator[Question]:
    """Agreements that a young child will read about, and that have no words for children yet."""
    readers = {
        child.id
        for child in facts.children(case, day)
        if child.own_copy
        and child.own_copy.safe is Answer.YES
        and age_group(child, case, day) in ("child_4", "child_8")
    }
    for situation in case.situations:
        for agreement in agreed.agreements_in_force(situation):
            about = readers & {*agreement.who, *agreed.protected(situation, agreement)}
            if about and agreement.what and not agreement.for_children:
                who = tuple(sorted(about))
                values = {"who": who, "what": agreement.what}
                yield Question(TEAM, 1, "agreement.for_children", values)


def _situations(case: Case) -> Iterator[Question]:
    for situation in case.situations:
        values: dict[str, object] = {"title": situation.title or situation.id}
        if situation.severity in (None, Harm.UNKNOWN):
            yield Question(TEAM, 1, "situation.severity", values)
        if situation.frequency is None:
            yield Question(TEAM, 1, "situation.frequency", values)
        if not situation.unsafe:
            yield Question(TEAM, 1, "situation.unsafe", values)
        if not situation.by:
            yield Question(TEAM, 1, "situation.by", values)
        if not situation.facts and not situation.incidents:
            yield Question(TEAM, 1, "situation.facts", values)


def _findings(case: Case, findings: Sequence[Finding]) -> Iterator[Question]:
    """The question of each rule that found something, unless it was asked above."""
    asked_already = {"T101", *_TALKED_AWAY}
    for finding in findings:
        if finding.answered or finding.code in asked_already or finding.code.startswith("T0"):
            continue
        key = "secret" if finding.variant == "no_secret" else finding.code
        values = {"variant": finding.variant, "about": finding.about}
        yield Question(TEAM, {"2": 2, "3": 3}.get(finding.code[1], 1), key, values)
    talks = {f.about[0] for f in findings if f.code in _TALKED_AWAY and f.about}
    for member in case.members:
        if member.id in talks:
            yield Question(TEAM, 1, "talk", {"who": (member.id,)})
