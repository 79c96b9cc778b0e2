"""`top3 example`: a sample family that is kept, or an invented one, as a case file to work on."""

import re
import sys
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from top3.cli.threshold import OK, UNUSABLE
from top3.cli.usage import WrongUsage
from top3.files import WriteRefused, folder, write_new
from top3.report.terminal import Report
from top3.words import Words, data_folder
from top3.workshop.blocks import load, profile_called, profile_names
from top3.workshop.course import YOUNGEST_A_YEAR_ON
from top3.workshop.family import Wish, fitting_profiles
from top3.workshop.planting import CantPlant, TooMany, codes, plant, plant_some
from top3.workshop.told import Told, invent

_AGES = re.compile(r"\d{1,2}(,\d{1,2})*")
_MOST_CHILDREN = 6


@dataclass(frozen=True, slots=True)
class ExampleRequest:
    """What was asked for. `name`: a kept sample; else `wish` is invented, `count` times over.

    `mistakes`: a number of them, or the codes of the rules to break.
    """

    name: str
    wish: Wish
    count: int
    mistakes: int | tuple[str, ...]
    output: Path
    is_invented: bool


def make_example(request: ExampleRequest, words: Words) -> int:
    """List the samples, write one out, or invent families; give the exit code.

    Raises WrongUsage: a sample can't be changed by options, and --output is a folder.
    """
    if request.name and request.is_invented:
        raise WrongUsage("cli.sample_or_invented")
    if request.output.suffix in (".yaml", ".yml"):
        raise WrongUsage("cli.output_is_folder")
    if request.name:
        return _write_sample(request.name, request.output, words)
    if not request.is_invented:
        return _list_samples(words)
    return _invent(request, words)


def read_profile(written: str, words: Words) -> str | None:
    """Read a gezinsprofiel: its short name in this language, or its word. Raises WrongUsage."""
    if not written:
        return None
    found = profile_called(written, words.language)
    if found is None:
        valid = ", ".join(sorted(profile_names(words.language).values()))
        raise WrongUsage("cli.choose", option="--profile", valid=valid)
    return found


def read_phase(written: str) -> int | None:
    """Read a phase. Raises WrongUsage."""
    if written not in ("", "1", "2", "3"):
        raise WrongUsage("cli.choose", option="--phase", valid="1, 2, 3")
    return int(written) if written else None


def read_ages(written: str) -> tuple[int, ...] | None:
    """Read the ages of the children: "10,8" or "10 8". Raises WrongUsage."""
    plain = re.sub(r"[, ]+", ",", written.strip())
    if not plain:
        return None
    ages = tuple(int(age) for age in plain.split(",")) if _AGES.fullmatch(plain) else ()
    if not ages or max(ages) > 17 or len(ages) > _MOST_CHILDREN:
        raise WrongUsage("cli.bad_ages")
    return ages


def read_mistakes(written: str) -> int | tuple[str, ...]:
    """Read a number of mistakes, or codes: "3", "T101,T403". Raises WrongUsage."""
    if re.fullmatch(r"\d{0,2}", written.strip()):
        number = int(written or 0)
        if number > len(codes()):
            raise WrongUsage("cli.bad_mistakes", valid=", ".join(codes()))
        return number
    wanted = tuple(dict.fromkeys(part.strip().upper() for part in written.split(",")))
    if any(code not in codes() for code in wanted):
        raise WrongUsage("cli.bad_mistakes", valid=", ".join(codes()))
    return wanted


def _samples() -> dict[str, Path]:
    return {path.stem: path for path in sorted(data_folder("examples").glob("*.yaml"))}


def _list_samples(words: Words) -> int:
    report = Report(words)
    report.heading(words.say("cli.example_samples"))
    about = words.entry("samples")
    for name in _samples():
        report.bullet(name)
        report.line(about[name], indent=4)
    report.line()
    report.line(words.say("cli.example_how"))
    return OK


def _write_sample(name: str, output: Path, words: Words) -> int:
    samples = _samples()
    wanted = name.removesuffix(".yaml")
    if wanted not in samples:
        near = [name for name in samples if wanted in name] or get_close_matches(wanted, samples)
        key = "cli.example_near" if near else "cli.example_unknown"
        Report(words, sys.stderr).line(words.say(key, near=near[0] if near else ""))
        return UNUSABLE
    return _write(f"{wanted}.yaml", samples[wanted].read_bytes(), output, words)


def _invent(request: ExampleRequest, words: Words) -> int:
    """Each is written as soon as it is there: what goes wrong with the next loses nothing."""
    code, made = OK, list[Path]()
    for number in range(request.count):
        wish = replace(request.wish, seed=request.wish.seed + number)
        try:
            told = _told(wish, request.mistakes)
        except CantPlant as failed:
            message = words.say("cli.cant_plant", codes=words.join(failed.codes))
            Report(words, sys.stderr).line(message)
            return UNUSABLE
        except TooMany:
            message = words.say("cli.too_many_mistakes", number=str(request.mistakes))
            Report(words, sys.stderr).line(message)
            return UNUSABLE
        name = words.say("cli.example_file", seed=str(wish.seed))
        made.append(request.output / name)
        code = max(code, _write(name, told.file, request.output, words))
    if code == OK:
        key = "cli.example_next_check" if request.mistakes else "cli.example_next"
        report = Report(words)
        report.line()
        report.line(words.say(key, file=str(made[0]), day=request.wish.day.isoformat()))
    return code


def _told(wish: Wish, mistakes: int | tuple[str, ...]) -> Told:
    """Invent one family, with these mistakes or so many. Raises CantPlant or TooMany."""
    if not mistakes:
        return invent(wish)
    if isinstance(mistakes, int):
        return plant_some(wish, mistakes, "advanced").told
    return plant(wish, mistakes).told


def _write(name: str, data: bytes, output: Path, words: Words) -> int:
    """Write a new file; nothing that lies there is written over."""
    path = output / name
    try:
        folder(output)
        write_new(path, data)
    except WriteRefused as refused:
        exists = refused.reason == "exists"
        key = "cli.example_exists" if exists else f"cli.write.{refused.reason}"
        Report(words, sys.stderr).line(words.say(key, file=str(path)))
        return UNUSABLE
    Report(words).bullet(str(path))
    return OK


def wish_of(*, seed: int, day: date, profile: str, phase: str, ages: str, words: Words) -> Wish:
    """Put together what was asked for. Raises WrongUsage."""
    wish = Wish(
        seed=seed,
        day=day,
        language=words.language,
        profile=read_profile(profile, words),
        phase=read_phase(phase),
        ages=read_ages(ages),
    )
    if not fitting_profiles(replace(wish, profile=None)):
        raise WrongUsage("cli.unborn", phase=phase, age=str(YOUNGEST_A_YEAR_ON))
    if wish.profile and not fitting_profiles(wish):
        least = load(wish.profile, words.language).eldest_from + wish.is_year_on
        raise WrongUsage("cli.too_young", profile=profile, age=str(least))
    return wish
