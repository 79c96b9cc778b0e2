"""The personal pairs find every leak of a list; a seeded leak that survives is a defect."""

from functools import cache

import pytest

from tests.privacy.personal_copies import case_of, composed
from tests.privacy.personal_leaks import COMPOSED, CUT
from tests.privacy.personal_pairs import pair
from tests.privacy.personal_table import FORMS
from top3.case import cut as cutting
from top3.case import personal as own_cut
from top3.case.cut import Reader
from top3.case.model import Case
from top3.document import model as doc
from top3.document import personal as composing

LEAK_SEEDS = range(120)
"""A part of the pairs of an ordinary run: twenty of each form."""


@cache
def read_pair(seed: int) -> tuple[str, str, Case, Case]:
    form, person, one, other = pair(seed)
    return form, person, case_of(one), case_of(other)


def first_difference(form: str) -> int | None:
    for seed in LEAK_SEEDS[FORMS.index(form) :: len(FORMS)]:
        found, person, one, other = read_pair(seed)
        assert found == form
        if composed(one, form, person) != composed(other, form, person):
            return seed
    return None


@cache
def is_clean(form: str) -> bool:
    """Tell whether nothing differs without a leak; asked before each is seeded."""
    return first_difference(form) is None


@pytest.mark.parametrize("name", COMPOSED)
def test_a_leak_in_what_is_composed_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    forms, change = COMPOSED[name]
    whole: list[Case] = []
    honest_cut, honest = cutting.cut, composing.compose_personal

    def watching(case: Case, reader: Reader) -> Case:
        whole[:] = [case]
        return honest_cut(case, reader)

    def leaking(case: Case, reader: Reader) -> doc.Document:
        document, there = honest(case, reader), whole[0]
        with monkeypatch.context() as inner:
            inner.setattr(cutting, "cut", honest_cut)
            return change(document, there, reader.person)

    assert all(is_clean(form) for form in forms)
    monkeypatch.setattr(cutting, "cut", watching)
    monkeypatch.setattr(composing, "compose_personal", leaking)
    assert {form for form in forms if first_difference(form) is None} == set()


@pytest.mark.parametrize("name", CUT)
def test_a_leak_in_the_cut_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    forms, part, change = CUT[name]
    assert all(is_clean(form) for form in forms)
    monkeypatch.setattr(own_cut, part, change)
    assert {form for form in forms if first_difference(form) is None} == set()


def test_there_are_leaks_to_find() -> None:
    assert len(COMPOSED) + len(CUT) >= 25
    assert {form for forms, *_ in COMPOSED.values() for form in forms} == {*FORMS}
