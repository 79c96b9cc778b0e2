"""Mistakes in agreements: not complete, vague, with the wrong people, against an order."""

from top3.workshop.blocks import CARE, COUPLES
from top3.workshop.mistakes.mistake import Scene, breaks


@breaks("T101", level="start")
def no_what_if(scene: Scene) -> bool:
    """What happens when it goes wrong was forgotten."""
    scene.draw.one(scene.agreements)["if_not"] = ""
    scene.review_soon()
    return True


@breaks("T101", level="start")
def nobody_looks_along(scene: Scene) -> bool:
    """Nobody looks along."""
    agreement = scene.draw.one(scene.agreements)
    agreement["checks"], agreement["how_checked"] = [], ""
    scene.review_soon()
    return True


@breaks("T101")
def victim_looks_along(scene: Scene) -> bool:
    """The one it is done to must watch the one who does it."""
    if not scene.harmed:
        return False
    scene.draw.one(scene.agreements)["checks"] = scene.harmed[:1]
    return True


@breaks("T103", phases={1})
def who_uses_violence_does_nothing(scene: Scene) -> bool:
    """Everything is for others to do."""
    for agreement in scene.agreements:
        agreement["who"] = [i for i in agreement["who"] if i not in scene.actor] or ["n2"]
        if "n2" in agreement["checks"]:
            agreement["checks"] = ["p1"]
        if agreement["who"] == ["n2"]:
            agreement["what"] = scene.say("T103")
    return True


@breaks("T110", phases={1})
def only_services(scene: Scene) -> bool:
    """The top 3 is a list of help: nobody does anything themselves."""
    services = scene.draw.some(scene.sentences("T110"), len(scene.agreements))
    for agreement, service in zip(scene.agreements, services, strict=False):
        agreement["what"] = service
        agreement["when"], agreement["if_not"] = scene.say("T110_when"), scene.say("T110_if_not")
    return len(services) == len(scene.agreements)


@breaks("T111", level="start")
def vague(scene: Scene) -> bool:
    """Nobody can see whether it was done."""
    own = [a for a in scene.agreements if a["who"] == scene.actor]
    if not own:
        return False
    agreement = scene.draw.one(own)
    agreement["what"] = scene.say("T111")
    return True


@breaks("T112", phases={1}, profiles=COUPLES)
def victim_must_prevent_it(scene: Scene) -> bool:
    """The one it is done to must see to it that it stops."""
    other = scene.family.cast.ids(("other",))
    if other != scene.harmed:
        return False
    scene.add_agreement(scene.active[0], what=scene.say("T112"), who=other)
    return True


@breaks("T113", phases={1}, profiles=COUPLES, has_barring_order=True)
def against_the_order(scene: Scene) -> bool:
    """An agreement brings together whom an order keeps apart."""
    if not scene.data["measures"]:
        return False
    other = scene.family.cast.ids(("other",))
    scene.add_agreement(scene.active[0], what=scene.say("T113"), contact_with=other)
    return True


@breaks("T114", profiles={*COUPLES, CARE})
def friend_of_the_one_who_hits(scene: Scene) -> bool:
    """Who looks along is close to who uses violence."""
    if scene.data["network"][1]["tied_to"] != scene.actor:
        return False
    if any("n2" in a["who"] for a in scene.agreements):
        return False
    scene.draw.one(scene.agreements)["checks"] = ["n2"]
    return True


@breaks("T203", phases={2, 3})
def safety_dropped(scene: Scene) -> bool:
    """A safety agreement was dropped because it goes well now."""
    held = [s for s in scene.data["situations"] if len(s["agreements"]) > 1]
    if not held:
        return False
    agreement = scene.draw.one(held)["agreements"][-1]
    agreement["status"], agreement["dropped_because"] = "dropped", scene.say("T203")
    return True
