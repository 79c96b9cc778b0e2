"""T404: no review ahead, or one that comes too late."""

from collections.abc import Iterator
from datetime import date

from top3.method import agreed, facts
from top3.method.rule import ERROR, WARNING, Hit, View, rule
from top3.method.settings import SETTINGS


@rule(ERROR)
def T404(view: View) -> Iterator[Hit]:
    """Source: a setting [D]; Queensland's practice guide: 7 days at the start."""
    ahead = view.case.plan.next_review
    if ahead is None:
        yield Hit(view.case.plan, "", "none", ())
    elif ahead < view.day:
        yield Hit(view.case.plan, "next_review", "past", (), values={"date": ahead})
    elif (last := _last(view)) and (ahead - last).days > _most_days(view):
        values = {"days": (ahead - last).days, "most": _most_days(view)}
        yield Hit(view.case.plan, "next_review", "late", (), WARNING, values=values)


def _last(view: View) -> date | None:
    """The last review that was held, else the day of the plan."""
    held = [r.date for r in view.case.reviews if r.date and r.date <= view.day]
    return max(held, default=view.case.plan.date)


def _most_days(view: View) -> int:
    usual = SETTINGS.review_days[view.phase.number]
    if not agreed.provisional(view.case):
        return usual
    is_grave = bool(facts.grave_flags(view.case))
    days = SETTINGS.provisional_review_days_heavy if is_grave else SETTINGS.provisional_review_days
    return min(usual, days)
