"""T110: the top 3 is only services, and nothing that people themselves do."""

from collections.abc import Iterator

from top3.case.model import Case
from top3.case.plan import Agreement, Situation
from top3.method import agreed, wording
from top3.method.rule import ERROR, Hit, View, rule


@rule(ERROR, phase=1)
def T110(view: View) -> Iterator[Hit]:
    """Source: LA County SDM policy; rinogroep.nl (method.md §1): help is not safety."""
    top = [choice.item for choice in view.plan.priorities]
    agreements = [
        agreement
        for item in top
        if isinstance(item, Situation)
        for agreement in agreed.agreements_in_force(item)
    ]
    if agreements and all(_is_service(agreement, view.case) for agreement in agreements):
        yield Hit(agreements[0], "what", about=())


def _is_service(agreement: Agreement, case: Case) -> bool:
    """A professional's work alone; or words of help, without what somebody does themselves."""
    owners = set(agreement.who)
    if owners and owners <= {person.id for person in case.professionals}:
        return True
    what = agreement.what
    is_help = wording.find("services", what, case)
    return bool(is_help) and not wording.find("acts", what, case)
