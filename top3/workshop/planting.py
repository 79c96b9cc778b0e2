"""Plants mistakes in a clean family, and proves it: exactly these findings, and no others."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from top3.case.finding import Finding
from top3.workshop.draw import Draw
from top3.workshop.family import Wish
from top3.workshop.mistakes import agreements, knowing, people, priorities
from top3.workshop.mistakes.mistake import ALL, Mistake, Needs, Scene
from top3.workshop.told import Told, tell_first

MODULES = (agreements, knowing, people, priorities)
"""Importing them fills the list of mistakes."""

TRIES = 60
"""Families that are drawn before we say that these mistakes don't go together."""

_APART = 1_000_003
"""Between the seeds of one order and those of the next try."""


class CantPlant(Exception):
    """No family was found that holds exactly these mistakes. `codes`: what was asked for."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__(", ".join(codes))
        self.codes = tuple(codes)


@dataclass(frozen=True, slots=True)
class Planted:
    """A clean family, the same one with mistakes, and what the check finds in it."""

    clean: Told
    told: Told
    mistakes: tuple[Mistake, ...]
    findings: tuple[Finding, ...]


def codes() -> tuple[str, ...]:
    """The codes of all rules that a mistake can break."""
    return tuple(sorted(ALL))


def plant(wish: Wish, wanted: Sequence[str], tries: int = TRIES) -> Planted:
    """Invent a family with exactly one breach of each rule in `wanted`. Raises CantPlant."""
    for attempt in range(tries):
        draw = Draw(f"mistakes {wish.seed} {attempt} {' '.join(wanted)}")
        ways = [draw.one(ALL[code]) for code in wanted]
        asked = _meet(wish, ways, attempt)
        planted = asked and _try(asked, ways, draw)
        if planted:
            return planted
    raise CantPlant(wanted)


def draw_codes(count: int, level: str, draw: Draw) -> tuple[str, ...]:
    """Draw different rules to break: for starters the plain ones, else any."""
    fitting = [
        code for code in codes() if level != "start" or any(m.level == "start" for m in ALL[code])
    ]
    return tuple(sorted(draw.some(fitting, count)))


def _meet(wish: Wish, ways: Sequence[Mistake], attempt: int) -> Wish | None:
    """The wish, narrowed to families in which these mistakes can be made."""
    met = Needs(wish.profile, wish.phase, wish.ages)
    for way in ways:
        both = met.and_also(way.needs)
        if both is None:
            return None
        met = both
    return replace(
        wish,
        seed=wish.seed + attempt * _APART,
        profile=met.profile,
        phase=met.phase,
        ages=met.ages,
        has_barring_order=met.has_barring_order,
    )


def _try(wish: Wish, ways: Sequence[Mistake], draw: Draw) -> Planted | None:
    clean = tell_first(wish)
    told = replace(clean, data=deepcopy(clean.data))
    scene = Scene(told.family, told.data, draw)
    if not all(way.change(scene) for way in ways):
        return None
    if clean.exam.findings or told.reading.case is None:
        return None
    findings = told.exam.findings
    found = [finding.code for finding in findings if not finding.answered]
    if sorted(found) != sorted(way.code for way in ways):
        return None
    return Planted(clean, told, tuple(ways), findings)
