"""Where everybody of a genogram stands: generations under each other, the network around them.

Every person has a slot of the same width, so that nobody stands on anybody. Between the rows lie
channels, and between the slots gutters: lines run there alone (`routes`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from top3.document.pictured import Genogram, Household, Person
from top3.render.characters import one_line
from top3.render.pictures import draw
from top3.render.pictures.widths import cut, width, wrapped

RADIUS, SIZE, LEADING = 19, 11, 13
STRIP, PAD = 20, 6
_NARROW, _WIDE = 4, 7


@dataclass(slots=True)
class Node:
    """A person in the drawing. `down`: the symbol stands below its words, with its lines there."""

    key: int
    person: Person
    down: bool
    row: int = 0
    slot: int = 0
    x: float = 0
    y: float = 0
    lines: list[str] = field(default_factory=list)
    bold: int = 0
    wide: float = 0
    top: float = 0
    bottom: float = 0

    @property
    def network(self) -> bool:
        """Say whether this is somebody of the network."""
        return self.person.shape == "network"

    @property
    def high(self) -> float:
        """Give the height of the words with the symbol."""
        return len(self.lines) * LEADING + (8 if self.network else 2 * RADIUS + 6)


@dataclass(slots=True)
class Row:
    """People side by side; `strip` and `pad` are room for the frame of a household."""

    nodes: list[Node]
    start: float = 0
    top: float = 0
    high: float = 0
    strip: float = 0
    pad: float = 0


@dataclass(slots=True)
class Plan:
    """Rows from top to bottom, and which households can be framed; others get a number."""

    rows: list[Row]
    wide: float
    slot: float
    framed: list[Household]
    numbered: list[Household]

    @property
    def nodes(self) -> dict[int, Node]:
        """Give everybody by their place in the genogram."""
        return {node.key: node for row in self.rows for node in row.nodes}

    def frame(self, household: Household) -> tuple[float, float, int, int]:
        """Give left, right, first and last row of the people of a household."""
        nodes = [node for key, node in self.nodes.items() if key in household.people]
        xs, rows = [node.x for node in nodes], [node.row for node in nodes]
        half = self.slot / 2 - 2
        return min(xs) - half, max(xs) + half, min(rows), max(rows)


def arranged(family: Genogram, house: str) -> Plan:
    """Give everybody a row and a slot. `house` is what a household without a frame is called."""
    most = _WIDE if family.wide else _NARROW
    wide = draw.WIDE if family.wide else draw.UPRIGHT
    groups = _groups(family, most)
    fullest = max(len(group) for group in groups)
    slot = min((wide - 8) / fullest, 124)
    plan = Plan([Row(group) for group in groups], wide, slot, [], [])
    for place, row in enumerate(plan.rows):
        row.start = (wide - slot * len(row.nodes)) / 2
        for number, node in enumerate(row.nodes):
            node.row, node.slot = place, number
            node.x = row.start + slot * (number + 0.5)
    _nearest(plan, family)
    _house(plan, family.households)
    for node in plan.nodes.values():
        _write(node, plan, house)
    return plan


def _groups(family: Genogram, most: int) -> list[list[Node]]:
    """Divide people over rows; who is tied to parents stands above, the rest of them below."""
    rows: list[list[Node]] = [[], [], [], []]
    for key, person in enumerate(family.people):
        rows[person.row].append(Node(key, person, down=person.row < 2))
    tied = {link.source[0]: link.target[0] for link in family.links if link.kind == "network"}
    above = [n for n in rows[3] if n.key in tied and family.people[tied[n.key]].row < 2]
    above = above[: max(0, most - len(rows[0]))]
    for node in above:
        node.down = True
    below = [node for node in rows[3] if node not in above]
    half = (len(above) + 1) // 2
    first = [*above[:half], *rows[0], *above[half:]]
    found = [first, *_chunks(rows[1], most), *_chunks(rows[2], most), *_chunks(below, most)]
    return [group for group in (*_chunks(first, most), *found[1:]) if group]


def _chunks(nodes: Sequence[Node], most: int) -> Iterator[list[Node]]:
    """Divide a long row over as few equal ones as can be."""
    count = -(-len(nodes) // most)
    for place in range(count):
        start, end = len(nodes) * place // count, len(nodes) * (place + 1) // count
        yield list(nodes[start:end])


def _nearest(plan: Plan, family: Genogram) -> None:
    """Let the network stand, within its own slots, near whom they are tied to."""
    nodes = plan.nodes
    towards = {
        link.source[0]: sum(nodes[key].x for key in link.target) / len(link.target)
        for link in family.links
        if link.kind == "network"
    }
    for row in plan.rows:
        mine = [node for node in row.nodes if node.network]
        slots = [(node.slot, node.x) for node in mine]
        mine.sort(key=lambda node: (towards.get(node.key, plan.wide / 2), node.key))
        for node, (slot, x) in zip(mine, slots, strict=True):
            node.slot, node.x = slot, x
            row.nodes[slot] = node


def _house(plan: Plan, households: Sequence[Household]) -> None:
    """Frame the households that nobody else stands in the way of."""
    taken: list[tuple[float, float, int, int]] = []
    for household in households:
        left, right, first, last = frame = plan.frame(household)
        half = plan.slot / 2 - 4
        crowded = any(
            first <= node.row <= last and left < node.x + half and node.x - half < right
            for key, node in plan.nodes.items()
            if key not in household.people
        )
        meets = any(
            left < far and near < right and first <= to and since <= last
            for near, far, since, to in taken
        )
        if meets or crowded:
            plan.numbered.append(household)
            continue
        taken.append(frame)
        plan.framed.append(household)
        named_above = plan.rows[last].nodes[0].down
        plan.rows[first].strip = STRIP if named_above else PAD
        plan.rows[last].pad = PAD if named_above else STRIP


def _write(node: Node, plan: Plan, house: str) -> None:
    """Choose the lines of words of a person, no wider than the slot."""
    room = plan.slot - (26 if node.network else 16)
    name = wrapped(
        one_line(node.person.name), SIZE, room, 3 if node.network else 2, bold=not node.network
    )
    whole = ", ".join(node.person.about)
    parts = [whole] if width(whole, SIZE) <= room else node.person.about
    about = [cut(one_line(part), SIZE, room) for part in parts if part]
    homes = [n for n, h in enumerate(plan.numbered, 1) if node.key in h.people]
    tags = wrapped(house.format(number=homes[0]), SIZE, room, 1) if homes else []
    node.lines, node.bold = [*name, *about, *tags], 0 if node.network else len(name)
    widths = [width(said, SIZE, bold=n < node.bold) for n, said in enumerate(node.lines)]
    least = 40 if node.network else 2 * RADIUS
    node.wide = max(least, *widths, 0) + (16 if node.network else 0)


def stand(plan: Plan, channels: Sequence[float]) -> float:
    """Give every row its height, with the channels between; give the height of it all."""
    y = 0.0
    for row, channel in zip(plan.rows, channels, strict=False):
        row.top = y + channel
        row.high = max(node.high for node in row.nodes)
        y = row.top + row.strip
        for node in row.nodes:
            node.top = y + row.high - node.high if node.down else y
            node.bottom = node.top + node.high
            node.y = node.bottom - RADIUS if node.down else node.top + RADIUS
        y += row.high + row.pad
    return y + channels[-1]
