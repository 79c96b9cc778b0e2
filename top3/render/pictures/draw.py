"""Shapes and words as SVG: what every picture is drawn with.

One unit is one point on paper, so a size here is the size that is printed. Position, shape and
words say everything; colour only helps, and comes from the palette of the pages.
"""

from collections.abc import Sequence
from html import escape

from top3.render.characters import one_line

INK, PAPER, BLUE, RED = "#1A1A1A", "#FFFFFF", "#004488", "#BB5566"
YELLOW, LINE, WASH = "#DDAA33", "#6B6B6B", "#F2F5F9"
UPRIGHT, WIDE = 439, 728
"""How wide a picture can be in the professionals' copy: on an upright page, and on its side."""
TALL, LOW = 620, 390
"""How high it can be there, under its heading."""
DOTS = "0.1 4"
"""Dashes that are dots."""

Point = tuple[float, float]


def svg(width: float, height: float, alt: str, body: str, most: float = TALL) -> str:
    """Give a whole picture; one higher than `most` is drawn smaller, so that it fits its page."""
    wide, high = number(width), number(height)
    scale = min(1, most / height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" '
        f'width="{number(width * scale)}pt" height="{number(height * scale)}pt" '
        f'role="img" aria-label="{escape(one_line(alt))}" '
        f'font-family="Noto Sans, Noto Sans Arabic, Arial, sans-serif" fill="{INK}">{body}</svg>'
    )


def number(value: float) -> str:
    """Write a number in as few characters as it needs, the same on every machine."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def text(
    place: Point,
    said: str,
    size: float = 11,
    *,
    bold: bool = False,
    anchor: str = "start",
    halo: bool = False,
    turned: bool = False,
    fill: str = INK,
) -> str:
    """Write words on one line. `halo`: a white edge, where lines may run behind them."""
    x, y = map(number, place)
    weight = ' font-weight="700"' if bold else ""
    edge = f' paint-order="stroke" stroke="{PAPER}" stroke-width="4"' if halo else ""
    turn = f' transform="rotate(-90 {x} {y})"' if turned else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{number(size)}"{weight}{edge}{turn} '
        f'text-anchor="{anchor}" fill="{fill}">{escape(one_line(said))}</text>'
    )


def path(
    way: str,
    *,
    stroke: str = INK,
    width: float = 1.5,
    fill: str = "none",
    dashed: str = "",
) -> str:
    """Draw along a way."""
    dashes = f' stroke-dasharray="{dashed}"' if dashed else ""
    dashes += ' stroke-linecap="round"' if dashed == DOTS else ""
    return (
        f'<path d="{way}" fill="{fill}" stroke="{stroke}" stroke-width="{number(width)}"{dashes} '
        'stroke-linejoin="round"/>'
    )


def rect(
    place: Point,
    size: Point,
    *,
    fill: str = PAPER,
    stroke: str = INK,
    width: float = 1.5,
    round_: float = 0,
    dashed: str = "",
) -> str:
    """Draw a box."""
    (x, y), (wide, high) = (map(number, place), map(number, size))
    corner = f' rx="{number(round_)}"' if round_ else ""
    dashes = f' stroke-dasharray="{dashed}"' if dashed else ""
    return (
        f'<rect x="{x}" y="{y}" width="{wide}" height="{high}"{corner} fill="{fill}" '
        f'stroke="{stroke}" stroke-width="{number(width)}"{dashes}/>'
    )


def circle(
    centre: Point,
    radius: float,
    *,
    fill: str = PAPER,
    stroke: str = INK,
    width: float = 1.5,
    dashed: str = "",
) -> str:
    """Draw a circle."""
    x, y = map(number, centre)
    dashes = f' stroke-dasharray="{dashed}"' if dashed else ""
    return (
        f'<circle cx="{x}" cy="{y}" r="{number(radius)}" fill="{fill}" stroke="{stroke}" '
        f'stroke-width="{number(width)}"{dashes}/>'
    )


def along(points: Sequence[Point], closed: bool = False) -> str:
    """Give the way along points."""
    way = " L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{way}{'z' if closed else ''}"


def group(kind: str, body: str, **data: str) -> str:
    """Hold together what is one thing."""
    given = "".join(f' data-{key}="{escape(value)}"' for key, value in data.items())
    return f'<g class="{kind}"{given}>{body}</g>'
