"""Varies what is hidden from everyone, and nothing else: presence, number, length, order, place.

Written from the table of the design by hand, like `table.py`; what each change does is checked
against that table for every pair.
"""

import copy
from random import Random
from typing import Any

from tests.privacy.bases import NAMES, Data, base
from tests.privacy.changes import CHANGES
from tests.privacy.values import found, walk


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
