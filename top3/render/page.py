"""What stands around the text: the title of the file, and the words at the top and the foot.

Why: the same furniture is on every page of the PDF and the DOCX and once in the HTML and the
Markdown; it follows from the document alone.
"""

from dataclasses import dataclass

from top3.document.model import Document
from top3.render.characters import one_line
from top3.words import Words

FORMS = {
    "professional": "compact",
    "questions": "compact",
    "easy": "large",
    "child4": "aloud",
    "child8": "large",
    "child12": "teen",
    "poster": "poster",
    **dict.fromkeys(
        (
            "workshop/forms",
            "workshop/round1",
            "workshop/case",
            "workshop/round2",
            "workshop/colleague",
            "workshop/key",
            "workshop/guide",
            "workshop/meeting",
            "workshop/story",
        ),
        "compact",
    ),
}
"""How large each template is set; what is not named here is plain."""


@dataclass(frozen=True, slots=True)
class Look:
    """The measures of a form: letters in points, pictograms and the outer margin in millimetres.

    The margins keep a line between 45 and 75 characters. `picture` is the size of a pictogram in
    a box; `above` that of the disc above the words of a page, half as large again as what it holds.
    """

    text: int
    middle: int
    large: int
    small: int
    margin: int
    picture: int = 14
    above: int = 27


LOOKS = {
    "plain": Look(14, 18, 25, 11, margin=25),
    "compact": Look(11, 14, 20, 9, margin=35),
    "teen": Look(12, 16, 22, 10, margin=32),
    "large": Look(16, 20, 28, 12, margin=25, above=33),
    "aloud": Look(18, 22, 30, 12, margin=25, picture=16, above=66),
    "poster": Look(20, 28, 36, 11, margin=20, picture=18),
}


@dataclass(frozen=True, slots=True)
class Page:
    """The furniture of one copy. `of` holds {page} and {pages}.

    `form` says how it is set: plain (14 pt), compact (11), teen (12), large (16), aloud (18) or
    poster (one page). `tag` is the language as files name it; `rtl`: it runs from right to left.
    """

    language: str
    form: str
    title: str
    only: str
    fictional: str
    provisional: str
    version: str
    of: str
    tag: str
    rtl: bool

    @property
    def look(self) -> Look:
        """Give the measures of this copy."""
        return LOOKS[self.form]

    @property
    def marks(self) -> tuple[str, ...]:
        """Give the marks that stand on every page."""
        return tuple(mark for mark in (self.only, self.fictional, self.provisional) if mark)

    @property
    def compact(self) -> bool:
        """Say whether this copy is set smaller, for people who read files all day."""
        return self.form == "compact"


def page(document: Document) -> Page:
    """Give the furniture of a copy."""
    words = Words(document.language)
    when = "page.provisional" if document.review else "page.provisional_undated"
    parts = [
        _filled(words, "page.date", date=document.date) if document.date else "",
        _filled(words, "page.version", version=document.version) if document.version else "",
    ]
    return Page(
        language=document.language,
        form=FORMS.get(document.template, "plain"),
        title=words.say(f"page.title.{document.template}"),
        only=str(words.entry("page.only").get(document.template, "")),
        fictional=words.say("page.fictional") if document.fictional else "",
        provisional=_filled(words, when, review=document.review) if document.provisional else "",
        version=document.lesson.name if document.lesson else " · ".join(filter(None, parts)),
        of=str(words.entry("page.of")),
        tag=str(words.entry("words.language.tag")),
        rtl=words.entry("words.language.direction") == "rtl",
    )


def _filled(words: Words, key: str, **values: str) -> str:
    """Fill a sentence; a new line in a value would be lost in a header, so it is a space."""
    return words.say(key, **{name: one_line(value) for name, value in values.items()})
