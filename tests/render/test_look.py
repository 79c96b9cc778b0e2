"""Colour and picture: enough contrast, the same palette everywhere, never colour alone."""

import re
from xml.etree import ElementTree

import pytest

from top3.render.pictures import phase_figure
from top3.render.tree import Break, plain
from top3.words import Words, data_folder

INK, PAPER, BLUE, YELLOW, RED = "#1A1A1A", "#FFFFFF", "#004488", "#DDAA33", "#BB5566"
LINE, WASH = "#6B6B6B", "#F2F5F9"
SVG = "{http://www.w3.org/2000/svg}"
STYLE = data_folder("templates") / "style"


def light(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        (INK, PAPER, 7),
        (INK, WASH, 7),
        (INK, YELLOW, 7),
        (BLUE, PAPER, 7),
        (BLUE, WASH, 7),
        (PAPER, BLUE, 7),
        (LINE, PAPER, 3),
    ],
)
def test_every_pair_of_colours_has_enough_contrast(text: str, ground: str, least: float) -> None:
    assert contrast(text, ground) >= least


def test_the_contrast_is_computed_as_known() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast(INK, PAPER) == pytest.approx(17.4, abs=0.05)


@pytest.mark.parametrize("name", ["page.css", "page.typ"])
def test_styles_use_the_palette_alone(name: str) -> None:
    text = (STYLE / name).read_text("utf-8")
    found = {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", text)}
    assert len(found) >= 5
    assert found <= {INK, PAPER, BLUE, YELLOW, RED, LINE, WASH}


@pytest.mark.parametrize("wall", [False, True])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("phase", [1, 2, 3])
def test_the_figure_says_in_words_and_shape_where_we_are(
    phase: int, language: str, wall: bool
) -> None:
    words = Words(language)
    figure = phase_figure(phase, words, wall=wall)
    drawn = ElementTree.fromstring(figure.svg)  # noqa: S314 - our own drawing
    texts = ["".join(node.itertext()) for node in drawn.iter(f"{SVG}text")]
    where = "page.phase.wall" if wall else "page.phase"
    names = [words.say(f"{where}.name{number}") for number in (1, 2, 3)]
    assert [text for text in texts if text in names] == names
    now = words.say("page.phase.now")
    assert texts.count(now) == 1
    assert texts[texts.index(now) - 2] == names[phase - 1]
    widths = [float(node.get("stroke-width", "0")) for node in drawn.iter(f"{SVG}rect")]
    assert widths.index(max(widths)) == phase - 1 and widths.count(max(widths)) == 1
    colours = {c.upper() for c in re.findall(r"#[0-9A-Fa-f]{6}", figure.svg)}
    assert colours <= {INK, PAPER, BLUE, YELLOW, LINE}


@pytest.mark.parametrize("wall", [False, True])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("phase", [1, 2, 3])
def test_the_figure_and_its_text_say_the_same(phase: int, language: str, wall: bool) -> None:
    words = Words(language)
    figure = phase_figure(phase, words, wall=wall)
    assert str(phase) in figure.alt and 20 < len(figure.alt) <= 150
    rows = plain(figure.line).split("\n")
    assert len(rows) == 3 == figure.line.count(Break()) + 1
    for number, row in enumerate(rows, 1):
        state = "now" if number == phase else "done" if number < phase else "later"
        name = words.say(f"page.phase{'.wall' if wall else ''}.name{number}")
        assert row == words.say(f"page.phase.text_{state}", number=number, name=name)


def test_a_plan_has_no_fourth_phase() -> None:
    with pytest.raises(ValueError, match="phase"):
        phase_figure(4, Words("nl"))
