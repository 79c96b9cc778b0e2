"""The small parts of a Word file that python-docx has no words for.

Why apart: here is the XML, so that the writer itself reads like a document.
"""

from copy import deepcopy
from typing import Any

from docx.document import Document as File
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shape import InlineShape
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Written

from top3.render.tree import Break, Line, Table

_LOOKS: dict[str, dict[str, Any]] = {
    "card": {"fill": "F2F5F9", "edge": "F2F5F9", "left": "004488"},
    "call": {"fill": "FFFFFF", "edge": "004488", "left": "004488"},
    "provisional": {"fill": "DDAA33", "edge": "DDAA33", "left": "DDAA33"},
    "condition": {"fill": "FFFFFF", "edge": "1A1A1A", "left": "1A1A1A"},
}


_ROOM = 14  # how much a hand needs beside a label, in letters


def element(tag: str, /, **attributes: object) -> Any:
    """Make an XML element of Word's own vocabulary."""
    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def fill(paragraph: Written, line: Line) -> None:
    """Write a line of text into a paragraph."""
    for part in line:
        if isinstance(part, Break):
            paragraph.add_run().add_break()
        elif part.text:
            paragraph.add_run(part.text).bold = True if part.bold else None


def frame(paragraph: Written, kind: str, turn: int) -> None:
    """Draw a box's frame round a paragraph.

    Word joins neighbours whose frames are alike; `turn` makes the next box differ a little.
    """
    look = _LOOKS[kind]
    borders = element("pBdr")
    for side in ("top", "left", "bottom", "right"):
        thick = 36 if (side, kind) == ("left", "card") else 12
        colour = look["left" if side == "left" else "edge"]
        colour = f"{int(colour, 16) ^ turn:06X}"
        space = 8 if side in ("left", "right") else 6
        borders.append(element(side, val="single", sz=thick, space=space, color=colour))
    form, style = paragraph.paragraph_format, paragraph.style
    form.keep_together = True
    listed = style is not None and str(style.name).startswith("List")
    form.left_indent, form.first_line_indent = (Mm(10), Mm(-6)) if listed else (Mm(4), Mm(0))
    if listed:
        form.tab_stops.add_tab_stop(Pt(18), WD_TAB_ALIGNMENT.CLEAR)
    form.right_indent = Mm(4)
    properties = paragraph._p.get_or_add_pPr()
    ground = f"{int(look['fill'], 16) ^ turn:06X}"
    shade = element("shd", val="clear", color="auto", fill=ground)
    followers = ("w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")
    properties.insert_element_before(borders, *followers)
    properties.insert_element_before(shade, *followers)


def table(file: File, block: Table, width: int) -> None:
    """Add a table whose first row is repeated and whose rows stay whole."""
    caption = file.add_paragraph(block.caption, style="Caption")
    caption.paragraph_format.keep_with_next = True
    made = file.add_table(rows=1 + len(block.rows), cols=len(block.head))
    made.style = "Plan Table"
    made.autofit = False
    made._tbl.tblPr.append(element("tblCaption", val=block.caption))
    shares = block.widths or (1,) * len(block.head)
    for column, share in zip(made.columns, shares, strict=True):
        column.width = Mm(width * share / sum(shares))
    for row, cells in zip(made.rows, (block.head, *block.rows), strict=True):
        for cell, line, share in zip(row.cells, cells, shares, strict=True):
            cell.width = Mm(width * share / sum(shares))
            cell.paragraphs[0].style = "Cell"
            fill(cell.paragraphs[0], line)
        row._tr.get_or_add_trPr().append(element("cantSplit"))
    made.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))
    for cell in made.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True


def signature(file: File, labels: tuple[str, ...], width: int) -> Written:
    """Add a line to write on: each label, then a rule up to the next."""
    paragraph = file.add_paragraph(style="Signature Line")
    share = width / sum(_ROOM + len(label) for label in labels)
    for place, label in enumerate(labels, 1):
        stop = Mm(share * sum(_ROOM + len(each) for each in labels[:place]) - 1)
        tabs = paragraph.paragraph_format.tab_stops
        tabs.add_tab_stop(stop, WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
        paragraph.add_run(f"{'  ' if place > 1 else ''}{label} ")
        paragraph.add_run().add_tab()
    return paragraph


def described(shape: InlineShape, alt: str) -> None:
    """Give a picture its alternative text, and no file name."""
    inline: Any = shape._inline
    inline.docPr.set("descr", alt)
    inline.docPr.set("name", "")
    inline.graphic.graphicData.pic.nvPicPr.cNvPr.set("name", "")


def restarted(file: File, name: str) -> int:
    """Make a numbering that starts at 1, of the look of this list style."""
    numbering = file.part.numbering_part.element
    style = file.styles[name].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(style).abstractNumId.val
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def numbered(paragraph: Written, number: int) -> None:
    """Make a paragraph an item of this numbering."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def new_section(file: File, wide: bool, right: int) -> None:
    """End the pages so far, and turn the following ones; `right` is their right margin."""
    body = file.element.body
    last = body.sectPr.getprevious()
    if last is None or last.tag != qn("w:p"):
        last = file.add_paragraph(style="Cell")._p  # Word wants a paragraph after a table
    ended = deepcopy(body.sectPr)
    last.get_or_add_pPr().append(ended)
    for reference in body.sectPr.xpath("w:headerReference|w:footerReference"):
        body.sectPr.remove(reference)  # the next pages go on with the same header and footer
    section: Section = file.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.right_margin = Mm(right)
    section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
