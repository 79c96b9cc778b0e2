"""Each rule alone, on small stories that state in the file itself what is expected."""

from collections import Counter

import pytest

from tests.method.stories import Fixture, alone, fixtures, seen
from top3.method.check import judge, registry

FIXTURES = fixtures()
RULES = {rule.code: rule for rule in registry()}


def test_there_are_fixtures_and_rules() -> None:
    assert len(RULES) >= 19
    assert len(FIXTURES) >= 2 * len(RULES)
    assert {fixture.code for fixture in FIXTURES} == set(RULES)


@pytest.mark.parametrize("code", sorted(RULES))
def test_each_rule_has_a_failing_and_a_passing_fixture(code: str) -> None:
    mine = [fixture for fixture in FIXTURES if fixture.code == code]
    assert {fixture.must_fail for fixture in mine} == {True, False}


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.path.stem)
def test_the_rule_alone_finds_exactly_what_the_file_states(fixture: Fixture) -> None:
    expected = [*fixture.expected()]
    assert bool(expected) is fixture.must_fail, "a failing fixture states what it expects"
    found = alone(RULES[fixture.code], fixture.reading(), fixture.day)
    assert sorted(seen(finding) for finding in found) == sorted(expected)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.path.stem)
def test_all_rules_together_find_the_same(fixture: Fixture) -> None:
    judged = judge(fixture.reading(), fixture.day)
    mine = [seen(finding) for finding in judged.findings if finding.code == fixture.code]
    assert sorted(mine) == sorted(fixture.expected())
    assert [finding.order for finding in judged.findings] == sorted(
        finding.order for finding in judged.findings
    )


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.path.stem)
def test_an_id_names_one_finding(fixture: Fixture) -> None:
    """A person's answer to a finding must not silence another one."""
    ids = Counter(finding.id for finding in judge(fixture.reading(), fixture.day).findings)
    assert not [identifier for identifier, count in ids.items() if count > 1]
