"""T407: nobody recorded an order; here is one to talk about, and where it is a tie."""

from collections.abc import Iterator

from top3.method import agreed
from top3.method.rule import ADVICE, Hit, View, rule


@rule(ADVICE)
def T407(view: View) -> Iterator[Hit]:
    """Source: method.md §2 [D]: the family and the casusregisseur choose, the tool proposes."""
    chosen = view.plan.priorities
    if len(chosen) > 1 and not any(choice.item.rank for choice in chosen):
        order = tuple(choice.item.id for choice in chosen)
        phase = agreed.phase_of(chosen[0].item)
        yield Hit(chosen[0].item, "", "order", (), values={"order": order, "phase": phase})
    for one, two in view.plan.ties:
        item = next(p for p in view.case.priorities if p.id == one)
        yield Hit(item, "", "tie", tuple(sorted((one, two))), values={"one": one, "two": two})
