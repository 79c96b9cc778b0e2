"""A language is one folder, told by name what it lacks; text from right to left stays in order."""

import re
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from pypdf import PdfReader

from tests.render.readers import READERS, W, page, part
from tests.render.samples import full
from top3 import words
from top3.case.vocabulary import Word
from top3.document.model import Agreement, Contact, Document, Priority
from top3.render import FORMATS, Rendered, markdown, render
from top3.render.direction import runs

TEMPLATES = words.data_folder("templates")
OTHERS = [code for code in words.LANGUAGES if code != "nl"]
FREE = ("lists", "secrets")  # below the top their keys are words of the language itself
FSI, PDI, LRM = "\u2068", "\u2069", "\u200e"


def test_every_folder_with_a_page_is_a_language() -> None:
    assert words.LANGUAGES[:2] == ("nl", "en")
    for code in words.LANGUAGES:
        said = words.Words(code).entry("words.language")
        assert set(said) == {"tag", "direction"}
        assert code == code.lower() and f"{said['tag'].lower()}-".startswith(f"{code}-")
        assert said["direction"] in ("ltr", "rtl")


def lacks(folder: Path, model: Path) -> list[str]:
    """Say by name what a language's folder has less or more than its model."""
    here, there = (
        {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
        for root in (folder, model)
    )
    found = [f"no file {name}" for name in sorted(there - here)]
    found += [f"no such file in {model.name}: {name}" for name in sorted(here - there)]
    for name in sorted(here & there):
        if name.endswith(".toml"):
            trees = [tomllib.loads((root / name).read_text("utf-8")) for root in (folder, model)]
            mine, theirs = (
                {f".{top}" for top in tree} if Path(name).stem in FREE else keys(tree)
                for tree in trees
            )
        elif name.endswith(".j2"):
            mine, theirs = (fields((root / name).read_text("utf-8")) for root in (folder, model))
        else:
            continue
        found += [f"{name}: no {key}" for key in sorted(theirs - mine)]
        found += [f"{name}: {key} is not in {model.name}" for key in sorted(mine - theirs)]
    return found


def keys(tree: object, way: str = "") -> set[str]:
    if not isinstance(tree, dict):
        return {way}
    return {found for name, inner in tree.items() for found in keys(inner, f"{way}.{name}")}


def fields(source: str) -> set[str]:
    """Give what a template reads, and which boxes and pictures it asks for."""
    tree = Environment(autoescape=True).parse(source)
    found = {node.name for node in tree.find_all(nodes.Name)}
    found |= {f".{node.attr}" for node in tree.find_all(nodes.Getattr)}
    return found | set(re.findall(r"^:::+ (?!table)[a-z0-9 -]+$|!\[\]\([a-z:]+\)", source, re.M))


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_lacks_nothing_that_dutch_has(code: str) -> None:
    assert not lacks(TEMPLATES / code, TEMPLATES / "nl")


def test_what_is_missing_is_told_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "fr"
    shutil.copytree(TEMPLATES / "nl", folder)
    assert lacks(folder, TEMPLATES / "nl") == []
    (folder / "cards" / "T101.toml").unlink()
    (folder / "meer.toml").touch()
    for name, less in (("page.toml", r"^of = .*\n"), ("poster.md.j2", r".*numbers\.danger.*\n")):
        text = (folder / name).read_text("utf-8")
        assert re.search(less, text, re.M)
        (folder / name).write_text(re.sub(less, "", text, flags=re.M), "utf-8")
    assert lacks(folder, TEMPLATES / "nl") == [
        "no file cards/T101.toml",
        "no such file in nl: meer.toml",
        "page.toml: no .of",
        "poster.md.j2: no .danger",
    ]


PLACE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\w*\}|`[^`]*`")  # no words of a language

CHOICES = {str(word.nl) for kind in Word.__subclasses__() for word in kind}
TYPED = re.compile(
    r"\w+:|\[\w+\]|\b(?:"
    + "|".join(sorted(map(re.escape, CHOICES), key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)


def same(folder: Path, model: Path) -> list[str]:
    """Say where a language's folder still has a sentence of its model, word for word."""
    found = []
    for path in sorted(folder.rglob("*.*")):
        if path.stem not in FREE:
            name = path.relative_to(folder)
            mine, theirs = sentences(path), sentences(model / name)
            found += [f"{name}: {place}" for place, text in mine if text in {t for _, t in theirs}]
    return found


def sentences(path: Path) -> list[tuple[str, str]]:
    """Give what has four words or more, with its key or its line."""
    text = path.read_text("utf-8")
    if path.suffix == ".toml":
        found = [(way, said) for way, said in leaves(tomllib.loads(text)) if way != ".source"]
    else:
        text = re.sub(r"\{#.*?#\}", lambda note: "\n" * note[0].count("\n"), text, flags=re.S)
        found = [(f"line {n}", line.strip()) for n, line in enumerate(text.splitlines(), 1)]
    if path.suffix == ".yaml":  # keys, marks and words to choose from stay Dutch
        found = [(place, TYPED.sub(" ", line)) for place, line in found]
    found = [(place, re.sub(r"^:::+ (table [\d/]+)?", "", said)) for place, said in found]
    return [
        (place, said)
        for place, said in found
        if len(re.findall(r"[^\W\d_]{2,}", PLACE.sub(" ", said))) >= 4
    ]


def leaves(tree: object, way: str = "") -> list[tuple[str, str]]:
    if isinstance(tree, dict):
        return [found for name, inner in tree.items() for found in leaves(inner, f"{way}.{name}")]
    return [(way, str(tree))]


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_sentences_of_its_own(code: str) -> None:
    assert not same(TEMPLATES / code, TEMPLATES / "nl")


def test_what_is_still_dutch_is_told_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "fr"
    shutil.copytree(TEMPLATES / "en", folder)
    shutil.copy(TEMPLATES / "nl" / "questions.md.j2", folder)
    for name, key in (("cards/T101.toml", "why = .*"), ("starter.yaml", "## Haast.*")):
        (taken,) = re.findall(f"^{key}$", (TEMPLATES / "nl" / name).read_text("utf-8"), re.M)
        start = taken.split()[0] if name != "starter.yaml" else "## In a hurry"
        text = (folder / name).read_text("utf-8")
        changed = re.sub(f"^{start}.*$", lambda _, t=taken: t, text, flags=re.M)
        assert changed != text
        (folder / name).write_text(changed, "utf-8")
    told = same(folder, TEMPLATES / "nl")
    assert "cards/T101.toml: .why" in told and "starter.yaml: line 2" in told
    assert {line.partition(":")[0] for line in told} == {
        "cards/T101.toml",
        "questions.md.j2",
        "starter.yaml",
    }


ARABIC = {
    "Ons plan om thuis veilig te zijn": "خطتنا لنكون بأمان في البيت",
    "Wie kunt u bellen?": "بمن يمكنكم الاتصال؟",
    "Is er nu gevaar? Bel": "هل هناك خطر الآن؟ اتصلوا على",
    "Wat we willen zien": "سلام للكل",
    "Onze afspraken": "اتفاقاتنا",
    "**Wie:**": "**من:**",
    "**Wanneer:**": "**متى:**",
    "**Telefoon:**": "**الهاتف:**",
    "helpt u met dit plan.": "يساعدكم في هذه الخطة.",
    "\nNaam\nDatum\nHandtekening\n": "\nالاسم\nالتاريخ\nالتوقيع\n",
    "Verzonnen voorbeeld": "مثال خيالي",
    "bladzijde {page} van {pages}": "صفحة {page} من {pages}",
    "Plan van {date}": "خطة {date}",
    "Versie {version}": "نسخة {version}",
    'tag = "nl-NL", direction = "ltr"': 'tag = "ar", direction = "rtl"',
}


@pytest.fixture
def arabic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Document]:
    """A plan in a third language, whose folder was added and nothing else."""
    made(full())  # the writers load the real folder of styles, and keep it
    folder = tmp_path / "ar"
    shutil.copytree(TEMPLATES / "nl", folder)
    for path in (*folder.glob("*.j2"), folder / "page.toml", folder / "words.toml"):
        text = path.read_text("utf-8")
        for dutch, other in ARABIC.items():
            text = text.replace(dutch, other)
        path.write_text(text, "utf-8")
    monkeypatch.setattr(words, "data_folder", lambda _: tmp_path)
    monkeypatch.setattr(markdown, "_environment", markdown._environment.__wrapped__)
    assert words.languages() == ("ar",)
    monkeypatch.setattr(words, "LANGUAGES", ("nl", "en", "ar"))
    yield full("ar")


def made(document: Document) -> dict[str, bytes]:
    found = render(document, FORMATS)
    for result in found.values():
        assert isinstance(result, Rendered), getattr(result, "error", None)
        assert result.replaced == ()
    return {name: result.data for name, result in found.items() if isinstance(result, Rendered)}


def test_a_folder_from_right_to_left_works_in_every_format(arabic: Document) -> None:
    found = made(arabic)
    assert set(found) == set(FORMATS)
    for name, data in found.items():
        text = re.sub(f"[{FSI}{PDI}{LRM}]", "", READERS[name](data)[0])
        assert "سلام" in text, name  # its letters have no dots, which a PDF draws apart
        assert "Karin de Wit" in text and "0800-2000" in text, name
    assert f"{FSI}0612 34 56 78{PDI}" in found["md"].decode()
    html = found["html"].decode()
    assert '<html lang="ar" dir="rtl">' in html
    assert '<bdi><a href="tel:0612345678">0612 34 56 78</a></bdi>' in html
    assert page(found["html"]).text.count("0612 34 56 78") == 1


def test_a_word_file_from_right_to_left_says_so_everywhere(arabic: Document) -> None:
    data = made(arabic)["docx"]
    styles = part(data, "word/styles.xml")
    normal = next(s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "Normal")
    assert normal.find(f"{W}pPr/{W}bidi") is not None
    assert {node.get(f"{W}bidi") for node in styles.iter(f"{W}lang")} == {"ar"}
    turned = {True: "", False: ""}
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        for run in part(data, name).iter(f"{W}r"):
            text = "".join(node.text or "" for node in run.iter(f"{W}t"))
            turned[run.find(f"{W}rPr/{W}rtl") is not None] += f"{text}\n"
    assert "اتفاقاتنا" in turned[True] and "خيالي" in turned[True]
    assert f"\n{LRM}0612 34 56 78{LRM}\n" in turned[False]
    assert f"\n{LRM}Karin de Wit{LRM}\n" in turned[False]
    assert not re.search("[\u0600-\u06ff]", turned[False])


NAME, NUMBER = "محمد عمر", "0612 34 56 78"
SENTENCE = f"Bel {NAME} {NUMBER} op dinsdag."


def family() -> Document:
    """A Dutch plan of a family with Arabic names, and a number right after a name."""
    agreement = Agreement(SENTENCE, f"{NAME}, علي", "Altijd", NAME, f"{NAME} 112")
    return replace(
        full(),
        names=("Peter", NAME, "علي", "Sanne"),
        contacts=(Contact(NAME, "Wijkteam Noord", NUMBER),),
        priorities=(Priority(1, f"{NAME} {NUMBER}", "Niemand dreigt.", (agreement,)),),
    )


def test_a_name_does_not_take_its_neighbours_along() -> None:
    found = made(family())
    assert f"Bel {FSI}{NAME}{PDI} {NUMBER} op dinsdag." in found["md"].decode()
    html = found["html"].decode()
    assert f"Bel <bdi>{NAME}</bdi> {NUMBER} op dinsdag." in html
    assert f"Peter, <bdi>{NAME}</bdi>, <bdi>علي</bdi>, Sanne" in html
    body = part(found["docx"], "word/document.xml")
    pieces = [
        ("".join(node.text or "" for node in run.iter(f"{W}t")), run.find(f"{W}rPr/{W}rtl"))
        for run in body.iter(f"{W}r")
    ]
    assert (f" {NUMBER} op dinsdag.", None) in pieces
    names = [mark for text, mark in pieces if text == f"{LRM}{NAME}{LRM}"]
    assert names and None not in names


def test_a_number_after_a_name_stands_after_it_on_paper() -> None:
    placed: list[tuple[str, float, float]] = []
    for sheet in PdfReader(BytesIO(made(family())["pdf"])).pages:
        sheet.extract_text(
            visitor_text=lambda text, place, at, *_: placed.append(
                (text.strip(), place[5], place[4] + at[4])
            )
        )
    numbers = [at for at, (text, _, _) in enumerate(placed) if "0612" in text]
    names = [(high, left) for text, high, left in placed if "محمد" in text or "عمر" in text]
    assert len(numbers) >= 3 and len(names) >= 5
    beside = 0
    for at in numbers:
        text, high, left = placed[at]
        assert NUMBER in text, text  # in one piece: its groups can't have changed places
        for high_too, left_too in names:
            if high_too == high:
                assert left_too < left
                beside += 1
    assert beside >= 4


@pytest.mark.parametrize(
    ("text", "rtl", "found"),
    [
        ("oma Ria", False, []),
        (SENTENCE, False, [NAME]),
        ("محمد (أبو علي) belt", False, ["محمد (أبو علي)"]),
        ("Mo (محمد) belt", False, ["محمد"]),
        ("أريد أن أكون آمنة.", False, ["أريد أن أكون آمنة."]),
        ("شارع 12 محمد", False, ["شارع 12 محمد"]),
        ("محمد 0612 34 علي", False, ["محمد", "علي"]),
        ("محمد, علي; عمر", False, ["محمد", "علي", "عمر"]),
        ("e\u0615", False, []),
        ("שרה belt", False, ["שרה"]),
        ("اتصلوا على 055 123 45 67 الآن", True, ["055 123 45 67"]),
        ("+31 6 12 34", True, ["+31 6 12 34"]),
        ("كارين (Karin de Wit) هنا", True, ["Karin de Wit"]),
        ("Karin, Sanne", True, ["Karin", "Sanne"]),
        ("Jose\u0301 هنا", True, ["Jose\u0301"]),
        ("اتفاقاتنا", True, []),
    ],
)
def test_a_run_that_goes_the_other_way_is_found(text: str, rtl: bool, found: list[str]) -> None:
    pieces = runs(text, rtl)
    assert [piece for piece, against in pieces if against] == found
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)
    assert not any(one and other for (_, one), (_, other) in pairwise(pieces))
