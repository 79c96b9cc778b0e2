import json
from pathlib import Path

import pytest
from lxml import etree

from tests.report.files import ANSWERED, BROKEN, CLEAN, DAY, HOSTILE, has_time, hostile_folder

SCHEMA = Path(__file__).parents[1] / "fixtures" / "report" / "junit-10.xsd"


def junit(top3, *arguments: str) -> tuple[int, etree._Element]:
    """Run, validate against the schema and give the root."""
    result = top3("check", *arguments, *DAY, "--format", "junit")
    assert result.err == "" and not has_time(result.out)
    root = etree.fromstring(result.out.encode())
    etree.XMLSchema(file=str(SCHEMA)).assertValid(root)
    return result.code, root


def test_the_schema_refuses_what_is_not_junit():
    schema = etree.XMLSchema(file=str(SCHEMA))
    assert not schema.validate(etree.fromstring("<testsuites><testsuite name='a'/></testsuites>"))


def test_a_suite_per_file_and_a_case_per_rule(top3):
    from top3.cli.codes import all_rules

    Path("a.yaml").write_text(CLEAN, "utf-8")
    Path("b.yaml").write_text(ANSWERED, "utf-8")
    Path("c.yaml").write_text(BROKEN, "utf-8")
    code, root = junit(top3, "a.yaml", "b.yaml", "c.yaml")
    assert code == 2
    clean, answered, broken = root
    assert [suite.get("name") for suite in root] == ["a.yaml", "b.yaml", "c.yaml"]
    for suite in (clean, answered):
        assert [c.get("name").split()[0] for c in suite] == list(all_rules())
        assert {c.get("classname") for c in suite} == {suite.get("name")}
    assert not [*clean.iter("failure", "error")]
    failed = [f.getparent().get("name").split()[0] for f in answered.iter("failure")]
    assert failed == ["T101", "T105", "T402"]
    assert [*broken.iter("error")] and not [*broken.iter("failure")]
    assert [c.get("name").split()[0] for c in broken] == ["T005"]
    assert "c.yaml:2:1" in broken[0][0].text and "c.yaml:3:1" in broken[0][0].text
    rules = len(all_rules())
    counts = [tuple(s.get(n) for n in ("tests", "failures", "errors")) for s in (*root, root)]
    assert counts == [
        (str(rules), "0", "0"),
        (str(rules), "3", "0"),
        ("1", "0", "1"),
        (str(2 * rules + 1), "3", "1"),
    ]
    assert not [*root.iter("timestamp")] and "hostname" not in etree.tostring(root).decode()


def test_what_people_answered_passes_but_can_be_read(top3):
    Path("b.yaml").write_text(ANSWERED, "utf-8")
    _, root = junit(top3, "b.yaml")
    by_code = {case.get("name").split()[0]: case for case in root.iter("testcase")}
    (told,) = by_code["T401"]
    assert told.tag == "system-out" and "(beantwoord)" in told.text
    assert [part.tag for part in by_code["T402"]] == ["failure", "system-out"]


@pytest.mark.parametrize(
    ("fail_on", "failed"),
    [
        ("error", {"T101", "T105", "T402"}),
        ("warning", {"T101", "T105", "T402", "T405"}),
        ("never", set()),
    ],
)
def test_a_failure_is_what_the_exit_code_counts(top3, fail_on, failed):
    Path("b.yaml").write_text(ANSWERED, "utf-8")
    code, root = junit(top3, "b.yaml", "--fail-on", fail_on)
    assert code == bool(failed)
    assert {f.getparent().get("name").split()[0] for f in root.iter("failure")} == failed


def test_only_the_rules_that_were_checked_are_there(top3):
    Path("a.yaml").write_text(CLEAN, "utf-8")
    _, root = junit(top3, "a.yaml", "--select", "T1", "--ignore", "T105")
    codes = [case.get("name").split()[0] for case in root.iter("testcase")]
    assert "T101" in codes and "T105" not in codes
    assert all(code.startswith("T1") for code in codes)


def test_odd_file_names_stay_valid_xml(top3):
    paths = hostile_folder(BROKEN)
    code, root = junit(top3, "map")
    assert code == 2 and len(root) == len(HOSTILE)
    names = [suite.get("name") for suite in root]
    assert all(name.isprintable() for name in names)
    visible = {path for path in paths if path.isprintable()}
    assert len(visible) >= 7 and visible <= set(names)


def test_the_failures_are_those_of_the_json(top3):
    Path("b.yaml").write_text(ANSWERED, "utf-8")
    _, root = junit(top3, "b.yaml")
    report = json.loads(top3("check", "b.yaml", *DAY, "--format", "json").out)
    lines = [
        f"b.yaml:{f['line']}:{f['column']} fout {f['message']}"
        for f in report["files"][0]["findings"]
        if f["severity"] == "error"
    ]
    told = "\n".join(f.text for f in root.iter("failure"))
    assert len(lines) == 3 and all(line in told for line in lines)
