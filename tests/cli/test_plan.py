import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES

DAY = ("--date", "2024-09-02")
JULIA = str(EXAMPLES / "julia-en-tom.yaml")
KLEIN = str(EXAMPLES / "klein.yaml")
ALL = {"plan.html", "plan.pdf", "plan.docx", "plan.md"}
POSTER = {"everyone/poster.html", "everyone/poster.pdf"}


def files(folder: str) -> set[str]:
    return {str(p.relative_to(folder)) for p in Path(folder).rglob("*") if p.is_file()}


def test_julia_gives_both_copies_and_ends_with_0(top3):
    result = top3("plan", JULIA, *DAY)
    assert result.code == 0
    assert (
        files("plan")
        == {f"{who}/{name}" for who in ("everyone", "professional") for name in ALL} | POSTER
    )
    assert "Fase 1: directe veiligheid" in result.out
    assert "AVE: ten minste 2 (vastgelegd: 2)" in result.out
    assert "Geen fouten" in result.out
    assert result.err == ""


def test_klein_gives_a_provisional_plan_and_says_what_is_missing(top3):
    result = top3("plan", KLEIN, *DAY)
    assert result.code == 1
    assert "Dit plan is voorlopig" in result.out
    assert "5 september 2024" in " ".join(result.out.split())
    assert {"T101", "T105", "T401", "T402"} <= set(result.out.replace(":", " ").split())
    text = Path("plan/everyone/plan.md").read_text("utf-8")
    assert "nog niet af" in text and "5 september 2024" in text


def test_two_runs_give_the_same_bytes(top3):
    for folder in ("a", "b"):
        assert (
            top3("plan", JULIA, *DAY, "--output", folder, "--format", "html,pdf,docx,md,json").code
            == 0
        )
    names = files("a")
    assert names == files("b") and len(names) == 11
    for name in names:
        assert Path("a", name).read_bytes() == Path("b", name).read_bytes(), name


def test_files_are_private(top3):
    top3("plan", JULIA, *DAY)
    found = [*Path("plan").rglob("*")]
    assert len(found) == 12
    for path in found:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_a_pipe_gets_no_control_characters_and_60_columns_hold(top3):
    result = top3("plan", KLEIN, *DAY)
    assert result.out.strip()
    assert not [c for c in result.out if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)]
    heads = [line for line in result.out.splitlines() if len(line) > 60]
    assert all("klein.yaml:" in line or "plan/" in line for line in heads)
    assert not [line for line in result.out.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("reader", ["everyone", "professional"])
def test_one_reader(top3, reader):
    assert top3("plan", JULIA, *DAY, "--reader", reader, "--format", "md").code == 0
    assert files("plan") == {f"{reader}/plan.md"}


def test_json_is_the_professionals_plan(top3):
    assert top3("plan", JULIA, *DAY, "--format", "json").code == 0
    assert files("plan") == {"professional/plan.json"}
    (report,) = json.loads(Path("plan/professional/plan.json").read_text("utf-8"))["files"]
    assert [p["id"] for p in report["priorities"]] == ["s1", "s2", "s3"]
    assert [p["rank"] for p in report["priorities"]] == [1, 2, 3]
    assert all(p["because"] for p in report["priorities"] + report["waiting"])
    assert {w["id"] for w in report["waiting"]} == {"r1", "r2", "r3", "h1", "h2"}


def test_json_for_everyone_is_wrong_usage(top3):
    result = top3("plan", JULIA, *DAY, "--reader", "everyone", "--format", "json")
    assert result.code == 2 and result.out == "" and not Path("plan").exists()


def test_a_withheld_copy_writes_nothing_and_names_an_older_one(top3, tmp_path):
    secret = tmp_path / "gezin.yaml"
    text = Path(JULIA).read_text("utf-8")
    secret.write_text(text, "utf-8")
    assert top3("plan", str(secret), *DAY, "--format", "md").code == 0
    before = Path("plan/everyone/plan.md").read_bytes()
    hidden = (
        "\nvertrouwelijk:\n  - {id: x1, soort: adres, waarde: Lindelaan 14, datum: 2024-09-01}\n"
    )
    secret.write_text(text + hidden, "utf-8")
    result = top3("plan", str(secret), *DAY, "--format", "md")
    assert result.code == 0 and "T902" in result.out
    assert "De versie voor het gezin is niet gemaakt." in result.out
    assert "oudere versie" in result.out
    assert Path("plan/everyone/plan.md").read_bytes() == before
    asked = top3("plan", str(secret), *DAY, "--reader", "everyone", "--output", "new")
    assert asked.code == 1 and not Path("new").exists()
    assert "Lindelaan" not in result.out + asked.out + asked.err


def test_a_docx_edited_by_hand_is_kept(top3):
    top3("plan", JULIA, *DAY, "--format", "docx,md")
    again = top3("plan", JULIA, *DAY, "--format", "docx,md")
    assert "Niet overschreven" not in again.out
    edited = Path("plan/everyone/plan.docx")
    edited.write_bytes(b"edited by hand")
    result = top3("plan", JULIA, *DAY, "--format", "docx,md")
    assert "Niet overschreven" in result.out
    assert edited.read_bytes() == b"edited by hand"


def test_an_output_folder_that_is_a_link_is_refused(top3, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    Path("plan").mkdir()
    Path("plan/everyone").symlink_to(elsewhere)
    result = top3("plan", JULIA, *DAY, "--format", "md")
    assert result.code == 2 and "verwijzing" in result.err
    assert not [*elsewhere.iterdir()]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_one_may_not_write_in(top3):
    Path("plan").mkdir(0o500)
    assert top3("plan", JULIA, *DAY).code == 2


def test_a_format_that_fails_does_not_stop_the_others(top3, monkeypatch):
    import typst

    def broken(*args, **kwargs):
        raise RuntimeError("Lindelaan 14")

    monkeypatch.setattr(typst, "compile", broken)
    monkeypatch.setattr(typst, "Compiler", broken, raising=False)
    result = top3("plan", JULIA, *DAY, "--format", "pdf,md")
    assert result.code == 3
    assert files("plan") == {"everyone/plan.md", "professional/plan.md"}
    assert (
        "plan.pdf kon niet" in result.out.replace("\n", " ")
        and "Lindelaan" not in result.out + result.err
    )


def test_a_bug_is_a_code_of_its_own_and_shows_no_value(top3, monkeypatch):
    import top3.cli.plan as command

    def broken(*args, **kwargs):
        raise ValueError("Lindelaan 14")

    monkeypatch.setattr(command, "examine", broken)
    result = top3("plan", JULIA, *DAY)
    assert result.code == 3 and "Lindelaan" not in result.out + result.err
    assert "ValueError" in result.err and not Path("plan").exists()


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [
        ("error", 1),
        ("warning", 1),
        ("never", 0),
        ("error,error", 1),
        (" error", 1),
        ("error,never", 2),
    ],
)
def test_fail_on(top3, fail_on, code):
    assert top3("plan", KLEIN, *DAY, "--format", "md", "--fail-on", fail_on).code == code


def test_documents_follow_the_case_and_messages_the_choice(top3):
    result = top3("plan", KLEIN, *DAY, "--format", "md", "--lang", "en")
    assert "Phase 1: direct safety" in result.out
    assert "Ons plan" in Path("plan/everyone/plan.md").read_text("utf-8")


def test_a_library_that_is_missing_takes_one_format_down(top3, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "top3.render.pdf", None)
    result = top3("plan", JULIA, *DAY, "--format", "pdf,md")
    assert result.code == 3
    assert files("plan") == {"everyone/plan.md", "professional/plan.md"}


def test_one_refused_file_leaves_the_others_and_the_findings(top3, tmp_path):
    Path("plan/everyone").mkdir(parents=True)
    Path("plan/everyone/plan.pdf").symlink_to(tmp_path / "elsewhere")
    result = top3("plan", KLEIN, *DAY)
    assert result.code == 2 and "plan.pdf" in result.err and "T101" in result.out
    made = {name for name in files("plan") if "plan.pdf" not in name or "prof" in name}
    assert len(made) == 9 and not (tmp_path / "elsewhere").exists()


def test_odd_columns_are_no_bug(top3, monkeypatch):
    monkeypatch.setenv("COLUMNS", "abc")
    assert top3("plan", JULIA, *DAY, "--format", "md").code == 0


def test_a_poster_of_an_earlier_run_is_named(top3):
    """It hangs on a wall: an old one must not pass for the new one."""
    top3("plan", JULIA, *DAY, "--format", "pdf")
    Path("plan/everyone/plan.pdf").unlink()
    before = top3("plan", JULIA, *DAY, "--format", "pdf").out
    after = top3("plan", JULIA, *DAY, "--format", "docx,md").out
    folder = str(Path("plan/everyone"))
    told = [line for line in after.splitlines() if folder in line and "plan." not in line]
    assert told and not [line for line in before.splitlines() if line in told]


def test_a_reader_who_is_not_there_is_an_error_with_the_choices(top3):
    result = top3("plan", JULIA, *DAY, "--reader", "child:k9")
    assert result.code == 2
    assert "child:k1" in result.err and "member:m1" in result.err
    assert not Path("plan").exists()


def test_each_reader_has_a_folder_of_its_own(top3):
    assert top3("plan", JULIA, *DAY, "--reader", "all", "--format", "md").code == 0
    personal = {"member-m1", "member-n1", "child-k1", "child-k2"}
    assert {path.name for path in Path("plan").iterdir()} == {"everyone", "professional"} | personal


def test_a_copy_that_nobody_decided_on_is_refused(top3):
    result = top3("plan", JULIA, *DAY, "--reader", "member:v1")
    assert result.code == 1
    assert "T904" in result.out and not Path("plan").exists()
