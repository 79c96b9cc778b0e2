"""`check --ci`: what may stand in a sample, and what looks like somebody's data."""

import time
from pathlib import Path

import pytest

from top3.case.reader import read
from top3.case.sample import doubts, is_bsn
from top3.cli import run

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
INVENTED = "top3: 1\ncasus: {fictief: ja}\n"

REAL = [
    ("bsn", "123456782"),
    ("bsn", "nummer 1234.56.782 van Jan"),
    ("bsn", "111222333"),
    ("bsn", "bsn-123456782"),
    ("bsn", "nr.123456782"),
    ("bsn", "123-456-782"),
    ("bsn", "12345678-2"),
    ("bsn", "123\u00a0456\u00a0782"),
    ("bsn", "k1 123456782"),
    ("bsn", "2024.09.02 123456782"),
    ("phone", "06-12345678"),
    ("phone", "06/12345678"),
    ("phone", "06\u201112345678"),
    ("phone", "06 \u2013 12 34 56 78"),
    ("phone", "06\u00a012\u00a034\u00a056\u00a078"),
    ("phone", "06.12.34.56.78"),
    ("phone", "1 055-1234567"),
    ("phone", "+31 6 1234 5678"),
    ("phone", "+31 (0)6-12345678"),
    ("phone", "+31/6/12345678"),
    ("phone", "31612345678"),
    ("phone", "0031 55 123 45 67"),
    ("phone", "(055) 123 45 67"),
    ("phone", "055-501 23 45"),
    ("phone", "06-25550123"),
    ("phone", "0525-550123"),
    ("phone", "06-12345678 555 01"),
    ("address", "Dorpsstraat 12, 7311 AB Apeldoorn"),
    ("address", "7311AB, Dorpsstraat 12a"),
    ("address", "dorpsstraat 12, 7311 ab"),
    ("address", "Dorpsstraat 12, 7311-AB"),
    ("address", "7311AB 12"),
    ("address", "7311AB12"),
    ("address", "Plein 1940 12, 7311 AB"),
    ("address", "postcode: 7311AB, huisnummer: 12"),
    ("email", "jan@gemeente.nl"),
    ("phone", "06-12-2012-34"),
    ("email", "JAN.DE.VRIES@mail.gemeente.nl"),
    ("email", "jan@example.nl.evil.nl"),
]
NOBODYS = [
    "055-555 01 23",
    "06-55501301",
    "06 - 555 01 301",
    "+31 6 555 01 301",
    "Bel 0800-2000, dag en nacht. Of 0900-0101, 0800-0113, 0800-0432, 113 en 112.",
    "2024-09-02",
    "123456789",
    "000000000",
    "postcode 7311 AB",
    "info@example.org",
    "van 19.00 tot 20.30 uur",
    "08.30 09.15 10",
    "02-09-2024 12:30",
    "02092024",
    "schaal 0 1 2 3 4 5 6 7 8 9",
    "Kastanjehof 212",
    "2024-09-02/2024-10-01",
    "Bus 12, 2500 KG",
    "geboren 2014 in Zutphen 3",
    "tussen 2014 en 2016, groep 8",
]
OVER_LINES = [
    ("address", "7311 AB Apeldoorn\n# Dorpsstraat 12"),
    ("address", "Dorpsstraat 12\n# Apeldoorn\n# 7311 AB"),
    ("phone", "06-1234\n# 5678"),
    ("email", "jan@\n# gemeente.nl"),
]


def kinds(line: str) -> list[str]:
    return [found.variant for found in doubts(read(f"{INVENTED}# {line}\n".encode()))]


@pytest.mark.parametrize(("kind", "text"), REAL)
def test_what_looks_like_somebodys_data_is_found(kind: str, text: str) -> None:
    if kind == "bsn" and text.isdigit():
        assert is_bsn(text)
    assert kinds(text) == [kind]


@pytest.mark.parametrize(("kind", "text"), OVER_LINES)
def test_it_is_found_over_the_end_of_a_line(kind: str, text: str) -> None:
    assert kind in kinds(text)


def test_over_the_end_of_a_line_nothing_is_found_twice() -> None:
    assert kinds("ja\n# jan@gemeente.nl") == ["email"]


def test_escapes_are_undone_and_the_place_is_that_in_the_file() -> None:
    text = f'{INVENTED}plan: {{waarom: "\\u0030612345678"}}\n'
    (found,) = [one for one in doubts(read(text.encode())) if one.code == "T013"]
    assert (found.variant, found.mark.line, found.mark.column) == ("phone", 3, 17)


@pytest.mark.parametrize(
    "text", ["a" * 90_000, "0 " * 45_000, "+31" + " " * 90_000, "1234 AB " * 11_000]
)
def test_a_long_line_takes_no_longer_than_its_length(text: str) -> None:
    """Twice as long may not take four times as long."""
    took = []
    for part in (text[: len(text) // 2], text):
        reading = read(f"{INVENTED}# {part}\n".encode())
        start = time.process_time()
        assert len([*doubts(reading)]) <= 51
        took.append(time.process_time() - start)
    assert took[1] < 3 * took[0] + 0.5


def test_of_one_file_fifty_are_named() -> None:
    lines = "".join(f"# 06-123456{n:02}\n" for n in range(80))
    assert len([*doubts(read(f"{INVENTED}{lines}".encode()))]) == 50


@pytest.mark.parametrize("text", NOBODYS)
def test_what_is_nobodys_is_not(text: str) -> None:
    assert kinds(text) == []


def test_the_eleven_check() -> None:
    assert is_bsn("123456782") and is_bsn("111222333")
    assert not is_bsn("123456783") and not is_bsn("111111111") and not is_bsn("1234567")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_every_example_is_a_sample(path: Path) -> None:
    assert [*doubts(read(path.read_bytes()))] == []


def test_a_file_that_does_not_say_that_it_is_invented_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "gezin.yaml"
    file.write_text("top3: 1\ncasus: {gemeente: Epe}\n# bel 06-12345678\n", "utf-8")
    assert run(["check", str(file), "--ci", "--date", "2024-09-02"]) == 1
    out = capsys.readouterr().out
    assert "T012" in out and "T013" in out and "12345678" not in out
    asked = ["check", str(file), "--ci", "--date", "2024-09-02", "--fail-on", "never"]
    assert run(asked) == 1, "a threshold does not make it a sample"
    capsys.readouterr()
    assert run(["check", str(file), "--date", "2024-09-02"]) == 1
    assert "T013" not in capsys.readouterr().out
