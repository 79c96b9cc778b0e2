"""A masked line of the case file with a caret: it points, it does not quote (law 4)."""

import re
from functools import cache

from top3.case.fields import ID_FORM, Entry
from top3.case.finding import Mark
from top3.case.model import Case
from top3.case.reader import Reading
from top3.case.shape import shapes

_MASK = "···"
"""Of one length for every word: the length of a name may tell who it is."""
_TOKEN = re.compile(r"[^\s:{}\[\],#&*!|>'\"%@`-]+(?:-[^\s:{}\[\],#'\"-]+)*")
_RUN = re.compile(r"\0+(?:[^:{}\[\],\0]*\0+)*")


@cache
def vocabulary() -> frozenset[str]:
    """Every key a file may hold, in both languages."""
    found: set[str] = set()

    def walk(model: type[Entry]) -> None:
        for shape in shapes(model):
            if shape.written("nl") not in found or shape.model:
                found.update((shape.written("nl"), shape.written("en")))
            if shape.model is not None:
                walk(shape.model)

    walk(Case)
    return frozenset(found)


def excerpt(reading: Reading, mark: Mark, width: int, *, plain: bool = False) -> tuple[str, str]:
    """Give the line at `mark`, masked unless `plain`, and the caret line; both fit in `width`."""
    if not reading.lines or mark.line > len(reading.lines):
        return "", ""
    line = reading.lines[mark.line - 1].expandtabs(1)
    at = min(mark.column - 1, len(line))
    shown, at = (line, at) if plain else _mask(line, at)
    start = max(0, min(at - width // 3, len(shown) - width))
    window = shown[start : start + width]
    return window, " " * (at - start) + "^"


def _mask(line: str, at: int) -> tuple[str, int]:
    """Keep keys, ids and punctuation; every other run of words becomes three dots.

    Gives also where the character at `at` stands then; one that is hidden, where its dots begin.
    """

    def hide(match: re.Match[str]) -> str:
        is_key = line[match.end() : match.end() + 1] == ":" and match[0] in vocabulary()
        is_id = line[: match.start()].endswith("id: ") and ID_FORM.fullmatch(match[0])
        return match[0] if is_key or is_id else "\0" * len(match[0])

    shown, done, place = "", 0, at
    hidden = _TOKEN.sub(hide, line)
    for run in _RUN.finditer(hidden):
        shown += hidden[done : run.start()]
        if run.start() <= at:
            place = len(shown) + (at - run.end() + len(_MASK) if at >= run.end() else 0)
        shown, done = shown + _MASK, run.end()
    return shown + hidden[done:], place
