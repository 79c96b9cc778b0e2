"""Findings as JUnit XML: a suite per file, a case per rule that was checked.

Why by threshold: a rule fails here exactly when it makes the command end with code 1.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree

from top3.case.finding import Finding
from top3.method.explain import say
from top3.report.checked import Checked, place
from top3.report.terminal import clean
from top3.words import Words

Counts = Callable[[Finding], bool]
"""Whether a finding reaches the threshold and nobody answered it."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_junit(
    files: Sequence[Checked], rules: Sequence[str], counts: Counts, words: Words, here: Path
) -> str:
    """Write all files; `rules` are the codes that were checked."""
    root = ElementTree.Element("testsuites", name="top3")
    for checked in files:
        root.append(_suite(checked, rules, counts, words, here))
    _add_up(root, "testcase")
    ElementTree.indent(root)
    return _HEAD + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(
    checked: Checked, rules: Sequence[str], counts: Counts, words: Words, here: Path
) -> ElementTree.Element:
    file = _text(place(checked.file, here))
    suite = ElementTree.Element("testsuite", name=file)
    found = {finding.code for finding in checked.findings}
    for code in sorted(found.union(rules) if checked.case else found):
        title = _text(f"{code} {words.card(code)['title']}")
        case = ElementTree.SubElement(suite, "testcase", classname=file, name=title)
        mine = [finding for finding in checked.findings if finding.code == code]
        _tell(case, file, [f for f in mine if counts(f)], checked.case is None, words)
        _tell_rest(case, file, [f for f in mine if not counts(f)], words)
    _add_up(suite, "testcase")
    return suite


def _tell(
    case: ElementTree.Element, file: str, found: list[Finding], is_trouble: bool, words: Words
) -> None:
    """Say in one element what fails; trouble with the file itself is an error, not a failure."""
    if found:
        worst = max(finding.severity for finding in found)
        message = _text(say(found[0], words)[0])
        told = ElementTree.SubElement(
            case,
            "error" if is_trouble else "failure",
            type=worst.name.lower(),
            message=message,
        )
        told.text = _lines(file, found, words)


def _tell_rest(case: ElementTree.Element, file: str, found: list[Finding], words: Words) -> None:
    """Keep what does not count (below the threshold, or answered) with a case that passes."""
    if found:
        ElementTree.SubElement(case, "system-out").text = _lines(file, found, words)


def _lines(file: str, found: Sequence[Finding], words: Words) -> str:
    lines = []
    for finding in found:
        message, hint = say(finding, words)
        severity = words.show(finding.severity)
        if finding.answered:
            severity = words.say("report.title_answered", title=severity)
        mark = finding.mark
        lines += [f"{file}:{mark.line}:{mark.column} {severity} {message}", f"  {hint}"]
    return _text("\n".join(lines), keep="\n")


def _add_up(element: ElementTree.Element, kind: str) -> None:
    element.set("tests", str(len([*element.iter(kind)])))
    for name, inside in (("failures", "failure"), ("errors", "error")):
        element.set(name, str(len([*element.iter(inside)])))


def _text(text: str, keep: str = "") -> str:
    """Leave out what XML can't hold, and what can't be seen: a path may hold anything."""
    visible = "".join(c if c in keep else clean(c) for c in text)
    return _NO_XML.sub("?", visible)
