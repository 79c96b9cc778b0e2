"""Every rule can be broken on purpose, and exactly that is found: which proves the rule too."""

from collections.abc import Iterable
from datetime import date

import pytest

from top3.document.release import registry as confidentiality
from top3.method import answers
from top3.method.check import load_rules, registry
from top3.workshop.draw import Draw
from top3.workshop.family import Wish
from top3.workshop.mistakes.mistake import ALL
from top3.workshop.planting import CantPlant, codes, draw_codes, plant

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


def test_several_mistakes_go_together() -> None:
    planted = plant(Wish(5, DAY, "nl"), ["T101", "T405", "T407"])
    assert sorted(f.code for f in planted.findings) == ["T101", "T405", "T407"]


def test_what_does_not_go_together_is_said() -> None:
    with pytest.raises(CantPlant) as refused:
        plant(Wish(5, DAY, "nl", phase=3), ["T201"])
    assert refused.value.codes == ("T201",)


def test_for_starters_the_plain_mistakes_are_drawn() -> None:
    drawn = draw_codes(3, "start", Draw("x"))
    assert len({*drawn}) == 3
    assert all(any(way.level == "start" for way in ALL[code]) for code in drawn)


def test_the_same_order_gives_the_same_file() -> None:
    first, second = (plant(Wish(9, DAY, "nl"), ["T111"]).told.file for _ in range(2))
    assert first == second
