"""Fills the template of a copy and reads it as Markdown; values enter afterwards, as text.

Why: a value that passes through a Markdown parser can become a heading, a link or a row. So the
template is filled with placeholders (private-use characters), markdown-it parses the template's
own words, and only then does each value take its place in the tokens, character for character.

The dialect, all of it:

    # ## ### ####          headings; a level 1 heading is the title
    a line of text         a paragraph; a new line in the template is a new line on paper
    **bold**               emphasis
    [{{ phone }}](tel:)    a number to call
    - item, 1. item        lists; a list whose items all begin with a bold label is a list of fields
    | a | b |              a table (professionals), inside `::: table 12/33/55 Caption`
    ::: card               a block that stays together and begins with a heading
    ::: call               numbers to call
    ::: provisional        a notice that the plan isn't complete
    ::: condition          a fixed condition
    ::: words              somebody's own words
    ::: page               a page of its own, where a format has pages
    ::: card phone         any box: a pictogram beside it (`templates/pictograms/phone.svg`)
    ::: landscape          wide pages, where a format has pages
    ::: seen 4             four lines to sign; its lines are the labels
    ::: lines 3            three lines to write on, under what to write
    ::: blank 12 40/60 Caption   a table to write in: rows of 12 millimetres, empty cells stay
    ![](figure:phase)      the phase figure

A box that holds a box has one colon more: `:::: page home`, then `::: call phone` inside it.
What is empty is left out: an item, a field, a paragraph, a row, and a heading with nothing below.
"""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup
from mdit_py_plugins.container import container_plugin

from top3.document.model import Document
from top3.render.characters import clean
from top3.render.tokens import BOXES, TreeBuilder
from top3.render.tree import Blocks
from top3.words import Words

OPEN, CLOSE = "\ue000", "\ue001"


def blocks(document: Document) -> Blocks:
    """Give the tree of one copy."""
    source, values = fill(document)
    root = SyntaxTreeNode(_parser().parse(source))
    return TreeBuilder(values, Words(document.language), document).blocks(root.children)


def fill(document: Document) -> tuple[str, tuple[str, ...]]:
    """Give the template's own text with a placeholder per value, and the values."""
    values: list[str] = []
    template = _environment(document.language).get_template(f"{document.template}.md.j2")
    shown = {field.name: getattr(document, field.name) for field in fields(document)}
    return template.render(shown, values_=values), tuple(values)


@pass_context
def _placeholder(context: Context, value: object) -> str:
    """Keep the value apart and give its placeholder; a macro's result holds them already."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, StrictUndefined):
        return str(value)  # raises: a template may name only what exists
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(f"a template can't show a {type(value).__name__}")
    values: list[str] = context["values_"]
    values.append(clean(str(value)))
    return f"{OPEN}{len(values) - 1}{CLOSE}"


def _present(value: object) -> bool:
    """Say whether anything was filled in, however deep: the test `is present`."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, Mapping):
        return any(_present(part) for part in value.values())
    if isinstance(value, tuple | list):
        return any(_present(part) for part in value)
    return value is not None


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Words(language).folder),
        undefined=StrictUndefined,
        finalize=_placeholder,
        autoescape=True,  # a macro's result is then Markup, which tells it from a value
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.tests["present"] = _present
    environment.filters["together"] = Words(language).join
    return environment


@cache
def _parser() -> MarkdownIt:
    rules = ["table", "list", "heading", "paragraph", "text", "newline", "escape"]
    parser = MarkdownIt("zero", {"html": False}).enable([*rules, "emphasis", "link", "image"])
    for name in BOXES:
        parser.use(container_plugin, name)
    return parser
