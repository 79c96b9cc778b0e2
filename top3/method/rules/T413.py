"""T413: the interpreter is somebody of the family or its network."""

import re
from collections.abc import Iterator

from top3.case.naming import is_like_a_name
from top3.case.people import Member, NetworkPerson
from top3.method import wording
from top3.method.rule import WARNING, Hit, View, rule


@rule(WARNING)
def T413(view: View) -> Iterator[Hit]:
    """Source: method.md §5: an interpreter, never family."""
    people: tuple[Member | NetworkPerson, ...] = (*view.case.members, *view.case.network)
    for member in view.case.members:
        said = _words(member.interpreter or "")
        others = (person for person in people if person is not member)
        who = tuple(sorted(person.id for person in others if said & _called(person)))
        if who:
            yield Hit(member, "interpreter", about=(member.id, *who), values={"who": who})


def _called(person: Member | NetworkPerson) -> set[str]:
    """What a person is called: the names written as a name is, and a tie of one word."""
    names = " ".join(word for word in (person.name or "").split() if is_like_a_name(word))
    tie = getattr(person, "tie", None) or ""
    return _words(names) | (_words(tie) if " " not in tie.strip() else set())


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", wording.plain(text)))
