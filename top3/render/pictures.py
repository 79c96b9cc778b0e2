"""The pictures we draw: the phase figure.

Why: a family gets rest from seeing that it goes in three steps and where they are now. Position,
shape, a thick line and words all say it, so it works in grey and without colour vision, and the
text beside it says the same to who can't see it.
"""

from dataclasses import dataclass
from html import escape

from top3.document.model import Document
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


def figure(source: str, document: Document, words: Words) -> Figure:
    """Give the picture that a template asks for by name."""
    if source != "figure:phase":
        raise ValueError(f"there is no picture {source}")
    return phase_figure(document.phase, words)


def phase_figure(phase: int, words: Words) -> Figure:
    """Draw the three steps and mark where the plan is now."""
    if phase not in (1, 2, 3):
        raise ValueError("a plan is in phase 1, 2 or 3")
    steps = [_step(number, phase, words) for number in (1, 2, 3)]
    alt = words.say("page.phase.alt", number=phase)
    sentences = [
        words.say(f"page.phase.text_{step.state}", number=step.number, name=step.name)
        for step in steps
    ]
    line = tuple(part for text in sentences for part in (Break(), Text(text)))[1:]
    return Figure(svg=_svg(steps, alt), alt=alt, line=line)


def _step(number: int, phase: int, words: Words) -> _Step:
    state = "now" if number == phase else "done" if number < phase else "later"
    return _Step(
        number,
        words.say(f"page.phase.name{number}"),
        words.say(f"page.phase.goal{number}"),
        state,
        words.say(f"page.phase.{state}"),
    )


def _svg(steps: list[_Step], alt: str) -> str:
    body = "".join(_row(step, 4 + place * _STEP) for place, step in enumerate(steps))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT - 6}" '
        f'width="{WIDTH}" height="{HEIGHT - 6}" role="img" aria-label="{escape(alt)}" '
        f'font-family="Noto Sans, Verdana, Arial, sans-serif" fill="#1A1A1A">{body}</svg>'
    )


def _row(step: _Step, top: int) -> str:
    """Draw one step: a box, its number in a disc, its words; an arrow leads to the next."""
    line, fill = ("#004488", "#FFFFFF") if step.now else ("#6B6B6B", "#FFFFFF")
    width = 3.5 if step.now else 1.2
    middle = top + _ROW / 2
    parts = [
        f'<rect x="4" y="{top}" width="{WIDTH - 8}" height="{_ROW}" rx="10" fill="{fill}" '
        f'stroke="{line}" stroke-width="{width}"/>',
        f'<circle cx="38" cy="{middle}" r="18" fill="{line if step.now else "#FFFFFF"}" '
        f'stroke="{line}" stroke-width="{width if not step.now else 0}"/>',
        _words(
            38,
            middle + 7,
            20,
            str(step.number),
            "#FFFFFF" if step.now else "#1A1A1A",
            True,
            "middle",
        ),
        _words(70, middle - 5, 17, step.name, "#1A1A1A", True),
        _words(70, middle + 18, 14, step.goal, "#1A1A1A", False),
        _tag(step, top),
    ]
    if step.number < 3:
        parts.append(_arrow(top + _ROW))
    return "".join(parts)


def _tag(step: _Step, top: int) -> str:
    """Write the state of a step; where we are now it stands on a yellow label with a point."""
    right, middle = WIDTH - 16, top + _ROW / 2
    if not step.now:
        return _words(right, middle + 5, 14, step.tag, "#1A1A1A", False, "end")
    left = right - 132
    return f'<path d="M{left} {middle} l14 -17 h118 v34 h-118 z" fill="#DDAA33"/>' + _words(
        left + 74, middle + 5, 14, step.tag, "#1A1A1A", True, "middle"
    )


def _arrow(top: int) -> str:
    way = f"M38 {top + 3} v9 m-5 -4 l5 6 l5 -6"
    return f'<path d="{way}" fill="none" stroke="#1A1A1A" stroke-width="1.6"/>'


def _words(
    x: float, y: float, size: int, text: str, colour: str, bold: bool, anchor: str = "start"
) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{size}"{weight} text-anchor="{anchor}" '
        f'fill="{colour}">{escape(text)}</text>'
    )
