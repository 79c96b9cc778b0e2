"""The phase and the gate, told as small stories with dates (method.md §1).

The violence of these stories was on 1 January 2024; the ninetieth day after it is 31 March.
"""

from datetime import date

import pytest

from tests.method.stories import judged, phase_of
from top3.method.phase import Phase

NEW_YEAR = "{id: i1, datum: 2024-01-01, door: v1, tegen: m1}"
LATER = "2024-09-02"


def calm(*days: str) -> str:
    """Contacts, apart, in which somebody said that it is calm."""
    return "".join(f"{{datum: {day}, apart: ja, rustig: ja}}, " for day in days)


def story(
    incidents: str = NEW_YEAR, *, v1: str = "", m1: str = "", k1: str | None = None, more: str = ""
) -> str:
    """A father who used violence, a mother, perhaps a child of 9; each with contacts."""
    child = f"  - {{id: k1, rol: kind, leeftijd: 9, gesprekken: [{k1}]}}\n"
    child = child if k1 is not None else ""
    extra, _, rest = more.partition("---\n")
    return (
        "gezin:\n"
        f"  - {{id: v1, rol: vader, gesprekken: [{v1}]}}\n"
        f"  - {{id: m1, rol: moeder, gesprekken: [{m1}]}}\n{child}{extra}"
        f"geweld:\n  incidenten: [{incidents}]\n{rest}"
    )


def reasons(phase: Phase) -> dict[str, dict[str, object]]:
    return {reason.key: dict(reason.values) for reason in phase.because}


# The count


@pytest.mark.parametrize(
    ("confirmed", "days", "is_open"),
    [("2024-03-30", 89, False), ("2024-03-31", 90, True), ("2024-04-01", 91, True)],
)
def test_ninety_confirmed_days_open_the_gate_and_eighty_nine_do_not(
    confirmed: str, days: int, is_open: bool
) -> None:
    phase = phase_of(story(m1=calm(confirmed)), LATER)
    assert (phase.calm_days, phase.gate_open) == (days, is_open)


def test_time_opens_the_question_and_a_person_decides() -> None:
    phase = phase_of(story(m1=calm("2024-08-01")), LATER)
    assert phase.gate_open
    assert (phase.number, phase.recorded) == (1, 1)
    assert "no_record" in reasons(phase)


def test_silence_is_not_safety() -> None:
    phase = phase_of(story(m1=calm("2024-01-11")), "2025-12-31")
    assert (phase.calm_days, phase.gate_open) == (10, False)
    assert phase_of(story(), "2025-12-31").calm_days == 0


def test_the_last_confirmation_counts_in_any_order() -> None:
    assert phase_of(story(m1=calm("2024-04-10", "2024-02-10")), LATER).calm_days == 100


def test_a_contact_on_the_day_itself_counts_as_after_and_gives_no_days() -> None:
    phase = phase_of(story(m1=calm("2024-01-01")), LATER)
    assert phase.calm_days == 0
    assert reasons(phase)["calm_confirmed"]["date"] == date(2024, 1, 1)


def test_a_contact_from_before_the_violence_confirms_nothing() -> None:
    phase = phase_of(story(m1=calm("2023-12-31")), LATER)
    assert reasons(phase)["calm_unconfirmed"]["who"] == ("m1",)


def test_a_contact_that_is_still_to_come_confirms_nothing() -> None:
    text = story(m1=calm("2024-03-31"))
    assert not phase_of(text, "2024-03-30").gate_open
    assert phase_of(text, "2024-03-31").gate_open


@pytest.mark.parametrize(
    "contact",
    [
        "{datum: 2024-08-01, apart: nee, rustig: ja}",
        "{datum: 2024-08-01, rustig: ja}",
        "{datum: 2024-08-01, apart: ja}",
        "{apart: ja, rustig: ja}",
    ],
)
def test_only_a_dated_contact_apart_in_which_it_was_said_confirms(contact: str) -> None:
    assert phase_of(story(m1=contact), LATER).calm_days == 0


def test_the_first_day_on_which_the_gate_can_open_is_exact() -> None:
    phase = phase_of(story(m1=calm("2024-02-01")), "2024-02-02")
    assert phase.earliest_next == date(2024, 3, 31)
    assert reasons(phase)["calm_opens"]["date"] == date(2024, 3, 31)
    opened = phase_of(story(m1=calm("2024-03-31")), "2024-03-31")
    assert opened.earliest_next is None
    assert "calm_opens" not in reasons(opened)


# Whose confirmation


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


# What starts it again


def test_a_contact_in_which_it_was_not_calm_starts_the_count_again() -> None:
    again = "{datum: 2024-02-01, rustig: nee}, "
    phase = phase_of(story(m1=again + calm("2024-04-10")), LATER)
    assert phase.calm_days == 69
    assert reasons(phase)["calm_not"]["date"] == date(2024, 2, 1)
    for teller in ("v1", "k1"):
        told = {"k1": calm("2024-04-10"), teller: again + calm("2024-04-10")}
        assert phase_of(story(m1=calm("2024-04-10"), **told), LATER).calm_days == 69


def test_a_contact_without_calm_of_tomorrow_starts_nothing_yet() -> None:
    text = story(m1=calm("2024-03-31") + "{datum: 2024-04-02, rustig: nee}")
    assert phase_of(text, "2024-04-01").gate_open
    assert not phase_of(text, "2024-04-02").gate_open


def test_somebody_who_saw_that_it_was_not_calm_starts_the_count_again() -> None:
    seen = "---\n  waarnemingen: [{datum: 2024-02-01, door: tante Els, rustig: nee}]\n"
    assert phase_of(story(m1=calm("2024-04-10"), more=seen), LATER).calm_days == 69


def test_what_somebody_saw_counts_from_its_day_and_needs_one() -> None:
    seen = "---\n  waarnemingen: [{datum: 2024-04-02, door: Els, rustig: nee}, {rustig: nee}]\n"
    text = story(m1=calm("2024-03-31") + "{rustig: nee}", more=seen)
    assert phase_of(text, "2024-04-01").gate_open
    assert not phase_of(text, "2024-04-02").gate_open


def test_new_violence_starts_the_count_again() -> None:
    two = f"{NEW_YEAR}, {{id: i2, datum: 2024-03-01, door: v1, tegen: m1}}"
    phase = phase_of(story(two, m1=calm("2024-03-31")), LATER)
    assert phase.calm_days == 30


LESSER = "{id: i2, datum: 2024-03-01, bekend_op: 2024-03-10, door: v1, tegen: m1, %s}"
DECISION = "---\nbesluiten: [{over: i2, %s}]\n"
DECIDED = "datum: 2024-03-10, door: Noor, waarom: Schelden aan de telefoon."


def after_lesser(kind: str, decision: str, more: str = "") -> int:
    two = f"{NEW_YEAR}, {LESSER % kind}"
    flags, _, rest = (DECISION % decision).partition("---\n")
    extra = f"{flags}---\n{more}{rest}"
    return phase_of(story(two, m1=calm("2024-03-31"), more=extra), LATER).calm_days


@pytest.mark.parametrize("kind", ["letsel: geen letsel", "letsel: pijn of angst"])
def test_a_lesser_incident_restarts_until_the_team_decides_otherwise(kind: str) -> None:
    assert after_lesser(kind, "datum: 2024-03-10, door: Noor") == 30
    assert after_lesser(kind, DECIDED) == 90


@pytest.mark.parametrize(
    ("decision", "days"),
    [
        (DECIDED, 90),
        (DECIDED.replace("2024-03-10", "2024-03-09"), 30),
        (DECIDED.replace("2024-03-10", "2024-09-02"), 90),
        (DECIDED.replace("2024-03-10", "2024-09-03"), 30),
        (DECIDED.replace("door: Noor, ", ""), 30),
        (DECIDED.replace("datum: 2024-03-10, ", ""), 30),
        (DECIDED + ", tot: 2024-09-02", 90),
        (DECIDED + ", tot: 2024-09-01", 30),
    ],
)
def test_the_decision_names_who_and_why_and_comes_after_it_became_known(
    decision: str, days: int
) -> None:
    assert after_lesser("letsel: geen letsel", decision) == days


@pytest.mark.parametrize(
    "kind",
    [
        "letsel: letsel", "letsel: ernstig letsel", "letsel: levensgevaar", "letsel: onbekend",
        "kenmerken: bedreiging", "kenmerken: seksueel", "kenmerken: wapen",
    ],
)  # fmt: skip
def test_a_serious_incident_restarts_whatever_was_decided(kind: str) -> None:
    assert after_lesser(kind, DECIDED) == 30


@pytest.mark.parametrize(
    ("flag", "days"), [("verwurging", 30), ("doodsbedreiging", 30), ("drank", 90)]
)
def test_a_heavy_or_unclarified_flag_makes_an_incident_serious(flag: str, days: int) -> None:
    flags = f"  signalen: [{{id: f1, soort: {flag}, incident: i2}}]\n"
    assert after_lesser("letsel: geen letsel", DECIDED, flags) == days


def test_a_flag_of_another_incident_does_not() -> None:
    flags = "  signalen: [{id: f1, soort: verwurging, incident: i1}]\n"
    assert after_lesser("letsel: geen letsel", DECIDED, flags) == 90


def test_when_all_incidents_are_set_aside_the_clock_still_runs_from_the_last() -> None:
    one = "{id: i2, datum: 2024-03-01, door: v1, tegen: m1}"
    decision = DECISION % "datum: 2024-03-02, door: Noor, waarom: Klein."
    assert phase_of(story(one, m1=calm("2024-03-31"), more=decision), LATER).calm_days == 30


@pytest.mark.parametrize("when", ["", "datum: onbekend, "])
def test_when_all_set_aside_have_no_date_it_may_have_been_today(when: str) -> None:
    one = f"{{id: i2, {when}door: v1, tegen: m1}}"
    decision = DECISION % "datum: 2024-09-02, door: Noor, waarom: Klein."
    phase = phase_of(story(one, m1=calm("2024-03-31"), more=decision), LATER)
    assert phase.calm_days == 0
    assert reasons(phase)["calm_last"]["date"] == date(2024, 9, 2)


# What is not known


@pytest.mark.parametrize("when", ["", "datum: onbekend, "])
def test_an_unknown_date_counts_as_not_stopped(when: str) -> None:
    unknown = f"{NEW_YEAR}, {{id: i2, {when}door: v1, tegen: m1}}"
    phase = phase_of(story(unknown, m1=calm("2024-08-01")), LATER)
    assert (phase.calm_days, phase.gate_open, phase.earliest_next) == (0, False, None)
    assert "calm_no_date" in reasons(phase)


def test_a_file_without_violence_on_record_does_not_open_the_gate() -> None:
    phase = phase_of(story("", m1=calm("2024-08-01")), LATER)
    assert (phase.calm_days, phase.gate_open) == (0, False)


def test_of_a_month_the_last_day_counts_and_never_a_day_to_come() -> None:
    month = "{id: i1, datum: 2024-01, door: v1, tegen: m1}"
    assert phase_of(story(month, m1=calm("2024-03-31")), LATER).calm_days == 60
    year = "{id: i1, datum: 2024, door: v1, tegen: m1}"
    assert reasons(phase_of(story(year), LATER))["calm_last"]["date"] == date(2024, 9, 2)


# Days apart


@pytest.mark.parametrize("kind", ["huisverbod", "detentie", "opvang"])
def test_days_apart_do_not_count_and_are_shown(kind: str) -> None:
    away = f"---\nmaatregelen: [{{id: b1, soort: {kind}, vanaf: 2024-01-02, tot: 2024-01-11}}]\n"
    ninety = phase_of(story(m1=calm("2024-03-31"), more=away), LATER)
    assert (ninety.calm_days, ninety.gate_open) == (80, False)
    assert reasons(ninety)["apart"]["days"] == 10
    assert reasons(ninety)["only_confirm"]["date"] == date(2024, 4, 10)
    assert ninety.earliest_next == date(2024, 9, 2), "a day that has passed is no day to wait for"
    assert phase_of(story(m1=calm("2024-04-10"), more=away), LATER).gate_open


def test_overlapping_days_apart_are_lost_once() -> None:
    away = (
        "---\nmaatregelen:\n"
        "  - {id: b1, soort: huisverbod, vanaf: 2024-01-02, tot: 2024-01-11}\n"
        "  - {id: b2, soort: opvang, vanaf: 2024-01-10, tot: 2024-01-13}\n"
    )
    assert phase_of(story(m1=calm("2024-03-31"), more=away), LATER).calm_days == 78


@pytest.mark.parametrize("kind", ["contactverbod", "omgangsregeling", "strafzaak"])
def test_days_under_another_measure_count(kind: str) -> None:
    other = f"---\nmaatregelen: [{{id: b1, soort: {kind}, vanaf: 2024-01-02, tot: 2024-01-11}}]\n"
    phase = phase_of(story(m1=calm("2024-03-31"), more=other), LATER)
    assert phase.gate_open
    assert "apart" not in reasons(phase)


@pytest.mark.parametrize(
    ("dates", "days"), [("vanaf: 2024-01-11", 9), ("tot: 2024-01-11", 80), ("", 0)]
)
def test_a_measure_without_an_end_or_a_start_counts_as_running(dates: str, days: int) -> None:
    measure = f"{{id: b1, soort: detentie{', ' if dates else ''}{dates}}}"
    away = f"---\nmaatregelen: [{measure}]\n"
    phase = phase_of(story(m1=calm("2024-03-31"), more=away), LATER)
    assert phase.calm_days == days
    assert (phase.earliest_next is None) == ("tot" not in dates)
    assert ("opens_unknown" in reasons(phase)) == ("tot" not in dates)


def test_apart_for_many_years_nobody_can_say_when_it_opens() -> None:
    for end, known in (("2030-01-01", True), ("2040-01-01", False)):
        away = f"---\nmaatregelen: [{{id: b1, soort: detentie, vanaf: 2024-01-02, tot: {end}}}]\n"
        assert (phase_of(story(more=away), LATER).earliest_next is not None) is known


# Neglect


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


# The recorded phase


RECORDED = "---\nplan: {fase: {niveau: 2}}\nbesluiten: [{over: T202, %s}]\n"


@pytest.mark.parametrize(
    ("decision", "number"),
    [
        ("datum: 2024-08-20, door: Noor, waarom: Daarom., tot: 2024-09-02", 2),
        ("datum: 2024-08-20, door: Noor, waarom: Daarom., tot: 2024-09-01", 1),
        ("datum: 2024-08-20, door: Noor, waarom: Daarom.", 1),
        ("datum: 2023-12-31, door: Noor, waarom: Daarom., tot: 2024-10-01", 1),
        ("datum: 2024-01-01, door: Noor, waarom: Daarom., tot: 2024-10-01", 2),
    ],
)
def test_a_recorded_phase_that_runs_ahead_needs_a_reasoned_decision(
    decision: str, number: int
) -> None:
    judgement = judged(story(more=RECORDED % decision), LATER)
    phase = judgement.phase
    assert (phase.number, phase.recorded, phase.gate_open) == (number, 2, False)
    assert ("decided" in reasons(phase)) == (number == 2)
    assert [f.id for f in judgement.findings if f.code == "T202"] == ["T202"][number - 1 :]


def test_news_after_the_decision_undoes_it() -> None:
    text = story(
        f"{NEW_YEAR}, {{id: i2, datum: 2024-01-01, bekend_op: 2024-08-21, door: v1, tegen: m1}}",
        more=RECORDED % "datum: 2024-08-20, door: Noor, waarom: Daarom., tot: 2024-10-01",
    )
    assert phase_of(text, LATER).number == 1


def test_with_an_open_gate_the_recorded_phase_holds() -> None:
    for level in (1, 2, 3):
        more = RECORDED % "datum: 2024-08-20, door: Noor, waarom: Daarom., tot: 2024-10-01"
        who = "datum: 2024-08-20, door: Noor, waarom: Rust."
        more = more.replace("niveau: 2", f"niveau: {level}, {who}")
        text = story(m1=calm("2024-08-01"), more=more)
        phase = phase_of(text, LATER)
        assert "decided" not in reasons(phase)
        assert (phase.number, phase.recorded) == (level, level)
        assert reasons(phase)["recorded"] == {"phase": level}


def test_acute_unsafety_shuts_the_gate() -> None:
    acute = "---\n  acute_onveiligheid: ja\nplan: {fase: {niveau: 2}}\n"
    phase = phase_of(story(m1=calm("2024-08-01"), more=acute), LATER)
    assert (phase.calm_days, phase.gate_open, phase.number) == (213, False, 1)
    assert "acute" in reasons(phase)


def test_a_phase_without_a_reason_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="reason"):
        Phase(1, 1, False, 0, None, ())


def test_an_incident_that_is_still_to_come_is_a_typing_error_and_proves_nothing() -> None:
    wrong = "{id: i1, datum: 2042-01-01, door: v1, tegen: m1}"
    phase = phase_of(story(wrong, m1=calm("2024-08-30")), LATER)
    assert (phase.calm_days, phase.gate_open, phase.earliest_next) == (0, False, None)
    assert "calm_no_date" in reasons(phase)


def test_neglect_alone_takes_no_victims_voice_away() -> None:
    """She was hit and she fell short in daily care: calm is not confirmed without her."""
    blow = "{id: i1, datum: 2024-01-01, door: v1, tegen: m1, letsel: letsel}"
    short = "{id: i2, datum: 2024-01-01, door: m1, tegen: k1, kenmerken: verwaarlozing}"
    both = story(f"{blow}, {short}", k1=calm("2024-08-30"))
    phase = phase_of(both, LATER)
    assert not phase.gate_open
    assert reasons(phase)["calm_unconfirmed"]["who"] == ("m1",)
