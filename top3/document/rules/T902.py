"""T902: no release where sharing can harm, or one that has lapsed."""

from collections.abc import Iterator
from datetime import date

from top3.case.model import Case
from top3.case.people import Member
from top3.case.plan import Release
from top3.case.violence import Condition, Incident, Measure
from top3.case.vocabulary import Feature, MeasureKind, Share
from top3.document.copy import Copy
from top3.method import facts
from top3.method import knowledge as known
from top3.method.rule import ADVICE, ERROR, WARNING, Hit, rule

_HARMFUL_FEATURES = frozenset({Feature.STALKING, Feature.CONTROL})


@rule(ADVICE, stops=True)
def T902(copy: Copy) -> Iterator[Hit]:
    """Source: method.md §5 [D]."""
    case = copy.case
    whole = [release for release in case.releases if release.entry is None]
    if can_harm(case, copy.day) and not any(_holds(r, case, copy.day) for r in whole):
        variant = "lapsed" if whole else "default"
        severity = ERROR if copy.asked else ADVICE
        yield Hit(whole[-1] if whole else case, "", variant, (), severity)
    held = {r.entry for r in case.releases if _is_complete(r, copy.day)}
    for release in case.releases:
        if release.entry and release.entry not in held:
            yield Hit(
                release, "", "entry", (release.entry,), ERROR, values={"entry": release.entry}
            )
    released = {release.entry for release in case.releases}
    for item in _shareable(case):
        if item.share_with is Share.EVERYONE and item.id not in released:
            yield Hit(item, "share_with", "widened", severity=WARNING, stops=False)


def can_harm(case: Case, day: date) -> bool:
    """Tell whether a shared copy can harm: coercion, stalking, a ban, somebody who hides."""
    return (
        facts.coercion(case)
        or any(entry.form in known.HARMFUL_TO_SHARE for entry in case.violence.forms)
        or any(flag.kind in known.HARMFUL_FLAGS for flag in case.violence.flags)
        or any(_HARMFUL_FEATURES & {*incident.features} for incident in case.violence.incidents)
        or bool(facts.bans(case, day))
        or any(m.kind is MeasureKind.SHELTER and facts.runs(m, day) for m in case.measures)
        or any(secret.kind in (None, *known.HIDING) for secret in case.secrets)
    )


def _is_complete(release: Release, day: date) -> bool:
    """Who decided, when, until when: and that day has not passed."""
    is_now = release.date is not None and release.date <= day
    return is_now and bool(release.by) and release.until is not None and release.until >= day


def _holds(release: Release, case: Case, day: date) -> bool:
    """A release lapses when an incident, flag or confidential value is recorded after it."""
    if not _is_complete(release, day) or not release.expert or release.date is None:
        return False
    recorded = [facts.known_since(incident, day) for incident in case.violence.incidents]
    recorded += [(f.date.last if f.date else None) or day for f in case.violence.flags]
    recorded += [secret.date or day for secret in case.secrets]
    return all(moment <= release.date for moment in recorded)


def _shareable(case: Case) -> Iterator[Member | Incident | Condition | Measure]:
    """What everyone sees only when it was widened and released."""
    yield from (member for member in case.members if facts.is_unborn(member))
    yield from case.violence.incidents
    yield from case.veilig_thuis.conditions
    yield from case.measures
