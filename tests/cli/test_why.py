"""`rule`, `explain` and `questions`: the tool says why, and what to ask."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES
from top3.cli.codes import all_rules

DAY = ("--date", "2024-09-02")
JULIA = str(EXAMPLES / "julia-en-tom.yaml")
LITERAL = str(EXAMPLES / "julia-en-tom-zoals-beschreven.yaml")
KLEIN = str(EXAMPLES / "klein.yaml")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_rule_has_a_card_to_show(top3, language):
    codes = list(all_rules())
    assert len(codes) >= 25
    listed = top3("rule", "--lang", language).out
    for code in codes:
        assert code in listed
        card = top3("rule", code.lower(), "--lang", language)
        assert card.code == 0 and code in card.out
        assert all(len(line) <= 60 for line in card.out.splitlines())


def test_an_unknown_rule_names_the_nearest(top3):
    result = top3("rule", "T1011")
    assert result.code == 2 and "T101" in result.err and result.out == ""


def test_explain_gives_lines_the_criterion_and_what_would_change_it(top3):
    out = " ".join(top3("explain", JULIA, *DAY).out.split())
    assert "(regelnummer 115)" in out
    assert "op zijn vroegst open op 24 november 2024" in out and "Nu zijn 3 dagen bevestigd" in out
    assert "Dit wordt anders als" in out and "AVE 3" in out and "Wel nu al: steun" in out
    lines = Path(JULIA).read_text("utf-8").splitlines()
    assert "id: i1" in lines[115 - 1]


@pytest.mark.parametrize(
    ("about", "has", "lacks"),
    [
        ("s1", "Dreigen", "Schreeuwen"),
        ("fase", "poort", "Casusregie"),
        ("ave", "Casusregie", "Dreigen"),
        ("r1", "Hoort bij fase 2", "Dreigen"),
    ],
)
def test_explain_one_thing(top3, about, has, lacks):
    result = top3("explain", JULIA, about, *DAY)
    assert result.code == 0 and has in result.out and lacks not in result.out


def test_explain_of_a_proposed_order_says_so(top3):
    out = " ".join(top3("explain", LITERAL, "s2", *DAY).out.split())
    assert "Voorstel van het programma" in out and "gaat voor dit voorstel" in out


def test_explain_something_unknown(top3):
    result = top3("explain", JULIA, "geheim", *DAY)
    assert result.code == 2 and "s1" in result.err and "geheim" not in result.err


def test_questions_are_per_person_in_the_order_of_the_phases(top3):
    out = top3("questions", KLEIN, *DAY).out
    for name in ("Dewi", "Mark", "Finn", "Aan het team"):
        assert f"\n{name}\n" in out
    assert out.index("Fase 1") < out.index("Fase 2") < out.index("Fase 3")
    finn = out[out.index("\nFinn\n") :]
    assert "Is er thuis iets dat je niet fijn vindt?" in finn, "a child of 6, in its own words"
    assert "waarom" not in out.lower()
    assert all(len(line) <= 60 for line in out.splitlines())


def test_questions_as_a_document(top3):
    assert top3("questions", KLEIN, *DAY, "--format", "md,html,docx,pdf").code == 0
    files = {path.name for path in Path("plan/questions").iterdir()}
    assert files == {f"questions.{form}" for form in ("md", "html", "docx", "pdf")}
    text = Path("plan/questions/questions.md").read_text("utf-8")
    assert "## Dewi" in text and "Alleen voor professionals" in text


def test_a_list_of_questions_that_could_not_be_made_is_named(top3, monkeypatch):
    monkeypatch.setitem(sys.modules, "top3.render.pdf", None)
    result = top3("questions", KLEIN, *DAY, "--format", "pdf,md")
    assert result.code == 3
    assert "questions.pdf kon niet worden gemaakt" in " ".join(result.out.split())
    assert {path.name for path in Path("plan/questions").iterdir()} == {"questions.md"}


@pytest.mark.parametrize("command", ["explain", "questions"])
def test_an_unreadable_file(top3, command):
    Path("kapot.yaml").write_text("top3: [", "utf-8")
    result = top3(command, "kapot.yaml")
    assert result.code == 2 and result.out == "" and "T002" in result.err
