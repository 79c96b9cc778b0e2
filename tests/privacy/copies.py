"""From data to what the code under test makes of it.

Every function is looked up at call time, so that a seeded leak is really there.
"""

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.privacy.bases import DAY, Data, written
from top3 import cli
from top3.case import cut as cutting
from top3.case.reader import read
from top3.document import release
from top3.document.model import Document
from top3.document.release import Examination

FORMATS = "md,html,docx,pdf"


@dataclass(frozen=True)
class Made:
    """What became of one case: the shared plan as composed, and what may exist of it."""

    document: Document
    exam: Examination

    @property
    def is_refused(self) -> bool:
        return "everyone" not in self.exam.copies


def made(data: Data) -> Made:
    """Compose the shared plan in memory; also when it may not exist."""
    reading = read(written(data))
    assert reading.case is not None, [(f.code, f.variant, f.path) for f in reading.findings]
    exam = release.examine(reading, DAY)
    if "everyone" in exam.copies:
        return Made(exam.copies["everyone"], exam)
    shared = cutting.cut(reading.case, cutting.EVERYONE)
    return Made(release.compose_shared(shared, cutting.EVERYONE), exam)


def document(data: Data) -> Document:
    return made(data).document


def files(data: Data, formats: str = FORMATS, reader: str = "everyone") -> dict[str, bytes]:
    """Run the command; give every file it wrote, by its name below the output folder."""
    with TemporaryDirectory() as place, contextlib.redirect_stdout(io.StringIO()):
        case, output = Path(place) / "casus.yaml", Path(place) / "plan"
        case.write_bytes(written(data))
        arguments = ["plan", str(case), "--date", DAY.isoformat(), "--output", str(output)]
        arguments += ["--format", formats, *(["--reader", reader] if reader else [])]
        assert cli.run(arguments) in (0, 1)
        found = sorted(path for path in output.rglob("*") if path.is_file())
        return {path.relative_to(output).as_posix(): path.read_bytes() for path in found}
