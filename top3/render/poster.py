"""How much a poster must shrink to stay on one sheet, where a format can't measure that itself.

Why: the PDF measures its letters; a Word file and a web page are set by somebody else's program.
There a careful estimate decides: rather a little small than a second sheet.
"""

import re
from math import ceil

from top3.render.page import Look
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
    plain,
)

_WIDTH, _HEIGHT = 168, 238  # millimetres of a sheet, with some room to spare
_POINT = 25.4 / 72  # in millimetres
_LETTER, _LINE = 0.57 * _POINT, 1.55 * _POINT  # Verdana is wide
_STEP = 0.95
_VIEW = re.compile(r'viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"')
FIGURE = 135  # millimetres that a picture is wide where it does not say so itself


def fit(blocks: Blocks, look: Look) -> float:
    """Give the factor by which the letters shrink."""
    factor = 1.0
    while height(blocks, look, factor) > _HEIGHT and factor > 0.02:
        factor *= _STEP
    return round(factor, 3)


def height(blocks: Blocks, look: Look, factor: float) -> float:
    """Estimate how high the blocks stand, in millimetres."""
    return sum(_high(block, look, factor, _WIDTH) for block in blocks)


def _high(block: Block, look: Look, factor: float, width: float) -> float:
    match block:
        case Heading(level, line):
            size = (look.large, look.middle)[level > 1]
            return _set(line, size * factor, width) + size * factor * 0.2
        case Paragraph(line):
            return _set(line, _size(line, look) * factor, width) + look.text * factor * 0.25
        case Fields(fields):
            lines = (field.label + field.value for field in fields)
            return sum(_set(line, look.text * factor, width) for line in lines)
        case Items(items):
            inner = (part for item in items for part in item)
            return sum(_high(part, look, factor, width - 10) for part in inner)
        case Box(_, inner, picture):
            beside = look.picture * factor if picture else 0
            within = width - 10 - (beside + 5 if picture else 0)
            high = sum(_high(part, look, factor, within) for part in inner)
            row = look.text * factor * _LINE
            return high + max(0, beside * 1.25 - row) + 11 * factor  # it stands in the first line
        case Table(head=head, rows=rows):
            lines = (cell for row in (head, *rows) for cell in row)
            return sum(_set(line, look.text * factor, width) for line in lines)
        case Signatures(_, count) | Lines(_, count):
            return count * 20 * factor
        case Figure(svg, _, line):
            wide = block.points * _POINT if block.points else FIGURE
            below = 0 if block.alone else _set(line, look.text * factor, width)
            return wide * factor * _tall(svg) + below + 5


def _tall(svg: str) -> float:
    """Give how high a picture is for its width."""
    box = _VIEW.search(svg)
    return float(box[2]) / float(box[1]) if box else 1


def _size(line: Line, look: Look) -> int:
    """Give the size of a paragraph: a number to call makes it larger."""
    return look.middle if any(getattr(part, "phone", False) for part in line) else look.text


def _set(line: Line, size: float, width: float) -> float:
    """Give the height of a line when it is set this large in this width."""
    held = max(1, int(width / (size * _LETTER)))
    rows = sum(max(1, ceil(len(row) * 1.05 / held)) for row in plain(line).split("\n"))
    return rows * size * _LINE
