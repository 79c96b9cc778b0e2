"""T112: a victim or a child made responsible for stopping or preventing the violence."""

from collections.abc import Iterator

from top3.case.plan import Agreement
from top3.method import facts
from top3.method.rule import ERROR, Hit, View, rule
from top3.words import Words


@rule(ERROR, phase=1, stops=True)
def T112(view: View) -> Iterator[Hit]:
    """Source: method.md §5 [D, on sccgov.org and veiligthuiszl.nl]."""
    using = facts.uses_violence(view.case)
    children = {m.id for m in view.case.members if facts.is_child(m, view.case, view.day)}
    for _, agreement in facts.all_in_force(view.case):
        owners = set(agreement.who)
        if not owners or owners & using:
            continue
        if owners <= children:
            yield Hit(agreement, "who", "child", values={"who": agreement.who})
        elif owners <= facts.victims(view.case) and _asks_to_prevent(agreement, view):
            yield Hit(agreement, "what", "victim", values={"who": agreement.who})


def _asks_to_prevent(agreement: Agreement, view: View) -> bool:
    """Look for words that make the owner guard somebody else's behaviour."""
    phrases = Words(view.case.info.language.value).entry("lists.prevent")
    text = f" {(agreement.what or '').lower()} "
    return any(all(part in text for part in phrase.split("…")) for phrase in phrases)
