"""Leaks to seed in copies of one's own: in what is composed, and in the cut (`leaks_*.py` too)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from tests.privacy.personal_table import ADULT, CHILD, FORMS, NETWORK
from top3.case import cut as cutting
from top3.case.cut import EVERYONE
from top3.case.model import Case
from top3.case.vocabulary import Status
from top3.document import model as doc
from top3.document import personal as composing
from top3.document.pictured import Score
from top3.words import Words

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
