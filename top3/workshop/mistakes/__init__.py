"""Deliberate mistakes: one breach of the method each, as a person would make it.

A mistake changes the data of a clean family. `plant` then runs the check: only a family with
exactly the findings that were asked for, and no others, is handed out.
"""

from top3.workshop.mistakes import agreements, knowing, people, priorities
from top3.workshop.mistakes.mistake import ALL

__all__ = ["ALL", "agreements", "knowing", "people", "priorities"]
