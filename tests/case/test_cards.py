"""The cards T001 to T010: for every trouble that reading can find, in Dutch and in English."""

import ast
import inspect
import re
import string
from collections import defaultdict
from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.case.troubles import OF_THE_PATH, TROUBLES
from top3.case import fields, loader, reader, translate
from top3.case.finding import Finding
from top3.case.reader import read
from top3.words import LANGUAGES, Words

CODES = [f"T{number:03}" for number in range(1, 11)]


def produced() -> set[tuple[str, str]]:
    """Read off the code itself which variants it can give.

    A variant is the last argument of a call that makes a finding, as text or through a name
    that the function gives a value; helpers that make findings of one code are listed.
    """
    helpers = {"_refusal": "T001", "_refuse": "T003"}
    found = {("T002", variant) for _, variant in loader._SYNTAX} | {("T002", "default")}
    for module in (loader, reader, translate):
        for function, call in calls(module):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if name in ("trouble", "add") and texts(call.args[0]):
                (code,) = texts(call.args[0])
                wanted = 3 if name == "trouble" else 4
                variant = call.args[-1] if len(call.args) == wanted else ast.Constant("default")
                found |= {(code, each) for each in variants_of(variant, function)}
            elif name in helpers and call.args:
                found |= {(helpers[name], each) for each in texts(call.args[0])}
    for _, call in calls(fields):
        if getattr(call.func, "id", "") in ("_fault", "_refuse"):
            found |= {("T007", each) for each in texts(call.args[0])}
    return found


def calls(module: ModuleType) -> Iterator[tuple[ast.FunctionDef, ast.Call]]:
    for function in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(function, ast.FunctionDef):
            for call in ast.walk(function):
                if isinstance(call, ast.Call):
                    yield function, call


def variants_of(node: ast.AST, function: ast.FunctionDef) -> set[str]:
    """Follow a name to what the function assigns to it, and `_length` to what it returns."""
    if not isinstance(node, ast.Name):
        return texts(node)
    found: set[str] = set()
    for item in ast.walk(function):
        if isinstance(item, ast.Assign):
            target, value = item.targets[0], item.value
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                target, value = target.elts[0], value.elts[0]
            if isinstance(target, ast.Name) and target.id == node.id:
                found |= texts(value) - {"top3"}
                found |= {"default", "many"} if "_length(" in ast.unparse(value) else set()
    return found


def texts(node: ast.AST) -> set[str]:
    return {
        item.value
        for item in ast.walk(node)
        if isinstance(item, ast.Constant) and isinstance(item.value, str) and item.value
    }


def examples() -> dict[tuple[str, str], list[Finding]]:
    found = defaultdict(list)
    for _, _, text, _ in TROUBLES:
        for finding in read(text if isinstance(text, bytes) else text.encode()).findings:
            found[finding.code, finding.variant].append(finding)
    for code, variant in OF_THE_PATH:
        found[code, variant] = list(reader._refusal(variant).findings)
    return found


EXAMPLES = examples()


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_the_examples_show_everything_that_the_code_can_find() -> None:
    assert len(EXAMPLES) > 40
    assert produced() == set(EXAMPLES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_a_card_has_exactly_the_variants_that_occur(code: str, language: str) -> None:
    card = Words(language).card(code)
    variants = {variant for found, variant in EXAMPLES if found == code}
    assert variants
    assert card["code"] == code
    assert card["title"]
    assert set(card["message"]) == set(card["hint"]) == variants
    assert set(card) == {"code", "title", "message", "hint"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "variant"), sorted(EXAMPLES))
def test_every_sentence_can_be_said_and_is_short(code: str, variant: str, language: str) -> None:
    words = Words(language)
    for finding in EXAMPLES[code, variant]:
        for part in ("message", "hint"):
            key = f"cards/{code}.{part}.{variant}"
            assert placeholders(words.entry(key)) <= set(finding.values)
            said = words.fill(words.entry(key), **finding.values)
            assert 10 < len(said) <= 200
            assert "{" not in said
            assert "\n" not in said
            assert said[-1] in ".?`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_programmers(language: str) -> None:
    jargon = [
        "mapping",
        "node",
        "anchor",
        "alias",
        "yaml",
        "parse",
        "token",
        "scalar",
        "syntax",
        "string",
        "boolean",
        "null",
    ]
    found = 0
    for code in CODES:
        card = Words(language).card(code)
        for sentence in (card["title"], *card["message"].values(), *card["hint"].values()):
            found += 1
            said = re.sub(r"`[^`]*`|\w*\.yaml", "", sentence).lower()
            assert not set(re.findall(r"\w+", said)) & set(jargon), sentence
    assert found > 80


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_in_hints_stay_short(language: str) -> None:
    """`default` lists the valid words, so it may only be given where the list is short."""
    assert translate._LISTED + len(Words(language).entry("cards/T006.hint.default")) < 200


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "nl"])
def test_every_language_says_the_same_things(language: str) -> None:
    dutch, words = Words("nl"), Words(language)
    for code in CODES:
        for part in ("message", "hint"):
            for variant, sentence in dutch.card(code)[part].items():
                other = words.card(code)[part][variant]
                assert placeholders(sentence) == placeholders(other), (code, variant)
                assert sentence != other
