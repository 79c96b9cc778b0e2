"""What the case director reads on the terminal: findings with a place, and the plan in short.

Why: readable at 60 columns and without colours; a pipe gets neither colour nor control
characters. The summary is the professional's own reading and may name people.
"""

import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from top3.case.finding import Finding, Severity
from top3.case.model import Case
from top3.case.naming import names
from top3.case.reader import Reading
from top3.method.check import Judgement
from top3.method.explain import explain, say
from top3.method.plan import Choice
from top3.report.excerpt import excerpt
from top3.words import Words

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
_MOST_COLUMNS = 92
_PIPE_COLUMNS = 80


def console(stream: TextIO) -> Console:
    """Make a console as wide as the terminal, at most 92 columns; 80 in a pipe."""
    columns = Console(file=stream).width if stream.isatty() else _PIPE_COLUMNS
    columns = _columns() or columns
    return Console(
        file=stream,
        width=max(40, min(columns, _MOST_COLUMNS)),
        highlight=False,
        markup=False,
        emoji=False,
        no_color=not stream.isatty(),
        legacy_windows=False,
    )


def _columns() -> int:
    written = os.environ.get("COLUMNS", "")
    return int(written) if written.isdecimal() else 0


def clean(text: str) -> str:
    """Replace control, bidi and other invisible characters: a path can hold anything."""
    return "".join("?" if unicodedata.category(char) in _HIDDEN else char for char in text)


class Report:
    """Prints for one language, to one stream."""

    def __init__(self, words: Words, stream: TextIO | None = None, *, plain: bool = False) -> None:
        self.words = words
        self.out = console(stream or sys.stdout)
        self.plain = plain and self.out.is_terminal

    def line(self, text: str = "", style: str = "", indent: int = 0) -> None:
        """Print one line, wrapped under its own beginning."""
        self._wrapped(" " * indent, text, style)

    def bullet(self, text: str, indent: int = 2) -> None:
        """Print one item of a list, wrapped under its text."""
        self._wrapped(" " * indent + "- ", text)

    def _wrapped(self, lead: str, text: str, style: str = "") -> None:
        body = Text(clean(text), style=style)
        for part in body.wrap(self.out, self.out.width - len(lead)) or [Text()]:
            part.rstrip()
            self.out.print(Text(lead) + part)
            lead = " " * len(lead)

    def heading(self, text: str) -> None:
        """Print a heading with room above it."""
        self.line()
        self.line(text, "bold")

    def findings(self, file: str, findings: Iterable[Finding], reading: Reading) -> None:
        """Print findings with place, excerpt and repair, the gravest first."""
        for finding in sorted(findings, key=lambda f: f.gravity):
            if not finding.answered:
                self._finding(file, finding, reading)

    def _finding(self, file: str, finding: Finding, reading: Reading) -> None:
        message, hint = say(finding, self.words)
        severity = self.words.show(finding.severity)
        head = Text(f"{severity} {finding.code}", style=_STYLES[finding.severity])
        place = f"  {clean(file)}:{finding.mark.line}:{finding.mark.column}"
        self.out.print(head + Text(place, style="dim"), overflow="fold")
        self.line(message, indent=2)
        number = str(finding.mark.line)
        source, caret = excerpt(
            reading, finding.mark, self.out.width - len(number) - 6, plain=self.plain
        )
        if source.strip():
            for lead, part in ((number, source), (" " * len(number), caret)):
                shown = Text(f"  {lead} | {part}", style="dim")
                self.out.print(shown, no_wrap=True, overflow="crop")
        self.line(self.words.say("report.do", hint=hint), indent=2)
        self.line()

    def count(self, findings: Sequence[Finding]) -> None:
        """Print how many findings there are of each severity that occurs."""
        kinds = (
            ("errors", Severity.ERROR),
            ("warnings", Severity.WARNING),
            ("advices", Severity.ADVICE),
        )
        left = [finding for finding in findings if not finding.answered]
        counted = [(what, sum(f.severity is kind for f in left)) for what, kind in kinds]
        counted.append(("answered", len(findings) - len(left)))
        parts = [self._number(what, count) for what, count in counted if count]
        clean = self.words.say("report.clean")
        self.line(f"{self.words.join(parts)}." if parts else clean)

    def _number(self, what: str, count: int) -> str:
        return self.words.say(f"report.{what}.{'one' if count == 1 else 'many'}", count=count)

    def summary(self, case: Case, judged: Judgement) -> None:
        """Print phase, AVE, the top 3 with reasons and what waits."""
        words = self.words
        phase, ave = judged.phase, judged.escalation
        self.line(words.say("report.day", date=judged.day), "dim")
        phase_name = words.say(f"reasons.phase.{phase.number}")
        self.heading(words.say("report.phase", number=phase.number, name=phase_name))
        if phase.number != phase.recorded:
            self.line(words.say("report.recorded_other", recorded=phase.recorded), indent=2)
        gate = "report.gate_open" if phase.gate_open else "report.gate_shut"
        self.line(words.say(gate), indent=2)
        for reason in explain(phase.because, case, words):
            self.bullet(reason)
        recorded = ave.recorded or words.say("report.not_recorded")
        self.heading(words.say("report.ave", minimum=ave.minimum, recorded=recorded))
        for reason in explain(ave.because, case, words):
            self.bullet(reason)
        self.heading(words.say("report.top"))
        if not judged.plan.priorities:
            self.line(words.say("report.no_priorities"), indent=2)
        for choice in judged.plan.priorities:
            self._choice(f"{choice.rank}. ", choice, case)
        if judged.plan.waiting:
            self.heading(words.say("report.waiting"))
            for choice in judged.plan.waiting:
                self._choice("- ", choice, case)

    def _choice(self, sign: str, choice: Choice, case: Case) -> None:
        item = choice.item
        whose = getattr(item, "of", ())
        of = f": {names(case, whose, self.words)}" if whose else ""
        title = item.title or getattr(item, "need", None) or getattr(item, "ground", None)
        label = f"{title} ({item.id}{of})" if title else f"{item.id}{of}"
        self.line(f"{sign}{label}", indent=2)
        for reason in explain(choice.because, case, self.words):
            self.bullet(reason, indent=5)
