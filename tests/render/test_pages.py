"""What was wrong on paper once: broken numbers, stranded headers, words that ran into others."""

import re
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from tests.render.forms import around, tree
from tests.render.readers import W, part
from top3.render.page import LOOKS
from top3.render.tokens import roomy
from top3.render.tree import Table, Text, plain, walk

Element = ElementTree.Element


def body(source: str, form: str) -> list[Element]:
    """Give the paragraphs and tables of the Word file."""
    data, _ = import_module("top3.render.docx").write(tree(source), around(form))
    return list(part(data, "word/document.xml").find(f"{W}body") or ())


def text(element: Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def number(paragraph: Element, path: str, key: str) -> int:
    found = paragraph.find("/".join(f"{W}{tag}" for tag in ("pPr", *path.split("/"))))
    return int(found.get(f"{W}{key}", "0")) if found is not None else 0


def keeps(paragraph: Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}keepNext") is not None


@pytest.mark.parametrize("form", [form for form in LOOKS if form != "poster"])
@pytest.mark.parametrize("count", [9, 12, 120])
def test_a_number_of_a_list_never_meets_its_text(form: str, count: int) -> None:
    found = body("# A\n\n" + "\n".join(f"{n}. Een dag" for n in range(1, count + 1)), form)
    items = [each for each in found if text(each) == "Een dag"]
    assert len(items) == count
    wide = 0.65 * len(str(count)) + 0.36  # of a letter's size: digits of Verdana, and a full stop
    fits = LOOKS[form].text * 20 * wide
    for item in items:
        left, hanging = number(item, "ind", "left"), number(item, "ind", "hanging")
        assert left == hanging and (left or 360) > fits


def test_the_header_of_a_table_stays_with_its_first_row() -> None:
    found = body("# A\n\n::: table 50/50 B\n| c | d |\n| - | - |\n| e | f |\n:::\n", "compact")
    rows = [list(row.iter(f"{W}p")) for each in found for row in each.iter(f"{W}tr")]
    assert [[keeps(cell) for cell in row] for row in rows] == [[True, True], [False, False]]


def test_a_sentence_stays_with_the_list_that_it_leads_to() -> None:
    found = body("# A\n\nDit komt later.\n\n- Rust\n- School\n\nDag.\n", "plain")
    kept = {text(each): keeps(each) for each in found if text(each)}
    assert kept == {"A": False, "Dit komt later.": True, "Rust": False, "School": False} | {
        "Dag.": False
    }


CLOSE = "## Later\n\n- Rust\n\n## Dan\n\nIn mei.\n\n## Wie\n\nU tekent.\n\n::: seen 2\nNaam\n:::\n"


def test_the_lines_to_sign_stay_with_what_closes_the_plan() -> None:
    found = body(f"# A\n\n{CLOSE}", "plain")
    # (A heading stays with what follows by its style.)
    assert [text(each) for each in found if keeps(each)] == ["In mei.", "U tekent.", "Naam "]


def pages(source: str, form: str) -> list[str]:
    data, _ = import_module("top3.render.pdf").write(tree(source), around(form))
    return [sheet.extract_text() for sheet in PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize("form", ["plain", "large"])
def test_no_last_page_holds_the_lines_to_sign_alone(form: str) -> None:
    lengths = set()
    for count in range(2, 34):
        found = pages(f"# A\n\n{'Een zin. ' * 9}\n\n" + "Een zin.\n\n" * count + CLOSE, form)
        assert "In mei." in found[-1] and "Naam" in found[-1]
        lengths.add(len(found))
    assert lengths == {1, 2}


def test_a_plan_moves_together_only_where_that_saves_a_page() -> None:
    write = import_module("top3.render.pdf")
    made = {}
    for count in range(20, 60):
        blocks = tree("# A\n\n" + "Een zin.\n\n" * count)
        inputs, _ = write.drawn(blocks, around("plain"))
        (usual,), (air,) = write._lengths(inputs, 1), write._airs(inputs, "plain")
        (closer,) = write._lengths(inputs, air)
        made[count] = air
        assert (air < 1) == (closer[0] < usual[0])
    assert {1, 0.85} <= set(made.values())


def test_a_heading_never_stands_with_one_line_of_what_is_filled_in() -> None:
    source = "# A\n\n## Tom\n\n- **Rol:** kind\n- **Huis:** samen\n- **Plek:** oma\n"
    kept = {text(each): keeps(each) for each in body(source, "compact")}
    assert kept["Rol: kind"] and not kept["Huis: samen"] and not kept["Plek: oma"]


@pytest.mark.parametrize("form", [form for form in LOOKS if form != "poster"])
def test_the_number_to_call_in_danger_is_larger_than_the_words_beside_it(form: str) -> None:
    source = "# A\n\n::: call\n**Gevaar? Bel [112](tel:).**\nU mag bellen.\n:::\n"
    (call,) = (each for each in body(source, form) if "112" in text(each))
    sizes = {text(run): number_of(run) for run in call.iter(f"{W}r")}
    assert sizes["112"] == LOOKS[form].middle * 2
    assert sizes["U mag bellen."] is None


def number_of(run: Element) -> int | None:
    size = run.find(f"{W}rPr/{W}sz")
    return None if size is None else int(size.get(f"{W}val", "0"))


def test_an_arabic_name_is_as_large_as_the_words_beside_it() -> None:
    found = body("# A\n\n::: card\n### محمد haalt Tom op.\n\nB\n:::\n", "plain")
    runs = [run for each in found for run in each.iter(f"{W}r") if number_of(run)]
    assert len(runs) == 2
    for run in runs:
        size = run.find(f"{W}rPr/{W}szCs")
        assert size is not None and int(size.get(f"{W}val", "0")) == number_of(run)


def test_a_frame_has_room_above_it() -> None:
    source = "# A\n\n- Ga weg.\n\n::: call\nBel.\n:::\n\n::: card\n### B\n\nC\n:::\n"
    above = {text(each): number(each, "spacing", "before") for each in body(source, "plain")}
    assert above["Bel."] > 100
    assert above["B"] == 0  # its style has it


def test_new_pages_begin_at_the_top() -> None:
    source = "# A\n\nB\n\n:::: landscape\n## C\n\nD\n::::\n\n## E\n\nF\n\n## G\n\nH\n"
    found = {text(each): each for each in body(source, "compact")}
    spaced = {key: each.find(f"{W}pPr/{W}spacing") for key, each in found.items()}
    for first in ("C", "E"):
        spacing = spaced[first]
        assert spacing is not None and spacing.get(f"{W}before") == "0"
    assert spaced["G"] is None


@pytest.mark.parametrize("last", ["D", "::: table 50/50 T\n| c | d |\n| - | - |\n| e | f |\n:::"])
def test_wide_pages_at_the_end_are_followed_by_no_empty_one(last: str) -> None:
    found = body(f"# A\n\nB\n\n:::: landscape\n## C\n\n{last}\n::::\n", "compact")
    pages = [size for each in found for size in each.iter(f"{W}pgSz")]
    assert [size.get(f"{W}orient") for size in pages] in (
        [None, "landscape"],
        ["portrait", "landscape"],
    )
    assert found[-1].tag == f"{W}sectPr" and found[-2].tag == f"{W}p", "Word wants a paragraph"


@pytest.mark.parametrize("form", LOOKS)
def test_every_mark_above_a_word_page_has_its_own_frame(form: str) -> None:
    page = around(form)
    data, _ = import_module("top3.render.docx").write(tree("# A\n\nB\n"), page)
    runs = list(part(data, "word/header1.xml").iter(f"{W}r"))
    framed = [text(run).strip() for run in runs if run.find(f"{W}rPr/{W}bdr") is not None]
    assert framed == list(page.marks) and framed
    yellow = [text(run).strip() for run in runs if run.find(f"{W}rPr/{W}shd") is not None]
    assert yellow == [mark for mark in page.marks if mark == page.provisional]


def test_marks_that_do_not_fit_beside_each_other_stand_below_each_other() -> None:
    for only, breaks in (("Kort", 0), ("Lees dit samen met iemand die je vertrouwt", 1)):
        page = replace(around("large"), only=only, fictional="Verzonnen voorbeeld", provisional="")
        data, _ = import_module("top3.render.docx").write(tree("# A\n\nB\n"), page)
        assert len(list(part(data, "word/header1.xml").iter(f"{W}br"))) == breaks


def cells(*words: str) -> tuple[tuple[Text], ...]:
    return tuple((Text(word),) for word in words)


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    rows = (cells("Naam", "Functie"), cells("de wijk", "jeugdverpleegkundige"))
    assert roomy((50, 50), rows, 68) == (50, 50)
    widths = roomy((80, 20), rows, 68)
    assert sum(widths) == 100 and widths[1] * 68 / 100 > len("jeugdverpleegkundige") + 1
    assert roomy((90, 10), (cells("Naam", "Telefoon"), cells("a", "b")), 68)[1] >= 16  # bold
    assert roomy((80, 20), rows, 30)[1] > 50  # there is not room for all: by what each needs
    assert roomy((80, 20), (cells("a", "b" * 500),), 68)[1] < 50  # that word is broken anyway


def test_a_wide_page_needs_no_wider_column() -> None:
    table = "::: table 80/20 B\n| c | d |\n| - | - |\n| e | jeugdverpleegkundige |\n:::\n"
    upright, wide = tree(f"# A\n\n{table}"), tree(f"# A\n\n:::: landscape\n{table}::::\n")
    found = [
        block.widths for each in (upright, wide) for block in walk(each) if isinstance(block, Table)
    ]
    assert found[1] == (80, 20) and found[0][1] > 30
    assert [plain(block.rows[0][1]) for block in walk(wide) if isinstance(block, Table)]


@pytest.mark.parametrize("form", LOOKS)
def test_the_web_page_says_on_every_sheet_what_it_belongs_to(form: str) -> None:
    page = around(form)
    data, _ = import_module("top3.render.html").write(tree("# A\n\nB\n"), page)
    style = data.decode().partition("<style>")[2].partition("</style>")[0]
    said = [re.sub(r"\\([0-9a-f]+) ", character, each) for each in re.findall('"([^"]*)"', style)]
    wanted = [] if form == "poster" else [" · ".join(page.marks), page.version]
    assert said[: len(wanted)] == wanted
    assert style.count("counter(page)") == style.count("counter(pages)") == len(wanted) // 2


def character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def test_no_version_can_end_the_style() -> None:
    hostile = "</style><script>\"'\\{}"
    data, _ = import_module("top3.render.html").write(
        tree("# A\n\nB\n"), replace(around("plain"), version=hostile)
    )
    style, end, rest = data.decode().partition("</style>")
    assert end and "<script" not in style + rest and "\\3c " in style


def test_every_heading_has_its_size_from_the_style() -> None:
    data, _ = import_module("top3.render.html").write(tree("# A\n\nB\n"), around("compact"))
    style = data.decode().partition("</style>")[0]
    for level in range(1, 6):
        assert re.search(rf"h{level}\b[^{{}}]*{{[^}}]*font-size: [\d.]+em", style), level
