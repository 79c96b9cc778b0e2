"""The cut: a Case with everything gone that one reader may not see.

Why: redaction per format drifts; so each copy is made from a Case that no longer holds what must
not leak. Widening and narrowing (`delen_met`) are a person's recorded acts; nothing is inferred.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from top3.case.fields import Entry, Label
from top3.case.model import Case, Priority
from top3.case.people import Team
from top3.case.personal import for_child, for_member, for_network
from top3.case.plan import Agreement, RecoveryNeed, RiskFactor, Situation
from top3.case.shape import Shape, shapes
from top3.case.vocabulary import Role, Share, Status

E = TypeVar("E", bound=Entry)
P = TypeVar("P", Situation, RiskFactor, RecoveryNeed)

_SHOWN_WHEN_WAITING = ("id", "title", "status")
"""What everyone may read of a priority that waits."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who will hold the copy. `form` names the template; `person` is the holder's id, if any.

    `decides_alone`: a young person whose own consent counts, and nobody else's.
    """

    form: str
    person: str = ""
    decides_alone: bool = False

    @property
    def name(self) -> str:
        """The name of the copy's folder: everyone, professional, member-m1 or child-k1."""
        kind = "child" if self.form in CHILD else "member"
        return f"{kind}-{self.person}" if self.person else self.form

    @property
    def is_child(self) -> bool:
        """Tell whether the copy is for a child."""
        return self.form in CHILD


MEMBER, NETWORK = ("member", "easy"), ("network",)
CHILD = ("child4", "child8", "child12")
EVERYONE = Reader("everyone")
PROFESSIONAL = Reader("professional")


def cut(case: Case, reader: Reader) -> Case:
    """Cut the case to what `reader` may see. Raises KeyError: an unknown reader sees nothing."""
    if reader == PROFESSIONAL:
        return _cut(case, lambda label, entry: label is not Label.NOBODY, frozenset(), narrow=False)
    if reader != EVERYONE and (reader.form not in (*MEMBER, *NETWORK, *CHILD) or not reader.person):
        raise KeyError(reader.name)
    released = frozenset(
        release.entry for release in case.releases if release.entry and release.date and release.by
    )
    shared = _prune(_cut(case, _everyone_sees, released, narrow=True))
    if reader == EVERYONE:
        return shared
    if reader.form in NETWORK:
        return for_network(shared, reader.person)
    if reader.is_child:
        return for_child(case, shared, reader.person)
    return for_member(case, shared, reader.person)


def _everyone_sees(label: Label, entry: Entry) -> bool:
    if label is Label.NAMED:
        return bool(getattr(entry, "name_shared", None))
    if label in (Label.OWN, Label.CHILD, Label.PROFESSIONAL, Label.NOBODY):
        return False
    if label is Label.EVERYONE:
        return True
    raise KeyError(label)


def _cut(
    entry: E, sees: Callable[[Label, Entry], bool], released: frozenset[str], *, narrow: bool
) -> E:
    kept: dict[str, Any] = {}
    for shape in shapes(type(entry)):
        value = getattr(entry, shape.name)
        visible = sees(shape.key.label, entry)
        if shape.model is None:
            if visible:
                kept[shape.name] = value
        elif shape.many:
            kept[shape.name] = tuple(
                _cut(item, sees, released, narrow=narrow)
                for item in value
                if _shown(item, visible, shape, released, narrow=narrow)
            )
        elif visible and value is not None:
            kept[shape.name] = _cut(value, sees, released, narrow=narrow)
    return cast("E", type(entry).model_construct(**kept))


def _shown(
    item: Any, visible: bool, shape: Shape, released: frozenset[str], *, narrow: bool
) -> bool:
    share = getattr(item, "share_with", None)
    if narrow and share is Share.PROFESSIONALS:
        return False
    if narrow and shape.key.shareable:
        return share is Share.EVERYONE and item.id in released
    if narrow and getattr(item, "role", None) is Role.UNBORN:
        return share is Share.EVERYONE and item.id in released
    return visible


def _prune(case: Case) -> Case:
    """Drop what leans on something that is gone, and who is named nowhere."""
    people = {person.id for person in (*case.members, *case.network, *case.professionals)}
    situations = _visible(case.situations, people, needs_words=False)
    risk_factors = _visible(case.risk_factors, people, needs_words=True)
    recovery = _visible(case.recovery, people, needs_words=True)
    steps = tuple(
        step.model_copy(update={"who": _known(step.who, people)})
        for step in case.plan.on_tension
        if _known(step.who, people) or not step.who
    )
    shown: tuple[Priority, ...] = (*situations, *risk_factors, *recovery)
    named = {
        identifier
        for priority in shown
        for agreement in priority.agreements
        for identifier in (*agreement.who, *agreement.checks)
    } | {identifier for step in steps for identifier in step.who}
    return case.model_copy(
        update={
            "plan": case.plan.model_copy(update={"on_tension": steps}),
            "team": _team(case.team, named),
            "network": tuple(person for person in case.network if person.id in named),
            "situations": situations,
            "risk_factors": risk_factors,
            "recovery": recovery,
        }
    )


def _team(team: Team, named: set[str]) -> Team:
    director = team.process_director
    return team.model_copy(
        update={
            "process_director": director if director and director.id in named else None,
            "others": tuple(person for person in team.others if person.id in named),
        }
    )


def _known(identifiers: tuple[str, ...], people: set[str | None]) -> tuple[str, ...]:
    return tuple(identifier for identifier in identifiers if identifier in people)


def _visible(
    priorities: tuple[P, ...], people: set[str | None], *, needs_words: bool
) -> tuple[P, ...]:
    """Keep what can be read by everyone; of what waits, the title alone."""
    kept: list[P] = []
    for item in priorities:
        if item.status in (Status.DONE, Status.DROPPED) or (needs_words and not item.title):
            continue
        if item.status in (Status.WAITING, Status.PLANNED):
            words: dict[str, Any] = {name: getattr(item, name) for name in _SHOWN_WHEN_WAITING}
            kept.append(type(item).model_construct(**words))
        elif item.wish or not needs_words:
            agreements = _agreements(item.agreements, people)
            kept.append(item.model_copy(update={"agreements": agreements}))
    return tuple(kept)


def _agreements(
    agreements: tuple[Agreement, ...], people: set[str | None]
) -> tuple[Agreement, ...]:
    return tuple(
        agreement.model_copy(
            update={
                "who": _known(agreement.who, people),
                "checks": _known(agreement.checks, people),
            }
        )
        for agreement in agreements
        if agreement.status not in (Status.DONE, Status.DROPPED, Status.WAITING)
        and (_known(agreement.who, people) or not agreement.who)
    )
