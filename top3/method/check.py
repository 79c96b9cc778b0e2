"""Runs the rules over a case and adds what they leave out: severity, place and order."""

import pkgutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from top3.case.finding import Finding, Severity
from top3.case.model import Case
from top3.case.places import Places, places
from top3.case.reader import Reading
from top3.method import answers, rules
from top3.method.answers import Answers
from top3.method.escalation import Escalation, judge_escalation
from top3.method.phase import Phase, judge_phase
from top3.method.plan import Plan, build_plan
from top3.method.rule import Hit, Rule, Seen, View


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything the professionals are told of one case on one day."""

    day: date
    phase: Phase
    escalation: Escalation
    plan: Plan
    findings: tuple[Finding, ...]


@cache
def registry() -> tuple[Rule[View], ...]:
    """All rules, by code: one file per rule in `rules/`, its name the code."""
    return load_rules(rules.__name__, tuple(rules.__path__))


@cache
def load_rules(package: str, path: tuple[str, ...]) -> tuple[Rule[Any], ...]:
    """Import every rule file of a package. A file without its rule is a bug."""
    names = sorted(module.name for module in pkgutil.iter_modules(path))
    return tuple(getattr(import_module(f"{package}.{name}"), name) for name in names)


def judge(reading: Reading, day: date) -> Judgement:
    """Judge the case of a reading on `day`. The reading must hold a case."""
    case = reading.case
    if case is None:
        raise ValueError("nothing to judge: the file was not read")
    phase = judge_phase(case, day)
    plan = build_plan(case, phase, day)
    view = View(case, day, phase, judge_escalation(case, day), plan)
    where = places(reading)
    found = [finding for rule in registry() for finding in run(rule, view, phase, where)]
    findings = tuple(sorted(found, key=lambda finding: finding.order))
    return Judgement(day, phase, view.escalation, plan, findings)


def answer(
    found: Sequence[Finding], case: Case, day: date, phase: Phase, where: Places
) -> tuple[Finding, ...]:
    """Mark what people answered, and add what is wrong with their answers; in order."""
    seen = Answers(case, day, phase, {finding.id: finding for finding in found})
    holding = {decision.about for decision in case.decisions if seen.holds(decision)}
    marked = [replace(finding, answered=finding.id in holding) for finding in found]
    package, path = answers.__name__, tuple(answers.__path__)
    added = [f for rule in load_rules(package, path) for f in run(rule, seen, phase, where)]
    return tuple(sorted((*marked, *added), key=lambda finding: finding.order))


def run(rule: Rule[Seen], view: Seen, phase: Phase, where: Places) -> Iterator[Finding]:
    """Run one rule and place what it yields."""
    for hit in rule.check(view):
        yield finding(rule, hit, phase, where)


def finding(rule: Rule[Any], hit: Hit, phase: Phase, where: Places) -> Finding:
    """Make a finding of a hit: severity by phase, place by element."""
    severity = hit.severity or rule.severity
    is_past = rule.phase == 1 and phase.number > 1 and phase.gate_open
    stops = rule.stops if hit.stops is None else hit.stops
    if is_past and severity is Severity.ERROR and not stops:
        severity = Severity.WARNING
    identifier = getattr(hit.element, "id", None)
    about = hit.about if hit.about is not None else (identifier,) if identifier else ()
    path, mark = where.find(hit.element, hit.field)
    return Finding(rule.code, severity, about, path, mark, hit.variant, hit.values, stops)
