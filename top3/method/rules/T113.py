"""T113: an agreement against a ban."""

import re
from collections.abc import Iterator

from top3.case.plan import Agreement
from top3.case.violence import Measure
from top3.method import facts
from top3.method.rule import ERROR, Hit, View, rule
from top3.words import Words


@rule(ERROR, phase=1, stops=True)
def T113(view: View) -> Iterator[Hit]:
    """Source: regiovisie bijlage 1 (huisverbod); method.md §5."""
    for _, agreement in facts.all_in_force(view.case):
        for ban in facts.bans(view.case, view.day):
            if set(ban.binds) & set(agreement.who) and _meets(agreement, ban, view):
                yield Hit(agreement, "", about=(agreement.id, ban.id), values={"ban": ban.id})


def _meets(agreement: Agreement, ban: Measure, view: View) -> bool:
    """Contact that is written down as such, or a sentence in which the owner seeks it."""
    if set(ban.protects) & {*agreement.contact_with, *agreement.who}:
        return bool(set(ban.protects) & set(agreement.contact_with)) or _seeks(agreement, ban, view)
    return _seeks(agreement, ban, view)


def _seeks(agreement: Agreement, ban: Measure, view: View) -> bool:
    lists = Words(view.case.info.language.value).entry("lists")
    words = set(re.findall(r"\w+", (agreement.what or "").lower()))
    names = {
        word.lower()
        for member in view.case.members
        if member.id in ban.protects and member.name
        for word in member.name.split()
    }
    return bool(words & set(lists["contact"]) and words & names and not words & set(lists["not"]))
