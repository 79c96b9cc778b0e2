"""The clock of neglect: only somebody from outside who saw the care confirms it."""

from datetime import date

import pytest

from tests.method.new_year import LATER, calm, reasons
from tests.method.stories import phase_of
from top3.method.phase import Phase


def neglect(seen: str, *, features: str = "verwaarlozing", m1: str = "", more: str = "") -> Phase:
    return phase_of(
        "gezin:\n"
        f"  - {{id: m1, rol: moeder, gesprekken: [{m1}]}}\n"
        "  - {id: k1, rol: kind, leeftijd: 2}\n"
        "geweld:\n"
        f"  incidenten: [{{id: i1, datum: 2024-01-01, tegen: k1, kenmerken: [{features}]}}{more}]\n"
        f"  waarnemingen: [{seen}]\n",
        LATER,
    )


GOOD = "{datum: 2024-03-31, door: wijkverpleegkundige, zorg_goed_genoeg: ja}"


def test_neglect_is_confirmed_by_good_enough_care_that_somebody_saw() -> None:
    phase = neglect(GOOD)
    assert (phase.calm_days, phase.gate_open) == (90, True)
    assert "calm_last" not in reasons(phase)
    assert neglect("").calm_days == 0
    assert neglect(GOOD.replace("-31", "-30")).calm_days == 89
    assert neglect(GOOD + ", " + GOOD.replace("03-31", "02-01")).calm_days == 90
    same_day = neglect(GOOD.replace("03-31", "01-01"))
    assert "care_confirmed" in reasons(same_day)
    assert neglect(GOOD.replace("03-31", "09-02")).calm_days == 245


@pytest.mark.parametrize(
    "seen",
    [
        GOOD.replace(", door: wijkverpleegkundige", ""),
        GOOD.replace("zorg_goed_genoeg", "rustig"),
        GOOD.replace("ja", "nee"),
        GOOD.replace("2024-03-31", "2024-09-03"),
        GOOD.replace("2024-03-31", "2023-12-31"),
        GOOD.replace("datum: 2024-03-31, ", ""),
    ],
)
def test_nothing_else_confirms_care(seen: str) -> None:
    assert neglect(seen).calm_days == 0


def test_a_day_on_which_care_fell_short_starts_that_clock_again() -> None:
    again = "{datum: 2024-02-01, door: school, zorg_goed_genoeg: nee}, "
    assert neglect(again + GOOD).calm_days == 59
    quarrel = "{datum: 2024-02-01, door: school, rustig: nee}, "
    assert neglect(quarrel + GOOD).calm_days == 90
    assert neglect(GOOD, m1="{datum: 2024-02-01, rustig: nee}").calm_days == 90
    assert neglect(GOOD + ", {zorg_goed_genoeg: nee}").calm_days == 90
    to_come = ", {datum: 2024-09-03, door: school, zorg_goed_genoeg: nee}"
    assert neglect(GOOD + to_come).calm_days == 90
    assert neglect(GOOD + to_come.replace("09-03", "09-02")).calm_days == 0


def test_with_violence_beside_neglect_both_must_hold() -> None:
    blow = ", {id: i2, datum: 2024-01-01, tegen: m1, door: k1}"
    assert neglect(GOOD, more=blow).calm_days == 0
    phase = neglect(GOOD, more=blow, m1=calm("2024-02-10"))
    assert (phase.calm_days, phase.gate_open) == (40, False)
    assert {"calm_last", "care_last"} <= set(reasons(phase))
    both = neglect(GOOD, more=blow, m1=calm("2024-03-31"))
    assert both.gate_open
    assert not neglect("", more=blow, m1=calm("2024-03-31")).gate_open


def test_the_last_of_the_two_clocks_says_when_the_gate_can_open() -> None:
    blow = ", {id: i2, datum: 2024-01-11, tegen: m1, door: k1}"
    found = [dict(r.values) for r in neglect("", more=blow).because if r.key == "only_confirm"]
    assert max(values["date"] for values in found) == date(2024, 4, 10)


def test_an_incident_that_was_also_violence_counts_for_both() -> None:
    assert neglect(GOOD, features="verwaarlozing, bedreiging").calm_days == 0


def test_neglect_known_only_as_a_form_needs_a_date_too() -> None:
    phase = phase_of("geweld: {vormen: [{vorm: verwaarlozing}]}", LATER)
    assert set(reasons(phase)) == {"care_no_date", "no_record"}
    phase = phase_of("geweld: {vormen: [{vorm: verwaarlozing}, {vorm: partnergeweld}]}", LATER)
    assert {"care_no_date", "calm_no_date"} <= set(reasons(phase))
