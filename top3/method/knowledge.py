"""What the regiovisie and its sources say, as data with their source.

Why: one place; rules, ranking and templates read it here.
"""

from top3.case.vocabulary import (
    FamilyProfile,
    Feature,
    FlagKind,
    Form,
    Frequency,
    Harm,
    MeasureKind,
    MeetingKind,
    Role,
    SecretKind,
)

PARENTS = frozenset(
    {Role.MOTHER, Role.FATHER, Role.STEPMOTHER, Role.STEPFATHER, Role.FOSTER_PARENT}
)
"""Who raises a child, and may have gezag."""

HEAVY_FLAGS = frozenset(
    {
        FlagKind.SERIOUS_INJURY,
        FlagKind.STRANGULATION,
        FlagKind.WEAPON,
        FlagKind.DEATH_THREAT,
        FlagKind.STALKING_AFTER_SEPARATION,
        FlagKind.FORCED_SEX,
        FlagKind.PREGNANCY,
        FlagKind.FEARS_FOR_LIFE,
        FlagKind.BREACHED_ORDER,
        FlagKind.SUICIDE_OR_CHILDREN,
    }
)
"""Method.md §3 (huiselijkgeweldcongres.nl, OM, plymouthscb.co.uk)."""

THREATS_TO_KILL = frozenset({FlagKind.DEATH_THREAT, FlagKind.SUICIDE_OR_CHILDREN})
"""Never light: unclarified until somebody clarified them."""

COERCIVE_PROFILES = frozenset({FamilyProfile.INTIMATE_TERROR})

TRAFFICKING = frozenset(
    {
        Form.LOVERBOY,
        Form.YOUTH_PROSTITUTION,
        Form.SEXTORTION,
        Form.SEXUAL_EXPLOITATION,
        Form.LABOUR_EXPLOITATION,
        Form.CRIMINAL_EXPLOITATION,
    }
)
"""Regiovisie fig. 2, mensenhandel."""

COERCIVE_FORMS = TRAFFICKING | {Form.FORCED_MARRIAGE, Form.HONOUR, Form.FORCED_SUICIDE}
"""Forms in which a joint table is dangerous (method.md §7, T104)."""

HARMFUL_TO_SHARE = COERCIVE_FORMS | {Form.STALKING, Form.ABANDONMENT}
"""Forms in which a shared copy can harm (method.md §5)."""

HARMFUL_FLAGS = frozenset({FlagKind.STALKING_AFTER_SEPARATION, FlagKind.BREACHED_ORDER})
"""Flags that say the same: stalking, or a ban that was breached."""

BANS = frozenset({MeasureKind.BARRING_ORDER, MeasureKind.CONTACT_BAN, MeasureKind.AREA_BAN})
"""A huisverbod counts as a contact ban (regiovisie bijlage 1)."""

APART = frozenset({MeasureKind.BARRING_ORDER, MeasureKind.DETENTION, MeasureKind.SHELTER})
"""Days apart prove nothing about change (method.md §1)."""

HIDING = frozenset({SecretKind.ADDRESS, SecretKind.POSTCODE, SecretKind.PLACE, SecretKind.SHELTER})
"""A confidential value of this kind means that somebody hides."""

JOINT_MEETINGS = frozenset(
    {
        MeetingKind.JOINT_CONVERSATION,
        MeetingKind.MEDIATION,
        MeetingKind.COUPLES_THERAPY,
        MeetingKind.JOINT_PARENT_GUIDANCE,
    }
)
"""Strongly contra-indicated in intieme terreur (method.md §3)."""

SERIOUS_FEATURES = frozenset({Feature.THREAT, Feature.SEXUAL, Feature.WEAPON})
"""Make an incident serious beside injury and flags (method.md §1)."""

SEVERITY_ORDER = (
    Harm.NONE,
    Harm.PAIN_OR_FEAR,
    Harm.INJURY,
    Harm.SERIOUS_INJURY,
    Harm.UNKNOWN,
    Harm.DANGER_TO_LIFE,
)
"""From least to most; unknown ranks just below danger to life (method.md §2)."""

FREQUENCY_ORDER = (
    Frequency.ONCE,
    Frequency.SOMETIMES,
    Frequency.MONTHLY,
    Frequency.WEEKLY,
    Frequency.UNKNOWN,
    Frequency.DAILY,
)
"""From least to most; unknown ranks just below the most, as with severity."""

BARRING_ORDER_DAYS = 28
"""Ten days, extendable to at most four weeks (regiovisie bijlage 1)."""

CSG_DAYS = 7
"""Centrum Seksueel Geweld: the help is acute within seven days (regiovisie ch. 2)."""

AT_THE_TABLE_FROM = 12
"""Age in years from which a young person sits at the Jeugdbeschermingstafel (ch. 2)."""

NUMBERS = {"danger": "112", "advice": "0800-2000", "child": "0800-0432"}
"""Emergency number; Veilig Thuis, free and 24/7 (regiovisie ch. 2); Kindertelefoon, 8-18 years,
free and anonymous (kindertelefoon.nl)."""
NUMBERS_CHECKED = "2026-11-23"
"""When somebody last looked whether the numbers are right; at most 12 months ago."""
