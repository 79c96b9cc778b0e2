"""Every family copy says when we look again, who talks with whom, and who tells time and place."""

from dataclasses import replace

import pytest

from tests.reading.papers import LANGUAGES, paper, text_of

AGAIN = {
    "nl": "Karin praat met ieder apart.",
    "en": "Karin talks with each person apart.",
}
TOLD = {"nl": "Karin vertelt u hoe laat en waar.", "en": "Karin tells you what time and where."}
CHILD = {"nl": "Karin praat dan", "en": "Karin then talks with you"}
TOGETHER = {"nl": "praten de grote mensen", "en": "grown-ups talk"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", ["everyone", "member", "easy", "network"])
def test_a_grown_up_reads_who_talks_with_whom_and_who_tells_where(template, language) -> None:
    text = text_of(paper(template, language))
    assert AGAIN[language] in text and TOLD[language] in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", ["everyone", "member", "easy", "network"])
def test_without_a_fixed_face_nobody_is_promised(template, language) -> None:
    text = text_of(replace(paper(template, language), contacts=()))
    assert AGAIN[language] not in text and TOLD[language] not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", ["child4", "child8", "child12"])
def test_a_child_reads_who_talks_with_it(template, language) -> None:
    assert CHILD[language] in text_of(paper(template, language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("bare", [False, True])
def test_a_small_child_does_not_read_that_its_parents_meet(bare, language) -> None:
    assert TOGETHER[language] not in text_of(paper("child4", language, bare=bare))
