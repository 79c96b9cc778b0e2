"""What the family's copy says, row by row of the table "Who may see what"."""

import re
from dataclasses import replace
from typing import Any

import pytest

from tests.document.stories import examined, shared
from top3.document.model import Agreement, Contact, Document, Step, Waiting

STORY = """
top3: 1
casus: {fictief: ja, gemeente: Heerde}
plan:
  datum: 2024-09-02
  versie: 3
  fase: {niveau: 1, datum: 2024-08-30, door: Karin, waarom: Nog niet rustig.}
  volgende_evaluatie: 2024-09-16
  bij_spanning: [{wie: v1, doet: Ik ga naar buiten.}, {doet: We bellen.}]
  bij_terugval: [We stoppen., We bellen Karin.]
team:
  casusregisseur: {id: p1, naam: Karin, organisatie: het wijkteam, telefoon: 055-555 01 23}
  vervanger: {id: p2, naam: Yusuf, organisatie: het wijkteam, telefoon: 055-555 01 24}
  procesregisseur: {id: p3, naam: Marjan, organisatie: de gemeente}
  anderen:
    - {id: p4, naam: Lotte, organisatie: de zorg}
    - {id: p5, naam: Bart, organisatie: de reclassering, naam_delen: ja}
    - {id: p6, naam: Ilse}
gezin:
  - {id: v1, naam: Peter, rol: vader, leeftijd: 41}
  - {id: m1, rol: moeder}
  - {id: k1, naam: Julia, rol: kind, leeftijd: 10, veilige_plek: bij tante, belt: tante}
  - {id: k2, naam: Noa, rol: kind, leeftijd: 5, delen_met: professionals}
  - {id: u1, rol: ongeboren kind}
netwerk:
  - {id: n1, naam: Ria, band: oma, naam_delen: ja}
  - {id: n2, naam: Kees, band: buurman}
  - {id: n3, band: tante}
geweld:
  incidenten: [{id: i1, datum: 2024-08-01, wat: Peter duwde., door: v1, tegen: m1}]
veilig_thuis: {voorwaarden: [{id: o1, wat: Peter slaapt elders.}]}
maatregelen: [{id: b1, soort: omgangsregeling, wat: Om de week bij Peter.}]
onveilige_situaties:
  - id: s1
    titel: Duwen
    wens: Niemand duwt.
    rang: 7
    ernst: letsel
    afspraken:
      - id: a1
        wat: Peter raakt niemand aan.
        wie: v1
        wanneer: altijd
        kijkt_mee: [p1, n2, p4, p5, p6, p3]
        hoe_kijken: elke week
        als_het_misgaat: Peter gaat weg.
        sinds: 2024-09-02
  - id: s2
    titel: Schreeuwen
    wens: We praten rustig.
    rang: 2
    afspraken:
      - {id: a2, wat: Oma helpt., wie: [n1, m1], wanneer: altijd, kijkt_mee: p1, als_het_misgaat: Weg., status: geborgd}
      - {id: a3, wat: Peter belt., wie: v1, wanneer: altijd, kijkt_mee: p1, als_het_misgaat: Weg., status: gepland}
      - {id: a4, wat: Nee., wie: v1, status: vervallen}
      - {id: a5, wat: Later., wie: v1, status: wacht}
  - {id: s3, titel: Ruzie om geld, status: wacht, wens: Later lukt dit., rang: 1}
  - id: s4
    titel: Gooien
    status: geborgd
    afspraken: [{id: a6, wat: Niemand gooit., wie: v1, wanneer: altijd, kijkt_mee: p1, als_het_misgaat: Weg.}]
  - {id: s5, titel: Klaar, status: klaar, wens: Klaar.}
risicofactoren:
  - {id: r1, factor: armoede, grond: Schulden., status: wacht}
  - {id: r2, titel: Hulp bij geld, wens: Genoeg geld., factor: armoede, status: gepland}
  - id: r3
    titel: Hulp bij werk
    wens: Peter werkt.
    status: actief
    rang: 1
    afspraken: [{id: a7, wat: Peter zoekt werk., wie: v1, wanneer: nu, kijkt_mee: p1, als_het_misgaat: Bellen.}]
herstel:
  - {id: h1, titel: Weer spelen, wens: Julia speelt., status: wacht}
  - id: h2
    titel: Weer slapen
    wens: Julia slaapt.
    status: actief
    afspraken: [{id: a8, wat: Julia gaat op tijd naar bed., wie: m1, wanneer: nu, kijkt_mee: p1, als_het_misgaat: Bellen.}]
evaluaties: [{datum: 2024-08-01}]
"""  # noqa: E501


def changed(old: str, new: str) -> Document:
    assert old in STORY
    return shared(STORY.replace(old, new))


def test_who_made_it_for_whom_and_when() -> None:
    document = shared(STORY)
    assert (document.template, document.language, document.fictional) == ("everyone", "nl", True)
    assert (document.date, document.version) == ("2 september 2024", "3")
    assert document.review == "16 september 2024"
    assert document.judgement is None


def test_first_names_of_the_family_without_who_is_hidden() -> None:
    assert shared(STORY).names == ("Peter", "moeder", "Julia")


def test_who_grew_up_and_who_has_a_task_may_sign_and_a_hidden_person_adds_no_line() -> None:
    assert shared(STORY).signers == 2
    assert changed("wie: v1\n        wanneer", "wie: [v1, k1]\n        wanneer").signers == 3
    more = "  - {id: z1, naam: Els, rol: stiefmoeder%s}\nnetwerk:"
    assert changed("netwerk:", more % "").signers == 3
    assert changed("netwerk:", more % ", delen_met: professionals").signers == 2


def test_somebody_without_a_name_and_a_role_is_not_listed_by_id() -> None:
    assert changed("id: m1, rol: moeder", "id: m1").names == ("Peter", "Julia")


def test_the_fixed_face_and_the_stand_in_with_their_work_number() -> None:
    assert shared(STORY).contacts == (
        Contact("Karin", "het wijkteam", "055-555 01 23"),
        Contact("Yusuf", "het wijkteam", "055-555 01 24"),
    )
    assert dict(shared(STORY).numbers) == {
        "danger": "112",
        "advice": "0800-2000",
        "child": "0800-0432",
    }


def test_priorities_in_the_recorded_order_numbered_afresh() -> None:
    found = [(p.number, p.title, p.wish, p.because) for p in shared(STORY).priorities]
    assert found == [
        (1, "Schreeuwen", "We praten rustig.", ()),
        (2, "Duwen", "Niemand duwt.", ()),
    ]


def test_without_ranks_the_order_is_as_written() -> None:
    document = shared(re.sub(r" +rang: \d+\n", "", STORY))
    assert [p.title for p in document.priorities] == ["Duwen", "Schreeuwen"]


def test_the_last_rank_there_is_still_comes_before_no_rank() -> None:
    story = STORY.replace("    rang: 7\n", "").replace("rang: 2\n", "rang: 99\n")
    assert [p.title for p in shared(story).priorities] == ["Schreeuwen", "Duwen"]


def test_an_agreement_with_its_five_parts_and_names_by_consent() -> None:
    (agreement,) = shared(STORY).priorities[1].agreements
    assert agreement == Agreement(
        what="Peter raakt niemand aan.",
        who="Peter",
        when="altijd",
        checks="Karin, buurman, de zorg, Bart (de reclassering), een hulpverlener en de gemeente, "
        "elke week",
        if_not="Peter gaat weg.",
    )


@pytest.mark.parametrize(
    "how, said",
    [
        ("elke week", "Karin, elke week"),
        ("Ria belt elke week.", "Karin. Ria belt elke week."),
        ("Ria belt. Zij komt ook.", "Karin. Ria belt. Zij komt ook."),
        ("belt elke week. Zij komt ook.", "Karin. Belt elke week. Zij komt ook."),
        ("elke week.", "Karin, elke week"),
    ],
)
def test_how_somebody_looks_along_stands_behind_who_as_a_sentence_does(how: str, said: str) -> None:
    text = STORY.replace("[p1, n2, p4, p5, p6, p3]", "p1").replace("elke week", how)
    (agreement,) = shared(text).priorities[1].agreements
    assert agreement.checks == said


def test_planned_agreements_are_shown_and_others_are_gone() -> None:
    assert [a.what for a in shared(STORY).priorities[0].agreements] == ["Peter belt."]
    assert "Nee." not in repr(shared(STORY)) and "'Later.'" not in repr(shared(STORY))


def test_what_works_has_its_own_place() -> None:
    assert [(a.what, a.who) for a in shared(STORY).lasting] == [
        ("Oma helpt.", "oma Ria en moeder"),
        ("Niemand gooit.", "Peter"),
    ]


def test_later_is_a_title_alone() -> None:
    titles = ("Ruzie om geld", "Hulp bij geld", "Weer spelen")
    assert shared(STORY).later == tuple(Waiting(title, ()) for title in titles)
    assert "Later lukt dit" not in repr(shared(STORY))


def test_tension_and_relapse() -> None:
    document = shared(STORY)
    assert document.tension == (Step("Peter", "Ik ga naar buiten."), Step("", "We bellen."))
    assert document.relapse == ("We stoppen.", "We bellen Karin.")


RELEASED = "vrijgaven: [{onderdeel: %s, datum: 2024-09-02, door: Karin, tot: 2024-10-01}]\n"


@pytest.mark.parametrize(
    "identifier, old, part, said",
    [
        ("i1", "tegen: m1", "events", ("1 augustus 2024: Peter duwde.",)),
        ("o1", "wat: Peter slaapt elders.", "conditions", ("Peter slaapt elders.",)),
        ("b1", "wat: Om de week bij Peter.", "conditions", ("Om de week bij Peter.",)),
    ],
)
def test_conditions_and_events_only_when_marked_and_released(
    identifier: str, old: str, part: str, said: tuple[str, ...]
) -> None:
    marked = STORY.replace(old, f"{old}, delen_met: iedereen")
    assert marked != STORY
    assert getattr(shared(STORY), part) == ()
    assert getattr(shared(marked), part) == ()
    assert getattr(shared(STORY + RELEASED % identifier), part) == ()
    assert getattr(shared(marked + RELEASED % identifier), part) == said
    assert replace(shared(marked + RELEASED % identifier), **{part: ()}) == shared(STORY)


@pytest.mark.parametrize(
    "when, said",
    [
        ("2024-08", "augustus 2024: "),
        ("2024", "2024: "),
        ("onbekend", "Onbekend: "),
    ],
)
def test_the_day_of_an_event_as_it_is_known(when: str, said: str) -> None:
    text = STORY.replace("datum: 2024-08-01, wat", f"datum: {when}, delen_met: iedereen, wat")
    (event,) = shared(text + RELEASED % "i1").events
    assert event.lower() == f"{said}Peter duwde.".lower()


DECIDED = "besluiten: [{over: T202, datum: 2024-09-02, door: K, waarom: Zo., tot: 2024-12-01}]\n"


@pytest.mark.parametrize(
    "phase, titles",
    [
        (1, ["Schreeuwen", "Duwen"]),
        (2, ["Hulp bij werk", "Schreeuwen", "Duwen"]),
        (3, ["Hulp bij werk", "Schreeuwen", "Duwen", "Weer slapen"]),
    ],
)
def test_the_plan_of_each_phase(phase: int, titles: list[str]) -> None:
    document = shared(STORY.replace("niveau: 1", f"niveau: {phase}") + DECIDED)
    assert document.phase == phase
    assert [p.title for p in document.priorities] == titles
    assert [p.number for p in document.priorities] == [*range(1, len(titles) + 1)]
    assert len(document.lasting) == 2


def test_without_a_record_it_is_fase_1() -> None:
    assert re.search(r"  fase: .*\n", STORY)
    assert shared(re.sub(r"  fase: .*\n", "", STORY)) == shared(STORY)


def test_the_recorded_phase_is_shown_without_its_reasons() -> None:
    said = repr(shared(STORY))
    for hidden in ("30 augustus", "Nog niet rustig", "Heerde", "letsel", "41", "tante", "Noa"):
        assert hidden not in said


def test_a_complete_plan_is_not_provisional() -> None:
    assert not shared(STORY).provisional


@pytest.mark.parametrize(
    "old, new",
    [
        ("  volgende_evaluatie: 2024-09-16\n", ""),
        ("naam: Karin, organisatie: het wijkteam, telefoon: 055-555 01 23", "naam: Karin"),
        ("        wanneer: altijd\n", ""),
        ("        als_het_misgaat: Peter gaat weg.\n", ""),
        ("        wat: Peter raakt niemand aan.\n", ""),
        ("        wie: v1\n", ""),
        ("        kijkt_mee: [p1, n2, p4, p5, p6, p3]\n", ""),
        ("        sinds: 2024-09-02\n", "        status: gepland\n"),
    ],
)
def test_it_is_provisional_when_something_it_shows_is_missing(old: str, new: str) -> None:
    assert STORY.count(old) == 1
    text = STORY.replace(old, new)
    if "status: gepland" in new:  # then the situation must say itself that it is active
        text = text.replace("    rang: 7\n", "    rang: 7\n    status: actief\n")
    assert shared(text).provisional


@pytest.mark.parametrize(
    "old, new",
    [
        ("        sinds: 2024-09-02\n", ""),
        ("wat: Peter zoekt werk., wie: v1, wanneer: nu", "wat: Peter zoekt werk., wie: v1"),
        ("wie: v1, status: vervallen", "status: vervallen"),
        ("    ernst: letsel\n", ""),
        (
            "{id: s3,",
            "{id: s9, titel: Verborgen, status: actief, delen_met: professionals}\n  - {id: s3,",
        ),
    ],
)
def test_it_is_not_provisional_for_what_it_does_not_show(old: str, new: str) -> None:
    assert old in STORY
    assert shared(STORY.replace(old, new)) == shared(STORY)


def test_the_professionals_read_all_but_what_nobody_prints() -> None:
    more = (
        "vertrouwelijk: [{id: x1, soort: codewoord, waarde: pimpernel}]\n"
        "notities: [{id: y1, tekst: Zij twijfelt of zij moet gaan.}]\n"
    )
    exam = examined(STORY + more)
    copy = exam.copies["professional"]
    assert copy.judgement is not None
    said = repr(copy)
    for known in ("bij tante", "Schulden.", "Heerde", "Noa", "Kees", "Peter duwde."):
        assert known in said
    for nowhere in ("pimpernel", "twijfelt"):
        assert nowhere not in said
    assert "secrets" in copy.judgement.facts and copy.judgement.facts["secrets"] == ()
    assert copy.judgement.facts["notes"] == ()


def test_priorities_of_the_professionals_have_reasons() -> None:
    copy = examined(STORY).copies["professional"]
    assert len(copy.priorities) == 2
    assert all(p.because for p in copy.priorities)
    assert copy.later and all(w.because for w in copy.later)


def test_the_language_is_that_of_the_case() -> None:
    document = changed("casus: {fictief: ja,", "casus: {taal: en, fictief: ja,")
    assert (document.language, document.date) == ("en", "2 September 2024")


def test_a_copy_holds_text_and_numbers_alone() -> None:
    def walk(value: Any) -> None:
        if isinstance(value, tuple):
            for item in value:
                walk(item)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                walk(getattr(value, name))
        elif hasattr(value, "items"):
            for item in value.values():
                walk(item)
        else:
            assert value is None or type(value) in (str, int, bool), type(value)

    exam = examined(STORY)
    assert len(exam.copies) == 2
    for copy in exam.copies.values():
        walk(copy)
