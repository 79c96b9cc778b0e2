"""Writes the tree as one self-contained page: no script, nothing fetched, good on a phone.

Why by hand: every element here carries meaning (a card is a section with its heading, a label is
a `dt`), and each value is escaped at the one place where text becomes HTML.
"""

import re
from dataclasses import replace
from functools import cache
from html import escape

from top3.render import poster
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
    turns,
)
from top3.words import data_folder

_TAGS = {"card": "section", "words": "blockquote"}
_NUMBER = re.compile(r"\+?[0-9][0-9 ()./-]{1,24}")


def write(blocks: Blocks, page: Page) -> tuple[bytes, tuple[str, ...]]:
    """Give the HTML file."""
    marks = "".join(
        f'<p class="unfinished">{escape(mark)}</p>\n'
        if mark == page.provisional
        else f"<p>{escape(mark)}</p>\n"
        for mark in page.marks
    )
    way = "rtl" if page.rtl else "ltr"
    fit = f' style="--fit:{poster.fit(blocks, page.look)}"' if page.form == "poster" else ""
    header = f"<header>\n{marks}</header>\n" if marks else ""
    footer = f"<footer>\n<p>{escape(page.version)}</p>\n</footer>\n" if page.version else ""
    html = (
        f'<!doctype html>\n<html lang="{page.tag}" dir="{way}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(page.title)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<style>\n{_style()}{_margins(page)}</style>\n</head>\n<body class="{page.form}"{fit}>\n'
        f"{header}<main>\n{_blocks(blocks)}</main>\n{footer}</body>\n</html>\n"
    )
    return html.encode(), ()


@cache
def _style() -> str:
    return (data_folder("templates") / "style" / "page.css").read_text("utf-8")


def _margins(page: Page) -> str:
    """Say on every sheet what it belongs to; the first one begins with its marks, large.

    Why in the margins of the paper: a browser repeats nothing else on each sheet. One that
    can't do that yet still prints the marks at the beginning and the version at the end.
    """
    if page.form == "poster":
        return ""
    start, end = ("right", "left") if page.rtl else ("left", "right")
    number = " ".join(
        f"counter({piece[1:-1]})" if piece in ("{page}", "{pages}") else _quoted(piece)
        for piece in re.split(r"(\{pages?\})", page.of)
        if piece
    )
    marks = _quoted(" · ".join(page.marks))
    return (
        f"@page {{ @top-{start} {{ content: {marks}; font-weight: 700; }} "
        f"@bottom-{start} {{ content: {_quoted(page.version)}; }} "
        f"@bottom-{end} {{ content: {number}; }} }}\n"
        f"@page :first {{ @top-{start} {{ content: none; }} }}\n"
    )


def _quoted(text: str) -> str:
    """Write a text as CSS does: what is no letter or digit as its number, so it stays a text."""
    safe = (c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text)
    return f'"{"".join(safe)}"'


def _blocks(blocks: Blocks) -> str:
    return "".join(_placed(block, blocks[:place]) + "\n" for place, block in enumerate(blocks))


def _placed(block: Block, before: Blocks) -> str:
    """Write a block; a page box that begins a new page says so to the style."""
    if isinstance(block, Box) and block.kind == "page":
        kind = "page next" if turns(before) else "page"
        return f'<div class="{kind}">\n{block.picture}{_blocks(block.blocks)}</div>'
    return _block(block)


def _line(line: Line) -> str:
    """Write inline text; a number to call is a link."""
    written = ""
    for part in line:
        if isinstance(part, Break):
            written += "<br>"
            continue
        text = escape(part.text)
        if part.phone and _NUMBER.fullmatch(part.text):
            text = f'<a href="tel:{re.sub(r"[^0-9+]", "", part.text)}">{text}</a>'
        text = f"<bdi>{text}</bdi>" if part.against else text
        written += f"<strong>{text}</strong>" if part.bold else text
    return written


def _block(block: Block) -> str:
    match block:
        case Heading(level, line):
            return f"<h{level}>{_line(line)}</h{level}>"
        case Paragraph(line):
            return f"<p>{_line(line)}</p>"
        case Fields(fields):
            rows = "".join(
                f"<div><dt>{_line(_plain(field.label))}</dt> <dd>{_line(field.value)}</dd></div>\n"
                for field in fields
            )
            return f"<dl>\n{rows}</dl>"
        case Items(items, ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>\n{''.join(_item(item) for item in items)}</{tag}>"
        case Box(kind, inner, picture):
            is_titled = bool(inner) and isinstance(inner[0], Heading)
            tag = "div" if kind == "card" and not is_titled else _TAGS.get(kind, "div")
            if picture:
                beside = f"{picture}\n<div>\n{_blocks(inner)}</div>\n"
                return f'<{tag} class="{kind} pictured">\n{beside}</{tag}>'
            return f'<{tag} class="{kind}">\n{_blocks(inner)}</{tag}>'
        case Table():
            return _table(block)
        case Signatures(labels, count):
            row = " ".join(f"<span>{escape(label)}</span>" for label in labels)
            return '<ul class="seen">\n' + f"<li>{row}</li>\n" * count + "</ul>"
        case Lines(line, count):
            rules = '<div class="rule"></div>\n' * count
            return f'<div class="lines">\n<p>{_line(line)}</p>\n{rules}</div>'
        case Figure(svg, alone=True):
            return f"<figure>\n{svg}\n</figure>"
        case Figure(svg, _, line):
            return f"<figure>\n{svg}\n<figcaption>{_line(line)}</figcaption>\n</figure>"


def _item(item: Blocks) -> str:
    """Write an item; a single paragraph needs no `p`."""
    first = item[0]
    inner = _line(first.line) if isinstance(first, Paragraph) else _block(first)
    return f"<li>{inner}{''.join(map(_block, item[1:]))}</li>\n"


def _plain(label: Line) -> Line:
    """A `dt` is bold by its style."""
    return tuple(replace(part, bold=False) if isinstance(part, Text) else part for part in label)


def _table(table: Table) -> str:
    caption = f"<caption>{escape(table.caption)}</caption>\n" if table.caption else ""
    columns = "".join(f'<col style="width:{width}%">' for width in table.widths)
    head = "".join(f'<th scope="col">{_line(cell)}</th>' for cell in table.head)
    rows = "".join(
        "<tr>" + "".join(f"<td>{_line(cell)}</td>" for cell in row) + "</tr>\n"
        for row in table.rows
    )
    room = f' class="blank" style="--room:{table.room}mm"' if table.room else ""
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(table.caption)}">\n'
        f"<table{room}>\n{caption}<colgroup>{columns}</colgroup>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n</div>"
    )
