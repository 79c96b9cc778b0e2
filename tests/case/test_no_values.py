"""No finding, and no sentence made from one, holds a value or an unknown key of the file."""

import traceback

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from tests.case.corrupt import DAMAGES, HIDDEN, LINES, SECRETS, mutated, planted
from tests.case.family import LONG, QUICK
from tests.case.hostile import HOSTILE
from top3.case.finding import Finding, Severity
from top3.case.loader import Refused
from top3.case.reader import Reading, read
from top3.words import LANGUAGES, Words


def sentences(finding: Finding) -> str:
    """Write a finding out as far as its card goes, in every language."""
    said = [repr(finding), finding.id, repr(finding.order)]
    for language in LANGUAGES:
        words = Words(language)
        said.append(words.card(finding.code)["title"])
        for part in ("message", "hint"):
            sentence = words.entry(f"cards/{finding.code}.{part}.{finding.variant}")
            said.append(words.fill(sentence, **finding.values))
    return "\n".join(said)


def check(reading: Reading) -> None:
    assert (reading.case is None) is bool(reading.findings)
    for finding in reading.findings:
        assert not HIDDEN.search(sentences(finding))
        assert finding.mark.line >= 1
        assert finding.mark.column >= 1


def test_the_secrets_would_be_found() -> None:
    for secret in SECRETS:
        assert HIDDEN.search(f"x {secret!r} y")


@pytest.mark.parametrize("number", range(len(DAMAGES)))
def test_each_damage_alone(number: int) -> None:
    """A line here and there, every secret: no damage may tell it."""
    lines, findings = LINES["nl"], 0
    for secret in SECRETS:
        for place in range(number % 10, len(lines), 90):
            changed = DAMAGES[number](lines[place], secret)
            reading = read("\n".join([*lines[:place], changed, *lines[place + 1 :]]).encode())
            check(reading)
            findings += len(reading.findings)
    harmless = DAMAGES[number]("x: y", "z") in ("x: y # z", "")
    assert harmless or findings


@QUICK
@given(planted())
def test_no_damaged_file_tells_its_secrets(data: bytes) -> None:
    reading = read(data)
    event("refused" if reading.findings else "read")
    check(reading)


@QUICK
@given(mutated())
def test_no_mutation_of_bytes_is_a_crash(data: bytes) -> None:
    reading = read(data)
    event(reading.findings[0].code if reading.findings else "read")
    check(reading)


@QUICK
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode())))
def test_no_bytes_at_all_are_a_crash(data: bytes) -> None:
    check(read(data))


@QUICK
@given(st.text(alphabet=" \n:-[]{}#&*!|>'\"%@`,?ab1\t", max_size=60))
def test_no_signs_of_the_notation_are_a_crash(text: str) -> None:
    check(read(text.encode()))
    check(read(f"top3: 1\ncasus: {text}".encode()))


@pytest.mark.parametrize("name", HOSTILE)
def test_every_refusal_is_an_error_with_a_line_and_a_sentence(name: str) -> None:
    text = HOSTILE[name][0]
    reading = read(text if isinstance(text, bytes) else text.encode())
    check(reading)
    assert 0 < len(reading.findings) <= 100
    for finding in reading.findings:
        assert finding.severity is Severity.ERROR
        assert len(repr(finding)) < 3000


def test_a_refusal_itself_carries_nothing() -> None:
    """Nor does the exception that ends the reading, with what it came from."""
    from top3.case.loader import load

    seen = 0
    for secret in SECRETS:
        for text in (f'a: "{secret}', f"a: *{secret}", f"a: &{secret} x", f"a: b: {secret}"):
            with pytest.raises(Refused) as caught:
                load(text)
            error = caught.value
            assert error.__cause__ is None
            assert error.__suppress_context__ or error.__context__ is None
            assert not HIDDEN.search("".join(traceback.format_exception(error)))
            seen += 1
    assert seen == 4 * len(SECRETS)


@pytest.mark.long
@settings(LONG)
@given(st.one_of(planted(), mutated(), st.binary(max_size=2000)))
def test_the_long_run(data: bytes) -> None:
    check(read(data))
