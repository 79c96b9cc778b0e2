"""T403: more than three priorities, two with one rank, or something acute passed over."""

from collections.abc import Iterator

from top3.case.model import Priority
from top3.case.plan import Situation
from top3.case.vocabulary import Status
from top3.method import agreed, ranking
from top3.method.rule import ERROR, WARNING, Hit, View, rule
from top3.method.settings import SETTINGS


@rule(ERROR)
def T403(view: View) -> Iterator[Hit]:
    """Source: regiovisie ch. 3 and 4: a top 3."""
    active = [p for p in view.case.priorities if agreed.status(p) is Status.ACTIVE]
    if len(active) > SETTINGS.most_priorities:
        extra = active[SETTINGS.most_priorities]
        yield Hit(extra, "", "many", (), values={"count": len(active)})
    for rank in sorted({item.rank for item in active if item.rank}):
        same = [item for item in active if item.rank == rank]
        if len(same) > 1:
            about = tuple(sorted(item.id for item in same))
            yield Hit(same[1], "rank", "same_rank", about, values={"rank": rank})
    yield from _passed_over(view, [p for p in active if agreed.phase_of(p) <= view.phase.number])


def _passed_over(view: View, chosen: list[Priority]) -> Iterator[Hit]:
    """Something acute that was left out, or ranked below something lesser."""
    acute = [s for s in view.case.situations if ranking.is_acute(s, view.case)]
    lesser = [item for item in chosen if item not in acute]
    top = [choice.item for choice in view.plan.priorities]
    for situation in acute if lesser else []:
        status = agreed.status(situation)
        if status in (Status.WAITING, Status.PLANNED) or (status is None and situation not in top):
            yield Hit(situation, "status", "left_out", severity=WARNING)
        elif status in (Status.ACTIVE, None) and _ranks_below(situation, lesser):
            yield Hit(situation, "rank", "ranked_below", severity=WARNING)


def _ranks_below(situation: Situation, lesser: list[Priority]) -> bool:
    """Something lesser has a rank, and this one none or a later one."""
    mine = situation.rank or ranking.UNRANKED
    return any(other.rank and other.rank < mine for other in lesser)
