"""All mistakes of a template at once, each at its paragraph or cell, before anything is compiled.

Jinja stops at the first mistake of a part and knows only lines; here every tag is read by itself, blocks are paired
with their prefixes, and fields are compared with those that exist.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from p3dn_reports.documents.word.lone_tags import lone_tags
from p3dn_reports.documents.word.places import Paragraph, paragraphs
from p3dn_reports.documents.word.sandbox import Scope, faults, fields_in, scope_in
from p3dn_reports.documents.word.shapes import Known, misuses
from p3dn_reports.documents.word.tags import CLOSING, MIDDLE, OPENING, Tag, tags
from p3dn_reports.documents.word.values import FILTERS
from p3dn_reports.problems import Location, Problem, problem

METHODS = frozenset(name for kind in (dict, list, str) for name in dir(kind) if not name.startswith("_"))
_LEVELS = {"p": "paragraf", "tr": "baris tabel", "tc": "sel", "r": "potongan teks", "": "teks biasa"}


@dataclass(frozen=True, slots=True)
class Found:
    """One mistake and the paragraph of its part it stands in, counted from 0."""

    problem: Problem
    part: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Open:
    """A block that waits for its end."""

    tag: Tag
    at: int
    scope: Scope
    guards: frozenset[str]


@dataclass(slots=True)
class _Part:
    """The reading of one part, paragraph by paragraph."""

    part: str
    known: Known | None
    lines: list[Paragraph]
    found: list[Found] = field(default_factory=list)
    blocks: list[_Open] = field(default_factory=list)
    scope: Scope = field(default_factory=dict)
    at: int = 0

    def report(self, kode: str, at: int | None = None, **isi: Any) -> None:
        """Note the problem `kode` at a paragraph, with the text found there."""
        at = self.at if at is None else at
        line = self.lines[at]
        near = " ".join(line.text.split())[:120]
        self.found.append(
            Found(problem(kode, Location(sel=line.place), nilai=near, tempat=line.place, **isi), self.part, at)
        )

    def read(self) -> list[Found]:
        """Every mistake of the part, in the order of its paragraphs."""
        for at, line in enumerate(self.lines):
            self.at = at
            here = list(tags(line.text))
            self._company(line, here)
            if any(not tag.keyword for tag in here):
                self.report("templat-tag-salah")
            for tag in here:
                if tag.keyword:
                    self._tag(tag)
        for lone in lone_tags(self.lines):
            right = f"{{%{lone.prefix} {lone.tag.inner} %}}"
            self.report("templat-tanpa-awalan", lone.at, tag=lone.tag.written, seharusnya=right)
        for block in self.blocks:
            self.report("templat-blok-terbuka", block.at, tag=_end_of(block.tag))
        return sorted(self.found, key=lambda found: found.paragraph)

    def _company(self, line: Paragraph, here: list[Tag]) -> None:
        """What stands beside a tag that takes its whole paragraph, row or cell away with it."""
        for prefix, whole in (("p", [line]), ("tr", self._of("row", line)), ("tc", self._of("cell", line))):
            if not any(tag.prefix == prefix for tag in here):
                continue
            mates = [tag for other in whole for tag in tags(other.text) if tag.prefix == prefix]
            rest = "".join(other.text for other in whole)
            for tag in mates:
                rest = rest.replace(tag.written, "", 1)
            if len(mates) > 1:
                self.report("templat-tag-berdempetan", awalan=prefix, tingkat_tag=_LEVELS[prefix])
            elif rest.strip():
                self.report("templat-teks-hilang", tag=mates[0].written, teks=" ".join(rest.split())[:60])

    def _of(self, kind: str, line: Paragraph) -> list[Paragraph]:
        node = getattr(line, kind)
        return [line] if node is None else [other for other in self.lines if getattr(other, kind) is node]

    def _tag(self, tag: Tag) -> None:
        if tag.is_curled:
            self.report("templat-kutip-lengkung", tag=tag.written)
        if tag.is_forbidden:
            self.report("templat-ungkapan-dilarang", apa=tag.keyword)
        elif not tag.is_known:
            self.report("templat-tag-tidak-dikenal", tag=tag.inner.split()[0] if tag.inner else tag.written)
        elif tag.keyword == "output" and tag.prefix:
            self.report("templat-keluaran-berawalan")
        elif tag.keyword in CLOSING:
            self._close(tag)
        else:
            self._say(tag)

    def _say(self, tag: Tag) -> None:
        """Read what a tag says, then open its block, or look whether it belongs to the open one."""
        tree = None
        try:
            tree = tag.parse()
        except TemplateSyntaxError:
            self.report("templat-tag-salah")
        if tree is not None:
            self._expression(tag, tree)
        if tag.keyword in OPENING:
            inner = scope_in(tree, self.scope) if tree is not None and tag.keyword == "for" else self.scope
            self.blocks.append(_Open(tag, self.at, self.scope, self._guards(tag, tree)))
            self.scope = dict(inner)
        elif tag.keyword in MIDDLE:
            self._middle(tag)

    def _expression(self, tag: Tag, tree: nodes.Template) -> None:
        wrong, around = faults(tree), dict(self.scope)
        for fault in wrong:
            self.report(fault.kode, apa=fault.nilai, usul=_suggested(fault.nilai, FILTERS))
        if wrong:
            return
        for path in dict.fromkeys(item.path for item in fields_in(tree, self.scope)):
            self._field(tag, path, conditional=tree.find(nodes.CondExpr) is not None)
        for misuse in misuses(tree, around, self.known or {}):
            self.report(misuse.kode, isian=misuse.isian, daftar=misuse.daftar)

    def _field(self, tag: Tag, path: tuple[str, ...], *, conditional: bool) -> None:
        name = ".".join(path)
        if path[-1] in METHODS and name not in (self.known or {}):
            self.report("templat-ungkapan-dilarang", apa=f"metode .{path[-1]}")
        elif self.known is not None and name not in self.known:
            near = suggested_field(path, self.known)
            self.report("templat-isian-tidak-dikenal", isian=_unknown_part(path, self.known), usul=near)
        elif self.known and self.known[name].kadang_kosong and tag.keyword == "output" and not conditional:
            self._empty_at_times(path)

    def _empty_at_times(self, path: tuple[str, ...]) -> None:
        around = {".".join(path[:depth]) for depth in range(1, len(path) + 1)}
        if not any(block.guards & around for block in self.blocks):
            self.report("templat-isian-kadang-kosong", isian=".".join(path))

    def _guards(self, tag: Tag, tree: nodes.Template | None) -> frozenset[str]:
        """The fields a condition looks at, with what they are members of: their kin is taken to be looked after."""
        if tag.keyword != "if" or tree is None:
            return frozenset()
        paths = [item.path for item in fields_in(tree, dict(self.scope))]
        return frozenset(".".join(part) for path in paths for part in (path, path[:-1]) if part)

    def _middle(self, tag: Tag) -> None:
        if not self.blocks or (tag.keyword == "elif" and self.blocks[-1].tag.keyword != "if"):
            self.report("templat-tag-tidak-dikenal", tag=tag.keyword)
        elif self.blocks[-1].tag.prefix != tag.prefix:
            self._report_levels(self.blocks[-1], tag)

    def _close(self, tag: Tag) -> None:
        if not self.blocks:
            self.report("templat-tag-tidak-dikenal", tag=tag.keyword)
            return
        block = self.blocks.pop()
        self.scope = block.scope
        if OPENING[block.tag.keyword] != tag.keyword:
            self._report_crossed(block, tag)
        elif block.tag.prefix != tag.prefix:
            self._report_levels(block, tag)
        elif not _same_place(tag.prefix, self.lines[block.at], self.lines[self.at]):
            place = self.lines[block.at].place
            self.report("templat-beda-sel", tag=_written(block.tag), penutup=_written(tag), pembuka=place)

    def _report_crossed(self, block: _Open, tag: Tag) -> None:
        """An end that fits another block: where one such is open, the inner one lacks its own end."""
        kin = [other for other in self.blocks if OPENING[other.tag.keyword] == tag.keyword]
        if kin:
            self.report("templat-blok-terbuka", block.at, tag=_end_of(block.tag))
            self._close(tag)
        else:
            self.report("templat-tag-tidak-dikenal", tag=tag.keyword)
            self.blocks.append(block)

    def _report_levels(self, block: _Open, tag: Tag) -> None:
        wanted = f"{{%{block.tag.prefix} {tag.inner} %}}"
        place = self.lines[block.at].place
        self.report("templat-beda-tingkat", tag=_written(tag), pembuka=_written(block.tag), seharusnya=wanted, di=place)


def read_part(part: str, root: etree._Element, known: Known | None = None) -> list[Found]:
    """Every mistake of one part; `known` are the fields that exist, None where nobody knows."""
    return _Part(part, known, paragraphs(part, root)).read()


def _unknown_part(path: tuple[str, ...], known: Known) -> str:
    """A field's name up to where it stops being known."""
    return next(name for depth in range(1, len(path) + 1) if (name := ".".join(path[:depth])) not in known)


def suggested_field(path: tuple[str, ...], known: Iterable[str]) -> str:
    """What to say of a field that does not exist: the nearest one beside it, else the nearest anywhere."""
    names = list(known)
    for depth in range(len(path), 0, -1):
        parent = ".".join(path[: depth - 1])
        if depth > 1 and parent not in names:
            continue
        beside = [name for name in names if name.rpartition(".")[0] == parent]
        near = get_close_matches(path[depth - 1], [name.rpartition(".")[2] for name in beside], n=1, cutoff=0.6)
        if near:
            return f"mungkin maksud Anda {'.'.join((*path[: depth - 1], near[0]))}"
    last = get_close_matches(path[-1], {name.rpartition(".")[2] for name in names}, n=1, cutoff=0.75)
    whole = [name for name in names if last and name.rpartition(".")[2] == last[0]]
    return f"mungkin maksud Anda {min(whole, key=len)}" if whole else _SEE_LIST


_SEE_LIST = "lihat daftarnya dengan p3dn templates fields"


def _suggested(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"mungkin maksud Anda {near[0]}" if near else _SEE_LIST


def _written(tag: Tag) -> str:
    return f"{{%{tag.prefix} {tag.inner} %}}"


def _end_of(tag: Tag) -> str:
    return f"{{%{tag.prefix} {OPENING[tag.keyword]} %}}"


def _same_place(prefix: str, start: Paragraph, end: Paragraph) -> bool:
    """Whether a block begins and ends where its prefix allows it to."""
    kind = {"tr": "table", "tc": "row"}.get(prefix, "cell")
    return getattr(start, kind) is getattr(end, kind)
