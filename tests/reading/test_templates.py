"""Every family copy's own sentences: short, plain, without jargon, blame or promises.

Limits from the project's notes on documents (§1, §3, §4): the reader with the greatest need sets
the form. What people write in the file is another matter: `test_examples.py`.
"""

import re
import tomllib
from dataclasses import replace

import pytest

from tests.reading.copies import CHILD_NEVER
from tests.reading.papers import (
    CHILD,
    LANGUAGES,
    NAME,
    PERSONAL,
    TEMPLATES,
    markdown,
    paper,
    text_of,
)
from tests.reading.readability import (
    EASY,
    LIMITS,
    flesch,
    jargon,
    mean,
    sentences,
    whole,
    words,
)
from tests.render.readers import read_md
from tests.render.samples import full
from top3.document.model import Document
from top3.render import Rendered, render
from top3.render.page import page
from top3.words import Words, data_folder

MOST_WORDS = 60  # on a poster, which is read in passing

# The plan itself may be read by anybody, so our sentences in it stay within the strictest limits.
OWN_LIMITS = LIMITS | dict.fromkeys(("everyone", "member", "poster"), EASY)

# No plan says: days without violence, a promise, a threat, blame, "why" at a person, that there is
# another copy; or a word that is plain elsewhere but stands for jargon here.
NEVER = {
    "nl": r"zonder geweld|geweld is gestopt|dagen|komt goed|belo[fv]|waarom|geheim|moet u\b|ruzie"
    r"|andere? exemplaar|andere versie|kopie|eigen plan|scheiding|controle|middelen|betrokken",
    "en": r"without violence|violence has stopped|\bdays\b|will be fine|promise|\bwhy\b|secret"
    r"|\brow\b|quarrel|fight|another copy|other copy|version of|your own plan|divorce",
}
BLAME = {
    "nl": (r"\bschuld|fout\b", "Dat is niet jouw schuld"),
    "en": (r"\bfault|blame", "not your fault"),
}
TODDLER = {
    "nl": r"papa|mama|grote mensen|juf\b|\blief",
    "en": r"daddy|mummy|mommy|grown-ups?|\bnice\b",
}
ALWAYS = {
    "nl": (
        r"niet jouw schuld",
        r"(?:grote mensen|zij|volwassenen) moeten (?:zorgen dat het veilig is|het veilig maken)",
        r"van je ouders houden",
        r"hoeft niet (?:tussen hen )?te kiezen",
        r"mag (?:alles vertellen|praten)",
        r"opnieuw|praten de grote mensen weer|praten nog verder|kijken we",
        r"helpt jullie gezin|iemand die jullie helpt|wie jullie helpt",
    ),
    "en": (
        r"not your fault",
        r"(?:they must|up to (?:grown-ups|adults) to) make it safe",
        r"love your parents",
        r"not have to choose",
        r"can tell everything|may talk",
        r"again",
        r"helps your family|looking for someone to help|agree who helps you",
    ),
}


def own_sentences(template: str, language: str) -> list[str]:
    """The template's own sentences, with a name in the place of every value."""
    papers = [paper(template, language), paper(template, language, bare=True)]
    papers += [replace(papers[0], phase=phase) for phase in (1, 3)]
    found = [s for document in papers for s in sentences(text_of(document))]
    marks = {s for document in papers for mark in page(document).marks for s in sentences(mark)}
    night = {"Mila, Daan", "Duwen en slaan in huis", "Schreeuwen in de nacht", "Iedereen slaapt"}
    fresh = [s for s in dict.fromkeys(found) if s not in marks]  # marks are for who hands it over
    return [s for s in fresh if not any(value in s for value in night)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_sentences_are_short_and_easy(template: str, language: str) -> None:
    limit = OWN_LIMITS[template]
    found = own_sentences(template, language)
    assert len(found) > (5 if template == "poster" else 10)
    assert not [s for s in found if len(words(s)) > limit.longest]
    real = whole(found)
    assert len(real) >= (3 if template == "poster" else 10)
    assert mean(real) <= limit.mean
    assert flesch(real, language, {NAME}) >= limit.flesch


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_there_is_no_jargon_and_nothing_that_may_never_be_said(
    template: str, language: str
) -> None:
    document = paper(template, language)
    for phase in (1, 2, 3):
        assert not jargon(text_of(replace(document, phase=phase)), language)
    title = Words(language).say(f"page.title.{template}")
    found = [*own_sentences(template, language), title]
    assert not [s for s in found if re.search(NEVER[language], s, re.IGNORECASE)]
    blame, comfort = BLAME[language]
    blamed = [s for s in found if re.search(blame, s, re.IGNORECASE) and comfort not in s]
    assert not [s for s in blamed if comfort.lower() not in s.lower()]


# What a child reads that does something itself: help is there; never that it is no concern of it.
ASKS_HELP = {
    "nl": r"[Hh]ulp vragen is (?:altijd )?goed|helpen jou daarbij",
    "en": r"[Aa]sking for help is (?:always )?right|help you with it",
}
EXCUSES = {
    "nl": r"hoeft? (?:het )?niets? op te lossen|(?:veilig|zijn)\. Dat is niet",
    "en": r"not have to solve|(?:safe|okay)\. That is not",
}


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", CHILD)
def test_a_child_always_reads_what_it_must_and_never_what_it_must_not(
    template: str, language: str, bare: bool
) -> None:
    text = " ".join(text_of(paper(template, language, bare=bare)).split())
    missing = [must for must in ALWAYS[language] if not re.search(must, text, re.IGNORECASE)]
    assert not missing
    never = CHILD_NEVER[language] + (f"|{TODDLER[language]}" if template == "child12" else "")
    assert not re.findall(never, text, re.IGNORECASE)
    assert "112" in text
    assert ("0800-0432" in text) is (template != "child4"), "from 8 years"
    assert ("0800-2000" in text) is (template == "child12")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", CHILD)
def test_a_child_reads_who_helps_and_nothing_of_its_own_words(template: str, language: str) -> None:
    document = paper(template, language)
    assert document.own
    marked = replace(
        document.own,
        words=tuple(replace(said, worries="SAID") for said in document.own.words),
        scores=tuple(replace(score, day="SCORED") for score in document.own.scores),
        safe_place="PLACE",
        calls="CALLS",
    )
    text = text_of(replace(document, own=marked, contacts=full().contacts))
    assert "PLACE" in text and "CALLS" in text and "Karin de Wit" in text
    assert "SAID" not in text and "SCORED" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", CHILD)
def test_a_child_that_does_something_itself_reads_who_helps_and_no_excuse(
    template: str, language: str
) -> None:
    document = paper(template, language)
    assert document.own
    acts = replace(document, own=replace(document.own, does=document.own.agreements[:1]))
    text = text_of(acts)
    marks = {s for mark in page(acts).marks for s in sentences(mark)}
    limit, found = OWN_LIMITS[template], [s for s in sentences(text) if s not in marks]
    real = whole(found)
    assert not [s for s in found if len(words(s)) > limit.longest]
    assert mean(real) <= limit.mean and flesch(real, language, {NAME}) >= limit.flesch
    flat = " ".join(text.split())
    assert not [must for must in ALWAYS[language] if not re.search(must, flat, re.IGNORECASE)]
    never = CHILD_NEVER[language] + (f"|{TODDLER[language]}" if template == "child12" else "")
    assert not re.findall(f"{never}|{NEVER[language]}", flat, re.IGNORECASE)
    assert re.search(ASKS_HELP[language], flat) and not re.search(EXCUSES[language], flat)
    assert re.search(EXCUSES[language], " ".join(text_of(document).split()))
    other = ("niet oké is", "naars", "pijn") if language == "nl" else ("not okay", "hurt you")
    before = flat[: flat.index(BLAME[language][1])].rstrip(" .DThatis")
    assert before.endswith(tuple(f"{word}?" for word in other)), "only for what another does"


def test_a_young_person_reads_its_rights() -> None:
    text = text_of(paper("child12", "nl"))
    assert "vragen over stellen" in text and "zeggen wat je ervan vindt" in text
    assert "alleen als jij dat goed vindt" in text and "opgeschreven" in text


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_who_to_call_stands_early_and_what_if_it_goes_wrong_stands_too(
    template: str, language: str, bare: bool
) -> None:
    text = text_of(paper(template, language, bare=bare))
    assert text.index("112") < len(text) * 0.5
    wrong = r"mis(?:gaat)?\b|gevaar|bang" if language == "nl" else r"wrong|danger|scared"
    assert len(re.findall(wrong, text, re.IGNORECASE)) >= (1 if template == "poster" else 2)
    assert text.count("112") >= (2 if template in ("everyone", "member", "easy", "network") else 1)


@pytest.mark.parametrize("template", TEMPLATES)
def test_both_languages_have_the_same_form(template: str) -> None:
    for bare in (False, True):
        forms = []
        for language in LANGUAGES:
            made = render(paper(template, language, "x", bare=bare), ("md",))["md"]
            assert isinstance(made, Rendered)
            forms.append(read_md(made.data)[1])
        assert forms[0] == forms[1] and len(forms[0]) > 10


@pytest.mark.parametrize("value", ["# x", "- x", "1. **x**", "[x](http://x)", "x | x", "::: card"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_whatever_people_write_the_form_stays_the_form(template: str, value: str) -> None:
    forms = [read_md(markdown(paper(template, "nl", text)))[1] for text in ("x", value)]
    assert forms[0] == forms[1]
    assert value in text_of(paper(template, "nl", value)) or template == "poster"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", ["member", "easy"])
def test_an_adult_reads_the_whole_plan_in_its_order(template: str, language: str) -> None:
    """Each line of the shared plan stands in the copy, in the same order (on a line of its own)."""
    shared = replace(full(language), numbers=paper(template, language).numbers)
    holder = replace(shared, template=template, own=paper(template, language).own)
    lines = [
        line for line in sentences(text_of(shared)) if not re.search("handteken|signat", line, re.I)
    ]
    own_lines = sentences(text_of(holder))
    assert len(lines) > 60
    missing = [line for line in lines if line not in own_lines]
    if template == "member":
        assert not missing
        assert [line for line in own_lines[: len(lines)] if line in lines][:60] == lines[:60]
    else:  # an agreement a page: no titles above the agreements, nothing said twice
        named = re.compile(r"^\d\. |^\d\.$|Onze afspraken|Our agreements")
        told = {p.title for p in shared.priorities} | {p.wish for p in shared.priorities}
        rest = [
            line
            for line in missing
            if not named.match(line) and not any(line in text for text in told)
        ]
        intro = {"Dit willen we zien:", "This is what we want to see:"}
        still = {"Deze afspraken blijven ook gelden.", "These agreements also still apply."}
        assert set(rest) <= intro | still


@pytest.mark.parametrize("language", LANGUAGES)
def test_easy_begins_every_sentence_on_a_new_line(language: str) -> None:
    text = text_of(paper("easy", language))
    together = [line for line in text.split("\n") if len(whole(sentences(line))) > 1]
    # A question and its answer, in one line of bold or one heading, stay together.
    assert all("?" in line for line in together)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parts_of_a_personal_copy_are_left_out_where_there_is_nothing(language: str) -> None:
    for template in PERSONAL:
        bare = text_of(paper(template, language, bare=True))
        full_copy = text_of(paper(template, language))
        assert len(bare) < len(full_copy)
    for words_only in ("Voor u", "For you", "Dit hebt u gezegd", "What you said"):
        assert words_only not in text_of(paper("member", language, bare=True))
        assert words_only not in text_of(paper("easy", language, bare=True))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", ["member", "easy"])
def test_one_score_is_said_in_words(template: str, language: str) -> None:
    document = paper(template, language)
    assert document.own
    one = replace(document, own=replace(document.own, scores=document.own.scores[:1]))
    said = {"nl": "U gaf op Karin een 4.", "en": "On Karin you gave a 4."}[language]
    assert said in text_of(one) and said not in text_of(document)
    both = {"nl": "U gaf een cijfer van 0 tot en met 10.", "en": "You gave a number from 0 to 10."}
    assert both[language] in text_of(document) and both[language] not in text_of(one)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signers", [1, 3])
def test_the_shared_plan_has_a_line_to_sign_for_each_who_may(signers: int, language: str) -> None:
    sign = {"nl": "Handtekening", "en": "Signature"}[language]
    document = replace(paper("everyone", language), signers=signers)
    assert text_of(document).count(sign) == signers
    assert text_of(replace(paper("member", language), signers=signers)).count(sign) == 1


def words_on_the_poster(document: Document) -> list[str]:
    """Its lines without the figure (a picture) and what stands around the page."""
    around = re.compile(r"[Ss]tap \d|[Ss]tep \d|^Plan |Verzonnen|Made-up|Voorlopig|Provisional")
    return [line for line in text_of(document).split("\n") if not around.search(line)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_poster_has_at_most_sixty_words_and_names_nobody_beside_the_wishes(language: str) -> None:
    document = replace(full(language), template="poster")
    lines = words_on_the_poster(document)
    assert len(text_of(document).split("\n")) - len(lines) >= 4
    text = " ".join(lines)
    assert 20 < len(text.split()) <= MOST_WORDS
    assert "oma Ria" not in text and "Karin" not in text and "Tante" not in text
    assert not [p.title for p in document.priorities if p.title in text], "it tells what happened"
    only = replace(document, priorities=(), review="")
    assert not re.search("Peter|Sanne|Julia", text_of(only))
    night = replace(document, priorities=tuple(replace(p, wish="") for p in document.priorities))
    assert "Schreeuwen" not in text_of(night)
    four = (*document.priorities, document.priorities[0])
    assert text_of(replace(document, priorities=four)) == text_of(document)


TELLING = {
    "nl": r"veilig|gewe?ld|gebeurd|herstel|fase|Veilig Thuis|hulpverlen|wijkteam",
    "en": r"safe|violen|happened|recover|phase|Veilig Thuis|care team",
}


@pytest.mark.parametrize("phase", [1, 2, 3])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_poster_tells_a_visitor_nothing_of_what_happened(language: str, phase: int) -> None:
    """It hangs in the kitchen. (The wishes on it are people's own words.)"""
    document = replace(full(language), template="poster", phase=phase, priorities=())
    made = render(document, ("html",))["html"]
    assert isinstance(made, Rendered)
    seen = made.data.decode().partition("</style>")[2]
    figure = seen[seen.index("<figure") : seen.index("</figure>")]
    assert "aria-label=" in figure and str(phase) in figure
    assert not re.search(TELLING[language], seen + page(document).title, re.IGNORECASE)
    shared = render(replace(document, template="everyone"), ("html",))["html"]
    assert isinstance(shared, Rendered)
    assert re.search(TELLING[language], shared.data.decode(), re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_copy_has_a_title_for_its_audience(language: str) -> None:
    titles = [Words(language).say(f"page.title.{template}") for template in TEMPLATES]
    assert len(set(titles)) == len(TEMPLATES) and all("," in title for title in titles)
    only = Words(language).entry("page.only")
    assert {"child4", "child8"} <= set(only) and "child12" not in only and "poster" not in only


def test_both_languages_have_the_same_furniture() -> None:
    def keys(table: dict[str, object], way: str = "") -> set[str]:
        return {
            name
            for key, value in table.items()
            for name in (keys(value, f"{way}{key}.") if isinstance(value, dict) else {way + key})
        }

    found = [
        keys(tomllib.loads((data_folder("templates") / language / "page.toml").read_text("utf-8")))
        for language in LANGUAGES
    ]
    assert found[0] == found[1] and len(found[0]) > 15
