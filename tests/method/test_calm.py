"""Whose word confirms that it is calm."""

import pytest

from tests.method.new_year import LATER, NEW_YEAR, calm, reasons, story
from tests.method.stories import phase_of


def test_who_uses_violence_confirms_nothing() -> None:
    assert phase_of(story(v1=calm("2024-08-01")), LATER).calm_days == 0
    phase = phase_of(story(v1=calm("2024-02-01"), m1=calm("2024-08-01")), LATER)
    assert phase.gate_open, "nor does the father's older word hold it back"


def test_with_violence_both_ways_the_parents_confirm_nothing_and_the_child_does() -> None:
    both = "{id: i1, datum: 2024-01-01, door: [v1, m1], tegen: [v1, m1], getuigen: k1}"
    parents = {"v1": calm("2024-08-01"), "m1": calm("2024-08-01")}
    assert not phase_of(story(both, **parents, k1=""), LATER).gate_open
    assert phase_of(story(both, k1=calm("2024-08-01")), LATER).gate_open


def test_every_adult_victim_confirms_and_the_earliest_of_their_last_words_counts() -> None:
    incident = "{id: i1, datum: 2024-01-01, door: v1, tegen: m1, getuigen: g1}"
    grandmother = "  - {id: g1, rol: grootmoeder, gesprekken: [%s]}\n---\n"
    alone = phase_of(story(incident, m1=calm("2024-08-01"), more=grandmother % ""), LATER)
    assert alone.calm_days == 0
    assert reasons(alone)["calm_unconfirmed"]["who"] == ("g1",)
    together = grandmother % calm("2024-02-10", "2024-03-01")
    assert phase_of(story(incident, m1=calm("2024-08-01"), more=together), LATER).calm_days == 60


def test_whoever_hit_back_once_is_still_asked() -> None:
    """Resistance is not mutuality: it takes nobody's voice away (method.md §1 and §3)."""
    back = f"{NEW_YEAR}, {{id: i2, datum: 2024-01-01, door: m1, tegen: v1}}"
    child = calm("2024-08-01")
    alone = phase_of(story(back, k1=child), LATER)
    assert not alone.gate_open and "m1" in reasons(alone)["calm_unconfirmed"]["who"]
    both = {"v1": calm("2024-08-01"), "m1": calm("2024-02-10")}
    assert phase_of(story(back, k1=child, **both), LATER).calm_days == 40
    assert not phase_of(story(back, k1="", **both), LATER).gate_open, "nor is it enough"


def test_a_mother_who_slapped_a_child_is_asked_about_what_was_done_to_her() -> None:
    slap = f"{NEW_YEAR}, {{id: i2, datum: 2024-01-01, door: m1, tegen: k1}}"
    child = calm("2024-08-01")
    alone = phase_of(story(slap, k1=child), LATER)
    assert reasons(alone)["calm_unconfirmed"]["who"] == ("m1",)
    assert phase_of(story(slap, k1=child, m1=calm("2024-02-10")), LATER).calm_days == 40
    assert not phase_of(story(slap, k1="", m1=child), LATER).gate_open


def test_where_nobody_else_can_say_so_somebody_from_outside_still_must_have_seen_it() -> None:
    back = f"{NEW_YEAR}, {{id: i2, datum: 2024-01-01, door: m1, tegen: v1}}"
    said = {"v1": calm("2024-08-01"), "m1": calm("2024-08-01")}
    baby = "  - {id: k2, rol: kind, leeftijd: 1}\n---\n"
    assert not phase_of(story(back, **said, more=baby), LATER).gate_open
    seen = "  waarnemingen: [{datum: 2024-08-01, door: Els, rustig: ja}]\n"
    assert phase_of(story(back, **said, more=f"{baby}{seen}"), LATER).gate_open


def test_an_adult_who_was_not_harmed_is_not_needed() -> None:
    aunt = "  - {id: g1, rol: familielid}\n---\n"
    assert phase_of(story(m1=calm("2024-08-01"), more=aunt), LATER).gate_open


def test_of_the_children_of_four_and_older_at_least_one_confirms_apart() -> None:
    older = "  - {id: k2, rol: kind, leeftijd: 4, gesprekken: [%s]}\n---\n"
    mother = calm("2024-08-01")
    silent = phase_of(story(m1=mother, k1="", more=older % ""), LATER)
    assert silent.calm_days == 0
    assert reasons(silent)["calm_unconfirmed"]["who"] == ("k1", "k2")
    one = story(m1=mother, k1=calm("2024-02-10"), more=older % "")
    assert phase_of(one, LATER).calm_days == 40
    two = story(m1=mother, k1=calm("2024-02-10"), more=older % calm("2024-05-01"))
    assert phase_of(two, LATER).calm_days == 121


def test_the_children_alone_are_not_enough_where_an_adult_is_harmed() -> None:
    phase = phase_of(story(k1=calm("2024-08-01")), LATER)
    assert reasons(phase)["calm_unconfirmed"]["who"] == ("m1",)


@pytest.mark.parametrize(
    "child",
    [
        "{id: k2, rol: kind, leeftijd: 3}",
        "{id: k2, rol: kind, leeftijd: 9, heeft_contact: nee}",
        "{id: k2, rol: ongeboren kind}",
    ],
)
def test_a_small_child_one_without_contact_or_unborn_is_not_asked(child: str) -> None:
    text = story(m1=calm("2024-08-01"), more=f"  - {child}\n---\n")
    assert phase_of(text, LATER).gate_open


def test_a_child_who_uses_violence_confirms_nothing() -> None:
    both = f"{NEW_YEAR}, {{id: i2, datum: 2024-01-01, door: k1, tegen: m1}}"
    assert phase_of(story(both, m1=calm("2024-08-01"), k1=""), LATER).gate_open
    assert not phase_of(story(both, k1=calm("2024-08-01")), LATER).gate_open


def test_is_the_only_victim_a_child_then_that_child_confirms_and_not_a_sister() -> None:
    incident = "{id: i1, datum: 2024-01-01, door: v1, tegen: k1}"
    said = calm("2024-08-01")
    sister = f"  - {{id: k2, rol: kind, leeftijd: 12, gesprekken: [{said}]}}\n---\n"
    phase = phase_of(story(incident, k1="", more=sister), LATER)
    assert reasons(phase)["calm_unconfirmed"]["who"] == ("k1",)
    assert phase_of(story(incident, k1=calm("2024-08-01")), LATER).gate_open


@pytest.mark.parametrize(
    ("seen", "days"),
    [
        ("{datum: 2024-04-10, door: tante Els, rustig: ja}", 100),
        ("{datum: 2024-04-10, door: tante Els, over: k1, rustig: ja}", 100),
        ("{datum: 2024-04-10, door: tante Els, over: k2, rustig: ja}", 0),
        ("{datum: 2024-04-10, rustig: ja}", 0),
        ("{door: tante Els, rustig: ja}", 0),
        ("{datum: 2024-04-10, door: tante Els}", 0),
        ("{datum: 2023-12-31, door: tante Els, rustig: ja}", 0),
        ("{datum: 2024-09-03, door: tante Els, rustig: ja}", 0),
    ],
)
def test_for_a_child_under_four_a_named_adult_from_outside_saw_it(seen: str, days: int) -> None:
    text = (
        "gezin:\n"
        "  - {id: v1, rol: vader}\n"
        f"  - {{id: m1, rol: moeder, gesprekken: [{calm('2024-08-01')}]}}\n"
        "  - {id: k1, rol: kind, leeftijd: 2}\n"
        f"  - {{id: k2, rol: kind, leeftijd: 8, gesprekken: [{calm('2024-08-01')}]}}\n"
        "geweld:\n"
        "  incidenten: [{id: i1, datum: 2024-01-01, door: v1, tegen: k1}]\n"
        f"  waarnemingen: [{seen}]\n"
    )
    phase = phase_of(text, LATER)
    assert phase.calm_days == days
    if not days:
        assert reasons(phase)["calm_unconfirmed"]["who"] == ("k1",)


def test_an_adult_who_is_harmed_too_is_asked_wherever_the_child_stands_in_the_file() -> None:
    text = (
        f"gezin:\n  - {{id: k1, rol: kind, leeftijd: 9, gesprekken: [{calm('2024-08-01')}]}}\n"
        "  - {id: m1, rol: moeder}\n"
        "geweld:\n  incidenten: [{id: i1, datum: 2024-01-01, tegen: [k1, m1]}]\n"
    )
    assert reasons(phase_of(text, LATER))["calm_unconfirmed"]["who"] == ("m1",)


TODDLERS = (
    "gezin: [{id: k1, rol: kind, leeftijd: 2}, {id: k2, rol: kind, leeftijd: 3}]\n"
    "geweld:\n  incidenten: [{id: i1, datum: 2024-01-01, tegen: [k1, k2]}]\n"
    "  waarnemingen: [%s]\n"
)


def test_of_two_small_children_each_was_seen() -> None:
    one = "{datum: 2024-04-10, door: Els, over: k1, rustig: ja}"
    phase = phase_of(TODDLERS % one, LATER)
    assert reasons(phase)["calm_unconfirmed"]["who"] == ("k2",)
    two = one + ", {datum: 2024-03-31, door: Els, over: [k2], rustig: ja}"
    assert phase_of(TODDLERS % two, LATER).calm_days == 90
    assert phase_of(TODDLERS % one.replace("over: k1, ", ""), LATER).calm_days == 100
    older = one.replace("over: k1, ", "").replace("04-10", "02-10")
    assert phase_of(TODDLERS % f"{one}, {two}, {older}", LATER).calm_days == 90
    today = one.replace("over: k1, ", "").replace("04-10", "09-02")
    assert phase_of(TODDLERS % today, LATER).calm_days == 245
    same_day = phase_of(TODDLERS % today.replace("09-02", "01-01"), LATER)
    assert "calm_confirmed" in reasons(same_day)


def test_when_nobody_can_say_so_an_adult_from_outside_must_have_seen_it() -> None:
    both = (
        "gezin: [{id: v1, rol: vader}, {id: m1, rol: moeder}]\n"
        "geweld:\n  incidenten: [{id: i1, datum: 2024-01-01, door: [v1, m1], tegen: [v1, m1]}]\n"
        "  waarnemingen: [%s]\n"
    )
    assert "calm_unseen" in reasons(phase_of(both % "", LATER))
    assert phase_of(both % "{datum: 2024-03-31, door: Els, rustig: ja}", LATER).gate_open


def test_for_an_unborn_child_too_somebody_else_must_see_it() -> None:
    text = (
        "gezin: [{id: v1, rol: vader}, {id: k1, rol: ongeboren kind}]\n"
        "geweld:\n  incidenten: [{id: i1, datum: 2024-01-01, door: v1, tegen: k1}]\n"
        "  waarnemingen: [{datum: 2024-03-31, door: verloskundige, rustig: ja}]\n"
    )
    assert phase_of(text, LATER).gate_open


def test_neglect_alone_takes_no_victims_voice_away() -> None:
    """She was hit and she fell short in daily care: calm is not confirmed without her."""
    blow = "{id: i1, datum: 2024-01-01, door: v1, tegen: m1, letsel: letsel}"
    short = "{id: i2, datum: 2024-01-01, door: m1, tegen: k1, kenmerken: verwaarlozing}"
    both = story(f"{blow}, {short}", k1=calm("2024-08-30"))
    phase = phase_of(both, LATER)
    assert not phase.gate_open
    assert reasons(phase)["calm_unconfirmed"]["who"] == ("m1",)
