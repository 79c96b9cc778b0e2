"""T102: a child whom no agreement covers."""

from collections.abc import Iterator

from top3.method import agreed, facts
from top3.method.rule import ERROR, Hit, View, rule


@rule(ERROR, phase=1)
def T102(view: View) -> Iterator[Hit]:
    """Source: regiovisie ch. 3, box Julia en Tom."""
    covered = {
        identifier
        for situation in view.case.situations
        for agreement in agreed.agreements_in_force(situation)
        for identifier in agreed.protected(situation, agreement)
    }
    for child in facts.children(view.case, view.day):
        if child.id not in covered:
            yield Hit(child, values={"who": (child.id,)})
