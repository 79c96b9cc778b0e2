"""What every report is made from: a checked file, its place, and stable ids."""

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from top3.case.fields import ID_FORM
from top3.case.finding import Finding
from top3.case.model import Case
from top3.method.check import Judgement
from top3.report.excerpt import vocabulary

_CODE = re.compile(r"T[0-9]{3}|U\+[0-9A-F]{4,6}")


@dataclass(frozen=True, slots=True)
class Checked:
    """One file after `top3 check`; without a case it could not be read.

    `findings` are those that were selected, in order; `file` is the path as it was written.
    """

    file: str
    day: date
    case: Case | None
    judged: Judgement | None
    findings: tuple[Finding, ...]


def place(file: str, here: Path) -> str:
    """Give the path with forward slashes, from the folder `here` where the file lies below it."""
    path = Path(os.path.normpath(here / file))
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def stable_id(finding: Finding) -> str:
    """Give the finding's id; only its code where a decision in the file brought in other words."""
    parts = ":".join(finding.about).split(":") if finding.about else []
    is_opaque = all(
        _CODE.fullmatch(part) or ID_FORM.fullmatch(part) or part in vocabulary() for part in parts
    )
    return finding.id if is_opaque else finding.code
