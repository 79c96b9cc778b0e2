"""T903 on one sentence at a time: what gives somebody away, and what does not."""

import pytest

from tests.document.stories import codes, examined

CASE = """
top3: 1
plan: {{datum: 2024-09-02, volgende_evaluatie: 2024-09-09}}
team:
  casusregisseur: {{id: p1, naam: Karin de Wit, organisatie: het wijkteam, telefoon: 055-555 01 23}}
  anderen:
    - {{id: p4, naam: Lotte van der Meer, organisatie: de zorg, functie: leraar}}
    - {{id: p5, naam: Jan de Wit, organisatie: de zorg}}
    - {{id: p6, naam: Peter Smit, organisatie: de zorg}}
gezin:
  - {{id: v1, naam: Peter, rol: vader}}
  - {{id: k1, naam: Fleur, rol: kind, leeftijd: 9, delen_met: professionals}}
  - {{id: u1, naam: Storm, rol: ongeboren kind}}
netwerk:
  - {{id: n1, naam: Ria, band: oma, naam_delen: ja}}
  - {{id: n2, naam: Kees, band: buurman}}
  - {{id: n3, naam: Oma Toos, band: oma}}
  - {{id: n4, naam: Wim, band: opa, naam_delen: ja, delen_met: professionals}}
onveilige_situaties:
  - id: s1
    titel: Slaan
    wens: Niemand slaat.
    afspraken:
      - {{id: a1, wat: "{}", wie: v1, wanneer: altijd, kijkt_mee: [p1, n3], als_het_misgaat: Weg.}}
"""


def found(text: str) -> list[str]:
    exam = examined(CASE.format(text), "2024-09-02")
    assert {f.code for f in exam.withheld} <= {"T903"}
    return [f.variant for f in exam.findings if f.code == "T903"]


@pytest.mark.parametrize(
    "text",
    [
        "Kees kijkt mee.",
        "Ga naar Kees.",
        "kees kijkt mee.",
        "KEES kijkt mee.",
        "Kees' huis.",
        "Dit is Lottes taak.",
        "Juf Lotte helpt.",
        "Mevrouw Van der Meer helpt.",
        "Meneer Smit helpt.",
        "Toos haalt ze op.",
        "Fleur gaat mee.",
        "Fleurs kamer.",
        "Straks komt Storm.",
        "Opa Wim kijkt mee.",
    ],
)
def test_a_name_without_consent_is_found(text: str) -> None:
    assert found(text) in (["name"], ["name_part"])


@pytest.mark.parametrize(
    "text",
    [
        "Bel 06-12345678.",
        "Bel 06 12 34 56 78.",
        "Bel 06-12-34-56-78.",
        "Bel 06.12.34.56.78.",
        "Bel +31 6 12345678.",
        "Bel 0031612345678.",
        "Bel 6 12345678.",
        "Bel (055) 512 34 56.",
        "Bel 0900-1234.",
        "Ga naar 7311 AB.",
        "Ga naar 7311ab.",
        "Ga naar 7311 ab.",
        "Ga naar 2024 AB.",
    ],
)
def test_a_number_is_found(text: str) -> None:
    assert found(text) == ["number"]


@pytest.mark.parametrize(
    "text",
    ["Naar basisschool De Vlinder.", "Naar de Kamperschool.", "Het Veluws College weet het."],
)
def test_a_school_is_found(text: str) -> None:
    assert found(text) == ["school"]


@pytest.mark.parametrize(
    "text",
    [
        "Peter belt Karin de Wit op 055-555 01 23.",
        "Oma Ria helpt. Oma brengt ze.",
        "De buurman helpt.",
        "Van Peter horen we het. Der dagen.",
        "Bel 112 of 0800-2000.",
        "Tussen 09.00-17.00 uur.",
        "Vanaf 02-09-2024 om 09.00 uur.",
        "Vanaf 2-9-24.",
        "Op 2 september 2024 om 10 uur.",
        "Sinds 2023 en ook in 2024 is dat zo.",
        "De school weet het. Na school gaan ze naar huis.",
        "Het stormt niet in huis.",
    ],
)
def test_an_ordinary_sentence_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "person, variant",
    [
        ("{id: n2, naam: Kees, band: buurman Kees}", ["name"]),
        ("{id: n2, naam: Kees, band: buurman 0612345678}", ["number"]),
        ("{id: n2, naam: Kees, band: buurman}", []),
        ("{id: n2, naam: buurman, band: buurman}", []),
    ],
)
def test_the_tie_itself_may_not_tell_the_name(person: str, variant: list[str]) -> None:
    text = CASE.format("Niemand slaat.").replace("{id: n2, naam: Kees, band: buurman}", person)
    text = text.replace("[p1, n3]", "[p1, n2]")
    exam = examined(text, "2024-09-02")
    assert [f.variant for f in exam.findings if f.code == "T903"] == variant


def test_the_finding_never_holds_the_name() -> None:
    exam = examined(CASE.format("Juf Lotte belt 06-12345678."), "2024-09-02")
    mine = [f for f in exam.findings if f.code == "T903"]
    assert len(mine) == 2
    for said in (repr(mine), *codes(mine)):
        assert "Lotte" not in said and "12345678" not in said
