"""What one person may see in a copy of their own: the table of the design, by hand, as `table.py`.

It reads no label and no cut. An adult member sees what everyone sees and what they said
themselves; a network person and a child see the part of it that concerns them.
"""

import copy
from typing import Any

from tests.privacy.table import IN_FORCE, KINDS, LATER, OVER, Data, seen

ADULT, NETWORK = ("member", "easy"), ("network",)
CHILD = ("child4", "child8", "child12")
FORMS = (*ADULT, *NETWORK, *CHILD)

OWN = "own_words safety_scores"
OF_CHILD = "safe_place calls"
SUPPORT = "id kind what"
NOT_SHOWN = "-"
"""Stands for the title and wish of a priority of which only an agreement is read."""


def seen_by(data: Data, form: str, person: str) -> Data:
    """Give the case with everything gone that the holder of this copy may not see."""
    view = copy.deepcopy(seen(data))
    written = {a["id"]: a for kind in KINDS for p in data.get(kind, ()) for a in _agreements(p)}
    for agreement in (a for kind in KINDS for p in view.get(kind, ()) for a in _agreements(p)):
        if words := written[agreement["id"]].get("for_children"):
            agreement["for_children"] = words
    if form in ADULT:
        return _adult(view, data, person)
    if form in NETWORK:
        own = {name for name, a in written.items() if person in (*_who(a), *_checks(a))}
        steps = [s for s in view["plan"].get("on_tension", ()) if person in s.get("who", ())]
        return _part(view, data, person, own, steps)
    if form not in CHILD:
        raise KeyError(form)
    own = {a["id"] for kind in KINDS for p in data.get(kind, ()) for a in for_child(p, person)}
    part = _part(view, data, person, own, [])
    for agreement in (a for kind in KINDS for p in part[kind] for a in _agreements(p)):
        agreement["protects"] = [person]
    _give(part, data, person, OF_CHILD)
    return part


def for_child(priority: Data, child: str) -> list[Data]:
    """The agreements of a priority that were made with or for this child."""
    whole = priority.get("unsafe" if "unsafe" in priority else "of") or ()
    return [
        a
        for a in _agreements(priority)
        if child in _who(a) or child in (a.get("protects") or whole)
    ]


def is_own(need: Data, person: str) -> bool:
    """Tell whether this recovery need is this person's alone and may be in their copy."""
    if need.get("share_with") == "professionals" or need.get("status") in OVER:
        return False
    has_words = need.get("title") and (need.get("wish") or need.get("status") in LATER)
    return need.get("of") == [person] and bool(has_words)


def is_support(action: Data) -> bool:
    """Tell whether this is support that runs now: what the person may read of the help."""
    runs = action.get("status") in IN_FORCE
    return action.get("kind") == "support" and runs and bool(action.get("what"))


def _agreements(priority: Data) -> list[Data]:
    return priority.get("agreements", [])


def _who(agreement: Data) -> list[str]:
    return agreement.get("who", [])


def _checks(agreement: Data) -> list[str]:
    return agreement.get("checks", [])


def _give(view: Data, data: Data, person: str, keys: str) -> None:
    said = next(m for m in data["members"] if m["id"] == person)
    member = next(m for m in view["members"] if m["id"] == person)
    member |= {key: copy.deepcopy(said[key]) for key in keys.split() if said.get(key)}


def _adult(view: Data, data: Data, person: str) -> Data:
    """The shared plan, own words and scores, and what helps this person to recover."""
    _give(view, data, person, OWN)
    shown = {need["id"]: need for need in view.get("recovery", ())}
    needs = []
    for need in data.get("recovery", ()):
        if not is_own(need, person):
            needs += [shown[need["id"]]] if need["id"] in shown else []
            continue
        left = shown.get(need["id"]) or {key: need[key] for key in ("id", "title")}
        if need.get("status") in LATER:
            left["status"] = "waiting"
        elif need["id"] not in shown and need.get("status"):
            left["status"] = need["status"]
        left["of"] = [person]
        left |= {"wish": need["wish"]} if need.get("wish") else {}
        support = [
            {key: action[key] for key in SUPPORT.split()}
            for action in need.get("actions", ())
            if is_support(action)
        ]
        needs.append(left | ({"actions": support} if support else {}))
    return view | ({"recovery": needs} if needs else {})


def _part(view: Data, data: Data, person: str, own: set[str], steps: list[Data]) -> Data:
    """The agreements and steps of one person, who is named in them, and the faces."""
    status = {p["id"]: p.get("status") for kind in KINDS for p in data.get(kind, ())}
    kept: Data = {kind: [] for kind in KINDS}
    for kind in KINDS:
        for item in view.get(kind, ()):
            left = [a for a in _agreements(item) if a["id"] in own]
            if not left or item["status"] in LATER:
                continue
            fixed = {"id": item["id"], "title": NOT_SHOWN, "wish": NOT_SHOWN, "agreements": left}
            fixed |= {"rank": item["rank"]} if "rank" in item else {}
            fixed |= {"status": status[item["id"]]} if status[item["id"]] else {}
            kept[kind].append(fixed)
    ranked = [p for kind in KINDS for p in kept[kind] if "rank" in p]
    for number, item in enumerate(sorted(ranked, key=lambda p: int(p["rank"])), 1):
        item["rank"] = str(number)
    agreements = [a for kind in KINDS for p in kept[kind] for a in _agreements(p)]
    named = {person} | {name for step in steps for name in step["who"]}
    named |= {name for a in agreements for name in (*_who(a), *_checks(a))}
    team = view.get("team", {})
    faces = {face: team[face] for face in ("case_director", "stand_in") if face in team}
    if team.get("process_director", {}).get("id") in named:
        faces["process_director"] = team["process_director"]

    def those(people: Any) -> list[Data]:
        return [each for each in people if each["id"] in named]

    plan = {key: value for key, value in view["plan"].items() if key != "on_tension"}
    return {
        "top3": view["top3"],
        "info": view.get("info", {}),
        "plan": plan | {"on_tension": steps},
        "team": faces | {"others": those(team.get("others", ()))},
        "members": those(view.get("members", ())),
        "network": those(view.get("network", ())),
        "releases": [r for r in view.get("releases", ()) if r["entry"] in named],
        **kept,
    }
