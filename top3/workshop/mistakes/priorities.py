"""Mistakes in the order of things: too early, too many, no order, the wrong phase."""

from datetime import timedelta

from top3.method.knowledge import AT_THE_TABLE_FROM
from top3.workshop.mistakes.mistake import Scene, breaks


@breaks("T201", phases={1})
def causes_too_early(scene: Scene) -> bool:
    """Treatment of a cause starts while the violence goes on."""
    for need in scene.data["risk_factors"]:
        for action in need["actions"]:
            if action["kind"] == "treatment":
                action["status"], action["start"] = "active", scene.data["plan"]["date"]
                return True
    return False


@breaks("T202", phases={1}, level="start")
def phase_runs_ahead(scene: Scene) -> bool:
    """Fase 2 was written down while the violence is only just over."""
    scene.data["plan"]["phase"]["level"] = 2
    scene.data["plan"]["phase"]["why"] = scene.say("T202")
    return True


@breaks("T301", phases={1, 2}, level="start")
def recovery_too_early(scene: Scene) -> bool:
    """Treatment of what the violence did starts before it is safe."""
    for need in scene.data["recovery"]:
        for action in need["actions"]:
            if action["kind"] == "treatment":
                action["status"] = "planned"
                action["start"] = scene.family.wish.day + timedelta(days=14)
                return True
    return False


@breaks("T403", level="start")
def two_come_first(scene: Scene) -> bool:
    """Two priorities have the same number."""
    if len(scene.active) < 2:
        return False
    scene.active[1]["rank"] = scene.active[0]["rank"]
    return True


@breaks("T403", phases={1}, level="start")
def four_at_once(scene: Scene) -> bool:
    """A fourth was added: nothing was left for later."""
    situations = scene.data["situations"]
    if len(situations) < 4 or len(scene.active) < 3:
        return False
    fourth = situations[3]
    fourth["status"], fourth["rank"] = "active", 4
    scene.add_agreement(fourth, what=scene.say("T403"))
    return True


@breaks("T407", phases={1, 2}, level="start")
def no_order(scene: Scene) -> bool:
    """Nobody chose what comes first."""
    for item in scene.active:
        item["rank"] = None
    return len(scene.active) > 1


@breaks("T404", level="start")
def review_is_past(scene: Scene) -> bool:
    """The day to look again has passed."""
    plan = scene.data["plan"]
    plan["next_review"] = scene.family.wish.day - timedelta(days=1)
    return True


@breaks("T404")
def review_is_late(scene: Scene) -> bool:
    """The next review is months ahead."""
    plan = scene.data["plan"]
    plan["next_review"] = plan["date"] + timedelta(days=110)
    return True


@breaks("T406")
def level_too_low(scene: Scene) -> bool:
    """AVE 1, as if there were no plan yet."""
    scene.data["scale_up"]["ave"] = 1
    return True


@breaks("T408", phases={1}, eldest=AT_THE_TABLE_FROM)
def young_person_not_invited(scene: Scene) -> bool:
    """A table about a young person, without the young person."""
    family = scene.family.cast.family
    young = [person for person in scene.family.cast.children if person.age >= AT_THE_TABLE_FROM]
    if not young:
        return False
    left_out = scene.draw.one(young)
    invited = [
        person.who.id
        for person in family
        if person.age >= AT_THE_TABLE_FROM and person is not left_out
    ]
    day = scene.family.wish.day + timedelta(days=9)
    scene.data["scale_up"]["tables"] = [
        {"table": "youth protection table", "date": day, "invited": invited}
    ]
    return True


@breaks("T409", phases={1})
def help_changed_nothing(scene: Scene) -> bool:
    """Help has run for months, it still happens, and nobody thought of MDA++."""
    incidents = scene.data["violence"]["incidents"]
    actions = [action for need in scene.data["risk_factors"] for action in need["actions"]]
    if len(incidents) < 2 or not actions:
        return False
    action = actions[0]
    action["status"], action["running"] = "active", "yes"
    action["start"] = min(incident["date"] for incident in incidents) - timedelta(days=120)
    return True


@breaks("T410", phases={1})
def refused_and_not_reported(scene: Scene) -> bool:
    """Help was refused, and Veilig Thuis does not know."""
    scene.data["violence"]["structural"] = "no"
    scene.data["veilig_thuis"]["reports"] = []
    scene.data["scale_up"]["help_refused"] = "yes"
    return True
