"""Small cases as text, read the way a file is read, and what the method says of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from top3.case.finding import Finding
from top3.case.model import Case
from top3.case.places import places
from top3.case.reader import Reading, read
from top3.method.check import Judgement, judge, run
from top3.method.escalation import judge_escalation
from top3.method.phase import Phase, judge_phase
from top3.method.plan import build_plan
from top3.method.rule import Rule, View

FIXTURES = Path(__file__).parents[1] / "fixtures" / "rules"
_DAY = re.compile(r"# peildatum: (\d{4}-\d{2}-\d{2})")
_EXPECTED = re.compile(r"# verwacht: (.*)")


def told(text: str) -> Reading:
    """Read a story. A story that is not a case file is a mistake in the test."""
    if "top3" not in text:
        text = "top3: 1\n" + text
    reading = read(text.encode())
    assert reading.case is not None, [(f.code, f.mark, f.variant) for f in reading.findings]
    return reading


def case_of(text: str) -> Case:
    """Read a story and give its case."""
    case = told(text).case
    assert case is not None
    return case


def phase_of(text: str, day: str) -> Phase:
    """Judge the phase of a story."""
    return judge_phase(case_of(text), date.fromisoformat(day))


def judged(text: str, day: str) -> Judgement:
    """Judge a story in full."""
    return judge(told(text), date.fromisoformat(day))


def alone(rule: Rule[View], reading: Reading, day: date) -> list[Finding]:
    """Run one rule alone."""
    case = reading.case
    assert case is not None
    phase = judge_phase(case, day)
    view = View(case, day, phase, judge_escalation(case, day), build_plan(case, phase, day))
    return [*run(rule, view, phase, places(reading))]


Seen = tuple[int, str, str, str, bool]
"""Line, id, severity and variant of a finding, and whether it stops the family's copy."""


def seen(finding: Finding) -> Seen:
    """What a fixture states of a finding."""
    severity = finding.severity.name.lower()
    return (finding.mark.line, finding.id, severity, finding.variant, finding.stops)


@dataclass(frozen=True)
class Fixture:
    """One file, its reference date and what it says to expect."""

    path: Path

    @property
    def code(self) -> str:
        """The rule it is about."""
        return self.path.name.split(".")[0]

    @property
    def must_fail(self) -> bool:
        """Whether the rule must find something."""
        return self.path.name.split(".")[1].split("-")[0] == "fail"

    @property
    def text(self) -> str:
        """The whole file."""
        return self.path.read_text("utf-8")

    @property
    def day(self) -> date:
        """The reference date, from the first line."""
        match = _DAY.match(self.text)
        assert match, f"{self.path.name}: the first line states no reference date"
        return date.fromisoformat(match[1])

    def expected(self) -> Iterator[Seen]:
        """What the file says to expect, on the line meant."""
        for number, line in enumerate(self.text.splitlines(), 1):
            if match := _EXPECTED.search(line):
                for one in match[1].split(";"):
                    identifier, severity, variant, *stops = one.split()
                    assert stops in ([], ["stops"]), f"{self.path.name}:{number}"
                    yield (number, identifier, severity, variant, bool(stops))

    def reading(self) -> Reading:
        """Read the file."""
        return told(self.text)


def fixtures() -> list[Fixture]:
    """All fixtures, by name."""
    return [Fixture(path) for path in sorted(FIXTURES.glob("*.yaml"))]
