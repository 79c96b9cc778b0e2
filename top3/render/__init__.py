"""Turns a Document into the bytes of a copy: Markdown, HTML, DOCX and PDF, from one tree.

Why one tree: a format that were written from the Document itself would sooner or later say more
or less than the others (redaction per format drifts).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from top3.document.model import Document
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
    writers = {name: _writer(name) for name in formats}
    tree, around = blocks(document), page(document)
    return {name: _attempt(writer, tree, around) for name, writer in writers.items()}


def _writer(name: str) -> Callable[[Blocks, Page], tuple[bytes, tuple[str, ...]]]:
    """Find the writer of a format; its libraries are loaded only when it is asked for."""
    if name not in FORMATS:
        raise ValueError(f"unknown format: {name}")
    write: Callable[[Blocks, Page], tuple[bytes, tuple[str, ...]]]
    write = import_module(f"top3.render.{_MODULES[name]}").write
    return write


def _attempt(
    writer: Callable[[Blocks, Page], tuple[bytes, tuple[str, ...]]], tree: Blocks, around: Page
) -> Rendered | Failure:
    try:
        return Rendered(*writer(tree, around))
    except Exception as error:  # typst, lxml and zip fail each in their own way
        return Failure(type(error).__name__, error)
