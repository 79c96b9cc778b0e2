"""What makes a decision to share lapse: news of each kind, the newest release, the same day."""

import re

import pytest

from tests.document.stories import examined

DECIDED = "2024-08-20"
PLAIN = """
top3: 1
plan: {datum: 2024-08-20, volgende_evaluatie: 2024-09-09}
gezin:
  - {id: v1, naam: Peter, rol: vader, leeftijd: 41, OF_V1}
  - id: m1
    naam: Sanne
    rol: moeder
    leeftijd: 39
    eigen_exemplaar: {veilig: ja, via: Karin, besloten_door: Karin, datum: 2024-08-20}
vertrouwelijk: [{id: x1, soort: adres, waarde: Zuiderzee, datum: 2024-08-10}, OF_SECRETS]
vrijgaven: [{datum: 2024-08-20, door: Karin, deskundige: VT, tot: 2024-09-30}, OF_RELEASES]
"""

NEWS = {
    "an incident": "geweld: {incidenten: [{id: i1, datum: DAY}]}",
    "a flag": "geweld: {signalen: [{id: f1, soort: wapen, datum: DAY}]}",
    "a confidential value": "OF_SECRETS: {id: x2, soort: werk, waarde: Kwekerij, datum: DAY}",
    "a contact ban": "maatregelen: [{id: b1, soort: contactverbod, vanaf: DAY}]",
    "a barring order": "maatregelen: [{id: b1, soort: huisverbod, vanaf: DAY, tot: 2024-09-30}]",
    "an area ban": "maatregelen: [{id: b1, soort: gebiedsverbod, vanaf: DAY}]",
    "a shelter": "maatregelen: [{id: b1, soort: opvang, vanaf: DAY}]",
    "a shelter that was": "maatregelen: [{id: b1, soort: opvang, vanaf: DAY, tot: 2024-08-31}]",
    "coercion, found": "geweld: {screening_dwang: {datum: DAY, uitkomst: ja}}",
    "coercion, suspected": "geweld: {screening_dwang: {datum: DAY, uitkomst: vermoeden}}",
    "a talk": "OF_V1: gesprekken: [{datum: DAY, apart: ja, rustig: nee}]",
    "an observation": "geweld: {waarnemingen: [{datum: DAY, door: oma, rustig: nee}]}",
    "an unsafe copy": "OF_V1: eigen_exemplaar: {veilig: nee, datum: DAY}",
    "an unsafe copy in the network": (
        "netwerk: [{id: n1, band: oma, eigen_exemplaar: {veilig: nee, datum: DAY}}]"
    ),
}
NO_NEWS = (
    "geweld: {screening_dwang: {datum: 2024-08-21, uitkomst: nee}}",
    "OF_V1: gesprekken: [{datum: 2024-08-21, apart: ja, rustig: ja}]",
    "OF_V1: gesprekken: [{datum: 2024-08-21, apart: ja}]",
    "OF_V1: eigen_exemplaar: {veilig: onbekend, datum: 2024-08-21}",
    "maatregelen: [{id: b1, soort: omgangsregeling, vanaf: 2024-08-21}]",
    "maatregelen: [{id: b1, soort: opvang, tot: 2024-09-01}]",
    "geweld: {waarnemingen: [{datum: 2024-08-21, door: oma, rustig: ja}]}",
)


def story(more: str = "") -> str:
    """The plain family with one thing more: in its own line, or where a name stands for it."""
    text = PLAIN
    place, _, rest = more.partition(": ")
    if place.startswith("OF_"):
        text, more = text.replace(place, rest), ""
    return re.sub(r", OF_\w+", "", text) + more + "\n"


def variants(text: str, day: str = "2024-09-02") -> dict[str, str]:
    """The T902 and T904 findings of the plan for everyone and of Sanne's own copy."""
    exam = examined(text, day)
    assert ("member-m1" in exam.copies) is not ({"T902", "T904:m1"} & {f.id for f in exam.findings})
    assert ("everyone" in exam.copies) is ("T902" not in {f.id for f in exam.findings})
    return {f.id: f.variant for f in exam.findings if f.id in ("T902", "T904:m1")}


def test_what_was_decided_holds_while_nothing_happens() -> None:
    assert variants(story()) == {}


@pytest.mark.parametrize("kind", NEWS)
def test_news_after_a_decision_makes_it_lapse(kind: str) -> None:
    after = story(NEWS[kind].replace("DAY", "2024-08-21"))
    assert variants(after) == {"T902": "lapsed", "T904:m1": "lapsed"}
    assert variants(after.replace("2024-08-20", "2024-08-21")) == {}, "decided anew, knowing it"


@pytest.mark.parametrize("kind", NEWS)
def test_the_same_day_counts_as_after(kind: str) -> None:
    """On day one the news and the decision have one date (method.md §7)."""
    assert variants(story(NEWS[kind].replace("DAY", DECIDED))) == {}
    assert variants(story(NEWS[kind].replace("DAY", "2024-08-19"))) == {}


@pytest.mark.parametrize("more", NO_NEWS)
def test_this_is_no_news(more: str) -> None:
    assert variants(story(more)) == {}


@pytest.mark.parametrize("kind", ["opvang", "contactverbod", "huisverbod", "gebiedsverbod"])
def test_what_is_still_to_begin_is_news_of_today(kind: str) -> None:
    """Nobody knows since when it stands there; a release that is written today knows of it."""
    coming = story(f"maatregelen: [{{id: b1, soort: {kind}, vanaf: 2024-09-03}}]")
    assert variants(coming) == {"T902": "lapsed", "T904:m1": "lapsed"}
    assert variants(coming.replace(DECIDED, "2024-09-01")) == {
        "T902": "lapsed",
        "T904:m1": "lapsed",
    }
    anew = coming.replace(DECIDED, "2024-09-02")
    assert variants(anew) == {}, "decided today"
    assert variants(anew, "2024-09-03") == {"T902": "lapsed", "T904:m1": "lapsed"}, "it began"


UNDATED = [
    *(re.sub(r", (?:datum|vanaf): DAY|datum: DAY, ", "", text) for text in NEWS.values()),
    "geweld: {dwingende_controle: ja}",
    "geweld: {dwingende_controle: vermoeden}",
    "geweld: {gezinsprofiel: {soort: intieme terreur}}",
    "geweld: {vormen: [{vorm: stalking}]}",
    "geweld: {vormen: [{vorm: eergerelateerd geweld, zekerheid: vermoeden}]}",
    "geweld: {vormen: [{vorm: achterlating}]}",
    "geweld: {signalen: [{id: f1, soort: stalking na scheiding, datum: onbekend}]}",
]
UNDATED.remove("maatregelen: [{id: b1, soort: opvang, tot: 2024-08-31}]")


@pytest.mark.parametrize("more", UNDATED)
def test_what_has_no_date_counts_as_of_today(more: str) -> None:
    assert "DAY" not in more
    assert variants(story(more)) == {"T902": "undated", "T904:m1": "undated"}
    assert variants(story(more), DECIDED) == {}, "decided today"


CONTROL = "incidenten: [{id: i1, datum: 2024-08-19, kenmerken: controle}]"
STALKING = "incidenten: [{id: i1, datum: 2024-08-19, kenmerken: stalking}]"
FLAG = "signalen: [{id: f1, soort: stalking na scheiding, datum: 2024-08-20}]"
SCREENED = "screening_dwang: {datum: 2024-08-20, uitkomst: vermoeden}"
OWN_SIGNS = [
    *(
        (ground, sign)
        for ground in (
            "dwingende_controle: ja",
            "dwingende_controle: vermoeden",
            "gezinsprofiel: {soort: intieme terreur}",
        )
        for sign in (CONTROL, SCREENED)
    ),
    ("vormen: [{vorm: stalking}]", STALKING),
    ("vormen: [{vorm: stalking}]", FLAG),
]
OTHER_SIGNS = [
    *(("dwingende_controle: ja", sign) for sign in (STALKING, FLAG)),
    *(("gezinsprofiel: {soort: intieme terreur}", sign) for sign in (STALKING, FLAG)),
    *(("vormen: [{vorm: stalking}]", sign) for sign in (CONTROL, SCREENED)),
    ("vormen: [{vorm: stalking}]", FLAG.replace("stalking na scheiding", "overtreden verbod")),
    *(
        (f"vormen: [{{vorm: {form}}}]", sign)
        for form in ("huwelijksdwang", "eergerelateerd geweld", "achterlating", "loverboy")
        for sign in (CONTROL, STALKING, FLAG, SCREENED)
    ),
    *(("screening_dwang: {uitkomst: ja}", sign) for sign in (CONTROL, STALKING, FLAG)),
    ("dwingende_controle: ja", SCREENED.replace("vermoeden", "nee")),
    ("dwingende_controle: ja", CONTROL.replace("controle", "wapen")),
    ("vormen: [{vorm: stalking}]", FLAG.replace("stalking na scheiding", "wapen")),
]


@pytest.mark.parametrize("ground, sign", OWN_SIGNS)
def test_a_ground_without_a_date_is_as_old_as_its_own_first_sign(ground: str, sign: str) -> None:
    assert variants(story(f"geweld: {{{ground}, {sign}}}")) == {}


@pytest.mark.parametrize("ground, sign", OTHER_SIGNS)
def test_a_sign_of_something_else_dates_no_ground(ground: str, sign: str) -> None:
    """An old incident of control does not make a forced marriage that was heard today old."""
    found = variants(story(f"geweld: {{{ground}, {sign}}}"))
    assert found == {"T902": "undated", "T904:m1": "undated"}


@pytest.mark.parametrize("form", ["huwelijksdwang", "stalking", "achterlating", "loverboy"])
def test_a_form_of_violence_can_have_the_day_it_became_known(form: str) -> None:
    def told(day: str) -> str:
        return story(f"geweld: {{{CONTROL}, vormen: [{{vorm: {form}, bekend_op: {day}}}]}}")

    assert variants(told(DECIDED)) == {}
    assert variants(told("2024-08-21")) == {"T902": "lapsed", "T904:m1": "lapsed"}


def test_a_release_without_an_expert_asks_who_it_was() -> None:
    newer = RELEASE.replace("deskundige: VT, tot: 2024-08-22", "tot: 2024-09-30")
    assert variants(story(newer)) == {"T902": "no_expert"}
    news = "\nmaatregelen: [{id: b1, soort: opvang, vanaf: 2024-08-25}]"
    assert variants(story(newer) + news)["T902"] == "lapsed", "more than the expert is missing"


RELEASE = "OF_RELEASES: {datum: 2024-08-21, door: Karin, deskundige: VT, tot: 2024-08-22}"


@pytest.mark.parametrize(
    "newer, lapsed",
    [
        (RELEASE, True),
        (RELEASE.replace("2024-08-21", DECIDED), True),
        (RELEASE.replace("datum: 2024-08-21, ", ""), True),
        (RELEASE.replace("2024-08-21", "2024-12-01"), True),
        (RELEASE.replace(", tot: 2024-08-22", ""), True),
        (RELEASE.replace("2024-08-22", "2024-09-02"), False),
        (RELEASE.replace("2024-08-22", "2024-08-21"), True),
        (RELEASE.replace("08-21", "09-02").replace("08-22", "09-02"), True),
        (RELEASE.replace("08-21", "09-02").replace("08-22", "08-01"), True),
        (RELEASE.replace("2024-08-21", "2024-08-19"), False),
    ],
)
def test_the_newest_release_decides(newer: str, lapsed: bool) -> None:
    """So a release can be taken back: by a newer one that has ended."""
    assert variants(story(newer)) == ({"T902": "lapsed"} if lapsed else {})


NOBODY = (
    *("geen", "Geen.", "niemand", "nvt", "N.v.t.", "onbekend", "nog niemand", "geen deskundige"),
    *("none", "nobody", "Unknown", "n/a", "'-'", "'?'", "niet van toepassing"),
)


@pytest.mark.parametrize("nobody", NOBODY)
def test_a_word_for_nobody_names_nobody(nobody: str) -> None:
    said = story()
    advised_by_nobody = said.replace("deskundige: VT", f"deskundige: {nobody}")
    assert variants(advised_by_nobody) == {"T902": "no_expert"}
    by_nobody = said.replace("door: Karin, desk", f"door: {nobody}, desk")
    assert variants(by_nobody) == {"T902": "lapsed"}
    own = said.replace("besloten_door: Karin", f"besloten_door: {nobody}")
    assert variants(own) == {"T904:m1": "undecided"}


@pytest.mark.parametrize("somebody", ["Geen Zorg BV", "Niemandsverdriet", "VT", "李", "Nel"])
def test_a_name_with_such_a_word_in_it_is_a_name(somebody: str) -> None:
    assert variants(story().replace("deskundige: VT", f"deskundige: {somebody}")) == {}


@pytest.mark.parametrize("first", [True, False], ids=["written first", "written last"])
def test_of_two_of_one_day_the_one_that_has_ended_wins(first: bool) -> None:
    two = [f"{{datum: {DECIDED}, door: Karin, deskundige: VT, tot: {t}}}" for t in ENDS]
    releases = ", ".join(two if first else reversed(two))
    text = story().split("vrijgaven:")[0] + f"vrijgaven: [{releases}]\n"
    assert variants(text) == {"T902": "lapsed"}
    assert variants(text, DECIDED) == {"T902": "lapsed"}, "also on that day itself"


ENDS = (DECIDED, "2024-09-30")
HARMLESS = """
top3: 1
plan: {datum: 2024-08-20, volgende_evaluatie: 2024-09-09}
gezin:
  - id: m1
    naam: Sanne
    rol: moeder
    leeftijd: 39
    eigen_exemplaar: {veilig: ja, via: Karin, besloten_door: Karin, datum: 2024-08-20}
vrijgaven: [RELEASES]
"""
ALL, HERS = {"everyone", "member-m1"}, {"member-m1"}


@pytest.mark.parametrize(
    "releases, made",
    [
        ([], ALL),
        (["datum: 2024-08-20, door: Karin, tot: 2024-09-30"], ALL),
        (["datum: 2024-08-20, tot: 2024-09-30"], ALL),
        (["datum: 2024-08-20, door: Karin"], ALL),
        (["datum: 2024-08-20, door: Karin, tot: 2024-08-30"], set()),
        (["datum: 2024-08-20, door: Karin, tot: 2024-08-20"], set()),
        (["datum: 2024-09-02, door: Karin, tot: 2024-09-02"], set()),
        (["door: Karin, tot: 2024-09-01"], set()),
        (
            ["datum: 2024-08-20, tot: 2024-08-20", "datum: 2024-08-21, door: K, tot: 2024-09-30"],
            ALL,
        ),
        (["datum: 2024-08-20, tot: 2024-08-20", "datum: 2024-08-21, tot: 2024-09-30"], set()),
        (
            ["datum: 2024-08-20, tot: 2024-08-20", "datum: 2024-12-01, door: K, tot: 2025-01-01"],
            set(),
        ),
        (
            ["datum: 2024-08-21, tot: 2024-08-20", "datum: 2024-08-20, door: K, tot: 2024-09-30"],
            set(),
        ),
        (["onderdeel: m1, datum: 2024-08-21, door: Karin, tot: 2024-08-21"], {"everyone"}),
        (
            [
                "datum: 2024-08-20, door: Karin, tot: 2024-08-20",
                "onderdeel: m1, datum: 2024-08-21, door: Karin, tot: 2024-09-30",
            ],
            HERS,
        ),
        (
            [
                "onderdeel: m1, datum: 2024-08-20, door: Karin, tot: 2024-08-20",
                "datum: 2024-08-21, door: Karin, tot: 2024-09-30",
            ],
            ALL,
        ),
    ],
)
def test_what_was_taken_back_stays_back_where_nothing_else_stops_it(
    releases: list[str], made: set[str]
) -> None:
    said = ", ".join(f"{{{release}}}" for release in releases)
    exam = examined(HARMLESS.replace("RELEASES", said), "2024-09-02")
    assert {*exam.copies} - {"professional"} == made
    found = {f.variant for f in exam.findings if f.id == "T902"}
    assert found == (set() if made == ALL else {"taken_back"})


def test_that_a_childs_own_release_ended_is_said_once() -> None:
    child = HARMLESS.replace("id: m1", "id: k1").replace("rol: moeder", "rol: kind")
    child = child.replace("leeftijd: 39", "leeftijd: 10\n    belt: oma")
    ended = "{onderdeel: k1, datum: 2024-08-20, door: Karin, tot: 2024-08-30, toestemming: k1}"
    exam = examined(child.replace("RELEASES", ended), "2024-09-02")
    found = [f.id for f in exam.findings if f.code in ("T902", "T904")]
    assert found == ["T904:k1"]


@pytest.mark.parametrize(
    "whole, own, made",
    [
        ("2024-08-20 2024-09-30 VT", "", {"everyone", "member-m1"}),
        ("", "2024-08-20 2024-09-30 VT", {"member-m1"}),
        ("", "2024-08-20 2024-09-30", set()),
        ("2024-08-21 2024-08-22 VT", "2024-08-20 2024-09-30 VT", set()),
        ("2024-08-20 2024-08-22 VT", "2024-08-21 2024-09-30 VT", {"member-m1"}),
        ("2024-08-20 2024-09-30 VT", "2024-08-21 2024-08-22 VT", {"everyone"}),
        ("2024-08-21 2024-09-30 VT", "2024-08-20 2024-08-22 VT", {"everyone", "member-m1"}),
        ("2024-08-20 2024-09-30 VT", "2024-08-20 2024-09-30", {"everyone", "member-m1"}),
    ],
)
def test_a_copy_of_ones_own_and_the_release_of_the_whole(
    whole: str, own: str, made: set[str]
) -> None:
    def line(said: str, entry: str) -> str:
        if not said:
            return ""
        day, until, *expert = said.split()
        by = f", deskundige: {expert[0]}" if expert else ""
        return f"  - {{{entry}datum: {day}, door: Karin, tot: {until}{by}}}\n"

    text = story().split("vrijgaven:")[0]
    text += f"vrijgaven:\n{line(whole, '')}{line(own, 'onderdeel: m1, ')}"
    assert {*examined(text).copies} - {"professional"} == made
