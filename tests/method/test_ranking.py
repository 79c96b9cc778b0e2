"""The proposed order: each criterion in turn decides; people's own order wins (method.md §2)."""

import itertools
from datetime import date

import pytest

from tests.method.stories import case_of, judged
from top3.method import ranking
from top3.method.plan import Choice, Plan
from top3.method.reason import because

DAY = "2024-09-02"
HEAD = """
gezin:
  - {id: v1, rol: vader}
  - {id: m1, rol: moeder, gesprekken: [{datum: 2024-08-01, apart: ja, rustig: ja}]}
  - {id: k1, rol: kind, leeftijd: 9, gesprekken: [{datum: 2024-08-01, apart: ja, rustig: ja}]}
  - {id: k2, rol: kind, leeftijd: 12}
geweld:
  incidenten:
    - {id: i1, datum: 2024-01-01, door: v1, tegen: m1}
    - {id: i2, datum: 2024-01-02, door: v1, tegen: m1}
  signalen:
    - {id: f1, soort: verwurging, datum: 2024-01-01}
    - {id: f2, soort: doodsbedreiging, datum: 2024-01-01}
    - {id: f3, soort: jaloezie, datum: 2024-01-01}
"""


def situations(*items: str) -> str:
    return f"{HEAD}onveilige_situaties:\n" + "".join(f"  - {{{item}}}\n" for item in items)


def plan_of(text: str) -> Plan:
    return judged(text, DAY).plan


def ids(choices: tuple[Choice, ...]) -> list[str]:
    return [choice.item.id for choice in choices]


def decided(text: str) -> tuple[list[str], str | None]:
    """The proposed order of the situations and what decided between the first two."""
    case = case_of(text)
    order = ranking.propose(case.situations, case, date.fromisoformat(DAY))
    criterion = order[0].decides(order[1])
    return [ranked.item.id for ranked in order], criterion and criterion.value


# In each pair the later criteria all speak for s1; the one that decides speaks for s2.
REST = ("ernst: levensgevaar", "hoe_vaak: dagelijks", "incidenten: [i2]", "onveilig_voor: [m1, k1]")
LESS = ("ernst: letsel", "hoe_vaak: wekelijks", "incidenten: [i1]", "onveilig_voor: [m1]")


@pytest.mark.parametrize("sign", ["acuut: ja", "acuut: vermoeden", "signalen: f1", "signalen: f2"])
def test_danger_decides_first(sign: str) -> None:
    text = situations(f"id: s1, {', '.join(REST)}", f"id: s2, {sign}, {', '.join(LESS)}")
    assert decided(text) == (["s2", "s1"], "danger")


@pytest.mark.parametrize("sign", ["acuut: nee", "acuut: onbekend", "signalen: f3"])
def test_a_light_flag_is_no_danger(sign: str) -> None:
    text = situations(f"id: s1, {', '.join(REST)}", f"id: s2, {sign}, {', '.join(LESS)}")
    assert decided(text) == (["s1", "s2"], "severity")


@pytest.mark.parametrize(
    ("place", "name"), [*enumerate(["severity", "frequency", "recency", "people"])]
)
def test_each_criterion_decides_where_the_ones_before_are_equal(place: int, name: str) -> None:
    before = REST[:place]
    one = ", ".join((*before, LESS[place], *REST[place + 1 :]))
    two = ", ".join((*before, REST[place], *LESS[place + 1 :]))
    assert decided(situations(f"id: s1, {one}", f"id: s2, {two}")) == (["s2", "s1"], name)


def test_the_steps_of_severity_and_where_unknown_stands() -> None:
    words = ["geen letsel", "pijn of angst", "letsel", "ernstig letsel", "onbekend", "levensgevaar"]
    text = situations(*(f"id: s{n}, ernst: {word}" for n, word in enumerate(words)))
    assert decided(text)[0] == ["s5", "s4", "s3", "s2", "s1", "s0"]
    assert decided(situations("id: s1, ernst: onbekend", "id: s2")) == (["s1", "s2"], None)


def test_the_steps_of_frequency_and_where_unknown_stands() -> None:
    words = ["eenmalig", "af en toe", "maandelijks", "wekelijks", "onbekend", "dagelijks"]
    text = situations(*(f"id: s{n}, hoe_vaak: {word}" for n, word in enumerate(words)))
    assert decided(text)[0] == ["s5", "s4", "s3", "s2", "s1", "s0"]
    assert decided(situations("id: s1, hoe_vaak: onbekend", "id: s2")) == (["s1", "s2"], None)


def test_recency_is_the_last_incident_and_an_unknown_date_may_be_today() -> None:
    text = situations("id: s1, incidenten: [i1, i2]", "id: s2, incidenten: [i1]", "id: s3")
    assert decided(text)[0] == ["s1", "s2", "s3"]
    unknown = text.replace("datum: 2024-01-01, door", "datum: onbekend, door")
    case = case_of(unknown)
    today = date.fromisoformat(DAY)
    assert [ranking.last_incident(s, case, today) for s in case.situations] == [today, today, None]
    year = case_of(text.replace("datum: 2024-01-01, door", "datum: 2024, door"))
    assert ranking.last_incident(year.situations[1], year, today) == today


ITEMS = (
    "id: s1, acuut: ja",
    "id: s2, ernst: levensgevaar",
    "id: s3, ernst: letsel, hoe_vaak: dagelijks",
    "id: s4, ernst: letsel, hoe_vaak: af en toe, incidenten: i2",
    "id: s5, ernst: letsel, hoe_vaak: af en toe, incidenten: i1",
)


@pytest.mark.parametrize("order", [*itertools.permutations(ITEMS)][::7], ids=str)
def test_the_order_does_not_depend_on_the_file(order: tuple[str, ...]) -> None:
    plan = plan_of(situations(*order))
    assert ids(plan.priorities) == ["s1", "s2", "s3"]
    assert ids(plan.waiting) == ["s4", "s5"]
    assert [choice.rank for choice in (*plan.priorities, *plan.waiting)] == [1, 2, 3, 0, 0]
    assert plan.ties == ()


def test_what_ranks_fourth_names_the_first_criterion_that_decided() -> None:
    plan = plan_of(situations(*ITEMS))
    why = [(c.because[0].key, c.because[0].values) for c in plan.waiting]
    assert why == [
        ("decided_by", {"criterion": "frequency", "other": "s3"}),
        ("decided_by", {"criterion": "frequency", "other": "s3"}),
    ]
    by_danger = plan_of(situations("id: s4", *(f"id: s{n}, acuut: ja" for n in (1, 2, 3))))
    assert by_danger.waiting[0].because[0].values["criterion"] == "danger"


@pytest.mark.parametrize("order", [*itertools.permutations(("id: s1", "id: s2", "id: s3"))])
def test_a_tie_is_shown_as_a_tie_in_any_order(order: tuple[str, ...]) -> None:
    plan = plan_of(situations(*order))
    assert plan.ties == (("s1", "s2"), ("s2", "s3"))


def test_each_proposed_one_names_what_put_it_behind_the_one_before() -> None:
    plan = plan_of(situations("id: s1, ernst: letsel", "id: s2, acuut: ja", "id: s3"))
    first, second, third = plan.priorities
    assert {reason.key for reason in first.because} == {"proposed", "acute_danger"}
    assert second.item.id == "s3" and third.item.id == "s1"
    assert second.because[-1] == because("decided_by", criterion="danger", other="s2")
    assert third.because[-1] == because("decided_by", criterion="severity", other="s3")
    tied = plan_of(situations("id: s1", "id: s2")).priorities[1]
    assert tied.because[-1] == because("tie", other="s1")


def test_where_people_chose_nothing_is_said_of_the_proposed_order() -> None:
    plan = plan_of(situations("id: s1, rang: 2", "id: s2, rang: 1, acuut: ja", "id: s3"))
    assert [{r.key for r in one.because} & {"decided_by", "tie"} for one in plan.priorities] == [
        set(), set(), set(),
    ]  # fmt: skip


def test_a_tie_for_the_third_place_says_so() -> None:
    plan = plan_of(situations("id: s1", "id: s2", "id: s3", "id: s4"))
    assert [reason.key for reason in plan.waiting[0].because] == ["tie"]
    assert plan.waiting[0].because[0].values == {"other": "s3"}


def test_recorded_ranks_win() -> None:
    text = situations(
        "id: s1, rang: 3", "id: s2, rang: 1", "id: s3, acuut: ja, rang: 4", "id: s4, rang: 2",
    )  # fmt: skip
    plan = plan_of(text)
    assert ids(plan.priorities) == ["s2", "s4", "s1"]
    assert plan.priorities[0].because[0] == because("chosen", rank=1)
    assert plan.waiting[0].because == (because("chosen_later", rank=4),)
    assert plan.ties == ()


def test_a_recorded_rank_goes_before_what_has_none() -> None:
    plan = plan_of(situations("id: s1, acuut: ja", "id: s2, rang: 1"))
    assert ids(plan.priorities) == ["s2", "s1"]
    assert [choice.because[0].key for choice in plan.priorities] == ["chosen", "proposed"]
    chosen = plan_of(situations("id: s4, acuut: ja", *(f"id: s{n}, rang: {n}" for n in (1, 2, 3))))
    assert chosen.waiting[0].because == (because("others_chosen"),)


def test_a_rank_past_the_third_is_a_place_like_any_other() -> None:
    plan = plan_of(situations("id: s1, rang: 7", "id: s2, rang: 9"))
    assert [(choice.rank, choice.item.id) for choice in plan.priorities] == [(1, "s1"), (2, "s2")]


def test_a_choice_is_no_tie_and_one_rank_for_two_is_ordered_by_id() -> None:
    for order in itertools.permutations(("id: s1, rang: 1", "id: s2, rang: 1", "id: s3")):
        plan = plan_of(situations(*order))
        assert ids(plan.priorities) == ["s1", "s2", "s3"]
        assert plan.ties == (), "T403 says that a rank was given twice"


def test_what_waits_says_why_and_what_is_in_force_or_over_is_no_candidate() -> None:
    text = situations(
        "id: s1", "id: s2, status: wacht", "id: s3, status: gepland", "id: s4, status: geborgd",
        "id: s5, status: klaar", "id: s6, status: vervallen",
    )  # fmt: skip
    text += "risicofactoren: [{id: r1}]\nherstel: [{id: h1, status: actief}]\n"
    plan = plan_of(text)
    assert ids(plan.priorities) == ["s1"]
    assert {choice.rank for choice in plan.waiting} == {0}
    why = {choice.item.id: choice.because[0] for choice in plan.waiting}
    assert why == {
        "s2": because("parked"),
        "s3": because("parked"),
        "r1": because("later_phase", phase=2),
        "h1": because("later_phase", phase=3),
    }


def test_each_priority_names_its_facts() -> None:
    full = (
        "id: s1, acuut: ja, signalen: [f1, f2], ernst: letsel, hoe_vaak: wekelijks, "
        "incidenten: i1, onveilig_voor: m1"
    )
    keys = [reason.key for reason in plan_of(situations(full)).priorities[0].because]
    assert keys[0] == "proposed"
    flags = {"heavy_flag", "unclarified_flag"}
    assert {"acute_danger", "severity", "frequency", "recency", "unsafe", *flags} == set(keys[1:])
    light = plan_of(situations("id: s1, signalen: f3")).priorities[0].because
    assert [reason.key for reason in light] == ["proposed"]
    bare = [reason.key for reason in plan_of(situations("id: s1")).priorities[0].because]
    assert bare == ["proposed"]


def test_a_priority_without_a_reason_cannot_be_made() -> None:
    item = case_of(situations("id: s1")).situations[0]
    with pytest.raises(ValueError, match="reason"):
        Choice(1, item, ())


# Fase 2 and 3


def phase_two(factors: str, first: str = "", last: str = "") -> str:
    """Five situations that are all under control; `first` and `last` add to the outer two."""
    text = situations(
        f"id: s1, status: geborgd, ernst: levensgevaar, onveilig_voor: [m1]{first}",
        "id: s2, status: geborgd, ernst: letsel, onveilig_voor: [m1, k1]",
        "id: s3, status: geborgd, ernst: geen letsel, onveilig_voor: [m1, k1, k2]",
        "id: s4, status: geborgd, ernst: geen letsel, onveilig_voor: [m1, k1, k2]",
        f"id: s5, status: geborgd, ernst: geen letsel, onveilig_voor: [m1]{last}",
    )
    return f"plan: {{fase: {{niveau: 2}}}}\n{text}risicofactoren:\n{factors}"


def test_in_fase_2_the_highest_situation_a_factor_feeds_decides() -> None:
    factors = "  - {id: r1, voedt: [s2, s3]}\n  - {id: r2, voedt: s1}\n  - {id: r3}\n"
    plan = plan_of(phase_two(factors))
    assert ids(plan.priorities) == ["r2", "r1", "r3"]
    assert plan.ties == ()


def test_then_how_many_it_feeds_and_then_how_many_people() -> None:
    many = plan_of(phase_two("  - {id: r1, voedt: [s1, s3]}\n  - {id: r2, voedt: [s1, s2, s5]}\n"))
    assert ids(many.priorities) == ["r2", "r1"]
    people = plan_of(phase_two("  - {id: r1, voedt: [s1, s2]}\n  - {id: r2, voedt: [s1, s3]}\n"))
    assert ids(people.priorities) == ["r2", "r1"]


def test_the_order_people_recorded_is_the_order_of_the_situations() -> None:
    factors = "  - {id: r1, voedt: s1}\n  - {id: r2, voedt: s5}\n"
    assert ids(plan_of(phase_two(factors)).priorities) == ["r1", "r2"]
    chosen = plan_of(phase_two(factors, first=", rang: 2", last=", rang: 1"))
    assert (ids(chosen.priorities), chosen.ties) == (["r2", "r1"], ())
    ranked = plan_of(phase_two(factors, last=", rang: 1"))
    assert ids(ranked.priorities) == ["r2", "r1"], "a recorded rank goes before none"
    same = plan_of(phase_two(factors, first=", rang: 1", last=", rang: 1"))
    assert same.ties == (("r1", "r2"),), "one rank for two is a tie, whatever else is known"


def test_factors_of_situations_that_tie_tie_as_well() -> None:
    plan = plan_of(phase_two("  - {id: r1, voedt: s3}\n  - {id: r2, voedt: s4}\n"))
    assert plan.ties == (("r1", "r2"),)


def test_in_fase_2_an_unsafe_situation_goes_before_a_cause() -> None:
    text = phase_two("  - {id: r1, voedt: s1}\n") + "herstel: [{id: h1}]\n"
    plan = plan_of(text.replace("id: s3, status: geborgd", "id: s3, status: actief"))
    assert ids(plan.priorities) == ["s3", "r1"]
    assert ids(plan.waiting) == ["h1"]
    assert judged(text, DAY).phase.number == 2


def test_in_fase_3_safety_goes_before_causes_and_causes_before_recovery() -> None:
    text = (
        f"plan: {{fase: {{niveau: 3, datum: 2024-01-01, door: A, waarom: B}}}}\n{HEAD}"
        "onveilige_situaties: [{id: s1}]\n"
        "risicofactoren: [{id: r1}]\n"
        "herstel: [{id: h1, van: k1, sinds: 2001}, {id: h2, van: m1}]\n"
    )
    plan = plan_of(text)
    assert ids(plan.priorities) == ["s1", "r1", "h1"]
    assert ids(plan.waiting) == ["h2"]
    assert plan.ties == ()
    several = plan_of(text.replace("{id: r1}", "{id: r1}, {id: r2, voedt: s1}, {id: r3}"))
    assert ids(several.priorities) == ["s1", "r2", "r1"]
    assert several.waiting[1].because[0].values == {"criterion": "kind", "other": "r1"}


def test_in_fase_3_a_child_goes_before_an_adult_and_then_what_waited_longest() -> None:
    needs = (
        "herstel:\n"
        "  - {id: h1, van: m1, sinds: 2010}\n"
        "  - {id: h2, van: k1, sinds: 2024-03}\n"
        "  - {id: h3, van: [m1, k2], sinds: 2024-02-28}\n"
        "  - {id: h4, van: k1, sinds: onbekend}\n"
    )
    plan = plan_of(
        f"plan: {{fase: {{niveau: 3, datum: 2024-01-01, door: A, waarom: B}}}}\n{HEAD}{needs}"
    )
    assert ids(plan.priorities) == ["h3", "h2", "h4"]
    assert ids(plan.waiting) == ["h1"]
    assert plan.waiting[0].because[0].values == {"criterion": "child_first", "other": "h4"}
    swapped = needs.replace("2024-03}", "2024-02-27}")
    recorded = "plan: {fase: {niveau: 3, datum: 2024-01-01, door: A, waarom: B}}"
    assert ids(plan_of(f"{recorded}\n{HEAD}{swapped}").priorities)[0] == "h2"
