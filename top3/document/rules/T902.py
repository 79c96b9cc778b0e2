"""T902: no release where sharing can harm, or one that has lapsed."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from top3.case.model import Case
from top3.case.people import Member, NetworkPerson
from top3.case.plan import Release
from top3.case.violence import Condition, Incident, Measure
from top3.case.vocabulary import Answer, Feature, Form, MeasureKind, Share
from top3.document.copy import Copy
from top3.document.lapse import (
    has_ended,
    is_complete,
    newest,
    only_undated_since,
    still_holds,
)
from top3.method import facts
from top3.method import knowledge as known
from top3.method.rule import ADVICE, ERROR, WARNING, Hit, rule
from top3.method.wording import names_somebody


class Ground(StrEnum):
    """Why a shared copy can harm."""

    COERCION = "coercion"
    STALKING = "stalking"
    FORM = "form"
    BAN = "ban"
    SHELTER = "shelter"
    SECRET = "secret"  # noqa: S105
    UNSORTED = "unsorted"
    UNSAFE_COPY = "unsafe copy"


@rule(ADVICE, stops=True)
def T902(copy: Copy) -> Iterator[Hit]:
    """Source: method.md §5 [D]. A copy of one's own may have a release of its own."""
    case = copy.case
    why = grounds(case, copy.day)
    severity = ERROR if copy.asked else ADVICE
    if why and not _is_released(copy):
        whole = newest(case, None, copy.day)
        variant = _variant(whole, copy)
        yield Hit(whole or case, "", variant, (), severity, values={"why": tuple(why)})
    elif not why and (back := _taken_back(copy)):
        yield Hit(back, "", "taken_back", (), severity)
    if not case.secrets and _may_be_sought(case, why, copy.day):
        yield Hit(case, "", "no_secret", ("secrets",), ADVICE, stops=False)
    holders = {m.id for m in case.members if not facts.is_unborn(m)} | {n.id for n in case.network}
    for entry in sorted({r.entry for r in case.releases if r.entry} - holders):
        release = newest(case, entry, copy.day)
        if release and not is_complete(release, copy.day):
            yield Hit(release, "", "entry", (entry,), ERROR, values={"entry": entry})
    released = {release.entry for release in case.releases}
    for item in _shareable(case):
        if item.share_with is Share.EVERYONE and item.id not in released:
            yield Hit(item, "share_with", "widened", severity=WARNING, stops=False)


def _may_be_sought(case: Case, why: list[Ground], day: date) -> bool:
    """Somebody may look for somebody else; after a huisverbod everybody still lives at home."""
    bans = known.BANS - {MeasureKind.BARRING_ORDER}
    is_banned = any(m.kind in bans and facts.runs_or_will(m, day) for m in case.measures)
    return is_banned or bool({Ground.COERCION, Ground.STALKING, Ground.SHELTER} & {*why})


def _taken_back(copy: Copy) -> Release | None:
    """What somebody took back or let end is not shared by default, until a newer release.

    That of a child's own copy is T904's.
    """
    whole, own = _deciding(copy)
    last = own or whole
    entries = (None, None if copy.reader.is_child else copy.reader.person)
    about = [release for release in copy.case.releases if release.entry in entries]
    is_back = any(has_ended(release, copy.day) for release in about)
    return last if last and is_back and not is_complete(last, copy.day) else None


def _deciding(copy: Copy) -> tuple[Release | None, Release | None]:
    """The newest release of the whole, and that of this copy where it is no older."""
    whole = newest(copy.case, None, copy.day)
    person = copy.reader.person
    own = newest(copy.case, person, copy.day) if person else None
    return whole, own if own and _day(own) >= _day(whole) else None


def _is_released(copy: Copy) -> bool:
    """The newest release of the whole holds, or that of this copy where it is no older.

    A newer one of this copy that no longer holds takes the copy back.
    """
    whole, own = _deciding(copy)
    if own is None:
        return _holds(whole, copy)
    return _holds(own, copy) or (_holds(whole, copy) and still_holds(own, copy.case, copy.day))


def _holds(release: Release | None, copy: Copy) -> bool:
    return bool(release and _is_advised(release) and still_holds(release, copy.case, copy.day))


def _is_advised(release: Release) -> bool:
    return names_somebody(release.expert)


def _day(release: Release | None) -> date:
    """An undated release may be the newest."""
    return (release.date or date.max) if release else date.min


def _variant(whole: Release | None, copy: Copy) -> str:
    if whole is None:
        return "default"
    if not _is_advised(whole) and still_holds(whole, copy.case, copy.day):
        return "no_expert"
    is_whole = _is_advised(whole) and is_complete(whole, copy.day) and whole.date is not None
    undated = is_whole and only_undated_since(whole.date or copy.day, copy.case, copy.day)
    return "undated" if undated else "lapsed"


def grounds(case: Case, day: date) -> list[Ground]:
    """List why a shared copy can harm (method.md §5 [D]); none = it may be shared."""
    violence = case.violence
    measures = {m.kind for m in case.measures if facts.runs_or_will(m, day)}
    forms = {entry.form for entry in violence.forms}
    flags = {flag.kind for flag in violence.flags}
    features = {feature for incident in violence.incidents for feature in incident.features}
    holders: tuple[Member | NetworkPerson, ...] = (*case.members, *case.network)
    copies = [holder.own_copy for holder in holders if holder.own_copy]
    found = {
        Ground.COERCION: facts.coercion(case) or Feature.CONTROL in features,
        Ground.STALKING: bool(flags & known.HARMFUL_FLAGS)
        or Form.STALKING in forms
        or Feature.STALKING in features,
        Ground.FORM: bool(forms & (known.HARMFUL_TO_SHARE - {Form.STALKING})),
        Ground.BAN: bool(measures & known.BANS),
        Ground.SHELTER: MeasureKind.SHELTER in measures,
        Ground.SECRET: any(secret.kind in known.HIDING for secret in case.secrets),
        Ground.UNSORTED: any(secret.kind is None for secret in case.secrets),
        Ground.UNSAFE_COPY: any(copy.safe is Answer.NO for copy in copies),
    }
    return [ground for ground, is_so in found.items() if is_so]


def _shareable(case: Case) -> Iterator[Member | Incident | Condition | Measure]:
    """What everyone sees only when it was widened and released."""
    yield from (member for member in case.members if facts.is_unborn(member))
    yield from case.violence.incidents
    yield from case.veilig_thuis.conditions
    yield from case.measures
