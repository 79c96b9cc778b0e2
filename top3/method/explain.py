"""Says reasons and findings in words.

Why here: the terminal, the machine formats and the professionals' copy say the same sentences.
"""

from collections.abc import Mapping, Sequence

from top3.case.finding import Finding
from top3.case.model import Case
from top3.case.naming import names
from top3.method.reason import Reason
from top3.words import Words

_PEOPLE = ("who", "holder")
"""The values of a sentence that hold ids of people."""


def explain(reasons: Sequence[Reason], case: Case, words: Words) -> tuple[str, ...]:
    """Say reasons in words, with people named as this case knows them."""
    return tuple(explain_one(reason, case, words) for reason in reasons)


def explain_one(reason: Reason, case: Case, words: Words) -> str:
    """Say one reason; `who` holds ids of people, `other` the id of a priority."""
    values = with_names(reason.values, case, words)
    if other := values.get("other"):
        item = next((p for p in case.priorities if p.id == other), None)
        values["other"] = item.title if item and item.title else other
    return words.say(f"reasons.{reason.key}", **values)


def with_names(values: Mapping[str, object], case: Case, words: Words) -> dict[str, object]:
    """Give the values of a sentence with the people in it by name instead of by id."""
    people = {key: ids for key in _PEOPLE if isinstance(ids := values.get(key), tuple)}
    return {**values, **{key: names(case, ids, words) for key, ids in people.items()}}


def say(finding: Finding, words: Words, case: Case | None = None) -> tuple[str, str]:
    """Say what is wrong and what to do now. With a case, people are named; without, by id."""
    card = words.card(finding.code)
    values = with_names(finding.values, case, words) if case is not None else finding.values
    return (
        words.fill(card["message"][finding.variant], **values),
        words.fill(card["hint"][finding.variant], **values),
    )
