"""Leaks to seed: each is something a well-meaning programmer could do, and each must be found.

Three kinds: in what is composed (it may look at the whole case), in the cut, and in a format.
"""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from tests.privacy.bases import DAY
from top3 import render
from top3.case import cut as cutting
from top3.case.cut import EVERYONE
from top3.case.fields import Label
from top3.case.model import Case
from top3.case.vocabulary import Role, Share, Status
from top3.cli import made as making
from top3.document import release
from top3.document.model import Document, Step, Waiting
from top3.method import agreed, facts
from top3.method.phase import judge_phase
from top3.method.plan import build_plan
from top3.render import archive, html, pdf, pictures, text

Compose = Callable[[Document, Case], Document]
COMPOSED: dict[str, Compose] = {}
CUT: dict[str, Callable[[pytest.MonkeyPatch], None]] = {}
FORMAT: dict[str, tuple[str, Callable[[pytest.MonkeyPatch, Callable[[], Case]], None]]] = {}


def composed(name: str) -> Callable[[Compose], Compose]:
    def keep(change: Compose) -> Compose:
        COMPOSED[name] = change
        return change

    return keep


def watch(patch: pytest.MonkeyPatch) -> Callable[[], Case]:
    """Let a leak see the whole case that is being cut."""
    there: list[Case] = []
    honest = release.cut

    def watching(case: Case, reader: Any) -> Case:
        there[:] = [case]
        return honest(case, reader)

    patch.setattr(release, "cut", watching)
    return lambda: there[0]


def put(patch: pytest.MonkeyPatch, change: Compose) -> None:
    """Compose the shared plan with this leak."""
    whole, honest = watch(patch), release.compose_shared
    patch.setattr(
        release,
        "compose_shared",
        lambda case, reader: change(honest(case, reader), whole()),
    )


# --- in what is composed -----------------------------------------------------------------------


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


# --- in the cut --------------------------------------------------------------------------------


def in_cut(name: str) -> Callable[[Callable[[pytest.MonkeyPatch], None]], None]:
    def keep(seed: Callable[[pytest.MonkeyPatch], None]) -> None:
        CUT[name] = seed

    return keep


def _label_opened(patch: pytest.MonkeyPatch, opened: Label) -> None:
    honest = cutting._everyone_sees
    patch.setattr(
        cutting, "_everyone_sees", lambda label, entry: label is opened or honest(label, entry)
    )


in_cut("names of people who did not agree")(partial(_label_opened, opened=Label.NAMED))


@in_cut("consent taken from the mark to share")
def _(patch: pytest.MonkeyPatch) -> None:
    honest = cutting._everyone_sees

    def sees(label: Label, entry: Any) -> bool:
        if label is Label.NAMED:
            return getattr(entry, "name_shared", None) is not False
        return honest(label, entry)

    patch.setattr(cutting, "_everyone_sees", sees)


@in_cut("narrowed entries forgotten")
def _(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cutting, "_shown", lambda item, visible, *_, **__: visible)


@in_cut("marked for everyone, but not released")
def _(patch: pytest.MonkeyPatch) -> None:
    honest = cutting._shown

    def shown(item: Any, *others: Any, **more: Any) -> bool:
        return getattr(item, "share_with", None) is Share.EVERYONE or honest(item, *others, **more)

    patch.setattr(cutting, "_shown", shown)


@in_cut("ids of hidden people")
def _(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cutting, "_known", lambda identifiers, people: identifiers)


@in_cut("what is done or dropped")
def _(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cutting, "_agreements", lambda agreements, people: agreements)


@in_cut("agreements of what waits")
def _(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cutting, "_LATER", (*cutting._LATER, "agreements"))
    put(
        patch,
        lambda document, case: replace(
            document,
            later=tuple(
                Waiting(p.title or "", tuple(a.what or "" for a in p.agreements))
                for p in cutting.cut(case, EVERYONE).priorities
                if p.status in (Status.WAITING, Status.PLANNED)
            ),
        ),
    )


# --- in a format -------------------------------------------------------------------------------


def in_format(name: str, formats: str) -> Callable[[Any], None]:
    def keep(seed: Any) -> None:
        FORMAT[name] = (formats, seed)

    return keep


def _size(case: Case) -> int:
    return len(repr(case))


@in_format("title and metadata", "html")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = render.page
    patch.setattr(
        render,
        "page",
        lambda document: replace(
            honest(document), title=f"plan {len(whole().violence.incidents)} {len(whole().reviews)}"
        ),
    )


@in_format("the alternative text of a picture", "docx")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = pictures.figure
    patch.setattr(
        pictures,
        "figure",
        lambda *given: replace(honest(*given), alt=f"fase {judge_phase(whole(), DAY).because}"),
    )


@in_format("a bar as wide as the whole case", "html")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = pictures.figure
    patch.setattr(
        pictures,
        "figure",
        lambda *given: replace(
            honest(*given), svg=honest(*given).svg.replace("420", str(420 + _size(whole()) % 50))
        ),
    )


def _written(module: Any, change: Callable[[bytes, Case], bytes]) -> Any:
    def seed(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
        honest = module.write

        def write(*given: Any) -> tuple[bytes, Any]:
            data, lost = honest(*given)
            return change(data, whole()), lost

        patch.setattr(module, "write", write)

    return seed


in_format("spaces at the end", "md")(
    _written(text, lambda data, case: data + b" " * (_size(case) % 31))
)
in_format("a comment in the page", "html")(
    _written(html, lambda data, case: data + f"<!-- {len(case.meetings)} -->".encode())
)
in_format("one line more when there are secrets", "md")(
    _written(text, lambda data, case: data + b"\n" * len(case.secrets))
)


@in_format("the clock of the zip", "docx")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = archive.rewritten

    def rewritten(*given: Any) -> bytes:
        patch.setattr(archive, "_MOMENT", (1980, 1, 1, 0, 0, _size(whole()) % 30 * 2))
        return honest(*given)

    patch.setattr("top3.render.docx.archive.rewritten", rewritten)


@in_format("the properties of the Word file", "docx")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = archive._core
    patch.setattr(
        archive,
        "_core",
        lambda page: honest(page).replace("</dc:title>", f" {_size(whole())}</dc:title>"),
    )


@in_format("the keywords of the PDF", "pdf")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = pdf.template
    patch.setattr(
        pdf,
        "template",
        lambda: honest().replace(
            b"date: auto", f'date: auto, keywords: "{_size(whole())}"'.encode()
        ),
    )


@in_format("the date of the PDF", "pdf")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    honest = pdf.write

    def write(*given: Any) -> Any:
        patch.setattr(pdf, "_MOMENT", 946684800 + _size(whole()) * 60)
        return honest(*given)

    patch.setattr(pdf, "write", write)


def _named(patch: pytest.MonkeyPatch, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    honest = making.write_copy
    patch.setattr(making, "write_copy", lambda place, ready: honest(place, change(ready)))


@in_format("the name of the file", "md")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    _named(patch, lambda ready: {f"{_size(whole())}-{name}": ready[name] for name in ready})


@in_format("files more", "md")
def _(patch: pytest.MonkeyPatch, whole: Callable[[], Case]) -> None:
    _named(patch, lambda ready: ready | {f"{n}.md": b"" for n in range(_size(whole()) % 7)})
