"""Writes a text in plain Latin letters, so that letters that look alike are alike.

Why: an accent is left out, and a pasted Cyrillic "а" looks like an "a" to whoever reads it.
"""

import unicodedata

_ALIKE = {
    # Cyrillic
    **dict(zip("АВЕЅІЈКМНОРСТХУЗԚԜ", "ABESIJKMHOPCTXY3QW", strict=True)),
    **dict(zip("аеѕіјкмнорстхуԛԝһԁɡ", "aesijkmhopctxyqwhdg", strict=True)),
    # Greek
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("αεικνορτυχ", "aeikvoptux", strict=True)),
    # Latin letters that do not fall apart into a letter and an accent
    **dict(zip("ŁłØøĐđı", "LlOoDdi", strict=True)),
    "ß": "ss",
    "Æ": "Ae",
    "æ": "ae",
    "Œ": "Oe",
    "œ": "oe",
}
_TABLE = str.maketrans(_ALIKE)


def latin(text: str) -> str:
    """Write a text without accents and with Latin letters for their look-alikes; case stays."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(char for char in apart if not unicodedata.combining(char)).translate(_TABLE)
