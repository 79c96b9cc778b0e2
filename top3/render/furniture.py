"""The header and footer of the Word file: marks above, date, version and page number below."""

from docx.document import Document as File
from docx.text.paragraph import Paragraph as Written

from top3.render import word
from top3.render.page import Page

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def put(file: File, page: Page) -> None:
    """Write the same header and footer for all pages."""
    section = file.sections[0]
    if page.marks:
        header = section.header.paragraphs[0]
        header.add_run("   ".join(page.marks)).bold = True
    footer = section.footer.paragraphs[0]
    footer.paragraph_format.tab_stops.clear_all()
    if page.version:
        footer.add_run(f"{page.version} · ")
    _numbers(footer, page.of)


def _numbers(paragraph: Written, sentence: str) -> None:
    """Write `bladzijde {page} van {pages}` with fields that Word counts itself."""
    for piece in sentence.replace("{", "\0{").replace("}", "}\0").split("\0"):
        if piece in _FIELDS:
            _field(paragraph, _FIELDS[piece])
        elif piece:
            paragraph.add_run(piece)


def _field(paragraph: Written, code: str) -> None:
    field = word.element("fldSimple", instr=code)
    run = word.element("r")
    shown = word.element("t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)
