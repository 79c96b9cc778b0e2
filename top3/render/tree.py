"""The tree every format is written from: a few kinds of block, with literal text in them.

Why: Markdown tokens say more than a plan needs, and each writer would read them in its own way.
Here they are boiled down once, so four formats can't tell four stories.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Literal characters. `phone`: a number to call; `against`: they run the other way."""

    text: str
    bold: bool = False
    phone: bool = False
    against: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph."""


Inline = Text | Break
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the title of the copy."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more sentences."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `ordered` where the order matters."""

    items: tuple["Blocks", ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A label and what it says: Wie: oma Ria."""

    label: Line
    value: Line


@dataclass(frozen=True, slots=True)
class Fields:
    """Labelled lines, one under the other."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `widths` are percentages (empty: all equal).

    `room`: in a form, how many millimetres an empty cell has for a pen; 0 in a printed table.
    """

    caption: str
    widths: tuple[int, ...]
    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    room: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks that belong together, with perhaps a pictogram (SVG) beside them.

    `kind` is card, call, provisional, condition, words, page or landscape.
    """

    kind: str
    blocks: "Blocks"
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Room to write: `count` lines, each with these labels."""

    labels: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Lines:
    """Room to write: what to write, and `count` rules under it."""

    line: Line
    count: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture we draw: `alt` is its short text; `line` says the same in full, under it.

    `alone`: the short text says all that the picture does, so `line` stands only where no picture
    can (a poster says nothing twice).
    """

    svg: str
    alt: str
    line: Line
    alone: bool = False

    @property
    def points(self) -> float | None:
        """Give the printed width in points where the picture sets it itself."""
        found = re.match(r'<svg [^>]*?width="([0-9.]+)pt"', self.svg)
        return float(found[1]) if found else None


Block = Heading | Paragraph | Items | Fields | Table | Box | Signatures | Lines | Figure
Blocks = tuple[Block, ...]


def plain(line: Line) -> str:
    """Give the characters of a line; a break is a new line."""
    return "".join(part.text if isinstance(part, Text) else "\n" for part in line)


def flat(line: Line) -> Line:
    """Give the line without breaks, for headings, labels and cells."""
    return tuple(Text(" ") if isinstance(part, Break) else part for part in line)


def turns(before: Blocks) -> bool:
    """Say whether a page box begins a new page: not when only the title stands before it."""
    return any(not isinstance(block, Heading) or block.level > 1 for block in before)


def walk(blocks: Blocks) -> Iterator[Block]:
    """Give every block, also those inside boxes and lists, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, Box):
            yield from walk(block.blocks)
        elif isinstance(block, Items):
            for item in block.items:
                yield from walk(item)
