"""The same bytes on any machine: other time zone, locale, hash seed and folder."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from tests.cli.conftest import EXAMPLES

PLACES = [
    {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"},
    {"TZ": "Asia/Tokyo", "LC_ALL": "nl_NL.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"},
]


def made(place: Path, environment: dict[str, str]) -> dict[str, str]:
    place.mkdir()
    command = [sys.executable, "-c", "from top3.cli import main; main()", "plan"]
    arguments = [str(EXAMPLES / "julia-en-tom.yaml"), "--date", "2024-09-02", "--lang", "nl"]
    formats = ["--format", "html,pdf,docx,md,json", "--output", str(place / "uit")]
    done = subprocess.run(
        [*command, *arguments, *formats],
        env={**os.environ, **environment},
        cwd=place,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    files = [path for path in (place / "uit").rglob("*") if path.is_file()]
    return {str(path.relative_to(place)): sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_same_bytes_everywhere(tmp_path):
    first, *others = (made(tmp_path / str(n), place) for n, place in enumerate(PLACES))
    assert len(first) == 11 and len(others) == 2
    assert all(other == first for other in others)
