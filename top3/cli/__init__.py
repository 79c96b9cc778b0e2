"""The command line: one file per command, and the one place where exceptions end.

Exit codes: 0 nothing above the threshold, 1 findings, 2 unusable input or wrong usage, 3 a bug.
"""

import gc
import os
import sys
from collections.abc import Sequence

from top3.cli.language import choose

__all__ = ["main", "run"]

BUG = 3
_GARBAGE_FROM = 50_000
"""Python looks for garbage after so many new objects, not 700: loading makes 100,000 that stay."""


def main() -> None:
    """Run the program on the command line's own arguments."""
    gc.set_threshold(_GARBAGE_FROM)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code. A crash shows no values, only where it happened."""
    words, wrong = choose(arguments, os.environ)
    try:
        from top3.cli.app import call

        return call(words, [*arguments], wrong)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        return BUG
    except Exception as error:
        place = _place(error)
        sys.stderr.write(words.say("cli.bug", kind=type(error).__name__, place=place) + "\n")
        return BUG


def _place(error: BaseException) -> str:
    """Name the file and line of ours where it broke: never a value, never a local path."""
    trace, place = error.__traceback__, "?"
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.startswith("top3"):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
