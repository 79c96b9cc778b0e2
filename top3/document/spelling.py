"""Other spellings of a name: a slip of the pen, an abbreviated street, what comes from a place."""

from functools import cache
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
    stems |= {stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:] and stem != name + name[-1]}
    return frozenset(
        stem + ending for stem in stems if len(stem) >= _STEM_FROM for ending in listed("derived")
    )


def abbreviated(name: str) -> frozenset[str]:
    """How a street is shortened: Populierenh, Populierenstr; of another name nothing."""
    ending = next((ending for ending in listed("streets") if name.endswith(ending)), "")
    stem = name.removesuffix(ending)
    if not ending or len(stem) <= _STEM_FROM:
        return frozenset()
    short = {name[:end] for end in range(len(stem) + 1, len(name))}
    return frozenset(short | {stem + ending for ending in listed("short_streets")})


def aliases(name: str) -> frozenset[str]:
    """What else a place is called: Den Haag is 's-Gravenhage."""
    tables = (Words(code).entry("secrets.aliases") for code in LANGUAGES)
    return frozenset(alias for table in tables for alias in table.get(name, ()))


@cache
def listed(kind: str) -> tuple[str, ...]:
    """One list of `secrets.toml`, of every language, the longest first."""
    found = {word for code in LANGUAGES for word in Words(code).entry(f"secrets.{kind}")}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))
