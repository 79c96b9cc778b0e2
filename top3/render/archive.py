"""Writes a Word file's zip again, so that it tells nothing about who made it, where or when.

Why: python-docx leaves a thumbnail, "python-docx" as author, and the clock in every zip entry;
deflate's bytes depend on the zlib build, so entries are stored.
"""

import re
import zipfile
from html import escape
from io import BytesIO

from top3.render.page import Page

_MOMENT = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"


def rewritten(made: bytes, page: Page) -> bytes:
    """Give the same file with fixed times and order, blank properties and no thumbnail."""
    with zipfile.ZipFile(BytesIO(made)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts = {name: part for name, part in parts.items() if "thumbnail" not in name}
    parts["docProps/core.xml"] = _core(page).encode()
    parts["docProps/app.xml"] = _app().encode()
    rels = parts["_rels/.rels"].decode()
    parts["_rels/.rels"] = re.sub(r"<Relationship [^>]*thumbnail[^>]*/>", "", rels).encode()
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.create_system = 0
            new.writestr(entry, parts[name])
    return buffer.getvalue()


def _core(page: Page) -> str:
    """Say the title and the language, and nobody's name or time."""
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_OFFICE}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(page.title)}</dc:title><dc:language>{page.tag}</dc:language>"
        "</cp:coreProperties>"
    )


def _app() -> str:
    return f'{_XML}<Properties xmlns="{_OFFICE}/officeDocument/2006/extended-properties"/>'
