"""Mistakes in what is known and told: reports, screening, words, dates, secrets, decisions."""

from datetime import timedelta

from top3.workshop.blocks import COUPLES, DIVORCE, ONE_SIDED, TERROR
from top3.workshop.mistakes.mistake import Scene, breaks


@breaks("T105", phases={1}, level="start")
def not_reported(scene: Scene) -> bool:
    """It is unsafe, and Veilig Thuis does not know."""
    scene.data["veilig_thuis"]["reports"] = []
    return True


@breaks("T106", profiles={TERROR})
def no_expert(scene: Scene) -> bool:
    """Nobody was asked who knows about coercion."""
    scene.data["team"]["experts"] = []
    return True


@breaks("T107", profiles={DIVORCE})
def not_screened(scene: Scene) -> bool:
    """Nobody looked whether one controls the other."""
    scene.data["violence"]["screening"] = None
    return True


@breaks("T108", phases={1}, profiles=COUPLES, has_barring_order=True)
def day_after(scene: Scene) -> bool:
    """The huisverbod ends in two days, and then?"""
    for measure in scene.data["measures"]:
        measure["end"] = scene.family.wish.day + timedelta(days=2)
        return bool(measure["start"] <= measure["end"])
    return False


@breaks("T109", phases={1}, profiles=COUPLES, has_barring_order=True)
def too_long(scene: Scene) -> bool:
    """A huisverbod of five weeks does not exist."""
    for measure in scene.data["measures"]:
        measure["end"] = measure["start"] + timedelta(days=35)
        return True
    return False


@breaks("T115", phases={1}, profiles={*COUPLES})
def csg_not_asked(scene: Scene) -> bool:
    """Sexual violence of this week, and nobody asked the Centrum Seksueel Geweld."""
    incident = scene.data["violence"]["incidents"][0]
    if (scene.family.wish.day - incident["date"]).days > 7 or incident["against"] != scene.harmed:
        return False
    incident["features"] = [*incident["features"], "sexual"]
    incident["what"], incident["witnesses"] = scene.say("T115"), []
    incident["basis"], incident["source"] = "told", f"{scene.family.cast.parts['other']}"
    return True


@breaks("T411", level="start")
def jargon(scene: Scene) -> bool:
    """Words of the trade in the plan for the family."""
    scene.draw.one(scene.active)["wish"] = scene.say("T411")
    return True


@breaks("T412", profiles=ONE_SIDED)
def blame(scene: Scene) -> bool:
    """The one it was done to gets the blame."""
    incident = scene.draw.one(scene.data["violence"]["incidents"])
    blamed = scene.say("T412")
    if not scene.harmed or not blamed:
        return False
    incident["what"] = f"{incident['what']} {blamed}"
    return True


@breaks("T414")
def answer_without_a_reason(scene: Scene) -> bool:
    """Somebody decided about an incident, and nobody knows why or until when."""
    incident = scene.data["violence"]["incidents"][-1]
    scene.data["decisions"] = [
        {"about": incident["id"], "date": scene.data["plan"]["date"], "by": _director(scene)}
    ]
    return True


@breaks("T415")
def answer_to_nothing(scene: Scene) -> bool:
    """An answer to a finding that is not there any more."""
    day = scene.data["plan"]["date"]
    scene.data["decisions"] = [
        {
            "about": "T406",
            "date": day,
            "by": _director(scene),
            "why": scene.say("T415"),
            "until": day + timedelta(days=60),
        }
    ]
    return True


@breaks("T416", phases={1})
def wrong_year(scene: Scene) -> bool:
    """A typing error: next year."""
    incident = scene.data["violence"]["incidents"][-1]
    if len(scene.data["violence"]["incidents"]) < 2:
        return False
    day = incident["date"]
    if (day.month, day.day) == (2, 29):
        return False
    incident["date"] = day.replace(year=day.year + 1)
    return bool(incident["date"] > scene.family.wish.day)


@breaks("T901", profiles=ONE_SIDED)
def tells_where_somebody_works(scene: Scene) -> bool:
    """Where somebody can be found, which nobody may know, stands in an agreement."""
    secret = {"id": "x2", "kind": "work", "value": scene.say("T901_secret"), "of": scene.harmed}
    secret["date"] = scene.data["plan"]["date"]
    scene.data["secrets"] = [*scene.data["secrets"], secret]
    scene.draw.one(scene.agreements)["if_not"] = scene.say("T901")
    return bool(scene.harmed)


@breaks("T902", profiles={TERROR})
def release_has_ended(scene: Scene) -> bool:
    """The release was for a few days only."""
    for release in scene.data["releases"]:
        release["until"] = scene.family.wish.day - timedelta(days=1)
    return bool(scene.data["releases"])


@breaks("T903")
def named_without_asking(scene: Scene) -> bool:
    """Somebody who did not want to be named, is."""
    backup = scene.data["network"][1]
    if any("n2" in (*a["who"], *a["checks"]) for a in scene.agreements):
        return False
    backup["name_shared"] = "no"
    scene.draw.one(scene.agreements)["if_not"] = scene.say("T903")
    return True


def _director(scene: Scene) -> str:
    return scene.family.cast.director.called
