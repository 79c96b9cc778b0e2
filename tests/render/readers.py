"""Readers of the four formats that share no code with the writers: text and structure.

Each gives the text (breaks as new lines) and a skeleton: the structure without the words.
"""

import zipfile
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Read = tuple[str, list[str]]
_ASIDE = ("strong", "a", "bdi")  # inside a sentence
_INLINE = ("text", "softbreak", "hardbreak", "text_special", "strong_open", "strong_close")


def read_md(data: bytes) -> Read:
    """Read with all that a Markdown reader could switch on: HTML, tables, strikethrough."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = parser.parse(data.decode())
    skeleton = [f"{token.type}{token.tag}" for token in tokens]
    skeleton += [t.type for token in tokens for t in token.children or () if t.type not in _INLINE]
    return "\n".join(_inline(token) for token in tokens if token.type == "inline"), skeleton


def _inline(token: Token) -> str:
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children or ()
    )


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text, self.tags, self.open = "", [], [""]
        self.attributes: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append((tag, dict(attrs)))
        if tag == "br":
            self.text += "\n"
            return
        self.tags.append(f"{tag} {','.join(name for name, _ in attrs)}")
        if tag not in ("meta", "col"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append((tag, dict(attrs)))
        self.tags.append(f"{tag} {','.join(name for name, _ in attrs)}")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag
        self.tags.append(f"/{tag}")
        if tag not in _ASIDE:
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        if self.open[-1] != "style":
            self.text += data


def page(data: bytes) -> _Page:
    """Read the HTML, and fail where a tag isn't closed."""
    reader = _Page()
    reader.feed(data.decode())
    reader.close()
    assert reader.open == [""]
    return reader


def read_html(data: bytes) -> Read:
    reader = page(data)
    tags = [tag for tag in reader.tags if tag.strip("/ ").split()[0] not in _ASIDE]
    return reader.text, tags


def part(data: bytes, name: str) -> ElementTree.Element:
    """Give one part of a Word file as XML."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return ElementTree.fromstring(file.read(name))  # noqa: S314 - our own bytes


def read_docx(data: bytes) -> Read:
    body = part(data, "word/document.xml")
    text, skeleton = "", []
    for node in body.iter():
        if node.tag == f"{W}t":
            text += node.text or ""
        elif node.tag == f"{W}br":
            text += "\n"
        elif node.tag in (f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}drawing", f"{W}sectPr"):
            text += "\n"
            style = node.find(f"{W}pPr/{W}pStyle")
            skeleton.append(node.tag + ("" if style is None else style.get(f"{W}val", "")))
    return text, skeleton


BLOCKS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/P", "/L", "/LI", "/LBody", "/Figure", "/Caption")
BLOCKS += ("/Table", "/TR", "/TH", "/TD")


def read_pdf(data: bytes) -> Read:
    reader = PdfReader(BytesIO(data))
    text = "\n".join(page.extract_text() for page in reader.pages)
    return text, [kind for kind, _ in structure(reader) if kind in BLOCKS]


def structure(reader: PdfReader) -> list[tuple[str, DictionaryObject]]:
    """Give every element of the structure tree, in reading order."""
    found: list[tuple[str, DictionaryObject]] = []

    def visit(node: object) -> None:
        if isinstance(node, IndirectObject):
            node = node.get_object()
        if isinstance(node, ArrayObject):
            for child in node:
                visit(child)
        elif isinstance(node, DictionaryObject) and "/S" in node:
            found.append((str(node["/S"]), node))
            visit(node.get("/K"))

    root = reader.trailer["/Root"]["/StructTreeRoot"]
    visit(root["/K"])
    return found


READERS = {"md": read_md, "html": read_html, "docx": read_docx, "pdf": read_pdf}
