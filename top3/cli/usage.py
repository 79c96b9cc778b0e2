"""What may be chosen on the command line, how it is read, and how it goes wrong."""

import re
from datetime import date

DOCUMENT_FORMATS = ("html", "pdf", "docx", "md")
PLAN_FORMATS = (*DOCUMENT_FORMATS, "json")
READERS = ("everyone", "professional", "member:ID", "child:ID", "all")
CHECK_FORMATS = ("text", "json", "github", "junit", "sarif")
_YEARS = range(1950, 2101)
"""Another year is a typing error."""

THRESHOLDS = ("error", "warning", "never")


class WrongUsage(Exception):
    """The command line can't be followed; `key` names the sentence that says why."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def read_choices(option: str, written: str, valid: tuple[str, ...]) -> tuple[str, ...]:
    """Split a comma-separated choice. Raises WrongUsage; the message names the valid ones."""
    chosen = tuple(dict.fromkeys(part.strip() for part in written.split(",")))
    if any(part not in valid for part in chosen):
        raise WrongUsage("cli.choose", option=option, valid=", ".join(valid))
    return chosen


def read_threshold(written: str) -> str:
    """Read --fail-on: one of the thresholds. Raises WrongUsage."""
    chosen = read_choices("--fail-on", written, THRESHOLDS)
    if len(chosen) > 1:
        raise WrongUsage("cli.choose", option="--fail-on", valid=", ".join(THRESHOLDS))
    return chosen[0]


def read_day(written: str | None) -> date:
    """Read --date; today without it: the one place where the program looks at the clock."""
    if written is None:
        return date.today()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
            day = date.fromisoformat(written)
            if day.year in _YEARS:
                return day
    except ValueError:
        pass
    raise WrongUsage("cli.bad_date")
