import json
import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from jsonschema import ValidationError
from jsonschema.validators import validator_for

from tests.cli.conftest import EXAMPLES
from tests.report.files import (
    ANSWERED,
    BROKEN,
    CLEAN,
    DAY,
    HOSTILE,
    found,
    has_time,
    hostile_folder,
)
from top3 import __version__
from top3.words import LANGUAGES, Words

FOLDER = Path(__file__).parents[1] / "fixtures" / "report"
SCHEMA = json.loads((FOLDER / "sarif-schema-2.1.0-rtm.5.json").read_text("utf-8"))
VALIDATOR = validator_for(SCHEMA)(SCHEMA)
URI = re.compile(r"[A-Za-z0-9._~/-]*(?:%[0-9A-F]{2}[A-Za-z0-9._~/-]*)*")


def sarif(top3, *arguments: str):
    """Run, validate against the published schema and give the one run."""
    result = top3("check", *arguments, *DAY, "--format", "sarif")
    assert result.err == "" and not has_time(result.out)
    log = json.loads(result.out)
    VALIDATOR.validate(log)
    assert log["version"] == "2.1.0" and len(log["runs"]) == 1
    return result.code, log["runs"][0]


def uris(run) -> list[str]:
    places = [place for result in run["results"] for place in result["locations"]]
    return [place["physicalLocation"]["artifactLocation"]["uri"] for place in places]


def test_the_schema_refuses_what_is_not_sarif():
    VALIDATOR.check_schema(SCHEMA)
    bad = (
        {"version": "2.1.0"},
        {"version": "2.1.0", "runs": [{}]},
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x", "colour": 1}}}]},
    )
    for log in bad:
        with pytest.raises(ValidationError):
            VALIDATOR.validate(log)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_are_the_cards(top3, language):
    from top3.cli.codes import all_rules

    Path("a.yaml").write_text(CLEAN, "utf-8")
    code, run = sarif(top3, "a.yaml", "--lang", language)
    assert code == 0 and run["results"] == []
    driver, words = run["tool"]["driver"], Words(language)
    assert (driver["name"], driver["version"]) == ("top3", __version__)
    assert driver["language"] == run["language"] == language
    codes = [rule["id"] for rule in driver["rules"]]
    assert codes == sorted(codes) and set(all_rules()) < set(codes)
    assert {f"T{n:03}" for n in range(1, 11)} < set(codes) and "T011" not in codes
    for rule in driver["rules"]:
        card = words.card(rule["id"])
        assert rule["shortDescription"]["text"] == rule["name"] == card["title"]
        assert rule["help"]["text"] and "{" not in rule["help"]["text"]
        if "what" in card:
            assert rule["fullDescription"]["text"] == card["what"]
            assert card["why"] in rule["help"]["text"] and card["repair"] in rule["help"]["text"]
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in driver["rules"]}
    wanted = {"T005": "error", "T101": "error", "T406": "warning", "T407": "note"}
    assert {code: levels[code] for code in wanted} == wanted


def test_the_results_are_those_of_the_json(top3):
    Path("map").mkdir()
    Path("map/a.yaml").write_text(ANSWERED, "utf-8")
    Path("map/b.yaml").write_text(BROKEN, "utf-8")
    code, run = sarif(top3, "map")
    told = found(json.loads(top3("check", "map", *DAY, "--format", "json").out))
    assert code == 2 and len(run["results"]) == len(told) == 10
    rules = run["tool"]["driver"]["rules"]
    levels = {"error": "error", "warning": "warning", "advice": "note"}
    seen = []
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        place = (region["startLine"], region["startColumn"])
        seen.append((result["ruleId"], result["level"], *place, result["message"]["text"]))
    expected = [
        (f["code"], levels[f["severity"]], f["line"], f["column"], f"{f['message']}\n{f['hint']}")
        for f in told
    ]
    assert sorted(seen) == sorted(expected)
    assert uris(run) == ["map/a.yaml"] * 8 + ["map/b.yaml"] * 2
    assert run["invocations"] == [{"executionSuccessful": False}]


def test_fingerprints_are_the_stable_ids_and_never_the_same_in_one_file(top3):
    Path("a.yaml").write_text(ANSWERED, "utf-8")
    Path("b.yaml").write_text(BROKEN, "utf-8")
    _, run = sarif(top3, "a.yaml", "b.yaml")
    prints = [result["partialFingerprints"]["top3Id/v1"] for result in run["results"]]
    assert {"T402:m1", "T402:v1", "T105", "T405:stand_in", "T005", "T005#2"} < set(prints)
    Path("a.yaml").write_text("# een regel erbij\n\n" + ANSWERED, "utf-8")
    _, moved = sarif(top3, "a.yaml", "b.yaml")
    again = [result["partialFingerprints"]["top3Id/v1"] for result in moved["results"]]
    assert prints == again and len(set(prints)) == len(prints) == 10


def test_what_people_answered_is_suppressed_and_accepted(top3):
    Path("a.yaml").write_text(ANSWERED, "utf-8")
    _, run = sarif(top3, "a.yaml")
    told = {
        result["partialFingerprints"]["top3Id/v1"]: result["suppressions"]
        for result in run["results"]
    }
    accepted = [{"kind": "inSource", "status": "accepted"}]
    assert told.pop("T402:m1") == told.pop("T401:k1") == accepted
    assert len(told) == 6 and set(map(len, told.values())) == {0}


def test_paths_below_the_folder_are_relative_and_others_whole(top3, tmp_path):
    Path("map").mkdir()
    Path("map/a b.yaml").write_text(BROKEN, "utf-8")
    for written in ("map/a b.yaml", "./map/../map/a b.yaml", str(tmp_path / "map" / "a b.yaml")):
        _, run = sarif(top3, written)
        assert set(uris(run)) == {"map/a%20b.yaml"}
        assert str(tmp_path) not in json.dumps(run)
    outside = str(EXAMPLES / "klein.yaml")
    _, run = sarif(top3, outside)
    assert set(uris(run)) == {f"file://{outside}"}


def test_odd_file_names_come_back_exactly(top3):
    paths = hostile_folder("kapot")
    code, run = sarif(top3, "map")
    written = uris(run)
    assert code == 2 and len(written) == len(HOSTILE)
    assert all(URI.fullmatch(uri) for uri in written)
    assert {unquote_to_bytes(uri) for uri in written} == {os.fsencode(path) for path in paths}


def test_two_runs_give_the_same_bytes(top3):
    Path("a.yaml").write_text(ANSWERED, "utf-8")
    arguments = ("check", "a.yaml", *DAY, "--format", "sarif")
    assert top3(*arguments).out == top3(*arguments).out != ""
