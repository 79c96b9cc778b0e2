"""Findings and plan for the professional: on the terminal, and for machines."""
