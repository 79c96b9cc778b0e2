"""The worked case of the regiovisie, in its four versions (method.md §8)."""

from datetime import date
from pathlib import Path

import pytest

from top3.case.finding import Severity
from top3.case.reader import read, read_file
from top3.document.release import Examination, examine

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2024, 9, 2)
COMPLETE = EXAMPLES / "julia-en-tom.yaml"


def codes(exam: Examination, severity: Severity) -> list[str]:
    return sorted(f.code for f in exam.findings if f.severity is severity)


def changed(old: str, new: str) -> Examination:
    text = COMPLETE.read_text("utf-8")
    assert text.count(old) == 1
    reading = read(text.replace(old, new).encode())
    assert not reading.findings
    return examine(reading, DAY)


def test_complete():
    exam = examine(read_file(COMPLETE), DAY)
    assert codes(exam, Severity.ERROR) == []
    judged = exam.judgement
    assert judged.phase.number == 1 and not judged.phase.gate_open
    assert judged.phase.earliest_next == date(2024, 11, 24)
    assert judged.escalation.minimum == 2
    assert [c.item.id for c in judged.plan.priorities] == ["s1", "s2", "s3"]
    personal = {"member-m1", "member-n1", "child-k1", "child-k2"}
    assert set(exam.copies) == {"everyone", "professional"} | personal


def test_as_described():
    exam = examine(read_file(EXAMPLES / "julia-en-tom-zoals-beschreven.yaml"), DAY)
    errors = [
        "T101",
        "T101",
        "T101",
        "T105",
        "T106",
        "T401",
        "T401",
        "T402",
        "T402",
        "T404",
        "T405",
    ]
    assert codes(exam, Severity.ERROR) == errors
    assert codes(exam, Severity.WARNING) == ["T107"]
    assert codes(exam, Severity.ADVICE) == ["T406", "T407"]
    assert exam.judgement.phase.number == 1 and exam.judgement.escalation.minimum == 2
    assert [c.item.id for c in exam.judgement.plan.priorities] == ["s1", "s2", "s3"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("wat: Therapie voor de somberheid., door: GGZ, status: wacht",
         "wat: Therapie voor de somberheid., door: GGZ, status: actief", "T201"),
        ("wat: Traumabehandeling voor Julia., door: jeugdhulp, status: wacht",
         "wat: Traumabehandeling voor Julia., door: jeugdhulp, status: gepland", "T301"),
    ],
)  # fmt: skip
def test_too_early(old, new, code):
    exam = changed(old, new)
    assert codes(exam, Severity.ERROR) == [code]
    judged = exam.judgement
    assert judged.phase.number == 1 and judged.escalation.minimum == 2
    assert [c.item.id for c in judged.plan.priorities] == ["s1", "s2", "s3"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("soort: behandeling, wat: Therapie voor de somberheid., door: GGZ, status: wacht",
         "soort: behandeling, wat: Therapie., door: GGZ, status: actief, liep_al: ja"),
        ("soort: behandeling, wat: Therapie voor de somberheid., door: GGZ, status: wacht",
         "soort: steun, wat: Een praatje elke week., door: het wijkteam, status: actief"),
    ],
)  # fmt: skip
def test_running_care_and_support_are_never_a_finding(old, new):
    assert codes(changed(old, new), Severity.ERROR) == []
