"""Writes the tree as Markdown, with the least escaping that reads back the same.

Why least: people read this file as it is. A backslash stands only where Markdown would otherwise
take a character for markup. There is no raw HTML, and families get lists, never tables.
"""

import re
from collections.abc import Iterator, Sequence

from top3.render.direction import isolated
from top3.render.page import Page
from top3.render.tree import (
    Block,
    Blocks,
    Box,
    Break,
    Fields,
    Figure,
    Heading,
    Items,
    Line,
    Lines,
    Paragraph,
    Signatures,
    Table,
    Text,
)

_ALWAYS = re.compile(r"[\\`*\[\]]|<(?=[A-Za-z/!?])|~(?=~)|(?<=~)~")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_START = re.compile(r"([#>+=~|:-]|\d{1,9}(?=[.)]))")
_DOTS = "." * 24
_RULE = "." * 72


def write(blocks: Blocks, page: Page) -> tuple[bytes, tuple[str, ...]]:
    """Give the Markdown file."""
    title, *rest = blocks  # every template begins with its title
    marks = [f"**{escape(mark)}**" for mark in page.marks]
    foot = ["---", _starting(escape(page.version))] if page.version else []
    parts = [_block(title), *marks, *_pages(rest), *foot]
    return ("\n\n".join(parts) + "\n").encode(), ()


def _pages(blocks: Sequence[Block]) -> Iterator[str]:
    """Write the blocks; a rule stands between two pages."""
    first = True
    for block in blocks:
        if isinstance(block, Box) and block.kind == "page":
            if not first:
                yield "---"
            first = False
        yield _block(block)


def escape(text: str) -> str:
    """Escape what Markdown would read as markup anywhere in a line."""
    text = _ALWAYS.sub(lambda found: "\\" + found[0], text)
    text = _UNDERSCORE.sub(r"\\_", text)
    return _ENTITY.sub(r"\\&", text)


def _line(line: Line, opens: bool = True) -> str:
    """Write inline text; `opens`: it stands where a block could begin."""
    rows: list[list[tuple[str, bool]]] = [[]]
    for part in line:
        if isinstance(part, Break):
            rows.append([])
            continue
        text = isolated(part.text) if part.against else part.text
        if rows[-1] and rows[-1][-1][1] == part.bold:
            rows[-1][-1] = (rows[-1][-1][0] + text, part.bold)
        else:
            rows[-1].append((text, part.bold))
    return "\\\n".join(_row(row, opens or place > 0) for place, row in enumerate(rows))


def _row(runs: list[tuple[str, bool]], opens: bool) -> str:
    """Write one line of runs, each with whether it is bold."""
    written = "".join(
        f"**{_edged(escape(text))}**" if bold and text.strip() else escape(text)
        for text, bold in runs
    )
    return _starting(written) if opens else _edged(written)


def _edged(text: str) -> str:
    """Write outer spaces so that they stay, and so that the stars of bold text count."""
    if text[:1].isspace():
        text = f"&#{ord(text[0])};{text[1:]}"
    if text[-1:].isspace():
        text = f"{text[:-1]}&#{ord(text[-1])};"
    return text


def _starting(line: str) -> str:
    """Escape what Markdown would read as the start of a block."""
    line = _edged(line)
    found = _START.match(line)
    if not found or line.startswith("**"):
        return line
    return "\\" + line if not line[0].isdigit() else f"{found[0]}\\{line[found.end() :]}"


def _block(block: Block) -> str:
    match block:
        case Heading(level, line):
            return f"{'#' * level} {_closed(_line(line, opens=False))}"
        case Paragraph(line):
            return _line(line)
        case Fields(fields):
            rows = [_line((*f.label, Text(" "), *f.value)) for f in fields]
            return "\n".join(f"- {_indented(row, '  ')}" for row in rows)
        case Items(items, ordered):
            return _items(items, ordered)
        case Table():
            return _table(block)
        case Box(kind, inner):
            written = "\n\n".join(map(_block, inner))
            quoted = kind in ("call", "provisional", "condition", "words")
            return (
                "\n".join(f"> {row}".rstrip() for row in written.split("\n")) if quoted else written
            )
        case Signatures(labels, count):
            row = ", ".join(f"{escape(label)} {_DOTS}" for label in labels)
            return "\n".join([f"- {row}"] * count)
        case Lines(line, count):
            return "\n\n".join([_line(line), *[_RULE] * count])
        case Figure():
            return _line(block.line)


def _items(items: tuple[Blocks, ...], ordered: bool) -> str:
    rows = []
    for number, item in enumerate(items, 1):
        mark = f"{number}. " if ordered else "- "
        rows.append(mark + _indented("\n\n".join(map(_block, item)), " " * len(mark)))
    return "\n".join(rows)


def _indented(text: str, by: str) -> str:
    return text.replace("\n", "\n" + by)


def _closed(heading: str) -> str:
    """Keep a heading's own final # from closing it."""
    return re.sub(r"(#+)$", r"\\\1", heading)


def _table(table: Table) -> str:
    rows = [
        "| " + " | ".join(_line(cell, opens=False).replace("|", r"\|") for cell in row) + " |"
        for row in (table.head, *table.rows)
    ]
    rule = "|" + " --- |" * len(table.head)
    caption = [f"**{escape(table.caption)}**", ""] if table.caption else []
    return "\n".join([*caption, rows[0], rule, *rows[1:]])
