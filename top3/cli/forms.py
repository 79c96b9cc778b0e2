"""`top3 forms`: blank forms in the words of the case file, for teams that start on paper."""

from collections.abc import Sequence
from pathlib import Path

from top3.cli.made import write_files
from top3.document.forms import compose_forms
from top3.render import render_files
from top3.report.terminal import Report
from top3.words import Words


def make_forms(formats: Sequence[str], output: Path, words: Words) -> int:
    """Write the blank forms and give the exit code."""
    name = words.say("cli.forms_name")
    made = write_files(output, render_files({name: (compose_forms(words), formats)}))
    made.tell(Report(words))
    return made.exit_code
