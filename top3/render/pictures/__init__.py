"""The pictures we draw, each from data that its text alternative is made from too.

A picture with nothing to show is left out.
"""

from top3.document.model import Document
from top3.render.pictures.genogram import genogram_figure
from top3.render.pictures.phase import phase_figure
from top3.render.pictures.scores import scores_figure
from top3.render.pictures.timeline import timeline_figure
from top3.render.tree import Figure
from top3.words import Words

__all__ = ["figure", "genogram_figure", "phase_figure", "scores_figure", "timeline_figure"]


def figure(source: str, document: Document, words: Words) -> Figure | None:
    """Give the picture that a template asks for by name; None when it has nothing to show."""
    judged, own = document.judgement, document.own
    match source:
        case "figure:phase":
            return phase_figure(document.phase, words, wall=document.template == "poster")
        case "figure:scores":
            return scores_figure(own.scores, words) if own else None
        case "figure:timeline":
            return timeline_figure(judged.timeline, words) if judged and judged.timeline else None
        case "figure:genogram":
            return genogram_figure(judged.family, words) if judged and judged.family else None
    raise ValueError(f"there is no picture {source}")
