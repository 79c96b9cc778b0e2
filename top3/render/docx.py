"""Writes the tree as a Word file: real headings, real lists, plain tables, no text boxes.

Why: Word is where a case director changes a word, and where a screen reader needs structure. A
card is a run of paragraphs that stay together, so nothing is laid out with tables.
"""

from io import BytesIO

import docx
from docx.document import Document as File
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Written

from top3.render import archive, furniture, pdf, poster, styles, word
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
    Lines,
    Paragraph,
    Signatures,
    Table,
    Text,
    turns,
)

_LED_TO = (Box, Figure, Signatures)  # what the sentence before it stays with
_WIDE = 257  # millimetres between the margins of a page on its side


def write(blocks: Blocks, page: Page) -> tuple[bytes, tuple[str, ...]]:
    """Give the Word file."""
    file = docx.Document()
    fit = poster.fit(blocks, page.look) if page.form == "poster" else 1
    styles.dress(file, page, fit)
    furniture.put(file, page)
    _Writer(file, page, fit).blocks(blocks)
    word.closed(file)
    buffer = BytesIO()
    file.save(buffer)
    return archive.rewritten(buffer.getvalue(), page), ()


class _Writer:
    """Adds blocks to a file, remembering how wide the page is and how many boxes there were.

    `turned`: a new kind of page begins here, and needs no room above its first words; `lying`: the
    pages lie, until something follows on upright ones.
    """

    def __init__(self, file: File, page: Page, fit: float) -> None:
        self.file = file
        self.page = page
        self.look = page.look
        self.fit = fit
        self.width = 190 - self.look.margin
        self.boxes = 0
        self.turned = self.lying = False
        self.style = "Normal"
        self.heading: Pt | None = None
        self.sentence: Pt | None = None

    def blocks(self, blocks: Blocks) -> list[Written]:
        """Add blocks and give their paragraphs."""
        written: list[Written] = []
        before: Block | None = None
        for place, block in enumerate(blocks):
            if self.lying:
                self.stand_up()
            turned, self.turned = self.turned, False
            if isinstance(block, Box) and block.kind == "page":
                paragraphs = self.page_of_its_own(block, turns(blocks[:place]))
            else:
                paragraphs = self.block(block)
            if _leads(block, blocks[place + 1 :]):
                for paragraph in paragraphs:
                    paragraph.paragraph_format.keep_with_next = True
            if isinstance(before, Table) and isinstance(block, Paragraph | Fields | Items | Lines):
                paragraphs[0].paragraph_format.space_before = Pt(8)
            elif _is_close(before, block) and self.page.form != "poster":
                paragraphs[0].paragraph_format.space_before = Pt(self.look.text * 0.7)
            if turned and paragraphs:
                paragraphs[0].paragraph_format.space_before = Pt(0)
            written, before = written + paragraphs, block
        return written

    def block(self, block: Block) -> list[Written]:
        """Add one block and give its paragraphs."""
        match block:
            case Heading(level, line):
                return [self.line(line, f"Heading {level}", self.heading)]
            case Paragraph(line):
                return [self.line(line, self.style, self.sentence)]
            case Fields(fields):
                gap = (Text(" "),)
                rows = [self.line(f.label + gap + f.value, "Field") for f in fields]
                rows[0].paragraph_format.keep_with_next = len(rows) > 1  # no heading with one line
                return rows
            case Items(items, ordered):
                return self.items(items, ordered)
            case Box():
                return self.box(block)
            case Table():
                word.table(self.file, block, self.width, self.page.rtl)
                return []
            case Signatures(labels, count):
                rows = [
                    word.signature(self.file, labels, self.width, self.page.rtl)
                    for _ in range(count)
                ]
                for row in rows[:-1]:
                    row.paragraph_format.keep_with_next = True
                return rows
            case Lines():
                return self.lines(block)
            case Figure():
                return self.figure(block)

    def line(self, line: Line, style: str, size: Pt | None = None) -> Written:
        """Add a paragraph with this text."""
        paragraph = word.add(self.file, style)
        word.fill(paragraph, line, self.page.rtl)
        if size:
            for run in paragraph.runs:
                word.sized(run, size)
                run.font.color.rgb = styles.INK
        if self.page.form == "poster":
            word.numbers(paragraph, line, Pt(self.look.middle * self.fit))
        return paragraph

    def lines(self, block: Lines) -> list[Written]:
        """Add what to write and the rules to write on, all on one page."""
        written = [self.line(block.line, "Field")]
        written += [word.ruled(self.file, self.width) for _ in range(block.count)]
        for paragraph in written[:-1]:
            paragraph.paragraph_format.keep_with_next = True
        return written

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
        if ordered:
            word.hang(written, len(items), self.look.text * self.fit)
        return written

    def box(self, box: Box) -> list[Written]:
        """Add a box: its paragraphs share a frame and stay on one page."""
        if box.kind == "landscape":
            return self.landscape(box.blocks)
        self.boxes += 1
        sentence, self.sentence = self.sentence, None
        self.heading = styles.size(self.look.text, self.fit)  # in a box as large as the text
        paragraphs = self.blocks(box.blocks)
        self.heading, self.sentence = None, sentence
        if box.kind == "call" and self.page.form != "poster":
            word.enlarge(paragraphs, styles.size(self.look.middle, self.fit))
        if box.picture and word.listed(paragraphs[0]):
            above = word.add(self.file, "Normal")  # a list has no room beside its marks
            paragraphs[0]._p.addprevious(above._p)
            paragraphs = [above, *paragraphs]
        side = self.look.picture * self.fit
        aside = side + 5 if box.picture else 0
        for paragraph in paragraphs:
            word.frame(paragraph, box.kind, self.boxes % 2, aside, self.page.rtl)
            paragraph.paragraph_format.keep_with_next = paragraph is not paragraphs[-1]
        if box.picture:
            word.beside(paragraphs, pdf.png(box.picture), side)
        paragraphs[-1].paragraph_format.space_after = Mm(5 * self.fit)
        return paragraphs

    def page_of_its_own(self, box: Box, turn: bool) -> list[Written]:
        """Add a page: the pictogram above the words, further down where it is read aloud."""
        calm = self.page.form == "aloud"
        self.sentence = Pt(self.look.middle) if calm else None
        paragraphs = self.blocks(box.blocks)
        self.sentence = None
        first = paragraphs[0].paragraph_format
        first.space_before = Pt(0)
        word.without_rule(paragraphs[0])
        if box.picture:
            above = word.add(self.file, "Normal")
            word.decorated(
                above.add_run().add_picture(
                    BytesIO(pdf.png(box.picture)), width=Mm(self.look.above)
                )
            )
            paragraphs[0]._p.addprevious(above._p)
            first, paragraphs = above.paragraph_format, [above, *paragraphs]
            first.keep_with_next, first.line_spacing = True, 1.0
            first.space_after = Mm(14 if calm else 8)
        if calm:
            first.space_before = Mm(56 if turn else 39)
        elif self.page.form == "large":
            first.space_before = Mm(12)
        first.page_break_before = turn
        return paragraphs

    def landscape(self, blocks: Blocks) -> list[Written]:
        """Add wide pages. Upright ones follow only with something on them."""
        word.new_section(self.file, wide=True, outer=20, rtl=self.page.rtl)
        upright, self.width, self.turned = self.width, _WIDE, True
        written = self.blocks(blocks)
        self.width, self.lying = upright, True
        return written

    def stand_up(self) -> None:
        """Go back to upright pages."""
        word.new_section(self.file, wide=False, outer=self.look.margin, rtl=self.page.rtl)
        self.turned, self.lying = True, False

    def figure(self, figure: Figure) -> list[Written]:
        """Add a picture with its text under it."""
        paragraph = word.add(self.file, "Normal")
        paragraph.paragraph_format.keep_with_next = not figure.alone
        usual = Mm(95 if self.page.compact else poster.FIGURE)
        width = round((Pt(figure.points) if figure.points else usual) * self.fit)
        shape = paragraph.add_run().add_picture(BytesIO(pdf.png(figure.svg)), width=width)
        word.described(shape, figure.alt)
        return [paragraph] if figure.alone else [paragraph, self.line(figure.line, "Normal")]


def _leads(block: Block, after: Blocks) -> bool:
    """Say whether a block stays with what follows: the sentence before a list or a box does.

    What closes the plan stays with the lines to sign, which else stand on a last page alone.
    """
    if not after or not isinstance(block, Paragraph | Items):
        return False
    led = (*_LED_TO, Items) if isinstance(block, Paragraph) else _LED_TO
    if isinstance(after[0], led):
        return True
    kinds = [type(each) for each in after]
    return Signatures in kinds and kinds[: kinds.index(Signatures)].count(Heading) <= 1


def _is_close(before: Block | None, block: Block) -> bool:
    """Say whether a frame would all but touch the text above it; a heading brings its own room."""
    if not isinstance(before, Paragraph | Items) or not isinstance(block, Box):
        return False
    framed = block.kind not in ("page", "landscape")
    return framed and not isinstance(block.blocks[0], Heading)
