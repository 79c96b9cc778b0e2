"""AVE: every ground of method.md §4, alone and together. Advice with reasons, never a score."""

from datetime import date

import pytest

from tests.method.stories import case_of, judged
from top3.method.escalation import judge_escalation

DAY = date(2024, 9, 2)
STRUCTURAL = "geweld: {structurele_onveiligheid: %s}\n"
STALLS = "opschaling: {stagnatie: %s}\n"
LOG = """onveilige_situaties:
  - id: s1
    afspraken:
      - id: a1
        verloop: [%s]
      - id: a2
        verloop: [{datum: 2024-08-03, gehouden: nee}]
"""
TWICE = LOG % "{datum: 2024-08-01, gehouden: nee}, {datum: 2024-08-02, gehouden: nee}"
ONCE = LOG % (
    "{datum: 2024-08-01, gehouden: nee}, {datum: 2024-08-02, gehouden: ja}, {toelichting: x}"
)


def level(text: str) -> tuple[int, list[str]]:
    judged = judge_escalation(case_of(text), DAY)
    assert judged.because
    return judged.minimum, [reason.key for reason in judged.because]


def flag(kind: str, more: str = "") -> str:
    return f"geweld:\n  signalen:\n    - {{id: f1, soort: {kind}{more}}}\n"


def test_any_plan_belongs_at_two() -> None:
    assert level("plan: {datum: 2024-09-02}") == (2, ["ave_plan"])


@pytest.mark.parametrize(
    "kind",
    [
        "ernstig letsel", "verwurging", "wapen", "stalking na scheiding", "gedwongen seks",
        "geweld in zwangerschap", "slachtoffer vreest voor leven", "overtreden verbod",
    ],
)  # fmt: skip
def test_a_heavy_flag_lifts_to_three(kind: str) -> None:
    assert level(flag(kind, ", datum: 2024-06-01")) == (3, ["ave_heavy"])


@pytest.mark.parametrize("kind", ["scheiding", "jaloezie", "drank", "baanverlies"])
def test_a_light_flag_does_not(kind: str) -> None:
    assert level(flag(kind)) == (2, ["ave_plan"])


@pytest.mark.parametrize(
    ("when", "minimum"),
    [
        (", datum: 2023-09-03", 3), (", datum: 2023-09-02", 2), (", datum: 2023", 3),
        (", datum: 2022", 2), (", datum: onbekend", 3), ("", 3),
    ],
)  # fmt: skip
def test_only_a_heavy_flag_of_the_last_twelve_months(when: str, minimum: int) -> None:
    """2024 is a leap year: 365 days before 2 September is 3 September."""
    assert level(flag("wapen", when))[0] == minimum


@pytest.mark.parametrize("kind", ["doodsbedreiging", "dreigt zichzelf of kinderen te doden"])
def test_a_threat_to_kill_is_never_light_and_unclarified_leaves_two(kind: str) -> None:
    assert level(flag(kind)) == (2, ["ave_plan", "ave_unclarified"])
    clear = ", opgehelderd: {datum: 2024-09-01, concreet: %s}"
    assert level(flag(kind, clear % "ja")) == (3, ["ave_heavy"])
    assert level(flag(kind, clear % "nee")) == (2, ["ave_plan"])
    assert level(flag(kind, clear % "vermoeden")) == (2, ["ave_plan", "ave_unclarified"])
    assert level(flag(kind, ", opgehelderd: {concreet: ja}"))[0] == 2
    codes = {finding.code for finding in judged(flag(kind), "2024-09-02").findings}
    assert "T106" in codes


@pytest.mark.parametrize("unsafe", ["ja", "vermoeden"])
def test_structural_unsafety_with_stalled_cooperation_lifts_to_three(unsafe: str) -> None:
    structural = STRUCTURAL % unsafe
    assert level(structural) == (2, ["ave_plan"])
    assert level(structural + STALLS % "ja") == (3, ["ave_stalls"])
    assert level(structural + TWICE) == (3, ["ave_stalls"])
    assert level(structural + ONCE) == (2, ["ave_plan"])
    assert level(structural + STALLS % "nee") == (2, ["ave_plan"])


@pytest.mark.parametrize("other", [STALLS % "ja", TWICE])
@pytest.mark.parametrize("unsafe", ["", STRUCTURAL % "nee", STRUCTURAL % "onbekend"])
def test_stalling_alone_does_not(other: str, unsafe: str) -> None:
    assert level(unsafe + other) == (2, ["ave_plan"])


@pytest.mark.parametrize("unsafe", ["nee", "ja"])
def test_police_a_report_after_closure_or_a_criminal_case_alone_lift_nothing(unsafe: str) -> None:
    text = STRUCTURAL % unsafe + (
        "veilig_thuis:\n  meldingen:\n"
        "    - {datum: 2023-01-01, door: politie, afgesloten_op: 2023-06-01}\n"
        "    - {datum: 2024-08-01, door: politie}\n"
        "maatregelen: [{id: b1, soort: strafzaak}]\n"
    )
    assert level(text) == (2, ["ave_plan"])


def test_the_grounds_for_three_stand_together() -> None:
    text = flag("wapen") + "  structurele_onveiligheid: ja\n" + STALLS % "ja"
    assert level(text) == (3, ["ave_heavy", "ave_stalls"])


def test_four_only_when_unrest_is_recorded() -> None:
    unrest = "opschaling: {maatschappelijke_onrust: %s}\n"
    assert level(unrest % "ja") == (4, ["ave_unrest"])
    for word in ("nee", "onbekend", "vermoeden"):
        assert level(unrest % word) == (2, ["ave_plan"])
    everything = flag("wapen") + "  structurele_onveiligheid: ja\n" + unrest % "ja"
    assert level(everything) == (4, ["ave_unrest"])


def test_what_was_recorded_is_kept_beside_it() -> None:
    judged_ = judge_escalation(case_of("opschaling: {ave: 4}"), DAY)
    assert (judged_.minimum, judged_.recorded) == (2, 4)
    assert judge_escalation(case_of("plan: {versie: 1}"), DAY).recorded is None
