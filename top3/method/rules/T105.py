"""T105: acute or structural unsafety, and Veilig Thuis does not know."""

from collections.abc import Iterator

from top3.case.fields import Entry
from top3.method import facts
from top3.method.rule import ERROR, WARNING, Hit, View, rule


@rule(ERROR, phase=1)
def T105(view: View) -> Iterator[Hit]:
    """Source: regiovisie bijlage 1 (meldcode); 1gezin1plan1regisseur.nl."""
    case = view.case
    unsafe: list[tuple[Entry, str]] = [(case.violence, "acute"), (case.violence, "structural")]
    unsafe += [(situation, "acute") for situation in case.situations]
    if not any(facts.is_yes(getattr(*place)) for place in unsafe):
        return
    told = [r.date for r in case.veilig_thuis.reports if r.date and r.date <= view.day]
    if case.veilig_thuis.informed and case.veilig_thuis.informed <= view.day:
        told.append(case.veilig_thuis.informed)
    news = facts.last_news(case, view.day)
    if not told:
        element, field = next(place for place in unsafe if facts.is_yes(getattr(*place)))
        yield Hit(element, field, about=())
    elif news and news > max(told):
        yield Hit(case.veilig_thuis, "", "since", severity=WARNING, values={"date": news})
