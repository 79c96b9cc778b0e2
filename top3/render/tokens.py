"""Turns Markdown tokens into the tree, and puts the values in their places.

Why apart: this is the only room that knows markdown-it, and the only one that sees placeholders.
"""

import re
from collections.abc import Sequence
from math import ceil

from markdown_it.tree import SyntaxTreeNode

from top3.document.model import Document
from top3.render import pictures
from top3.render.pictograms import pictogram
from top3.render.tree import (
    Block,
    Blocks,
    Box,
    Break,
    Field,
    Fields,
    Heading,
    Inline,
    Items,
    Line,
    Lines,
    Paragraph,
    Signatures,
    Table,
    Text,
    flat,
    plain,
)
from top3.words import Words

_FRAMED = ("card", "call", "provisional", "condition", "words")
BOXES = (*_FRAMED, "page", "landscape", "table", "seen", "blank", "lines")
_UPRIGHT, _WIDE = 68, 113  # letters in a row of a table, on a page that stands and one that lies
_LONG = 24  # a longer word may be broken
_PLACEHOLDER = re.compile("\ue000([0-9]+)\ue001")


class TreeBuilder:
    """Reads the nodes of one copy; `values` are what the placeholders stand for."""

    def __init__(self, values: Sequence[str], words: Words, document: Document) -> None:
        self.values = values
        self.words = words
        self.document = document
        self.letters = _UPRIGHT

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> Blocks:
        """Read block nodes; what is empty is left out."""
        read = [block for node in nodes if (block := self.block(node)) is not None]
        return tuple(_without_bare_headings(read))

    def block(self, node: SyntaxTreeNode) -> Block | None:
        """Read one block node."""
        if node.type == "heading":
            line = flat(self.line(node.children[0]))
            return Heading(int(node.tag[1]), line) if plain(line).strip() else None
        if node.type == "paragraph":
            return self.paragraph(node.children[0])
        if node.type in ("bullet_list", "ordered_list"):
            return self.items(node)
        if node.type.startswith("container_"):
            return self.box(node)
        raise ValueError(f"the dialect has no {node.type}")

    def paragraph(self, inline: SyntaxTreeNode) -> Block | None:
        """Read a paragraph; one that is a picture alone is that figure."""
        if inline.children and inline.children[0].type == "image":
            source = str(inline.children[0].attrs["src"])
            return pictures.figure(source, self.document, self.words)
        line = self.line(inline)
        return Paragraph(line) if plain(line).strip() else None

    def items(self, node: SyntaxTreeNode) -> Block | None:
        """Read a list; where every item begins with a bold label it is a list of fields."""
        if all(_label_place(item) >= 0 for item in node.children):
            found = [self.field(item) for item in node.children]
            fields = tuple(field for field in found if plain(field.value).strip())
            return Fields(fields) if fields else None
        read = [self.blocks(item.children) for item in node.children]
        items = tuple(item for item in read if item)
        return Items(items, node.type == "ordered_list") if items else None

    def field(self, item: SyntaxTreeNode) -> Field:
        """Read `- **Label:** value`."""
        label, *rest = item.children[0].children[0].children[_label_place(item) :]
        value: Line = ()
        if rest and rest[0].type == "text":
            value = self.text(rest.pop(0).content.lstrip(" "))
        return Field(flat(self.parts(label.children, bold=True)), value + self.parts(rest))

    def box(self, node: SyntaxTreeNode) -> Block | None:
        """Read a container."""
        kind, _, rest = node.info.strip().partition(" ")
        if kind == "table":
            return self.table(node, rest)
        if kind == "blank":
            room, _, rest = rest.partition(" ")
            return self.table(node, rest, int(room))
        if kind == "lines":
            return Lines(self.line(node.children[0].children[0]), int(rest))
        if kind == "seen":
            labels = plain(self.line(node.children[0].children[0])).split("\n")
            return Signatures(tuple(labels), int(rest))
        upright = self.letters
        if kind == "landscape":
            self.letters = _WIDE
        inner = self.blocks(node.children)
        self.letters = upright
        picture = pictogram(rest, disc=kind == "page") if rest else ""
        return Box(kind, inner, picture) if inner else None

    def table(self, node: SyntaxTreeNode, info: str, room: int = 0) -> Block | None:
        """Read a table; `info` holds its column widths and its caption.

        In a form, with `room` to write, an empty cell stays empty and an empty row is a row.
        """
        widths, _, caption = info.partition(" ")
        head, *body = node.children[0].children
        rows = [self.cells(row, room) for part in body for row in part.children]
        filled = tuple(row for row in rows if room or any(plain(cell).strip() for cell in row))
        if not filled:
            return None
        titles = self.cells(head.children[0])
        shares = tuple(int(width) for width in widths.split("/"))
        shares = shares if room else roomy(shares, (titles, *filled), self.letters)
        return Table(plain(flat(self.text(caption))), shares, titles, filled, room)

    def cells(self, row: SyntaxTreeNode, room: int = 0) -> tuple[Line, ...]:
        """Read the cells of a row; an empty one says so, unless it is there to be written in."""
        lines = [flat(self.line(cell.children[0])) for cell in row.children]
        empty = () if room else (Text("–"),)
        return tuple(line if plain(line).strip() else empty for line in lines)

    def line(self, inline: SyntaxTreeNode) -> Line:
        """Read the text of a paragraph, heading or cell."""
        return self.parts(inline.children)

    def parts(
        self, nodes: Sequence[SyntaxTreeNode], bold: bool = False, phone: bool = False
    ) -> Line:
        """Read inline nodes."""
        found: list[Inline] = []
        for node in nodes:
            if node.type == "text":
                found += self.text(node.content, bold, phone)
            elif node.type == "strong":
                found += self.parts(node.children, True, phone)
            elif node.type == "link":
                found += self.parts(node.children, bold, True)
            elif node.type in ("softbreak", "hardbreak"):
                found.append(Break())
            else:
                raise ValueError(f"the dialect has no {node.type}")
        return tuple(found)

    def text(self, content: str, bold: bool = False, phone: bool = False) -> Line:
        """Put the values into the template's words; their own new lines become breaks."""
        found: list[Inline] = []
        for place, piece in enumerate(_PLACEHOLDER.split(content)):
            for number, words in enumerate(
                (self.values[int(piece)] if place % 2 else piece).split("\n")
            ):
                if number:
                    found.append(Break())
                if words:
                    found.append(Text(words, bold, phone))
        return tuple(found)


def roomy(shares: tuple[int, ...], rows: Sequence[Sequence[Line]], letters: int) -> tuple[int, ...]:
    """Widen each column to its longest word, as far as the other columns can spare it.

    Else a word runs into its neighbour on paper, and is broken anywhere in a Word file.
    """
    columns = [[_longest(cell) for cell in column] for column in zip(*rows, strict=True)]
    longest = [max([1.2 * head, *below]) for head, *below in columns]  # a title is bold
    needed = [ceil((min(word, _LONG) + 1.6) * 100 / letters) for word in longest]
    wide = [max(pair) for pair in zip(shares, needed, strict=True)]
    spare = [width - least for width, least in zip(wide, needed, strict=True)]
    over = sum(wide) - sum(shares)
    if not over:
        return shares
    if over >= sum(spare):
        return tuple(needed)
    return tuple(
        width - round(over * room / sum(spare)) for width, room in zip(wide, spare, strict=True)
    )


def _longest(cell: Line) -> int:
    """Give the length of the longest word of a cell."""
    return max(map(len, plain(cell).split()), default=0)


def _label_place(item: SyntaxTreeNode) -> int:
    """Give the place of the bold label an item begins with, or -1."""
    first = item.children[0] if len(item.children) == 1 else None
    if first is None or first.type != "paragraph":
        return -1
    for place, part in enumerate(first.children[0].children):
        if part.type != "text" or part.content:
            return place if part.type == "strong" else -1
    return -1


def _without_bare_headings(blocks: Sequence[Block]) -> list[Block]:
    """Leave out a heading with nothing below it before the next one of its rank."""
    kept: list[Block] = []
    for block in reversed(blocks):
        follows = kept[-1] if kept else None
        bare = follows is None or (
            isinstance(follows, Heading)
            and isinstance(block, Heading)
            and follows.level <= block.level
        )
        if not (isinstance(block, Heading) and bare):
            kept.append(block)
    return kept[::-1]
