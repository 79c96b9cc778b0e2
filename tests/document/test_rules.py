"""The rules of confidentiality: each on small files that state in themselves what is expected."""

import re
import string
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from tests.document.stories import codes, told
from top3.document.release import Examination, examine, registry
from top3.words import LANGUAGES, Words

FOLDER = Path(__file__).parents[1] / "fixtures" / "document"
FIXTURES = sorted(FOLDER.glob("*.yaml"))
CODES = ("T901", "T902", "T903", "T904")
STATED = re.compile(r"# verwacht: (.*)")


def expected(path: Path) -> list[tuple[int, str, str, str]]:
    """Line, id, severity and variant, as the file says."""
    stated = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if match := STATED.search(line):
            for one in match[1].split(";"):
                identifier, severity, variant = one.split()
                stated.append((number, identifier, severity, variant))
    return sorted(stated)


def examined(path: Path) -> Examination:
    text = path.read_text("utf-8")
    day = re.match(r"# peildatum: (\S+)\n", text)
    assert day, path.name
    asked = re.search(r"^# gevraagd: (\S+)", text, re.MULTILINE)
    return examine(told(text), date.fromisoformat(day[1]), asked=asked[1] if asked else "")


def test_the_rules_are_these() -> None:
    assert tuple(rule.code for rule in registry()) == CODES
    assert all(rule.stops for rule in registry())


@pytest.mark.parametrize("code", CODES)
def test_each_rule_has_a_failing_and_a_passing_file(code: str) -> None:
    names = [path.name for path in FIXTURES if path.name.startswith(code)]
    assert {name.split(".")[1].split("-")[0] for name in names} == {"fail", "pass"}


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_exactly_what_the_file_states(path: Path) -> None:
    code = path.name.split(".")[0]
    stated = expected(path)
    assert bool(stated) is path.name.startswith(f"{code}.fail")
    exam = examined(path)
    found = [
        (f.mark.line, f.id, f.severity.name.lower(), f.variant)
        for f in exam.findings
        if f.code == code
    ]
    assert sorted(found) == stated
    assert stated or exam.withheld == (), "nothing else stops the copy of a passing file"
    assert ("everyone" in exam.copies) is (not exam.withheld)
    assert exam.copies["professional"].judgement


SECRETS = ("populierenhof", "8071", "51515151", "pimpernel", "wilgen", "epe", "vertrekt vrijdag")
NAMES = ("kees", "lotte", "vos", "fleur", "12345678", "7311", "vlinder", "kamperschool")


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_finding_never_holds_what_it_is_about(path: Path) -> None:
    exam = examined(path)
    mine = [f for f in exam.findings if f.code in CODES]
    said = " ".join([repr(mine), *codes(mine)]).lower()
    found = set(re.findall(r"\w+", said))
    assert not found & {*SECRETS, *NAMES}
    assert not any(value in said for value in (*SECRETS, *NAMES) if len(value) > 4)


def test_there_were_secrets_to_hold() -> None:
    texts = " ".join(path.read_text("utf-8").lower() for path in FIXTURES)
    assert all(value in texts for value in (*SECRETS, *NAMES))


# --- cards -------------------------------------------------------------------------------------

PARTS = (
    "code",
    "title",
    "phase",
    "what",
    "why",
    "source",
    "ask",
    "good",
    "bad",
    "repair",
    "false_alarms",
)


def used_variants() -> dict[str, set[str]]:
    """Variants as the rules' own files name them, and as the fixtures meet them."""
    used: dict[str, set[str]] = defaultdict(set)
    for path in FIXTURES:
        for _, identifier, _, variant in expected(path):
            used[identifier.split(":")[0]].add(variant)
    return used


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_a_card_is_complete_and_has_exactly_the_variants_that_are_used(
    code: str, language: str
) -> None:
    card = Words(language).card(code)
    assert card["code"] == code
    assert all(card[part].strip() for part in PARTS)
    assert set(card) == {*PARTS, "message", "hint"}
    assert set(card["message"]) == set(card["hint"]) == used_variants()[code]


@pytest.mark.parametrize("code", CODES)
def test_cards_ask_for_the_same_values_in_each_language(code: str) -> None:
    def names(language: str) -> dict[tuple[str, str], list[str]]:
        card = Words(language).card(code)
        return {
            (kind, variant): sorted(
                name for _, name, _, _ in string.Formatter().parse(text) if name is not None
            )
            for kind in ("message", "hint")
            for variant, text in card[kind].items()
        }

    assert names("nl") == names("en")
