"""The pairs find every leak of a list; a seeded leak that survives is a defect of the test."""

from functools import cache
from typing import Any

import pytest

from tests.privacy.bases import Data, written
from tests.privacy.copies import files, made
from tests.privacy.hidden import pair
from tests.privacy.leaking import put, watch
from tests.privacy.leaks_composed import COMPOSED
from tests.privacy.leaks_cut import CUT
from tests.privacy.leaks_format import FORMAT
from top3.case.cut import EVERYONE
from top3.case.reader import Reading, read
from top3.document import release

SEEDS = range(40)
"""A part of the pairs of an ordinary run: every leak must be found by these."""


@cache
def readings(seed: int) -> tuple[Reading, Reading]:
    _, one, other = pair(seed)
    return read(written(one)), read(written(other))


@cache
def released_pairs(count: int) -> tuple[tuple[Data, Data], ...]:
    pairs = (pair(seed)[1:] for seed in SEEDS)
    both = (p for p in pairs if not made(p[0]).is_refused and not made(p[1]).is_refused)
    return tuple(found for _, found in zip(range(count), both, strict=False))


def shared(reading: Reading) -> Any:
    assert reading.case is not None
    return release.compose_shared(release.cut(reading.case, EVERYONE), EVERYONE)


@cache
def honest(seed: int) -> tuple[Any, Any]:
    one, other = readings(seed)
    return shared(one), shared(other)


def first_difference(changed: list[bool]) -> int | None:
    """The first pair whose documents differ; notes for each pair whether the leak did anything."""
    for seed in SEEDS:
        found = tuple(map(shared, readings(seed)))
        changed.append(found != honest_before[seed])
        if found[0] != found[1]:
            return seed
    return None


honest_before: dict[int, tuple[Any, Any]] = {}


@pytest.fixture(autouse=True, scope="module")
def _without_a_leak() -> None:
    honest_before.update({seed: honest(seed) for seed in SEEDS})
    assert all(one == other for one, other in honest_before.values())


def test_there_are_leaks_to_find() -> None:
    assert len(COMPOSED) >= 30
    assert len(CUT) >= 7
    assert len(FORMAT) >= 12


@pytest.mark.parametrize("name", COMPOSED)
def test_a_leak_in_what_is_composed_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    changed: list[bool] = []
    put(monkeypatch, COMPOSED[name])
    assert first_difference(changed) is not None, "survived"
    assert any(changed)


@pytest.mark.parametrize("name", CUT)
def test_a_leak_in_the_cut_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    changed: list[bool] = []
    CUT[name](monkeypatch)
    assert first_difference(changed) is not None, "survived"
    assert any(changed)


@pytest.mark.parametrize("name", FORMAT)
def test_a_leak_in_a_format_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    formats, seed = FORMAT[name]
    pairs = released_pairs(4)
    assert len(pairs) == 4
    before = files(pairs[0][0], formats)
    assert before and before == files(pairs[0][1], formats)
    seed(monkeypatch, watch(monkeypatch))
    is_found = changed = False
    for one, other in pairs:
        left, right = files(one, formats), files(other, formats)
        assert left and right, "a copy that is not made can't leak"
        changed = changed or left != before or right != before
        if left != right:
            is_found = True
            break
    assert is_found, "survived"
    assert changed
