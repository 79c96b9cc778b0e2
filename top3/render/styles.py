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
_EDGE = {"val": "single", "space": 0}
_AFTER = {
    "bCs": ("w:i", "w:iCs", "w:caps", "w:color", "w:spacing", "w:kern", "w:sz", "w:szCs", "w:lang"),
    "szCs": ("w:highlight", "w:u", "w:shd", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang"),
}


def dress(file: File, page: Page, fit: float = 1) -> None:
    """Set language, paper, text styles and the table style; `fit` makes all letters smaller."""
    _lighten(file)
    look = page.look
    measures = (look.text, look.middle, look.large)
    text, middle, large = (size(each, fit).pt for each in measures)
    _language(file, page)
    _settings(file, page.compact)
    _paper(file, page)
    _text(file.styles["Normal"], text, INK, after=text * 0.6)
    if page.rtl:
        properties = file.styles["Normal"].element.get_or_add_pPr()
        properties.insert_element_before(word.element("bidi"), "w:spacing", "w:ind", "w:jc")
    third = text if page.compact else middle
    for level, high in enumerate((large, middle, third, text, text), 1):
        _heading(file, level, high, BLUE if level < (4 if page.compact else 3) else INK)
    for name in ("List Bullet", "List Bullet 2", "List Number", "List Number 2", "Caption"):
        _text(file.styles[name], text, INK, after=text * 0.4, bold=name == "Caption")
    file.styles["Caption"].paragraph_format.space_before = Pt(text)
    for name in ("Field", "Cell", "Signature Line"):
        style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = file.styles["Normal"]
        _text(style, text, INK, after=0 if name == "Cell" else text * 0.35)
    file.styles["Signature Line"].paragraph_format.space_before = Mm(11)
    for name in ("Header", "Footer"):
        _text(file.styles[name], look.small, INK, after=2)
    _rule(file.styles["Footer"], sz=4, space=6, color="6B6B6B")
    _table_style(file, "Plan Table", "bottom", "insideH")
    _table_style(file, "Form Table", "top", "left", "bottom", "right", "insideH", "insideV")


def size(points: float, fit: float = 1) -> Pt:
    """Give a size of letters; Word counts in half points."""
    return Pt(max(round(points * fit * 2), 2) / 2)


def _lighten(file: File) -> None:
    """Take out what the template brings along.

    Ninety table styles, a copy of all styles, and the lists' own tabs: without these the words of
    an item begin where its indent says, also inside a box.
    """
    styles = file.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) is None:
            styles.remove(style)
    for key, relation in tuple(file.part.rels.items()):
        if relation.reltype.endswith(("/stylesWithEffects", "/customXml")):
            file.part.rels.pop(key)
    for tabs in file.part.numbering_part.element.xpath(".//w:lvl/w:pPr/w:tabs"):
        tabs.getparent().remove(tabs)


def _text(style: Any, size: float, colour: RGBColor, after: float, bold: bool = False) -> None:
    """Set one style, and take away the theme's own fonts and colours."""
    properties = style.element.get_or_add_rPr()
    for name in ("rFonts", "color", "sz", "szCs", "b", "bCs", "i", "iCs", "spacing", "kern"):
        for old in properties.findall(qn(f"w:{name}")):
            properties.remove(old)
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb, style.font.bold = colour, bold
    for name, value in (("szCs", round(size * 2)), ("bCs", int(bold))):  # for Arabic letters
        properties.insert_element_before(word.element(name, val=value), *_AFTER[name])
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
        _rule(style, sz=10, space=8, color="004488")


def _rule(style: Any, **look: object) -> None:
    """Draw a rule above the paragraphs of a style."""
    edges = word.element("pBdr")
    edges.append(word.element("top", val="single", **look))
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(edges, "w:tabs", "w:spacing", "w:ind", "w:outlineLvl")


def _language(file: File, page: Page) -> None:
    defaults = file.styles.element.find(qn("w:docDefaults"))
    for mark in defaults.iter(qn("w:lang")):
        mark.set(qn("w:val"), page.tag)
        if page.rtl:
            mark.set(qn("w:bidi"), page.tag)


def _settings(file: File, hyphenate: bool) -> None:
    """Ask for today's layout instead of that of 2007, and hyphens only for professionals."""
    settings = file.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        settings.remove(old)
    for compat in settings.findall(qn("w:compat")):
        for old in compat.findall(qn("w:compatSetting")):
            compat.remove(old)
        uri = "http://schemas.microsoft.com/office/word"
        compat.append(word.element("compatSetting", name="compatibilityMode", uri=uri, val=15))
    if hyphenate:
        mark = word.element("autoHyphenation", val="true")
        settings.insert_element_before(mark, "w:defaultTabStop", "w:characterSpacingControl")


def _paper(file: File, page: Page) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    sides = Mm(20), Mm(page.look.margin)
    section.left_margin, section.right_margin = sides[::-1] if page.rtl else sides
    section.top_margin = section.bottom_margin = Mm(25)
    section.header_distance, section.footer_distance = Mm(10), Mm(12)


def _table_style(file: File, name: str, *rules: str) -> None:
    """Make a table of thin rules, with a thicker one under the header row."""
    style = file.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    properties = word.element("tblPr")
    edges = word.element("tblBorders")
    for side in rules:
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
