"""A workshop folder: the same bytes, nothing given away too early, and answers that are true."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from string import ascii_uppercase

import pytest
from pypdf import PdfReader

from tests.render.readers import READERS
from top3.case.reader import Reading, read
from top3.case.sample import doubts
from top3.cli import run
from top3.document.release import Examination, examine
from top3.render import Rendered
from top3.words import LANGUAGES, Words
from top3.workshop.blocks import profile_files
from top3.workshop.kit import LEVELS, Files, Order, make_kit, profiles

DAY = date(2026, 11, 24)
CODE = re.compile(r"\bT\d{3}\b")
ORDER = Order(groups=2, seed=1, day=DAY, level="start", language="nl", formats=("md",))
ORDERS = [
    *(replace(ORDER, language=language) for language in LANGUAGES),
    replace(ORDER, groups=3, level="advanced", seed=3),
]
"""Three advanced groups are in three phases."""

SMALL = replace(ORDER, groups=1, formats=("md", "html", "docx", "pdf"))


@cache
def files(order: Order) -> dict[str, bytes]:
    """Make a workshop once for all tests."""
    return fresh(order)


def fresh(order: Order) -> dict[str, bytes]:
    """Every file of a workshop by its path."""
    found: dict[str, bytes] = {}
    for folder, made in make_kit(order).items():
        for name, file in made.items():
            assert isinstance(file, Rendered), (name, getattr(file, "error", None))
            assert f"{folder}/{name}" not in found
            found[f"{folder}/{name}"] = file.data
    return found


def name(order: Order, key: str, **values: object) -> str:
    return Words(order.language).say(f"workshop/kit.name.{key}", **values)


def in_group(order: Order, number: int, stage: str, paper: str) -> str:
    folder = name(order, "group", number=number)
    return f"{folder}/{name(order, stage)}/{name(order, paper)}"


@cache
def kept(order: Order) -> Mapping[str, Files]:
    """What `make_kit` makes, once for each order: the same bytes, as a test here proves."""
    return make_kit(order)


@cache
def text(order: Order, path: str) -> str:
    return READERS["md"](files(order)[f"{path}.md"])[0]


def planted(order: Order) -> Iterator[tuple[int, Examination, Reading]]:
    for number in range(1, order.groups + 1):
        path = in_group(order, number, "round2", "family") + ".yaml"
        exam, reading = examined(order, path)
        yield number, exam, reading


@cache
def examined(order: Order, path: str) -> tuple[Examination, Reading]:
    """Read and examine a family's file once for all tests."""
    reading = read(files(order)[path])
    assert reading.case is not None
    return examine(reading, DAY), reading


def clean_exam(order: Order, number: int) -> Examination:
    path = f"{name(order, 'facilitator')}/{name(order, 'clean', number=number)}.yaml"
    return examined(order, path)[0]


@cache
def clean(order: Order, number: int) -> Reading:
    path = f"{name(order, 'facilitator')}/{name(order, 'clean', number=number)}.yaml"
    return read(files(order)[path])


def test_the_same_order_gives_the_same_bytes() -> None:
    assert files(SMALL) == fresh(SMALL)
    assert len(files(SMALL)) > 40


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_every_group_gets_its_papers(order: Order) -> None:
    made = files(order)
    for number in range(1, order.groups + 1):
        for stage, papers in (("round1", "task case forms"), ("round2", "task colleague")):
            for paper in papers.split():
                assert len(made[in_group(order, number, stage, paper) + ".md"]) > 700


def test_five_groups_have_five_profiles_and_six_no_fewer() -> None:
    assert len({*profiles(replace(ORDER, groups=5))}) == len(profile_files())
    assert len({*profiles(replace(ORDER, groups=6))}) == len(profile_files())


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_no_file_can_be_taken_for_a_real_family(order: Order) -> None:
    found = [data for path, data in files(order).items() if path.endswith(".yaml")]
    assert len(found) == 2 * order.groups + 3
    for data in found:
        assert [*doubts(read(data))] == []
    mark = Words(order.language).say("page.fictional")
    forms = Words(order.language).entry("page.only")["workshop/forms"]
    for path, data in files(order).items():
        if path.endswith(".md"):
            is_form = path.endswith(f"{name(order, 'forms')}.md")
            assert (forms if is_form else mark) in data.decode()


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_the_mistakes_in_a_file_are_those_in_its_key(order: Order) -> None:
    for number, exam, reading in planted(order):
        found = sorted(f.code for f in exam.findings if not f.answered)
        assert len(found) == LEVELS[order.level]
        assert reading.case is not None
        folder = name(order, "facilitator")
        key = text(order, f"{folder}/{name(order, 'key', number=number)}")
        answers = key[key.index({"nl": "Ronde 2", "en": "Round 2"}[order.language]) :]
        assert sorted(set(re.findall(r"\((T\d{3})\)", answers))) == sorted(set(found))
        lines = {str(f.mark.line) for f in exam.findings if not f.answered}
        assert lines <= set(re.findall(r"\d+", answers))


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_the_families_without_mistakes_have_no_findings(order: Order) -> None:
    for number in range(1, order.groups + 1):
        exam = clean_exam(order, number)
        assert exam.findings == ()
        if order.level == "start":
            assert exam.judgement.phase.number == 1


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_round_one_gives_nothing_away(order: Order) -> None:
    """No title, wish or agreement of the plan, no rank, no finding, no phase, no code."""
    for number in range(1, order.groups + 1):
        case = clean(order, number).case
        assert case is not None
        paper = text(order, in_group(order, number, "round1", "case"))
        task = text(order, in_group(order, number, "round1", "task"))
        phase = case.recorded_phase
        hidden = [s.title for s in case.situations]
        hidden += [s.wish for s in case.situations]
        hidden += [r.title for r in (*case.risk_factors, *case.recovery)]
        working = (case.situations, case.risk_factors, case.recovery)[: phase - 1]
        known = {a.what for items in working for item in items for a in item.agreements}
        agreed = [a for p in case.priorities for a in p.agreements]
        hidden += [a.what for a in agreed if a.what not in known]
        hidden += [a.if_not for a in agreed]
        told = f"{paper} {task}"
        assert len(hidden) > 10
        assert not [one for one in hidden if one and len(one.split()) > 2 and one in told]
        assert not CODE.search(told)
        ranks = {"nl": r"rang \d|, wacht\)", "en": r"rank \d|, waiting\)"}[order.language]
        assert not re.search(rf"top3 check|{ranks}", paper, re.IGNORECASE)
        assert not re.search(rf"\b(fase|phase) {phase}\b", paper, re.IGNORECASE)


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_round_one_tells_what_the_forms_ask(order: Order) -> None:
    for number in range(1, order.groups + 1):
        case = clean(order, number).case
        assert case is not None
        paper = " ".join(text(order, in_group(order, number, "round1", "case")).split())
        said = [w for m in case.members for w in m.own_words]
        facts = [t for w in said for t in (w.worries, w.goes_well, w.must_happen)]
        facts += [i.what for i in case.violence.incidents]
        facts += [m.name for m in case.members] + [n.name for n in case.network]
        assert len(facts) > 10
        assert [one for one in facts if one and " ".join(one.split()) not in paper] == []


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_round_two_shows_the_whole_file_and_no_finding(order: Order) -> None:
    for number, exam, _ in planted(order):
        paper = " ".join(text(order, in_group(order, number, "round2", "colleague")).split())
        assert not CODE.search(paper.replace(" T406", ""))  # an answer may name its finding
        for priority in exam.case.priorities:
            assert f"({priority.id}" in paper
            for agreement in priority.agreements:
                for part in (agreement.what, agreement.when, agreement.if_not):
                    assert not part or " ".join(part.split()) in paper
        for secret in exam.case.secrets:
            assert secret.value and secret.value in paper


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_the_key_names_the_top_three_and_number_four(order: Order) -> None:
    for number in range(1, order.groups + 1):
        case = clean(order, number).case
        assert case is not None
        path = f"{name(order, 'facilitator')}/{name(order, 'key', number=number)}"
        key = " ".join(text(order, path).split())
        ranked = [p for p in case.priorities if p.rank]
        assert 1 <= len(ranked) <= 3
        for priority in ranked:
            assert f"{priority.rank}. {priority.title}" in key
        items = (case.situations, case.risk_factors, case.recovery)[case.recorded_phase - 1]
        (fourth,) = [item for item in items if not item.rank]
        assert fourth.title and re.search(
            f"{fourth.title}: (Komt na|Gelijk met|Comes after|Equal to)", key
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_fills_half_a_day(language: str) -> None:
    order = replace(ORDER, language=language)
    guide = text(order, f"{name(order, 'facilitator')}/{name(order, 'guide')}")
    minutes = [int(found) for found in re.findall(r"(\d+) min\b", guide)]
    assert sum(minutes) == 210
    for number in range(1, order.groups + 1):
        case = clean(order, number).case
        assert case is not None and all((m.name or "?") in guide for m in case.members)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_print_well(language: str) -> None:
    order = replace(SMALL, language=language)
    made = {path: data for path, data in files(order).items() if path.endswith(".pdf")}
    pages = {path: len(PdfReader(BytesIO(data)).pages) for path, data in made.items()}
    assert pages[in_group(order, 1, "round1", "task") + ".pdf"] == 1
    assert pages[in_group(order, 1, "round2", "task") + ".pdf"] == 2
    assert pages[in_group(order, 1, "round1", "case") + ".pdf"] <= 7
    assert pages[in_group(order, 1, "round2", "colleague") + ".pdf"] <= 11


def test_without_a_story_another_number_is_asked_for(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("top3.workshop.story.TRIES", 0)
    folder = tmp_path / "map"
    assert run(["workshop", str(folder), "--groups", "1", "--format", "md", "--lang", "nl"]) == 2
    assert "--seed" in capsys.readouterr().err and not folder.exists()


def test_the_command_writes_the_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    asked = ["workshop", "map", "--groups", "1", "--date", "2026-11-24", "--format", "md"]
    assert run([*asked, "--lang", "nl"]) == 0
    assert "begeleider: " in capsys.readouterr().out
    there = {str(p.relative_to(tmp_path / "map")) for p in tmp_path.rglob("*") if p.is_file()}
    assert there == {path for path in files(SMALL) if path.endswith((".md", ".yaml"))}
    file = str(tmp_path / "map/begeleider/gezin-groep-1-zonder-fouten.yaml")
    assert run(["check", file, "--ci", "--date", "2026-11-24", "--fail-on", "warning"]) == 0
    assert run([*asked, "--level", "geheim"]) == 2


ASKED = ("--groups", "1", "--date", "2026-11-24", "--format", "md", "--lang", "nl")


def test_what_a_group_changed_stays(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("top3.cli.workshop.make_kit", kept)
    assert run(["workshop", "map", *ASKED]) == 0
    file = tmp_path / "map/groep-1/ronde-2/gezin.yaml"
    changed = file.read_bytes() + b"# hersteld\n"
    file.write_bytes(changed)
    capsys.readouterr()
    assert run(["workshop", "map", *ASKED]) == 0
    assert file.read_bytes() == changed
    assert "gezin.yaml" in capsys.readouterr().out


@pytest.mark.parametrize(
    "other",
    [("--seed", "2"), ("--level", "gevorderd"), ("--lang", "en"), ("--lang", "en", "--seed", "2")],
)
def test_two_sets_are_never_mixed(tmp_path, monkeypatch, capsys, other):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("top3.cli.workshop.make_kit", kept)
    assert run(["workshop", "map", *ASKED]) == 0
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert run(["workshop", "map", *ASKED, *other]) == 2
    assert "map" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_set_without_its_answers_is_another_set(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("top3.cli.workshop.make_kit", kept)
    assert run(["workshop", "map", *ASKED]) == 0
    (tmp_path / "map/begeleider").rename(tmp_path / "elders")
    assert run(["workshop", "map", *ASKED, "--seed", "2"]) == 2
    assert not (tmp_path / "map/begeleider").exists()


@pytest.mark.parametrize("seed", (33, 51))
def test_another_level_has_other_families(seed: int) -> None:
    """Also where both levels begin with the same profile and phase."""
    path = f"{name(SMALL, 'facilitator')}/{name(SMALL, 'clean', number=1)}.yaml"
    orders = [replace(SMALL, seed=seed, level=level, formats=("md",)) for level in LEVELS]
    assert len({files(order)[path] for order in orders}) == len(LEVELS)


def test_fewer_groups_in_the_folder_of_more_is_another_set(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map/groep-2").mkdir(parents=True)
    assert run(["workshop", "map", *ASKED]) == 2
    assert [*(tmp_path / "map").iterdir()] == [tmp_path / "map/groep-2"]


def test_where_nothing_can_be_written_no_work_is_done(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map").write_text("mine")
    monkeypatch.setattr("top3.cli.workshop.make_kit", lambda order: pytest.fail("work was done"))
    assert run(["workshop", "map/hier", *ASKED]) == 2
    told = capsys.readouterr()
    assert len(told.err.splitlines()) == 1 and "begeleider" not in told.out


def test_groups_beside_each_other_have_no_name_in_common() -> None:
    seen: list[set[str]] = []
    for number in range(1, 5):
        order = replace(ORDER, groups=4)
        case = clean(order, number).case
        assert case is not None
        seen.append({member.name or "" for member in case.members})
    assert len(set().union(*seen)) == sum(map(len, seen))


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_the_facilitator_has_the_plan_as_the_family_would_get_it(order: Order) -> None:
    folder = name(order, "facilitator")
    for number in range(1, order.groups + 1):
        plan = text(order, f"{folder}/{name(order, 'plan', number=number)}")
        assert clean_exam(order, number).copies["everyone"].contacts[0].name in plan
        assert Words(order.language).say("page.fictional") in plan


def test_the_advanced_get_every_phase() -> None:
    order = next(one for one in ORDERS if one.level == "advanced")
    recorded = set()
    for number in range(1, order.groups + 1):
        case = clean(order, number).case
        assert case is not None
        recorded.add(case.recorded_phase)
    assert recorded == {1, 2, 3}


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_the_code_to_look_up_is_no_answer(order: Order) -> None:
    for number, exam, _ in planted(order):
        task = text(order, in_group(order, number, "round2", "task"))
        (code,) = CODE.findall(task)
        assert code not in {finding.code for finding in exam.findings}


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_the_answers_name_a_heading_of_the_printed_plan(order: Order) -> None:
    sections = Words(order.language).entry("workshop/kit.section")
    for number in range(1, order.groups + 1):
        plan = text(order, in_group(order, number, "round2", "colleague"))
        key = text(order, f"{name(order, 'facilitator')}/{name(order, 'key', number=number)}")
        named = {one for one in sections.values() if f"“{one}”" in key}
        assert named
        both = {"nl": ", en ", "en": ", and "}[order.language]
        for heading in (part for one in named for part in one.split(both)):
            assert heading in plan, heading


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_each_thing_to_choose_from_has_its_letter_and_a_line_of_its_own(order: Order) -> None:
    """In every list, so that which list has letters does not tell the phase."""
    for number in range(1, order.groups + 1):
        case = clean(order, number).case
        assert case is not None
        many = len((*case.situations, *case.risk_factors, *case.recovery))
        paper = files(order)[in_group(order, number, "round1", "case") + ".md"].decode()
        found = re.findall(r"^(?:### |[-*] \*\*)([A-Z])(?:$|\. )", paper, re.MULTILINE)
        assert found == [*ascii_uppercase[:many]]


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_no_sentence_has_a_hole(order: Order) -> None:
    papers = [path.removesuffix(".md") for path in files(order) if path.endswith(".md")]
    holes = {p: re.search(r".{20} [,.;](?:\s|$).{0,20}", text(order, p)) for p in papers}
    assert papers and not {path: hole[0] for path, hole in holes.items() if hole}
