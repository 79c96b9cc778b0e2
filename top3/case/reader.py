"""From a file's bytes to a Case, or to findings with a line: one pass, one channel.

Why: a case director with three typing errors wants to hear of three, each with its place and its
repair, in the same form as what the method finds later.
"""

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path as FilePath
from string import ascii_lowercase

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from top3.case.fields import ID_FORM
from top3.case.finding import Finding, Mark, Path
from top3.case.loader import MAX_BYTES, Refused, decode, load, trouble
from top3.case.model import Case
from top3.case.shape import shapes
from top3.case.translate import Full, Reference, Translation, closest, translate

FORMAT = "1"

_READ_ONLY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

# How many ids a hint names, and how many are searched for the one that was meant.
_NAMED, _SEARCHED = 12, 200

# Fields whose ids stand for a person, for each kind of reference.
_PEOPLE = ("network", "case_director", "stand_in", "process_director", "others")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file. `case` is None exactly when there are findings.

    `marks` gives the place of every key and item, by its path in the model; `lines` is the text
    as read, for excerpts.
    """

    case: Case | None
    findings: tuple[Finding, ...]
    language: str = "nl"
    marks: Mapping[Path, Mark] = field(default_factory=dict)
    lines: tuple[str, ...] = ()

    def mark(self, path: Path) -> Mark:
        """Find the place of `path`, or of the nearest thing around it that the file has."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, Mark(1, 1))


def read_file(path: FilePath) -> Reading:
    """Read one case file. Anything but a regular, readable file is a finding (T001)."""
    try:
        descriptor = os.open(path, _READ_ONLY)
    except FileNotFoundError:
        return _refusal("missing")
    except (OSError, ValueError):
        return _refusal("unreadable")
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return _refusal("not_regular")
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        return _refusal("unreadable")
    finally:
        os.close(descriptor)
    return read(data)


def nothing_found() -> Reading:
    """Answer for a folder without case files: nothing to check must never look like safe."""
    return _refusal("no_files")


def _refusal(variant: str) -> Reading:
    return Reading(None, (trouble("T001", Mark(1, 1), variant),))


def read(data: bytes) -> Reading:
    """Read the bytes of one case file."""
    lines: tuple[str, ...] = ()
    try:
        text = decode(data)
        lines = tuple(text.split("\n"))
        translation = translate(load(text), Case)
    except Refused as refused:
        return Reading(None, refused.findings, lines=lines)
    case = None
    with suppress(Full):
        case = _validate(translation)
        _check_ids(translation)
    findings = tuple(sorted(translation.findings, key=lambda found: found.order))
    marks = translation.keys
    return Reading(None if findings else case, findings, translation.language, marks, lines)


def _validate(translation: Translation) -> Case | None:
    data = translation.data
    if data.get("top3") != FORMAT and not any(f.code == "T010" for f in translation.findings):
        variant = "version" if "top3" in data else "no_format"
        mark = translation.values.get(("top3",)) or translation.keys.get(("top3",))
        mark = mark or translation.keys[()]
        translation.add("T010", ("top3",), mark, variant, expected=FORMAT)
    info = data.setdefault("info", {})
    info.setdefault("language", translation.language)  # an English file makes English documents
    try:
        return Case.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    for detail in details:
        _add(detail, translation)
    return None


def _add(detail: ErrorDetails, translation: Translation) -> None:
    path, kind = tuple(detail["loc"]), detail["type"]
    if path[:1] == ("top3",):
        return
    key = _written(path, translation.language)
    if kind == "missing":
        if path in translation.values:
            return  # its value was refused already
        mark = translation.keys.get(path) or translation.keys[path[:-1]]
        if path[-1] == "id":
            translation.add("T008", path, mark, "id", key=key, free=_free_id(path, translation))
        else:
            translation.add("T008", path, mark, "default", key=key)
        return
    mark = translation.values.get(path, translation.keys[()])
    context = detail.get("ctx", {})
    numbers = {name: context[name] for name in ("low", "high") if name in context}
    translation.add("T007", path, mark, kind, key=key, **numbers)


def _written(path: Path, language: str) -> str:
    """Write the key at `path` as the file would."""
    model, written = Case, ""
    for name in (step for step in path if isinstance(step, str)):
        shape = next(shape for shape in shapes(model) if shape.name == name)
        written, model = shape.written(language), shape.model or model  # type: ignore[assignment]
    return written


def _free_id(path: Path, translation: Translation) -> str:
    """Propose an id that is not taken, with the first letter of its neighbours."""
    kind = next((step for step in reversed(path[:-1]) if isinstance(step, str)), "")
    letters = (
        ref.identifier[0]
        for ref in translation.defined
        if ref.kind == kind and ID_FORM.fullmatch(ref.identifier)
    )
    first = next(letters, _written(path[:-1], translation.language)[0])
    taken = {ref.identifier for ref in translation.defined}
    free = (f"{letter}{n}" for letter in first + ascii_lowercase for n in range(1, 1000))
    return next(identifier for identifier in free if identifier not in taken)


def _check_ids(translation: Translation) -> None:
    first: dict[str, Reference] = {}
    for ref in translation.defined:
        if ref.identifier in first:
            line = first[ref.identifier].mark.line
            translation.add("T009", ref.path, ref.mark, "twice", line=line)
        first.setdefault(ref.identifier, ref)
    for ref in translation.referred:
        target = first.get(ref.identifier)
        if target and _fits(ref.kind, target.kind):
            continue
        fitting = (
            name
            for name, target in first.items()
            if _fits(ref.kind, target.kind)
            and ID_FORM.fullmatch(name)
            and not ("checks" in ref.path and target.kind == "members")
        )
        valid = list(islice(fitting, _SEARCHED))
        alike = [name for name in valid if name[0] == ref.identifier[:1].lower()]
        near = closest(ref.identifier, alike, 0.4)
        variant = "near" if near else "unknown" if valid else "none"
        named = ", ".join(valid[:_NAMED])
        translation.add("T009", ref.path, ref.mark, variant, near=near, valid=named)


def _fits(wanted: str, kind: str) -> bool:
    kinds: Mapping[str, Iterable[str]] = {
        "member": ("members",),
        "person": ("members", *_PEOPLE),
        "incident": ("incidents",),
        "flag": ("flags",),
        "situation": ("situations",),
    }
    return wanted == "entry" or kind in kinds[wanted]
