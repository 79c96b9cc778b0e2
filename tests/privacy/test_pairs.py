"""Non-interference: cases that are equal for everyone give everyone the same copy, byte by byte.

The longer run (10,000 pairs up to the Document, 300 through every format):
`pytest -m long tests/privacy`; `TOP3_SEED=1000000` takes other pairs than last time.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from random import Random

import pytest

from tests.privacy.bases import EXAMPLES, NAMES, Data, base, example
from tests.privacy.changes import CHANGES
from tests.privacy.copies import document, files, made
from tests.privacy.hidden import pair
from tests.privacy.table import seen

FIRST = int(os.environ.get("TOP3_SEED", "0"))
FORMATS = ("md", "html", "docx", "pdf")
ALL_FILES = {f"everyone/plan.{name}" for name in FORMATS}
ALL_FILES |= {f"everyone/poster.{name}" for name in ("html", "pdf")}


def pairs_up_to_the_document(seeds: range) -> Counter[str]:
    """Hold every pair to the law and count what was checked."""
    counted: Counter[str] = Counter()
    of_base = {name: seen(base(name)) for name in NAMES}
    for seed in seeds:
        name, one, other = pair(seed)
        assert one != other, seed
        assert seen(one) == seen(other) == of_base[name], (seed, name)
        left, right = made(one), made(other)
        assert left.document == right.document, (seed, name)
        refused = left.is_refused + right.is_refused
        counted[name] += 1
        counted[("both released", "one refused", "both refused")[refused]] += 1
    return counted


def pairs_through_the_formats(seeds: Iterable[int]) -> int:
    """Compare all bytes and names; a refusal writes nothing. Give the number both released."""
    released = 0
    for seed in seeds:
        name, one, other = pair(seed)
        written = [files(one), files(other)]
        assert all(found == {} or set(found) == ALL_FILES for found in written), (seed, name)
        left, right = written
        if left and right:
            assert left == right, (seed, name, [n for n in left if left[n] != right[n]])
            released += 1
    return released


def both_released(count: int, start: int = 0) -> list[int]:
    """The first seeds of which both copies may exist."""
    found: list[int] = []
    seed = start
    while len(found) < count:
        _, one, other = pair(seed)
        if not made(one).is_refused and not made(other).is_refused:
            found.append(seed)
        seed += 1
    return found


def test_equal_for_everyone_is_an_equal_document() -> None:
    counted = pairs_up_to_the_document(range(300))
    assert all(counted[name] >= 30 for name in NAMES)
    assert counted["both released"] >= 75
    assert counted["one refused"] >= 50


def test_equal_for_everyone_is_equal_in_every_byte_and_name() -> None:
    seeds = both_released(12)
    assert len({pair(seed)[0] for seed in seeds}) >= 4
    assert pairs_through_the_formats(seeds) == 12


def test_a_refusal_writes_nothing() -> None:
    refused = [one for _, one, _ in map(pair, range(24)) if made(one).is_refused]
    assert len(refused) >= 4
    for data in refused[:4]:
        assert files(data) == {}
        both = files(data, formats="md", reader="")
        assert set(both) == {"professional/plan.md"}


@pytest.mark.long
def test_ten_thousand_pairs() -> None:
    counted = pairs_up_to_the_document(range(FIRST, FIRST + 10_000))
    assert counted["both released"] >= 2_500


@pytest.mark.long
def test_three_hundred_pairs_through_every_format() -> None:
    assert pairs_through_the_formats(range(FIRST, FIRST + 300)) >= 75


# --- the tests of this test --------------------------------------------------------------------


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_change_changes_something_and_only_what_is_hidden(
    change: Callable[..., None],
) -> None:
    changed = 0
    for name in NAMES:
        for seed in range(4):
            data = base(name)
            change(Random(seed), data)  # noqa: S311
            assert seen(data) == seen(base(name)), (name, seed)
            changed += data != base(name)
    assert changed >= 3


def _wish(data: Data) -> None:
    data["situations"][0]["wish"] = "Iets anders."


def _rank(data: Data) -> None:
    data["situations"][0]["rank"], data["situations"][2]["rank"] = "1", "4"


def _consent(data: Data) -> None:
    data["network"][1]["name_shared"] = "yes"


def _release(data: Data) -> None:
    data["releases"].pop(0)


def _later(data: Data) -> None:
    data["risk_factors"][2]["title"] = "Iets anders"


def _part(data: Data) -> None:
    del data["situations"][0]["agreements"][0]["if_not"]


def _level(data: Data) -> None:
    data["plan"]["phase"]["level"] = "1"


@pytest.mark.parametrize(
    "change",
    [_wish, _rank, _consent, _release, _later, _part, _level],
    ids=lambda change: change.__name__,
)
def test_what_everyone_may_see_does_change_the_copy(change: Callable[..., None]) -> None:
    """The net would be worthless if nothing could be caught in it."""
    data = base("rich")
    change(data)
    assert seen(data) != seen(base("rich"))
    assert document(data) != document(base("rich"))


# --- taking everything hidden out --------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_without_anything_hidden_the_copy_is_the_same(name: str) -> None:
    whole, bare = base(name), seen(base(name))
    assert len(str(bare)) < len(str(whole)), "there is something hidden"
    assert document(bare) == document(whole)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_example_shows_anything_hidden(path: Path) -> None:
    whole, bare = example(path), seen(example(path))
    assert bare != whole
    assert document(bare) == document(whole)


def test_without_anything_hidden_every_byte_is_the_same() -> None:
    for name in ("julia-en-tom", "rich", "english"):
        bare = seen(base(name))
        if bare["plan"]["phase"]["level"] != "1":  # a later phase asks for a person's decision
            bare["decisions"] = base(name)["decisions"]
        left, right = files(base(name)), files(bare)
        assert set(left) == ALL_FILES, name
        assert left == right, name


def test_varied_cases_without_anything_hidden_give_the_same_document() -> None:
    for seed in range(12):
        name, one, _ = pair(seed)
        assert document(seen(one)) == document(one), (seed, name)


# --- what the professionals alone know ---------------------------------------------------------


@pytest.mark.parametrize("name", ["julia-en-tom", "rich", "english"])
@pytest.mark.parametrize("day", ["2024-01-01", "2024-09-01", "2024-09-02", "onbekend"])
def test_an_incident_told_in_confidence_changes_no_phase_and_no_order(name: str, day: str) -> None:
    data = base(name)
    when = day if day[0] == "2" else "unknown"
    data["violence"]["incidents"].append(
        {
            "id": "zz9",
            "date": when,
            "became_known": "2024-09-02",
            "known_through": ["k1"],
            "what": "Dit vertelde een kind.",
            "by": ["v1"],
            "against": ["k1"],
            "injury": "danger to life",
            "features": ["weapon"],
        }
    )
    data["situations"][-1].setdefault("incidents", []).append("zz9")
    data["violence"].setdefault("flags", []).append(
        {"id": "zz8", "kind": "weapon", "incident": "zz9", "date": when}
    )
    assert seen(data) == seen(base(name))
    before, after = made(base(name)), made(data)
    assert after.exam.findings != before.exam.findings, "the professionals are told"
    assert after.document == before.document
    written = files(data, "md,html")
    assert written in ({}, files(base(name), "md,html"))


@pytest.mark.parametrize("name", NAMES)
def test_the_day_on_which_it_is_made_is_not_in_the_copy(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = document(base(name))
    monkeypatch.setattr("tests.privacy.copies.DAY", date(2031, 5, 5))
    assert document(base(name)) == today
