"""Families in which everybody has something of their own: words, scores, needs, places, tasks."""

import copy
from functools import cache

from tests.privacy.bases import HIDE, NAMES, Data, base
from tests.privacy.personal_table import CHILD, FORMS, NETWORK
from tests.privacy.table import seen

WHOLE = {"when": "elke dag", "checks": ["m1"], "if_not": "We bellen."}
"""What makes an agreement complete, so that a copy need not say that it is provisional."""


@cache
def _family(name: str) -> Data:
    data = base(name)
    shown = {m["id"] for m in seen(data)["members"]}
    members = [m for m in data["members"] if m["id"] in shown and m["role"] != "unborn child"]
    children = [m["id"] for m in members if m["role"] == "child"]
    for number, member in enumerate(members):
        member.setdefault("own_words", [said(number)])
        scores = [{"score": str(3 + number), "date": "2024-08-20"}, {"score": "6"}]
        member.setdefault("safety_scores", [*scores, {"score": "7", "date": "2024-05-01"}])
        member.setdefault("safe_place", f"bij plek {number}")
        member.setdefault("calls", f"tante {number}")
        if member["id"] not in children:
            needs = data.setdefault("recovery", [])
            needs += _needs(number, member["id"])
    for helper in seen(data).get("network", ()):
        step = {"who": ["m1", helper["id"]], "does": f"Bellen met {helper['id']}."}
        data["plan"].setdefault("on_tension", []).append(step)
    situation = data["situations"][0]
    for number, child in enumerate(children):
        made = {"id": f"sc{number}", "what": f"Rust voor {number}.", "who": ["v1"], **WHOLE}
        made |= {"protects": [child], "for_children": f"Papa roept niet, {number}."}
        situation.setdefault("agreements", []).append(made)
    return data


def said(number: int) -> Data:
    return {"date": "2024-08-01", "worries": f"zorg {number}", "must_happen": f"rust {number}"}


def _needs(number: int, person: str) -> list[Data]:
    statuses: tuple[Data, ...] = ({"status": "waiting"}, {"status": "active"}, {})
    actions: list[Data] = [
        {"kind": "support", "what": f"Wandelen {number}.", "status": "active"},
        {"kind": "treatment", "what": f"Therapie {number}.", "status": "active"},
        {"kind": "support", "what": f"Maatje {number}.", "by": "de kerk"},
        {"kind": "support", "what": f"Later {number}.", "status": "waiting"},
    ]
    own: Data = {
        "id": f"sn{number}",
        "title": f"Rust {number}",
        "wish": f"Slapen {number}.",
        "of": [person],
        "need": f"slaapt slecht {number}",
        "actions": [each | {"id": f"sa{number}{n}"} for n, each in enumerate(actions)],
        **statuses[number % 3],
    }
    narrowed = own | {"id": f"so{number}", "wish": f"Geheim {number}.", "actions": []} | HIDE
    return [own, narrowed]


def family(name: str) -> Data:
    """One family, fresh."""
    return copy.deepcopy(_family(name))


def _holders(name: str, form: str) -> list[str]:
    view = seen(family(name))
    if form in NETWORK:
        return [person["id"] for person in view.get("network", ())]
    members = [m for m in view["members"] if m["role"] != "unborn child"]
    return [m["id"] for m in members if (m["role"] == "child") == (form in CHILD)]


HOLDERS = {f: [(name, p) for name in NAMES for p in _holders(name, f)] for f in FORMS}
