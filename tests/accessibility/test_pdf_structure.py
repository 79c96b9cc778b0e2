"""Every copy's PDF: what PDF/UA-1 asks and a program can see, read from the file itself.

The ordinary run takes one copy of each kind; `pytest -m long` and `.ci/run` take all.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from lxml import html as parser
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ContentStream, NameObject

from tests.accessibility.copies import Which, document, for_family, made, spread
from tests.accessibility.tagged import Tagged, fonts
from tests.render.readers import read_docx, read_md

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
UA = "{http://www.aiim.org/pdfua/ns/id/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
# The standard kinds of PDF 1.7 that our documents can need; another kind needs a role.
STANDARD = {"/Document", "/Part", "/Sect", "/Div", "/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}
STANDARD |= {"/L", "/LI", "/Lbl", "/LBody", "/Table", "/THead", "/TBody", "/TR", "/TH", "/TD"}
STANDARD |= {"/Caption", "/Figure", "/Span", "/Link", "/NonStruct", "/Quote"}
HOLDS = {
    "/L": {"/LI", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/TR", "/THead", "/TBody", "/Caption"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
}
ONLY_IN = {
    kind: {outer for outer, inner in HOLDS.items() if kind in inner}
    for kind in ("/LI", "/Lbl", "/LBody", "/THead", "/TBody", "/TR", "/TH", "/TD")
}
each_copy = pytest.mark.parametrize("which", spread())


@cache
def tagged(which: Which) -> Tagged:
    return Tagged(made(which, "pdf"))


@cache
def page(which: Which) -> parser.HtmlElement:
    return parser.document_fromstring(made(which, "html").decode())


def test_there_is_something_of_every_kind_to_look_at() -> None:
    found: Counter[str] = Counter()
    for case in spread():
        which = case.values[0]
        if not case.marks:
            found.update(element.kind for element in tagged(which).walk())
            found["family" if for_family(which) else "professional"] += 1
    assert found["family"] > 3 and found["professional"] > 3
    assert found["/Table"] > 10 and found["/Figure"] > 3 and found["/LI"] > 100


@each_copy
def test_the_file_says_that_it_is_tagged_and_in_which_language(which: Which) -> None:
    pdf = tagged(which)
    marks = pdf.root["/MarkInfo"]
    assert marks["/Marked"].value is True
    assert not ("/Suspects" in marks and marks["/Suspects"].value)
    assert str(pdf.root["/Lang"]) == {"nl": "nl-NL", "en": "en-GB"}[document(which).language]
    languages = {str(e.node["/Lang"]) for e in pdf.walk() if "/Lang" in e.node}
    assert languages <= {str(pdf.root["/Lang"])}
    roles = pdf.root["/StructTreeRoot"].get("/RoleMap", {})
    kinds = {str(roles.get(element.kind, element.kind)) for element in pdf.walk()}
    assert kinds and kinds <= STANDARD


@each_copy
def test_the_file_says_its_title_and_that_it_keeps_to_pdf_ua_and_pdf_a(which: Which) -> None:
    pdf = tagged(which)
    packet = pdf.root["/Metadata"].get_object().get_data().decode()
    xmp = ElementTree.fromstring(packet[packet.index("<x:xmpmeta") :].split("<?xpacket")[0])  # noqa: S314
    title = page(which).findtext(".//title")
    assert [node.text for node in xmp.iterfind(f".//{DC}title//{RDF}li")] == [title]
    assert [node.text for node in xmp.iter(f"{UA}part")] == ["1"]
    assert [node.text for node in xmp.iter(f"{PDFA}part")] == ["2"]
    assert [node.text for node in xmp.iter(f"{PDFA}conformance")] == ["A"]
    assert pdf.root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    told = pdf.file.metadata
    assert told is not None and told.title == title
    assert not (told.author or told.subject or told.keywords)
    assert not list(xmp.iter(f"{DC}creator"))


@each_copy
def test_nothing_stands_in_the_way_of_a_screen_reader(which: Which) -> None:
    pdf = tagged(which)
    assert not pdf.file.is_encrypted and "/Encrypt" not in pdf.file.trailer
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.root)
    assert set(pdf.root.get("/Names", {})) <= {"/Dests"}  # no script, no files
    assert len(pdf.file.pages) >= 1
    assert document(which).template != "poster" or len(pdf.file.pages) == 1
    for sheet in pdf.file.pages:
        assert sheet["/Tabs"] == "/S"
        sides = sorted(round(float(side)) for side in sheet.mediabox[2:])
        assert sides == [595, 842] and [*sheet.mediabox[:2]] == [0, 0]
        for annotation in sheet.get("/Annots", ()):
            made_of = annotation.get_object()
            assert made_of.get("/Contents") and "/StructParent" in made_of


@each_copy
def test_every_font_is_in_the_file_and_can_be_read_back(which: Which) -> None:
    found = [f for sheet in tagged(which).file.pages for f in fonts(sheet["/Resources"])]
    assert found
    for font in found:
        assert "/ToUnicode" in font
        below = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert {"/FontFile2", "/FontFile3"} & set(below["/FontDescriptor"].get_object())


@each_copy
def test_every_mark_belongs_to_one_element_and_everything_shown_has_one(which: Which) -> None:
    pdf = tagged(which)
    shown = [(n, mark) for n, sheet in enumerate(pdf.sheets) for mark in sheet.marked]
    assert len(shown) > 10
    assert Counter(pdf.used) == Counter(shown)
    assert not [text for sheet in pdf.sheets for text in sheet.unmarked]
    parents = dict(pairs(pdf.root["/StructTreeRoot"]["/ParentTree"]))
    for sheet, read in zip(pdf.file.pages, pdf.sheets, strict=True):
        assert len(parents[int(sheet["/StructParents"])].get_object()) == len(read.marked)


def pairs(node: Any) -> Iterator[tuple[int, Any]]:
    """Give the entries of a number tree."""
    node = node.get_object()
    numbers = node.get("/Nums", [])
    yield from zip(map(int, numbers[::2]), numbers[1::2], strict=True)
    for kid in node.get("/Kids", []):
        yield from pairs(kid)


@each_copy
def test_page_furniture_is_read_by_nobody(which: Which) -> None:
    pdf = tagged(which)
    total = len(pdf.sheets)
    word = {"nl": "bladzijde{}van{}", "en": "page{}of{}"}[document(which).language]
    marks = [joined(mark) for mark in page(which).xpath("//header/p/text()")]
    for number, sheet in enumerate(pdf.sheets, 1):
        furniture = joined(sheet.furniture)
        wanted = [*marks, word.format(number, total)] if total > 1 else marks
        assert not [mark for mark in wanted if mark not in furniture]
    read = joined(pdf.document.text)
    assert word.format(1, total) not in read


@each_copy
def test_headings_are_those_of_the_page_and_skip_no_level(which: Which) -> None:
    found = tagged(which).headings()
    wanted = [
        (int(element.tag[1]), joined(element.text_content()))
        for element in page(which).iter("h1", "h2", "h3", "h4", "h5", "h6")
    ]
    assert [(level, joined(text)) for level, text in found] == wanted
    levels = [level for level, _ in found]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@each_copy
def test_every_picture_has_the_same_short_text_in_all_formats(which: Which) -> None:
    figures = [str(element.node.get("/Alt", "")) for element in tagged(which).of_kind("/Figure")]
    assert figures == page(which).xpath("//svg/@aria-label")
    assert all(20 < len(alt) <= 150 for alt in figures)


@each_copy
def test_every_table_has_a_caption_and_a_first_row_of_headers(which: Which) -> None:
    tables = tagged(which).of_kind("/Table")
    captions = [joined(c.text_content()) for c in page(which).iter("caption")]
    assert len(tables) == len(captions) and not (for_family(which) and tables)
    for table in tables:
        first, *rest = [element for element in table.walk() if element.kind == "/TR"]
        assert rest
        assert {cell.kind for cell in first.elements} == {"/TH"}
        assert {cell.attribute("/Scope") for cell in first.elements} == {"/Column"}
        assert {len(row.elements) for row in rest} == {len(first.elements)}
        assert {cell.kind for row in rest for cell in row.elements} == {"/TD"}
        assert all(cell.text.strip() for row in (first, *rest) for cell in row.elements)
        spans = [cell.attribute(name) for cell in table.walk() for name in ("/ColSpan", "/RowSpan")]
        assert not [span for span in spans if span not in (None, 1)]
    # a caption stands in its table, or beside it in the element around both
    assert [joined(c.text) for c in tagged(which).of_kind("/Caption")] == captions


@each_copy
def test_lists_and_tables_are_built_as_they_should(which: Which) -> None:
    elements = tagged(which).walk()
    assert len(elements) > 20
    for element in elements:
        for below in element.elements:
            assert element.kind in ONLY_IN.get(below.kind, {element.kind}), below.kind
        kinds = {below.kind for below in element.elements}
        assert kinds <= HOLDS.get(element.kind, kinds), (element.kind, kinds)
        assert kinds or element.kind not in HOLDS
    headed = [e for e in elements if re.fullmatch(r"/(H[1-6]|TH|TD|LBody|Caption|P)", e.kind)]
    assert headed and not [e.kind for e in headed if not e.text.strip()]


@each_copy
def test_all_formats_say_the_same_in_the_same_order(which: Which) -> None:
    read = joined(tagged(which).document.text)
    assert len(read) > 100
    assert read == joined("".join(page(which).xpath("//main//text()[not(ancestor::svg)]")))
    assert read == joined(read_docx(made(which, "docx"))[0])
    assert read == without_furniture(which)


def without_furniture(which: Which) -> str:
    """Give the words of the Markdown; what stands around a page stands below its title there."""
    text = re.sub(r"\.{9,},?", "", joined(read_md(made(which, "md"))[0]))  # room to write
    title = joined(page(which).find(".//h1").text_content())
    marks = "".join(joined(mark) for mark in page(which).xpath("//header/p/text()"))
    version = "".join(joined(line) for line in page(which).xpath("//footer/p/text()"))
    assert text.startswith(title + marks) and text.endswith(version)
    return title + text[len(title + marks) : len(text) - len(version)]


def joined(text: str) -> str:
    """Leave out all white space and soft hyphens: where a line ends is each format's own."""
    return re.sub(r"[\s\u00ad\u200b]", "", text)


def test_planted_faults_are_seen() -> None:
    which = next(case.values[0] for case in spread() if not for_family(case.values[0]))
    writer = PdfWriter(clone_from=PdfReader(BytesIO(made(which, "pdf"))))
    for item in writer._objects:
        node = item.get_object() if item is not None else None
        if isinstance(node, dict) and node.get("/S") == "/TH":
            node[NameObject("/S")] = NameObject("/TD")
    first = writer.pages[0]
    first[NameObject("/Contents")] = writer._add_object(_loose(first, writer))
    buffer = BytesIO()
    writer.write(buffer)
    broken = Tagged(buffer.getvalue())
    assert not broken.of_kind("/TH") and broken.of_kind("/TD")
    assert broken.sheets[0].unmarked == ["S"] and not tagged(which).sheets[0].unmarked


def _loose(page_: Any, writer: PdfWriter) -> Any:
    """Add a line without a mark to a page's content."""
    content = ContentStream(page_.get_contents(), writer)
    content.operations.append((ArrayObject(), b"S"))
    return content
