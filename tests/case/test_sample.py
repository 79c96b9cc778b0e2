"""`check --ci`: what may stand in a sample, and what looks like somebody's data."""

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
    ("bsn", "11122233 3"[:8] + "3"),
    ("phone", "06-12345678"),
    ("phone", "+31 6 1234 5678"),
    ("phone", "0031 55 123 45 67"),
    ("phone", "(055) 123 45 67"),
    ("address", "Dorpsstraat 12, 7311 AB Apeldoorn"),
    ("address", "7311AB, Dorpsstraat 12a"),
    ("email", "jan@gemeente.nl"),
]
NOBODYS = [
    "055-555 01 23",
    "06-55501301",
    "Bel 0800-2000, dag en nacht.",
    "2024-09-02",
    "123456789",
    "000000000",
    "postcode 7311 AB",
    "info@example.org",
    "van 19.00 tot 20.30 uur",
    "Kastanjehof 212",
    "2024-09-02/2024-10-01",
]


def kinds(line: str) -> list[str]:
    return [found.variant for found in doubts(read(f"{INVENTED}# {line}\n".encode()))]


@pytest.mark.parametrize(("kind", "text"), REAL)
def test_what_looks_like_somebodys_data_is_found(kind: str, text: str) -> None:
    if kind == "bsn" and text.isdigit():
        assert is_bsn(text)
    assert kinds(text) == [kind]


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
    assert run(["check", str(file), "--date", "2024-09-02"]) == 1
    assert "T013" not in capsys.readouterr().out
