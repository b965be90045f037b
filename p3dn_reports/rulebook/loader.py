"""Strict YAML, read from parser events: no resolving, no tags, no merging, no duplicate keys.

PyYAML's constructors turn 5.10 into 5.1, 0012 into 10 and `on` into True, and let a duplicate key win in silence. Here
a scalar stays the text that was written and the schema types it. An alias may repeat a finished node; what all aliases
expand to, and how deep nodes lie, is bounded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.nodes import MAX_DEPTH, Node, StopError, spread
from p3dn_reports.rulebook.source import Mark, Source, problem_at
from p3dn_reports.rulebook.yaml_errors import blank_name, odd_blank, odd_mark, syntax_problem

MAX_BYTES = 2_000_000

# The C parser is ten times faster; both give the same events.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path) -> tuple[Source | None, tuple[Problem, ...]]:
    """The file as plain data with marks; None with the problems where it cannot be read or is not strict YAML."""
    try:
        content = path.read_bytes()
    except OSError:
        return None, (problem_at("aturan-tidak-terbaca", path.name, Mark(1, 1)),)
    return read_bytes(content, path.name)


def read_bytes(content: bytes, nama: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """Like `read`, from the bytes of a file of that name."""
    text, problems = decoded(content, nama)
    return (None, problems) if text is None else parse(text, nama, hashlib.sha256(content).hexdigest())


def decoded(content: bytes, nama: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file of that name; None with the problem where it is too large or not UTF-8."""
    if len(content) > MAX_BYTES:
        return None, (problem_at("aturan-terlalu-besar", nama, Mark(1, 1), nilai=str(len(content))),)
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        mark = Mark(content.count(b"\n", 0, error.start) + 1, 1)
        return None, (problem_at("aturan-bukan-utf8", nama, mark),)


def parse(text: str, nama: str, sha256: str = "") -> tuple[Source | None, tuple[Problem, ...]]:
    """Like `read`, from text."""
    root, problems = compose(text, nama)
    return (None, problems) if root is None else spread(root, nama, sha256)


def compose(text: str, nama: str, berkas: str = "") -> tuple[Node | None, tuple[Problem, ...]]:
    """The text as nodes; None with the problems where it is not strict YAML. `berkas` is what their marks name."""
    composer = _Composer(nama, text, berkas)
    try:
        root = composer.document()
    except StopError as stop:
        return None, tuple(dict.fromkeys([*composer.problems, stop.problem]))
    return (None, tuple(dict.fromkeys(composer.problems))) if composer.problems else (root, ())


@dataclass(slots=True)
class _Composer:
    """Builds the node tree from events. A faulty node is noted in `problems` and stands as empty text."""

    nama: str
    text: str
    berkas: str = ""
    problems: list[Problem] = field(default_factory=list)
    anchors: dict[str, Node] = field(default_factory=dict)
    events: Iterator[Any] = field(init=False)

    def __post_init__(self) -> None:
        self.events = self._parse()

    def document(self) -> Node:
        """The one document of the stream."""
        self._next()  # start of the stream
        first = self._next()
        if isinstance(first, yaml.StreamEndEvent):
            raise self._stop("aturan-kosong", first)
        node = self._node(self._next(), 0)
        self._next()  # end of the document
        second = self._next()
        if not isinstance(second, yaml.StreamEndEvent):
            raise self._stop("aturan-dokumen-ganda", second)
        return node

    def _parse(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.text, Loader=LOADER)
        except yaml.YAMLError as error:
            raise StopError(syntax_problem(error, self.nama, self.text)) from error

    def _next(self) -> Any:
        return next(self.events)

    def _node(self, event: Any, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise self._stop("aturan-terlalu-dalam", event, nilai=str(MAX_DEPTH))
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if event.tag is not None:
            self._note("aturan-tag-dilarang", event, nilai=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            node = Node(self._mark(event), self._scalar(event))
        elif isinstance(event, yaml.SequenceStartEvent):
            node = Node(self._mark(event), self._sequence(depth))
        else:
            node = Node(self._mark(event), self._mapping(depth))
        if event.anchor is not None:
            self._anchor(event, node)
        return node

    def _scalar(self, event: Any) -> str:
        """Its text. A plain one that begins with a dash or key and an odd blank is an item or key that was meant."""
        text = str(event.value)
        if event.implicit[0] and not text.isascii() and (at := odd_mark(text)) is not None:
            self._note("aturan-spasi-khusus", event, nilai=blank_name(text[at]))
        return text

    def _anchor(self, event: Any, node: Node) -> None:
        """A node that may be repeated; a name given twice would repeat another thing below than above."""
        if event.anchor in self.anchors:
            pertama = self.anchors[event.anchor].mark.baris
            self._note("aturan-jangkar-ganda", event, nilai=event.anchor, pertama=pertama)
        self.anchors[event.anchor] = node

    def _alias(self, event: Any) -> Node:
        """The finished node an alias repeats; an alias inside its own anchor is unknown there, so none is circular."""
        if event.anchor not in self.anchors:
            self._note("aturan-jangkar-tidak-ada", event, nilai=event.anchor)
            return Node(self._mark(event), "")
        return self.anchors[event.anchor]

    def _sequence(self, depth: int) -> list[Node]:
        nodes = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            nodes.append(self._node(event, depth + 1))
        return nodes

    def _mapping(self, depth: int) -> dict[str, tuple[Mark, Node]]:
        pairs: dict[str, tuple[Mark, Node]] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if not isinstance(key.isi, str) or isinstance(event, yaml.AliasEvent):
                self._note("aturan-kunci-bukan-teks", event)
            elif key.isi == "<<":
                self._note("aturan-gabung-dilarang", event)
            elif (blank := odd_blank(key.isi)) is not None:
                self._note("aturan-spasi-khusus", event, nilai=blank_name(key.isi[blank]))
            elif key.isi in pairs:
                self._note("aturan-kunci-ganda", event, nilai=key.isi, pertama=pairs[key.isi][0].baris)
            else:
                pairs[key.isi] = (key.mark, value)
        return pairs

    def _note(self, kode: str, event: Any, **isi: Any) -> None:
        self.problems.append(problem_at(kode, self.nama, self._mark(event), **isi))

    def _stop(self, kode: str, event: Any, **isi: Any) -> StopError:
        return StopError(problem_at(kode, self.nama, self._mark(event), **isi))

    def _mark(self, event: Any) -> Mark:
        return Mark(event.start_mark.line + 1, event.start_mark.column + 1, self.berkas)
