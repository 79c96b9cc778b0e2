"""What a paper that is of no family says: strings alone, as everything in a Document."""

from collections.abc import Mapping
from dataclasses import dataclass

Keys = Mapping[str, Mapping[str, str]]
"""Per kind of entry, per field of the model: a word of the case file."""


@dataclass(frozen=True, slots=True)
class Form:
    """A blank form in the words of the case file: its keys, and for some the words to choose."""

    keys: Keys
    choices: Keys


@dataclass(frozen=True, slots=True)
class Lesson:
    """What such a paper says. `name` stands at the foot."""

    name: str
    form: Form | None = None
