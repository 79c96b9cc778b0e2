"""T101: an agreement without wie, wat, wanneer, wie kijkt mee or wat als het misgaat."""

from collections.abc import Iterator

from top3.case.model import Priority
from top3.case.plan import Agreement
from top3.case.vocabulary import Share, Status
from top3.method import agreed, facts
from top3.method.rule import ERROR, WARNING, Hit, View, rule


@rule(ERROR, phase=1)
def T101(view: View) -> Iterator[Hit]:
    """Source: LA County SDM policy; timmconsultancy.nl; sheerenloo.nl (method.md §1)."""
    for priority in view.case.priorities:
        is_due = agreed.phase_of(priority) <= view.phase.number
        is_active = agreed.status(priority) is Status.ACTIVE
        if is_due and is_active and not agreed.agreements_in_force(priority):
            yield Hit(priority, variant="none")
    for priority, agreement in agreed.all_in_force(view.case):
        if missing := agreed.missing_parts(agreement):
            yield Hit(agreement, variant="incomplete", values={"parts": tuple(missing)})
        yield from _checker(view, agreement)
        yield from _consent(view, priority, agreement)


def _checker(view: View, agreement: Agreement) -> Iterator[Hit]:
    """Nobody guards the violence done to them, and no child guards anything."""
    children = {m.id for m in view.case.members if facts.is_child(m, view.case, view.day)}
    guarded = facts.victims(view.case) | children
    if wrong := sorted(guarded & set(agreement.checks)):
        about = (agreement.id, *wrong)
        yield Hit(agreement, "checks", "victim", about, stops=True, values={"who": tuple(wrong)})
    elif using := sorted(
        facts.uses_violence(view.case) & set(agreement.checks) - set(agreement.who)
    ):
        about = (agreement.id, *using)
        is_harmed = bool(facts.harmed_by_another(view.case) & {*using})
        yield Hit(
            agreement, "checks", "using", about, stops=is_harmed, values={"who": tuple(using)}
        )
    elif agreement.checks and set(agreement.checks) <= set(agreement.who):
        yield Hit(agreement, "checks", "self", (agreement.id, "checks"), WARNING)


def _consent(view: View, priority: Priority, agreement: Agreement) -> Iterator[Hit]:
    """Consent is asked where everyone would read the name."""
    if Share.PROFESSIONALS in (priority.share_with, agreement.share_with):
        return
    for identifier in dict.fromkeys((*agreement.who, *agreement.checks)):
        if not facts.may_be_named(view.case, identifier):
            field = "who" if identifier in agreement.who else "checks"
            about = (agreement.id, identifier)
            yield Hit(agreement, field, "consent", about, WARNING, values={"who": (identifier,)})
