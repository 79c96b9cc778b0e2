"""Recognises a confidential value in free text, also when it is written another way.

Why: people retype an address with another space and a phone number with another dash. This is a
first, honest form: parts of a value, whole words and squeezed text. What it misses is measured
in a later step; a person reads every copy before it is handed over.
"""

import re

from top3.case.plan import Secret
from top3.case.vocabulary import SecretKind
from top3.document.copy import squeeze, words
from top3.words import LANGUAGES, Words

POSTCODE = re.compile(r"\b[1-9]\d{3}[ \u00a0]?[A-Za-z]{2}\b")
PHONE = re.compile(r"(?<![\w])(?:\+|00|0)[\d\s./()\-\u2010-\u2015]{7,}\d")
_NAMING = frozenset(
    {
        SecretKind.ADDRESS,
        SecretKind.PLACE,
        SecretKind.SHELTER,
        SecretKind.SCHOOL,
        SecretKind.WORK,
        SecretKind.DOCTOR,
    }
)
_WHOLE_FROM = 4
_WORD_FROM = 4
_DIGITS_FROM = 8
_RUN = 5


def shows(secret: Secret, text: str) -> bool:
    """Tell whether `text` holds the secret value, or enough of it."""
    value = secret.value or ""
    whole, squeezed, said = squeeze(value), squeeze(text), words(text)
    if whole and (whole in said or (len(whole) >= _WHOLE_FROM and whole in squeezed)):
        return True
    if any(squeeze(code) in squeezed for code in POSTCODE.findall(value)):
        return True
    if _digits(value) and any(_digits(value) in _only_digits(n) for n in PHONE.findall(text)):
        return True
    return secret.kind in _NAMING and bool(_telling(value) & set(said))


def runs_along(note: str, text: str) -> bool:
    """Tell whether `text` repeats a run of words of a private note."""
    noted, said = words(note), words(text)
    runs = {tuple(noted[i : i + _RUN]) for i in range(len(noted) - _RUN + 1)}
    if not runs:
        return bool(noted) and squeeze(note) in squeeze(text)
    return any(tuple(said[i : i + _RUN]) in runs for i in range(len(said) - _RUN + 1))


def _only_digits(text: str) -> str:
    return "".join(re.findall(r"\d", text))


def _digits(value: str) -> str:
    """The last digits of a phone number, so that 06 and +316 are one; empty for other values."""
    digits = _only_digits(value)
    return digits[-_DIGITS_FROM:] if len(digits) > _DIGITS_FROM else ""


def _telling(value: str) -> set[str]:
    """The words of a value that give it away: not "straat", "school" or "de"."""
    generic = {word for code in LANGUAGES for word in Words(code).entry("secrets.generic")}
    found = re.findall(r"[^\W\d_]+", value)
    return {squeeze(w) for w in found if len(w) >= _WORD_FROM and w.lower() not in generic}
