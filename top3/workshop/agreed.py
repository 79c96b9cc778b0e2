"""Tells what was agreed: unsafe situations, risk factors and recovery needs with agreements."""

from collections.abc import Sequence
from typing import Any

from top3.workshop.blocks import Deal, Need, Trouble
from top3.workshop.cast import SPEAKS_FROM
from top3.workshop.draw import Draw
from top3.workshop.family import Family
from top3.workshop.speech import parts_of, say

Data = dict[str, Any]

_MOST = 3
_AGREEMENTS = 2
"""The most agreements that one priority gets: a plan that people can remember."""

_READS_FROM = 8


class Agreed:
    """Tells the priorities of one family; agreements and help are numbered through the file."""

    def __init__(self, family: Family, draw: Draw) -> None:
        self._family, self._whole = family, draw
        self._draw = draw
        self._agreements = self._actions = 0

    def situations(self) -> list[Data]:
        """The unsafe situations: active in fase 1, lasting once the phase moved on."""
        family, found = self._family, []
        for number, (block, often) in enumerate(zip(family.troubles, family.often, strict=True), 1):
            self._draw = self._whole.at("situation", block.id)
            waits = number > _MOST
            status = "waiting" if waits else "active" if family.course.phase == 1 else "lasting"
            if waits and family.course.phase > 1:
                continue
            found.append(
                {
                    "id": f"s{number}",
                    "title": self._said(block.title),
                    "wish": self._said(block.wish),
                    "status": status,
                    "acute": "no",
                    "severity": block.severity,
                    "frequency": often,
                    "by": family.cast.ids(block.by),
                    "unsafe": family.cast.ids(block.unsafe),
                    "facts": self._facts(block, often),
                    "agreements": [] if waits else self._deals(block.deals, block.by, status, 1),
                }
            )
        return found

    def risk_factors(self) -> list[Data]:
        """What feeds it: waiting in fase 1, the top 3 of fase 2, done or lasting in fase 3."""
        status = {1: "waiting", 2: "active", 3: "lasting"}[self._family.course.phase]
        situations = [f"s{n}" for n in range(1, min(len(self._family.troubles), _MOST) + 1)]
        found = []
        for number, block in enumerate(self._family.risks, 1):
            need = self._need(f"r{number}", block, status, 2)
            need["factor"] = block.factor
            need["ground"] = self._said(block.ground)
            need["feeds"] = sorted(self._draw.some(situations, self._draw.number(1, 2)))
            found.append(need)
        return found

    def recovery(self) -> list[Data]:
        """What must heal: waiting until fase 3."""
        status = "active" if self._family.course.phase == 3 else "waiting"
        found = []
        for number, block in enumerate(self._family.recoveries, 1):
            need = self._need(f"h{number}", block, status, 3)
            need["need"] = self._said(block.ground)
            need["since"] = f"{self._family.course.agreed:%Y-%m}"
            found.append(need)
        return found

    def _need(self, identifier: str, block: Need, status: str, phase: int) -> Data:
        is_ranked = status == "active"
        self._draw = self._whole.at("agreements", block.id)
        agreements = (
            self._deals(block.deals, block.of, status, phase) if status != "waiting" else []
        )
        self._draw = self._whole.at("need", block.id)
        return {
            "id": identifier,
            "title": self._said(block.title),
            "wish": self._said(block.wish),
            "status": status,
            "rank": int(identifier[1:]) if is_ranked else None,
            "of": self._family.cast.ids(block.of),
            "agreements": agreements,
            "actions": self._help(block, status, phase),
        }

    def _help(self, block: Need, status: str, phase: int) -> list[Data]:
        """Support may run in every phase; treatment waits for its own; what runs is not stopped."""
        course = self._family.course
        self._actions += 1
        runs_on = status == "waiting" and len(course.moved) > phase - 2
        is_support = block.kind == "support" and not course.is_year_on
        began = status != "waiting" or runs_on
        is_now = began or is_support
        start = course.agreed if is_support else course.moved[phase - 2] if began else None
        return [
            {
                "id": f"c{self._actions}",
                "kind": block.kind,
                "what": self._said(block.help),
                "by": self._said(block.help_by),
                "start": start,
                "running": "yes" if runs_on else None,
                "status": "active" if is_now else "waiting",
            }
        ]

    def _deals(
        self, deals: Sequence[Deal], by: Sequence[str], status: str, phase: int
    ) -> list[Data]:
        """One or two agreements, of which at least one is of who does it."""
        cast = self._family.cast
        fitting = [deal for deal in deals if cast.ids(deal.who) and self._fits(deal)]
        mixed = self._draw.some(fitting, len(fitting))
        owners = set(cast.ids(tuple(by)))
        own = [deal for deal in mixed if owners <= set(cast.ids(deal.who))] or mixed
        chosen = [own[0]]
        if self._draw.chance(0.6):
            chosen += [deal for deal in mixed if deal is not own[0]][: _AGREEMENTS - 1]
        return [self._deal(deal, status, phase) for deal in chosen]

    def _fits(self, deal: Deal) -> bool:
        """Everybody it speaks of is there; and a ban leaves nothing that brings people together."""
        if self._family.has_barring_order and deal.contact:
            return False
        parts = set(self._family.cast.parts)
        fields = [deal.what, deal.when, deal.if_not]
        if deal.for_children and self._family.cast.children:
            fields.append(deal.for_children)
        return all(any(parts_of(one) <= parts for one in field) for field in fields)

    def _deal(self, deal: Deal, status: str, phase: int) -> Data:
        family, draw = self._family, self._draw
        self._agreements += 1
        checks = deal.checks or draw.one(["director", "director", "stand_in", "helper"])
        if checks == "helper" and "n1" in family.cast.ids(deal.who):
            checks = "director"
        how = deal.how_checked or family.words.entry("families/common.checked")[checks]
        course = family.course
        since = course.agreed if phase == 1 else course.moved[phase - 2]
        lasts = status == "lasting"
        kept = [review for review in course.reviews if review > since] if lasts else []
        return {
            "id": f"a{self._agreements}",
            "what": self._said(deal.what),
            "who": family.cast.ids(deal.who),
            "when": self._said(deal.when),
            "checks": [{"director": "p1", "stand_in": "p2", "helper": "n1"}[checks]],
            "how_checked": self._said(how),
            "if_not": self._said(deal.if_not),
            "for_children": self._for_children(deal),
            "status": "lasting" if lasts else None,
            "contact_with": family.cast.ids(deal.contact),
            "since": since,
            "log": [{"date": review, "kept": "yes"} for review in kept],
        }

    def _for_children(self, deal: Deal) -> str:
        """The shortest way to say it where somebody reads it to a child of 4 to 7."""
        cast = self._family.cast
        said = [one for one in deal.for_children if parts_of(one) <= {*cast.child_parts}]
        if not cast.children or not said:
            return ""
        if any(SPEAKS_FROM <= child.age < _READS_FROM for child in cast.children):
            said = sorted(said, key=lambda one: len(say(one, cast.child_parts)))[:1]
        return self._draw.said(said, cast.child_parts)

    def _facts(self, block: Trouble, often: str) -> list[Data]:
        """What else is known; of what happened once there is no more, and no "every time"."""
        if often == "once":
            return []
        words = self._family.words
        what = self._draw.said(block.facts, self._family.cast.acting)
        source = self._said(words.entry("families/common.sources.told"))
        return [{"what": what, "basis": "told", "by": source}] if what else []

    def _said(self, sentences: Sequence[str]) -> str:
        return self._draw.said(sentences, self._family.cast.parts)
