"""What must not change a judgement: order, names, comments, line ends, quotes, the calendar."""

import random
import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.method.families import BUSY, plain, texts, written
from tests.method.stories import Fixture, fixtures, judged
from top3.method.check import Judgement

DAY = "2024-09-02"
TEXTS = texts()
DAYS = {fixture.path.stem: str(fixture.day) for fixture in fixtures()}
NAMES = sorted(TEXTS)
FIXED = [*sorted(DAYS), "busy"]
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PARTIAL = re.compile(r"(datum|sinds|geboren|date|since|born): \"?\d{4}(-\d{2})?[\",}\s]")


def essence(judgement: Judgement) -> dict[str, Any]:
    """What may not depend on how the file was written down: no places, no wording."""
    phase, ave, plan = judgement.phase, judgement.escalation, judgement.plan
    return {
        "findings": Counter((f.id, f.severity, f.variant, f.stops) for f in judgement.findings),
        "phase": (phase.number, phase.recorded, phase.gate_open, phase.calm_days),
        "opens": phase.earliest_next and phase.earliest_next - judgement.day,
        "why": Counter(reason.key for reason in phase.because),
        "ave": (ave.minimum, ave.recorded, Counter(reason.key for reason in ave.because)),
        "plan": [(c.rank, c.item.id, [r.key for r in c.because]) for c in plan.priorities],
        "waiting": {c.item.id: [r.key for r in c.because] for c in plan.waiting},
        "ties": plan.ties,
    }


def judge_text(name: str, text: str | None = None, day: str | None = None) -> dict[str, Any]:
    return essence(judged(TEXTS[name] if text is None else text, day or DAYS.get(name, DAY)))


@cache
def known(name: str) -> dict[str, Any]:
    """What a file gives as it is written."""
    return judge_text(name)


def shuffled(data: Any, mix: random.Random) -> Any:
    """Put every list and every mapping in another order, at every depth."""
    if isinstance(data, dict):
        keys = list(data)
        mix.shuffle(keys)
        return {key: shuffled(data[key], mix) for key in keys}
    if isinstance(data, list):
        items = [shuffled(item, mix) for item in data]
        mix.shuffle(items)
        return items
    return data


def test_there_is_something_to_turn() -> None:
    assert len(NAMES) > 100
    assert len({code.split(":")[0] for code, *_ in known("busy")["findings"]}) >= 16
    assert sum(len(one["findings"]) for one in map(known, FIXED)) > 500


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), st.integers(0, 2**32))
def test_the_order_of_a_file_changes_nothing(name: str, seed: int) -> None:
    text = written(shuffled(plain(TEXTS[name]), random.Random(seed)))  # noqa: S311
    assert judge_text(name, text) == known(name)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_the_order_of_a_busy_file_changes_nothing(seed: int) -> None:
    text = written(shuffled(plain(BUSY), random.Random(seed)))  # noqa: S311
    assert judge_text("busy", text) == known("busy")


def test_the_two_parents_may_change_places_in_the_file() -> None:
    data = plain(BUSY)
    father, mother, *others = data["gezin"]
    data["gezin"] = [mother, father, *others]
    assert judge_text("busy", written(data)) == known("busy")


def turn(text: str) -> str:
    """Give father the place of mother and mother that of father, ids, roles and names alike."""
    pairs = {"v1": "m1", "m1": "v1", "vader": "moeder", "moeder": "vader"}
    pairs |= {"Mark": "Dewi", "Dewi": "Mark"}
    return re.sub(r"\b(v1|m1|vader|moeder|Mark|Dewi)\b", lambda m: pairs[m[0]], text)


def test_who_is_the_mother_and_who_the_father_changes_nothing() -> None:
    """A man can be harmed too: only the ids change places."""
    turned = judge_text("busy", turn(BUSY))
    mine = Counter(
        {
            (":".join(turn(one) for one in key[0].split(":")), *key[1:]): count
            for key, count in known("busy")["findings"].items()
        }
    )
    assert turned["findings"] == mine
    assert {key: value for key, value in turned.items() if key != "findings"} == {
        key: value for key, value in known("busy").items() if key != "findings"
    }


NEW_NAMES = {
    "Mark": "Şükrü", "Dewi": "Anne-Marie", "Visser": "O'Neill", "Finn": "Zoë", "Saar": "Li",
    "Ria": "Bep", "Els": "Jo", "Bo": "Max", "Noor": "Willemijn", "Bakker": "Đặng", "Mo": "Teun",
}  # fmt: skip


def test_other_names_change_nothing() -> None:
    text = BUSY
    for old, new in NEW_NAMES.items():
        text = re.sub(rf"\b{old}\b", new, text)
    assert text != BUSY
    assert judge_text("busy", text) == known("busy")


@pytest.mark.parametrize("name", NAMES)
def test_quotes_comments_and_line_ends_change_nothing(name: str) -> None:
    text = TEXTS[name]
    commented = "# Een opmerking: met 'tekens' en {haken}.\n\n" + text.replace("\n", "  # x\n")
    ways = {
        "quoted": written(plain(text)),
        "windows": text.replace("\n", "\r\n"),
        "old mac": text.replace("\n", "\r"),
        "byte order mark": "\ufeff" + text,
        "without an end": text.rstrip("\n"),
    }
    if "|" not in text and ">" not in text:
        ways["comments"] = commented
    for way, changed in ways.items():
        assert judge_text(name, changed, DAYS.get(name, DAY)) == known(name), way


def moved(text: str, days: int) -> str:
    """Move every date in a file by the same number of days."""
    return _DATE.sub(lambda m: str(date.fromisoformat(m[0]) + timedelta(days=days)), text)


_BIRTHDAY = re.compile(r"(geboren|born): ")
"""Years of age are no number of days: across a leap day a birthday moves."""

MOVABLE = [
    name
    for name in NAMES
    if not _PARTIAL.search(TEXTS[name]) and (name == "busy" or not _BIRTHDAY.search(TEXTS[name]))
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(MOVABLE), st.integers(-3000, 3000))
def test_moving_all_dates_changes_nothing(name: str, days: int) -> None:
    day = date.fromisoformat(DAYS.get(name, DAY)) + timedelta(days=days)
    assert judge_text(name, moved(TEXTS[name], days), str(day)) == known(name)


def test_most_files_can_be_moved() -> None:
    assert len(MOVABLE) > 100
    assert "busy" in MOVABLE


@pytest.mark.parametrize("fixture", fixtures()[::5], ids=lambda fixture: fixture.path.stem)
def test_judging_twice_gives_the_same(fixture: Fixture) -> None:
    day = str(fixture.day)
    assert judged(fixture.text, day) == judged(fixture.text, day)
