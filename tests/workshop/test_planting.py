"""Every rule can be broken on purpose, and exactly that is found: which proves the rule too."""

from collections.abc import Iterable
from datetime import date

import pytest

from top3.document.release import registry as confidentiality
from top3.method import answers
from top3.method.check import load_rules, registry
from top3.workshop.data import PRIORITIES
from top3.workshop.family import Wish
from top3.workshop.mistakes import ALL
from top3.workshop.planting import CantPlant, TooMany, codes, plant, plant_some

DAY = date(2026, 11, 24)
RULES = [
    rule.code
    for rules in (
        registry(),
        confidentiality(),
        load_rules(answers.__name__, tuple(answers.__path__)),
    )
    for rule in rules
]
WAYS = [(code, way.name) for code in sorted(ALL) for way in ALL[code]]


def test_every_rule_can_be_broken() -> None:
    assert len(RULES) > 35
    assert sorted(RULES) == sorted(codes())


@pytest.mark.parametrize(("code", "name"), WAYS, ids=lambda one: one)
def test_a_mistake_is_found_and_nothing_else(
    code: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    exactly(code, name, range(1, 2), monkeypatch)


@pytest.mark.long
@pytest.mark.parametrize(("code", "name"), WAYS, ids=lambda one: one)
def test_it_is_in_many_families(code: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    exactly(code, name, range(2, 22), monkeypatch)


def exactly(code: str, name: str, seeds: Iterable[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Plant a mistake in one way, and find it alone."""
    monkeypatch.setitem(ALL, code, [way for way in ALL[code] if way.name == name])
    for seed in seeds:
        planted = plant(Wish(seed, DAY, "nl"), [code])
        assert [finding.code for finding in planted.findings if not finding.answered] == [code]
        assert planted.told.file != planted.clean.file
        numbers = [
            agreement["id"]
            for key in PRIORITIES.values()
            for item in planted.told.data[key]
            for agreement in item["agreements"]
        ]
        assert numbers == [f"a{number}" for number, _ in enumerate(numbers, 1)]


def test_several_mistakes_go_together() -> None:
    planted = plant(Wish(5, DAY, "nl"), ["T101", "T405", "T407"])
    assert sorted(f.code for f in planted.findings) == ["T101", "T405", "T407"]


def test_what_does_not_go_together_is_said() -> None:
    with pytest.raises(CantPlant) as refused:
        plant(Wish(5, DAY, "nl", phase=3), ["T201"])
    assert refused.value.codes == ("T201",)


@pytest.mark.parametrize("seed", range(4))
def test_for_starters_the_plain_mistakes_are_made(seed: int) -> None:
    planted = plant_some(Wish(seed, DAY, "nl", phase=1), 3, "start")
    assert {way.level for way in planted.mistakes} == {"start"}
    assert len({way.code for way in planted.mistakes}) == 3


@pytest.mark.parametrize(("seed", "phase"), [(n, 1 + n % 3) for n in range(9)])
def test_so_many_mistakes_fit_each_other_in_every_phase(seed: int, phase: int) -> None:
    planted = plant_some(Wish(seed, DAY, "nl", phase=phase), 5, "advanced")
    assert planted.clean.family.course.phase == phase
    found = sorted(f.code for f in planted.findings if not f.answered)
    assert found == sorted(way.code for way in planted.mistakes) and len({*found}) == 5


def test_more_mistakes_than_fit_one_family_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("top3.workshop.planting.SETS", 5)
    with pytest.raises(TooMany):
        plant_some(Wish(5, DAY, "nl"), len(codes()), "advanced")


def test_a_mistake_meets_the_wish_where_it_can() -> None:
    """Older children than were needed, and any phase in which it can be made."""
    older = plant(Wish(1, DAY, "nl", ages=(15, 10)), ["T408"]).clean
    assert sorted(m["age"] for m in older.data["members"] if m["age"] < 18) == [10, 15]
    assert plant(Wish(1, DAY, "nl", phase=3), ["T203"]).clean.family.course.phase == 3


def test_the_clean_family_can_be_chosen() -> None:
    planted = plant_some(Wish(2, DAY, "nl"), 2, "start", lambda clean: clean.waits_with_a_reason)
    assert planted.clean.waits_with_a_reason


def test_the_same_order_gives_the_same_file() -> None:
    first, second = (plant(Wish(9, DAY, "nl"), ["T111"]).told.file for _ in range(2))
    assert first == second
