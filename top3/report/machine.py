"""Findings and plan as JSON, for professionals' machines; people stand in it by id alone."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from top3.case.finding import Finding, Path
from top3.case.model import Case
from top3.case.plan import Decision
from top3.method.answers import Answers
from top3.method.check import Judgement
from top3.method.explain import say
from top3.method.plan import Choice, Plan
from top3.method.reason import Reason
from top3.report.checked import Checked, stable_id
from top3.words import Words

VERSION = 1


def file_report(checked: Checked, words: Words) -> dict[str, Any]:
    """Report one file; without a judgement it could not be read, and then phase is null.

    `answered` stands beside `findings` when people answered some, with by whom and when.
    """
    report: dict[str, Any] = {
        "file": checked.file,
        "date": checked.day.isoformat(),
        "phase": None,
        "ave": None,
    }
    if checked.judged:
        report |= _judgement(checked.judged, words)
    findings = checked.findings
    report["findings"] = [_finding(finding, words) for finding in findings if not finding.answered]
    if answered := [finding for finding in findings if finding.answered]:
        decisions = _decisions(checked.case, checked.judged, answered)
        report["answered"] = [
            _finding(finding, words) | decisions.get(finding.id, {}) for finding in answered
        ]
    return report


def _judgement(judged: Judgement, words: Words) -> dict[str, Any]:
    phase, ave = judged.phase, judged.escalation
    opens = phase.earliest_next
    return {
        "phase": {
            "number": phase.number,
            "name": words.say(f"reasons.phase.{phase.number}"),
            "recorded": phase.recorded,
            "gate_open": phase.gate_open,
            "because": _because(phase.because, words),
            "earliest_next": opens.isoformat() if opens else None,
        },
        "ave": {
            "minimum": ave.minimum,
            "recorded": ave.recorded,
            "because": _because(ave.because, words),
        },
    }


def _decisions(
    case: Case | None, judged: Judgement | None, answered: Sequence[Finding]
) -> Mapping[str, dict[str, Any]]:
    """Who answered each finding, when and until when; the person by id, if the case has one."""
    if case is None or judged is None:
        return {}
    seen = Answers(case, judged.day, judged.phase, {finding.id: finding for finding in answered})
    return {d.about: _decision(d, case) for d in case.decisions if seen.holds(d)}


def _decision(decision: Decision, case: Case) -> dict[str, Any]:
    people = (*case.members, *case.network, *case.professionals)
    found = [person.id for person in people if decision.by in (person.id, person.name)]
    return {
        "by": found[0] if len(found) == 1 else None,
        "date": decision.date.isoformat() if decision.date else None,
        "until": decision.until.isoformat() if decision.until else None,
    }


def plan_report(
    report: dict[str, Any], plan: Plan, words: Words, *, fictional: bool
) -> dict[str, Any]:
    """Add the plan to a file's report, and that the family is invented, if it is."""
    mark = {"fictional": True} if fictional else {}
    return (
        mark
        | report
        | {
            "priorities": [_choice(choice, words) for choice in plan.priorities],
            "waiting": [_choice(choice, words) for choice in plan.waiting],
        }
    )


def dump(files: Sequence[dict[str, Any]]) -> str:
    """Write the reports of all files."""
    report = {"version": VERSION, "files": list(files)}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _choice(choice: Choice, words: Words) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": choice.item.id, "because": _because(choice.because, words)}
    return {"rank": choice.rank} | entry if choice.rank else entry


def _because(reasons: Sequence[Reason], words: Words) -> list[str]:
    """Say reasons in words. Who decided is free text in the file, so here it is "somebody"."""
    somebody = {"by": words.say("report.somebody")}
    told = ((reason, somebody if "by" in reason.values else {}) for reason in reasons)
    return [words.say(f"reasons.{r.key}", **{**r.values, **other}) for r, other in told]


def _finding(finding: Finding, words: Words) -> dict[str, Any]:
    message, hint = say(finding, words)
    return {
        "id": stable_id(finding),
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "line": finding.mark.line,
        "column": finding.mark.column,
        "path": _path(finding.path),
        "message": message,
        "hint": hint,
    }


def _path(path: Path) -> str:
    """Write a path as `situations[0].agreements[1].who`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
