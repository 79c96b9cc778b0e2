"""Findings as workflow commands: GitHub shows them beside the lines of the file."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from top3.case.finding import Finding, Severity
from top3.method.explain import say
from top3.report.checked import Checked, place
from top3.report.terminal import clean
from top3.words import Words

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_TEXT, ":": "%3A", ",": "%2C"}


def write_github(files: Sequence[Checked], words: Words, here: Path) -> str:
    """Write one command per finding; what people answered is a notice that says so."""
    return "".join(
        _command(place(checked.file, here), finding, words) + "\n"
        for checked in files
        for finding in checked.findings
    )


def _command(file: str, finding: Finding, words: Words) -> str:
    message, hint = say(finding, words)
    title = f"{finding.code} {words.card(finding.code)['title']}"
    if finding.answered:
        title = words.say("report.title_answered", title=title)
    properties = {
        "file": file,
        "line": str(finding.mark.line),
        "col": str(finding.mark.column),
        "title": title,
    }
    written = ",".join(f"{name}={_escape(text, _PROPERTY)}" for name, text in properties.items())
    command = "notice" if finding.answered else _COMMANDS[finding.severity]
    text = _escape(message + "\n" + hint, _TEXT)
    return f"::{command} {written}::{text}"


def _escape(text: str, signs: Mapping[str, str]) -> str:
    """Escape as GitHub's runner reads it; what no log may hold becomes a question mark."""
    return "".join(signs.get(character) or clean(character) for character in text)
