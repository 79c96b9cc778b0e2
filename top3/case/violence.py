"""What happened and what is known of it: observable facts, each with its source."""

from typing import Annotated

from top3.case.fields import Day, Entry, Flag, Id, Key, Label, Step, Text, When
from top3.case.vocabulary import (
    Answer,
    Basis,
    Certainty,
    FamilyProfile,
    Feature,
    FlagKind,
    Form,
    Harm,
    MeasureKind,
    Share,
)

EVERYONE, PROFESSIONAL = Label.EVERYONE, Label.PROFESSIONAL


class Fact(Entry):
    """One fact: was it seen, told or an opinion, by whom, and who contests it."""

    what: Annotated[Text | None, Key("wat", PROFESSIONAL)] = None
    basis: Annotated[Basis | None, Key("soort", PROFESSIONAL)] = None
    by: Annotated[Text | None, Key("door", PROFESSIONAL)] = None
    contested_by: Annotated[Text | None, Key("betwist_door", PROFESSIONAL)] = None


class FormEntry(Entry):
    """A form of violence (regiovisie fig. 2), known or suspected."""

    form: Annotated[Form, Key("vorm", PROFESSIONAL)]
    became_known: Annotated[Day | None, Key("bekend_op", PROFESSIONAL)] = None
    certainty: Annotated[Certainty, Key("zekerheid", PROFESSIONAL)] = Certainty.KNOWN


class Screening(Entry):
    """Whether somebody looked for coercive control, and what came of it."""

    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    by: Annotated[Text | None, Key("door", PROFESSIONAL)] = None
    outcome: Annotated[Answer | None, Key("uitkomst", PROFESSIONAL)] = None


class Profile(Entry):
    """The gezinsprofiel (Verwey-Jonker), known or suspected."""

    kind: Annotated[FamilyProfile, Key("soort", PROFESSIONAL)]
    certainty: Annotated[Certainty, Key("zekerheid", PROFESSIONAL)] = Certainty.KNOWN


class Incident(Entry):
    """What happened on a day, in observable words, and when it became known.

    `features` beside `injury` tell whether it was serious (method.md §1).
    """

    id: Annotated[Id, Key("id", EVERYONE)]
    date: Annotated[When | None, Key("datum", EVERYONE)] = None
    what: Annotated[Text | None, Key("wat", EVERYONE)] = None
    share_with: Annotated[Share | None, Key("delen_met", PROFESSIONAL)] = None
    became_known: Annotated[Day | None, Key("bekend_op", PROFESSIONAL)] = None
    known_through: Annotated[tuple[Id, ...], Key("bekend_door", PROFESSIONAL, "member")] = ()
    by: Annotated[tuple[Id, ...], Key("door", PROFESSIONAL, "member")] = ()
    against: Annotated[tuple[Id, ...], Key("tegen", PROFESSIONAL, "member")] = ()
    witnesses: Annotated[tuple[Id, ...], Key("getuigen", PROFESSIONAL, "member")] = ()
    injury: Annotated[Harm | None, Key("letsel", PROFESSIONAL)] = None
    features: Annotated[tuple[Feature, ...], Key("kenmerken", PROFESSIONAL)] = ()
    basis: Annotated[Basis | None, Key("soort_bron", PROFESSIONAL)] = None
    source: Annotated[Text | None, Key("bron", PROFESSIONAL)] = None
    contested_by: Annotated[Text | None, Key("betwist_door", PROFESSIONAL)] = None


class Clarification(Entry):
    """What was found out about a threat to kill: words, means, fear, history."""

    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    by: Annotated[Text | None, Key("door", PROFESSIONAL)] = None
    concrete: Annotated[Answer | None, Key("concreet", PROFESSIONAL)] = None
    note: Annotated[Text | None, Key("toelichting", PROFESSIONAL)] = None


class FlagEntry(Entry):
    """A heavy or light flag. A threat to kill stays unclarified until clarified (method.md §3)."""

    id: Annotated[Id, Key("id", PROFESSIONAL)]
    kind: Annotated[FlagKind, Key("soort", PROFESSIONAL)]
    date: Annotated[When | None, Key("datum", PROFESSIONAL)] = None
    incident: Annotated[Id | None, Key("incident", PROFESSIONAL, "incident")] = None
    note: Annotated[Text | None, Key("toelichting", PROFESSIONAL)] = None
    clarified: Annotated[Clarification | None, Key("opgehelderd", PROFESSIONAL)] = None


class Observation(Entry):
    """What a named adult from outside the household saw: calm, or good-enough daily care."""

    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    by: Annotated[Text | None, Key("door", PROFESSIONAL)] = None
    about: Annotated[tuple[Id, ...], Key("over", PROFESSIONAL, "member")] = ()
    calm: Annotated[Flag | None, Key("rustig", PROFESSIONAL)] = None
    good_care: Annotated[Flag | None, Key("zorg_goed_genoeg", PROFESSIONAL)] = None


class Violence(Entry):
    """The analysis of the violence."""

    forms: Annotated[tuple[FormEntry, ...], Key("vormen", PROFESSIONAL)] = ()
    profile: Annotated[Profile | None, Key("gezinsprofiel", PROFESSIONAL)] = None
    coercive_control: Annotated[Answer | None, Key("dwingende_controle", PROFESSIONAL)] = None
    screening: Annotated[Screening | None, Key("screening_dwang", PROFESSIONAL)] = None
    acute: Annotated[Answer | None, Key("acute_onveiligheid", PROFESSIONAL)] = None
    structural: Annotated[Answer | None, Key("structurele_onveiligheid", PROFESSIONAL)] = None
    incidents: Annotated[tuple[Incident, ...], Key("incidenten", PROFESSIONAL, shareable=True)] = ()
    flags: Annotated[tuple[FlagEntry, ...], Key("signalen", PROFESSIONAL)] = ()
    observations: Annotated[tuple[Observation, ...], Key("waarnemingen", PROFESSIONAL)] = ()


class Report(Entry):
    """A report to Veilig Thuis, by anyone."""

    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    by: Annotated[Text | None, Key("door", PROFESSIONAL)] = None
    result: Annotated[Text | None, Key("uitkomst", PROFESSIONAL)] = None
    closed: Annotated[Day | None, Key("afgesloten_op", PROFESSIONAL)] = None


class Condition(Entry):
    """A veiligheidsvoorwaarde of Veilig Thuis: not negotiable."""

    id: Annotated[Id, Key("id", EVERYONE)]
    what: Annotated[Text | None, Key("wat", EVERYONE)] = None
    share_with: Annotated[Share | None, Key("delen_met", PROFESSIONAL)] = None


class VeiligThuis(Entry):
    """Reports, the meldcode step, and what Veilig Thuis asks."""

    reports: Annotated[tuple[Report, ...], Key("meldingen", PROFESSIONAL)] = ()
    informed: Annotated[Day | None, Key("geinformeerd_op", PROFESSIONAL)] = None
    code_step: Annotated[Step | None, Key("meldcode_stap", PROFESSIONAL)] = None
    conditions: Annotated[tuple[Condition, ...], Key("voorwaarden", EVERYONE, shareable=True)] = ()


class Measure(Entry):
    """An order, ban, arrangement or circumstance: who is bound, who is protected, until when."""

    id: Annotated[Id, Key("id", EVERYONE)]
    kind: Annotated[MeasureKind, Key("soort", EVERYONE)]
    what: Annotated[Text | None, Key("wat", EVERYONE)] = None
    share_with: Annotated[Share | None, Key("delen_met", PROFESSIONAL)] = None
    binds: Annotated[tuple[Id, ...], Key("geldt_voor", PROFESSIONAL, "member")] = ()
    protects: Annotated[tuple[Id, ...], Key("beschermt", PROFESSIONAL, "member")] = ()
    start: Annotated[Day | None, Key("vanaf", PROFESSIONAL)] = None
    end: Annotated[Day | None, Key("tot", PROFESSIONAL)] = None
