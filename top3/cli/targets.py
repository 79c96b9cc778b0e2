"""Which formats `top3 check` writes, and where to: `--format text,sarif=out.sarif`."""

import os
from collections.abc import Sequence
from pathlib import Path

from top3.cli.usage import CHECK_FORMATS, WrongUsage

ENDINGS = (".yaml", ".yml")
"""How the name of a case file ends; a report may not have such a name."""


def read_targets(written: Sequence[str]) -> dict[str, Path | None]:
    """Give the file of each format; None is standard output. Raises WrongUsage."""
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
