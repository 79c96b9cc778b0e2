"""What fits a case: the phase's document, the profile, AVE, who can help."""

from datetime import date
from pathlib import Path

import pytest

from top3.case.reader import read, read_file
from top3.case.vocabulary import FamilyProfile
from top3.document.model import Guide
from top3.document.release import examine
from top3.render import Rendered, render
from top3.words import LANGUAGES, Words

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2024, 9, 2)
HEAD = "top3: 1\ngezin: [{id: m1, rol: moeder, leeftijd: 40}]\n"


def guide(text: str) -> Guide:
    reading = read(text.encode())
    assert not reading.findings
    judgement = examine(reading, DAY).copies["professional"].judgement
    assert judgement is not None and judgement.guide is not None
    return judgement.guide


def test_julia_en_tom():
    judgement = examine(read_file(EXAMPLES / "julia-en-tom.yaml"), DAY).copies["professional"]
    assert judgement.judgement is not None and (found := judgement.judgement.guide)
    assert found.document == "Veiligheidsplan"
    assert "wisselen van huis" in found.asks and "dwang" in found.forbids
    assert dict(found.ave)["Casusregie"] == "casusregisseur"
    assert dict(found.ave_next)["Procesregie"] == "procesregisseur van het Veiligheidshuis"
    assert any(note.startswith("Kinderen") for note in found.notes)


@pytest.mark.parametrize(
    ("fact", "service"),
    [
        ("geweld: {incidenten: [{id: i1, kenmerken: seksueel}]}", "Centrum Seksueel Geweld"),
        ("geweld: {dwingende_controle: vermoeden}", "Moviera"),
        ("geweld: {vormen: [{vorm: stalking}]}", "Aware"),
        ("geweld: {vormen: [{vorm: loverboy}]}", "Meldpunt jeugdprostitutie"),
        ("maatregelen: [{id: b1, soort: huisverbod}]", "Iriszorg"),
        ("maatregelen: [{id: b1, soort: strafzaak}]", "Reclassering"),
        ("maatregelen: [{id: b1, soort: ondertoezichtstelling}]", "Gecertificeerde instelling"),
        ("opschaling: {hulp_zonder_effect: ja}", "MDA++"),
        ("opschaling: {maatschappelijke_onrust: ja}", "Zorg- en Veiligheidshuis"),
    ],
)
def test_a_service_is_named_where_it_fits_and_only_there(fact, service):
    def named(text: str) -> list[str]:
        return [line for line in guide(text).services if line.startswith(service)]

    assert named(HEAD + fact + "\n")
    assert not named(HEAD)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_profile_and_level_has_its_words(language):
    words = Words(language)
    for profile in FamilyProfile:
        known = words.entry(f"knowledge.profile.{profile.value}")
        assert known["asks"] and known["forbids"]
    assert set(words.entry("ave.4")) == set(words.entry("ave.1"))


def test_the_dossier_prints_it():
    exam = examine(read_file(EXAMPLES / "julia-en-tom.yaml"), DAY)
    made = render(exam.copies["professional"], ["md"])["md"]
    assert isinstance(made, Rendered)
    text = made.data.decode()
    assert "- **Document van deze fase:** Veiligheidsplan\n" in text
    assert "## Wat hierbij past" in text and "Een stap hoger: AVE 3" in text


def test_the_guide_reaches_no_family_copy():
    shared = examine(read_file(EXAMPLES / "julia-en-tom.yaml"), DAY).copies["everyone"]
    assert shared.judgement is None
