"""The recorded phase beside the gate: who may decide what (method.md §1)."""

import pytest

from tests.method.new_year import LATER, NEW_YEAR, calm, reasons, story
from tests.method.stories import judged, phase_of
from top3.method.phase import Phase

RECORDED = "---\nplan: {fase: {niveau: 2}}\nbesluiten: [{over: T202, %s}]\n"


@pytest.mark.parametrize(
    ("decision", "number"),
    [
        ("datum: 2024-08-20, door: Noor, waarom: Daarom., tot: 2024-09-02", 2),
        ("datum: 2024-08-20, door: Noor, waarom: Daarom., tot: 2024-09-01", 1),
        ("datum: 2024-08-20, door: Noor, waarom: Daarom.", 1),
        ("datum: 2023-12-31, door: Noor, waarom: Daarom., tot: 2024-10-01", 1),
        ("datum: 2024-01-01, door: Noor, waarom: Daarom., tot: 2024-10-01", 2),
    ],
)
def test_a_recorded_phase_that_runs_ahead_needs_a_reasoned_decision(
    decision: str, number: int
) -> None:
    judgement = judged(story(more=RECORDED % decision), LATER)
    phase = judgement.phase
    assert (phase.number, phase.recorded, phase.gate_open) == (number, 2, False)
    assert ("decided" in reasons(phase)) == (number == 2)
    assert [f.id for f in judgement.findings if f.code == "T202"] == ["T202"][number - 1 :]


def test_news_after_the_decision_undoes_it() -> None:
    text = story(
        f"{NEW_YEAR}, {{id: i2, datum: 2024-01-01, bekend_op: 2024-08-21, door: v1, tegen: m1}}",
        more=RECORDED % "datum: 2024-08-20, door: Noor, waarom: Daarom., tot: 2024-10-01",
    )
    assert phase_of(text, LATER).number == 1


def test_with_an_open_gate_the_recorded_phase_holds() -> None:
    for level in (1, 2, 3):
        more = RECORDED % "datum: 2024-08-20, door: Noor, waarom: Daarom., tot: 2024-10-01"
        who = "datum: 2024-08-20, door: Noor, waarom: Rust."
        more = more.replace("niveau: 2", f"niveau: {level}, {who}")
        text = story(m1=calm("2024-08-01"), more=more)
        phase = phase_of(text, LATER)
        assert "decided" not in reasons(phase)
        assert (phase.number, phase.recorded) == (level, level)
        assert reasons(phase)["recorded"] == {"phase": level}


@pytest.mark.parametrize(
    "danger",
    [
        "  acute_onveiligheid: ja\n",
        "  acute_onveiligheid: vermoeden\n",
        "onveilige_situaties: [{id: s1, titel: Slaan, acuut: ja}]\n",
        "onveilige_situaties: [{id: s1, titel: Slaan, acuut: vermoeden, status: actief}]\n",
    ],
)
def test_acute_unsafety_shuts_the_gate_where_it_is_suspected_too(danger: str) -> None:
    more = f"---\n{danger}plan: {{fase: {{niveau: 2}}}}\n"
    phase = phase_of(story(m1=calm("2024-08-01"), more=more), LATER)
    assert (phase.calm_days, phase.gate_open, phase.number) == (213, False, 1)
    assert "acute" in reasons(phase)


@pytest.mark.parametrize("status", ["geborgd", "klaar", "vervallen"])
def test_a_situation_that_is_over_leaves_the_gate_open(status: str) -> None:
    more = f"---\nonveilige_situaties: [{{id: s1, titel: Slaan, acuut: ja, status: {status}}}]\n"
    assert phase_of(story(m1=calm("2024-08-01"), more=more), LATER).gate_open


def test_a_phase_without_a_reason_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="reason"):
        Phase(1, 1, False, 0, None, ())
