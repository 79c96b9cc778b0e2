"""What the papers of a workshop say: strings alone, as everything in a Document."""

from collections.abc import Mapping
from dataclasses import dataclass

from top3.document.model import Agreement, Priority, Waiting

Keys = Mapping[str, Mapping[str, str]]
"""Per kind of entry, per field of the model: a word of the case file."""


@dataclass(frozen=True, slots=True)
class Form:
    """A blank form in the words of the case file: its keys, and for some the words to choose.

    `example`: how a row of a table is typed.
    """

    keys: Keys
    example: str
    choices: Keys


@dataclass(frozen=True, slots=True)
class Answer:
    """A planted mistake, as the answer key tells it.

    `where`: the way to it in the case file; `section`: under which heading of the printed plan.
    """

    code: str
    title: str
    severity: str
    where: str
    section: str
    line: str
    message: str
    hint: str
    why: str
    source: str
    ask: str


@dataclass(frozen=True, slots=True)
class Group:
    """One group, as the facilitator's guide tells it. `mistakes`: code, and what is wrong."""

    number: int
    names: tuple[str, ...]
    profile: str
    asks: str
    forbids: str
    phase: str
    mistakes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One moment of a family that is told over three: what was decided, and why.

    `running`: help that runs.
    """

    number: int
    day: str
    file: str
    phase: int
    phase_name: str
    because: tuple[str, ...]
    review: str
    priorities: tuple[Priority, ...]
    lasting: tuple[Agreement, ...]
    later: tuple[Waiting, ...]
    running: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one paper of a workshop says beside its family. `name` stands at the foot.

    `file`, `date` (as `--date` reads it), `count` of mistakes and `code` (one that is no answer)
    are for the round on the computer; `facts` is a part of the case, as text, for this paper.
    """

    name: str
    level: str = ""
    group: int = 0
    file: str = ""
    date: str = ""
    day: str = ""
    count: int = 0
    code: str = ""
    seed: str = ""
    profile: str = ""
    asks: str = ""
    forbids: str = ""
    facts: Mapping[str, object] | None = None
    form: Form | None = None
    answers: tuple[Answer, ...] = ()
    groups: tuple[Group, ...] = ()
    meetings: tuple[Meeting, ...] = ()
