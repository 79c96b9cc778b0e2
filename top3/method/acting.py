"""Who does what in a text: its main clauses, who acts in one, and whom somebody goes to.

Why: a plan says in a sentence what nobody recorded as contact. Only plain cases are seen; where
the text does not say who acts, nobody does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from top3.case.model import Case
from top3.case.people import NetworkPerson
from top3.method import facts, wording
from top3.words import Words

Lists = Mapping[str, Any]
"""The word lists of one language, by name."""

Known = tuple[tuple[str, str, str], ...]
"""Of each person in a case the id, the name and the tie."""

_WORD = re.compile(r"[\w']+")
_SENTENCE = re.compile(r"[.!;]")
_SHORT = 3
"""Fewer words before an "en" are a list of people, not a clause."""


def clauses(text: str | None, case: Case) -> Iterator[str]:
    """The main clauses: no question, nothing after an "als" and its like, each "en oma …" apart."""
    yield from _clauses(text or "", case.info.language, _known(case))


@lru_cache(wording.TEXTS)
def _clauses(text: str, language: str, known: Known) -> tuple[str, ...]:
    lists, people = _lists(language), _named(known)
    condition = re.compile(rf"\b(?:{_any(lists['between'])})\b[^,]*")
    sentences = _SENTENCE.split(wording.plain(wording.statements(text)))
    parts = (part for said in sentences for part in condition.sub(" ", said).split(","))
    return tuple(clause for part in parts for clause in _apart(part, people, lists))


def apart(part: str, case: Case) -> Iterator[str]:
    """Cut where somebody else begins to act: "… en oma belt"; not in "met Finn en Dewi naar …"."""
    yield from _apart(part, _people(case), _lists(case.info.language))


def _apart(part: str, people: Mapping[str, str], lists: Lists) -> Iterator[str]:
    words, begin = _WORD.findall(part), 0
    for at, (word, who, does) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        is_act = does not in lists["and"] and does not in lists["toward"]
        if word in lists["and"] and who in people and is_act and at - begin >= _SHORT:
            yield " ".join(words[begin:at])
            begin = at + 1
    if words[begin:]:
        yield " ".join(words[begin:])


def actors(clause: str, case: Case) -> set[str]:
    """Who acts: the people a clause begins with, or those behind the verb it begins with."""
    lists, people = _lists(case.info.language), _people(case)
    words = clause.split()
    while words and words[0] in lists["then"]:
        words = words[1:]
    return _group(words, people, lists) or _group(words[1:], people, lists)


def guards(text: str | None, case: Case) -> tuple[str, ...]:
    """The victims that a clause makes guard the behaviour of somebody who uses violence."""
    for clause in clauses(text, case):
        who = actors(clause, case)
        if facts.is_no_guard(who, case) and wording.asks_to_prevent(clause, case):
            return tuple(sorted(who))
    return ()


def brings(
    text: str | None, one: set[str], other: set[str], case: Case, *, own: bool
) -> Iterator[str]:
    """The clauses in which one side goes to the other, or is with it.

    `own`: the text is about what the one side does, also where a clause names nobody.
    """
    lists, people = _lists(case.info.language), _people(case)
    names = [name for name, who in people.items() if who in other]
    for clause in clauses(text, case) if names else ():
        words = set(_WORD.findall(clause))
        if words & {*lists["not"]} or wording.find("away", clause, case):
            continue
        both = actors(clause, case)
        joined = both & one and both & other and wording.find("together", clause, case)
        ways = _toward(clause, names, lists)
        if joined or any(_comes(clause[:at], one, case, own=own) for at in ways):
            yield clause


def _toward(clause: str, names: list[str], lists: Lists) -> Iterator[int]:
    """Where a clause leads to somebody: "naar Dewi", with a verb that goes there."""
    beside = rf"(?:\w+ (?:{_any(lists['and'])}) )?"
    at_home = rf"(?:'s(?= (?:{_any(lists['home'])})|$))?"
    who = rf"{beside}(?:{_any(names)}){at_home}"
    for word, verbs in lists["toward"].items():
        if not verbs or {*verbs} & {*clause.split()}:
            found = re.search(rf"\b{word} {who}(?![\w'])", clause)
            if found:
                yield found.start()


def _comes(head: str, one: set[str], case: Case, *, own: bool) -> bool:
    """Tell from what stands before it whether it is this side that goes there."""
    lists, people = _lists(case.info.language), _people(case)
    words = head.split()
    cut = max((at + 1 for at, word in enumerate(words) if word in lists["that"]), default=0)
    named = [people[word] for word in words[cut:] if word in people]
    if named:
        return named[0] in one
    return own and not cut and not {*words[:1]} & {*lists["others"]}


def _group(words: list[str], people: Mapping[str, str], lists: Lists) -> set[str]:
    found: set[str] = set()
    for word in words:
        if word in people:
            found.add(people[word])
        elif not (found and word in lists["and"]):
            break
    return found


def _people(case: Case) -> Mapping[str, str]:
    """Each word that names one person alone, with the id: names, and ties such as "oma"."""
    return _named(_known(case))


def _known(case: Case) -> Known:
    people = (*case.members, *case.network, *case.professionals)
    ties = (p.tie or "" if isinstance(p, NetworkPerson) else "" for p in people)
    return tuple((p.id or "", p.name or "", tie) for p, tie in zip(people, ties, strict=True))


@lru_cache(100)
def _named(known: Known) -> Mapping[str, str]:
    named: dict[str, set[str]] = {}
    for identifier, name, ties in known:
        words = [word for word in re.findall(r"\w+", name) if word[0].isupper()]
        for word in (*words, *ties.split()):
            named.setdefault(wording.plain(word), set()).add(identifier or word)
    return {word: who.pop() for word, who in named.items() if len(who) == 1}


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _lists(language: str) -> Lists:
    lists: Lists = Words(language).entry("lists")
    return lists
