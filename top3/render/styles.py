"""The look of the Word file: a few named styles, so that what people add looks the same.

Why: python-docx starts from a template with Office's own fonts, colours and language.
"""

from typing import Any

from docx.document import Document as File
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from top3.render import word
from top3.render.page import Page

FONT = "Verdana"
INK, BLUE = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x00, 0x44, 0x88)
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
MARGIN, MARGIN_COMPACT = 25, 35  # millimetres at the right: a line holds 45 to 75 characters
_EDGE = {"val": "single", "space": 0}


def body(page: Page) -> Pt:
    """Give the size of running text."""
    return Pt(11 if page.compact else 14)


def dress(file: File, page: Page) -> None:
    """Set language, paper, text styles and the table style."""
    _lighten(file)
    size = body(page).pt
    middle, large = (14, 20) if page.compact else (18, 25)
    _language(file, LANGUAGES[page.language])
    _settings(file, page.compact)
    _paper(file, MARGIN_COMPACT if page.compact else MARGIN)
    _text(file.styles["Normal"], size, INK, after=size * 0.6)
    third = size if page.compact else middle
    for level, high in enumerate((large, middle, third, size, size), 1):
        _heading(file, level, high, BLUE if level < (4 if page.compact else 3) else INK)
    for name in ("List Bullet", "List Bullet 2", "List Number", "List Number 2", "Caption"):
        _text(file.styles[name], size, INK, after=size * 0.4, bold=name == "Caption")
    file.styles["Caption"].paragraph_format.space_before = Pt(size)
    for name in ("Field", "Cell", "Signature Line"):
        style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = file.styles["Normal"]
        _text(style, size, INK, after=0 if name == "Cell" else size * 0.35)
    file.styles["Signature Line"].paragraph_format.space_before = Mm(11)
    for name in ("Header", "Footer"):
        _text(file.styles[name], 9 if page.compact else 11, INK, after=2)
    _table_style(file)


def _lighten(file: File) -> None:
    """Take out what the template brings along: ninety table styles, and a copy of all styles."""
    styles = file.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) is None:
            styles.remove(style)
    for key, relation in tuple(file.part.rels.items()):
        if relation.reltype.endswith(("/stylesWithEffects", "/customXml")):
            file.part.rels.pop(key)


def _text(style: Any, size: float, colour: RGBColor, after: float, bold: bool = False) -> None:
    """Set one style, and take away the theme's own fonts and colours."""
    properties = style.element.get_or_add_rPr()
    for name in ("rFonts", "color", "sz", "szCs", "b", "bCs", "i", "iCs", "spacing", "kern"):
        for old in properties.findall(qn(f"w:{name}")):
            properties.remove(old)
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb, style.font.bold = colour, bold
    fonts = properties.rFonts
    fonts.set(qn("w:cs"), "Arial")
    fonts.set(qn("w:eastAsia"), FONT)
    form = style.paragraph_format
    form.line_spacing, form.space_before, form.space_after = 1.25, Pt(0), Pt(after)
    form.widow_control = True


def _heading(file: File, level: int, size: float, colour: RGBColor) -> None:
    style = file.styles[f"Heading {level}"]
    _text(style, size, colour, after=size * 0.5, bold=True)
    form = style.paragraph_format
    form.line_spacing, form.space_before = 1.1, Pt(0 if level == 1 else size * 1.3)
    form.keep_with_next = form.keep_together = True
    if level == 2:
        edges = word.element("pBdr")
        edges.append(word.element("top", val="single", sz=10, space=8, color="004488"))
        properties = style.element.get_or_add_pPr()
        properties.insert_element_before(edges, "w:spacing", "w:ind", "w:outlineLvl")


def _language(file: File, language: str) -> None:
    defaults = file.styles.element.find(qn("w:docDefaults"))
    for mark in defaults.iter(qn("w:lang")):
        mark.set(qn("w:val"), language)


def _settings(file: File, hyphenate: bool) -> None:
    """Ask for today's layout instead of that of 2007, and hyphens only for professionals."""
    settings = file.settings.element
    for compat in settings.findall(qn("w:compat")):
        for old in compat.findall(qn("w:compatSetting")):
            compat.remove(old)
        uri = "http://schemas.microsoft.com/office/word"
        compat.append(word.element("compatSetting", name="compatibilityMode", uri=uri, val=15))
    if hyphenate:
        mark = word.element("autoHyphenation", val="true")
        settings.insert_element_before(mark, "w:defaultTabStop", "w:characterSpacingControl")


def _paper(file: File, right: int) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(20), Mm(right)
    section.top_margin = section.bottom_margin = Mm(25)
    section.header_distance = section.footer_distance = Mm(12)


def _table_style(file: File) -> None:
    """Make a table of thin rules, with a thicker one under the header row."""
    style = file.styles.add_style("Plan Table", WD_STYLE_TYPE.TABLE)
    properties = word.element("tblPr")
    edges = word.element("tblBorders")
    for side in ("bottom", "insideH"):
        edges.append(word.element(side, sz=4, color="6B6B6B", **_EDGE))
    margins = word.element("tblCellMar")
    for side, wide in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100)):
        margins.append(word.element(side, w=wide, type="dxa"))
    properties.extend([edges, margins])
    first = word.element("tblStylePr", type="firstRow")
    cell = word.element("tcPr")
    cell_edges = word.element("tcBorders")
    cell_edges.append(word.element("bottom", sz=12, color="004488", **_EDGE))
    cell.append(cell_edges)
    first.append(cell)
    style.element.extend([properties, first])
