"""What the model looks like, read off the model itself: fields, keys, labels, vocabularies.

Why: there is one model. The Dutch keys, the translation, the cut and the tests all ask it here.
"""

from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from top3.case.fields import Entry, Key, Reads
from top3.case.vocabulary import Word


@dataclass(frozen=True, slots=True)
class Shape:
    """One field: its name, key, and what its value is made of."""

    name: str
    key: Key
    many: bool
    model: type[Entry] | None
    words: type[Word] | None

    def written(self, language: str) -> str:
        """Write the key as a file in `language` does."""
        return self.key.nl if language == "nl" else self.name.rstrip("_")


@cache
def shapes(model: type[Entry]) -> tuple[Shape, ...]:
    """List the fields of a model in the order in which it declares them."""
    return tuple(_shape(name, model) for name in model.model_fields)


@cache
def keys(model: type[Entry], language: str) -> dict[str, Shape]:
    """Map the keys a file may write to the fields."""
    return {shape.written(language): shape for shape in shapes(model)}


def _shape(name: str, model: type[Entry]) -> Shape:
    field = model.model_fields[name]
    key = next((item for item in field.metadata if isinstance(item, Key)), None)
    if key is None:
        raise TypeError(f"{model.__name__}.{name} has no Key, so nobody knows who may see it")
    many, kind, extras = _kind(field.annotation)
    reads = (item.words for item in (*field.metadata, *extras) if isinstance(item, Reads))
    return Shape(
        name,
        key,
        many,
        kind if isinstance(kind, type) and issubclass(kind, Entry) else None,
        next(reads, None) or (kind if isinstance(kind, type) and issubclass(kind, Word) else None),
    )


def _kind(annotation: Any) -> tuple[bool, Any, tuple[Any, ...]]:
    """Unwrap `Annotated`, `| None` and `tuple[X, ...]` down to X."""
    many, extras = False, ()
    while True:
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation, extras = args[0], (*extras, *args[1:])
        elif origin in (Union, UnionType):
            annotation = next(arg for arg in args if arg is not NoneType)
        elif origin is tuple:
            many, annotation = True, args[0]
        else:
            return many, annotation, extras
