"""What is hostile to reading is refused quickly; ordinary names and markup stay welcome."""

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.case.hostile import HOSTILE
from top3.case import reader
from top3.case.loader import _HIDDEN, MAX_BYTES, MAX_DEPTH, MAX_NODES, decode, load
from top3.case.reader import read, read_file

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def measured() -> dict[str, object]:
    """All hostile files, read in a process of their own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.case.hostile"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert done.stderr == b""
    return json.loads(done.stdout)


def test_there_are_hostile_files() -> None:
    assert len(HOSTILE) > 60


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_within_a_second(name: str, measured: dict[str, dict]) -> None:
    seconds, code = measured["measured"][name]
    assert code == HOSTILE[name][1]
    assert seconds < 1


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux to measure")
def test_all_together_stay_under_100_mb(measured: dict[str, int]) -> None:
    assert measured["before"] > 0
    assert measured["after"] - measured["before"] < 100


# --- the caps, on the edge ---------------------------------------------------------------------


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def test_the_caps_let_through_what_is_just_allowed() -> None:
    assert load(nested(MAX_DEPTH)).value
    assert len(load("- a\n" * (MAX_NODES - 1)).value) == MAX_NODES - 1
    padded = b"top3: 1\n#".ljust(MAX_BYTES, b"x")
    assert read(padded).case is not None


@pytest.mark.parametrize(
    "text", [nested(MAX_DEPTH + 1), "- a\n" * MAX_NODES, "top3: 1\n#".ljust(MAX_BYTES + 1, "x")]
)
def test_the_caps_refuse_one_more(text: str) -> None:
    assert {finding.code for finding in read(text.encode()).findings} <= {"T001", "T003"}


def test_at_most_twenty_hidden_characters_are_reported() -> None:
    assert len(read(b"\0" * 21).findings) == 20


# --- characters --------------------------------------------------------------------------------

# Visible signs that Unicode files under "format": number marks of Arabic, Syriac and Kaithi.
VISIBLE_FORMAT = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}


def test_every_invisible_character_is_refused() -> None:
    wanted = (
        {
            number
            for number in range(sys.maxunicode + 1)
            if unicodedata.category(chr(number)) in ("Cc", "Cf", "Co", "Zl", "Zp")
        }
        - VISIBLE_FORMAT
        - {ord("\t"), ord("\n")}
    )
    assert len(wanted) > 130_000
    assert {f"U+{number:04X}" for number in wanted if not _HIDDEN.match(chr(number))} == set()


def test_letters_marks_numbers_and_signs_are_welcome() -> None:
    welcome = [
        number for number in range(0x20, 0x30000) if unicodedata.category(chr(number))[0] in "LNPS"
    ]
    assert len(welcome) > 100_000
    # Hangul fillers are letters that show nothing.
    fillers = {0x115F, 0x1160, 0x3164, 0xFFA0, 0xFFFC, 0xFFFD}
    assert {number for number in welcome if _HIDDEN.match(chr(number))} == fillers


@pytest.mark.parametrize(
    "name",
    [
        "Şükrü",
        "Łukasz",
        "محمد",
        "Zoë",
        "D'Souza",
        "Nguyễn",
        "Ægir",
        "Ольга",
        "José",
        "王伟",
        "ኣስመራ",
    ],
)
def test_names_of_people_are_welcome(name: str) -> None:
    for written in (name, unicodedata.normalize("NFD", name)):
        for quoted in (written, f'"{written}"'):
            case = read(f"top3: 1\ngezin:\n  - id: m1\n    naam: {quoted}\n".encode()).case
            assert case is not None
            assert case.members[0].name == written


def test_tabs_and_line_ends_inside_a_text_are_welcome() -> None:
    case = read(b'top3: 1\nnotities: [{id: y1, tekst: "a\\tb\\nc"}]\n').case
    assert case is not None
    assert case.notes[0].text == "a\tb\nc"


def test_a_byte_order_mark_and_windows_line_ends_are_welcome() -> None:
    assert decode(b"\xef\xbb\xbftop3: 1\r\ncasus: {}\r") == "top3: 1\ncasus: {}\n"


# --- paths -------------------------------------------------------------------------------------


def variant(path: object) -> str:
    before = open_descriptors()
    reading = read_file(path)  # type: ignore[arg-type]
    assert open_descriptors() == before
    if reading.case is not None:
        return "read"
    (finding,) = reading.findings
    assert finding.code == "T001"
    return finding.variant


def open_descriptors() -> int:
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.exists() else 0


GOOD = b"top3: 1\n"


def test_a_regular_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gezin.yaml"
    path.write_bytes(GOOD)
    assert variant(path) == "read"


def test_a_link_to_a_regular_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "gezin.yaml").write_bytes(GOOD)
    (tmp_path / "link.yaml").symlink_to("gezin.yaml")
    assert variant(tmp_path / "link.yaml") == "read"


def fifo(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda path: None, "missing"),
        (lambda path: path.mkdir(), "not_regular"),
        (fifo, "not_regular"),
        (lambda path: path.symlink_to("/dev/zero"), "not_regular"),
        (lambda path: path.symlink_to(path.parent), "not_regular"),
        (lambda path: path.symlink_to("nergens"), "missing"),
        (lambda path: path.symlink_to(path), "unreadable"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(b"#" * 3_000_000), "too_large"),
    ],
)
def test_anything_else_is_refused(
    tmp_path: Path, make: Callable[[Path], object], expected: str
) -> None:
    path = tmp_path / "gezin.yaml"
    make(path)
    assert variant(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/dev/zero", "not_regular"),
        ("/dev/null", "not_regular"),
        ("/dev/stdin/x", "unreadable"),
        ("gezin\0.yaml", "unreadable"),
        ("\ud800.yaml", "unreadable"),
        ("x" * 5000, "unreadable"),
        ("/proc/self/mem", "unreadable"),
    ],
)
def test_strange_paths_are_refused(path: str, expected: str) -> None:
    assert variant(path) in (expected, "missing")


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "gezin.yaml"
    path.write_bytes(GOOD)

    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(reader.os, "open", refuse)
    assert variant(path) == "unreadable"


def test_a_file_that_fails_while_reading_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "gezin.yaml"
    path.write_bytes(GOOD)

    def fail(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(reader.os, "fdopen", fail)
    assert variant(path) == "unreadable"
