"""Writes the tree as a Word file: real headings, real lists, plain tables, no text boxes.

Why: Word is where a case director changes a word, and where a screen reader needs structure. A
card is a row of paragraphs that stay together, so nothing is laid out with tables.
"""

from functools import singledispatchmethod
from io import BytesIO

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Written

from top3.render import archive, pdf, styles
from top3.render.page import Page
from top3.render.tree import (
    Block,
    Blocks,
    Box,
    Break,
    Fields,
    Figure,
    Heading,
    Items,
    Line,
    Paragraph,
    Signatures,
    Table,
    Text,
    walk,
)

_SPLIT = ("landscape",)


def write(blocks: Blocks, page: Page) -> tuple[bytes, tuple[str, ...]]:
    """Give the Word file."""
    file = docx.Document()
    styles.dress(file, page)
    _Writer(file, page).blocks(blocks)
    buffer = BytesIO()
    file.save(buffer)
    return archive.rewritten(buffer.getvalue(), page), ()


class _Writer:
    """Adds blocks to a file. `look` is the box that we are in, `kept` whether it stays whole."""

    def __init__(self, file: docx.document.Document, page: Page) -> None:
        self.file = file
        self.page = page
        self.look = ""

    def blocks(self, blocks: Blocks) -> None:
        for block in blocks:
            self.block(block)

    @singledispatchmethod
    def block(self, block: Block) -> None:
        raise TypeError(f"no way to write {type(block).__name__}")

    @block.register
    def _(self, block: Heading) -> None:
        style = "Card Title" if self.look == "card" else f"Heading {block.level}"
        self.inline(self.paragraph(style if self.look != "card" else f"Heading {block.level}"), block.line)
