"""Who is in the family and around it: people with names, ages and parts to play."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from top3.method.settings import SETTINGS as METHOD
from top3.words import Words
from top3.workshop.blocks import Profile, neutral
from top3.workshop.draw import Draw
from top3.workshop.figures import SETTINGS
from top3.workshop.speech import Holds, Part, Parts, Several, Sex, Someone

SPEAKS_FROM = METHOD.child_speaks_from
SCHOOL_FROM = 4
ACTS_FROM = 3
"""Before this age a child is there, but does nothing that a sentence could tell."""

OLDER = 15
"""From this age a teenager may be told of with weed or drink."""

ALWAYS = ("public", "loud", "at_school")
"""Marks in sentences that ask nothing: they tell who else could see or hear it."""

SMALL_UNTIL = 12
"""From this age nobody reads you stories, and being home alone is no neglect."""
_APART = ("separated",)
_YEAR = 365


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the family or its network. `tie` is for the network alone."""

    who: Someone
    role: str
    age: int
    household: str = ""
    tie: str = ""
    tied_to: str = ""

    def age_on(self, day: date, today: date) -> int:
        """Give the age on an earlier day, in whole years; below 0 before birth.

        Everybody is taken to be half a year past the last birthday.
        """
        return (self.age * _YEAR + _YEAR // 2 - (today - day).days) // _YEAR


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody, and the parts they play. `tags` tell which blocks fit them."""

    family: tuple[Person, ...]
    network: tuple[Person, ...]
    director: Someone
    stand_in: Someone
    process: Someone
    sides: tuple[str, str]
    """The background of each adult's side of the family (names.toml)."""
    parts: Parts
    child_parts: Parts
    """The same, as a child calls them: papa and mama."""
    tags: frozenset[str]

    @property
    def children(self) -> tuple[Person, ...]:
        """The members under 18."""
        return tuple(person for person in self.family if person.age < METHOD.adult_from)

    @property
    def adults(self) -> tuple[Person, ...]:
        """The members of 18 and older."""
        return tuple(person for person in self.family if person.age >= METHOD.adult_from)

    @property
    def acting(self) -> Parts:
        """The parts as what is told of today: a baby does not wait in the hall."""
        return self._acting({child.who.id: child.age for child in self.children})

    def acting_on(self, day: date, today: date) -> Parts:
        """The parts as what happened on that day tells them."""
        return self._acting({c.who.id: c.age_on(day, today) for c in self.children})

    def _acting(self, ages: Mapping[str, int]) -> Parts:
        children = self.parts.get("children")
        if not isinstance(children, Several):
            return self.parts
        people = tuple(one for one in children.people if ages[one.id] >= ACTS_FROM)
        rest = {name: part for name, part in self.parts.items() if name != "children"}
        return rest | ({"children": replace(children, people=people)} if people else {})

    def spoken_by(self, child: Person) -> Parts:
        """The parts as this child says them, with what holds for this child alone."""
        parts = {name: part for name, part in self.child_parts.items() if name != "small"}
        parts |= {"small": Holds()} if child.age < SMALL_UNTIL else {}
        is_elder = any(other.age < child.age for other in self.children)
        return parts | ({"younger": Holds()} if is_elder else {})

    def ids(self, parts: tuple[str, ...]) -> list[str]:
        """The ids of who plays these parts; a part that nobody plays has none."""
        found: list[str] = []
        for name in parts:
            part = self.parts.get(name)
            people = part.people if part else ()
            found += [person.id for person in people if person.id not in found]
        return found


class _Names:
    """Gives first names that nobody in this family has yet."""

    def __init__(self, draw: Draw) -> None:
        self._draw, self._used = draw, set[str]()
        self._all: Mapping[str, Any] = neutral("names")
        weights = {key: value["weight"] for key, value in self._all["backgrounds"].items()}
        home = draw.weighted(weights)
        other = draw.weighted(weights) if draw.chance(SETTINGS.mixed_backgrounds) else home
        self.sides = (home, other)

    def fits(self, how: Mapping[str, Any], side: int) -> bool:
        """Tell whether somebody of this tie can be of this side of the family."""
        return self.sides[side] in how.get("backgrounds", self.sides)

    def first(self, kind: str, side: int = 0) -> str:
        names = self._all["backgrounds"][self.sides[side]][kind]
        free = [name for name in names if name not in self._used] or [
            name for name in self._all["backgrounds"]["dutch"][kind] if name not in self._used
        ]
        return self._take(free)

    def professional(self) -> tuple[str, Sex]:
        sex: Sex = "f" if self._draw.chance(0.7) else "m"
        names = self._all["professionals"]
        first = self._take([n for n in names["women" if sex == "f" else "men"] if self._free(n)])
        last = self._take([n for n in names["surnames"] if self._free(n)])
        return f"{first} {last}", sex

    def _free(self, name: str) -> bool:
        return name not in self._used

    def _take(self, names: list[str]) -> str:
        name = self._draw.one(names)
        self._used.add(name)
        return name


def gather(
    profile: Profile,
    ages: tuple[int, ...] | None,
    eldest: int | None,
    youngest: int,
    draw: Draw,
    words: Words,
) -> Cast:
    """Gather who can play a profile; `ages`: of the children.

    Without them, in years: `eldest`, the least age of the eldest child (None: there may be none),
    and `youngest`, so that nobody is told of before being born.
    """
    names, kind = _Names(draw), profile.cast
    years = _ages(profile, eldest, youngest, draw)
    if ages is not None:
        years = tuple(sorted(ages, reverse=True))
    family = [
        *_adults(kind, years, names, draw, words),
        *_children(kind, years, names, draw, words),
    ]
    network = _network(names, draw, words)
    director, stand_in, process = (Someone(f"p{n}", *names.professional()) for n in (1, 2, 3))
    parts = _parts(kind, family, network, director, draw, words)
    return Cast(
        family=tuple(family),
        network=tuple(network),
        director=director,
        stand_in=stand_in,
        process=process,
        sides=names.sides,
        parts=parts,
        child_parts=_as_a_child_says(parts, network, words),
        tags=_tags(kind, family, parts),
    )


def _ages(profile: Profile, eldest: int | None, youngest: int, draw: Draw) -> tuple[int, ...]:
    if profile.cast == "couple" and eldest is None and draw.chance(SETTINGS.no_children):
        return ()
    count = draw.weighted(SETTINGS.children)
    low, high = SETTINGS.eldest
    low = max(low, eldest or 0, profile.eldest_from + youngest - 1)
    years = [draw.number(low, max(low, high))]
    while len(years) < count:
        years.append(max(youngest, years[-1] - draw.number(1, 4)))
    return tuple(years)


def _adults(
    kind: str, years: tuple[int, ...], names: _Names, draw: Draw, words: Words
) -> list[Person]:
    """The one who uses violence first, except in a family where that is a child."""
    sex: Sex = "m" if draw.chance(SETTINGS.man_uses_violence) else "f"
    if kind in ("carers", "teen"):
        sex = "f" if draw.chance(0.6) else "m"
    youngest = max(years, default=0) + draw.number(20, 32)
    ages = (youngest + draw.number(0, 6), youngest)
    first = _parent(0, sex, ages[0], kind, years, names, words)
    if kind in ("carers", "teen") and draw.chance(SETTINGS.one_parent):
        return [first]
    if not draw.chance(SETTINGS.same_sex):
        sex = "f" if sex == "m" else "m"
    return [first, _parent(1, sex, ages[1], kind, years, names, words)]


def _parent(
    place: int, sex: Sex, age: int, kind: str, years: tuple[int, ...], names: _Names, words: Words
) -> Person:
    role = ("father" if sex == "m" else "mother") if years else "partner"
    if kind == "separated" and not years:
        role = "ex-partner"
    name = names.first("men" if sex == "m" else "women", place)
    home = "together" if kind not in _APART else ("actor", "other")[place]
    household = words.say(f"families/common.households.{home}")
    return Person(
        Someone(f"{'v' if sex == 'm' else 'm'}{place + 1}", name, sex), role, age, household
    )


def _children(
    kind: str, years: tuple[int, ...], names: _Names, draw: Draw, words: Words
) -> list[Person]:
    home = "between" if kind in _APART else "together"
    household = words.say(f"families/common.households.{home}")
    found: list[Person] = []
    for number, age in enumerate(years, 1):
        sex: Sex = "m" if draw.chance(0.5) else "f"
        name = names.first("boys" if sex == "m" else "girls")
        found.append(Person(Someone(f"k{number}", name, sex), "child", age, household))
    return found


def _network(names: _Names, draw: Draw, words: Words) -> list[Person]:
    """Two people who help, tied to the one whom the violence is done to, or to nobody.

    The first is near: somebody who has a bed, a key, and can be rung at night.
    """
    ties = neutral("network")["ties"]
    found: list[Person] = []
    mixed = draw.some([tie for tie in sorted(ties) if names.fits(ties[tie], 1)], len(ties))
    first = next(tie for tie in mixed if ties[tie].get("near"))
    house = ties[first].get("house")
    others = [tie for tie in mixed if tie != first]
    second = next(tie for tie in others if house is None or ties[tie].get("house") != house)
    for number, tie in enumerate((first, second), 1):
        how = ties[tie]
        sex: Sex = how["sex"]
        kind = ("elder_" if how.get("elder") else "") + ("men" if sex == "m" else "women")
        name = names.first(kind, 1)
        word = words.say(f"families/common.ties.{tie}")
        side = "actor" if number > 1 and draw.chance(SETTINGS.close_to_actor) else "other"
        tied_to = "" if how.get("neutral") else side
        found.append(Person(Someone(f"n{number}", name, sex), tie, 0, "", word, tied_to))
    return found


def _parts(
    kind: str,
    family: list[Person],
    network: list[Person],
    director: Someone,
    draw: Draw,
    words: Words,
) -> dict[str, Part]:
    conjunction = str(words.entry("words.and"))
    adults = [person.who for person in family if person.age >= METHOD.adult_from]
    young = [person for person in family if person.age < METHOD.adult_from]
    if kind == "teen":
        actor, rest, young = young[0].who, adults, young[1:]
    else:
        actor, rest = adults[0], adults[1:]
    helper, backup = (Someone(p.who.id, f"{p.tie} {p.who.called}", p.who.sex) for p in network[:2])
    first = director.called.split()[0]
    parts: dict[str, Part] = {
        "actor": actor,
        "helper": helper,
        "backup": backup,
        "director": Someone(director.id, first, director.sex),
        **{mark: Holds() for mark in ALWAYS},
    }
    if rest:
        parts["other"] = rest[0]
        together = tuple(rest) if kind == "teen" else (actor, *rest)
        if len(together) > 1:
            parts["both"] = Several(together, conjunction)
    if young:
        many = words.say("families/common.called.children")
        parts["children"] = Several(tuple(p.who for p in young), conjunction, many)
        if speaking := [p.who for p in young if p.age >= SPEAKS_FROM]:
            parts["child"] = draw.one(speaking)
            if young[-1].age < SPEAKS_FROM:
                parts["youngest"] = young[-1].who
        if all(person.age < SMALL_UNTIL for person in young):
            parts["small"] = Holds()
    return parts


def _as_a_child_says(parts: Parts, network: Sequence[Person], words: Words) -> Parts:
    """Parents are papa and mama, unless that would not tell which; no child says "colleague"."""
    called = words.entry("families/common.called")
    adults = {
        person.id: person for part in parts.values() for person in part.people if person.is_parent
    }
    renamed = {
        person.id: Someone(person.id, called["dad" if person.sex == "m" else "mum"], person.sex)
        for person in adults.values()
    }
    if len({person.sex for person in adults.values()}) < len(adults):
        renamed = {}
    ties = neutral("network")["ties"]
    renamed |= {p.who.id: p.who for p in network if "child_says" not in ties[p.role]}
    found: dict[str, Part] = {}
    for name, part in parts.items():
        if isinstance(part, Someone):
            found[name] = renamed.get(part.id, part)
        else:
            people = tuple(renamed.get(person.id, person) for person in part.people)
            found[name] = replace(part, people=people)
    return found


def _tags(kind: str, family: list[Person], parts: Parts) -> frozenset[str]:
    young = [person for person in family if person.age < METHOD.adult_from]
    tags = {kind, *parts}
    tags |= {"school"} if any(person.age >= SCHOOL_FROM for person in young) else set()
    tags |= {"older"} if kind == "teen" and young[0].age >= OLDER else set()
    tags |= {"alone"} if len(family) - len(young) == 1 else set()
    return frozenset(tags)
