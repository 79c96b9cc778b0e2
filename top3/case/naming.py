"""Names a person as one cut of the case knows them; and says what is written as a name is."""

from collections.abc import Iterable

from top3.case.model import Case
from top3.case.people import FixedFace, Member, NetworkPerson
from top3.words import Words


def name(case: Case, identifier: str, words: Words) -> str:
    """Name a person as this cut of the case knows them: "oma Ria", "Bart (de zorg)"."""
    person = case.person(identifier)
    if person is None:
        return identifier
    if isinstance(person, Member):
        return person.name or (words.show(person.role) if person.role else identifier)
    if isinstance(person, NetworkPerson):
        return " ".join(part for part in (person.tie, person.name) if part) or identifier
    if isinstance(person, FixedFace):
        return person.name or person.organisation or identifier
    if person.name and person.organisation:
        return f"{person.name} ({person.organisation})"
    return person.name or person.organisation or words.say("words.a_professional")


def names(case: Case, identifiers: Iterable[str], words: Words) -> str:
    """Name several people as a sentence does."""
    return words.join(name(case, identifier, words) for identifier in identifiers)


def is_like_a_name(word: str) -> bool:
    """Tell whether a word has a capital; in a script without capitals every word may be a name."""
    return word[0].isalpha() and not word[0].islower()
