"""What the program says is about this file: which question, which consent, which id, which copy."""

from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES

DAY = ("--date", "2024-09-02")
JULIA = (EXAMPLES / "julia-en-tom.yaml").read_text("utf-8")


def write(*changes: tuple[str, str], name: str = "gezin.yaml") -> str:
    """Write Julia's and Tom's file with these changes."""
    text = JULIA
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    Path(name).write_text(text, "utf-8")
    return name


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("old", "new", "question"),
    [
        ("id: p3, naam: Marjan Prins", "id: p3", "Wie brengt de partijen bij elkaar"),
        ("id: p2, naam: Yusuf Demir", "id: p2", "Wie helpt het gezin bij ziekte"),
        (", telefoon: 055-555 01 23", "", "Wie kan het gezin bellen"),
    ],
)
def test_who_is_missing_is_asked_for_by_what_they_do(top3, old, new, question):
    out = one_line(top3("questions", write((old, new)), *DAY).out)
    asked = ["Wie brengt de partijen", "Wie helpt het gezin bij ziekte", "Wie kan het gezin bellen"]
    assert [each for each in asked if each in out] == [each for each in asked if each in question]


def test_a_question_says_whom_or_what_it_is_about(top3):
    file = write(("kijkt_mee: p4", "kijkt_mee: n1"))
    out = one_line(top3("questions", file, *DAY).out)
    assert "om eerlijk te zeggen dat het misging? Het gaat om: Peter en Sanne bedreigen" in out
    assert "oma Ria" in out


def test_only_the_consent_that_is_missing_is_named(top3):
    file = write(("toestemming: [v1, m1]", "toestemming: [m1]"))
    out = one_line(top3("check", file, *DAY).out)
    assert "ontbreekt toestemming van v1." in out
