"""People's answers: dated, reasoned, by stable id; what endangers can't be waved away."""

from datetime import date
from pathlib import Path

import pytest

from top3.case.finding import Severity
from top3.case.reader import read
from top3.cli.threshold import exit_code
from top3.document.release import examine

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2024, 9, 2)
FULL = "datum: 2024-09-01, door: Karin, waarom: Daarom., tot: 2024-09-30"


def examined(decision: str, name: str = "klein.yaml", more: str = ""):
    text = (EXAMPLES / name).read_text("utf-8") + more
    reading = read((text + f"\nbesluiten: [{{{decision}}}]\n").encode())
    assert not reading.findings
    return examine(reading, DAY).findings


def by_id(findings):
    return {finding.id: finding for finding in findings}


def test_an_answer_holds_and_the_finding_stays_countable():
    findings = by_id(examined(f'over: "T402:v1", {FULL}'))
    assert findings["T402:v1"].answered and not findings["T402:m1"].answered
    assert not [found for found in findings if found.startswith(("T414", "T415"))]


def test_the_exit_code_looks_at_what_nobody_answered():
    findings = examined(f'over: "T402:v1", {FULL}')
    mine = [finding for finding in findings if finding.id == "T402:v1"]
    assert mine and exit_code(mine, "error") == 0 and exit_code(findings, "error") == 1


PARTS = ["datum: 2024-09-01, ", "door: Karin, ", "waarom: Daarom., ", ", tot: 2024-09-30"]


@pytest.mark.parametrize("missing", PARTS)
def test_an_answer_from_which_something_is_missing_does_not_count(missing):
    assert missing in FULL
    findings = by_id(examined(f'over: "T402:v1", {FULL.replace(missing, "")}'))
    assert not findings["T402:v1"].answered
    assert findings["T414:T402:v1"].variant == "incomplete"


@pytest.mark.parametrize(
    ("dates", "variant"),
    [
        ("datum: 2024-08-01, tot: 2024-09-01", "past"),
        ("datum: 2024-09-03, tot: 2024-09-30", "incomplete"),
    ],
)
def test_an_answer_of_another_time_does_not_count(dates, variant):
    findings = by_id(examined(f'over: "T402:v1", door: Karin, waarom: Daarom., {dates}'))
    assert not findings["T402:v1"].answered and findings["T414:T402:v1"].variant == variant


def test_the_last_day_still_counts():
    last = FULL.replace("2024-09-30", "2024-09-02")
    assert by_id(examined(f'over: "T402:v1", {last}'))["T402:v1"].answered


def test_an_answer_to_something_that_is_gone_is_a_finding():
    findings = by_id(examined(f'over: "T402:x9", {FULL}'))
    assert findings["T415:T402:x9"].variant == "orphan"
    assert findings["T415:T402:x9"].severity is Severity.WARNING


def test_a_decision_about_an_incident_is_at_home():
    findings = examined("over: i1, datum: 2024-09-01, door: Karin, waarom: Daarom.")
    assert findings and not [f for f in findings if f.code in ("T414", "T415")]


def test_what_endangers_is_not_waved_away():
    secret = "\nvertrouwelijk: [{id: x1, soort: school, waarde: broer, datum: 2024-09-01}]\n"
    findings = by_id(examined(f'over: "T901:x1:a1:what", {FULL}', more=secret))
    assert findings["T901:x1:a1:what"].stops and not findings["T901:x1:a1:what"].answered
    assert findings["T415:T901:x1:a1:what"].severity is Severity.ERROR


def test_both_cards_say_every_variant():
    from top3.words import LANGUAGES, Words

    for language in LANGUAGES:
        assert set(Words(language).card("T414")["message"]) == {"incomplete", "past"}
        assert set(Words(language).card("T415")["message"]) == {"orphan", "endangers"}
        for code in ("T414", "T415"):
            card = Words(language).card(code)
            assert set(card["message"]) == set(card["hint"])


def test_free_text_never_becomes_an_id():
    findings = examined(f'over: "Jan de Vries, Lindelaan 14", {FULL}')
    (found,) = [f for f in findings if f.code == "T415"]
    assert found.id == "T415" and "Jan" not in repr(found)
