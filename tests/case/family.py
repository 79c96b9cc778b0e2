"""Invented case files, made from the model itself: every field filled, in Dutch or in English.

A file is built as plain data in canonical English (`full`), changed by a test, and written out
in either language (`write`), so that a new field of the model is in the tests at once.
"""

import json
from collections.abc import Iterator
from typing import Any, get_args

from hypothesis import HealthCheck, settings
from pydantic import BeforeValidator

from top3.case import fields
from top3.case.fields import Entry, Span
from top3.case.model import Case
from top3.case.reader import read
from top3.case.shape import Shape, _kind, shapes

# A repeatable suite: the same examples in every run, nothing kept on disk.
QUICK = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
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


class Maker:
    """Fills every field of the model. `turn` chooses the word of each vocabulary."""

    def __init__(self, turn: int = 0) -> None:
        self.turn = turn
        self.ids: dict[str, str] = {}
        self.count = 0

    def make(self, model: type[Entry] = Case, path: tuple[str, ...] = ()) -> Data:
        if "id" in model.model_fields:
            self.count += 1
            self.ids.setdefault(path[-1], f"z{self.count}")
        made = {
            shape.name: self._value(model, shape, (*path, shape.name)) for shape in shapes(model)
        }
        if "id" in made:
            made["id"] = self.ids[path[-1]] if self.ids[path[-1]] else made["id"]
            self.ids[path[-1]] = made["id"]
        return made

    def _value(self, model: type[Entry], shape: Shape, path: tuple[str, ...]) -> Any:
        if shape.model:
            inner = self.make(shape.model, path)
            return [inner] if shape.many else inner
        value = self._plain(model, shape, path)
        return [value] if shape.many else value

    def _plain(self, model: type[Entry], shape: Shape, path: tuple[str, ...]) -> Any:
        if shape.name == "top3":
            return "1"
        if shape.key.refers:
            return Pointer(TARGETS[shape.key.refers])
        if shape.words:
            words = list(shape.words)
            return words[self.turn % len(words)]
        kind = kind_of(model, shape)
        if kind is fields.Id:
            self.count += 1
            return f"a{self.count}"
        return SAMPLES.get(kind, f"tekst van {'.'.join(path)}")


class Pointer(str):
    """An id that is still to be filled in."""

    __slots__ = ()


def full(turn: int = 0) -> Data:
    """Give a file with every field of the model filled."""
    data = Maker(turn).make()
    number = 0
    first: dict[str, str] = {}

    def name_all(value: Any, key: str) -> None:
        nonlocal number
        if isinstance(value, list):
            for item in value:
                name_all(item, key)
        elif isinstance(value, dict):
            if "id" in value:
                number += 1
                value["id"] = f"q{number}"
                first.setdefault(key, value["id"])
            for name, inner in value.items():
                name_all(inner, name)

    def point(value: Any) -> Any:
        if isinstance(value, Pointer):
            return first[str(value)]
        if isinstance(value, list):
            return [point(item) for item in value]
        if isinstance(value, dict):
            return {name: point(inner) for name, inner in value.items()}
        return value

    name_all(data, "")
    return point(data)


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
        value = shape.words(value).written(language) if isinstance(value, str) else value
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


__all__ = ["LONG", "QUICK", "Span", "case_of", "full", "leaves", "models", "paths", "write"]
