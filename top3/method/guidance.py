"""What fits this case: the reference knowledge of the method that its facts call up.

Why: services, tables and profiles are reference data, not decisions; a case director should find
the ones that matter beside the plan, not look them all up. The words, with their sources, stand
in `knowledge.toml`; here stands only when each applies.
"""

from collections.abc import Iterator
from datetime import date

from top3.case.model import Case
from top3.case.vocabulary import Answer, Feature, FlagKind, Form, MeasureKind
from top3.method import facts
from top3.method import knowledge as known
from top3.method.escalation import Escalation

SEXUAL = {Form.CHILD_SEXUAL, Form.ONLINE_SEXUAL, Form.CHILD_PORNOGRAPHY, Form.SEXUAL_EXPLOITATION}
HARMFUL = {
    Form.GENITAL_MUTILATION,
    Form.FORCED_MARRIAGE,
    Form.ABANDONMENT,
    Form.HONOUR,
    Form.FORCED_SUICIDE,
}
ELDERLY = {Form.ELDER_ABUSE, Form.DERAILED_CARE}
_OLD = 65


def services(case: Case, escalation: Escalation, day: date) -> Iterator[str]:
    """Keys of the services and tables that fit (regiovisie ch. 2, ch. 4 and annex 5)."""
    forms = {entry.form for entry in case.violence.forms}
    flags = {flag.kind for flag in case.violence.flags}
    features = {feature for incident in case.violence.incidents for feature in incident.features}
    kinds = {measure.kind for measure in case.measures if facts.runs(measure, day)}
    stalking = Form.STALKING in forms or Feature.STALKING in features
    yield "veilig_thuis"
    if forms & SEXUAL or Feature.SEXUAL in features or FlagKind.FORCED_SEX in flags:
        yield "csg"
    if facts.coercion(case) or MeasureKind.SHELTER in kinds:
        yield "moviera"
    if stalking or FlagKind.STALKING_AFTER_SEPARATION in flags:
        yield "aware"
    if MeasureKind.BARRING_ORDER in kinds:
        yield "iriszorg"
    if kinds & {MeasureKind.CRIMINAL_CASE, MeasureKind.DETENTION}:
        yield "reclassering"
    if forms & known.TRAFFICKING:
        yield "trafficking"
    yield from _tables(case, escalation, kinds, day)


def _tables(
    case: Case, escalation: Escalation, kinds: set[MeasureKind], day: date
) -> Iterator[str]:
    is_stuck = Answer.YES in (case.scale_up.help_refused, case.scale_up.help_without_effect)
    if facts.children(case, day) and is_stuck:
        yield from ("jbt", "raad")
    if MeasureKind.SUPERVISION in kinds:
        yield "gi"
    if case.scale_up.help_without_effect is Answer.YES:
        yield from ("ret", "mda") if facts.children(case, day) else ("mda",)
    if escalation.minimum >= 3:
        yield from ("zvh", "vvt")


def groups(case: Case, day: date) -> Iterator[str]:
    """Keys of the notes on groups that fit (regiovisie ch. 4)."""
    forms = {entry.form for entry in case.violence.forms}
    ages = [facts.age(member, case, day) or 0 for member in case.members]
    if facts.children(case, day):
        yield "children"
    if any(member.easy_reading for member in case.members):
        yield "easy"
    if forms & ELDERLY or any(age >= _OLD for age in ages):
        yield "elderly"
    if forms & HARMFUL:
        yield "harmful"
    yield from ("gender", "trauma")
