"""What a message is told: ids, numbers, dates and words, and how it reads in each language."""

import re
from datetime import date
from typing import Any

import pytest

from tests.method.stories import FIXTURES, Fixture, alone, fixtures
from top3.case.finding import Finding
from top3.method.check import registry
from top3.words import LANGUAGES, Words

RULES = {rule.code: rule for rule in registry()}


def found(stem: str) -> dict[str, Finding]:
    fixture = Fixture(FIXTURES / f"{stem}.yaml")
    return {f.id: f for f in alone(RULES[fixture.code], fixture.reading(), fixture.day)}


@pytest.mark.parametrize(
    ("stem", "identifier", "values"),
    [
        ("T101.fail", "T101:a1", {"parts": ("who",)}),
        ("T101.fail", "T101:a2", {"parts": ("what",)}),
        ("T101.fail", "T101:a3", {"parts": ("when",)}),
        ("T101.fail", "T101:a4", {"parts": ("checks",)}),
        ("T101.fail", "T101:a5", {"parts": ("if_not",)}),
        ("T101.fail-checker", "T101:a5", {"parts": ("if_not",)}),
        ("T101.fail-checker", "T101:a2:k1:k2", {"who": ("k1", "k2")}),
        ("T101.fail-consent", "T101:a1:p2", {"who": ("p2",)}),
        ("T102.fail", "T102:k2", {"who": ("k2",)}),
        ("T103.fail", "T103:v1", {"who": ("v1",)}),
        ("T105.fail-since", "T105", {"date": date(2024, 8, 15)}),
        ("T108.fail", "T108:b1", {"ban": "b1", "date": date(2024, 9, 5)}),
        ("T108.fail-ended", "T108:b1", {"ban": "b1", "date": date(2024, 9, 1)}),
        ("T109.fail", "T109:b1", {"ban": "b1", "days": 29, "most": 28}),
        ("T111.fail", "T111:a1:what", {"word": "zijn best"}),
        ("T111.fail", "T111:a2:when", {"word": "zo veel mogelijk"}),
        ("T112.fail", "T112:a3", {"who": ("m1", "k1")}),
        ("T113.fail", "T113:a1:b1", {"ban": "b1"}),
        ("T114.fail", "T114:a2:n1:n2", {"who": ("n1", "n2")}),
        ("T202.fail", "T202", {"phase": 2, "days": 89}),
        ("T203.fail-phase-3", "T203:a1", {"phase": 3}),
        ("T401.fail-since", "T401:k1", {"who": ("k1",)}),
        ("T402.fail", "T402:v1", {"who": ("v1",)}),
        ("T403.fail", "T403", {"count": 4}),
        ("T403.fail-same-rank", "T403:s1:s2:s3", {"rank": 1}),
        ("T404.fail", "T404", {"date": date(2024, 9, 1)}),
        ("T404.fail-late", "T404", {"days": 15, "most": 14}),
        ("T404.fail-phase-2", "T404", {"days": 43, "most": 42}),
        ("T404.fail-provisional-heavy", "T404", {"days": 4, "most": 3}),
        ("T405.fail-stand-in", "T405:process_director", {"level": 2}),
        ("T405.fail-ave-3", "T405:process_director", {"level": 3}),
        ("T406.fail", "T406", {"minimum": 3, "recorded": 2}),
        ("T406.fail-none", "T406", {"minimum": 2}),
        ("T408.fail-today", "T408:k2", {"who": ("k2",)}),
        ("T409.fail", "T409", {"count": 2, "days": 90, "date": date(2024, 5, 1)}),
        ("T411.fail", "T411:s1:title", {"word": "signaal", "near": "teken dat het misgaat"}),
        ("T411.fail", "T411:s1:wish", {"word": "escaleren", "near": "erger worden"}),
        ("T411.fail", "T411:a1:what", {"word": "betrokkenen", "near": "de namen zelf"}),
        ("T412.fail", "T412:i1:what", {"word": "lokte … uit"}),
        ("T412.fail-two-sided", "T412:s1:wish", {"word": "ruzies"}),
        ("T413.fail", "T413:v1:n1:n2", {"who": ("n1", "n2")}),
        ("T407.fail", "T407", {"order": ("s2", "s1"), "phase": 1}),
        ("T407.fail-tie", "T407:s2:s3", {"one": "s2", "two": "s3"}),
    ],
)
def test_the_values_of_a_finding(stem: str, identifier: str, values: dict[str, Any]) -> None:
    told = found(stem)[identifier].values
    assert {name: told[name] for name in values} == values


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.path.stem)
def test_every_message_can_be_said(fixture: Fixture, language: str) -> None:
    """No placeholder, empty list or machine word is left in a sentence."""
    words = Words(language)
    for finding in alone(RULES[fixture.code], fixture.reading(), fixture.day):
        for part in ("message", "hint"):
            card = words.card(finding.code)[part][finding.variant]
            said = words.fill(card, **finding.values)
            assert not re.search(r"None|\(\)|\['|, ,", said)
            assert not re.search(r"[{}]", said)
            assert said[0].isupper() or said[1].isdigit(), "a capital, or an id"
            assert said.endswith((".", "?", ")"))
