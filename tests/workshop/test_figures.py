"""2,000 invented families together look as the regiovisie's figures say (method.md §6).

The figures stand here once more, as the source has them, so that a wrong one in the code is found.
The bounds are three standard errors of a share among so many families (or children).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from math import sqrt
from typing import Any

import pytest

from top3.workshop.family import Family, Wish, draw_family
from top3.workshop.figures import SETTINGS
from top3.workshop.told import describe_as_drawn, source

DAY = date(2026, 11, 24)
MANY = 2000

Told = tuple[Family, dict[str, Any]]


@cache
def families() -> Sequence[Told]:
    wishes = (Wish(seed, DAY, "nl") for seed in range(MANY))
    drawn = [draw_family(wish, source(wish)) for wish in wishes]
    return [(family, describe_as_drawn(family)) for family in drawn]


def assert_share(found: Iterable[bool], expected: float) -> None:
    """A share lies within three standard errors of what is expected."""
    found = list(found)
    assert len(found) > 200
    share, error = sum(found) / len(found), sqrt(expected * (1 - expected) / len(found))
    assert abs(share - expected) < 3 * error, f"{share:.3f}, expected {expected} ± {3 * error:.3f}"


def test_the_police_reports_as_often_as_it_does() -> None:
    reporters = [first_report(data)["by"] for _, data in families()]
    assert_share((by == "de politie" for by in reporters), 0.61)


def first_report(data: dict[str, Any]) -> dict[str, Any]:
    return next(report for report in data["veilig_thuis"]["reports"] if "closed" not in report)


def test_child_abuse_is_suspected_as_often_as_it_is() -> None:
    assert_share((is_abuse(data) for _, data in families()), 0.55)


def is_abuse(data: dict[str, Any]) -> bool:
    """Neglect is a form of kindermishandeling too (regiovisie fig. 2)."""
    return bool({"child abuse", "neglect"} & {entry["form"] for entry in data["violence"]["forms"]})


def test_so_many_families_are_known_from_a_closed_report() -> None:
    assert_share(
        (any("closed" in r for r in data["veilig_thuis"]["reports"]) for _, data in families()),
        0.30,
    )


def test_a_barring_order_is_no_more_frequent_than_its_assessments() -> None:
    """44 and 29 assessments beside 1,168 and 559 reports in 2022: not each becomes an order."""
    share = sum(bool(data["measures"]) for _, data in families()) / MANY
    assert 0.01 < share <= (44 + 29) / (1168 + 559)


def is_serious(family: Family, data: dict[str, Any], since: int) -> bool:
    """Frequent or serious violence: an incident of the last days, or how often it happens."""
    recent = [
        incident
        for incident in data["violence"]["incidents"]
        if (family.wish.day - incident["date"]).days <= since
    ]
    grave = any(
        incident["injury"] in ("injury", "serious injury", "danger to life")
        or {"threat", "sexual", "weapon"} & {*incident["features"]}
        for incident in recent
    )
    active = [s for s in data["situations"] if s["status"] == "active"]
    return grave or any(s["frequency"] in ("weekly", "daily") for s in active)


def test_violence_is_frequent_or_serious_at_the_start() -> None:
    start = [(f, d) for f, d in families() if not f.course.is_year_on]
    assert_share((is_serious(f, d, 365) for f, d in start), 0.75)


def test_after_a_year_half_of_them_still_have_it() -> None:
    later = [(f, d) for f, d in families() if f.course.is_year_on]
    assert_share((is_serious(f, d, 90) for f, d in later), 0.50)


def scores(data: dict[str, Any]) -> Iterable[list[int]]:
    for member in data["members"]:
        if member["age"] < 18 and member["safety_scores"]:
            yield [score["score"] for score in member["safety_scores"]]


def test_so_many_children_are_unsafe_at_the_start() -> None:
    first = [found[0] for _, data in families() for found in scores(data)]
    unsafe = (score < SETTINGS.unsafe_below for score in first)
    assert_share(unsafe, 0.489)


def test_after_a_year_so_many_still_are() -> None:
    later = [(f, d) for f, d in families() if f.course.is_year_on]
    last = [found[-1] for _, data in later for found in scores(data)]
    unsafe = (score < SETTINGS.unsafe_below for score in last)
    assert_share(unsafe, 0.244)


def test_every_profile_and_phase_is_there() -> None:
    profiles = Counter(family.profile.kind for family, _ in families())
    phases = Counter(family.course.phase for family, _ in families())
    for profile, share in SETTINGS.profiles.items():
        assert profiles[profile] == pytest.approx(share * MANY, rel=0.2)
    assert min(phases[phase] for phase in (1, 2, 3)) > 50
