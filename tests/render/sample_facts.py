"""A case as the dossier mirrors it, made by hand: with something in every part, or one value."""

from typing import Any

from top3.case.fields import Entry
from top3.case.model import Case
from top3.case.people import (
    Conversation,
    Expert,
    Member,
    NetworkPerson,
    OwnCopy,
    OwnWords,
    Professional,
    SafetyScore,
    Team,
)
from top3.case.plan import (
    Action,
    Decision,
    LogEntry,
    Meeting,
    PhaseDecision,
    PlanRecord,
    RecoveryNeed,
    Release,
    Review,
    RiskFactor,
    ScaleUp,
    Situation,
    Strength,
    TableUse,
)
from top3.case.plan import Agreement as CaseAgreement
from top3.case.shape import shapes
from top3.case.violence import (
    Clarification,
    Condition,
    Fact,
    FlagEntry,
    FormEntry,
    Incident,
    Measure,
    Observation,
    Profile,
    Report,
    Screening,
    VeiligThuis,
    Violence,
)


def everywhere(model: type[Entry], value: str) -> dict[str, object]:
    """Mirror an entry in which every field holds the value."""
    found: dict[str, object] = {}
    for shape in shapes(model):
        inner: object = everywhere(shape.model, value) if shape.model else value
        found[shape.name] = (inner,) if shape.many else inner
    return found


def entry(model: type[Entry], **given: object) -> dict[str, object]:
    """Mirror one entry of the case as plain text; what isn't given is empty."""
    found: dict[str, object] = {}
    for shape in shapes(model):
        bare = shape.model is None or model.model_fields[shape.name].default is None
        empty: Any = () if shape.many else "" if bare else entry(shape.model)
        found[shape.name] = given.pop(shape.name, empty)
    assert not given, given
    return found


def facts() -> dict[str, object]:
    """The case behind Julia and Tom, with something in every part."""
    return entry(
        Case,
        members=_members(),
        network=(
            entry(
                NetworkPerson,
                id="n1",
                name="Ria",
                tie="oma",
                tied_to=("Sanne",),
                does="Haalt en brengt Julia en Tom.",
                reachable="Elke dag tot 21.00 uur",
                name_shared="ja",
            ),
        ),
        violence=_violence(),
        veilig_thuis=entry(
            VeiligThuis,
            reports=(entry(Report, date="2 september 2024", by="wijkteam", result="overgedragen"),),
            code_step="5",
            conditions=(entry(Condition, id="v1", what="Niemand dreigt waar de kinderen zijn."),),
        ),
        measures=(
            entry(
                Measure,
                id="r1",
                kind="omgangsregeling",
                what="Julia en Tom zijn om het weekend bij Peter.",
                binds=("Peter", "Sanne"),
                protects=("Julia", "Tom"),
                start="1 maart 2024",
            ),
        ),
        situations=_situations(),
        risk_factors=(
            entry(
                RiskFactor,
                id="f1",
                title="Steun voor vader",
                factor="acute stress",
                of=("Peter",),
                ground="Ontslag in mei 2024; de alimentatie is niet te betalen.",
                feeds=("Dreigen bij het wisselen van huis",),
                status="wacht",
                actions=(
                    entry(
                        Action,
                        id="h1",
                        kind="steun",
                        what="Hulp bij geld en post",
                        by="wijkteam",
                        start="9 september 2024",
                        running="nee",
                    ),
                ),
            ),
        ),
        recovery=(
            entry(
                RecoveryNeed,
                id="b1",
                title="Vrienden maken",
                of=("Tom",),
                need="Tom wordt gepest.",
                since="2023",
            ),
        ),
        strengths=(
            entry(Strength, of=("Sanne", "Ria"), what="Oma en Sanne eten elke week samen."),
        ),
        meetings=(
            entry(
                Meeting,
                id="m1",
                kind="gezinsgesprek",
                date="9 september 2024",
                with_=("Peter", "Karin de Wit"),
                status="gepland",
            ),
        ),
        reviews=(
            entry(
                Review,
                date="26 augustus 2024",
                present=("Karin de Wit", "Sanne"),
                changed="Oma haalt en brengt voortaan.",
            ),
        ),
        team=_team(),
        scale_up=entry(
            ScaleUp,
            ave="2",
            stalling="nee",
            unrest="nee",
            tables=(entry(TableUse, table="MDO", date="20 augustus 2024", result="samen verder"),),
        ),
        decisions=(
            entry(
                Decision,
                about="T107",
                date="2 september 2024",
                by="Karin de Wit",
                why="De screening staat gepland op 9 september.",
                until="16 september 2024",
            ),
        ),
        releases=(
            entry(
                Release,
                date="2 september 2024",
                by="Karin de Wit",
                expert="Veilig Thuis",
                why="Beide ouders kennen de afspraken.",
                until="16 september 2024",
            ),
        ),
        plan=entry(
            PlanRecord,
            phase=entry(
                PhaseDecision,
                level="1",
                date="26 augustus 2024",
                by="Karin de Wit",
                why="Het dreigen gaat door.",
            ),
        ),
    )


def _team() -> dict[str, object]:
    return entry(
        Team,
        process_director=entry(
            Professional, name="Henk Mulder", organisation="Veiligheidshuis", phone="055 987 65 43"
        ),
        others=(
            entry(Professional, name="Joke", organisation="School", function="intern begeleider"),
        ),
        experts=(
            entry(
                Expert,
                who="Veilig Thuis",
                date="1 september 2024",
                about="De dreiging",
                advice="Zoek uit wat Peter bedoelde en of hij middelen heeft.",
            ),
        ),
    )


def _members() -> tuple[dict[str, object], ...]:
    return (
        entry(
            Member,
            id="o1",
            name="Peter",
            role="vader",
            born="1982",
            household="Peter",
            custody="ja",
            conversations=(
                entry(
                    Conversation,
                    date="27 augustus 2024",
                    kind="gesprek",
                    alone="ja",
                    calm="nee",
                    by="Karin de Wit",
                ),
            ),
        ),
        entry(
            Member,
            id="k1",
            name="Julia",
            role="kind",
            age="10",
            household="Sanne",
            conversations=(
                entry(
                    Conversation,
                    date="28 augustus 2024",
                    kind="gesprek",
                    alone="ja",
                    calm="nee",
                    by="Karin de Wit",
                ),
            ),
            own_words=(
                entry(
                    OwnWords,
                    date="28 augustus 2024",
                    worries="Als papa en mama schreeuwen ga ik naar mijn kamer.",
                    goes_well="Bij oma is het gezellig.",
                ),
            ),
            safety_scores=(entry(SafetyScore, date="28 augustus 2024", score="4"),),
            own_copy=entry(
                OwnCopy,
                safe="ja",
                channel="via oma",
                decided_by="Karin de Wit",
                date="2 september 2024",
            ),
            safe_place="Bij oma Ria",
            calls="Oma Ria",
        ),
    )


def _violence() -> dict[str, object]:
    return entry(
        Violence,
        forms=(entry(FormEntry, form="ex-partnergeweld", certainty="bekend"),),
        profile=entry(Profile, kind="complexe conflictscheiding", certainty="bekend"),
        coercive_control="onbekend",
        screening=entry(Screening, date="30 augustus 2024", by="Karin de Wit", outcome="onbekend"),
        acute="nee",
        structural="ja",
        incidents=(
            entry(
                Incident,
                id="i1",
                date="31 augustus 2024",
                what="Peter riep dat hij Sanne afmaakt. Julia en Tom stonden erbij.",
                became_known="1 september 2024",
                known_through=("Sanne",),
                by=("Peter",),
                against=("Sanne",),
                witnesses=("Julia", "Tom"),
                injury="geen letsel",
                features=("dreigen",),
                basis="verteld",
                source="Sanne",
                contested_by="Peter",
            ),
        ),
        flags=(
            entry(
                FlagEntry,
                id="s1",
                kind="dreigen met doden",
                date="31 augustus 2024",
                incident="31 augustus 2024",
                note="Woorden: 'ik maak je af'.",
                clarified=entry(
                    Clarification, date="1 september 2024", by="politie", concrete="onbekend"
                ),
            ),
        ),
        observations=(
            entry(
                Observation,
                date="30 augustus 2024",
                by="Ria",
                about=("Julia", "Tom"),
                calm="ja",
                good_care="ja",
            ),
        ),
    )


def _situations() -> tuple[dict[str, object], ...]:
    return (
        entry(
            Situation,
            id="s1",
            title="Dreigen bij het wisselen van huis",
            wish="Peter en Sanne praten rustig. Niemand dreigt.",
            status="actief",
            rank="1",
            facts=(
                entry(
                    Fact,
                    what="Bij elke wissel schelden de ouders elkaar uit.",
                    basis="verteld",
                    by="Sanne",
                    contested_by="Peter",
                ),
            ),
            incidents=("31 augustus 2024",),
            acute="nee",
            severity="pijn of angst",
            frequency="elke week",
            by=("Peter", "Sanne"),
            unsafe=("Julia", "Tom"),
            agreements=(
                entry(
                    CaseAgreement,
                    id="a1",
                    what="Peter en Sanne dreigen niet.",
                    status="actief",
                    since="26 augustus 2024",
                    log=(
                        entry(LogEntry, date="30 augustus 2024", kept="ja", note="Rustige wissel."),
                    ),
                ),
            ),
        ),
    )
