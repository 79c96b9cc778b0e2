"""The pictograms: small line drawings from Lucide that stand beside words.

Why: a picture beside the words helps who reads with difficulty, and never says anything alone. So
it is decoration in every format: no text, nothing to read out, and nothing in Markdown.
"""

import re
from functools import cache

from top3.words import data_folder

_SIZE = 160  # pixels: sharp enough where a format needs pixels
_DISC = (
    '<rect x="-6" y="-6" width="36" height="36" fill="#FFFFFF" stroke="none"/>'
    '<circle cx="12" cy="12" r="18" fill="#F2F5F9" stroke="none"/>'
)
_PARTS = re.compile(r"<(?:path|circle|rect|ellipse|line)\b[^>]*/>")


@cache
def pictogram(name: str, disc: bool = False) -> str:
    """Give the drawing of that name, in our blue and with our line, perhaps on a pale disc."""
    file = data_folder("templates") / "pictograms" / f"{name}.svg"
    if not re.fullmatch("[a-z-]+", name) or not file.is_file():
        raise ValueError(f"there is no pictogram {name}")
    view, ground = ("-6 -6 36 36", _DISC) if disc else ("0 0 24 24", "")
    drawn = "".join(_PARTS.findall(file.read_text("utf-8")))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pictogram" viewBox="{view}" '
        f'width="{_SIZE}" height="{_SIZE}" fill="none" stroke="#004488" stroke-width="1.75" '
        'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'
        f"{ground}{drawn}</svg>"
    )
