"""Parts of the timeline: the shapes, the months, and marks in rows so that none overlap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from top3.document.pictured import Month
from top3.render.pictures import draw
from top3.render.pictures.widths import width

RADIUS = 7.5
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """Something at a place, and the room it takes; `flipped`: its words stand left of it."""

    what: T
    at: float
    left: float
    right: float
    flipped: bool


def rows(placed: Sequence[Placed[T]], gap: float) -> list[list[Placed[T]]]:
    """Put each in the first row where there is room."""
    found: list[list[Placed[T]]] = []
    for one in sorted(placed, key=lambda p: (p.left, p.at)):
        for row in found:
            if row[-1].right + gap <= one.left:
                row.append(one)
                break
        else:
            found.append([one])
    return found


def shape(kind: str, centre: draw.Point, exact: bool) -> str:
    """Draw the shape of a kind of event; dashed and empty where its day is not certain."""
    x, y = centre
    r, dashed = RADIUS, "" if exact else "3 2"
    fill = draw.PAPER
    if kind == "incident":
        corners = [(x, y - r - 0.5), (x + r + 0.5, y + r - 1), (x - r - 0.5, y + r - 1)]
        fill = draw.YELLOW if exact else draw.PAPER
        return draw.path(draw.along(corners, closed=True), fill=fill, dashed=dashed)
    if kind == "calm":
        colour = draw.PAPER if exact else draw.INK
        check = draw.along([(x - 3.6, y + 0.2), (x - 1, y + 3), (x + 3.8, y - 3)])
        disc = draw.circle(centre, r, fill=draw.BLUE if exact else draw.PAPER, dashed=dashed)
        return disc + draw.path(check, stroke=colour, width=1.8)
    if kind == "contact":
        return draw.circle(centre, r - 0.5, dashed=dashed)
    if kind == "help":
        return draw.rect((x - r + 1, y - r + 1), (2 * r - 2, 2 * r - 2), dashed=dashed)
    corners = [(x, y - r - 0.5), (x + r + 0.5, y), (x, y + r + 0.5), (x - r - 0.5, y)]
    return draw.path(draw.along(corners, closed=True), fill=fill, dashed=dashed)


def door(place: draw.Point) -> str:
    """Draw a small door, for the gate."""
    x, y = place
    knob = draw.circle((x + 6.5, y + 7.5), 0.8, fill=draw.PAPER, stroke=draw.PAPER, width=0.5)
    return draw.rect((x, y), (9, 13), fill=draw.BLUE, stroke=draw.BLUE, width=1) + knob


def months(
    shown: Sequence[Month], x: Callable[[int], float], y: float, size: float
) -> tuple[str, float]:
    """Draw the months under the axis, as many as there is room for; the year where it begins."""
    wide = width("mmm", size) + 8
    room = x(shown[1].at) - x(shown[0].at) if len(shown) > 1 else wide
    step = next(step for step in _STEPS if step * room >= wide)
    kept = [m for m in shown if (m.year * 12 + m.month - 1) % step == 0]
    parts, year, clear = [], None, -1.0
    for month in shown if room > 3 else kept:
        place = x(month.at)
        high = 7 if month in kept else 4
        parts.append(draw.path(draw.along([(place, y), (place, y + high)]), width=0.8))
    for month in kept or shown[:1]:
        place = x(month.at)
        if place + width(month.name, size) > draw.UPRIGHT:
            continue
        if step < 12:
            parts.append(draw.text((place + 2, y + 17), month.name, size))
        fits = clear < place <= draw.UPRIGHT - width("0000", size, bold=True) - 4
        if month.year != year and fits:
            parts.append(draw.text((place + 2, y + 31), str(month.year), size, bold=True))
            year, clear = month.year, place + width("0000", size, bold=True) + 6
    return "".join(parts), y + 38
