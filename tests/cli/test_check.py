import json
import re
import stat
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


KLEIN = str(EXAMPLES / "klein.yaml")
LAST = re.compile(r"top3: files=\d+ errors=\d+ warnings=\d+ advice=\d+ answered=\d+ exit=\d")


def last(text: str) -> dict[str, int]:
    """Read the last line as a program would."""
    line = text.splitlines()[-1]
    assert LAST.fullmatch(line)
    return {name: int(number) for name, _, number in (p.partition("=") for p in line.split()[1:])}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_last_line_is_for_machines_also_when_all_is_well(top3, language):
    well = top3("check", JULIA, *DAY, "--lang", language)
    numbers = {"errors": 0, "warnings": 0, "advice": 0, "answered": 0}
    assert last(well.out) == {"files": 1, **numbers, "exit": 0} and well.err == ""
    both = last(top3("check", JULIA, KLEIN, *DAY, "--lang", language).out)
    numbers = {"errors": 5, "warnings": 2, "advice": 1, "answered": 0}
    assert both == {"files": 2, **numbers, "exit": 1}


def test_the_last_line_counts_trouble_and_ends_standard_error_when_nothing_could_be_read(top3):
    Path("kapot.yaml").write_text("top3: 1\nkasus: {}\n", "utf-8")
    mixed = top3("check", JULIA, "kapot.yaml", *DAY)
    assert last(mixed.out)["exit"] == 2 and last(mixed.out)["errors"] == 1
    assert "top3: files" not in mixed.err
    alone = top3("check", "kapot.yaml", *DAY)
    assert alone.out == "" and last(alone.err)["files"] == 1 and last(alone.err)["exit"] == 2


def test_answered_findings_are_counted_and_do_not_count(top3):
    answer = "{over: 'T402:m1', datum: 2024-09-01, door: N, waarom: later, tot: 2024-09-05}"
    text = Path(KLEIN).read_text("utf-8")
    Path("gezin.yaml").write_text(f"{text}besluiten:\n  - {answer}\n", "utf-8")
    result = top3("check", "gezin.yaml", *DAY)
    assert last(result.out)["answered"] == 1 and last(result.out)["errors"] == 4
    Path("gezin.yaml").write_text(
        f"{text}besluiten:\n  - {answer}\n  - {answer.replace('m1', 'v1')}\n", "utf-8"
    )
    only = top3("check", "gezin.yaml", *DAY, "--select", "T402", "--fail-on", "warning")
    assert only.code == 0 and last(only.out)["answered"] == 2


def test_several_formats_each_to_its_place(top3, tmp_path):
    targets = ("--format", "text", "--format", "sarif=uit.sarif,junit=uit.xml", "--format")
    result = top3("check", KLEIN, *DAY, *targets, "json=uit.json")
    assert result.code == 1 and last(result.out)["exit"] == 1
    files = {path.name: path for path in tmp_path.iterdir()}
    assert set(files) == {"uit.sarif", "uit.xml", "uit.json"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files.values()} == {0o600}
    assert json.loads(files["uit.sarif"].read_text("utf-8"))["version"] == "2.1.0"
    assert files["uit.xml"].read_text("utf-8").startswith("<?xml")
    shown = top3("check", KLEIN, *DAY, "--format", "json").out
    assert files["uit.json"].read_text("utf-8") == shown


def test_text_in_a_file_has_trouble_in_it_too_and_the_screen_stays_empty(top3):
    Path("kapot.yaml").write_text("top3: [", "utf-8")
    result = top3("check", KLEIN, "kapot.yaml", *DAY, "--format", "text=uit.txt")
    text = Path("uit.txt").read_text("utf-8")
    assert (result.code, result.out, result.err) == (2, "", "")
    assert "T101" in text and "kapot.yaml:" in text and last(text)["files"] == 2


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "written",
    [
        ("json,json",),
        ("json", "json=geheim.json"),
        ("json,github",),
        ("text", "sarif"),
        ("sarif=",),
        ("sarif=geheim,junit=./geheim",),
        ("json=geheim.yaml",),
        ("geheim",),
        ("json=geheim,",),
        ("",),
    ],
)
def test_formats_that_can_not_be(top3, tmp_path, written, language):
    options = [part for option in written for part in ("--format", option)]
    result = top3("check", KLEIN, *DAY, *options, "--lang", language)
    assert result.code == 2 and result.out == "" and result.err.strip()
    assert "geheim" not in result.err and not [*tmp_path.iterdir()]


def test_a_report_never_replaces_a_family_file_or_a_link(top3):
    content = Path(KLEIN).read_bytes()
    Path("gezin").write_bytes(content)
    result = top3("check", "gezin", *DAY, "--format", "json=gezin")
    assert result.code == 2 and "niet overschreven" in result.err
    assert Path("gezin").read_bytes() == content
    Path("link.json").symlink_to("gezin")
    assert top3("check", KLEIN, *DAY, "--format", "json=link.json").code == 2
    assert Path("gezin").read_bytes() == content


def test_one_report_that_can_not_be_written_does_not_stop_the_others(top3):
    arguments = ("--format", "text,json=geen/uit.json,sarif=uit.sarif")
    result = top3("check", JULIA, *DAY, *arguments)
    assert result.code == 2 and result.err.strip() and last(result.out)["exit"] == 2
    assert Path("uit.sarif").stat().st_size > 1000


def codes(result) -> list[str]:
    return [found["code"] for file in json.loads(result.out)["files"] for found in file["findings"]]


@pytest.mark.parametrize(
    ("options", "left", "code"),
    [
        (("--select", "T1"), {"T101", "T105"}, 1),
        (("--select", "t105,T406"), {"T105", "T406"}, 1),
        (("--select", "T406"), {"T406"}, 0),
        (("--select", "T405", "--select", "T406"), {"T405", "T406"}, 0),
        (("--select", "T4", "--ignore", "T401,T402"), {"T405", "T406"}, 0),
        (("--ignore", "T1", "--ignore", "T4"), set(), 0),
        (("--ignore", "T"), set(), 0),
        (("--select", "", "--ignore", "T4"), {"T101", "T105"}, 1),
        (("--select", "T405", "--fail-on", "warning"), {"T405"}, 1),
        (("--select", "T1", "--fail-on", "never"), {"T101", "T105"}, 0),
    ],
)
def test_what_is_left_out_counts_nowhere(top3, options, left, code):
    result = top3("check", KLEIN, *DAY, "--format", "json", *options)
    assert set(codes(result)) == left and result.code == code
    text = top3("check", KLEIN, *DAY, *options)
    assert text.code == code == last(text.out)["exit"]
    assert set(re.findall(r"^\w+ (T\d{3}) ", text.out, re.M)) == left


def test_what_endangers_and_trouble_with_the_file_always_stay(top3):
    Path("kapot.yaml").write_text("top3: 1\nkasus: {}\n", "utf-8")
    trouble = top3("check", "kapot.yaml", *DAY, "--format", "json", "--ignore", "T0,T005")
    assert trouble.code == 2 and codes(trouble) == ["T005"]
    hidden = "vertrouwelijk:\n  - {id: x1, soort: adres, waarde: Lindelaan 14, datum: 2024-09-01}\n"
    Path("gezin.yaml").write_text(Path(JULIA).read_text("utf-8") + hidden, "utf-8")
    stops = top3("check", "gezin.yaml", *DAY, "--format", "json", "--ignore", "T9")
    assert codes(stops) == ["T902"]
    assert codes(top3("check", "gezin.yaml", *DAY, "--format", "json", "--select", "T101")) == [
        "T902"
    ]


@pytest.mark.parametrize(
    ("written", "near"),
    [("T1O1", "T1"), ("T1011", "T101"), ("101", "T101"), ("T999", "T9"), ("T4,T40X", "T40")],
)
@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("asked", ["Bedoelt u", "Did you mean"])
def test_an_unknown_code_names_the_nearest(top3, option, written, near, asked):
    language = "nl" if asked == "Bedoelt u" else "en"
    result = top3("check", KLEIN, *DAY, option, written, "--lang", language)
    said = " ".join(result.err.split())
    assert result.code == 2 and result.out == ""
    assert re.search(rf"{option}.*{asked} {near}\d*\?", said)


@pytest.mark.parametrize("written", ["geheim", ",", "T101,,T4"])
def test_an_unknown_code_is_not_repeated(top3, written):
    result = top3("check", KLEIN, *DAY, "--ignore", written)
    assert result.code == 2 and "--ignore" in result.err and "geheim" not in result.err


def test_a_file_that_is_named_twice_is_checked_once(top3):
    Path("a").mkdir()
    Path("a/gezin.yaml").write_bytes(Path(JULIA).read_bytes())
    result = top3("check", "a/gezin.yaml", "a", "./a/gezin.yaml", *DAY)
    assert last(result.out)["files"] == 1


@pytest.mark.parametrize("form", ["text", "json", "github", "junit", "sarif"])
def test_the_order_does_not_hang_on_the_disk(top3, form):
    names = ["c.yaml", "a.yaml", "B.yaml", "b/a.yml"]
    outs = []
    for folder, order in (("xx1", names), ("xx2", names[::-1])):
        Path(folder, "map", "b").mkdir(parents=True)
        for name in order:
            Path(folder, "map", name).write_bytes(Path(KLEIN).read_bytes())
        out = top3("check", f"{folder}/map", *DAY, "--format", form).out
        outs.append(out.replace(folder, "xx"))
    assert len(outs[0]) > 1000 and outs[0] == outs[1]
    places = [outs[0].index(name) for name in ("B.yaml", "a.yaml", "b/a.yml", "c.yaml")]
    assert places == sorted(places)
