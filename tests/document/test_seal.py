"""A person says "this match is not the secret": it holds for that very sentence, and no other."""

from datetime import date

import pytest

from tests.document.stories import codes, examined
from top3.case.fields import ID_FORM
from top3.case.finding import Finding, Severity
from top3.document.release import Examination
from top3.document.seal import seal
from top3.method.answers import ANSWER
from top3.report.checked import stable_id

CASE = """
top3: 1
plan: {{datum: 2024-09-02, volgende_evaluatie: 2024-09-09}}
team:
  casusregisseur: {{id: p1, naam: Karin, organisatie: het wijkteam, telefoon: 055-555 01 23}}
  anderen: [{{id: p4, naam: Lotte van der Meer, organisatie: de zorg}}]
gezin: [{{id: v1, naam: Peter, rol: vader}}]
onveilige_situaties:
  - id: s1
    titel: Slaan
    wens: Niemand slaat.
    afspraken: [{{id: a1, wat: "{what}", wie: v1, wanneer: "{when}", kijkt_mee: p1, als_het_misgaat: Stop.}}]
vertrouwelijk: [{{id: x1, soort: school, waarde: basisschool Anker, datum: {recorded}}}]
besluiten: [{decisions}]
"""  # noqa: E501
DOUBTFUL = "Peter legt het Anker klaar."
WHOLE = "Peter gaat niet naar basisschool Anker."


def story(
    what: str = "Niets.",
    when: str = "altijd",
    *about: str,
    recorded: str = "2024-09-01",
    until: str = "2024-09-30",
) -> Examination:
    answer = "datum: 2024-09-01, door: Karin, waarom: Een speeltje., tot: " + until
    decisions = ", ".join(f'{{over: "{one}", {answer}}}' for one in about)
    return examined(CASE.format(what=what, when=when, recorded=recorded, decisions=decisions))


def of(exam: Examination, code: str) -> list[Finding]:
    return [finding for finding in exam.findings if finding.code == code]


def only(exam: Examination, code: str) -> Finding:
    (found,) = of(exam, code)
    return found


def test_nothing_stops_the_plain_story() -> None:
    assert story().withheld == () and "everyone" in story().copies


@pytest.mark.parametrize(
    ("code", "variant", "text"),
    [
        ("T901", "part", DOUBTFUL),
        ("T903", "number", "Peter legt 25 AB 12 en de rest klaar."),
        ("T903", "school", "Peter belt basisschool Rust."),
        ("T903", "name_part", "Meer rust in huis."),
    ],
)
def test_an_answer_lets_the_copy_go_until_the_sentence_changes(
    code: str, variant: str, text: str
) -> None:
    before = story(text)
    found = only(before, code)
    assert found.variant == variant and found.stops and before.withheld == (found,)
    answered = story(text, "altijd", found.id)
    assert only(answered, code).answered and answered.withheld == ()
    assert "everyone" in answered.copies and not of(answered, "T415")
    changed = story(f"{text} Elke dag.", "altijd", found.id)
    assert not only(changed, code).answered and only(changed, code).id != found.id
    assert changed.withheld == (only(changed, code),) and "everyone" not in changed.copies
    assert only(changed, "T415").id == f"T415:{found.id}"
    assert only(changed, "T415").variant == "orphan"


def test_the_same_words_in_another_field_are_another_finding() -> None:
    both = of(story(DOUBTFUL, DOUBTFUL), "T901")
    assert len(both) == 2 and len({finding.id for finding in both}) == 2
    exam = story(DOUBTFUL, DOUBTFUL, both[0].id)
    assert [finding.id for finding in exam.withheld] == [both[1].id]
    whole = of(story(WHOLE, WHOLE), "T901")
    assert {finding.id for finding in whole} == {"T901:x1:a1:what", "T901:x1:a1:when"}


@pytest.mark.parametrize(
    ("code", "identifier", "text"),
    [("T901", "T901:x1:a1:what", WHOLE), ("T903", "T903:a1:p4", "Lotte van der Meer helpt.")],
)
def test_the_whole_value_is_never_answered_away(code: str, identifier: str, text: str) -> None:
    exam = story(text, "altijd", identifier)
    found = next(finding for finding in of(exam, code) if finding.id == identifier)
    assert found.stops and not found.answered and found in exam.withheld
    assert ANSWER not in found.values
    refused = only(exam, "T415")
    assert refused.variant == "endangers" and refused.severity is Severity.ERROR


def test_an_answer_lapses_at_its_end_and_when_the_secret_is_recorded_anew() -> None:
    answer = only(story(DOUBTFUL), "T901").id
    past = story(DOUBTFUL, "altijd", answer, until="2024-09-01")
    assert only(past, "T901") in past.withheld and only(past, "T414").variant == "past"
    anew = story(DOUBTFUL, "altijd", answer, recorded="2024-09-02")
    assert only(anew, "T901") in anew.withheld and only(anew, "T415").variant == "orphan"


def test_an_answer_hides_no_other_leak() -> None:
    """The answered sentence stands beside one with the whole value."""
    answer = of(story(DOUBTFUL), "T901")[0].id
    exam = story(DOUBTFUL, WHOLE, answer)
    assert [finding.id for finding in exam.withheld if finding.code == "T901"] == [
        "T901:x1:a1:when"
    ]


def test_the_hint_says_how_to_answer_and_nothing_of_what_was_written() -> None:
    for text in (DOUBTFUL, "Meer rust in huis.", "Peter belt basisschool Rust."):
        (found,) = [f for f in story(text).findings if f.code in ("T901", "T903")]
        said = codes([found])
        assert len(said) == 5
        assert all(found.id in hint for hint in (said[2], said[4])), "in Dutch and in English"
        assert stable_id(found) == found.id, "also for machines"
        words = {"anker", "speeltje", "meer rust", "klaar"}
        assert not any(word in " ".join((repr(found), *said)).casefold() for word in words)


def test_a_seal_is_an_id_and_every_sentence_has_its_own() -> None:
    seals = [seal("what", f"zin {number}", date(2024, 9, 1)) for number in range(300)]
    assert all(ID_FORM.fullmatch(one) for one in seals)
    assert len({*seals}) >= 299
    assert seal("what", "zin", None) == seal("what", "zin", None) != seal("when", "zin", None)
