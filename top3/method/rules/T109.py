"""T109: a huisverbod that lasts longer than the law allows."""

from collections.abc import Iterator

from top3.case.vocabulary import MeasureKind
from top3.method import knowledge as known
from top3.method.rule import ERROR, Hit, View, rule


@rule(ERROR, phase=1)
def T109(view: View) -> Iterator[Hit]:
    """Source: regiovisie bijlage 1: ten days, extendable to at most four weeks."""
    for ban in view.case.measures:
        if ban.kind is MeasureKind.BARRING_ORDER and ban.start and ban.end:
            days = (ban.end - ban.start).days
            if days > known.BARRING_ORDER_DAYS:
                values = {"ban": ban.id, "days": days, "most": known.BARRING_ORDER_DAYS}
                yield Hit(ban, "end", values=values)
