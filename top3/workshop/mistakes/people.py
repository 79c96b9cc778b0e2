"""Mistakes about people: who was not spoken with, not thought of, not asked."""

from top3.workshop.blocks import TERROR
from top3.workshop.cast import SPEAKS_FROM
from top3.workshop.figures import SETTINGS
from top3.workshop.mistakes.mistake import Scene, breaks

_INTERPRETS_FROM = 9
"""Age in years of a child that somebody in a hurry would let interpret."""


@breaks("T102", phases={1}, level="start", eldest=0)
def child_forgotten(scene: Scene) -> bool:
    """The youngest is in no agreement."""
    children = scene.family.cast.children
    if not children or children[-1].who.id in scene.actor:
        return False
    for situation in scene.data["situations"]:
        situation["unsafe"] = [i for i in situation["unsafe"] if i != children[-1].who.id]
    return all(situation["unsafe"] for situation in scene.data["situations"])


@breaks("T401", phases={1}, level="start", eldest=SPEAKS_FROM)
def child_not_heard(scene: Scene) -> bool:
    """Nobody spoke with the child."""
    children = [m for m in scene.data["members"] if m["role"] == "child" and m["own_words"]]
    if not children:
        return False
    child = scene.draw.one(children)
    child["conversations"], child["own_words"], child["safety_scores"] = [], [], []
    return True


@breaks("T402", phases={1}, level="start")
def not_spoken_apart(scene: Scene) -> bool:
    """The two adults were only spoken with together."""
    adults = [m for m in scene.data["members"] if m["age"] >= 18]
    member = scene.draw.one(adults)
    for talk in member["conversations"]:
        talk["alone"] = "no"
    return True


@breaks("T104", profiles={TERROR})
def together_at_the_table(scene: Scene) -> bool:
    """A joint conversation is planned where one controls the other."""
    people = scene.family.cast.ids(("actor", "other"))
    scene.data["meetings"] = [
        {
            "id": "b1",
            "kind": "joint conversation",
            "date": scene.data["plan"]["next_review"],
            "with_": [*people, "p1"],
            "status": "planned",
        }
    ]
    return len(people) == 2


@breaks("T405", level="start")
def no_stand_in(scene: Scene) -> bool:
    """Nobody replaces the fixed face."""
    scene.data["team"]["stand_in"]["name"] = ""
    return True


@breaks("T405", level="start")
def no_phone(scene: Scene) -> bool:
    """The family can't call the fixed face."""
    scene.data["team"]["case_director"]["phone"] = ""
    scene.review_soon()
    return True


@breaks("T413", eldest=_INTERPRETS_FROM)
def child_translates(scene: Scene) -> bool:
    """A child of the family is the interpreter."""
    cast = scene.family.cast
    child, spoken = cast.children[0], scene.family.words.entry("families/common.languages")
    able = [
        (adult.who.id, spoken[side])
        for adult, side in zip(cast.adults, cast.sides, strict=False)
        if side in spoken
    ]
    if child.age < _INTERPRETS_FROM or not able:
        return False
    identifier, language = scene.draw.one(able)
    member = next(m for m in scene.data["members"] if m["id"] == identifier)
    member["language"], member["interpreter"] = language, child.who.called
    return True


@breaks("T904", profiles={*SETTINGS.profiles} - {TERROR}, eldest=SPEAKS_FROM)
def released_by_nobody(scene: Scene) -> bool:
    """A child's copy is ready, but nobody released it."""
    held = [release for release in scene.data["releases"] if release.get("entry")]
    gone = scene.draw.one(held) if held else None
    scene.data["releases"] = [one for one in scene.data["releases"] if one is not gone]
    return bool(held)
