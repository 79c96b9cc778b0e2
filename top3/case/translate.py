"""Turns a marked tree, in Dutch or English, into plain English data with a mark for every path.

Why: there is one model, in English; the model's own context says which field a Dutch key is.
Unknown keys and words become findings here and the rest is read on, so that all problems of a
file come in one pass.
"""

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from top3.case.fields import ID_FORM, Entry
from top3.case.finding import Finding, Mark, Path, Severity
from top3.case.loader import Key, Node
from top3.case.shape import Shape, keys
from top3.case.vocabulary import Language

MAX_FINDINGS = 100
"""More problems than this in one file help nobody; the rest waits for the next run."""

_EMPTY = ("", "~", "null")
_LONG = 60
"""A key or word longer than this is not a typing error of a shorter one."""

_LISTED = 160
"""A list of valid words longer than this (in characters) does not fit in a hint."""


class Full(Exception):
    """Ends the search for problems: there are `MAX_FINDINGS` already."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that points to something (`refers`), or defines it (`defines`)."""

    identifier: str
    kind: str
    path: Path
    mark: Mark


@dataclass(slots=True)
class Translation:
    """Plain data for the model, where each piece stands, and what was wrong."""

    language: str
    data: dict[str, Any] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    defined: list[Reference] = field(default_factory=list)
    referred: list[Reference] = field(default_factory=list)

    def about(self, path: Path) -> tuple[str, ...]:
        """The ids on the way to `path`, then the field: a stable name without a position."""
        found: list[str] = []
        here: Any = self.data
        for step in path:
            here = here[step] if isinstance(step, int) else here.get(step, {})
            if isinstance(here, dict) and ID_FORM.fullmatch(str(here.get("id", ""))):
                found.append(here["id"])
        names = [str(step) for step in path if isinstance(step, str)]
        return (*found, *names[-1:])

    def add(self, code: str, path: Path, mark: Mark, variant: str, **values: object) -> None:
        """Note a T0xx finding. Raises Full when there are enough."""
        if len(self.findings) >= MAX_FINDINGS:
            raise Full
        self.findings.append(
            Finding(code, Severity.ERROR, self.about(path), path, mark, variant, values)
        )


def translate(root: Node, model: type[Entry]) -> Translation:
    """Translate the tree. The file's language is the one most of its top-level keys are in."""
    into = Translation(_language(root, model))
    into.keys[()] = into.values[()] = root.mark
    if root.is_mapping:
        with suppress(Full):
            _mapping(root, model, (), into, into.data)
    else:
        into.add("T010", (), root.mark, "no_mapping")
    return into


def _language(root: Node, model: type[Entry]) -> str:
    if not root.is_mapping:
        return "nl"
    dutch, english = (
        sum(key.text in keys(model, language) for key, _ in root.pairs) for language in ("nl", "en")
    )
    return "en" if english > dutch else "nl"


def _mapping(
    node: Node, model: type[Entry], path: Path, into: Translation, data: dict[str, Any]
) -> None:
    known = keys(model, into.language)
    identifier = next((value for key, value in node.pairs if key.text == "id"), None)
    if "id" in known and identifier is not None and isinstance(identifier.value, str):
        data["id"] = identifier.value
    seen: set[str] = set()
    for key, value in node.pairs:
        shape = known.get(key.text)
        if shape is None:
            _unknown_key(key, model, path, into, is_bare=_is_empty(value))
        elif shape.name in seen:
            into.add("T005", (*path, shape.name), key.mark, "twice", key=key.text)
        else:
            seen.add(shape.name)
            _field(key, value, shape, (*path, shape.name), into, data)


def _field(
    key: Key, node: Node, shape: Shape, path: Path, into: Translation, data: dict[str, Any]
) -> None:
    into.keys[path] = key.mark
    data.pop(shape.name, None)
    if _is_empty(node):
        return
    into.values[path] = node.mark
    if not shape.many:
        data[shape.name] = {}  # in its place already, so that `about` finds the ids on the way
        value = _value(node, shape, path, into, data[shape.name])
        del data[shape.name]
        if value is not None:
            data[shape.name] = value
        return
    data[shape.name] = []
    for item in _row(node, shape):
        place = (*path, len(data[shape.name]))
        into.keys[place] = into.values[place] = item.mark
        data[shape.name].append({})
        value = _value(item, shape, place, into, data[shape.name][-1])
        data[shape.name].pop()
        if value is not None:
            data[shape.name].append(value)


def _row(node: Node, shape: Shape) -> list[Node]:
    """The items of a list; `k1, k2` in one text is a row of ids too."""
    if not shape.key.refers or not isinstance(node.value, str):
        return node.items
    parts = re.split(r"\s*,\s*", node.value.strip())
    if len(parts) < 2 or not all(ID_FORM.fullmatch(part) for part in parts):
        return node.items
    return [Node(node.mark, part) for part in parts]


def _is_empty(node: Node) -> bool:
    return isinstance(node.value, str) and node.value.strip() in _EMPTY


def _value(node: Node, shape: Shape, path: Path, into: Translation, fresh: dict[str, Any]) -> Any:
    """Translate one value; None when it can't be used (a finding says why) or is empty.

    The keys of a part go into `fresh`, which already stands in its place.
    """
    if _is_empty(node):
        return None
    if shape.model is not None:
        if not node.is_mapping:
            into.add("T007", path, node.mark, "mapping_expected", key=shape.written(into.language))
            return None
        _mapping(node, shape.model, path, into, fresh)
        return fresh
    if not isinstance(node.value, str):
        into.add("T007", path, node.mark, "text_expected", key=shape.written(into.language))
        return None
    text = node.value.strip()
    if shape.words is not None:
        return _word(node, shape, path, into)
    _note_id(text, shape, path, node.mark, into)
    return text


def _word(node: Node, shape: Shape, path: Path, into: Translation) -> str | None:
    assert shape.words is not None and isinstance(node.value, str)  # noqa: S101
    word = shape.words.read(node.value, into.language)
    if word is None:
        valid = [w.written(into.language) for w in shape.words]
        meant = shape.words.read(node.value, "en" if into.language == "nl" else "nl")
        near = closest(node.value.strip().lower().replace("_", " "), valid, 0.6)
        if shape.words is Language:
            variant, near = _length(valid), ""  # "fr" is no slip of "ar": say which there are
        elif meant is not None:
            word_meant = next(w for w in shape.words if w.value == meant)
            variant, near = "language", word_meant.written(into.language)
        else:
            variant = "near" if near else _length(valid)
        into.add(
            "T006",
            path,
            node.mark,
            variant,
            near=near,
            valid=", ".join(valid),
            key=shape.written(into.language),
        )
    return word


def closest(written: str, valid: Iterable[str], cutoff: float) -> str:
    """Give the valid word that was probably meant, or an empty text."""
    return next(iter(get_close_matches(written[:_LONG], valid, 1, cutoff)), "")


def _length(valid: Iterable[str]) -> str:
    return "default" if len(", ".join(valid)) <= _LISTED else "many"


def _note_id(text: str, shape: Shape, path: Path, mark: Mark, into: Translation) -> None:
    if shape.key.refers:
        into.referred.append(Reference(text, shape.key.refers, path, mark))
    elif shape.name == "id":
        kind = str(next(step for step in reversed(path[:-1]) if isinstance(step, str)))
        into.defined.append(Reference(text, kind, path, mark))


def _unknown_key(
    key: Key, model: type[Entry], path: Path, into: Translation, *, is_bare: bool
) -> None:
    """Say which key was meant; the key itself is not quoted, for it may be the secret.

    `is_bare`: it has no value, as the second id in `{who: k1, k2}`.
    """
    other = keys(model, "en" if into.language == "nl" else "nl").get(key.text)
    known = keys(model, into.language)
    plain = unicodedata.normalize("NFKC", key.text[:_LONG])
    near = closest(plain.lower(), known, 0.6 if plain.isascii() else 0.3)
    if other is not None:
        variant, near = "language", other.written(into.language)
    elif ID_FORM.fullmatch(key.text) and is_bare:
        variant = "id"
    elif not key.text.isascii() and near:
        variant = "lookalike"
    else:
        variant = "near" if near else _length(known)
    into.add("T005", path, key.mark, variant, near=near, valid=", ".join(known))
