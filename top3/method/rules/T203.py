"""T203: a safety agreement was dropped while the plan is in fase 2 or 3."""

from collections.abc import Iterator

from top3.case.vocabulary import Status
from top3.method import agreed
from top3.method.rule import ERROR, Hit, View, rule


@rule(ERROR)
def T203(view: View) -> Iterator[Hit]:
    """Source: amwml-cjgml.nl: the veiligheidsplan runs on through fase 2 and 3."""
    phase = view.case.plan.phase
    if phase is None or phase.level == 1:
        return
    for situation in view.case.situations:
        for agreement in situation.agreements:
            with_it = situation.status is Status.DROPPED
            stood = agreement.status in (None, *agreed.IN_FORCE)
            if agreement.status is Status.DROPPED or (with_it and stood):
                yield Hit(agreement, "status", values={"phase": phase.level})
