"""Every form in every format: its sizes, pages of their own, pictograms, and the one sheet."""

import re
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from tests.render.forms import LARGE, POSTER, SAMPLES, around, tree
from tests.render.readers import READERS, W, page, part, structure
from top3.render import FORMATS
from top3.render.page import FORMS, LOOKS
from top3.render.pictograms import pictogram
from top3.render.pictures import phase_figure
from top3.render.poster import fit
from top3.render.tree import Blocks, Box, plain, walk
from top3.words import Words, data_folder

PICTOGRAMS = sorted(path.stem for path in (data_folder("templates") / "pictograms").glob("*.svg"))
PAGES = {"large": 3, "aloud": 4}
MILLIMETRE = 72 / 25.4


def written(name: str, blocks: Blocks, form: str) -> bytes:
    module = import_module(f"top3.render.{'text' if name == 'md' else name}")
    data, lost = module.write(blocks, around(form))
    assert isinstance(data, bytes) and not lost
    return data


def sample(name: str, form: str) -> bytes:
    return written(name, tree(SAMPLES[form]), form)


def sheets(data: bytes) -> int:
    return len(PdfReader(BytesIO(data)).pages)


def words_of(name: str, data: bytes) -> list[str]:
    text = re.sub("[-\xad]\n", "", READERS[name](data)[0])
    return re.findall(r"[a-zA-Z]{3,}|\d{3,}", text)


def test_every_form_has_measures_and_a_sample() -> None:
    assert set(FORMS.values()) | {"plain"} == set(LOOKS) == set(SAMPLES)


@pytest.mark.parametrize("form", [form for form in LOOKS if form not in ("compact", "poster")])
def test_a_line_holds_45_to_75_letters(form: str) -> None:
    look = LOOKS[form]
    letters = (190 - look.margin) * MILLIMETRE / (0.5 * look.text)
    assert 45 <= letters <= 75


@pytest.mark.parametrize("form", LOOKS)
def test_all_formats_say_the_same_in_the_same_order(form: str) -> None:
    body = sample("md", form).rpartition(b"---")[0]
    wanted = [word for word in words_of("md", body) if word not in ("Verzonnen", "voorbeeld")]
    assert len(wanted) > 15
    for name in FORMATS:
        found = iter(words_of(name, sample(name, form)))
        assert [word for word in wanted if word in found] == wanted, name


@pytest.mark.parametrize("form", LOOKS)
def test_sizes_are_those_of_the_form_in_every_format(form: str) -> None:
    look = LOOKS[form]
    assert f'<body class="{form}"' in sample("html", form).decode()
    style = (data_folder("templates") / "style" / "page.css").read_text("utf-8")
    printed = re.search(
        rf"\.{form} {{ --size: (?:calc\()?(\d+)pt", style[style.index("@media print") :]
    )
    assert printed and int(printed[1]) == look.text
    shrunk = fit(tree(SAMPLES[form]), look) if form == "poster" else 1
    styles = {
        style.get(f"{W}styleId"): int(size.get(f"{W}val", "0")) / 2
        for style in part(sample("docx", form), "word/styles.xml").iter(f"{W}style")
        for size in style.iter(f"{W}sz")
    }
    assert styles["Normal"] == pytest.approx(look.text * shrunk, abs=0.5)
    assert styles["Heading1"] == pytest.approx(look.large * shrunk, abs=0.5)
    drawn = set()
    for sheet in PdfReader(BytesIO(sample("pdf", form))).pages:
        sheet.extract_text(visitor_text=lambda *seen: drawn.add(round(seen[4])) if seen[0] else 0)
    assert {look.text, look.large, look.small} <= drawn
    assert drawn <= {look.text, look.middle, look.large, look.small}


MARKS = {
    "only": "Lees dit samen met iemand die je vertrouwt",
    "fictional": "Verzonnen voorbeeld",
    "provisional": "Voorlopig – we spreken nog af wanneer we opnieuw kijken",
}
LANDSCAPE = "\n::: landscape\nEen brede bladzijde.\n:::\n"


@pytest.mark.parametrize("form", LOOKS)
def test_all_marks_together_stay_on_the_paper_and_above_the_words(form: str) -> None:
    blocks = tree(SAMPLES[form] + (LANDSCAPE if form == "compact" else ""))
    data, _ = import_module("top3.render.pdf").write(blocks, replace(around(form), **MARKS))
    sheets = PdfReader(BytesIO(data)).pages
    assert any(sheet.mediabox.width > 800 for sheet in sheets) is (form == "compact")
    for sheet in sheets:
        seen: list[tuple[str, float, float]] = []
        sheet.extract_text(
            visitor_text=lambda t, m, at, *_: seen.append((t.strip(), m[5] + at[5], m[4] + at[4]))  # noqa: B023
        )
        marks = [(high, left) for text, high, left in seen if text and text in MARKS.values()]
        words = [high for text, high, _ in seen if text and text not in MARKS.values()]
        assert len(marks) == 3
        top = sheet.mediabox.height - 9 * MILLIMETRE
        assert all(high < top and left > 19 * MILLIMETRE for high, left in marks)
        assert min(high for high, _ in marks) > max(words)


def teen(agreements: int) -> bytes:
    """A young person's copy with this many agreements and what stands around them."""
    agreed = "- Erik pakt Thijs niet vast en slaat niet terug.\n  Erik · altijd\n" * agreements
    helps = "- **Je kunt ook bellen:** Ruud\n- **Jouw veilige plek:** bij oom Frans\n"
    rights = "\n## Wat jij mag\n\n" + "- Je mag praten met wie jij vertrouwt.\n" * 5
    steps = "\nGaat het weer mis?\n\n" + "- Erik belt Karin dezelfde dag.\n" * 3
    head, _, _ = SAMPLES["teen"].partition("## Wat je mag")
    agreed = f"{head}## Afgesproken\n\n{agreed}\n## Wie helpt\n\nKarin helpt.\n\n"
    return written("pdf", tree(agreed + helps + steps + rights), "teen")


def heights(data: bytes) -> dict[str, float]:
    """How high each line of the first page stands."""
    high: dict[str, float] = {}
    PdfReader(BytesIO(data)).pages[0].extract_text(
        visitor_text=lambda t, m, at, *_: high.update({t.strip(): m[5] + at[5]})
    )
    return high


def test_what_is_agreed_with_a_young_person_fits_one_sheet() -> None:
    copies = {count: teen(count) for count in (1, 4, 5, 9)}
    assert [sheets(data) for data in copies.values()] == [1, 1, 1, 2]
    head = {count: heights(data)["Afgesproken"] for count, data in copies.items()}
    assert head[1] == head[9] < head[4] < head[5], "closer only where that helps"
    for data in copies.values():
        lines = sorted({round(high, 1) for text, high in heights(data).items() if text})
        assert min(b - a for a, b in pairwise(lines)) >= 12 * 1.5 - 0.1


@pytest.mark.parametrize("form", PAGES)
def test_each_page_box_has_a_page_of_its_own(form: str) -> None:
    count = PAGES[form]
    assert sheets(sample("pdf", form)) == count
    html = sample("html", form).decode()
    assert html.count('<div class="page">') == 1
    assert html.count('<div class="page next">') == count - 1
    body = part(sample("docx", form), "word/document.xml")
    assert len(list(body.iter(f"{W}pageBreakBefore"))) >= count - 1
    breaks = [b for b in body.iter(f"{W}pageBreakBefore") if b.get(f"{W}val", "1") != "0"]
    assert len(breaks) == count - 1
    text, _, foot = sample("md", form).decode().rpartition("---\n")
    assert text.count("\n---\n") == count - 1 and "Versie" in foot


def test_only_the_title_shares_the_first_page_box() -> None:
    later = "# Titel\n\nEen zin.\n\n::: page\nTwee.\n:::\n"
    assert sheets(written("pdf", tree(later), "plain")) == 2
    assert '"page next"' in written("html", tree(later), "plain").decode()
    assert "\n---\n" not in written("md", tree(later), "plain").decode().rpartition("---")[0]


def test_what_is_read_aloud_begins_at_the_same_height_on_every_page() -> None:
    heights = []
    for sheet in PdfReader(BytesIO(sample("pdf", "aloud"))).pages:
        seen: list[tuple[str, float]] = []
        sheet.extract_text(visitor_text=lambda t, at, *_: seen.append((t.strip(), at[5])))  # noqa: B023
        firsts = [
            high for text, high in seen if text.startswith(("Soms", "Dat", "De grote", "Ben"))
        ]
        heights.append(round(firsts[0]))
    assert len(heights) == 4 and len(set(heights)) == 1
    assert 842 / 3 < heights[0] < 842 / 2


def test_a_long_page_that_is_read_aloud_still_shows_all_of_it() -> None:
    long = "# Voor Tom\n\n::: page home\n" + "Oma belt Karin nu.\n" * 60 + ":::\n"
    data = written("pdf", tree(long), "aloud")
    assert READERS["pdf"](data)[0].count("Oma belt Karin nu.") == 60
    assert sheets(data) > 1


@pytest.mark.parametrize("times", [0, 1, 6, 40])
def test_a_poster_is_one_sheet_whatever_it_says(times: int) -> None:
    more = "::: card moon\n" + "Peter en Sanne bellen na 20.30 uur. " * 6 + "\n:::\n\n"
    blocks = tree(POSTER + "\n" + more * times + "x" * 300 * times)
    data = written("pdf", blocks, "poster")
    assert sheets(data) == 1
    text = re.sub(r"\s", "", READERS["pdf"](data)[0])
    assert text.count("20.30uur") == 1 + 6 * times and text.count("x") >= 300 * times
    box = PdfReader(BytesIO(data)).pages[0].mediabox
    assert [round(side) for side in box[2:]] == [595, 842]


def test_a_poster_shrinks_no_more_than_it_must() -> None:
    look = LOOKS["poster"]
    blocks = tree(POSTER)
    assert fit(tree("# Onze afspraken\n\n::: call\nBel [112](tel:)\n:::\n"), look) == 1
    assert 0.8 < fit(blocks, look) < 1
    assert fit(blocks * 8, look) < 0.4 < fit(blocks * 2, look) < 0.8
    html = written("html", blocks * 2, "poster").decode()
    assert re.search(r'<body class="poster" style="--fit:0\.\d+">', html)


def test_a_number_to_call_is_the_largest_text_on_a_poster() -> None:
    sizes: dict[str, int] = {}
    sheet = PdfReader(BytesIO(sample("pdf", "poster"))).pages[0]
    sheet.extract_text(visitor_text=lambda *seen: sizes.setdefault(seen[0].strip(), round(seen[4])))
    found = {text: size for text, size in sizes.items() if text}
    assert found["112"] == found["0800-2000"] == 28
    assert found["Onze afspraken"] == 36


def test_there_are_pictograms_with_their_licence() -> None:
    folder = data_folder("templates") / "pictograms"
    assert len(PICTOGRAMS) >= 25
    assert "ISC License" in (folder / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("name", PICTOGRAMS)
def test_a_pictogram_is_drawn_with_our_line_alone(name: str) -> None:
    drawn = (data_folder("templates") / "pictograms" / f"{name}.svg").read_text("utf-8")
    for disc in (False, True):
        svg = pictogram(name, disc)
        shapes = re.findall(r"<(\w+)", svg)[1:]
        assert len(shapes) == len(re.findall(r"<(?!svg|!)\w+", drawn)) + 2 * disc > 0
        assert set(re.findall("#[0-9A-F]{6}", svg)) <= {"#004488", "#F2F5F9", "#FFFFFF"}
        assert "currentColor" not in svg and 'aria-hidden="true"' in svg


@pytest.mark.parametrize("name", ["unicorn", "../style/page", "Phone", "phone.svg"])
def test_an_unknown_pictogram_is_a_broken_template(name: str) -> None:
    with pytest.raises(ValueError, match="no pictogram"):
        tree(f"# A\n\n::: card {name}\n### B\n\nC\n:::\n")


@pytest.mark.parametrize("form", LOOKS)
def test_a_pictogram_is_decoration_in_every_format(form: str) -> None:
    boxes = [b for b in walk(tree(SAMPLES[form])) if isinstance(b, Box) and b.picture]
    assert boxes
    svgs = [attrs for tag, attrs in page(sample("html", form)).attributes if tag == "svg"]
    assert len(svgs) == len(boxes)
    assert all(attrs["aria-hidden"] == "true" and "role" not in attrs for attrs in svgs)
    body = part(sample("docx", form), "word/document.xml")
    shapes = [node for node in body.iter() if node.tag.endswith("}docPr")]
    assert len(shapes) == len(boxes)
    for shape in shapes:
        assert shape.get("descr") == "" and shape.get("name") == ""
        marks = [node for node in shape.iter() if node.tag.endswith("}decorative")]
        assert [mark.get("val") for mark in marks] == ["1"]
    found = [kind for kind, _ in structure(PdfReader(BytesIO(sample("pdf", form))))]
    assert found and "/Figure" not in found
    assert b"svg" not in sample("md", form)


def test_a_picture_on_a_poster_shrinks_with_its_words_in_word() -> None:
    figure = phase_figure(1, Words("nl"), wall=True)
    widths = []
    for cards in (0, 9):
        blocks = (*tree("# A\n" + "\n::: card moon\nPeter belt.\n:::\n" * cards), figure)
        body = part(written("docx", blocks, "poster"), "word/document.xml")
        wide = max(int(n.get("cx", "0")) for n in body.iter() if n.tag.endswith("}extent"))
        widths.append(wide / 12700 / fit(blocks, LOOKS["poster"]))
    assert widths == pytest.approx([figure.points] * 2, rel=0.01)


@pytest.mark.parametrize("phase", [1, 2, 3])
def test_a_poster_says_the_steps_once_and_to_who_cannot_see_them_too(phase: int) -> None:
    steps = phase_figure(phase, Words("nl"), wall=True)
    assert steps.alt == plain(steps.line).replace("\n", " ") and len(steps.alt) <= 150
    blocks = (*tree("# A\n\nB\n"), steps)
    html = written("html", blocks, "poster").decode()
    assert "<figcaption" not in html and f'aria-label="{steps.alt}"' in html
    assert "Later komt stap" not in READERS["pdf"](written("pdf", blocks, "poster"))[0]
    word = part(written("docx", blocks, "poster"), "word/document.xml")
    assert "stap 2" not in "".join(node.text or "" for node in word.iter(f"{W}t"))
    assert steps.alt in [node.get("descr") for node in word.iter()]
    assert plain(steps.line).split("\n")[1] in written("md", blocks, "poster").decode()


def test_somebodys_own_words_are_quiet() -> None:
    blocks = tree("# A\n\n::: words\nIk wil rust.\n:::\n")
    assert '<blockquote class="words">' in written("html", blocks, "plain").decode()
    assert "> Ik wil rust." in written("md", blocks, "plain").decode()
    body = part(written("docx", blocks, "plain"), "word/document.xml")
    edges = next(iter(body.iter(f"{W}pBdr")))
    assert [edge.tag.removeprefix(W) for edge in edges] == ["left"]
    assert "Ik wil rust." in READERS["pdf"](written("pdf", blocks, "plain"))[0]


def test_the_heading_of_a_page_of_its_own_has_no_rule_in_word() -> None:
    body = part(written("docx", tree(LARGE), "large"), "word/document.xml")
    heads = [
        p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='Heading2']") is not None
    ]
    assert len(heads) == 3
    for head in heads:
        edge = head.find(f"{W}pPr/{W}pBdr/{W}top")
        assert edge is not None and edge.get(f"{W}val") == "nil"


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs "
    "bidi spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps strike color spacing kern sz szCs u bdr shd "
    "vertAlign rtl lang",
}


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("form", LOOKS)
def test_word_finds_every_property_in_the_order_it_wants(form: str, rtl: bool) -> None:
    blocks = tree(SAMPLES[form].replace("Karin", "محمد"), rtl)
    data, _ = import_module("top3.render.docx").write(blocks, around(form, rtl=rtl))
    for name in ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/footer1.xml"):
        for kind, order in ORDER.items():
            wanted = order.split()
            for node in part(data, name).iter(f"{W}{kind}"):
                found = [child.tag.removeprefix(W) for child in node]
                known = [tag for tag in found if tag in wanted]
                assert known == sorted(known, key=wanted.index), (name, found)
                assert len(set(found)) == len(found), (name, found)


@pytest.mark.parametrize("form", LOOKS)
def test_a_form_gives_the_same_bytes_each_time(form: str) -> None:
    for name in FORMATS:
        assert sample(name, form) == sample(name, form), name
