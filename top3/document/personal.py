"""Composes a copy for one person: the shared plan with what is theirs, or the part that is theirs.

Like the shared plan it is a function of the cut alone (law 1).
"""

from dataclasses import replace

from top3.case.cut import MEMBER, Reader
from top3.case.model import Case, Priority
from top3.case.naming import name
from top3.case.people import Member
from top3.case.plan import Agreement
from top3.case.vocabulary import Status
from top3.document import model as doc
from top3.document.compose import compose_agreement, compose_shared
from top3.document.pictured import Score
from top3.method import agreed
from top3.method.ranking import UNRANKED
from top3.words import Words


def compose_personal(case: Case, reader: Reader) -> doc.Document:
    """Compose the copy of `reader.person` from a case that was cut for that reader."""
    words = Words(case.info.language)
    shared = replace(compose_shared(case, reader), template=reader.form, signers=0)
    own = doc.Own(name=name(case, reader.person, words), decides_alone=reader.decides_alone)
    if reader.form in MEMBER:
        return replace(shared, own=_adult(own, case, reader.person, words))
    own = (
        _child(own, case, reader.person, words)
        if reader.is_child
        else _task(own, case, reader.person, words)
    )
    return replace(shared, names=(), priorities=(), lasting=(), tension=(), later=(), own=own)


def _adult(own: doc.Own, case: Case, person: str, words: Words) -> doc.Own:
    member = case.person(person)
    if not isinstance(member, Member):
        return own
    said = (
        doc.Said(
            day=words.date(each.date) if each.date else "",
            worries=each.worries or "",
            goes_well=each.goes_well or "",
            must_happen=each.must_happen or "",
        )
        for each in member.own_words
    )
    support = tuple(
        doc.Support(need.title or "", need.wish or "", tuple(a.what or "" for a in need.actions))
        for need in case.recovery  # support runs in every phase; the need itself may not run ahead
        if need.of == (person,) and (need.actions or agreed.in_recorded_phase(need, case))
    )
    return replace(own, words=tuple(said), scores=_scores(member, words), support=support)


def _scores(member: Member, words: Words) -> tuple[Score, ...]:
    """The scores with a day, in order of time."""
    dated = sorted(
        (s.date, place, s.score) for place, s in enumerate(member.safety_scores) if s.date
    )
    return tuple(Score(words.date(day), (day - dated[0][0]).days, score) for day, _, score in dated)


def _child(own: doc.Own, case: Case, person: str, words: Words) -> doc.Own:
    child = case.person(person)
    if not isinstance(child, Member):
        return own
    does = _own_acts(case, person)
    agreements = {
        agreement.id: replace(
            compose_agreement(agreement, case, words),
            what=agreement.for_children or agreement.what or "",
        )
        for agreement in _in_force(case)
    }
    return replace(
        own,
        agreements=tuple(said for i, said in agreements.items() if i not in does),
        does=tuple(said for i, said in agreements.items() if i in does),
        safe_place=child.safe_place or "",
        calls=child.calls or "",
    )


def _own_acts(case: Case, person: str) -> set[str]:
    """Agreements of this child alone in an unsafe situation: about its own behaviour (T112).

    To such a child the copy does not say that it has nothing to change, only who helps.
    """
    kept = (agreement for situation in case.situations for agreement in situation.agreements)
    return {agreement.id for agreement in kept if agreement.who == (person,)}


def _task(own: doc.Own, case: Case, person: str, words: Words) -> doc.Own:
    agreements = _in_force(case)
    return replace(
        own,
        agreements=tuple(
            compose_agreement(a, case, words, you=person) for a in agreements if person in a.who
        ),
        looks_along=tuple(
            compose_agreement(a, case, words, you=person) for a in agreements if person in a.checks
        ),
        steps=tuple(step.does for step in case.plan.on_tension if person in step.who and step.does),
    )


def _in_force(case: Case) -> list[Agreement]:
    """The agreements of this cut that are active or lasting, in the order of the plan."""
    ordered = sorted(case.priorities, key=_place)
    return [
        agreement
        for priority in ordered
        if agreed.in_recorded_phase(priority, case)
        for agreement in agreed.agreements_in_force(priority)
    ]


def _place(priority: Priority) -> tuple[bool, int, int]:
    """The chosen place of what is active; what works comes after it, and has no number."""
    is_active = agreed.status(priority) is Status.ACTIVE
    return not is_active, (priority.rank or UNRANKED) if is_active else 0, agreed.phase_of(priority)
