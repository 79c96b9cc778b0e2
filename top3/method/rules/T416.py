"""T416: a day that is still to come, of something that has happened."""

from collections.abc import Iterator
from datetime import date

from top3.case.fields import Entry
from top3.method import facts
from top3.method.rule import ERROR, WARNING, Hit, View, rule


@rule(WARNING)
def T416(view: View) -> Iterator[Hit]:
    """Source: a design choice: a typing error in a year must not start or stop the clock."""
    for element, first, about in _happened(view):
        if first is not None and first > view.day:
            yield Hit(element, "date", about=about, values={"date": view.day})
    for measure in view.case.measures:
        if measure.start and measure.end and measure.end < measure.start:
            yield Hit(measure, "end", "turned", severity=ERROR)
    for member in view.case.members:
        born = member.born.first if member.born and not facts.is_unborn(member) else None
        if born and born > view.day:
            yield Hit(member, "born", values={"date": view.day})


def _happened(view: View) -> Iterator[tuple[Entry, date | None, tuple[str, ...]]]:
    violence = view.case.violence
    for incident in violence.incidents:
        yield incident, incident.date.first if incident.date else None, (incident.id,)
    for flag in violence.flags:
        yield flag, flag.date.first if flag.date else None, (flag.id,)
    for member in view.case.members:
        for talk in member.conversations:
            if talk.alone is not None or talk.calm is not None:
                yield talk, talk.date, (member.id, "conversations")
    for report in view.case.veilig_thuis.reports:
        yield report, report.date, ("reports",)
