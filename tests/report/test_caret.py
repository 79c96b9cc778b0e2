"""The caret of an excerpt stands under what is wrong, also where words are hidden."""

import pytest

from top3.case.finding import Mark
from top3.case.reader import Reading
from top3.report.excerpt import excerpt

LINES = [
    "    -We bellen Annelies.",
    "  wat: Rik slaat (nooit) meer, zei hij",
    "  - {id: a1, wat: 'Toos, Rik' meer}",
    "plan: {datum: 2024-09-02",
    "  naam: Jan-Willem de Wit",
    "\twat: a b c",
]


@pytest.mark.parametrize("line", LINES)
def test_the_caret_stands_under_the_character_or_under_the_dots_that_hide_it(line: str) -> None:
    reading = Reading(None, (), lines=(line,))
    for column, character in enumerate(line.expandtabs(1), 1):
        shown, caret = excerpt(reading, Mark(1, column), 200)
        assert shown[len(caret) - 1] in (character, "·"), column


@pytest.mark.parametrize("line", LINES)
def test_the_end_of_a_line_is_behind_it(line: str) -> None:
    shown, caret = excerpt(Reading(None, (), lines=(line,)), Mark(1, len(line) + 9), 200)
    assert len(caret) == len(shown) + 1
