"""What a mistake is: the code of the rule that it breaks, what it needs, and the change itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from top3.workshop.draw import Draw
from top3.workshop.family import Family

Data = dict[str, Any]

Change = Callable[["Scene"], bool]
"""Changes the data in place; False when this family can't hold the mistake."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What the family must be drawn with, so that the mistake can be made in it."""

    profile: str | None = None
    phase: int | None = None
    ages: tuple[int, ...] | None = None
    has_barring_order: bool | None = None

    def and_also(self, other: "Needs") -> "Needs | None":
        """Both needs in one family, or None where they can't be."""
        found = {}
        for name in ("profile", "phase", "ages", "has_barring_order"):
            mine, theirs = getattr(self, name), getattr(other, name)
            if mine is not None and theirs is not None and mine != theirs:
                return None
            found[name] = theirs if mine is None else mine
        return Needs(**found)


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

    @property
    def active(self) -> list[Data]:
        """The priorities of the recorded phase that are worked on."""
        key = {1: "situations", 2: "risk_factors", 3: "recovery"}
        items = self.data[key[self.family.course.phase]]
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
        using = {i for block in self.family.troubles for i in self.family.cast.ids(block.by)}
        adults = {person.who.id for person in self.family.cast.adults}
        unsafe = {i for block in self.family.troubles for i in self.family.cast.ids(block.unsafe)}
        return sorted((unsafe & adults) - using)

    def add_agreement(self, item: Data, **values: Any) -> Data:
        """One more agreement, complete but for what is given."""
        numbers = [
            int(a["id"][1:])
            for key in ("situations", "risk_factors", "recovery")
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


def breaks(code: str, *, level: str = "advanced", **needs: Any) -> Callable[[Change], Change]:
    """Register a way to break the rule `code`."""

    def keep(change: Change) -> Change:
        ALL.setdefault(code, []).append(
            Mistake(code, change.__name__, change, Needs(**needs), level)
        )
        return change

    return keep
