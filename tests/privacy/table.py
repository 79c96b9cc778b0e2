"""What everyone in the family may see of a case: "Who may see what" of the design, by hand.

Independent of the code under test: it reads no label and no cut. `seen` gives the case without
anything hidden, so that two cases are equal for everyone when their `seen` is equal, and a case
and its `seen` must give the same copy.
"""

from collections.abc import Iterable
from typing import Any

Data = dict[str, Any]

# What everyone may read of each kind of thing, once that thing itself may be seen.
PLAN = "date version next_review on_relapse"
FACE = "id name organisation phone"
MEMBER = "id name role"
COLLEAGUE = "id organisation"
NETWORK = "id tie"
PRIORITY = "id title wish rank"
AGREEMENT = "id what who when checks how_checked if_not status"
INCIDENT = "id date what share_with"
CONDITION = "id what share_with"
MEASURE = "id kind what share_with"

KINDS = ("situations", "risk_factors", "recovery")
"""In the order of the phases they belong to: 1, 2, 3."""
LATER = ("waiting", "planned")
OVER = ("done", "dropped")
IN_FORCE = (None, "active", "lasting")


def seen(data: Data) -> Data:
    """Give the case with everything gone that not everyone may see."""
    phase = int(data.get("plan", {}).get("phase", {}).get("level", "1"))
    members = [m for m in data.get("members", ()) if _is_shown_member(m, data)]
    network = [p for p in data.get("network", ()) if not _is_narrowed(p)]
    people = {p["id"] for p in (*members, *network, *_team(data)) if p.get("id")}
    shown: Data = {kind: [] for kind in KINDS}
    for number, kind in enumerate(KINDS, 1):
        for item in data.get(kind, ()):
            if (left := _priority(item, number, phase, people)) is not None:
                shown[kind].append(left)
    _renumber(shown)
    steps = [_step(step, people) for step in data.get("plan", {}).get("on_tension", ())]
    steps = [step for step in steps if step is not None]
    named = {name for step in steps for name in step.get("who", ())}
    for agreement in (a for kind in KINDS for p in shown[kind] for a in p.get("agreements", ())):
        named |= {*agreement.get("who", ()), *agreement.get("checks", ())}
    entries = {
        "incidents": _released(data.get("violence", {}).get("incidents", ()), INCIDENT, data),
        "conditions": _released(
            data.get("veilig_thuis", {}).get("conditions", ()), CONDITION, data
        ),
        "measures": _released(data.get("measures", ()), MEASURE, data),
    }
    widened = [e["id"] for part in entries.values() for e in part]
    widened += [m["id"] for m in members if m.get("role") == "unborn child"]
    return _without_nothing(
        {
            "top3": data["top3"],
            "info": _only(data.get("info", {}), "fictional language"),
            "plan": _only(data.get("plan", {}), PLAN)
            | {"phase": {"level": str(phase)}, "on_tension": steps},
            "team": _seen_team(data.get("team", {}), named),
            "members": [
                _only(m, MEMBER + (" share_with" if m["id"] in widened else "")) for m in members
            ],
            "network": [_named(p, NETWORK) for p in network if p["id"] in named],
            "violence": {"incidents": entries["incidents"]},
            "veilig_thuis": {"conditions": entries["conditions"]},
            "measures": entries["measures"],
            **shown,
            "releases": [_release_of(name, data) | {"entry": name} for name in widened],
        }
    )


def _only(item: Data, keys: str) -> Data:
    return {key: item[key] for key in keys.split() if key in item}


def _without_nothing(value: Any) -> Any:
    """Leave out empty lists and mappings: to be empty and not to be there is the same."""
    if isinstance(value, dict):
        cleaned = {key: _without_nothing(inner) for key, inner in value.items()}
        return {key: inner for key, inner in cleaned.items() if inner not in ([], {}, "")}
    if isinstance(value, list):
        return [_without_nothing(inner) for inner in value]
    return value


def _is_narrowed(item: Data) -> bool:
    return item.get("share_with") == "professionals"


def _release_of(identifier: str, data: Data) -> Data:
    """The decision by which an entry may go to everyone, without who decided and why."""
    found = (r for r in data.get("releases", ()) if r.get("entry") == identifier)
    held = [r for r in found if r.get("date") and r.get("by")]
    return {"date": held[0]["date"], "by": "iemand", "until": "2099-01-01"} if held else {}


def _is_widened(item: Data, data: Data) -> bool:
    return item.get("share_with") == "everyone" and bool(_release_of(item["id"], data))


def _is_shown_member(member: Data, data: Data) -> bool:
    if member.get("role") == "unborn child":
        return _is_widened(member, data)
    return not _is_narrowed(member)


def _released(entries: Iterable[Data], keys: str, data: Data) -> list[Data]:
    return [_only(entry, keys) for entry in entries if _is_widened(entry, data)]


def _team(data: Data) -> list[Data]:
    team = data.get("team", {})
    faces = ("case_director", "stand_in", "process_director")
    return [*(team[face] for face in faces if face in team), *team.get("others", ())]


def _seen_team(team: Data, named: set[str]) -> Data:
    shown = {
        face: _only(team[face], FACE) for face in ("case_director", "stand_in") if face in team
    }
    director = team.get("process_director", {})
    if director.get("id") in named:
        shown["process_director"] = _named(director, COLLEAGUE)
    others = [p for p in team.get("others", ()) if p.get("id") in named]
    return shown | {"others": [_named(p, COLLEAGUE) for p in others]}


def _named(person: Data, keys: str) -> Data:
    """Somebody's name only with consent; without it the tie or the organisation."""
    consents = person.get("name_shared") == "yes" and person.get("name")
    return _only(person, keys + (" name name_shared" if consents else ""))


def _step(step: Data, people: set[str]) -> Data | None:
    if step.get("who") and not people & {*step["who"]}:
        return None
    return _only(step, "does") | {"who": [name for name in step.get("who", ()) if name in people]}


def _priority(item: Data, number: int, phase: int, people: set[str]) -> Data | None:
    """What is left of a priority: all, the title alone (later), or nothing."""
    status = item.get("status")
    if _is_narrowed(item) or status in OVER or (number > 1 and not item.get("title")):
        return None
    if status in LATER:
        return _only(item, "id title") | {"status": "waiting"} if item.get("title") else None
    if number > phase or (number > 1 and not item.get("wish")):
        return None
    agreements = [
        left for a in item.get("agreements", ()) if (left := _agreement(a, people)) is not None
    ]
    if status is None and not any(a.get("status") in IN_FORCE for a in agreements):
        return None
    shown = _only(item, PRIORITY) | {"status": status or "active", "agreements": agreements}
    if status == "lasting":
        shown.pop("rank", None)
    return shown


def _agreement(item: Data, people: set[str]) -> Data | None:
    if _is_narrowed(item) or item.get("status") in (*OVER, "waiting"):
        return None
    if item.get("who") and not people & {*item["who"]}:
        return None
    shown = _only(item, AGREEMENT)
    for part in ("who", "checks"):
        shown[part] = [name for name in item.get(part, ()) if name in people]
    return shown


def _renumber(shown: Data) -> None:
    """The order is for everyone, the number that was written down is not."""
    active = [p for kind in KINDS for p in shown[kind] if p["status"] == "active"]
    ordered = sorted(active, key=lambda p: int(p.get("rank", 100)))
    for number, item in enumerate(ordered, 1):
        item["rank"] = str(number)
