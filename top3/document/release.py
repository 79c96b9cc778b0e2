"""May this copy exist? Judges the case, composes both copies in memory and runs the T9xx rules.

Why here: the confidentiality rules look at what would be printed, so that a way for a text to
reach a reader can't be forgotten in a second list of places.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from top3.case.cut import EVERYONE, PROFESSIONAL, cut
from top3.case.finding import Finding
from top3.case.model import Case
from top3.case.reader import Reading
from top3.document import rules
from top3.document.compose import compose_professional, compose_shared
from top3.document.copy import Copy
from top3.document.model import Document
from top3.method.check import Judgement, answer, judge, load_rules, places, run
from top3.method.rule import Rule


@dataclass(frozen=True, slots=True)
class Examination:
    """One file, judged: all findings in order, and the copies that may exist, by reader.

    `withheld` holds the findings that stop the family's copy; then `copies` lacks it.
    """

    case: Case
    judgement: Judgement
    findings: tuple[Finding, ...]
    copies: Mapping[str, Document]
    withheld: tuple[Finding, ...]


@cache
def registry() -> tuple[Rule[Copy], ...]:
    """All rules of confidentiality, by code."""
    return load_rules(rules.__name__, tuple(rules.__path__))


def examine(reading: Reading, day: date, *, asked: bool = False) -> Examination:
    """Judge a case that was read. `asked`: the family's copy was asked for by name."""
    case = reading.case
    if case is None:
        raise ValueError("nothing to examine: the file was not read")
    judged = judge(reading, day)
    shared = cut(case, EVERYONE)
    document = compose_shared(shared, EVERYONE)
    copy = Copy(case, shared, document, day, asked)
    where = places(reading)
    found = [f for rule in registry() for f in run(rule, copy, judged.phase, where)]
    findings = answer((*judged.findings, *found), case, day, judged.phase, where)
    withheld = tuple(finding for finding in findings if finding.stops)
    professional = compose_professional(cut(case, PROFESSIONAL), PROFESSIONAL, judged, findings)
    copies = {PROFESSIONAL.name: professional}
    if not withheld:
        copies[EVERYONE.name] = document
    return Examination(case, judged, findings, copies, withheld)
