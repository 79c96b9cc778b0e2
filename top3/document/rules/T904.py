"""T904: somebody may not hold this copy of their own, or not yet."""

from collections.abc import Iterator
from dataclasses import replace

from top3.case.people import Member, NetworkPerson, Professional
from top3.case.plan import Release
from top3.case.vocabulary import Answer, Role
from top3.document.copy import Copy
from top3.document.lapse import has_news_since, newest, only_undated_since, still_holds
from top3.method import facts
from top3.method import knowledge as known
from top3.method.rule import ADVICE, ERROR, WARNING, Hit, rule
from top3.method.settings import SETTINGS
from top3.method.wording import names_somebody

_UNSURE = (Answer.UNKNOWN, Answer.SUSPECTED)
_OWN_PARENTS = (Role.MOTHER, Role.FATHER)


@rule(WARNING, stops=True)
def T904(copy: Copy) -> Iterator[Hit]:
    """Source: method.md §5 (rijksoverheid.nl for whose consent counts)."""
    person = copy.case.person(copy.reader.person)
    if isinstance(person, Member | NetworkPerson):
        for hit in _weighed(copy, person):
            yield replace(hit, values={"holder": (person.id,), **hit.values})


def _weighed(copy: Copy, person: Member | NetworkPerson) -> Iterator[Hit]:
    own = person.own_copy
    if own is None or own.safe is not Answer.YES:
        yield Hit(person, "own_copy", "unsafe", (person.id,), ERROR)
    elif not (names_somebody(own.decided_by) and own.date and own.channel) or own.date > copy.day:
        yield Hit(own, "", "undecided", (person.id,))
    elif has_news_since(own.date, copy.case, copy.day):
        undated = only_undated_since(own.date, copy.case, copy.day)
        yield Hit(own, "date", "undated" if undated else "lapsed", (person.id,))
    if copy.reader.is_child and isinstance(person, Member):
        yield from _child(copy, person)


def _child(copy: Copy, child: Member) -> Iterator[Hit]:
    """A child's copy is released by name, with consent, and names a grown-up to call."""
    severity = ERROR if copy.asked else ADVICE
    release = newest(copy.case, child.id, copy.day)
    if release is None:
        yield Hit(child, "", "release", (child.id,), severity)
    elif not still_holds(release, copy.case, copy.day):
        yield Hit(release, "", "lapsed_release", (child.id,), severity)
    elif (lacking := _lacking(release, copy, child)) is not None:
        variant, values = ("consent", {"who": lacking}) if lacking else ("custody", {})
        yield Hit(release, "", variant, (child.id,), severity, values=values)
    if not child.calls:
        yield Hit(child, "calls", "nobody", (child.id,), severity)


def _lacking(release: Release, copy: Copy, child: Member) -> tuple[str, ...] | None:
    """Whose consent is missing: none of it (None), or nobody knows whose it is (empty).

    Under 12 the parents with gezag, to 16 the child too, then the child alone. An age that is
    not sure skips nobody. Why one's is missing can be written down where another with gezag
    agreed who uses no violence.
    """
    youngest, oldest = facts.ages(child, copy.case, copy.day)
    given = {*release.consent}
    is_own = oldest >= SETTINGS.decides_from
    own = () if not is_own or child.id in given else (child.id,)
    if youngest >= SETTINGS.decides_alone_from:
        return own or None
    with_custody, unsure = _with_custody(copy)
    if not with_custody:
        return ()
    missing = tuple(i for i in (*with_custody, *unsure) if i not in given)
    agreed = given & {*with_custody} - facts.uses_violence(copy.case)
    is_explained = bool(release.why) and bool(agreed)
    return (*own, *(() if is_explained else missing)) or None


def _with_custody(copy: Copy) -> tuple[list[str], list[str]]:
    """Who has gezag, a guardian too, and of whom that is not known: they are asked too."""
    grown = facts.adults(copy.case, copy.day)
    team = [p for p in copy.case.professionals if isinstance(p, Professional)]
    asked: tuple[Member | Professional, ...] = (*grown, *team)
    unsure = [m.id for m in grown if m.role in known.PARENTS and m.custody in _UNSURE]
    unsure += [m.id for m in grown if m.role in _OWN_PARENTS and m.custody is None]
    unsure += [p.id for p in team if p.id and p.custody in _UNSURE]
    return [p.id for p in asked if p.id and p.custody is Answer.YES], unsure
