"""The Case: what people wrote about one family.

Almost everything is optional: what is missing is a finding of the method, not an error of form.
"""

from typing import Annotated, Literal

from top3.case.fields import Entry, Flag, Key, Label, Reads, Text
from top3.case.people import FixedFace, Member, NetworkPerson, Professional, Team
from top3.case.plan import (
    Decision,
    Meeting,
    Note,
    PlanRecord,
    RecoveryNeed,
    Release,
    Review,
    RiskFactor,
    ScaleUp,
    Secret,
    Situation,
    Strength,
)
from top3.case.violence import Measure, VeiligThuis, Violence
from top3.case.vocabulary import Language

EVERYONE, PROFESSIONAL, NOBODY = Label.EVERYONE, Label.PROFESSIONAL, Label.NOBODY

Person = Member | NetworkPerson | FixedFace | Professional
Priority = Situation | RiskFactor | RecoveryNeed


class CaseInfo(Entry):
    """The case itself."""

    fictional: Annotated[Flag | None, Key("fictief", EVERYONE)] = None
    municipality: Annotated[Text | None, Key("gemeente", PROFESSIONAL)] = None
    language: Annotated[Text, Key("taal", EVERYONE), Reads(Language)] = "nl"


class Case(Entry):
    """One family's analysis and plan. `top3` is the format version of the file."""

    top3: Annotated[Literal["1"], Key("top3", EVERYONE)]
    info: Annotated[CaseInfo, Key("casus", EVERYONE)] = CaseInfo()
    plan: Annotated[PlanRecord, Key("plan", EVERYONE)] = PlanRecord()
    team: Annotated[Team, Key("team", EVERYONE)] = Team()
    members: Annotated[tuple[Member, ...], Key("gezin", EVERYONE)] = ()
    network: Annotated[tuple[NetworkPerson, ...], Key("netwerk", EVERYONE)] = ()
    violence: Annotated[Violence, Key("geweld", EVERYONE)] = Violence()
    veilig_thuis: Annotated[VeiligThuis, Key("veilig_thuis", EVERYONE)] = VeiligThuis()
    measures: Annotated[tuple[Measure, ...], Key("maatregelen", PROFESSIONAL, shareable=True)] = ()
    situations: Annotated[tuple[Situation, ...], Key("onveilige_situaties", EVERYONE)] = ()
    risk_factors: Annotated[tuple[RiskFactor, ...], Key("risicofactoren", EVERYONE)] = ()
    recovery: Annotated[tuple[RecoveryNeed, ...], Key("herstel", EVERYONE)] = ()
    strengths: Annotated[tuple[Strength, ...], Key("krachten", PROFESSIONAL)] = ()
    meetings: Annotated[tuple[Meeting, ...], Key("bijeenkomsten", PROFESSIONAL)] = ()
    reviews: Annotated[tuple[Review, ...], Key("evaluaties", PROFESSIONAL)] = ()
    scale_up: Annotated[ScaleUp, Key("opschaling", PROFESSIONAL)] = ScaleUp()
    releases: Annotated[tuple[Release, ...], Key("vrijgaven", PROFESSIONAL)] = ()
    decisions: Annotated[tuple[Decision, ...], Key("besluiten", PROFESSIONAL)] = ()
    secrets: Annotated[tuple[Secret, ...], Key("vertrouwelijk", NOBODY)] = ()
    notes: Annotated[tuple[Note, ...], Key("notities", NOBODY)] = ()

    @property
    def professionals(self) -> tuple[FixedFace | Professional, ...]:
        """Everybody of the team, the fixed face first."""
        team = self.team
        faces = (team.case_director, team.stand_in, team.process_director)
        return (*(face for face in faces if face), *team.others)

    @property
    def priorities(self) -> tuple[Priority, ...]:
        """Everything that can be a priority, phase by phase, as written."""
        return (*self.situations, *self.risk_factors, *self.recovery)

    @property
    def recorded_phase(self) -> int:
        """The phase that people recorded; without a record, 1."""
        return self.plan.phase.level if self.plan.phase else 1

    def person(self, identifier: str) -> Person | None:
        """Find a member, network person or professional by id."""
        people: tuple[Person, ...] = (*self.members, *self.network, *self.professionals)
        return next((person for person in people if person.id == identifier), None)
