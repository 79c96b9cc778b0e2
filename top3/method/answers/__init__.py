"""The rules about people's answers, one file each: they look at what the other rules found."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from top3.case.fields import ID_FORM
from top3.case.finding import Finding
from top3.case.model import Case
from top3.case.plan import Decision
from top3.method.phase import Phase

_ID = re.compile(rf"(?:T\d{{3}}|{ID_FORM.pattern})(?::{ID_FORM.pattern})*")
ANSWER = "answer"
"""Under this name a finding that stops the copy may hold its own id, for its hint to print.

Such a finding only may be something: a person can answer it. Its id holds a seal of the sentence
(`document/seal.py`), so the answer is void when that changes.
"""


@dataclass(frozen=True, slots=True)
class Answers:
    """A case with everything that was found in it, by stable id."""

    case: Case
    day: date
    phase: Phase
    found: Mapping[str, Finding]

    def is_about_incident(self, decision: Decision) -> bool:
        """Tell whether it is the team's decision on an incident (method.md §1)."""
        return any(incident.id == decision.about for incident in self.case.violence.incidents)

    def is_about_phase(self, decision: Decision) -> bool:
        """Tell whether it answers T202, which the phase itself weighs."""
        return decision.about == "T202" and self.phase.recorded > 1 and not self.phase.gate_open

    def is_complete(self, decision: Decision) -> bool:
        """Who, when, why, until when; an incident may be set aside for good."""
        has_end = decision.until is not None or self.is_about_incident(decision)
        is_dated = decision.date is not None and decision.date <= self.day
        return bool(decision.by and decision.why) and is_dated and has_end

    def about(self, decision: Decision) -> tuple[str, ...]:
        """What it is about, where that is an id; other text may be anything, and is not shown."""
        is_id = decision.about in self.found or _ID.fullmatch(decision.about)
        return (decision.about,) if is_id else ()

    def is_past(self, decision: Decision) -> bool:
        """Tell whether its end date has passed."""
        return decision.until is not None and decision.until < self.day

    @staticmethod
    def endangers(finding: Finding) -> bool:
        """Tell whether nobody may wave a finding away."""
        return finding.stops and finding.values.get(ANSWER) != finding.id

    def holds(self, decision: Decision) -> bool:
        """Tell whether it answers a finding that is there and that may be answered."""
        answers = self.found.get(decision.about)
        is_allowed = answers is not None and not self.endangers(answers)
        return is_allowed and self.is_complete(decision) and not self.is_past(decision)
