"""T401: the voice of a child is missing."""

from collections.abc import Iterator

from datetime import date

from top3.case.people import Member
from top3.method import facts
from top3.method.rule import ERROR, WARNING, Hit, View, rule


@rule(ERROR)
def T401(view: View) -> Iterator[Hit]:
    """Source: expertisecentrum-hgkm.nl; regiovisie ch. 4."""
    for child in facts.children(view.case, view.day):
        heard = facts.heard_on(child, view.case, view.day)
        speaks = facts.speaks(child, view.case, view.day)
        values = {"who": (child.id,)}
        if not heard:
            excused = bool(child.no_conversation)
            variant = "seen" if not speaks else "reason" if excused else "default"
            severity = ERROR if speaks and not excused else WARNING
            yield Hit(child, "", variant, severity=severity, values=values)
        elif not _since_last(child, view, max(heard)):
            yield Hit(child, "conversations", "since", severity=WARNING, values=values)


def _since_last(child: Member, view: View, heard: date) -> bool:
    """Heard on or after the day the last incident became known, or the one who told of it."""
    incidents = view.case.violence.incidents
    last = facts.last_known(view.case, view.day)
    told = any(
        child.id in incident.known_through and facts.known_since(incident, view.day) == last
        for incident in incidents
    )
    return last is None or told or heard >= last
