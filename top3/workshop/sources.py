"""Whom it is known from: who helps and is named in it, a passer-by, or somebody who was there.

Why: a source that could not have seen or heard it makes a whole family unbelievable.
"""

from collections.abc import Sequence

from top3.workshop.cast import ALWAYS
from top3.workshop.draw import Draw
from top3.workshop.family import Family
from top3.workshop.speech import Someone, parts_of

_NAMED = ("helper", "backup")


def known_from(
    sentence: str, by: Sequence[str], against: Sequence[str], family: Family, draw: Draw
) -> tuple[str, str]:
    """Give the basis (observed or told) and who it is from.

    `by`, `against`: the ids of who did it to whom; who only did it, is no source.
    """
    cast, parts = family.cast, parts_of(sentence)
    if there := [name for name in _NAMED if name in parts]:
        return "observed", f"{cast.parts[there[0]]}"
    seen = [mark for mark in ALWAYS if mark in parts]
    if seen and draw.chance(0.5):
        return "observed", draw.one(family.words.entry(f"families/common.seen_by.{seen[0]}"))
    adults = {person.who.id for person in cast.adults}
    can_tell = [
        part
        for part in (cast.parts.get("other"), cast.parts["actor"])
        if isinstance(part, Someone) and part.id in adults
        if part.id in against or part.id not in by
    ]
    return "told", f"{draw.one([*can_tell, cast.parts['helper']])}"
