"""T113: an agreement against a ban."""

import re
from collections.abc import Iterator

from top3.case.naming import is_like_a_name
from top3.case.plan import Agreement
from top3.case.violence import Measure
from top3.method import agreed, facts, wording
from top3.method.rule import ERROR, Hit, View, rule
from top3.words import Words


@rule(ERROR, phase=1, stops=True)
def T113(view: View) -> Iterator[Hit]:
    """Source: regiovisie bijlage 1 (huisverbod); method.md §5."""
    for _, agreement in agreed.all_in_force(view.case):
        for ban in facts.bans(view.case, view.day):
            if _meets(agreement, ban) or _seeks(agreement, ban, view):
                yield Hit(agreement, "", about=(agreement.id, ban.id), values={"ban": ban.id})


def _meets(agreement: Agreement, ban: Measure) -> bool:
    """Contact between both sides of the ban that is written down as such."""
    binds, protects, met = set(ban.binds), set(ban.protects), set(agreement.contact_with)
    people = {*agreement.who, *met}
    return bool(binds & people) and bool(protects & people) and bool((binds | protects) & met)


def _seeks(agreement: Agreement, ban: Measure, view: View) -> bool:
    """Look for a clause in which who is bound seeks somebody who is protected."""
    lists = Words(view.case.info.language).entry("lists")
    names = {
        wording.plain(word)
        for member in view.case.members
        if member.id in ban.protects
        for word in re.findall(r"\w+", member.name or "")
        if is_like_a_name(word)
    }
    clauses = wording.clauses(agreement.what, view.case)
    found = (set(re.findall(r"[\w']+", clause)) for clause in clauses)
    return bool(set(ban.binds) & set(agreement.who)) and any(
        words & set(lists["contact"]) and words & names and not words & set(lists["not"])
        for words in found
    )
