"""What was agreed: unsafe situations with agreements, risk, recovery, and how it is followed."""

from typing import Annotated

from top3.case.fields import (
    AveLevel,
    Count,
    Day,
    Entry,
    Flag,
    Id,
    Key,
    Label,
    PhaseNumber,
    Rank,
    Text,
    When,
)
from top3.case.violence import Fact
from top3.case.vocabulary import (
    ActionKind,
    Answer,
    Factor,
    Frequency,
    Harm,
    MeetingKind,
    SecretKind,
    Share,
    Status,
    Table,
)

EVERYONE, OWN = Label.EVERYONE, Label.OWN
PROFESSIONAL, NOBODY = Label.PROFESSIONAL, Label.NOBODY


class PhaseDecision(Entry):
    """The plan's recorded phase: a dated decision of the casusregisseur (method.md §1)."""

    level: Annotated[PhaseNumber, Key("niveau", EVERYONE)]
    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    by: Annotated[Text | None, Key("door", PROFESSIONAL)] = None
    why: Annotated[Text | None, Key("waarom", PROFESSIONAL)] = None


class TensionStep(Entry):
    """What somebody does when tension rises. Never an escape plan."""

    who: Annotated[tuple[Id, ...], Key("wie", EVERYONE, "person")] = ()
    does: Annotated[Text | None, Key("doet", EVERYONE)] = None


class PlanRecord(Entry):
    """The plan as people recorded it."""

    date: Annotated[Day | None, Key("datum", EVERYONE)] = None
    version: Annotated[Count | None, Key("versie", EVERYONE)] = None
    phase: Annotated[PhaseDecision | None, Key("fase", EVERYONE)] = None
    next_review: Annotated[Day | None, Key("volgende_evaluatie", EVERYONE)] = None
    on_tension: Annotated[tuple[TensionStep, ...], Key("bij_spanning", EVERYONE)] = ()
    on_relapse: Annotated[tuple[Text, ...], Key("bij_terugval", EVERYONE)] = ()


class LogEntry(Entry):
    """Whether an agreement was kept on a day."""

    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    kept: Annotated[Flag | None, Key("gehouden", PROFESSIONAL)] = None
    note: Annotated[Text | None, Key("toelichting", PROFESSIONAL)] = None


class Agreement(Entry):
    """Wie, wat, wanneer, wie kijkt mee, wat als het misgaat (method.md §1).

    `for_children` says `what` in words for a child's copy. `protects` names the children it covers
    where that is not all who are unsafe; `contact_with` names whom the owner meets or calls
    because of it.
    """

    id: Annotated[Id, Key("id", EVERYONE)]
    what: Annotated[Text | None, Key("wat", EVERYONE)] = None
    who: Annotated[tuple[Id, ...], Key("wie", EVERYONE, "person")] = ()
    when: Annotated[Text | None, Key("wanneer", EVERYONE)] = None
    checks: Annotated[tuple[Id, ...], Key("kijkt_mee", EVERYONE, "person")] = ()
    how_checked: Annotated[Text | None, Key("hoe_kijken", EVERYONE)] = None
    if_not: Annotated[Text | None, Key("als_het_misgaat", EVERYONE)] = None
    for_children: Annotated[Text | None, Key("voor_kinderen", EVERYONE)] = None
    status: Annotated[Status | None, Key("status", EVERYONE)] = None
    share_with: Annotated[Share | None, Key("delen_met", PROFESSIONAL)] = None
    protects: Annotated[tuple[Id, ...], Key("beschermt", PROFESSIONAL, "member")] = ()
    contact_with: Annotated[tuple[Id, ...], Key("contact_met", PROFESSIONAL, "member")] = ()
    since: Annotated[Day | None, Key("sinds", PROFESSIONAL)] = None
    dropped_because: Annotated[Text | None, Key("vervallen_omdat", PROFESSIONAL)] = None
    log: Annotated[tuple[LogEntry, ...], Key("verloop", PROFESSIONAL)] = ()


class Action(Entry):
    """Help: steun or behandeling, already running or new. `for_safety`: how it makes safety."""

    id: Annotated[Id, Key("id", OWN)]
    kind: Annotated[ActionKind | None, Key("soort", OWN)] = None
    what: Annotated[Text | None, Key("wat", OWN)] = None
    by: Annotated[Text | None, Key("door", PROFESSIONAL)] = None
    together: Annotated[tuple[Id, ...], Key("samen_met", PROFESSIONAL, "member")] = ()
    start: Annotated[Day | None, Key("vanaf", PROFESSIONAL)] = None
    running: Annotated[Flag | None, Key("liep_al", PROFESSIONAL)] = None
    for_safety: Annotated[Text | None, Key("voor_de_veiligheid", PROFESSIONAL)] = None
    status: Annotated[Status | None, Key("status", OWN)] = None


class PriorityEntry(Entry):
    """What every priority has. Title and wish are in words for everyone."""

    id: Annotated[Id, Key("id", EVERYONE)]
    title: Annotated[Text | None, Key("titel", EVERYONE)] = None
    wish: Annotated[Text | None, Key("wens", EVERYONE)] = None
    status: Annotated[Status | None, Key("status", EVERYONE)] = None
    rank: Annotated[Rank | None, Key("rang", EVERYONE)] = None
    share_with: Annotated[Share | None, Key("delen_met", PROFESSIONAL)] = None
    agreements: Annotated[tuple[Agreement, ...], Key("afspraken", EVERYONE)] = ()


class Situation(PriorityEntry):
    """An unsafe situation: in fase 1, a priority."""

    facts: Annotated[tuple[Fact, ...], Key("feiten", PROFESSIONAL)] = ()
    incidents: Annotated[tuple[Id, ...], Key("incidenten", PROFESSIONAL, "incident")] = ()
    flags: Annotated[tuple[Id, ...], Key("signalen", PROFESSIONAL, "flag")] = ()
    acute: Annotated[Answer | None, Key("acuut", PROFESSIONAL)] = None
    severity: Annotated[Harm | None, Key("ernst", PROFESSIONAL)] = None
    frequency: Annotated[Frequency | None, Key("hoe_vaak", PROFESSIONAL)] = None
    by: Annotated[tuple[Id, ...], Key("door", PROFESSIONAL, "member")] = ()
    unsafe: Annotated[tuple[Id, ...], Key("onveilig_voor", PROFESSIONAL, "member")] = ()


class RiskFactor(PriorityEntry):
    """What feeds the unsafe behaviour: in fase 2, a priority (regiovisie fig. 3)."""

    factor: Annotated[Factor | None, Key("factor", PROFESSIONAL)] = None
    of: Annotated[tuple[Id, ...], Key("van", PROFESSIONAL, "member")] = ()
    ground: Annotated[Text | None, Key("grond", PROFESSIONAL)] = None
    feeds: Annotated[tuple[Id, ...], Key("voedt", PROFESSIONAL, "situation")] = ()
    actions: Annotated[tuple[Action, ...], Key("acties", PROFESSIONAL)] = ()


class RecoveryNeed(PriorityEntry):
    """What somebody needs to recover: in fase 3, a priority."""

    of: Annotated[tuple[Id, ...], Key("van", OWN, "member")] = ()
    need: Annotated[Text | None, Key("behoefte", PROFESSIONAL)] = None
    since: Annotated[When | None, Key("sinds", PROFESSIONAL)] = None
    actions: Annotated[tuple[Action, ...], Key("acties", OWN)] = ()


class Strength(Entry):
    """What goes well or worked before."""

    of: Annotated[tuple[Id, ...], Key("van", PROFESSIONAL, "member")] = ()
    what: Annotated[Text | None, Key("wat", PROFESSIONAL)] = None


class Meeting(Entry):
    """A planned meeting or joint form of help."""

    id: Annotated[Id, Key("id", PROFESSIONAL)]
    kind: Annotated[MeetingKind | None, Key("soort", PROFESSIONAL)] = None
    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    with_: Annotated[tuple[Id, ...], Key("met", PROFESSIONAL, "person")] = ()
    status: Annotated[Status | None, Key("status", PROFESSIONAL)] = None


class Review(Entry):
    """A review that was held."""

    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    present: Annotated[tuple[Id, ...], Key("aanwezig", PROFESSIONAL, "person")] = ()
    changed: Annotated[Text | None, Key("wat_veranderde", PROFESSIONAL)] = None


class TableUse(Entry):
    """A scale-up table that was used, or is planned: its date lies ahead."""

    table: Annotated[Table, Key("tafel", PROFESSIONAL)]
    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    invited: Annotated[tuple[Id, ...], Key("uitgenodigd", PROFESSIONAL, "member")] = ()
    result: Annotated[Text | None, Key("uitkomst", PROFESSIONAL)] = None


class ScaleUp(Entry):
    """AVE and what bears on it (regiovisie bijlage 4)."""

    ave: Annotated[AveLevel | None, Key("ave", PROFESSIONAL)] = None
    stalling: Annotated[Answer | None, Key("stagnatie", PROFESSIONAL)] = None
    unrest: Annotated[Answer | None, Key("maatschappelijke_onrust", PROFESSIONAL)] = None
    help_refused: Annotated[Answer | None, Key("hulp_geweigerd", PROFESSIONAL)] = None
    help_without_effect: Annotated[Answer | None, Key("hulp_zonder_effect", PROFESSIONAL)] = None
    tables: Annotated[tuple[TableUse, ...], Key("tafels", PROFESSIONAL)] = ()


class Release(Entry):
    """A person's dated decision that the shared copy, or one entry in it, may be given.

    Where `entry` is a person it releases the copy of that person; `consent` says who agreed.
    """

    entry: Annotated[Id | None, Key("onderdeel", PROFESSIONAL, "entry")] = None
    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    by: Annotated[Text | None, Key("door", PROFESSIONAL)] = None
    expert: Annotated[Text | None, Key("deskundige", PROFESSIONAL)] = None
    consent: Annotated[tuple[Id, ...], Key("toestemming", PROFESSIONAL, "person")] = ()
    until: Annotated[Day | None, Key("tot", PROFESSIONAL)] = None
    why: Annotated[Text | None, Key("waarom", PROFESSIONAL)] = None


class Decision(Entry):
    """A person's dated, reasoned answer to a finding (`T202`) or an incident (`i3`)."""

    about: Annotated[Text, Key("over", PROFESSIONAL)]
    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    by: Annotated[Text | None, Key("door", PROFESSIONAL)] = None
    why: Annotated[Text | None, Key("waarom", PROFESSIONAL)] = None
    until: Annotated[Day | None, Key("tot", PROFESSIONAL)] = None


class Secret(Entry):
    """A value that must reach no copy: it serves the checks (T901)."""

    id: Annotated[Id, Key("id", NOBODY)]
    kind: Annotated[SecretKind | None, Key("soort", NOBODY)] = None
    value: Annotated[Text | None, Key("waarde", NOBODY)] = None
    of: Annotated[tuple[Id, ...], Key("van", NOBODY, "member")] = ()
    date: Annotated[Day | None, Key("datum", NOBODY)] = None


class Note(Entry):
    """A private note: it serves the checks, no copy prints it."""

    id: Annotated[Id, Key("id", NOBODY)]
    text: Annotated[Text | None, Key("tekst", NOBODY)] = None
