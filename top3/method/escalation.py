"""AVE: the least level at which a case belongs, as advice with reasons (regiovisie bijlage 4).

"Safety in danger" alone would lift every case to AVE 3; the minimum is a design decision
(method.md §4 [D]).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from top3.case.model import Case
from top3.case.plan import Agreement
from top3.case.violence import FlagEntry
from top3.case.vocabulary import Answer
from top3.method import facts
from top3.method.reason import Reason, because
from top3.method.settings import SETTINGS


@dataclass(frozen=True, slots=True)
class Escalation:
    """The minimum AVE level, the recorded one, and why."""

    minimum: int
    recorded: int | None
    because: tuple[Reason, ...]


def judge_escalation(case: Case, day: date) -> Escalation:
    """Judge the minimum AVE level on `day`."""
    recorded = case.scale_up.ave
    if case.scale_up.unrest is Answer.YES:
        return Escalation(4, recorded, (because("ave_unrest", case.scale_up),))
    grounds: list[Reason] = []
    heavy = [f for f in case.violence.flags if facts.is_heavy(f) and _recent(f, day)]
    if heavy:
        grounds.append(because("ave_heavy", *heavy, days=SETTINGS.heavy_flag_days))
    if facts.is_yes(case.violence.structural) and _stalls(case):
        grounds.append(because("ave_stalls", case.violence, case.scale_up))
    if grounds:
        return Escalation(3, recorded, tuple(grounds))
    reasons = [because("ave_plan")]
    if unclear := [flag for flag in case.violence.flags if facts.is_unclarified(flag)]:
        reasons.append(because("ave_unclarified", *unclear))
    return Escalation(2, recorded, tuple(reasons))


def _recent(flag: FlagEntry, day: date) -> bool:
    """Tell whether a flag is of the last twelve months; an unknown date counts as recent."""
    last = flag.date.last if flag.date else None
    return last is None or day - last <= timedelta(days=SETTINGS.heavy_flag_days)


def _stalls(case: Case) -> bool:
    if case.scale_up.stalling is Answer.YES:
        return True
    return any(_broken(a) for priority in case.priorities for a in priority.agreements)


def _broken(agreement: Agreement) -> bool:
    breaks = sum(entry.kept is False for entry in agreement.log)
    return breaks >= SETTINGS.broken_agreements
