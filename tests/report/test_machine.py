"""Answers in the JSON, and ids that hold no words of the file."""

import json
from pathlib import Path

import pytest

from tests.method.stories import FIXTURES, fixtures
from tests.report.files import ANSWERED, CLEAN, DAY, HOSTILE, hostile_folder
from top3.case.finding import Finding, Mark, Severity
from top3.case.reader import read_file
from top3.document.release import examine
from top3.report.checked import place, stable_id


def report(top3, text: str, *arguments: str):
    Path("gezin.yaml").write_text(text, "utf-8")
    (file,) = json.loads(top3("check", "gezin.yaml", *DAY, "--format", "json", *arguments).out)[
        "files"
    ]
    return file


def test_answered_findings_stand_beside_the_others(top3):
    file = report(top3, ANSWERED)
    assert "answered" not in report(top3, CLEAN)
    keys = {"id", "code", "severity", "line", "column", "path", "message", "hint"}
    assert [found["id"] for found in file["answered"]] == ["T402:m1", "T401:k1"]
    assert all(set(found) == keys | {"by", "date", "until"} for found in file["answered"])
    assert len(file["findings"]) == 6 and all(set(found) == keys for found in file["findings"])


def test_who_answered_stands_there_by_id_or_not_at_all(top3):
    first, second = report(top3, ANSWERED)["answered"]
    assert (first["by"], first["date"], first["until"]) == ("p1", "2024-09-01", "2024-09-05")
    assert second["by"] is None and second["until"] == "2024-09-05"


def test_who_decided_on_the_phase_is_somebody(top3):
    fixture = next(f for f in fixtures() if "over: T202" in f.path.read_text("utf-8"))
    result = top3("check", str(fixture.path), "--date", str(fixture.day), "--format", "json")
    (file,) = json.loads(result.out)["files"]
    decider = next(iter(read_file(fixture.path).case.decisions)).by
    assert len(decider) > 3 and decider not in result.out
    assert [line for line in file["phase"]["because"] if line.startswith("Iemand besloot op")]


def test_every_id_of_the_rules_is_kept():
    ids = set()
    for fixture in fixtures():
        for finding in examine(fixture.reading(), fixture.day).findings:
            assert stable_id(finding) == finding.id
            ids.add(finding.id)
    assert FIXTURES.is_dir() and len(ids) > 60


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ((), "T415"),
        (("T402:m1",), "T415:T402:m1"),
        (("process_director",), "T415:process_director"),
        (("Zwaluw",), "T415"),
        (("T402:Zwaluw",), "T415"),
        (("m1", "zwaluw 1"), "T415"),
    ],
)
def test_an_id_never_holds_words_of_the_file(about, expected):
    assert stable_id(Finding("T415", Severity.WARNING, about, (), Mark(1, 1))) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a.yaml", "a.yaml"),
        ("./b/../a.yaml", "a.yaml"),
        ("/huis/map/b/a.yaml", "b/a.yaml"),
        ("../a.yaml", "/huis/a.yaml"),
        ("/huis/mapje/a.yaml", "/huis/mapje/a.yaml"),
        (".", "."),
    ],
)
def test_a_place_is_relative_below_the_folder(written, expected):
    assert place(written, Path("/huis/map")) == expected


def test_odd_file_names_stay_json_on_the_screen_and_in_a_file(top3):
    paths = hostile_folder("kapot")
    shown = top3("check", "map", *DAY, "--format", "json")
    top3("check", "map", *DAY, "--format", "json=uit.json")
    for text in (shown.out, Path("uit.json").read_text("utf-8")):
        told = {file["file"] for file in json.loads(text)["files"]}
        writable = {path for path in paths if not any("\ud800" <= c <= "\udfff" for c in path)}
        assert len(told) == len(HOSTILE) and len(writable) == len(HOSTILE) - 1
        assert writable < told
