"""When a release, or a decision that somebody may hold a copy, lapses: by time and by news.

Why: what people decided rests on what they knew then. Every rule about a release asks it here.

News and a decision of one day: the decision counts as taken after the news, knowing it, and stands
(method.md §5, §7). With days alone nobody can tell which came first, and on day one a director
hears the news and decides on it. Whoever wants a decision of this morning back writes one that ends
today: of two of one day the one that has ended decides.
"""

from collections.abc import Iterator
from datetime import date

from top3.case.model import Case
from top3.case.people import Member, NetworkPerson
from top3.case.plan import Release
from top3.case.violence import Measure, Violence
from top3.case.vocabulary import Answer, Feature, FlagKind, Form, MeasureKind
from top3.method import facts
from top3.method import knowledge as known
from top3.method.wording import names_somebody


def newest(case: Case, entry: str | None, day: date) -> Release | None:
    """The release that decides about an entry (None: the whole plan); an undated one may be it.

    Of two of the same day the one that has ended decides, else the one further down in the file.
    """

    def when(release: Release) -> tuple[date, bool]:
        return release.date or date.max, has_ended(release, day)

    about = [release for release in case.releases if release.entry == entry]
    return sorted(about, key=when)[-1] if about else None  # stable: file order


def has_ended(release: Release, day: date) -> bool:
    """Its last day has passed; one that ends by the day it was written takes back, at once."""
    ends = release.until or date.max
    return ends < day or (release.date is not None and ends <= release.date)


def is_complete(release: Release, day: date) -> bool:
    """Who decided, when, until when: and it has not ended."""
    is_now = release.date is not None and release.date <= day
    is_open = release.until is not None and not has_ended(release, day)
    return is_now and names_somebody(release.by) and is_open


def still_holds(release: Release, case: Case, day: date) -> bool:
    """A release lapses when something is recorded after it that could have changed it."""
    if not is_complete(release, day) or release.date is None:
        return False
    return not has_news_since(release.date, case, day)


def has_news_since(decided: date, case: Case, day: date) -> bool:
    """Tell whether something came after that day; what has no date counts as of `day`."""
    return any((moment or day) > decided for moment in _news(case, day))


def only_undated_since(decided: date, case: Case, day: date) -> bool:
    """Tell whether it lapsed by what has no date alone: filling that in may be all it needs."""
    moments = [*_news(case, day)]
    is_dated = any(moment is not None and moment > decided for moment in moments)
    return None in moments and day > decided and not is_dated


def _news(case: Case, day: date) -> Iterator[date | None]:
    """The day of everything that could change a decision to share; None where it has none."""
    for incident in case.violence.incidents:
        has_day = incident.became_known or (incident.date and incident.date.last)
        yield facts.known_since(incident, day) if has_day else None
    yield from (flag.date.last if flag.date else None for flag in case.violence.flags)
    yield from (secret.date for secret in case.secrets)
    yield from (_told(m, day) for m in case.measures if _keeps_apart(m) and _counts(m, day))
    for member in case.members:
        yield from _heard(member)
    yield from (o.date for o in case.violence.observations if o.calm is False)
    holders: tuple[Member | NetworkPerson, ...] = (*case.members, *case.network)
    copies = (holder.own_copy for holder in holders)
    yield from (copy.date for copy in copies if copy and copy.safe is Answer.NO)
    if case.violence.screening and facts.is_yes(case.violence.screening.outcome):
        yield case.violence.screening.date
    yield from _judged(case.violence)


def _heard(member: Member) -> Iterator[date | None]:
    """Talks in which somebody said that it was not calm."""
    yield from (talk.date for talk in member.conversations if talk.calm is False)


def _keeps_apart(measure: Measure) -> bool:
    return measure.kind in known.BANS or measure.kind is MeasureKind.SHELTER


def _counts(measure: Measure, day: date) -> bool:
    return measure.start is not None or facts.runs(measure, day)


def _told(measure: Measure, day: date) -> date | None:
    """Its start; one that is still to begin is known now, nobody knows since when: as of `day`."""
    return min(measure.start, day) if measure.start else None


def _judged(violence: Violence) -> Iterator[date | None]:
    """What somebody judged to be so, without a day of its own: as old as its own first sign.

    A sign dates its own ground alone: an old incident of control says nothing of a marriage that
    may be forced. The signs themselves are news too, so only what has none is named here.
    """
    if _is_judged_coercive(violence) and not _shows_control(violence):
        yield None
    for entry in violence.forms:
        is_stalking = entry.form is Form.STALKING and _shows_stalking(violence)
        if entry.form in known.HARMFUL_TO_SHARE and not (is_stalking and not entry.became_known):
            yield entry.became_known


def _is_judged_coercive(violence: Violence) -> bool:
    profile = violence.profile
    is_terror = profile is not None and profile.kind in known.COERCIVE_PROFILES
    return is_terror or facts.is_yes(violence.coercive_control)


def _shows_control(violence: Violence) -> bool:
    screening = violence.screening
    is_found = screening is not None and facts.is_yes(screening.outcome) and screening.date
    return bool(is_found) or _happened(violence, Feature.CONTROL)


def _shows_stalking(violence: Violence) -> bool:
    stalked = (f for f in violence.flags if f.kind is FlagKind.STALKING_AFTER_SEPARATION)
    return any(f.date and f.date.last for f in stalked) or _happened(violence, Feature.STALKING)


def _happened(violence: Violence, feature: Feature) -> bool:
    return any(feature in i.features and facts.surely_known(i) for i in violence.incidents)
