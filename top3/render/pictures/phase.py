"""The phase figure: three steps, and where the plan is now.

Why: a family gets rest from seeing that it goes in three steps and where they are now. Position,
shape, a thick line and words all say it, so it works in grey and without colour vision, and the
text beside it says the same to who can't see it. On a wall visitors read it too: there the steps
have names that don't tell what happened.
"""

from dataclasses import dataclass

from top3.render.pictures import draw
from top3.render.tree import Break, Figure, Text
from top3.words import Words

WIDTH, HEIGHT = 420, 246
_ROW, _STEP = 62, 82


@dataclass(frozen=True, slots=True)
class _Step:
    number: int
    name: str
    goal: str
    state: str
    tag: str

    @property
    def now(self) -> bool:
        """Say whether the plan is at this step."""
        return self.state == "now"


def phase_figure(phase: int, words: Words, *, wall: bool = False) -> Figure:
    """Draw the three steps and mark where the plan is now; `wall`: visitors see it too."""
    if phase not in (1, 2, 3):
        raise ValueError("a plan is in phase 1, 2 or 3")
    steps = [_step(number, phase, words, ".wall" if wall else "") for number in (1, 2, 3)]
    sentences = [
        words.say(f"page.phase.text_{step.state}", number=step.number, name=step.name)
        for step in steps
    ]
    alt = " ".join(sentences) if wall else words.say("page.phase.alt", number=phase)
    line = tuple(part for text in sentences for part in (Break(), Text(text)))[1:]
    return Figure(svg=_svg(steps, alt), alt=alt, line=line, alone=wall)


def _step(number: int, phase: int, words: Words, where: str) -> _Step:
    state = "now" if number == phase else "done" if number < phase else "later"
    return _Step(
        number,
        words.say(f"page.phase{where}.name{number}"),
        words.say(f"page.phase{where}.goal{number}"),
        state,
        words.say(f"page.phase.{state}"),
    )


def _svg(steps: list[_Step], alt: str) -> str:
    body = "".join(_row(step, 4 + place * _STEP) for place, step in enumerate(steps))
    return draw.svg(WIDTH, HEIGHT - 6, alt, body)


def _row(step: _Step, top: int) -> str:
    """Draw one step: a box, its number in a disc, its words; an arrow leads to the next."""
    line, width = (draw.BLUE, 3.5) if step.now else (draw.LINE, 1.2)
    disc, digit = (draw.BLUE, draw.PAPER) if step.now else (draw.PAPER, draw.INK)
    middle = top + _ROW / 2
    parts = [
        draw.rect((4, top), (WIDTH - 8, _ROW), stroke=line, width=width, round_=10),
        draw.circle((38, middle), 18, fill=disc, stroke=line, width=0 if step.now else width),
        draw.text((38, middle + 7), str(step.number), 20, bold=True, anchor="middle", fill=digit),
        draw.text((70, middle - 5), step.name, 17, bold=True),
        draw.text((70, middle + 18), step.goal, 14),
        _tag(step, top),
    ]
    if step.number < 3:
        arrow = f"M38 {top + _ROW + 3} v9 m-5 -4 l5 6 l5 -6"
        parts.append(draw.path(arrow, width=1.6))
    return "".join(parts)


def _tag(step: _Step, top: int) -> str:
    """Write the state of a step; where we are now it stands on a yellow label with a point."""
    right, middle = WIDTH - 16, top + _ROW / 2
    if not step.now:
        return draw.text((right, middle + 5), step.tag, 14, anchor="end")
    left = right - 126
    label = f'<path d="M{left} {middle} l12 -17 h114 v34 h-114 z" fill="{draw.YELLOW}"/>'
    return label + draw.text((left + 68, middle + 5), step.tag, 14, bold=True, anchor="middle")
