"""The cut, held to the table "Who may see what" of the design, written out here by hand."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case.family import QUICK, Data, case_of, full, leaves, paths
from top3.case import cut as room
from top3.case.cut import EVERYONE, PROFESSIONAL, Reader, cut
from top3.case.model import Case

AGREEMENT = "id what who when checks how_checked if_not for_children status"
FACE = "id name organisation phone"
COLLEAGUE = "id name organisation name_shared"
PRIORITY = "id title wish status rank"

# Everything that everyone may read, when it is shared, consented to and in force. Nothing else.
SEEN_BY_EVERYONE = {
    "": "top3",
    "info": "fictional language",
    "plan": "date version next_review on_relapse",
    "plan.phase": "level",
    "plan.on_tension": "who does",
    "team.case_director": FACE,
    "team.stand_in": FACE,
    "team.process_director": COLLEAGUE,
    "team.others": COLLEAGUE,
    "members": "id name role",
    "network": "id name tie name_shared",
    "violence.incidents": "id date what",
    "veilig_thuis.conditions": "id what",
    "measures": "id kind what",
    "situations": PRIORITY,
    "situations.agreements": AGREEMENT,
    "risk_factors": PRIORITY,
    "risk_factors.agreements": AGREEMENT,
    "recovery": PRIORITY,
    "recovery.agreements": AGREEMENT,
}
SEEN_BY_NOBODY = ("secrets", "notes")
SHAREABLE = ("violence.incidents", "veilig_thuis.conditions", "measures")


def listed(table: dict[str, str]) -> set[str]:
    return {f"{part}.{name}".lstrip(".") for part, names in table.items() for name in names.split()}


def open_case() -> Data:
    """Everything filled, in force, consented to, shared and released."""
    data = full()
    team = data["team"]
    names = [data["network"][0]["id"], team["process_director"]["id"], team["others"][0]["id"]]
    for kind in ("situations", "risk_factors", "recovery"):
        data[kind][0]["status"] = "active"
        data[kind][0]["agreements"][0] |= {"status": "active", "checks": names}
    release = data["releases"][0]
    data["releases"] = [
        release | {"entry": item["id"]}
        for item in (
            data["violence"]["incidents"][0],
            data["veilig_thuis"]["conditions"][0],
            data["measures"][0],
        )
    ]
    return data


def shown(data: Data, who: Reader = EVERYONE) -> set[str]:
    return {path for path, _ in leaves(cut(case_of(data), who))}


def gone(change: Callable[[Data], Any], data: Data | None = None) -> set[str]:
    """Tell which paths leave the shared plan when `change` is made to an open case."""
    data = copy.deepcopy(data or open_case())
    before = shown(data)
    change(data)
    return before - shown(data)


# --- the table, row by row ---------------------------------------------------------------------


def test_everyone_sees_exactly_the_table() -> None:
    assert listed(SEEN_BY_EVERYONE) <= set(paths())
    assert shown(open_case()) == listed(SEEN_BY_EVERYONE)


def test_professionals_see_all_but_secrets_and_notes() -> None:
    hidden = {path for path in paths() if path.startswith(SEEN_BY_NOBODY)}
    assert len(hidden) == 7
    assert shown(open_case(), PROFESSIONAL) == set(paths()) - hidden


def test_no_text_of_a_hidden_field_is_in_the_cut() -> None:
    data = open_case()
    texts = {path: value for path, value in leaves(case_of(data)) if str(value).startswith("tekst")}
    assert len(texts) > 80
    for who, visible in (
        (EVERYONE, listed(SEEN_BY_EVERYONE)),
        (PROFESSIONAL, {path for path in paths() if not path.startswith(SEEN_BY_NOBODY)}),
    ):
        printed = repr(cut(case_of(data), who))
        assert {path for path, text in texts.items() if f"'{text}'" in printed} == visible & set(
            texts
        )


@pytest.mark.parametrize("form", ["", "iedereen", "Everyone", "child:k1", "member", "public"])
@pytest.mark.parametrize("person", ["", "q1"])
def test_an_unknown_reader_is_an_error(form: str, person: str) -> None:
    if (form, person) == ("member", "q1"):
        return
    with pytest.raises(KeyError):
        cut(case_of(full()), Reader(form, person))


def test_a_reader_names_its_folder() -> None:
    readers = (EVERYONE, PROFESSIONAL, Reader("easy", "m1"), Reader("child8", "k2"))
    names = ["everyone", "professional", "member-m1", "child-k2"]
    assert [reader.name for reader in readers] == names


def test_an_unknown_label_is_an_error() -> None:
    with pytest.raises(KeyError):
        room._everyone_sees("somebody", case_of(full()))  # type: ignore[arg-type]


# --- names and consent -------------------------------------------------------------------------


@pytest.mark.parametrize("consent", ["no", None])
def test_without_consent_only_the_tie_is_there(consent: str | None) -> None:
    def change(data: Data) -> None:
        data["network"][0].pop("name_shared")
        if consent:
            data["network"][0]["name_shared"] = consent

    lost = gone(change)
    assert lost - {"network.name_shared"} == {"network.name"}


def test_without_consent_only_the_organisation_is_there() -> None:
    lost = gone(lambda data: data["team"]["others"][0].pop("name_shared"))
    assert lost == {"team.others.name", "team.others.name_shared"}


def test_who_is_named_nowhere_is_not_there() -> None:
    def change(data: Data) -> None:
        for kind in ("situations", "risk_factors", "recovery"):
            agreement = data[kind][0]["agreements"][0]
            agreement["checks"] = agreement["who"] = [data["members"][0]["id"]]
        data["plan"]["on_tension"][0]["who"] = [data["members"][0]["id"]]

    parts = ("network", "team.process_director", "team.others")
    assert gone(change) == {path for path in listed(SEEN_BY_EVERYONE) if path.startswith(parts)}


def test_who_is_named_in_what_we_do_on_tension_is_there() -> None:
    def change(data: Data) -> None:
        for kind in ("situations", "risk_factors", "recovery"):
            agreement = data[kind][0]["agreements"][0]
            agreement["checks"] = agreement["who"] = [data["members"][0]["id"]]

    lost = gone(change)
    assert "team.others.id" in lost
    assert "network.id" not in lost


# --- delen_met ---------------------------------------------------------------------------------


def item_of(data: Data, path: str) -> Data:
    found: Any = data
    for step in path.split("."):
        found = found[step]
    return found[0]


@pytest.mark.parametrize("path", SHAREABLE)
@pytest.mark.parametrize(
    "share, released, visible",
    [
        ("everyone", True, True),
        ("everyone", False, False),
        (None, True, False),
        (None, False, False),
        ("professionals", True, False),
    ],
)
def test_widening_needs_both_the_mark_and_a_release(
    path: str, share: str | None, released: bool, visible: bool
) -> None:
    data = open_case()
    item = item_of(data, path)
    item.pop("share_with")
    if share:
        item["share_with"] = share
    if not released:
        data["releases"] = [r for r in data["releases"] if r["entry"] != item["id"]]
    assert any(p.startswith(f"{path}.") for p in shown(data)) is visible


@pytest.mark.parametrize("missing", ["date", "by"])
def test_a_release_without_a_day_or_a_person_releases_nothing(missing: str) -> None:
    def change(data: Data) -> None:
        for release in data["releases"]:
            del release[missing]

    assert gone(change) == {path for path in listed(SEEN_BY_EVERYONE) if path.startswith(SHAREABLE)}


def test_a_release_of_the_whole_copy_widens_no_entry() -> None:
    def change(data: Data) -> None:
        for release in data["releases"]:
            del release["entry"]

    assert gone(change) == {path for path in listed(SEEN_BY_EVERYONE) if path.startswith(SHAREABLE)}


@pytest.mark.parametrize("kind", ["situations", "risk_factors", "recovery"])
def test_a_narrowed_priority_is_gone_with_its_agreements(kind: str) -> None:
    lost = gone(lambda data: data[kind][0].update(share_with="professionals"))
    assert lost == {path for path in listed(SEEN_BY_EVERYONE) if path.startswith(kind)}


@pytest.mark.parametrize("kind", ["situations", "risk_factors", "recovery"])
def test_a_narrowed_agreement_is_gone(kind: str) -> None:
    lost = gone(lambda data: data[kind][0]["agreements"][0].update(share_with="professionals"))
    assert lost == {p for p in listed(SEEN_BY_EVERYONE) if p.startswith(f"{kind}.agreements")}


def test_sharing_with_everyone_opens_no_hidden_field() -> None:
    """`delen_met: iedereen` on an entry that is not shareable changes nothing."""
    with_mark, without = open_case(), open_case()
    for part in (without["situations"][0], without["members"][0], without["network"][0]):
        del part["share_with"]
    assert cut(case_of(with_mark), EVERYONE) == cut(case_of(without), EVERYONE)


# --- hidden people -----------------------------------------------------------------------------

UNBORN = {"id": "u1", "name": "Vlinder", "role": "unborn child"}


@pytest.mark.parametrize(
    "share, released, visible",
    [
        (None, False, False),
        (None, True, False),
        ("everyone", False, False),
        ("everyone", True, True),
        ("professionals", True, False),
    ],
)
def test_an_unborn_child_needs_a_release(share: str | None, released: bool, visible: bool) -> None:
    data = open_case()
    data["members"].append(UNBORN | ({"share_with": share} if share else {}))
    if released:
        data["releases"].append(data["releases"][0] | {"entry": "u1"})
    assert ("u1" in repr(cut(case_of(data), EVERYONE))) is visible


@pytest.mark.parametrize("kind", ["members", "network"])
def test_a_narrowed_person_is_nowhere(kind: str) -> None:
    data = open_case()
    data[kind].append({"id": "h1", "name": "Verborgen", "share_with": "professionals"})
    agreement = data["situations"][0]["agreements"][0]
    agreement["who"], agreement["checks"] = ["h1", *agreement["who"]], ["h1"]
    data["plan"]["on_tension"][0]["who"].append("h1")
    after = cut(case_of(data), EVERYONE)
    assert after.situations[0].agreements[0].who
    assert after.situations[0].agreements[0].checks == ()
    assert "h1" not in repr(after)
    assert "Verborgen" not in repr(after)


def test_what_only_a_hidden_person_does_is_gone() -> None:
    data = open_case()
    data["members"].append({"id": "h1", "share_with": "professionals"})
    data["situations"][0]["agreements"][0]["who"] = ["h1"]
    data["plan"]["on_tension"][0]["who"] = ["h1"]
    after = cut(case_of(data), EVERYONE)
    assert after.situations
    assert after.situations[0].agreements == ()
    assert after.plan.on_tension == ()


def test_what_nobody_does_yet_stays() -> None:
    data = open_case()
    data["situations"][0]["agreements"][0]["who"] = []
    data["plan"]["on_tension"][0]["who"] = []
    after = cut(case_of(data), EVERYONE)
    assert len(after.situations[0].agreements) == len(after.plan.on_tension) == 1


# --- status ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["situations", "risk_factors", "recovery"])
@pytest.mark.parametrize(
    "status, left",
    [
        ("waiting", "id title status"),
        ("planned", "id title status"),
        ("active", PRIORITY),
        ("lasting", PRIORITY),
        ("done", ""),
        ("dropped", ""),
    ],
)
def test_what_is_left_of_a_priority(kind: str, status: str, left: str) -> None:
    data = open_case()
    data[kind][0]["status"] = status
    there = {path for path in shown(data) if path.startswith(kind)}
    assert {path for path in there if path.count(".") == 1} == listed({kind: left})
    assert any(path.count(".") == 2 for path in there) is (left == PRIORITY)


@pytest.mark.parametrize("status", ["done", "dropped", "waiting"])
def test_an_agreement_out_of_force_is_gone(status: str) -> None:
    lost = gone(lambda data: data["situations"][0]["agreements"][0].update(status=status))
    assert lost == {p for p in listed(SEEN_BY_EVERYONE) if p.startswith("situations.agreements")}


@pytest.mark.parametrize("kind", ["risk_factors", "recovery"])
@pytest.mark.parametrize("missing", ["title", "wish"])
def test_without_words_for_everyone_it_stays_out(kind: str, missing: str) -> None:
    assert f"{kind}.id" in gone(lambda data: data[kind][0].pop(missing))


@pytest.mark.parametrize("missing", ["title", "wish"])
def test_an_unsafe_situation_stays_in_without_words(missing: str) -> None:
    lost = gone(lambda data: data["situations"][0].pop(missing))
    assert lost == {f"situations.{missing}"}


# --- twice, and the other way round ------------------------------------------------------------


def test_cutting_twice_is_cutting_once() -> None:
    data = open_case()
    for path in SHAREABLE:
        item_of(data, path).pop("share_with")
    once = cut(case_of(data), EVERYONE)
    assert len(list(leaves(once))) > 40
    assert cut(once, EVERYONE) == once
    professional = cut(case_of(data), PROFESSIONAL)
    assert cut(professional, PROFESSIONAL) == professional


def test_a_widened_entry_does_not_outlive_its_release() -> None:
    """The release itself is not in the cut, so a second cut shows less, never more."""
    once = cut(case_of(open_case()), EVERYONE)
    lost = set(leaves_of(once)) - set(leaves_of(cut(once, EVERYONE)))
    assert lost
    assert {path for path in lost if not path.startswith(SHAREABLE)} == set()


def leaves_of(case: Case) -> list[str]:
    return [path for path, _ in leaves(case)]


def test_the_shared_plan_is_the_same_from_the_professional_cut() -> None:
    case = case_of(open_case())
    assert cut(cut(case, PROFESSIONAL), EVERYONE) == cut(case, EVERYONE)


# --- non-interference --------------------------------------------------------------------------
# What is hidden is said here a second time: each of these changes may not touch the shared plan.

HIDE = {"share_with": "professionals"}


def _word(n: int) -> str:
    return f"geheim {'x' * (n % 7)} {n}"


def _agreement(n: int, **more: Any) -> Data:
    return {"id": f"ha{n}", "what": _word(n), "who": ["q5"], **more}


def _insert(items: list[Any], n: int, item: Any) -> None:
    items.insert(n % (len(items) + 1), item)


def _own(data: Data, part: str) -> Data:
    """Find the entry that was there from the start and has every field."""
    return next(item for item in data[part] if item["id"].startswith("q"))


def _every(data: Data, part: str, change: Data) -> None:
    for item in data[part]:
        item.update(change)


CHANGES: dict[str, Callable[[Data, int], Any]] = {
    "secret": lambda d, n: _insert(d["secrets"], n, {"id": f"x{n}", "value": _word(n)}),
    "no secrets": lambda d, n: d.pop("secrets"),
    "note": lambda d, n: _insert(d["notes"], n, {"id": f"y{n}", "text": _word(n)}),
    "incident": lambda d, n: _insert(
        d["violence"]["incidents"],
        n,
        {"id": f"i{n}", "what": _word(n), "by": [_own(d, "members")["id"]]},
    ),
    "incident, marked but not released": lambda d, n: _insert(
        d["violence"]["incidents"], n, {"id": f"j{n}", "what": _word(n), "share_with": "everyone"}
    ),
    "flag": lambda d, n: _insert(d["violence"]["flags"], n, {"id": f"f{n}", "kind": "weapon"}),
    "measure": lambda d, n: _insert(d["measures"], n, {"id": f"me{n}", "kind": "shelter"}),
    "condition": lambda d, n: _insert(
        d["veilig_thuis"]["conditions"], n, {"id": f"c{n}", "what": _word(n)}
    ),
    "narrowed situation": lambda d, n: _insert(
        d["situations"], n, {"id": f"s{n}", "title": _word(n), **HIDE}
    ),
    "situation that is done": lambda d, n: _insert(
        d["situations"], n, {"id": f"t{n}", "title": _word(n), "status": "done", "rank": "1"}
    ),
    "risk factor without words": lambda d, n: _insert(
        d["risk_factors"], n, {"id": f"r{n}", "factor": "poverty", "agreements": [_agreement(n)]}
    ),
    "narrowed recovery need": lambda d, n: _insert(
        d["recovery"], n, {"id": f"w{n}", "title": _word(n), "wish": _word(n), **HIDE}
    ),
    "narrowed agreement": lambda d, n: _insert(
        _own(d, "situations")["agreements"], n, _agreement(n) | HIDE
    ),
    "dropped agreement": lambda d, n: _insert(
        _own(d, "situations")["agreements"], n, _agreement(n, id=f"hb{n}", status="dropped")
    ),
    "unborn child": lambda d, n: _insert(
        d["members"], n, {"id": f"u{n}", "role": "unborn child", "name": _word(n)}
    ),
    "narrowed network person who checks": lambda d, n: (
        _insert(d["network"], n, {"id": f"n{n}", "name": _word(n), "tie": _word(n), **HIDE}),
        _insert(_own(_own(d, "situations"), "agreements")["checks"], n, f"n{n}"),
    ),
    "network person who is not named": lambda d, n: _insert(
        d["network"], n, {"id": f"m{n}", "tie": _word(n)}
    ),
    "professional who is not named": lambda d, n: _insert(
        d["team"]["others"], n, {"id": f"p{n}", "organisation": _word(n)}
    ),
    "expert": lambda d, n: _insert(d["team"]["experts"], n, {"who": _word(n)}),
    "what a member said": lambda d, n: _insert(
        _own(d, "members")["own_words"], n, {"worries": _word(n)}
    ),
    "where a child is safe": lambda d, n: _every(d, "members", {"safe_place": _word(n)}),
    "conversation": lambda d, n: _insert(
        _own(d, "members")["conversations"], n, {"date": f"2024-08-{n % 28 + 1:02}", "calm": "no"}
    ),
    "age": lambda d, n: _every(d, "members", {"age": str(n % 18)}),
    "network phone": lambda d, n: _every(d, "network", {"reachable": _word(n)}),
    "profile": lambda d, n: d["violence"].update(profile={"kind": "long-term care"}),
    "no analysis": lambda d, n: d["violence"].update(forms=[], observations=[]),
    "severity": lambda d, n: _every(
        d, "situations", {"severity": "danger to life", "acute": "yes"}
    ),
    "who is unsafe": lambda d, n: _every(d, "situations", {"unsafe": []}),
    "facts": lambda d, n: _insert(_own(d, "situations")["facts"], n, {"what": _word(n)}),
    "action": lambda d, n: _insert(
        _own(d, "risk_factors")["actions"], n, {"id": f"e{n}", "what": _word(n)}
    ),
    "phase, decided when and why": lambda d, n: d["plan"]["phase"].update(
        date=f"2024-0{n % 9 + 1}-01", by=_word(n), why=_word(n)
    ),
    "log": lambda d, n: _own(_own(d, "situations"), "agreements").update(
        log=[{"note": _word(n)}] * (n % 3)
    ),
    "review": lambda d, n: _insert(d["reviews"], n, {"changed": _word(n)}),
    "meeting": lambda d, n: _insert(d["meetings"], n, {"id": f"b{n}", "kind": "mediation"}),
    "decision": lambda d, n: _insert(d["decisions"], n, {"about": "T202", "why": _word(n)}),
    "release of something hidden": lambda d, n: _insert(
        d["releases"], n, d["releases"][0] | {"entry": _own(d["violence"], "flags")["id"]}
    ),
    "scale": lambda d, n: d["scale_up"].update(ave=str(n % 4 + 1), tables=[]),
    "order of hidden things": lambda d, n: d["violence"]["flags"].reverse(),
}


def changed(plan: dict[str, int]) -> Data:
    data = open_case()
    for name, number in sorted(plan.items(), key=lambda pair: (pair[0] == "no secrets", pair)):
        CHANGES[name](data, number)
    return data


@pytest.mark.parametrize("name", CHANGES)
def test_each_hidden_thing_alone_changes_nothing(name: str) -> None:
    base, other = case_of(open_case()), case_of(changed({name: 3}))
    if name != "order of hidden things":
        assert base != other
    assert repr(cut(base, EVERYONE)) == repr(cut(other, EVERYONE))


PLANS = st.dictionaries(st.sampled_from(sorted(CHANGES)), st.integers(0, 99), max_size=12)


@QUICK
@given(PLANS, PLANS)
def test_cases_that_differ_in_hidden_things_give_equal_cuts(
    one: dict[str, int], other: dict[str, int]
) -> None:
    left, right = (cut(case_of(changed(plan)), EVERYONE) for plan in (one, other))
    assert left == right
    assert repr(left) == repr(right)
    assert [entry.model_fields_set for entry in left.situations] == [
        entry.model_fields_set for entry in right.situations
    ]


def test_a_visible_thing_does_change_the_cut() -> None:
    """The net above would be worthless if everything passed through it."""
    data = open_case()
    data["situations"][0]["wish"] = "iets anders"
    assert cut(case_of(data), EVERYONE) != cut(case_of(open_case()), EVERYONE)


@pytest.mark.parametrize(
    "name", sorted(set(CHANGES) - {"secret", "no secrets", "note", "order of hidden things"})
)
def test_professionals_do_see_it(name: str) -> None:
    base, other = case_of(open_case()), case_of(changed({name: 3}))
    assert cut(base, PROFESSIONAL) != cut(other, PROFESSIONAL)


@pytest.mark.parametrize("name", ["secret", "note"])
def test_secrets_change_no_copy_at_all(name: str) -> None:
    base, other = case_of(open_case()), case_of(changed({name: 3}))
    assert base != other
    assert repr(cut(base, PROFESSIONAL)) == repr(cut(other, PROFESSIONAL))
