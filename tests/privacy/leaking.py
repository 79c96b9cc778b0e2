"""How a leak is seeded: it sees the whole case beside the copy that is made of the cut."""

from collections.abc import Callable
from typing import Any

import pytest

from top3.case.model import Case
from top3.document import release
from top3.document.model import Document

Compose = Callable[[Document, Case], Document]


def watch(patch: pytest.MonkeyPatch) -> Callable[[], Case]:
    """Let a leak see the whole case that is being cut."""
    there: list[Case] = []
    honest = release.cut

    def watching(case: Case, reader: Any) -> Case:
        there[:] = [case]
        return honest(case, reader)

    patch.setattr(release, "cut", watching)
    return lambda: there[0]


def put(patch: pytest.MonkeyPatch, change: Compose) -> None:
    """Compose the shared plan with this leak."""
    whole, honest = watch(patch), release.compose_shared
    patch.setattr(
        release,
        "compose_shared",
        lambda case, reader: change(honest(case, reader), whole()),
    )
