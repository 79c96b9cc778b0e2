"""`top3 explain`: why the tool judges as it does, with the lines of the file it rests on."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from top3.case.places import Places, places
from top3.case.reader import read_file
from top3.cli.codes import all_rules
from top3.cli.threshold import OK, UNUSABLE
from top3.cli.unusable import refuse
from top3.document.guide import AVE_ROLES
from top3.document.release import Examination, examine
from top3.method.agreed import phase_of
from top3.method.explain import explain_one
from top3.method.plan import Choice
from top3.method.reason import Reason
from top3.report.terminal import Report
from top3.words import Words

PHASE, AVE = ("fase", "phase"), ("ave",)
_LINES = 4


def explain_file(file: str, about: str, day: date, words: Words) -> int:
    """Explain one thing of a file, or without `about` everything."""
    reading = read_file(Path(file))
    if reading.case is None:
        return refuse(file, reading, words)
    exam = examine(reading, day)
    plan = exam.judgement.plan
    choices = (*plan.priorities, *plan.waiting)
    valid = (words.say("explain.phase_word"), "ave", *(choice.item.id for choice in choices))
    wanted = about.strip().lower()
    if wanted and wanted not in (*valid, *PHASE, *AVE):
        code = wanted.upper()
        is_rule = code in all_rules()
        key = "cli.explain_rule" if is_rule else "cli.explain_none"
        said = words.say(key, code=code if is_rule else "", valid=", ".join(valid))
        Report(words, sys.stderr).line(said)
        return UNUSABLE
    explainer = Explainer(exam, places(reading), words)
    if not wanted or wanted in PHASE:
        explainer.phase()
    if not wanted or wanted in AVE:
        explainer.escalation()
    for choice in choices:
        if wanted in ("", choice.item.id):
            explainer.choice(choice)
    explainer.report.heading(words.say("explain.now", file=file))
    return OK


class Explainer:
    """Prints the explanations of one examined file."""

    def __init__(self, exam: Examination, where: Places, words: Words) -> None:
        self.exam, self.where, self.words = exam, where, words
        self.report = Report(words)

    def phase(self) -> None:
        """Say which phase, on which facts, and what would open the gate."""
        phase, say = self.exam.judgement.phase, self.words.say
        name = say(f"reasons.phase.{phase.number}")
        self.report.heading(say("report.phase", number=phase.number, name=name))
        self.report.line(say("report.gate_open" if phase.gate_open else "report.gate_shut"))
        self._reasons(phase.because)
        self.report.line(say("explain.what_changes"))
        if phase.gate_open:
            self.report.bullet(say("explain.decide"))
        elif phase.earliest_next is None:
            self.report.bullet(say("explain.date_first"))
        else:
            days = phase.calm_days
            self.report.bullet(say("explain.gate", date=phase.earliest_next, days=days))

    def escalation(self) -> None:
        """Say the least AVE level, who directs there, and what the next step up means."""
        ave, say = self.exam.judgement.escalation, self.words.say
        recorded = ave.recorded or say("report.not_recorded")
        self.report.heading(say("report.ave", minimum=ave.minimum, recorded=recorded))
        self._reasons(ave.because)
        self.report.line(say("explain.ave_name"))
        self.report.line(say("explain.level_means", level=ave.minimum))
        self._level(ave.minimum)
        if ave.minimum < 4:
            self.report.line(say("explain.next_level", level=ave.minimum + 1))
            self._level(ave.minimum + 1)
            self.report.bullet(say(f"explain.up_{ave.minimum + 1}"))

    def choice(self, choice: Choice) -> None:
        """Say why something is a priority or waits, and what would change that."""
        item, say = choice.item, self.words.say
        place = say("explain.rank", rank=choice.rank) if choice.rank else say("explain.waits")
        self.report.heading(f"{item.id}  {item.title or ''}".rstrip())
        self.report.line(place)
        self._reasons(choice.because)
        self.report.line(say("explain.what_changes"))
        self.report.bullet(self._change(choice))

    def _change(self, choice: Choice) -> str:
        say, phase = self.words.say, self.exam.judgement.phase
        if choice.rank:
            return say("explain.change_chosen" if choice.item.rank else "explain.change_proposed")
        if phase_of(choice.item) <= phase.number:
            parked = choice.because[0].key == "parked"
            return say("explain.change_parked" if parked else "explain.change_lower")
        if phase.gate_open or phase.earliest_next is None:
            return say("explain.change_phase", phase=phase_of(choice.item))
        opens = phase.earliest_next
        return say("explain.change_gate", phase=phase_of(choice.item), date=opens)

    def _level(self, level: int) -> None:
        table = self.words.entry(f"ave.{level}")
        self.report.line(table["situation"], indent=2)
        for part in AVE_ROLES:
            label = self.words.say(f"explain.ave.{part}")
            self.report.bullet(f"{label}: {table[part]}")

    def _reasons(self, reasons: Sequence[Reason]) -> None:
        before = ""
        for reason in reasons:
            said, lines = explain_one(reason, self.exam.case, self.words), self._lines(reason)
            self.report.bullet(f"{said}{lines if lines != before else ''}")
            before = lines

    def _lines(self, reason: Reason) -> str:
        """The lines of the file it rests on."""
        lines = sorted({self.where.find(part)[1].line for part in reason.at})
        if not lines:
            return ""
        shown = ", ".join(str(line) for line in lines[:_LINES])
        return " " + self.words.say("explain.lines", lines=shown)
