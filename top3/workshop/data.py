"""The data of a case: English field names and words, as the reader makes them of a file."""

from typing import Any

Data = dict[str, Any]

PRIORITIES = {1: "situations", 2: "risk_factors", 3: "recovery"}
"""In which list the priorities of each phase stand."""
