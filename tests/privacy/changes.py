"""Changes of what is hidden from everyone, and of nothing else."""

from random import Random
from typing import Any

from tests.privacy.bases import HIDE, Data
from tests.privacy.hidden_fields import (
    AGREEMENT,
    COLLEAGUE,
    INCIDENT,
    LISTS,
    MEASURE,
    MEMBER,
    NETWORK,
    PRIORITY,
    SINGLE,
)
from tests.privacy.values import (
    STATUSES,
    Make,
    day,
    entry,
    found,
    fresh,
    ids,
    insert,
    one_of,
    room,
    text,
    walk,
    who,
)


def _fields(rng: Random, data: Data, item: Data, fields: dict[str, Make]) -> None:
    """Change, add and remove hidden fields of one thing."""
    for key, make in fields.items():
        if rng.random() < 0.25:
            item[key] = make(rng, data)
        elif rng.random() < 0.15:
            item.pop(key, None)


def hidden_fields(rng: Random, data: Data) -> None:
    kinds = {
        "members": MEMBER,
        "network": NETWORK,
        "team.others": COLLEAGUE,
        "violence.incidents": INCIDENT,
        "measures": MEASURE,
        **PRIORITY,
    }
    for path, fields in kinds.items():
        for item in found(data, path):
            _fields(rng, data, item, fields)
            for agreement in item.get("agreements", ()):
                _fields(rng, data, agreement, AGREEMENT)
    for member in found(data, "members"):
        _age(rng, member)


def _age(rng: Random, member: Data) -> None:
    """Another age; who is grown up stays so most of the time, or every copy is refused."""
    low, high = (0, 17) if "child" in member.get("role", "") else (18, 70)
    years = rng.randint(low, high) if rng.random() < 0.95 else rng.randint(0, 70)
    member.pop("born", None)
    member.pop("age", None)
    if rng.random() < 0.7:
        member |= rng.choice(({"age": str(years)}, {"born": str(2024 - years)}))


def single_fields(rng: Random, data: Data) -> None:
    for part, fields in SINGLE.items():
        _fields(rng, data, data.setdefault(part, {}), fields)
    if "profile" in data["violence"]:
        kind = rng.choice(("intimate terror", "family under stress", "long-term care"))
        data["violence"]["profile"]["kind"] = kind


def hidden_lists(rng: Random, data: Data) -> None:
    for path, (fields, needed) in LISTS.items():
        if rng.random() < 0.5:
            continue
        items = room(data, path)
        for item in [*items]:
            keeps = path == "decisions" and item.get("about") == "T202"
            if not keeps and rng.random() < 0.4:
                items.remove(item)
        for _ in range(rng.choice((0, 1, 1, 2, 4))):
            fixed = {key: make(rng, data) for key, make in needed.items()}
            insert(rng, items, entry(rng, data, fields) | fixed)
        rng.shuffle(items)


def phase_decision(rng: Random, data: Data) -> None:
    plan = data.setdefault("plan", {})
    phase = plan.setdefault("phase", {"level": "1"})
    _fields(rng, data, phase, {"date": day, "by": text, "why": text})
    if phase["level"] == "1" and rng.random() < 0.5:
        del plan["phase"]


def releases(rng: Random, data: Data) -> None:
    """Whole releases, and who, why and with whom of those for an entry."""
    items = room(data, "releases")
    items[:] = [r for r in items if r.get("entry") or rng.random() < 0.5]
    for item in items:
        _fields(rng, data, item, {"expert": text, "why": text})
    if rng.random() < 0.8:
        insert(
            rng,
            items,
            {"date": "2024-09-02", "by": text(rng), "expert": text(rng), "until": "2025-01-01"},
        )


def hidden_incidents(rng: Random, data: Data) -> None:
    _hidden_entries(rng, data, "violence.incidents", INCIDENT, {"date": day, "what": text})


def hidden_conditions(rng: Random, data: Data) -> None:
    _hidden_entries(rng, data, "veilig_thuis.conditions", {}, {"what": text})


def hidden_measures(rng: Random, data: Data) -> None:
    kind = one_of("supervision order", "criminal case", "detention")
    _hidden_entries(rng, data, "measures", MEASURE | {"kind": kind}, {"what": text})


def _hidden_entries(
    rng: Random, data: Data, path: str, hidden: dict[str, Make], shown: dict[str, Make]
) -> None:
    """Incidents, conditions and measures are hidden unless marked and released."""
    items = room(data, path)
    released = {r.get("entry") for r in data.get("releases", ())}
    for item in [*items]:
        is_shown = item["id"] in released and item.get("share_with") == "everyone"
        if not is_shown and rng.random() < 0.4:
            items.remove(item)
    for _ in range(rng.randint(0, 3)):
        made = entry(rng, data, hidden | shown, id=fresh(data))
        if path == "measures":
            made["kind"] = rng.choice(("criminal case", "supervision order", "contact ban"))
        if rng.random() < 0.3:
            made["share_with"] = rng.choice(("everyone", "professionals"))
        insert(rng, items, made)


def hidden_people(rng: Random, data: Data) -> None:
    members, network = room(data, "members"), room(data, "network")
    for _ in range(rng.randint(0, 2)):
        role = rng.choice(("child", "partner", "unborn child", "mother", "relative", "brother"))
        made = entry(rng, data, MEMBER, id=fresh(data), name=who(rng), role=role, **HIDE)
        if role == "unborn child" and rng.random() < 0.8:
            made.pop("share_with")
        insert(rng, members, made)
    for _ in range(rng.randint(0, 2)):
        made = entry(rng, data, NETWORK, id=fresh(data), name=who(rng), tie=text(rng))
        made |= rng.choice(({}, HIDE, {"name_shared": "yes"}))
        insert(rng, network, made)
    for _ in range(rng.randint(0, 2)):
        made = entry(rng, data, COLLEAGUE, id=fresh(data), name=who(rng), organisation=text(rng))
        insert(rng, room(data, "team.others"), made)


def hidden_hands(rng: Random, data: Data) -> None:
    """Hidden people own, check and step in, beside others; what only they do is hidden."""
    helpers = [p["id"] for p in found(data, "network") if p.get("share_with") == "professionals"]
    members = [p["id"] for p in found(data, "members") if p.get("share_with") == "professionals"]
    hidden = [*helpers, *members]
    if not hidden:
        return
    for agreement in _agreements(data):
        for part, people in (("who", hidden), ("checks", helpers)):
            if agreement.get("who") and people and rng.random() < 0.2:
                insert(rng, agreement.setdefault(part, []), rng.choice(people))
    steps = room(data, "plan.on_tension")
    if rng.random() < 0.4:
        insert(rng, steps, {"who": [rng.choice(hidden)], "does": text(rng)})
    for step in steps:
        if step.get("who") and rng.random() < 0.3:
            insert(rng, step["who"], rng.choice(hidden))


def hidden_names(rng: Random, data: Data) -> None:
    """Names of people who did not agree to be named, and how they said no."""
    for person in (*found(data, "network"), *found(data, "team.others")):
        if person.get("name_shared") != "yes":
            person["name"] = who(rng)
            person.pop("name_shared", None)
            if rng.random() < 0.5:
                person["name_shared"] = "no"


def hidden_priorities(rng: Random, data: Data) -> None:
    phase = int(data.get("plan", {}).get("phase", {}).get("level", "1"))
    for number_, (kind, fields) in enumerate(PRIORITY.items(), 1):
        items = room(data, kind)
        for _ in range(rng.choice((0, 0, 1, 2))):
            made = entry(rng, data, fields, id=fresh(data), title=text(rng), wish=text(rng))
            made["rank"] = str(rng.randint(1, 90))
            made["status"] = rng.choice(STATUSES)
            how = rng.choice(("narrowed", "over", "no words", "later phase", "nothing agreed"))
            if how == "over":
                made["status"] = rng.choice(("done", "dropped"))
            elif how == "no words" and number_ > 1:
                del made["title"]
            elif how == "later phase" and number_ > phase:
                made["status"] = rng.choice(("active", "lasting"))
            elif how == "nothing agreed":
                del made["status"]
            else:
                made |= HIDE
            insert(rng, items, made)
            if how != "nothing agreed" and rng.random() < 0.7:
                made["agreements"] = [_agreement(rng, data, status=rng.choice(STATUSES))]


def hidden_agreements(rng: Random, data: Data) -> None:
    for kind in PRIORITY:
        for item in found(data, kind):
            if rng.random() < 0.5:
                continue
            how = rng.choice(
                (HIDE, {"status": "done"}, {"status": "dropped"}, {"status": "waiting"})
            )
            if item.get("status") in ("waiting", "planned"):
                how = {"status": "active"}
            insert(rng, room(item, "agreements"), _agreement(rng, data, **how))


def _agreement(rng: Random, data: Data, **more: Any) -> Data:
    shown = dict.fromkeys(("what", "when", "how_checked", "if_not"), text)
    people = ids("members", "network", "team.others")
    made = entry(rng, data, AGREEMENT | shown | {"who": people, "checks": people}, **more)
    return made | {"id": fresh(data)}


def waiting_things(rng: Random, data: Data) -> None:
    """Of what waits only the title is read: its wish, rank and when it starts are not."""
    for kind in PRIORITY:
        for item in found(data, kind):
            if item.get("status") in ("waiting", "planned"):
                item["status"] = rng.choice(("waiting", "planned"))
                item["wish"] = text(rng)
                item["rank"] = str(rng.randint(1, 99))


def ranks(rng: Random, data: Data) -> None:
    """Write the same order down with other numbers."""
    active = [
        p
        for kind in PRIORITY
        for p in found(data, kind)
        if p.get("status") == "active" and p.get("share_with") != "professionals"
    ]
    active.sort(key=lambda p: int(p.get("rank", 100)))
    numbers = sorted(rng.sample(range(1, 98), len(active)))
    for item, rank in zip(active, numbers, strict=True):
        item["rank"] = str(rank)


def idle_marks(rng: Random, data: Data) -> None:
    """`share_with: everyone` where it opens nothing."""
    for item in walk(data):
        if "id" in item and "share_with" not in item and rng.random() < 0.1:
            is_shareable = {"title", "tie"} & item.keys() or "agreements" in item
            if is_shareable:
                item["share_with"] = "everyone"


def _agreements(data: Data) -> list[Data]:
    return [a for kind in PRIORITY for p in found(data, kind) for a in p.get("agreements", ())]


CHANGES = (
    hidden_fields,
    single_fields,
    hidden_lists,
    phase_decision,
    releases,
    hidden_incidents,
    hidden_conditions,
    hidden_measures,
    hidden_people,
    hidden_names,
    hidden_priorities,
    hidden_agreements,
    hidden_hands,
    waiting_things,
    ranks,
    idle_marks,
)
