"""T112: a victim or a child made responsible for stopping or preventing the violence."""

import re
from collections.abc import Iterator

from top3.case.plan import Agreement, Situation
from top3.method import facts
from top3.method.rule import ERROR, Hit, View, rule
from top3.words import Words


@rule(ERROR, phase=1, stops=True)
def T112(view: View) -> Iterator[Hit]:
    """Source: method.md §5 [D, on sccgov.org and veiligthuiszl.nl]."""
    using = facts.uses_violence(view.case)
    children = {m.id for m in view.case.members if facts.is_child(m, view.case, view.day)}
    for priority, agreement in facts.all_in_force(view.case):
        owners = set(agreement.who)
        if not owners or owners & using:
            continue
        prevents = _asks_to_prevent(agreement, view)
        if owners <= children and (prevents or isinstance(priority, Situation)):
            yield Hit(agreement, "who", "child", values={"who": agreement.who})
        elif owners <= facts.victims(view.case) and prevents:
            yield Hit(agreement, "what", "victim", values={"who": agreement.who})


def _asks_to_prevent(agreement: Agreement, view: View) -> bool:
    """Look for words that make the owner guard somebody else's behaviour."""
    phrases = Words(view.case.info.language.value).entry("lists.prevent")
    text = " ".join((agreement.what or "").lower().split())
    return any(re.search(_pattern(phrase), text) for phrase in phrases)


def _pattern(phrase: str) -> str:
    """Whole words, in this order, within one sentence."""
    parts = (re.escape(part.strip()) for part in phrase.split("…"))
    return r"\b" + r"\b[^.!?;]*\b".join(parts) + r"\b"
