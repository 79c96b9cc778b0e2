"""Non-interference for copies of one's own: what equal `seen_by` gives is an equal copy.

Each pair varies what is hidden from everyone; for a child and a network person also what everyone
else may read. The longer run is `pytest -m long tests/privacy`; `TOP3_SEED` as in `test_pairs`.
"""

import copy
import os
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

import pytest

from tests.privacy import hidden
from tests.privacy.bases import HIDE, NAMES, Data, base, written
from tests.privacy.personal_table import (
    ADULT,
    CHILD,
    FORMS,
    NETWORK,
    OF_CHILD,
    OWN,
    for_child,
    is_own,
    is_support,
    seen_by,
)
from tests.privacy.table import IN_FORCE, KINDS, LATER, seen
from top3.case import cut as cutting
from top3.case import personal as own_cut
from top3.case.cut import EVERYONE, Reader
from top3.case.model import Case
from top3.case.reader import read
from top3.case.vocabulary import Status
from top3.document import model as doc
from top3.document import personal as composing
from top3.document.pictured import Score
from top3.render import FORMATS, Rendered, render
from top3.words import Words

FIRST = int(os.environ.get("TOP3_SEED", "0"))


# --- families in which everybody has something of their own ------------------------------------


WHOLE = {"when": "elke dag", "checks": ["m1"], "if_not": "We bellen."}
"""What makes an agreement complete, so that a copy need not say that it is provisional."""


@cache
def _family(name: str) -> Data:
    data = base(name)
    shown = {m["id"] for m in seen(data)["members"]}
    members = [m for m in data["members"] if m["id"] in shown and m["role"] != "unborn child"]
    children = [m["id"] for m in members if m["role"] == "child"]
    for number, member in enumerate(members):
        member.setdefault("own_words", [_said(number)])
        scores = [{"score": str(3 + number), "date": "2024-08-20"}, {"score": "6"}]
        member.setdefault("safety_scores", [*scores, {"score": "7", "date": "2024-05-01"}])
        member.setdefault("safe_place", f"bij plek {number}")
        member.setdefault("calls", f"tante {number}")
        if member["id"] not in children:
            needs = data.setdefault("recovery", [])
            needs += _needs(number, member["id"])
    for helper in seen(data).get("network", ()):
        step = {"who": ["m1", helper["id"]], "does": f"Bellen met {helper['id']}."}
        data["plan"].setdefault("on_tension", []).append(step)
    situation = data["situations"][0]
    for number, child in enumerate(children):
        made = {"id": f"sc{number}", "what": f"Rust voor {number}.", "who": ["v1"], **WHOLE}
        made |= {"protects": [child], "for_children": f"Papa roept niet, {number}."}
        situation.setdefault("agreements", []).append(made)
    return data


def _said(number: int) -> Data:
    return {"date": "2024-08-01", "worries": f"zorg {number}", "must_happen": f"rust {number}"}


def _needs(number: int, person: str) -> list[Data]:
    statuses: tuple[Data, ...] = ({"status": "waiting"}, {"status": "active"}, {})
    actions: list[Data] = [
        {"kind": "support", "what": f"Wandelen {number}.", "status": "active"},
        {"kind": "treatment", "what": f"Therapie {number}.", "status": "active"},
        {"kind": "support", "what": f"Maatje {number}.", "by": "de kerk"},
        {"kind": "support", "what": f"Later {number}.", "status": "waiting"},
    ]
    own: Data = {
        "id": f"sn{number}",
        "title": f"Rust {number}",
        "wish": f"Slapen {number}.",
        "of": [person],
        "need": f"slaapt slecht {number}",
        "actions": [each | {"id": f"sa{number}{n}"} for n, each in enumerate(actions)],
        **statuses[number % 3],
    }
    narrowed = own | {"id": f"so{number}", "wish": f"Geheim {number}.", "actions": []} | HIDE
    return [own, narrowed]


def family(name: str) -> Data:
    """One family, fresh."""
    return copy.deepcopy(_family(name))


def _holders(name: str, form: str) -> list[str]:
    view = seen(family(name))
    if form in NETWORK:
        return [person["id"] for person in view.get("network", ())]
    members = [m for m in view["members"] if m["role"] != "unborn child"]
    return [m["id"] for m in members if (m["role"] == "child") == (form in CHILD)]


HOLDERS = {f: [(name, p) for name in NAMES for p in _holders(name, f)] for f in FORMS}


# --- pairs -------------------------------------------------------------------------------------


def varied(rng: Random, data: Data, form: str, person: str) -> Data:
    """Vary what this holder may not see: first everything that is hidden, then give back."""
    changed = hidden.varied(rng, data)
    for helper in changed.get("network", ()):
        if rng.random() < 0.5:
            helper["own_copy"] = hidden.entry(rng, data, hidden.OWN_COPY)
    for release in changed.get("releases", ()):
        if rng.random() < 0.3:
            release["consent"] = hidden.ids("members")(rng, changed)
    if form in ADULT:
        _give_back(changed, data, person, OWN)
        _needs_back(rng, changed, data, person)
        return changed
    own = _own_agreements(seen_by(data, form, person))
    _beyond(rng, changed, data, form, person)
    if form in CHILD:
        _give_back(changed, data, person, OF_CHILD)
        _cover_back(rng, changed, person, own)
    return changed


def _own_agreements(view: Data) -> set[str]:
    found = (a for kind in KINDS for p in view.get(kind, ()) for a in p.get("agreements", ()))
    return {agreement["id"] for agreement in found}


def _give_back(changed: Data, data: Data, person: str, keys: str) -> None:
    said = next(m for m in data["members"] if m["id"] == person)
    member = next(m for m in changed["members"] if m["id"] == person)
    for key in keys.split():
        member.pop(key, None)
        if key in said:
            member[key] = copy.deepcopy(said[key])


def _needs_back(rng: Random, changed: Data, data: Data, person: str) -> None:
    """Own needs as they were, between other help; no other need may become theirs."""
    there = {need["id"]: need for need in data.get("recovery", ()) if is_own(need, person)}
    for need in changed.get("recovery", ()):
        if before := there.get(need["id"]):
            need["of"] = [person]
            need.pop("wish", None)
            need |= {"wish": before["wish"]} if "wish" in before else {}
            kept = [copy.deepcopy(a) for a in before.get("actions", ()) if is_support(a)]
            ids = {action["id"] for action in kept}
            others = [a for a in need.get("actions", ()) if not is_support(a)]
            for action in others:
                if action["id"] not in ids:
                    hidden.insert(rng, kept, action)
            need["actions"] = kept
        elif is_own(need, person):
            others = [m["id"] for m in changed["members"] if m["id"] != person]
            need["of"] = rng.choice(([], [person, others[0]], [others[0]]))


def _beyond(rng: Random, changed: Data, data: Data, form: str, person: str) -> None:
    """What everyone else may read and this holder may not."""
    view = seen_by(data, form, person)
    named = {p["id"] for part in ("members", "network") for p in view[part]}
    shown = seen(changed)
    _entries(rng, changed)
    _people(rng, changed, named)
    crowd = [p["id"] for part in ("members", "network") for p in shown.get(part, ())]
    crowd = [each for each in crowd if each != person]
    visible = _own_agreements(shown)
    for kind in KINDS:
        for item in changed.get(kind, ()):
            for key in ("title", "wish"):
                if item.get(key) and rng.random() < 0.5:
                    item[key] = hidden.text(rng)
            agreements = item.get("agreements", [])
            for agreement in [*agreements]:
                is_theirs = agreement["id"] in _own_agreements(view)
                if agreement["id"] in visible and not is_theirs:
                    _other(rng, item, agreement, crowd)
            if item["id"] in {p["id"] for p in shown.get(kind, ())} and rng.random() < 0.4:
                made = _made(rng, crowd, hidden.fresh(changed))
                hidden.insert(rng, item.setdefault("agreements", []), made)
    if rng.random() < 0.5:
        made = {"id": hidden.fresh(changed), "title": hidden.text(rng), "wish": hidden.text(rng)}
        made |= {"status": rng.choice(("active", "lasting", "waiting")), "unsafe": crowd[:2]}
        made |= {"rank": str(rng.randint(1, 90))}
        hidden.insert(rng, changed["situations"], made)
        made["agreements"] = [_made(rng, crowd, hidden.fresh(changed))]
    _steps(rng, changed, "" if form in CHILD else person, crowd)


def _entries(rng: Random, changed: Data) -> None:
    ids = set()
    for path in ("violence.incidents", "veilig_thuis.conditions", "measures"):
        for item in hidden.found(changed, path):
            ids.add(item["id"])
            if rng.random() < 0.5:
                item |= {"what": hidden.text(rng), "share_with": "everyone"}
    for release in hidden.found(changed, "releases"):
        if release.get("entry") in ids and rng.random() < 0.5:
            release["date"] = hidden.day(rng)
        elif release.get("entry") in ids and rng.random() < 0.5:
            release.pop("date", None)


def _people(rng: Random, changed: Data, named: set[str]) -> None:
    for person in (*changed["members"], *changed.get("network", ())):
        if person["id"] not in named and rng.random() < 0.5:
            person["name"] = hidden.who(rng)
    if rng.random() < 0.3:
        made = {"id": hidden.fresh(changed), "name": hidden.who(rng), "role": "relative"}
        hidden.insert(rng, changed["members"], made)


def _other(rng: Random, item: Data, agreement: Data, crowd: list[str]) -> None:
    """Change, or drop, an agreement of other people."""
    others = [a for a in item["agreements"] if a is not agreement and a.get("status") is None]
    if others and rng.random() < 0.2:
        item["agreements"].remove(agreement)
        return
    for key in ("what", "when", "how_checked", "if_not", "for_children"):
        if rng.random() < 0.4:
            agreement[key] = hidden.text(rng)
    for key in ("who", "checks"):
        if rng.random() < 0.4:
            agreement[key] = rng.sample(crowd, min(len(crowd), rng.randint(1, 2)))


def _made(rng: Random, crowd: list[str], name: str) -> Data:
    who = rng.sample(crowd, 1)
    words = {"what": hidden.text(rng), "for_children": hidden.text(rng)}
    whole = {key: part for key, part in WHOLE.items() if key != "checks"} | {"checks": crowd[:1]}
    words |= rng.choice((whole, whole, {}))
    return {"id": name, "who": who, "protects": [crowd[0]], "status": "active"} | words


def _steps(rng: Random, changed: Data, person: str, crowd: list[str]) -> None:
    steps = hidden.room(changed, "plan.on_tension")
    for step in [*steps]:
        if person and person in step.get("who", ()):
            continue
        if rng.random() < 0.3:
            steps.remove(step)
        elif rng.random() < 0.5:
            step["does"] = hidden.text(rng)
    if rng.random() < 0.5:
        hidden.insert(rng, steps, {"who": rng.sample(crowd, 1), "does": hidden.text(rng)})


def _cover_back(rng: Random, changed: Data, child: str, own: set[str]) -> None:
    """Who is unsafe may change; which agreements are for this child may not."""
    visible = _own_agreements(seen(changed))
    others = [m["id"] for m in changed["members"] if m["id"] != child]
    for item in (p for kind in KINDS for p in changed.get(kind, ())):
        theirs = {a["id"] for a in for_child(item, child)}
        for agreement in item.get("agreements", ()):
            name = agreement["id"]
            if name in visible and (name in theirs) != (name in own):
                agreement["protects"] = [child] if name in own else [rng.choice(others)]


def pair(seed: int) -> tuple[str, str, Data, Data]:
    """One pair: the form and person of the holder, and two cases equal for that holder."""
    rng = Random(seed)  # noqa: S311
    form = FORMS[seed % len(FORMS)]
    holders = HOLDERS[form]
    name, person = holders[seed // len(FORMS) % len(holders)]
    one, other = (varied(rng, family(name), form, person) for _ in range(2))
    assert seen_by(one, form, person) == seen_by(other, form, person), (seed, name, form, person)
    assert seen_by(one, form, person) == seen_by(family(name), form, person), (seed, name, person)
    return form, person, one, other


def case_of(data: Data) -> Case:
    reading = read(written(data))
    assert reading.case is not None, [(f.code, f.variant, f.path) for f in reading.findings]
    return reading.case


def composed(case: Case, form: str, person: str) -> doc.Document:
    """Looked up at call time, so that a seeded leak is really there."""
    reader = Reader(form, person)
    return composing.compose_personal(cutting.cut(case, reader), reader)


def copy_of(data: Data, form: str, person: str) -> doc.Document:
    return composed(case_of(data), form, person)


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
    own = _own_agreements(seen_by(data, "network", person))
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
            other["own_words"] = [_said(97), _said(98)]
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


# --- leaks -------------------------------------------------------------------------------------

Leak = Callable[[doc.Document, Case, str], doc.Document]
COMPOSED: dict[str, tuple[tuple[str, ...], Leak]] = {}
CUT: dict[str, tuple[tuple[str, ...], str, Any]] = {
    "help that stopped or waits": (ADULT, "_RUNNING", (None, *Status)),
    "conditions and incidents in a network copy": (NETWORK, "_only", lambda shared, _: shared),
    "conditions and incidents in a child's copy": (CHILD, "_only", lambda shared, _: shared),
    "what covers another child": (CHILD, "_covered", lambda priority, _: _whole(priority)),
    "what any child is covered by": (
        CHILD,
        "_covered",
        lambda priority, agreement: (*agreement.protects, *_whole(priority)),
    ),
}


def _whole(priority: Any) -> tuple[str, ...]:
    return tuple(priority.unsafe if hasattr(priority, "unsafe") else priority.of)


def leak(name: str, *forms: str) -> Callable[[Leak], Leak]:
    def keep(change: Leak) -> Leak:
        COMPOSED[name] = (forms, change)
        return change

    return keep


def _own(document: doc.Document, **more: Any) -> doc.Document:
    assert document.own is not None
    return replace(document, own=replace(document.own, **more))


def _words_of(case: Case, people: Iterable[str]) -> tuple[doc.Said, ...]:
    said = (each for person in people for each in getattr(case.person(person), "own_words", ()))
    return tuple(doc.Said("", each.worries or "", "", each.must_happen or "") for each in said)


@leak("another's own words", *ADULT)
def _others_words(document: doc.Document, case: Case, person: str) -> doc.Document:
    others = (m.id for m in case.members if m.id != person)
    assert document.own is not None
    return _own(document, words=(*document.own.words, *_words_of(case, others)))


@leak("the child's own words in the child's copy", *CHILD)
def _child_words(document: doc.Document, case: Case, person: str) -> doc.Document:
    return _own(document, words=_words_of(case, [person]))


@leak("whether the child said something", *CHILD)
def _child_spoke(document: doc.Document, case: Case, person: str) -> doc.Document:
    return replace(document, provisional=bool(_words_of(case, [person])))


@leak("scores of others", *ADULT)
def _others_scores(document: doc.Document, case: Case, person: str) -> doc.Document:
    others = [m for m in case.members if m.id != person]
    scores = [(n, s.score) for n, m in enumerate(others) for s in m.safety_scores]
    assert document.own is not None
    made = (Score("", n, score) for n, score in scores)
    return _own(document, scores=(*document.own.scores, *made))


@leak("the average of the family beside the own score", *ADULT)
def _average(document: doc.Document, case: Case, _: str) -> doc.Document:
    scores = [s.score for m in case.members for s in m.safety_scores]
    return replace(document, version=f"{sum(scores) / (len(scores) or 1):.1f}")


@leak("the number of incidents in the version", *FORMS)
def _incidents(document: doc.Document, case: Case, _: str) -> doc.Document:
    return replace(document, version=str(len(case.violence.incidents)))


@leak("a child's safe place in an adult's copy", *ADULT)
def _safe_place(document: doc.Document, case: Case, _: str) -> doc.Document:
    return _own(document, safe_place=" ".join(m.safe_place or "" for m in case.members))


@leak("another child's safe place", *CHILD)
def _other_place(document: doc.Document, case: Case, person: str) -> doc.Document:
    places = (m.safe_place or "" for m in case.members if m.id != person)
    return _own(document, calls=" ".join(places))


@leak("treatment", *ADULT)
def _treatment(document: doc.Document, case: Case, person: str) -> doc.Document:
    needs = (n for n in case.recovery if n.of == (person,) and n.title)
    help_ = tuple(a.what or "" for need in needs for a in need.actions)
    return _own(document, support=(doc.Support("", "", help_),))


@leak("what somebody needs, as the professionals wrote it", *ADULT)
def _need(document: doc.Document, case: Case, person: str) -> doc.Document:
    needs = [n.need or "" for n in case.recovery if n.of == (person,) and not n.share_with]
    return _own(document, support=tuple(doc.Support("", need, ()) for need in needs))


@leak("a narrowed need of one's own", *ADULT)
def _narrowed(document: doc.Document, case: Case, person: str) -> doc.Document:
    needs = [n for n in case.recovery if n.of == (person,) and n.title]
    return _own(document, support=tuple(doc.Support("", n.wish or "", ()) for n in needs))


@leak("a need shared with another", *ADULT)
def _joint(document: doc.Document, case: Case, person: str) -> doc.Document:
    needs = [n.id for n in case.recovery if person in n.of]
    return _own(document, support=tuple(doc.Support(need, "", ()) for need in needs))


@leak("the day of a release", *NETWORK, *CHILD)
def _release_day(document: doc.Document, case: Case, _: str) -> doc.Document:
    return replace(document, date=" ".join(str(r.date) for r in case.releases))


@leak("whether something waits", *NETWORK, *CHILD)
def _later(document: doc.Document, case: Case, _: str) -> doc.Document:
    waits = [n.title or "" for n in case.priorities if n.status is Status.WAITING]
    return replace(document, later=tuple(map(doc.Waiting, waits)))


@leak("agreements of everybody", *NETWORK, *CHILD)
def _all_agreements(document: doc.Document, case: Case, _: str) -> doc.Document:
    shared = cutting.cut(case, EVERYONE)
    words = Words(case.info.language)
    found = (a for p in shared.priorities for a in p.agreements)
    return _own(
        document, agreements=tuple(composing.compose_agreement(a, shared, words) for a in found)
    )


@leak("steps of others when tension rises", *NETWORK, *CHILD)
def _all_steps(document: doc.Document, case: Case, _: str) -> doc.Document:
    shared = cutting.cut(case, EVERYONE)
    return _own(document, steps=tuple(step.does or "" for step in shared.plan.on_tension))


@leak("how many priorities the family has", *NETWORK, *CHILD)
def _how_many(document: doc.Document, case: Case, _: str) -> doc.Document:
    whole = composing.compose_shared(cutting.cut(case, EVERYONE), EVERYONE)
    return replace(document, phase=len(whole.priorities))


@leak("provisional by the plan of others", *NETWORK, *CHILD)
def _provisional(document: doc.Document, case: Case, _: str) -> doc.Document:
    whole = composing.compose_shared(cutting.cut(case, EVERYONE), EVERYONE)
    return replace(document, provisional=whole.provisional)


@leak("the family by name", *NETWORK, *CHILD)
def _names(document: doc.Document, case: Case, _: str) -> doc.Document:
    return replace(document, names=tuple(m.name or "" for m in case.members))


@leak("why it is safe to hold", *FORMS)
def _channel(document: doc.Document, case: Case, person: str) -> doc.Document:
    own = getattr(case.person(person), "own_copy", None)
    return replace(document, review=str(own and own.channel))


@leak("the age of the holder", *ADULT, *CHILD)
def _age(document: doc.Document, case: Case, person: str) -> doc.Document:
    return replace(document, review=str(getattr(case.person(person), "age", None)))


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
