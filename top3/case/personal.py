"""What a personal copy holds beside, or instead of, the shared plan: an allow-list per holder.

Why apart: the shared plan is made for the least entitled reader; here stand the few things that
one person may read more (design: "Who may see what"). Each starts from the shared cut, so that
nothing in it can be wider than that by mistake.
"""

from top3.case.fields import Label
from top3.case.model import Case, Priority
from top3.case.people import Member
from top3.case.plan import Action, Agreement, RecoveryNeed, Situation
from top3.case.shape import shapes
from top3.case.violence import VeiligThuis, Violence
from top3.case.vocabulary import ActionKind, Share, Status

_OVER = (Status.DONE, Status.DROPPED)
_RUNNING = (None, Status.ACTIVE, Status.LASTING)


def for_member(case: Case, shared: Case, person: str) -> Case:
    """The shared plan, with the adult's own words, scores and support to recover."""
    mine = {need.id: need for need in case.recovery if _is_own(need, person)}
    recovery = tuple(_with_support(need, mine.get(need.id)) for need in shared.recovery)
    members = _with_own(case, shared, person, Label.OWN)
    return shared.model_copy(update={"members": members, "recovery": recovery})


def for_network(shared: Case, person: str) -> Case:
    """The agreements and steps that ask something of a network person, and nothing else."""
    steps = tuple(step for step in shared.plan.on_tension if person in step.who)
    kept = {
        agreement.id
        for priority in shared.priorities
        for agreement in priority.agreements
        if person in (*agreement.who, *agreement.checks)
    }
    return _only(shared, kept).model_copy(
        update={"plan": shared.plan.model_copy(update={"on_tension": steps})}
    )


def for_child(case: Case, shared: Case, person: str) -> Case:
    """What was agreed for a child, where it is safe and whom it calls."""
    kept = {
        agreement.id
        for priority in case.priorities
        for agreement in priority.agreements
        if person in (*agreement.who, *_covered(priority, agreement))
    }
    plan = shared.plan.model_copy(update={"on_tension": ()})
    members = _with_own(case, shared, person, Label.CHILD)
    return _only(shared, kept).model_copy(update={"plan": plan, "members": members})


def _only(shared: Case, agreements: set[str]) -> Case:
    """Keep these agreements of what is active now; the rest of the plan is gone."""

    def kept(items: tuple[Priority, ...]) -> tuple[Priority, ...]:
        found = []
        for item in items:
            left = tuple(a for a in item.agreements if a.id in agreements)
            if left:
                found.append(item.model_copy(update={"agreements": left}))
        return tuple(found)

    gone = {"violence": Violence(), "veilig_thuis": VeiligThuis(), "measures": ()}
    parts = {kind: kept(getattr(shared, kind)) for kind in ("situations", "risk_factors")}
    return shared.model_copy(update={**gone, **parts, "recovery": kept(shared.recovery)})


def _covered(priority: Priority, agreement: Agreement) -> tuple[str, ...]:
    """Whom an agreement is for: who it names, else who is unsafe, else whose need it is."""
    if agreement.protects:
        return agreement.protects
    return priority.unsafe if isinstance(priority, Situation) else priority.of


def _with_own(case: Case, shared: Case, person: str, label: Label) -> tuple[Member, ...]:
    """The members as everyone sees them; the holder with the fields of this label too."""
    names = [shape.name for shape in shapes(Member) if shape.key.label is label]
    own = {m.id: {name: getattr(m, name) for name in names} for m in case.members if m.id == person}
    return tuple(member.model_copy(update=own.get(member.id, {})) for member in shared.members)


def _is_own(need: RecoveryNeed, person: str) -> bool:
    """Tell whether a recovery need is this person's alone, still counts, and may be theirs."""
    is_narrowed = need.share_with is Share.PROFESSIONALS
    return need.of == (person,) and need.status not in _OVER and not is_narrowed


def _with_support(shared: RecoveryNeed, own: RecoveryNeed | None) -> RecoveryNeed:
    """Add whose need it is, its wish and the support that runs; never a treatment."""
    if own is None:
        return shared
    support = tuple(
        Action.model_construct(id=action.id, kind=action.kind, what=action.what)
        for action in own.actions
        if action.kind is ActionKind.SUPPORT and action.status in _RUNNING and action.what
    )
    return shared.model_copy(update={"of": own.of, "wish": own.wish, "actions": support})
