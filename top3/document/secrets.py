"""Recognises a confidential value in free text, also when it is written another way.

Why: people retype an address with another space and a phone number with another dash. This is a
first, honest form: parts of a value, whole words and squeezed text. It misses some, so a person
reads every copy before it is handed over.
"""

import re
from functools import cache

from top3.case.plan import Secret
from top3.case.vocabulary import SecretKind
from top3.document.copy import squeeze, words
from top3.words import LANGUAGES, Words

POSTCODE = re.compile(r"\b[1-9]\d{3}[ \u00a0]?[A-Za-z]{2}\b")
NUMBER = re.compile(r"\d(?:[\s./()\-\u2010-\u2015]*\d)+")
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
_NAME_FROM = 3
_INSIDE_FROM = 6
_DIGITS_FROM = 8
_RUN = 5


def shows(secret: Secret, text: str) -> bool:
    """Tell whether `text` holds the secret value, or enough of it."""
    value = secret.value or ""
    whole, squeezed, said = squeeze(value), squeeze(text), words(text)
    if whole and (whole in said or (len(whole) >= _WHOLE_FROM and whole in squeezed)):
        return True
    if any(squeeze(code) in squeezed or code[:4] in said for code in POSTCODE.findall(value)):
        return True
    if _digits(value) and any(_digits(value) in _only_digits(n) for n in NUMBER.findall(text)):
        return True
    if secret.kind is not None and secret.kind not in _NAMING:
        return False  # what was given no kind may be an address
    telling = _telling(value)
    return bool(telling & set(said)) or any(
        len(word) >= _INSIDE_FROM and word in squeezed for word in telling
    )


def runs_along(note: str, text: str) -> bool:
    """Tell whether `text` repeats a run of words of a private note, or all of a short one."""
    noted, said = words(note), words(text)
    length = min(_RUN, len(noted))
    runs = {tuple(noted[i : i + length]) for i in range(len(noted) - length + 1)} - {()}
    return any(tuple(said[i : i + length]) in runs for i in range(len(said) - length + 1))


def names_hiding(text: str) -> bool:
    """Tell whether `text` says that somebody is in a shelter or in hiding."""
    said = f" {' '.join(words(text))} "
    return any(f" {' '.join(words(phrase))} " in said for phrase in _hiding())


@cache
def _hiding() -> frozenset[str]:
    return frozenset(w for code in LANGUAGES for w in Words(code).entry("secrets.hiding"))


def _only_digits(text: str) -> str:
    return "".join(re.findall(r"\d", text))


def _digits(value: str) -> str:
    """The last digits of a phone number, so that 06 and +316 are one; empty for other values."""
    digits = _only_digits(value)
    return digits[-_DIGITS_FROM:] if len(digits) > _DIGITS_FROM else ""


def _telling(value: str) -> set[str]:
    """The words of a value that give it away: not "straat", "school" or "de"; but Epe and Oss."""
    found = re.findall(r"[^\W\d_]+", value)
    telling = (w for w in found if len(w) >= (_NAME_FROM if w[0].isupper() else _WORD_FROM))
    return {squeeze(word) for word in telling if word.lower() not in _generic()}


@cache
def _generic() -> frozenset[str]:
    """Words that give nothing away by themselves, in every language."""
    return frozenset(w for code in LANGUAGES for w in Words(code).entry("secrets.generic"))
