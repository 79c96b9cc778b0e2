"""What is wrong with an invented family: findings, copies that stop, and what reads too hard."""

from collections.abc import Iterator

from tests.reading.copies import too_hard
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
