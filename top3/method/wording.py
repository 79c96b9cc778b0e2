"""Finds phrases of the word lists in what people wrote (`templates/<language>/lists.toml`).

Whole words, without case or accents. `…` in a phrase = other words may stand there, within one
sentence; a `-` before a phrase = the end of a compound word too ("-therapie"). A list `not_NAME`
holds phrases in which NAME's words mean something else: what they cover is not looked at.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache

from top3.case.model import Case, Priority
from top3.case.plan import Agreement, Situation
from top3.method import facts
from top3.words import LANGUAGES, Words

TEXTS = 5000
"""So many texts are kept ready: most rules look at each text of a case, for one list or another."""

_GAP = r"\b[^.!?;]{0,100}\b"
"""At most so much text for a `…`: a person's sentence, and no slow search."""
_QUESTION = re.compile(r"[^.!?;]*\?")
_SENTENCE = re.compile(r"[.!?;]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Phrases:
    """One word list: each way to write an entry, the longest first, with the entry it stands for.

    Its pattern is slow to make, and most texts hold no word of the list: so only a text that may
    hold a phrase, for it has all the stems of one, is searched with the pattern.
    """

    ways: Mapping[str, str]
    endings: Mapping[str, list[str]]

    def find(self, said: str) -> Iterator[tuple[str, str]]:
        """Every entry that stands in a plain text, with the stretch of text it covers."""
        if self.may_be_in(said):
            entries = tuple(self.ways.values())
            for match in self.pattern.finditer(said):
                yield entries[(match.lastindex or 1) - 1].removeprefix("-"), match[0]

    def cut_out(self, said: str) -> str:
        """Put a semicolon, which ends a clause, for every phrase that stands in a plain text."""
        return self.pattern.sub(";", said) if self.may_be_in(said) else said

    def may_be_in(self, said: str) -> bool:
        """Tell whether a plain text has all the stems of a phrase, wherever they stand."""
        return any(all(stem in said for stem in stems) for stems in self._stems)

    @cached_property
    def _stems(self) -> tuple[tuple[str, ...], ...]:
        return tuple(
            tuple(_stem(word, self.endings)[0] for part in _parts(phrase) for word in part)
            for phrase in self.ways
        )

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Give one pattern for all phrases; its group `n` is phrase `n - 1`."""
        parts = (f"({_pattern(phrase, self.endings)})" for phrase in self.ways)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])")


def find(name: str, text: str | None, case: Case, *, without: str = "") -> str | None:
    """Give the entry of the list `name` that stands first in a text, in the case's language.

    `without`: a list whose phrases are not looked at here.
    """
    return _first(name, text or "", case.info.language, without)


@lru_cache(4 * TEXTS)
def _first(name: str, text: str, language: str, without: str) -> str | None:
    return next((entry for entry, _ in _spans(name, text, language, without)), None)


def _spans(name: str, text: str, language: str, without: str = "") -> Iterator[tuple[str, str]]:
    """Every entry that is found, with the stretch of text it covers."""
    said = plain(text)
    for hidden in (f"not_{name}", without):
        if hidden and (less := _phrases(hidden, language)):
            said = less.cut_out(said)
    phrases = _phrases(name, language)
    if phrases:
        yield from phrases.find(said)


def names_somebody(text: str | None) -> bool:
    """Tell whether a name stands where one belongs: "geen", "n.v.t." or "-" is none.

    In every language, for a word such as "none" stands in Dutch files too.
    """
    listed = (word for code in LANGUAGES for word in Words(code).entry("lists")["nobody"])
    return _letters(text or "") not in {"", *map(_letters, listed)}


def _letters(text: str) -> str:
    return "".join(_WORD.findall(plain(text)))


def statements(text: str | None) -> str:
    """Leave out the questions: in an agreement they are conditions ("Lukt het niet?")."""
    return _QUESTION.sub(" ", text or "")


def clauses(text: str | None, case: Case) -> Iterator[str]:
    """The parts of a text in which one thing is said: sentences, cut at "als" and its like."""
    between = _phrases("between", case.info.language)
    said = plain(text or "")
    yield from _SENTENCE.split(between.cut_out(said) if between else said)


def meaning(entry: str, case: Case) -> str:
    """The plain wording for an entry of the list `jargon`."""
    return str(Words(case.info.language).entry("lists.jargon")[entry])


def made_responsible(priority: Priority, agreement: Agreement, case: Case, day: date) -> str | None:
    """Tell which of the two an agreement makes responsible for violence: a child or a victim."""
    owners = set(agreement.who)
    prevents = asks_to_prevent(agreement.what, case)
    is_own = bool(owners & facts.uses_violence(case))
    children = {member.id for member in case.members if facts.is_child(member, case, day)}
    if owners and owners <= children and not is_own:
        return "child" if prevents or isinstance(priority, Situation) else None
    return "victim" if prevents and facts.is_no_guard(owners, case) else None


def asks_to_prevent(text: str | None, case: Case) -> bool:
    """Words that make somebody guard behaviour, unless that of one who uses no violence."""
    using = facts.uses_violence(case)
    theirs = _names(case, using)
    others = _names(case, {member.id for member in case.members} - using) if using else set()
    found = _spans("prevent", text or "", case.info.language)
    spans = (set(_WORD.findall(span)) for _, span in found)
    return any(words & theirs or not words & others for words in spans)


def _names(case: Case, identifiers: set[str]) -> set[str]:
    people = (member for member in case.members if member.id in identifiers)
    return {word for member in people for word in _WORD.findall(plain(member.name or ""))}


@lru_cache(TEXTS)
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
    endings = lists["endings"] if isinstance(words, dict) else {}
    ordered = sorted(ways, key=lambda phrase: (-len(phrase), phrase))
    return Phrases({phrase: ways[phrase] for phrase in ordered}, endings)


def _parts(phrase: str) -> list[list[str]]:
    """The words of a phrase, cut at each `…`."""
    return [plain(part).split() for part in phrase.removeprefix("-").split("…")]


def _pattern(phrase: str, endings: Mapping[str, list[str]]) -> str:
    head = r"[\w-]*" if phrase.startswith("-") else ""
    said = (r"\s".join(_word(word, endings) for word in part) for part in _parts(phrase))
    return head + _GAP.join(said)


def _stem(word: str, endings: Mapping[str, list[str]]) -> tuple[str, str]:
    """A word without the longest ending that fits, and that ending; without endings all of it."""
    ending = max((end for end in endings if word.endswith(end)), key=len, default="")
    return word.removesuffix(ending), ending


def _word(word: str, endings: Mapping[str, list[str]]) -> str:
    """A word, or its inflected forms: the longest ending that fits says how."""
    if not endings:
        return re.escape(word)
    stem, ending = _stem(word, endings)
    prefix = "(?:ge)?" if len(ending) > 2 else ""
    forms = "|".join(re.escape(plain(end)) for end in endings[ending])
    return f"{prefix}{re.escape(stem)}(?:{forms})"
