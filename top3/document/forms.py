"""Composes the blank forms: the analysis per person and the TOP-3 plan, to be written by hand.

Why the keys come from the model: typing a form over is copying only while both say the same.
"""

from top3.case.fields import Entry
from top3.case.model import Case
from top3.case.people import (
    Conversation,
    Expert,
    FixedFace,
    Member,
    NetworkPerson,
    OwnWords,
    SafetyScore,
    Team,
)
from top3.case.plan import (
    Agreement,
    PhaseDecision,
    PlanRecord,
    RecoveryNeed,
    RiskFactor,
    Situation,
    TensionStep,
)
from top3.case.shape import shapes
from top3.case.violence import (
    FlagEntry,
    FormEntry,
    Incident,
    Report,
    Screening,
    VeiligThuis,
    Violence,
)
from top3.case.vocabulary import Status
from top3.document.lesson import Form, Lesson
from top3.document.model import Document
from top3.method.knowledge import NUMBERS
from top3.words import Words

FORMED: dict[str, type[Entry]] = {
    "case": Case,
    "plan": PlanRecord,
    "phase": PhaseDecision,
    "step": TensionStep,
    "team": Team,
    "face": FixedFace,
    "member": Member,
    "talk": Conversation,
    "words": OwnWords,
    "score": SafetyScore,
    "network": NetworkPerson,
    "violence": Violence,
    "form": FormEntry,
    "screening": Screening,
    "flag": FlagEntry,
    "incident": Incident,
    "vt": VeiligThuis,
    "report": Report,
    "expert": Expert,
    "situation": Situation,
    "risk": RiskFactor,
    "recovery": RecoveryNeed,
    "agreement": Agreement,
}
"""What the forms ask, each by the name it has in their template."""


def compose_forms(words: Words) -> Document:
    """Compose the blank forms in one language."""
    return blank(
        "workshop/forms", words, Lesson(words.say("page.title.workshop/forms"), form=_form(words))
    )


def blank(template: str, words: Words, lesson: Lesson, *, fictional: bool = False) -> Document:
    """Give a document that is of no family."""
    return Document(
        template=template,
        language=words.language,
        fictional=fictional,
        provisional=False,
        date="",
        version="",
        review="",
        phase=1,
        names=(),
        contacts=(),
        numbers=NUMBERS,
        priorities=(),
        lasting=(),
        conditions=(),
        tension=(),
        relapse=(),
        later=(),
        lesson=lesson,
    )


def _form(words: Words) -> Form:
    language = words.language
    keys = {
        name: {shape.name: shape.written(language) for shape in shapes(model)}
        for name, model in FORMED.items()
    }
    row = {keys["score"]["date"]: "2026-01-31", keys["score"]["score"]: "4"}
    return Form(
        keys=keys | {"status": {word.value: word.written(language) for word in Status}},
        example="- {" + ", ".join(f"{key}: {value}" for key, value in row.items()) + "}",
        choices={
            name: {
                shape.name: " · ".join(word.written(language) for word in shape.words)
                for shape in shapes(model)
                if shape.words is not None
            }
            for name, model in FORMED.items()
        },
    )
