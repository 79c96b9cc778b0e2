"""T415: a decision about something that is not there, or that nobody may wave away."""

from collections.abc import Iterator

from top3.method.answers import Answers
from top3.method.rule import ERROR, WARNING, Hit, rule


@rule(WARNING)
def T415(answers: Answers) -> Iterator[Hit]:
    """Source: law 6 in CONTRIBUTING.md: an answer to a finding that is gone is itself a finding."""
    for decision in answers.case.decisions:
        if answers.is_about_incident(decision) or answers.is_about_phase(decision):
            continue
        finding = answers.found.get(decision.about)
        if finding is None:
            yield Hit(decision, "about", "orphan", answers.about(decision))
        elif answers.endangers(finding):
            yield Hit(decision, "about", "endangers", answers.about(decision), ERROR)
