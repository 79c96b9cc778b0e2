"""T408: a young person of the family is not invited to the Jeugdbeschermingstafel."""

from collections.abc import Iterator

from top3.case.vocabulary import Table
from top3.method import facts
from top3.method import knowledge as known
from top3.method.rule import WARNING, Hit, View, rule
from top3.method.settings import SETTINGS


@rule(WARNING)
def T408(view: View) -> Iterator[Hit]:
    """Source: regiovisie ch. 2: parents, and the young person from 12."""
    said: set[str] = set()
    for use in view.case.scale_up.tables:
        if use.table is not Table.JBT or use.date is None or use.date < view.day:
            continue
        for member in view.case.members:
            years = facts.age(member, view.case, use.date) or 0
            is_young = known.AT_THE_TABLE_FROM <= years < SETTINGS.adult_from
            if is_young and member.id not in {*use.invited, *said}:
                said.add(member.id)
                yield Hit(use, "invited", about=(member.id,), values={"who": (member.id,)})
