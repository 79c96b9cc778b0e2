"""T114: whoever checks an agreement is tied to somebody who uses violence."""

from collections.abc import Iterator

from top3.method import agreed, facts
from top3.method.rule import WARNING, Hit, View, rule


@rule(WARNING)
def T114(view: View) -> Iterator[Hit]:
    """Source: method.md §7 and §8 [D]. Where the owner checks alone, T101 speaks."""
    using = facts.uses_violence(view.case)
    tied = {person.id for person in view.case.network if using & set(person.tied_to)}
    for _, agreement in agreed.all_in_force(view.case):
        checks = set(agreement.checks)
        if checks <= tied and not checks <= set(agreement.who):
            who = tuple(sorted(checks))
            yield Hit(agreement, "checks", about=(agreement.id, *who), values={"who": who})
