"""What happens to single characters before any format sees them.

Why in one place: a format that cleaned for itself would differ from the others.
"""

import re
import unicodedata

UNKNOWN = "\ufffd"
_NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def clean(value: str) -> str:
    """Give the value with one kind of new line and without characters no format can hold."""
    lines = _NEWLINES.sub("\n", value).replace("\t", " ").strip("\n")
    return "".join(UNKNOWN if _unprintable(character) else character for character in lines)


def one_line(value: str) -> str:
    """Give the cleaned value on one line, for places that have only one."""
    return clean(value).replace("\n", " ")


def _unprintable(character: str) -> bool:
    """Control characters, lone surrogates, and code points that are no characters at all."""
    if character == "\n":
        return False
    point = ord(character)
    no_character = point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
    return no_character or unicodedata.category(character) in ("Cc", "Cs")
