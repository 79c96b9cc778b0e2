"""What a mistake is: the code of the rule that it breaks, what it needs, and the change itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from top3.method.settings import SETTINGS as METHOD
from top3.workshop.data import PRIORITIES, Data
from top3.workshop.draw import Draw
from top3.workshop.family import Family
from top3.workshop.figures import SETTINGS
from top3.workshop.speech import parts_of, say

Change = Callable[["Scene"], bool]
"""Changes the data in place; False when this family can't hold the mistake."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What the family must be drawn with, so that the mistake can be made in it.

    It is of one of these `profiles`, in one of these `phases`; `eldest`: there is a child of at
    least this age in years (None: there may be no children).
    """

    profiles: frozenset[str] = frozenset(SETTINGS.profiles)
    phases: frozenset[int] = frozenset(PRIORITIES)
    eldest: int | None = None
    has_barring_order: bool = False

    def and_also(self, other: "Needs") -> "Needs":
        """Both needs in one family; where they can't be, no profile or phase is left."""
        ages = [eldest for eldest in (self.eldest, other.eldest) if eldest is not None]
        return Needs(
            self.profiles & other.profiles,
            self.phases & other.phases,
            max(ages, default=None),
            self.has_barring_order or other.has_barring_order,
        )


@dataclass(frozen=True, slots=True)
class Mistake:
    """One way to break one rule. `level`: for whom it is to find (start or advanced)."""

    code: str
    name: str
    change: Change
    needs: Needs = field(default_factory=Needs)
    level: str = "advanced"


@dataclass(frozen=True, slots=True)
class Scene:
    """A family's data, to be changed in place, beside what it was told from."""

    family: Family
    data: Data
    draw: Draw

    def say(self, key: str, **parts: Any) -> str:
        """Say a sentence of the mistakes, with the parts of this family."""
        sentences = self.family.words.entry(f"families/mistakes.{key}")
        return self.draw.said(sentences, {**self.family.cast.parts, **parts})

    def sentences(self, key: str) -> list[str]:
        """Every sentence for a mistake whose parts are played here."""
        parts = self.family.cast.parts
        said = self.family.words.entry(f"families/mistakes.{key}")
        return [say(one, parts) for one in said if parts_of(one) <= {*parts}]

    @property
    def active(self) -> list[Data]:
        """The priorities of the recorded phase that are worked on."""
        items = self.data[PRIORITIES[self.family.course.phase]]
        return [item for item in items if item["status"] == "active"]

    @property
    def agreements(self) -> list[Data]:
        """The agreements of what is worked on."""
        return [agreement for item in self.active for agreement in item["agreements"]]

    @property
    def actor(self) -> list[str]:
        """The id of who uses violence."""
        return self.family.cast.ids(("actor",))

    @property
    def harmed(self) -> list[str]:
        """Adults whom violence is done to and who use none."""
        adults = {person.who.id for person in self.family.cast.adults}
        unsafe = {i for block in self.family.troubles for i in self.family.cast.ids(block.unsafe)}
        return sorted((unsafe & adults) - self.family.using)

    def review_soon(self) -> None:
        """Look again within a week: a plan with a part missing is provisional."""
        plan = self.data["plan"]
        soon = plan["date"] + timedelta(days=METHOD.provisional_review_days)
        plan["next_review"] = min(plan["next_review"], soon)

    def add_agreement(self, item: Data, **values: Any) -> Data:
        """One more agreement, complete but for what is given."""
        numbers = [
            int(a["id"][1:])
            for key in PRIORITIES.values()
            for one in self.data[key]
            for a in one["agreements"]
        ]
        usual = {
            "id": f"a{max(numbers, default=0) + 1}",
            "who": self.actor,
            "when": self.say("when"),
            "checks": ["p1"],
            "how_checked": self.say("how_checked"),
            "if_not": self.say("if_not"),
            "since": self.data["plan"]["date"],
        }
        made = {**usual, **values}
        item["agreements"] = [*item["agreements"], made]
        return made


ALL: dict[str, list[Mistake]] = {}
"""Every way to make a mistake, by the code of the rule that it breaks."""


def breaks(
    code: str,
    *,
    level: str = "advanced",
    profiles: Iterable[str] = SETTINGS.profiles,
    phases: Iterable[int] = PRIORITIES,
    eldest: int | None = None,
    has_barring_order: bool = False,
) -> Callable[[Change], Change]:
    """Register a way to break the rule `code`."""
    needs = Needs(frozenset(profiles), frozenset(phases), eldest, has_barring_order)

    def keep(change: Change) -> Change:
        ALL.setdefault(code, []).append(Mistake(code, change.__name__, change, needs, level))
        return change

    return keep
