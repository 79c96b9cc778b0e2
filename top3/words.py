"""Loads a language's folder: every word a reader or a case director sees.

Why: each sentence stands once per language, in `templates/<language>/`; a new language is one
folder. The lists are TOML because the standard library reads it and translators can write it.
"""

import string
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any


@cache
def data_folder(name: str) -> Path:
    """Find `templates` or `examples`: in the installed package, else beside it (editable)."""
    package = Path(__file__).parent
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(name)


def languages() -> tuple[str, ...]:
    """Give the code of every language that has a folder: Dutch first, then by name."""
    found = (path.parent.name for path in data_folder("templates").glob("*/page.toml"))
    return tuple(sorted(found, key=lambda code: (code != "nl", code)))


LANGUAGES = languages()


@cache
def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


@cache
def _list(language: str, file: str) -> dict[str, Any]:
    return _toml(data_folder("templates") / language / f"{file}.toml")


class Words:
    """The words of one language. A missing key is a bug and raises KeyError."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise KeyError(language)
        self.language = language
        self.folder = data_folder("templates") / language

    def entry(self, key: str) -> Any:
        """Look up `file.section.name`: the file's name without `.toml`, then the way inside."""
        file, *way = key.split(".")
        found: Any = _list(self.language, file)
        for part in way:
            found = found[part]
        return found

    def say(self, key: str, /, **values: object) -> str:
        """Say the sentence `key` with `values`; dates are written out, lists joined."""
        return self.fill(str(self.entry(key)), **values)

    def fill(self, sentence: str, /, **values: object) -> str:
        """Fill a sentence that was looked up already, such as a card's."""
        shown = {name: self.show(value) for name, value in values.items()}
        return string.Formatter().vformat(sentence, (), shown)

    def show(self, value: object) -> str:
        """Write one value as this language does."""
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, Enum):
            return self.term(type(value).__name__, value.value)
        if isinstance(value, str):
            return value
        if isinstance(value, Iterable):
            return self.join([self.show(v) for v in value])
        return str(value)

    def date(self, day: date) -> str:
        """Write a date out: 2 september 2024."""
        months = self.entry("words.months")
        return f"{day.day} {months[day.month - 1]} {day.year}"

    def join(self, items: Iterable[str]) -> str:
        """Join names as a sentence does: a, b en c."""
        *rest, last = list(items) or [""]
        conjunction = self.entry("words.and")
        return f"{', '.join(rest)} {conjunction} {last}" if rest else last

    def term(self, group: str, value: object) -> str:
        """Give the display word for a vocabulary word, such as `Role` `mother`."""
        return str(self.entry(f"terms.{group}")[str(value)])

    def card(self, code: str) -> Mapping[str, Any]:
        """Load the card of one rule or input check: `cards/<code>.toml`."""
        return _toml(self.folder / "cards" / f"{code}.toml")
