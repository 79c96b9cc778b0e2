"""T111: an agreement in words that nobody can check."""

from collections.abc import Iterator

from top3.method import agreed, wording
from top3.method.rule import WARNING, Hit, View, rule

_FIELDS = ("what", "when", "if_not")


@rule(WARNING, phase=1)
def T111(view: View) -> Iterator[Hit]:
    """Source: timmconsultancy.nl; method.md §1 (a complete agreement), word list [D]."""
    for _, agreement in agreed.all_in_force(view.case):
        for field in _FIELDS:
            said = wording.statements(getattr(agreement, field))
            if word := wording.find("vague", said, view.case):
                yield Hit(agreement, field, about=(agreement.id, field), values={"word": word})
