"""T113: an agreement against a ban."""

import re
from collections.abc import Iterator

from top3.case.naming import is_like_a_name
from top3.case.plan import Agreement
from top3.case.violence import Measure
from top3.method import acting, agreed, facts, wording
from top3.method.rule import ERROR, Hit, View, rule
from top3.words import Words


@rule(ERROR, phase=1, stops=True)
def T113(view: View) -> Iterator[Hit]:
    """Source: regiovisie bijlage 1 (huisverbod); method.md §5."""
    for ban in facts.bans(view.case, view.day):
        for _, agreement in agreed.all_in_force(view.case):
            found = _meets(agreement, ban) or _seeks(agreement, ban, view)
            if found or _goes(agreement, ban, view):
                yield Hit(agreement, "", about=(agreement.id, ban.id), values={"ban": ban.id})
        if field := _in_plan(ban, view):
            about = (field, ban.id)
            yield Hit(view.case.plan, field, "plan", about, values={"ban": ban.id})


def _goes(agreement: Agreement, ban: Measure, view: View) -> bool:
    """Look for a clause that brings who is bound to somebody who is protected."""
    bound, protected = set(ban.binds), set(ban.protects)
    own = bool(bound & set(agreement.who))
    done = acting.brings(agreement.what, bound, protected, view.case, own=own)
    instead = acting.brings(agreement.if_not, bound, protected, view.case, own=False)
    return any(done) or any(instead)


def _in_plan(ban: Measure, view: View) -> str:
    """The part of the plan around the agreements in which who is bound goes there."""
    case, bound, protected = view.case, set(ban.binds), set(ban.protects)
    for step in case.plan.on_tension:
        own = bool(bound & set(step.who))
        if any(acting.brings(step.does, bound, protected, case, own=own)):
            return "on_tension"
    for text in case.plan.on_relapse:
        if any(acting.brings(text, bound, protected, case, own=False)):
            return "on_relapse"
    return ""


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
    sides = set(ban.binds) | set(ban.protects)
    parts = (
        part
        for clause in wording.clauses(agreement.what, view.case)
        for part in acting.apart(clause, view.case)
        if not wording.find("away", part, view.case)
    )
    acted = ((part, acting.actors(part, view.case)) for part in parts)
    found = (set(re.findall(r"[\w']+", part)) for part, who in acted if not who or who & sides)
    return bool(set(ban.binds) & set(agreement.who)) and any(
        words & set(lists["contact"]) and words & names and not words & set(lists["not"])
        for words in found
    )
