"""The hidden fields of each kind of thing, and how to invent one: from the table, by hand."""

from random import Random

from tests.privacy.bases import Data
from tests.privacy.values import (
    ANSWERS,
    HARMS,
    SECRETS,
    STATUSES,
    Make,
    day,
    entry,
    fresh,
    ids,
    number,
    one_of,
    several,
    text,
    walk,
    whole,
)

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
