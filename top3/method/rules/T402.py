"""T402: an adult member who was not spoken with alone from day 1."""

from collections.abc import Iterator

from top3.method import facts
from top3.method.rule import ERROR, WARNING, Hit, View, rule


@rule(ERROR)
def T402(view: View) -> Iterator[Hit]:
    """Source: regiovisie ch. 3: from day 1 with all members of the family."""
    planned = view.case.plan.date
    for member in facts.adults(view.case, view.day):
        talks = [t.date for t in member.conversations if t.date and t.alone and t.date <= view.day]
        values = {"who": (member.id,)}
        if not talks:
            if not member.no_conversation:
                yield Hit(member, values=values)
        elif planned and min(talks) > planned:
            yield Hit(member, "conversations", "late", severity=WARNING, values=values)
