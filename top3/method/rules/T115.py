"""T115: sexual violence of the last days, and no Centrum Seksueel Geweld."""

from collections.abc import Iterator

from top3.case.fields import Span
from top3.case.violence import FlagEntry, Incident
from top3.case.vocabulary import Feature, FlagKind
from top3.method import agreed, wording
from top3.method import knowledge as known
from top3.method.rule import WARNING, Hit, View, rule


@rule(WARNING, phase=1)
def T115(view: View) -> Iterator[Hit]:
    """Source: regiovisie ch. 2: 24/7, acute within seven days, the victim decides."""
    violence = view.case.violence
    dates = {incident.id: incident.date for incident in violence.incidents}
    incidents = [i for i in violence.incidents if Feature.SEXUAL in i.features]
    flags = [flag for flag in violence.flags if flag.kind is FlagKind.FORCED_SEX]
    recent: list[Incident | FlagEntry] = [i for i in incidents if _is_recent(i.date, view)]
    recent += [f for f in flags if _is_recent(f.date or dates.get(f.incident or ""), view)]
    if recent and not any(wording.find("csg", text, view.case) for text in _asked(view)):
        yield Hit(recent[0], "date", about=tuple(sorted(item.id for item in recent)))


def _is_recent(when: Span | None, view: View) -> bool:
    """Surely within the days: the first day it can have been counts."""
    first = when.first if when else None
    return first is not None and 0 <= (view.day - first).days <= known.CSG_DAYS


def _asked(view: View) -> Iterator[str | None]:
    """Who was asked, who works along, and what help there is."""
    case = view.case
    yield from (expert.who for expert in case.team.experts)
    yield from (person.organisation for person in case.professionals)
    for action in agreed.actions(case):
        yield from (action.what, action.by)
