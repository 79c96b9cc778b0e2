"""What people wrote, without all in which two ways to write the same may differ."""

import re
import unicodedata


def squeeze(text: str) -> str:
    """Keep letters and digits alone, without case or accents: "7311 AB" and "7311ab" are one."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if char.isalnum())


def squeezed_words(text: str) -> list[str]:
    """The words of a text, each squeezed."""
    return [squeezed for word in re.findall(r"\w+", text) if (squeezed := squeeze(word))]
