"""Room to write: rules under a question and empty cells, in every format and high enough."""

import re
from importlib import import_module
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from tests.render.forms import around, tree
from tests.render.readers import READERS, W, page, part, structure
from top3.render import FORMATS
from top3.render.tree import Lines, Table

FORM = """# Leeg formulier

## Per persoon

::: lines 3
**zorgen** – Waar maakt deze persoon zich zorgen over?
:::

## Afspraken

::: blank 14 30/40/30 Afspraken bij punt 1
| **wat** | **wie** | **wanneer** |
| --- | --- | --- |
| één ding dat je ziet | een naam | een dag en een tijd |
|  |  |  |
|  |  |  |
:::
"""
POINT = 72 / 25.4
"""Points in a millimetre."""


def written(name: str) -> bytes:
    module = import_module(f"top3.render.{'text' if name == 'md' else name}")
    data, lost = module.write(tree(FORM), around("compact"))
    assert isinstance(data, bytes) and not lost
    return data


def test_the_tree_keeps_what_is_empty() -> None:
    _, _, lines, _, table = tree(FORM)
    assert isinstance(lines, Lines) and lines.count == 3
    assert isinstance(table, Table) and table.room == 14
    assert [len(row) for row in table.rows] == [3, 3, 3]
    assert table.rows[1] == table.rows[2] == ((), (), ())


def test_a_printed_table_still_marks_an_empty_cell() -> None:
    source = FORM.replace("blank 14", "table").replace(" een naam ", "  ")
    table = tree(source)[-1]
    assert isinstance(table, Table) and table.room == 0
    assert "–" in str(table.rows[0][1])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_what_to_write(name: str) -> None:
    text = " ".join(READERS[name](written(name))[0].split())
    for words in ("zorgen – Waar maakt deze persoon", "wanneer", "één ding dat je ziet"):
        assert words in text


def test_markdown_has_dotted_lines_and_empty_cells() -> None:
    text = written("md").decode()
    assert len(re.findall(r"^\.{60,}$", text, re.M)) == 3
    assert text.count("|  |  |  |") == 2


def test_html_rows_are_as_high_as_asked() -> None:
    html = written("html").decode()
    assert html.count('<div class="rule"></div>') == 3
    assert 'style="--room:14mm"' in html
    assert page(written("html")).tags.count("td ") + html.count("<td>") >= 9


def test_word_rows_are_as_high_as_asked_and_rules_are_nine_millimetres_apart() -> None:
    body = part(written("docx"), "word/document.xml")
    heights = list(body.iter(f"{W}trHeight"))
    assert len(heights) == 2  # the row that explains is as high as its words
    for height in heights:
        assert height.get(f"{W}hRule") == "atLeast"
        assert abs(int(height.get(f"{W}val", "0")) - 14 * POINT * 20) < 2
    ruled = [p for p in body.iter(f"{W}p") if [*p.iter(f"{W}tab")] and not [*p.iter(f"{W}t")]]
    assert len(ruled) == 3
    for paragraph in ruled:
        before = next(paragraph.iter(f"{W}spacing")).get(f"{W}before", "0")
        line = 11 * 1.25 * 20  # 11 points, a quarter more between the lines
        assert int(before) + line >= 9 * POINT * 20


def test_pdf_rules_are_nine_millimetres_apart_and_rows_as_high_as_asked() -> None:
    found = rules(written("pdf"))
    assert [round(one - two) for one, two in pairwise(found[0.6][:3])] == [round(9 * POINT)] * 2
    rows = [one - two for one, two in pairwise(found[0.5])]
    assert len(rows) >= 2 and all(high >= 14 * POINT - 0.5 for high in rows[-2:])


def rules(data: bytes) -> dict[float, list[float]]:
    """The heights of level lines on the page, highest first, by how thick they are in points."""
    stream = PdfReader(BytesIO(data)).pages[0].get_contents()
    assert stream is not None
    found: dict[float, set[float]] = {}
    pattern = r"q 1 0 0 -1 \S+ (\S+) cm/(.*?)\nQ"
    for top, drawn in re.findall(pattern, stream.get_data().decode("latin-1"), re.S):
        ends = [(float(x), float(y)) for x, y in re.findall(r"(\S+) (\S+) [ml]\b", drawn)]
        if "BT" in drawn or not ends:
            continue
        across = max(x for x, _ in ends) - min(x for x, _ in ends)
        thick = max(y for _, y in ends) - min(y for _, y in ends)
        stroke = re.search(r"(\S+) w\b", drawn)
        if across > 60 and thick < 2:
            found.setdefault(round(thick or float(stroke[1] if stroke else 1), 1), set()).add(
                round(float(top) - ends[0][1], 1)
            )
    return {thick: sorted(heights, reverse=True) for thick, heights in found.items()}


def test_a_form_is_a_real_table_to_who_hears_it() -> None:
    kinds = [kind for kind, _ in structure(PdfReader(BytesIO(written("pdf"))))]
    assert kinds.count("/Table") == 1 and kinds.count("/TH") == 3 and kinds.count("/TD") == 9
