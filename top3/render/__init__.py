"""Turns a Document into the bytes of a copy: Markdown, HTML, DOCX and PDF, from one tree.

Why one tree: a format that were written from the Document itself would sooner or later say more
or less than the others (redaction per format drifts).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from top3.document.model import Document
from top3.render.direction import directed
from top3.render.markdown import blocks
from top3.render.page import Page, page
from top3.render.tree import Blocks

FORMATS = ("md", "html", "docx", "pdf")
_MODULES = {"md": "text", "html": "html", "docx": "docx", "pdf": "pdf"}

__all__ = ["FORMATS", "Failure", "Rendered", "render"]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes of one format. `replaced`: characters that no font has, shown as a box."""

    data: bytes
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A format that could not be made. `kind` is safe to show; `error` may quote the plan."""

    kind: str
    error: Exception = field(repr=False, compare=False)


def render(document: Document, formats: Sequence[str]) -> dict[str, Rendered | Failure]:
    """Write the document in each format. A format fails alone; a broken template fails all."""
    if unknown := set(formats) - set(FORMATS):
        raise ValueError(f"unknown format: {min(unknown)}")
    around = page(document)
    tree = directed(blocks(document), around.rtl)
    return {name: _attempt(name, tree, around) for name in formats}


def _writer(name: str) -> Callable[[Blocks, Page], tuple[bytes, tuple[str, ...]]]:
    """Find the writer of a format; its libraries are loaded only when it is asked for."""
    write: Callable[[Blocks, Page], tuple[bytes, tuple[str, ...]]]
    write = import_module(f"top3.render.{_MODULES[name]}").write
    return write


def _attempt(name: str, tree: Blocks, around: Page) -> Rendered | Failure:
    try:
        return Rendered(*_writer(name)(tree, around))
    except Exception as error:  # a library that is not there, typst, lxml, zip: each its own way
        return Failure(type(error).__name__, error)
