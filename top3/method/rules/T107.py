"""T107: a conflict divorce in which nobody looked for coercive control."""

from collections.abc import Iterator

from top3.case.vocabulary import FamilyProfile, Form
from top3.method.rule import WARNING, Hit, View, rule


@rule(WARNING)
def T107(view: View) -> Iterator[Hit]:
    """Source: method.md §3 (huiselijkgeweldcongres.nl 2022)."""
    violence = view.case.violence
    by_profile = violence.profile and violence.profile.kind is FamilyProfile.CONFLICT_DIVORCE
    by_form = [entry for entry in violence.forms if entry.form is Form.CONFLICT_DIVORCE]
    told = violence.screening
    is_screened = told and told.outcome and told.date and told.date <= view.day
    if (by_profile or by_form) and not is_screened:
        yield Hit(violence.profile or by_form[0])
