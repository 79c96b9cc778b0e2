"""What the professionals' template reads: the cut case as text, under the model's own names."""

from tests.case.family import case_of, full
from tests.document.stories import examined, shared
from top3.case.cut import PROFESSIONAL, cut
from top3.case.fields import Entry
from top3.case.shape import shapes
from top3.document.plain import mirror
from top3.render import Rendered, render
from top3.words import Words

MEETING = """
top3: 1
plan: {datum: 2024-09-02}
gezin: [{id: v1, naam: Peter, rol: vader}]
bijeenkomsten: [{id: g1, soort: teamoverleg, datum: 2024-09-03, met: v1}]
"""


def test_every_field_stands_under_its_own_name() -> None:
    case = cut(case_of(full()), PROFESSIONAL)
    seen: set[str] = set()

    def same(entry: Entry, shown: object) -> None:
        assert isinstance(shown, dict)
        assert set(shown) == {shape.name for shape in shapes(type(entry))}
        for shape in shapes(type(entry)):
            value, text = getattr(entry, shape.name), shown[shape.name]
            for inner, said in zip(value, text, strict=True) if shape.many else [(value, text)]:
                seen.add(type(inner).__name__)
                if isinstance(inner, Entry):
                    same(inner, said)
                else:
                    assert isinstance(said, str) or inner is None

    same(case, mirror(case, case, Words("nl")))
    assert {"Meeting", "Incident", "Agreement", "OwnWords", "Release"} <= seen


def test_a_meeting_is_printed() -> None:
    made = render(examined(MEETING).copies["professional"], ("md",))["md"]
    assert isinstance(made, Rendered)
    assert "| Teamoverleg | 3 september 2024 | Peter |" in made.data.decode().replace(
        "teamoverleg", "Teamoverleg"
    )
    assert "Teamoverleg" not in repr(shared(MEETING))
