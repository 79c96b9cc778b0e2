import json
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES

DAY = ("--date", "2024-09-02")
JULIA = str(EXAMPLES / "julia-en-tom.yaml")
LITERAL = str(EXAMPLES / "julia-en-tom-zoals-beschreven.yaml")


def test_the_json_has_the_promised_shape(top3):
    result = top3("check", LITERAL, *DAY, "--format", "json")
    assert result.code == 1 and result.err == ""
    report = json.loads(result.out)
    assert set(report) == {"version", "files"}
    (file,) = report["files"]
    assert set(file) == {"file", "date", "phase", "ave", "findings"}
    assert set(file["phase"]) == {
        "number",
        "name",
        "recorded",
        "gate_open",
        "because",
        "earliest_next",
    }
    assert set(file["ave"]) == {"minimum", "recorded", "because"}
    assert file["findings"]
    keys = {"id", "code", "severity", "line", "column", "path", "message", "hint"}
    assert all(set(found) == keys for found in file["findings"])
    assert file["phase"]["number"] == 1 and file["phase"]["earliest_next"] == "2024-11-24"


def test_trouble_goes_to_standard_error_and_gives_phase_null(top3):
    Path("kapot.yaml").write_text("top3: 1\nkasus: {}\n", "utf-8")
    text = top3("check", "kapot.yaml", *DAY)
    assert text.code == 2 and text.out == "" and "T005" in text.err and "kapot.yaml:2:1" in text.err
    machine = top3("check", "kapot.yaml", *DAY, "--format", "json")
    (file,) = json.loads(machine.out)["files"]
    assert machine.code == 2 and file["phase"] is None and file["findings"][0]["code"] == "T005"


def test_of_several_files_the_highest_code_counts(top3):
    Path("kapot.yaml").write_text("top3: [", "utf-8")
    assert top3("check", JULIA, *DAY).code == 0
    assert top3("check", JULIA, LITERAL, *DAY).code == 1
    assert top3("check", JULIA, LITERAL, "kapot.yaml", *DAY).code == 2


def test_a_folder_is_read_in_order_and_an_empty_one_is_trouble(top3):
    Path("a").mkdir()
    assert top3("check", "a", *DAY).code == 2
    for name in ("b.yaml", "a.yml", "notes.txt"):
        Path("a", name).write_bytes(Path(JULIA).read_bytes())
    result = top3("check", "a", *DAY, "--format", "json")
    assert [Path(f["file"]).name for f in json.loads(result.out)["files"]] == ["a.yml", "b.yaml"]
    assert result.code == 0


def test_check_writes_nothing(top3):
    top3("check", JULIA, *DAY)
    assert not [*Path().iterdir()]


def test_values_are_masked(top3):
    result = top3("check", LITERAL, *DAY)
    assert "T101" in result.out
    assert not [word for word in ("Julia", "Tom", "oma", "Oma", "schelden") if word in result.out]


@pytest.mark.parametrize("extra", [(), ("--show-values",)])
def test_show_values_never_holds_in_a_pipe(top3, extra):
    assert "Julia" not in top3("check", LITERAL, *DAY, *extra).out
