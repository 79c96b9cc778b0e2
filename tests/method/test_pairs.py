"""One fact, one finding: pairs of rules that look at the same thing and must not both speak."""

import pytest

from tests.method.stories import judged

DAY = "2024-09-02"


def codes(text: str, *about: str) -> list[str]:
    """Ids of the findings whose code is one of `about`, in order."""
    found = judged(text, DAY).findings
    return sorted(finding.id for finding in found if finding.code in about)


def test_an_active_cause_in_fase_1_is_too_early_and_not_incomplete() -> None:
    text = "risicofactoren: [{id: r1, status: actief}]"
    assert codes(text, "T101", "T201") == ["T201:r1"]


def test_new_help_of_an_active_cause_is_said_once() -> None:
    action = "{id: x1, soort: behandeling, status: actief}"
    text = f"risicofactoren: [{{id: r1, status: actief, acties: [{action}]}}]"
    assert codes(text, "T101", "T201", "T301") == ["T201:x1"]


def test_an_active_recovery_need_before_fase_3_is_too_early_and_not_incomplete() -> None:
    action = "{id: x1, soort: behandeling, status: actief}"
    text = f"herstel: [{{id: h1, status: actief, acties: [{action}]}}]"
    assert codes(text, "T101", "T201", "T301") == ["T301:x1"]


JOINT = """
gezin: [{id: v1, rol: vader}, {id: m1, rol: moeder}]
geweld:
  dwingende_controle: %s
  incidenten: [{id: i1, datum: 2024-09-01, door: v1, tegen: m1}]
herstel:
  - {id: h1, van: m1, acties: [{id: x1, soort: behandeling, status: gepland, samen_met: v1}]}
"""


def test_joint_treatment_under_coercion_is_t104_and_not_t301() -> None:
    assert codes(JOINT % "vermoeden", "T104", "T301") == ["T104:x1"]
    assert codes(JOINT % "nee", "T104", "T301") == ["T301:x1"]


CHECKED = """
gezin: [{id: v1, rol: vader}, {id: m1, rol: moeder}, {id: k1, rol: kind, leeftijd: 9}]
netwerk: [{id: n1, band: oma}]
onveilige_situaties:
  - id: s1
    door: v1
    onveilig_voor: [m1, k1]
    afspraken:
      - {id: a1, wat: %s, wie: %s, wanneer: nu, kijkt_mee: %s, als_het_misgaat: Bel 112.}
"""


@pytest.mark.parametrize(
    ("what", "who", "checks", "found"),
    [
        ("Mark gaat weg.", "v1", "m1", ["T101:a1:m1"]),
        ("Dewi gaat weg.", "m1", "m1", ["T101:a1:m1"]),
        ("Dewi houdt hem rustig.", "m1", "n1", ["T112:a1"]),
        ("Finn houdt hem rustig.", "k1", "n1", ["T112:a1"]),
        ("Oma belt elke dag.", "n1", "v1", ["T101:a1:v1"]),
        ("Mark gaat weg.", "v1", "v1", ["T101:a1:checks"]),
    ],
)
def test_who_is_made_to_guard_is_said_once(
    what: str, who: str, checks: str, found: list[str]
) -> None:
    assert codes(CHECKED % (what, who, checks), "T101", "T112") == found


def test_of_a_child_or_an_adult_one_rule_speaks_once() -> None:
    text = """
plan: {datum: 2024-08-01}
gezin:
  - {id: k1, rol: kind, leeftijd: 9}
  - {id: k2, rol: kind, leeftijd: 2}
  - {id: k3, rol: kind, leeftijd: 9, gesprekken: [{datum: 2024-08-01}]}
  - {id: m1, rol: moeder}
  - {id: v1, rol: vader, gesprekken: [{datum: 2024-08-02, apart: ja}]}
geweld: {incidenten: [{id: i1, datum: 2024-09-01}]}
"""
    assert codes(text, "T401", "T402") == ["T401:k1", "T401:k2", "T401:k3", "T402:m1", "T402:v1"]


def test_a_father_without_an_agreement_is_not_also_all_on_the_victim() -> None:
    text = CHECKED % ("Dewi belt.", "m1", "v1")
    assert codes(text, "T103") == ["T103:v1"]


def test_first_the_fixed_face_and_then_the_others() -> None:
    assert codes("opschaling: {ave: 4}", "T405") == ["T405"]
    face = "team: {casusregisseur: {id: p1, naam: Noor, telefoon: 06-1}}"
    assert codes(face, "T405") == ["T405:process_director", "T405:stand_in"]


def test_an_unclarified_threat_asks_for_an_expert_and_lifts_no_level() -> None:
    text = "geweld: {signalen: [{id: f1, soort: doodsbedreiging}]}\nopschaling: {ave: 2}\n"
    assert codes(text, "T106", "T406") == ["T106:f1"]


def test_one_missing_report_is_said_once_however_unsafe_it_is() -> None:
    text = """
geweld:
  acute_onveiligheid: ja
  structurele_onveiligheid: ja
  incidenten: [{id: i1, datum: 2024-09-01}]
onveilige_situaties: [{id: s1, acuut: ja}, {id: s2, acuut: ja}]
"""
    assert codes(text, "T105") == ["T105"]


def test_a_phase_that_runs_ahead_is_said_once_and_each_early_help_once() -> None:
    text = """
plan: {fase: {niveau: 3, datum: 2024-01-01, door: Noor, waarom: Het is rustig.}}
risicofactoren: [{id: r1, acties: [{id: x1, soort: behandeling, status: actief}]}]
herstel: [{id: h1, acties: [{id: x2, soort: behandeling, status: actief}]}]
"""
    assert codes(text, "T201", "T202", "T301") == ["T201:x1", "T202", "T301:x2"]


def test_something_acute_is_passed_over_once() -> None:
    text = """
onveilige_situaties:
  - {id: s1, rang: 1, status: actief}
  - {id: s2, rang: 2, acuut: ja, status: actief}
  - {id: s3, rang: 3, acuut: ja, status: wacht}
"""
    assert codes(text, "T403", "T407") == ["T403:s2", "T403:s3"]


def test_an_agreement_against_a_ban_is_not_also_a_victim_made_responsible() -> None:
    text = CHECKED % ("Dewi belt Mark.", "m1, contact_met: v1", "v1") + (
        "maatregelen: [{id: b1, soort: contactverbod, geldt_voor: v1, beschermt: m1}]\n"
    )
    assert codes(text, "T112", "T113") == ["T113:a1:b1"]


ONE_SIDE = """
team: {casusregisseur: {id: p1, naam: Karin, telefoon: 06-1}}
gezin: [{id: v1, naam: Mark, rol: vader}, {id: m1, naam: Dewi, rol: moeder}]
onveilige_situaties:
  - id: s1
    titel: %s
    door: v1
    onveilig_voor: m1
    afspraken:
      - {id: a1, wat: %s, wie: %s, wanneer: nu, kijkt_mee: p1, als_het_misgaat: Bel 112.}
"""


def test_a_two_sided_word_is_said_once_and_jargon_beside_it_too() -> None:
    text = ONE_SIDE % ("Escalatie in de keuken", "Mark gaat weg.", "v1")
    assert codes(text, "T411", "T412") == ["T412:s1:title"]
    two = text.replace("door: v1", "door: [v1, m1]").replace("onveilig_voor: m1", "")
    assert codes(two, "T411", "T412") == ["T411:s1:title"]
    other = ONE_SIDE % ("Escalatie en stalking", "Mark gaat weg.", "v1")
    assert codes(other, "T411", "T412") == ["T411:s1:title", "T412:s1:title"]


@pytest.mark.parametrize(
    ("what", "who", "found"),
    [
        ("Dewi lokt Mark niet uit.", "m1", ["T112:a1"]),
        ("Mark gaat weg als Dewi hem uitlokt.", "v1", ["T412:a1:what"]),
        ("Mark en Dewi. Dewi lokt Mark niet uit.", "[v1, m1]", ["T112:a1"]),
        ("Mark gaat weg. Dewi lokt Mark niet uit.", "v1", ["T112:a1"]),
        ("Dewi had hem uitgedaagd.", "m1", ["T412:a1:what"]),
    ],
)
def test_blame_in_an_agreement_is_said_once(what: str, who: str, found: list[str]) -> None:
    assert codes(ONE_SIDE % ("Slaan", what, who), "T112", "T412") == found


@pytest.mark.parametrize("unsafe", ["acute_onveiligheid", "structurele_onveiligheid"])
def test_what_was_not_reported_is_said_once(unsafe: str) -> None:
    refused = "opschaling: {hulp_geweigerd: ja, hulp_zonder_effect: ja}\n"
    assert codes(refused, "T105", "T410") == ["T410"]
    assert codes(f"geweld: {{{unsafe}: vermoeden}}\n{refused}", "T105", "T410") == ["T105"]
    told = "veilig_thuis: {geinformeerd_op: 2024-09-01}\n"
    assert codes(f"geweld: {{{unsafe}: ja}}\n{told}{refused}", "T105", "T410") == []


def test_a_checker_who_is_tied_and_checks_the_own_agreement_is_said_once() -> None:
    text = "netwerk: [{id: n1, band: oma, verbonden_met: v1}]" + ONE_SIDE % ("Slaan", "Wij.", "%s")
    for who, found in (("n1", ["T101:a1:checks"]), ("v1", ["T114:a1:n1"])):
        mine = (text % who).replace("kijkt_mee: p1", "kijkt_mee: n1")
        assert [f for f in codes(mine, "T101", "T114") if f != "T101:a1:n1"] == found


def test_a_huisverbod_that_is_too_long_and_ends_soon_are_two_facts() -> None:
    text = """
maatregelen: [{id: b1, soort: huisverbod, geldt_voor: v1, vanaf: 2024-08-01, tot: 2024-09-03}]
gezin: [{id: v1, rol: vader}]
"""
    assert codes(text, "T108", "T109") == ["T108:b1", "T109:b1"]


def test_a_dropped_agreement_in_a_phase_that_runs_ahead_are_two_facts() -> None:
    text = """
plan: {fase: {niveau: 2}}
onveilige_situaties: [{id: s1, afspraken: [{id: a1, status: vervallen}]}]
"""
    assert codes(text, "T202", "T203", "T101") == ["T202", "T203:a1"]
