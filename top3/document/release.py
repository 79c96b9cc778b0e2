"""May this copy exist? Judges the case, composes the copies in memory and runs the T9xx rules.

Why here: the confidentiality rules look at what would be printed, so that a way for a text to
reach a reader can't be forgotten in a second list of places.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from top3.case.cut import EVERYONE, PROFESSIONAL, Reader, cut
from top3.case.finding import Finding
from top3.case.model import Case
from top3.case.places import places
from top3.case.reader import Reading
from top3.case.vocabulary import Answer
from top3.document import rules
from top3.document.compose import compose_professional, compose_shared
from top3.document.copy import Copy
from top3.document.model import Document
from top3.document.personal import compose_personal
from top3.document.readers import own_copy, personal_readers
from top3.method.check import Judgement, answer, judge, load_rules, run
from top3.method.rule import Rule


@dataclass(frozen=True, slots=True)
class Examination:
    """One file, judged: all findings in order, and the copies that may exist, by reader.

    `stopped` holds, for each family copy that was weighed, the findings that stop it; a copy is
    in `copies` exactly when none does. `readers` are all who could hold a copy of their own.
    """

    case: Case
    judgement: Judgement
    findings: tuple[Finding, ...]
    copies: Mapping[str, Document]
    stopped: Mapping[str, tuple[Finding, ...]]
    readers: tuple[Reader, ...]

    @property
    def withheld(self) -> tuple[Finding, ...]:
        """The findings that stop the copy for everyone."""
        return self.stopped[EVERYONE.name]


class Copies(Mapping[str, Document]):
    """The copies that may exist, by reader; the professionals' is composed when it is asked for."""

    def __init__(
        self, family: Mapping[str, Document], professional: Callable[[], Document]
    ) -> None:
        self._family, self._professional = family, cache(professional)

    def __getitem__(self, reader: str) -> Document:
        return self._professional() if reader == PROFESSIONAL.name else self._family[reader]

    def __contains__(self, reader: object) -> bool:
        return reader == PROFESSIONAL.name or reader in self._family

    def __iter__(self) -> Iterator[str]:
        return iter((PROFESSIONAL.name, *self._family))

    def __len__(self) -> int:
        return 1 + len(self._family)


@cache
def registry() -> tuple[Rule[Copy], ...]:
    """All rules of confidentiality, by code."""
    return load_rules(rules.__name__, tuple(rules.__path__))


def examine(reading: Reading, day: date, *, asked: str = "") -> Examination:
    """Judge a case that was read. `asked`: the name of the copy that was asked for.

    A personal copy is weighed when the case says that it is safe to hold, or when asked for.
    """
    case = reading.case
    if case is None:
        raise ValueError("nothing to examine: the file was not read")
    judged = judge(reading, day)
    shared = cut(case, EVERYONE)
    holders = personal_readers(case, shared, day)
    weighed = [Copy(case, shared, compose_shared(shared, EVERYONE), day, asked == EVERYONE.name)]
    weighed += [_personal(case, r, day, asked) for r in holders if _is_wanted(case, r, asked)]
    where = places(reading)
    hits = {
        copy.reader.name: [f for rule in registry() for f in run(rule, copy, judged.phase, where)]
        for copy in weighed
    }
    everything = _each_once((*judged.findings, *(f for each in hits.values() for f in each)))
    findings = answer(everything, case, day, judged.phase, where)
    standing = [f for f in findings if f.stops and not f.answered]
    stopped = {name: _among(standing, (*judged.findings, *each)) for name, each in hits.items()}
    family = {c.reader.name: c.document for c in weighed if not stopped[c.reader.name]}
    copies = Copies(family, partial(_professional, case, judged, findings))
    return Examination(case, judged, findings, copies, stopped, holders)


def _professional(case: Case, judged: Judgement, findings: tuple[Finding, ...]) -> Document:
    return compose_professional(cut(case, PROFESSIONAL), PROFESSIONAL, judged, findings)


def _personal(case: Case, reader: Reader, day: date, asked: str) -> Copy:
    own = cut(case, reader)
    return Copy(case, own, compose_personal(own, reader), day, asked == reader.name, reader)


def _is_wanted(case: Case, reader: Reader, asked: str) -> bool:
    copy = own_copy(case, reader)
    return asked == reader.name or (copy is not None and copy.safe is Answer.YES)


def _key(finding: Finding) -> tuple[object, ...]:
    return (finding.id, finding.variant, finding.mark)


def _among(standing: Iterable[Finding], of_copy: Iterable[Finding]) -> tuple[Finding, ...]:
    keys = {_key(finding) for finding in of_copy}
    return tuple(finding for finding in standing if _key(finding) in keys)


def _each_once(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, as grave as any copy makes it: most hold for more copies than one."""
    kept: dict[tuple[object, ...], Finding] = {}
    for finding in found:
        before = kept.get(_key(finding))
        if before is None or finding.severity > before.severity:
            kept[_key(finding)] = finding
    return tuple(kept.values())
