"""T201: work on causes before the violence has stopped."""

from collections.abc import Iterator

from top3.case.plan import Action, RiskFactor
from top3.case.vocabulary import ActionKind, Status
from top3.method import agreed
from top3.method.rule import ERROR, WARNING, Hit, View, rule


@rule(ERROR)
def T201(view: View) -> Iterator[Hit]:
    """Source: regiovisie ch. 3: causes only after about three months without violence."""
    if view.phase.number > 1:
        return
    for factor in view.case.risk_factors:
        fresh = [action for action in factor.actions if _is_new_help(action)]
        for action in fresh:
            if action.for_safety:
                yield Hit(action, "for_safety", "safety", severity=WARNING)
            else:
                yield Hit(action)
        if agreed.status(factor) is Status.ACTIVE and not fresh and not _only_allowed(factor):
            yield Hit(factor, "status", "factor")


def _is_new_help(action: Action) -> bool:
    """New treatment that is going on; support and running care are never a finding."""
    return (
        action.kind is not ActionKind.SUPPORT
        and action.status is Status.ACTIVE
        and not action.running
    )


def _only_allowed(factor: RiskFactor) -> bool:
    """Everything that is done about the factor is support or ran already."""
    done = [a for a in factor.actions if a.status in (None, *agreed.IN_FORCE)]
    return bool(done) and all(a.running or a.kind is ActionKind.SUPPORT for a in done)
