"""The story that most tests of the gate tell: violence on 1 January 2024, and who was spoken with.

The ninetieth day after it is 31 March.
"""

from top3.method.phase import Phase

NEW_YEAR = "{id: i1, datum: 2024-01-01, door: v1, tegen: m1}"
LATER = "2024-09-02"


def calm(*days: str) -> str:
    """Contacts, apart, in which somebody said that it is calm."""
    return "".join(f"{{datum: {day}, apart: ja, rustig: ja}}, " for day in days)


def story(
    incidents: str = NEW_YEAR, *, v1: str = "", m1: str = "", k1: str | None = None, more: str = ""
) -> str:
    """A father who used violence, a mother, perhaps a child of 9; each with contacts."""
    child = f"  - {{id: k1, rol: kind, leeftijd: 9, gesprekken: [{k1}]}}\n"
    child = child if k1 is not None else ""
    extra, _, rest = more.partition("---\n")
    return (
        "gezin:\n"
        f"  - {{id: v1, rol: vader, gesprekken: [{v1}]}}\n"
        f"  - {{id: m1, rol: moeder, gesprekken: [{m1}]}}\n{child}{extra}"
        f"geweld:\n  incidenten: [{incidents}]\n{rest}"
    )


def reasons(phase: Phase) -> dict[str, dict[str, object]]:
    return {reason.key: dict(reason.values) for reason in phase.because}
