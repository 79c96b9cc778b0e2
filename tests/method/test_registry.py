"""The registry: file, code and function are one name; a card in each language says it all."""

import ast
import re
import string
from datetime import date
from enum import Enum
from pathlib import Path

import pytest

from tests.method.stories import alone, case_of, fixtures
from top3.case.fields import ID_FORM
from top3.case.finding import Finding
from top3.method import rules, wording
from top3.method.check import registry
from top3.words import LANGUAGES, Words, data_folder

KEYS = (
    "code", "title", "phase", "what", "why", "source", "ask", "good", "bad", "repair",
    "false_alarms",
)  # fmt: skip
FOLDER = Path(rules.__path__[0])
RULES = {rule.code: rule for rule in registry()}
CARDS = [(language, code) for language in LANGUAGES for code in sorted(RULES)]


def found_by(code: str) -> list[Finding]:
    mine = [fixture for fixture in fixtures() if fixture.code == code]
    assert mine
    return [found for f in mine for found in alone(RULES[code], f.reading(), f.day)]


FOUND = {code: found_by(code) for code in RULES}
LISTED = {
    word.removeprefix("-")
    for language in LANGUAGES
    for words in Words(language).entry("lists").values()
    for word in (*words, *(words.values() if isinstance(words, dict) else ()))
    if isinstance(word, str)
}
"""Every entry of the word lists, and the plain words for jargon."""


def test_file_code_and_function_are_one_name() -> None:
    files = {path.stem for path in FOLDER.glob("T*.py")}
    assert len(files) >= 19
    assert files == set(RULES)
    assert all(rule.check.__name__ == code for code, rule in RULES.items())
    assert all(rule.check.__doc__ for rule in RULES.values()), "a rule names its source"


def test_every_rule_file_is_named_as_the_method_names_it() -> None:
    for path in FOLDER.glob("T*.py"):
        first = path.read_text("utf-8").splitlines()[0]
        assert first.startswith(f'"""{path.stem}: ')


@pytest.mark.parametrize(("language", "code"), CARDS)
def test_a_card_is_complete(language: str, code: str) -> None:
    card = Words(language).card(code)
    assert set(card) == {*KEYS, "message", "hint"}
    assert card["code"] == code
    assert all(card[key].strip() for key in KEYS)
    assert len(card["title"]) <= 35


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_names_its_source_in_words_that_a_trainer_knows(language: str) -> None:
    """A printed answer says where a rule comes from: not a file of ours, not a mark like [D]."""
    cards = sorted((data_folder("templates") / language / "cards").glob("*.toml"))
    assert len(cards) >= len(RULES)
    sources = {path.stem: Words(language).card(path.stem).get("source", "") for path in cards}
    assert [code for code, said in sources.items() if re.search(r"\.md|§|\[\w\]", said)] == []


@pytest.mark.parametrize(("language", "code"), CARDS)
def test_a_card_has_a_message_and_a_hint_for_each_variant(language: str, code: str) -> None:
    card = Words(language).card(code)
    yields = {finding.variant for finding in FOUND[code]}
    assert set(card["message"]) == set(card["hint"]) == yields
    assert all(text.strip() for part in ("message", "hint") for text in card[part].values())


@pytest.mark.parametrize("code", sorted(RULES))
def test_the_source_names_no_other_variant(code: str) -> None:
    """What a rule can yield is seen in the fixtures; its source holds no variant beyond these."""
    tree = ast.parse((FOLDER / f"{code}.py").read_text("utf-8"))
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Hit"
    ]
    assert calls
    named: set[str] = set()
    for call in calls:
        given = [*call.args[2:3], *(k.value for k in call.keywords if k.arg == "variant")]
        words = [n.value for g in given for n in ast.walk(g) if isinstance(n, ast.Constant)]
        named |= {word for word in words if isinstance(word, str)} if given else {"default"}
    assert named <= {finding.variant for finding in FOUND[code]}


@pytest.mark.parametrize(("language", "code"), CARDS)
def test_placeholders_are_filled_by_what_the_rule_gives(language: str, code: str) -> None:
    card = Words(language).card(code)
    for finding in FOUND[code]:
        for part in ("message", "hint"):
            pieces = string.Formatter().parse(card[part][finding.variant])
            wanted = {name for _, name, _, _ in pieces if name}
            assert wanted <= set(finding.values)


@pytest.mark.parametrize(("language", "code"), CARDS)
def test_a_message_is_short(language: str, code: str) -> None:
    card = Words(language).card(code)
    for part in ("message", "hint"):
        for text in card[part].values():
            assert len(text) <= 100, text
            assert "\n" not in text


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_finding_holds_no_text_of_the_file(code: str) -> None:
    """Ids, numbers, dates and vocabulary words only (law 4)."""
    for finding in FOUND[code]:
        for value in finding.values.values():
            for one in value if isinstance(value, tuple) else (value,):
                is_id = isinstance(one, str) and bool(ID_FORM.fullmatch(one))
                assert is_id or one in LISTED or isinstance(one, (int, date, Enum)), one


def test_a_list_entry_in_a_message_is_the_list_s_own() -> None:
    """`word` and `near` give what the list says, never what the file says."""
    told = [f.values for found in FOUND.values() for f in found if "word" in f.values]
    assert len(told) > 20
    assert all(values["word"] in LISTED for values in told)


def test_the_languages_differ() -> None:
    for code in RULES:
        dutch, english = (Words(language).card(code) for language in ("nl", "en"))
        assert all(dutch[key] != english[key] for key in KEYS if key not in ("code", "source"))


LISTS = {
    "prevent", "contact", "not", "between", "vague", "not_vague", "services", "acts", "blame",
    "not_blame", "two_sided", "not_jargon", "nobody", "csg", "jargon", "also", "endings",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_lists_are_lower_case_words(language: str) -> None:
    lists = Words(language).entry("lists")
    assert set(lists) >= LISTS
    for name in LISTS - {"endings"}:
        assert lists[name]
        assert len(lists[name]) == len(set(lists[name]))
        assert all(word == word.lower().strip() for word in lists[name])
    assert all(" " not in word for name in ("contact", "not") for word in lists[name])


@pytest.mark.parametrize("language", LANGUAGES)
def test_jargon_has_plain_words_that_are_no_jargon(language: str) -> None:
    lists = Words(language).entry("lists")
    assert set(lists["also"].values()) <= set(lists["jargon"])
    assert not set(lists["also"]) & set(lists["jargon"])
    assert "" in lists["endings"]
    assert all(end in forms for end, forms in lists["endings"].items())
    case = case_of(f"casus: {{taal: {language}}}")
    for word, near in lists["jargon"].items():
        assert wording.find("jargon", word, case) == word
        assert wording.find("jargon", near, case) is None, near
    for form, word in lists["also"].items():
        assert wording.find("jargon", form.replace("…", "nu"), case) == word
