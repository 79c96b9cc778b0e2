"""T903: a name without consent, a number or a school in text for everyone."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from top3.case.model import Person
from top3.case.naming import is_like_a_name
from top3.case.people import FixedFace, NetworkPerson, Professional
from top3.case.vocabulary import Share
from top3.document.copy import Copy, Leaf, leaves
from top3.document.lookalikes import latin
from top3.document.numbers import NUMBER, POSTCODE, figures, in_digits, only_digits, without
from top3.document.seal import seal
from top3.document.spelling import listed
from top3.document.squeeze import TEXTS, squeeze, squeezed_words
from top3.method import facts, knowledge
from top3.method.answers import ANSWER
from top3.method.rule import ERROR, Hit, rule
from top3.words import LANGUAGES, Words

_NAME_FROM = 3
_PERSONAL = 9
"""So many digits make a phone number; fewer are a date or opening hours."""
_DATE = re.compile(
    r"(?<![\d./-])\d{1,2}[-./]\d{1,2}[-./](?:(?:19|20)\d\d(?![-./]?\d)|\d\d(?![\s./()-]*\d))"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d(?= [a-z]{2}\b)")
_SERVING = 8
"""So many digits has the shortest that could be taken for a personal number."""
_DIALLED = ("0", "31")
"""So begins a number that is said in words; what is counted aloud begins otherwise."""
_SERVICE = re.compile(r"\b0[89]0[069][\s-]?\d{4}\b")


@rule(ERROR, stops=True)
def T903(copy: Copy) -> Iterator[Hit]:
    """Source: method.md §5."""
    unnamed = [*_unnamed(copy)]
    allowed = _allowed(copy)
    for leaf in (leaf for leaf in leaves(copy) if not leaf.is_own):
        words = squeezed_words(leaf.text) if unnamed else []
        said = _capitals(leaf.text) | _rare(words) if unnamed else set()
        run = f" {' '.join(words)} "
        for person, name, telling in unnamed:
            if name in run:
                ids, values = (*leaf.about, person), {"who": (person,)}
                yield Hit(leaf.element, leaf.field, "name", ids, values=values)
            elif telling & said:
                yield _doubtful("name_part", leaf, person, who=(person,))
        if leaf.field != "phone" and _has_number(leaf.text, allowed):
            yield _doubtful("number", leaf)
        if any(pattern.search(leaf.text) for pattern in _patterns("schools")):
            yield _doubtful("school", leaf)
    if facts.hides(copy.case, copy.day):
        yield from _called(copy)


def _called(copy: Copy) -> Iterator[Hit]:
    """Whom a child may call: while somebody hides, only at a number that is written down."""
    allowed = _allowed(copy) | _recorded(copy)
    for leaf in leaves(copy):
        if leaf.is_own and leaf.field == "calls" and _has_number(leaf.text, allowed):
            yield _doubtful("number", leaf)


def _doubtful(variant: str, leaf: Leaf, *people: str, **values: object) -> Hit:
    """What may be something else: a person can answer it, for this very sentence."""
    about = (*leaf.about, *people, seal(variant, leaf.field, leaf.text))
    values[ANSWER] = ":".join(("T903", *about))
    return Hit(leaf.element, leaf.field, variant, about, values=values)


def _allowed(copy: Copy) -> frozenset[str]:
    """The numbers that may stand in any copy: public ones, and that of the fixed face at work."""
    faces = (f for f in copy.case.professionals if isinstance(f, FixedFace) and f.phone)
    found = (*knowledge.NUMBERS.values(), *listed("public"), *(face.phone or "" for face in faces))
    return frozenset(n for number in found if len(n := only_digits(number)) >= _SERVING)


def _recorded(copy: Copy) -> frozenset[str]:
    """The numbers of professionals at work, and those at which the network can be reached."""
    found = [person.phone for person in copy.case.professionals]
    for person in copy.case.network:
        found += NUMBER.findall(person.reachable or "")
    return frozenset(n for number in found if len(n := only_digits(number or "")) >= _SERVING)


def _unnamed(copy: Copy) -> Iterator[tuple[str, str, set[str]]]:
    """Who may not be named, the whole name, and the parts of it that tell who it is.

    A part that somebody else's name in the copy shares, or the tie itself, tells nothing.
    """
    case = copy.case
    hidden: list[Person] = [m for m in case.members if m.id not in {s.id for s in copy.cut.members}]
    team = (p for p in case.professionals if not isinstance(p, FixedFace))
    others: tuple[NetworkPerson | Professional, ...] = (*case.network, *team)
    hidden += [p for p in others if not p.name_shared or _is_narrowed(p)]
    people: tuple[Person, ...] = (*case.members, *case.network, *case.professionals)
    named = {id(person) for person in people} - {id(person) for person in hidden}
    known = {part for p in people if id(p) in named and p.name for part in squeezed_words(p.name)}
    for person in hidden:
        tie = squeeze(getattr(person, "tie", None) or "")
        name = squeezed_words(person.name or "")
        telling = _capitals(person.name or "") or {*name}
        telling = {part for part in telling - known - {tie} if len(part) >= _NAME_FROM}
        if not {*name} <= known | {tie}:
            of = {f"{part}s" for part in telling}
            yield person.id or "", f" {' '.join(name)} ", telling | of


def _is_narrowed(person: NetworkPerson | Professional) -> bool:
    return getattr(person, "share_with", None) is Share.PROFESSIONALS


def _capitals(text: str) -> set[str]:
    """The words of a text that are written as a name is."""
    return {squeeze(word) for word in re.findall(r"\w+", text) if is_like_a_name(word)}


def _rare(words: Iterable[str]) -> set[str]:
    """The words that may be a name without a capital too: long, and no ordinary words."""
    return {word for word in words if len(word) > _NAME_FROM} - _ordinary()


@cache
def _ordinary() -> frozenset[str]:
    """Words of every day that somebody may be called by."""
    return frozenset(
        word for kind in ("name_words", "ordinary", "generic") for word in listed(kind)
    )


@lru_cache(TEXTS)
def _has_number(text: str, allowed: frozenset[str]) -> bool:
    if any(pattern.search(text) for pattern in _patterns("personal")):
        return True
    text = without(allowed, _YEAR.sub(" / ", _DATE.sub(" / ", latin(text))))
    found = [only_digits(number) for number in NUMBER.findall(figures(text))]
    spoken = (only_digits(number) for number in NUMBER.findall(in_digits(text.casefold())))
    found += [number for number in spoken if number.startswith(_DIALLED)]
    is_long = any(len(number) >= _PERSONAL for number in found)
    is_postcode = POSTCODE.search(_amount().sub(" / ", text))
    return is_long or bool(_SERVICE.search(text) or is_postcode)


@cache
def _amount() -> re.Pattern[str]:
    """A number and a small word behind it: that is no postcode."""
    return re.compile(rf"\b\d{{4}} (?:{'|'.join(listed('small'))})\b")


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of one kind, such as schools, in every language."""
    return tuple(
        re.compile(pattern)
        for code in LANGUAGES
        for pattern in Words(code).entry(f"secrets.{kind}")
    )
