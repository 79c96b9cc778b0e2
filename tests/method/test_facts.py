"""Plain facts: ages, who is heard, what is in force, what is still missing."""

from datetime import date

import pytest

from tests.method.stories import case_of
from top3.method import agreed, facts

DAY = date(2024, 9, 2)


def member(text: str, more: str = "") -> tuple[int | None, bool, bool]:
    """Age of a member, whether it is a child, and whether it is old enough to be spoken with."""
    case = case_of(f"gezin: [{{id: k1, {text}}}]\n{more}")
    one = case.members[0]
    return facts.age(one, case, DAY), facts.is_child(one, case, DAY), facts.speaks(one, case, DAY)


@pytest.mark.parametrize(
    ("born", "age", "is_child", "speaks"),
    [
        ("2020-09-02", 4, True, True),
        ("2020-09-03", 3, True, False),
        ("2006-09-02", 18, False, True),
        ("2006-09-03", 17, True, True),
        ("2006", 18, True, True),
        ("2020", 4, True, True),
        ("2020-10", 3, True, False),
    ],
)
def test_an_age_is_counted_from_the_day_of_birth(
    born: str, age: int, is_child: bool, speaks: bool
) -> None:
    assert member(f"rol: kind, geboren: {born}") == (age, is_child, speaks)


@pytest.mark.parametrize(
    ("written", "age"),
    [("2024-09-02", 3), ("2023-09-04", 3), ("2023-09-03", 4), ("2022-01-01", 5), ("2025-01-01", 3)],
)
def test_a_recorded_age_grows_from_the_day_of_the_plan(written: str, age: int) -> None:
    """By years of 365 days: nobody knows the birthday, so a day more or less says nothing."""
    plan = f"plan: {{datum: {written}}}\n"
    assert member("rol: kind, leeftijd: 3", plan)[0] == age
    assert member("rol: kind, leeftijd: 3")[0] == 3


def test_months_are_years_that_are_not_there_yet_and_a_birth_date_goes_first() -> None:
    assert member("rol: kind, leeftijd: 8 maanden")[0] == 0
    assert member("rol: kind, leeftijd: 9, geboren: 2020-01-01")[0] == 4


def test_without_an_age_the_role_tells() -> None:
    assert member("rol: kind") == (None, True, True)
    assert member("rol: moeder") == (None, False, True)
    assert member("naam: Bo") == (None, False, True)
    assert member("rol: ongeboren kind")[:2] == (None, True)
    assert member("rol: moeder, leeftijd: 17")[1]
    assert member("rol: kind, geboren: onbekend, leeftijd: 2") == (2, True, False)


def test_who_uses_violence_is_no_victim_and_witnesses_are() -> None:
    case = case_of(
        "gezin: [{id: v1}, {id: m1}, {id: k1}, {id: k2}, {id: g1}]\n"
        "geweld: {incidenten: [{id: i1, door: v1, tegen: [m1, v1], getuigen: k1}]}\n"
        "onveilige_situaties: [{id: s1, door: g1, onveilig_voor: [k2, v1]}]\n"
    )
    assert facts.uses_violence(case) == {"v1", "g1"}
    assert facts.victims(case) == {"m1", "k1", "k2"}


DONE = """
plan: {volgende_evaluatie: 2024-09-09}
team: {casusregisseur: {id: p1, naam: Noor, telefoon: 06-1}}
gezin: [{id: v1}]
onveilige_situaties:
  - id: s1
    afspraken:
      - {id: a1, wat: Weg., wie: v1, wanneer: nu, kijkt_mee: p1, als_het_misgaat: Bel.}
"""


@pytest.mark.parametrize(
    "gone",
    [
        ", als_het_misgaat: Bel.", ", kijkt_mee: p1", ", wanneer: nu", ", wie: v1", "wat: Weg., ",
        "naam: Noor, ", ", telefoon: 06-1", "volgende_evaluatie: 2024-09-09",
        "team: {casusregisseur: {id: p1, naam: Noor, telefoon: 06-1}}",
    ],
)  # fmt: skip
def test_a_plan_is_provisional_as_long_as_something_is_missing(gone: str) -> None:
    assert not agreed.provisional(case_of(DONE))
    less = DONE.replace(gone, "")
    if gone.startswith("team"):
        less = less.replace(", kijkt_mee: p1", ", kijkt_mee: v1")
    assert less != DONE
    assert agreed.provisional(case_of(less))


def test_a_plan_without_agreements_or_with_an_empty_priority_is_provisional() -> None:
    assert agreed.provisional(case_of(DONE[: DONE.index("onveilige")]))
    assert agreed.provisional(case_of(f"{DONE}  - {{id: s2, status: actief}}\n"))
    two = DONE + DONE[DONE.index("  - id: s1") :].replace("s1", "s2").replace("a1", "a2")
    assert not agreed.provisional(case_of(two))
    assert agreed.provisional(case_of(two.replace("wie: v1, ", "", 1)))
    assert agreed.provisional(case_of(f"{two}  - {{id: s3, status: actief}}\n"))
    assert not agreed.provisional(case_of(f"{DONE}  - {{id: s2, status: wacht}}\n"))
    assert not agreed.provisional(case_of(f"{DONE}  - {{id: s2}}\n"))


@pytest.mark.parametrize(
    ("status", "agreement", "counts"),
    [
        ("", "", True), ("actief", "", True), ("geborgd", "", True), ("geborgd", "geborgd", True),
        ("", "actief", True), ("", "wacht", False), ("", "gepland", False), ("", "klaar", False),
        ("", "vervallen", False), ("wacht", "", False), ("wacht", "actief", False),
        ("gepland", "", False), ("klaar", "geborgd", False), ("vervallen", "", False),
    ],
)  # fmt: skip
def test_what_is_in_force(status: str, agreement: str, counts: bool) -> None:
    case = case_of(
        "onveilige_situaties:\n"
        f"  - {{id: s1{', status: ' + status if status else ''}, afspraken: "
        f"[{{id: a1{', status: ' + agreement if agreement else ''}}}]}}\n"
    )
    assert bool([*agreed.all_in_force(case)]) is counts


@pytest.mark.parametrize(
    ("person", "may"),
    [
        ("netwerk: [{id: n1, naam: Els}]", False),
        ("netwerk: [{id: n1, naam: Els, naam_delen: nee}]", False),
        ("netwerk: [{id: n1, naam: Els, naam_delen: ja}]", True),
        ("netwerk: [{id: n1, band: oma}]", True),
        ("team: {anderen: [{id: n1, naam: Els}]}", False),
        ("team: {procesregisseur: {id: n1, naam: Els}}", False),
        ("team: {casusregisseur: {id: n1, naam: Els}}", True),
        ("gezin: [{id: n1, naam: Els}]", True),
    ],
)
def test_who_may_be_named(person: str, may: bool) -> None:
    assert facts.may_be_named(case_of(person), "n1") is may


@pytest.mark.parametrize(
    ("told", "news"),
    [
        ("datum: 2024-08-01", date(2024, 8, 1)),
        ("datum: 2024-08-01, bekend_op: 2024-08-09", date(2024, 8, 9)),
        ("datum: 2024-08", date(2024, 8, 1)),
        ("datum: onbekend", None),
        ("letsel: letsel", None),
        ("datum: 2024-09-02", date(2024, 9, 2)),
        ("datum: 2024-09-03", None),
    ],
)
def test_the_last_news_is_what_is_surely_known(told: str, news: date | None) -> None:
    case = case_of(f"geweld: {{incidenten: [{{id: i1, {told}}}, {{id: i2, datum: 2024-09-09}}]}}")
    assert facts.last_news(case, DAY) == news


def test_a_cause_makes_the_plan_provisional_from_fase_2() -> None:
    cause = f"{DONE}risicofactoren: [{{id: r1, status: actief}}]\n"
    assert not agreed.provisional(case_of(cause))
    for level, is_missing in ((1, False), (2, True), (3, True)):
        recorded = cause.replace("plan: {", f"plan: {{fase: {{niveau: {level}}}, ")
        assert agreed.provisional(case_of(recorded)) is is_missing
