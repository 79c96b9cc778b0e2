"""Leaks in what is composed: each is something a well-meaning programmer could do."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

from tests.privacy.bases import DAY
from tests.privacy.leaking import Compose
from top3.case.model import Case
from top3.case.vocabulary import Role, Share, Status
from top3.document.model import Document, Step, Waiting
from top3.method import agreed, facts
from top3.method.phase import judge_phase
from top3.method.plan import build_plan

COMPOSED: dict[str, Compose] = {}


def composed(name: str) -> Callable[[Compose], Compose]:
    def keep(change: Compose) -> Compose:
        COMPOSED[name] = change
        return change

    return keep


def _titles(document: Document, say: Callable[[int, str], str]) -> Document:
    said = (replace(p, title=say(n, p.title)) for n, p in enumerate(document.priorities))
    return replace(document, priorities=tuple(said))


def _reordered(document: Document, titles: list[str | None]) -> Document:
    order = {title: place for place, title in enumerate(titles)}
    ranked = sorted(document.priorities, key=lambda p: order.get(p.title, 99))
    return replace(
        document, priorities=tuple(replace(p, number=n) for n, p in enumerate(ranked, 1))
    )


@composed("a count of hidden items")
def _(document: Document, case: Case) -> Document:
    return replace(document, events=(*document.events, f"+{len(case.violence.incidents)}"))


@composed("a gap in numbering")
def _(document: Document, case: Case) -> Document:
    places = {item.title: n for n, item in enumerate(case.priorities, 1)}
    numbered = (replace(p, number=places.get(p.title, p.number)) for p in document.priorities)
    return replace(document, priorities=tuple(numbered))


@composed("the rank as it was written down")
def _(document: Document, case: Case) -> Document:
    ranks = {item.title: item.rank for item in case.priorities}
    numbered = (replace(p, number=ranks.get(p.title) or 9) for p in document.priorities)
    return replace(document, priorities=tuple(numbered))


@composed("bars as long as the whole case")
def _(document: Document, case: Case) -> Document:
    return replace(document, relapse=(*document.relapse, "▇" * len(case.situations)))


@composed("order by severity")
def _(document: Document, case: Case) -> Document:
    grave = sorted(case.situations, key=lambda s: str(s.severity), reverse=True)
    return _reordered(document, [s.title for s in grave])


@composed("order as the tool proposes")
def _(document: Document, case: Case) -> Document:
    plan = build_plan(case, judge_phase(case, DAY), DAY)
    return _reordered(document, [c.item.title for c in (*plan.priorities, *plan.waiting)])


@composed("order of what comes later, by rank")
def _(document: Document, case: Case) -> Document:
    ranks = {item.title: item.rank or 99 for item in case.priorities}
    return replace(
        document, later=tuple(sorted(document.later, key=lambda w: ranks.get(w.title, 99)))
    )


@composed("a hash of the source")
def _(document: Document, case: Case) -> Document:
    digest = hashlib.sha256(repr(case).encode()).hexdigest()[:8]
    return replace(document, version=f"{document.version} ({digest})")


@composed("initials")
def _(document: Document, case: Case) -> Document:
    hidden = [p.name[0] + "." for p in case.network if p.name and not p.name_shared]
    return replace(document, names=(*document.names, *hidden))


@composed("the distance to the last incident")
def _(document: Document, case: Case) -> Document:
    last = facts.last_known(case, DAY) or DAY
    return replace(document, review=f"{document.review} ({(DAY - last).days})")


@composed("a heading that appears only when something is hidden")
def _(document: Document, case: Case) -> Document:
    hidden = any(s.share_with is Share.PROFESSIONALS for s in case.situations)
    return replace(document, events=("Er is meer.",) if hidden else document.events)


@composed("the recorded phase with its date")
def _(document: Document, case: Case) -> Document:
    when = case.plan.phase.date if case.plan.phase else None
    return replace(document, version=f"{document.version} {when or ''}")


@composed("whether a phase was recorded at all")
def _(document: Document, case: Case) -> Document:
    return replace(document, version=document.version + "." * bool(case.plan.phase))


@composed("the judged phase instead of the recorded one")
def _(document: Document, case: Case) -> Document:
    return replace(document, phase=judge_phase(case, DAY).number)


@composed("provisional computed from the whole case")
def _(document: Document, case: Case) -> Document:
    return replace(document, provisional=agreed.provisional(case))


@composed("the day on which the gate opens")
def _(document: Document, case: Case) -> Document:
    return replace(document, review=str(judge_phase(case, DAY).earliest_next))


@composed("days without violence")
def _(document: Document, case: Case) -> Document:
    return replace(document, review=f"dag {judge_phase(case, DAY).calm_days}")


@composed("an earlier review with a heavy flag")
def _(document: Document, case: Case) -> Document:
    return replace(document, review="snel") if facts.grave_flags(case) else document


@composed("a hidden situation shown as later")
def _(document: Document, case: Case) -> Document:
    hidden = [s for s in case.situations if s.share_with is Share.PROFESSIONALS]
    more = tuple(Waiting(s.title or "") for s in hidden)
    return replace(document, later=(*document.later, *more))


@composed("room left for a hidden situation")
def _(document: Document, case: Case) -> Document:
    hidden = [s for s in case.situations if s.share_with is Share.PROFESSIONALS]
    return replace(document, later=(*document.later, *(Waiting("") for _ in hidden)))


@composed("the wish of what waits")
def _(document: Document, case: Case) -> Document:
    wishes = {p.title: p.wish or "" for p in case.priorities}
    return replace(
        document, later=tuple(Waiting(f"{w.title} {wishes.get(w.title)}") for w in document.later)
    )


@composed("whether what waits is planned")
def _(document: Document, case: Case) -> Document:
    planned = {p.title for p in case.priorities if p.status is Status.PLANNED}
    return replace(
        document, later=tuple(Waiting(w.title + "*" * (w.title in planned)) for w in document.later)
    )


@composed("the number of reviews")
def _(document: Document, case: Case) -> Document:
    return replace(document, date=f"{document.date} ({len(case.reviews)})")


@composed("a version made of the number of decisions")
def _(document: Document, case: Case) -> Document:
    return replace(document, version=str(len(case.decisions) + 1))


@composed("a version made of the number of releases")
def _(document: Document, case: Case) -> Document:
    return replace(document, version=str(len(case.releases) + 1))


@composed("padding to the length of the longest hidden text")
def _(document: Document, case: Case) -> Document:
    return _titles(document, lambda n, title: title + " " * (len(repr(case)) % 97))


@composed("the presence of an unborn child")
def _(document: Document, case: Case) -> Document:
    unborn = any(m.role is Role.UNBORN for m in case.members)
    return replace(document, names=(*document.names, "de baby")) if unborn else document


@composed("the number of children in the family")
def _(document: Document, case: Case) -> Document:
    return _titles(document, lambda n, title: f"{title} ({len(case.members)})")


@composed("ages beside the names")
def _(document: Document, case: Case) -> Document:
    ages = {m.name: m.age for m in case.members}
    return replace(document, names=tuple(f"{n} {ages.get(n) or ''}" for n in document.names))


@composed("a child's own words")
def _(document: Document, case: Case) -> Document:
    said = [w.must_happen for m in case.members for w in m.own_words if w.must_happen]
    return replace(document, relapse=(*document.relapse, *said[:1]))


@composed("the lowest score")
def _(document: Document, case: Case) -> Document:
    scores = [s.score for m in case.members for s in m.safety_scores]
    return replace(document, relapse=(*document.relapse, f"{min(scores, default='')}"))


@composed("how often an agreement was broken")
def _(document: Document, case: Case) -> Document:
    broken = sum(not e.kept for _, a in agreed.all_in_force(case) for e in a.log)
    return _titles(document, lambda n, title: title + "!" * broken)


@composed("who nobody refers to, among the helpers")
def _(document: Document, case: Case) -> Document:
    return replace(document, tension=tuple(Step(p.tie or "", "helpt") for p in case.network))


@composed("what a secret is about")
def _(document: Document, case: Case) -> Document:
    kinds = {str(s.kind) for s in case.secrets}
    return replace(document, conditions=(*document.conditions, *sorted(kinds)))


@composed("that there are private notes")
def _(document: Document, case: Case) -> Document:
    return replace(document, fictional=document.fictional and not case.notes)


@composed("the AVE level")
def _(document: Document, case: Case) -> Document:
    return replace(document, version=f"{document.version}{case.scale_up.ave or ''}")
