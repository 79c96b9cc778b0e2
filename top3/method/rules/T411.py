"""T411: jargon in text that everyone in the family will read."""

from collections.abc import Iterator

from top3.case.cut import EVERYONE, cut
from top3.case.fields import Entry
from top3.case.plan import PlanRecord, Situation
from top3.method import facts, wording
from top3.method.rule import WARNING, Hit, View, rule

_WORDS = ("title", "wish")
_PARTS = ("what", "when", "how_checked", "if_not")


@rule(WARNING)
def T411(view: View) -> Iterator[Hit]:
    """Source: own wording [D]; regiovisie ch. 4. Two-sided words are T412's."""
    for element, field, texts, without in _shown(view):
        identifier = getattr(element, "id", None)
        about = (identifier, field) if identifier else (field,)
        words = (wording.find("jargon", text, view.case, without=without) for text in texts)
        if word := next((word for word in words if word), None):
            values = {"word": word, "near": wording.meaning(word, view.case)}
            yield Hit(element, field, "default", about, values=values)


def _shown(view: View) -> Iterator[tuple[Entry, str, tuple[str | None, ...], str]]:
    """What the cut for everyone leaves: element, field, texts, and a list left to T412."""
    case, shared = view.case, cut(view.case, EVERYONE)
    steps = tuple(step.does for step in shared.plan.on_tension)
    yield from _plan(case.plan, steps, shared.plan.on_relapse)
    whole = {priority.id: priority for priority in case.priorities}
    for seen in shared.priorities:
        priority = whole[seen.id]
        one_sided = isinstance(priority, Situation) and facts.is_one_sided(priority, case)
        for field in _WORDS:
            without = "two_sided" if one_sided else ""
            yield priority, field, (getattr(seen, field),), without
        kept = {agreement.id for agreement in seen.agreements}
        for agreement in priority.agreements:
            if agreement.id in kept:
                for field in _PARTS:
                    yield agreement, field, (getattr(agreement, field),), ""


def _plan(
    plan: PlanRecord, steps: tuple[str | None, ...], relapse: tuple[str, ...]
) -> Iterator[tuple[Entry, str, tuple[str | None, ...], str]]:
    yield plan, "on_tension", steps, ""
    yield plan, "on_relapse", relapse, ""
