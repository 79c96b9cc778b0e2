"""What the pictures of a copy show, as plain data: scores, a timeline, a family with its network.

Why apart: a picture and its text alternative are made from the same data, so they can't differ.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """How safe somebody felt, 0-10, on a day; `at` counts days from the first score."""

    day: str
    at: int
    score: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened and what was done, in order of time."""


@dataclass(frozen=True, slots=True)
class Genogram:
    """The family and who stands around it."""
