"""T106: grave signals, and no expert was consulted."""

from collections.abc import Iterator
from datetime import date

from top3.case.violence import FlagEntry
from top3.method import facts
from top3.method import knowledge as known
from top3.method.rule import ERROR, Hit, View, rule


@rule(ERROR)
def T106(view: View) -> Iterator[Hit]:
    """Source: method.md §3 and §4; lkah.nl."""
    violence = view.case.violence
    flags = facts.grave_flags(view.case)
    profile = violence.profile if violence.profile else None
    is_terror = profile is not None and profile.kind in known.COERCIVE_PROFILES
    forms = [entry for entry in violence.forms if entry.form in known.COERCIVE_FORMS]
    if not (flags or is_terror or forms):
        return
    asked = [e.date for e in view.case.team.experts if e.who and e.date and e.date <= view.day]
    since = max((_when(flag) for flag in flags), default=date.min)
    if any(consulted >= since for consulted in asked):
        return
    element = flags[0] if flags else forms[0] if forms else profile or violence
    variant = "flag" if flags else "form"
    yield Hit(element, "", variant, tuple(sorted(flag.id for flag in flags)))


def _when(flag: FlagEntry) -> date:
    """The first day a flag may date from; without a date any consultation counts."""
    return flag.date.first if flag.date and flag.date.first else date.min
