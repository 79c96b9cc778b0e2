"""Who could hold a copy of this case, and in which form.

Why here: a form follows from an age or from how somebody reads, which the cut does not show.
Whether the copy may exist is another question (T904).
"""

from datetime import date

from top3.case.cut import Reader
from top3.case.model import Case
from top3.case.people import Member, NetworkPerson, OwnCopy
from top3.case.vocabulary import Role
from top3.method import facts
from top3.method.settings import SETTINGS

_MAY_BE_MINOR = (Role.BROTHER, Role.SISTER, Role.RELATIVE, Role.HOUSEMATE, None)


def personal_readers(case: Case, shared: Case, day: date) -> tuple[Reader, ...]:
    """Each person who could hold a copy of their own; `shared` is the cut for everyone.

    A child under four, a child without an age, a brother or sister who may be one, somebody who is
    not in the shared plan and a network person without a task have none.
    """
    shown = {member.id for member in shared.members}
    members = (_member(m, case, day) for m in case.members if m.id in shown)
    network = (Reader("network", person.id) for person in shared.network)
    return (*(reader for reader in members if reader), *network)


def own_copy(case: Case, reader: Reader) -> OwnCopy | None:
    """What the case says of this person's holding a copy."""
    holder = case.person(reader.person)
    return holder.own_copy if isinstance(holder, Member | NetworkPerson) else None


def _member(member: Member, case: Case, day: date) -> Reader | None:
    if facts.is_unborn(member):
        return None
    on = case.plan.date or day
    if member.role in _MAY_BE_MINOR and facts.age(member, case, on) is None:
        return None
    if not facts.is_child(member, case, on):
        return Reader("easy" if member.easy_reading else "member", member.id)
    form = _form(facts.age(member, case, on))
    youngest, _ = facts.ages(member, case, on)
    decides_alone = youngest >= SETTINGS.decides_alone_from
    return Reader(form, member.id, decides_alone) if form else None


def _form(age: int | None) -> str:
    """The form of a child's copy: read aloud, read together, read alone."""
    if age is None or age < SETTINGS.child_speaks_from:
        return ""
    if age < SETTINGS.reads_from:
        return "child4"
    return "child8" if age < SETTINGS.decides_from else "child12"
