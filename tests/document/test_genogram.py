"""The genogram says what the roles say and no more, and gives every role a place."""

from datetime import date

import pytest

from tests.document.stories import told
from top3.case.cut import PROFESSIONAL, cut
from top3.case.vocabulary import Role
from top3.document.genogram import genogram
from top3.document.pictured import Genogram
from top3.words import Words

DAY = date(2024, 9, 2)


def of(members: str, more: str = "") -> Genogram:
    rows = "\n".join(f"  - {{{row.strip()}}}" for row in members.strip().split("\n"))
    case = told(f"top3: 1\nplan: {{datum: 2024-09-02}}\ngezin:\n{rows}\n{more}").case
    assert case is not None
    found = genogram(cut(case, PROFESSIONAL), DAY, Words("nl"))
    assert found is not None
    return found


def lines(found: Genogram, *kinds: str) -> list[tuple[str, str, str]]:
    def named(keys: tuple[int, ...]) -> str:
        return "+".join(found.people[key].name for key in keys)

    every = [(link.kind, named(link.source), named(link.target)) for link in found.links]
    return [line for line in every if not kinds or line[0] in kinds]


PETER = "id: v1, naam: Peter, rol: vader, leeftijd: 41"
SANNE = "id: m1, naam: Sanne, rol: moeder, leeftijd: 39"


def test_two_parents_and_their_children_the_oldest_left() -> None:
    found = of(
        f"""{SANNE}
        id: k2, naam: Tom, rol: kind, leeftijd: 8
        {PETER}
        id: u1, rol: ongeboren kind
        id: k3, naam: Zoë, rol: kind, leeftijd: 8 maanden
        id: k1, naam: Julia, rol: kind, geboren: 2014-05-06
        id: z1, naam: Ida, rol: zus, leeftijd: 22"""
    )
    names = [person.name for person in found.people]
    assert names == ["Peter", "Sanne", "Julia", "Tom", "Zoë", "Ongeboren kind", "Ida"]
    assert [person.row for person in found.people] == [1, 1, 2, 2, 2, 2, 2]
    shapes = [person.shape for person in found.people]
    assert shapes == ["man", "woman", "unknown", "unknown", "unknown", "unborn", "woman"]
    assert lines(found) == [
        ("unsure", "Peter", "Sanne"),
        ("descent", "Peter+Sanne", "Julia+Tom+Zoë+Ongeboren kind"),
    ]
    assert found.people[2].about == ("kind", "10 jaar")
    assert found.people[4].about == ("kind", "nog geen jaar")
    assert found.generations == 2 and found.wide
    assert len(found.notes) == 2  # Ida stands without a line


def test_one_household_is_a_couple_and_a_frame_of_ones_own_is_not() -> None:
    samen = of(f"{PETER}, huishouden: samen\n{SANNE}, huishouden: Samen.")
    assert lines(samen) == [("couple", "Peter", "Sanne")]
    assert [(h.name, h.people) for h in samen.households] == [("samen", (0, 1))]
    for house in ("eigen huis", "onbekend", "elders", ""):
        apart = of(f'{PETER}, huishouden: "{house}"\n{SANNE}, huishouden: "{house}"')
        assert lines(apart) == [("unsure", "Peter", "Sanne")] and not apart.households


def test_an_ex_partner_is_tied_only_where_the_roles_leave_no_other_reading() -> None:
    ex = "id: x1, naam: Davey, rol: ex-partner"
    small = "id: k1, naam: Bo, rol: kind, leeftijd: 9"
    teen = "id: k1, naam: Bo, rol: kind, leeftijd: 15"
    assert lines(of(f"{SANNE}\n{ex}\n{small}"), "ex") == [("ex", "Davey", "Sanne")]
    assert not lines(of(f"{SANNE}\n{ex}\n{teen}"), "ex")
    assert not lines(of(f"{SANNE}\n{ex}\nid: k1, rol: kind"), "ex")
    assert not lines(of(f"{SANNE}\n{PETER}\n{ex}\n{small}"), "ex")
    assert lines(of(f"{ex}\nid: x2, naam: An, rol: partner")) == [("ex", "An", "Davey")]


def test_a_stepparent_stands_beside_an_only_parent_and_has_no_children_by_role() -> None:
    step = "id: s1, naam: Jan, rol: stiefvader"
    child = "id: k1, naam: Bo, rol: kind, leeftijd: 9"
    assert lines(of(f"{SANNE}\n{step}\n{child}")) == [
        ("unsure", "Jan", "Sanne"),
        ("descent", "Sanne", "Bo"),
    ]
    assert not lines(of(f"{SANNE}\n{PETER}\n{step}\n{child}"), "couple", "unsure")[1:]
    assert lines(of(f"{step}\n{child}")) == [("raised", "Jan", "Bo")]


def test_other_families() -> None:
    two = of(f"{SANNE}\nid: m2, naam: Els, rol: moeder\nid: k1, naam: Bo, rol: kind, leeftijd: 9")
    assert lines(two) == [("unsure", "Sanne", "Els"), ("descent", "Sanne+Els", "Bo")]
    foster = of(
        """id: p1, naam: An, rol: pleegouder
        id: p2, naam: Bob, rol: pleegouder
        id: k1, naam: Bo, rol: kind, leeftijd: 9"""
    )
    assert lines(foster) == [("unsure", "An", "Bob"), ("raised", "An+Bob", "Bo")]
    old = of(
        """id: m1, naam: Riet, rol: moeder, leeftijd: 79
        id: z1, naam: Henk, rol: volwassen kind, leeftijd: 52
        id: d1, naam: Jannie, rol: volwassen kind, leeftijd: 55"""
    )
    assert lines(old) == [("descent", "Riet", "Jannie+Henk")]
    three = of(f"{SANNE}\n{PETER}\nid: m2, naam: Els, rol: moeder\nid: k1, naam: Bo, rol: kind")
    assert lines(three) == [("descent", "Peter+Sanne+Els", "Bo")]


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_every_role_has_a_place(role: Role) -> None:
    found = of(f"id: q1, naam: Bo, rol: {role.nl}\nid: q2, naam: An, rol: {role.nl}\n{SANNE}")
    assert sorted(person.name for person in found.people) == ["An", "Bo", "Sanne"]
    shown = Words("nl").show(role)
    assert sum(shown in person.text for person in found.people) >= 2


def test_nobody_without_a_role_is_lost() -> None:
    found = of("id: q1, naam: Bo\nid: q2")
    assert [(p.name, p.text) for p in found.people] == [
        ("Bo", "Bo: rol onbekend."),
        ("Q2", "Q2: rol onbekend."),
    ]
    assert not found.links and found.generations == 1


MORE = """
netwerk:
  - {id: n1, naam: Ria, band: oma, verbonden_met: [m1, k1]}
  - {id: n2, band: juf}
geweld:
  incidenten:
    - {id: i1, door: v1, tegen: [m1]}
    - {id: i2, door: [v1, m1], tegen: [v1, m1], getuigen: k1}
onveilige_situaties:
  - {id: s1, titel: x, door: v1, onveilig_voor: k1}
"""


def test_the_network_and_who_uses_violence() -> None:
    found = of(f"{PETER}\n{SANNE}\nid: k1, naam: Bo, rol: kind, leeftijd: 9", MORE)
    assert lines(found, "network") == [("network", "Oma Ria", "Sanne+Bo")]
    assert lines(found, "violence") == [
        ("violence", "Peter", "Sanne+Bo"),
        ("violence", "Sanne", "Peter"),
    ]
    texts = [link.text for link in found.links]
    assert "Geweld of onveiligheid door Peter, voor Sanne en Bo." in texts
    assert "Oma Ria is verbonden met Sanne en Bo." in texts
    assert [p.name for p in found.people if p.row == 3] == ["Oma Ria", "Juf"]


def test_one_sided_violence_is_drawn_one_sided() -> None:
    more = "geweld: {incidenten: [{id: i1, door: v1, tegen: m1}]}"
    assert lines(of(f"{PETER}\n{SANNE}", more), "violence") == [("violence", "Peter", "Sanne")]


def test_every_line_is_said_with_everybody_it_concerns() -> None:
    found = of(f"{PETER}\n{SANNE}\nid: k1, naam: Bo, rol: kind, leeftijd: 9", MORE)
    assert len(found.links) == 5
    for link in found.links:
        for key in (*link.source, *link.target):
            assert found.people[key].name in link.text


def test_nobody_is_no_genogram() -> None:
    case = told("top3: 1\nnetwerk: [{id: n1, band: oma}]").case
    assert case is not None
    assert genogram(case, DAY, Words("nl")) is None
