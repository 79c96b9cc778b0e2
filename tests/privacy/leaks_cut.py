"""Leaks in the cut: something is kept that this reader may not see."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from tests.privacy.leaking import put
from top3.case import cut as cutting
from top3.case.cut import EVERYONE
from top3.case.fields import Label
from top3.case.vocabulary import Share, Status
from top3.document.model import Waiting

CUT: dict[str, Callable[[pytest.MonkeyPatch], None]] = {}


def in_cut(name: str) -> Callable[[Callable[[pytest.MonkeyPatch], None]], None]:
    def keep(seed: Callable[[pytest.MonkeyPatch], None]) -> None:
        CUT[name] = seed

    return keep


def _label_opened(patch: pytest.MonkeyPatch, opened: Label) -> None:
    honest = cutting._everyone_sees
    patch.setattr(
        cutting, "_everyone_sees", lambda label, entry: label is opened or honest(label, entry)
    )


in_cut("names of people who did not agree")(partial(_label_opened, opened=Label.NAMED))


@in_cut("consent taken from the mark to share")
def _(patch: pytest.MonkeyPatch) -> None:
    honest = cutting._everyone_sees

    def sees(label: Label, entry: Any) -> bool:
        if label is Label.NAMED:
            return getattr(entry, "name_shared", None) is not False
        return honest(label, entry)

    patch.setattr(cutting, "_everyone_sees", sees)


@in_cut("narrowed entries forgotten")
def _(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cutting, "_shown", lambda item, visible, *_, **__: visible)


@in_cut("marked for everyone, but not released")
def _(patch: pytest.MonkeyPatch) -> None:
    honest = cutting._shown

    def shown(item: Any, *others: Any, **more: Any) -> bool:
        return getattr(item, "share_with", None) is Share.EVERYONE or honest(item, *others, **more)

    patch.setattr(cutting, "_shown", shown)


@in_cut("ids of hidden people")
def _(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cutting, "_known", lambda identifiers, people: identifiers)


@in_cut("what is done or dropped")
def _(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cutting, "_agreements", lambda agreements, people: agreements)


@in_cut("agreements of what waits")
def _(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cutting, "_SHOWN_WHEN_WAITING", (*cutting._SHOWN_WHEN_WAITING, "agreements"))
    put(
        patch,
        lambda document, case: replace(
            document,
            later=tuple(
                Waiting(p.title or "", tuple(a.what or "" for a in p.agreements))
                for p in cutting.cut(case, EVERYONE).priorities
                if p.status in (Status.WAITING, Status.PLANNED)
            ),
        ),
    )
