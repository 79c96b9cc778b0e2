"""The fonts of the PDF and the pictures, and which characters they can draw.

Why: typst refuses a tagged PDF over one character without a glyph, and a frightened family then
has no plan at all. So what can't be drawn is replaced visibly beforehand, and reported.
"""

import struct
import unicodedata
from functools import cache
from pathlib import Path

import fontpkg

STAND_IN = "\ufffd"
FAMILIES = ("Noto Sans", "Noto Sans Arabic")
_INVISIBLE = frozenset(
    map(
        chr,
        [*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF],
    )
)


@cache
def folders() -> tuple[Path, ...]:
    """Give the folders that hold the fonts, as the font packages say."""
    return tuple(fontpkg.path(family).parent for family in FAMILIES)


def drawn(text: str) -> tuple[str, tuple[str, ...]]:
    """Give the text with a stand-in for what no font can draw, and the characters lost."""
    if _alone().issuperset(text):
        return text, ()
    written, lost, base = [], [], " "
    for character in text:
        mark = unicodedata.category(character).startswith("M")
        if not _can_draw(character, base if mark else character):
            lost.append(character)
            character = STAND_IN
            mark = False
        base = base if mark else character
        written.append(character)
    return "".join(written), tuple(sorted(set(lost)))


def _can_draw(character: str, base: str) -> bool:
    """Say whether one font has both; an accent is drawn with the letter that it stands on."""
    if character == "\n" or character in _INVISIBLE:
        return True
    return any(character in has and base in has for has in _characters())


@cache
def _alone() -> frozenset[str]:
    """Give what a font can draw whatever stands before it: all but the accents."""
    signs = (sign for has in _characters() for sign in has)
    alone = (sign for sign in signs if not unicodedata.category(sign).startswith("M"))
    return frozenset(alone) | _INVISIBLE | {"\n"}


@cache
def _characters() -> tuple[frozenset[str], ...]:
    """Give what each font can draw."""
    files = (fontpkg.path(family).read_bytes() for family in FAMILIES)
    return tuple(frozenset(map(chr, glyphs(file))) for file in files)


def glyphs(font: bytes) -> dict[int, int]:
    """Read the glyph of each code point from a font's `cmap` table (formats 4 and 12)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * n) for n in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    found: dict[int, int] = {}
    count = struct.unpack_from(">H", font, start + 2)[0]
    offsets = (struct.unpack_from(">L", font, start + 4 + 8 * n + 4)[0] for n in range(count))
    for at in dict.fromkeys(start + offset for offset in offsets):  # two records may share one
        kind = struct.unpack_from(">H", font, at)[0]
        if kind == 4:
            found.update(_short(font, at))
        elif kind == 12:
            for group in range(struct.unpack_from(">L", font, at + 12)[0]):
                low, high, glyph = struct.unpack_from(">LLL", font, at + 16 + 12 * group)
                found.update({low + place: glyph + place for place in range(high - low + 1)})
    return found


def _short(font: bytes, at: int) -> dict[int, int]:
    """Read format 4: segments with a shift, or with a list of glyphs of their own."""
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends, starts = at + 14, at + 16 + 2 * count
    shifts, lists = starts + 2 * count, starts + 4 * count
    found: dict[int, int] = {}
    for n in range(count):
        end, start, shift, offset = (
            struct.unpack_from(">H", font, base + 2 * n)[0]
            for base in (ends, starts, shifts, lists)
        )
        for point in range(start, min(end, 0xFFFE) + 1):
            glyph = point
            if offset:
                place = lists + 2 * n + offset + 2 * (point - start)
                glyph = struct.unpack_from(">H", font, place)[0]
            if (glyph or not offset) and (glyph + shift) & 0xFFFF:
                found[point] = (glyph + shift) & 0xFFFF
    return found
