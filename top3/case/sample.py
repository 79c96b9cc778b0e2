"""Is a case file surely invented? It says so, and nothing in it looks like somebody's data.

Why: sample families stand in a repository for everyone to read. What is found is never shown;
comments count too, for the whole file is read.
"""

import re
from collections.abc import Iterator, Sequence

from top3.case.finding import Finding, Mark, Severity
from top3.case.reader import Reading

_BSN = re.compile(r"(?<![\d.,-])(?:\d[ .]?){7,8}\d(?![\d.-]?\d)")
_BSN_DIGITS = (8, 9)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
"""The 11-check: the digits of a BSN, weighted, add up to a multiple of eleven."""

_PHONE = re.compile(r"(?<![\d+])(?:(?:\+|00)31[ .()-]*(?:\(?0\)?)?|0)(?:[ .()-]*\d){9}(?!\d)")
_INVENTED = "55501"
"""A phone number with 555 01 in it belongs to nobody in our samples: "055-555 01 23"."""

_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b")
_HOUSE = re.compile(r"\b(?:[A-ZÀ-Ý][\w'-]+ )(\d{1,4}) ?[a-zA-Z]?\b")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NOBODYS = re.compile(r"(?:@|\.)(?:example(?:\.(?:com|org|net|nl))?|invalid|test)$", re.IGNORECASE)
"""Domains that are kept for examples (RFC 2606)."""


def doubts(reading: Reading) -> Iterator[Finding]:
    """Give a finding for each reason why a file may be of a real family."""
    if reading.case is not None and not reading.case.info.fictional:
        path = ("info",)
        yield Finding("T012", Severity.ERROR, ("fictional",), path, reading.mark(path))
    for number, line in enumerate(reading.lines, 1):
        for kind, column in _looks_real(line, reading.lines[number - 2 : number - 1]):
            mark = Mark(number, column)
            yield Finding("T013", Severity.ERROR, (kind, str(number)), (), mark, kind)


def _looks_real(line: str, before: Sequence[str]) -> Iterator[tuple[str, int]]:
    phones = [*_PHONE.finditer(line)]
    for found in phones:
        if _INVENTED not in _digits(found[0]):
            yield "phone", found.start() + 1
    for found in _BSN.finditer(line):
        is_phone = any(p.start() <= found.start() < p.end() for p in phones)
        if not is_phone and is_bsn(_digits(found[0])):
            yield "bsn", found.start() + 1
    for found in _POSTCODE.finditer(line):
        rest = [line[: found.start()] + " " + line[found.end() :], *before]
        if any(_HOUSE.search(one) for one in rest):
            yield "address", found.start() + 1
    for found in _EMAIL.finditer(line):
        if not _NOBODYS.search(found[0]):
            yield "email", found.start() + 1


def is_bsn(digits: str) -> bool:
    """Tell whether a number of eight or nine digits passes the 11-check of a BSN."""
    if len(digits) not in _BSN_DIGITS or len({*digits}) == 1:
        return False
    total = sum(w * int(d) for w, d in zip(_WEIGHTS, digits.zfill(9), strict=True))
    return total % 11 == 0


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
