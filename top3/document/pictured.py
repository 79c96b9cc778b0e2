"""What the pictures of a copy show, as plain data: scores, a timeline, a family with its network.

Why apart: a picture and its text alternative are made from the same data, so they can't differ.
Days are counted from the first day of the picture; every text is final.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """How safe somebody felt, 0-10, on a day; `at` counts days from the first score."""

    day: str
    at: int
    score: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something on the timeline. `kind` is incident, contact, calm, help or review.

    `at` is None where the date is unknown. `first` and `last` are the days between which it lies
    (`exact` is false: "rond maart 2024") or over which it lasts. `short` is its day in few letters.
    """

    number: int
    kind: str
    text: str
    at: int | None
    first: int
    last: int
    exact: bool
    short: str


@dataclass(frozen=True, slots=True)
class Month:
    """Where a month begins on the timeline."""

    at: int
    year: int
    month: int
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that divides the timeline: the reference day, the day on which the gate may open."""

    at: int
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened and what was done, in order of time; what has no date stands last.

    `said` says in sentences what the marks say.
    """

    events: tuple[Event, ...]
    months: tuple[Month, ...]
    reference: Mark
    gate: Mark | None
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the genogram. `shape` is man, woman, unknown, unborn or network.

    `row`: 0 grandparents, 1 parents and others, 2 children, 3 the network.
    """

    shape: str
    row: int
    name: str
    about: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A line between people, who are given by their place in the genogram.

    `kind` is couple, unsure (a couple that isn't written down as one household), ex, descent,
    raised (by a step- or foster parent), network or violence. The line runs from `source` to
    `target`; that of violence bears an arrow there.
    """

    kind: str
    source: tuple[int, ...]
    target: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Household:
    """People with whom the same household was written down."""

    name: str
    people: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Genogram:
    """The family and who stands around it; per row people stand from left to right.

    `wide`: it needs a page on its side. `notes` say how to read the lines.
    """

    people: tuple[Person, ...]
    links: tuple[Link, ...]
    households: tuple[Household, ...]
    generations: int
    wide: bool
    notes: tuple[str, ...]
