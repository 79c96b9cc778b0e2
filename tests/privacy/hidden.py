"""Varies what is hidden from everyone, and nothing else: presence, number, length, order, place.

Written from the table of the design by hand, like `table.py`; what each change does is checked
against that table for every pair.
"""

import copy
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.privacy.bases import HIDE, NAMES, Data, base

Make = Callable[[Random, Data], Any]

WORDS = ("brimo", "kalvu", "denst", "orfel", "wimpa", "zorlu", "Tjeppo", "Quinza", "snarpt")
PEOPLE = ("Hjalmar", "Oktavia", "Ruurd", "Sietske", "Wolf", "Zwaantje")
SECRETS = ("Meidoornkade 12, 8162 GX", "06-40302010", "de Zwaluw", "pimpernel", "Wapenveld")
STATUSES = ("waiting", "planned", "active", "lasting", "done", "dropped")
ANSWERS = ("yes", "no", "unknown", "suspected")
HARMS = ("no injury", "pain or fear", "injury", "serious injury", "danger to life", "unknown")


# --- values ------------------------------------------------------------------------------------


def text(rng: Random, _: Data | None = None) -> str:
    return " ".join(rng.choices(WORDS, k=rng.choice((1, 2, 3, 6, 25))))


def who(rng: Random, _: Data | None = None) -> str:
    return " ".join(rng.choices(PEOPLE, k=rng.randint(1, 3)))


def day(rng: Random, _: Data | None = None) -> str:
    return (date(2023, 1, 1) + timedelta(days=rng.randrange(700))).isoformat()


def number(low: int, high: int) -> Make:
    return lambda rng, _: str(rng.randint(low, high))


def one_of(*words: str) -> Make:
    return lambda rng, _: rng.choice(words)


def ids(*kinds: str) -> Make:
    def make(rng: Random, data: Data) -> list[str]:
        there = [item["id"] for kind in kinds for item in found(data, kind) if "id" in item]
        return rng.sample(there, rng.randint(0, min(3, len(there))))

    return make


def several(fields: dict[str, Make], most: int = 3) -> Make:
    return lambda rng, data: [entry(rng, data, fields) for _ in range(rng.randint(0, most))]


def whole(fields: dict[str, Make]) -> Make:
    return lambda rng, data: entry(rng, data, fields)


def entry(rng: Random, data: Data, fields: dict[str, Make], **fixed: Any) -> Data:
    """Make an entry with some of its fields."""
    chosen = {key: make(rng, data) for key, make in fields.items() if rng.random() < 0.7}
    return chosen | fixed


def fresh(data: Data) -> str:
    """Give an id that is not taken."""
    taken = {item["id"] for item in walk(data) if "id" in item}
    return next(name for n in range(1, 999) if (name := f"z{n}") not in taken)


def walk(value: Any) -> list[Data]:
    if isinstance(value, list):
        return [inner for item in value for inner in walk(item)]
    if isinstance(value, dict):
        return [value, *(inner for item in value.values() for inner in walk(item))]
    return []


def found(data: Data, path: str) -> list[Data]:
    """The list at a path such as `violence.incidents`."""
    here: Any = data
    for step in path.split("."):
        here = here.get(step, {})
    return here or []


def room(data: Data, path: str) -> list[Data]:
    """The list at a path, made where it is not there."""
    *way, last = path.split(".")
    for step in way:
        data = data.setdefault(step, {})
    return data.setdefault(last, [])


def insert(rng: Random, items: list[Any], item: Any) -> None:
    items.insert(rng.randint(0, len(items)), item)


# --- the hidden fields of each kind of thing ---------------------------------------------------

YES = one_of("yes", "no")
FACT = {
    "what": text,
    "basis": one_of("observed", "told", "opinion"),
    "by": text,
    "contested_by": text,
}
CONVERSATION = {
    "date": day,
    "kind": one_of("spoken", "seen"),
    "alone": YES,
    "calm": YES,
    "by": text,
}
OWN_WORDS = {"date": day, "worries": text, "goes_well": text, "must_happen": text}


def scores(rng: Random, _: Data) -> list[Data]:
    some = range(rng.randint(0, 3))
    return [{"score": str(rng.randint(0, 10)), "date": day(rng)} for _ in some]


def features(rng: Random, _: Data) -> list[str]:
    return rng.sample(("threat", "weapon", "sexual", "neglect", "stalking"), rng.randint(0, 2))


OWN_COPY = {"safe": one_of(*ANSWERS), "channel": text, "decided_by": text, "date": day}
MEMBER = {
    "household": text,
    "custody": one_of(*ANSWERS),
    "in_contact": one_of(*ANSWERS),
    "easy_reading": YES,
    "language": text,
    "interpreter": text,
    "conversations": several(CONVERSATION),
    "no_conversation": text,
    "no_agreement": text,
    "own_words": several(OWN_WORDS),
    "safety_scores": scores,
    "safe_contact": text,
    "own_copy": whole(OWN_COPY),
    "safe_place": text,
    "calls": text,
}
NETWORK = {"tied_to": ids("members"), "does": text, "reachable": text}
COLLEAGUE = {"function": text, "phone": text}
INCIDENT = {
    "became_known": day,
    "known_through": ids("members"),
    "by": ids("members"),
    "against": ids("members"),
    "witnesses": ids("members"),
    "injury": one_of(*HARMS),
    "features": features,
    "basis": one_of("observed", "told"),
    "source": text,
    "contested_by": text,
}
MEASURE = {"binds": ids("members"), "protects": ids("members"), "start": day, "end": day}
AGREEMENT = {
    "protects": ids("members"),
    "contact_with": ids("members"),
    "since": day,
    "dropped_because": text,
    "log": several({"date": day, "kept": YES, "note": text}, 5),
}
SITUATION = {
    "facts": several(FACT),
    "incidents": ids("violence.incidents"),
    "flags": ids("violence.flags"),
    "acute": one_of(*ANSWERS),
    "severity": one_of(*HARMS),
    "by": ids("members"),
    "frequency": one_of("once", "now and then", "monthly", "weekly", "daily", "unknown"),
    "unsafe": ids("members"),
}
ACTION = {
    "kind": one_of("support", "treatment"),
    "what": text,
    "by": text,
    "together": ids("members"),
    "start": day,
    "running": YES,
    "for_safety": text,
    "status": one_of(*STATUSES),
}


def actions(rng: Random, data: Data) -> list[Data]:
    made = []
    for _ in range(rng.randint(0, 2)):
        used = {item["id"] for item in (*walk(data), *made) if "id" in item}
        name = next(n for i in range(1, 999) if (n := f"ac{i}") not in used)
        made.append(entry(rng, data, ACTION, id=name))
    return made


RISK = {
    "factor": one_of("poverty", "alcohol or drugs", "other"),
    "of": ids("members"),
    "ground": text,
    "feeds": ids("situations"),
    "actions": actions,
}
RECOVERY = {"of": ids("members"), "need": text, "since": day, "actions": actions}
PRIORITY = {"situations": SITUATION, "risk_factors": RISK, "recovery": RECOVERY}
FLAG = {
    "date": day,
    "incident": lambda rng, data: next(iter(ids("violence.incidents")(rng, data)), ""),
    "note": text,
    "clarified": whole({"date": day, "by": text, "concrete": one_of(*ANSWERS)}),
}

# Lists of which everyone may see nothing at all: path, fields, fields that must be there.
LISTS: dict[str, tuple[dict[str, Make], dict[str, Make]]] = {
    "violence.forms": (
        {"certainty": one_of("known", "suspected")},
        {"form": one_of("neglect", "conflict divorce", "stalking", "parent abuse")},
    ),
    "violence.flags": (
        FLAG,
        {"id": lambda _, data: fresh(data), "kind": one_of("drink", "weapon", "death threat")},
    ),
    "violence.observations": (
        {"date": day, "by": text, "about": ids("members"), "calm": YES, "good_care": YES},
        {},
    ),
    "veilig_thuis.reports": ({"date": day, "by": text, "result": text, "closed": day}, {}),
    "team.experts": ({"who": text, "date": day, "about": text, "advice": text}, {}),
    "strengths": ({"of": ids("members"), "what": text}, {}),
    "meetings": (
        {
            "kind": one_of("mediation", "team meeting"),
            "date": day,
            "with": ids("members"),
            "status": one_of(*STATUSES),
        },
        {"id": lambda _, data: fresh(data)},
    ),
    "reviews": ({"date": day, "present": ids("members"), "changed": text}, {}),
    "scale_up.tables": (
        {"date": day, "result": text},
        {"table": one_of("care and safety house", "mda++")},
    ),
    "decisions": (
        {"date": day, "by": text, "why": text, "until": day},
        {"about": one_of("T202", "T404", "i1")},
    ),
    "secrets": (
        {
            "kind": one_of("address", "phone", "school", "code word", "shelter"),
            "value": one_of(*SECRETS),
            "of": ids("members"),
            "date": day,
        },
        {"id": lambda _, data: fresh(data)},
    ),
    "notes": ({"text": text}, {"id": lambda _, data: fresh(data)}),
}

# Single hidden fields.
SINGLE: dict[str, dict[str, Make]] = {
    "info": {"municipality": text},
    "violence": {
        "profile": whole({"certainty": one_of("known", "suspected")}),
        "coercive_control": one_of(*ANSWERS),
        "acute": one_of(*ANSWERS),
        "structural": one_of(*ANSWERS),
        "screening": whole({"date": day, "by": text, "outcome": one_of(*ANSWERS)}),
    },
    "veilig_thuis": {"informed": day, "code_step": number(1, 5)},
    "scale_up": {"ave": number(1, 4), "stalling": one_of(*ANSWERS), "unrest": one_of(*ANSWERS)},
}


# --- changes -----------------------------------------------------------------------------------


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


def varied(rng: Random, data: Data) -> Data:
    """Give a copy of a case in which only hidden things differ."""
    data = copy.deepcopy(data)
    for change in CHANGES:
        if rng.random() < 0.6:
            change(rng, data)
    _mend(data)
    return _shuffled(rng, data)


def pair(seed: int) -> tuple[str, Data, Data]:
    """One pair: the name of its family, and two cases that are equal for everyone."""
    rng = Random(seed)  # noqa: S311
    name = NAMES[seed % len(NAMES)]
    return name, varied(rng, base(name)), varied(rng, base(name))


def _shuffled(rng: Random, value: Any) -> Any:
    """The order of keys says nothing."""
    if isinstance(value, list):
        return [_shuffled(rng, item) for item in value]
    if isinstance(value, dict):
        keys = [*value]
        rng.shuffle(keys)
        return {key: _shuffled(rng, value[key]) for key in keys}
    return value


POINTS = {
    "tied_to": "members",
    "known_through": "members",
    "by": "members",
    "against": "members",
    "witnesses": "members",
    "about": "members",
    "binds": "members",
    "protects": "members",
    "contact_with": "members",
    "unsafe": "members",
    "of": "members",
    "together": "members",
    "with": "members",
    "incidents": "violence.incidents",
    "flags": "violence.flags",
    "feeds": "situations",
    "incident": "violence.incidents",
}


def _mend(data: Data) -> None:
    """Drop what points to something that was removed, and what is empty."""
    there = {path: {item["id"] for item in found(data, path)} for path in {*POINTS.values()}}
    everything = walk(data)
    for item in everything:
        for key in item.keys() & POINTS.keys():
            value, known = item[key], there[POINTS[key]]
            if isinstance(value, list) and value and isinstance(value[0], str):
                item[key] = [name for name in value if name in known]
            elif key == "incident" and value not in known:
                del item[key]
    taken = {item["id"] for item in everything if "id" in item}
    for release in found(data, "releases"):
        if release.get("entry") not in taken:
            release.pop("entry", None)
    if "profile" in data.get("violence", {}) and "kind" not in data["violence"]["profile"]:
        del data["violence"]["profile"]
