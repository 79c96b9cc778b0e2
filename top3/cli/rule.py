"""`top3 rule`: the card of a rule, or the list of all rules, phase by phase."""

import sys
from collections.abc import Iterator
from itertools import groupby

from top3.case.fields import ID_FORM
from top3.cli.codes import all_rules, nearest
from top3.cli.threshold import OK, UNUSABLE
from top3.method.rule import Rule
from top3.report.terminal import Report
from top3.words import Words

PARTS = ("what", "why", "source", "ask", "good", "bad", "repair", "false_alarms")


def show_rule(code: str, words: Words) -> int:
    """Show one card, or without a code the list."""
    rules = all_rules()
    if not code:
        _list(rules, words)
        return OK
    wanted = code.strip().upper()
    if wanted not in rules:
        Report(words, sys.stderr).line(_unknown(wanted, rules, words))
        return UNUSABLE
    _card(rules[wanted], words)
    return OK


def _unknown(wanted: str, rules: dict[str, Rule[object]], words: Words) -> str:
    """Say which rule was meant; an id of a family file is `explain`'s."""
    if not wanted.startswith("T") and ID_FORM.fullmatch(wanted.lower()):
        return words.say("report.rule.id", id=wanted.lower())
    near = nearest(wanted, [*rules])
    return words.say("report.rule.near" if near else "report.rule.none", near=near)


def _list(rules: dict[str, Rule[object]], words: Words) -> None:
    report = Report(words)
    for group, members in groupby(rules.values(), key=lambda rule: rule.code[1]):
        report.heading(words.say(f"report.rule.group.{group}"))
        for rule in members:
            report.line(f"{rule.code}  {words.card(rule.code)['title']} ({_severity(rule, words)})")
    report.line()
    report.line(words.say("report.rule.more"))


def _card(rule: Rule[object], words: Words) -> None:
    card, report = words.card(rule.code), Report(words)
    report.line(f"{rule.code}  {card['title']}", "bold")
    for line in _facts(rule, words):
        report.line(line, indent=2)
    for part in PARTS:
        report.heading(words.say(f"report.rule.{part}"))
        report.line(card[part], indent=2)


def _facts(rule: Rule[object], words: Words) -> Iterator[str]:
    yield f"{words.say('report.rule.severity')}: {_severity(rule, words)}"
    yield f"{words.say('report.rule.phase')}: {words.card(rule.code)['phase']}"
    if rule.stops:
        yield words.say("report.rule.stops")


def _severity(rule: Rule[object], words: Words) -> str:
    return words.show(rule.severity)
