"""Runs the program in-process, in an empty folder, with a fixed environment."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from top3.cli import run as program

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def top3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("TOP3_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "60")

    def call(*arguments: str) -> Result:
        code = program(arguments)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call
