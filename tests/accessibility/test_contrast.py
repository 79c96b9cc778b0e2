"""The colours of the page and of the PDF, pair by pair, computed as WCAG defines contrast.

What a style can lay on what is read from the styles themselves; `test_html_axe.py` measures the
pairs that a browser really shows.
"""

import re
from itertools import product

from tests.accessibility.copies import copies, made
from tests.render.test_look import contrast
from top3.words import data_folder

STYLE = data_folder("templates") / "style"
PAPER = "#FFFFFF"
FAMILY, GRAPHIC = 7, 3


def css() -> list[tuple[str, str, str]]:
    """Give every selector, property and value that speaks of colour, with names looked up."""
    sheet = (STYLE / "page.css").read_text("utf-8")
    colours = dict(re.findall(r"--(\w+): (#[0-9A-Fa-f]{6});", sheet))
    found = []
    for selectors, declared in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        for name, value in re.findall(r"([a-z-]+):\s*([^;]+)", declared):
            for colour in re.findall(r"var\(--(\w+)\)", value):
                if colour in colours:
                    found += [(s.strip(), name, colours[colour]) for s in selectors.split(",")]
    return found


def of(*properties: str) -> dict[str, set[str]]:
    """Give the colours of these properties, with the selectors that use them."""
    found: dict[str, set[str]] = {}
    for selector, name, colour in css():
        if name in properties:
            found.setdefault(colour, set()).add(selector)
    return found


def test_the_styles_are_read() -> None:
    assert {"#1A1A1A", "#004488"} <= set(of("color"))
    assert {PAPER, "#F2F5F9", "#DDAA33"} <= set(of("background"))
    assert len(of("border", "border-top", "border-bottom", "border-left", "outline")) > 2
    assert len(typst()) >= 5


def test_words_on_the_page_have_the_contrast_that_families_need() -> None:
    """Blue on yellow is the one pair that falls short, so nothing blue may be in a yellow box."""
    pairs = [*product(of("color"), of("background"))]
    assert len(pairs) >= 6
    weak = {(text, ground) for text, ground in pairs if contrast(text, ground) < FAMILY}
    assert weak <= {("#004488", "#DDAA33")}
    box = re.compile(r'<div class="provisional">(.*?)</div>', re.DOTALL)
    pages = [made((stem, reader), "html").decode() for stem, reader, _ in copies()]
    yellow = [inner for page in pages for inner in box.findall(page)]
    assert len(yellow) > 3
    assert not [inner for inner in yellow if re.search("<h[1-6]|<a ", inner)]


def test_lines_and_frames_on_the_page_can_be_seen() -> None:
    lines = of("border", "border-top", "border-bottom", "border-left", "outline")
    for colour, ground in product(lines, (PAPER, "#F2F5F9")):
        assert contrast(colour, ground) >= GRAPHIC, (colour, ground)


def typst() -> dict[str, str]:
    """Give the named colours of the PDF's template."""
    template = (STYLE / "page.typ").read_text("utf-8")
    return dict(re.findall(r'#let (\w+) = rgb\("(#[0-9A-Fa-f]{6})"\)', template))


def test_words_in_the_pdf_have_the_contrast_that_families_need() -> None:
    template, colours = (STYLE / "page.typ").read_text("utf-8"), typst()
    named = "|".join(colours)
    for_text = re.findall(rf"(?:set )?text\([^()]*?fill: [^()]*?\b({named})\b", template)
    # a look's first fill is a ground; the mark in the header is given one as well
    grounds = set(re.findall(rf"\w+: \(fill: ({named})", template))
    grounds |= set(re.findall(rf"mark\([\w.]+, ({named})\)", template))
    assert {"ink", "blue"} <= set(for_text) and grounds == {"wash", "yellow"}
    boxed = re.search(r"#let boxed\(.*?\n}", template, re.DOTALL)
    assert boxed and "show heading: set text(size, fill: ink)" in boxed[0]
    # inside a box headings are ink; the bullets of its lists are not
    for text, ground in {*product(for_text, ("paper",)), *product(["ink"], grounds)}:
        assert contrast(colours[text], colours.get(ground, PAPER)) >= FAMILY, (text, ground)
    for line in re.findall(rf"[\d.]+pt \+ ({named})", template):
        assert contrast(colours[line], PAPER) >= GRAPHIC, line


def test_bullets_in_the_pdf_are_seen_on_every_ground() -> None:
    template, colours = (STYLE / "page.typ").read_text("utf-8"), typst()
    marker = re.search(r"set list\(marker: text\(fill: (\w+)\)", template)
    assert marker
    for ground in (PAPER, colours["wash"], colours["yellow"]):
        assert contrast(colours[marker[1]], ground) >= GRAPHIC
