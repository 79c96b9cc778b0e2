"""T106: grave signals, and no expert was consulted."""

from collections.abc import Iterator
from datetime import date

from top3.case.fields import Entry
from top3.case.violence import FlagEntry
from top3.method import facts, wording
from top3.method import knowledge as known
from top3.method.rule import ERROR, Hit, View, rule


@rule(ERROR)
def T106(view: View) -> Iterator[Hit]:
    """Source: method.md §3 and §4; lkah.nl."""
    violence = view.case.violence
    flags = facts.grave_flags(view.case)
    forms = [entry for entry in violence.forms if entry.form in known.COERCIVE_FORMS]
    profile = violence.profile
    terror = [profile] if profile and profile.kind in known.COERCIVE_PROFILES else []
    grounds: list[Entry] = [*flags, *forms, *terror]
    if not grounds:
        return
    asked = [
        e.date
        for e in view.case.team.experts
        if wording.names_somebody(e.who) and e.date and e.date <= view.day
    ]
    since = max((_when(flag) for flag in flags), default=date.min)
    if any(consulted >= since for consulted in asked):
        return
    variant = "flag" if flags else "form"
    yield Hit(grounds[0], "", variant, tuple(sorted(flag.id for flag in flags)))


def _when(flag: FlagEntry) -> date:
    """The first day a flag may date from; without a date any consultation counts."""
    return flag.date.first if flag.date and flag.date.first else date.min
