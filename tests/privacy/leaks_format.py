"""Leaks in a format: in its metadata, its padding, its pictures or the names of its files."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.privacy.bases import DAY
from top3 import render
from top3.case.model import Case
from top3.cli import made as making
from top3.method.phase import judge_phase
from top3.render import archive, html, pdf, pictures, text

FORMAT: dict[str, tuple[str, Callable[[pytest.MonkeyPatch, Callable[[], Case]], None]]] = {}


def in_format(name: str, formats: str) -> Callable[[Any], None]:
    def keep(seed: Any) -> None:
        FORMAT[name] = (formats, seed)

    return keep


def _size(case: Case) -> int:
    return len(repr(case))


@in_format("title and metadata", "html")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = render.page
    patch.setattr(
        render,
        "page",
        lambda document: replace(
            honest(document), title=f"plan {len(whole().violence.incidents)} {len(whole().reviews)}"
        ),
    )


@in_format("the alternative text of a picture", "docx")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = pictures.figure
    patch.setattr(
        pictures,
        "figure",
        lambda *given: replace(honest(*given), alt=f"fase {judge_phase(whole(), DAY).because}"),
    )


@in_format("a bar as wide as the whole case", "html")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = pictures.figure
    patch.setattr(
        pictures,
        "figure",
        lambda *given: replace(
            honest(*given), svg=honest(*given).svg.replace("420", str(420 + _size(whole()) % 50))
        ),
    )


def _written(module: Any, change: Callable[[bytes, Case], bytes]) -> Any:
    def seed(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
        honest = module.write

        def write(*given: Any) -> tuple[bytes, Any]:
            data, lost = honest(*given)
            return change(data, whole()), lost

        patch.setattr(module, "write", write)

    return seed


in_format("spaces at the end", "md")(
    _written(text, lambda data, case: data + b" " * (_size(case) % 31))
)
in_format("a comment in the page", "html")(
    _written(html, lambda data, case: data + f"<!-- {len(case.meetings)} -->".encode())
)
in_format("one line more when there are secrets", "md")(
    _written(text, lambda data, case: data + b"\n" * len(case.secrets))
)


@in_format("the clock of the zip", "docx")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = archive.rewritten

    def rewritten(*given: Any) -> bytes:
        patch.setattr(archive, "_MOMENT", (1980, 1, 1, 0, 0, _size(whole()) % 30 * 2))
        return honest(*given)

    patch.setattr("top3.render.docx.archive.rewritten", rewritten)


@in_format("the properties of the Word file", "docx")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = archive._core
    patch.setattr(
        archive,
        "_core",
        lambda page: honest(page).replace("</dc:title>", f" {_size(whole())}</dc:title>"),
    )


@in_format("the keywords of the PDF", "pdf")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = pdf.template
    patch.setattr(
        pdf,
        "template",
        lambda: honest().replace(
            b"date: auto", f'date: auto, keywords: "{_size(whole())}"'.encode()
        ),
    )


@in_format("the date of the PDF", "pdf")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = pdf.write

    def write(*given: Any) -> Any:
        patch.setattr(pdf, "_MOMENT", 946684800 + _size(whole()) * 60)
        return honest(*given)

    patch.setattr(pdf, "write", write)


def _named(patch: pytest.MonkeyPatch, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    honest = making.write_copy
    patch.setattr(making, "write_copy", lambda place, ready: honest(place, change(ready)))


@in_format("the name of the file", "md")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    _named(patch, lambda ready: {f"{_size(whole())}-{name}": ready[name] for name in ready})


@in_format("files more", "md")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    _named(patch, lambda ready: ready | {f"{n}.md": b"" for n in range(_size(whole()) % 7)})
