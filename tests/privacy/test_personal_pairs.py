"""Non-interference for copies of one's own: what equal `seen_by` gives is an equal copy.

Each pair varies what is hidden from everyone; for a child and a network person also what everyone
else may read. The longer run is `pytest -m long tests/privacy`; `TOP3_SEED` as in `test_pairs`.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from tests.privacy.bases import Data
from tests.privacy.personal_copies import copy_of
from tests.privacy.personal_families import HOLDERS, family, said
from tests.privacy.personal_pairs import own_agreements, pair
from tests.privacy.personal_table import ADULT, CHILD, FORMS, NETWORK, is_own, is_support, seen_by
from tests.privacy.table import IN_FORCE, KINDS, LATER
from top3.document import model as doc
from top3.render import FORMATS, Rendered, render

FIRST = int(os.environ.get("TOP3_SEED", "0"))


def pairs_up_to_the_document(seeds: range) -> Counter[str]:
    counted: Counter[str] = Counter()
    for seed in seeds:
        form, person, one, other = pair(seed)
        assert one != other, seed
        left, right = copy_of(one, form, person), copy_of(other, form, person)
        assert left == right, (seed, form, person)
        counted[form] += 1
    return counted


def pairs_through_the_formats(seeds: Iterable[int]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for seed in seeds:
        form, person, one, other = pair(seed)
        left, right = (_bytes(copy_of(data, form, person)) for data in (one, other))
        assert left == right, (seed, form, person)
        counted[form] += 1
    return counted


def _bytes(document: doc.Document) -> dict[str, bytes]:
    made = render(document, FORMATS)
    assert set(made) == {"md", "html", "docx", "pdf"}
    found = {name: each.data for name, each in made.items() if isinstance(each, Rendered)}
    assert set(found) == set(made), "each format is made"
    return found


def test_equal_for_the_holder_is_an_equal_document() -> None:
    counted = pairs_up_to_the_document(range(240))
    assert counted.total() == 240
    assert all(counted[form] >= 20 for form in FORMS), counted


def test_equal_for_the_holder_is_equal_in_every_byte() -> None:
    counted = pairs_through_the_formats(range(8))
    assert counted.total() == 8
    assert set(counted) == {*FORMS}


@pytest.mark.long
def test_ten_thousand_personal_pairs() -> None:
    counted = pairs_up_to_the_document(range(FIRST, FIRST + 10_000))
    assert all(counted[form] >= 1_600 for form in FORMS), counted


@pytest.mark.long
def test_three_hundred_personal_pairs_through_every_format() -> None:
    assert pairs_through_the_formats(range(FIRST, FIRST + 300)).total() == 300


# --- taking out what is hidden -----------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_without_anything_hidden_a_personal_copy_is_the_same(form: str) -> None:
    assert len(HOLDERS[form]) >= 6
    for name, person in HOLDERS[form]:
        whole = family(name)
        bare = seen_by(whole, form, person)
        assert len(str(bare)) < len(str(whole)), "there is something hidden"
        assert copy_of(bare, form, person) == copy_of(whole, form, person), (name, person)


@pytest.mark.parametrize("form", FORMS)
def test_varied_cases_without_anything_hidden_give_the_same_copy(form: str) -> None:
    for seed in range(FORMS.index(form), 60, len(FORMS)):
        _, person, one, _ = pair(seed)
        bare = seen_by(one, form, person)
        assert copy_of(bare, form, person) == copy_of(one, form, person), (seed, person)


# --- what the holder may see -------------------------------------------------------------------


def _said_something(data: Data, person: str) -> None:
    _member(data, person)["own_words"][0]["worries"] = "Iets anders."


def _felt_something(data: Data, person: str) -> None:
    _member(data, person)["safety_scores"][0]["score"] = "1"


def _wished(data: Data, person: str) -> None:
    need = next(n for n in data["recovery"] if is_own(n, person))
    need["wish"] = "Iets anders."


def _helped(data: Data, person: str) -> None:
    need = next(n for n in data["recovery"] if is_own(n, person))
    next(a for a in need["actions"] if is_support(a))["what"] = "Iets anders."


def _safe_elsewhere(data: Data, person: str) -> None:
    _member(data, person)["safe_place"] = "bij de buren"


def _calls_another(data: Data, person: str) -> None:
    _member(data, person)["calls"] = "opa"


def _in_other_words(data: Data, person: str) -> None:
    made = next(a for a in data["situations"][0]["agreements"] if a.get("protects") == [person])
    made["for_children"] = "Iets anders."


def _agreed(data: Data, person: str) -> None:
    priorities = [p for kind in KINDS for p in data.get(kind, ())]
    own = own_agreements(seen_by(data, "network", person))
    found = (a for p in priorities for a in p.get("agreements", ()) if a["id"] in own)
    next(a for a in found if a.get("status") in IN_FORCE)["what"] = "Iets anders."


def _steps_in(data: Data, person: str) -> None:
    steps = data["plan"]["on_tension"]
    next(step for step in steps if person in step.get("who", ()))["does"] = "Iets anders."


def _member(data: Data, person: str) -> Data:
    found = next(m for m in data["members"] if m["id"] == person)
    assert isinstance(found, dict)
    return found


OWN_THINGS = {
    _said_something: ADULT,
    _felt_something: ADULT,
    _wished: ADULT,
    _helped: ADULT,
    _safe_elsewhere: CHILD,
    _calls_another: CHILD,
    _in_other_words: CHILD,
    _agreed: NETWORK,
    _steps_in: NETWORK,
}


@pytest.mark.parametrize("change", OWN_THINGS, ids=lambda change: change.__name__)
def test_what_the_holder_may_see_does_change_the_copy(change: Callable[..., None]) -> None:
    """The net would be worthless if nothing could be caught in it."""
    for form in OWN_THINGS[change]:
        assert len(HOLDERS[form]) >= 4
        for name, person in HOLDERS[form]:
            data = family(name)
            change(data, person)
            whole = family(name)
            assert seen_by(data, form, person) != seen_by(whole, form, person), (name, person)
            assert copy_of(data, form, person) != copy_of(whole, form, person), (name, person)


@pytest.mark.parametrize("form", FORMS)
def test_what_another_member_said_never_changes_the_copy(form: str) -> None:
    changed = 0
    for name, person in HOLDERS[form]:
        data = family(name)
        for other in (m for m in data["members"] if m["id"] != person):
            other["own_words"] = [said(97), said(98)]
            other["safety_scores"] = [{"score": "0", "date": "2024-08-31"}]
            other |= {"safe_place": "bij de kat", "calls": "de directeur"}
            changed += 1
        for need in data.get("recovery", ()):
            if not is_own(need, person) and need.get("status") in LATER:
                need["wish"] = "Iets anders."
        assert copy_of(data, form, person) == copy_of(family(name), form, person), (name, person)
    assert changed >= 6


@pytest.mark.parametrize("form", [*NETWORK, *CHILD])
def test_a_number_that_nobody_reads_changes_no_order(form: str) -> None:
    """What works has no number for anyone: `seen` drops it, and the shared plan is the same."""
    person = {"network": "n1"}.get(form, "k1")
    cases = [family("julia-en-tom") for _ in range(2)]
    for data, rank in zip(cases, ("1", "90"), strict=True):
        data["situations"][0]["rank"] = "50"
        agreement = {"id": "zz2", "what": "Dit blijft gelden.", "who": ["n1"], "protects": ["k1"]}
        made = {"id": "zz1", "title": "Bellen", "wish": "We bellen.", "status": "lasting"}
        data["situations"].append(made | {"rank": rank, "agreements": [agreement]})
    one, other = cases
    assert seen_by(one, form, person) == seen_by(other, form, person)
    assert copy_of(one, form, person) == copy_of(other, form, person)
