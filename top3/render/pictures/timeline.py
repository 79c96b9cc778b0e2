"""The timeline: one lane per kind of event, each with a shape of its own, up to the gate.

Where it can be, time has a true scale; where events would stand on top of each other they stand
at equal distances, and the drawing says so. It shows at most twenty marks, the last ones; events
of one kind and day share a mark. The list under it has everything, under the same numbers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from top3.document.pictured import Event, Timeline
from top3.render.characters import one_line
from top3.render.pictures import draw, lanes
from top3.render.pictures.widths import width, wrapped
from top3.render.tree import Break, Figure, Text
from top3.words import Words

KINDS = ("incident", "contact", "calm", "help", "review")
MOST, _INCIDENTS = 20, 8
_LEFT, _RIGHT, _TOP = 122, draw.UPRIGHT - 4, 40
_SIZE, _ROW, _ROWS, _INDENT = 11, 21, 3, 22


@dataclass(frozen=True, slots=True)
class Mark:
    """One shape in the drawing: the events of one kind on one day."""

    kind: str
    at: int | None
    first: int
    last: int
    exact: bool
    short: str
    numbers: tuple[int, ...]

    @property
    def label(self) -> str:
        """Give its numbers as people write them."""
        return runs(self.numbers)


def runs(numbers: Sequence[int]) -> str:
    """Write numbers with a dash for those that follow each other: 2, 5–8."""
    found = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in found)


def timeline_figure(timeline: Timeline, words: Words) -> Figure | None:
    """Draw the timeline; None when there is nothing on it."""
    if not timeline.events:
        return None
    alt = one_line(_alt(timeline.events, words))
    line = tuple(part for said in timeline.said for part in (Break(), Text(one_line(said))))[1:]
    return Figure(svg=_Drawing(timeline, words).svg(alt), alt=alt, line=line)


def _alt(events: Sequence[Event], words: Words) -> str:
    counted = {kind: sum(event.kind == kind for event in events) for kind in KINDS}
    kinds = [
        words.say(f"page.timeline.count_{kind}", count=count)
        for kind, count in counted.items()
        if count
    ]
    key = "alt_one" if len(events) == 1 else "alt"
    return words.say(f"page.timeline.{key}", count=len(events), kinds=words.join(kinds))


def marks(events: Sequence[Event]) -> list[Mark]:
    """Give the marks, in order of time: the events of one kind and day together."""
    found: dict[tuple[object, ...], list[Event]] = {}
    for event in events:
        key = (event.kind, event.at, event.first, event.last, event.exact)
        found.setdefault(key, []).append(event)
    return [
        Mark(one.kind, one.at, one.first, one.last, one.exact, one.short, numbers)
        for same in found.values()
        for one, numbers in [(same[0], tuple(event.number for event in same))]
    ]


def chosen(dated: Sequence[Mark]) -> list[Mark]:
    """Choose what is drawn: the last incidents, as the gate hangs on them, and the last others."""
    incidents = [mark for mark in dated if mark.kind == "incident"][-_INCIDENTS:]
    others = [mark for mark in dated if mark.kind != "incident"]
    kept = incidents + others[max(0, len(others) - MOST + len(incidents)) :]
    return [mark for mark in dated if mark in kept]


class _Drawing:
    """The marks that are drawn, where each day stands, and the parts drawn so far."""

    def __init__(self, timeline: Timeline, words: Words) -> None:
        self.timeline, self.words = timeline, words
        dated = marks([event for event in timeline.events if event.at is not None])
        self.dated = chosen(dated)
        self.left_out = [n for mark in dated if mark not in self.dated for n in mark.numbers]
        self.undated = marks([event for event in timeline.events if event.at is None])
        self.points = [timeline.reference, *([timeline.gate] if timeline.gate else [])]
        marked = {mark.at for mark in self.dated if mark.at is not None}
        self.days = sorted(marked | {point.at for point in self.points})
        reach = [*self.days, *(day for mark in self.dated for day in (mark.first, mark.last))]
        months = [month.at for month in timeline.months]
        self.start = max((at for at in months if at <= min(reach)), default=0)
        self.end = min((at for at in months if at > max(reach)), default=max(reach) + 1)
        self.true_scale = True
        self.lanes = self.placed(self.true)
        if max((len(rows) for rows in self.lanes.values()), default=0) > _ROWS:
            self.true_scale = False
            self.lanes = self.placed(self.even)

    def true(self, at: int) -> float:
        """Give where a day stands on a true scale."""
        inside = min(max(at, self.start), self.end)
        return _LEFT + 12 + (_RIGHT - _LEFT - 24) * (inside - self.start) / (self.end - self.start)

    def even(self, at: int) -> float:
        """Give where a day stands when all days are equally far apart."""
        place = sum(day < at for day in self.days)
        return _LEFT + 16 + (_RIGHT - _LEFT - 44) * place / max(1, len(self.days) - 1)

    @property
    def x(self) -> Callable[[int], float]:
        """Give the scale that is used."""
        return self.true if self.true_scale else self.even

    def placed(self, x: Callable[[int], float]) -> dict[str, list[list[lanes.Placed[Mark]]]]:
        """Put the marks of each lane in rows, so that none stands on another."""
        return {
            kind: lanes.rows(
                [self.place(mark, x) for mark in self.dated if mark.kind == kind], gap=4
            )
            for kind in KINDS
        }

    def place(self, mark: Mark, x: Callable[[int], float]) -> lanes.Placed[Mark]:
        """Say how much room a mark takes: its shape, its number, and how long it lasts."""
        at = x(mark.at or 0)
        wide = lanes.RADIUS + 4 + width(mark.label, _SIZE, bold=True)
        flipped = at + wide > _RIGHT
        left, right = (at - wide, at + lanes.RADIUS) if flipped else (at - lanes.RADIUS, at + wide)
        if x == self.true and mark.first < mark.last:
            left, right = min(left, x(mark.first)), max(right, x(mark.last))
        return lanes.Placed(mark, at, left, right, flipped)

    def svg(self, alt: str) -> str:
        """Draw it all, from the top down."""
        y: float = _TOP
        body = ""
        for kind in KINDS:
            label = wrapped(
                self.words.say(f"page.timeline.lane_{kind}"), _SIZE, _LEFT - _INDENT - 4, 3
            )
            high = max(len(self.lanes[kind]) * _ROW, len(label) * 13, _ROW) + 8
            body += draw.path(draw.along([(0, y), (_RIGHT, y)]), stroke=draw.LINE, width=0.6)
            body += lanes.shape(kind, (9, y + high / 2), True) + self.lane_label(label, y, high)
            body += self.lane(self.lanes[kind], y, high)
            y += high
        body = self.divisions(y) + body
        body += draw.path(draw.along([(0, y), (_RIGHT, y)]), width=1.2)
        more, y = self.axis(y)
        body += more
        more, y = self.without_date(y)
        body += more
        more, y = self.notes(y)
        return draw.svg(draw.UPRIGHT, y, alt, body + more)

    def lane_label(self, label: Sequence[str], top: float, high: float) -> str:
        """Write what a lane holds."""
        first = top + (high - 13 * len(label)) / 2 + 10
        return "".join(
            draw.text((_INDENT, first + 13 * n), said, _SIZE) for n, said in enumerate(label)
        )

    def lane(self, rows: Sequence[Sequence[lanes.Placed[Mark]]], top: float, high: float) -> str:
        """Draw the marks of a lane."""
        parts = []
        first = top + (high - _ROW * len(rows)) / 2 + _ROW / 2
        for place, row in enumerate(rows):
            for one in row:
                parts.append(self.mark(one, first + place * _ROW))
        return "".join(parts)

    def mark(self, one: lanes.Placed[Mark], y: float) -> str:
        """Draw one mark: how long it lasts, its shape, its numbers."""
        mark, body = one.what, ""
        ends = (self.x(mark.first), self.x(mark.last))
        if self.true_scale and ends[1] - one.at > lanes.RADIUS + 3:
            way = draw.along([(ends[0], y), (ends[1], y)])
            way += f" M{draw.number(ends[1])} {draw.number(y - 4)} v8"
            body += draw.path(way, width=1.2, dashed="" if mark.exact else "3 2.5")
        body += lanes.shape(mark.kind, (one.at, y), mark.exact)
        side, anchor = (-1, "end") if one.flipped else (1, "start")
        place = (one.at + side * (lanes.RADIUS + 3), y + 4)
        body += draw.text(place, mark.label, _SIZE, bold=True, anchor=anchor, halo=True)
        return draw.group(f"event {mark.kind}", body, numbers=mark.label)

    def divisions(self, bottom: float) -> str:
        """Draw the reference day and the gate as lines from top to bottom, with their words."""
        parts, clear, base = [], 0.0, 28
        for point in self.points:
            x, is_gate = self.x(point.at), point is self.timeline.gate
            said = f"{point.name} {point.short}"
            wide = width(said, _SIZE, bold=True) + 13 * is_gate
            left = min(max(x - wide / 2, _LEFT), _RIGHT - wide)
            if not is_gate and self.timeline.gate:  # the line of the gate runs beside these words
                left = min(left, self.x(self.timeline.gate.at) - 6 - wide)
            base = 12 if left < clear else 28
            clear = left + wide + 8
            line = draw.along([(x, base + 5), (x, bottom)])
            colour, thick = (draw.BLUE, 3.5) if is_gate else (draw.INK, 1.2)
            parts.append(draw.path(line, stroke=colour, width=thick))
            parts.append(draw.text((left + 13 * is_gate, base), said, _SIZE, bold=True))
            if is_gate:
                parts.append(lanes.door((left, base - 11)))
        return "".join(parts)

    def axis(self, y: float) -> tuple[str, float]:
        """Draw the months; without a true scale, the day of each mark, written upwards."""
        if self.true_scale:
            months = [m for m in self.timeline.months if self.start <= m.at <= self.end]
            return lanes.months(months, self.true, y, _SIZE)
        said = [(self.even(day), self.day(day)) for day in self.days]
        high = max(width(day, _SIZE) for _, day in said) + 10
        body = "".join(
            draw.path(draw.along([(x, y), (x, y + 4)]), width=0.8)
            + draw.text((x + 4, y + high - 2), day, _SIZE, turned=True)
            for x, day in said
        )
        return body, y + high + 4

    def day(self, at: int) -> str:
        """Write a day in few letters, with its year."""
        month = max((m for m in self.timeline.months if m.at <= at), key=lambda m: m.at)
        exact = [p.short for p in self.points if p.at == at]
        exact += [m.short for m in self.dated if m.at == at and m.exact]
        if exact:
            return f"{exact[0]} {month.year}"
        vague = next(m for m in self.dated if m.at == at)
        near = f"{month.name} {month.year}" if vague.last - vague.first <= 31 else f"{month.year}"
        return self.words.say("page.timeline.around", when=near)

    def without_date(self, y: float) -> tuple[str, float]:
        """Draw what has no date in a row of its own."""
        if not self.undated:
            return "", y
        middle, x = y + _ROW / 2 + 4, _LEFT + 12.0
        label = self.words.say("page.timeline.lane_undated")
        body = draw.text((0, middle + 4), label, _SIZE)
        for mark in self.undated:
            wide = lanes.RADIUS * 2 + 16 + width(mark.label, _SIZE, bold=True)
            if x + wide > _RIGHT:
                x, middle = _LEFT + 12.0, middle + _ROW
            shape = lanes.shape(mark.kind, (x, middle), mark.exact)
            number = draw.text((x + lanes.RADIUS + 3, middle + 4), mark.label, _SIZE, bold=True)
            body += draw.group(f"event {mark.kind}", shape + number, numbers=mark.label)
            x += wide
        return body, middle + _ROW / 2 + 2

    def notes(self, y: float) -> tuple[str, float]:
        """Say what the drawing leaves out, and how it is drawn."""
        told = []
        if self.left_out:
            told.append(self.words.say("page.timeline.only_listed", numbers=runs(self.left_out)))
        if not self.true_scale:
            told.append(self.words.say("page.timeline.not_to_scale"))
        if any(not mark.exact for mark in self.dated):
            told.append(self.words.say("page.timeline.uncertain"))
        body = ""
        for said in wrapped("  ".join(told), _SIZE, draw.UPRIGHT, 3):
            y += 15
            body += draw.text((0, y), said, _SIZE)
        return body, y + 6
