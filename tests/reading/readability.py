"""How hard a text is to read: words per sentence, the Flesch formulas, and words of the trade.

Dutch: Flesch-Douma = 206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence (Douma
1960, as given on dbnl.org); syllables are counted as vowel groups, longest first, which gave 67
of 70 test words right. English: Flesch reading ease = 206.835 - 84.6 x syllables per word - 1.015
x words per sentence (Flesch 1948). Both have the same bands: 70-80 fairly easy, 80-90 easy,
90-100 very easy; so one floor per reader serves both.

No score says that somebody understands a text: only readers can (the notes on documents, §1).
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from top3.words import data_folder

_NL_VOWELS = re.compile(
    "ieuw|eeuw|aai|ooi|oei|ëe|ëi|aa|ee|ie|oo|uu|eu(?!m)|oe|au|ou|ei|ij|ui|[aeiouyéèêëïöüáóíú]"
)
_EN_VOWELS = re.compile("[aeiouyé]+")
_EN_SILENT = re.compile("(?<=[^aeiouyl])es?$|(?<=[aeiouy]l)es?$|(?<=[^aeiouytd])ed$")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_END = re.compile(r"(?<=[.?!:])\s+|\n+|\s+·\s+")


@dataclass(frozen=True, slots=True)
class Limit:
    """What one reader can take: mean and longest sentence in words, and the lowest Flesch score."""

    mean: float
    longest: int
    flesch: float


ADULT, EASY = Limit(10, 15, 70), Limit(7, 10, 85)
LIMITS = {
    "everyone": ADULT,
    "member": ADULT,
    "easy": EASY,
    "network": ADULT,
    "child4": Limit(5, 7, 90),
    "child8": EASY,
    "child12": Limit(10, 15, 75),
    "poster": ADULT,
}
"""The table of the notes on documents, §1; the poster repeats the shared plan.

A shared copy follows who needs most: see the tests.
"""


def words(sentence: str) -> list[str]:
    """The words of a sentence; numbers are not words."""
    return _WORD.findall(sentence)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a heading, a label and an item count as one."""
    return [found for piece in _END.split(text) if words(found := piece.strip())]


def whole(found: Iterable[str]) -> list[str]:
    """Those that are really sentences: labels and headings would make a text look easier."""
    return [sentence for sentence in found if sentence.rstrip("”’\"')").endswith((".", "?", "!"))]


def mean(found: Sequence[str]) -> float:
    """Words per sentence."""
    return sum(len(words(sentence)) for sentence in found) / len(found)


def syllables(word: str, language: str = "nl") -> int:
    """Count the syllables of a word."""
    lower = word.lower()
    if language == "nl":
        return max(1, len(_NL_VOWELS.findall(lower)))
    return max(1, len(_EN_VOWELS.findall(_EN_SILENT.sub("", lower))))


def flesch(found: Sequence[str], language: str = "nl", names: Collection[str] = ()) -> float:
    """Flesch-Douma or Flesch reading ease; names say nothing about how hard a text is."""
    spoken = [word for sentence in found for word in words(sentence) if word not in names]
    per_word = sum(syllables(word, language) for word in spoken) / len(spoken)
    if language == "nl":
        return 206.84 - 0.77 * 100 * per_word - 0.93 * mean(found)
    return 206.835 - 84.6 * per_word - 1.015 * mean(found)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the trade. `explained`: what must stand in the same copy to explain it."""

    word: str
    pattern: re.Pattern[str]
    explained: tuple[str, ...]


def jargon(text: str, language: str) -> list[str]:
    """The words of the trade that a text uses and does not explain, as they stand there."""
    flat = " ".join(text.split())
    return [
        hit[0]
        for term in terms(language)
        if (hit := term.pattern.search(flat))
        and not (term.explained and all(part in flat for part in term.explained))
    ]


@cache
def terms(language: str) -> tuple[Term, ...]:
    """The list of a language."""
    path = data_folder("templates") / language / "jargon.toml"
    return tuple(
        Term(
            entry["word"],
            _pattern(forms(entry["word"], language, verb=entry.get("verb", False))),
            tuple(entry.get("explained", ())),
        )
        for entry in tomllib.loads(path.read_text("utf-8"))["term"]
    )


def _pattern(found: Collection[str]) -> re.Pattern[str]:
    ordered = "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{ordered})(?!\w)", re.IGNORECASE)


def forms(word: str, language: str, *, verb: bool = False) -> set[str]:
    """A word with its inflections; in a phrase the last word inflects, and a Dutch adjective."""
    *front, last = word.split(" ")
    ends = _nl_forms(last, verb) if language == "nl" else _en_forms(last, verb)
    starts = {""}
    for part in front:
        open_forms = {part} | (_nl_adjective(part) if language == "nl" else set())
        starts = {f"{start}{form} " for start in starts for form in open_forms}
    return {start + end for start in starts for end in ends}


def _nl_adjective(word: str) -> set[str]:
    return {word + "e", *(stem + "e" for stem in _nl_stems(word))} | (
        {word[:-1]} if word.endswith("e") else set()
    )


def _nl_stems(word: str) -> set[str]:
    """Stems before an ending with a vowel: plan-plann, signaal-signal, eis-eiz."""
    found = {word}
    if re.search(r"(?<![aeiou])[aeiou][bdfgklmnprst]$", word):
        found.add(word + word[-1])
    if re.search(r"(aa|ee|oo|uu)[^aeiou]$", word):
        found.add(word[:-2] + word[-1])
    voiced = {"s": "z", "f": "v"}
    return found | {stem[:-1] + voiced[stem[-1]] for stem in found if stem[-1] in voiced}


def _nl_forms(word: str, verb: bool) -> set[str]:
    if verb:
        return _nl_verb(word)
    found = {word + end for end in ("", "s", "'s", "n", "je", "jes", "tje", "tjes", "ën")}
    return found | {stem + end for stem in _nl_stems(word) for end in ("e", "en", "er", "ers")}


def _nl_verb(word: str) -> set[str]:
    """Escaleren: escaleert, escaleerde, geëscaleerd, escalering; the infinitive ends in -en."""
    stem = word.removesuffix("en")
    closed = re.sub(r"(aa|ee|oo|uu|[aeou])(?=[^aeiou]$)", lambda it: it[0][0] * 2, stem)
    found = {word, stem + "ing", stem + "end", stem + "ende"}
    for short in {stem, closed}:
        found |= {short + end for end in ("", "t", "d", "de", "den", "te", "ten")}
    prefix = "geë" if stem.startswith("e") else "ge"
    rest = {form[1:] if prefix == "geë" else form for form in found}
    split = {f"op ge{form[2:]}".replace(" ", "") for form in found if stem.startswith("op")}
    return found | {prefix + form for form in rest} | split


def _en_forms(word: str, verb: bool) -> set[str]:
    found = {word, word + "s", word + "es", word + "'s"}
    if word.endswith("y"):
        found.add(word[:-1] + "ies")
    if verb:
        stem = word.removesuffix("e")
        found |= {stem + "ed", stem + "ing", word + word[-1] + "ed", word + word[-1] + "ing"}
    return found
