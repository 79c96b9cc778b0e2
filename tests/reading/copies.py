"""What reads too hard in the copies of a case, or is not for the child who reads it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tests.reading.papers import CHILD, text_of
from tests.reading.readability import (
    EASY,
    LIMITS,
    Limit,
    flesch,
    jargon,
    mean,
    sentences,
    whole,
    words,
)
from top3.case.cut import cut
from top3.case.model import Case
from top3.case.people import Member
from top3.document.model import Document
from top3.document.personal import compose_personal
from top3.document.release import Examination
from top3.render.page import page

# A child does not guard, mediate, check or comfort; is not called names; reads of no weapons.
CHILD_NEVER = {
    "nl": r"stout|slecht|ziek|\bmes\b|wapen|pistool|slaan|schop|bloed|huil|opvang|adres|zorg goed"
    r"|pas op\b|let op|houd in de gaten|troost|helpen de afspraken|kijk of|niemand vertellen"
    r"|niet (?:verder|door)vertellen|altijd veilig|nooit meer|flink|dapper",
    "en": r"naughty|\bbad\b|sick|knife|weapon|gun\b|hit\b|kick|blood|cry|shelter|address|look after"
    r"|watch out|keep an eye|comfort|do the agreements help|tell nobody|do not tell|always safe"
    r"|never again|brave",
}
# Not "ruzie": right for two-sided conflict, wrong for one-sided violence (method.md §3).
CHILD_PROMISE = {"nl": r"komt goed|belo[fv]|waarom|geheim", "en": r"be fine|promise|\bwhy\b|secret"}


def too_hard(exam: Examination) -> Iterator[str]:
    """Sentences and copies beyond what their reader can take (documents.md §1)."""
    names = names_in(exam.case)
    for name, document in copies(exam):
        text = text_of(document)
        limit, found = limit_of(document, exam.case), said(document, text)
        real = whole(found)
        long = [s for s in found if len(words(s)) > limit.longest]
        yield from (f"{name}, more than {limit.longest} words: {s}" for s in long)
        if mean(real) > limit.mean:
            yield f"{name}: {mean(real):.1f} words per sentence, at most {limit.mean}"
        if (score := flesch(real, document.language, names)) < limit.flesch:
            yield f"{name}: reading ease {score:.0f}, at least {limit.flesch}"
        yield from (f"{name}, jargon: {hit}" for hit in jargon(text, document.language))
        if document.template in CHILD:
            never = f"{CHILD_NEVER[document.language]}|{CHILD_PROMISE[document.language]}"
            hits = [s for s in found if re.search(never, s, re.IGNORECASE)]
            yield from (f"{name}, not for a child: {s}" for s in hits)


def copies(exam: Examination) -> Iterator[tuple[str, Document]]:
    """The family's copies; the poster too, for it is made from the shared plan.

    Each child's copy is read, also where nobody released it: it may be, any day. (A child
    whom nobody heard gets none: such an example shows what still lacks.)
    """
    for name, document in exam.copies.items():
        if name == "professional":
            continue
        yield name, document
        if name == "everyone":
            yield "poster", replace(document, template="poster")
    for reader in exam.readers:
        child = exam.case.person(reader.person)
        is_heard = isinstance(child, Member) and bool(child.conversations)
        if reader.is_child and is_heard and reader.name not in exam.copies:
            yield reader.name, compose_personal(cut(exam.case, reader), reader)


def limit_of(document: Document, case: Case) -> Limit:
    """What the reader can take; the shared copy follows who needs most (method.md §5)."""
    if document.template == "everyone" and any(member.easy_reading for member in case.members):
        return EASY
    return LIMITS[document.template]


def names_in(case: Case) -> set[str]:
    """The names in a case, word by word: they say nothing about how hard a text is."""
    people = (*case.members, *case.network, *case.professionals)
    return {word for person in people for word in words(person.name or "")}


def said(document: Document, text: str) -> list[str]:
    """The sentences of a copy that says `text`, without the marks and the foot of its pages."""
    around = page(document)
    furniture = {s for each in (*around.marks, around.version) for s in sentences(each)}
    return [s for s in sentences(text) if s not in furniture]
