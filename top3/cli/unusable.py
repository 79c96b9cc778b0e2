"""What every command says of a file that can't be used."""

import sys

from top3.case.reader import Reading
from top3.cli.threshold import UNUSABLE
from top3.report.terminal import Report
from top3.words import Words


def refuse(file: str, reading: Reading, words: Words, *, plain: bool = False) -> int:
    """Print what is wrong to standard error, and that nothing was made; give the exit code."""
    trouble = Report(words, sys.stderr, plain=plain)
    trouble.findings(file, reading.findings, reading)
    trouble.count(reading.findings)
    trouble.line(words.say("report.nothing_made"))
    return UNUSABLE
