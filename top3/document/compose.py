"""Composes a Document from a cut case; for the professionals, from the judgement too.

Phase and order in a family copy are never computed: they are what people recorded, and the
numbers are given after the cut (law 1).
"""

from collections.abc import Sequence
from dataclasses import replace

from top3.case.cut import EVERYONE, PROFESSIONAL, Reader
from top3.case.finding import Finding, Severity
from top3.case.model import Case, Priority
from top3.case.naming import name, names
from top3.case.people import FixedFace
from top3.case.plan import Agreement
from top3.case.vocabulary import Role, Status
from top3.document import model as doc
from top3.document.genogram import genogram
from top3.document.guide import compose_guide
from top3.document.plain import mirror, span
from top3.document.timeline import timeline
from top3.method import agreed, knowledge
from top3.method.check import Judgement
from top3.method.explain import explain, say
from top3.method.plan import Choice
from top3.method.ranking import UNRANKED
from top3.words import Words

_LATER = (Status.WAITING, Status.PLANNED)


def compose_shared(case: Case, reader: Reader) -> doc.Document:
    """Compose the shared plan from a case that was cut for `reader`."""
    words = Words(case.info.language)
    active = [p for p in case.priorities if agreed.status(p) is Status.ACTIVE]
    active = [p for p in active if agreed.in_recorded_phase(p, case)]
    ordered = sorted(active, key=lambda p: (p.rank or UNRANKED, agreed.phase_of(p)))
    later = [p for p in case.priorities if p.status in _LATER and p.title]
    return replace(
        _base(case, reader, words),
        priorities=tuple(_priority(n, p, case, words) for n, p in enumerate(ordered, 1)),
        later=tuple(doc.Waiting(item.title or "") for item in later),
        signers=_signers(case),
        provisional=agreed.provisional(case),
    )


def compose_professional(
    case: Case, reader: Reader, judged: Judgement, findings: Sequence[Finding]
) -> doc.Document:
    """Compose the professionals' copy from their cut and the judgement."""
    words = Words(case.info.language)
    plan = judged.plan
    return replace(
        _base(case, reader, words),
        priorities=tuple(
            _priority(choice.rank, choice.item, case, words, explain(choice.because, case, words))
            for choice in plan.priorities
        ),
        later=tuple(_waiting(choice, case, words) for choice in plan.waiting),
        provisional=agreed.provisional(case) or _has_errors(findings),
        judgement=_judgement(case, judged, findings, words),
    )


def sheets(document: doc.Document) -> dict[str, doc.Document]:
    """The files that one copy is made into, by name: everyone gets a poster beside the plan."""
    if document.template != EVERYONE.form:
        return {"plan": document}
    return {"plan": document, "poster": replace(document, template="poster")}


def professional_base(case: Case) -> doc.Document:
    """Give what stands around any document of the professionals."""
    return _base(case, PROFESSIONAL, Words(case.info.language))


def _base(case: Case, reader: Reader, words: Words) -> doc.Document:
    """What both copies say in the same way."""
    plan = case.plan
    return doc.Document(
        template=reader.form,
        language=words.language,
        fictional=bool(case.info.fictional),
        provisional=False,
        date=words.date(plan.date) if plan.date else "",
        version=str(plan.version or 1),
        review=words.date(plan.next_review) if plan.next_review else "",
        phase=case.recorded_phase,
        names=tuple(name(case, m.id, words) for m in case.members if m.name or m.role),
        contacts=tuple(_contact(face) for face in _faces(case)),
        numbers=knowledge.NUMBERS,
        priorities=(),
        lasting=_lasting(case, words),
        conditions=_conditions(case),
        tension=tuple(
            doc.Step(names(case, step.who, words) if step.who else "", step.does or "")
            for step in plan.on_tension
        ),
        relapse=plan.on_relapse,
        later=(),
        events=_events(case, words),
    )


def _conditions(case: Case) -> tuple[str, ...]:
    """What is not negotiable: conditions of Veilig Thuis, orders and arrangements."""
    conditions = (condition.what for condition in case.veilig_thuis.conditions)
    measures = (measure.what for measure in case.measures)
    return tuple(what for what in (*conditions, *measures) if what)


def _events(case: Case, words: Words) -> tuple[str, ...]:
    return tuple(
        f"{span(incident.date, words)}: {incident.what}" if incident.date else incident.what
        for incident in case.violence.incidents
        if incident.what
    )


def _signers(case: Case) -> int:
    """How many may sign that they saw the plan: no child signs, but who has a task of its own.

    Ages are not in the cut, so a role and a task that the plan shows decide.
    """
    shown = (a for p, a in agreed.all_in_force(case) if agreed.in_recorded_phase(p, case))
    tasks = {who for agreement in shown for who in agreement.who}
    grown = [m for m in case.members if m.role not in (Role.CHILD, Role.UNBORN) or m.id in tasks]
    return len(grown)


def _faces(case: Case) -> list[FixedFace]:
    faces = (case.team.case_director, case.team.stand_in)
    return [face for face in faces if face and face.name]


def _contact(face: FixedFace) -> doc.Contact:
    return doc.Contact(face.name or "", face.organisation or "", face.phone or "")


def _priority(
    number: int, item: Priority, case: Case, words: Words, because: tuple[str, ...] = ()
) -> doc.Priority:
    """A card each for what is active or planned; what works has its own place (`lasting`)."""
    kept = [a for a in item.agreements if a.status in (None, Status.ACTIVE, Status.PLANNED)]
    agreements = tuple(compose_agreement(agreement, case, words) for agreement in kept)
    return doc.Priority(number, item.title or "", item.wish or "", agreements, because)


def compose_agreement(
    agreement: Agreement, case: Case, words: Words, *, you: str = ""
) -> doc.Agreement:
    """Write an agreement as this cut knows it; `you` is the id of the reader it speaks to."""

    def called(people: tuple[str, ...]) -> str:
        you_ = words.say("words.you")
        return words.join(you_ if each == you else name(case, each, words) for each in people)

    checks = called(agreement.checks) if agreement.checks else ""
    if checks and agreement.how_checked:
        checks = _with_how(checks, agreement.how_checked)
    return doc.Agreement(
        what=agreement.what or "",
        who=called(agreement.who) if agreement.who else "",
        when=agreement.when or "",
        checks=checks,
        if_not=agreement.if_not or "",
    )


def _with_how(checks: str, how: str) -> str:
    """Say how they look along: a sentence of its own stays one, a few words follow a comma."""
    if how[0].isupper() or ". " in how:
        return f"{checks}. {how[0].upper()}{how[1:]}"
    return f"{checks}, {how.removesuffix('.')}"


def _lasting(case: Case, words: Words) -> tuple[doc.Agreement, ...]:
    """Agreements that work stay in force: the veiligheidsplan runs on (method.md §1)."""
    return tuple(
        compose_agreement(agreement, case, words)
        for priority in case.priorities
        if agreed.in_recorded_phase(priority, case)
        for agreement in agreed.agreements_in_force(priority)
        if agreement.status is Status.LASTING or priority.status is Status.LASTING
    )


def _waiting(choice: Choice, case: Case, words: Words) -> doc.Waiting:
    title = choice.item.title or choice.item.id
    return doc.Waiting(title, explain(choice.because, case, words))


def _judgement(
    case: Case, judged: Judgement, findings: Sequence[Finding], words: Words
) -> doc.Judgement:
    phase, ave = judged.phase, judged.escalation
    opens = phase.earliest_next
    return doc.Judgement(
        reference_date=words.date(judged.day),
        phase=phase.number,
        phase_name=words.say(f"reasons.phase.{phase.number}"),
        recorded_phase=phase.recorded,
        gate_open=phase.gate_open,
        earliest_next=words.date(opens) if opens else "",
        phase_because=explain(phase.because, case, words),
        ave_minimum=ave.minimum,
        ave_recorded=str(ave.recorded or ""),
        ave_because=explain(ave.because, case, words),
        notices=tuple(_notice(f, case, words) for f in sorted(findings, key=lambda f: f.gravity)),
        facts=mirror(case, case, words),
        guide=compose_guide(case, judged, words),
        timeline=timeline(case, judged, words),
        family=genogram(case, judged.day, words),
    )


def _has_errors(findings: Sequence[Finding]) -> bool:
    return any(f.severity is Severity.ERROR and not f.answered for f in findings)


def _notice(finding: Finding, case: Case, words: Words) -> doc.Notice:
    message, hint = say(finding, words, case)
    severity = words.show(finding.severity)
    return doc.Notice(finding.code, severity, finding.mark.line, message, hint)
