"""Shows what top3 costs beside RenderCV and beside itself, as ratios within one run.

Why ratios: seconds say more about a machine and its other work than about a program. Whole
processes run in turn, back and forth, so that both sides of a ratio meet the same machine.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

REPOSITORY = Path(__file__).resolve().parent.parent
EXAMPLES = REPOSITORY / "examples"
EXAMPLE = EXAMPLES / "julia-en-tom.yaml"
DAY = ("--date", "2024-09-02")
RENDERCV = "2.8"
ICONS = "fontawesome/0.6.0"
"""What RenderCV's PDF and PNG import from Typst's package site; RenderCV does not bring it."""

OUT = "out"
CV = "Jane_Doe_CV.yaml"
FOUR = "plan, all four formats"
TWO = "plan, Markdown and HTML"
ONE = "plan, Markdown"
FULL = "RenderCV, full render"
PART = "RenderCV, without PDF and PNG"
CHECK = "check, one file"
CHECK_ALL = "check, all examples"
EMPTY = "python -c pass"


@dataclass(frozen=True, slots=True)
class Case:
    """One whole process. `makes`: the kinds of file that must be there afterwards."""

    name: str
    command: Sequence[str]
    makes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ratio:
    """One case over another; `goal` is the most that we want it to be."""

    over: str
    under: str
    goal: float | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: milliseconds, and megabytes at its peak."""

    wall: float
    cpu: float
    memory: float


RATIOS = (
    Ratio(FOUR, FULL, 0.25),
    Ratio(FOUR, PART),
    Ratio(TWO, PART),
    Ratio(FOUR, ONE),
    Ratio(CHECK, EMPTY),
    Ratio(CHECK_ALL, CHECK),
)


def main() -> None:
    """Make what is needed in a temporary folder, measure, and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="measured rounds (default 7)")
    parser.add_argument("--top3", metavar="PYTHON", help="interpreter that has top3")
    parser.add_argument("--rendercv", metavar="PYTHON", help="interpreter that has RenderCV")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="top3-benchmarks-") as place:
        folder = Path(place)
        top3 = chosen.top3 or install(folder / "top3", str(REPOSITORY))
        rendercv = chosen.rendercv or install(folder / "rendercv", f"rendercv[full]=={RENDERCV}")
        top3, rendercv = str(Path(top3).absolute()), str(Path(rendercv).absolute())
        work, environment = folder / "work", own_environment(folder / "cache")
        work.mkdir()
        note = prepare(rendercv, work, environment)
        costs = measured(cases(top3, rendercv), chosen.runs, work, environment)
        heads = (*versions(top3, "top3", "typst"), *versions(rendercv, "rendercv", "typst"))
    said = [
        f"{date.today()}, {os.cpu_count()} cores, {chosen.runs} rounds after a warm-up.",
        " ".join(heads),
        note,
        *ratio_table(costs),
        *cost_table(costs),
    ]
    sys.stdout.write("\n".join(said) + "\n")


def cases(top3: str, rendercv: str) -> tuple[Case, ...]:
    """Give the commands, with the interpreters' own programs."""
    program, shared = _program(top3, "top3"), ("--reader", "everyone", "--output", OUT)
    plan = (program, "plan", str(EXAMPLE), *shared, *DAY)
    check = (program, "check", *DAY, "--fail-on", "never")
    two = frozenset({".md", ".html"})
    return (
        Case(EMPTY, (top3, "-c", "pass")),
        Case(CHECK, (*check, str(EXAMPLE))),
        Case(CHECK_ALL, (*check, str(EXAMPLES))),
        Case(ONE, (*plan, "--format", "md"), frozenset({".md"})),
        Case(TWO, (*plan, "--format", "md,html"), two),
        Case(FOUR, plan, two | {".docx", ".pdf"}),
        full_render(rendercv),
        Case(PART, (*full_render(rendercv).command, "-nopdf", "-nopng"), two | {".typ"}),
    )


def full_render(rendercv: str) -> Case:
    """Give RenderCV's render with every step: YAML to Typst, PDF, PNG, Markdown and HTML."""
    command = (_program(rendercv, "rendercv"), "render", CV, "--output-folder", OUT)
    return Case(FULL, command, frozenset({".typ", ".pdf", ".png", ".md", ".html"}))


def install(folder: Path, requirement: str) -> str:
    """Make a virtual environment of this Python with one requirement; give its interpreter."""
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", requirement)
    if subprocess.run(pip).returncode:  # noqa: S603
        name = Path(requirement).name
        raise SystemExit(f"pip can't install {name} on Python {sys.version.split()[0]}")
    return python


def own_environment(cache: Path) -> dict[str, str]:
    """Give the environment of the measured processes, with a cache of their own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "TOP3"))}
    return kept | {"XDG_CACHE_HOME": str(cache)}


def prepare(rendercv: str, work: Path, environment: Mapping[str, str]) -> str:
    """Make RenderCV's sample, keep it off the network, and say what was left out for that."""
    cache = Path(environment["XDG_CACHE_HOME"])
    (cache / "rendercv").mkdir(parents=True)
    known = {"last_check": time.time() + 86400, "latest_version": RENDERCV}
    (cache / "rendercv" / "version_check.json").write_text(json.dumps(known))
    new = (_program(rendercv, "rendercv"), "new", CV.removesuffix("_CV.yaml").replace("_", " "))
    measure(Case("rendercv new", new), work, environment)
    left_out = "RenderCV's question to PyPI for a newer version was left out."
    try:
        measure(full_render(rendercv), work, environment)
    except Failed:
        icons = cache / "typst" / "packages" / "preview" / ICONS
        icons.mkdir(parents=True)
        name, version = ICONS.split("/")
        about = f'[package]\nname = "{name}"\nversion = "{version}"\nentrypoint = "lib.typ"\n'
        (icons / "typst.toml").write_text(about)
        (icons / "lib.typ").write_text('#let fa-icon(..) = "•"\n')
        left_out += (
            f"\nThe download of its Typst package {ICONS} was left out: a dot stands for each"
            "\nicon in its PDF and PNG, so its full render is a little cheaper here than it is."
        )
    return left_out


class Failed(Exception):
    """A command did not do what it is measured for."""


def measured(
    todo: Sequence[Case], runs: int, work: Path, environment: Mapping[str, str]
) -> dict[str, list[Cost]]:
    """Measure the cases in turn, each second round backwards; the first round does not count."""
    costs: dict[str, list[Cost]] = {case.name: [] for case in todo}
    for turn in range(runs + 1):
        for case in todo if turn % 2 else reversed(todo):
            cost = measure(case, work, environment)
            if turn:
                costs[case.name].append(cost)
    return costs


def measure(case: Case, work: Path, environment: Mapping[str, str]) -> Cost:
    """Run one whole process. Raises Failed when it fails or leaves a file unmade."""
    shutil.rmtree(work / OUT, ignore_errors=True)
    none = subprocess.DEVNULL
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603
        case.command, cwd=work, env=environment, stdin=none, stdout=none, stderr=none
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    made = {path.suffix for path in (work / OUT).rglob("*")}
    if process.returncode or not made >= case.makes:
        raise Failed(f"{case.name}: exit code {process.returncode}, made {sorted(made)}")
    cpu = used.ru_utime + used.ru_stime
    return Cost(wall * 1000, cpu * 1000, used.ru_maxrss / 1024)


def versions(python: str, *names: str) -> Iterator[str]:
    """Say which Python an interpreter is and which versions it has."""
    code = (
        "import sys, platform; from importlib.metadata import version\n"
        "print('Python', platform.python_version() + ':',"
        " ', '.join(f'{name} {version(name)}' for name in sys.argv[1:]) + '.')"
    )
    command = (python, "-c", code, *names)
    yield subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603


def ratio_table(costs: Mapping[str, Sequence[Cost]]) -> Iterator[str]:
    """Write the ratios of the medians, and whether a goal is met by the wall clock."""
    yield from ("", "| ratio | wall | CPU | goal |", "|---|--:|--:|---|")
    for ratio in RATIOS:
        over, under = costs[ratio.over], costs[ratio.under]
        wall = median(c.wall for c in over) / median(c.wall for c in under)
        cpu = median(c.cpu for c in over) / median(c.cpu for c in under)
        met = "met" if ratio.goal and wall <= ratio.goal else "not met"
        goal = f"at most {ratio.goal}: {met}" if ratio.goal else ""
        yield f"| {ratio.over} / {ratio.under} | {wall:.2f} | {cpu:.2f} | {goal} |"


def cost_table(costs: Mapping[str, Sequence[Cost]]) -> Iterator[str]:
    """Write what each command took: least, median and most."""
    yield from ("", "| command | wall, ms | CPU, ms | peak, MB |", "|---|--:|--:|--:|")
    for name, each in costs.items():
        wall, cpu = _spread([c.wall for c in each]), _spread([c.cpu for c in each])
        yield f"| {name} | {wall} | {cpu} | {max(c.memory for c in each):.0f} |"


def _spread(values: Sequence[float]) -> str:
    return f"{min(values):.0f} / {median(values):.0f} / {max(values):.0f}"


def _program(python: str, name: str) -> str:
    return str(Path(python).with_name(name))


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(str(failed))
