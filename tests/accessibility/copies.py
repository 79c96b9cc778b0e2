"""Every copy of every example, rendered once: what all tests in this folder look at."""

from functools import cache

import pytest

from tests.examples.test_examples import EXAMPLES, examined
from top3.document.model import Document
from top3.render import Rendered, render

PROFESSIONAL = "professional"
Which = tuple[str, str]
"""Which copy: the name of the example and the name of the reader."""


@cache
def copies() -> list[tuple[str, str, Document]]:
    """Give every copy that may exist: the example's name, the reader's name, the document."""
    return [
        (path.stem, reader, document)
        for path in EXAMPLES
        for reader, document in examined(path)[1].copies.items()
    ]


def cases() -> list[object]:
    """Give every copy as a parameter."""
    return [_case((stem, reader)) for stem, reader, _ in copies()]


def spread() -> list[object]:
    """Give every copy as a parameter, most of them only in the longer run (`pytest -m long`).

    Word and PDF take a second for every five copies and the browser more, so the ordinary run
    takes one of each form, language and phase. `.ci/run` looks at all.
    """
    seen: set[tuple[object, ...]] = set()
    found = []
    for stem, reader, document in copies():
        kind = (document.template, document.language, document.phase, document.provisional)
        found.append(_case((stem, reader), *[pytest.mark.long] if kind in seen else []))
        seen.add(kind)
    return found


def _case(which: Which, *marks: pytest.MarkDecorator) -> object:
    return pytest.param(which, id=".".join(which).replace(":", "-"), marks=marks)


def document(which: Which) -> Document:
    """Give the document of one copy."""
    return _documents()[which]


@cache
def _documents() -> dict[Which, Document]:
    return {(stem, reader): made for stem, reader, made in copies()}


@cache
def made(which: Which, name: str) -> bytes:
    """Give the bytes of one copy in one format; each is rendered once in a run."""
    result = render(document(which), [name])[name]
    assert isinstance(result, Rendered), getattr(result, "error", result)
    assert result.data
    return result.data


def for_family(which: Which) -> bool:
    """Say whether a family holds this copy: everybody but the professionals."""
    return which[1] != PROFESSIONAL
