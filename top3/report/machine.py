"""Findings and plan as JSON, for professionals' machines; people stand in it by id alone."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from top3.case.finding import Finding, Path
from top3.method.check import Judgement
from top3.method.explain import say
from top3.method.plan import Choice, Plan
from top3.method.reason import Reason
from top3.words import Words

VERSION = 1


def file_report(
    file: str, day: date, judged: Judgement | None, findings: Sequence[Finding], words: Words
) -> dict[str, Any]:
    """Report one file; `judged` is None when it could not be read, and then phase is null."""
    report: dict[str, Any] = {"file": file, "date": day.isoformat(), "phase": None, "ave": None}
    if judged:
        phase, ave = judged.phase, judged.escalation
        opens = phase.earliest_next
        report["phase"] = {
            "number": phase.number,
            "name": words.say(f"reasons.phase.{phase.number}"),
            "recorded": phase.recorded,
            "gate_open": phase.gate_open,
            "because": _because(phase.because, words),
            "earliest_next": opens.isoformat() if opens else None,
        }
        report["ave"] = {
            "minimum": ave.minimum,
            "recorded": ave.recorded,
            "because": _because(ave.because, words),
        }
    report["findings"] = [_finding(finding, words) for finding in findings]
    return report


def plan_report(report: dict[str, Any], plan: Plan, words: Words) -> dict[str, Any]:
    """Add the plan to a file's report."""
    return report | {
        "priorities": [_choice(choice, words) for choice in plan.priorities],
        "waiting": [_choice(choice, words) for choice in plan.waiting],
    }


def dump(files: Sequence[dict[str, Any]]) -> str:
    """Write the reports of all files."""
    report = {"version": VERSION, "files": list(files)}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _choice(choice: Choice, words: Words) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": choice.item.id, "because": _because(choice.because, words)}
    return {"rank": choice.rank} | entry if choice.rank else entry


def _because(reasons: Sequence[Reason], words: Words) -> list[str]:
    return [words.say(f"reasons.{reason.key}", **reason.values) for reason in reasons]


def _finding(finding: Finding, words: Words) -> dict[str, Any]:
    message, hint = say(finding, words)
    return {
        "id": finding.id,
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
