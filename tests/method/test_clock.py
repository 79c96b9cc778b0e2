"""The count of confirmed days: where it starts, what starts it again, what is left out."""

from datetime import date

import pytest

from tests.method.new_year import LATER, NEW_YEAR, calm, reasons, story
from tests.method.stories import phase_of

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


def test_an_incident_that_is_still_to_come_is_a_typing_error_and_proves_nothing() -> None:
    wrong = "{id: i1, datum: 2042-01-01, door: v1, tegen: m1}"
    phase = phase_of(story(wrong, m1=calm("2024-08-30")), LATER)
    assert (phase.calm_days, phase.gate_open, phase.earliest_next) == (0, False, None)
    assert "calm_no_date" in reasons(phase)


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
