"""T103: who uses violence owns no agreement."""

from collections.abc import Iterator

from top3.case.people import Member
from top3.method import agreed, facts
from top3.method import knowledge as known
from top3.method.rule import ERROR, WARNING, Hit, View, rule


@rule(ERROR, phase=1)
def T103(view: View) -> Iterator[Hit]:
    """Source: regiovisie ch. 2 and 3."""
    case = view.case
    owners = {i for _, agreement in agreed.all_in_force(case) for i in agreement.who}
    using = facts.uses_violence(case)
    is_said = False
    for member in case.members:
        if member.id in using and not _owns(member, owners, view):
            excused = bool(member.no_agreement) or facts.is_kept_away(member, case, view.day)
            severity, variant = (WARNING, "reason") if excused else (ERROR, "default")
            is_said |= not excused
            yield Hit(member, "", variant, severity=severity, values={"who": (member.id,)})
    if owners and owners <= facts.victims(case) and not is_said:
        first = next(priority for priority, agreement in agreed.all_in_force(case) if agreement.who)
        yield Hit(first, variant="only_victims", about=(), severity=WARNING)


def _owns(member: Member, owners: set[str], view: View) -> bool:
    """A minor's own agreement counts, and so does a parent's."""
    if member.id in owners:
        return True
    is_minor = facts.is_child(member, view.case, view.day)
    parents = {m.id for m in view.case.members if m.role in known.PARENTS}
    return is_minor and bool(owners & parents)
