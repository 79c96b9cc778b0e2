"""The lines of a genogram: along channels between the rows and gutters between the slots.

Why: a line that ran straight from one to another would cross a third. Each line has a track of
its own in a channel, with a branch to everybody it concerns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt

from top3.document.pictured import Genogram, Link
from top3.render.pictures.draw import Point
from top3.render.pictures.places import RADIUS, Node, Plan

TRACK, _CLEAR, _STEP = 10, 8.5, 4.5
_ORDER = ("couple", "unsure", "ex", "descent", "raised", "violence", "network")


@dataclass(slots=True)
class Branch:
    """The way from a channel to a person, or (`node` is None) to the middle of a couple."""

    channel: int
    x: float
    node: Node | None
    top: bool
    arrow: bool
    row: int


@dataclass(slots=True)
class Route:
    """One line. `crossings`: where it passes each row; `tracks`: its height per channel."""

    link: Link
    branches: list[Branch] = field(default_factory=list)
    crossings: dict[int, float] = field(default_factory=dict)
    tracks: dict[int, float] = field(default_factory=dict)

    def places(self, channel: int) -> list[float]:
        """Give where the line goes up or down in a channel."""
        found = [branch.x for branch in self.branches if branch.channel == channel]
        found += [x for row, x in self.crossings.items() if channel in (row, row + 1)]
        return sorted(found)

    def channels(self) -> list[int]:
        """Give the channels the line runs through."""
        found = {branch.channel for branch in self.branches}
        return sorted(found | {c for row in self.crossings for c in (row, row + 1)})


def beside(link: Link, plan: Plan) -> bool:
    """Tell whether a couple stands side by side, so that a straight line will do."""
    left, right = (plan.nodes[key] for key in (link.source[0], link.target[0]))
    return left.row == right.row and abs(left.slot - right.slot) == 1


class Router:
    """Finds a way for every line, and how much room each channel needs."""

    def __init__(self, plan: Plan, family: Genogram) -> None:
        self.plan = plan
        self.taken: list[list[tuple[float, Link]]] = [[] for _ in range(len(plan.rows) + 1)]
        couples = [link for link in family.links if link.kind in _ORDER[:3]]
        self.straight = [link for link in couples if beside(link, plan)]
        rest = [link for link in family.links if link not in self.straight]
        rest.sort(key=lambda link: _ORDER.index(link.kind))
        self.routes = [self.route(link) for link in rest]
        self.heights = [self.height(channel) for channel in range(len(plan.rows) + 1)]

    def route(self, link: Link) -> Route:
        """Find the way of one line."""
        nodes = self.plan.nodes
        sources, targets = ([nodes[key] for key in keys] for keys in (link.source, link.target))
        main = sources[0].row + (1 if sources[0].down else 0)
        found = Route(link)
        pair = next((c for c in self.straight if {*c.source, *c.target} == {*link.source}), None)
        if pair and link.kind in ("descent", "raised"):
            row = sources[0].row
            middle = sum(node.x for node in sources) / 2
            places = [middle + n * _STEP for n in (0, 2, -2)]
            x = self.free(link, places, [row + 1])
            self.take(link, x, row + 1)
            found.branches.append(Branch(row + 1, x, None, False, False, row))
        else:
            for node in sources:
                self.join(found, node, main, targets, arrow=False)
        for node in targets:
            self.join(found, node, main, sources, arrow=link.kind == "violence")
        return found

    def join(
        self, route: Route, node: Node, main: int, others: Sequence[Node], arrow: bool
    ) -> None:
        """Add the way from the main channel to a person, past the rows that lie between."""
        top = main <= node.row
        channel = node.row if top else node.row + 1
        for row in range(main, node.row) if top else range(node.row + 1, main):
            if row not in route.crossings:
                x = self.free(route.link, self.gutters(row, node.x), [row, row + 1])
                self.take(route.link, x, row, row + 1)
                route.crossings[row] = x
        reach = self.reach(node, top)
        wish = self.wish(route, node, others, reach)
        steps = int(reach / _STEP)
        steady = (n * _STEP for n in range(-steps, steps + 1))
        offsets = [wish, *sorted(steady, key=lambda offset: (abs(offset - wish), offset))]
        x = self.free(route.link, [node.x + offset for offset in offsets], [channel])
        self.take(route.link, x, channel)
        route.branches.append(Branch(channel, x, node, top, arrow, node.row))

    def wish(self, route: Route, node: Node, others: Sequence[Node], reach: float) -> float:
        """Give where a line would best end: straight on if it can be, else on the near side."""
        if route.link.kind in ("descent", "raised") and not node.down:
            return 0
        above = [b.x - node.x for b in route.branches if abs(b.x - node.x) <= reach]
        towards = sum(other.x for other in others) / len(others) - node.x
        return above[0] if above else max(-reach, min(reach, towards / 8))

    def reach(self, node: Node, top: bool) -> float:
        """Give how far beside the middle a line may end: on the symbol, or on the words."""
        if node.network:
            return max(4.0, node.wide / 2 - 10)
        return RADIUS - 3 if top != node.down else max(RADIUS - 3, node.wide / 2 - 6)

    def gutters(self, row: int, near: float) -> list[float]:
        """Give the places between the people of a row, nearest first."""
        slot, here = self.plan.slot, self.plan.rows[row]
        inner = [here.start + slot * n for n in range(1, len(here.nodes))]
        ends = [here.start, here.start + slot * len(here.nodes)]
        found = [x + n * _STEP for x in inner for n in (0, 1, -1)]
        found += [ends[0] - n * _STEP for n in range(8)] + [ends[1] + n * _STEP for n in range(8)]
        inside = [x for x in found if 3 <= x <= self.plan.wide - 3]
        return sorted(inside, key=lambda x: abs(x - near))

    def free(self, link: Link, places: Sequence[float], channels: Sequence[int]) -> float:
        """Give the first place where no other line goes up or down; else the freest."""
        used = [x for channel in channels for x, other in self.taken[channel] if other is not link]
        gaps = [(min((abs(x - place) for x in used), default=99.0), place) for place in places]
        clear = next((place for gap, place in gaps if gap >= _CLEAR - 0.6), None)
        return clear if clear is not None else max(gaps)[1]

    def take(self, link: Link, x: float, *channels: int) -> None:
        """Remember that a line goes up or down there."""
        for channel in channels:
            self.taken[channel].append((x, link))

    def height(self, channel: int) -> float:
        """Give every line in a channel its track, and give the height of the channel."""
        lines = [route for route in self.routes if channel in route.channels()]
        ends: list[float] = []
        for route in sorted(lines, key=lambda r: (r.places(channel)[0], _ORDER.index(r.link.kind))):
            places = route.places(channel)
            free = (n for n, end in enumerate(ends) if end + 8 < places[0])
            track = next(free, len(ends))
            ends[track : track + 1] = [places[-1]]
            route.tracks[channel] = track
        least = 4 if channel in (0, len(self.plan.rows)) and not lines else 22
        return max(least, 16 + TRACK * len(ends) if lines else 0)

    def settle(self) -> None:
        """Turn the number of each track into its height in the drawing."""
        for channel in range(len(self.heights)):
            top = self.floor(channel)
            for route in self.routes:
                if channel in route.tracks:
                    route.tracks[channel] = top + 10 + TRACK * route.tracks[channel]

    def floor(self, channel: int) -> float:
        """Give where a channel begins."""
        if channel == 0:
            return 0.0
        row = self.plan.rows[channel - 1]
        return row.top + row.strip + row.high + row.pad


def segments(route: Route) -> Iterator[tuple[Point, Point, bool]]:
    """Give the straight pieces of a line, each with whether an arrow stands at its end."""
    for channel in route.channels():
        places = route.places(channel)
        if places[-1] - places[0] > 0.5:
            y = route.tracks[channel]
            yield (places[0], y), (places[-1], y), False
    for row, x in route.crossings.items():
        yield (x, route.tracks[row]), (x, route.tracks[row + 1]), False
    for branch in route.branches:
        start = (branch.x, route.tracks[branch.channel])
        if branch.node is not None:
            end = (branch.x, edge(branch.node, branch.x, branch.top))
            yield (start, end, True) if branch.arrow else (start, end, False)


def edge(node: Node, x: float, top: bool) -> float:
    """Give where a line at `x` meets a person: the outline of the symbol, or the words."""
    if node.network or top == node.down:
        return node.top - 2 * (not node.network) if top else node.bottom + 2 * (not node.network)
    aside, shape = min(abs(x - node.x), RADIUS), node.person.shape
    half: float = RADIUS
    if shape == "woman":
        half = sqrt(RADIUS**2 - aside**2)
    elif shape == "unknown":
        half = RADIUS - aside
    elif shape == "unborn" and top:
        half = RADIUS - 2 * aside
    return node.y - half if top else node.y + half
