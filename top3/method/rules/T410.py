"""T410: help is refused or does nothing, and Veilig Thuis does not know."""

from collections.abc import Iterator

from top3.case.vocabulary import Answer
from top3.method import facts
from top3.method.rule import WARNING, Hit, View, rule


@rule(WARNING)
def T410(view: View) -> Iterator[Hit]:
    """Source: 1gezin1plan1regisseur.nl (meldcode). Where it is unsafe, T105 speaks."""
    told = facts.told_veilig_thuis(view.case, view.day)
    if told or facts.is_unsafe(view.case):
        return
    if view.case.scale_up.help_refused is Answer.YES:
        yield Hit(view.case.scale_up, "help_refused", "refused", ())
    elif view.case.scale_up.help_without_effect is Answer.YES:
        yield Hit(view.case.scale_up, "help_without_effect", "no_effect", ())
