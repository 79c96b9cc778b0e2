"""Somebody's own scores over time: dots with their number, on a true scale of days.

It judges nothing: no colour for high or low, no arrow, no word but the two ends of the scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from top3.document.pictured import Score
from top3.render.characters import one_line
from top3.render.pictures import draw
from top3.render.pictures.widths import width
from top3.render.tree import Break, Figure, Text
from top3.words import Words

WIDTH, HEIGHT = 420, 266
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 370, 40, 200
_SIZE, _DOT = 14, 5.5


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        """Tell whether two boxes overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def scores_figure(scores: Sequence[Score], words: Words) -> Figure | None:
    """Draw the scores; None when there are fewer than two: one is said in words."""
    if len(scores) < 2:
        return None
    alt = one_line(_alt(scores, words))
    told = [words.say("page.scores.score", day=s.day, score=s.score) for s in scores]
    line = tuple(part for said in told for part in (Break(), Text(one_line(said))))[1:]
    body = _axes(words) + _days(scores) + _dots(scores)
    return Figure(svg=draw.svg(WIDTH, HEIGHT, alt, body), alt=alt, line=line)


def _alt(scores: Sequence[Score], words: Words) -> str:
    first, last = scores[0], scores[-1]
    key = "alt_day" if first.day == last.day else "alt"
    return words.say(f"page.scores.{key}", count=len(scores), first=first.day, last=last.day)


def _x(score: Score, scores: Sequence[Score]) -> float:
    """A true scale: equal days are equally far. A single day stands in the middle."""
    span = scores[-1].at - scores[0].at
    left, right = _LEFT + 46, _RIGHT - 10
    return left + (right - left) * (score.at - scores[0].at) / span if span else (left + right) / 2


def _y(score: int) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * score / 10


def _axes(words: Words) -> str:
    """Draw the scale from 0 to 10, with words at both ends."""
    parts = [
        draw.path(f"M{_LEFT} {draw.number(_y(n))} H{_RIGHT}", stroke=draw.LINE, width=0.6)
        for n in range(0, 11, 5)
    ]
    parts.append(draw.path(f"M{_LEFT} {_TOP} V{_BOTTOM}", stroke=draw.LINE, width=1))
    for n in range(11):
        y = draw.number(_y(n))
        parts.append(draw.path(f"M{_LEFT - 4} {y} H{_LEFT}", stroke=draw.LINE, width=1))
    parts += [
        draw.text((_LEFT - 8, _y(n) + 5), str(n), _SIZE, anchor="end") for n in range(0, 11, 5)
    ]
    parts.append(draw.text((_LEFT - 4, 16), words.say("page.scores.high"), _SIZE))
    parts.append(draw.text((_LEFT - 4, _BOTTOM + 19), words.say("page.scores.low"), _SIZE))
    return "".join(parts)


def _days(scores: Sequence[Score]) -> str:
    """Write the first and the last day, and those between where there is room."""
    ordered = [scores[0], scores[-1], *scores[1:-1]]
    taken: list[_Box] = []
    parts = []
    for score in ordered:
        x = _x(score, scores)
        head, _, year = one_line(score.day).rpartition(" ")
        wide = max(width(head, _SIZE), width(year, _SIZE)) / 2 + 5
        box = _Box(x - wide, x + wide, 0, 1)
        if any(box.meets(other) for other in taken):
            continue
        taken.append(box)
        parts.append(draw.path(f"M{draw.number(x)} {_BOTTOM} v5", stroke=draw.LINE, width=1))
        parts.append(draw.text((x, _BOTTOM + 41), head, _SIZE, anchor="middle"))
        parts.append(draw.text((x, _BOTTOM + 58), year, _SIZE, anchor="middle"))
    return "".join(parts)


def _dots(scores: Sequence[Score]) -> str:
    """Draw a thin line from dot to dot, and each dot with its number above or below it."""
    points = [(_x(s, scores), _y(s.score)) for s in scores]
    parts = [draw.path(draw.along(points), stroke=draw.LINE, width=1)]
    taken = [_Box(x - _DOT, x + _DOT, y - _DOT, y + _DOT) for x, y in points]
    shown: list[str] = []
    for score, (x, y) in zip(scores, points, strict=True):
        half = width(str(score.score), _SIZE, bold=True) / 2 + 1
        for base in (y - 10, *([y + 21] if y + 21 < _BOTTOM else [])):
            box = _Box(x - half, x + half, base - 11, base + 1)
            if not any(box.meets(other) for other in taken):
                taken.append(box)
                number = str(score.score)
                shown.append(
                    draw.text((x, base), number, _SIZE, bold=True, anchor="middle", halo=True)
                )
                break
    parts += [draw.circle(point, _DOT, fill=draw.BLUE, stroke=draw.PAPER) for point in points]
    return "".join((*parts, *shown))
