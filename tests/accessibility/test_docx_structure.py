"""Every copy's Word file: real headings, lists and tables, in its language, large enough.

The ordinary run takes one copy of each kind; `pytest -m long` and `.ci/run` take all.
"""

import re
import zipfile
from collections import Counter
from functools import cache
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from lxml import html as parser

from tests.accessibility.copies import Which, document, for_family, made, spread
from tests.render.readers import W, part

XML = ElementTree.Element
DC = "{http://purl.org/dc/elements/1.1/}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
FORBIDDEN = {"gridSpan", "vMerge", "txbxContent", "pict", "anchor", "AlternateContent", "object"}
FORBIDDEN |= {"ins", "del", "commentReference", "vanish", "caps", "smallCaps", "i", "u", "sdt"}
each_copy = pytest.mark.parametrize("which", spread())


@cache
def body(which: Which) -> XML:
    return part(made(which, "docx"), "word/document.xml")


@cache
def styles(which: Which) -> dict[str, XML]:
    """Give the styles by id."""
    found = part(made(which, "docx"), "word/styles.xml").iter(f"{W}style")
    return {style.get(f"{W}styleId", ""): style for style in found}


@cache
def page(which: Which) -> parser.HtmlElement:
    return parser.document_fromstring(made(which, "html").decode())


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.namelist()


def text(element: XML) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def value(element: XML | None, path: str) -> str:
    """Give the value of an element's part; empty where it has none."""
    found = (
        None if element is None else element.find("/".join(f"{W}{tag}" for tag in path.split("/")))
    )
    return "" if found is None else found.get(f"{W}val", "")


def style_of(paragraph: XML, which: Which) -> XML:
    return styles(which)[value(paragraph, "pPr/pStyle") or "Normal"]


def chain(style: XML, which: Which) -> list[XML]:
    """Give a style and those that it is based on."""
    found = [style]
    while base := value(found[-1], "basedOn"):
        found.append(styles(which)[base])
    return found


def test_there_is_something_of_every_kind_to_look_at() -> None:
    found: Counter[str] = Counter()
    for case in spread():
        which = case.values[0]
        if not case.marks:
            found.update(node.tag.split("}")[1] for node in body(which).iter())
            found["family" if for_family(which) else "professional"] += 1
    assert found["family"] > 3 and found["professional"] > 3
    assert found["tbl"] > 10 and found["docPr"] > 3 and found["p"] > 500


@each_copy
def test_headings_are_heading_styles_in_order(which: Which) -> None:
    found = []
    for paragraph in body(which).iter(f"{W}p"):
        style = style_of(paragraph, which)
        if match := re.fullmatch("heading ([1-9])", value(style, "name"), re.IGNORECASE):
            assert value(style, "pPr/outlineLvl") == str(int(match[1]) - 1)
            found.append((int(match[1]), "".join(text(paragraph).split())))
        else:
            assert not value(paragraph, "pPr/outlineLvl")
    assert found == [
        (int(element.tag[1]), "".join(element.text_content().split()))
        for element in page(which).iter("h1", "h2", "h3", "h4", "h5", "h6")
    ]
    levels = [level for level, _ in found]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@each_copy
def test_the_language_is_that_of_the_copy_everywhere(which: Which) -> None:
    data, found = made(which, "docx"), []
    for name in names(data):
        if re.fullmatch(r"word/(document|styles|header\d*|footer\d*|numbering)\.xml", name):
            found += [node.get(f"{W}val") for node in part(data, name).iter(f"{W}lang")]
    assert found and set(found) == {LANGUAGES[document(which).language]}
    default = part(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert default is not None
    themes = part(data, "word/settings.xml").iter(f"{W}themeFontLang")
    assert {theme.get(f"{W}val") for theme in themes} <= {LANGUAGES[document(which).language]}


@each_copy
def test_the_file_says_its_title_and_nothing_about_who_made_it_or_when(which: Which) -> None:
    data = made(which, "docx")
    core = part(data, "docProps/core.xml")
    told = {node.tag: node.text for node in core}
    assert told == {
        f"{DC}title": page(which).findtext(".//title"),
        f"{DC}language": LANGUAGES[document(which).language],
    }
    assert not list(part(data, "docProps/app.xml"))
    assert not [name for name in names(data) if re.search("comment|people|custom|thumb", name)]


@each_copy
def test_a_table_repeats_its_header_and_keeps_its_rows_whole(which: Which) -> None:
    tables = list(body(which).iter(f"{W}tbl"))
    captions = ["".join(c.text_content().split()) for c in page(which).iter("caption")]
    assert len(tables) == len(captions) and not (for_family(which) and tables)
    before = {id(after): first for first, after in pairwise(body(which)[0])}
    for table, caption in zip(tables, captions, strict=True):
        rows = table.findall(f"{W}tr")
        assert len(rows) > 1
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert len({len(row.findall(f"{W}tc")) for row in rows}) == 1
        assert all(text(cell).strip() for row in rows for cell in row.findall(f"{W}tc"))
        assert [*table.iter(f"{W}tbl")] == [table]
        above = before[id(table)]
        assert "".join(text(above).split()) == caption
        assert value(style_of(above, which), "name").lower() == "caption"
        assert "".join(value(table, "tblPr/tblCaption").split()) == caption


@each_copy
def test_nothing_is_empty_hidden_floating_or_put_in_place_by_hand(which: Which) -> None:
    paragraphs = list(body(which).iter(f"{W}p"))
    assert len(paragraphs) > 5
    for paragraph in paragraphs:
        words = text(paragraph)
        assert words.strip() or [*paragraph.iter(f"{W}drawing")], "an empty paragraph"
        assert not re.match(r"\s*([•*·–-]|\d+[.)])\s", words) or is_heading(paragraph, which)
    assert not {node.tag.split("}")[1] for node in body(which).iter()} & FORBIDDEN
    breaks = [node.get(f"{W}type") for node in body(which).iter(f"{W}br")]
    assert not {kind for kind in breaks if kind}


def is_heading(paragraph: XML, which: Which) -> bool:
    return value(style_of(paragraph, which), "name").lower().startswith("heading")


@each_copy
def test_lists_are_lists(which: Which) -> None:
    counted = 0
    for paragraph in body(which).iter(f"{W}p"):
        style = style_of(paragraph, which)
        if value(style, "name").lower().startswith("list"):
            counted += 1
            links = [paragraph, *chain(style, which)]
            assert any(value(link, "pPr/numPr/numId") for link in links)
    assert counted >= len(page(which).xpath("//main//li[not(parent::ul[@class='seen'])]"))


@each_copy
def test_a_picture_has_its_text_and_stands_in_the_line(which: Which) -> None:
    drawings = list(body(which).iter(f"{W}drawing"))
    told = [node for node in body(which).iter(f"{WP}docPr") if not is_decoration(node)]
    assert [node.get("descr") for node in told] == page(which).xpath("//svg/@aria-label")
    assert all(drawing.find(f"{WP}inline") is not None for drawing in drawings)


def is_decoration(properties: XML) -> bool:
    """Say whether Word was told that a picture says nothing that the words don't."""
    marks = [node for node in properties.iter() if node.tag.endswith("}decorative")]
    return any(mark.get("val") in ("1", "true") for mark in marks)


@each_copy
def test_letters_are_large_enough_and_lines_end_where_words_do(which: Which) -> None:
    least = 24 if for_family(which) else 20
    sizes = [int(node.get(f"{W}val", "0")) for node in body(which).iter(f"{W}sz")]
    for paragraph in body(which).iter(f"{W}p"):
        links = chain(style_of(paragraph, which), which)
        sizes.append(next(int(size) for link in links if (size := value(link, "rPr/sz"))))
        settings = [value(link, "pPr/jc") for link in (paragraph, *links)]
        assert not {"both", "center", "right", "end"} & set(settings)
    assert len(sizes) > 5 and min(sizes) >= least
    if for_family(which):
        assert part(made(which, "docx"), "word/settings.xml").find(f"{W}autoHyphenation") is None


@each_copy
def test_every_sheet_is_a4(which: Which) -> None:
    sheets = list(body(which).iter(f"{W}pgSz"))
    assert sheets
    for sheet in sheets:
        turned = sheet.get(f"{W}orient") == "landscape"
        sides = (sheet.get(f"{W}w"), sheet.get(f"{W}h"))
        assert sides == (("16838", "11906") if turned else ("11906", "16838"))
        assert not (for_family(which) and turned)
