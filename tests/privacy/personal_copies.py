"""From data to a copy of one's own."""

from tests.privacy.bases import Data, written
from top3.case import cut as cutting
from top3.case.cut import Reader
from top3.case.model import Case
from top3.case.reader import read
from top3.document import model as doc
from top3.document import personal as composing


def case_of(data: Data) -> Case:
    reading = read(written(data))
    assert reading.case is not None, [(f.code, f.variant, f.path) for f in reading.findings]
    return reading.case


def composed(case: Case, form: str, person: str) -> doc.Document:
    """Looked up at call time, so that a seeded leak is really there."""
    reader = Reader(form, person)
    return composing.compose_personal(cutting.cut(case, reader), reader)


def copy_of(data: Data, form: str, person: str) -> doc.Document:
    return composed(case_of(data), form, person)
