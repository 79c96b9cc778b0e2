"""The measures themselves: they agree with what the notes measured, and find words in any form."""

import pytest

from tests.reading.readability import (
    LIMITS,
    flesch,
    forms,
    jargon,
    mean,
    sentences,
    syllables,
    terms,
    whole,
    words,
)

JARGON = "De casusregisseur monitort de veiligheidsafspraken conform het plan van aanpak."


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("oma", 2), ("avond", 2), ("leeuw", 1), ("geëvalueerd", 5), ("museum", 3), ("boei", 1),
        ("veilig", 2), ("afspraken", 3), ("thuis", 1), ("groeien", 2), ("ruzie", 2), ("bij", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("home", 1), ("agreed", 2), ("tables", 2), ("called", 1), ("people", 2), ("danger", 2)],
)
def test_english_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word, "en") == count


def test_the_score_agrees_with_what_the_notes_measured() -> None:
    easy = ["Oma belt Karin.", "Het kind is veilig bij oma.", "Zij is daar thuis."]
    assert flesch(easy) > 85 > 50 > flesch([JARGON])
    assert flesch(["The cat sat on the mat."], "en") > 100


def test_sentences_are_cut_and_counted() -> None:
    text = "Wie: Oma Ria\nZij belt om 20.30 uur. Is er gevaar? Bel 112."
    found = sentences(text)
    assert found == ["Wie:", "Oma Ria", "Zij belt om 20.30 uur.", "Is er gevaar?", "Bel 112."]
    assert whole(found) == found[2:]
    assert [len(words(s)) for s in whole(found)] == [4, 3, 1]
    assert mean(whole(found)) == 8 / 3


def test_names_say_nothing_about_how_hard_a_text_is() -> None:
    assert flesch(["Abdelhakimisa belt."], names={"Abdelhakimisa"}) > flesch(
        ["Abdelhakimisa belt."]
    )


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        (JARGON, ["veiligheidsafspraken", "casusregisseur", "monitort"]),
        ("We hebben het geëvalueerd.", ["geëvalueerd"]),
        ("Het escaleerde en is nu geborgd.", ["escaleerde", "geborgd"]),
        ("Zij is zelfredzame moeder.", ["zelfredzame"]),
        ("Twee gecertificeerde instellingen.", ["gecertificeerde instellingen"]),
        ("Wij gaan de hulp opschalen.", ["opschalen"]),
        ("De hulp is opgeschaald.", ["opgeschaald"]),
        ("VEILIGHEIDSPLANNEN", ["VEILIGHEIDSPLANNEN"]),
    ],
)
def test_jargon_is_found_in_every_form(text: str, hit: list[str]) -> None:
    assert sorted(jargon(text, "nl")) == sorted(hit)


def test_whole_words_alone_are_found_and_an_explained_word_is_no_hit() -> None:
    assert not jargon("De regisseuse woont in Borgharen. Hij is slachter.", "nl")
    assert jargon("Bel Veilig Thuis.", "nl") == ["Veilig Thuis"]
    assert not jargon("Bel Veilig Thuis: 0800-2000.", "nl")
    assert sorted(jargon("The victims were monitored by stakeholders.", "en")) == [
        "monitored",
        "stakeholders",
        "victims",
    ]


def test_both_lists_are_there_and_no_plain_word_is_on_them() -> None:
    assert len(terms("nl")) > 60 and len(terms("en")) > 60
    assert {"incidenten", "incidentje"} & forms("incident", "nl")
    ordinary = "afspraak plan hulp thuis veilig gevaar spanning gezin kind ouder bellen praten"
    assert not jargon(ordinary, "nl")


def test_the_limits_are_those_of_the_notes() -> None:
    assert {name: (x.mean, x.longest, x.flesch) for name, x in LIMITS.items()} == {
        "everyone": (10, 15, 70), "member": (10, 15, 70), "network": (10, 15, 70),
        "easy": (7, 10, 85), "child4": (5, 7, 90), "child8": (7, 10, 85),
        "child12": (10, 15, 75), "poster": (10, 15, 70),
    }  # fmt: skip
