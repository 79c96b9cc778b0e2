"""The timeline says every event of the case once, in order of time, up to the gate."""

from datetime import date

import pytest

from tests.document.stories import told
from top3.case.cut import PROFESSIONAL, cut
from top3.document.pictured import Timeline
from top3.document.timeline import timeline
from top3.method.check import judge
from top3.words import Words

DAY = date(2024, 9, 2)
STORY = """
top3: 1
casus: {taal: nl}
plan:
  fase: {niveau: 1, datum: 2024-08-30, door: Karin}
  volgende_evaluatie: 2024-09-16
team: {deskundigen: [{wie: Veilig Thuis, datum: 2024-08-29}]}
gezin:
  - id: m1
    naam: Sanne
    rol: moeder
    gesprekken:
      - {datum: 2024-08-28, apart: ja, rustig: ja, door: Karin}
      - {datum: 2024-08-21, apart: nee, rustig: ja}
      - {apart: ja, rustig: nee}
  - {id: k1, naam: Noah, rol: kind, leeftijd: 2, gesprekken: [{datum: 2024-08-27, soort: gezien}]}
geweld:
  incidenten:
    - {id: i1, datum: 2024-08-26, wat: Hij duwde haar.}
    - {id: i2, datum: 2024-03, wat: Hij schreeuwde.}
    - {id: i3, datum: 2024-08-01/2024-08-10}
    - {id: i4, datum: onbekend, wat: Eerder ook.}
    - {id: i5, datum: 2023, wat: Hij gooide.}
  waarnemingen:
    - {datum: 2024-08-31, door: Ria, over: k1, rustig: ja, zorg_goed_genoeg: ja}
veilig_thuis: {geinformeerd_op: 2024-08-29, meldingen: [{datum: 2024-08-27, door: politie}]}
maatregelen:
  - {id: b1, soort: huisverbod, geldt_voor: m1, vanaf: 2024-08-26, tot: 2024-09-05}
  - {id: b2, soort: strafzaak, vanaf: 2024-08-27}
onveilige_situaties:
  - id: s1
    titel: Duwen
    afspraken:
      - {id: a1, wat: Niemand duwt., sinds: 2024-09-02, status: actief}
      - {id: a2, wat: Zonder begin.}
risicofactoren:
  - id: r1
    acties: [{id: c1, wat: Steun bij geld., door: wijkteam, vanaf: 2024-10-01, status: gepland}]
bijeenkomsten: [{id: g1, soort: teamoverleg, datum: 2024-09-03, met: m1, status: gepland}]
evaluaties: [{datum: 2024-09-02, wat_veranderde: Eerste plan.}]
"""
SAID = [
    "Rond 2023, incident: Hij gooide.",
    "Rond maart 2024, incident: Hij schreeuwde.",
    "1 augustus 2024 tot en met 10 augustus 2024, incident: niet beschreven (i3)",
    "21 augustus 2024: Gesprek met Sanne, niet apart, rustig",
    "26 augustus 2024, incident: Hij duwde haar.",
    "26 augustus 2024: Huisverbod voor Sanne, tot en met 5 september 2024",
    "27 augustus 2024: Noah gezien",
    "27 augustus 2024: Melding bij Veilig Thuis, door politie",
    "27 augustus 2024: Strafzaak, begin",
    "28 augustus 2024: Rust bevestigd, in gesprek met Sanne, apart, door Karin",
    "29 augustus 2024: Veilig Thuis geïnformeerd",
    "29 augustus 2024: Overleg met Veilig Thuis",
    "30 augustus 2024: Fase 1 vastgelegd, door Karin",
    "31 augustus 2024: Waarneming over Noah, rustig, zorg goed genoeg, door Ria",
    "2 september 2024: Afspraak: Niemand duwt",
    "2 september 2024: Evaluatie: Eerste plan.",
    "3 september 2024: Teamoverleg, Sanne, gepland",
    "16 september 2024: Volgende evaluatie",
    "1 oktober 2024: Hulp: Steun bij geld, door wijkteam, gepland",
    "Datum onbekend, incident: Eerder ook.",
    "Datum onbekend: Gesprek met Sanne, apart, niet rustig",
]


def of(story: str, day: date = DAY) -> Timeline | None:
    reading = told(story)
    assert reading.case is not None
    case = cut(reading.case, PROFESSIONAL)
    return timeline(case, judge(reading, day), Words(case.info.language))


def test_every_event_is_said_once_in_order_of_time() -> None:
    found = of(STORY)
    assert found is not None
    assert [event.text for event in found.events] == SAID
    assert [event.number for event in found.events] == list(range(1, len(SAID) + 1))
    places = [event.at for event in found.events if event.at is not None]
    assert places == sorted(places) and len(places) == len(SAID) - 2
    assert min(event.first for event in found.events) >= 0


def test_only_calm_that_counts_for_the_gate_is_confirmed_calm() -> None:
    found = of(STORY)
    assert found is not None
    calm = [event.text for event in found.events if event.kind == "calm"]
    assert calm == [SAID[9], SAID[13]]


def test_what_is_uncertain_is_not_exact_and_what_lasts_is() -> None:
    found = of(STORY)
    assert found is not None
    vague = [event.text for event in found.events if not event.exact and event.at is not None]
    assert vague == SAID[:3]
    ban = found.events[5]
    assert ban.exact and ban.last - ban.first == 10 and ban.at == ban.first
    march = found.events[1]
    assert march.at is not None and march.first < march.at < march.last == march.first + 30
    assert all(event.short == "" for event in found.events if not event.exact)


def test_the_reference_day_and_the_gate() -> None:
    story = STORY.replace("    - {id: i4, datum: onbekend, wat: Eerder ook.}\n", "")
    found = of(story.replace("tot: 2024-09-05", "tot: 2024-08-26"))
    assert found is not None and found.gate is not None
    assert found.reference.short == "2 sep" and found.reference.at < found.gate.at
    assert found.said[0] == "Peildatum: 2 september 2024."
    assert found.said[1].startswith("De poort gaat op zijn vroegst open op ")
    assert found.months[0].at == 0 and found.months[-1].at > found.gate.at
    undated = of(STORY)
    assert undated is not None and undated.gate is None
    assert undated.said[1] == "Er is nog geen dag bekend waarop de poort open kan."


def test_nothing_to_show_is_no_timeline() -> None:
    assert of("top3: 1") is None
    assert of("top3: 1\ngezin: [{id: m1, rol: moeder}]") is None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_incident_alone(language: str) -> None:
    key = {"nl": "geweld: {incidenten: [{id: i1, datum: 2024-08-26, wat: x}]}\ncasus: {taal: nl}"}
    key["en"] = "violence: {incidents: [{id: i1, date: 2024-08-26, what: x}]}\ninfo: {language: en}"
    found = of(f"top3: 1\n{key[language]}")
    assert found is not None and len(found.events) == 1
    month = {"nl": "augustus", "en": "August"}[language]
    assert found.events[0].text == f"26 {month} 2024, incident: x"


def test_the_order_in_the_file_changes_nothing_but_ties() -> None:
    first, other = (
        of(f"top3: 1\ngeweld:\n  incidenten: [{', '.join(rows)}]")
        for rows in (
            ("{id: i1, datum: 2024-08-01, wat: a}", "{id: i2, datum: 2024-07-01, wat: b}"),
            ("{id: i2, datum: 2024-07-01, wat: b}", "{id: i1, datum: 2024-08-01, wat: a}"),
        )
    )
    assert first == other


@pytest.mark.parametrize(
    ("old", "new", "gone"),
    [
        ("met: m1, status: gepland", "met: m1, status: vervallen", "Teamoverleg"),
        ("vanaf: 2024-10-01, status: gepland", "vanaf: 2024-10-01, status: vervallen", "Steun"),
        ("sinds: 2024-09-02, status: actief", "sinds: 2024-09-03, status: vervallen", "duwt."),
    ],
)
def test_what_was_called_off_is_never_drawn_as_coming(old: str, new: str, gone: str) -> None:
    assert old in STORY
    before, after = drawn(STORY), drawn(STORY.replace(old, new))
    assert len(after) == len(before) - 1
    assert gone.rstrip(".") in " ".join(before) and gone.rstrip(".") not in " ".join(
        text for text in after if "incident" not in text
    )


def test_what_began_and_then_ended_stays() -> None:
    text = STORY.replace(
        "sinds: 2024-09-02, status: actief", "sinds: 2024-09-01, status: vervallen"
    )
    assert any("Niemand duwt, vervallen" in said for said in drawn(text))


def drawn(text: str) -> list[str]:
    case = told(text).case
    assert case is not None
    own = cut(case, PROFESSIONAL)
    found = timeline(own, judge(told(text), DAY), Words("nl"))
    assert found is not None
    return [event.text for event in found.events]
