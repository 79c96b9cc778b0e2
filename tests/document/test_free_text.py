"""The check on free text, measured: how many labelled texts block the family's copy, and rightly.

Each text is the `wat` of an agreement in a case that records the family's confidential values,
and is examined the way a command does it.
"""

import tomllib
from collections import defaultdict
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from tests.document.stories import examined

SET = tomllib.loads(Path(__file__).with_name("free_text.toml").read_text("utf-8"))
PARTS = tuple(SET)
RECALL, PRECISION = 0.95, 0.8
FLOORS = {"fresh": (0.88, 0.97)}
"""Where it differs: texts that hold riddles, which the check does not see."""
TEXTS = 300
FEWEST = {"blocks": 35, "passes": 20}

CASE = """
top3: 1
plan: {{datum: 2024-09-02, volgende_evaluatie: 2024-09-09}}
team:
  casusregisseur: {{id: p1, naam: Karin, organisatie: het wijkteam, telefoon: 055-555 01 23}}
gezin:
  - {{id: v1, naam: Peter, rol: vader}}
  - {{id: m1, naam: Sanne, rol: moeder}}
  - {{id: k1, naam: Tom, rol: kind}}
  - {{id: k2, naam: Julia, rol: kind}}
onveilige_situaties:
  - id: s1
    titel: Slaan
    wens: Niemand slaat.
    afspraken: [{{id: a1, wat: "{text}", wie: v1, kijkt_mee: p1, als_het_misgaat: Stop.}}]
"""


def blocks(values: list[list[str]], text: str) -> bool:
    """Tell whether T901 or T903 stops the copy because of this text."""
    story = CASE.format(text=text)
    if values:
        story += "vertrouwelijk:\n"
    for number, (kind, value, *of) in enumerate(values, 1):
        story += f'  - {{id: x{number}, soort: {kind}, waarde: "{value}", datum: 2024-09-01'
        story += f", van: {of[0]}}}\n" if of else "}\n"
    found = examined(story).withheld
    return any(finding.code in ("T901", "T903") for finding in found)


@cache
def outcome(part: str) -> tuple[tuple[str, str, str, bool, bool], ...]:
    """Family, category and text of every row, whether it must block and whether it does."""
    values = SET[part]["values"]
    return tuple(
        (family, category, text, label == "blocks", blocks(values[family], text))
        for label in ("blocks", "passes")
        for family, category, text in SET[part][label]
    )


def figures(part: str) -> tuple[float, float]:
    rows = outcome(part)
    hits = sum(must and does for *_, must, does in rows)
    return hits / sum(must for *_, must, _ in rows), hits / sum(does for *_, does in rows)


def by_category(part: str) -> dict[str, tuple[int, int]]:
    """How many texts of each category came out as their label says, and how many there are."""
    counted: dict[str, list[bool]] = defaultdict(list)
    for _, category, _, must, does in outcome(part):
        counted[category].append(must is does)
    return {category: (sum(right), len(right)) for category, right in sorted(counted.items())}


@pytest.mark.parametrize("part", PARTS)
def test_there_is_something_to_measure(part: str) -> None:
    assert all(len(SET[part][label]) >= least for label, least in FEWEST.items())
    assert len(rows(part)) == sum(len(SET[part][label]) for label in FEWEST) > 50
    assert sum(family == "english" for label in FEWEST for family, *_ in SET[part][label]) >= 3


def test_the_parts_share_no_text_and_no_value() -> None:
    assert set(PARTS) == {"held_out", "tune", "later", "last", "fresh", "unseen"}
    assert sum(len(rows(part)) for part in PARTS) >= TEXTS
    for one, other in combinations(PARTS, 2):
        assert rows(one) and not rows(one) & rows(other)
        assert recorded(one) and not recorded(one) & recorded(other)


def rows(part: str) -> set[str]:
    return {text for label in FEWEST for *_, text in SET[part][label]}


def recorded(part: str) -> set[str]:
    return {value for family in SET[part]["values"].values() for _, value, *_ in family}


@pytest.mark.parametrize("part", PARTS)
def test_what_must_block_blocks_and_little_else_does(part: str) -> None:
    recall, precision = figures(part)
    print(f"{part}: recall {recall:.3f}, precision {precision:.3f}", by_category(part))  # noqa: T201
    least = FLOORS.get(part, (RECALL, PRECISION))
    assert recall >= least[0]
    assert precision >= least[1]
