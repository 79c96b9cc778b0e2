"""A Document: everything one copy says, as plain text for one reader.

Why: only Documents are rendered, so a format can't print what its reader may not see.
Every string is final (dates written out, people named as this reader may know them); an empty
string or tuple means "not there yet". Nothing here knows the case, the method or a format.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from top3.document.pictured import Genogram, Score, Timeline

if TYPE_CHECKING:
    from top3.document.lesson import Lesson


@dataclass(frozen=True, slots=True)
class Contact:
    """The fixed face of the family or the stand-in; `phone` is a work number."""

    name: str
    organisation: str
    phone: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what, when, who looks along, what if it goes wrong. Empty = still to be agreed."""

    what: str
    who: str
    when: str
    checks: str
    if_not: str


@dataclass(frozen=True, slots=True)
class Priority:
    """One of the top 3, in words for everyone. `because` is for the professionals alone."""

    number: int
    title: str
    wish: str
    agreements: tuple[Agreement, ...]
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody does when tension rises."""

    who: str
    does: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that comes later, and (for the professionals) why it waits."""

    title: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding, as the professionals read it. `severity` is a display word."""

    code: str
    severity: str
    line: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What to ask one person (or the team), phase by phase: heading and questions."""

    to: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """What the method knows that fits this case; `ave` holds pairs of a label and who."""

    document: str
    asks: str
    forbids: str
    ave: tuple[tuple[str, str], ...]
    ave_next: tuple[tuple[str, str], ...]
    services: tuple[str, ...]
    notes: tuple[str, ...]
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the tool judged, for the professionals alone. `facts` is the cut case as plain text.

    `facts` mirrors the case: a mapping of the model's English field names to display strings,
    tuples and mappings; a missing value is an empty string, so templates need no guards.
    """

    reference_date: str
    phase: int
    phase_name: str
    recorded_phase: int
    gate_open: bool
    earliest_next: str
    phase_because: tuple[str, ...]
    ave_minimum: int
    ave_recorded: str
    ave_because: tuple[str, ...]
    notices: tuple[Notice, ...]
    facts: Mapping[str, object]
    guide: Guide | None = None
    timeline: Timeline | None = None
    family: Genogram | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What the holder of a copy said, on a day."""

    day: str
    worries: str
    goes_well: str
    must_happen: str


@dataclass(frozen=True, slots=True)
class Support:
    """Something that helps the holder to recover; `help` is support that runs now."""

    title: str
    wish: str
    help: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """What concerns the holder of a personal copy alone.

    A member: words, scores, support. A network person: what they do (`agreements`), where they
    look along (`looks_along`), what they do when tension rises (`steps`). A child: what was
    agreed for the child, what it does itself (`does`), where it is safe, whom it calls;
    `decides_alone` from 16 on.
    """

    name: str
    words: tuple[Said, ...] = ()
    scores: tuple[Score, ...] = ()
    support: tuple[Support, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    looks_along: tuple[Agreement, ...] = ()
    does: tuple[Agreement, ...] = ()
    steps: tuple[str, ...] = ()
    safe_place: str = ""
    calls: str = ""
    decides_alone: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One copy of the plan. `template` names the form in which it is written (and its words).

    The conversation list is a Document too, with `talks` alone (`template`: questions), and so
    are a blank form and the papers of a workshop, with a `lesson`.

    `phase` is the plan's recorded phase (1-3); `numbers` are the national numbers to call;
    `events` are incidents that everyone knows of and that were released one by one; `signers` is
    how many lines there are to sign on.
    """

    template: str
    language: str
    fictional: bool
    provisional: bool
    date: str
    version: str
    review: str
    phase: int
    names: tuple[str, ...]
    contacts: tuple[Contact, ...]
    numbers: Mapping[str, str]
    priorities: tuple[Priority, ...]
    lasting: tuple[Agreement, ...]
    conditions: tuple[str, ...]
    tension: tuple[Step, ...]
    relapse: tuple[str, ...]
    later: tuple[Waiting, ...]
    events: tuple[str, ...] = ()
    signers: int = 0
    talks: tuple[Talk, ...] = ()
    judgement: Judgement | None = None
    own: Own | None = None
    lesson: "Lesson | None" = None
