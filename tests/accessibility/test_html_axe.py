"""Every copy's page in a real browser: axe-core, a phone, large letters, a keyboard, paper.

Without a browser these tests skip and say why; `.ci/run` installs one where it can. The ordinary
run takes one copy of each kind; `pytest -m long` and `.ci/run` take all. The last tests plant a
fault for each check, so that a check that sees nothing fails.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from tests.accessibility.browser import Sheet, missing, sheet
from tests.accessibility.copies import Which, for_family, made, spread

if reason := missing():
    pytest.skip(reason, allow_module_level=True)

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
PHONE, DESK = 320, 1280
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }
svg * { letter-spacing: normal !important; word-spacing: normal !important }"""
# A picture has its words below it too, so WCAG's text spacing does not speak of it.
LARGE = "html { font-size: 200% }"

# What sticks out: of the page, of its own box, or of a box that hides what sticks out.
LOST = """() => {
  const found = [], wide = innerWidth;
  if (document.documentElement.scrollWidth > wide)
    found.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} > ${wide}`);
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element), named = element.localName
      + `${element.classList.length ? '.' + element.classList : ''} `
      + `"${element.textContent.trim().slice(0, 50)}"`;
    const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
    const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
    if (element.closest('svg') && element.localName !== 'svg') continue;
    if (hides && (element.scrollWidth > element.clientWidth + 1
               || element.scrollHeight > element.clientHeight + 1)) found.push(`${named} clips`);
    if (scrolls && !element.matches('.wide')) found.push(`${named} scrolls by itself`);
    if (element.matches('.wide') && element.scrollHeight > element.clientHeight + 1)
      found.push(`${named} scrolls down`);
    if (style.textOverflow === 'ellipsis') found.push(`${named} shortens its text`);
    if (element.closest('.wide > *')) continue;
    const box = element.getBoundingClientRect();
    if (box.right > wide + 1 || box.left < -1) found.push(`${named} sticks out of the page`);
    if (style.display !== 'inline' && element.clientWidth
        && element.scrollWidth > element.clientWidth + 1 && !element.querySelector('.wide')
        && !element.matches('.wide')) found.push(`the text sticks out of ${named}`);
  }
  return found;
}"""
# Lines of text that lie on top of each other.
OVERLAPS = """() => {
  const lines = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    if (!node.data.trim() || node.parentElement.closest('style')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 2) lines.push({ box, text: node.data.trim().slice(0, 40) });
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  const found = [];
  lines.forEach((one, place) => {
    for (const other of lines.slice(place + 1)) {
      const high = Math.min(one.box.height, other.box.height);
      if (other.box.top > one.box.bottom - high * .35) break;
      const across = Math.min(one.box.right, other.box.right)
        - Math.max(one.box.left, other.box.left);
      if (across > 2) found.push(`"${one.text}" and "${other.text}"`);
    }
  });
  return { found, count: lines.length };
}"""
TARGETS = """() => [...document.querySelectorAll('a, button, input, select, summary')]
  .map(element => ({ text: element.textContent, boxes: [...element.getClientRects()]
    .map(box => [box.width, box.height]) }))"""
# Words in a picture: what was painted last under their middle, and both colours.
PAINTED = """() => [...document.querySelectorAll('svg text')].map(text => {
  const box = text.getBoundingClientRect();
  scrollBy(0, box.top - 300);
  const now = text.getBoundingClientRect();
  const [x, y] = [now.left + now.width / 2, now.top + now.height / 2];
  const under = document.elementsFromPoint(x, y).filter(element =>
    element.localName !== 'text' && element.localName !== 'tspan'
    && (element instanceof SVGGeometryElement ? getComputedStyle(element).fill !== 'none'
        : getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)'))[0];
  const ground = !under ? 'rgb(255, 255, 255)' : under instanceof SVGGeometryElement
    ? getComputedStyle(under).fill : getComputedStyle(under).backgroundColor;
  const paper = text.closest('svg').getBoundingClientRect();
  return { text: text.textContent, ink: getComputedStyle(text).fill, ground,
    inside: now.left >= paper.left - 1 && now.right <= paper.right + 1
      && now.top >= paper.top - 1 && now.bottom <= paper.bottom + 1 };
})"""
STRAY = """() => [...document.querySelectorAll('*')].flatMap(element => [
  ...(['script', 'iframe', 'object', 'embed', 'form', 'audio', 'video', 'link', 'base']
    .includes(element.localName) ? [element.localName] : []),
  ...[...element.attributes].filter(a => a.name.startsWith('on') || a.name === 'src'
    || /javascript:|^https?:/.test(a.value) && !a.name.startsWith('xmlns'))
    .map(a => `${element.localName} ${a.name}`)])"""
FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const all = [...document.querySelectorAll('a[href], button, input, [tabindex]')];
  return { place: all.indexOf(element), all: all.length,
    shown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 };
}"""


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sheet]:
    """One browser for all pages."""
    with sheet(tmp_path_factory.mktemp("browser")) as made_tab:
        yield made_tab


@pytest.fixture(scope="module", params=spread())
def copy(request: pytest.FixtureRequest, tab: Sheet) -> tuple[Sheet, Which]:
    """One copy's page, opened once for all tests about it."""
    tab.open(made(request.param, "html"))
    return tab, request.param


def test_the_page_needs_no_script_and_nothing_from_elsewhere(
    copy: tuple[Sheet, Which],
) -> None:
    tab, _ = copy
    assert tab.look(STRAY) == []
    assert tab.asked == [tab.file.as_uri()]


def test_the_keyboard_comes_everywhere_in_order(copy: tuple[Sheet, Which]) -> None:
    tab, _ = copy
    stops = tabbed(tab)
    assert [stop["place"] for stop in stops] == [*range(len(stops))]
    assert all(stop["shown"] for stop in stops)


def test_axe_finds_nothing(copy: tuple[Sheet, Which]) -> None:
    tab, which = copy
    result = ran(tab, for_family(which))
    assert len(result["passes"]) > 20
    assert {"html-has-lang", "document-title", "color-contrast", "heading-order"} <= set(
        result["passes"]
    )
    none_of(told(result["violations"]))
    # axe can't see what lies behind words in a picture; `test_words_in_pictures` can.
    unsure = [
        f"{rule['id']}: {node['html']}"
        for rule in result["incomplete"]
        for node in rule["nodes"]
        if (rule["id"][:14], node["html"][:5]) != ("color-contrast", "<text")
    ]
    none_of(unsure)


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("css", ["", SPACING, LARGE], ids=["plain", "spacing", "large"])
def test_nothing_is_lost(copy: tuple[Sheet, Which], width: int, css: str) -> None:
    tab, _ = copy
    if (width, css) == (PHONE, LARGE):
        width = 640  # WCAG asks for 320 px or for letters of 200%, not for both at once
    none_of(tab.look(LOST, width, css))
    lines = tab.look(OVERLAPS, width, css)
    assert lines["count"] > 5
    none_of(lines["found"])


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_finger_can_hit_every_link(copy: tuple[Sheet, Which], width: int) -> None:
    found = copy[0].look(TARGETS, width)
    assert not [(f["text"], f["boxes"]) for f in found if not large_enough(f["boxes"])]


def test_words_in_pictures_can_be_read(copy: tuple[Sheet, Which]) -> None:
    tab, which = copy
    least = 7 if for_family(which) else 4.5
    found = tab.look(PAINTED)
    assert not [f["text"] for f in found if contrast(f["ink"], f["ground"]) < least]
    assert not [f["text"] for f in found if not f["inside"]]


def test_paper_holds_the_same_words(copy: tuple[Sheet, Which]) -> None:
    tab, which = copy
    paper = PdfReader(BytesIO(tab.printed()))
    own = len(PdfReader(BytesIO(made(which, "pdf"))).pages)
    assert 1 <= len(paper.pages) <= max(own + 1, own * 1.2)
    for page in paper.pages:
        assert sorted(round(side) for side in page.mediabox[2:]) in ([595, 842], [594, 841])
    wanted = set(words(tab.tab.inner_text("main")))
    assert len(wanted) > 10
    sheets = [page.extract_text() for page in paper.pages]
    assert not wanted - set(words("\n".join(sheets)))
    said = [
        *tab.tab.locator("header p").all_inner_texts(),
        *tab.tab.locator("footer").all_inner_texts(),
    ]
    for number, text in enumerate(map(squeezed, sheets), 1):
        assert [each for each in said if squeezed(each) not in text] == [], number
        assert re.search(rf"(bladzijde|page){number}(van|of){len(sheets)}", text), number


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def none_of(found: list[str]) -> None:
    """Fail with one line for each thing found."""
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def ran(tab: Sheet, family: bool) -> Any:
    """Run axe with all WCAG levels that we promise; for families a contrast of 7 as well."""
    rules = {"color-contrast-enhanced": {"enabled": family}}
    options: dict[str, object] = {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules}
    return tab.axe(options | {"resultTypes": ["violations", "incomplete"], "preload": False})


def told(violations: Any) -> list[str]:
    """Say each violation so that a person knows where to look."""
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['target'][0]} {node['html'][:120]}"
        for rule in violations
        for node in rule["nodes"]
    ]


def large_enough(boxes: list[list[float]]) -> bool:
    return bool(boxes) and all(min(box) >= 24 for box in boxes)


def tabbed(tab: Sheet) -> list[dict[str, Any]]:
    """Press Tab as often as there are stops, and say where each press came."""
    stops = []
    for _ in range(tab.look(FOCUS)["all"]):
        tab.keys("Tab")
        stops.append(tab.look(FOCUS))
    return stops


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]{2,}", text)


def contrast(one: str, other: str) -> float:
    """Compute WCAG's contrast of two colours as the browser writes them: rgb(0, 68, 136)."""
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def light(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


PAGE = '<!doctype html><html lang="nl"><head><title>x</title></head><body>%s</body></html>'


def opened(tab: Sheet, body: str) -> Sheet:
    tab.open((PAGE % body).encode())
    return tab


def test_axe_sees_planted_faults(tab: Sheet) -> None:
    body = '<main><h1>x</h1><h3>y</h3><img src="x.png"><p style="color:#aaa">een zin</p></main>'
    found = {rule["id"] for rule in ran(opened(tab, body), family=True)["violations"]}
    assert {"image-alt", "heading-order", "color-contrast"} <= found
    dim = '<main><h1>x</h1><p style="color:#6B6B6B">een zin</p></main>'
    strict, plain = (
        {rule["id"] for rule in ran(opened(tab, dim), family)["violations"]}
        for family in (True, False)
    )
    assert (strict, plain) == ({"color-contrast-enhanced"}, set())


@pytest.mark.parametrize(
    ("body", "width", "css"),
    [
        ('<p style="width: 400px">x</p>', PHONE, ""),
        ("<p>" + "x" * 80 + "</p>", PHONE, ""),
        ('<p style="height: 1.2em; overflow: hidden">een twee drie vier vijf</p>', PHONE, SPACING),
        ('<p style="width: 6em; white-space: nowrap">een twee drie</p>', DESK, SPACING),
        ('<p style="position: relative; left: -9em">een</p>', DESK, LARGE),
    ],
)
def test_loss_is_seen(tab: Sheet, body: str, width: int, css: str) -> None:
    assert opened(tab, body).look(LOST, width, css)


def test_overlap_is_seen(tab: Sheet) -> None:
    body = '<p style="height: 1em">een twee</p><p style="margin-top: -2.5em">drie vier</p>'
    assert opened(tab, body).look(OVERLAPS)["found"]


def test_small_targets_strange_pictures_and_requests_are_seen(tab: Sheet) -> None:
    body = '<a href="tel:112">112</a><script src="x.js"></script><p onclick="x">x</p>'
    assert [large_enough(f["boxes"]) for f in opened(tab, body).look(TARGETS)] == [False]
    assert opened(tab, body).look(STRAY) == ["script", "script src", "p onclick"]
    assert len(tab.asked) == 2
    picture = (
        '<svg width="100" height="50"><rect width="60" height="50" fill="#004488"/>'
        '<text x="9" y="30" fill="#1A1A1A">een</text><text x="90" y="30">twee</text></svg>'
    )
    dark, light_one = opened(tab, picture).look(PAINTED)
    assert contrast(dark["ink"], dark["ground"]) < 3 and dark["inside"]
    assert contrast(light_one["ink"], light_one["ground"]) > 20 and not light_one["inside"]


def test_a_lost_keyboard_is_seen(tab: Sheet) -> None:
    body = '<a href="#a" tabindex="2">een</a><a href="#b" tabindex="1">twee</a>'
    hidden = "<style>a { outline: none !important }</style>"
    stops = tabbed(opened(tab, hidden + body))
    assert [stop["place"] for stop in stops] == [1, 0]
    assert not any(stop["shown"] for stop in stops)
