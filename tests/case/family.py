"""Invented case files, made from the model itself: every field filled, in Dutch or in English.

A file is built as plain data in canonical English (`full`), changed by a test, and written out
in either language (`write`), so that a new field of the model is in the tests at once.
"""

import json
from collections.abc import Iterator
from typing import Any, get_args

from hypothesis import HealthCheck, Phase, settings
from pydantic import BeforeValidator

from top3.case import fields
from top3.case.fields import Entry
from top3.case.model import Case
from top3.case.reader import read
from top3.case.shape import Shape, _kind, shapes

# A repeatable suite: the same examples in every run, nothing kept on disk.
QUICK = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
LONG = settings(QUICK, max_examples=5000)

Data = dict[str, Any]

# What a file writes in a field of each type, and what the model makes of it.
SAMPLES = {
    fields.Day: "2024-09-02",
    fields.When: "2024-08-01/2024-08-10",
    fields.Age: "6",
    fields.Count: "3",
    fields.Score: "7",
    fields.Rank: "2",
    fields.PhaseNumber: "1",
    fields.AveLevel: "2",
    fields.Step: "5",
}

# Which list or person of a full file an id points to.
TARGETS = {
    "member": "members",
    "person": "network",
    "incident": "incidents",
    "flag": "flags",
    "situation": "situations",
    "entry": "measures",
}


def _validators(model: type[Entry], name: str) -> list[Any]:
    field = model.model_fields[name]
    return [*field.metadata, *_kind(field.annotation)[2]]


def kind_of(model: type[Entry], shape: Shape) -> Any:
    """Name the type of a plain field, as `fields` has it."""
    kinds = (*SAMPLES, fields.Text, fields.Id, fields.Flag)
    found = _validators(model, shape.name)
    for kind in kinds:
        wanted = [item for item in get_args(kind) if isinstance(item, BeforeValidator)]
        if wanted and all(item in found for item in wanted):
            return kind
    return None


class Pointer(str):
    """An id that is still to be filled in: it names the list to point to."""

    __slots__ = ()


def full(turn: int = 0) -> Data:
    """Give a file with every field of the model filled; `turn` chooses the words."""
    data = _fill(Case, (), turn)
    first: dict[str, str] = {}
    number = 0
    for key, item in _items(data, ""):
        if "id" in item:
            number += 1
            item["id"] = f"q{number}"
            first.setdefault(key, item["id"])
    return _point(data, first)


def _fill(model: type[Entry], path: tuple[str, ...], turn: int) -> Data:
    made: Data = {}
    for shape in shapes(model):
        here = (*path, shape.name)
        if shape.model:
            value: Any = _fill(shape.model, here, turn)
        else:
            value = _plain(model, shape, here, turn)
        made[shape.name] = [value] if shape.many else value
    return made


def _plain(model: type[Entry], shape: Shape, path: tuple[str, ...], turn: int) -> str:
    if shape.name in ("top3", "id"):
        return "1"
    if shape.key.refers:
        return Pointer(TARGETS[shape.key.refers])
    if shape.words:
        words = list(shape.words)
        return str(words[turn % len(words)].value)
    return SAMPLES.get(kind_of(model, shape), f"tekst van {'.'.join(path)}")


def _items(value: Any, key: str) -> Iterator[tuple[str, Data]]:
    """List every part of the data with the key it stands under."""
    if isinstance(value, dict):
        yield key, value
        for name, inner in value.items():
            yield from _items(inner, name)
    elif isinstance(value, list):
        for item in value:
            yield from _items(item, key)


def _point(value: Any, first: dict[str, str]) -> Any:
    if isinstance(value, Pointer):
        return first[str(value)]
    if isinstance(value, list):
        return [_point(item, first) for item in value]
    if isinstance(value, dict):
        return {name: _point(inner, first) for name, inner in value.items()}
    return value


def write(data: Data, language: str = "nl", model: type[Entry] = Case, depth: int = 0) -> str:
    """Write the file in a language: keys and vocabulary words translated by the model."""
    lines: list[str] = []
    indent = "  " * depth
    for shape in shapes(model):
        if shape.name not in data:
            continue
        value, key = data[shape.name], shape.written(language)
        if shape.model and shape.many:
            lines.append(f"{indent}{key}:" if value else f"{indent}{key}: []")
            for item in value:
                block = write(item, language, shape.model, depth + 2).split("\n")
                lines += [f"{indent}  - {block[0].strip()}", *block[1:]]
        elif shape.model:
            lines += [f"{indent}{key}:", write(value, language, shape.model, depth + 1)]
        elif shape.many:
            shown = ", ".join(_scalar(item, shape, language) for item in value)
            lines.append(f"{indent}{key}: [{shown}]")
        else:
            lines.append(f"{indent}{key}: {_scalar(value, shape, language)}")
    return "\n".join(lines)


def _scalar(value: Any, shape: Shape, language: str) -> str:
    if shape.words:
        value = next(word for word in shape.words if word.value == value).written(language)
    return json.dumps(str(value), ensure_ascii=False)


def case_of(data: Data, language: str = "nl") -> Case:
    """Read the case that `data` says; it must be in order."""
    reading = read(write(data, language).encode())
    assert reading.case is not None, reading.findings
    return reading.case


def leaves(entry: Entry, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """List every plain value that is there, by its path; reads every attribute of the entry."""
    for shape in shapes(type(entry)):
        value = getattr(entry, shape.name)
        here = (*path, shape.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Entry):
                yield from leaves(item, here)
            elif item is not None:
                yield ".".join(here), item


def paths(model: type[Entry] = Case, path: tuple[str, ...] = ()) -> Iterator[str]:
    """List the paths of all plain fields of the model."""
    for shape in shapes(model):
        if shape.model:
            yield from paths(shape.model, (*path, shape.name))
        else:
            yield ".".join((*path, shape.name))


def models(model: type[Entry] = Case) -> set[type[Entry]]:
    """All models of the case."""
    found = {model}
    for shape in shapes(model):
        if shape.model and shape.model not in found:
            found |= models(shape.model)
    return found
