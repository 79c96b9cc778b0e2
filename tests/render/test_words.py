"""The family copy's own sentences: short, plain, without jargon or promises, in both languages.

Limits from the project's notes on documents: readers with the greatest need set the form.
"""

import re
import tomllib

import pytest

from tests.render.readers import read_md
from tests.render.samples import filled, first_night
from top3.document.model import Document
from top3.render import Rendered, render
from top3.words import data_folder

NAME = "Karin"
NL_VOWELS = re.compile(
    "ieuw|eeuw|aai|ooi|oei|ëe|ëi|aa|ee|ie|oo|uu|eu(?!m)|oe|au|ou|ei|ij|ui|[aeiouyéèëïöü]"
)
JARGON = (
    r"veiligheidsplan|veiligheidsafspra|bodemeis|casusregi|regie|betrokken|netwerk|steunfiguur"
    r"|escal|opschal|time-?out|monitor|evalu|borg|signale|signaal|trigger|incident"
    r"|huiselijk geweld|mishandel|getuige|pleger|dader|slachtoffer|scheiding|controle|stalking"
    r"|verwaarloz|problematiek|factor|taxatie|melding|meldcode|gecertificeerd|jeugdbescherm"
    r"|ondertoezicht|uithuis|beschikking|huisverbod|contactverbod|omgang|gezag|hulpverlen"
    r"|traject|interventie|indicatie|ambulant|therapie|trauma|draagkracht|zelfredzaam"
    r"|middelen|gegevens|fase|prioriteit|risico|herstelgericht|z\.s\.m\."
)
EN_JARGON = (
    r"safeguard|stakeholder|perpetrator|victim|offender|escalat|monitor|evaluat|incident"
    r"|domestic|abuse|intervention|trajectory|assessment|phase|priority|priorities|risk|trauma"
    r"|custody|network|case director|asap"
)
# What this plan may never say: days without violence, promises, threats, "why" at a person.
NEVER = {
    "nl": r"zonder geweld|geweld is gestopt|dagen|komt goed|beloven|waarom|geheim|schuld|moet u",
    "en": r"without violence|violence has stopped|\bdays\b|will be fine|promise|\bwhy\b|fault",
}


def sentences(language: str) -> list[str]:
    """The template's own sentences, with one name in the place of every value."""
    found: list[str] = []
    for document in (filled(NAME, language), first_night(language), _phase(1, language)):
        result = render(document, ("md",))["md"]
        assert isinstance(result, Rendered)
        text, _ = read_md(result.data)
        found += [s.strip() for s in re.split(r"(?<=[.?!:])\s|\n", text)]
    values = {"Mila, Daan", "Duwen en slaan in huis", "Schreeuwen in de nacht", "Iedereen slaapt"}
    return [s for s in dict.fromkeys(found) if words(s) and not any(v in s for v in values)]


def _phase(phase: int, language: str) -> Document:
    made = filled(NAME, language)
    object.__setattr__(made, "phase", phase)
    return made


def words(sentence: str) -> list[str]:
    return re.findall(r"[A-Za-zÀ-ÿ'’-]*[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’-]*", sentence)


def flesch_douma(found: list[str]) -> float:
    """206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence."""
    spoken = [word.lower() for sentence in found for word in words(sentence) if word != NAME]
    syllables = sum(max(1, len(NL_VOWELS.findall(word))) for word in spoken)
    per_sentence = sum(len(words(sentence)) for sentence in found) / len(found)
    return 206.84 - 0.77 * 100 * syllables / len(spoken) - 0.93 * per_sentence


def test_the_measure_agrees_with_what_the_notes_measured() -> None:
    easy = ["Oma belt Karin.", "Het kind is veilig bij oma.", "Zij is daar thuis."]
    jargon = ["De casusregisseur monitort de veiligheidsafspraken conform het plan van aanpak."]
    assert flesch_douma(easy) > 85 > 50 > flesch_douma(jargon)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sentences_are_short(language: str) -> None:
    found = sentences(language)
    assert len(found) > 50
    long = [s for s in found if len(words(s)) > 10]
    assert not long
    whole = [s for s in found if s.endswith((".", "?"))]
    assert len(whole) > 25
    assert sum(len(words(s)) for s in whole) / len(whole) <= 7.5


def test_dutch_sentences_are_easy_to_read() -> None:
    found = sentences("nl")
    assert sum(len(words(s)) for s in found) > 150
    assert flesch_douma(found) >= 85


@pytest.mark.parametrize(("language", "jargon"), [("nl", JARGON), ("en", EN_JARGON)])
def test_there_is_no_jargon_and_nothing_that_may_never_be_said(language: str, jargon: str) -> None:
    found = sentences(language)
    assert len(found) > 50
    assert not [s for s in found if re.search(jargon, s, re.IGNORECASE)]
    assert not [s for s in found if re.search(NEVER[language], s, re.IGNORECASE)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_to_call_stands_first_and_last(language: str) -> None:
    result = render(first_night(language), ("md",))["md"]
    assert isinstance(result, Rendered)
    text, _ = read_md(result.data)
    assert text.count("112") == 2 and text.count("0800-2000") == 2
    assert text.index("112") < len(text) * 0.4


def test_both_languages_have_the_same_form() -> None:
    for make in (filled, lambda _, language: first_night(language)):
        forms = []
        for language in ("nl", "en"):
            result = render(make("x", language), ("md",))["md"]
            assert isinstance(result, Rendered)
            forms.append(read_md(result.data)[1])
        assert forms[0] == forms[1] and len(forms[0]) > 50


def test_both_languages_have_the_same_furniture() -> None:
    def keys(table: dict[str, object], way: str = "") -> set[str]:
        return {
            name
            for key, value in table.items()
            for name in (keys(value, f"{way}{key}.") if isinstance(value, dict) else {way + key})
        }

    found = [
        keys(tomllib.loads((data_folder("templates") / language / "page.toml").read_text("utf-8")))
        for language in ("nl", "en")
    ]
    assert found[0] == found[1] and len(found[0]) > 15
