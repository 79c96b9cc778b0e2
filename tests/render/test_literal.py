"""Any text comes back from each format character for character, and changes no structure."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.render.readers import READERS
from tests.render.samples import dossier, filled
from top3.document.model import Document
from top3.render import FORMATS, Rendered, render

HOSTILE = (
    "<b>x</b>",
    "<script>alert(1)</script>",
    "a | b",
    "een\ntwee",
    "een\n\ntwee",
    "    code",
    "# kop",
    "kop #",
    "[a](b)",
    "![a](b)",
    '#read("x") $x$ @ref <label>',
    "\\",
    "a\\",
    "*a* **b**",
    "_a_ __b__ a_b",
    "`x` ```x",
    "{{x}} {% for %}",
    "&lt; &amp; &#32;",
    "- een",
    "1. een",
    "> een",
    "--- ===",
    "---",
    "===",
    "~~x~~ ~",
    "::: card",
    ":::",
    "\ue0000\ue001",
    "\ue000\ue001 \ue0005",
    "=1+1",
    "Łukasz Şükrü Ğ ı",
    "it's \"so\" – 'n ding...",
    "http://x.nl/?a=1&b=2",
    "x" * 120,
    "| a | b |\n| --- | --- |\n| c | d |",
    "a: b",
    "e\u0301",
    " x ",
    "\u00a0x\u00a0",
    "+31 6 12 34 56 78",
)
_PIECES = [*HOSTILE, "oma Ria", "\n", " ", "é", "ß", "<", ">", "&", "'", '"', "#", "*", "_", "`"]
_PIECES += ["|", "~", "[", "]", "(", ")", "!", ":", "-", "+", "=", "1.", "\\", "{", "}", "  "]
TEXTS = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6).map("".join)
VISIBLE = TEXTS.filter(lambda text: any(c.isprintable() and not c.isspace() for c in text))


def made(document: Document, formats: Sequence[str] = FORMATS) -> Mapping[str, Rendered]:
    found = render(document, formats)
    assert set(found) == set(formats)
    for result in found.values():
        assert isinstance(result, Rendered), getattr(result, "error", None)
    return {name: result for name, result in found.items() if isinstance(result, Rendered)}


def spaced(text: str) -> str:
    """Text as a reader sees it: any run of white space is one space."""
    return " ".join(text.split())


def bare(text: str) -> str:
    """PDF text has lines of its own making: without white space, marks and letters joined."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


@cache
def skeleton_of(make: Callable[[str], Document], name: str) -> list[str]:
    """The structure of the same document with a harmless word in every place."""
    found = READERS[name](made(make("woord"), (name,))[name].data)[1]
    assert len(found) > 50
    return found


def assert_literal(make: Callable[[str], Document], value: str, times: int, *formats: str) -> None:
    for name, result in made(make(value), formats).items():
        text, skeleton = READERS[name](result.data)
        seen, wanted = (f(text) for f in (bare, spaced)), (f(value) for f in (bare, spaced))
        on_paper, on_screen = (a.count(b) for a, b in zip(seen, wanted, strict=True))
        assert (on_paper if name == "pdf" else on_screen) >= times, (name, value)
        assert skeleton == skeleton_of(make, name), (name, value)


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_is_just_text(value: str) -> None:
    assert_literal(filled, value, 30, "md", "html", "docx")


DRAWN = [value for value in HOSTILE if "\ue000" not in value]  # no font has private-use signs


@pytest.mark.parametrize("start", range(0, len(DRAWN), 6))
def test_hostile_text_is_just_text_in_the_pdf(start: int) -> None:
    assert_literal(filled, " ¶ ".join(DRAWN[start : start + 6]), 30, "pdf")


@pytest.mark.parametrize("value", ["a | b\n# c", "::: card\n{{ x }}", "*_`<b>"])
def test_hostile_text_is_just_text_in_the_professionals_copy(value: str) -> None:
    assert_literal(dossier, value, 120, *FORMATS)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(VISIBLE)
def test_any_text_is_just_text(value: str) -> None:
    assert_literal(filled, value, 30, "md", "html")


@settings(max_examples=10, deadline=None)
@given(VISIBLE)
def test_any_text_is_just_text_on_paper(value: str) -> None:
    document = filled(value.replace("\ue000", "").replace("\ue001", "") + "x")
    made(document, ("docx", "pdf"))


@pytest.mark.parametrize(
    ("value", "lost"),
    [
        ("Mila 🙂", ("🙂",)),
        ("王小明", ("小", "明", "王")),
        ("a\ue000b", ("\ue000",)),
        ("Mila", ()),
        ("王\u0615", ("\u0615", "王")),
        ("محمد", ()),
        ("Βαγγέλης Влад", ()),
    ],
)
def test_a_character_without_a_glyph_is_replaced_visibly_and_reported(
    value: str, lost: tuple[str, ...]
) -> None:
    result = made(filled(value), ("pdf",))["pdf"]
    assert result.replaced == lost
    text, _ = READERS["pdf"](result.data)
    assert ("\ufffd" in text) == bool(lost)


def test_right_to_left_text_stands_in_every_format() -> None:
    for name, result in made(filled("محمد عمر")).items():
        text, _ = READERS[name](result.data)
        found = unicodedata.normalize("NFKC", text)
        assert "محمد" in found or "دمحم" in found, name


def test_characters_that_no_format_can_hold_are_shown_as_unknown() -> None:
    for name, result in made(filled("a\x00\x1b\ud800b"), ("md", "html", "docx")).items():
        text, _ = READERS[name](result.data)
        assert "a\ufffd\ufffd\ufffdb" in text, name
