"""Text that runs against the direction of its copy: an Arabic name in a Dutch sentence.

Why: left to itself such a name takes the number after it along, and a phone number in a sentence
is then read backwards. So each run that goes the other way is set apart from its neighbours.
"""

import re
import unicodedata
from dataclasses import replace

from top3.render.tree import (
    Block,
    Blocks,
    Box,
    Break,
    Field,
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
    walk,
)

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL = f"[{_RIGHT}]"
_MARK = "[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08ca-\u08ff]"  # on a letter
_LETTER = rf"(?:(?!{_RTL})[^\W\d_])"  # one that runs from the left
_NUMBER = r"\d[ ./-]\d"  # a number in groups keeps its own order, also between Arabic words
_BETWEEN = r"[,;|\u00b7](?!\d)"  # between two names: each name is a run of its own
_AGAINST = {
    False: re.compile(rf"(?!{_MARK}){_RTL}(?:(?:(?!{_NUMBER}|{_LETTER}|{_BETWEEN}).)*{_RTL})?"),
    True: re.compile(rf"(?:\+?\d|{_LETTER})(?:(?:(?!{_RTL}|{_BETWEEN}).)*(?:\d|{_LETTER}))?"),
}
_ANY_RTL = re.compile(_RTL)
_END = re.compile(r"[.!?:\u2026]+$")


def directed(blocks: Blocks, rtl: bool) -> Blocks:
    """Give the tree with each run that goes against the copy as a text of its own."""
    if rtl or any(_ANY_RTL.search(text.text) for text in _texts(blocks)):
        return tuple(_block(block, rtl) for block in blocks)
    return blocks


def runs(text: str, rtl: bool) -> list[tuple[str, bool]]:
    """Cut the text into runs, each with whether it goes against a copy that is `rtl` or not."""
    found: list[tuple[str, bool]] = []
    at = 0
    for run in _AGAINST[rtl].finditer(text):
        end = _closed(text, run.start(), run.end())
        found += [(text[at : run.start()], False), (text[run.start() : end], True)]
        at = end
    found.append((text[at:], False))
    return [(piece, against) for piece, against in found if piece]


def isolated(text: str) -> str:
    """Set a run apart with Unicode's own invisible marks, for formats that have no other way."""
    return f"\u2068{text}\u2069"


def shown(text: str, rtl: bool) -> str:
    """Give a text that is no line of the tree with its runs set apart."""
    if not rtl and not _ANY_RTL.search(text):
        return text
    return "".join(isolated(piece) if against else piece for piece, against in runs(text, rtl))


def parted(text: str, rtl: bool) -> Line:
    """Give such a text as a line, for a format in which `shown`'s marks do nothing."""
    return _line((Text(re.sub("[\u2068\u2069]", "", text)),), rtl)


def _closed(text: str, start: int, end: int) -> int:
    """Give where a run ends: it takes its own closing bracket along, and its own full stop."""
    while end < len(text) and unicodedata.category(text[end]).startswith("M"):
        end += 1  # an accent stays on its letter
    run = text[start:end]
    if text[end : end + 1] == ")" and run.count("(") > run.count(")"):
        end += 1
    last = _END.match(text, end)
    return last.end() if last and start == 0 else end


def _texts(blocks: Blocks) -> list[Text]:
    lines: list[Line] = []
    for block in walk(blocks):
        match block:
            case Heading(_, line) | Paragraph(line) | Figure(_, _, line) | Lines(line):
                lines.append(line)
            case Fields(fields):
                lines += [line for field in fields for line in (field.label, field.value)]
            case Table(head=head, rows=rows):
                lines += [cell for row in (head, *rows) for cell in row]
    return [part for line in lines for part in line if isinstance(part, Text)]


def _line(line: Line, rtl: bool) -> Line:
    return tuple(
        piece
        for part in line
        for piece in (
            (part,)
            if isinstance(part, Break)
            else (replace(part, text=text, against=turn) for text, turn in runs(part.text, rtl))
        )
    )


def _block(block: Block, rtl: bool) -> Block:
    match block:
        case Heading() | Paragraph() | Figure() | Lines():
            return replace(block, line=_line(block.line, rtl))
        case Fields(fields):
            return Fields(
                tuple(Field(_line(each.label, rtl), _line(each.value, rtl)) for each in fields)
            )
        case Items(items):
            inner = tuple(tuple(_block(part, rtl) for part in item) for item in items)
            return replace(block, items=inner)
        case Table(caption=caption, head=head, rows=rows):
            return replace(
                block,
                caption=shown(caption, rtl),
                head=tuple(_line(cell, rtl) for cell in head),
                rows=tuple(tuple(_line(cell, rtl) for cell in row) for row in rows),
            )
        case Box(_, blocks):
            return replace(block, blocks=tuple(_block(part, rtl) for part in blocks))
        case Signatures():
            return block
