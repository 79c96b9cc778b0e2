"""Plants a fault for each check of the page and of the Word file, and expects it to be seen."""

import zipfile
from io import BytesIO
from types import ModuleType

import pytest

from tests.accessibility import copies, test_docx_structure, test_html_structure
from tests.accessibility.copies import Which

PAGE = [
    ("says_its_language", '<html lang="', '<html lang="x'),
    ("says_its_language", "initial-scale=1", "initial-scale=1, user-scalable=no"),
    ("headings_begin", "<h3>", "<h5>"),
    ("all_words_are_in", "</main>", "</main><p>los</p>"),
    ("nothing_is_empty", "<dd>", "<dd></dd><dd>"),
    ("table_has_a_caption", '<th scope="col">', "<th>"),
    ("table_has_a_caption", "<caption>", "<caption>x"),
    ("captions_of_one_page", "<table>", "<table><caption>x</caption>"),
    ("link_calls", "tel:112", "tel:113"),
    ("picture_has_a_short", 'role="img"', ""),
    ("picture_has_a_short", 'aria-label="Het', 'aria-label="Afbeelding van het'),
    ("page_is_complete", "<main>", '<main onclick="x">'),
    ("page_is_complete", "</main>", "<script></script></main>"),
    ("card_begins", '<section class="card">', '<section class="card"><p>x</p>'),
]
BODY, STYLES = "word/document.xml", "word/styles.xml"
WORD = [
    ("headings_are_heading", BODY, '"Heading2"', '"Normal"'),
    ("headings_are_heading", BODY, '"Heading3"', '"Heading4"'),
    ("language_is_that", STYLES, 'w:lang w:val="nl-NL"', 'w:lang w:val="en-US"'),
    ("says_its_title", "docProps/core.xml", "</dc:title>", "</dc:title><dc:creator>x</dc:creator>"),
    ("table_repeats", BODY, "<w:tblHeader/>", ""),
    ("table_repeats", BODY, "<w:cantSplit/>", ""),
    ("nothing_is_empty", BODY, "<w:sectPr", "<w:p/><w:sectPr"),
    ("nothing_is_empty", BODY, "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>'),
    ("lists_are_lists", BODY, '"ListBullet"', '"Normal"'),
    ("picture_has_its_text", BODY, "descr=", "title="),
    ("letters_are_large", STYLES, 'w:sz w:val="28"', 'w:sz w:val="22"'),
    ("every_sheet", BODY, '"16838"', '"15840"'),
]


@pytest.mark.parametrize(("name", "old", "new"), PAGE)
def test_a_fault_in_the_page_is_seen(
    name: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(which: Which, kind: str) -> bytes:
        page = copies.made(which, kind).decode()
        assert old in page
        return page.replace(old, new).encode()

    expect(test_html_structure, name, chosen(old, "html"), broken, monkeypatch)


@pytest.mark.parametrize(("name", "part", "old", "new"), WORD)
def test_a_fault_in_the_word_file_is_seen(
    name: str, part: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(which: Which, kind: str) -> bytes:
        data = copies.made(which, kind)
        return edited(data, part, old, new) if kind == "docx" else data

    expect(test_docx_structure, name, chosen(old, "docx", part), broken, monkeypatch)


def chosen(old: str, kind: str, part: str = "") -> Which:
    """Give a copy that has the words to break, a family's when it can be."""
    for stem, reader in (("julia-en-tom", "everyone"), ("julia-en-tom", "professional")):
        data = copies.made((stem, reader), kind)
        if old in (inside(data, part) if part else data.decode()):
            return stem, reader
    raise AssertionError(f"no copy has {old}")


def expect(
    module: ModuleType, name: str, which: Which, broken: object, patch: pytest.MonkeyPatch
) -> None:
    """Run one check on a broken copy: it has to fail, and on the whole one it has to pass."""
    [check] = [
        test for key, test in vars(module).items() if key.startswith("test_") and name in key
    ]
    caches = [made for made in vars(module).values() if hasattr(made, "cache_clear")]
    own = [cache for cache in caches if cache.__module__ == module.__name__]
    check(which)
    patch.setattr(module, "made", broken)
    for cache in own:
        cache.cache_clear()
    with pytest.raises(AssertionError):
        check(which)
    for cache in own:
        cache.cache_clear()


def inside(data: bytes, part: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.read(part).decode()


def edited(data: bytes, part: str, old: str, new: str) -> bytes:
    """Give the Word file with one part changed."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as file, zipfile.ZipFile(made, "w") as copy:
        for name in file.namelist():
            content = file.read(name)
            if name == part:
                content = content.decode().replace(old, new).encode()
                assert content != file.read(name)
            copy.writestr(name, content)
    return made.getvalue()
