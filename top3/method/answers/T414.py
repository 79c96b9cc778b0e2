"""T414: a decision that no longer holds, or from which something is missing."""

from collections.abc import Iterator

from top3.method.answers import Answers
from top3.method.rule import WARNING, Hit, rule


@rule(WARNING)
def T414(answers: Answers) -> Iterator[Hit]:
    """Source: method.md §1 (who, when, why, until when); law 6 in CONTRIBUTING.md."""
    for decision in answers.case.decisions:
        about = answers.about(decision)
        if not answers.is_complete(decision):
            yield Hit(decision, "", "incomplete", about)
        elif answers.is_past(decision):
            yield Hit(decision, "until", "past", about, values={"date": decision.until})
