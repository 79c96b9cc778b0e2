"""The genogram with the network around it, in the field's usual symbols, always with a key."""

from collections.abc import Iterator

from top3.document.pictured import Genogram, Household, Link
from top3.render.characters import one_line
from top3.render.pictures import draw
from top3.render.pictures.places import LEADING, RADIUS, SIZE, Node, Plan, arranged, stand
from top3.render.pictures.routes import Route, Router, segments
from top3.render.pictures.widths import cut, width
from top3.render.tree import Break, Figure, Text
from top3.words import Words

_STYLE = {
    "couple": (draw.INK, 2.0, ""),
    "unsure": (draw.INK, 2.0, "6 4"),
    "ex": (draw.INK, 2.0, ""),
    "descent": (draw.INK, 1.4, ""),
    "raised": (draw.INK, 1.4, "5 3"),
    "network": (draw.BLUE, 2.0, draw.DOTS),
    "violence": (draw.RED, 1.6, ""),
}
_SHAPES = ("man", "woman", "unknown", "unborn", "network")


def genogram_figure(family: Genogram, words: Words) -> Figure | None:
    """Draw the genogram; None when there is nobody in it."""
    if not family.people:
        return None
    alt = one_line(_alt(family, words))
    line = tuple(part for said in family.notes for part in (Break(), Text(one_line(said))))[1:]
    return Figure(svg=_svg(family, alt, words), alt=alt, line=line or (Text(alt),))


def _alt(family: Genogram, words: Words) -> str:
    network = sum(person.shape == "network" for person in family.people)
    members = len(family.people) - network
    key = "alone" if members == 1 else "one_row" if family.generations == 1 else ""
    return words.say(
        f"page.genogram.alt{'_' if key else ''}{key}",
        generations=family.generations,
        members=members,
        network=network,
    )


def _svg(family: Genogram, alt: str, words: Words) -> str:
    plan = arranged(family, words.entry("page.genogram.house"))
    router = Router(plan, family)
    bottom = stand(plan, router.heights)
    router.settle()
    body = "".join(_frame(household, plan) for household in plan.framed)
    body += "".join(_straight(link, plan) for link in router.straight)
    body += "".join(_drop(route, plan) + _route(route) for route in router.routes)
    body += "".join(_person(node) for node in plan.nodes.values())
    body += "".join(_frame_name(household, plan) for household in plan.framed)
    key, high = _key(family, plan, words, bottom + 8)
    most = draw.LOW if family.wide else draw.TALL
    return draw.svg(plan.wide, high, alt, body + key, most)


# --- lines -------------------------------------------------------------------------------------


def _of(link: Link) -> dict[str, str]:
    return {"from": _keys(link.source), "to": _keys(link.target)}


def _keys(keys: tuple[int, ...]) -> str:
    return " ".join(map(str, keys))


def _straight(link: Link, plan: Plan) -> str:
    """Draw a couple that stands side by side."""
    one, other = (plan.nodes[key] for key in (link.source[0], link.target[0]))
    left, right = sorted((one, other), key=lambda node: node.x)
    stroke, thick, dashed = _STYLE[link.kind]
    ends = [(left.x + RADIUS, left.y), (right.x - RADIUS, right.y)]
    body = draw.path(draw.along(ends), stroke=stroke, width=thick, dashed=dashed)
    if link.kind == "ex":
        body += _slash(((left.x + right.x) / 2, left.y))
    return draw.group(f"link {link.kind}", body, **_of(link))


def _slash(middle: draw.Point) -> str:
    x, y = middle
    return draw.path(draw.along([(x - 5, y + 9), (x + 5, y - 9)]), width=2)


def _drop(route: Route, plan: Plan) -> str:
    """Draw the way down from the middle of a couple."""
    found = [branch for branch in route.branches if branch.node is None]
    stroke, thick, dashed = _STYLE[route.link.kind]
    return "".join(
        draw.path(
            draw.along([(b.x, plan.rows[b.row].nodes[0].y), (b.x, route.tracks[b.channel])]),
            stroke=stroke,
            width=thick,
            dashed=dashed,
        )
        for b in found
    )


def _route(route: Route) -> str:
    """Draw one line with its branches; a dot where it branches, to tell that from a crossing."""
    link = route.link
    stroke, thick, dashed = _STYLE[link.kind]
    parts = []
    for start, end, arrow in segments(route):
        ends = [start, end]
        if link.kind == "violence":
            ends = _jagged(start, end)
        parts.append(draw.path(draw.along(ends), stroke=stroke, width=thick, dashed=dashed))
        if arrow:
            parts.append(_arrow(start, end))
    for channel in route.channels():
        places = route.places(channel)
        if link.kind in ("descent", "network"):
            dots = {x for x in places[1:-1] if places[0] < x < places[-1]}
            parts += [
                draw.circle((x, route.tracks[channel]), 2, fill=stroke, stroke=stroke, width=0)
                for x in sorted(dots)
            ]
        if link.kind == "ex":
            parts.append(_slash(((places[0] + places[-1]) / 2, route.tracks[channel])))
    return draw.group(f"link {link.kind}", "".join(parts), **_of(link))


def _jagged(start: draw.Point, end: draw.Point) -> list[draw.Point]:
    """Give a zigzag between two points, straight at both ends."""
    (x1, y1), (x2, y2) = start, end
    long = abs(x2 - x1) + abs(y2 - y1)
    count = int((long - 10) / 3.6)
    if count < 2:
        return [start, end]
    dx, dy = (x2 - x1) / long, (y2 - y1) / long
    first = (long - count * 3.6) / 2
    points = [start]
    for place in range(count + 1):
        far, side = first + place * 3.6, (0.0 if place in (0, count) else 2.6 * (-1) ** place)
        points.append((x1 + dx * far - dy * side, y1 + dy * far + dx * side))
    return [*points, end]


def _arrow(start: draw.Point, end: draw.Point) -> str:
    (x, y), back = end, -7 if end[1] > start[1] else 7
    head = draw.along([(x, y), (x - 4, y + back), (x + 4, y + back)], closed=True)
    return draw.path(head, stroke=draw.RED, width=1, fill=draw.RED)


# --- people ------------------------------------------------------------------------------------


def _person(node: Node) -> str:
    """Draw a symbol with its words; of the network the words in a rounded box."""
    if node.network:
        left, size = node.x - node.wide / 2, (node.wide, node.bottom - node.top)
        body = draw.rect((left, node.top), size, stroke=draw.BLUE, width=1.4, round_=11)
        first = node.top + 4 + 10
    else:
        body = _symbol(node.person.shape, (node.x, node.y))
        first = (node.top if node.down else node.y + RADIUS + 6) + 10
    for place, said in enumerate(node.lines):
        at = (node.x, first + LEADING * place)
        bold = place < node.bold
        body += draw.text(at, said, SIZE, bold=bold, anchor="middle", halo=not node.network)
    return draw.group(f"person {node.person.shape}", body, key=str(node.key))


def _symbol(shape: str, centre: draw.Point, radius: float = RADIUS) -> str:
    x, y = centre
    if shape == "man":
        return draw.rect((x - radius, y - radius), (2 * radius, 2 * radius), width=1.8)
    if shape == "woman":
        return draw.circle(centre, radius, width=1.8)
    if shape == "network":
        size = (radius * 2.4, radius * 1.4)
        place = (x - size[0] / 2, y - size[1] / 2)
        return draw.rect(place, size, stroke=draw.BLUE, width=1.4, round_=radius * 0.6)
    corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    if shape == "unborn":
        corners = [(x, y - radius), (x + radius, y + radius), (x - radius, y + radius)]
    body = draw.path(draw.along(corners, closed=True), fill=draw.PAPER, width=1.8)
    if shape == "unknown":
        letter = radius * 0.95
        body += draw.text((x, y + letter * 0.36), "?", letter, anchor="middle")
    return body


# --- households --------------------------------------------------------------------------------


def _frame(household: Household, plan: Plan) -> str:
    left, right, first, last = plan.frame(household)
    top, end = plan.rows[first].top, plan.rows[last]
    high = end.top + end.strip + end.high + end.pad - top
    body = draw.rect(
        (left, top), (right - left, high), fill=draw.WASH, stroke=draw.LINE, width=1, round_=8
    )
    return draw.group("household", body, of=_keys(household.people))


def _frame_name(household: Household, plan: Plan) -> str:
    """Write the name of a household on the side of the frame where fewest lines run."""
    left, right, first, last = plan.frame(household)
    end = plan.rows[last]
    said = cut(one_line(household.name), SIZE, right - left - 16)
    above = end.nodes[0].down
    y = plan.rows[first].top + 13 if above else end.top + end.strip + end.high + 15
    return draw.text((left + 8, y), said, SIZE, halo=True)


# --- the key -----------------------------------------------------------------------------------


def _key(family: Genogram, plan: Plan, words: Words, top: float) -> tuple[str, float]:
    """Explain every symbol and line that is drawn."""
    y = top + 16
    body = draw.path(draw.along([(0, top), (plan.wide, top)]), stroke=draw.LINE, width=0.6)
    body += draw.text((0, y + 4), words.say("page.genogram.legend"), SIZE, bold=True)
    x = width(words.say("page.genogram.legend"), SIZE, bold=True) + 14
    for kind, room, sample in _samples(family, plan):
        said = words.say(f"page.genogram.legend_{kind}")
        wide = room + 6 + width(said, SIZE)
        if x + wide > plan.wide:
            x, y = 0.0, y + 21
        body += f'<g transform="translate({draw.number(x)} {draw.number(y)})">{sample}</g>'
        body += draw.text((x + room + 6, y + 4), said, SIZE)
        x += wide + 14
    for place, household in enumerate(plan.numbered, 1):
        called = words.say("page.genogram.house", number=place)
        said = f"{called}: {one_line(household.name)}"
        y += 18
        body += draw.text((0, y + 4), cut(said, SIZE, plan.wide), SIZE)
    return draw.group("key", body), y + 14


def _samples(family: Genogram, plan: Plan) -> Iterator[tuple[str, float, str]]:
    """Give each kind of symbol and line that is drawn, small, and how wide it is."""
    for shape in _SHAPES:
        if any(person.shape == shape for person in family.people):
            yield shape, 20, _symbol(shape, (10, 0), 8)
    for kind, (stroke, thick, dashed) in _STYLE.items():
        if not any(link.kind == kind for link in family.links):
            continue
        ends = _jagged((0, 0), (26, 0)) if kind == "violence" else [(0.0, 0.0), (30.0, 0.0)]
        sample = draw.path(draw.along(ends), stroke=stroke, width=thick, dashed=dashed)
        if kind == "violence":
            head = draw.along([(30, 0), (23, -4), (23, 4)], closed=True)
            sample += draw.path(head, stroke=stroke, width=1, fill=stroke)
        if kind == "ex":
            sample += _slash((15, 0))
        yield ("tied" if kind == "network" else kind), 30, sample
    if plan.framed:
        box = draw.rect((1, -8), (28, 16), fill=draw.WASH, stroke=draw.LINE, width=1, round_=4)
        yield "household", 30, box
