"""Is a case file surely invented? It says so, and nothing in it looks like somebody's data.

Why: sample families stand in a repository for everyone to read. What is found is never shown;
comments count too, for the whole file is read, as people write: with other dashes and spaces, with
escapes, and over the end of a line.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from top3.case.finding import Finding, Mark, Severity
from top3.case.reader import Reading

SAMPLE_CODES = ("T012", "T013")

_MOST = 50
"""Findings of one file: after so many nobody needs more of them."""

_SEP = r"[ .,/_:()*'\"-]{0,3}"
_PHONE = re.compile(
    rf"(?<![\d+])(?<!\d[.,/-])(?:(?:\+{_SEP}|0{_SEP}0{_SEP})3{_SEP}1{_SEP}(?:0{_SEP})?|0{_SEP}"
    rf"|3{_SEP}1{_SEP}(?=6))(?!1{_SEP}2{_SEP}3{_SEP}4)(?P<number>[1-9](?:{_SEP}\d){{8}})(?!\d)"
)
_INVENTED = re.compile("5555501|655501")
"""So begin, after the 0, the numbers of our samples that are nobody's: 055-555 01, 06-555 01."""

_BSN = re.compile(
    rf"(?<!\d)(?<!\d[ .,/-])(?:\d{_SEP}){{7,8}}\d(?![ .,/-]?\d)|(?<!\d)\d{{8,9}}(?!\d)"
)
_BSN_DIGITS = (8, 9)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
"""The 11-check: the digits of a BSN, weighted, add up to a multiple of eleven."""

_DAY, _MONTH = "(?:0[1-9]|[12]\\d|3[01])", "(?:0[1-9]|1[0-2])"
_TIME = r"(?:[01]?\d|2[0-3])[.:][0-5]\d"
_DATE_OR_TIME = re.compile(
    rf"(?<!\d)(?:\d{{4}}-{_MONTH}(?:-{_DAY})?|\d{{1,2}}-\d{{1,2}}-(?:19|20)\d\d(?!-\d)"
    rf"|{_DAY}{_MONTH}(?:19|20)\d\d|(?:19|20)\d\d{_MONTH}{_DAY}"
    rf"|{_TIME}(?:[ -]{{1,3}}{_TIME})+(?: \d)?|{_TIME}(?![\s.:/-]*\d))(?!\d)"
)

_POSTCODE = re.compile(
    r"(?<![A-Za-z\d])(?:NL[ -]?)?[1-9]\d{3}[ ._-]{0,2}(?P<letters>[A-Za-z]{2})(?![A-Za-z])"
)
_NO_LETTERS = re.compile(
    "s[ads]|[kcm]m|kg|ml|eu|i[nst]|en|o[pfmnr]|ze|[wmhjdb]e|er|a[lstmn]|ik|u[wps]|te|n[auo]|[zstgd]o"
    "|by|if|my",
    re.IGNORECASE,
)
"""Two letters that make no postcode: three that are never given out, measures and short words."""

_STREET = (
    "straat|laan|weg|plein|dijk|kade|hof|pad|singel|gracht|steeg|dreef|park|plantsoen|markt|ring"
    "|wal|erf|baan|allee|hoek|street|road|lane|avenue"
)
_HOUSE = re.compile(
    rf"(?:(?i:{_STREET})|\b[A-ZÀ-Ý][\w'-]{{2,40}}|(?i:nummer|number|\bnr|\bno)\.?\W{{0,3}})"
    r"[ ,]{0,3}\d{1,4}(?! ?\d)"
)
_BEFORE = re.compile(r"\b\d{1,4} ?[a-zA-Z]?[ ,]{1,3}$")
_BEHIND = re.compile(r"[ ,(-]{0,3}\d{1,4} ?[a-zA-Z]?\b(?![.:-]\d)")
_NEAR = 40
_AROUND = 2
"""Lines before and after a postcode in which a house number makes an address of it."""

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_NOBODYS = re.compile(r"(?:@|\.)(?:example(?:\.(?:com|org|net|nl))?|invalid|test)$", re.IGNORECASE)
"""Domains that are kept for examples (RFC 2606)."""

_DASHES = "\u2212\u00b7~"
"""What people type for a dash beside the dashes themselves: minus, middle dot, tilde."""

_ESCAPE = re.compile(r"\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))")
_MARGIN = re.compile(r"^[\s#>|'\"-]*|[\s'\"\\]*$")


@dataclass(frozen=True, slots=True)
class _Plain:
    """A line in plain characters. `columns`: where each stands in the line as written, from 1."""

    text: str
    columns: Sequence[int]


def doubts(reading: Reading) -> Iterator[Finding]:
    """Give a finding for each reason why a file may be of a real family, fifty at most."""
    if reading.case is not None and not reading.case.info.fictional:
        path = ("info",)
        yield Finding("T012", Severity.ERROR, ("fictional",), path, reading.mark(path))
    lines = [_plain(line) for line in reading.lines]
    found = dict.fromkeys(
        (kind, number, column)
        for number, _ in enumerate(lines)
        for kind, column in _looks_real(number, lines)
    )
    for kind, number, column in [*found][:_MOST]:
        mark = Mark(number + 1, column)
        yield Finding("T013", Severity.ERROR, (kind, str(number + 1)), (), mark, kind)


def _looks_real(number: int, lines: Sequence[_Plain]) -> Iterator[tuple[str, int]]:
    """Name each kind of data in a line once, with its column."""
    line = lines[number]
    for kind, start in _first_of_each(line.text):
        yield kind, line.columns[start]
    if (place := _address(number, lines)) is not None:
        yield "address", line.columns[place]
    broken = _MARGIN.sub("", line.text)
    following = _MARGIN.sub("", lines[number + 1].text) if number + 1 < len(lines) else ""
    whole = _first_of_each(f"{broken} {following}", over=len(broken))
    alone = {kind for part in (broken, following) for kind, _ in _first_of_each(part)}
    for kind, _ in (*whole, *_first_of_each(f"{broken}{following}", over=len(broken))):
        if kind not in alone:
            yield kind, 1


def _first_of_each(text: str, over: int | None = None) -> Iterator[tuple[str, int]]:
    """Name each kind of data in a text, where it begins; `over`: only what runs over this place."""
    text = _DATE_OR_TIME.sub(lambda match: "x" * len(match[0]), text)
    phones = [found for found in _PHONE.finditer(text) if not _is_invented(found["number"])]
    spans = [found.span() for found in _PHONE.finditer(text)]
    numbers = [
        found
        for found in _BSN.finditer(text)
        if not any(start < found.end() and found.start() < end for start, end in spans)
        if is_bsn(_digits(found[0]))
    ]
    emails = [found for found in _EMAIL.finditer(text) if not _NOBODYS.search(found[0])]
    for kind, matches in (("phone", phones), ("bsn", numbers), ("email", emails)):
        for found in matches:
            if over is None or found.start() < over < found.end():
                yield kind, found.start()
                break


def _address(number: int, lines: Sequence[_Plain]) -> int | None:
    """Give the place of a postcode with a house number beside it or in the lines around it."""
    text = lines[number].text
    for found in [*_POSTCODE.finditer(text)][:_MOST]:
        if _NO_LETTERS.fullmatch(found["letters"]):
            continue
        rest = [text[: found.start()], text[found.end() :]]
        near = lines[max(0, number - _AROUND) : number + _AROUND + 1]
        rest += [line.text for line in near if line is not lines[number]]
        is_beside = _BEFORE.search(rest[0][-_NEAR:]) or _BEHIND.match(text, found.end())
        if is_beside or any(map(_HOUSE.search, rest)):
            return found.start()
    return None


def is_bsn(digits: str) -> bool:
    """Tell whether a number of eight or nine digits passes the 11-check of a BSN."""
    if len(digits) not in _BSN_DIGITS or len({*digits}) == 1:
        return False
    total = sum(w * int(d) for w, d in zip(_WEIGHTS, digits.zfill(9), strict=True))
    return total % 11 == 0


def _is_invented(number: str) -> bool:
    return bool(_INVENTED.match(_digits(number)))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _plain(line: str) -> _Plain:
    """Write a line in plain characters: escapes undone, one kind of dash, of space and of digit."""
    if line.isascii() and "\\" not in line and "\t" not in line:
        return _Plain(line, range(1, len(line) + 2))
    text, place = "", 0
    columns: list[int] = []
    while place < len(line):
        escape = _ESCAPE.match(line, place)
        code = int(escape[1] or escape[2] or escape[3], 16) if escape else ord(line[place])
        plain = _character(chr(code)) if code <= 0x10FFFF else ""
        text += plain
        columns += [place + 1] * len(plain)
        place = place + len(escape[0]) if escape else place + 1
    return _Plain(text, [*columns, len(line) + 1])


def _character(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Pd" or character in _DASHES:
        return "-"
    if kind == "Zs" or character == "\t":
        return " "
    return str(unicodedata.decimal(character, unicodedata.normalize("NFKC", character)))
