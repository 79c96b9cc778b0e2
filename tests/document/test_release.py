"""May a copy exist? Each ground on which sharing can harm, each way a release lapses, and each
rule that stops the family's copy; none of the others does."""

from datetime import date
from typing import Any

import pytest

from tests.document.stories import examined, told
from top3.case.finding import Severity
from top3.case.reader import read
from top3.document.release import examine, registry
from top3.method import check

PLAIN = """
top3: 1
plan: {datum: 2024-09-02, volgende_evaluatie: 2024-09-09}
gezin: [{id: v1, naam: Peter, rol: vader}, {id: m1, naam: Sanne, rol: moeder}]
"""
RELEASE = "vrijgaven: [{datum: 2024-09-02, door: Karin, deskundige: VT, tot: 2024-09-30}]\n"


def stopped(text: str, **more: Any) -> set[str]:
    exam = examined(text, **more)
    assert "professional" in exam.copies, "the professionals' copy is always there"
    assert ("everyone" in exam.copies) is (not exam.withheld)
    return {finding.code for finding in exam.withheld}


# --- grounds -----------------------------------------------------------------------------------

GROUNDS = {
    "coercion": "geweld: {dwingende_controle: ja}",
    "coercion, suspected": "geweld: {dwingende_controle: vermoeden}",
    "screened": "geweld: {screening_dwang: {uitkomst: vermoeden}}",
    "intimate terror": "geweld: {gezinsprofiel: {soort: intieme terreur}}",
    "terror, suspected": "geweld: {gezinsprofiel: {soort: intieme terreur, zekerheid: vermoeden}}",
    **{
        form: f"geweld: {{vormen: [{{vorm: {form}, zekerheid: vermoeden}}]}}"
        for form in (
            "stalking",
            "huwelijksdwang",
            "eergerelateerd geweld",
            "achterlating",
            "loverboy",
            "jeugdprostitutie",
            "sextortion",
            "seksuele uitbuiting",
            "arbeidsuitbuiting",
            "criminele uitbuiting",
            "gedwongen zelfmoord",
        )
    },
    "an incident of stalking": "geweld: {incidenten: [{id: i1, kenmerken: stalking}]}",
    "an incident of control": "geweld: {incidenten: [{id: i1, kenmerken: controle}]}",
    "flag of stalking": "geweld: {signalen: [{id: f1, soort: stalking na scheiding, datum: 2023}]}",
    "flag of a breach": "geweld: {signalen: [{id: f1, soort: overtreden verbod, datum: 2024-01}]}",
    **{
        kind: f"maatregelen: [{{id: b1, soort: {kind}}}]"
        for kind in ("huisverbod", "contactverbod", "gebiedsverbod", "opvang")
    },
    **{
        f"{kind} from {start}": f"maatregelen: [{{id: b1, soort: {kind}, vanaf: {start}}}]"
        for kind, start in (
            ("huisverbod", "2024-09-03"),
            ("contactverbod", "2024-09-16"),
            ("gebiedsverbod", "2024-09-03"),
            ("opvang", "2024-09-03"),
            ("opvang", "2024-12-01"),
        )
    },
    **{
        f"secret {kind}": f"vertrouwelijk: [{{id: x1, soort: {kind}, waarde: Zuiderzee}}]"
        for kind in ("adres", "postcode", "plaats", "opvang")
    },
    "secret of no kind": "vertrouwelijk: [{id: x1, waarde: Zuiderzee}]",
}


@pytest.mark.parametrize("ground", GROUNDS)
def test_where_sharing_can_harm_it_waits_for_a_release(ground: str) -> None:
    text = PLAIN + GROUNDS[ground] + "\n"
    assert stopped(text) == {"T902"}
    assert stopped(text + RELEASE) == set()


@pytest.mark.parametrize("ground", GROUNDS)
def test_it_is_advice_until_the_copy_is_asked_for_by_name(ground: str) -> None:
    def severities(asked: str) -> list[Severity]:
        exam = examined(PLAIN + GROUNDS[ground] + "\n", asked=asked)
        return [f.severity for f in exam.findings if f.id == "T902"]

    assert severities("") == [Severity.ADVICE]
    assert severities("everyone") == [Severity.ERROR]


@pytest.mark.parametrize(
    "harmless",
    [
        "",
        "geweld: {dwingende_controle: nee, vormen: [{vorm: partnergeweld}]}",
        "geweld: {dwingende_controle: onbekend}",
        "geweld: {signalen: [{id: f1, soort: wapen, datum: 2024-01}]}",
        "maatregelen: [{id: b1, soort: contactverbod, tot: 2024-09-01}]",
        "maatregelen: [{id: b1, soort: opvang, vanaf: 2024-08-01, tot: 2024-09-01}]",
        "maatregelen: [{id: b1, soort: strafzaak, vanaf: 2024-09-03}]",
        "maatregelen: [{id: b1, soort: omgangsregeling}]",
        "vertrouwelijk: [{id: x1, soort: codewoord, waarde: Zuiderzee}]",
    ],
)
def test_elsewhere_it_is_made_without_one(harmless: str) -> None:
    assert stopped(PLAIN + harmless + "\n") == set()


# --- how a release lapses ----------------------------------------------------------------------

HARM = (
    "geweld:\n  dwingende_controle: ja\n"
    "  screening_dwang: {datum: 2024-08-12, uitkomst: ja}\n"
    "  incidenten: [{id: i1, datum: 2024-08-01, bekend_op: 2024-08-20}]\n"
    "  signalen: [{id: f1, soort: wapen, datum: 2024-08-10}]\n"
    "vertrouwelijk: [{id: x1, soort: adres, waarde: Zuiderzee, datum: 2024-08-15}]\n"
)
HELD = "vrijgaven: [{datum: 2024-08-20, door: Karin, deskundige: VT, tot: 2024-09-02}]\n"


def test_a_release_holds_up_to_its_last_day() -> None:
    assert stopped(PLAIN + HARM + HELD) == set()


@pytest.mark.parametrize(
    "old, new",
    [
        ("datum: 2024-08-20, door", "door"),
        ("door: Karin, ", ""),
        ("deskundige: VT, ", ""),
        (", tot: 2024-09-02", ""),
        ("tot: 2024-09-02", "tot: 2024-09-01"),
        ("datum: 2024-08-20, door", "datum: 2024-08-19, door"),
        (
            "datum: 2024-08-20, door: Karin, deskundige: VT, tot: 2024-09-02",
            "datum: 2024-09-03, door: Karin, deskundige: VT, tot: 2024-10-02",
        ),
        ("bekend_op: 2024-08-20", "bekend_op: 2024-08-21"),
        (", bekend_op: 2024-08-20", ", bekend_op: 2024-09-02"),
        ("datum: 2024-08-01, bekend_op: 2024-08-20", "datum: onbekend"),
        ("datum: 2024-08-10", "datum: 2024-08-21"),
        ("datum: 2024-08-10", "datum: 2024-08"),
        (", datum: 2024-08-10", ""),
        ("datum: 2024-08-15", "datum: 2024-08-21"),
        (", datum: 2024-08-15", ""),
        ("{datum: 2024-08-20, door", "{onderdeel: i1, datum: 2024-08-20, door"),
    ],
)
def test_a_release_lapses(old: str, new: str) -> None:
    text = PLAIN + HARM + HELD
    assert text.count(old) == 1, old
    assert stopped(text.replace(old, new)) == {"T902"}


def test_an_older_release_may_have_lapsed_when_a_newer_one_holds() -> None:
    two = HELD.replace("[{", "[{datum: 2024-08-01, door: K, deskundige: VT, tot: 2024-08-10}, {")
    assert stopped(PLAIN + HARM + two) == set()


@pytest.mark.parametrize(
    "release, codes",
    [
        ("{onderdeel: o1, datum: 2024-09-01, door: Karin, tot: 2024-09-02}", set()),
        ("{onderdeel: o1, datum: 2024-09-01, door: Karin, tot: 2024-09-01}", {"T902"}),
        ("{onderdeel: o1, datum: 2024-09-03, door: Karin, tot: 2024-09-09}", {"T902"}),
        ("{onderdeel: o1, datum: 2024-09-01, door: Karin}", {"T902"}),
        ("{onderdeel: o1, door: Karin, tot: 2024-09-09}", {"T902"}),
        ("{onderdeel: o1, datum: 2024-09-01, tot: 2024-09-09}", {"T902"}),
    ],
)
def test_the_release_of_an_entry(release: str, codes: set[str]) -> None:
    condition = "veilig_thuis: {voorwaarden: [{id: o1, wat: Elders., delen_met: iedereen}]}\n"
    text = PLAIN + condition + f"vrijgaven: [{release}]\n"
    assert stopped(text) == codes
    if not codes:
        assert examined(text).copies["everyone"].conditions == ("Elders.",)


def test_a_release_of_the_whole_releases_no_entry() -> None:
    condition = "veilig_thuis: {voorwaarden: [{id: o1, wat: Elders., delen_met: iedereen}]}\n"
    assert examined(PLAIN + condition + RELEASE).copies["everyone"].conditions == ()


# --- what stops the family's copy --------------------------------------------------------------

FAMILY = """
top3: 1
plan: {datum: 2024-09-02, volgende_evaluatie: 2024-09-09}
team: {casusregisseur: {id: p1, naam: Karin, organisatie: het wijkteam, telefoon: 055-555 01 23}}
gezin:
  - {id: v1, naam: Peter, rol: vader, leeftijd: 40}
  - {id: m1, naam: Sanne, rol: moeder, leeftijd: 39}
  - {id: k1, naam: Julia, rol: kind, leeftijd: 10}
netwerk: [{id: n1, naam: Ria, band: oma}]
geweld: {incidenten: [{id: i1, datum: 2024-09-01, door: v1, tegen: m1, getuigen: k1}]}
onveilige_situaties:
  - id: s1
    titel: Duwen
    wens: Niemand duwt.
    door: v1
    onveilig_voor: [m1, k1]
    afspraken:
      - {id: a1, wat: Peter duwt niet., wie: v1, wanneer: altijd, kijkt_mee: p1, als_het_misgaat: Weg.}
"""  # noqa: E501
BAN = "maatregelen: [{id: b1, soort: contactverbod, geldt_voor: v1, beschermt: m1}]\n" + RELEASE
COUPLE = (
    "bijeenkomsten: [{id: g1, soort: relatietherapie, met: [v1, m1], status: gepland}]\n" + RELEASE
)


def _with(old: str, new: str, more: str = "") -> str:
    assert FAMILY.count(old) == 1, old
    return FAMILY.replace(old, new) + more


STOPS = {
    "T101 victim": _with("kijkt_mee: p1", "kijkt_mee: m1"),
    "T101 child": _with("kijkt_mee: p1", "kijkt_mee: [p1, k1]"),
    "T104": _with("geweld: {", "geweld: {dwingende_controle: vermoeden, ", COUPLE),
    "T112 child": _with("wie: v1, wanneer", "wie: k1, wanneer"),
    "T112 victim": _with(
        "wat: Peter duwt niet., wie: v1", "wat: Sanne zorgt dat Peter niet boos wordt., wie: m1"
    ),
    "T113": _with("wie: v1, wanneer", "wie: v1, contact_met: m1, wanneer", BAN),
    "T202": _with("plan: {", "plan: {fase: {niveau: 2}, "),
    "T901": _with(
        "wat: Peter duwt niet.",
        "wat: Zeg pimpernel.",
        "vertrouwelijk: [{id: x1, soort: codewoord, waarde: pimpernel}]\n",
    ),
    "T902": _with("geweld: {", "geweld: {dwingende_controle: vermoeden, "),
    "T903": _with("wat: Peter duwt niet.", "wat: Ria kijkt mee."),
}


def test_nothing_stops_an_ordinary_plan() -> None:
    assert stopped(FAMILY) == set()


@pytest.mark.parametrize("name", STOPS)
def test_what_endangers_stops_the_copy_of_the_family_alone(name: str) -> None:
    assert stopped(STOPS[name]) == {name.split()[0]}
    asked = examined(STOPS[name], asked="everyone")
    assert all(finding.severity is Severity.ERROR for finding in asked.withheld)


def test_a_phase_1_rule_that_stops_goes_on_stopping_in_a_later_phase() -> None:
    """Softer once the gate is open, but what endangers is never softer."""
    later = (
        "  - {id: m1, naam: Sanne, rol: moeder, leeftijd: 39, gesprekken: "
        "[{datum: 2024-08-30, apart: ja, rustig: ja}]}\n"
        "  - {id: k1, naam: Julia, rol: kind, leeftijd: 10, gesprekken: "
        "[{datum: 2024-08-30, apart: ja, rustig: ja}]}\n"
    )
    text = STOPS["T101 victim"].replace("datum: 2024-09-01", "datum: 2024-01-01")
    start, end = text.index("  - {id: m1"), text.index("netwerk:")
    text = (text[:start] + later + text[end:]).replace("plan: {", "plan: {fase: {niveau: 2}, ")
    exam = examined(text)
    assert exam.judgement.phase.gate_open and exam.judgement.phase.number == 2
    assert {f.code for f in exam.withheld} == {"T101"}


def test_exactly_these_rules_can_stop() -> None:
    stopping = {rule.code for rule in (*check.registry(), *registry()) if rule.stops}
    assert stopping == {"T104", "T112", "T113", "T202", "T901", "T902", "T903", "T904"}
    assert {name.split()[0] for name in STOPS} | {"T904"} == stopping | {"T101"}


WORST = """
top3: 1
plan: {datum: 2024-06-01}
gezin:
  - {id: v1, naam: Peter, rol: vader, leeftijd: 40}
  - {id: m1, naam: Sanne, rol: moeder, leeftijd: 39}
  - {id: k1, naam: Julia, rol: kind, leeftijd: 10}
  - {id: k2, naam: Tom, rol: kind, leeftijd: 2}
netwerk: [{id: n1, naam: Ria, band: oma}]
geweld:
  acute_onveiligheid: ja
  structurele_onveiligheid: ja
  gezinsprofiel: {soort: complexe conflictscheiding}
  signalen: [{id: f1, soort: wapen, datum: 2024-08-31}]
  incidenten: [{id: i1, datum: 2024-09-01, door: v1, tegen: [m1, k1], getuigen: k1, letsel: levensgevaar}]
onveilige_situaties:
  - {id: s1, titel: Een, status: actief, rang: 1, onveilig_voor: m1}
  - {id: s2, titel: Twee, status: actief, rang: 1, onveilig_voor: m1, acuut: ja}
  - {id: s3, titel: Drie, status: actief, rang: 2, onveilig_voor: m1}
  - id: s4
    titel: Vier
    status: actief
    onveilig_voor: m1
    afspraken: [{id: a1, wat: Oma helpt., wie: n1, kijkt_mee: n1}]
risicofactoren:
  - {id: r1, titel: Geld, wens: Genoeg., status: actief, acties: [{id: c1, soort: behandeling, status: actief}]}
herstel:
  - {id: h1, titel: Slapen, wens: Rust., status: actief, acties: [{id: c2, soort: behandeling, status: actief}]}
opschaling: {ave: 1}
"""  # noqa: E501


def test_no_other_rule_stops_the_copy() -> None:
    exam = examined(WORST)
    found = {finding.code for finding in exam.findings}
    can_stop = {"T104", "T112", "T113", "T202", "T901", "T902", "T903"}
    others = {rule.code for rule in check.registry()} - can_stop
    assert len(others & found) >= 11, sorted(others - found)
    assert sum(finding.severity is Severity.ERROR for finding in exam.findings) >= 8
    assert exam.withheld == ()
    assert set(exam.copies) == {"everyone", "professional"}


def test_what_was_not_read_is_not_examined() -> None:
    reading = read(b"top3: 2\n")
    assert reading.case is None
    with pytest.raises(ValueError, match="nothing to examine"):
        examine(reading, date(2024, 9, 2))


def test_findings_stand_in_the_order_of_the_file() -> None:
    exam = examine(told(WORST), date(2024, 9, 2))
    assert [f.order for f in exam.findings] == sorted(f.order for f in exam.findings)
