"""`top3 check`: judge files or folders, make no documents."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from top3.case.reader import Reading, nothing_found, read_file
from top3.cli.threshold import UNUSABLE, exit_code
from top3.document.release import Examination, examine
from top3.report.machine import dump, file_report
from top3.report.terminal import Report
from top3.words import Words

_ENDINGS = (".yaml", ".yml")


def check_paths(
    paths: Sequence[str], form: str, day: date, fail_on: str, words: Words, *, show_values: bool
) -> int:
    """Check every file; of several the highest exit code counts."""
    code, reports = 0, []
    for file, reading in _readings(paths):
        exam = examine(reading, day) if reading.case else None
        code = max(code, exit_code(exam.findings, fail_on) if exam else UNUSABLE)
        if form == "json":
            findings = exam.findings if exam else reading.findings
            judged = exam.judgement if exam else None
            reports.append(file_report(file, day, judged, findings, words))
        else:
            _print(file, reading, exam, words, show_values=show_values)
    if form == "json":
        sys.stdout.write(dump(reports))
    return code


def _print(
    file: str, reading: Reading, exam: Examination | None, words: Words, *, show_values: bool
) -> None:
    stream = sys.stdout if exam else sys.stderr
    report = Report(words, stream, plain=show_values)
    findings = exam.findings if exam else reading.findings
    report.findings(file, findings, reading)
    if exam:
        phase = exam.judgement.phase
        name = words.say(f"reasons.phase.{phase.number}")
        report.line(file, "bold")
        report.line(words.say("report.phase", number=phase.number, name=name))
    report.count(findings)


def _readings(paths: Sequence[str]) -> Iterator[tuple[str, Reading]]:
    """Read each file once, folders in order of name; a folder without case files is trouble."""
    for written in paths:
        path = Path(written)
        if not path.is_dir():
            yield written, read_file(path)
            continue
        inside = sorted(p for p in path.rglob("*") if p.suffix in _ENDINGS and p.is_file())
        if not inside:
            yield written, nothing_found()
        for found in inside:
            yield str(found), read_file(found)
