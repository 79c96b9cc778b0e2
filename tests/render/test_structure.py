"""What a copy must be, format by format: structure, language, and nothing that tells too much."""

import re
import zipfile
from collections import Counter
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from tests.render.readers import W, page, part, read_md, structure
from tests.render.samples import dossier, filled, first_night, full
from top3.document.model import Document
from top3.render import FORMATS, Failure, Rendered, render

COPIES = [
    pytest.param(make(language, reader), id=f"{make.__name__}-{language}-{reader}")
    for make in (full, first_night)
    for language in ("nl", "en")
    for reader in ("everyone", "professional")
]


_KEPT: dict[tuple[int, str], tuple[Document, bytes]] = {}


def made(document: Document, name: str) -> bytes:
    """Render a copy once for all tests (a document holds a mapping, so it has no hash)."""
    key = (id(document), name)
    if key not in _KEPT:
        _KEPT[key] = (document, fresh(document, name))
    return _KEPT[key][1]


def fresh(document: Document, name: str) -> bytes:
    result = render(document, (name,))[name]
    assert isinstance(result, Rendered), getattr(result, "error", None)
    assert result.data
    return result.data


def pdf(document: Document) -> PdfReader:
    return PdfReader(BytesIO(made(document, "pdf")))


@pytest.mark.parametrize("document", COPIES)
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    for name in FORMATS:
        assert fresh(document, name) == fresh(document, name), name


def test_a_format_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("no fonts")

    monkeypatch.setattr("top3.render.pdf.write", broken)
    found = render(full(), FORMATS)
    assert found["pdf"] == Failure("OSError", OSError())
    assert "fonts" not in repr(found["pdf"])
    assert all(isinstance(found[name], Rendered) for name in ("md", "html", "docx"))


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(ValueError, match="odt"):
        render(full(), ("odt",))


@pytest.mark.parametrize("document", COPIES)
def test_headings_begin_with_one_title_and_skip_no_level(document: Document) -> None:
    levels = [int(tag[1]) for tag in page(made(document, "html")).tags if re.match("h[1-6] ", tag)]
    assert levels[0] == 1 and levels.count(1) == 1 and len(levels) > 5
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("document", COPIES)
def test_the_page_stands_alone_and_can_be_read_by_all(document: Document) -> None:
    html = made(document, "html").decode()
    tags = Counter(tag.split()[0] for tag in page(html.encode()).tags)
    assert tags["main"] == tags["title"] == tags["h1"] == 1
    tag = {"nl": "nl-NL", "en": "en-GB"}[document.language]
    assert f'<html lang="{tag}" dir="ltr">' in html
    assert 'content="width=device-width, initial-scale=1"' in html
    assert not re.search(
        r"\ssrc=|url\(|@import|<script|<link|<iframe|https?://(?!www\.w3\.org)", html
    )
    assert "size: A4" in html and "break-inside: avoid" in html


@pytest.mark.parametrize("document", COPIES)
def test_a_number_to_call_is_a_link_with_that_number(document: Document) -> None:
    links = [a.get("href") for tag, a in page(made(document, "html")).attributes if tag == "a"]
    assert {"tel:112", "tel:08002000"} <= set(links)
    assert all(re.fullmatch(r"tel:\+?[0-9]+", link or "") for link in links)


@pytest.mark.parametrize("document", COPIES)
def test_tables_are_for_professionals_and_have_header_cells(document: Document) -> None:
    html = made(document, "html").decode()
    tables = html.count("<table>")
    assert bool(tables) == (document.template == "professional")
    assert html.count("<caption>") == html.count("<thead>") == tables
    heads = re.findall(r"<th[ >][^>]*", html)
    assert all(head == '<th scope="col"' for head in heads)
    assert "<td></td>" not in html and "<dd></dd>" not in html


@pytest.mark.parametrize("document", COPIES)
def test_every_card_is_a_section_with_its_heading(document: Document) -> None:
    html = made(document, "html").decode()
    html = re.sub(r' pictured">\n<svg.*?</svg>\n<div>', '">', html)
    cards = re.findall(r'<section class="card">\n<h[3-5]>', html)
    assert cards
    assert len(cards) == html.count("<section")


@pytest.mark.parametrize("document", COPIES)
def test_the_pdf_is_tagged_titled_and_in_its_language(document: Document) -> None:
    reader = pdf(document)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert str(root["/Lang"]).lower().startswith(document.language)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp and "<pdfaid:part>2</pdfaid:part>" in xmp
    assert reader.metadata is not None and reader.metadata.title
    assert reader.metadata.title in xmp
    assert not set(document.names) & set(re.findall(r"\w+", xmp))
    assert "/Encrypt" not in reader.trailer


@pytest.mark.parametrize("document", COPIES)
def test_the_pdf_has_header_cells_in_every_table_and_alt_on_every_figure(
    document: Document,
) -> None:
    found = structure(pdf(document))
    kinds = Counter(kind for kind, _ in found)
    assert kinds["/H1"] == 1 and kinds["/LI"] > 5
    if document.template == "everyone":
        figures = [node for kind, node in found if kind == "/Figure"]
        assert len(figures) == 1 and kinds["/Table"] == 0
        assert 20 < len(str(figures[0]["/Alt"])) <= 150
    else:
        heads = [node for kind, node in found if kind == "/TH"]
        assert kinds["/Table"] > 0 and len(heads) >= 2 * kinds["/Table"]
        for head in heads:
            attributes = head["/A"].get_object()
            parts = attributes if isinstance(attributes, list) else [attributes]
            assert any(part.get_object().get("/Scope") == "/Column" for part in parts)


@pytest.mark.parametrize("document", COPIES)
def test_every_sheet_is_a4_and_says_what_it_belongs_to(document: Document) -> None:
    reader = pdf(document)
    total = len(reader.pages)
    assert total > 1
    word = {"nl": "bladzijde {} van {}", "en": "page {} of {}"}[document.language]
    marks = {"nl": ("Voorlopig", "Verzonnen voorbeeld"), "en": ("Provisional", "Made-up example")}
    provisional, fictional = marks[document.language]
    for number, sheet in enumerate(reader.pages, 1):
        text = " ".join(sheet.extract_text().split())
        assert sorted(round(side) for side in sheet.mediabox[2:]) == [595, 842]
        assert word.format(number, total) in text
        assert document.date in text
        assert (provisional in text) == document.provisional
        assert (fictional in text) == document.fictional


def test_the_pdf_embeds_its_fonts_and_can_be_searched() -> None:
    fonts = {
        font.get_object()["/BaseFont"]: font.get_object()
        for sheet in pdf(filled("محمد Łukasz")).pages
        for font in sheet["/Resources"]["/Font"].values()
    }
    assert any("Arabic" in name for name in fonts) and len(fonts) >= 3
    for font in fonts.values():
        assert "/ToUnicode" in font
        below = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(below)


@pytest.mark.parametrize("document", COPIES)
def test_the_word_file_tells_nothing_about_its_maker(document: Document) -> None:
    data = made(document, "docx")
    with zipfile.ZipFile(BytesIO(data)) as file:
        entries = file.infolist()
        everything = b"".join(file.read(entry) for entry in entries)
    assert len(entries) > 8 and entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert not [entry.filename for entry in entries if "thumbnail" in entry.filename]
    for trace in (b"python-docx", b"<dc:creator", b"lastModifiedBy", b"dcterms", b"w:vanish"):
        assert trace not in everything, trace


@pytest.mark.parametrize("document", COPIES)
def test_the_word_file_has_real_structure(document: Document) -> None:
    data = made(document, "docx")
    body = part(data, "word/document.xml")
    paragraphs = list(body.iter(f"{W}p"))
    used = Counter(style.get(f"{W}val", "") for p in paragraphs for style in p.iter(f"{W}pStyle"))
    assert used["Heading1"] == 1 and used["Heading2"] > 3 and used["ListBullet"] > 0
    for paragraph in paragraphs:
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        assert text.strip() or list(paragraph.iter(f"{W}drawing")), "an empty paragraph"
    names = {node.tag.split("}")[1] for node in body.iter()}
    assert not names & {"gridSpan", "vMerge", "txbxContent", "pict"}
    assert not [t for t in body.iter(f"{W}tbl") if [*t.iter(f"{W}tbl")] != [t]]


@pytest.mark.parametrize("document", COPIES)
def test_word_tables_repeat_their_header_and_keep_rows_whole(document: Document) -> None:
    tables = list(part(made(document, "docx"), "word/document.xml").iter(f"{W}tbl"))
    assert bool(tables) == (document.template == "professional")
    for table in tables:
        rows = list(table.iter(f"{W}tr"))
        assert len(rows) > 1
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows].count(True) == 1
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


@pytest.mark.parametrize("document", COPIES)
def test_the_word_file_is_in_its_language_on_a4_with_furniture(document: Document) -> None:
    data = made(document, "docx")
    styles = part(data, "word/styles.xml")
    languages = {node.get(f"{W}val") for node in styles.iter(f"{W}lang")}
    assert languages == {{"nl": "nl-NL", "en": "en-GB"}[document.language]}
    normal = next(s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "Normal")
    size = int(next(normal.iter(f"{W}sz")).get(f"{W}val", "0"))
    assert size == (28 if document.template == "everyone" else 22)
    sheets = list(part(data, "word/document.xml").iter(f"{W}pgSz"))
    assert sheets
    for sheet in sheets:
        sides = sorted((sheet.get(f"{W}w"), sheet.get(f"{W}h")))
        assert sides == ["11906", "16838"]
    footer = part(data, "word/footer1.xml")
    codes = {node.get(f"{W}instr") for node in footer.iter(f"{W}fldSimple")}
    assert codes == {"PAGE", "NUMPAGES"}
    assert document.date in "".join(footer.itertext())


def test_word_pictures_have_a_text_and_no_file_name() -> None:
    body = part(made(full(), "docx"), "word/document.xml")
    pictures = [node for node in body.iter() if node.tag.endswith("}docPr")]
    assert len(pictures) == 1
    assert 20 < len(pictures[0].get("descr", "")) <= 150
    assert "png" not in "".join(node.get("name", "") for node in body.iter())


@pytest.mark.parametrize("document", COPIES)
def test_markdown_has_no_html_and_families_get_no_tables(document: Document) -> None:
    data = made(document, "md")
    _, skeleton = read_md(data)
    assert "heading_openh1" in skeleton and "bullet_list_openul" in skeleton
    assert not [kind for kind in skeleton if kind.startswith(("html", "code", "fence"))]
    assert ("table_opentable" in skeleton) == (document.template == "professional")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_dossier_shows_every_field_that_professionals_may_see(language: str) -> None:
    from top3.case.model import Case
    from top3.case.shape import shapes

    seen: list[str] = []

    def named(model: type, way: str) -> dict[str, object]:
        found: dict[str, object] = {}
        for shape in shapes(model):
            place = f"{way}.{shape.name}"
            if shape.model:
                inner: object = named(shape.model, place)
            else:
                inner = f"<{place}>"
                seen.append(place)
            found[shape.name] = (inner,) if shape.many else inner
        return found

    document = dossier("x", language)
    assert document.judgement is not None
    object.__setattr__(document.judgement, "facts", named(Case, "case"))
    text, _ = read_md(made(document, "md"))
    missing = {place for place in seen if f"<{place}>" not in text}
    assert len(seen) > 150
    assert not {place for place in missing if not re.search(ELSEWHERE, place)}


# Ids are no words; the plan's own parts come from the Document; the last two reach no copy.
ELSEWHERE = (
    r"\.id$|^case\.(top3|info\.(fictional|language)|plan\.(date|version|next_review|on_)"
    r"|team\.(case_director|stand_in)|scale_up\.ave|secrets|notes)"
)
