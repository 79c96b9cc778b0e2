"""Parse rules: what each kind of value may look like, and what becomes of it."""

from datetime import date
from typing import Any

import pytest

from top3.case.fields import Span
from top3.case.reader import read
from top3.case.vocabulary import Answer, Status


def parsed(text: str, path: str) -> Any:
    """Read one file and follow the path; a refusal gives the variant as text."""
    reading = read(f"top3: 1\n{text}\n".encode())
    if reading.case is None:
        return " ".join(finding.variant for finding in reading.findings)
    found: Any = reading.case
    for step in path.split("."):
        found = found[int(step)] if step.isdigit() else getattr(found, step)
    return found


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-09-02", date(2024, 9, 2)),
        ('"2024-09-02"', date(2024, 9, 2)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2023-02-29", "day_form"),
        ("0", "day_form"),
        ("1725235200", "day_form"),
        ("2024-9-2", "day_form"),
        ("02-09-2024", "day_form"),
        ("2024-09", "day_form"),
        ("20240902", "day_form"),
        ("'2024-09-02T10:00:00'", "day_form"),
        ("٢٠٢٤-٠٩-٠٢", "day_form"),
        ("0000-01-01", "day_form"),
        ("onbekend", "day_form"),
        ("", None),
        ("~", None),
        ("null", None),
    ],
)
def test_a_day(written: str, expected: object) -> None:
    assert parsed(f"plan: {{datum: {written}}}", "plan.date") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-09-02", Span(date(2024, 9, 2), date(2024, 9, 2))),
        ("2024-02", Span(date(2024, 2, 1), date(2024, 2, 29))),
        ("2024", Span(date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-08-01/2024-08-10", Span(date(2024, 8, 1), date(2024, 8, 10))),
        ("2023/2024-02", Span(date(2023, 1, 1), date(2024, 2, 29))),
        ("2024-08-01 / 2024-08-10", Span(date(2024, 8, 1), date(2024, 8, 10))),
        ("onbekend", Span(None, None)),
        ("2024-08-10/2024-08-01", "span_order"),
        ("2024-08/", "span_form"),
        ("/2024-08", "span_form"),
        ("2024/2025/2026", "span_form"),
        ("2024-13", "span_form"),
        ("2024-00", "span_form"),
        ("2024-02-30", "span_form"),
        ("0000", "span_form"),
        ("0000-05", "span_form"),
        ("24", "span_form"),
        ("٢٠٢٤", "span_form"),
        ("gisteren", "span_form"),
        ("", None),
    ],
)
def test_a_date_that_may_be_partial(written: str, expected: object) -> None:
    text = f"geweld: {{incidenten: [{{id: i1, datum: {written}}}]}}"
    assert parsed(text, "violence.incidents.0.date") == expected


def test_a_date_knows_whether_it_is_known() -> None:
    assert Span(date(2024, 1, 1), date(2024, 1, 1)).known
    assert not Span(None, None).known


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("0", 0),
        ("10", 10),
        ("010", 10),
        ("10 jaar", 10),
        ("8 maanden", 0),
        ("1 maand", 0),
        ("23 maanden", 1),
        ("120", 120),
        ("121", "age_form"),
        ("10.5", "age_form"),
        ("-1", "age_form"),
        ("tien", "age_form"),
        ("10 weken", "age_form"),
        ("٣", "age_form"),
        ("", None),
    ],
)
def test_an_age(written: str, expected: object) -> None:
    assert parsed(f"gezin: [{{id: k1, leeftijd: {written}}}]", "members.0.age") == expected


@pytest.mark.parametrize(
    ("key", "path", "low", "high"),
    [
        ("plan: {{versie: {}}}", "plan.version", 1, 999),
        ("plan: {{fase: {{niveau: {}}}}}", "plan.phase.level", 1, 3),
        (
            "gezin: [{{id: k1, veiligheidscijfers: [{{cijfer: {}}}]}}]",
            "members.0.safety_scores.0.score",
            0,
            10,
        ),
        ("onveilige_situaties: [{{id: s1, rang: {}}}]", "situations.0.rank", 1, 99),
        ("opschaling: {{ave: {}}}", "scale_up.ave", 1, 4),
        ("veilig_thuis: {{meldcode_stap: {}}}", "veilig_thuis.code_step", 1, 5),
    ],
)
def test_a_number_stays_within_its_range(key: str, path: str, low: int, high: int) -> None:
    assert parsed(key.format(low), path) == low
    assert parsed(key.format(high), path) == high
    for wrong in (low - 1, high + 1):
        expected = "number_range" if 0 <= wrong < 1000 else "number_form"
        assert parsed(key.format(wrong), path) == expected
    for wrong_text in ("1.5", "een", "1e1", "0x1", "١", "+1", "1_0"):
        assert parsed(key.format(wrong_text), path) == "number_form"


def test_a_number_out_of_range_says_the_range() -> None:
    (finding,) = read(b"top3: 1\nopschaling: {ave: 9}\n").findings
    assert finding.values == {"key": "ave", "low": 1, "high": 4}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ja", Answer.YES),
        ("Nee", Answer.NO),
        ("ONBEKEND", Answer.UNKNOWN),
        ("vermoeden", Answer.SUSPECTED),
        ("", None),
        ("true", "default"),
        ("on", "default"),
        ("y", "default"),
        ("1", "default"),
    ],
)
def test_yes_no_unknown_suspected(written: str, expected: object) -> None:
    text = f"geweld: {{acute_onveiligheid: {written}}}"
    assert parsed(text, "violence.acute") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("ja", True), ("nee", False), ("", None), ("onbekend", "default"), ("vermoeden", "default")],
)
def test_a_plain_yes_or_no(written: str, expected: object) -> None:
    text = f"netwerk: [{{id: n1, naam_delen: {written}}}]"
    assert parsed(text, "network.0.name_shared") is expected or parsed(text, "x") == expected


@pytest.mark.parametrize(
    "written",
    [
        "0612345678",
        "06-12345678",
        "+31612345678",
        "0031 6 12 34 56 78",
        "1234 AB",
        "007",
        "1e3",
        "0x1F",
        "12:30",
        "nee",
        "2024-09-02",
        "Şükrü",
        "Łukasz",
        "محمد",
        "Zoë",
        "D'Souza",
        "王伟",
        "Jan-Willem van 't Hof",
        "{{ naam }}",
        "=1+1",
        "<b>vet</b>",
        "`#read`",
        "%d",
        "a\\b",
    ],
)
@pytest.mark.parametrize("quote", ["", "'"])
def test_text_keeps_every_character(written: str, quote: str) -> None:
    if not quote and written[0] in "{`%+=<" and written[0] in "{`%":
        return  # these must be quoted in any file
    value = written.replace("'", "''") if quote else written
    text = f"gezin:\n  - id: m1\n    naam: {quote}{value}{quote}"
    assert parsed(text, "members.0.name") == written


def test_a_longer_text_keeps_its_lines() -> None:
    text = "notities:\n  - id: y1\n    tekst: |\n      Eerste regel.\n\n      Tweede: regel #2."
    assert parsed(text, "notes.0.text") == "Eerste regel.\n\nTweede: regel #2."


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("m1", ("m1",)),
        ("[m1]", ("m1",)),
        ("[m1, k1]", ("m1", "k1")),
        ("[]", ()),
        ("", ()),
        ("[m1, , k1]", ("m1", "k1")),
        ("[m1, ~]", ("m1",)),
        ("{a: b}", "text_expected"),
        ("[[m1]]", "text_expected"),
    ],
)
def test_one_thing_may_stand_where_a_list_is_expected(written: str, expected: object) -> None:
    if written == "[m1, , k1]":
        written = "[m1, '', k1]"
    text = f"gezin: [{{id: m1}}, {{id: k1}}]\nonveilige_situaties: [{{id: s1, door: {written}}}]"
    assert parsed(text, "situations.0.by") == expected


@pytest.mark.parametrize(
    "text", ["gezin: {id: m1}", "gezin: [{id: m1}]", "gezin:\n  -\n  - id: m1\n  - ~"]
)
def test_one_part_may_stand_where_a_list_of_parts_is_expected(text: str) -> None:
    assert parsed(text, "members.0.id") == "m1"
    assert len(parsed(text, "members")) == 1


@pytest.mark.parametrize("empty", ["", "~", "null", '""', "''"])
@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("plan: {}", "plan.date"),
        ("team: {}", "team.case_director"),
        ("gezin: {}", "members"),
        ("netwerk: {}\n", "network"),
        ("opschaling: {}", "scale_up.ave"),
        ("onveilige_situaties:\n  - id: s1\n    status: {}", "situations.0.status"),
        ("onveilige_situaties:\n  - id: s1\n    afspraken: {}", "situations.0.agreements"),
    ],
)
def test_empty_is_missing(key: str, path: str, empty: str) -> None:
    assert not parsed(key.format(empty), path)


@pytest.mark.parametrize("empty", ["", "~", "''"])
@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("gezin:\n  - id: {}\n    naam: Dewi", "id"),
        ("maatregelen:\n  - id: h1\n    soort: {}", "default"),
        ("plan:\n  fase:\n    niveau: {}", "default"),
        ("besluiten:\n  - over: {}\n    door: x", "default"),
    ],
)
def test_empty_where_something_is_needed_is_a_finding(text: str, variant: str, empty: str) -> None:
    assert parsed(text.format(empty), "top3") == variant


def test_what_is_left_out_has_its_default() -> None:
    reading = read(b"top3: 1\n")
    assert reading.case is not None
    assert reading.case.priorities == reading.case.professionals == ()
    assert reading.case.plan.phase is None
    assert reading.case.person("m1") is None


def test_people_are_found_by_id() -> None:
    reading = read(
        b"top3: 1\ngezin: [{id: m1}]\nnetwerk: [{id: n1}]\n"
        b"team: {vervanger: {id: p2}, casusregisseur: {id: p1}, anderen: [{id: p3}]}\n"
    )
    case = reading.case
    assert case is not None
    assert [face.id for face in case.professionals] == ["p1", "p2", "p3"]
    for identifier in ("m1", "n1", "p1", "p3"):
        person = case.person(identifier)
        assert person is not None
        assert person.id == identifier


def test_a_word_may_have_spaces_or_underscores() -> None:
    for written in ("ongeboren kind", "ongeboren_kind", "Ongeboren Kind"):
        assert parsed(f"gezin: [{{id: k1, rol: {written}}}]", "members.0.role") == "unborn child"


def test_a_case_cannot_be_changed() -> None:
    case = read(b"top3: 1\nonveilige_situaties: [{id: s1}]\n").case
    assert case is not None
    with pytest.raises(ValueError, match="frozen"):
        case.situations[0].status = Status.DONE


def test_a_row_of_ids_in_one_text_is_a_list():
    people = b"top3: 1\ngezin: [{id: k1}, {id: k2}]\n"
    text = people + b"netwerk:\n  - id: n1\n    verbonden_met: k1, k2\n"
    reading = read(text)
    assert not reading.findings and reading.case is not None
    assert reading.case.network[0].tied_to == ("k1", "k2")


def test_no_member_is_proposed_to_look_along():
    text = (
        b"top3: 1\ngezin: [{id: v1}, {id: m1}]\nnetwerk: [{id: n1}]\nonveilige_situaties:\n"
        b"  - {id: s1, afspraken: [{id: a1, wie: v1, kijkt_mee: v9}]}\n"
    )
    (finding,) = read(text).findings
    assert finding.code == "T009"
    assert "v1" not in str(finding.values) and "m1" not in str(finding.values)
    assert "n1" in str(finding.values)
