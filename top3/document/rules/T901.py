"""T901: a confidential value, or enough of it, in what a wider audience reads."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from top3.case.vocabulary import MeasureKind, Share
from top3.document.copy import Copy, leaves
from top3.document.secrets import names_hiding, runs_along, shows
from top3.method import facts
from top3.method import knowledge as known
from top3.method.rule import ERROR, Hit, rule

_TELLING = 3
"""So many words tell something; "bij oma" may stand anywhere."""


@rule(ERROR, stops=True)
def T901(copy: Copy) -> Iterator[Hit]:
    """Source: veiligthuiszl.nl; sccgov.org (method.md §5). The finding never prints the secret."""
    found = [*leaves(copy)]
    printed = [*_strings(copy.document)]
    for secret in (s for s in copy.case.secrets if s.value):
        hits = [leaf for leaf in found if shows(secret, leaf.text)]
        for leaf in hits:
            about = (secret.id, *_id(leaf.element))
            yield Hit(leaf.element, leaf.field, "secret", about, values={"secret": secret.id})
        if not hits and any(shows(secret, text) for text in printed):
            yield Hit(secret, "", "composed", values={"secret": secret.id})
    for owner, variant, text in _private(copy):
        is_told = variant == "note" or len(text.split()) >= _TELLING
        for leaf in found if is_told else []:
            if runs_along(text, leaf.text):
                about = (owner, *_id(leaf.element))
                yield Hit(leaf.element, leaf.field, variant, about, values={"of": owner})
    if _hides(copy):
        for leaf in found:
            if names_hiding(leaf.text):
                yield Hit(leaf.element, leaf.field, "hiding", ("hiding", *_id(leaf.element)))


def _private(copy: Copy) -> Iterator[tuple[str, str, str]]:
    """Whose text it is, the variant that says so, and the text that nobody else may read."""
    case, released = copy.case, {i.id for i in copy.cut.violence.incidents}
    for note in case.notes:
        yield note.id, "note", note.text or ""
    for member in case.members:
        for said in member.own_words:
            for part in (said.worries, said.goes_well, said.must_happen):
                yield member.id, "own", part or ""
        yield member.id, "own", member.safe_place or ""
    for incident in case.violence.incidents:
        is_kept = incident.share_with is Share.PROFESSIONALS or bool(incident.known_through)
        if is_kept and incident.id not in released:
            yield incident.id, "told", incident.what or ""


def _hides(copy: Copy) -> bool:
    """Tell whether somebody hides: a secret address, or a stay in a shelter."""
    stays = (m for m in copy.case.measures if m.kind is MeasureKind.SHELTER)
    kinds = {secret.kind for secret in copy.case.secrets}
    return bool(kinds & {None, *known.HIDING}) or any(facts.runs(m, copy.day) for m in stays)


def _id(element: object) -> tuple[str, ...]:
    identifier = getattr(element, "id", None)
    return (identifier,) if identifier else ()


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
