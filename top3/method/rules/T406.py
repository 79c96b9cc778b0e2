"""T406: the recorded AVE level is below the minimum, or there is none."""

from collections.abc import Iterator

from top3.method.rule import ADVICE, WARNING, Hit, View, rule


@rule(WARNING)
def T406(view: View) -> Iterator[Hit]:
    """Source: regiovisie bijlage 4 (bureau HHM)."""
    values = {"minimum": view.escalation.minimum, "recorded": view.escalation.recorded or 0}
    if view.escalation.recorded is None:
        yield Hit(view.case.scale_up, "", "none", (), ADVICE, values=values)
    elif view.escalation.recorded < view.escalation.minimum:
        yield Hit(view.case.scale_up, "ave", "low", (), values=values)
