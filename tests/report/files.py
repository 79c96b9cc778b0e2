"""Families for the machine formats: one with answers, one that can't be read, and odd names."""

import os
import re
from pathlib import Path
from typing import Any

from tests.cli.conftest import EXAMPLES

DAY = ("--date", "2024-09-02")
KLEIN = (EXAMPLES / "klein.yaml").read_text("utf-8")
CLEAN = (EXAMPLES / "julia-en-tom.yaml").read_text("utf-8")
BROKEN = "top3: 1\nkasus: {}\nkasus2: {}\n"
ANSWERED = (
    KLEIN
    + """besluiten:
  - {over: "T402:m1", datum: 2024-09-01, door: Noor Bakker, waarom: morgen, tot: 2024-09-05}
  - {over: "T401:k1", datum: 2024-09-01, door: iemand anders, waarom: morgen, tot: 2024-09-05}
"""
)
FORMS = ("text", "json", "github", "junit", "sarif")

HOSTILE = (
    "a\nb.yaml",
    "a\r\n::error::x.yaml",
    "::stop-commands::x.yaml",
    "c:d,e=f%0A%2C.yaml",
    "]]>&<\"'.yaml",
    "\x1b[31mrood.yaml",
    "\u202eom.yaml",
    "\u0085\u2028\ufffe.yaml",
    os.fsdecode(b"\xff\xfe.yaml"),
    " %41 #?;.yaml",
    "-rf.yaml",
    "C:\\map\\x.yaml",
    "naïef 漢字 🙂.yaml",
)


def hostile_folder(content: str) -> list[str]:
    """Make a folder `map` with a file of each odd name; give their paths."""
    Path("map").mkdir()
    for name in HOSTILE:
        Path("map", name).write_text(content, "utf-8")
    return [f"map/{name}" for name in HOSTILE]


def command(line: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as GitHub's runner does: command, properties, message."""
    assert line.startswith("::")
    head, message = line[2:].split("::", 1)
    name, _, rest = head.partition(" ")
    pairs = (pair.split("=", 1) for pair in rest.split(","))
    return name, {key: unescaped(value) for key, value in pairs}, unescaped(message)


def unescaped(text: str) -> str:
    """Read %XX back; the runner knows five of them and takes the percent sign last."""
    for sign, written in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(written, sign)
    return text


def found(report: dict[str, Any]) -> list[dict[str, Any]]:
    """Everything the JSON tells of all files, answered or not."""
    return [f for file in report["files"] for f in (*file["findings"], *file.get("answered", ()))]


def has_time(text: str) -> bool:
    """Tell whether a time of day stands in it."""
    return bool(re.search(r"\d\d:\d\d:\d\d|T\d\d:\d\d", text))
