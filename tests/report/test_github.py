import json
import unicodedata
from pathlib import Path

from tests.report.files import (
    ANSWERED,
    BROKEN,
    CLEAN,
    DAY,
    HOSTILE,
    command,
    found,
    hostile_folder,
)


def test_each_finding_is_one_command_with_its_place(top3):
    Path("map").mkdir()
    Path("map/gezin.yaml").write_text(ANSWERED, "utf-8")
    result = top3("check", "map", *DAY, "--format", "github,json=alle.json")
    told = found(json.loads(Path("alle.json").read_text("utf-8")))
    commands = [command(line) for line in result.out.splitlines()]
    assert result.code == 1 and result.err == "" and len(commands) == len(told) == 8
    levels = {"error": "error", "warning": "warning", "advice": "notice"}
    expected = {
        (f["line"], f["column"], f["code"], f"{f['message']}\n{f['hint']}"): levels[f["severity"]]
        for f in told
    }
    for name, properties, message in commands:
        assert list(properties) == ["file", "line", "col", "title"]
        assert properties["file"] == "map/gezin.yaml"
        code, _, title = properties["title"].partition(" ")
        key = (int(properties["line"]), int(properties["col"]), code, message)
        is_answered = title.endswith("(beantwoord)")
        assert name == ("notice" if is_answered else expected[key])
        del expected[key]
    assert not expected
    assert result.out.count("(beantwoord)") == 2


def test_trouble_is_on_standard_output_too(top3):
    Path("kapot.yaml").write_text(BROKEN, "utf-8")
    result = top3("check", "kapot.yaml", *DAY, "--format", "github", "--lang", "en")
    assert result.code == 2 and result.err == ""
    (first, second) = (command(line) for line in result.out.splitlines())
    assert first[0] == second[0] == "error"
    assert (first[1]["line"], first[1]["col"]) == ("2", "1")
    assert first[1]["title"].startswith("T005 ")


def test_an_odd_file_name_can_not_start_a_command(top3):
    paths = hostile_folder("kapot")
    result = top3("check", "map", *DAY, "--format", "github")
    lines = result.out.split("\n")
    assert lines.pop() == "" and len(lines) == len(HOSTILE)
    hidden = ("Cc", "Cf", "Cs", "Zl", "Zp")
    assert not [c for line in lines for c in line if unicodedata.category(c) in hidden]
    files = [command(line)[1]["file"] for line in lines]
    assert {command(line)[0] for line in lines} == {"error"}
    visible = {path for path in paths if path.replace("\n", "").replace("\r", "").isprintable()}
    assert len(visible) >= 9 and visible <= set(files)


def test_nothing_found_writes_nothing(top3):
    Path("goed.yaml").write_text(CLEAN, "utf-8")
    result = top3("check", "goed.yaml", *DAY, "--format", "github")
    assert (result.code, result.out, result.err) == (0, "", "")
