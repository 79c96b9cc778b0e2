"""Who hides, and which sentences tell where or when that person can be found."""

from datetime import date

import pytest

from tests.document.stories import examined, told
from top3.document.whereabouts import (
    hidden,
    is_pursued,
    names_flight,
    names_hiding,
    names_shelter,
)
from top3.method import facts

DAY = date(2024, 9, 2)
FAMILY = """
top3: 1
team:
  casusregisseur: {id: p1, naam: Karin, organisatie: het Wijkteam}
gezin:
  - {id: v1, naam: Peter, rol: vader}
  - {id: m1, naam: Sanne Vos, rol: moeder}
  - {id: k1, naam: Tom, rol: kind, leeftijd: 9}
onveilige_situaties:
  - {id: s1, titel: Slaan, door: v1, onveilig_voor: [m1, k1]}
"""
ADDRESS = "vertrouwelijk: [{id: x1, soort: adres, waarde: Wilgenlaan 7, van: m1}]\n"
SCHOOL = "vertrouwelijk: [{id: x1, soort: school, waarde: De Wilg, van: k1}]\n"
BAN = "maatregelen: [{id: b1, soort: contactverbod, geldt_voor: v1, beschermt: m1}]\n"
COERCION = "geweld: {dwingende_controle: vermoeden}\n"


def shelter(days: str) -> str:
    return f"maatregelen: [{{id: b1, soort: opvang, beschermt: m1, {days}}}]\n"


@pytest.mark.parametrize(
    ("more", "somebody_hides", "somebody_flees"),
    [
        ("", False, False),
        (ADDRESS, True, False),
        (SCHOOL, False, False),
        (shelter("vanaf: 2024-09-01"), True, False),
        (shelter("vanaf: 2024-09-10"), True, False),
        (shelter("vanaf: 2024-08-01, tot: 2024-08-20"), False, False),
        (BAN, False, True),
        (COERCION, False, True),
    ],
)
def test_who_hides_or_may_flee(more: str, somebody_hides: bool, somebody_flees: bool) -> None:
    case = told(FAMILY + more).case
    assert case is not None
    assert facts.hides(case, DAY) is somebody_hides
    assert is_pursued(case, DAY) is somebody_flees


HIT = "  incidenten:\n    - {id: i1, datum: 2024-08-01, door: v1, tegen: m1%s}\n"
BACK = "    - {id: i2, datum: 2024-08-02, door: m1, tegen: v1}\n"
SLAP = "    - {id: i2, datum: 2024-08-02, door: m1, tegen: k1}\n"


@pytest.mark.parametrize("own", [BACK, SLAP])
@pytest.mark.parametrize(
    "more",
    [
        ADDRESS,
        shelter("vanaf: 2024-09-01"),
        BAN,
        "",
    ],
)
def test_who_hit_back_hides_like_anybody(more: str, own: str) -> None:
    """Resistance is not mutuality: whom somebody pursues is kept hidden, whatever they did."""
    coercion = "geweld:\n  dwingende_controle: ja\n" if not more else "geweld:\n"
    control = ", kenmerken: controle" if not more else ""
    case = told(FAMILY + more + coercion + HIT % control + own).case
    assert case is not None
    called = hidden(case).called
    assert {"sanne", "mama"} <= called
    assert "peter" not in called


@pytest.mark.parametrize(
    ("more", "called"),
    [
        (ADDRESS, {"sanne", "mama", "mum"}),
        (SCHOOL, {"sanne", "mama", "mum", "tom"}),
        (shelter("vanaf: 2024-09-01"), {"sanne", "mama", "mum"}),
    ],
)
def test_who_is_meant(more: str, called: set[str]) -> None:
    """Whom the secret or the shelter names, else all who were harmed; never who uses violence."""
    case = told(FAMILY + more).case
    assert case is not None
    found = hidden(case).called
    assert called <= found and not {"peter", "papa", "vos"} & found
    assert ("tom" in found) is ("tom" in called)


@pytest.mark.parametrize(
    "text",
    [
        "De kinderen gaan elke woensdag om drie uur met bus 12 naar mama.",
        "Oma ziet Sanne in het park.",
        "Sanne haalt Tom om 14.45 uur.",
        "Sanne blijft bij haar zus in Deventer.",
        "Dat gaat zo. Op maandag is mama er.",
        "Karin praat met Sanne om half drie.",
        "Karin belt Sanne op het station.",
        "Mum is there on Friday, at 3 pm.",
        "mama is er vanaf tien uur",
    ],
)
def test_a_place_or_a_time_beside_the_name(text: str) -> None:
    case = told(FAMILY + ADDRESS).case
    assert case is not None
    assert hidden(case).is_found_by(text)


@pytest.mark.parametrize(
    "text",
    [
        "Karin belt Sanne elke vrijdag om tien uur.",
        "Sanne is niet alleen. Op maandag is Peter er.",
        "Sanne blijft bij Karin.",
        "Sanne praat met het wijkteam, in Wijkteam.",
        "Sanne krijgt een half uur rust, vanaf 6 maart.",
        "Peter gaat op vrijdag naar Deventer.",
        "Sanne geeft 2.50 euro.",
    ],
)
def test_an_ordinary_sentence_about_who_hides(text: str) -> None:
    case = told(FAMILY + ADDRESS).case
    assert case is not None
    assert not hidden(case).is_found_by(text)


def test_what_and_when_are_read_as_one() -> None:
    case = told(FAMILY + ADDRESS).case
    assert case is not None
    sought = hidden(case)
    assert sought.is_found_by("elke zondag", "Peter ziet Tom. Sanne is er ook.")
    assert not sought.is_found_by("elke zondag", "Peter ziet Tom.")
    assert not sought.is_found_by("altijd", "Sanne is op zondag in het park.")


def test_an_answer_holds_for_what_and_when_together() -> None:
    """Change what was agreed and the answer about when is void."""
    case = (
        "top3: 1\nplan: {datum: 2024-09-02}\n"
        "gezin: [{id: m1, naam: Sanne, rol: moeder}]\n"
        "onveilige_situaties:\n  - id: s1\n    titel: Slaan\n    afspraken: "
        "[{id: a1, wat: Sanne WHAT., wanneer: op maandag}]\n"
        "vertrouwelijk: [{id: x1, soort: plaats, waarde: Ede, van: m1, datum: 2024-09-01}]\n"
        "vrijgaven: [{datum: 2024-09-02, door: Karin, deskundige: VT, tot: 2024-09-16}]\n"
    )
    (found,) = [f for f in examined(case).withheld if f.code == "T901"]
    assert found.variant == "found"
    answer = "datum: 2024-09-02, door: Karin, waarom: Bij ons, tot: 2024-09-16"
    answered = case + f'besluiten: [{{over: "{found.id}", {answer}}}]\n'
    assert "everyone" in examined(answered).copies
    assert "everyone" not in examined(answered.replace("WHAT", "komt weer")).copies


@pytest.mark.parametrize(
    "text, flees",
    [
        ("Zij drukt op haar Aware.", True),
        ("De vluchttas staat klaar.", True),
        ("Sanne verhuist op 1 mei.", True),
        ("Op 1 mei verhuist zij.", True),
        ("Sanne verhuist met de kinderen op vrijdag.", True),
        ("She moves house on 1 May.", True),
        ("Zij is naar het vluchthuis.", True),
        ("Tom gaat naar de opvang.", False),
        ("Be aware of this.", False),
        ("Sanne verhuist een kast.", False),
    ],
)
def test_what_helps_somebody_to_flee(text: str, flees: bool) -> None:
    assert names_flight(text) is flees


@pytest.mark.parametrize(
    "text, is_shelter",
    [
        ("Zij zit bij Fier.", True),
        ("Zij zit in het Oranje Huis.", True),
        ("Zij is op een veilige plek.", True),
        ("Zij zitten bij Blijf.", True),
        ("Hij is fier op zijn zoon.", False),
        ("Een oranje huis.", False),
    ],
)
def test_a_shelter_by_its_name(text: str, is_shelter: bool) -> None:
    assert names_shelter(text) is is_shelter


@pytest.mark.parametrize(
    "text, is_hiding",
    [
        ("Zij is in de opvang.", True),
        ("De naschoolse opvang belt, en zij is in de opvang.", True),
        ("De opvang van de kinderen na school.", False),
        ("Naar de naschoolse opvang.", False),
        ("Naar het blijf-van-mijn-lijfhuis.", True),
        ("Naar het blijf-van-m'n-lijf-huis.", True),
        ("Zij houdt zich schuil.", True),
        ("Blijf uit de buurt.", False),
    ],
)
def test_child_care_is_no_hiding_place(text: str, is_hiding: bool) -> None:
    assert names_hiding(text) is is_hiding
