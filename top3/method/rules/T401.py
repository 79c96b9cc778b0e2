"""T401: the voice of a child is missing."""

from collections.abc import Iterator

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
        elif (news := facts.last_news(view.case, view.day)) and max(heard) < news:
            yield Hit(child, "conversations", "since", severity=WARNING, values=values)
