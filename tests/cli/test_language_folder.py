"""One more folder is one more language: from the case file, --lang and TOP3_LANG, to every file.

The program is copied and one folder is put beside `nl`; nothing else is touched. Its words are
the Dutch ones, letter by letter in Arabic script: no language, but every word is another one.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

import top3
from tests.cli.conftest import EXAMPLES
from tests.render.readers import READERS, W, page, part
from top3.words import LANGUAGES, data_folder

FSI, PDI, LRM = "\u2068", "\u2069", "\u200e"
LETTERS = "ادرسصطعملهوح"  # none has dots, which a PDF draws apart
SCRIPT = {ord("a") + n: LETTERS[n % len(LETTERS)] for n in range(26)}
CODE = re.compile(
    r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|^:::+ table [\d/]+|^:::.*?$|\]\(.*?\)|\{\w*\}|`[^`]*`)",
    re.DOTALL | re.MULTILINE,
)
"""What is no sentence: the template's own code, boxes, links, places for a value, commands."""


def arabic(text: str) -> str:
    """Turn the sentences, also those between quotation marks inside the template's code."""
    parts = CODE.split(text)
    parts[::2] = (spelled(part) for part in parts[::2])
    parts[1::2] = (re.sub(r'"[A-Z][^"{]+"', lambda m: spelled(m[0]), p) for p in parts[1::2])
    return "".join(parts)


def spelled(text: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: word[0].lower().translate(SCRIPT), text)


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    said = arabic(value) if isinstance(value, str) else value
    return json.dumps(said, ensure_ascii=False)


@dataclass(frozen=True)
class House:
    """The copied program, in a folder of its own."""

    place: Path

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        clean = {k: v for k, v in os.environ.items() if k not in ("TOP3_LANG", "LC_MESSAGES")}
        clean |= {"PYTHONPATH": str(self.place), "LC_ALL": "C.UTF-8", **environment}
        clean |= {"PYTHONDONTWRITEBYTECODE": "1"}
        start = [sys.executable, "-c", "from top3.cli import main; main()"]
        return subprocess.run(
            [*start, *arguments], cwd=self.place, env=clean, capture_output=True, encoding="utf-8"
        )


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    place = tmp_path_factory.mktemp("house")
    left = shutil.ignore_patterns("__pycache__", "templates", "examples")
    shutil.copytree(Path(top3.__file__).parent, place / "top3", ignore=left)
    shutil.copytree(data_folder("templates"), place / "templates")
    folder = place / "templates" / "ar"
    shutil.copytree(folder.with_name("nl"), folder)
    for path in folder.glob("*.j2"):
        path.write_text(arabic(path.read_text("utf-8")), "utf-8")
    for path in folder.rglob("*.toml"):
        if path.stem not in ("lists", "secrets"):  # patterns for what people write, not sentences
            tree = tomllib.loads(path.read_text("utf-8"))
            lines = [f"{json.dumps(name)} = {toml(value)}\n" for name, value in tree.items()]
            path.write_text("".join(lines), "utf-8")
    path = folder / "words.toml"
    text, count = re.subn(
        '"language" = .*', 'language = {tag = "ar", direction = "rtl"}', path.read_text("utf-8")
    )
    assert count == 1
    path.write_text(text, "utf-8")
    case = (EXAMPLES / "julia-en-tom.yaml").read_text("utf-8")
    assert "taal: nl" in case
    (place / "gezin.yaml").write_text(case.replace("taal: nl", "taal: ar"), "utf-8")
    (place / "fout.yaml").write_text("top3: 1\ncasus:\n  taal: fr\n", "utf-8")
    return House(place)


Copies = dict[tuple[str, str], bytes]


@pytest.fixture(scope="module")
def copies(house: House) -> Copies:
    """Both copies, in all four formats; what the program says of them is Arabic too."""
    done = house.run("plan", "gezin.yaml", "--date", "2024-09-02", "--lang", "ar")
    assert (done.returncode, done.stderr) == (0, "")
    assert spelled("Gemaakt") in done.stdout
    made = house.place / "plan"
    return {
        (reader, name): (made / reader / f"plan.{name}").read_bytes()
        for reader in ("everyone", "professional")
        for name in READERS
    }


def own_words(text: str) -> list[str]:
    """The words in Latin letters, but for one letter, as of a list."""
    return re.findall(r"[^\W\d_\u0600-\u06ff]{2,}", text)


def test_every_file_is_in_the_new_language(copies: Copies) -> None:
    title = {"everyone": "Ons plan om thuis veilig te zijn", "professional": "Veiligheidsplan"}
    for (reader, name), data in copies.items():
        text = re.sub(f"[{FSI}{PDI}{LRM}]", "", READERS[name](data)[0])
        words = spelled(title[reader]).split()  # the reader of a PDF turns their order round
        assert set(words) <= set(re.findall(r"\w+", text)), (reader, name)
        assert "Karin de Wit" in text and "0800-2000" in text, (reader, name)


@pytest.mark.parametrize("reader", ["everyone", "professional"])
def test_what_the_family_wrote_is_set_apart_and_nothing_else_is_dutch(
    copies: Copies, reader: str
) -> None:
    source = copies[reader, "md"].decode()
    assert f"{FSI}Peter{PDI}" in source and f"{FSI}055-555 01 23{PDI}" in source
    assert own_words(re.sub(f"{FSI}.*?{PDI}", "", source)) == []
    html = copies[reader, "html"].decode()
    assert '<html lang="ar" dir="rtl">' in html and "<bdi>Peter</bdi>" in html
    left = re.sub("<(style|svg|bdi)[ >].*?</\\1>", "", html, flags=re.DOTALL)
    assert own_words(re.sub(f"<[^>]*>|{FSI}.*?{PDI}", " ", left)) == []
    assert "Peter" in page(html.encode()).text


@pytest.mark.parametrize("reader", ["everyone", "professional"])
def test_paper_and_word_know_language_and_direction(copies: Copies, reader: str) -> None:
    paper = PdfReader(BytesIO(copies[reader, "pdf"]))
    assert paper.trailer["/Root"]["/Lang"] == "ar"
    styles = part(copies[reader, "docx"], "word/styles.xml")
    normal = next(s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "Normal")
    assert normal.find(f"{W}pPr/{W}bidi") is not None
    assert {node.get(f"{W}bidi") for node in styles.iter(f"{W}lang")} == {"ar"}
    body = part(copies[reader, "docx"], "word/document.xml")
    tables = list(body.iter(f"{W}tblPr"))
    assert all(table.find(f"{W}bidiVisual") is not None for table in tables)
    assert bool(tables) == (reader == "professional")
    for run in body.iter(f"{W}r"):
        text = "".join(node.text or "" for node in run.iter(f"{W}t"))
        turned = run.find(f"{W}rPr/{W}rtl") is not None
        assert not (own_words(text) if turned else re.search("[\u0600-\u06ff]", text)), text


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--help", "--lang", "ar"), {}),
        (("--help",), {"TOP3_LANG": "ar"}),
        (("--help",), {"LC_ALL": "ar_EG.UTF-8"}),
        (("--help", "--lang", "ar"), {"TOP3_LANG": "en"}),
    ],
)
def test_the_program_speaks_it(
    house: House, arguments: Sequence[str], environment: dict[str, str]
) -> None:
    done = house.run(*arguments, **environment)
    assert done.returncode == 0 and spelled("Opdrachten") in done.stdout


def test_a_language_without_a_folder_is_told_with_line_and_remedy(house: House) -> None:
    there = ", ".join(sorted((*LANGUAGES, "ar"), key=lambda code: (code != "nl", code)))
    done = house.run("check", "fout.yaml", "--date", "2024-09-02")
    assert done.returncode == 2 and "T006  fout.yaml:3:9" in done.stderr
    assert f"Kies uit: {there}." in done.stderr
    done = house.run("check", "fout.yaml", "--lang", "fr")
    assert done.returncode == 2 and f"Bij --lang kunt u kiezen uit: {there}." in done.stderr
