"""Findings as SARIF 2.1.0, with the cards as the rules' documentation."""

import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from top3 import __version__
from top3.case.finding import Finding, Severity
from top3.method.explain import say
from top3.report.checked import Checked, place, stable_id
from top3.words import Words

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_HELP = ("why", "ask", "repair", "false_alarms", "source")


def write_sarif(
    files: Sequence[Checked], rules: Mapping[str, Severity], words: Words, here: Path
) -> str:
    """Write one run over all files; `rules` are all codes with their own severity."""
    places = {code: index for index, code in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "top3",
                "version": __version__,
                "language": words.language,
                "rules": [_rule(code, severity, words) for code, severity in rules.items()],
            }
        },
        "language": words.language,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": all(checked.case for checked in files)}],
        "results": [result for file in files for result in _results(file, places, words, here)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, severity: Severity, words: Words) -> dict[str, Any]:
    """Describe a rule by its card; a check of the file itself has a card with a title alone."""
    card = words.card(code)
    parts = [f"{words.say(f'report.rule.{part}')}: {card[part]}" for part in _HELP if part in card]
    return {
        "id": code,
        "name": card["title"],
        "shortDescription": {"text": card["title"]},
        "fullDescription": {"text": card.get("what", words.say("report.rule.input"))},
        "help": {"text": "\n\n".join(parts) or words.say("report.rule.input")},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _results(
    checked: Checked, places: Mapping[str, int], words: Words, here: Path
) -> list[dict[str, Any]]:
    uri, seen = _uri(checked.file, here), Counter[str]()
    results = []
    for finding in checked.findings:
        identifier = stable_id(finding)
        seen[identifier] += 1
        nth = f"#{seen[identifier]}" if seen[identifier] > 1 else ""
        location = {"artifactLocation": {"uri": uri}, "region": _region(finding)}
        results.append(
            {
                "ruleId": finding.code,
                "ruleIndex": places[finding.code],
                "level": _LEVELS[finding.severity],
                "message": {"text": "\n".join(say(finding, words))},
                "locations": [{"physicalLocation": location}],
                "partialFingerprints": {"top3Id/v1": identifier + nth},
                "suppressions": _suppressions(finding),
            }
        )
    return results


def _region(finding: Finding) -> dict[str, int]:
    return {"startLine": finding.mark.line, "startColumn": finding.mark.column}


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    """Tell whether a person answered it: in the case file, where the reason stays."""
    return [{"kind": "inSource", "status": "accepted"}] if finding.answered else []


def _uri(file: str, here: Path) -> str:
    """Write the path percent-encoded; whole (`file:///`) when it lies outside the folder."""
    path = place(file, here)
    return Path(path).as_uri() if Path(path).is_absolute() else quote(os.fsencode(path))
