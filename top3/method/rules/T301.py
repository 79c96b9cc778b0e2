"""T301: treatment aimed at recovery before fase 3 was decided."""

from collections.abc import Iterator

from top3.case.vocabulary import ActionKind, Status
from top3.method import facts
from top3.method.rule import ERROR, WARNING, Hit, View, rule


@rule(ERROR)
def T301(view: View) -> Iterator[Hit]:
    """Source: regiovisie ch. 3; amwml-cjgml.nl: support belongs in every phase."""
    if view.phase.number == 3:
        return
    for need in view.case.recovery:
        for action in need.actions:
            is_treatment = action.kind is ActionKind.TREATMENT
            is_ahead = action.status in (Status.ACTIVE, Status.PLANNED)
            is_elsewhere = action.running or facts.is_joint_help(need, action, view.case)
            if not is_treatment or not is_ahead or is_elsewhere:
                continue
            if action.for_safety:
                yield Hit(action, "for_safety", "safety", severity=WARNING)
            else:
                yield Hit(action)
