"""T112: a victim or a child made responsible for stopping or preventing the violence."""

from collections.abc import Iterator

from top3.method import agreed, wording
from top3.method.rule import ERROR, Hit, View, rule

_FIELD = {"child": "who", "victim": "what"}


@rule(ERROR, phase=1, stops=True)
def T112(view: View) -> Iterator[Hit]:
    """Source: method.md §5 [D, on sccgov.org and veiligthuiszl.nl]."""
    for priority, agreement in agreed.all_in_force(view.case):
        whom = wording.made_responsible(priority, agreement, view.case, view.day)
        if whom:
            yield Hit(agreement, _FIELD[whom], whom, values={"who": agreement.who})
