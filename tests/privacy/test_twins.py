"""Three pairs of twins, as the tool's users meet them: the one hides something, the other does not.

Each goes through the real command. The copy for the family (or its refusal) is the same, byte
for byte and name for name: whoever compares the two learns nothing.
"""

import copy
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.privacy.bases import DAY, Data, base, written
from top3 import cli

Twins = Callable[[], tuple[Data, Data]]

RELEASE = {
    "date": "2024-09-02",
    "by": "Karin de Wit",
    "expert": "Veilig Thuis",
    "until": "2024-09-16",
}
FILES = {"plan.md", "plan.html", "plan.docx", "plan.pdf", "poster.html", "poster.pdf"}


def harmless() -> Data:
    data = base("julia-en-tom")
    data["releases"] = [dict(RELEASE)]
    return data


def with_a_hidden_second() -> tuple[Data, Data]:
    """Rank 2 is for the professionals alone; the twin was written with ranks 1 and 2."""
    data = harmless()
    data["situations"][1]["share_with"] = "professionals"
    assert data["situations"][1]["rank"] == "2"
    twin = harmless()
    del twin["situations"][1]
    for factor in twin["risk_factors"]:
        factor["feeds"] = ["s1"]
    twin["situations"][1]["rank"] = "2"
    return data, twin


def with_an_incident_in_confidence() -> tuple[Data, Data]:
    """Tom tells of a knife, and asks to tell nobody; the professionals go back to what is safe."""
    data = harmless()
    data["violence"]["incidents"].append(
        {
            "id": "i3",
            "date": "2024-09-01",
            "became_known": "2024-09-02",
            "known_through": ["k2"],
            "what": "Papa hield een mes vast.",
            "by": ["v1"],
            "against": ["m1"],
            "witnesses": ["k2"],
            "injury": "pain or fear",
            "features": ["weapon", "threat"],
            "basis": "told",
            "source": "Tom",
        }
    )
    data["violence"]["flags"].append(
        {"id": "f4", "kind": "weapon", "date": "2024-09-01", "incident": "i3"}
    )
    data["members"][3]["own_words"].append({"date": "2024-09-02", "worries": "Het mes."})
    data["members"][3]["conversations"].append({"date": "2024-09-02", "alone": "yes", "calm": "no"})
    data["situations"][2] |= {"incidents": ["i2", "i3"], "acute": "yes"}
    data["situations"][2]["severity"] = "danger to life"
    return data, harmless()


def with_a_secret_address() -> tuple[Data, Data]:
    """Sanne and the children have a place to go to; released by a person, with an expert."""
    data = harmless()
    data["secrets"] = [
        {
            "id": "x1",
            "kind": "shelter",
            "value": "De Vlier, Populierenhof 7, 8071 ZT Nunspeet",
            "of": ["m1", "k1", "k2"],
            "date": "2024-09-01",
        }
    ]
    data["notes"] = [{"id": "y1", "text": "Sanne vertrekt vrijdag als Peter aan het werk is."}]
    data["measures"] = [{"id": "b1", "kind": "shelter", "protects": ["m1"], "start": "2024-09-06"}]
    data["members"][1] |= {"household": "vanaf vrijdag opvang", "safe_contact": "06-51515151"}
    data["members"][2] |= {"safe_place": "Populierenhof", "calls": "opa Joop"}
    return data, harmless()


TWINS = [with_a_hidden_second, with_an_incident_in_confidence, with_a_secret_address]


def plan(data: Data, place: Path, *more: str) -> tuple[int, Path]:
    place.mkdir()
    (place / "casus.yaml").write_bytes(written(data))
    output = place / "plan"
    more = ("--output", str(output), "--date", DAY.isoformat(), *more)
    return cli.run(["plan", str(place / "casus.yaml"), *more]), output


def folder(output: Path) -> dict[str, bytes]:
    there = (output / "everyone").rglob("*")
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in there}


@pytest.mark.parametrize("twins", TWINS, ids=lambda twins: twins.__name__)
def test_nobody_can_tell_the_twins_apart(twins: Twins, tmp_path: Path) -> None:
    data, twin = twins()
    assert data != twin
    (code, one), (other_code, other) = plan(data, tmp_path / "one"), plan(twin, tmp_path / "other")
    assert {code, other_code} <= {0, 1}
    assert {name.partition("/")[2] for name in folder(one)} == FILES
    assert folder(one) == folder(other)
    professional = Path("professional") / "plan.md"
    assert (one / professional).read_bytes() != (other / professional).read_bytes()


@pytest.mark.parametrize("twins", TWINS[1:], ids=lambda twins: twins.__name__)
def test_without_a_release_only_the_professionals_get_a_copy(twins: Twins, tmp_path: Path) -> None:
    """After the incident and with the address the old release has lapsed."""
    data, _ = twins()
    data["releases"][0]["date"] = "2024-08-31"
    if twins is with_an_incident_in_confidence:
        data["violence"]["coercive_control"] = "suspected"
    code, output = plan(data, tmp_path / "one", "--format", "md,html")
    assert code in (0, 1)
    assert {path.name for path in output.iterdir()} == {"professional"}


def test_a_refusal_names_the_older_copy_and_leaves_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, twin = with_a_secret_address()
    data["releases"] = []
    _, output = plan(twin, tmp_path / "one", "--format", "md")
    before = folder(output)
    assert before
    (tmp_path / "one" / "casus.yaml").write_bytes(written(data))
    capsys.readouterr()
    day = ["--date", DAY.isoformat(), "--format", "md"]
    cli.run(["plan", str(tmp_path / "one" / "casus.yaml"), "--output", str(output), *day])
    said = capsys.readouterr()
    assert folder(output) == before
    told = "".join((said.out + said.err).split())
    assert "".join(str(output / "everyone").split()) in told
    for secret in ("Populierenhof", "Nunspeet", "8071", "De Vlier"):
        assert secret not in said.out + said.err


@pytest.mark.parametrize("twins", TWINS, ids=lambda twins: twins.__name__)
def test_no_secret_is_in_any_copy(twins: Twins, tmp_path: Path) -> None:
    """Confidential values and private notes are in no copy: not in the professionals' either."""
    data, _ = twins()
    data = copy.deepcopy(data)
    word = {"id": "x9", "kind": "code word", "value": "pimpernel", "date": "2024-09-01"}
    data.setdefault("secrets", []).append(word)
    data.setdefault("notes", []).append({"id": "y9", "text": "Bel eerst met haar broer Gerrit."})
    data["members"][2].pop("safe_place", None)
    _, output = plan(data, tmp_path / "one", "--format", "md,html")
    texts = [path.read_text("utf-8") for path in output.rglob("*") if path.is_file()]
    assert len(texts) == 5
    for secret in ("pimpernel", "Gerrit", "Populierenhof", "8071", "vrijdag als Peter"):
        assert not any(secret in text for text in texts), secret
