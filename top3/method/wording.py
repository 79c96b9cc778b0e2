"""Finds phrases of the word lists in what people wrote (`templates/<language>/lists.toml`).

Whole words, without case or accents. `…` in a phrase = other words may stand there, within one
sentence; a `-` before a phrase = the end of a compound word too ("-therapie"). A list `not_NAME`
holds phrases in which NAME's words mean something else: what they cover is not looked at.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from top3.case.model import Case, Priority
from top3.case.plan import Agreement, Situation
from top3.method import facts
from top3.words import Words

_GAP = r"\b[^.!?;]{0,100}\b"
"""At most so much text for a `…`: a person's sentence, and no slow search."""
_QUESTION = re.compile(r"[^.!?;]*\?")
_SENTENCE = re.compile(r"[.!?;]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Phrases:
    """One word list as a pattern; group `n` of the pattern is entry `n - 1`."""

    entries: tuple[str, ...]
    pattern: re.Pattern[str]


def find(name: str, text: str | None, case: Case, *, without: str = "") -> str | None:
    """Give the entry of the list `name` that stands first in a text, in the case's language.

    `without`: a list whose phrases are not looked at here.
    """
    return next((entry for entry, _ in _spans(name, text, case, without)), None)


def _spans(name: str, text: str | None, case: Case, without: str = "") -> Iterator[tuple[str, str]]:
    """Every entry that is found, with the stretch of text it covers."""
    language = case.info.language
    said = plain(text or "")
    for hidden in (f"not_{name}", without):
        if hidden and (less := _phrases(hidden, language)):
            said = less.pattern.sub(";", said)
    phrases = _phrases(name, language)
    if phrases:
        for match in phrases.pattern.finditer(said):
            yield phrases.entries[(match.lastindex or 1) - 1], match[0]


def statements(text: str | None) -> str:
    """Leave out the questions: in an agreement they are conditions ("Lukt het niet?")."""
    return _QUESTION.sub(" ", text or "")


def clauses(text: str | None, case: Case) -> Iterator[str]:
    """The parts of a text in which one thing is said: sentences, cut at "als" and its like."""
    between = _phrases("between", case.info.language)
    said = plain(text or "")
    yield from _SENTENCE.split(between.pattern.sub(";", said) if between else said)


def meaning(entry: str, case: Case) -> str:
    """The plain wording for an entry of the list `jargon`."""
    return str(Words(case.info.language).entry("lists.jargon")[entry])


def made_responsible(priority: Priority, agreement: Agreement, case: Case, day: date) -> str | None:
    """Tell which of the two an agreement makes responsible for violence: a child or a victim."""
    owners = set(agreement.who)
    if not owners or owners & facts.uses_violence(case):
        return None
    prevents = _asks_to_prevent(agreement, case)
    if owners <= {member.id for member in case.members if facts.is_child(member, case, day)}:
        return "child" if prevents or isinstance(priority, Situation) else None
    return "victim" if prevents and owners <= facts.victims(case) else None


def _asks_to_prevent(agreement: Agreement, case: Case) -> bool:
    """Words that make the owner guard behaviour, unless that of somebody who uses no violence."""
    using = facts.uses_violence(case)
    theirs = _names(case, using)
    others = _names(case, {member.id for member in case.members} - using) if using else set()
    spans = (set(_WORD.findall(span)) for _, span in _spans("prevent", agreement.what, case))
    return any(words & theirs or not words & others for words in spans)


def _names(case: Case, identifiers: set[str]) -> set[str]:
    people = (member for member in case.members if member.id in identifiers)
    return {word for member in people for word in _WORD.findall(plain(member.name or ""))}


def plain(text: str) -> str:
    """Without case, accents and double spaces."""
    letters = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


@cache
def _phrases(name: str, language: str) -> Phrases | None:
    """Read a list once. A table (`jargon`) is inflected, and has other forms in `also`."""
    lists = Words(language).entry("lists")
    words = lists.get(name)
    if not words:
        return None
    ways = {phrase: phrase for phrase in words}
    if isinstance(words, dict):
        ways |= lists["also"]
    inflected = lists["endings"] if isinstance(words, dict) else {}
    ordered = sorted(ways, key=lambda phrase: (-len(phrase), phrase))
    parts = (f"({_pattern(phrase, inflected)})" for phrase in ordered)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])")
    return Phrases(tuple(ways[phrase].removeprefix("-") for phrase in ordered), pattern)


def _pattern(phrase: str, endings: dict[str, list[str]]) -> str:
    head = r"[\w-]*" if phrase.startswith("-") else ""
    parts = phrase.removeprefix("-").split("…")
    said = (r"\s".join(_word(word, endings) for word in plain(part).split()) for part in parts)
    return head + _GAP.join(said)


def _word(word: str, endings: dict[str, list[str]]) -> str:
    """A word, or its inflected forms: the longest ending that fits says how."""
    if not endings:
        return re.escape(word)
    ending = max((end for end in endings if word.endswith(end)), key=len)
    stem = re.escape(word.removesuffix(ending) if ending else word)
    prefix = "(?:ge)?" if len(ending) > 2 else ""
    return f"{prefix}{stem}(?:{'|'.join(re.escape(plain(end)) for end in endings[ending])})"
