"""`top3 check`: judge files or folders, make no documents."""

import io
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from top3.case.finding import Finding, Severity
from top3.case.reader import Reading, nothing_found, read_file
from top3.case.sample import SAMPLE_CODES, doubts
from top3.cli.codes import INPUT, Selection, all_rules
from top3.cli.targets import ENDINGS
from top3.cli.threshold import OK, UNUSABLE, exit_code
from top3.document.release import examine
from top3.files import WriteRefused, write
from top3.report.checked import Checked
from top3.report.github import write_github
from top3.report.junit import write_junit
from top3.report.machine import dump, file_report
from top3.report.sarif import write_sarif
from top3.report.terminal import Report
from top3.words import Words

_OF_PLAN = ("T011",)
"""Codes that only `top3 plan` can find."""


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What was asked for. `targets`: the file of each format; None is standard output."""

    paths: Sequence[str]
    targets: Mapping[str, Path | None]
    selection: Selection
    day: date
    fail_on: str
    show_values: bool
    is_ci: bool = False
    """Whether the files are samples: marked as invented, with nobody's data in them."""


def check_paths(request: CheckRequest, words: Words) -> int:
    """Check every file; of several the highest exit code counts."""
    code, files = OK, []
    text = _Text(request, words) if "text" in request.targets else None
    for file, reading in _readings(request.paths):
        checked = _check(file, reading, request)
        files.append(checked)
        code = max(code, _exit_code(checked, request))
        if text:
            text.add(checked, reading)
    for form, target in request.targets.items():
        if form != "text":
            written = _write(form, files, request, words)
            code = max(code, _put(written, target, files, words))
    if text:
        text.sum_up(files, code)
        if target := request.targets["text"]:
            code = max(code, _put(text.kept.getvalue(), target, files, words))
    return code


def _exit_code(checked: Checked, request: CheckRequest) -> int:
    """What may be a real family is refused whatever the threshold: that was asked with --ci."""
    if checked.case is None:
        return UNUSABLE
    doubtful = [finding for finding in checked.findings if finding.code in SAMPLE_CODES]
    return max(exit_code(checked.findings, request.fail_on), exit_code(doubtful, "error"))


def _check(file: str, reading: Reading, request: CheckRequest) -> Checked:
    exam = examine(reading, request.day) if reading.case else None
    found = exam.findings if exam else reading.findings
    found = (*found, *(doubts(reading) if request.is_ci else ()))
    kept = tuple(finding for finding in found if request.selection.keeps(finding))
    return Checked(file, request.day, reading.case, exam.judgement if exam else None, kept)


class _Text:
    """What people read, file by file as it comes, and at its end one line for machines."""

    def __init__(self, request: CheckRequest, words: Words) -> None:
        is_shown = request.targets["text"] is None
        self.words, self.plain = words, request.show_values
        self.kept = io.StringIO()
        self.out: TextIO = sys.stdout if is_shown else self.kept
        self.trouble = sys.stderr if is_shown else self.out

    def add(self, checked: Checked, reading: Reading) -> None:
        """Print one file; one that can't be used is trouble."""
        stream = self.out if checked.judged else self.trouble
        report = Report(self.words, stream, plain=self.plain)
        report.findings(checked.file, checked.findings, reading)
        if checked.judged:
            phase = checked.judged.phase
            name = self.words.say(f"reasons.phase.{phase.number}")
            report.line(checked.file, "bold")
            report.line(self.words.say("report.phase", number=phase.number, name=name))
        report.count(checked.findings)

    def sum_up(self, files: Sequence[Checked], code: int) -> None:
        """Write the last line: unwrapped, the same in every language."""
        found = [finding for checked in files for finding in checked.findings]
        left = [finding.severity for finding in found if not finding.answered]
        counts = {
            "files": len(files),
            "errors": left.count(Severity.ERROR),
            "warnings": left.count(Severity.WARNING),
            "advice": left.count(Severity.ADVICE),
            "answered": len(found) - len(left),
            "exit": code,
        }
        stream = self.out if any(checked.case for checked in files) else self.trouble
        stream.write(f"top3: {' '.join(f'{name}={n}' for name, n in counts.items())}\n")


def _write(form: str, files: Sequence[Checked], request: CheckRequest, words: Words) -> str:
    """Write one machine format over all files."""
    if form == "json":
        return dump([file_report(checked, words) for checked in files])
    here = Path.cwd()
    if form == "github":
        return write_github(files, words, here)
    rules = {code: rule.severity for code, rule in all_rules().items()}
    if form == "junit":
        codes = [code for code in rules if request.selection.wants(code)]

        def counts(finding: Finding) -> bool:
            is_trouble = finding.code.startswith(INPUT)
            return is_trouble or exit_code([finding], request.fail_on) != OK

        return write_junit(files, codes, counts, words, here)
    cards = sorted(path.stem for path in (words.folder / "cards").glob(f"{INPUT}*.toml"))
    inputs = {code: Severity.ERROR for code in cards if code not in _OF_PLAN}
    return write_sarif(files, inputs | rules, words, here)


def _put(text: str, target: Path | None, files: Sequence[Checked], words: Words) -> int:
    """Write to a file or to standard output; a path may hold what UTF-8 can't."""
    data = text.encode("utf-8", "replace")
    if target is None:
        sys.stdout.write(data.decode())
        return OK
    try:
        if target.exists() and any(_is_same(target, Path(checked.file)) for checked in files):
            raise WriteRefused("exists")
        write(target, data)
    except WriteRefused as refused:
        why = words.say(f"cli.write.{refused.reason}", file=str(target))
        Report(words, sys.stderr).line(why)
        return UNUSABLE
    return OK


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether both are one file: a report must not replace a family's file."""
    return other.exists() and one.samefile(other)


def _readings(paths: Sequence[str]) -> Iterator[tuple[str, Reading]]:
    """Read each file once, folders in request of name; a folder without case files is trouble."""
    seen: set[str] = set()
    for written in paths:
        path = Path(written)
        is_folder = path.is_dir()
        inside = _inside(path) if is_folder else []
        if is_folder and not inside:
            yield written, nothing_found()
        for file in [str(p) for p in inside] if is_folder else [written]:
            if (place := os.path.normpath(file)) not in seen:
                seen.add(place)
                yield file, read_file(Path(file))


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _inside(folder: Path) -> list[Path]:
    return sorted(
        p
        for p in folder.rglob("*")
        if p.suffix.lower() in ENDINGS and not p.is_dir() and not _is_hidden(p, folder)
    )
