"""Ties a person's answer to the very sentence it is about.

Why: "this match is not the secret" is true of one sentence. When the sentence changes, so does
the finding's id; then the old answer is about nothing (T415) and the copy is withheld again.
"""

from hashlib import sha256

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NUMBERS = 1000


def seal(*parts: object) -> str:
    """A short digest in the form of an id, such as `kf482`: it tells nothing of the sentence."""
    number = int.from_bytes(sha256(repr(parts).encode()).digest())
    number, low = divmod(number, _NUMBERS)
    number, last = divmod(number, len(_LETTERS))
    return f"{_LETTERS[number % len(_LETTERS)]}{_LETTERS[last]}{low:03}"
