"""Invented values, and the hands to put them into a case: what the changes of hidden things use."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.privacy.bases import Data

Make = Callable[[Random, Data], Any]

WORDS = ("brimo", "kalvu", "denst", "orfel", "wimpa", "zorlu", "Tjeppo", "Quinza", "snarpt")
PEOPLE = ("Hjalmar", "Oktavia", "Ruurd", "Sietske", "Wolf", "Zwaantje")
SECRETS = ("Meidoornkade 12, 8162 GX", "06-40302010", "de Zwaluw", "pimpernel", "Wapenveld")
STATUSES = ("waiting", "planned", "active", "lasting", "done", "dropped")
ANSWERS = ("yes", "no", "unknown", "suspected")
HARMS = ("no injury", "pain or fear", "injury", "serious injury", "danger to life", "unknown")


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
    """Every mapping, each before what is in it; without recursion, for it is asked most of all."""
    seen, left = [], [value]
    while left:
        here = left.pop()
        if isinstance(here, dict):
            seen.append(here)
            left += reversed(here.values())
        elif isinstance(here, list):
            left += reversed(here)
    return seen


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
