"""`example`: a sample family, or an invented one, as a case file to work on."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES
from top3.case.reader import read
from top3.case.sample import doubts
from top3.case.vocabulary import FamilyProfile
from top3.words import Words
from top3.workshop.blocks import profile_called, profile_names
from top3.workshop.planting import CantPlant
from top3.workshop.told import invent

DAY = ("--date", "2026-11-24")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_anything_it_lists_every_sample(top3, language):
    listed = top3("example", "--lang", language)
    assert listed.code == 0
    assert all(path.stem in listed.out.split() for path in EXAMPLES.glob("*.yaml"))
    about = Words(language).entry("samples")
    assert {*about} == {path.stem for path in EXAMPLES.glob("*.yaml")}
    assert all(" ".join(said.split()) in " ".join(listed.out.split()) for said in about.values())
    assert all(len(line) <= 60 for line in listed.out.splitlines())
    assert not list(Path().iterdir())


def test_a_sample_is_written_as_it_is_kept(top3):
    assert top3("example", "klein").code == 0
    assert Path("klein.yaml").read_bytes() == (EXAMPLES / "klein.yaml").read_bytes()


def test_a_name_that_is_not_there_names_one_that_is(top3):
    result = top3("example", "julia")
    assert result.code == 2 and "julia-en-tom" in result.err
    assert not list(Path().iterdir())


def test_the_same_number_gives_the_same_family_and_another_another(top3):
    asked = ("example", "--seed", "4", *DAY)
    for folder in ("a", "b"):
        assert top3(*asked, "--count", "2", "--output", folder).code == 0
    first, second = (
        {path.name: path.read_bytes() for path in Path(folder).iterdir()} for folder in ("a", "b")
    )
    assert first == second and len({*first.values()}) == len(first) == 2
    assert [*doubts(read(first["gezin-4.yaml"]))] == []


def test_what_is_asked_for_is_in_the_family_and_the_next_step_is_said(top3):
    asked = ("--profile", "stress", "--phase", "2", "--ages", "10,8", "--seed", "7", *DAY)
    result = top3("example", *asked)
    assert "top3 plan gezin-7.yaml --date 2026-11-24" in " ".join(result.out.split())
    case = read(Path("gezin-7.yaml").read_bytes()).case
    assert case.violence.profile.kind == "family under stress" and case.recorded_phase == 2
    assert sorted(m.age for m in case.members if m.age < 18) == [8, 10]
    assert top3("check", "gezin-7.yaml", *DAY, "--ci", "--fail-on", "warning").code == 0


def test_exactly_the_mistakes_that_were_asked_for(top3):
    result = top3("example", "--seed", "3", "--mistakes", "T101,t403", *DAY)
    assert result.code == 0 and "top3 check" in result.out
    found = json.loads(top3("check", "gezin-3.yaml", "--format", "json", *DAY).out)
    (file,) = found["files"]
    assert {finding["code"] for finding in file["findings"]} == {"T101", "T403"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_profile_goes_by_the_name_that_the_help_gives(top3, language):
    explained = " ".join(top3("example", "--help", "--lang", language).out.split())
    for profile, name in profile_names(language).items():
        assert name in explained.replace("- ", "-")
        assert profile_called(name, language) == profile_called(name.upper(), language) == profile
        written = FamilyProfile(profile).written(language)
        assert profile_called(written, language) == profile


def test_a_number_of_mistakes_never_asks_for_what_does_not_go_together(top3):
    """The README's own example, and in every phase."""
    for phase in ("", "2", "3"):
        asked = ("--seed", "3", "--mistakes", "3", "--output", f"fase-{phase}", *DAY)
        result = top3("example", *asked, *(("--phase", phase) if phase else ()))
        assert result.code == 0, result.err
        found = json.loads(top3("check", f"fase-{phase}", "--format", "json", *DAY).out)
        assert len(found["files"][0]["findings"]) == 3


def test_young_children_are_never_made_the_teenager_of_a_profile(top3):
    for seed in range(12):
        assert top3("example", "--ages", "3 1", "--seed", str(seed), *DAY).code == 0
        case = read(Path(f"gezin-{seed}.yaml").read_bytes()).case
        assert case.violence.profile.kind != "child behaviour and parenting stress"
        assert sorted(m.age for m in case.members if m.age < 18) == [1, 3]


@pytest.mark.parametrize("ages", ["0", "1 0", "12 0", "2 2"])
@pytest.mark.parametrize("mistakes", ["0", "2"])
def test_nobody_was_there_before_being_born(top3, ages, mistakes):
    for seed in range(6):
        asked = ("--ages", ages, "--mistakes", mistakes, "--seed", str(seed))
        assert top3("example", *asked, *DAY).code == 0
        case = read(Path(f"gezin-{seed}.yaml").read_bytes()).case
        age = {m.id: m.age for m in case.members}
        for incident in case.violence.incidents:
            there = {*incident.by, *incident.against, *incident.witnesses}
            days = (date(2026, 11, 24) - incident.date.first).days
            assert there and all(days <= 365 * (age[one] + 1) for one in there), seed


def test_a_mistake_of_a_later_phase_needs_children_who_were_there(top3):
    result = top3("example", "--ages", "0", "--mistakes", "T203", "--seed", "1", *DAY)
    assert result.code == 2 and "T203" in result.err and not list(Path().iterdir())


def test_what_is_made_before_it_goes_wrong_is_kept(top3, monkeypatch):
    def second_fails(wish):
        if wish.seed == 2:
            raise CantPlant(["T101"])
        return invent(wish)

    monkeypatch.setattr("top3.cli.example.invent", second_fails)
    assert top3("example", "--count", "2", "--seed", "1", *DAY).code == 2
    assert [path.name for path in Path().iterdir()] == ["gezin-1.yaml"]


def test_nothing_is_written_over(top3):
    assert top3("example", *DAY, "--seed", "1").code == 0
    Path("gezin-1.yaml").write_text("mine")
    result = top3("example", *DAY, "--seed", "1")
    assert result.code == 2 and "--output" in result.err
    assert Path("gezin-1.yaml").read_text() == "mine"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--profile", "nix"), "intieme-terreur"),
        (("klein", "--mistakes", "3"), "naam"),
        (("klein", "--output", "mijn.yaml"), "map"),
        (("--seed", "1", "--output", "mijn.yaml"), "map"),
        (("--phase", "4"), "1, 2, 3"),
        (("--ages", "3,x"), "10,8"),
        (("--ages", "3,18"), "17"),
        (("--mistakes", "T999"), "T101"),
        (("--count", "2000"), "1000"),
        (("--count", "0"), "1000"),
        (("--seed", "-1"), "999999"),
        (("--date", "morgen"), "2024-09-02"),
        (("--date", "9999-12-31"), "2024-09-02"),
        (("--date", "0001-01-05"), "2024-09-02"),
        (("--ages", "9,0", "--phase", "2"), "2 jaar"),
        (("--profile", "conflictscheiding", "--ages", "3", "--phase", "3"), "4"),
        (("--phase", "3", "--mistakes", "T201"), "T201"),
        (("--profile", "kindgedrag", "--ages", "3"), "13"),
        (("--mistakes", "30", "--phase", "3"), "30"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(top3, asked, told):
    result = top3("example", *asked)
    assert result.code == 2 and told in result.err and result.out == ""
    assert not list(Path().iterdir())
