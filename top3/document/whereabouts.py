"""Who hides, and whether a text says so, or tells where or when that person can be found.

Why: "elke woensdag om drie uur in het park" gives a person away without naming an address
(method.md §5). A time with a name may mean nothing, so a person reads the sentence and answers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from top3.case.model import Case
from top3.case.naming import is_like_a_name
from top3.case.people import Member
from top3.case.vocabulary import Feature, MeasureKind
from top3.document.lookalikes import latin
from top3.document.numbers import in_digits
from top3.document.spelling import listed
from top3.document.squeeze import squeezed_words
from top3.method import facts
from top3.method import knowledge as known
from top3.words import LANGUAGES, Words

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")
_WORD = re.compile(r"[^\W_]+")


def is_pursued(case: Case, day: date) -> bool:
    """Tell whether somebody may have to flee: a ban in force, or coercion."""
    return facts.coercion(case) or bool(facts.bans(case, day))


@dataclass(frozen=True, slots=True)
class Hidden:
    """What the people who hide are called, and the names in the case that are no place."""

    called: frozenset[str]
    named: frozenset[str]

    def is_found_by(self, text: str, before: str = "") -> bool:
        """Tell whether one sentence holds somebody who hides, and a place or a time.

        Each sentence of `before` is read on into the first of `text`, as what and when are.
        """
        first, *rest = _SENTENCE.split(latin(text))
        heads = _SENTENCE.split(latin(before))
        if any(self._is_told(first, head) for head in heads):
            return True
        return any(self._is_told(sentence) for sentence in rest)

    def _is_told(self, sentence: str, head: str = "") -> bool:
        words = frozenset(_WORD.findall(sentence.casefold()))
        spoken = words.union(_WORD.findall(head.casefold()))
        if self.called.isdisjoint(spoken):
            return False
        places = (place.casefold() for place in _places().findall(sentence))
        if not words.isdisjoint(listed("spots")) or any(p not in self.named for p in places):
            return True
        is_call = not spoken.isdisjoint(listed("calls"))
        return not is_call and bool(_times().search(in_digits(sentence.casefold())))


def hidden(case: Case) -> Hidden:
    """Make ready who hides: whom the secrets and the shelter name, else all who were harmed."""
    people = (*case.members, *case.network, *case.professionals)
    named = (part for person in people for part in squeezed_words(person.name or ""))
    team = (part for p in case.professionals for part in squeezed_words(p.organisation or ""))
    ids = _who(case)
    called = (word for m in case.members if m.id in ids for word in _called(m))
    return Hidden(frozenset(called), frozenset((*named, *team, *listed("no_place"))))


def _who(case: Case) -> frozenset[str]:
    """Whom another harmed is kept hidden, also after hitting back: resistance is not mutuality."""
    secrets = (s for s in case.secrets if s.kind is None or s.kind in known.HIDING)
    stays = (m for m in case.measures if m.kind is MeasureKind.SHELTER)
    found = {identifier for secret in secrets for identifier in secret.of}
    found |= {identifier for stay in stays for identifier in (*stay.protects, *stay.binds)}
    struck = facts.harmed_by_another(case)
    found = found or (facts.victims(case) | struck) - _pursuers(case)
    return frozenset(found - (facts.uses_violence(case) - struck))


def _pursuers(case: Case) -> set[str]:
    """Who controls or stalks, or is bound by a ban: nobody keeps these hidden."""
    pursuing = {Feature.CONTROL, Feature.STALKING}
    found = {
        i
        for incident in case.violence.incidents
        if pursuing & {*incident.features}
        for i in incident.by
    }
    return found | {i for ban in case.measures if ban.kind in known.BANS for i in ban.binds}


def _called(member: Member) -> Iterator[str]:
    """A member's first name, and what the others say for it: "mama"."""
    yield from squeezed_words(member.name or "")[:1]
    role = member.role.value if member.role else ""
    for code in LANGUAGES:
        yield from Words(code).entry("secrets.called").get(role, ())


@cache
def _places() -> re.Pattern[str]:
    """A word with a capital behind "in" or "bij"."""
    return re.compile(rf"\b(?i:{'|'.join(listed('towards'))}) (?:(?:de|het|the) )?([A-Z][^\W_]+)")


@cache
def _times() -> re.Pattern[str]:
    """A day of the week or a time, in a text with its numerals in digits."""
    return re.compile("|".join(listed("times")))


# --- words that say so -----------------------------------------------------------------------


def names_hiding(text: str) -> bool:
    """Tell whether `text` says that somebody is in a shelter or in hiding; not of child care."""
    said = _spaced(text)
    for phrase in _phrases("not_hiding"):
        said = said.replace(phrase, " | ")
    return any(phrase in said for kind in ("care", "hiding") for phrase in _phrases(kind))


def mentions(text: str, *kinds: str) -> bool:
    """Tell whether `text` holds a phrase of these lists."""
    said = _spaced(text)
    return any(phrase in said for kind in kinds for phrase in _phrases(kind))


def names_flight(text: str) -> bool:
    """Tell whether `text` names what helps somebody to flee: an alarm, a bag, a move, a refuge."""
    return mentions(text, "flight", "hiding") or bool(_moves().search(_spaced(text)))


def names_shelter(text: str) -> bool:
    """Tell whether `text` names a shelter, as it is written, or a safe place to stay."""
    if mentions(text, "safe_places"):
        return True
    names = (w.casefold() if is_like_a_name(w) else "-" for w in _WORD.findall(latin(text)))
    return bool(_shelters().search(f" {' '.join(names)} "))


@cache
def _moves() -> re.Pattern[str]:
    """That somebody moves house on a day."""
    return re.compile("|".join(listed("moves")))


@cache
def _shelters() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(phrase) for phrase in _phrases("shelters")))


def _spaced(text: str) -> str:
    return f" {' '.join(squeezed_words(text))} "


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    """The phrases of a list, each as it stands in a text of which the words were squeezed."""
    return tuple(_spaced(phrase) for phrase in listed(kind))
