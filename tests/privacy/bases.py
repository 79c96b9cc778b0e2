"""Invented families to vary: the examples, and three cases made to hold something of everything.

A case is plain data with the English keys of a case file; every value is text.
"""

import copy
import json
from datetime import date
from pathlib import Path
from typing import Any

from top3.case.loader import decode, load
from top3.case.model import Case
from top3.case.translate import translate

Data = dict[str, Any]

DAY = date(2024, 9, 2)
EXAMPLES = Path(__file__).parents[2] / "examples"
HIDE = {"share_with": "professionals"}


def written(data: Data) -> bytes:
    """Write a case as a file: JSON is YAML. One part to a line."""
    parts = (f"{json.dumps(key)}: {json.dumps(part)}" for key, part in data.items())
    return ("{" + ",\n".join(parts) + "}\n").encode()


def example(path: Path) -> Data:
    """Read an example as data, with the keys that a file in English has."""
    return _keyed(translate(load(decode(path.read_bytes())), Case).data)


def _keyed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key.rstrip("_"): _keyed(inner) for key, inner in value.items()}
    return [_keyed(inner) for inner in value] if isinstance(value, list) else value


def _agreement(name: str, who: str, checks: str, **more: str) -> Data:
    return {
        "id": name,
        "what": f"Wij doen wat in {name} staat.",
        "who": who.split(),
        "when": "elke dag",
        "checks": checks.split(),
        "how_checked": "elke week",
        "if_not": "We stoppen en bellen Noor.",
        **more,
    }


def _rich() -> Data:
    """Fase 2 by decision, released, with something hidden in every place."""
    return {
        "top3": "1",
        "info": {"fictional": "yes", "municipality": "Heerde"},
        "plan": {
            "date": "2024-09-01",
            "version": "4",
            "phase": {"level": "2", "date": "2024-08-20", "by": "Noor", "why": "Het is rustig."},
            "next_review": "2024-10-01",
            "on_tension": [
                {"who": ["v1"], "does": "Daan gaat naar buiten."},
                {"who": ["m1", "n4"], "does": "Sara belt oma."},
            ],
            "on_relapse": ["Iedereen stopt.", "We bellen Noor."],
        },
        "team": {
            "case_director": {
                "id": "p1",
                "name": "Noor Bakker",
                "organisation": "het wijkteam",
                "phone": "055-555 01 23",
            },
            "stand_in": {"id": "p2", "name": "Yusuf Demir", "phone": "055-555 01 24"},
            "process_director": {"id": "p3", "name": "Marjan Prins", "organisation": "de gemeente"},
            "others": [
                {"id": "p4", "name": "Lotte Vos", "organisation": "de thuiszorg"},
                {"id": "p5", "name": "Wim Kok", "organisation": "Iriszorg"},
            ],
        },
        "members": [
            {"id": "m1", "name": "Sara", "role": "mother", "age": "35"},
            {"id": "v1", "name": "Daan", "role": "ex-partner", "age": "36"},
            {"id": "u1", "role": "unborn child"},
            {"id": "k1", "name": "Mila", "role": "child", "age": "9"},
            {"id": "k2", "name": "Fleur", "role": "child", "age": "6", **HIDE},
            {"id": "k3", "role": "child", "age": "2"},
        ],
        "network": [
            {"id": "n1", "name": "Ria", "tie": "oma", "name_shared": "yes"},
            {"id": "n2", "name": "Kees", "tie": "buurman"},
            {"id": "n3", "name": "Ans", "tie": "tante", "name_shared": "yes"},
            {"id": "n4", "name": "Toos", "tie": "vriendin", "name_shared": "yes", **HIDE},
        ],
        "violence": {
            "forms": [{"form": "ex-partner violence"}],
            "structural": "yes",
            "incidents": [
                {
                    "id": "i1",
                    "date": "2024-04-01",
                    "what": "Daan duwde Sara.",
                    "share_with": "everyone",
                    "by": ["v1"],
                    "against": ["m1"],
                },
                {
                    "id": "i2",
                    "date": "2024-08-30",
                    "what": "Daan gooide een bord.",
                    "by": ["v1"],
                    "became_known": "2024-08-31",
                    "known_through": ["k1"],
                    "witnesses": ["k1"],
                },
            ],
            "flags": [{"id": "f1", "kind": "drink", "date": "2024-05"}],
        },
        "veilig_thuis": {
            "reports": [{"date": "2024-04-02", "by": "de politie"}],
            "conditions": [
                {"id": "o1", "what": "Daan komt niet in huis.", "share_with": "everyone"},
                {"id": "o2", "what": "Sara houdt zich aan de hulp."},
            ],
        },
        "measures": [
            {
                "id": "b1",
                "kind": "court order",
                "what": "De kinderen wonen bij Sara.",
                "share_with": "everyone",
            },
            {"id": "b2", "kind": "criminal case", "what": "Er loopt een zaak."},
        ],
        "situations": [
            {
                "id": "s1",
                "title": "Schreeuwen",
                "wish": "We praten rustig.",
                "status": "active",
                "rank": "4",
                "severity": "pain or fear",
                "by": ["v1"],
                "unsafe": ["m1", "k1"],
                "agreements": [
                    _agreement("a1", "v1", "p1"),
                    _agreement("a2", "m1", "n2", status="lasting"),
                    _agreement("a3", "m1", "p1", share_with="professionals"),
                ],
            },
            {
                "id": "s2",
                "title": "Verborgen",
                "wish": "Weg ermee.",
                "status": "active",
                "rank": "2",
                "severity": "danger to life",
                **HIDE,
                "agreements": [_agreement("a4", "v1", "p5")],
            },
            {
                "id": "s3",
                "title": "Duwen",
                "wish": "Niemand duwt.",
                "status": "active",
                "rank": "1",
                "severity": "no injury",
                "frequency": "daily",
                "agreements": [_agreement("a5", "v1 k2", "n1 n4"), _agreement("a6", "n4", "p1")],
            },
            {
                "id": "s4",
                "title": "Slaan",
                "wish": "Niemand slaat.",
                "status": "lasting",
                "agreements": [_agreement("a7", "v1", "p4"), _agreement("a8", "v1", "p1")],
            },
            {"id": "s5", "title": "Ruzie over geld", "status": "waiting", "wish": "Later."},
        ],
        "risk_factors": [
            {"id": "r1", "factor": "alcohol or drugs", "of": ["v1"], "status": "waiting"},
            {
                "id": "r2",
                "title": "Hulp bij geld",
                "wish": "Er is genoeg geld.",
                "of": ["v1"],
                "status": "active",
                "rank": "3",
                "agreements": [_agreement("a9", "v1 m1", "p3")],
            },
            {"id": "r3", "title": "Hulp voor Sara", "status": "planned", "factor": "poverty"},
        ],
        "recovery": [
            {"id": "h1", "title": "Weer samen spelen", "wish": "Mila speelt.", "status": "waiting"},
            {
                "id": "h2",
                "title": "Weer slapen",
                "wish": "Mila slaapt.",
                "status": "active",
                "agreements": [{"id": "aa1", "what": "Mila slaapt op tijd.", "who": ["m1"]}],
            },
        ],
        "reviews": [{"date": "2024-08-01", "changed": "Het gaat beter."}],
        "scale_up": {"ave": "2"},
        "releases": [
            {"entry": "i1", "date": "2024-09-01", "by": "Noor", "until": "2024-12-01"},
            {"entry": "o1", "date": "2024-09-01", "by": "Noor", "until": "2024-12-01"},
            {"entry": "b1", "date": "2024-09-01", "by": "Noor", "until": "2024-12-01"},
            {"date": "2024-09-02", "by": "Noor", "expert": "Veilig Thuis", "until": "2024-12-01"},
        ],
        "decisions": [
            {
                "about": "T202",
                "date": "2024-09-01",
                "by": "Noor",
                "why": "Zo kan het.",
                "until": "2024-12-01",
            }
        ],
        "secrets": [{"id": "x1", "kind": "code word", "value": "pimpernel", "date": "2024-05-01"}],
        "notes": [{"id": "y1", "text": "Kijk zelf nog een keer goed naar dit gezin."}],
    }


def _english() -> Data:
    """The same family in English, in fase 3, with one thing of each kind active."""
    data = _rich()
    data["info"]["language"] = "en"
    data["plan"]["phase"]["level"] = "3"
    data["recovery"][1]["agreements"] = [_agreement("aa1", "m1", "p1")]
    data["recovery"][1]["rank"] = "5"
    return data


def _bare() -> Data:
    """The first night: a name, a fear, nothing agreed."""
    return {
        "top3": "1",
        "plan": {"date": "2024-09-02"},
        "members": [{"id": "m1", "name": "Ilse", "role": "mother"}, {"id": "v1", "role": "father"}],
        "situations": [{"id": "s1", "title": "Slaan", "status": "active"}],
        "violence": {"incidents": [{"id": "i1", "date": "2024-09-01", "by": ["v1"]}]},
    }


def bases() -> dict[str, Data]:
    """All families, by name; the other examples may not be shared, so their pairs show little."""
    names = ("julia-en-tom", "julia-en-tom-zoals-beschreven", "klein")
    found = {name: example(EXAMPLES / f"{name}.yaml") for name in names}
    return found | {"rich": _rich(), "english": _english(), "bare": _bare()}


def base(name: str) -> Data:
    """One family, fresh."""
    return copy.deepcopy(_ALL[name])


_ALL = bases()
NAMES = tuple(_ALL)
