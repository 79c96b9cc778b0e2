"""`top3 workshop`: a folder with everything for half a day of practice, with invented families."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from top3.cli.made import write_files
from top3.cli.threshold import UNUSABLE
from top3.cli.usage import WrongUsage
from top3.report.terminal import Report
from top3.words import Words
from top3.workshop.kit import Order, make_kit
from top3.workshop.planting import TooMany
from top3.workshop.story import NoStory

_LEVELS = {"start": "start", "gevorderd": "advanced", "advanced": "advanced"}


@dataclass(frozen=True, slots=True)
class WorkshopRequest:
    """What was asked for."""

    output: Path
    groups: int
    seed: int
    level: str
    formats: Sequence[str]
    day: date


def read_level(written: str, words: Words) -> str:
    """Read a level, in Dutch or English. Raises WrongUsage."""
    level = _LEVELS.get(written.strip().lower())
    if level is None:
        valid = words.say("cli.level_metavar").replace("|", ", ")
        raise WrongUsage("cli.choose", option="--level", valid=valid)
    return level


def make_workshop(request: WorkshopRequest, words: Words) -> int:
    """Make the folder and give the exit code."""
    order = Order(
        groups=request.groups,
        seed=request.seed,
        day=request.day,
        level=request.level,
        language=words.language,
        formats=request.formats,
    )
    try:
        kit = make_kit(order)
    except (NoStory, TooMany):
        Report(words, sys.stderr).line(words.say("cli.no_story"))
        return UNUSABLE
    made = [write_files(request.output / folder, files) for folder, files in kit.items()]
    report = Report(words)
    for each in made:
        each.tell(report, briefly=True)
    report.line()
    report.line(words.say("cli.workshop_next", folder=str(made[0].folder)))
    return max(each.exit_code for each in made)
