"""T412: a victim blamed, or two-sided words for one-sided violence."""

from collections.abc import Iterator

from top3.case.fields import Entry
from top3.case.plan import Situation
from top3.case.violence import Incident
from top3.case.vocabulary import Basis
from top3.method import acting, facts, wording
from top3.method.rule import WARNING, Hit, View, rule

_PARTS = ("what", "when", "how_checked", "if_not")
_ACTED = ("what", "if_not")
"""Where T112 reads too: what it says is graver, and is said once."""


@rule(WARNING)
def T412(view: View) -> Iterator[Hit]:
    """Source: method.md §3 [D]: write "hij duwde haar", not "er was ruzie"."""
    for incident in view.case.violence.incidents:
        yield from _said(incident, "what", view)
    for priority in view.case.priorities:
        for field in ("title", "wish"):
            yield from _said(priority, field, view)
        for agreement in priority.agreements:
            is_said = wording.made_responsible(priority, agreement, view.case, view.day)
            for field in _PARTS[1:] if is_said else _PARTS:
                if field not in _ACTED or not acting.guards(getattr(agreement, field), view.case):
                    yield from _said(agreement, field, view)
    for situation in view.case.situations:
        yield from _facts(situation, view)


def _said(element: Entry, field: str, view: View) -> Iterator[Hit]:
    """Blame goes first: one finding per field."""
    text, about = getattr(element, field), (str(getattr(element, "id", "")), field)
    if word := wording.find("blame", text, view.case):
        yield Hit(element, field, "blame", about, values={"word": word})
    elif word := _two_sided(element, text, view):
        yield Hit(element, field, "two_sided", about, values={"word": word})


def _two_sided(element: Entry, text: str | None, view: View) -> str | None:
    if isinstance(element, (Incident, Situation)) and facts.is_one_sided(element, view.case):
        return wording.find("two_sided", text, view.case)
    return None


def _facts(situation: Situation, view: View) -> Iterator[Hit]:
    """Somebody's opinion may be recorded as such; of the rest the first is said."""
    for fact in situation.facts:
        word = wording.find("blame", fact.what, view.case)
        if word and not (fact.basis is Basis.OPINION and fact.by):
            yield Hit(fact, "what", "blame", (situation.id, "facts"), values={"word": word})
            return
