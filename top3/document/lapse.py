"""When a release, or a decision that somebody may hold a copy, lapses: by time and by news.

Why: what people decided rests on what they knew then. Every rule about a release asks it here.
"""

from datetime import date

from top3.case.model import Case
from top3.case.plan import Release
from top3.method import facts


def is_complete(release: Release, day: date) -> bool:
    """Who decided, when, until when: and that day has not passed."""
    is_now = release.date is not None and release.date <= day
    return is_now and bool(release.by) and release.until is not None and release.until >= day


def still_holds(release: Release, case: Case, day: date) -> bool:
    """A release lapses when an incident, flag or confidential value is recorded after it."""
    if not is_complete(release, day) or release.date is None:
        return False
    return not has_news_since(release.date, case, day)


def has_news_since(decided: date, case: Case, day: date) -> bool:
    """Tell whether an incident, flag or confidential value was recorded after that day.

    One without a date counts as recorded on `day`: it may be new.
    """
    moments = [facts.known_since(incident, day) for incident in case.violence.incidents]
    moments += [(flag.date.last if flag.date else None) or day for flag in case.violence.flags]
    moments += [secret.date or day for secret in case.secrets]
    return any(moment > decided for moment in moments)
