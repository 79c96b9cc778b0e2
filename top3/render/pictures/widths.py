"""How wide a text is when it is drawn, so that no name runs over the edge of a picture.

The widths come from the fonts themselves. What is bold, and what a browser draws in another
letter than ours, is a little wider, so the measure errs on the wide side.
"""

import struct
from collections.abc import Mapping
from functools import cache

import fontpkg

from top3.render.fonts import FAMILIES, glyphs

_SLACK, _BOLD = 1.04, 1.08
_UNKNOWN = 1.0
_DOTS = "…"


def width(text: str, size: float, bold: bool = False) -> float:
    """Give the width of a line of text, in the unit of its size."""
    wide = sum(_advance(character) for character in text)
    return wide * size * _SLACK * (_BOLD if bold else 1)


def cut(text: str, size: float, room: float, bold: bool = False) -> str:
    """Give the text, cut with … where it does not fit."""
    if width(text, size, bold) <= room:
        return text
    while text and width(text + _DOTS, size, bold) > room:
        text = text[:-1]
    return text.rstrip() + _DOTS


def wrapped(text: str, size: float, room: float, most: int, bold: bool = False) -> list[str]:
    """Give the text in at most so many lines; what doesn't fit is cut with …"""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        taken = 1
        while taken < len(words) and width(" ".join(words[: taken + 1]), size, bold) <= room:
            taken += 1
        lines.append(cut(" ".join(words[:taken]), size, room, bold))
        words = words[taken:]
    return [*lines, cut(" ".join(words), size, room, bold)] if words else lines


def _advance(character: str) -> float:
    for known in _widths():
        if character in known:
            return known[character]
    return _UNKNOWN


@cache
def _widths() -> tuple[Mapping[str, float], ...]:
    """Give per font the width of each character, in ems."""
    return tuple(_read(fontpkg.path(family).read_bytes()) for family in FAMILIES)


def _read(font: bytes) -> dict[str, float]:
    """Join `cmap` (character to glyph) with `hmtx` (glyph to width)."""
    count = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * n) for n in range(count))
    at = {tag: offset for tag, _, offset, _ in records}
    em = struct.unpack_from(">H", font, at[b"head"] + 18)[0]
    last = struct.unpack_from(">H", font, at[b"hhea"] + 34)[0] - 1
    return {
        chr(point): struct.unpack_from(">H", font, at[b"hmtx"] + 4 * min(glyph, last))[0] / em
        for point, glyph in glyphs(font).items()
    }
