"""Other spellings of a name: a slip, as it sounds, a street in short, what comes from a place."""

import re
from functools import cache, lru_cache
from string import ascii_lowercase

from top3.words import LANGUAGES, Words

_STEM_FROM = 3


def slips(word: str) -> frozenset[str]:
    """Every way to write a word with one slip: a letter changed, added, left out, or two swapped.

    The first letter stays, but for a swap: there people seldom slip.
    """
    found = {word[1] + word[0] + word[2:]}
    for at in range(1, len(word) + 1):
        start, rest = word[:at], word[at:]
        found |= {start + rest[1:], start + rest[1:2] + rest[:1] + rest[2:]}
        found |= {start + letter + rest[skip:] for letter in ascii_lowercase for skip in (0, 1)}
    return frozenset(found)


def derived(name: str) -> frozenset[str]:
    """What is made of a name: Zwolse, Zwollenaar, Rotterdammer; and "zwaluwschool"."""
    stems = {name, name + name[-1]}
    for ending in listed("worn"):
        if name.endswith(ending):
            stems.add(name.removesuffix(ending))
    stems |= {one[:-1] for one in stems if one[-2:-1] == one[-1:] and one != name + name[-1]}
    return frozenset(
        one + ending for one in stems if len(one) >= _STEM_FROM for ending in listed("derived")
    )


def stem(name: str) -> str:
    """A street without its ending: "zandsteen"; of another name nothing."""
    ending = next((ending for ending in listed("streets") if name.endswith(ending)), "")
    rest = name.removesuffix(ending)
    return rest if ending and len(rest) > _STEM_FROM else ""


def abbreviated(name: str) -> frozenset[str]:
    """How a street is shortened: Populierenh, Populierenstr; of another name nothing."""
    if not (begin := stem(name)):
        return frozenset()
    short = {name[:end] for end in range(len(begin) + 1, len(name))}
    return frozenset(short | {begin + ending for ending in listed("short_streets")})


def aliases(name: str) -> frozenset[str]:
    """What else a place is called: Den Haag is 's-Gravenhage, and the other way round."""
    return frozenset(one for group in _aliases() if name in group for one in group) - {name}


@cache
def _aliases() -> tuple[frozenset[str], ...]:
    """Per place all that it is called, in every language."""
    tables = (Words(code).entry("secrets.aliases") for code in LANGUAGES)
    return tuple(frozenset({name, *others}) for table in tables for name, others in table.items())


@lru_cache(20_000)
def sound(word: str) -> str:
    """A word as it sounds: Zutphen and Zutfen are one."""
    for pattern, written in _alike():
        word = pattern.sub(written, word)
    return word


@cache
def _alike() -> tuple[tuple[re.Pattern[str], str], ...]:
    pairs = (pair for code in LANGUAGES for pair in Words(code).entry("secrets.sounds"))
    return tuple((re.compile(pattern), written) for pattern, written in pairs)


@cache
def listed(kind: str) -> tuple[str, ...]:
    """One list of `secrets.toml`, of every language, the longest first."""
    found = {word for code in LANGUAGES for word in Words(code).entry(f"secrets.{kind}")}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))
