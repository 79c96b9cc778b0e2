"""Writes the tree as a tagged PDF (PDF/UA-1, PDF/A-2a), and pictures as PNG, with typst.

Why JSON: text that becomes part of typst's own source can run as code; text in `sys_inputs`
can't. Nothing is read from disk: the root is an empty folder and the template comes as bytes.
"""

import json
import tempfile
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache, partial
from typing import Any

import typst

from top3.render import fonts
from top3.render.direction import isolated, shown
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
from top3.words import data_folder

_MOMENT = 946684800  # 1 January 2000: a copy may not tell when it was made, and bytes stay equal
_CLOSER = (0.85, 0.7, 0.55, 0.45, 0.4)  # shares of the usual room between blocks
_NEARLY_EMPTY, _HALF_EMPTY = 0.2, 0.6  # how much of a last page is filled
_MANY = 99  # more parts than a copy has
_PICTURE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg")"""


def write(blocks: Blocks, page: Page) -> tuple[bytes, tuple[str, ...]]:
    """Give the PDF, and the characters that no font could draw."""
    inputs, lost = drawn(blocks, page)
    pdf = compiled(template(), inputs, format="pdf", pdf_standards=["a-2a", "ua-1"])
    if not isinstance(pdf, bytes):
        raise TypeError("typst gave no single file")
    return pdf, lost


def drawn(blocks: Blocks, page: Page) -> tuple[dict[str, str], tuple[str, ...]]:
    """Give what the template takes, and the characters that no font could draw."""
    language, _, region = page.tag.partition("-")
    data = {
        "language": language,
        "region": region or None,
        "rtl": page.rtl,
        "form": page.form,
        "look": asdict(page.look),
        "compact": page.compact,
        "title": page.title,
        "only": page.only,
        "fictional": page.fictional,
        "provisional": page.provisional,
        "version": page.version,
        "of": page.of,
        "blocks": [_block(block) for block in blocks],
    }
    for key in ("only", "fictional", "provisional", "version"):
        data[key] = shown(str(data[key]), page.rtl)
    lost: set[str] = set()
    text = json.dumps(_drawn(data, lost), ensure_ascii=False)
    inputs = {"data": text}
    return inputs | {"airs": json.dumps(_airs(inputs, page.form))}, tuple(sorted(lost))


@cache
def png(svg: str) -> bytes:
    """Turn a picture of ours into PNG, for the formats that need pixels."""
    made = compiled(_PICTURE, {"svg": svg}, format="png", ppi=200)
    if not isinstance(made, bytes):
        raise TypeError("typst gave no single file")
    return made


def compiled(source: bytes, inputs: dict[str, str], **how: Any) -> bytes | list[bytes]:
    """Compile with our fonts alone and an empty root; PNG gives a list when pages are many."""
    with _compiler(source, inputs) as compiler:
        made = compiler.compile(timestamp=_MOMENT, **how)
    if made is None:
        raise TypeError("typst gave nothing")
    return made


def _airs(inputs: dict[str, str], form: str) -> list[float]:
    """Give the air of each part: less, where that saves a last page with little on it.

    A young person's copy is one sheet if it can be. The professionals' copy is left as it is: it is
    long, and trying costs time. A part is what begins on a page of its own.
    """
    if form in ("poster", "aloud", "compact"):
        return []
    lengths = cache(partial(_lengths, inputs))
    return [_air(place, form, lengths) for place in range(len(lengths(1)))]


def _air(place: int, form: str, lengths: Callable[[float], list[tuple[int, float]]]) -> float:
    """Give the most air with which a part saves a page, and all of it where none does."""
    pages, _ = lengths(1)[place]
    steps = _steps(lengths(1)[place], form)
    first = bisect_left(steps, True, key=lambda air: lengths(air)[place][0] < pages)
    return (*steps, 1.0)[first]


def _steps(part: tuple[int, float], form: str) -> tuple[float, ...]:
    """Give how much less air may be tried: the emptier the last page, the more it is worth."""
    pages, filled = part
    if pages == 1:
        return ()
    if form == "teen":
        return _CLOSER if pages == 2 else ()
    return _CLOSER[:4] if filled < _NEARLY_EMPTY else _CLOSER[:3] if filled < _HALF_EMPTY else ()


def _lengths(inputs: dict[str, str], air: float) -> list[tuple[int, float]]:
    """Give how many pages each part takes with this air, and how full its last one is."""
    with _compiler(template(), inputs | {"airs": json.dumps([air] * _MANY)}) as compiler:
        ends = json.loads(compiler.query("<ends>", field="value"))
    starts = [0, *(page for page, _ in ends)]
    return [(page - start, full) for start, (page, full) in zip(starts, ends, strict=False)]


@contextmanager
def _compiler(source: bytes, inputs: dict[str, str]) -> Iterator[typst.Compiler]:
    """Give a compiler with our fonts alone and an empty root."""
    with tempfile.TemporaryDirectory() as empty:
        yield typst.Compiler(
            source, root=empty, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=inputs
        )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in fonts.folders()],
    )


@cache
def template() -> bytes:
    """Give the page template: the one source that typst runs."""
    return (data_folder("templates") / "style" / "page.typ").read_bytes()


def _drawn(data: Any, lost: set[str]) -> Any:
    """Give the data with a stand-in for every character that no font has."""
    if isinstance(data, str):
        text, missing = fonts.drawn(data)
        lost.update(missing)
        return text
    if isinstance(data, dict):
        return {key: _drawn(value, lost) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_drawn(value, lost) for value in data]
    return data


def _line(line: Line) -> list[dict[str, Any] | None]:
    """Give a line as data; a break is null."""
    return [None if isinstance(part, Break) else _part(part) for part in line]


def _part(part: Text) -> dict[str, Any]:
    text = isolated(part.text) if part.against else part.text
    return {"text": text, "bold": part.bold, "phone": part.phone}


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level, line):
            return {"type": "heading", "level": level, "line": _line(line)}
        case Paragraph(line):
            return {"type": "paragraph", "line": _line(line)}
        case Fields(fields):
            rows = [{"label": _line(f.label), "value": _line(f.value)} for f in fields]
            return {"type": "fields", "fields": rows}
        case Items(items, ordered):
            shown = [[_block(inner) for inner in item] for item in items]
            return {"type": "items", "items": shown, "ordered": ordered}
        case Table(caption, widths, head, rows, room):
            cells = {"head": [*map(_line, head)], "rows": [[*map(_line, row)] for row in rows]}
            return {"type": "table", "caption": caption, "widths": widths, "room": room, **cells}
        case Box(kind, inner, picture):
            within = [_block(item) for item in inner]
            return {"type": "box", "kind": kind, "picture": picture, "blocks": within}
        case Signatures(labels, count):
            return {"type": "signatures", "labels": labels, "count": count}
        case Lines(line, count):
            return {"type": "lines", "line": _line(line), "count": count}
        case Figure(svg, alt, line):
            return {
                "type": "figure",
                "svg": svg,
                "alt": alt,
                "line": [] if block.alone else _line(line),
                "own-width": block.points is not None,
            }
