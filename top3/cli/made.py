"""The files that a command makes: writing them, telling what became of each, and the exit code."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from top3.cli.threshold import BUG, OK, UNUSABLE
from top3.files import EDITED, write_copy
from top3.render import Failure, Rendered
from top3.report.terminal import Report

Files = Mapping[str, Rendered | Failure]
"""By the name of the file: the bytes, or why there are none."""


@dataclass(frozen=True, slots=True)
class Made:
    """The files of one folder. `left`: those that could not be written, each with the reason."""

    folder: Path
    files: Files
    left: Mapping[str, str]

    @property
    def written(self) -> list[str]:
        """The names of the files that were written."""
        ready = (name for name, made in self.files.items() if isinstance(made, Rendered))
        return [name for name in ready if name not in self.left]

    @property
    def new(self) -> list[str]:
        """What is no leftover: the files that were written, and one edited by hand."""
        return [*self.written, *(name for name, why in self.left.items() if why == EDITED)]

    @property
    def exit_code(self) -> int:
        """Give 3 when a format could not be made, 2 when a file could not be written, else 0."""
        if any(isinstance(made, Failure) for made in self.files.values()):
            return BUG
        return UNUSABLE if set(self.left.values()) - {EDITED} else OK

    def tell(self, report: Report, *, briefly: bool = False) -> None:
        """Say of each file whether it was made, kept, or failed; briefly: how many were made."""
        say = report.words.say
        for name, made in self.files.items():
            file, reason = str(self.folder / name), self.left.get(name)
            if isinstance(made, Failure):
                report.line(say("report.failed", file=file, kind=made.kind), "bold red")
            elif reason == EDITED:
                report.line(say("report.kept", file=file), "bold")
            elif reason:
                Report(report.words, sys.stderr).line(say(f"cli.write.{reason}", file=file))
            elif not briefly:
                report.bullet(file)
        if briefly:
            report.bullet(say("cli.made", folder=str(self.folder), number=str(len(self.written))))


def write_files(folder: Path, files: Files) -> Made:
    """Write what could be rendered."""
    ready = {name: made.data for name, made in files.items() if isinstance(made, Rendered)}
    return Made(folder, files, write_copy(folder, ready))
