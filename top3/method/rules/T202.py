"""T202: the recorded phase runs ahead of what all facts allow."""

from collections.abc import Iterator

from top3.method.decisions import standing_decision
from top3.method.phase import is_decided
from top3.method.rule import ERROR, Hit, View, rule
from top3.method.settings import SETTINGS


@rule(ERROR, stops=True)
def T202(view: View) -> Iterator[Hit]:
    """Source: regiovisie ch. 3 (three months); method.md §1: time opens the question."""
    phase = view.case.plan.phase
    if phase is None or phase.level == 1 or standing_decision("T202", view.case, view.day):
        return
    if not is_decided(view.case):
        yield Hit(phase, "level", "undecided", ())
    elif not view.phase.gate_open:
        values = {"phase": phase.level, "days": view.phase.calm_days}
        is_calm = view.phase.calm_days >= SETTINGS.calm_days
        yield Hit(phase, "level", "acute" if is_calm else "default", (), values=values)
