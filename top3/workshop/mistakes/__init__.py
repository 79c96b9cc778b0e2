"""Deliberate mistakes: one breach of the method each, as a person would make it.

A mistake changes the data of a clean family. `plant` then runs the check: only a family with
exactly the findings that were asked for, and no others, is handed out.
"""
