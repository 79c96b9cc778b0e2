"""T904: somebody may not hold this copy of their own, or not yet."""

from collections.abc import Iterator

from top3.case.people import Member, NetworkPerson
from top3.case.plan import Release
from top3.case.vocabulary import Answer
from top3.document.copy import Copy
from top3.document.lapse import has_news_since, still_holds
from top3.method import facts
from top3.method.rule import ADVICE, ERROR, WARNING, Hit, rule
from top3.method.settings import SETTINGS


@rule(WARNING, stops=True)
def T904(copy: Copy) -> Iterator[Hit]:
    """Source: method.md §5 (rijksoverheid.nl for whose consent counts)."""
    person = copy.case.person(copy.reader.person)
    if not isinstance(person, Member | NetworkPerson):
        return
    own = person.own_copy
    if own is None or own.safe is not Answer.YES:
        yield Hit(person, "own_copy", "unsafe", (person.id,), ERROR)
    elif not (own.decided_by and own.date and own.channel) or own.date > copy.day:
        yield Hit(own, "", "undecided", (person.id,))
    elif has_news_since(own.date, copy.case, copy.day):
        yield Hit(own, "date", "lapsed", (person.id,))
    if copy.reader.is_child and isinstance(person, Member):
        yield from _child(copy, person)


def _child(copy: Copy, child: Member) -> Iterator[Hit]:
    """A child's copy is released by name, with consent, and names a grown-up to call."""
    severity = ERROR if copy.asked else ADVICE
    releases = [r for r in copy.case.releases if r.entry == child.id]
    held = [r for r in releases if still_holds(r, copy.case, copy.day)]
    if not held:
        variant = "lapsed_release" if releases else "release"
        yield Hit(releases[-1] if releases else child, "", variant, (child.id,), severity)
    elif not any(_has_consent(release, copy, child) for release in held):
        asked = _asked(copy, child)
        who = tuple(each for each in asked if each not in held[-1].consent)
        variant = "consent" if asked else "custody"
        yield Hit(held[-1], "", variant, (child.id,), severity, values={"who": who} if who else {})
    if not child.calls:
        yield Hit(child, "calls", "nobody", (child.id,), severity)


def _asked(copy: Copy, child: Member) -> list[str]:
    """Whose consent counts: under 12 the parents with gezag, to 16 the child too, then alone."""
    age = facts.age(child, copy.case, copy.day) or 0
    parents = [m.id for m in facts.adults(copy.case, copy.day) if m.custody is Answer.YES]
    if age < SETTINGS.decides_from:
        return parents
    return [child.id] if age >= SETTINGS.decides_alone_from else [child.id, *parents]


def _has_consent(release: Release, copy: Copy, child: Member) -> bool:
    """A child's own consent can't be missed; why a parent's is missing can be written down."""
    asked = {*_asked(copy, child)}
    missing = asked - {*release.consent}
    return (bool(asked) and not missing) or (child.id not in missing and bool(release.why))
