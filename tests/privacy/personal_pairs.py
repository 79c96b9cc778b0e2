"""Two cases that are equal for the holder of one copy, and differ in what is hidden there."""

import copy
from random import Random

from tests.privacy import hidden, values
from tests.privacy.bases import Data
from tests.privacy.hidden_fields import OWN_COPY
from tests.privacy.personal_families import HOLDERS, WHOLE, family
from tests.privacy.personal_table import (
    ADULT,
    CHILD,
    FORMS,
    OF_CHILD,
    OWN,
    for_child,
    is_own,
    is_support,
    seen_by,
)
from tests.privacy.table import KINDS, seen


def varied(rng: Random, data: Data, form: str, person: str) -> Data:
    """Vary what this holder may not see: first everything that is hidden, then give back."""
    changed = hidden.varied(rng, data)
    for helper in changed.get("network", ()):
        if rng.random() < 0.5:
            helper["own_copy"] = values.entry(rng, data, OWN_COPY)
    for release in changed.get("releases", ()):
        if rng.random() < 0.3:
            release["consent"] = values.ids("members")(rng, changed)
    if form in ADULT:
        _give_back(changed, data, person, OWN)
        _needs_back(rng, changed, data, person)
        return changed
    own = own_agreements(seen_by(data, form, person))
    _beyond(rng, changed, data, form, person)
    if form in CHILD:
        _give_back(changed, data, person, OF_CHILD)
        _cover_back(rng, changed, person, own)
    return changed


def own_agreements(view: Data) -> set[str]:
    found = (a for kind in KINDS for p in view.get(kind, ()) for a in p.get("agreements", ()))
    return {agreement["id"] for agreement in found}


def _give_back(changed: Data, data: Data, person: str, keys: str) -> None:
    said = next(m for m in data["members"] if m["id"] == person)
    member = next(m for m in changed["members"] if m["id"] == person)
    for key in keys.split():
        member.pop(key, None)
        if key in said:
            member[key] = copy.deepcopy(said[key])


def _needs_back(rng: Random, changed: Data, data: Data, person: str) -> None:
    """Own needs as they were, between other help; no other need may become theirs."""
    there = {need["id"]: need for need in data.get("recovery", ()) if is_own(need, person)}
    for need in changed.get("recovery", ()):
        if before := there.get(need["id"]):
            need["of"] = [person]
            need.pop("wish", None)
            need |= {"wish": before["wish"]} if "wish" in before else {}
            kept = [copy.deepcopy(a) for a in before.get("actions", ()) if is_support(a)]
            ids = {action["id"] for action in kept}
            others = [a for a in need.get("actions", ()) if not is_support(a)]
            for action in others:
                if action["id"] not in ids:
                    values.insert(rng, kept, action)
            need["actions"] = kept
        elif is_own(need, person):
            others = [m["id"] for m in changed["members"] if m["id"] != person]
            need["of"] = rng.choice(([], [person, others[0]], [others[0]]))


def _beyond(rng: Random, changed: Data, data: Data, form: str, person: str) -> None:
    """What everyone else may read and this holder may not."""
    view = seen_by(data, form, person)
    named = {p["id"] for part in ("members", "network") for p in view[part]}
    shown = seen(changed)
    _entries(rng, changed)
    _people(rng, changed, named)
    crowd = [p["id"] for part in ("members", "network") for p in shown.get(part, ())]
    crowd = [each for each in crowd if each != person]
    visible = own_agreements(shown)
    for kind in KINDS:
        for item in changed.get(kind, ()):
            for key in ("title", "wish"):
                if item.get(key) and rng.random() < 0.5:
                    item[key] = values.text(rng)
            agreements = item.get("agreements", [])
            for agreement in [*agreements]:
                is_theirs = agreement["id"] in own_agreements(view)
                if agreement["id"] in visible and not is_theirs:
                    _other(rng, item, agreement, crowd)
            if item["id"] in {p["id"] for p in shown.get(kind, ())} and rng.random() < 0.4:
                made = _made(rng, crowd, values.fresh(changed))
                values.insert(rng, item.setdefault("agreements", []), made)
    if rng.random() < 0.5:
        made = {"id": values.fresh(changed), "title": values.text(rng), "wish": values.text(rng)}
        made |= {"status": rng.choice(("active", "lasting", "waiting")), "unsafe": crowd[:2]}
        made |= {"rank": str(rng.randint(1, 90))}
        values.insert(rng, changed["situations"], made)
        made["agreements"] = [_made(rng, crowd, values.fresh(changed))]
    _steps(rng, changed, "" if form in CHILD else person, crowd)


def _entries(rng: Random, changed: Data) -> None:
    ids = set()
    for path in ("violence.incidents", "veilig_thuis.conditions", "measures"):
        for item in values.found(changed, path):
            ids.add(item["id"])
            if rng.random() < 0.5:
                item |= {"what": values.text(rng), "share_with": "everyone"}
    for release in values.found(changed, "releases"):
        if release.get("entry") in ids and rng.random() < 0.5:
            release["date"] = values.day(rng)
        elif release.get("entry") in ids and rng.random() < 0.5:
            release.pop("date", None)


def _people(rng: Random, changed: Data, named: set[str]) -> None:
    for person in (*changed["members"], *changed.get("network", ())):
        if person["id"] not in named and rng.random() < 0.5:
            person["name"] = values.who(rng)
    if rng.random() < 0.3:
        made = {"id": values.fresh(changed), "name": values.who(rng), "role": "relative"}
        values.insert(rng, changed["members"], made)


def _other(rng: Random, item: Data, agreement: Data, crowd: list[str]) -> None:
    """Change, or drop, an agreement of other people."""
    others = [a for a in item["agreements"] if a is not agreement and a.get("status") is None]
    if others and rng.random() < 0.2:
        item["agreements"].remove(agreement)
        return
    for key in ("what", "when", "how_checked", "if_not", "for_children"):
        if rng.random() < 0.4:
            agreement[key] = values.text(rng)
    for key in ("who", "checks"):
        if rng.random() < 0.4:
            agreement[key] = rng.sample(crowd, min(len(crowd), rng.randint(1, 2)))


def _made(rng: Random, crowd: list[str], name: str) -> Data:
    who = rng.sample(crowd, 1)
    words = {"what": values.text(rng), "for_children": values.text(rng)}
    whole = {key: part for key, part in WHOLE.items() if key != "checks"} | {"checks": crowd[:1]}
    words |= rng.choice((whole, whole, {}))
    return {"id": name, "who": who, "protects": [crowd[0]], "status": "active"} | words


def _steps(rng: Random, changed: Data, person: str, crowd: list[str]) -> None:
    steps = values.room(changed, "plan.on_tension")
    for step in [*steps]:
        if person and person in step.get("who", ()):
            continue
        if rng.random() < 0.3:
            steps.remove(step)
        elif rng.random() < 0.5:
            step["does"] = values.text(rng)
    if rng.random() < 0.5:
        values.insert(rng, steps, {"who": rng.sample(crowd, 1), "does": values.text(rng)})


def _cover_back(rng: Random, changed: Data, child: str, own: set[str]) -> None:
    """Who is unsafe may change; which agreements are for this child may not."""
    visible = own_agreements(seen(changed))
    others = [m["id"] for m in changed["members"] if m["id"] != child]
    for item in (p for kind in KINDS for p in changed.get(kind, ())):
        theirs = {a["id"] for a in for_child(item, child)}
        for agreement in item.get("agreements", ()):
            name = agreement["id"]
            if name in visible and (name in theirs) != (name in own):
                agreement["protects"] = [child] if name in own else [rng.choice(others)]


def pair(seed: int) -> tuple[str, str, Data, Data]:
    """One pair: the form and person of the holder, and two cases equal for that holder."""
    rng = Random(seed)  # noqa: S311
    form = FORMS[seed % len(FORMS)]
    holders = HOLDERS[form]
    name, person = holders[seed // len(FORMS) % len(holders)]
    one, other = (varied(rng, family(name), form, person) for _ in range(2))
    assert seen_by(one, form, person) == seen_by(other, form, person), (seed, name, form, person)
    assert seen_by(one, form, person) == seen_by(family(name), form, person), (seed, name, person)
    return form, person, one, other
