"""Plain facts read off a case on a day: who is a child, who uses violence, since when.

Why: rules, phase and ranking ask the same questions; each has one answer here. What was agreed,
and what of it counts now, stands in `agreed.py`.
"""

from collections.abc import Iterable
from datetime import date

from top3.case.fields import Entry
from top3.case.model import Case
from top3.case.people import Member, NetworkPerson, Professional
from top3.case.plan import Action, RecoveryNeed, RiskFactor, Situation
from top3.case.violence import FlagEntry, Incident, Measure, Violence
from top3.case.vocabulary import (
    Answer,
    ConversationKind,
    Feature,
    MeasureKind,
    Role,
    Status,
)
from top3.method import knowledge as known
from top3.method.settings import SETTINGS

_OVER = (Status.LASTING, Status.DONE, Status.DROPPED)
"""A situation in one of these is not going on now."""


def is_yes(answer: Answer | None) -> bool:
    """Tell whether something is so, or suspected to be so."""
    return answer in (Answer.YES, Answer.SUSPECTED)


# --- people --------------------------------------------------------------------------------------


def age(member: Member, case: Case, day: date) -> int | None:
    """Age in whole years on `day`; a recorded age is counted from the plan's date."""
    if member.born and member.born.first:
        return _years(member.born.first, day)
    if member.age is None:
        return None
    written = case.plan.date or day
    return member.age + max(0, (day - written).days // 365)


def ages(member: Member, case: Case, day: date) -> tuple[int, int]:
    """The least and the most years somebody can have on `day`; without any record 0.

    After the plan's date a birthday may have passed; without that date nobody knows when the age
    was written down.
    """
    if member.born and member.born.first:
        return _years(member.born.last or member.born.first, day), _years(member.born.first, day)
    if member.age is None:
        return 0, 0
    written = case.plan.date
    least = member.age + (_years(written, day) if written else 0)
    return max(0, least), max(0, least + (written != day))


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_unborn(member: Member) -> bool:
    """Tell whether the member is not born yet."""
    return member.role is Role.UNBORN


def is_child(member: Member, case: Case, day: date) -> bool:
    """Tell whether the member is under 18, or may be: a child without an age counts as one."""
    born = member.born.last if member.born else None
    years = _years(born, day) if born else age(member, case, day)
    if years is None:
        return member.role in (Role.CHILD, Role.UNBORN)
    return years < SETTINGS.adult_from


def children(case: Case, day: date) -> list[Member]:
    """Born children in the family or in contact with it."""
    return [
        member
        for member in case.members
        if is_child(member, case, day)
        and not is_unborn(member)
        and member.in_contact is not Answer.NO
    ]


def adults(case: Case, day: date) -> list[Member]:
    """Members of 18 and older."""
    return [m for m in case.members if not is_child(m, case, day) and not is_unborn(m)]


def speaks(member: Member, case: Case, day: date) -> bool:
    """Tell whether a child is old enough to be spoken with; unknown age counts as old enough."""
    years = age(member, case, day)
    return years is None or years >= SETTINGS.child_speaks_from


def heard_on(member: Member, case: Case, day: date) -> list[date]:
    """Days a child was heard (spoken with, own words, told of an incident) or, if small, seen."""
    talks = [
        talk.date
        for talk in member.conversations
        if talk.kind is ConversationKind.SPOKEN or not speaks(member, case, day)
    ]
    words = [said.date for said in member.own_words]
    told = [surely_known(i) for i in case.violence.incidents if member.id in i.known_through]
    return [moment for moment in (*talks, *words, *told) if moment and moment <= day]


def may_be_named(case: Case, identifier: str) -> bool:
    """Tell whether a person agreed to be named, or is of the family or its fixed face."""
    person = case.person(identifier)
    if isinstance(person, (NetworkPerson, Professional)):
        return bool(person.name_shared) or not person.name
    return True


def uses_violence(case: Case) -> set[str]:
    """Ids of the members who use violence: by incidents and by unsafe situations."""
    items: tuple[Incident | Situation, ...] = (*case.violence.incidents, *case.situations)
    return {identifier for item in items for identifier in item.by}


def victims(case: Case) -> set[str]:
    """Ids of the members violence is done to and who use none; witnesses are harmed too."""
    incidents = case.violence.incidents
    harmed = {i for incident in incidents for i in (*incident.against, *incident.witnesses)}
    harmed |= {identifier for situation in case.situations for identifier in situation.unsafe}
    return harmed - _strikes(case)


def harmed_by_another(case: Case) -> set[str]:
    """Ids of whom somebody else did violence to, whatever they did themselves at another time."""
    return {harmed for _, harmed in violence_between(case)}


def violence_between(case: Case) -> set[tuple[str, str]]:
    """Who used violence against whom, leaving out what both did at once; by ids."""
    done = [(incident.by, incident.against) for incident in case.violence.incidents]
    done += [(situation.by, situation.unsafe) for situation in case.situations]
    return {(one, other) for by, to in done for one in by for other in {*to} - {*by}}


def is_no_guard(who: set[str], case: Case) -> bool:
    """Tell whether these people may not be made to guard the violence of somebody else.

    All of them were harmed; who also used violence is spared where another uses it as well.
    """
    harmed = victims(case)
    others = uses_violence(case) - who
    return bool(who) and (who <= harmed or bool(others and who <= harmed_by_another(case) | harmed))


def _strikes(case: Case) -> set[str]:
    """Who uses violence other than neglect: neglect alone takes no victim's voice away."""
    neglect = {i.id for i in case.violence.incidents if {*i.features} == {Feature.NEGLECT}}
    struck = {i for inc in case.violence.incidents if inc.id not in neglect for i in inc.by}
    situations = (s for s in case.situations if not s.incidents or {*s.incidents} - neglect)
    return struck | {identifier for situation in situations for identifier in situation.by}


# --- violence, and who stands where in it --------------------------------------------------------


def is_unsafe(case: Case) -> bool:
    """Acute or structural unsafety, recorded for the family or for a situation."""
    recorded = (case.violence.acute, case.violence.structural)
    return any(is_yes(one) for one in (*recorded, *(s.acute for s in case.situations)))


def coercion(case: Case) -> bool:
    """Intieme terreur or coercive control, known or suspected (T104, method.md §5)."""
    violence = case.violence
    return (
        (violence.profile is not None and violence.profile.kind in known.COERCIVE_PROFILES)
        or is_yes(violence.coercive_control)
        or (violence.screening is not None and is_yes(violence.screening.outcome))
        or any(entry.form in known.COERCIVE_FORMS for entry in violence.forms)
    )


def both_sides(people: Iterable[str], case: Case) -> bool:
    """Tell whether who uses violence and somebody it is done to come together."""
    using = uses_violence(case)
    family = set(people) & (using | victims(case))
    return bool(family & using) and len(family) > 1


def is_joint_help(need: RiskFactor | RecoveryNeed, action: Action, case: Case) -> bool:
    """Tell whether help, under coercion, brings both sides together: that is T104."""
    people = (*need.of, *action.together) if action.together else ()
    return coercion(case) and both_sides(people, case)


def acute_danger(case: Case) -> list[Entry]:
    """Where danger now is recorded or suspected: for the family, or in a situation that goes on."""
    going_on = [s for s in case.situations if s.status not in _OVER]
    places: tuple[Violence | Situation, ...] = (case.violence, *going_on)
    return [place for place in places if is_yes(place.acute)]


def is_one_sided(item: Incident | Situation, case: Case) -> bool:
    """Exactly one person uses violence here, and nobody whom it harms uses any in the file."""
    people = (*item.against, *item.witnesses) if isinstance(item, Incident) else item.unsafe
    harmed = set(people)
    return len(set(item.by)) == 1 and bool(harmed) and not harmed & uses_violence(case)


def is_serious(incident: Incident, case: Case) -> bool:
    """Injury, threat, sexual, weapon or a flag (method.md §1); unknown injury counts as injury."""
    order = known.SEVERITY_ORDER
    injury = incident.injury and order.index(incident.injury) >= order.index(order[2])
    flagged = any(flag.incident == incident.id for flag in grave_flags(case))
    return bool(injury) or bool(known.SERIOUS_FEATURES & set(incident.features)) or flagged


def is_unclarified(flag: FlagEntry) -> bool:
    """Tell whether a threat to kill has not been clarified yet."""
    told = flag.clarified
    settled = told and told.date and told.concrete in (Answer.YES, Answer.NO)
    return flag.kind in known.THREATS_TO_KILL and not settled


def is_heavy(flag: FlagEntry) -> bool:
    """Tell whether a flag is heavy; an unclarified threat ranks as such but is not counted."""
    if flag.kind in known.THREATS_TO_KILL:
        concrete = flag.clarified.concrete if flag.clarified else None
        return not is_unclarified(flag) and concrete is Answer.YES
    return flag.kind in known.HEAVY_FLAGS


def grave_flags(case: Case) -> list[FlagEntry]:
    """Heavy and unclarified flags."""
    return [flag for flag in case.violence.flags if is_heavy(flag) or is_unclarified(flag)]


# --- since when it is known ----------------------------------------------------------------------


def known_since(incident: Incident, day: date) -> date:
    """The day an incident became known; without a record the day it happened, else `day`."""
    happened = incident.date.last if incident.date else None
    return incident.became_known or min(happened or day, day)


def surely_known(incident: Incident) -> date | None:
    """The day it became known, else the first day it can have been known."""
    return incident.became_known or (incident.date.first if incident.date else None)


def last_known(case: Case, day: date) -> date | None:
    """The day the last incident became known."""
    return max((known_since(incident, day) for incident in case.violence.incidents), default=None)


def last_news(case: Case, day: date) -> date | None:
    """The last day on which an incident surely became known: only exact data trips a rule."""
    told = (surely_known(incident) for incident in case.violence.incidents)
    return max((moment for moment in told if moment and moment <= day), default=None)


def told_veilig_thuis(case: Case, day: date) -> list[date]:
    """Days on or before `day` on which Veilig Thuis had a report or was informed."""
    told = (*(report.date for report in case.veilig_thuis.reports), case.veilig_thuis.informed)
    return [moment for moment in told if moment and moment <= day]


# --- orders and bans -----------------------------------------------------------------------------


def runs(measure: Measure, day: date) -> bool:
    """Tell whether a measure is in force on `day`; with its days turned round it counts as such."""
    start, end = measure.start or day, measure.end or day
    return start <= day <= end or (start > end and None not in (measure.start, measure.end))


def runs_or_will(measure: Measure, day: date) -> bool:
    """Tell whether a measure is in force on `day` or is still to begin: people know of it now."""
    return runs(measure, day) or (measure.start is not None and measure.start > day)


def hides(case: Case, day: date) -> bool:
    """Tell whether somebody hides: a secret address or place, or a shelter, now or soon."""
    kinds = {secret.kind for secret in case.secrets}
    stays = [m for m in case.measures if m.kind is MeasureKind.SHELTER]
    return bool(kinds & {None, *known.HIDING}) or any(runs_or_will(m, day) for m in stays)


def bans(case: Case, day: date) -> list[Measure]:
    """Contact bans, area bans and huisverboden in force."""
    return [m for m in case.measures if m.kind in known.BANS and runs(m, day)]


def is_kept_away(member: Member, case: Case, day: date) -> bool:
    """Tell whether somebody is kept away by a ban or by detention."""
    kinds = (*known.BANS, MeasureKind.DETENTION)
    return any(member.id in m.binds and m.kind in kinds and runs(m, day) for m in case.measures)
