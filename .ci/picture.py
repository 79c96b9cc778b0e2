"""Draws the README's picture: the first pages of the example's shared plan, side by side.

Run it from the root of the checkout after a change of form: `.venv/bin/python .ci/picture.py`.
"""

import json
from datetime import date
from pathlib import Path

from top3.case.reader import read_file
from top3.document.release import examine
from top3.render import pdf
from top3.render.markdown import blocks
from top3.render.page import page

PAGES = 3
SHEET = b"""#set page(width: auto, height: auto, margin: 12pt, fill: rgb("#d8dce2"))
#let pages = json(bytes(sys.inputs.pages))
#grid(columns: pages.len(), gutter: 12pt, ..pages.map(page => image(bytes(page), width: 190pt)))
"""


def main() -> None:
    """Write examples/julia-en-tom.png."""
    example = Path("examples/julia-en-tom.yaml")
    document = examine(read_file(example), date(2024, 9, 2)).copies["everyone"]
    inputs, _ = pdf.drawn(blocks(document), page(document))
    sheets = pdf.compiled(pdf.template(), inputs, format="png", ppi=110)
    shown = json.dumps([list(sheet) for sheet in sheets[:PAGES]])
    picture = pdf.compiled(SHEET, {"pages": shown}, format="png", ppi=144)
    example.with_suffix(".png").write_bytes(picture)


if __name__ == "__main__":
    main()
