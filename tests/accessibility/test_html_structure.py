"""Every copy's page without a browser: language, headings, landmarks, tables, links, pictures."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from lxml import html as parser

from tests.accessibility.copies import (
    EXAMPLES,
    PROFESSIONAL,
    Which,
    cases,
    copies,
    document,
    for_family,
    made,
)

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FILLED = ("p", "li", "dt", "dd", "td", "th", "caption", "a", "strong", "figcaption", *HEADINGS)
ONLY_IN = {
    "li": ("ul", "ol"),
    "dt": ("div", "dl"),
    "dd": ("div", "dl"),
    "tr": ("thead", "tbody"),
    "th": ("tr",),
    "td": ("tr",),
    "figcaption": ("figure",),
    "caption": ("table",),
}
every_copy = pytest.mark.parametrize("which", cases())


def page(which: Which) -> parser.HtmlElement:
    return parser.document_fromstring(made(which, "html").decode())


def text(element: parser.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_example_has_copies_for_professionals_and_some_for_families() -> None:
    found = [(stem, reader) for stem, reader, _ in copies()]
    assert len(found) == len(set(found)) == len(cases())
    assert {path.stem for path in EXAMPLES} == {stem for stem, r in found if r == PROFESSIONAL}
    assert len([which for which in found if for_family(which)]) > 10
    assert {document(which).language for which in found} == {"nl", "en"}


def test_there_are_tables_pictures_and_numbers_to_look_at() -> None:
    found: Counter[str] = Counter()
    for stem, reader, _ in copies():
        found.update(str(element.tag) for element in page((stem, reader)).iter())
    assert found["table"] > 10 and found["svg"] > 10 and found["a"] > 50 and found["dl"] > 50


@every_copy
def test_the_page_says_its_language_and_what_it_is(which: Which) -> None:
    root = page(which)
    assert root.get("lang", "").split("-")[0] == document(which).language
    title = text(root.find(".//title"))
    assert len(title) > 10
    assert not set(document(which).names) & set(re.findall(r"\w+", title))
    views = root.xpath("//meta[@name='viewport']/@content")
    assert len(views) == 1 and "width=device-width" in views[0]
    assert not re.search("maximum-scale|minimum-scale|user-scalable", views[0])
    assert made(which, "html").startswith(b"<!doctype html>")


@every_copy
def test_headings_begin_with_the_title_and_skip_no_level(which: Which) -> None:
    found = list(page(which).iter(*HEADINGS))
    levels = [int(element.tag[1]) for element in found]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_copy
def test_all_words_are_in_the_header_the_main_part_or_the_footer(which: Which) -> None:
    body = page(which).find("body")
    parts = [element.tag for element in body]
    assert parts.count("main") == 1
    assert parts == [tag for tag in ("header", "main", "footer") if tag in parts]
    assert not (body.text or "").strip() and not any((e.tail or "").strip() for e in body)
    assert len(body.findall("main//h1")) == 1


@every_copy
def test_nothing_is_empty_and_everything_stands_where_it_may(which: Which) -> None:
    root = page(which)
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    assert len(elements) > 20
    assert not [e.tag for e in elements if e.tag in FILLED and not text(e)]
    for element in elements:
        if element.tag in ONLY_IN:
            assert element.getparent().tag in ONLY_IN[element.tag], element.tag
    for listed in root.iter("ul", "ol"):
        assert len(listed) and {child.tag for child in listed} == {"li"}
    for terms in root.iter("dl"):
        for pair in terms:
            assert pair.tag == "div" and [child.tag for child in pair] == ["dt", "dd"]
    ids = [value for element in elements if (value := element.get("id"))]
    assert len(ids) == len(set(ids))


@every_copy
def test_a_table_has_a_caption_and_header_cells(which: Which) -> None:
    tables = page(which).findall(".//table")
    assert not (for_family(which) and tables)  # cards: five columns don't fit on a phone
    assert tables or for_family(which)
    for table in tables:
        assert table[0].tag == "caption"
        heads = table.findall("thead/tr/th")
        assert len(heads) > 1 and {head.get("scope") for head in heads} == {"col"}
        rows = table.findall("tbody/tr")
        assert rows and {len(row) for row in rows} == {len(heads)}
        assert not table.xpath(".//*[@colspan or @rowspan] | .//table")
        around = table.getparent()
        assert (around.get("class"), around.get("role"), around.get("tabindex")) == (
            "wide",
            "region",
            "0",
        )
        assert around.get("aria-label") == text(table[0])


@every_copy
def test_the_captions_of_one_page_differ(which: Which) -> None:
    """Why: who jumps from table to table hears the captions alone."""
    captions = Counter(text(caption) for caption in page(which).iter("caption"))
    assert not {caption: count for caption, count in captions.items() if count > 1}


@every_copy
def test_a_link_calls_the_number_that_it_shows(which: Which) -> None:
    for link in page(which).iter("a"):
        shown = re.sub(r"[^0-9+]", "", text(link))
        assert len(shown) >= 3
        assert link.get("href") == f"tel:{shown}"


@every_copy
def test_a_picture_has_a_short_text_and_words_below_it(which: Which) -> None:
    root = page(which)
    assert not root.findall(".//img")
    spoken = root.xpath("//svg[not(@aria-hidden='true')]")  # a pictogram stands beside its words
    assert spoken == root.xpath("//figure/svg")
    for figure in root.iter("figure"):
        picture, below = figure
        assert (picture.tag, below.tag, picture.get("role")) == ("svg", "figcaption", "img")
        label = picture.get("aria-label")
        assert 20 < len(label) <= 150
        assert not re.match("(afbeelding|plaatje|foto|image|picture) ", label, re.IGNORECASE)


@every_copy
def test_the_page_is_complete_in_itself(which: Which) -> None:
    root = page(which)
    assert not list(root.iter("script", "iframe", "object", "embed", "link", "form", "base"))
    for element in root.iter():
        names = {str(name) for name in element.attrib}
        assert not {name for name in names if name.startswith("on")} and "src" not in names
    style = "".join(root.xpath("//style/text()"))
    assert "@page" in style and not re.search(r"url\(|@import|user-select|pointer-events", style)


@every_copy
def test_a_card_begins_with_its_heading(which: Which) -> None:
    for card in page(which).iter("section"):
        first = next(element for element in card.iter(*FILLED))
        assert first.tag in HEADINGS
