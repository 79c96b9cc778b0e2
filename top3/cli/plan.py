"""`top3 plan`: judge one file, make its copies, and tell the case director in short."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from top3.case.finding import Finding, Mark, Severity
from top3.case.reader import Reading, read_file
from top3.cli.threshold import OK, UNUSABLE, exit_code
from top3.document.release import Examination, examine
from top3.files import WriteRefused, write_copy
from top3.render import Failure, render
from top3.report.machine import dump, file_report, plan_report
from top3.report.terminal import Report
from top3.words import Words

_BUG = 3
_NAME = "plan"


@dataclass(slots=True)
class _Made:
    """What came of writing: file names, failures by file, characters no font has."""

    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    replaced: set[str] = field(default_factory=set)


def make_plan(
    file: str, reader: str, formats: Sequence[str], output: str, day: date, fail_on: str,
    words: Words, *, show_values: bool,
) -> int:
    """Make the plan of one file and give the exit code."""
    reading = read_file(Path(file))
    if reading.case is None:
        report = Report(words, sys.stderr, plain=show_values)
        report.findings(file, reading.findings, reading)
        report.count(reading.findings)
        return UNUSABLE
    exam = examine(reading, day, asked=reader == "everyone")
    report = Report(words, plain=show_values)
    readers = [reader] if reader else ["everyone", "professional"]
    copies = {name: _files(name, file, day, reading, exam, formats, words) for name in readers}
    try:
        made = _write(copies, Path(output))
    except WriteRefused as refused:
        Report(words, sys.stderr).line(words.say(f"cli.write.{refused.reason}", file=output))
        return UNUSABLE
    findings = (*exam.findings, *_unprintable(made.replaced, reading))
    report.summary(exam)
    if findings:
        report.heading(words.say("report.findings"))
        report.line()
        report.findings(file, findings, reading)
    report.count(findings)
    _tell(report, made, exam, readers, Path(output), words)
    code = exit_code(findings, fail_on)
    return _BUG if made.failed else code if code else OK


def _files(
    reader: str, file: str, day: date, reading: Reading, exam: Examination,
    formats: Sequence[str], words: Words,
) -> Mapping[str, bytes | Failure | tuple[bytes, tuple[str, ...]]]:
    """Render one reader's files in memory; none when the copy may not exist."""
    document = exam.copies.get(reader)
    if document is None:
        return {}
    rendered = render(document, [name for name in formats if name != "json"])
    files: dict[str, bytes | Failure | tuple[bytes, tuple[str, ...]]] = {
        f"{_NAME}.{name}": made if isinstance(made, Failure) else (made.data, made.replaced)
        for name, made in rendered.items()
    }
    if "json" in formats and reader == "professional":
        spoken = plan_report(file_report(file, day, reading, exam, words), exam, words)
        files[f"{_NAME}.json"] = dump([spoken]).encode()
    return files


def _write(
    copies: Mapping[str, Mapping[str, bytes | Failure | tuple[bytes, tuple[str, ...]]]], output: Path
) -> _Made:
    made = _Made()
    for reader, files in copies.items():
        ready: dict[str, bytes] = {}
        for name, content in files.items():
            if isinstance(content, Failure):
                made.failed[str(output / reader / name)] = content.kind
            elif isinstance(content, tuple):
                ready[name] = content[0]
                made.replaced.update(content[1])
            else:
                ready[name] = content
        if ready:
            kept = write_copy(output / reader, ready)
            made.kept += [str(output / reader / name) for name in kept]
            made.written += [str(output / reader / name) for name in ready if name not in kept]
    return made


def _unprintable(characters: set[str], reading: Reading) -> list[Finding]:
    """A finding for each character that no font has, at the first line that holds it."""
    found = []
    for character in sorted(characters):
        line = next((n for n, text in enumerate(reading.lines, 1) if character in text), 1)
        column = reading.lines[line - 1].find(character) + 1
        values = {"character": f"U+{ord(character):04X}"}
        mark = Mark(line, max(1, column))
        found.append(Finding("T011", Severity.WARNING, (), (), mark, "default", values))
    return found


def _tell(
    report: Report, made: _Made, exam: Examination, readers: list[str], output: Path, words: Words
) -> None:
    """Say what was made, what was kept, and what was not made and why."""
    if made.written:
        report.heading(words.say("report.made"))
        for name in made.written:
            report.bullet(name)
    for name in made.kept:
        report.line(words.say("report.kept", file=name))
    for name, kind in made.failed.items():
        report.line(words.say("report.failed", file=name, kind=kind), "bold red")
    document = exam.copies.get("everyone") or exam.copies["professional"]
    if document.provisional:
        key = "report.provisional" if document.review else "report.provisional_open"
        report.line(words.say(key, date=document.review))
    if "everyone" in readers and exam.withheld:
        codes = words.join(dict.fromkeys(finding.code for finding in exam.withheld))
        report.heading(words.say("report.withheld"))
        report.line(words.say("report.withheld_why", codes=codes))
        if any((output / "everyone").glob(f"{_NAME}.*")):
            report.line(words.say("report.older", folder=str(output / "everyone")), "bold")
    elif "everyone" in readers:
        report.line(words.say("report.review_yourself"))
