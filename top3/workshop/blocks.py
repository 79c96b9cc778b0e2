"""The building blocks of the families: what can go wrong, what feeds it, what must heal.

`templates/families/<name>.toml` says how a block works (who, to whom, how grave), each language's
`families/<name>.toml` says it in sentences: lists of ways to say the same, one of which is drawn.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from top3.case.vocabulary import FamilyProfile
from top3.words import Words, data_folder

Sentences = tuple[str, ...]
"""Ways to say one thing."""


@dataclass(frozen=True, slots=True)
class Deal:
    """An agreement that can be made. `who` and `checks` name parts; `contact`: whom it meets.

    `is_core`: it stops the violence itself, so that it is always made. Sentences at the same place
    of their lists belong together.
    """

    who: Sentences
    checks: str
    contact: Sentences
    what: Sentences
    when: Sentences
    if_not: Sentences
    for_children: Sentences
    how_checked: Sentences
    is_core: bool


@dataclass(frozen=True, slots=True)
class Trouble:
    """An unsafe situation that can be told: parts who do it, whom it is done to, who is unsafe.

    `sends_out`: by its agreements, who does it lives elsewhere.
    """

    id: str
    by: Sentences
    against: Sentences
    unsafe: Sentences
    forms: Sentences
    severity: str
    frequency: Sentences
    features: Sentences
    flags: Sentences
    sends_out: bool
    needs: frozenset[str]
    title: Sentences
    wish: Sentences
    incidents: Sentences
    facts: Sentences
    deals: tuple[Deal, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """A risk factor or a recovery need: whose it is, why, what help there is."""

    id: str
    of: Sentences
    factor: str
    kind: str
    needs: frozenset[str]
    title: Sentences
    wish: Sentences
    ground: Sentences
    help: Sentences
    help_by: Sentences
    deals: tuple[Deal, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything a gezinsprofiel can be told with. `words`: per part, per field, what people say.

    `relapse` is for a profile where the steps that others take ("we stop") are no steps for it.
    `is_mutual`: in the top 3 is something that both do. `eldest_from`: the least age of the eldest
    child, where a child plays a part that a smaller one can't.
    """

    name: str
    kind: str
    cast: str
    is_mutual: bool
    eldest_from: int
    troubles: tuple[Trouble, ...]
    risks: tuple[Need, ...]
    recoveries: tuple[Need, ...]
    words: Mapping[str, Mapping[str, Sentences]]
    strengths: Sentences
    tension: Mapping[str, Sentences] = field(default_factory=dict)
    relapse: Mapping[str, Sentences] = field(default_factory=dict)


TERROR, STRESS, CARE = "intimate terror", "family under stress", "long-term care"
DIVORCE, CHILD = "complex conflict divorce", "child behaviour and parenting stress"
"""The gezinsprofielen that others than their own file speak of."""

COUPLES = (STRESS, TERROR)
"""Those of partners who live together."""

ONE_SIDED = {*COUPLES, CHILD}
"""Those in which an adult is harmed who harms nobody."""


@cache
def profile_files() -> Mapping[str, str]:
    """Map each gezinsprofiel to the name of its files."""
    found: dict[str, str] = {}
    for path in sorted(data_folder("templates").glob("families/*.toml")):
        shape = tomllib.loads(path.read_text("utf-8"))
        if "profile" in shape:
            found[shape["profile"]] = path.stem
    return found


def profile_called(name: str, language: str) -> str | None:
    """Give the gezinsprofiel by its short name in this language, or by its word in a case file."""
    wanted = name.strip().lower().replace("_", " ")
    short = {called.replace("-", " "): key for key, called in profile_names(language).items()}
    plain = wanted.replace("-", " ")
    return FamilyProfile.read(wanted, language) or short.get(plain) or None


def profile_names(language: str) -> Mapping[str, str]:
    """Map each gezinsprofiel to its short name in this language, as somebody types it."""
    words = Words(language)
    return {
        profile: words.say(f"families/{name}.name") for profile, name in profile_files().items()
    }


@cache
def load(kind: str, language: str) -> Profile:
    """Load the blocks of a profile. A block without its sentences is a bug and raises KeyError."""
    name = profile_files()[kind]
    shape = neutral(name)
    said = Words(language).entry(f"families/{name}")
    return Profile(
        name=name,
        kind=kind,
        cast=shape["cast"],
        is_mutual=shape.get("mutual", False),
        eldest_from=shape.get("eldest_from", 0),
        troubles=tuple(
            _trouble(key, how, said["situations"][key]) for key, how in shape["situations"].items()
        ),
        risks=tuple(_need(key, how, said["risks"][key]) for key, how in shape["risks"].items()),
        recoveries=tuple(
            _need(key, how, said["recoveries"][key]) for key, how in shape["recoveries"].items()
        ),
        words=said["words"],
        strengths=tuple(said["strengths"]),
        tension=said["tension"],
        relapse=said.get("relapse", {}),
    )


@cache
def neutral(name: str) -> Mapping[str, Any]:
    """Load a file that no language owns: how blocks work, names, who is in the network."""
    return tomllib.loads(
        (data_folder("templates") / "families" / f"{name}.toml").read_text("utf-8")
    )


def _trouble(key: str, how: Mapping[str, Any], said: Mapping[str, Any]) -> Trouble:
    return Trouble(
        id=key,
        by=tuple(how["by"]),
        against=tuple(how.get("against", ())),
        unsafe=tuple(how["unsafe"]),
        forms=tuple(how.get("forms", ())),
        severity=how["severity"],
        frequency=tuple(how["frequency"]),
        features=tuple(how.get("features", ())),
        flags=tuple(how.get("flags", ())),
        sends_out=how.get("sends_out", False),
        needs=frozenset(how.get("needs", ())),
        title=tuple(said["title"]),
        wish=tuple(said["wish"]),
        incidents=tuple(said["incidents"]),
        facts=tuple(said["facts"]),
        deals=tuple(_deals(how, said, how["by"])),
    )


def _need(key: str, how: Mapping[str, Any], said: Mapping[str, Any]) -> Need:
    return Need(
        id=key,
        of=tuple(how["of"]),
        factor=how.get("factor", ""),
        kind=how["kind"],
        needs=frozenset(how.get("needs", ())),
        title=tuple(said["title"]),
        wish=tuple(said["wish"]),
        ground=tuple(said["ground"]),
        help=tuple(said["help"]),
        help_by=tuple(said["help_by"]),
        deals=tuple(_deals(how, said, how["of"])),
    )


def _deals(how: Mapping[str, Any], said: Mapping[str, Any], who: list[str]) -> Iterator[Deal]:
    for key, rule in how["agreements"].items():
        words = said["agreements"][key]
        yield Deal(
            who=tuple(rule.get("who", who)),
            checks=rule.get("checks", ""),
            contact=tuple(rule.get("contact", ())),
            what=tuple(words["what"]),
            when=tuple(words["when"]),
            if_not=tuple(words["if_not"]),
            for_children=tuple(words.get("for_children", ())),
            how_checked=tuple(words.get("how_checked", ())),
            is_core=rule.get("core", False),
        )
