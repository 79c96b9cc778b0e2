"""No format tells a value of a file: planted words, damaged files, the names of every fixture."""

import json
from pathlib import Path

import pytest
from lxml import etree

from tests.case.corrupt import DAMAGES
from tests.case.family import full, write
from tests.method.stories import FIXTURES
from tests.report.files import DAY, FORMS, found
from top3.case.reader import read_file

PLANTED = "Zwaluwstaart"
EVERY = ",".join(f"{form}=uit.{form}" for form in FORMS)


def everything(top3, folder: str, language: str) -> dict[str, str]:
    """What all formats say of a folder, and what came on the screen."""
    result = top3("check", folder, *DAY, "--format", EVERY, "--lang", language, "--show-values")
    assert result.code in (0, 1, 2) and (result.out, result.err) == ("", "")
    texts = {form: Path(f"uit.{form}").read_text("utf-8") for form in FORMS}
    assert all(texts.values())
    return texts


def plant(language: str) -> None:
    """Fill every free text of a file with the secret, with other vocabulary words each time."""
    Path("map").mkdir()
    for turn in range(12):
        text = write(full(turn), language).replace("tekst van", PLANTED)
        assert text.count(PLANTED) > 50
        Path("map", f"heel-{turn:02}.yaml").write_text(text, "utf-8")
    lines = write(full(), language).replace("tekst van", PLANTED).split("\n")
    for number, damage in enumerate(DAMAGES):
        place = (number * 37) % len(lines)
        damaged = [*lines[:place], damage(lines[place], PLANTED), *lines[place + 1 :]]
        Path("map", f"kapot-{number:02}.yaml").write_text("\n".join(damaged), "utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_planted_secrets_stay_in_the_file(top3, language):
    plant(language)
    texts = everything(top3, "map", language)
    codes = {finding["code"] for finding in found(json.loads(texts["json"]))}
    assert len(codes) > 12 and "T415" in codes and {c[:2] for c in codes} >= {"T0", "T1", "T9"}
    assert not [form for form, text in texts.items() if PLANTED.lower() in text.lower()]


def test_no_name_of_any_fixture_is_told(top3):
    names = set()
    for path in FIXTURES.glob("*.yaml"):
        case = read_file(path).case
        assert case is not None
        people = (*case.members, *case.network, *case.professionals)
        names |= {person.name for person in people if person.name and len(person.name) > 2}
    assert len(names) > 10
    texts = everything(top3, str(FIXTURES), "nl")
    cards = {"Noor", "Mark", "Dewi"}  # the examples on the cards, in the rules of SARIF
    for form, text in texts.items():
        if form == "sarif":
            text = json.dumps(json.loads(text)["runs"][0]["results"], ensure_ascii=False)
        if form == "junit":
            text = " ".join(etree.fromstring(text.encode()).itertext())
        told = sorted(name for name in names - cards if name in text)
        assert not told, form
