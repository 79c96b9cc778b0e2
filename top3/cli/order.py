"""What `top3 check` was asked: which formats go where, and which codes count."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from top3.case.finding import Finding
from top3.cli.app import CHECK_FORMATS, WrongUsage
from top3.words import Words

ENDINGS = (".yaml", ".yml")
INPUT = "T0"
"""How the codes of trouble with the file itself begin."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which codes count; empty `select` is all of them, and each may be the start of a code."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Tell whether a code was asked for."""
        is_selected = not self.select or code.startswith(self.select)
        return is_selected and not code.startswith(self.ignore)

    def keeps(self, finding: Finding) -> bool:
        """Tell whether a finding stays: always when it endangers or is about the file."""
        is_fixed = finding.stops or finding.code.startswith(INPUT)
        return is_fixed or self.wants(finding.code)


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for. `targets`: the file of each format; None is standard output."""

    paths: Sequence[str]
    targets: Mapping[str, Path | None]
    selection: Selection
    day: date
    fail_on: str
    show_values: bool


def read_targets(written: Sequence[str]) -> dict[str, Path | None]:
    """Read `--format text,sarif=out.sarif`. Raises WrongUsage."""
    targets: dict[str, Path | None] = {}
    for part in (part for option in written for part in option.split(",")):
        form, sign, file = part.strip().partition("=")
        if form not in CHECK_FORMATS:
            raise WrongUsage("cli.choose", option="--format", valid=", ".join(CHECK_FORMATS))
        if form in targets:
            raise WrongUsage("cli.format_twice")
        if sign and not file:
            raise WrongUsage("cli.needs_value", name=f"{form}=")
        targets[form] = Path(file) if sign else None
    files = [target for target in targets.values() if target]
    if len(targets) - len(files) > 1:
        raise WrongUsage("cli.format_one")
    if len({os.path.normpath(file.absolute()) for file in files}) < len(files):
        raise WrongUsage("cli.format_same")
    if any(file.suffix.lower() in ENDINGS for file in files):
        raise WrongUsage("cli.format_case")
    return targets


def read_codes(option: str, written: Sequence[str], words: Words) -> tuple[str, ...]:
    """Read the codes, or beginnings of codes, of `--select` or `--ignore`. Raises WrongUsage."""
    valid = sorted(path.stem for path in (words.folder / "cards").glob("T*.toml"))
    codes = [code.strip().upper() for text in written if text for code in text.split(",")]
    for code in codes:
        if not code or not any(each.startswith(code) for each in valid):
            near = nearest(code, valid)
            raise WrongUsage("cli.code_near" if near else "cli.code_none", option=option, near=near)
    return tuple(codes)


def nearest(code: str, valid: Sequence[str]) -> str:
    """Find the code that was meant: of those that look like it, the one that begins like it."""
    alike = get_close_matches(code, valid, len(valid), 0.3)
    same = {each: sum(each.startswith(code[:n]) for n in range(1, len(code) + 1)) for each in alike}
    return max(alike, key=lambda each: same[each], default="")
