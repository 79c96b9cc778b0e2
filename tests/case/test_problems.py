"""Problems: each with its place and the valid word, all of a file in one pass."""

import pytest

from tests.case.troubles import HEAD, TROUBLES
from top3.case.finding import Severity
from top3.case.reader import Reading, read


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.variant) for finding in read(text.encode()).findings]


@pytest.mark.parametrize(("code", "variant", "text", "place"), TROUBLES)
def test_each_trouble_has_its_place(
    code: str, variant: str, text: str | bytes, place: tuple[int, int]
) -> None:
    reading = read(text if isinstance(text, bytes) else text.encode())
    assert reading.case is None
    seen = [(f.code, f.variant, (f.mark.line, f.mark.column)) for f in reading.findings]
    assert seen == [(code, variant, place)]
    assert reading.findings[0].severity is Severity.ERROR


ALL_AT_ONCE = """\
top3: 1
casus: {fictief: misschien}
plan: {datum: gisteren}
gezin:
  - id: m1
    naam: Zoë
    roll: moeder
  - id: m1
    leeftijd: -3
    gezag: jaa
onveilige_situaties:
  - titel: Ruzie
    door: m9
    afspraken: [{id: a1, wat: [x]}]
"""


def test_all_problems_come_in_one_pass_in_the_order_of_the_file() -> None:
    seen = [
        (f.mark.line, f.mark.column, f.code, f.variant) for f in read(ALL_AT_ONCE.encode()).findings
    ]
    assert seen == [
        (2, 18, "T006", "default"),
        (3, 15, "T007", "day_form"),
        (7, 5, "T005", "near"),
        (8, 9, "T009", "twice"),
        (9, 15, "T007", "age_form"),
        (10, 12, "T006", "near"),
        (12, 5, "T008", "id"),
        (13, 11, "T009", "near"),
        (14, 31, "T007", "text_expected"),
    ]


@pytest.mark.parametrize("before", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_marks_move_nothing(before: str, end: str) -> None:
    changed = (before + ALL_AT_ONCE.replace("\n", end)).encode()
    assert read(changed).findings == read(ALL_AT_ONCE.encode()).findings


def test_columns_count_letters_not_bytes() -> None:
    assert read((HEAD + "casus: {gemeente: Ğğ, fictief: x}").encode()).findings[0].mark.column == 32


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("gezn: []", "gezin"),
        ("Gezin: []", "gezin"),
        ("risicofactor: []", "risicofactoren"),
        ("onveilige-situaties: []", "onveilige_situaties"),
        ("members: []\ncasus: {}\nnetwerk: []", "gezin"),
        ("g\u0435zin: []", "gezin"),
        ("ｇｅｚｉｎ: []", "gezin"),
        ("veilig_thuis: {meldngen: []}", "meldingen"),
        ("geweld: {acute_onveiligheid: jaa}", "ja"),
        ("geweld: {acute_onveiligheid: vermoedn}", "vermoeden"),
        ("geweld: {acute_onveiligheid: suspected}", "vermoeden"),
        ("gezin: [{id: m1, rol: Stiefmoedr}]", "stiefmoeder"),
        ("geweld: {vormen: [{vorm: ex_partnergeweld}]}", "ex-partnergeweld"),
    ],
)
def test_the_nearest_word_is_named(text: str, near: str) -> None:
    (finding,) = read((HEAD + text).encode()).findings
    assert finding.values["near"] == near


def test_the_next_free_id_is_named() -> None:
    text = HEAD + "gezin: [{id: k1}, {id: k3}, {naam: Finn}]\nnetwerk: [{id: k2}, {band: oma}]\n"
    free = [finding.values["free"] for finding in read(text.encode()).findings]
    assert free == ["k4", "k4"]
    (finding,) = read((HEAD + "gezin: [{naam: Finn}]").encode()).findings
    assert finding.values["free"] == "g1"


def test_a_free_id_is_found_when_a_letter_is_used_up() -> None:
    taken = "\n".join(f"  - id: k{number}" for number in range(1, 1000))
    (finding,) = read(f"{HEAD}gezin:\n{taken}\n  - naam: Finn\n".encode()).findings
    assert finding.values["free"] == "a1"


@pytest.mark.parametrize(
    ("reference", "right"),
    [
        ("onveilige_situaties: [{id: s1, door: m1}]", True),
        ("onveilige_situaties: [{id: s1, door: n1}]", False),
        ("onveilige_situaties: [{id: s1, incidenten: i1}]", True),
        ("onveilige_situaties: [{id: s1, incidenten: f1}]", False),
        ("onveilige_situaties: [{id: s1, signalen: f1}]", True),
        ("onveilige_situaties: [{id: s1, signalen: i1}]", False),
        (
            "onveilige_situaties: [{id: s1, afspraken: [{id: a1, wie: [m1, n1, p1, p2, p3, p4]}]}]",
            True,
        ),
        ("onveilige_situaties: [{id: s1, afspraken: [{id: a1, wie: i1}]}]", False),
        ("risicofactoren: [{id: r1, voedt: m1}]", False),
        ("vrijgaven: [{onderdeel: i1}, {onderdeel: m1}]", True),
        ("vrijgaven: [{onderdeel: i2}]", False),
    ],
)
def test_an_id_must_be_of_the_right_kind(reference: str, right: bool) -> None:
    text = f"""{HEAD}gezin: [{{id: m1}}]
netwerk: [{{id: n1}}]
team:
  casusregisseur: {{id: p1}}
  vervanger: {{id: p2}}
  procesregisseur: {{id: p3}}
  anderen: [{{id: p4}}]
geweld: {{incidenten: [{{id: i1}}], signalen: [{{id: f1, soort: wapen}}]}}
{reference}
"""
    assert [code for code, _ in found(text)] == ([] if right else ["T009"])


@pytest.mark.parametrize(
    ("identifier", "right"),
    [
        ("k1", True),
        ("kk999", True),
        ("k", False),
        ("1k", False),
        ("K1", False),
        ("kkk1", False),
        ("k1000", False),
        ("k-1", False),
        ("k\u0661", False),
        ("ş1", False),
    ],
)
def test_an_id_is_one_or_two_letters_and_a_number(identifier: str, right: bool) -> None:
    expected = [] if right else [("T007", "id_form")]
    assert found(f"{HEAD}gezin: [{{id: {identifier}}}]\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        "onveilige_situaties: [{id: s1, feiten: [{id: f1, wat: x}]}]",
        "evaluaties: [{id: e1}]",
        "team: {id: t1}",
    ],
)
def test_an_id_where_none_belongs_is_an_unknown_key(text: str) -> None:
    assert [code for code, _ in found(HEAD + text)] == ["T005"]


def test_the_number_of_findings_has_a_limit() -> None:
    text = HEAD + "evaluaties:\n" + "  - datum: x\n" * 5000
    assert len(found(text)) == 100


def test_a_finding_is_about_ids_and_fields_never_positions() -> None:
    (finding,) = read((HEAD + "gezin: [{id: m1}, {id: k1, leeftijd: zes}]").encode()).findings
    assert finding.about == ("k1", "age")
    assert finding.id == "T007:k1:age"
    text = "geweld: {signalen: [{id: f1, soort: x}, {id: f2, soort: x, datum: y}]}"
    seen = [finding.id for finding in read((HEAD + text).encode()).findings]
    assert seen == ["T006:f1:kind", "T006:f2:kind", "T007:f2:date"]


def test_marks_and_lines_are_kept() -> None:
    reading = read((HEAD + "gezin:\n  - id: m1\n    naam: Dewi\n").encode())
    assert reading.case is not None
    assert reading.lines[3] == "    naam: Dewi"
    place = reading.mark(("members", 0, "name"))
    assert (place.line, place.column) == (4, 5)
    assert reading.mark(("members", 0, "own_words", 3)) == reading.mark(("members", 0))
    nowhere = Reading(None, ()).mark(("plan",))
    assert (nowhere.line, nowhere.column) == (1, 1)
