"""What people wrote, without all in which two ways to write the same may differ."""

import re
import unicodedata
from functools import lru_cache

TEXTS = 2000
"""So many texts of one family are kept ready: each stands in most copies and meets every note."""


def squeeze(text: str) -> str:
    """Keep letters and digits alone, without case or accents: "7311 AB" and "7311ab" are one."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if char.isalnum())


@lru_cache(TEXTS)
def squeezed_words(text: str) -> tuple[str, ...]:
    """The words of a text, each squeezed."""
    return tuple(squeezed for word in re.findall(r"\w+", text) if (squeezed := squeeze(word)))
