"""What the program says is about this file: which question, which consent, which id, which copy."""

import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES

DAY = ("--date", "2024-09-02")
JULIA = (EXAMPLES / "julia-en-tom.yaml").read_text("utf-8")


def write(*changes: tuple[str, str], name: str = "gezin.yaml") -> str:
    """Write Julia's and Tom's file with these changes."""
    text = JULIA
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    Path(name).write_text(text, "utf-8")
    return name


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("old", "new", "question"),
    [
        ("id: p3, naam: Marjan Prins", "id: p3", "Wie brengt de partijen bij elkaar"),
        ("id: p2, naam: Yusuf Demir", "id: p2", "Wie helpt het gezin bij ziekte"),
        (", telefoon: 055-555 01 23", "", "Wie kan het gezin bellen"),
    ],
)
def test_who_is_missing_is_asked_for_by_what_they_do(top3, old, new, question):
    out = one_line(top3("questions", write((old, new)), *DAY).out)
    asked = ["Wie brengt de partijen", "Wie helpt het gezin bij ziekte", "Wie kan het gezin bellen"]
    assert [each for each in asked if each in out] == [each for each in asked if each in question]


def test_a_question_says_whom_or_what_it_is_about(top3):
    file = write(("kijkt_mee: p4", "kijkt_mee: n1"))
    out = one_line(top3("questions", file, *DAY).out)
    assert "om eerlijk te zeggen dat het misging? Het gaat om: Peter en Sanne bedreigen" in out
    assert "oma Ria" in out


def test_only_the_consent_that_is_missing_is_named(top3):
    file = write(("toestemming: [v1, m1]", "toestemming: [m1]"))
    out = one_line(top3("check", file, *DAY).out)
    assert "ontbreekt toestemming van v1." in out


def test_whose_copy_it_is_about_is_said(top3):
    calls = ("    belt: oma Ria of Karin\n", "")
    file = write(calls, calls)
    out = one_line(top3("check", file, *DAY).out)
    assert "naar wie k1 kan bellen" in out and "naar wie k2 kan bellen" in out
    asked = one_line(top3("plan", file, *DAY, "--reader", "member:v1", "--lang", "en").out)
    assert "It does not say that v1 can keep a copy safely." in asked
    top3("plan", file, *DAY, "--reader", "professional", "--format", "md")
    copy = one_line(Path("plan/professional/plan.md").read_text("utf-8"))
    assert "naar wie Julia kan bellen" in copy and "naar wie Tom kan bellen" in copy


HOLDER = "eigen_exemplaar: {veilig: ja, via: Karin, besloten_door: Karin, datum: 2024-09-02}"
TOOS = f"netwerk:\n  - {{id: n9, naam: Toos, band: oma, doet: belt, {HOLDER}}}\n"


def test_somebody_without_a_task_is_no_stranger(top3):
    file = write(("netwerk:\n", TOOS))
    asked = top3("plan", file, *DAY, "--reader", "member:n9", "--format", "md")
    assert asked.code == 2 and "n9 heeft nog geen taak" in one_line(asked.err)
    every = top3("plan", file, *DAY, "--reader", "all", "--format", "md")
    assert "n9 heeft nog geen taak" in one_line(every.out)
    assert "n9" not in top3("plan", file, *DAY, "--format", "md", "--output", "new").out


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("leeftijd: 8\n", "leeftijd: 3\n"), "pas vanaf 4 jaar. Vertel"),
        (("    leeftijd: 8\n", ""), "geen leeftijd bij. Vul 'leeftijd' of 'geboren' in."),
        (("leeftijd: 8\n", "leeftijd: 8\n    delen_met: professionals\n"), "(zie 'delen_met')"),
        (("rol: kind\n    leeftijd: 8\n", "rol: ongeboren kind\n"), "(zie 'delen_met')"),
    ],
)
def test_why_a_child_has_no_copy_and_what_to_do(top3, change, why):
    result = top3("plan", write(change), *DAY, "--reader", "child:k2")
    assert result.code == 2
    told = one_line(result.err)
    assert "Voor k2 is er geen eigen exemplaar" in told and why in told


@pytest.mark.parametrize("reader", ["everyone", "member:m1"])
def test_what_was_not_made_is_not_called_provisional(top3, reader):
    secret = "vertrouwelijk:\n  - {id: x1, soort: plaats, waarde: Zutphen, datum: 2024-09-01}\n"
    klein = (EXAMPLES / "klein.yaml").read_text("utf-8")
    Path("klein.yaml").write_text(f"{klein}\n{secret}", "utf-8")
    ask = ("plan", "klein.yaml", *DAY, "--format", "md", "--reader")
    made, out = (one_line(top3(*ask, each).out) for each in ("professional", reader))
    assert "Dit plan is voorlopig" in made and "Dit plan is voorlopig" not in out
    assert "niet gemaakt" in out and "Zie hierboven" in out


def older(output: str) -> set[str]:
    told = one_line(output).split("Let op: er ligt nog een oudere versie in ")[1:]
    folders = ", ".join(line.split(".")[0] for line in told).replace(" en ", ", ")
    return {folder.removeprefix("plan/") for folder in folders.split(", ")} - {""}


def test_every_copy_of_an_earlier_run_is_named(top3):
    made = top3("plan", write(), *DAY, "--reader", "all", "--format", "md").out
    personal = {path.name for path in Path("plan").iterdir()} - {"everyone", "professional"}
    assert len(personal) == 4 and not older(made)
    hidden = "vertrouwelijk:\n  - {id: x1, soort: plaats, waarde: Zutphen, datum: 2024-09-01}\n"
    file = write(("netwerk:\n", f"{hidden}netwerk:\n"))
    assert older(top3("plan", file, *DAY, "--format", "md").out) == {"everyone", *personal}
    wrong = top3("plan", file, *DAY, "--reader", "child:k9")
    assert wrong.code == 2 and older(wrong.err) == {"everyone", *personal}
    Path(file).write_text("top3: [", "utf-8")
    refused = top3("plan", file, *DAY)
    assert refused.code == 2 and older(refused.err) == {"everyone", *personal}


@pytest.mark.parametrize(
    "reader", ["professional", "everyone", "member:m1", "child:k1", "child:k2"]
)
def test_one_copy_names_all_others_of_an_earlier_run(top3, reader):
    """What stands in them may be shared no longer, also where a new one could be made."""
    top3("plan", write(), *DAY, "--reader", "all", "--format", "md")
    family = {path.name for path in Path("plan").iterdir()} - {"professional"}
    out = top3("plan", write(), *DAY, "--reader", reader, "--format", "md").out
    assert older(out) == family - {reader.replace(":", "-")}
    assert out.count("oudere versie") == 1


def test_a_copy_that_could_not_be_written_is_an_earlier_one(top3, monkeypatch):
    top3("plan", write(), *DAY, "--format", "pdf,md")
    monkeypatch.setitem(sys.modules, "top3.render.pdf", None)
    both = one_line(top3("plan", write(), *DAY, "--format", "pdf,md").out)
    assert "in plan/everyone liggen ook oudere" in both
    out = top3("plan", write(), *DAY, "--format", "pdf").out
    assert older(out) == {"everyone"}


def test_what_lies_there_from_before_is_named_after_what_was_made(top3):
    top3("plan", write(), *DAY, "--format", "pdf,md")
    Path("plan/everyone/plan.docx").write_bytes(b"old")
    out = top3("plan", write(), *DAY, "--format", "md").out
    assert out.index("plan/everyone/plan.md") < out.index("liggen ook oudere")


def test_an_id_is_no_rule_and_a_rule_no_id(top3):
    assert "top3 explain gezin.yaml s1" in one_line(top3("rule", "s1").err)
    assert "Bedoelt u T101" in one_line(top3("rule", "T1011").err)
    for code in ("T901", "t901"):
        assert "top3 rule T901" in one_line(top3("explain", write(), code, *DAY).err)


def test_explain_gives_the_same_lines_once(top3):
    out = top3("explain", write(), *DAY).out
    shown = [line.strip() for line in one_line(out).split(" - ") if "(regelnummer" in line]
    places = [line[line.index("(regelnummer") :].split(")")[0] for line in shown]
    assert places and all(a != b for a, b in pairwise(places))


def test_a_young_childs_copy_without_words_for_children_is_asked_about(top3):
    line = next(line for line in JULIA.splitlines(True) if "voor_kinderen:" in line)
    asked = "in woorden voor een kind:"
    assert asked not in one_line(top3("questions", write(), *DAY).out)
    out = one_line(top3("questions", write((line, "")), *DAY).out)
    assert "Hoe zegt u dit tegen Julia en Tom, in woorden voor een kind:" in out
