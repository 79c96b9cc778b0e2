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
}
"""How large each template is set; what is not named here is plain."""


@dataclass(frozen=True, slots=True)
class Page:
    """The furniture of one copy. `of` holds {page} and {pages}.

    `form` says how it is set: plain (14 pt), compact (11), teen (12), large (16), aloud (18) or
    poster (one page).
    """

    language: str
    form: str
    title: str
    only: str
    fictional: str
    provisional: str
    version: str
    of: str

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
        version=" · ".join(part for part in parts if part),
        of=str(words.entry("page.of")),
    )


def _filled(words: Words, key: str, **values: str) -> str:
    """Fill a sentence; a new line in a value would be lost in a header, so it is a space."""
    return words.say(key, **{name: one_line(value) for name, value in values.items()})
