"""Which phase, and is the gate open: confirmed days without violence (method.md §1).

Time opens the question (`clock.py`), a person decides (`decisions.py`).
"""

from dataclasses import dataclass
from datetime import date

from top3.case.model import Case
from top3.method import facts
from top3.method.clock import clocks
from top3.method.decisions import standing_decision
from top3.method.reason import Reason, because


@dataclass(frozen=True, slots=True)
class Phase:
    """`number`: the phase as judged; `recorded`: as people wrote it; `because`: at least one."""

    number: int
    recorded: int
    gate_open: bool
    calm_days: int
    earliest_next: date | None
    because: tuple[Reason, ...]

    def __post_init__(self) -> None:
        """Explained or not built (law 5)."""
        if not self.because:
            raise ValueError("a phase without a reason")


def judge_phase(case: Case, day: date) -> Phase:
    """Judge the phase on `day`; a recorded 2 or 3 holds with an open gate or a decision."""
    running = [*clocks(case, day)]
    danger = facts.acute_danger(case)
    gate_open = all(clock.is_open for clock in running) and not danger
    recorded = case.recorded_phase
    answer = standing_decision("T202", case, day)
    reasons = [reason for clock in running for reason in clock.because]
    if danger:
        reasons.append(because("acute", *danger))
    reasons.append(
        because("recorded", case.plan.phase, phase=recorded)
        if case.plan.phase
        else because("no_record")
    )
    if answer and not gate_open:
        reasons.append(
            because("decided", answer, by=answer.by, date=answer.date, until=answer.until)
        )
    allowed = recorded if is_decided(case) else min(recorded, 2)
    opens = [clock.opens for clock in running]
    return Phase(
        number=allowed if gate_open or answer else 1,
        recorded=recorded,
        gate_open=gate_open,
        calm_days=min(clock.days for clock in running),
        earliest_next=None if gate_open or None in opens else max(day, *(o for o in opens if o)),
        because=tuple(reasons),
    )


def is_decided(case: Case) -> bool:
    """Fase 3 asks a dated, reasoned decision of a person (method.md §1)."""
    phase = case.plan.phase
    return phase is None or phase.level < 3 or bool(phase.date and phase.by and phase.why)
