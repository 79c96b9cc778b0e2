"""Where somebody may be looked for and nothing is confidential, the team is asked what is."""

from datetime import date

import pytest

from tests.document.stories import examined
from top3.case.cut import PROFESSIONAL, cut
from top3.case.finding import Severity
from top3.document.talks import compose_questions

PLAIN = """
top3: 1
plan: {datum: 2024-09-02, volgende_evaluatie: 2024-09-09}
gezin: [{id: v1, naam: Peter, rol: vader}, {id: m1, naam: Sanne, rol: moeder}]
vrijgaven: [{datum: 2024-09-02, door: Karin, deskundige: VT, tot: 2024-09-30}]
"""
SOUGHT = (
    "geweld: {dwingende_controle: vermoeden}",
    "geweld: {gezinsprofiel: {soort: intieme terreur}}",
    "geweld: {vormen: [{vorm: stalking}]}",
    "maatregelen: [{id: b1, soort: contactverbod}]",
    "maatregelen: [{id: b1, soort: gebiedsverbod}]",
    "maatregelen: [{id: b1, soort: opvang}]",
)
ASKED = "Welk adres, welke plaats, welk nummer mag niemand weten?"


def advice(more: str) -> list[tuple[Severity, bool, bool]]:
    exam = examined(f"{PLAIN}{more}\n")
    assert "everyone" in exam.copies, "it stops nothing"
    asked = compose_questions(cut(exam.case, PROFESSIONAL), date(2024, 9, 2), exam.findings)
    found = [f for f in exam.findings if f.id == "T902:secrets"]
    assert (ASKED in repr(asked.talks)) is any(not f.answered for f in found)
    return [(f.severity, f.stops, f.answered) for f in found]


@pytest.mark.parametrize("more", SOUGHT)
def test_the_team_is_asked_once(more: str) -> None:
    assert advice(more) == [(Severity.ADVICE, False, False)]
    secret = "vertrouwelijk: [{id: x1, soort: adres, waarde: Zuiderzee, datum: 2024-09-01}]"
    assert advice(f"{more}\n{secret}") == []


@pytest.mark.parametrize("more", SOUGHT)
def test_that_there_is_nothing_can_be_recorded(more: str) -> None:
    said = "datum: 2024-09-02, door: Karin, waarom: Iedereen weet alles., tot: 2024-10-01"
    answered = f'{more}\nbesluiten: [{{over: "T902:secrets", {said}}}]'
    assert advice(answered) == [(Severity.ADVICE, False, True)]


@pytest.mark.parametrize(
    "more",
    [
        "",
        "geweld: {vormen: [{vorm: partnergeweld}]}",
        "maatregelen: [{id: b1, soort: huisverbod}]",
        "maatregelen: [{id: b1, soort: contactverbod, tot: 2024-09-01}]",
    ],
)
def test_elsewhere_nobody_is_asked(more: str) -> None:
    assert advice(more) == []
