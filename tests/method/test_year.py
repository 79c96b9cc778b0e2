"""Time and course: one family over a year, month by month, in one file that grows.

Mark hit Dewi; Finn, who is 6, saw it. Somebody writes a line, and the file says where the family
stands on that day. Time opens the question, a person decides, and falling back is part of the
course (method.md §1). A second family tells of neglect. Both are invented.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from tests.method.stories import judged

FIRST_NIGHT = """\
top3: 1
casus: {fictief: ja, gemeente: Voorbeeldstad, taal: nl}
plan:
  datum: 2025-01-06
  # fase
gezin:
  - id: v1
    naam: Mark
    rol: vader
    leeftijd: 36
    gesprekken:
      - {datum: 2025-01-06, apart: ja, door: Noor}
      # Mark
  - id: m1
    naam: Dewi
    rol: moeder
    leeftijd: 34
    gesprekken:
      - {datum: 2025-01-06, apart: ja, rustig: nee, door: Noor}
      # Dewi
  - id: k1
    naam: Finn
    rol: kind
    leeftijd: 6
    gesprekken:
      - {datum: 2025-01-06, apart: ja, door: Noor}
      # Finn
geweld:
  incidenten:
    - id: i1
      datum: 2025-01-06
      wat: Mark sloeg Dewi in haar gezicht. Finn stond in de deur.
      door: v1
      tegen: m1
      getuigen: k1
      letsel: letsel
    # incidenten
maatregelen:
  - {id: o1, soort: huisverbod, geldt_voor: v1, vanaf: 2025-01-06, tot: 2025-01-16}
  # maatregelen
besluiten:
  # besluiten
"""

NEGLECT = """\
top3: 1
casus: {fictief: ja, gemeente: Voorbeeldstad, taal: nl}
plan:
  datum: 2025-02-05
  # fase
gezin:
  - {id: v1, naam: Rob, rol: vader, leeftijd: 41}
  - id: m1
    naam: Wendy
    rol: moeder
    leeftijd: 39
    gesprekken:
      - {datum: 2025-02-05, apart: ja, door: Noor}
      # Wendy
  - id: k1
    naam: Luka
    rol: kind
    leeftijd: 5
    gesprekken:
      - {datum: 2025-02-05, apart: ja, door: Noor}
      # Luka
geweld:
  vormen: [{vorm: verwaarlozing}]
  incidenten:
    - id: i1
      datum: 2025-02-03
      wat: Luka kwam zonder eten en zonder jas op school. Wendy werkte; Rob lag in bed.
      bekend_op: 2025-02-05
      door: v1
      tegen: k1
      kenmerken: verwaarlozing
    # incidenten
  waarnemingen:
    - {datum: 2025-02-03, door: juf Anke, zorg_goed_genoeg: nee}
    # waarnemingen
"""


SILENT = {"calm_last", "calm_unconfirmed", "calm_opens"}
"""Somebody whose word is needed has not said that it is calm."""
ENOUGH = {"calm_last", "calm_confirmed"}
"""The days that were confirmed are enough."""
COUNTING = ENOUGH | {"calm_opens"}
"""They are not enough yet."""


@dataclass(frozen=True)
class Stand:
    """Where a family stands on a day. `because`: the keys of all reasons, in any order."""

    phase: int
    gate_open: bool
    days: int
    earliest: str | None
    because: set[str]
    runs_ahead: bool = False


@dataclass
class File:
    """A case file that grows: every line that somebody writes comes behind the earlier ones."""

    text: str
    last: date = field(default=date.min)

    def write(self, place: str, line: str) -> None:
        """Add a line at a place of the file, which a comment marks."""
        mark = next(one for one in self.text.splitlines() if one.strip() == f"# {place}")
        self.text = self.text.replace(mark, f"{mark.split('#')[0]}- {{{line}}}\n{mark}")

    def talked(self, day: str, *people: str, calm: str | None = "ja") -> None:
        """Each was spoken with apart, and said whether it is calm; None = it was not asked."""
        said = f", rustig: {calm}" if calm else ""
        for who in people:
            self.write(who, f"datum: {day}, apart: ja{said}, door: Noor")

    def saw_care(self, day: str, *, good: bool) -> None:
        """Joke, from outside the household, saw whether the daily care is good enough."""
        enough = "ja" if good else "nee"
        self.write("waarnemingen", f"datum: {day}, door: Joke, zorg_goed_genoeg: {enough}")

    def replace(self, old: str, new: str) -> None:
        """Change what stood there."""
        assert self.text.count(old) == 1
        self.text = self.text.replace(old, new)

    def record(self, level: int, more: str) -> None:
        """Record the phase, in the place of what was recorded before."""
        lines = [one for one in self.text.splitlines() if not one.startswith("  fase:")]
        at = lines.index("  # fase")
        self.text = "\n".join([*lines[:at], f"  fase: {{niveau: {level}, {more}}}", *lines[at:]])
        self.text += "\n"

    def on(self, day: str | date) -> Stand:
        """Where the family stands on a day, which comes after the days asked before."""
        day = date.fromisoformat(str(day))
        assert day >= self.last, "a story goes forward"
        self.last = day
        judgement = judged(self.text, day.isoformat())
        phase, ahead = judgement.phase, [f for f in judgement.findings if f.id == "T202"]
        assert phase.number <= phase.recorded, "no clock ever carries a family forward"
        return Stand(
            phase=phase.number,
            gate_open=phase.gate_open,
            days=phase.calm_days,
            earliest=phase.earliest_next.isoformat() if phase.earliest_next else None,
            because={reason.key for reason in phase.because},
            runs_ahead=bool(ahead),
        )

    def reason(self, key: str, day: str) -> dict[str, object]:
        """What one reason says on a day."""
        phase = judged(self.text, day).phase
        return next(dict(reason.values) for reason in phase.because if reason.key == key)


# The year of Mark, Dewi and Finn


def january(file: File) -> None:
    """The night of the huisverbod; ten days apart; Dewi and Finn each say that it is calm."""
    unknown = SILENT | {"no_record"}
    assert file.on("2025-01-06") == Stand(1, False, 0, "2025-04-16", unknown)
    assert file.reason("calm_unconfirmed", "2025-01-06")["who"] == ("m1", "k1")

    file.talked("2025-01-14", "Mark")
    assert file.on("2025-01-14").because == unknown, "who uses violence confirms nothing"

    file.talked("2025-01-16", "Dewi")
    assert file.on("2025-01-16").because == unknown
    assert file.reason("calm_unconfirmed", "2025-01-16")["who"] == ("k1",), "Finn is asked apart"

    file.talked("2025-01-16", "Finn")
    calm = COUNTING | {"apart", "no_record"}
    assert file.on("2025-01-16") == Stand(1, False, 0, "2025-04-16", calm)
    assert file.reason("apart", "2025-01-16")["days"] == 10, "days apart are shown, not counted"

    file.talked("2025-01-20", "Finn")
    assert file.on("2025-01-20").days == 0, "the word of Finn doesn't stand in for that of Dewi"
    file.talked("2025-01-21", "Dewi")
    assert file.on("2025-01-21") == Stand(1, False, 4, "2025-04-16", calm)


def february(file: File) -> None:
    """It is calm, and each of them says so."""
    file.talked("2025-02-17", "Dewi")
    file.talked("2025-02-18", "Finn")
    file.talked("2025-02-20", "Mark")
    calm = COUNTING | {"apart", "no_record"}
    assert file.on("2025-02-20") == Stand(1, False, 32, "2025-04-16", calm)


def march(file: File) -> None:
    """A lesser incident puts the question to the team, and its decision sets it aside."""
    file.write(
        "incidenten",
        "id: i2, datum: 2025-03-08, bekend_op: 2025-03-10, door: v1, tegen: m1, "
        "letsel: geen letsel, wat: Mark schreeuwde in de keuken en liep daarna weg.",
    )
    again = SILENT | {"no_record"}
    assert file.on("2025-03-11") == Stand(1, False, 0, "2025-06-06", again)

    file.write("besluiten", "over: i2, datum: 2025-03-09, door: Noor, waarom: Hij liep zelf weg.")
    assert file.on("2025-03-12").days == 0, "nobody decides on what is not known yet"

    file.write("besluiten", "over: i2, datum: 2025-03-13, door: Noor en Bas, waarom: Hij liep weg.")
    assert file.on("2025-03-12").days == 0
    calm = COUNTING | {"apart", "no_record"}
    assert file.on("2025-03-13") == Stand(1, False, 32, "2025-04-16", calm)
    file.talked("2025-03-17", "Dewi", "Finn")
    assert file.on("2025-03-17") == Stand(1, False, 60, "2025-04-16", calm)


def april(file: File) -> None:
    """The gate opens on the exact day; Noor decides a week later."""
    file.talked("2025-04-15", "Dewi", "Finn")
    calm = COUNTING | {"apart", "no_record"}
    assert file.on("2025-04-15") == Stand(1, False, 89, "2025-04-16", calm)

    file.talked("2025-04-16", "Dewi", "Finn")
    enough = ENOUGH | {"apart", "no_record"}
    assert file.on("2025-04-16") == Stand(1, True, 90, None, enough)
    assert file.on("2025-04-23").phase == 1, "time opens the question, a person decides"

    file.record(2, "datum: 2025-04-24, door: Noor, waarom: Dewi en Finn zeggen elk dat het kan.")
    decided = ENOUGH | {"apart", "recorded"}
    assert file.on("2025-04-24") == Stand(2, True, 90, None, decided)


def may(file: File) -> None:
    """Mark breaks Dewi's wrist: the family falls back, and the plan must say so."""
    file.write(
        "incidenten",
        "id: i3, datum: 2025-05-24, bekend_op: 2025-05-25, door: v1, tegen: m1, getuigen: k1, "
        "letsel: ernstig letsel, wat: Mark draaide de arm van Dewi om. Haar pols is gebroken.",
    )
    fallen = SILENT | {"recorded"}
    assert file.on("2025-05-25") == Stand(1, False, 0, "2025-08-22", fallen, runs_ahead=True)

    file.write("besluiten", "over: i3, datum: 2025-05-26, door: Noor, waarom: Het was één keer.")
    assert file.on("2025-05-26").days == 0, "nobody sets a serious incident aside"

    file.write("maatregelen", "id: o2, soort: detentie, geldt_voor: v1, vanaf: 2025-05-25")
    held = {"calm_last", "calm_unconfirmed", "opens_unknown", "recorded"}
    assert file.on("2025-05-26") == Stand(1, False, 0, None, held, runs_ahead=True)

    reason = "door: Noor, waarom: De behandeling van Mark loopt door in detentie."
    file.write("besluiten", f"over: T202, datum: 2025-05-24, {reason}, tot: 2025-06-10")
    assert file.on("2025-05-26").runs_ahead, "a decision of before it became known is no answer"
    file.write("besluiten", f"over: T202, datum: 2025-05-27, {reason}, tot: 2025-06-10")
    assert file.on("2025-05-27") == Stand(2, False, 0, None, held | {"decided"})


def june(file: File) -> None:
    """Mark comes home on the fourth; the decision lapses; Noor sets the phase back."""
    file.replace("vanaf: 2025-05-25", "vanaf: 2025-05-25, tot: 2025-06-03")
    back = SILENT | {"recorded"}
    assert file.on("2025-06-10") == Stand(2, False, 0, "2025-09-01", back | {"decided"})
    assert file.on("2025-06-11") == Stand(1, False, 0, "2025-09-01", back, runs_ahead=True)

    file.record(1, "datum: 2025-06-12, door: Noor, waarom: Eerst weer veilig.")
    assert file.on("2025-06-12") == Stand(1, False, 0, "2025-09-01", back)

    file.talked("2025-06-30", "Dewi", "Finn")
    calm = COUNTING | {"apart", "recorded"}
    assert file.on("2025-06-30") == Stand(1, False, 27, "2025-09-01", calm)
    assert file.reason("apart", "2025-06-30")["days"] == 10


def summer(file: File) -> None:
    """Nobody writes for three months: silence is not safety."""
    calm = COUNTING | {"apart", "recorded"}
    passed = calm - {"calm_opens"} | {"only_confirm"}
    opens, day = date(2025, 9, 1), date(2025, 7, 1)
    while day < date(2025, 10, 15):
        because = calm if day < opens else passed
        assert file.on(day) == Stand(1, False, 27, str(max(day, opens)), because)
        day += timedelta(days=1)


def october(file: File) -> None:
    """Dewi says that it was calm all along, and so does Finn: the question opens again."""
    file.talked("2025-10-14", "Finn", calm=None)
    file.talked("2025-10-15", "Dewi")
    assert file.on("2025-10-15").days == 27, "Finn was spoken with, but not asked"
    file.talked("2025-10-16", "Finn")
    enough = ENOUGH | {"apart", "recorded"}
    assert file.on("2025-10-16") == Stand(1, True, 134, None, enough)

    file.record(2, "datum: 2025-10-20, door: Noor, waarom: Nu weer aan de oorzaken.")
    assert file.on("2025-10-20") == Stand(2, True, 134, None, enough)


def november(file: File) -> None:
    """Finn tells what happened in August: the clock goes back to that day, and it opens again."""
    file.write(
        "incidenten",
        "id: i4, datum: 2025-08-20, bekend_op: 2025-11-10, bekend_door: k1, door: v1, tegen: m1, "
        "getuigen: k1, kenmerken: bedreiging, wat: Mark dreigde dat hij Dewi zou slaan.",
    )
    told = COUNTING | {"recorded"}
    assert file.on("2025-11-10") == Stand(1, False, 56, "2025-11-18", told, runs_ahead=True)

    enough = told - {"calm_opens"}
    file.talked("2025-11-18", "Dewi")
    assert file.on("2025-11-18").days == 57, "Finn was last asked on 16 October"
    file.talked("2025-11-18", "Finn")
    assert file.on("2025-11-18") == Stand(2, True, 90, None, enough)


def december(file: File) -> None:
    """Phase 3 comes with a dated, reasoned decision and in no other way."""
    file.talked("2025-12-01", "Dewi", "Finn")
    enough = ENOUGH | {"recorded"}
    assert file.on("2025-12-01") == Stand(2, True, 103, None, enough), "no clock leads to phase 3"

    for half in ("datum: 2025-12-02", "datum: 2025-12-02, door: Noor", "door: Noor, waarom: Goed."):
        file.record(3, half)
        assert file.on("2025-12-02") == Stand(2, True, 103, None, enough, runs_ahead=True)

    file.record(3, "datum: 2025-12-08, door: Noor, waarom: Mark loopt weg en Finn slaapt door.")
    assert file.on("2025-12-08") == Stand(3, True, 103, None, enough)


def a_year_later(file: File) -> None:
    """The gate shuts behind nobody who is silent; one word of Finn shuts it."""
    enough = ENOUGH | {"recorded"}
    assert file.on("2026-01-06") == Stand(3, True, 103, None, enough)

    file.talked("2026-01-07", "Finn", calm="nee")
    heard = {"calm_not", "calm_unconfirmed", "calm_opens", "recorded"}
    assert file.on("2026-01-07") == Stand(1, False, 0, "2026-04-07", heard, runs_ahead=True)


# The year of Rob, Wendy and Luka


def care_falls_short(file: File) -> None:
    """February: neglect alone. Only somebody from outside who saw the care confirms it."""
    unseen = {"care_last", "care_unseen", "care_opens", "no_record"}
    assert file.on("2025-02-05") == Stand(1, False, 0, "2025-05-04", unseen)

    file.talked("2025-02-20", "Wendy", "Luka")
    file.write("waarnemingen", "datum: 2025-02-21, zorg_goed_genoeg: ja")
    file.write("waarnemingen", "datum: 2025-02-22, door: Joke, rustig: ja")
    assert file.on("2025-02-22") == Stand(1, False, 0, "2025-05-04", unseen)

    file.saw_care("2025-02-24", good=True)
    seen = unseen - {"care_unseen"} | {"care_confirmed"}
    assert file.on("2025-02-24") == Stand(1, False, 21, "2025-05-04", seen)


def it_falls_short_again(file: File) -> None:
    """March: counted from the last day it was not good enough."""
    file.saw_care("2025-03-10", good=False)
    again = {"care_not", "care_unseen", "care_opens", "no_record"}
    assert file.on("2025-03-10") == Stand(1, False, 0, "2025-06-08", again)
    file.saw_care("2025-04-01", good=True)
    seen = again - {"care_unseen"} | {"care_confirmed"}
    assert file.on("2025-04-01") == Stand(1, False, 22, "2025-06-08", seen)


def violence_beside_it(file: File) -> None:
    """April to July: Rob pushed Wendy. Now both must hold, and the last one says when."""
    file.write(
        "incidenten",
        "id: i2, datum: 2025-04-10, bekend_op: 2025-04-11, door: v1, tegen: m1, getuigen: k1, "
        "letsel: pijn of angst, wat: Rob duwde Wendy tegen het aanrecht.",
    )
    care = {"care_not", "care_confirmed"}
    both = care | {"care_opens", "calm_last", "calm_unconfirmed", "calm_opens", "no_record"}
    assert file.on("2025-04-11") == Stand(1, False, 0, "2025-07-09", both)

    file.saw_care("2025-06-08", good=True)
    file.talked("2025-06-08", "Wendy", "Luka")
    calm = care | ENOUGH | {"no_record"}
    assert file.on("2025-06-08") == Stand(1, False, 59, "2025-07-09", calm | {"calm_opens"})

    file.talked("2025-07-09", "Wendy", "Luka")
    assert file.on("2025-07-09") == Stand(1, True, 90, None, calm)


def care_alone_shuts_the_gate(file: File) -> None:
    """July to October: it is calm at home, and again there is no food."""
    file.record(2, "datum: 2025-07-10, door: Noor, waarom: Het is rustig en er is elke dag eten.")
    calm = ENOUGH | {"recorded"}
    assert file.on("2025-07-10") == Stand(2, True, 90, None, calm | {"care_not", "care_confirmed"})
    file.saw_care("2025-07-20", good=False)
    hungry = calm | {"care_not", "care_unseen", "care_opens"}
    assert file.on("2025-07-20") == Stand(1, False, 0, "2025-10-18", hungry, runs_ahead=True)

    file.saw_care("2025-10-18", good=True)
    fed = calm | {"care_not", "care_confirmed"}
    assert file.on("2025-10-18") == Stand(2, True, 90, None, fed)


Chapter = Callable[[File], None]

YEAR: tuple[Chapter, ...] = (
    january, february, march, april, may, june, summer, october, november, december, a_year_later,
)  # fmt: skip
CARE: tuple[Chapter, ...] = (
    care_falls_short, it_falls_short_again, violence_beside_it, care_alone_shuts_the_gate,
)  # fmt: skip


def tell(text: str, chapters: tuple[Chapter, ...]) -> None:
    file = File(text)
    for chapter in chapters:
        chapter(file)


@pytest.mark.parametrize("last", YEAR, ids=lambda chapter: chapter.__name__)
def test_a_year_of_mark_dewi_and_finn(last: Chapter) -> None:
    tell(FIRST_NIGHT, YEAR[: YEAR.index(last) + 1])


@pytest.mark.parametrize("last", CARE, ids=lambda chapter: chapter.__name__)
def test_a_year_of_rob_wendy_and_luka(last: Chapter) -> None:
    tell(NEGLECT, CARE[: CARE.index(last) + 1])
