"""Turns a Document into the bytes of a copy: Markdown, HTML, DOCX and PDF, from one tree.

Why one tree: a format that were written from the Document itself would sooner or later say more
or less than the others (redaction per format drifts).
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module

from top3.document.model import Document
from top3.render.direction import directed
from top3.render.markdown import blocks
from top3.render.page import Page, page
from top3.render.tree import Blocks

_MODULES = {"md": "text", "html": "html", "docx": "docx", "pdf": "pdf"}
"""The module that writes each format."""
FORMATS = tuple(_MODULES)

__all__ = ["FORMATS", "Failure", "Rendered", "render", "render_files"]


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
    made = render_files({"": (document, formats)})
    return {name.removeprefix("."): file for name, file in made.items()}


def render_files(
    sheets: Mapping[str, tuple[Document, Sequence[str]]],
) -> dict[str, Rendered | Failure]:
    """Write documents, each in its formats, by file name: "plan.pdf".

    The PDFs are made beside the rest: while typst works, Python goes on.
    """
    jobs: dict[str, Callable[[], Rendered | Failure]] = {}
    for stem, (document, formats) in sheets.items():
        if unknown := set(formats) - set(FORMATS):
            raise ValueError(f"unknown format: {min(unknown)}")
        around = page(document)
        tree = directed(blocks(document), around.rtl)
        jobs |= {f"{stem}.{name}": partial(_attempt, name, tree, around) for name in formats}
    with ThreadPoolExecutor(max_workers=1) as beside:
        waits = {name: beside.submit(job) for name, job in jobs.items() if name.endswith(".pdf")}
        made = {name: job() for name, job in jobs.items() if name not in waits}
        made |= {name: wait.result() for name, wait in waits.items()}
    return {name: made[name] for name in jobs}


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
