"""Reads bytes into a marked tree, and refuses what is hostile to reading.

Why: case files come by mail and from strangers' laptops. Caps are held inside the event loop,
because the parser holds none of its own; values stay text, so that no library guesses what `06`
or `nee` means.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, cast

import _ruamel_yaml
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from top3.case.finding import Finding, Mark, Severity

MAX_BYTES = 1_000_000
MAX_DEPTH = 16
MAX_NODES = 60_000
MAX_REPORTED = 20

# Control characters, bidi overrides, zero-width and other invisible characters, private use.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\uffff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U0010ffff]"
)
_DIRECTIVE = re.compile("^%", re.MULTILINE)
_DASH = re.compile("[ ]*-")

# What libyaml says -> the variant of card T002 that says it to a case director.
_SYNTAX = (
    ("cannot start any token", "token"),
    ("escape", "escape"),
    ("quoted scalar", "quote"),
    ("unexpected end of stream", "quote"),
    ("mapping values are not allowed", "colon"),
    ("expected ':'", "no_colon"),
    ("expected ',' or", "bracket"),
    ("block", "indent"),
    ("expected key", "indent"),
    ("expected '-'", "indent"),
    ("expected <document start>", "indent"),
)


@dataclass(slots=True)
class Node:
    """A scalar (str), a list of nodes, or a mapping (list of key and node pairs)."""

    mark: Mark
    value: "str | list[Node] | list[tuple[Key, Node]]"
    is_mapping: bool = False

    @property
    def pairs(self) -> "list[tuple[Key, Node]]":
        """The keys and values of a mapping."""
        return cast("list[tuple[Key, Node]]", self.value)

    @property
    def items(self) -> "list[Node]":
        """The items of a list; one thing where a list could stand is a list of one."""
        is_list = isinstance(self.value, list) and not self.is_mapping
        return cast("list[Node]", self.value) if is_list else [self]


@dataclass(slots=True)
class Key:
    """A key as written."""

    mark: Mark
    text: str


class Refused(Exception):
    """Ends the reading of one file; carries findings, never a value."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__()
        self.findings = findings


def trouble(code: str, mark: Mark, variant: str = "default", **values: object) -> Finding:
    """Make a T0xx finding that belongs to no element."""
    return Finding(code, Severity.ERROR, (), (), mark, variant, values)


def decode(data: bytes) -> str:
    """Turn bytes into text: UTF-8 only, no hidden characters, at most 1 MB.

    Raises Refused. A byte order mark at the start is dropped; Windows editors write it.
    """
    start = Mark(1, 1)
    if len(data) > MAX_BYTES:
        raise Refused(trouble("T001", start, "too_large", limit=MAX_BYTES // 1_000_000))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(trouble("T001", Mark(line, 1), "not_utf8")) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    hidden = (
        _hidden(match[0], Mark(number, match.start() + 1))
        for number, line in enumerate(text.split("\n"), 1)
        for match in _HIDDEN.finditer(line)
    )
    if found := tuple(islice(hidden, MAX_REPORTED)):
        raise Refused(*found)
    if not text.strip():
        raise Refused(trouble("T001", start, "empty"))
    return text


def _hidden(character: str, mark: Mark) -> Finding:
    return trouble("T004", mark, character=f"U+{ord(character):04X}")


def load(text: str) -> Node:
    """Build the marked tree of one document. Raises Refused.

    Directives are refused before parsing: libyaml compares every `%TAG` with every other.
    """
    if match := _DIRECTIVE.search(text):
        line = text.count("\n", 0, match.start()) + 1
        raise Refused(trouble("T003", Mark(line, 1), "directive"))
    builder = _Builder(text.split("\n"))
    parser = _ruamel_yaml.CParser(text)
    try:
        while (event := parser.get_event()) is not None:
            builder.take(event)
    except YAMLError as error:
        raise Refused(_syntax(error, builder.last, builder.lines)) from None
    if builder.root is None:
        raise Refused(trouble("T001", Mark(1, 1), "empty"))
    return builder.root


def _syntax(error: YAMLError, last: Mark, lines: Sequence[str]) -> Finding:
    """Say what is wrong where it begins: the parser stumbles only after it, often lines later."""
    problem = str(getattr(error, "problem", "") or "")
    mark = _place(getattr(error, "problem_mark", None)) or last
    began = _place(getattr(error, "context_mark", None)) or mark
    variant = next((name for needle, name in _SYNTAX if needle in problem), "default")
    if opening := _unclosed(mark, lines):
        return trouble("T002", opening, "quote")
    if variant == "no_colon" and (dash := _DASH.match(lines[began.line - 1])):
        return trouble("T002", Mark(began.line, dash.end()), "dash")
    is_later = variant in ("quote", "bracket") and began.line < mark.line
    return trouble("T002", began if is_later else mark, variant)


def _place(where: Any) -> Mark | None:
    return Mark(where.line + 1, where.column + 1) if where else None


def _unclosed(mark: Mark, lines: Sequence[str]) -> Mark | None:
    """Find the quotation mark on an earlier line that the one right before `mark` has closed."""
    before = lines[mark.line - 1][: mark.column - 1].rstrip() if mark.line <= len(lines) else ""
    if not before.endswith(("'", '"')) or before[-1] in before[:-1]:
        return None
    earlier = ((n, lines[n - 1].rfind(before[-1])) for n in range(mark.line - 1, 0, -1))
    return next((Mark(number, at + 1) for number, at in earlier if at >= 0), None)


class _Builder:
    """Takes events one by one; holds the caps and the refusals."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.root: Node | None = None
        self.last = Mark(1, 1)
        self._open: list[Node] = []
        self._keys: list[Key | None] = []
        self._indents = [len(line) - len(line.lstrip()) for line in lines]
        self._nodes = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        self.last = Mark(event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, DocumentStartEvent):
            self._document()
        elif isinstance(event, AliasEvent):
            self._refuse("alias")
        elif isinstance(event, ScalarEvent):
            self._guard(event)
            self._scalar(event)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self._guard(event)
            self._begin(isinstance(event, MappingStartEvent))
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self._open.pop()
            self._keys.pop()

    def _refuse(self, variant: str) -> None:
        raise Refused(trouble("T003", self.last, variant))

    def _document(self) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse("document")

    def _guard(self, event: Any) -> None:
        self._nodes += 1
        if event.anchor:
            self._refuse("anchor")
        if event.tag:
            self._refuse("tag")
        if self._nodes > MAX_NODES:
            self._refuse("nodes")
        if len(self._open) >= MAX_DEPTH:
            self._refuse("depth")

    def _scalar(self, event: Any) -> None:
        # Between double quotes `\u202e` is such a character too.
        if hidden := _HIDDEN.search(event.value):
            raise Refused(_hidden(hidden[0], self.last))
        if event.value and not event.style:
            self._refuse_dash(event)
        in_mapping = self._open and self._open[-1].is_mapping
        if in_mapping and self._keys[-1] is None:
            if event.value == "<<" and not event.style:
                self._refuse("merge")
            self._keys[-1] = Key(self.last, event.value)
            return
        self._add(Node(self.last, event.value))

    def _refuse_dash(self, event: Any) -> None:
        """Refuse an item of a list that was read as a part of the text before it, or as text."""
        first, column = event.start_mark.line, event.start_mark.column
        alone = column <= self._indents[first]
        for number in range(first if alone else first + 1, event.end_mark.line + 1):
            line = self.lines[number]
            start = column if number == first else 0
            if dash := _DASH.match(line, start):
                raise Refused(trouble("T002", Mark(number + 1, dash.end()), "dash"))

    def _begin(self, is_mapping: bool) -> None:
        if self._open and self._open[-1].is_mapping and self._keys[-1] is None:
            self._refuse("key")
        node = Node(self.last, [], is_mapping)
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent: Any = self._open[-1].value
        if self._open[-1].is_mapping:
            parent.append((self._keys[-1], node))
            self._keys[-1] = None
        else:
            parent.append(node)
