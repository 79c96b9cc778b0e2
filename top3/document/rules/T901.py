"""T901: a confidential value, or enough of it, in what a wider audience reads."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from top3.case.model import Person
from top3.case.people import FixedFace
from top3.case.plan import Agreement, Secret
from top3.case.vocabulary import Share
from top3.document.copy import Copy, Leaf, leaves
from top3.document.heard import listen
from top3.document.seal import seal
from top3.document.secrets import Match, runs_along, seek
from top3.document.squeeze import squeeze
from top3.document.whereabouts import (
    hidden,
    is_pursued,
    mentions,
    names_flight,
    names_hiding,
    names_shelter,
)
from top3.method import facts
from top3.method.answers import ANSWER
from top3.method.rule import ERROR, Hit, rule

_TELLING = 3
"""So many words tell something; "bij oma" may stand anywhere."""
_BETWEEN = "\n|\n"
"""Keeps numbers of two texts apart."""


@rule(ERROR, stops=True)
def T901(copy: Copy) -> Iterator[Hit]:
    """Source: veiligthuiszl.nl; sccgov.org (method.md §5). The finding never prints the secret."""
    found = [*leaves(copy)]
    yield from _secrets(copy, found)
    for owner, variant, text in _private(copy):
        is_told = variant == "note" or len(text.split()) >= _TELLING
        for leaf in found if is_told else []:
            if leaf.is_own and variant == "own":
                continue  # brother and sister are safe at the same grandmother's
            if runs_along(text, leaf.text):
                about = (owner, *leaf.about, leaf.field)
                yield Hit(leaf.element, leaf.field, variant, about, values={"of": owner})
    is_hiding = facts.hides(copy.case, copy.day)
    if is_hiding or is_pursued(copy.case, copy.day):
        yield from _whereabouts(copy, found, is_hiding=is_hiding)
    yield from _in_passing(copy, found)


def _whereabouts(copy: Copy, found: list[Leaf], *, is_hiding: bool) -> Iterator[Hit]:
    """That somebody hides or may flee, and where or when who hides can be found.

    Certain is only a word for hiding, where somebody hides; a person may answer all else.
    """
    sought = hidden(copy.case)
    for leaf in found:
        if is_hiding and names_hiding(leaf.text):
            about = ("hiding", *leaf.about, leaf.field)
            yield Hit(leaf.element, leaf.field, "hiding", about)
        elif names_flight(leaf.text) or (is_hiding and _names_helper(leaf)):
            yield _doubtful("flight", leaf)
        elif is_hiding and sought.is_found_by(leaf.text, *(before := _before(leaf))):
            yield _doubtful("found", leaf, *before)


def _in_passing(copy: Copy, found: list[Leaf]) -> Iterator[Hit]:
    """A pregnancy that this copy does not show, and who reported: a person reads it over."""
    unborn = {member.id for member in copy.case.members if facts.is_unborn(member)}
    is_hidden = bool(unborn - {member.id for member in copy.cut.members})
    is_reported = bool(copy.case.veilig_thuis.reports)
    for leaf in (leaf for leaf in found if not leaf.is_own):
        if is_hidden and mentions(leaf.text, "pregnancy"):
            yield _doubtful("unborn", leaf)
        if is_reported and mentions(leaf.text, "reporting"):
            yield _doubtful("reporter", leaf)


def _names_helper(leaf: Leaf) -> bool:
    """A shelter's name may be that of a helper, so where the team is listed it says nothing."""
    return leaf.field != "organisation" and names_shelter(leaf.text)


def _before(leaf: Leaf) -> tuple[str, ...]:
    """What is read before a text as one sentence: when follows on what was agreed."""
    if isinstance(leaf.element, Agreement) and leaf.field == "when":
        return (leaf.element.what or "",)
    return ()


def _doubtful(variant: str, leaf: Leaf, *before: str) -> Hit:
    """What a person can answer, for this very sentence."""
    about = (variant, *leaf.about, seal(variant, leaf.field, leaf.text, *before))
    answer = ":".join(("T901", *about))
    return Hit(leaf.element, leaf.field, variant, about, values={ANSWER: answer})


def _secrets(copy: Copy, found: list[Leaf]) -> Iterator[Hit]:
    """Each recorded value in each text; the whole value is never answered away, a part may be."""
    told = [(leaf, listen(leaf.text)) for leaf in found]
    printed = [*_strings(copy.document)]
    everything = listen(_BETWEEN.join((*(leaf.text for leaf in found), *printed)))
    case = copy.case
    faces = tuple(person for person in case.professionals if isinstance(person, FixedFace))
    public = _names((*case.members, *faces))
    others = public | _names(case.network) | _names(case.professionals)
    for secret in (s for s in case.secrets if s.value):
        sought = seek(secret, public, others)
        if not sought.match(everything):
            continue
        hits = [(leaf, match) for leaf, said in told if (match := sought.match(said))]
        for leaf, match in hits:
            yield _secret(secret, leaf, match)
        known = {squeeze(leaf.text) for leaf, _ in hits}
        shown = (squeeze(text) for text in printed if sought.match(listen(text)))
        if any(not any(text in k or k in text for k in known) for text in shown):
            yield Hit(secret, "", "composed", values={"secret": secret.id})


def _names(people: tuple[Person, ...]) -> frozenset[str]:
    """The words of their names."""
    return frozenset(word for person in people for word in listen(person.name or "").each)


def _secret(secret: Secret, leaf: Leaf, match: Match) -> Hit:
    values, about = {"secret": secret.id}, (secret.id, *leaf.about)
    if match is Match.WHOLE:
        return Hit(leaf.element, leaf.field, "secret", (*about, leaf.field), values=values)
    about = (*about, seal(leaf.field, leaf.text, secret.date))
    values[ANSWER] = ":".join(("T901", *about))
    return Hit(leaf.element, leaf.field, "part", about, values=values)


def _private(copy: Copy) -> Iterator[tuple[str, str, str]]:
    """Whose text it is, the variant that says so, and the text that nobody else may read."""
    case, released = copy.case, {i.id for i in copy.cut.violence.incidents}
    for note in case.notes:
        yield note.id, "note", note.text or ""
    for member in (m for m in case.members if m.id != copy.reader.person):
        for said in member.own_words:
            for part in (said.worries, said.goes_well, said.must_happen):
                yield member.id, "own", part or ""
        yield member.id, "own", member.safe_place or ""
    for incident in case.violence.incidents:
        is_kept = incident.share_with is Share.PROFESSIONALS or bool(incident.known_through)
        if is_kept and incident.id not in released:
            yield incident.id, "told", incident.what or ""


def _strings(value: object) -> Iterator[str]:
    """Every text of a Document: the last net, whatever way a text came in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
