"""Writes the tree as a Word file: real headings, real lists, plain tables, no text boxes.

Why: Word is where a case director changes a word, and where a screen reader needs structure. A
card is a run of paragraphs that stay together, so nothing is laid out with tables.
"""

from io import BytesIO

import docx
from docx.document import Document as File
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Written

from top3.render import archive, furniture, pdf, styles, word
from top3.render.page import Page
from top3.render.tree import (
    Block,
    Blocks,
    Box,
    Fields,
    Figure,
    Heading,
    Items,
    Line,
    Paragraph,
    Signatures,
    Table,
    Text,
)

_LED_TO = (Box, Figure, Signatures)  # what the sentence before it stays with
_WIDE = 257  # millimetres between the margins of a page on its side


def write(blocks: Blocks, page: Page) -> tuple[bytes, tuple[str, ...]]:
    """Give the Word file."""
    file = docx.Document()
    styles.dress(file, page)
    furniture.put(file, page)
    _Writer(file, page).blocks(blocks)
    buffer = BytesIO()
    file.save(buffer)
    return archive.rewritten(buffer.getvalue(), page), ()


class _Writer:
    """Adds blocks to a file, remembering how wide the page is and how many boxes there were."""

    def __init__(self, file: File, page: Page) -> None:
        self.file = file
        self.page = page
        self.margin = styles.MARGIN_COMPACT if page.compact else styles.MARGIN
        self.width = 190 - self.margin
        self.boxes = 0
        self.style = "Normal"
        self.heading: Pt | None = None

    def blocks(self, blocks: Blocks) -> list[Written]:
        """Add blocks and give their paragraphs."""
        written: list[Written] = []
        before: Block | None = None
        for block, following in zip(blocks, (*blocks[1:], None), strict=False):
            paragraphs = self.block(block)
            if isinstance(following, _LED_TO) and isinstance(block, Paragraph | Items):
                for paragraph in paragraphs:
                    paragraph.paragraph_format.keep_with_next = True
            if isinstance(before, Table) and isinstance(block, Paragraph | Fields | Items):
                paragraphs[0].paragraph_format.space_before = Pt(8)
            written, before = written + paragraphs, block
        return written

    def block(self, block: Block) -> list[Written]:
        """Add one block and give its paragraphs."""
        match block:
            case Heading(level, line):
                return [self.line(line, f"Heading {level}", self.heading)]
            case Paragraph(line):
                return [self.line(line, self.style)]
            case Fields(fields):
                gap = (Text(" "),)
                return [self.line(f.label + gap + f.value, "Field") for f in fields]
            case Items(items, ordered):
                return self.items(items, ordered)
            case Box():
                return self.box(block)
            case Table():
                word.table(self.file, block, self.width)
                return []
            case Signatures(labels, count):
                rows = [word.signature(self.file, labels, self.width) for _ in range(count)]
                for row in rows[:-1]:
                    row.paragraph_format.keep_with_next = True
                return rows
            case Figure():
                return self.figure(block)

    def line(self, line: Line, style: str, size: Pt | None = None) -> Written:
        """Add a paragraph with this text."""
        paragraph = self.file.add_paragraph(style=style)
        word.fill(paragraph, line)
        for run in paragraph.runs if size else ():
            run.font.size, run.font.color.rgb = size, styles.INK
        return paragraph

    def items(self, items: tuple[Blocks, ...], ordered: bool) -> list[Written]:
        """Add a list; each ordered one starts at 1 again."""
        name = "List Number" if ordered else "List Bullet"
        before, self.style = self.style, f"{name} 2" if self.style.startswith("List") else name
        number = word.restarted(self.file, self.style) if ordered else None
        written = []
        for item in items:
            first, *rest = self.blocks(item)
            if number is not None:
                word.numbered(first, number)
            written += [first, *rest]
        self.style = before
        return written

    def box(self, box: Box) -> list[Written]:
        """Add a box: its paragraphs share a frame and stay on one page."""
        if box.kind == "landscape":
            return self.landscape(box.blocks)
        self.boxes += 1
        self.heading = styles.body(self.page)  # inside a box a heading is as large as the text
        paragraphs = self.blocks(box.blocks)
        self.heading = None
        for paragraph in paragraphs:
            word.frame(paragraph, box.kind, self.boxes % 2)
            paragraph.paragraph_format.keep_with_next = paragraph is not paragraphs[-1]
        paragraphs[-1].paragraph_format.space_after = Mm(5)
        return paragraphs

    def landscape(self, blocks: Blocks) -> list[Written]:
        """Add wide pages, and go back to upright ones after them."""
        word.new_section(self.file, wide=True, right=20)
        upright, self.width = self.width, _WIDE
        written = self.blocks(blocks)
        word.new_section(self.file, wide=False, right=self.margin)
        self.width = upright
        return written

    def figure(self, figure: Figure) -> list[Written]:
        """Add a picture with its text under it."""
        paragraph = self.file.add_paragraph(style="Normal")
        paragraph.paragraph_format.keep_with_next = True
        width = Mm(95 if self.page.compact else 135)
        shape = paragraph.add_run().add_picture(BytesIO(pdf.png(figure.svg)), width=width)
        word.described(shape, figure.alt)
        return [paragraph, self.line(figure.line, "Normal")]
