"""A file is Dutch or English, never both, and gives the same Case."""

import pytest

from tests.case.family import case_of, full, write
from top3.case.reader import read
from top3.words import LANGUAGES, data_folder

TURNS = range(27)  # the longest vocabulary has 27 words, so that every word has its turn


def test_there_is_something_to_compare() -> None:
    dutch, english = write(full(), "nl"), write(full(), "en")
    assert dutch.count("\n") > 250
    assert "onveilige_situaties" in dutch
    assert "situations" in english
    assert "onveilige_situaties" not in english


@pytest.mark.parametrize("turn", TURNS)
def test_a_dutch_and_an_english_file_give_the_same_case(turn: int) -> None:
    data = full(turn)
    assert case_of(data, "nl") == case_of(data, "en")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_language_of_a_file_is_known(language: str) -> None:
    assert read(write(full(), language).encode()).language == language


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("top3: 1\ncasus: {}\ngezin: [{id: m1}]\nnetwork: []\n", [(4, "netwerk")]),
        ("top3: 1\ninfo: {}\nmembers: [{id: m1}]\nnetwerk: []\n", [(4, "network")]),
        (
            "top3: 1\ngezin:\n  - id: m1\n    name: Dewi\n    role: moeder\n",
            [(4, "naam"), (5, "rol")],
        ),
        ("top3: 1\ngezin:\n  - id: m1\n    rol: mother\n", [(4, "moeder")]),
        ("top3: 1\nmembers:\n  - id: m1\n    role: moeder\n", [(4, "mother")]),
        ("top3: 1\nviolence:\n  acute: ja\n", [(3, "yes")]),
    ],
)
def test_mixing_is_reported_with_the_right_word(text: str, places: list[tuple[int, str]]) -> None:
    findings = read(text.encode()).findings
    assert {finding.variant for finding in findings} == {"language"}
    assert [(finding.mark.line, finding.values["near"]) for finding in findings] == places


@pytest.mark.parametrize("code", LANGUAGES)
def test_documents_are_in_any_language_that_has_a_folder(code: str) -> None:
    for head in (f"casus: {{taal: {code}}}", f"info: {{language: {code.upper()}}}"):
        reading = read(f"top3: 1\n{head}\n".encode())
        assert reading.case is not None and reading.case.info.language == code


@pytest.mark.parametrize("written", ["fr", "eng", "nl-NL", "nederlands"])
def test_another_language_is_told_where_and_what_there_is(written: str) -> None:
    (finding,) = read(f"top3: 1\ncasus:\n  taal: {written}\n".encode()).findings
    assert (finding.code, finding.variant, finding.mark.line) == ("T006", "default", 3)
    assert finding.values["valid"] == ", ".join(LANGUAGES)


def test_the_smallest_example_is_in_order() -> None:
    reading = read((data_folder("examples") / "klein.yaml").read_bytes())
    assert reading.findings == ()
    assert reading.case is not None
    assert [member.name for member in reading.case.members] == ["Dewi", "Mark", "Finn"]
