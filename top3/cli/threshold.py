"""From findings to an exit code."""

from collections.abc import Iterable

from top3.case.finding import Finding, Severity

OK, FOUND, UNUSABLE, BUG = 0, 1, 2, 3
_LEAST = {"error": Severity.ERROR, "warning": Severity.WARNING}


def exit_code(findings: Iterable[Finding], fail_on: str) -> int:
    """Give 1 when a finding that nobody answered reaches the threshold, else 0."""
    least = _LEAST.get(fail_on)
    is_reached = any(f.severity >= least and not f.answered for f in findings) if least else False
    return FOUND if is_reached else OK
