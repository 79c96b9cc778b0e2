"""Puts a workshop together: a folder for each group and round, the facilitator's, and the story."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from top3.case.cut import EVERYONE
from top3.document.forms import compose_forms
from top3.document.lesson import Lesson
from top3.document.model import Document
from top3.render import Failure, Rendered, render_files
from top3.words import Words
from top3.workshop.blocks import STRESS, profile_files
from top3.workshop.data import PRIORITIES
from top3.workshop.family import Wish
from top3.workshop.meetings import meeting_answer, meeting_paper
from top3.workshop.papers import (
    case_paper,
    colleague_paper,
    foot,
    group_of,
    key_paper,
    plain_paper,
)
from top3.workshop.planting import Planted, plant_some
from top3.workshop.story import Story, tell_story
from top3.workshop.told import Told

LEVELS = {"start": 3, "advanced": 5}
"""How many mistakes a group looks for."""

_APART = 7_919
"""Between the seeds of two groups; another level has seeds of its own."""

_STORY_AGES = (10, 7)

_EXAMPLE_CODES = ("T101", "T105", "T402", "T404", "T405", "T102")
"""A code to look up, of which the first that is no answer is named: one more than mistakes."""

_NEIGHBOURS = 6
"""Groups with no first name in common with each other, so that nobody mixes them up."""

Files = Mapping[str, Rendered | Failure]


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for. `level`: start or advanced."""

    groups: int
    seed: int
    day: date
    level: str
    language: str
    formats: Sequence[str]


def make_kit(order: Order) -> dict[str, Files]:
    """Make all files, by folder and name. The same order gives the same bytes."""
    words = Words(order.language)
    groups: list[Planted] = []
    for number in range(1, order.groups + 1):
        groups.append(_group(number, order, {*_names(groups[-_NEIGHBOURS:])}))
    story = tell_story(
        Wish(order.seed, order.day, order.language, STRESS, phase=1, ages=_STORY_AGES)
    )
    forms = render_files({_name(words, "forms"): (compose_forms(words), order.formats)})
    made = _facilitator(groups, story, order, words)
    for number, planted in enumerate(groups, 1):
        made |= _rounds(number, planted, order, words, forms)
    return made | _story(story, order, words)


def group_folder(order: Order, number: int) -> str:
    """The name of a group's folder."""
    return _name(Words(order.language), "group", number=number)


def set_folders(language: str) -> tuple[str, ...]:
    """Patterns of the folders of a set in this language."""
    words = Words(language)
    return tuple(_name(words, key, number="*") for key in ("facilitator", "story", "group"))


def first_answer(kit: Mapping[str, Files]) -> tuple[str, bytes]:
    """The first family without mistakes, which tells one set from another: its path and bytes."""
    folder, files = next(iter(kit.items()))
    name, file = next((name, file) for name, file in files.items() if name.endswith(".yaml"))
    assert isinstance(file, Rendered)  # noqa: S101  a case file is text, and can't fail
    return f"{folder}/{name}", file.data


def profiles(order: Order) -> list[str]:
    """The profiles in turn, so that five groups have five; where to begin follows the seed."""
    known = sorted(profile_files())
    return [known[(order.seed + number) % len(known)] for number in range(order.groups)]


def phases(order: Order) -> list[int]:
    """For starters fase 1; for the advanced all phases in turn."""
    known = sorted(PRIORITIES) if order.level == "advanced" else [1]
    return [known[(order.seed + number) % len(known)] for number in range(order.groups)]


def _names(groups: Iterable[Planted]) -> Iterator[str]:
    for planted in groups:
        yield from (person.who.called for person in planted.clean.family.cast.family)


def _group(number: int, order: Order, taken: set[str]) -> Planted:
    """A family with mistakes, whose own top 3 the program would choose too. Raises TooMany.

    `taken`: first names that other groups have.
    """
    wish = Wish(
        seed=(order.seed * 1_000 + number) * _APART + [*LEVELS].index(order.level),
        day=order.day,
        language=order.language,
        profile=profiles(order)[number - 1],
        phase=phases(order)[number - 1],
    )
    count = LEVELS[order.level]

    def accept(clean: Told) -> bool:
        names = {person.who.called for person in clean.family.cast.family}
        return not names & taken and clean.waits_with_a_reason

    return plant_some(wish, count, order.level, accept)


def _name(words: Words, key: str, **values: object) -> str:
    return words.say(f"workshop/kit.name.{key}", **values)


def _lesson(number: int, planted: Planted, order: Order, words: Words, paper: str) -> Lesson:
    group = group_of(planted, number, words)
    return Lesson(
        name=foot(words, paper, group=number),
        level=order.level,
        group=number,
        file=f"{_name(words, 'family')}.yaml",
        date=order.day.isoformat(),
        day=words.date(order.day),
        count=len(group.mistakes),
        code=next(code for code in _EXAMPLE_CODES if code not in dict(group.mistakes)),
        profile=group.profile,
        asks=group.asks,
        forbids=group.forbids,
    )


def _rounds(
    number: int, planted: Planted, order: Order, words: Words, forms: Files
) -> dict[str, Files]:
    folder = _name(words, "group", number=number)
    first, second = (f"{folder}/{_name(words, name)}" for name in ("round1", "round2"))

    def lesson(paper: str) -> Lesson:
        return _lesson(number, planted, order, words, paper)

    case = case_paper(planted.clean, lesson("case"))
    task = replace(plain_paper("workshop/round1", words, lesson("round1")), contacts=case.contacts)
    again = plain_paper("workshop/round2", words, lesson("round2"))
    plan = colleague_paper(planted, lesson("colleague"))
    return {
        first: {
            **_rendered({_name(words, "task"): task, _name(words, "case"): case}, order),
            **forms,
        },
        second: {
            **_rendered({_name(words, "task"): again, _name(words, "colleague"): plan}, order),
            lesson("round2").file: Rendered(planted.told.file),
        },
    }


def _facilitator(
    groups: Sequence[Planted], story: Story, order: Order, words: Words
) -> dict[str, Files]:
    folder = _name(words, "facilitator")
    told = tuple(group_of(planted, number, words) for number, planted in enumerate(groups, 1))
    guide = Lesson(
        name=foot(words, "guide"),
        level=order.level,
        day=words.date(order.day),
        date=order.day.isoformat(),
        seed=str(order.seed),
        count=LEVELS[order.level],
        groups=told,
    )
    papers = {_name(words, "guide"): plain_paper("workshop/guide", words, guide)}
    clean: dict[str, Rendered] = {}
    for number, planted in enumerate(groups, 1):
        lesson = _lesson(number, planted, order, words, "key")
        papers[_name(words, "key", number=number)] = key_paper(planted, lesson)
        papers[_name(words, "plan", number=number)] = planted.clean.exam.copies[EVERYONE.name]
        file = f"{_name(words, 'clean', number=number)}.yaml"
        clean[file] = Rendered(planted.clean.file)
    answers = tuple(
        meeting_answer(one, number, f"{_name(words, 'story_family', number=number)}.yaml", words)
        for number, one in enumerate(story.meetings, 1)
    )
    names = tuple(person.who.called for person in story.meetings[0].family.cast.family)
    lesson = Lesson(name=foot(words, "story"), meetings=answers)
    paper = replace(plain_paper("workshop/story", words, lesson), names=names)
    papers[_name(words, "story_key")] = paper
    return {folder: {**_rendered(papers, order), **clean}}


def _story(story: Story, order: Order, words: Words) -> dict[str, Files]:
    folder = _name(words, "story")
    papers: dict[str, Document] = {}
    files: dict[str, Rendered] = {}
    before = None
    for number, told in enumerate(story.meetings, 1):
        lesson = Lesson(
            name=foot(words, "meeting", number=number),
            group=number,
            day=words.date(told.family.wish.day),
        )
        papers[_name(words, "meeting", number=number)] = meeting_paper(before, told, lesson)
        name = f"{_name(words, 'story_family', number=number)}.yaml"
        files[name] = Rendered(told.file)
        before = told
    return {
        folder: dict(_rendered(papers, order)),
        f"{_name(words, 'facilitator')}/{folder}": files,
    }


def _rendered(papers: Mapping[str, Document], order: Order) -> Files:
    return render_files({name: (paper, order.formats) for name, paper in papers.items()})
