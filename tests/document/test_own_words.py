"""A copy speaks to its holder: "u" in a network copy, a young person's own right from 16 on."""

import pytest

from tests.document.stories import examined
from tests.document.test_personal import STORY
from top3.render import Rendered, render

RIGHT = "Wij delen dit alleen als jij dat goed vindt."


def copy(text: str, reader: str) -> str:
    exam = examined(text, asked=reader)
    made = render(exam.copies[reader], ("md",))["md"]
    assert isinstance(made, Rendered), [(f.code, f.variant) for f in exam.stopped[reader]]
    return made.data.decode()


def test_a_network_copy_says_you() -> None:
    text = STORY.replace("wie: n1, beschermt: k2, kijkt_mee: p1", "wie: [v1, n1], kijkt_mee: p1")
    text = text.replace("wie: v1, kijkt_mee: p1, voor", "wie: v1, kijkt_mee: [n1, p1], voor")
    own = copy(text, "member-n1")
    assert "- **Wie:** Peter en u\n" in own and "- **Wie kijkt mee:** u en Karin\n" in own
    assert "oma Ria" not in own.split("## Dit doet u")[1]
    assert " u en Karin" not in copy(text, "member-m1")


@pytest.mark.parametrize(("age", "has"), [(12, False), (15, False), (16, True), (17, True)])
def test_a_right_is_told_where_it_holds(age: int, has: bool) -> None:
    text = STORY.replace("leeftijd: 10", f"leeftijd: {age}")
    text = text.replace("toestemming: [v1, m1]", "toestemming: [k1, v1, m1]")
    said = copy(text, "child-k1")
    assert (RIGHT in said) == has
    assert "16 of ouder" not in said


def test_who_and_when_are_said_in_words() -> None:
    text = STORY.replace("leeftijd: 10", "leeftijd: 13").replace(
        "kijkt_mee: p1, voor_kinderen: Papa", "wanneer: altijd, kijkt_mee: p1, voor_kinderen: Papa"
    )
    said = copy(text.replace("[v1, m1]", "[k1, v1, m1]"), "child-k1")
    assert "- Papa duwt niet.\\\n  Wie: Peter. Wanneer: altijd\n" in said
    assert "·" not in said.split("## Wie je helpt")[0]
