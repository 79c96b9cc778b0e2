"""The small parts of a Word file that python-docx has no words for.

Why apart: here is the XML, so that the writer itself reads like a document.
"""

from copy import deepcopy
from io import BytesIO
from typing import Any

from docx.document import Document as File
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shape import InlineShape
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Written
from docx.text.run import Run

from top3.render.direction import parted
from top3.render.tree import Break, Line, Table, Text

_LOOKS: dict[str, dict[str, Any]] = {
    "card": {"fill": "F2F5F9", "edge": "F2F5F9", "left": "004488"},
    "call": {"fill": "FFFFFF", "edge": "004488", "left": "004488"},
    "provisional": {"fill": "DDAA33", "edge": "DDAA33", "left": "DDAA33"},
    "condition": {"fill": "FFFFFF", "edge": "1A1A1A", "left": "1A1A1A"},
    "words": {"fill": "FFFFFF", "edge": "", "left": "6B6B6B"},
}
_AFTER_FRAME = ("w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")
_AFTER_MIDDLE = ("w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:rPr", "w:sectPr")
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


WRITING = 9
"""Millimetres from one written line to the next: what a hand needs."""

_LINE = 4.5  # how high a line of text is, at the least
_HANGS = Mm(6.35)  # how far the template lets the words of a list hang
_ROOM = 14  # how much a hand needs beside a label, in letters


def element(tag: str, /, **attributes: object) -> Any:
    """Make an XML element of Word's own vocabulary."""
    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def add(file: File, style: str) -> Written:
    """Add a paragraph of a named style.

    By the style's id, which is its name without spaces: python-docx looks through all styles for
    each paragraph, and that was a third of the time that a Word file took.
    """
    made = file.add_paragraph()
    made._p.style = style.replace(" ", "") if style != "Normal" else None
    return made


def fill(paragraph: Written, line: Line, rtl: bool = False) -> None:
    """Write a line of text into a paragraph of a copy that is `rtl` or not."""
    for part in line:
        if isinstance(part, Break):
            paragraph.add_run().add_break()
        elif part.text:
            # Word goes by the run; other programs by the letters, which these marks keep apart.
            text = f"\u200e{part.text}\u200e" if part.against else part.text
            made = run(paragraph, text, rtl != part.against)
            if part.bold:
                made.bold = True
                made.font.cs_bold = True if rtl != part.against else None


def run(paragraph: Written, text: str, rtl: bool) -> Run:
    """Write a run of text that runs one way."""
    made = paragraph.add_run(text)
    if rtl:
        made.font.rtl = True
    return made


def stamped(made: Run, ground: str) -> None:
    """Draw a frame round a mark, perhaps on a ground of this colour."""
    properties = made._r.get_or_add_rPr()
    after = ("w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang")
    properties.insert_element_before(
        element("bdr", val="single", sz=6, space=0, color="1A1A1A"), "w:shd", *after
    )
    if ground:
        properties.insert_element_before(
            element("shd", val="clear", color="auto", fill=ground), *after
        )


def frame(paragraph: Written, kind: str, turn: int, aside: float = 0, rtl: bool = False) -> None:
    """Draw a box's frame round a paragraph, which leaves `aside` millimetres for a picture.

    Word joins neighbours whose frames are alike; `turn` makes the next box differ a little.
    """
    look = _LOOKS[kind]
    borders = element("pBdr")
    start = "right" if rtl else "left"
    for side in ("top", "left", "bottom", "right"):
        colour = look["left" if side == start else "edge"]
        if not colour:
            continue
        thick = {"card": 36, "words": 18}.get(kind, 12) if side == start else 12
        colour = f"{int(colour, 16) ^ turn:06X}"
        space = 8 if side in ("left", "right") else 6
        borders.append(element(side, val="single", sz=thick, space=space, color=colour))
    form = paragraph.paragraph_format
    form.keep_together = True
    left, first = (10.0, -6.0) if listed(paragraph) else (4 + aside, -aside)
    form.left_indent, form.first_line_indent = Mm(left), Mm(first)
    form.right_indent = Mm(4)
    properties = paragraph._p.get_or_add_pPr()
    ground = f"{int(look['fill'], 16) ^ turn:06X}"
    shade = element("shd", val="clear", color="auto", fill=ground)
    properties.insert_element_before(borders, *_AFTER_FRAME)
    properties.insert_element_before(shade, *_AFTER_FRAME)


def listed(paragraph: Written) -> bool:
    """Say whether a paragraph is an item of a list."""
    return (paragraph._p.style or "").startswith("List")


def beside(paragraphs: list[Written], picture: bytes, side: float) -> None:
    """Put a pictogram before the first of a box's paragraphs; the others begin as far from it.

    Each begins with a tab, for Word draws a frame round what begins at the same place. A list
    can't: it stands below.
    """
    for place, paragraph in enumerate(paragraphs):
        if listed(paragraph):
            continue
        made = paragraph.add_run()
        if not place:
            decorated(made.add_picture(BytesIO(picture), width=Mm(side)))
            middle = element("textAlignment", val="center")
            paragraph._p.get_or_add_pPr().insert_element_before(middle, *_AFTER_MIDDLE)
            paragraph.paragraph_format.space_after = Pt(2)
        made.add_tab()
        paragraph._p.get_or_add_pPr().addnext(made._r)


def numbers(paragraph: Written, line: Line, size: Pt) -> None:
    """Make the numbers to call in a paragraph large."""
    for made, part in zip(paragraph.runs, (p for p in line if p != Text("")), strict=False):
        if isinstance(part, Text) and part.phone:
            made.font.size, made.bold = size, True


def decorated(shape: InlineShape) -> None:
    """Say that a picture is decoration: there is nothing to read out."""
    described(shape, "")
    inline: Any = shape._inline
    inline.docPr.append(parse_xml(_DECORATIVE))


def without_rule(paragraph: Written) -> None:
    """Take away the rule above a heading."""
    borders = element("pBdr")
    borders.append(element("top", val="nil"))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", *_AFTER_FRAME)


def table(file: File, block: Table, width: int, rtl: bool = False) -> None:
    """Add a table whose first row is repeated and whose rows stay whole."""
    caption = add(file, "Caption")
    fill(caption, parted(block.caption, rtl), rtl)
    caption.paragraph_format.keep_with_next = True
    made = file.add_table(rows=1 + len(block.rows), cols=len(block.head))
    made.style = "Form Table" if block.room else "Plan Table"
    made.autofit = False
    if rtl:
        made._tbl.tblPr.insert_element_before(element("bidiVisual"), "w:tblW", "w:tblLook")
    made._tbl.tblPr.append(element("tblCaption", val=block.caption))
    shares = block.widths or (1,) * len(block.head)
    for column, share in zip(made.columns, shares, strict=True):
        column.width = Mm(width * share / sum(shares))
    for row, cells in zip(made.rows, (block.head, *block.rows), strict=True):
        for cell, line, share in zip(row.cells, cells, shares, strict=True):
            cell.width = Mm(width * share / sum(shares))
            first = cell.paragraphs[0]
            first._p.style = "Cell"
            fill(first, line, rtl)
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        if block.room and () in cells:
            row.height, row.height_rule = Mm(block.room), WD_ROW_HEIGHT_RULE.AT_LEAST
    made.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))
    for cell in made.rows[0].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True  # never at the foot, alone
        for each in cell.paragraphs[0].runs:
            each.bold = each.font.cs_bold = True


def signature(file: File, labels: tuple[str, ...], width: int, rtl: bool = False) -> Written:
    """Add a line to write on: each label, then a rule up to the next."""
    made = add(file, "Signature Line")
    share = width / sum(_ROOM + len(label) for label in labels)
    for place, label in enumerate(labels, 1):
        stop = Mm(share * sum(_ROOM + len(each) for each in labels[:place]) - 1)
        tabs = made.paragraph_format.tab_stops
        tabs.add_tab_stop(stop, WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
        run(made, f"{'  ' if place > 1 else ''}{label} ", rtl)
        made.add_run().add_tab()
    return made


def ruled(file: File, width: float) -> Written:
    """Add an empty line to write on: a rule from margin to margin."""
    made = add(file, "Signature Line")
    made.paragraph_format.space_before = Mm(WRITING - _LINE)
    made.paragraph_format.tab_stops.add_tab_stop(
        Mm(width), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES
    )
    made.add_run().add_tab()
    return made


def described(shape: InlineShape, alt: str) -> None:
    """Give a picture its alternative text, and no file name."""
    inline: Any = shape._inline
    for side in "TBLR":
        inline.set(f"dist{side}", "0")  # else some programs leave room of their own round it
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


def hang(paragraphs: list[Written], count: int, size: float) -> None:
    """Let the words of a numbered list begin beside its widest number: else 10. meets its text."""
    room = Pt(size * (0.65 * len(str(count)) + 0.75))
    if room > _HANGS:
        for paragraph in paragraphs:
            form = paragraph.paragraph_format
            form.left_indent, form.first_line_indent = room, -room


def enlarge(paragraphs: list[Written], size: Pt) -> None:
    """Make what is bold larger: the number to call in danger is what one looks for."""
    for paragraph in paragraphs:
        for each in paragraph.runs:
            if each.bold:
                sized(each, size)


def sized(made: Run, size: Pt) -> None:
    """Set how large the letters are, Arabic ones too."""
    made.font.size = size
    after = ("w:u", "w:bdr", "w:shd", "w:vertAlign", "w:rtl", "w:cs", "w:lang")
    letters = element("szCs", val=round(size.pt * 2))
    made._r.get_or_add_rPr().insert_element_before(letters, *after)


def numbered(paragraph: Written, number: int) -> None:
    """Make a paragraph an item of this numbering."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def closed(file: File) -> None:
    """End the file with a paragraph: Word wants one after a table."""
    last = file.element.body.sectPr.getprevious()
    if last is not None and last.tag == qn("w:tbl"):
        add(file, "Cell")


def new_section(file: File, wide: bool, outer: int, rtl: bool = False) -> None:
    """End the pages so far, and turn the following ones; `outer` is the margin at a line's end."""
    body = file.element.body
    last = body.sectPr.getprevious()
    if last is None or last.tag != qn("w:p"):
        last = add(file, "Cell")._p  # Word wants a paragraph after a table
    ended = deepcopy(body.sectPr)
    last.get_or_add_pPr().append(ended)
    for reference in body.sectPr.xpath("w:headerReference|w:footerReference"):
        body.sectPr.remove(reference)  # the next pages go on with the same header and footer
    section: Section = file.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    if rtl:
        section.left_margin = Mm(outer)
    else:
        section.right_margin = Mm(outer)
    section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
