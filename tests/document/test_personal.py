"""A copy for one person: what stands in it beside the shared plan, and when it may exist."""

import pytest

from tests.document.stories import examined
from top3.document.release import Examination

OWN = "eigen_exemplaar: {veilig: ja, via: Karin, besloten_door: Karin, datum: 2024-09-02}"
STORY = f"""
top3: 1
plan:
  datum: 2024-09-02
  bij_spanning: [{{wie: v1, doet: Ik ga weg.}}, {{wie: n1, doet: Ik haal de kinderen.}}]
  bij_terugval: [We stoppen.]
team: {{casusregisseur: {{id: p1, naam: Karin, telefoon: 055-555 01 23}}}}
gezin:
  - {{id: v1, naam: Peter, rol: vader, leeftijd: 41, gezag: ja}}
  - id: m1
    naam: Sanne
    rol: moeder
    leeftijd: 39
    gezag: ja
    {OWN}
    eigen_woorden: [{{datum: 2024-08-28, zorgen: Hij schreeuwt.}}]
    veiligheidscijfers: [{{datum: 2024-09-02, cijfer: 5}}, {{datum: 2024-08-28, cijfer: 4}}]
    veilige_plek: bij mijn zus
  - id: k1
    naam: Julia
    rol: kind
    leeftijd: 10
    {OWN}
    eigen_woorden: [{{zorgen: Ik ben bang.}}]
    veilige_plek: bij oma
    belt: oma
  - {{id: k2, naam: Tom, rol: kind, leeftijd: 5, veilige_plek: in de schuur, belt: opa, {OWN}}}
netwerk:
  - {{id: n1, naam: Ria, band: oma, naam_delen: ja, {OWN}}}
  - {{id: n2, naam: Els, band: tante, naam_delen: ja, {OWN}}}
veilig_thuis: {{voorwaarden: [{{id: o1, wat: Peter slaapt elders., delen_met: iedereen}}]}}
onveilige_situaties:
  - id: s1
    titel: Duwen
    wens: Niemand duwt.
    onveilig_voor: [m1, k1]
    afspraken:
      - {{id: a1, wat: Peter duwt niet., wie: v1, kijkt_mee: p1, voor_kinderen: Papa duwt niet.}}
      - {{id: a2, wat: Ria belt., wie: n1, beschermt: k2, kijkt_mee: p1}}
herstel:
  - id: h1
    titel: Steun voor Sanne
    wens: Sanne slaapt.
    van: m1
    behoefte: slaapt slecht
    status: wacht
    acties:
      - {{id: c1, soort: steun, wat: praten met Els, status: actief}}
      - {{id: c2, soort: behandeling, wat: therapie, status: actief}}
vrijgaven:
  - {{onderdeel: o1, datum: 2024-09-02, door: Karin, tot: 2024-12-01}}
  - {{onderdeel: k1, datum: 2024-09-02, door: Karin, tot: 2024-12-01, toestemming: [v1, m1]}}
  - {{onderdeel: k2, datum: 2024-09-02, door: Karin, tot: 2024-12-01, toestemming: [v1, m1]}}
"""


@pytest.fixture(scope="module")
def exam() -> Examination:
    return examined(STORY)


def test_who_gets_a_copy(exam: Examination) -> None:
    """v1 has nothing about holding one; n2 has no task in the plan."""
    personal = {"member-m1", "child-k1", "child-k2", "member-n1"}
    assert set(exam.copies) == {"everyone", "professional"} | personal
    assert {reader.name for reader in exam.readers} == personal | {"member-v1"}


def test_a_member_reads_the_shared_plan_and_what_is_theirs(exam: Examination) -> None:
    copy, shared = exam.copies["member-m1"], exam.copies["everyone"]
    assert copy.own is not None and shared.own is None
    assert (copy.priorities, copy.conditions) == (shared.priorities, shared.conditions)
    assert [said.worries for said in copy.own.words] == ["Hij schreeuwt."]
    assert [(score.at, score.score) for score in copy.own.scores] == [(0, 4), (5, 5)]
    assert [(s.title, s.wish, s.help) for s in copy.own.support] == [
        ("Steun voor Sanne", "Sanne slaapt.", ("praten met Els",))
    ]
    for gone in ("bij mijn zus", "Ik ben bang", "bij oma", "therapie", "slaapt slecht"):
        assert gone not in repr(copy)


def test_a_child_reads_what_is_for_this_child(exam: Examination) -> None:
    copy = exam.copies["child-k1"]
    assert copy.template == "child8" and copy.own is not None
    assert [agreement.what for agreement in copy.own.agreements] == ["Papa duwt niet."]
    assert (copy.own.safe_place, copy.own.calls) == ("bij oma", "oma")
    for gone in ("Ik ben bang", "Ria belt", "schuur", "Sanne slaapt", "slaapt elders", "Hij schr"):
        assert gone not in repr(copy)


def test_each_child_has_its_own(exam: Examination) -> None:
    copy = exam.copies["child-k2"]
    assert copy.template == "child4" and copy.own is not None
    assert [agreement.what for agreement in copy.own.agreements] == ["Ria belt."]
    assert (copy.own.safe_place, copy.own.calls) == ("in de schuur", "opa")


def test_the_network_reads_its_own_task_alone(exam: Examination) -> None:
    copy = exam.copies["member-n1"]
    assert copy.template == "network" and copy.own is not None
    assert [agreement.what for agreement in copy.own.agreements] == ["Ria belt."]
    assert copy.own.steps == ("Ik haal de kinderen.",)
    for gone in ("Duwen", "Peter duwt", "slaapt elders", "Ik ga weg", "Steun voor Sanne"):
        assert gone not in repr(copy)


def test_where_the_shared_copy_may_not_exist_no_personal_one_does() -> None:
    harmful = STORY + "geweld: {dwingende_controle: ja}\n"
    assert set(examined(harmful).copies) == {"professional"}
    released = harmful.replace(
        "vrijgaven:\n",
        "vrijgaven:\n  - {onderdeel: m1, datum: 2024-09-02, door: Karin, deskundige: Veilig Thuis, "
        "tot: 2024-12-01}\n",
    )
    assert set(examined(released).copies) == {"professional", "member-m1"}


def test_easy_reading_is_another_form_of_the_same_copy() -> None:
    easy = examined(STORY.replace("gezag: ja\n    eigen", "leest_eenvoudig: ja\n    eigen"))
    assert easy.copies["member-m1"].template == "easy"


def test_a_secret_in_a_childs_own_field_stops_that_copy_alone() -> None:
    secret = "vertrouwelijk: [{id: x1, soort: auto, waarde: GX-482-T, datum: 2024-08-01}]\n"
    exam = examined(
        STORY.replace("veilige_plek: bij oma\n", "veilige_plek: auto GX482T\n") + secret
    )
    assert "child-k1" not in exam.copies
    assert {"everyone", "child-k2", "member-m1"} <= set(exam.copies)
    assert {finding.code for finding in exam.stopped["child-k1"]} == {"T901"}


def test_who_is_asked_for_and_may_not_hold_one_is_an_error() -> None:
    exam = examined(STORY, asked="member-v1")
    assert [(f.id, f.variant) for f in exam.stopped["member-v1"]] == [("T904:v1", "unsafe")]
    assert "everyone" in exam.copies and "member-v1" not in exam.copies


def test_recovery_does_not_run_ahead_in_a_personal_copy() -> None:
    """In fase 1 only support that runs is shown of somebody's recovery, not what comes later."""
    later = STORY.replace(
        "      - {id: c1, soort: steun, wat: praten met Els, status: actief}\n", ""
    )
    copy = examined(later.replace("status: wacht\n", "status: actief\n")).copies["member-m1"]
    assert copy.own is not None and copy.own.support == ()
    assert "Sanne slaapt" not in repr(copy)


@pytest.mark.parametrize(
    "who, made",
    [
        ("rol: broer", False),
        ("rol: zus", False),
        ("rol: familielid", False),
        ("rol: huisgenoot", False),
        ("in", False),
        ("rol: broer, leeftijd: 19", True),
        ("rol: zus, geboren: 1990", True),
        ("rol: grootmoeder", True),
    ],
)
def test_who_may_be_a_minor_gets_no_copy_of_an_adult(who: str, made: bool) -> None:
    who = "" if who == "in" else f"{who}, "
    own = "eigen_exemplaar: {veilig: ja, via: Post, besloten_door: Karin, datum: 2024-09-02}"
    text = f"top3: 1\nplan: {{datum: 2024-09-02}}\ngezin: [{{id: b1, naam: Max, {who}{own}}}]\n"
    assert ("member-b1" in examined(text).copies) is made


@pytest.mark.parametrize(
    ("age", "alone"),
    [
        ("leeftijd: 15", False),
        ("leeftijd: 16", True),
        ("geboren: 2008-09-02", True),
        ("geboren: 2008", False),
    ],
)
def test_only_who_is_surely_sixteen_reads_that_nobody_else_decides(age: str, alone: bool) -> None:
    young = STORY.replace("    leeftijd: 10\n", f"    {age}\n")
    copy = examined(young.replace("[v1, m1]", "[v1, m1, k1]")).copies["child-k1"]
    assert copy.own is not None and copy.own.decides_alone is alone


CHILDREN = """
top3: 1
plan: {datum: 2024-09-02, volgende_evaluatie: 2024-09-09}
gezin:
  - {id: v1, naam: Peter, rol: vader, leeftijd: 41, gezag: ja}
  - id: k1
    naam: Emre
    rol: kind
    leeftijd: 14
    belt: opa
    eigen_exemplaar: {veilig: ja, via: Karin, besloten_door: Karin, datum: 2024-09-02}
  - id: k2
    naam: Deniz
    rol: kind
    leeftijd: 9
    belt: opa
    eigen_exemplaar: {veilig: ja, via: Karin, besloten_door: Karin, datum: 2024-09-02}
onveilige_situaties:
  - id: s1
    titel: Slaan
    wens: Niemand slaat.
    door: [k1, v1]
    onveilig_voor: k2
    afspraken:
      - {id: a1, wat: Emre slaat niet., wie: k1, wanneer: altijd}
      - {id: a2, wat: Emre en Peter slaan niet., wie: [k1, v1], wanneer: altijd}
      - {id: a3, wat: Peter slaat niet., wie: v1, wanneer: altijd, beschermt: [k1, k2]}
herstel:
  - id: h1
    titel: Judo
    wens: Deniz judoot.
    van: k2
    status: actief
    afspraken: [{id: a4, wat: Deniz gaat naar judo., wie: k2, wanneer: altijd}]
vrijgaven:
  - {onderdeel: k1, datum: 2024-09-02, door: Karin, tot: 2024-12-01, toestemming: [k1, v1]}
  - {onderdeel: k2, datum: 2024-09-02, door: Karin, tot: 2024-12-01, toestemming: v1}
"""


def test_what_a_child_does_itself_stands_apart() -> None:
    """Its own agreement in an unsafe situation; not a shared one, and not judo."""
    own = {name: copy.own for name, copy in examined(CHILDREN).copies.items() if copy.own}
    assert [a.what for a in own["child-k1"].does] == ["Emre slaat niet."]
    assert [a.what for a in own["child-k1"].agreements] == [
        "Emre en Peter slaan niet.",
        "Peter slaat niet.",
    ]
    assert own["child-k2"].does == ()
    assert "Emre slaat niet." in [a.what for a in own["child-k2"].agreements]
