"""Every copy of every example, free text and all, is as easy to read as its reader needs.

An example shows what a good file looks like: what fails here is mended in the example's words.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.examples.test_examples import EXAMPLES, examined
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
from tests.reading.test_templates import (
    CHILD_NEVER,
    MOST_WORDS,
    words_on_the_poster,
)
from top3.case.cut import cut
from top3.case.model import Case
from top3.case.people import Member
from top3.document.model import Document
from top3.document.personal import compose_personal
from top3.document.release import Examination
from top3.render.page import page

# For "ruzie", see method.md §3: right for two-sided conflict, wrong for one-sided violence.
CHILD_PROMISE = {"nl": r"komt goed|belo[fv]|waarom|geheim", "en": r"be fine|promise|\bwhy\b|secret"}


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


def said(document: Document) -> list[str]:
    """What the copy says, without the marks and the foot of its pages."""
    around = page(document)
    furniture = {s for text in (*around.marks, around.version) for s in sentences(text)}
    return [s for s in sentences(text_of(document)) if s not in furniture]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_a_copy_keeps_to_the_limits_of_its_reader(path: Path) -> None:
    _, exam = examined(path)
    names = names_in(exam.case)
    trouble: list[str] = []
    for name, document in copies(exam):
        limit, found = limit_of(document, exam.case), said(document)
        real = whole(found)
        trouble += [f"{name}: {s}" for s in found if len(words(s)) > limit.longest]
        if mean(real) > limit.mean:
            trouble.append(f"{name}: {mean(real):.1f} words per sentence")
        score = flesch(real, document.language, names)
        if score < limit.flesch:
            trouble.append(f"{name}: Flesch {score:.0f} < {limit.flesch}")
    assert not trouble


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_a_copy_has_no_jargon(path: Path) -> None:
    _, exam = examined(path)
    trouble = {
        name: hits
        for name, document in copies(exam)
        if (hits := jargon(text_of(document), document.language))
    }
    assert not trouble


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_a_childs_copy_says_nothing_that_no_child_should_read(path: Path) -> None:
    _, exam = examined(path)
    trouble = {}
    for name, document in copies(exam):
        if document.template in CHILD:
            never = f"{CHILD_NEVER[document.language]}|{CHILD_PROMISE[document.language]}"
            if hits := [s for s in said(document) if re.search(never, s, re.IGNORECASE)]:
                trouble[name] = hits
    assert not trouble


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_a_poster_has_at_most_sixty_words(path: Path) -> None:
    _, exam = examined(path)
    for name, document in copies(exam):
        if name == "poster":
            spoken = " ".join(words_on_the_poster(document)).split()
            assert len(spoken) <= MOST_WORDS


def test_there_are_copies_to_read() -> None:
    found = [name for path in EXAMPLES for name, _ in copies(examined(path)[1])]
    assert found.count("everyone") > 8 and found.count("poster") > 8
    released = [name for path in EXAMPLES for name in examined(path)[1].copies]
    children = [sum(name.startswith("child-") for name in names) for names in (found, released)]
    assert children[0] > children[1] > 4
