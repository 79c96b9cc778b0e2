"""`top3 plan`: judge one file, make its copies, and tell the case director in short."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from top3.case.finding import Finding, Mark, Severity
from top3.case.people import Member, NetworkPerson
from top3.case.reader import Reading, read_file
from top3.case.vocabulary import Answer, Share
from top3.cli.made import Files, Made, write_files
from top3.cli.threshold import exit_code
from top3.cli.unusable import refuse
from top3.cli.usage import DOCUMENT_FORMATS, WrongUsage
from top3.document.compose import sheets
from top3.document.release import Examination, examine
from top3.method import facts
from top3.method.settings import SETTINGS
from top3.render import Rendered, render_files
from top3.report.checked import Checked
from top3.report.machine import dump, file_report, plan_report
from top3.report.terminal import Report
from top3.words import Words

FORMATS_OF = {"plan": DOCUMENT_FORMATS, "poster": ("html", "pdf")}
"""A poster is made to be printed."""
_FAMILY = ("everyone", "member-*", "child-*")
"""The folders of the family's copies."""


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """What was asked for: a copy by its name, "all", or (empty) both copies of the main job."""

    file: str
    reader: str
    formats: Sequence[str]
    output: Path
    day: date
    fail_on: str
    show_values: bool

    def readers(self, exam: Examination) -> list[str]:
        """The readers whose copies are made."""
        personal = [reader.name for reader in exam.readers]
        if self.reader == "all":
            return ["everyone", "professional", *personal]
        return [self.reader] if self.reader else ["everyone", "professional"]


def make_plan(request: PlanRequest, words: Words) -> int:
    """Make the plan of one file and give the exit code."""
    reading = read_file(Path(request.file))
    if reading.case is None:
        code = refuse(request.file, reading, words, plain=request.show_values)
        _tell_older(Report(words, sys.stderr), request.output, frozenset())
        return code
    exam = examine(reading, request.day, asked=request.reader)
    known = ["everyone", "professional", *(reader.name for reader in exam.readers), "all"]
    if request.reader and request.reader not in known:
        _tell_older(Report(words, sys.stderr), request.output, frozenset())
        raise _no_such_reader(exam, request, known)
    copies = {reader: _render(reader, request, exam, words) for reader in request.readers(exam)}
    made = [write_files(request.output / reader, files) for reader, files in copies.items()]
    findings = (*exam.findings, *_unprintable(made, reading))
    report = Report(words, plain=request.show_values)
    report.summary(exam.case, exam.judgement)
    report.heading(words.say("report.findings"))
    report.findings(request.file, findings, reading)
    report.count(findings)
    _tell_made(report, made)
    _tell_copy(report, exam, request)
    _tell_older(report, request.output, frozenset(each.folder for each in made if each.written))
    return max([exit_code(findings, request.fail_on), *(each.exit_code for each in made)])


def _no_such_reader(exam: Examination, request: PlanRequest, known: Sequence[str]) -> WrongUsage:
    """Say why there is no such reader: somebody of the file may have no copy yet."""
    who = request.reader.partition("-")[2]
    person = exam.case.person(who)
    if any(reader.person == who for reader in exam.readers) or person is None:
        valid = ", ".join(name.replace("-", ":") for name in known)
        return WrongUsage("cli.no_such_reader", valid=valid)
    if not isinstance(person, Member | NetworkPerson) or _is_hidden(person):
        return WrongUsage("cli.reader_none", id=who)
    if isinstance(person, NetworkPerson):
        return WrongUsage("cli.reader_no_task", id=who)
    if facts.age(person, exam.case, request.day) is None:
        return WrongUsage("cli.reader_no_age", id=who)
    return WrongUsage("cli.reader_small", id=who, age=SETTINGS.child_speaks_from)


def _is_hidden(person: Member | NetworkPerson) -> bool:
    is_unborn = isinstance(person, Member) and facts.is_unborn(person)
    return is_unborn or person.share_with is Share.PROFESSIONALS


def _render(reader: str, request: PlanRequest, exam: Examination, words: Words) -> Files:
    """Render one reader's files in memory; none when the copy may not exist."""
    document = exam.copies.get(reader)
    if document is None:
        return {}
    files = render_files(
        {
            stem: (sheet, [name for name in request.formats if name in FORMATS_OF[stem]])
            for stem, sheet in sheets(document).items()
        }
    )
    if "json" in request.formats and reader == "professional":
        judged = exam.judgement
        checked = Checked(request.file, request.day, exam.case, judged, exam.findings)
        report = file_report(checked, words)
        is_invented = exam.case.info.fictional is True
        report = plan_report(report, judged.plan, words, fictional=is_invented)
        files["plan.json"] = Rendered(dump([report]).encode())
    return files


def _unprintable(made: Iterable[Made], reading: Reading) -> Iterator[Finding]:
    """A finding for each character that no font has, at the first line that holds it."""
    rendered = [file for each in made for file in each.files.values()]
    lost = {c for file in rendered if isinstance(file, Rendered) for c in file.replaced}
    for character in sorted(lost):
        places = (Mark(n, text.find(character) + 1) for n, text in enumerate(reading.lines, 1))
        mark = next((place for place in places if place.column), Mark(1, 1))
        values = {"character": f"U+{ord(character):04X}"}
        yield Finding("T011", Severity.WARNING, (values["character"],), (), mark, values=values)


def _tell_made(report: Report, made: Iterable[Made]) -> None:
    """Say what was made, and where files of an earlier run lie beside it."""
    made = [each for each in made if each.files]
    if made:
        report.heading(report.words.say("report.made"))
    for each in made:
        each.tell(report)
    for each in sorted(made, key=lambda each: str(each.folder)):
        if each.written and any(path.name not in each.new for path in _copies_in(each.folder)):
            report.line(report.words.say("report.leftover", folder=str(each.folder)), "bold")


def _tell_older(report: Report, output: Path, new: frozenset[Path]) -> None:
    """Name each family copy that this run did not write: it may say too much now."""
    found = (folder for pattern in _FAMILY for folder in sorted(output.glob(pattern)))
    older = [str(folder) for folder in found if folder not in new and _copies_in(folder)]
    if older:
        report.line(report.words.say("report.older", folder=report.words.join(older)), "bold")


def _copies_in(folder: Path) -> list[Path]:
    """The copies that lie in a reader's folder, of this run and of earlier ones."""
    return [path for stem in FORMATS_OF for path in folder.glob(f"{stem}.*")]


def _tell_copy(report: Report, exam: Examination, request: PlanRequest) -> None:
    """Say how things stand with the family's copy."""
    say = report.words.say
    asked = [name for name in request.readers(exam) if name in exam.copies]
    family = [name for name in asked if name != "professional" or name == request.reader]
    report.line()
    if family and (document := exam.copies[family[0]]).provisional:
        key = "report.provisional" if document.review else "report.provisional_open"
        report.line(say(key, date=document.review))
    _tell_personal(report, exam, request)
    if "everyone" not in request.readers(exam):
        return
    if not exam.withheld:
        report.line(say("report.review_yourself"))
        return
    codes = report.words.join(dict.fromkeys(finding.code for finding in exam.withheld))
    report.line(say("report.withheld"), "bold")
    report.line(say("report.withheld_why", codes=codes))


def _tell_personal(report: Report, exam: Examination, request: PlanRequest) -> None:
    """Say which copies for one person were asked for and not made, and why."""
    asked = {*request.readers(exam)} - {"everyone", "professional"}
    for reader in exam.readers:
        if reader.name not in asked or reader.name in exam.copies:
            continue
        codes = dict.fromkeys(finding.code for finding in exam.stopped.get(reader.name, ()))
        key = "report.personal_withheld" if codes else "report.personal_unsafe"
        report.line(report.words.say(key, id=reader.person, codes=report.words.join(codes)))
    if request.reader != "all":
        return
    held = {reader.person for reader in exam.readers}
    for person in exam.case.network:
        safe = person.own_copy is not None and person.own_copy.safe is Answer.YES
        if safe and person.id not in held and not _is_hidden(person):
            report.line(report.words.say("cli.reader_no_task", id=person.id))
