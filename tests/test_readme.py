"""The README's table of rules is what the rules' cards say.

Refresh it with `TOP3_GOLDEN=write python -m pytest tests/test_readme.py`, and read the diff.
"""

import os
from pathlib import Path

from top3.cli.codes import all_rules
from top3.words import Words

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- rules -->\n", "<!-- /rules -->"


def table() -> str:
    words = Words("en")
    rows = ["| code | rule | severity | stops the family's copy |", "|---|---|---|---|"]
    for code, rule in all_rules().items():
        stops = "yes" if rule.stops else "in one case" if code == "T101" else ""
        title = words.card(code)["title"]
        rows.append(f"| {code} | {title} | {words.show(rule.severity)} | {stops} |")
    return "\n".join(rows) + "\n"


def test_the_table_of_rules_is_current():
    text = README.read_text("utf-8")
    before, found, rest = text.partition(BEGIN)
    shown, end, after = rest.partition(END)
    assert found and end
    if os.environ.get("TOP3_GOLDEN") == "write":
        README.write_text(before + BEGIN + table() + END + after, "utf-8")
        shown = table()
    assert shown == table()
    assert shown.count("\n| T") >= 25


def test_every_command_is_in_the_readme():
    text = README.read_text("utf-8")
    for command in ("new", "check", "plan", "explain", "questions", "rule"):
        assert f"top3 {command}" in text
