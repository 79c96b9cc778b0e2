"""Tells what was agreed: unsafe situations, risk factors and recovery needs with agreements."""

from collections.abc import Sequence

from top3.method.settings import SETTINGS as METHOD
from top3.workshop.blocks import Deal, Need, Trouble
from top3.workshop.cast import SPEAKS_FROM
from top3.workshop.data import Data
from top3.workshop.draw import Draw
from top3.workshop.family import MOST, Family
from top3.workshop.sources import known_from
from top3.workshop.speech import Holds, Parts, parts_of, say

_AGREEMENTS = 2
"""The most agreements that one priority gets: a plan that people can remember."""

_BREATH = 7
"""Words that a child of 4 to 7 can hear in one go (documents for families: see tests/reading)."""


class Agreed:
    """Tells the priorities of one family; agreements and help are numbered through the file.

    Each block has its own source of chances, so that it is told the same at every meeting.
    """

    def __init__(self, family: Family, draw: Draw) -> None:
        self._family, self._draw = family, draw
        new: Parts = {} if family.course.is_year_on else {"new": Holds()}
        self._parts: Parts = {**family.cast.parts, **new}
        self._agreements = self._actions = 0

    def situations(self) -> list[Data]:
        """The unsafe situations: active in fase 1, lasting once the phase moved on.

        The one that waits has no agreements of its own; with the phase it is over too.
        """
        family, found = self._family, []
        top, rest = ("active", "waiting") if family.course.phase == 1 else ("lasting", "done")
        for number, (block, often) in enumerate(zip(family.troubles, family.often, strict=True), 1):
            waits = number > MOST
            status = rest if waits else top
            found.append(
                {
                    "id": f"s{number}",
                    **self._in_words(block),
                    "status": status,
                    "acute": "no",
                    "severity": block.severity,
                    "frequency": often,
                    "by": family.cast.ids(block.by),
                    "unsafe": family.cast.ids(block.unsafe),
                    "facts": self._facts(block, often),
                    "agreements": [] if waits else self._deals(block, block.by, status, 1),
                }
            )
        return found

    def risk_factors(self) -> list[Data]:
        """What feeds it: waiting in fase 1, the top 3 of fase 2, lasting in fase 3."""
        status = {1: "waiting", 2: "active", 3: "lasting"}[self._family.course.phase]
        found = []
        for number, block in enumerate(self._family.risks, 1):
            draw = self._draw.at("risk", block.id)
            need = self._need("r", number, block, status, 2)
            need["factor"] = block.factor
            need["ground"] = self._said(block.ground, draw)
            need["feeds"] = sorted(draw.some(self._fed_by(block), draw.number(1, 2)))
            found.append(need)
        return found

    def _fed_by(self, block: Need) -> list[str]:
        """The situations it can feed: of who it is of, or of a child; where there is none, all."""
        cast = self._family.cast
        adults = {person.who.id for person in cast.adults}
        everything, own = list[str](), list[str]()
        for number, trouble in enumerate(self._family.top, 1):
            acts = {*cast.ids(trouble.by)}
            everything.append(f"s{number}")
            if acts & {*cast.ids(block.of)} or not acts & adults:
                own.append(f"s{number}")
        return own or everything

    def recovery(self) -> list[Data]:
        """What must heal: waiting until fase 3."""
        status = "active" if self._family.course.phase == 3 else "waiting"
        found = []
        for number, block in enumerate(self._family.recoveries, 1):
            need = self._need("h", number, block, status, 3)
            told = {**self._parts, **self._family.cast.acting}
            need["need"] = self._draw.at("recovery", block.id).said(block.ground, told)
            need["since"] = f"{self._family.course.agreed:%Y-%m}"
            found.append(need)
        return found

    def _need(self, letter: str, number: int, block: Need, status: str, phase: int) -> Data:
        began = number <= MOST and len(self._family.course.moved) > phase - 2
        status = _unless_fourth(status, number)
        return {
            "id": f"{letter}{number}",
            **self._in_words(block),
            "status": status,
            "of": self._family.cast.ids(block.of),
            "agreements": self._deals(block, block.of, status, phase)
            if status != "waiting"
            else [],
            "actions": self._help(block, phase, began=began),
        }

    def _in_words(self, block: Trouble | Need) -> Data:
        draw = self._draw.at("words", block.id)
        return {"title": self._said(block.title, draw), "wish": self._said(block.wish, draw)}

    def _help(self, block: Need, phase: int, *, began: bool) -> list[Data]:
        """Support may run in every phase; treatment waits for its own; what runs is not stopped."""
        course, draw = self._family.course, self._draw.at("help", block.id)
        self._actions += 1
        runs_on = began and course.phase < phase
        is_support = block.kind == "support" and not course.is_year_on
        is_now = began or is_support
        start = course.agreed if is_support else course.moved[phase - 2] if began else None
        place = self._place(block.help, draw)
        return [
            {
                "id": f"c{self._actions}",
                "kind": block.kind,
                "what": say(block.help[place], self._parts),
                "by": self._beside(place, block.help, block.help_by, draw),
                "start": start,
                "running": "yes" if runs_on else None,
                "status": "active" if is_now else "waiting",
            }
        ]

    def _deals(
        self, block: Trouble | Need, by: Sequence[str], status: str, phase: int
    ) -> list[Data]:
        """One or two agreements, of which one is of who does it, and stops it."""
        cast, draw = self._family.cast, self._draw.at("agreements", block.id)
        fitting = [deal for deal in block.deals if cast.ids(deal.who) and self._fits(deal)]
        mixed = draw.some(fitting, len(fitting))
        owners = set(cast.ids(tuple(by)))
        own = [deal for deal in mixed if owners <= set(cast.ids(deal.who))] or mixed
        first = next((deal for deal in own if deal.is_core), own[0])
        chosen = [first]
        if draw.chance(0.6):
            chosen += [deal for deal in mixed if deal is not first][: _AGREEMENTS - 1]
        return [self._deal(deal, status, phase, draw) for deal in chosen]

    def _fits(self, deal: Deal) -> bool:
        """All it speaks of are there, and who lives elsewhere does nothing beside the other."""
        if self._family.lives_out and deal.contact:
            return False
        parts = {*self._parts}
        fields = [deal.what, deal.when, deal.if_not]
        if deal.for_children and self._family.cast.children:
            fields.append(deal.for_children)
        return all(any(parts_of(one) <= parts for one in field) for field in fields)

    def _deal(self, deal: Deal, status: str, phase: int, draw: Draw) -> Data:
        family = self._family
        self._agreements += 1
        checks = deal.checks or draw.one(["director", "director", "stand_in", "helper"])
        if checks == "helper" and "n1" in family.cast.ids(deal.who):
            checks = "director"
        how = deal.how_checked or family.words.entry("families/common.checked")[checks]
        course = family.course
        since = course.agreed if phase == 1 else course.moved[phase - 2]
        lasts = status == "lasting"
        kept = [decided for decided in course.moved if decided > since] if lasts else []
        place = self._place(deal.what, draw)
        return {
            "id": f"a{self._agreements}",
            "what": say(deal.what[place], self._parts),
            "who": family.cast.ids(deal.who),
            "when": self._beside(place, deal.what, deal.when, draw),
            "checks": [{"director": "p1", "stand_in": "p2", "helper": "n1"}[checks]],
            "how_checked": self._said(how, draw),
            "if_not": self._said(deal.if_not, draw),
            "for_children": self._for_children(deal, place, draw),
            "status": "lasting" if lasts else None,
            "contact_with": family.cast.ids(deal.contact),
            "since": since,
            "log": [{"date": decided, "kept": "yes"} for decided in kept],
        }

    def _for_children(self, deal: Deal, place: int, draw: Draw) -> str:
        """The way that goes with the agreement, if a child of 4 to 7 can hear it in one breath."""
        cast = self._family.cast
        fitting = [one for one in deal.for_children if parts_of(one) <= {*cast.child_parts}]
        if not cast.children or not fitting:
            return ""
        said = {one: say(one, cast.child_parts) for one in fitting}
        if any(SPEAKS_FROM <= child.age < METHOD.reads_from for child in cast.children):
            shortest = min(fitting, key=lambda one: len(said[one].split()))
            fitting = [one for one in fitting if len(said[one].split()) <= _BREATH] or [shortest]
        return said[_beside(place, deal.what, deal.for_children, fitting, draw)]

    def _facts(self, block: Trouble, often: str) -> list[Data]:
        """What else is known; of what happened once there is no more, and no "every time"."""
        cast, draw = self._family.cast, self._draw.at("facts", block.id)
        fitting = [one for one in block.facts if parts_of(one) <= {*cast.acting}]
        if often == "once" or not fitting:
            return []
        fact = draw.one(fitting)
        by, against = cast.ids(block.by), cast.ids(block.against)
        basis, source = known_from(fact, by, against, self._family, draw)
        return [{"what": say(fact, cast.acting), "basis": basis, "by": source}]

    def _place(self, sentences: Sequence[str], draw: Draw) -> int:
        """Draw the place of a sentence whose parts are all played."""
        fitting = [n for n, one in enumerate(sentences) if parts_of(one) <= {*self._parts}]
        return draw.one(fitting)

    def _beside(self, place: int, lead: Sequence[str], sentences: Sequence[str], draw: Draw) -> str:
        """Say what stands beside the sentence at `place` of `lead`."""
        fitting = [one for one in sentences if parts_of(one) <= {*self._parts}]
        return say(_beside(place, lead, sentences, fitting, draw), self._parts)

    def _said(self, sentences: Sequence[str], draw: Draw) -> str:
        return draw.said(sentences, self._parts)


def _unless_fourth(status: str, number: int) -> str:
    """Three are worked on; the fourth waits."""
    return "waiting" if status == "active" and number > MOST else status


def _beside(
    place: int, lead: Sequence[str], sentences: Sequence[str], fitting: Sequence[str], draw: Draw
) -> str:
    """Give the sentence at the same place of a list as long as `lead`; else one that fits."""
    drawn = draw.one(fitting)
    same = sentences[place] if len(sentences) == len(lead) else ""
    return same if same in fitting else drawn
