"""Every rule is proved: one change in a clean example brings its finding, and no other.

A rule that stays silent here would stay silent at the kitchen table too; a rule that drags other
findings along says one thing twice. `…` in a change stands for the text between two places.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from top3.case.finding import Finding, Severity
from top3.case.reader import read
from top3.cli.codes import all_rules
from top3.document.release import Examination, examine

EXAMPLES = Path(__file__).parents[2] / "examples"
JULIA = "julia-en-tom.yaml"
TERROR = "intieme-terreur.yaml"
BAN = "huisverbod-bijna-voorbij.yaml"
CAUSES = "fase-2-oorzaken.yaml"
RECOVERY = "fase-3-herstel.yaml"
BETWEEN = "…"


@dataclass(frozen=True)
class Mutation:
    """One change in a clean example, and the one finding that is new with it.

    `also`: a second finding that can't be avoided, because it is another fact.
    """

    code: str
    example: str
    old: str
    new: str
    expected: str
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.expected} ({Path(self.example).stem})"


def before(place: str, more: str) -> tuple[str, str]:
    """Add something in front of a place."""
    return place, f"{more}{place}"


def after(place: str, more: str) -> tuple[str, str]:
    """Add something behind a place."""
    return place, f"{place}{more}"


REPORTED = (
    "  meldingen:\n"
    "    - {datum: 2024-08-28, door: het wijkteam, uitkomst: Het wijkteam houdt de regie. Veilig "
    "Thuis denkt mee.}\n"
)
SCREENED = "  screening_dwang: {datum: 2024-08-30, door: Veilig Thuis, uitkomst: nee}\n"
STAND_IN = (
    "  vervanger: {id: p2, naam: Yusuf Demir, organisatie: het wijkteam, telefoon: 055-555 01 24}\n"
)
SPOKEN = "  - {datum: 2024-08-28, apart: ja, door: Karin de Wit}\n"
NETWORK = "netwerk:\n"
SITUATIONS = "onveilige_situaties:\n"
SCALE_UP = "opschaling: {ave"
DECIDED = "datum: 2024-09-02, door: Karin de Wit, tot: 2024-12-01"
RON = (
    f"  - id: x1\n    naam: Ron\n    rol: partner\n    leeftijd: 44\n    gesprekken:\n    {SPOKEN}"
)
SEM = (
    "  - id: k3\n    naam: Sem\n    rol: kind\n    leeftijd: 2\n"
    "    gesprekken: {datum: 2024-08-29, soort: gezien, door: Karin de Wit}\n"
)

MUTATIONS = (
    # Phase 1: direct safety
    Mutation("T101", JULIA, "kijkt_mee: p4", "kijkt_mee: k1", "T101:a1:k1"),
    Mutation("T101", JULIA, "kijkt_mee: p4", "kijkt_mee: [v1, m1]", "T101:a1:checks"),
    Mutation(
        "T101", JULIA, "        kijkt_mee: p4\n", "", "T101:a1",
        also=("T404",),  # a plan that isn't complete is provisional, and is reviewed within days
    ),
    Mutation("T102", JULIA, *before(NETWORK, SEM), "T102:k3"),
    Mutation(
        "T103", JULIA,
        f"{NETWORK}…door: [v1, m1]\n      getuigen: [k1, k2]\n      letsel: pijn of angst\n"
        "      soort_bron",
        f"{RON}{NETWORK}…door: x1\n      getuigen: [k1, k2]\n      letsel: pijn of angst\n"
        "      soort_bron",
        "T103:x1",
    ),
    Mutation("T103", BAN, 'wie: v1\n        wanneer: "elke nacht, tot en met 24 juli"',
             'wie: n2\n        wanneer: "elke nacht, tot en met 24 juli"', "T103:v1"),
    Mutation("T104", TERROR, "met: [m1, v1], status: vervallen",
             "met: [m1, v1], status: gepland", "T104:b1"),
    Mutation("T105", JULIA, REPORTED, "", "T105"),
    Mutation("T105", JULIA, "    - {datum: 2024-08-28, door: het wijkteam",
             "    - {datum: 2024-08-27, door: het wijkteam", "T105"),
    Mutation("T106", JULIA, "      datum: 2024-08-30\n", "      datum: 2024-08-25\n", "T106:f1"),
    Mutation("T107", JULIA, SCREENED, "", "T107"),
    Mutation("T108", BAN, "sinds: 2026-07-25\n      - id: a4…sinds: 2026-07-25\n\nrisico",
             "sinds: 2026-07-20\n      - id: a4…sinds: 2026-07-20\n\nrisico", "T108:o1"),
    Mutation("T109", JULIA, *before(
        SITUATIONS,
        "maatregelen:\n"
        "  - {id: o1, soort: huisverbod, geldt_voor: v1, vanaf: 2024-01-02, tot: 2024-01-31}\n"
    ), "T109:o1"),
    Mutation(
        "T110", BAN,
        "wat: Tim slaapt bij oma Corrie. Hij komt niet bij het huis.…"
        "wat: Tante Eva slaapt bij Sofie en Noah.",
        "wat: Tim krijgt hulp van de reclassering.…"
        "wat: Tante Eva gaat mee naar het maatschappelijk werk.",
        "T110",
    ),
    Mutation("T111", JULIA, "wat: Peter en Sanne bedreigen elkaar niet.",
             "wat: Peter en Sanne doen hun best.", "T111:a1:what"),
    Mutation("T112", JULIA, "wie: [v1, m1]\n        wanneer: na 20.30 uur",
             "wie: k1\n        wanneer: na 20.30 uur", "T112:a4"),
    Mutation("T113", TERROR, "wat: Jurjen belt en appt niet met Ilse, Fenna en Sietse.",
             "wat: Jurjen belt op zondag met Fenna.", "T113:a2:o1"),
    Mutation("T114", JULIA, "kijkt_mee: p4", "kijkt_mee: n1", "T114:a1:n1"),
    Mutation("T115", JULIA, "kenmerken: bedreiging", "kenmerken: [bedreiging, seksueel]",
             "T115:i1"),
    # Phase 2: risks
    Mutation("T201", JULIA, "door: GGZ, status: wacht", "door: GGZ, status: actief", "T201:c1"),
    Mutation("T202", JULIA, "fase: {niveau: 1", "fase: {niveau: 2", "T202"),
    Mutation("T202", CAUSES, "niveau: 2, datum: 2026-10-01, door", "niveau: 3, door", "T202"),
    Mutation("T203", CAUSES, "status: geborgd\n        sinds: 2026-06-25\n        verloop",
             "status: vervallen\n        sinds: 2026-06-25\n        verloop", "T203:a1"),
    # Phase 3: recovery
    Mutation("T301", JULIA, "door: jeugdhulp, status: wacht", "door: jeugdhulp, status: gepland",
             "T301:c3"),
    # Working together
    Mutation("T401", TERROR, "    gesprekken:\n      - {datum: 2026-03-05, apart: ja, rustig: ja, "
             "door: Anouk Smit}\n", "", "T401:k2"),
    Mutation("T402", JULIA, "huishouden: eigen flat\n    gezag: ja\n    gesprekken:\n      - {"
             "datum: 2024-08-28, apart: ja", "huishouden: eigen flat\n    gezag: ja\n    "
             "gesprekken:\n      - {datum: 2024-08-28, apart: nee", "T402:v1"),
    Mutation("T403", JULIA, "rang: 3", "rang: 2", "T403:s2:s3"),
    Mutation("T403", JULIA, "    rang: 1\n…    rang: 3\n", "    rang: 3\n…    rang: 1\n",
             "T403:s1"),
    Mutation("T404", JULIA, "volgende_evaluatie: 2024-09-16", "volgende_evaluatie: 2024-09-01",
             "T404"),
    Mutation("T404", JULIA, "volgende_evaluatie: 2024-09-16", "volgende_evaluatie: 2024-09-17",
             "T404"),
    Mutation("T405", JULIA, STAND_IN, "", "T405:stand_in"),
    Mutation("T406", JULIA, "{ave: 2", "{ave: 1", "T406"),
    Mutation("T407", JULIA, "    rang: 1\n…    rang: 2\n…    rang: 3\n", "……", "T407"),
    Mutation("T408", RECOVERY, "maatschappelijke_onrust: nee}",
             "maatschappelijke_onrust: nee, tafels: {tafel: jeugdbeschermingstafel, "
             "datum: 2026-08-24, uitgenodigd: [m1, v1]}}", "T408:k1"),
    Mutation("T409", JULIA, "door: de school, vanaf: 2024-09-02",
             "door: de school, vanaf: 2024-05-01", "T409"),
    Mutation("T410", JULIA, f"structurele_onveiligheid: ja…{REPORTED}…stagnatie: nee",
             "structurele_onveiligheid: nee……stagnatie: nee, hulp_geweigerd: ja", "T410"),
    Mutation("T411", JULIA, "wens: Julia en Tom horen geen ruzie als zij van huis wisselen.",
             "wens: Er is geen escalatie als Julia en Tom van huis wisselen.", "T411:s2:wish"),
    Mutation("T412", JULIA, "wens: Niemand dreigt.", "wens: Sanne daagt Peter niet uit.",
             "T412:s1:wish"),
    Mutation("T412", CAUSES, "wat: Karim schreeuwde in de keuken en sloeg de deur dicht.",
             "wat: Er was ruzie in de keuken.", "T412:i3:what"),
    Mutation("T413", JULIA, *after("    leeftijd: 39\n", "    tolk: tante Els\n"), "T413:m1:n2"),
    Mutation("T414", JULIA, *before(
        SCALE_UP, "besluiten: [{over: i2, datum: 2024-09-02, door: Karin de Wit}]\n"
    ), "T414:i2"),
    Mutation("T414", JULIA, *before(
        SCALE_UP, "besluiten: [{over: i2, datum: 2024-08-28, door: Karin de Wit, "
        "waarom: Zij stopten zelf., tot: 2024-09-01}]\n"
    ), "T414:i2"),
    Mutation("T415", JULIA, *before(
        SCALE_UP, f"besluiten: [{{over: T108, {DECIDED}, waarom: Dat is zo gezegd.}}]\n"
    ), "T415:T108"),
    Mutation("T415", TERROR, *before(
        "opschaling:\n", "besluiten: [{over: T902, datum: 2026-03-09, door: Hanneke Post, "
        "waarom: Dat kan wel., tot: 2026-04-01}]\n"
    ), "T415:T902"),
    Mutation("T416", JULIA, "datum: 2024-05}", "datum: 2025-05}", "T416:f3"),
    # Confidentiality
    Mutation("T901", JULIA, *before(
        SCALE_UP, "notities: [{id: y1, tekst: Oma Ria brengt en haalt Julia en Tom.}]\n"
    ), "T901:y1:a3:what"),
    Mutation("T901", TERROR, *after(
        "wens: Ilse en de kinderen kunnen over straat zonder angst.", " Zeg dan citroentaart."
    ), "T901:x4:s1:wish"),
    Mutation("T902", JULIA, *before(
        "    veiligheidscijfers:\n      - {datum: 2024-08-28, cijfer: 5}",
        "    eigen_exemplaar: {veilig: nee}\n"
    ), "T902"),
    Mutation("T902", BAN, "tot: 2026-08-04, waarom: Sofie en Tim",
             "tot: 2026-07-21, waarom: Sofie en Tim", "T902"),
    Mutation("T902", BAN, "  - {onderdeel: o1, datum: 2026-07-21, door: Fleur Hendriks, "
             "deskundige: Veilig Thuis, tot: 2026-08-04, waarom: Iedereen kent het huisverbod.}\n",
             "", "T902:o1"),
    Mutation("T903", JULIA, "Tante Els brengt", "Juf Lotte brengt", "T903:a3:p5:ot823"),
    Mutation("T903", JULIA, "We sturen een bericht via Karin.", "We sturen iets naar 06-55501234.",
             "T903:a4:nc164"),
    Mutation("T904", "oudermishandeling.yaml", "    belt: Ruud\n", "", "T904:k1"),
)  # fmt: skip


def changed(mutation: Mutation) -> str:
    """The text of the example, changed: each place stands there once, in this order."""
    text, parts, at = example(mutation.example), [], 0
    for old, new in zip(mutation.old.split(BETWEEN), mutation.new.split(BETWEEN), strict=True):
        assert text.count(old) == 1, f"stands {text.count(old)} times: {old!r}"
        start = text.index(old)
        assert start >= at, f"stands too early: {old!r}"
        parts += [text[at:start], new]
        at = start + len(old)
    return "".join((*parts, text[at:]))


@cache
def example(name: str) -> str:
    text = (EXAMPLES / name).read_text("utf-8")
    assert BETWEEN not in text
    return text


def examined(name: str, text: str, *, asked: str = "") -> Examination:
    """Judge a text on the reference date of the example."""
    found = re.search(r"# peildatum: (\S+)", example(name))
    assert found
    reading = read(text.encode())
    assert not reading.findings, [(f.code, f.mark) for f in reading.findings]
    return examine(reading, date.fromisoformat(found[1]), asked=asked)


@cache
def clean(name: str) -> Counter[str]:
    """The ids of what is found in the example as it is: no error."""
    findings = examined(name, example(name)).findings
    assert not [f.id for f in findings if f.severity is Severity.ERROR]
    return Counter(f.id for f in findings)


LAPSED = (("T904", "lapsed"), ("T904", "lapsed_release"))
"""News makes people look again at the copies that were safe to hold (T904)."""


def new_findings(mutation: Mutation) -> list[Finding]:
    findings = examined(mutation.example, changed(mutation)).findings
    assert clean(mutation.example) <= Counter(f.id for f in findings), "nothing else disappears"
    new = [f for f in findings if f.id not in clean(mutation.example)]
    is_asked = mutation.code == "T904"
    return [f for f in new if is_asked or (f.code, f.variant) not in LAPSED]


def test_every_rule_has_a_mutation() -> None:
    assert {mutation.code for mutation in MUTATIONS} == {*all_rules()}


def test_a_second_finding_is_rare() -> None:
    also = [*chain.from_iterable(mutation.also for mutation in MUTATIONS)]
    assert len(also) <= 3


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_one_change_brings_one_finding(mutation: Mutation) -> None:
    found = new_findings(mutation)
    assert sorted(f.id for f in found) == sorted((mutation.expected, *mutation.also))
    assert mutation.code in {f.code for f in found if f.id == mutation.expected}


def test_a_copy_that_was_asked_for_by_name_makes_it_an_error() -> None:
    mutation = next(m for m in MUTATIONS if (m.code, m.example) == ("T902", JULIA))
    for asked, severity in (("", Severity.ADVICE), ("everyone", Severity.ERROR)):
        exam = examined(mutation.example, changed(mutation), asked=asked)
        assert [(f.id, f.severity) for f in exam.findings] == [("T902", severity)]
        assert "everyone" not in exam.copies
