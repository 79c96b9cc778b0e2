"""The model: every field labelled, every word unique, and no cut lacks an attribute."""

from collections import Counter

import pytest

from tests.case.family import case_of, full, leaves, models, paths
from top3.case import vocabulary
from top3.case.cut import EVERYONE, PROFESSIONAL, cut
from top3.case.fields import Label
from top3.case.model import Case
from top3.case.shape import shapes

MODELS = sorted(models(), key=lambda model: model.__name__)
VOCABULARIES = sorted(
    (
        found
        for found in vars(vocabulary).values()
        if isinstance(found, type)
        and issubclass(found, vocabulary.Word)
        and found is not vocabulary.Word
    ),
    key=lambda found: found.__name__,
)


def test_there_is_something_to_check() -> None:
    assert len(MODELS) > 30
    assert len(VOCABULARIES) > 15
    assert len(list(paths())) > 200


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_a_key_with_a_label(model: type) -> None:
    assert shapes(model)
    for shape in shapes(model):
        assert isinstance(shape.key.label, Label)
        assert shape.key.nl.isascii()
        assert shape.key.nl == shape.key.nl.lower()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_two_fields_share_a_key(model: type, language: str) -> None:
    written = Counter(shape.written(language) for shape in shapes(model))
    assert {key for key, count in written.items() if count > 1} == set()


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: words.__name__)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_words_of_a_vocabulary_are_the_same(
    words: type[vocabulary.Word], language: str
) -> None:
    written = Counter(word.written(language) for word in words)
    assert {word for word, count in written.items() if count > 1} == set()
    for word in written:
        assert word == word.lower().strip()
        assert "_" not in word


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: words.__name__)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_word_is_read_as_written(words: type[vocabulary.Word], language: str) -> None:
    for word in words:
        written = word.written(language)
        for variation in (written, written.upper(), f" {written} ", written.replace(" ", "_")):
            assert words.read(variation, language) == word.value
        assert words.read(written + "x", language) is None


def test_the_full_case_fills_every_field() -> None:
    there = {path for path, _ in leaves(case_of(full()))}
    assert there == set(paths())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_is_required_is_visible_wherever_the_entry_is(model: type) -> None:
    """A field without a default must be as visible as the most visible field beside it."""
    order = [*Label]
    labels = {shape.name: order.index(shape.key.label) for shape in shapes(model)}
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    assert [name for name in required if labels[name] > min(labels.values())] == []


@pytest.mark.parametrize("reader", [EVERYONE, PROFESSIONAL])
@pytest.mark.parametrize("turn", range(6))
def test_a_cut_case_lacks_no_attribute(reader: object, turn: int) -> None:
    """`turn` goes through sharing, statuses and roles; `leaves` reads every attribute."""
    case = cut(case_of(full(turn)), reader)
    assert isinstance(case, Case)
    assert len(list(leaves(case))) > 10
    assert len(repr(case)) > 1000


def test_a_field_without_a_key_is_a_bug() -> None:
    class Naked(Case):
        extra: str = ""

    with pytest.raises(TypeError, match=r"Naked\.extra"):
        shapes(Naked)
