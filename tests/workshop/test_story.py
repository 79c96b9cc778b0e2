"""One family over three meetings: clean each time, the same people, and the phase falls back."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from top3.document.release import examine
from top3.words import LANGUAGES, Words
from top3.workshop.family import Wish
from top3.workshop.figures import SETTINGS
from top3.workshop.story import Story, _families, tell_story
from top3.workshop.told import describe_as_drawn

DAY = date(2026, 11, 24)
WISHES = [Wish(seed, DAY, code, "family under stress", 1) for seed in (1, 2) for code in LANGUAGES]


@pytest.fixture(params=WISHES, ids=str, scope="module")
def story(request: pytest.FixtureRequest) -> Story:
    return tell_story(request.param)


def test_each_file_is_clean_and_the_phase_goes_to_two_and_back(story: Story) -> None:
    phases = []
    for told in story.meetings:
        exam = examine(told.reading, told.family.wish.day)
        assert exam.findings == ()
        assert exam.judgement.phase.number == exam.judgement.phase.recorded
        phases.append(exam.judgement.phase.number)
    assert phases == [1, 2, 1]


def test_what_did_not_change_is_told_the_same(story: Story) -> None:
    def people(data: dict[str, Any]) -> list[Any]:
        kept = ("id", "name", "role", "age", "household", "safe_place", "calls")
        return [*([m.get(k) for k in kept] for m in data["members"]), data["network"]]

    def situations(data: dict[str, Any]) -> dict[str, Any]:
        return {
            item["id"]: (item["title"], item["wish"], [a["what"] for a in item["agreements"]])
            for item in data["situations"]
            if item["agreements"]
        }

    first, second, third = (told.data for told in story.meetings)
    assert people(first) == people(second) == people(third)
    assert len(situations(first)) == 3
    assert situations(first) == situations(second) == situations(third)
    for key in ("title", "wish", "feeds", "ground"):
        told = [[r[key] for r in data["risk_factors"]] for data in (first, second, third)]
        assert told[0] == told[1] == told[2]


def test_in_every_family_the_agreements_stay_the_same() -> None:
    """Before any file is written, so that many families can be looked at."""
    for seed in range(80):
        wish = Wish(seed, DAY, "nl", "family under stress", 1, has_barring_order=False)
        told = [
            [(s["title"], s["wish"], [a["what"] for a in s["agreements"]]) for s in d["situations"]]
            for d in map(describe_as_drawn, _families(wish))
        ]
        assert told[0] == told[1] == told[2], seed


def test_nothing_that_happened_is_left_out_later(story: Story) -> None:
    before: list[Any] = []
    for told in story.meetings:
        now = told.data["violence"]["incidents"]
        assert now[len(now) - len(before) :] == before
        before = now
    assert len(before) == len(story.meetings[1].data["violence"]["incidents"]) + 1


def test_help_that_runs_is_not_stopped_by_falling_back(story: Story) -> None:
    def running(data: dict[str, Any]) -> set[str]:
        items = [*data["risk_factors"], *data["recovery"]]
        return {a["what"] for i in items for a in i["actions"] if a["status"] == "active"}

    _, second, third = (told.data for told in story.meetings)
    assert running(second) and running(second) <= running(third)
    assert all(r["status"] == "waiting" for r in third["risk_factors"])
    assert [s["status"] for s in second["situations"]] == ["lasting", "lasting", "lasting", "done"]
    assert [s["status"] for s in third["situations"]].count("active") == 3


def test_calm_was_confirmed_long_enough_and_apart(story: Story) -> None:
    second = story.meetings[1]
    last = second.data["violence"]["incidents"][0]["date"]
    talks = [t for m in second.data["members"] for t in m["conversations"] if "calm" in t]
    assert talks and all(t["alone"] == "yes" for t in talks)
    assert (max(t["date"] for t in talks) - last).days >= 90


def test_no_child_is_unsafe_in_the_calm_that_leads_to_fase_2(story: Story) -> None:
    second = story.meetings[1].data
    scores = [m["safety_scores"][-1]["score"] for m in second["members"] if m["safety_scores"]]
    assert scores and min(scores) >= SETTINGS.unsafe_below


def test_the_third_plan_says_that_it_happened_again(story: Story) -> None:
    language = story.meetings[2].family.wish.language
    why = story.meetings[2].data["plan"]["phase"]["why"]
    assert why in Words(language).entry("workshop/story.why")


def test_the_same_wish_tells_the_same_story() -> None:
    one, two = tell_story(WISHES[0]), tell_story(WISHES[0])
    assert [t.file for t in one.meetings] == [t.file for t in two.meetings]
    other = tell_story(replace(WISHES[0], seed=99))
    assert [t.file for t in other.meetings] != [t.file for t in one.meetings]


def test_what_did_not_come_back_is_no_longer_told_as_every_day(story: Story) -> None:
    third = story.meetings[-1].data
    newest = third["violence"]["incidents"][0]["id"]
    often = {newest in item["incidents"]: item["frequency"] for item in third["situations"]}
    rest = [item for item in third["situations"] if newest not in item["incidents"]]
    assert {item["frequency"] for item in rest} <= {"now and then", "once"}
    assert True in often and often[True] != "once"
