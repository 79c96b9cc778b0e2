"""Every picture: well-formed, inside its edges, nothing on anything, the same as its text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case.family import QUICK
from tests.document.stories import told
from tests.render.samples import filled
from top3.case.cut import PROFESSIONAL, cut
from top3.case.reader import read_file
from top3.case.vocabulary import Role
from top3.document.genogram import genogram
from top3.document.model import Own
from top3.document.pictured import Genogram, Score, Timeline
from top3.document.timeline import timeline
from top3.method.check import judge
from top3.render import Rendered, pdf, render
from top3.render.pictures import (
    draw,
    figure,
    genogram_figure,
    scores_figure,
    timeline_figure,
)
from top3.render.pictures.places import arranged, stand
from top3.render.pictures.routes import Router, segments
from top3.render.pictures.timeline import MOST, chosen, marks, runs
from top3.render.pictures.widths import cut as shortened
from top3.render.pictures.widths import width, wrapped
from top3.render.tree import Figure, plain
from top3.words import LANGUAGES, Words

SVG = "{http://www.w3.org/2000/svg}"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
PALETTE = {draw.INK, draw.PAPER, draw.BLUE, draw.RED, draw.YELLOW, draw.LINE, draw.WASH}
NL = Words("nl")
Box = tuple[float, float, float, float]


def drawn(picture: Figure | None) -> ElementTree.Element:
    """Parse a picture, and hold it to what goes for every picture."""
    assert picture is not None
    root = ElementTree.fromstring(picture.svg)  # noqa: S314 - our own drawing
    assert root.get("aria-label") == picture.alt and 15 < len(picture.alt) <= 150
    assert plain(picture.line).strip()
    assert {c.upper() for c in re.findall(r"#[0-9A-Fa-f]{6}", picture.svg)} <= PALETTE
    sizes = [float(node.get("font-size", "0")) for node in root.iter(f"{SVG}text")]
    signs = [n for n in root.iter(f"{SVG}text") if "".join(n.itertext()) == "?"]
    assert sizes and len([size for size in sizes if size < 11]) <= len(signs)
    wide, high = size_of(root)
    for left, top, right, bottom in boxes(root):
        assert left >= -0.5 and right <= wide + 0.5 and top >= -0.5 and bottom <= high + 0.5
    return root


def size_of(root: ElementTree.Element) -> tuple[float, float]:
    _, _, wide, high = map(float, root.get("viewBox", "").split())
    return wide, high


def boxes(root: ElementTree.Element) -> Iterator[Box]:
    """The room of every text that stands upright, outside the key (that is moved as a whole)."""
    moved = {node for g in root.iter(f"{SVG}g") if g.get("transform") for node in g.iter()}
    for node in root.iter(f"{SVG}text"):
        if node not in moved and not node.get("transform"):
            yield box(node)


def box(node: ElementTree.Element) -> Box:
    size, x, y = (float(node.get(name, "0")) for name in ("font-size", "x", "y"))
    wide = width("".join(node.itertext()), size, bold=node.get("font-weight") == "700") / 1.04
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[node.get("text-anchor", "start")]
    return left, y - size * 0.75, left + wide, y + size * 0.2


def meet(one: Box, other: Box, slack: float = 0.5) -> bool:
    across = one[0] + slack < other[2] and other[0] + slack < one[2]
    return across and one[1] + slack < other[3] and other[1] + slack < one[3]


def words_of(root: ElementTree.Element) -> list[str]:
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


def groups(root: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [g for g in root.iter(f"{SVG}g") if kind in (g.get("class") or "").split()]


def day_of(path: Path) -> date:
    found = re.search(r"# (?:peildatum|reference date): (\S+)", path.read_text("utf-8"))
    assert found
    return date.fromisoformat(found[1])


def pictured(path: Path) -> tuple[Timeline | None, Genogram | None, Words]:
    reading = read_file(path)
    assert reading.case is not None
    case = cut(reading.case, PROFESSIONAL)
    words, day = Words(case.info.language), day_of(path)
    return timeline(case, judge(reading, day), words), genogram(case, day, words), words


# --- widths ------------------------------------------------------------------------------------


def test_widths_come_from_the_font() -> None:
    assert width("i" * 10, 10) < width("n" * 10, 10) < width("W" * 10, 10)
    assert width("", 11) == 0 and width("محمد", 11) > 10
    assert width("Peter", 22) == pytest.approx(2 * width("Peter", 11))
    assert width("Peter", 11, bold=True) > width("Peter", 11)


@given(st.text(min_size=1, max_size=60), st.integers(30, 120))
@QUICK
def test_what_is_cut_or_wrapped_fits(text: str, room: int) -> None:
    assert width(shortened(text, 11, room), 11) <= room
    lines = wrapped(text, 11, room, 2)
    assert len(lines) <= 2 and all(width(line, 11) <= room for line in lines)
    if width(text, 11) <= room:
        assert " ".join(lines) == " ".join(text.split())


# --- which picture -----------------------------------------------------------------------------


def test_a_picture_without_anything_to_show_is_left_out() -> None:
    document = filled("x")
    for name in ("scores", "timeline", "genogram"):
        assert figure(f"figure:{name}", document, NL) is None
    assert figure("figure:scores", replace(document, own=Own("Anna")), NL) is None
    assert figure("figure:phase", document, NL) is not None
    with pytest.raises(ValueError, match="no picture"):
        figure("figure:family", document, NL)


# --- own scores --------------------------------------------------------------------------------

SCORES = (
    Score("28 augustus 2024", 0, 5),
    Score("2 september 2024", 5, 0),
    Score("1 mei 2025", 246, 10),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [2, 3])
def test_scores_are_in_the_drawing_and_in_the_text(count: int, language: str) -> None:
    scores = SCORES[:count]
    picture = scores_figure(scores, Words(language))
    root = drawn(picture)
    assert picture is not None
    assert plain(picture.line).split("\n") == [f"{s.day}: {s.score}" for s in scores]
    dots = list(root.iter(f"{SVG}circle"))
    bold = [n for n in root.iter(f"{SVG}text") if n.get("font-weight") == "700"]
    assert ["".join(n.itertext()) for n in bold] == [str(s.score) for s in scores]
    heights = [float(dot.get("cy", "0")) for dot in dots]
    places = [float(dot.get("cx", "0")) for dot in dots]
    for one, other in combinations(range(count), 2):
        assert (heights[one] > heights[other]) == (scores[one].score < scores[other].score)
    if count == 3:  # a true scale of days
        assert (places[1] - places[0]) / (places[2] - places[0]) == pytest.approx(
            5 / 246, abs=0.002
        )
    assert all(float(n.get("font-size", "0")) >= 14 for n in root.iter(f"{SVG}text"))
    assert not any(meet(a, b) for a, b in combinations(boxes(root), 2))


@pytest.mark.parametrize("count", [0, 1])
def test_one_score_is_no_picture(count: int) -> None:
    assert scores_figure(SCORES[:count], NL) is None


def test_scores_judge_nothing() -> None:
    told_ = "\n".join(str(v) for n in LANGUAGES for v in Words(n).entry("page.scores").values())
    assert not re.search(r"beter|slechter|goed|better|worse|improv|laag|hoog", told_, re.IGNORECASE)


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 10)), min_size=2, max_size=40))
@QUICK
def test_many_scores_still_make_a_picture(found: list[tuple[int, int]]) -> None:
    days = sorted(found)
    scores = [Score(f"{1 + at % 28} mei {2000 + at // 28}", at - days[0][0], s) for at, s in days]
    root = drawn(scores_figure(scores, NL))
    assert len(list(root.iter(f"{SVG}circle"))) == len(scores)
    assert not any(meet(a, b) for a, b in combinations(boxes(root), 2))


# --- the timeline ------------------------------------------------------------------------------


def shown_numbers(root: ElementTree.Element) -> list[int]:
    found: list[int] = []
    for group in groups(root, "event"):
        for part in (group.get("data-numbers") or "").split(", "):
            first, _, last = part.partition("–")
            found += range(int(first), int(last or first) + 1)
    return sorted(found)


def hold_timeline(found: Timeline | None, words: Words) -> ElementTree.Element:
    """Every number is drawn once, or the drawing says that it is in the list alone."""
    assert found is not None
    root = drawn(timeline_figure(found, words))
    numbers = [event.number for event in found.events]
    assert numbers == list(range(1, len(numbers) + 1))
    shown = shown_numbers(root)
    assert len(set(shown)) == len(shown) and set(shown) <= set(numbers)
    left_out = sorted(set(numbers) - set(shown))
    note = " ".join(words_of(root))
    assert not left_out or words.say("page.timeline.only_listed", numbers=runs(left_out)) in note
    kinds = {event.number: event.kind for event in found.events}
    for group in groups(root, "event"):
        first = re.split("[–,]", group.get("data-numbers") or "")[0]
        assert kinds[int(first)] in (group.get("class") or "").split()
    labels = [box(n) for g in groups(root, "event") for n in g.iter(f"{SVG}text")]
    assert not any(meet(a, b) for a, b in combinations(labels, 2))
    return root


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_the_timeline_of_every_example(path: Path) -> None:
    found, _, words = pictured(path)
    hold_timeline(found, words)


DATES = st.one_of(
    st.dates(date(2020, 1, 1), date(2025, 12, 31)).map(str),
    st.dates(date(2024, 6, 1), date(2024, 9, 30)).map(str),
    st.sampled_from(["2024", "2024-03", "2024-08-01/2024-08-10", "onbekend", "1990"]),
)


def many(dates: list[str]) -> str:
    rows = [f"    - {{id: i{n}, datum: {day}, wat: Iets.}}" for n, day in enumerate(dates, 1)]
    return "top3: 1\ngezin: [{id: m1, rol: moeder}]\ngeweld:\n  incidenten:\n" + "\n".join(rows)


@given(st.lists(DATES, min_size=1, max_size=80))
@QUICK
def test_a_timeline_of_any_length(dates: list[str]) -> None:
    reading = told(many(dates))
    assert reading.case is not None
    found = timeline(cut(reading.case, PROFESSIONAL), judge(reading, date(2024, 9, 2)), NL)
    assert found is not None and len(found.events) == len(dates)
    hold_timeline(found, NL)
    dated = marks([event for event in found.events if event.at is not None])
    assert len(chosen(dated)) <= MOST


def test_numbers_are_written_as_people_do() -> None:
    assert runs([1]) == "1" and runs([1, 2, 3, 5, 7, 8]) == "1–3, 5, 7–8"


# --- the genogram ------------------------------------------------------------------------------


def hold_genogram(found: Genogram | None, words: Words) -> ElementTree.Element:
    """Everybody and every line is drawn once, and nobody stands on anybody or under a line."""
    assert found is not None
    root = drawn(genogram_figure(found, words))
    keys = sorted(int(g.get("data-key") or "-1") for g in groups(root, "person"))
    assert keys == list(range(len(found.people)))
    lines = {
        ((g.get("class") or "").split()[1], g.get("data-from"), g.get("data-to"))
        for g in groups(root, "link")
    }
    wanted = {
        (link.kind, " ".join(map(str, link.source)), " ".join(map(str, link.target)))
        for link in found.links
    }
    assert lines == wanted and len(groups(root, "link")) >= len(found.links)
    plan = arranged(found, words.entry("page.genogram.house"))
    router = Router(plan, found)
    stand(plan, router.heights)
    router.settle()
    rooms = [(n.x - n.wide / 2, n.top, n.x + n.wide / 2, n.bottom) for n in plan.nodes.values()]
    assert len(rooms) == len(found.people)
    assert not any(meet(a, b) for a, b in combinations(rooms, 2))
    assert all(room[0] >= 0 and room[2] <= plan.wide for room in rooms)
    for route in router.routes:
        for (x1, y1), (x2, y2), _ in segments(route):
            line = (min(x1, x2) - 0.1, min(y1, y2), max(x1, x2) + 0.1, max(y1, y2))
            ends = {*route.link.source, *route.link.target}
            for key, node in plan.nodes.items():
                half = 0.0 if key in ends else node.wide / 2 - 1
                room = (node.x - half, node.top + 3, node.x + half, node.bottom - 3)
                assert key in ends or not meet(line, room, 0), (route.link, node.person)
    frames = [
        (*plan.frame(home)[:2], plan.rows[plan.frame(home)[2]].top, 0) for home in plan.framed
    ]
    assert len(frames) + len(plan.numbered) == len(found.households)
    persons = [box(n) for g in groups(root, "person") for n in g.iter(f"{SVG}text")]
    assert not any(meet(a, b) for a, b in combinations(persons, 2))
    said = words_of(root)
    shapes = {person.shape for person in found.people}
    kinds = {{"network": "tied"}.get(link.kind, link.kind) for link in found.links}
    for kind in shapes | kinds:
        assert words.say(f"page.genogram.legend_{kind}") in said
    return root


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_the_genogram_of_every_example(path: Path) -> None:
    _, found, words = pictured(path)
    root = hold_genogram(found, words)
    assert size_of(root)[1] <= (draw.LOW if found and found.wide else draw.TALL)


@st.composite
def families(draw_: st.DrawFn) -> str:
    """Invented families with any roles, ties, households and violence."""
    names = st.sampled_from(
        ["Jo", "Annemarie-Wilhelmina", "محمد عمر", "<b>x</b> & co", "Bo van de Velde", ""]
    )
    roles = st.sampled_from([None, *Role])
    count, helpers = draw_(st.integers(1, 12)), draw_(st.integers(0, 10))
    ids = [f"m{n}" for n in range(1, count + 1)]
    some = st.lists(st.sampled_from(ids), max_size=3, unique=True).map(", ".join)
    homes = st.sampled_from(["samen", "bij moeder", "eigen huis", "het huis", ""])
    rows = ["top3: 1", "gezin:"]
    for one in ids:
        role = draw_(roles)
        parts = [f"id: {one}", f'naam: "{draw_(names)}"', f'huishouden: "{draw_(homes)}"']
        parts += [f"rol: {role.nl}"] if role else []
        parts += [f"leeftijd: {draw_(st.integers(0, 90))}"] if draw_(st.booleans()) else []
        rows.append(f"  - {{{', '.join(parts)}}}")
    rows += ["netwerk:"] if helpers else []
    for n in range(1, helpers + 1):
        rows.append(
            f'  - {{id: n{n}, naam: "{draw_(names)}", band: oma, verbonden_met: [{draw_(some)}]}}'
        )
    rows += ["geweld:", "  incidenten:"]
    for n in range(1, draw_(st.integers(1, 5)) + 1):
        rows.append(f"    - {{id: i{n}, door: [{draw_(some)}], tegen: [{draw_(some)}]}}")
    return "\n".join(rows)


@given(families())
@QUICK
def test_a_genogram_of_any_family(story: str) -> None:
    case = told(story).case
    assert case is not None
    hold_genogram(genogram(cut(case, PROFESSIONAL), date(2024, 9, 2), NL), NL)


def test_the_same_family_gives_the_same_drawing() -> None:
    path = EXAMPLES[0]
    for picture in (timeline_figure, genogram_figure):
        which = 0 if picture is timeline_figure else 1
        one, other = pictured(path), pictured(path)
        assert picture(one[which], NL) == picture(other[which], NL)  # type: ignore[arg-type]


HARD = """
top3: 1
gezin:
  - {id: m1, naam: "<b>Anna</b> & \\"co\\"", rol: moeder, leeftijd: 40}
  - {id: k1, naam: "محمد عمر", rol: kind, leeftijd: 9}
netwerk: [{id: n1, naam: "Ria", band: oma, verbonden_met: m1}]
geweld: {incidenten: [{id: i1, datum: 2024-03, wat: "<svg onload=x>", door: k1, tegen: m1}]}
"""


def test_a_character_that_no_file_can_hold_breaks_no_picture() -> None:
    root = ElementTree.fromstring(draw.svg(10, 10, "a\x00\x1b", draw.text((0, 9), "a\x07\nb")))  # noqa: S314
    assert words_of(root) == ["a\ufffd b"]


def test_names_are_text_and_nothing_else() -> None:
    reading = told(HARD)
    assert reading.case is not None
    case = cut(reading.case, PROFESSIONAL)
    family = genogram(case, date(2024, 9, 2), NL)
    root = hold_genogram(family, NL)
    said = words_of(root)
    assert "<b>Anna</b> &" in " ".join(said) and "محمد عمر" in said
    assert not [node for node in root.iter() if node.tag.endswith(("}b", "}script"))]
    found = timeline(case, judge(reading, date(2024, 9, 2)), NL)
    hold_timeline(found, NL)
    for picture in (genogram_figure(family, NL), timeline_figure(found, NL) if found else None):
        assert picture is not None
        assert pdf.png(picture.svg)[:4] == b"\x89PNG"


@pytest.mark.parametrize("path", EXAMPLES[:3], ids=lambda p: p.stem)
def test_the_lists_stand_in_the_professionals_copy(path: Path) -> None:
    found, family, words = pictured(path)
    assert found is not None and family is not None
    document = replace(filled("x", words.language), template="professional")
    from tests.render.samples import dossier

    judged = dossier("x", words.language).judgement
    assert judged is not None
    judged = replace(judged, timeline=found, family=family)
    made = render(replace(document, judgement=judged), ("md", "html"))
    for result in made.values():
        assert isinstance(result, Rendered)
    page, sheet = (made[name].data.decode() for name in ("html", "md"))  # type: ignore[union-attr]
    for text in (*(e.text for e in found.events), *(p.text for p in family.people)):
        assert text.split(":")[0] in sheet and text.split("'")[0].split('"')[0] in page
    for said in (*family.links, *family.households):
        assert said.text in sheet
    assert page.count("<svg") == 2 and page.count("<ol>") >= 1
