"""Every copy of every example, free text and all, is as easy to read as its reader needs.

An example shows what a good file looks like: what fails here is mended in the example's words.
"""

from pathlib import Path

import pytest

from tests.examples.test_examples import EXAMPLES, examined
from tests.reading.copies import copies, too_hard
from tests.reading.test_templates import MOST_WORDS, words_on_the_poster


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_a_copy_is_as_easy_as_its_reader_needs(path: Path) -> None:
    assert [*too_hard(examined(path)[1])] == []


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
