"""One copy per form, written by hand: full (a name in the place of every value) and bare."""

from dataclasses import replace

from tests.render.readers import read_md
from tests.render.samples import filled, first_night
from top3.document.model import Agreement, Document, Own, Said, Support
from top3.document.pictured import Score
from top3.render import Rendered, render

NAME = "Karin"
NUMBERS = {"danger": "112", "advice": "0800-2000", "child": "0800-0432"}
CHILD = ("child4", "child8", "child12")
PERSONAL = ("member", "easy", "network", *CHILD)
TEMPLATES = ("everyone", *PERSONAL, "poster")
LANGUAGES = ("nl", "en")


def own(value: str) -> Own:
    """Something in every part of what concerns the holder alone."""
    agreement = Agreement(value, value, value, value, value)
    return Own(
        name=value,
        words=(Said(value, value, value, value),),
        scores=(Score(value, 0, 4), Score(value, 7, 6)),
        support=(Support(value, value, (value,)),),
        agreements=(agreement, agreement),
        looks_along=(agreement,),
        steps=(value,),
        safe_place=value,
        calls=value,
        decides_alone=True,
    )


def paper(template: str, language: str, value: str = NAME, *, bare: bool = False) -> Document:
    """A copy in which every value is `value`; `bare`: what is known on the first night."""
    document = first_night(language) if bare else filled(value, language)
    if template in PERSONAL:
        document = replace(document, own=Own(name=value) if bare else own(value))
    if template not in ("everyone", "member", "easy", "poster"):
        gone = {"priorities": (), "lasting": (), "conditions": (), "tension": (), "later": ()}
        document = replace(document, names=(), **gone)  # type: ignore[arg-type]
    return replace(document, template=template, numbers=NUMBERS)


def text_of(document: Document) -> str:
    """What the copy says, without marks of Markdown."""
    return read_md(markdown(document))[0]


def markdown(document: Document) -> bytes:
    made = render(document, ("md",))["md"]
    assert isinstance(made, Rendered)
    return made.data
