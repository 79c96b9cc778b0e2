"""T112: a victim or a child made responsible for stopping or preventing the violence."""

from collections.abc import Iterable, Iterator

from top3.case.fields import Entry
from top3.method import acting, agreed, facts, wording
from top3.method.rule import ERROR, Hit, View, rule

_FIELD = {"child": "who", "victim": "what"}


@rule(ERROR, phase=1, stops=True)
def T112(view: View) -> Iterator[Hit]:
    """Source: method.md §5 [D, on sccgov.org and veiligthuiszl.nl]."""
    for priority, agreement in agreed.all_in_force(view.case):
        whom = wording.made_responsible(priority, agreement, view.case, view.day)
        if whom:
            yield Hit(agreement, _FIELD[whom], whom, values={"who": agreement.who})
        elif who := acting.guards(agreement.what, view.case):
            yield Hit(agreement, "what", "victim", values={"who": who})
        yield from _when_wrong(agreement, "if_not", (agreement.if_not,), view)
    yield from _when_wrong(view.case.plan, "on_relapse", view.case.plan.on_relapse, view)


def _when_wrong(
    element: Entry, field: str, texts: Iterable[str | None], view: View
) -> Iterator[Hit]:
    """When it goes wrong a victim may do what it wants, but guard nobody; a child has no task."""
    identifier = getattr(element, "id", None)
    about = (identifier, field) if identifier else (field,)
    for text in texts:
        if who := acting.guards(text, view.case):
            yield Hit(element, field, "victim", about, values={"who": who})
            return
        if who := _tasked(text, view):
            yield Hit(element, field, "task", about, values={"who": who})
            return


def _tasked(text: str | None, view: View) -> tuple[str, ...]:
    """The children, none of whom uses violence, that have to call or to warn."""
    case, using = view.case, facts.uses_violence(view.case)
    small = {m.id for m in case.members if facts.is_child(m, case, view.day)} - using
    for clause in acting.clauses(text, case):
        who = acting.actors(clause, case)
        if who and who <= small and wording.find("child_acts", clause, case):
            return tuple(sorted(who))
    return ()
