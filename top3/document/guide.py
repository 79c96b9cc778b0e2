"""Composes what fits this case out of the reference knowledge, for the professionals."""

from top3.case.model import Case
from top3.document.model import Guide
from top3.method.check import Judgement
from top3.method.guidance import groups, services
from top3.words import Words

AVE_ROLES = ("case", "process", "consults", "operational", "board")
"""Who does what at a level of AVE, as `ave.toml` has it."""


def compose_guide(case: Case, judged: Judgement, words: Words) -> Guide:
    """Compose the guide: the phase's document, the profile, AVE, who can help, what to mind."""
    profile = case.violence.profile
    known = words.entry(f"knowledge.profile.{profile.kind.value}") if profile else {}
    minimum = judged.escalation.minimum
    return Guide(
        document=words.say(f"knowledge.document.{judged.phase.number}"),
        asks=known.get("asks", ""),
        forbids=known.get("forbids", ""),
        ave=_level(minimum, words),
        ave_next=_level(minimum + 1, words) if minimum < 4 else (),
        services=tuple(
            words.say(f"knowledge.service.{key}")
            for key in services(case, judged.escalation, judged.day)
        ),
        notes=tuple(words.say(f"knowledge.group.{key}") for key in groups(case, judged.day)),
        signals=tuple(words.entry("knowledge.signal").values()),
    )


def _level(level: int, words: Words) -> tuple[tuple[str, str], ...]:
    table = words.entry(f"ave.{level}")
    return tuple(
        (words.say(f"explain.ave.{part}"), table[part]) for part in ("situation", *AVE_ROLES)
    )
