"""The house stands as drawn: labels, readers of fields, no network, one way of imports."""

import re
import socket
from datetime import date
from pathlib import Path

import pytest

from top3.case.fields import Entry, Key
from top3.case.model import Case
from top3.case.reader import read_file
from top3.case.shape import shapes
from top3.document.release import examine
from top3.render import FORMATS, Rendered, render

ROOT = Path(__file__).parents[1]


def models() -> list[type[Entry]]:
    found: list[type[Entry]] = []

    def walk(model: type[Entry]) -> None:
        if model not in found:
            found.append(model)
            for shape in shapes(model):
                if shape.model is not None:
                    walk(shape.model)

    walk(Case)
    return found


def test_every_field_says_who_may_see_it():
    assert len(models()) > 25
    for model in models():
        for shape in shapes(model):
            assert isinstance(shape.key, Key), f"{model.__name__}.{shape.name}"


def test_every_field_is_read_by_a_rule_a_ranking_or_a_template():
    sources = [
        *(ROOT / "top3" / "method").rglob("*.py"),
        *(ROOT / "top3" / "document").rglob("*.py"),
    ]
    sources += [*(ROOT / "templates").rglob("*.j2"), ROOT / "top3" / "case" / "cut.py"]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    assert len(text) > 10_000
    unread = [
        f"{model.__name__}.{shape.name}"
        for model in models()
        for shape in shapes(model)
        if shape.name != "top3"
        and not re.search(rf"(?:\.|\")({shape.name}|{shape.name.rstrip('_')})\b", text)
    ]
    assert not unread


def test_no_socket_is_opened(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    exam = examine(read_file(ROOT / "examples" / "julia-en-tom.yaml"), date(2024, 9, 2))
    assert len(exam.copies) >= 5
    for document in exam.copies.values():
        made = render(document, FORMATS)
        assert len(made) == 4 and all(isinstance(m, Rendered) for m in made.values())


@pytest.mark.parametrize("folder", ["top3/method/rules", "top3/document/rules"])
def test_a_rule_file_is_its_code_and_its_function(folder):
    files = sorted((ROOT / folder).glob("T*.py"))
    assert files
    for path in files:
        text = path.read_text("utf-8")
        assert re.search(rf"^def {path.stem}\(", text, re.M)
        for language in ("nl", "en"):
            assert (ROOT / "templates" / language / "cards" / f"{path.stem}.toml").is_file()


def test_both_languages_have_the_same_words():
    nl = {
        p.relative_to(ROOT / "templates" / "nl")
        for p in (ROOT / "templates" / "nl").rglob("*")
        if p.is_file()
    }
    en = {
        p.relative_to(ROOT / "templates" / "en")
        for p in (ROOT / "templates" / "en").rglob("*")
        if p.is_file()
    }
    assert nl and nl == en
    import tomllib

    for name in sorted(path for path in nl if path.suffix == ".toml"):
        if name.stem in ("lists", "secrets"):
            continue
        one, two = (
            tomllib.loads((ROOT / "templates" / code / name).read_text("utf-8"))
            for code in ("nl", "en")
        )
        assert keys(one) == keys(two), name


def keys(tree: object, way: str = "") -> set[str]:
    if not isinstance(tree, dict):
        return {way}
    return {found for name, part in tree.items() for found in keys(part, f"{way}.{name}")}


def test_every_vocabulary_word_can_be_shown():
    from enum import Enum

    from top3.case import vocabulary
    from top3.case.finding import Severity
    from top3.method.agreed import Part
    from top3.method.ranking import Criterion
    from top3.words import LANGUAGES, Words

    words = [
        kind
        for kind in vars(vocabulary).values()
        if isinstance(kind, type)
        and issubclass(kind, vocabulary.Word)
        and kind is not vocabulary.Word
    ]
    assert len(words) > 20
    words.remove(vocabulary.Language)  # shown by its code in every language
    for kind in (*words, Part, Criterion, Severity):
        assert issubclass(kind, Enum)
        for member in kind:
            for language in LANGUAGES:
                assert Words(language).show(member).strip()


def test_the_readme_has_both_commands_each_alone():
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    assert len(blocks) >= 2
    assert (
        blocks[0].strip().count("\n") == 0
        and "top3 plan examples/julia-en-tom.yaml --date 2024-09-02" in blocks[0]
    )
    assert blocks[1].strip().count("\n") == 0 and "-m pytest" in blocks[1]


def test_paths_that_contributing_names_exist():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    paths = set(re.findall(r"`((?:top3|templates|tests|examples|benchmarks|\.ci)/[\w./-]*)`", text))
    assert len(paths) >= 8
    missing = [path for path in paths if not (ROOT / path).exists()]
    assert not missing
