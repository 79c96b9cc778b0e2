"""Small cases as text, examined the way a command does, and what is said of them."""

from collections.abc import Iterable
from datetime import date

from top3.case.finding import Finding
from top3.case.reader import Reading, read
from top3.document.compose import say
from top3.document.model import Document
from top3.document.release import Examination, examine
from top3.words import LANGUAGES, Words

DAY = "2024-09-02"


def told(text: str) -> Reading:
    """Read a story. One that is not a case file is a mistake in the test."""
    reading = read(text.encode())
    assert reading.case is not None, [(f.code, f.mark, f.variant) for f in reading.findings]
    return reading


def examined(text: str, day: str = DAY, *, asked: str = "") -> Examination:
    return examine(told(text), date.fromisoformat(day), asked=asked)


def shared(text: str, day: str = DAY) -> Document:
    """The family's copy; it must be there."""
    exam = examined(text, day)
    assert "everyone" in exam.copies, [(f.id, f.variant) for f in exam.withheld]
    return exam.copies["everyone"]


def codes(findings: Iterable[Finding]) -> list[str]:
    """Everything that is said of findings, in each language, and their ids."""
    said = []
    for finding in findings:
        said.append(finding.id)
        for language in LANGUAGES:
            said += say(finding, Words(language))
    return said
