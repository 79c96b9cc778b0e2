"""`top3 workshop`: a folder with everything for half a day of practice, with invented families."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from top3.cli.made import Files, write_files
from top3.cli.threshold import UNUSABLE
from top3.cli.usage import WrongUsage
from top3.files import WriteRefused, refuse_unwritable
from top3.report.terminal import Report
from top3.words import LANGUAGES, Words
from top3.workshop.kit import Order, first_answer, group_folder, make_kit, set_folders
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
    """Make the folder and give the exit code. What a group changed in its file stays."""
    order = Order(
        groups=request.groups,
        seed=request.seed,
        day=request.day,
        level=request.level,
        language=words.language,
        formats=request.formats,
    )
    report, trouble = Report(words), Report(words, sys.stderr)
    try:
        refuse_unwritable(request.output)
        report.line(words.say("cli.workshop_wait"))
        kit = make_kit(order)
    except WriteRefused as refused:
        trouble.line(words.say(f"cli.write.{refused.reason}", file=str(request.output)))
        return UNUSABLE
    except (NoStory, TooMany):
        trouble.line(words.say("cli.no_story"))
        return UNUSABLE
    if _is_another(request.output, kit, order):
        trouble.line(words.say("cli.another_workshop", folder=str(request.output)))
        return UNUSABLE
    made = [write_files(request.output / folder, files) for folder, files in kit.items()]
    for each in made:
        each.tell(report, briefly=True)
    report.line()
    report.line(words.say("cli.workshop_next", folder=str(made[0].folder)))
    return max(each.exit_code for each in made)


def _is_another(place: Path, kit: Mapping[str, Files], order: Order) -> bool:
    """Tell whether other families lie there already: two sets in one folder get mixed up."""
    lying = {
        language
        for language in LANGUAGES
        if any(any(place.glob(folder)) for folder in set_folders(language))
    }
    if not lying:
        return False
    name, clean = first_answer(kit)
    try:
        is_same = (place / name).read_bytes() == clean
    except OSError:
        return True
    has_more = (place / group_folder(order, order.groups + 1)).exists()
    return not is_same or has_more or lying != {order.language}
