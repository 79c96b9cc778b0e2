"""T901: a confidential value, or enough of it, in what a wider audience reads."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from top3.document.copy import Copy, leaves
from top3.document.secrets import runs_along, shows
from top3.method.rule import ERROR, Hit, rule


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
    for note in (n for n in copy.case.notes if n.text):
        for leaf in found:
            if runs_along(note.text or "", leaf.text):
                about = (note.id, *_id(leaf.element))
                yield Hit(leaf.element, leaf.field, "note", about, values={"note": note.id})


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
