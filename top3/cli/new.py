"""`top3 new`: a commented starter file."""

import sys
from pathlib import Path

from top3.cli.threshold import OK, UNUSABLE
from top3.files import WriteRefused, write_new
from top3.report.terminal import Report
from top3.words import Words


def write_starter(file: str, words: Words) -> int:
    """Write the starter file in the chosen language; refuse to overwrite."""
    starter = (words.folder / "starter.yaml").read_bytes()
    try:
        write_new(Path(file), starter)
    except WriteRefused as refused:
        Report(words, sys.stderr).line(words.say(f"cli.write.{refused.reason}", file=file))
        return UNUSABLE
    Report(words).line(words.say("cli.new_done", file=file))
    return OK
