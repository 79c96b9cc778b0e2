"""The blank forms: their labels are the keys of the case file, and nobody's family is in them."""

import re
from dataclasses import fields
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.render.readers import READERS
from top3.case.shape import keys
from top3.document.forms import FORMED, compose_forms
from top3.render import FORMATS, Rendered, render
from top3.words import LANGUAGES, Words, data_folder

SHEETS = 8


def markdown(language: str) -> str:
    made = render(compose_forms(Words(language)), ["md"])["md"]
    assert isinstance(made, Rendered)
    return made.data.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_a_key_of_the_model(language: str) -> None:
    form = compose_forms(Words(language)).lesson.form  # type: ignore[union-attr]
    assert form is not None
    source = (data_folder("templates") / language / "workshop/forms.md.j2").read_text("utf-8")
    asked = re.findall(r"\bk\.(\w+)\.(\w+)", source)
    assert len(set(asked)) > 35
    text = markdown(language)
    for entry, field in asked:
        if entry != "status":
            assert form.keys[entry][field] in keys(FORMED[entry], language)
        assert (
            form.keys[entry][field].replace("_", "\\_") in text or form.keys[entry][field] in text
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_typed_in_the_template(language: str) -> None:
    """A bold label comes from the model; what is bold by itself is a sheet's own name."""
    source = (data_folder("templates") / language / "workshop/forms.md.j2").read_text("utf-8")
    typed = re.findall(r"\*\*([a-z][a-z_]+)\*\*", source)
    assert not typed


def test_the_labels_are_those_of_the_language() -> None:
    assert "**als\\_het\\_misgaat**" in markdown("nl") or "als_het_misgaat" in markdown("nl")
    assert "if_not" in markdown("en") and "als_het_misgaat" not in markdown("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_form_is_of_no_family_and_says_so(language: str) -> None:
    document = compose_forms(Words(language))
    filled = {f.name for f in fields(document) if getattr(document, f.name)}
    assert filled == {"template", "language", "phase", "numbers", "lesson"}
    mark = Words(language).entry("page.only")["workshop/forms"]
    made = render(document, FORMATS)
    for name, one in made.items():
        assert isinstance(one, Rendered) and not one.replaced
        assert mark in READERS[name](one.data)[0] or name == "docx"  # its header is read apart


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sheet_is_a_page(language: str) -> None:
    """A page that runs over by a line spoils a form."""
    made = render(compose_forms(Words(language)), ["pdf"])["pdf"]
    assert isinstance(made, Rendered)
    assert len(PdfReader(BytesIO(made.data)).pages) == SHEETS
