"""Reads a tagged PDF as a screen reader does: the tree, with the words of each element.

Shares no code with the writer; pypdf gives the objects, the rest is read here from the standard
(ISO 32000-1, 14.6 to 14.8).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

SHOWS = (b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*")
SHOWS += (b"Do", b"sh", b"BI", b"INLINE IMAGE")
UNREAD = ("/Lbl", "/Figure")
HEADING = re.compile(r"/H[1-6]")


@dataclass
class Element:
    """One element of the structure: its kind, its dictionary, and elements and texts in order."""

    kind: str
    node: Any
    parts: list["Element | str"] = field(default_factory=list)

    @property
    def elements(self) -> list["Element"]:
        """Give the elements directly below."""
        return [part for part in self.parts if isinstance(part, Element)]

    @property
    def text(self) -> str:
        """Give the words in reading order: no bullets, and no drawing (its /Alt stands for it)."""
        return "".join(
            part if isinstance(part, str) else "" if part.kind in UNREAD else part.text
            for part in self.parts
        )

    def walk(self) -> Iterator["Element"]:
        """Give this element and all below it, in reading order."""
        yield self
        for element in self.elements:
            yield from element.walk()

    def attribute(self, name: str) -> Any:
        """Give an attribute, whatever list it stands in."""
        given = self.node.get("/A")
        given = given.get_object() if given is not None else []
        for each in given if isinstance(given, list) else [given]:
            if name in each.get_object():
                return each.get_object()[name]
        return None


@dataclass
class Sheet:
    """What one page shows: words by their mark, words of the furniture, what has no mark."""

    marked: dict[int, str] = field(default_factory=dict)
    furniture: str = ""
    unmarked: list[str] = field(default_factory=list)


class Tagged:
    """A PDF with its structure."""

    def __init__(self, data: bytes) -> None:
        self.file = PdfReader(BytesIO(data))
        self.root: Any = self.file.trailer["/Root"]
        self.sheets = [_sheet(page, self.file) for page in self.file.pages]
        self._numbers = {
            page.indirect_reference.idnum: place for place, page in enumerate(self.file.pages)
        }
        self.used: list[tuple[int, int]] = []
        tree = self.root["/StructTreeRoot"]
        self.document = Element("/StructTreeRoot", tree)
        self._below(self.document, tree.get("/K"), None)

    def walk(self) -> list[Element]:
        """Give every element of the structure, in reading order."""
        return list(self.document.walk())[1:]

    def of_kind(self, *kinds: str) -> list[Element]:
        """Give the elements of these kinds."""
        return [element for element in self.walk() if element.kind in kinds]

    def headings(self) -> list[tuple[int, str]]:
        """Give the level and the words of each heading."""
        return [
            (int(element.kind[2]), element.text)
            for element in self.walk()
            if HEADING.fullmatch(element.kind)
        ]

    def _below(self, parent: Element, kid: Any, page: int | None) -> None:
        """Add what an entry /K holds: elements, marks on a page, or a list of them."""
        kid = kid.get_object() if kid is not None else []
        if isinstance(kid, list):
            for each in kid:
                self._below(parent, each, page)
        elif isinstance(kid, int):
            self._mark(parent, int(kid), page)
        elif "/S" in kid:
            element = Element(str(kid["/S"]), kid)
            parent.parts.append(element)
            self._below(element, kid.get("/K"), self._page(kid, page))
        elif kid.get("/Type") == "/MCR":
            self._mark(parent, int(kid["/MCID"]), self._page(kid, page))
        else:
            assert kid.get("/Type") == "/OBJR", kid

    def _page(self, node: Any, page: int | None) -> int | None:
        return self._numbers[node.raw_get("/Pg").idnum] if "/Pg" in node else page

    def _mark(self, parent: Element, mark: int, page: int | None) -> None:
        assert page is not None
        self.used.append((page, mark))
        parent.parts.append(self.sheets[page].marked[mark])


def _sheet(page: Any, file: PdfReader) -> Sheet:
    """Read a page's content: every operator that shows something belongs to some mark."""
    sheet, stack, letters = Sheet(), [], {}
    resources = page["/Resources"]
    fonts = {name: font_letters(font) for name, font in resources.get("/Font", {}).items()}
    for operands, operator in ContentStream(page.get_contents(), file).operations:
        if operator in (b"BDC", b"BMC"):
            given = operands[1] if operator == b"BDC" else {}
            if isinstance(given, str):
                given = resources["/Properties"][given].get_object()
            stack.append((str(operands[0]), given))
            if "/MCID" in given:
                sheet.marked.setdefault(int(given["/MCID"]), "")
            if "/ActualText" in given:
                _add(sheet, stack, str(given["/ActualText"]))
        elif operator == b"EMC":
            stack.pop()
        elif operator == b"Tf":
            letters = fonts[operands[0]]
        elif operator in SHOWS:
            shown = [] if operator == b"Do" else operands
            text = "".join(_decoded(operand, letters) for operand in shown)
            if any("/ActualText" in given for _, given in stack):
                text = ""
            _add(sheet, stack, text, operator.decode())
    assert not stack
    return sheet


def _add(sheet: Sheet, stack: list[tuple[str, Any]], text: str, operator: str = "") -> None:
    marks = [int(given["/MCID"]) for _, given in stack if "/MCID" in given]
    artifact = any(tag == "/Artifact" for tag, _ in stack)
    assert not (marks and artifact) and len(marks) < 2
    if marks:
        sheet.marked[marks[0]] += text
    elif artifact:
        sheet.furniture += text
    else:
        sheet.unmarked.append(operator + text)


def _decoded(operand: Any, letters: dict[bytes, str]) -> str:
    """Give the words of a string, or of an array of strings and distances."""
    if isinstance(operand, list):
        return "".join(_decoded(each, letters) for each in operand)
    if not isinstance(operand, str | bytes):
        return ""
    codes = operand if isinstance(operand, bytes) else operand.original_bytes
    return "".join(letters[codes[at : at + 2]] for at in range(0, len(codes), 2))


def font_letters(font: Any) -> dict[bytes, str]:
    """Read a font's ToUnicode: which letters each code stands for."""
    table = font.get_object()["/ToUnicode"].get_object().get_data().decode("latin-1")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[bytes.fromhex(code)] = _unicode(text)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        row = r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>"
        for first, last, text in re.findall(row, block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                code = (int(first, 16) + step).to_bytes(len(first) // 2, "big")
                start = _unicode(text)
                found[code] = start[:-1] + chr(ord(start[-1]) + step)
    return found


def _unicode(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


def fonts(resources: Any) -> Iterator[Any]:
    """Give every font of a page, also those of the pictures on it."""
    resources = resources.get_object()
    for font in resources.get("/Font", {}).values():
        yield font.get_object()
    for inner in resources.get("/XObject", {}).values():
        yield from fonts(inner.get_object().get("/Resources", {}))
