"""The starter file: in order as it is, and its examples are right, complete and labelled."""

import re

import pytest

from tests.case.family import models
from top3.case.cut import EVERYONE, cut
from top3.case.fields import Entry, Label
from top3.case.model import Case
from top3.case.reader import Reading, read
from top3.case.shape import shapes
from top3.case.translate import _LISTED
from top3.words import LANGUAGES, data_folder

LINE = "## ====="

# The marks of the starter: what each says of who reads the field. They are part of what is
# typed, like keys and words: in every language's starter they are Dutch or English.
MARKS = {
    "nl": ["iedereen", "toestemming", "eigen", "kind", "team", "vrijgave", "niemand"],
    "en": ["everyone", "consent", "own", "child", "team", "release", "nobody"],
}


def starter(language: str) -> str:
    return (data_folder("templates") / language / "starter.yaml").read_text("utf-8")


def parts(language: str) -> tuple[str, str]:
    """The first screen, and the worked example below it."""
    above, below = starter(language).split(LINE, 1)
    return above, LINE + below


def uncommented(text: str) -> str:
    """Take away the first # of every example; explanations (##) stay comments."""
    return re.sub("^# ?(?!#)", "", text, flags=re.MULTILINE)


def typed(language: str) -> str:
    """Whether the keys and words in a language's starter are Dutch or English."""
    return read(starter(language).encode()).language


def example(language: str) -> str:
    return "top3: 1\n" + uncommented(parts(language)[1])


def sound(text: str) -> Reading:
    reading = read(text.encode())
    assert reading.findings == ()
    assert reading.case is not None
    return reading


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_reads_without_a_finding_as_it_is(language: str) -> None:
    reading = sound(starter(language))
    assert reading.language == (language if language in MARKS else typed(language))
    assert reading.case is not None
    assert reading.case.info.language == language
    assert [member.name for member in reading.case.members] == [None] * 3
    assert len(reading.case.situations[0].agreements) == 1
    assert cut(reading.case, EVERYONE).members == reading.case.members


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_reads_with_its_examples_too(language: str) -> None:
    reading = sound(uncommented(parts(language)[0]))
    assert reading.case is not None
    assert len(reading.case.measures) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worked_example_reads_without_a_finding(language: str) -> None:
    reading = sound(example(language))
    assert reading.language == typed(language)
    assert reading.case is not None and reading.case.info.language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_new_part_can_be_uncommented_where_it_stands(language: str) -> None:
    above, below = parts(language)
    there = set(re.findall(r"^(?:# )?(\w+):", above, re.MULTILINE))
    blocks = re.findall(r"^# \w+:.*\n(?:#  .*\n)+", below, re.MULTILINE)
    new = [block for block in blocks if re.match(r"# (\w+)", block)[1] not in there]  # type: ignore[index]
    assert len(blocks) == len(shapes(Case)) - 1
    assert len(new) > 10
    sound(uncommented(above + "".join(new)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_is_a_screen(language: str) -> None:
    above, below = parts(language)
    assert above.count("\n") <= 54
    assert max(len(line) for line in (above + below).splitlines()) <= 80


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_the_model_is_shown(language: str) -> None:
    shown = {
        field for path in sound(example(language)).marks for field in [field_at(path)] if field
    } | {("Case", "top3")}
    wanted = {(model.__name__, shape.name) for model in models() for shape in shapes(model)}
    assert len(wanted) > 200
    assert wanted - shown == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_says_who_reads_the_field(language: str) -> None:
    """A field is marked where it first stands; every further mark agrees."""
    text = starter(language).replace(LINE, "## -", 1)
    lines = {"above": parts(language)[0], "below": parts(language)[1]}
    marked: dict[tuple[str, str], str] = {}
    for where, part in lines.items():
        head = "" if where == "above" else "top3: 1\n"
        reading = sound(head + uncommented(part))
        for path, place in sorted(reading.marks.items(), key=lambda item: item[1]):
            field = field_at(path)
            if not field or isinstance(path[-1], int):
                continue
            written = reading.lines[place.line - 1]
            mark = re.search(r"#.*?\[(\w+)\]", written)
            if mark:
                assert mark[1] == who_reads(path, typed(language)), written
                marked[field] = mark[1]
            elif not is_part(path):
                assert field in marked or (where, path) == ("below", ("top3",)), written
    assert len(marked) > 150
    for mark_word in MARKS[typed(language)]:
        assert f"[{mark_word}]" in text
        assert mark_word in marked.values()


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_word_lists_are_in_the_file(language: str) -> None:
    """The hint of T006 sends the reader here for the words that do not fit in it."""
    prose = " ".join(re.findall(r"^## (.*)$", starter(language), re.MULTILINE))
    listed = {word.strip(" .").lower() for word in re.split(r"[,:.(]", prose)}
    found = 0
    for model in models():
        for shape in shapes(model):
            written = [word.written(typed(language)) for word in shape.words or ()]
            if len(", ".join(written)) > _LISTED:
                found += 1
                assert set(written) <= listed, (model.__name__, shape.name)
    assert found >= 3


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "nl"])
def test_every_language_shows_the_same_family(language: str) -> None:
    for part in (0, 1):
        dutch, other = (
            [
                path
                for path in sound("top3: 1\n" * part + uncommented(parts(code)[part])).marks
                if part or path[:1] != ("info",)  # a third language is named on the first screen
            ]
            for code in ("nl", language)
        )
        assert dutch == other
        assert len(dutch) > 30


def along(path: tuple[str | int, ...]) -> list[tuple[type[Entry], str]]:
    model: type[Entry] = Case
    found = []
    for name in (step for step in path if isinstance(step, str)):
        found.append((model, name))
        shape = next(shape for shape in shapes(model) if shape.name == name)
        model = shape.model or model
    return found


def field_at(path: tuple[str | int, ...]) -> tuple[str, str] | None:
    way = along(path)
    return (way[-1][0].__name__, way[-1][1]) if way else None


def is_part(path: tuple[str | int, ...]) -> bool:
    model, name = along(path)[-1]
    return next(shape for shape in shapes(model) if shape.name == name).model is not None


def who_reads(path: tuple[str | int, ...], language: str) -> str:
    """Say who reads what stands at `path`: its own label and those of the parts around it."""
    words = dict(
        zip(
            ["everyone", "consent", "own", "child", "team", "release", "nobody"],
            MARKS[language],
            strict=True,
        )
    )
    result = "everyone"
    for model, name in along(path):
        key = next(shape.key for shape in shapes(model) if shape.name == name)
        if key.label is Label.NOBODY or result == "nobody":
            result = "nobody"
        elif key.shareable:
            result = "release"
        elif key.label is Label.PROFESSIONAL or result == "team":
            result = "team"
        elif key.label is Label.OWN:
            result = "own"
        elif key.label is Label.CHILD:
            result = "child"
        elif key.label is Label.NAMED:
            result = "consent"
    return words[result]
