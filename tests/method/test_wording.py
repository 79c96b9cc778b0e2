"""How well the word lists find what they are for: precision and recall on labelled sentences."""

import re
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.method.stories import alone, case_of, told
from top3.method import wording
from top3.method.check import registry
from top3.words import Words

DAY = date(2024, 9, 2)
FILE = Path(__file__).parent / "sentences.toml"
HALVES = ("development", "held_out")
CODES = ("T110", "T111", "T112", "T113", "T411", "T412")
RULES = {rule.code: rule for rule in registry() if rule.code in CODES}
PEOPLE = {"Mark": "v1", "Dewi": "m1", "Finn": "k1", "Oma Ria": "n1", "Karin": "p1"}
LEAST_PRECISION = 0.9


@dataclass(frozen=True)
class Sentence:
    """One sentence, where it stands, and the codes that a person says it should give."""

    half: str
    place: str
    text: str
    wanted: frozenset[str]

    @property
    def found(self) -> frozenset[str]:
        """The codes it gives."""
        return _found(self)


@cache
def _found(sentence: Sentence) -> frozenset[str]:
    reading = told(story(sentence))
    return frozenset(code for code, rule in RULES.items() if alone(rule, reading, DAY))


def sentences() -> Iterator[Sentence]:
    """All of them, from the file."""
    for half, labels in tomllib.loads(FILE.read_text("utf-8")).items():
        for label, places in labels.items():
            wanted = frozenset() if label == "none" else frozenset(label.split())
            for place, texts in places.items():
                for text in texts:
                    yield Sentence(half, place, text, wanted)


def owners(text: str) -> list[str]:
    """Who does it: the people with whom the sentence begins; else Mark."""
    begin = re.match(r"(?:(?:Mark|Dewi|Finn|Oma Ria|Karin)(?: en )?)+", text)
    return [PEOPLE[name] for name in PEOPLE if begin and name in begin[0]] or ["v1"]


def story(sentence: Sentence) -> str:
    """A small family in which this one sentence stands in its place."""
    place, text = sentence.place, sentence.text.replace('"', "'")
    by = "[v1, m1]" if place.endswith("_both") else "v1"
    harmed = "k1" if place.endswith("_both") else "[m1, k1]"
    said = {"what": "Mark gaat naar buiten.", "when": "altijd", "if_not": "Bel 112."}
    said |= {"title": "Slaan", "wish": "Niemand slaat.", "incident": "Mark sloeg Dewi."}
    said[place.split("_")[0] if place != "if_not" else place] = text
    is_owned = place.startswith("what") and place != "what_mark"
    who = owners(text) if is_owned else ["v1"]
    ban = "maatregelen: [{id: b1, soort: contactverbod, geldt_voor: v1, beschermt: m1}]\n"
    return (
        "top3: 1\n"
        "team: {casusregisseur: {id: p1, naam: Karin, telefoon: 06-1}}\n"
        "gezin:\n"
        "  - {id: v1, naam: Mark, rol: vader}\n"
        "  - {id: m1, naam: Dewi, rol: moeder}\n"
        "  - {id: k1, naam: Finn, rol: kind, leeftijd: 9}\n"
        "netwerk: [{id: n1, naam: Ria, band: oma}]\n"
        "geweld:\n  incidenten:\n    - id: i1\n      datum: 2024-09-01\n"
        f'      wat: "{said["incident"]}"\n      door: {by}\n      tegen: {harmed}\n'
        f"{ban if place == 'what_ban' else ''}"
        "onveilige_situaties:\n  - id: s1\n    status: actief\n"
        f'    titel: "{said["title"]}"\n    wens: "{said["wish"]}"\n'
        f"    door: {by}\n    onveilig_voor: {harmed}\n"
        "    afspraken:\n      - id: a1\n"
        f"        wie: [{', '.join(who)}]\n        kijkt_mee: p1\n"
        f'        wat: "{said["what"]}"\n        wanneer: "{said["when"]}"\n'
        f'        als_het_misgaat: "{said["if_not"]}"\n'
    )


CASE = case_of("gezin: [{id: v1, naam: Mark}]")


@pytest.mark.parametrize(
    ("name", "text", "entry"),
    [
        ("vague", "Mark DOET  zijn\nbest.", "zijn best"),
        ("vague", "zijn beste vriend", None),
        ("vague", "", None),
        ("vague", None, None),
        ("vague", "z.s.m.", "z.s.m."),
        ("vague", "eerst soms, dan misschien", "soms"),
        ("vague", "Als Mark probeert te bellen.", None),
        ("vague", "Als Mark probeert te bellen, doet hij zijn best.", "zijn best"),
        ("services", "Speltherapie.", "therapie"),
        ("services", "therapieën", None),
        ("blame", "Dewi lokte het uit.", "lokte … uit"),
        ("blame", "Dewi lokte. Het is uit.", None),
        ("blame", "Dewi lokte; het is uit.", None),
        ("blame", f"Dewi lokte {'en ' * 30}uit.", "lokte … uit"),
        ("blame", f"Dewi lokte {'en ' * 40}uit.", None),
        ("blame", "Niet zijn eigen schuld.", None),
        ("two_sided", "één woordenwisseling", "woordenwisseling"),
        ("two_sided", "GEESCALEERD", "geëscaleerd"),
        ("two_sided", "conflictscheiding", None),
        ("jargon", "time-outs", "time-out"),
        ("jargon", "wij monitorden", "monitoren"),
        ("jargon", "het is geborgd", "borgen"),
        ("jargon", "de borg", None),
        ("jargon", "schaalt meteen op", "opschalen"),
        ("jargon", "risicofactoren", "risicofactor"),
        ("jargon", "pleger-aanpak", None),
        ("jargon", "het ’t gezag", "gezag"),
    ],
)
def test_what_a_phrase_finds(name: str, text: str | None, entry: str | None) -> None:
    assert wording.find(name, text, CASE) == entry


def test_a_phrase_that_is_left_to_another_list_is_not_found() -> None:
    assert wording.find("jargon", "Escalatie en stalking", CASE) == "escaleren"
    found = wording.find("jargon", "Escalatie en stalking", CASE, without="two_sided")
    assert found == "stalking"


def test_questions_are_conditions() -> None:
    said = wording.statements("Lukt het niet? Mark belt. Kan dat ook niet? Dan oma!")
    assert said.split() == ["Mark", "belt.", "Dan", "oma!"]
    assert not wording.statements(None)


def test_a_sentence_is_cut_where_something_else_is_said() -> None:
    text = "Mark belt Zoë als hij wil. Hij komt niet omdat het laat is!"
    parts = [part.strip() for part in wording.clauses(text, CASE)]
    assert parts == ["mark belt zoe", "hij wil", "hij komt niet", "het laat is", ""]
    assert [*wording.clauses(None, CASE)] == [""]


def test_english_words_have_english_endings() -> None:
    case = case_of("casus: {taal: en}")
    assert wording.find("jargon", "perpetrators", case) == "perpetrator"
    assert wording.find("jargon", "evaluated", case) == "evaluate"
    assert wording.find("jargon", "pleger", case) is None
    assert wording.meaning("perpetrator", case) == "the person who uses violence"
    assert [*wording.clauses("He calls when he can", case)] == ["he calls ", " he can"]


def test_a_long_text_is_searched_quickly() -> None:
    """A file may hold anything; a phrase with a gap must not make the search slow."""
    for text in ("lokte " * 20_000, "zorgt dat " * 20_000, "a" * 200_000, "als " * 20_000):
        begun = time.process_time()
        for name in ("blame", "prevent", "vague", "jargon"):
            wording.find(name, text, CASE)
        assert time.process_time() - begun < 5


ALL = [*sentences()]


@dataclass(frozen=True)
class Figures:
    """How often a rule was right, spoke too soon, and was silent too long."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what it found, the part that is right."""
        return self.right / (self.right + self.false)

    @property
    def recall(self) -> float:
        """Of what it should find, the part that it found."""
        return self.right / (self.right + self.missed)


def figures(code: str, half: str) -> Figures:
    mine = [s for s in ALL if s.half == half]
    return Figures(
        sum(code in s.wanted and code in s.found for s in mine),
        sum(code not in s.wanted and code in s.found for s in mine),
        sum(code in s.wanted and code not in s.found for s in mine),
    )


def test_there_are_enough_sentences_and_no_sentence_is_in_both_halves() -> None:
    assert len(ALL) >= 160
    assert sum(not s.wanted for s in ALL) >= 70
    assert {s.half for s in ALL} == set(HALVES)
    texts = [(s.place, s.text) for s in ALL]
    assert len(texts) == len(set(texts))
    for half in HALVES:
        for code in CODES:
            assert sum(code in s.wanted for s in ALL if s.half == half) >= 8, (half, code)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("code", CODES)
def test_what_a_list_finds_is_right(code: str, half: str, capsys: pytest.CaptureFixture) -> None:
    found = figures(code, half)
    counted = f"{found.right} right, {found.false} false, {found.missed} missed"
    said = f"precision {found.precision:.2f}, recall {found.recall:.2f} ({counted})"
    with capsys.disabled():
        print(f"\n{code} {half}: {said}", end="")  # noqa: T201
    assert found.precision >= LEAST_PRECISION


@pytest.mark.parametrize("half", HALVES)
def test_few_harmless_sentences_give_a_finding(half: str) -> None:
    harmless = [s for s in ALL if s.half == half and not s.wanted]
    assert sum(bool(s.found) for s in harmless) <= 0.1 * len(harmless)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_a_pattern_finds_is_always_searched_for(language: str) -> None:
    """A text is searched only when it has all stems of a phrase: no way to write one lacks any."""
    seen = 0
    for name in Words(language).entry("lists"):
        phrases = wording._phrases(name, language)
        if name in ("also", "endings") or phrases is None:
            continue
        for way in phrases.ways:
            said = wording.plain(way.removeprefix("-").replace("…", " iets anders "))
            forms = {said} | {
                said.removesuffix(ending) + wording.plain(other)
                for ending, others in phrases.endings.items()
                for other in others
                if said.endswith(ending)
            }
            for form in filter(phrases.pattern.search, forms):
                assert [*phrases.find(form)], (name, form)
                seen += 1
    assert seen > 400
