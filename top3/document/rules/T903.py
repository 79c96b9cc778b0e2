"""T903: a name without consent, a number or a school in text for everyone."""

import re
from collections.abc import Iterator
from functools import cache

from top3.case.model import Case
from top3.case.people import FixedFace, NetworkPerson, Professional
from top3.document.copy import Copy, Leaf, leaves, squeeze, words
from top3.document.secrets import PHONE, POSTCODE
from top3.method import knowledge
from top3.method.rule import ERROR, Hit, rule
from top3.words import LANGUAGES, Words

_NAME_FROM = 3


@rule(ERROR, stops=True)
def T903(copy: Copy) -> Iterator[Hit]:
    """Source: method.md §5; design table "Who may see what"."""
    unnamed = [*_unnamed(copy.case)]
    allowed = {squeeze(number) for number in knowledge.NUMBERS.values()}
    allowed |= {
        squeeze(f.phone) for f in copy.case.professionals if isinstance(f, FixedFace) and f.phone
    }
    for leaf in leaves(copy):
        about = (identifier,) if (identifier := getattr(leaf.element, "id", None)) else ()
        for person, name in unnamed:
            if leaf.field != "tie" and _names(name, leaf.text):
                yield Hit(
                    leaf.element, leaf.field, "name", (*about, person), values={"who": (person,)}
                )
        if _has_number(leaf, allowed):
            yield Hit(leaf.element, leaf.field, "number", (*about, leaf.field))
        if any(pattern.search(leaf.text) for pattern in _schools()):
            yield Hit(leaf.element, leaf.field, "school", (*about, leaf.field, "school"))


def _unnamed(case: Case) -> Iterator[tuple[str, str]]:
    """People outside the family who did not agree to be named."""
    people: tuple[NetworkPerson | Professional | FixedFace, ...] = (
        *case.network,
        *case.professionals,
    )
    for person in people:
        if not isinstance(person, FixedFace) and person.name and not person.name_shared:
            yield person.id or "", person.name


def _names(name: str, text: str) -> bool:
    """The whole name, or its first part as a word of its own."""
    first = next(iter(words(name)), "")
    is_first = len(first) >= _NAME_FROM and first in words(text) and name.split()[0] in text
    return (
        is_first
        or squeeze(name) in words(text)
        or f" {squeeze(name)} " in f" {' '.join(words(text))} "
    )


def _has_number(leaf: Leaf, allowed: set[str]) -> bool:
    if leaf.field == "phone":
        return False
    numbers = (squeeze(number) for number in PHONE.findall(leaf.text))
    return any(n not in allowed for n in numbers) or bool(POSTCODE.search(leaf.text))


@cache
def _schools() -> tuple[re.Pattern[str], ...]:
    """School words followed by a name, and names that end in a school word, in every language."""
    return tuple(
        re.compile(pattern)
        for code in LANGUAGES
        for pattern in Words(code).entry("secrets.schools")
    )
