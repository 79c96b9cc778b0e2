"""Every example says at its top what is expected; and each copy is compared with its golden.

Refresh the goldens with `TOP3_GOLDEN=write python -m pytest tests/examples`, and read the diff.
"""

import os
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from top3.case.finding import Severity
from top3.case.reader import Reading, read_file
from top3.document.release import Examination, examine
from top3.render import Rendered, render

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


@cache
def examined(path: Path) -> tuple[Reading, Examination]:
    reading = read_file(path)
    assert not reading.findings
    return reading, examine(reading, day_of(path))


def day_of(path: Path) -> date:
    found = re.search(r"# (?:peildatum|reference date): (\S+)", path.read_text("utf-8"))
    assert found, f"{path.name} does not say its reference date"
    return date.fromisoformat(found[1])


def expected(path: Path) -> set[str]:
    found = re.search(r"# (?:verwacht|expected): (.+)", path.read_text("utf-8"))
    assert found, f"{path.name} does not say what is expected"
    is_clean = found[1] in ("geen fouten", "no errors")
    return set() if is_clean else set(found[1].split())


def test_there_are_examples():
    assert {"julia-en-tom.yaml", "julia-en-tom-zoals-beschreven.yaml", "klein.yaml"} <= {
        path.name for path in EXAMPLES
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_an_example_gives_what_it_says(path):
    _, exam = examined(path)
    wanted = expected(path)
    found = (
        {f.id for f in exam.findings}
        if wanted
        else {f.id for f in exam.findings if f.severity is Severity.ERROR}
    )
    assert found == wanted
    assert exam.case.info.fictional, "an example is invented, and says so"


def copies() -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    for path in EXAMPLES:
        _, exam = examined(path)
        for reader, document in exam.copies.items():
            rendered = render(document, ["md"])["md"]
            assert isinstance(rendered, Rendered)
            made[f"{path.stem}.{reader}.md"] = rendered.data
    return made


def test_every_copy_is_its_golden():
    made = copies()
    assert made
    if os.environ.get("TOP3_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        for old in GOLDEN.glob("*.md"):
            old.unlink()
        for name, data in made.items():
            (GOLDEN / name).write_bytes(data)
    golden = {path.name: path.read_bytes() for path in GOLDEN.glob("*.md")}
    assert set(made) == set(golden)
    different = [name for name in made if made[name] != golden[name]]
    assert not different


def test_the_smallest_file_stays_small():
    lines = (ROOT / "examples" / "klein.yaml").read_text("utf-8").splitlines()
    assert 10 < len(lines) < 30
