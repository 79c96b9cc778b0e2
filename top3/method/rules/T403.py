"""T403: more than three priorities, two with one rank, or something acute passed over."""

from collections.abc import Iterator

from top3.case.plan import Situation
from top3.case.vocabulary import Status
from top3.method import facts, ranking
from top3.method.rule import ERROR, WARNING, Hit, View, rule
from top3.method.settings import SETTINGS


@rule(ERROR)
def T403(view: View) -> Iterator[Hit]:
    """Source: regiovisie ch. 3 and 4: a top 3."""
    active = [p for p in view.case.priorities if facts.status(p) is Status.ACTIVE]
    if len(active) > SETTINGS.most_priorities:
        extra = active[SETTINGS.most_priorities]
        yield Hit(extra, "", "many", (), values={"count": len(active)})
    taken: dict[int, str] = {}
    for item in active:
        if item.rank in taken:
            about = tuple(sorted((taken[item.rank], item.id)))
            yield Hit(item, "rank", "same_rank", about, values={"rank": item.rank})
        elif item.rank:
            taken[item.rank] = item.id
    yield from _passed_over(view)


def _passed_over(view: View) -> Iterator[Hit]:
    """Something acute that was left out, or ranked below something lesser."""
    chosen = [s for s in view.case.situations if facts.status(s) is Status.ACTIVE]
    lesser = [s for s in chosen if not ranking.is_acute(s, view.case)]
    for situation in view.case.situations:
        if not ranking.is_acute(situation, view.case) or not lesser:
            continue
        if situation.status in (Status.WAITING, Status.PLANNED):
            yield Hit(situation, "status", "left_out", severity=WARNING)
        elif situation in chosen and _ranks_below(situation, lesser):
            yield Hit(situation, "rank", "ranked_below", severity=WARNING)


def _ranks_below(situation: Situation, lesser: list[Situation]) -> bool:
    return any(other.rank and situation.rank and other.rank < situation.rank for other in lesser)
