"""Fills the hand-written sentences with people: who does it, to whom, he or she, is or are.

A sentence names a part (`{actor}`, `{other}`, `{children}`, `{helper}`) and may let a word follow
from it: `{actor:hij|zij}` by the person's sex, `{children:slaapt|slapen}` by how many they are.
"""

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Sex = Literal["m", "f"]

_START = re.compile(r"(^|(?<=[.?!] ))([a-zà-ÿ])")


@dataclass(frozen=True, slots=True)
class Someone:
    """One person as sentences name them; `spec` holds the word for a man and for a woman."""

    id: str
    called: str
    sex: Sex

    @property
    def people(self) -> tuple["Someone", ...]:
        """This person, as `Several` gives more."""
        return (self,)

    @property
    def is_parent(self) -> bool:
        """Tell whether this is a father or a mother: v1, m2."""
        return self.id[0] in "vm"

    def __format__(self, spec: str) -> str:
        """Give the name, or the word that fits."""
        return spec.split("|")["mf".index(self.sex)] if spec else self.called


@dataclass(frozen=True, slots=True)
class Several:
    """People together; `spec` holds the word for one and for more.

    More than two are called `many` ("de kinderen"), so that a sentence stays short.
    """

    people: tuple[Someone, ...]
    conjunction: str
    many: str = ""

    def __format__(self, spec: str) -> str:
        """Give the names as a sentence joins them, or the word that fits."""
        if spec:
            return spec.split("|")[len(self.people) > 1]
        if self.many and len(self.people) > 2:
            return self.many
        *rest, last = [person.called for person in self.people]
        return f"{', '.join(rest)} {self.conjunction} {last}" if rest else last


@dataclass(frozen=True, slots=True)
class Holds:
    """A part that says nothing: a sentence with it is only used in a family where it holds.

    Some always hold: `public`, `loud` and `at_school` tell who else could see or hear it.
    """

    people: tuple[Someone, ...] = ()

    def __format__(self, spec: str) -> str:
        """Say nothing."""
        return ""


Part = Someone | Several | Holds
Parts = Mapping[str, Part]
"""Who plays which part: actor, other, both, child, children, helper, backup, director; and what
holds: small (no child in the story is 12 or older), younger (who speaks has a younger brother or
sister), new (agreed only now), did (who speaks uses violence), and always public (strangers could
see it), loud (the neighbours could hear it), at_school."""


def parts_of(sentence: str) -> set[str]:
    """Name the parts that a sentence speaks of."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def say(sentence: str, parts: Parts) -> str:
    """Fill one sentence. A part that nobody plays is a bug and raises KeyError."""
    said = sentence.format(**parts)
    return capital(said) if sentence[:1].isupper() or sentence[-1:] in ".?!" else said


def capital(text: str) -> str:
    """Begin each sentence with a capital: a tie such as "oma Ria" has none of its own."""
    return _START.sub(lambda match: match[1] + match[2].upper(), text)
