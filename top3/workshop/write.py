"""Writes the data of a case as a case file, in Dutch or in English.

The data is what the reader makes of a file: English field names and words. What is short stands
on one line, as people write it.
"""

import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from top3.case.fields import Entry
from top3.case.model import Case
from top3.case.shape import Shape, shapes

_ONE_LINE = 100
"""An entry up to this long stands on one line."""

_OPEN = ("situations", "risk_factors", "recovery", "agreements", "incidents", "members", "plan")
"""What people write and read most stands open, a line for each field."""

_LAST = "agreements log actions"
"""What is longest comes last."""


def write_case(data: Mapping[str, Any], language: str, heading: Sequence[str] = ()) -> bytes:
    """Write a case file; `heading`: comment lines at the top."""
    yaml = YAML()
    yaml.width = 100_000
    yaml.representer.ignore_aliases = lambda _: True
    yaml.indent(mapping=2, sequence=4, offset=2)
    top = _mapping(data, Case, language, is_open=True)
    for place, key in enumerate(list(top)):
        if place:
            top.yaml_set_comment_before_after_key(key, before="\n")
    stream = io.StringIO()
    yaml.dump(top, stream)
    lines = "".join(f"# {line}\n" for line in heading)
    return (lines + stream.getvalue().replace("#\n", "\n")).encode()


def draft(data: Mapping[str, Any], language: str) -> bytes:
    """Write it for the reader alone: JSON is YAML, and much sooner written."""
    written = _mapping(data, Case, language, is_open=True)
    return json.dumps(written, default=str, ensure_ascii=False).encode()


def _mapping(
    data: Mapping[str, Any], model: type[Entry], language: str, *, is_open: bool
) -> CommentedMap:
    written = CommentedMap()
    for shape in sorted(shapes(model), key=lambda shape: _LAST.find(shape.name)):
        value = data.get(shape.name)
        if value not in (None, "", (), []):
            written[shape.written(language)] = _value(value, shape, language)
    if not is_open and not _is_deep(written) and _length(written) <= _ONE_LINE:
        written.fa.set_flow_style()
    return written


def _value(value: Any, shape: Shape, language: str) -> Any:
    if not shape.many:
        return _one(value, shape, language)
    items = CommentedSeq([_one(item, shape, language) for item in value])
    if shape.model is None and (shape.key.refers or shape.words):
        items.fa.set_flow_style()
        return items if len(items) > 1 else items[0]
    return items


def _one(value: Any, shape: Shape, language: str) -> Any:
    if shape.model is not None:
        return _mapping(value, shape.model, language, is_open=shape.name in _OPEN)
    if shape.words is not None:
        return next(word for word in shape.words if word == value).written(language)
    return value if isinstance(value, (str, int, date)) else str(value)


def _is_deep(written: CommentedMap) -> bool:
    return any(isinstance(value, (CommentedMap, CommentedSeq)) for value in written.values())


def _length(written: CommentedMap) -> int:
    return sum(len(f"{key}: {value}, ") for key, value in written.items())
