"""The TOP-3 plan for the professionals: at most three priorities, each with reasons; what waits.

People's recorded ranks come first; where there are none the tool proposes (T407).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from top3.case.model import Case, Priority
from top3.case.plan import RiskFactor, Situation
from top3.case.vocabulary import Status
from top3.method import agreed, facts, ranking
from top3.method.phase import Phase
from top3.method.ranking import Ranked
from top3.method.reason import Reason, because
from top3.method.settings import SETTINGS


@dataclass(frozen=True, slots=True)
class Choice:
    """A priority or something that waits (`rank` 0), with at least one reason."""

    rank: int
    item: Priority
    because: tuple[Reason, ...]

    def __post_init__(self) -> None:
        """Explained or not built (law 5)."""
        if not self.because:
            raise ValueError("a priority without a reason")


@dataclass(frozen=True, slots=True)
class Plan:
    """The top 3 and what waits. `ties`: pairs of ids between which a person must choose."""

    priorities: tuple[Choice, ...]
    waiting: tuple[Choice, ...]
    ties: tuple[tuple[str, str], ...]


def build_plan(case: Case, phase: Phase, day: date) -> Plan:
    """Choose the top 3 of this phase on `day`."""
    active, later = _split(case, phase)
    order = _order(ranking.propose(active, case, day))
    top, rest = order[: SETTINGS.most_priorities], order[SETTINGS.most_priorities :]
    ties = tuple(
        (one.item.id, two.item.id)
        for one, two in pairwise(order)
        if not one.item.rank and not two.item.rank and not one.decides(two)
    )
    return Plan(
        tuple(
            Choice(number, ranked.item, (*_why(ranked, case, day), *_why_after(before, ranked)))
            for number, (before, ranked) in enumerate(zip([None, *top], top, strict=False), 1)
        ),
        (
            *(Choice(0, r.item, (_why_not(r, top[-1]),)) for r in rest),
            *(Choice(0, item, (_why_later(item, phase),)) for item in later),
        ),
        ties,
    )


def _split(case: Case, phase: Phase) -> tuple[list[Priority], list[Priority]]:
    active: list[Priority] = []
    later: list[Priority] = []
    for item in case.priorities:
        status = agreed.status(item)
        if status in (Status.LASTING, Status.DONE, Status.DROPPED):
            continue
        is_candidate = status in (Status.ACTIVE, None) and agreed.phase_of(item) <= phase.number
        (active if is_candidate else later).append(item)
    return active, later


def _order(proposed: list[Ranked]) -> list[Ranked]:
    """People's ranks first, then the proposed order."""
    chosen = sorted((r for r in proposed if r.item.rank), key=lambda r: (r.item.rank, r.item.id))
    return [*chosen, *(r for r in proposed if not r.item.rank)]


def _why(ranked: Ranked, case: Case, day: date) -> Iterator[Reason]:
    item = ranked.item
    yield because("chosen", item, rank=item.rank) if item.rank else because("proposed", item)
    if not isinstance(item, Situation):
        key = "feeds" if isinstance(item, RiskFactor) else "recovers"
        yield because(key, item, who=item.of) if item.of else because(f"{key}_nobody", item)
        return
    if facts.is_yes(item.acute):
        yield because("acute_danger", item)
    flags = [flag for flag in facts.grave_flags(case) if flag.id in item.flags]
    if heavy := [flag for flag in flags if facts.is_heavy(flag)]:
        yield because("heavy_flag", *heavy)
    if unclear := [flag for flag in flags if facts.is_unclarified(flag)]:
        yield because("unclarified_flag", *unclear)
    yield from _observed(item, case, day)


def _observed(item: Situation, case: Case, day: date) -> Iterator[Reason]:
    """What was recorded of the situation, in the order in which it decides."""
    incidents = [i for i in case.violence.incidents if i.id in item.incidents]
    if item.severity:
        yield because("severity", item, severity=item.severity)
    if item.frequency:
        yield because("frequency", item, frequency=item.frequency)
    if last := ranking.last_incident(item, case, day):
        yield because("recency", *incidents, date=last)
    if item.unsafe:
        yield because("unsafe", item, who=item.unsafe)


def _why_not(ranked: Ranked, third: Ranked) -> Reason:
    """Name the first criterion that put it behind the third."""
    item, other = ranked.item, third.item
    if item.rank:
        return because("chosen_later", item, rank=item.rank)
    if other.rank:
        return because("others_chosen", item)
    return _behind(ranked, third)


def _why_after(before: Ranked | None, ranked: Ranked) -> Iterator[Reason]:
    """Where the tool proposes the order: the first criterion that put it behind the one before."""
    if before and not before.item.rank and not ranked.item.rank:
        yield _behind(ranked, before)


def _behind(ranked: Ranked, other: Ranked) -> Reason:
    at, criterion = (ranked.item, other.item), other.decides(ranked)
    if not criterion:
        return because("tie", *at, other=other.item.id)
    return because("decided_by", *at, criterion=criterion, other=other.item.id)


def _why_later(item: Priority, phase: Phase) -> Reason:
    if agreed.phase_of(item) > phase.number:
        return because("later_phase", item, phase=agreed.phase_of(item))
    return because("parked", item)
