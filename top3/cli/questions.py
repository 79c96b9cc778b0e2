"""`top3 questions`: everything that is missing, as questions per person to talk to."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from top3.case.cut import PROFESSIONAL, cut
from top3.case.reader import read_file
from top3.cli.threshold import OK
from top3.cli.unusable import refuse
from top3.document.model import Document
from top3.document.release import examine
from top3.document.talks import compose_questions
from top3.report.terminal import Report
from top3.words import Words


def ask_file(file: str, formats: Sequence[str], output: Path, day: date, words: Words) -> int:
    """Print the conversation list, and write it in the formats asked for."""
    reading = read_file(Path(file))
    if reading.case is None:
        return refuse(file, reading, words)
    exam = examine(reading, day)
    document = compose_questions(cut(exam.case, PROFESSIONAL), day, exam.findings)
    report = Report(words)
    if not document.talks:
        report.line(words.say("report.nothing_to_ask"))
    for talk in document.talks:
        report.heading(talk.to)
        for heading, asked in talk.parts:
            report.line(heading, indent=2)
            for question in asked:
                report.bullet(question, indent=4)
    return _write(document, formats, output / "questions", report) if formats else OK


def _write(document: Document, formats: Sequence[str], folder: Path, report: Report) -> int:
    from top3.cli.made import write_files
    from top3.render import render

    files = {f"questions.{name}": made for name, made in render(document, formats).items()}
    made = write_files(folder, files)
    report.heading(report.words.say("report.made"))
    made.tell(report)
    return made.exit_code
