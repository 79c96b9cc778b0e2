"""What is wrong with an invented family: findings, copies that stop, and what reads too hard."""

import re
from collections.abc import Iterator

from tests.reading.papers import CHILD, text_of
from tests.reading.readability import flesch, jargon, mean, whole, words
from tests.reading.test_examples import CHILD_PROMISE, copies, limit_of, names_in, said
from tests.reading.test_templates import CHILD_NEVER
from top3.document.release import Examination, examine
from top3.workshop.told import Told


def examined(told: Told) -> Examination:
    """Examine an invented family as `plan --reader all` does."""
    reading = told.reading
    assert reading.case is not None, reading.findings
    return examine(reading, told.family.wish.day, asked="all")


def trouble(told: Told) -> Iterator[str]:
    """Everything that a clean family must not have."""
    exam = examined(told)
    for found in exam.findings:
        yield f"{found.code} {found.variant} {found.about} {found.values}"
    for reader, stopped in exam.stopped.items():
        for found in stopped:
            yield f"{reader} has no copy: {found.code} {found.variant} {found.about}"
    yield from too_hard(exam)


def too_hard(exam: Examination) -> Iterator[str]:
    """Sentences and copies beyond what their reader can take (documents.md §1)."""
    names = names_in(exam.case)
    for name, document in copies(exam):
        limit, found = limit_of(document, exam.case), said(document)
        real = whole(found)
        long = [s for s in found if len(words(s)) > limit.longest]
        yield from (f"{name}, more than {limit.longest} words: {s}" for s in long)
        if mean(real) > limit.mean:
            yield f"{name}: {mean(real):.1f} words per sentence, at most {limit.mean}"
        if (score := flesch(real, document.language, names)) < limit.flesch:
            yield f"{name}: reading ease {score:.0f}, at least {limit.flesch}"
        yield from (
            f"{name}, jargon: {hit}" for hit in jargon(text_of(document), document.language)
        )
        if document.template in CHILD:
            never = f"{CHILD_NEVER[document.language]}|{CHILD_PROMISE[document.language]}"
            hits = [s for s in found if re.search(never, s, re.IGNORECASE)]
            yield from (f"{name}, not for a child: {s}" for s in hits)
