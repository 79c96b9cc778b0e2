"""Composes the genogram for the professionals: the family as its roles say, and the network.

Nothing is inferred beyond the roles: a couple is drawn only where the roles leave no other
reading, and who belongs to nobody by role stands without a line. A household is shared only where
the same words were written with both, and those words don't say "own" or "unknown".
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from top3.case.model import Case
from top3.case.naming import name, names
from top3.case.people import Member, NetworkPerson
from top3.case.vocabulary import Role
from top3.document.pictured import Genogram, Household, Link, Person
from top3.document.plain import capital, span
from top3.method import facts
from top3.words import Words

_MEN = (Role.FATHER, Role.STEPFATHER, Role.GRANDFATHER, Role.BROTHER)
_WOMEN = (Role.MOTHER, Role.STEPMOTHER, Role.GRANDMOTHER, Role.SISTER)
_PARENTS, _STEP = (Role.FATHER, Role.MOTHER), (Role.STEPFATHER, Role.STEPMOTHER)
_PARTNERS = (Role.PARTNER, Role.EX_PARTNER)
_OLD = (Role.GRANDFATHER, Role.GRANDMOTHER)
_OFFSPRING = (Role.ADULT_CHILD, Role.CHILD, Role.UNBORN)
_YOUNG = (*_OFFSPRING, Role.BROTHER, Role.SISTER)
_PARTNER_FROM = 12
"""From this age somebody's partner or ex-partner may be in the family too."""
_NARROW = 4
"""So many people stand side by side on an upright page."""


def genogram(case: Case, day: date, words: Words) -> Genogram | None:
    """Compose the genogram as it is on `day`; None when there is nobody in it."""
    if not case.members:
        return None
    couples = _couples(case, day)
    rows = [_row(case, number, couples, day) for number in range(3)]
    members = [member for row in rows for member in row]
    everybody = [*(member.id for member in members), *(person.id for person in case.network)]
    place = {identifier: n for n, identifier in enumerate(everybody)}
    people = [_member(m, n, case, day, words) for n, row in enumerate(rows) for m in row]
    people += [_helper(person, case, words) for person in case.network]
    links = tuple(_links(case, couples, place, words))
    family = range(len(members))
    loose = {
        n for n in family if not any(n in (*each.source, *each.target) for each in _kin(links))
    }
    keys = ["descent"] if len(family) > len(loose) else []
    keys += ["loose"] if loose and len(members) > 1 else []
    return Genogram(
        people=tuple(people),
        links=links,
        households=tuple(_households(case, place, words)),
        generations=sum(1 for row in rows if row),
        wide=any(len(row) > _NARROW for row in rows) or len(case.network) > 2 * _NARROW,
        notes=tuple(words.say(f"page.genogram.note_{key}") for key in keys),
    )


def _kin(links: Iterable[Link]) -> list[Link]:
    return [link for link in links if link.kind not in ("network", "violence")]


# --- who stands where --------------------------------------------------------------------------


def _row(case: Case, number: int, couples: list[tuple[str, str]], day: date) -> list[Member]:
    """The people of one row, from left to right."""
    here = [m for m in case.members if _row_of(m) == number]
    if number == 2:
        return sorted(here, key=lambda m: _seniority(m, case, day))
    if number == 0:
        return sorted(here, key=lambda m: m.role is not Role.GRANDFATHER)
    order: list[str] = []
    for left, right in couples:
        if left not in order and right not in order:
            order += [left, right]
        elif left in order and right not in order:
            order.insert(order.index(left) + (order.index(left) > 0), right)
        elif right in order and left not in order:
            order.insert(order.index(right) + (order.index(right) > 0), left)
    order += [m.id for m in sorted(here, key=_rank) if m.id not in order]
    at = {m.id: m for m in here}
    return [at[identifier] for identifier in order]


def _row_of(member: Member) -> int:
    return 0 if member.role in _OLD else 2 if member.role in _YOUNG else 1


def _rank(member: Member) -> int:
    """Parents first, then who is a partner, then others."""
    kinds = (*_PARENTS, Role.FOSTER_PARENT, *_STEP, *_PARTNERS)
    return kinds.index(member.role) if member.role in kinds else len(kinds)


def _seniority(member: Member, case: Case, day: date) -> tuple[bool, bool, int, bool, int]:
    """Children oldest left, then who has no age, who is unborn, and brothers and sisters."""
    age, born = facts.age(member, case, day), member.born.first if member.born else None
    unborn, aside = facts.is_unborn(member), member.role not in _OFFSPRING
    return (
        aside,
        unborn,
        -age if age is not None else 1,
        born is None,
        -((day - born).days if born else 0),
    )


def _couples(case: Case, day: date) -> list[tuple[str, str]]:
    """Pairs by role, left and right; only where the roles leave no other reading."""
    of = {role: [m for m in case.members if m.role is role] for role in Role}
    parents = sorted((m for role in _PARENTS for m in of[role]), key=lambda m: m.role in _WOMEN)
    found: list[tuple[Member, Member]] = []
    if len(parents) == 2:
        found.append((parents[0], parents[1]))
    if len(of[Role.FOSTER_PARENT]) == 2:
        found.append((of[Role.FOSTER_PARENT][0], of[Role.FOSTER_PARENT][1]))
    if len(parents) == 1:
        hub = parents[0]
        may_be_theirs = [m for m in case.members if _may_have_partner(m, case, day)]
        found += [_sides(one, hub) for role in _STEP for one in of[role]]
        if not may_be_theirs:
            found += [_sides(one, hub) for role in _PARTNERS[::-1] for one in of[role]]
    partners = [m for role in _PARTNERS for m in of[role]]
    if (
        not parents
        and len(partners) == 2
        and not any(_may_have_partner(m, case, day) for m in case.members)
    ):
        found.append((partners[0], partners[1]))
    return [(left.id, right.id) for left, right in found]


def _sides(one: Member, hub: Member) -> tuple[Member, Member]:
    """A man stands left of a woman; of others the parent stands right."""
    return (hub, one) if hub.role in _MEN and one.role not in _MEN else (one, hub)


def _may_have_partner(member: Member, case: Case, day: date) -> bool:
    """Tell whether a partner in the family may be this child's: a loverboy is the girl's."""
    age = facts.age(member, case, day)
    is_young = member.role in (Role.CHILD, Role.ADULT_CHILD)
    return is_young and (age is None or age >= _PARTNER_FROM)


# --- the people --------------------------------------------------------------------------------


def _member(member: Member, row: int, case: Case, day: date, words: Words) -> Person:
    role = words.show(member.role) if member.role else words.say("page.genogram.no_role")
    shown = capital(name(case, member.id, words))
    said_already = bool(member.role and not member.name)
    parts = ("" if said_already else role, _age(member, case, day, words))
    about = tuple(part for part in parts if part)
    house = (member.household or "").strip().rstrip(".")
    told = [words.say("page.genogram.household", household=house)] if house else []
    said = ", ".join((*about, *told))
    key = "person" if said else "person_alone"
    return Person(
        _shape(member), row, shown, about, words.say(f"page.genogram.{key}", name=shown, about=said)
    )


def _helper(person: NetworkPerson, case: Case, words: Words) -> Person:
    """Somebody of the network: "oma Ria"."""
    shown = capital(name(case, person.id, words))
    about = words.say("page.genogram.network")
    return Person(
        "network", 3, shown, (), words.say("page.genogram.person", name=shown, about=about)
    )


def _shape(member: Member) -> str:
    if facts.is_unborn(member):
        return "unborn"
    return "man" if member.role in _MEN else "woman" if member.role in _WOMEN else "unknown"


def _age(member: Member, case: Case, day: date, words: Words) -> str:
    """The age on the day; of a birth that is not known to the day, the birth itself."""
    if member.born and member.born.known and member.born.first != member.born.last:
        return words.say("page.genogram.born", when=span(member.born, words))
    age = facts.age(member, case, day)
    if age is None or age < 0 or facts.is_unborn(member):
        return ""
    return words.say("page.genogram.years", years=age) if age else words.say("page.genogram.baby")


# --- the lines ---------------------------------------------------------------------------------


def _links(
    case: Case, couples: list[tuple[str, str]], place: dict[str, int], words: Words
) -> Iterator[Link]:
    for pair in couples:
        yield _couple(pair, case, place, words)
    yield from _descent(case, place, words)
    yield from _violence(case, place, words)
    for person in case.network:
        tied = tuple(dict.fromkeys(one for one in person.tied_to if one in place))
        if tied:
            who, whom = capital(name(case, person.id, words)), names(case, tied, words)
            told = words.say("page.genogram.tied", name=who, names=whom)
            yield Link("network", (place[person.id],), tuple(place[one] for one in tied), told)


def _couple(pair: tuple[str, str], case: Case, place: dict[str, int], words: Words) -> Link:
    two = [m for m in case.members if m.id in pair]
    is_ex = any(m.role is Role.EX_PARTNER for m in two)
    houses = {_house(m, words) for m in two}
    kind = "ex" if is_ex else "couple" if len(houses) == 1 and "" not in houses else "unsure"
    raising = all(m.role in _PARENTS for m in two)
    key = "couple_ex" if is_ex else "couple" if raising else "couple_partner"
    key += "_unsure" if kind == "unsure" else ""
    told = words.say(f"page.genogram.{key}", names=names(case, pair, words))
    return Link(kind, (place[pair[0]],), (place[pair[1]],), told)


def _descent(case: Case, place: dict[str, int], words: Words) -> Iterator[Link]:
    """Children of the parents in the family; without these, of who raise them."""
    children = [m.id for m in case.members if m.role in _OFFSPRING]
    parents, kind = [m.id for m in case.members if m.role in _PARENTS], "descent"
    if not parents:
        raising = (Role.FOSTER_PARENT, *_STEP)
        parents, kind = [m.id for m in case.members if m.role in raising], "raised"
    if not children or not parents:
        return
    children, parents = (
        sorted(children, key=place.__getitem__),
        sorted(parents, key=place.__getitem__),
    )
    told = words.say(
        f"page.genogram.{kind}{'_many' if len(children) > 1 else ''}",
        children=names(case, children, words),
        parents=names(case, parents, words),
    )
    yield Link(kind, tuple(place[p] for p in parents), tuple(place[c] for c in children), told)


def _violence(case: Case, place: dict[str, int], words: Words) -> Iterator[Link]:
    """One line for who uses violence, to everybody it is done to or who is unsafe by it."""
    harmed: dict[str, dict[str, None]] = {}
    items = [(i.by, i.against) for i in case.violence.incidents]
    items += [(s.by, s.unsafe) for s in case.situations]
    for by, against in items:
        for one in by:
            harmed.setdefault(one, {}).update(dict.fromkeys(a for a in against if a != one))
    for one in sorted((o for o in harmed if o in place), key=place.__getitem__):
        whom = sorted((a for a in harmed[one] if a in place), key=place.__getitem__)
        if whom:
            who, all_ = name(case, one, words), names(case, whom, words)
            told = words.say("page.genogram.violence", name=who, names=all_)
            yield Link("violence", (place[one],), tuple(place[a] for a in whom), told)


# --- who live together -------------------------------------------------------------------------


def _house(member: Member, words: Words) -> str:
    """What was written down as the household; empty where it says that it is one's own."""
    said = " ".join((member.household or "").lower().strip(" .").split())
    apart = words.entry("page.genogram.apart")
    alone = any(re.search(rf"\b{re.escape(word)}\b", said) for word in apart)
    return "" if alone else said


def _households(case: Case, place: dict[str, int], words: Words) -> Iterator[Household]:
    found: dict[str, list[Member]] = {}
    for member in case.members:
        if house := _house(member, words):
            found.setdefault(house, []).append(member)
    for together in (each for each in found.values() if len(each) > 1):
        people = sorted(together, key=lambda m: place[m.id])
        shown = (people[0].household or "").strip(" .")
        told = words.say(
            "page.genogram.same_household",
            household=shown,
            names=names(case, [m.id for m in people], words),
        )
        yield Household(shown, tuple(place[m.id] for m in people), told)
