"""Files that are made to hurt: run as a program it reads them all and prints time and memory."""

import json
import sys
import time
from pathlib import Path

HEAD = "top3: 1\n"

# name -> file, and the code with which it must be refused.
HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "duplicate key": (HEAD + "casus: {gemeente: Ede, gemeente: Epe}", "T005"),
    "duplicate top key": (HEAD + "plan: {}\nplan: {}", "T005"),
    "python tag": (HEAD + "casus: !!python/object/apply:os.system [id]", "T003"),
    "local tag": (HEAD + "casus: !x {}", "T003"),
    "tag on the document": ("!!map\ntop3: 1", "T003"),
    "tag on a key": ("!!str top3: 1", "T003"),
    "anchor": (HEAD + "casus: &a {}", "T003"),
    "anchor on a key": ("&a top3: 1", "T003"),
    "alias": (HEAD + "casus: *a", "T003"),
    "recursive alias": ("&a {top3: *a}", "T003"),
    "recursive list": ("&a [*a]", "T003"),
    "alias bomb": (
        "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)),
        "T003",
    ),
    "merge": (HEAD + "casus: {<<: {fictief: ja}}", "T003"),
    "merge bomb": (
        "m0: &m0 {a: b}\n"
        + "".join(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}\n" for n in range(1, 30)),
        "T003",
    ),
    "quoted merge key": (HEAD + 'casus: {"<<": {fictief: ja}}', "T005"),
    "200 kB of [": ("[" * 200_000, "T003"),
    "200 kB of {": ("{" * 200_000, "T003"),
    "1 MB of {a: ": ("{a: " * 250_000, "T003"),
    "1 MB of - ": ("- " * 500_000, "T003"),
    "1 MB of ? ": ("? " * 500_000, "T003"),
    "1 MB of [{": ("[{" * 500_000, "T003"),
    "1 MB of ]": ("]" * 1_000_000, "T002"),
    "1 MB of ,": (HEAD + "casus: [" + "," * 900_000, "T002"),
    "1 MB of quotes": ('"' * 999_999, "T002"),
    "1 MB of :": (":" * 1_000_000, "T002"),
    "deep block": ("".join("  " * n + "a:\n" for n in range(700)), "T003"),
    "many nodes": (HEAD + "krachten:\n" + "- a\n" * 200_000, "T003"),
    "many keys": (HEAD + "".join(f"gezim{n}: \n" for n in range(29_000)), "T005"),
    "many wrong words": (
        HEAD + "geweld: {incidenten: [{id: i1, kenmerken: [" + "bedreiginf, " * 50_000 + "x]}]}",
        "T006",
    ),
    "many wrong days": (HEAD + "evaluaties:\n" + "- datum: x\n" * 19_000, "T007"),
    "many missing ids": (
        HEAD
        + "gezin:\n"
        + "".join(f"- {{id: {chr(97 + n // 999)}{n % 999 + 1}}}\n" for n in range(9_000))
        + "- naam: x\n" * 9_000,
        "T008",
    ),
    "many unknown ids": (
        HEAD
        + "gezin:\n"
        + "".join(f"- id: {chr(97 + n // 999)}{n % 999 + 1}\n" for n in range(9_000))
        + "krachten: {van: ["
        + ", ".join(f"zz{n % 999}" for n in range(20_000))
        + "]}",
        "T009",
    ),
    "many directives": ("".join(f"%TAG !a{n}! x\n" for n in range(50_000)) + "---\na", "T003"),
    "late directives": (HEAD + "...\n" + "".join(f"%TAG !{n}! x\n" for n in range(50_000)), "T003"),
    "one directive": ("%YAML 1.2\n---\ntop3: 1", "T003"),
    "second document": (HEAD + "---\ntop3: 1", "T003"),
    "third document": ("top3: 1\n---\n---\n", "T003"),
    "list as key": (HEAD + "? [a, b]\n: c", "T003"),
    "map as key": (HEAD + "{a: b}: c", "T003"),
    "long key": ("? " + "x" * 900_000 + "\n: y", "T010"),
    "long key that grows": (HEAD + "? " + "\ufdfa" * 300_000 + "\n: x", "T005"),
    "long word": (HEAD + "casus: {fictief: " + "ja " * 300_000 + "}", "T006"),
    "long id": (HEAD + "gezin: [{id: " + "k1" * 450_000 + "}]", "T007"),
    "long number": (HEAD + "plan: {versie: " + "9" * 900_000 + "}", "T007"),
    "long age": (HEAD + "gezin: [{id: k1, leeftijd: 1" + " " * 900_000 + "x}]", "T007"),
    "more than 1 MB": ("#" * 1_000_001, "T001"),
    "UTF-16": ("top3: 1".encode("utf-16"), "T001"),
    "UTF-16 big end first": ("top3: 1".encode("utf-16-be"), "T004"),
    "UTF-32": ("top3: 1".encode("utf-32"), "T001"),
    "Latin-1": (b"top3: 1\n# caf\xe9", "T001"),
    "overlong": (b"top3: 1\n# \xc0\xaf", "T001"),
    "surrogate": (b"top3: 1\n# \xed\xa0\x80", "T001"),
    "escaped surrogate": (HEAD + 'casus: {gemeente: "\\ud800"}', "T002"),
    "NUL": (HEAD + "casus: {gemeente: E\0de}", "T004"),
    "1 MB of NUL": (b"\0" * 1_000_000, "T004"),
    "ESC": (HEAD + "# \x1b[2J", "T004"),
    "C1": (HEAD + "# \x9b2J", "T004"),
    "NEL": (HEAD + "# \x85", "T004"),
    "DEL": (HEAD + "# \x7f", "T004"),
    "line separator": (HEAD + "# \u2028", "T004"),
    "bidi override": (HEAD + "casus: {gemeente: \u202eedE}", "T004"),
    "bidi isolate": (HEAD + "casus: {gemeente: \u2066edE}", "T004"),
    "zero width": (HEAD + "casus: {gemeente: E\u200bde}", "T004"),
    "soft hyphen": (HEAD + "casus: {gemeente: E\u00adde}", "T004"),
    "tag characters": (HEAD + "casus: {gemeente: E\U000e0041de}", "T004"),
    "private use": (HEAD + "casus: {gemeente: E\ue000de}", "T004"),
    "two byte order marks": ("\ufeff\ufeff" + HEAD, "T004"),
    "escaped NUL": (HEAD + 'casus: {gemeente: "E\\0de"}', "T004"),
    "escaped ESC": (HEAD + 'casus: {gemeente: "E\\ede"}', "T004"),
    "escaped carriage return": (HEAD + 'casus: {gemeente: "E\\rde"}', "T004"),
    "escaped bidi": (HEAD + 'casus: {gemeente: "\\u202edE"}', "T004"),
    "escaped zero width": (HEAD + 'casus: {gemeente: "E\\u200bde"}', "T004"),
    "escaped private use": (HEAD + 'casus: {gemeente: "E\\ue000de"}', "T004"),
    "escaped in a key": (HEAD + '"cas\\u200bus": {}', "T004"),
    "zip": (b"PK\x03\x04\x14\x00\x06\x00\x08\x00", "T004"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "T001"),
}


def measure() -> dict[str, tuple[float, str]]:
    """Read every file; give the seconds of processor time and the code."""
    from top3.case.reader import read

    result = {}
    for name, (text, _) in HOSTILE.items():
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        begin = time.process_time()
        reading = read(data)
        seconds = time.process_time() - begin
        code = reading.findings[0].code if reading.case is None else ""
        result[name] = (seconds, code)
    return result


def peak() -> int:
    """Give the most memory this process has used, in MB (Linux)."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


if __name__ == "__main__":
    from top3.case.reader import read

    read(b"top3: 1")
    before = peak()
    json.dump({"measured": measure(), "before": before, "after": peak()}, sys.stdout)
