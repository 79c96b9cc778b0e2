"""The header and footer of the Word file: marks above, date, version and page number below."""

from docx.document import Document as File
from docx.text.paragraph import Paragraph as Written

from top3.render import word
from top3.render.page import Page

_LETTER = 0.63 * 0.353  # of a point, in millimetres: a bold letter of Verdana
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def put(file: File, page: Page) -> None:
    """Write the same header and footer for all pages."""
    section = file.sections[0]
    if page.marks:
        header = section.header.paragraphs[0]
        letters = (190 - page.look.margin) / (page.look.small * _LETTER)
        fits = sum(len(mark) + 3 for mark in page.marks) <= letters
        for place, mark in enumerate(page.marks):
            if place and fits:
                word.run(header, "   ", page.rtl)
            elif place:
                header.add_run().add_break()  # each whole, instead of one cut in two
            made = word.run(header, f"\u00a0{mark}\u00a0", page.rtl)
            made.bold = made.font.cs_bold = True
            word.stamped(made, "DDAA33" if mark == page.provisional else "")
    footer = section.footer.paragraphs[0]
    footer.paragraph_format.tab_stops.clear_all()
    if page.version:
        end = "" if page.form == "poster" else " · "
        word.run(footer, page.version + end, page.rtl)
    if page.form != "poster":
        _numbers(footer, page)


def _numbers(paragraph: Written, page: Page) -> None:
    """Write `bladzijde {page} van {pages}` with fields that Word counts itself."""
    for piece in page.of.replace("{", "\0{").replace("}", "}\0").split("\0"):
        if piece in _FIELDS:
            _field(paragraph, _FIELDS[piece])
        elif piece:
            word.run(paragraph, piece, page.rtl)


def _field(paragraph: Written, code: str) -> None:
    field = word.element("fldSimple", instr=code)
    run = word.element("r")
    shown = word.element("t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)
