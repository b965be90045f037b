"""All mistakes of a template at once, each at its paragraph or cell, before anything is compiled.

Jinja stops at the first mistake of a part and knows only lines; here every tag is read by itself, blocks are paired
with their prefixes, and fields are compared with those that exist.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from p3dn_reports.documents.word.company import company
from p3dn_reports.documents.word.habits import doubled_units, near_tags, number_fault
from p3dn_reports.documents.word.layout import layout
from p3dn_reports.documents.word.lone_tags import lone_tags
from p3dn_reports.documents.word.places import Paragraph, is_file
from p3dn_reports.documents.word.sandbox import Scope, fields_in, scope_in
from p3dn_reports.documents.word.shapes import NOWHERE, Elsewhere, Known, misuses, wrong_filters
from p3dn_reports.documents.word.spread import whole_texts
from p3dn_reports.documents.word.suggestions import suggested_field, suggested_filter, unknown_part
from p3dn_reports.documents.word.tags import (
    CLOSING,
    END,
    MIDDLE,
    OPENING,
    Tag,
    fault_of,
    faults_of,
    is_overloaded,
    keyword_advice,
    meant_keyword,
    tags,
)
from p3dn_reports.problems import Location, Problem, problem

_WORDS = ("isian", "tag", "tulisan", "apa")
"""What a mistake says of the word that is wrong."""
_LONGEST = 2000
METHODS = frozenset(name for name in dir(dict) if not name.startswith("_"))


@dataclass(frozen=True, slots=True)
class Found:
    """One mistake and the paragraph of its part it stands in, counted from 0.

    `kalimat` is the text of that paragraph, `kata` the word in it that is wrong, where it is one.
    """

    problem: Problem
    part: str
    paragraph: int
    kalimat: str = ""
    kata: str = ""


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
    elsewhere: Elsewhere
    lines: list[Paragraph]
    found: list[Found] = field(default_factory=list)
    blocks: list[_Open] = field(default_factory=list)
    scope: Scope = field(default_factory=dict)
    at: int = 0

    def report(self, kode: str, at: int | None = None, **isi: Any) -> None:
        """Note the problem `kode` at a paragraph, with the text found there."""
        at = self.at if at is None else at
        line = self.lines[at]
        near = " ".join(line.text[:500].split())[:120]
        kata = next((str(isi[name]) for name in _WORDS if isi.get(name)), "")
        told = problem(kode, Location(sel=line.place), nilai=near, tempat=line.place, **isi)
        self.found.append(Found(told, self.part, at, line.text[:_LONGEST], kata))

    def read(self) -> list[Found]:
        """Every mistake of the part, in the order of its paragraphs."""
        self._overloads()
        texts, spread = whole_texts(self.lines)
        lone = {found.at: found for found in lone_tags(self.lines)}
        for at, line in enumerate(self.lines):
            if line.is_copy:
                continue
            self.at = at
            here = list(tags(texts[at]))
            for name in line.pictures:
                self._picture(name)
            for kode, isi in company(self.lines, at, here):
                self.report(kode, at, **isi)
            self._habits(texts[at])
            if at in spread:
                self.report("templat-tag-terpotong", lanjutan=self.lines[spread[at]].place)
            if broken := next((tag for tag in here if not tag.keyword), None):
                self.report("templat-tag-salah", sebab=broken.why)
            for tag in here:
                if tag.keyword:
                    self._tag(replace(tag, prefix=lone[at].prefix) if at in lone else tag)
            if at in lone:
                self.report("templat-tanpa-awalan", tag=lone[at].tag.written, seharusnya=lone[at].written)
        for at, kode in layout(self.lines):
            self.report(kode, at)
        self._leftovers()
        for block in self.blocks:
            self.report("templat-blok-terbuka", block.at, tag=block.tag.end)
        return sorted(self.found, key=lambda found: found.paragraph)

    def _overloads(self) -> None:
        """Paragraphs that nobody wrote are told and not read: every reading of them would take its time."""
        for at, line in enumerate(self.lines):
            if is_overloaded(line.text):
                self.report("templat-paragraf-berlebihan", at, braces=line.text.count("{"), huruf=len(line.text))
                self.lines[at] = replace(line, text="")

    def _habits(self, text: str) -> None:
        for near in near_tags(text, self.known):
            self.report("templat-mirip-tag", tulisan=near)
        for unit, name in doubled_units(text):
            self.report("templat-satuan-ganda", satuan=unit, filter=name)

    def _leftovers(self) -> None:
        """What editing has left, each kind once: at its first place, with how many there are."""
        places: dict[str, list[int]] = {}
        for at, line in enumerate(self.lines):
            for what in line.leftovers:
                places.setdefault(what, []).append(at)
        for what, found in places.items():
            self.report("templat-sisa-suntingan", found[0], apa=what, banyak=len(found))

    def _tag(self, tag: Tag) -> None:
        if tag.is_curled:
            self.report("templat-kutip-lengkung", tag=tag.written)
        if tag.is_forbidden:
            self.report("templat-ungkapan-dilarang", apa=tag.keyword)
        elif not tag.is_known:
            self._unknown(tag)
        elif tag.prefix in {"tr", "tc"} and self.lines[self.at].table is None:
            self.report("templat-di-luar-tabel", tag=tag.written, awalan=tag.prefix)
            self._tag(replace(tag, prefix="p"))
        elif tag.keyword == "output" and (tag.prefix in {"tr", "tc"} or (tag.prefix and self.known is not None)):
            self.report("templat-keluaran-berawalan")
        elif tag.keyword in CLOSING and tag.inner != tag.keyword:
            self.report("templat-tag-salah", sebab=f"sesudah {tag.keyword} tidak boleh ada tulisan lain")
            self._close(tag)
        elif tag.keyword in CLOSING:
            self._close(tag)
        else:
            self._say(tag)

    def _unknown(self, tag: Tag) -> None:
        """A tag that is none; what it was meant for keeps the blocks in pairs, so that one mistake is told once."""
        word = tag.inner.split()[0] if tag.inner else tag.written
        self.report("templat-tag-tidak-dikenal", tag=word, usul=keyword_advice(tag))
        meant = meant_keyword(word)
        if meant in OPENING:
            self.blocks.append(_Open(replace(tag, keyword=meant), self.at, self.scope, frozenset()))
        elif self.blocks and (meant in CLOSING or meant == END):
            self.scope = self.blocks.pop().scope

    def _say(self, tag: Tag) -> None:
        """Read what a tag says, then open its block, or look whether it belongs to the open one."""
        tree, why, told = None, number_fault(tag.inner), len(self.found)
        try:
            tree = tag.parse() if why is None else None
        except TemplateSyntaxError:
            why = fault_of(tag.inner)
        if why is not None:
            self.report("templat-tag-salah", sebab=why)
        if tree is not None:
            self._expression(tag, tree)
        if tag.keyword in OPENING:
            inner = self.scope
            if tag.keyword == "for":
                inner = self._inside(tag, tree, told=len(self.found) > told)
            self.blocks.append(_Open(tag, self.at, self.scope, self._guards(tag, tree)))
            self.scope = dict(inner)
        elif tag.keyword in MIDDLE:
            self._middle(tag)

    def _inside(self, tag: Tag, tree: nodes.Template | None, *, told: bool) -> Scope:
        """The names known inside a loop; where the loop is at fault, nothing is asked of what it goes through."""
        if tree is None:
            words = re.findall(r"\w+", tag.inner.partition(" in ")[0])
            return {**self.scope, "loop": (), **dict.fromkeys(words, ())}
        inner = scope_in(tree, self.scope)
        return {name: () if told and name not in self.scope else path for name, path in inner.items()}

    def _expression(self, tag: Tag, tree: nodes.Template) -> None:
        wrong, around = faults_of(tree), dict(self.scope)
        for fault in wrong:
            self.report(fault.kode, apa=fault.nilai, usul=suggested_filter(fault.nilai))
        if wrong:
            fields_in(tree, self.scope)  # what it sets is known all the same
            return
        conditional = tree.find(nodes.CondExpr) is not None
        for path in dict.fromkeys(item.path for item in fields_in(tree, self.scope)):
            self._field(tag, path, conditional=conditional)
        if self.known:
            self._kinds(tree, around, self.known)

    def _kinds(self, tree: nodes.Template, around: Scope, known: Known) -> None:
        """What a tag does with fields of another kind than it takes them for."""
        for misuse in misuses(tree, around, known):
            self.report(misuse.kode, isian=misuse.isian, daftar=misuse.daftar)
        for name, isian, jenis in wrong_filters(tree, around, known):
            self.report("templat-filter-tidak-cocok", filter=name, isian=isian, jenis=jenis)

    def _field(self, tag: Tag, path: tuple[str, ...], *, conditional: bool) -> None:
        name = ".".join(path)
        if path[0] == "loop":
            self.report("templat-isian-tidak-dikenal", isian="loop", usul="loop hanya ada di antara for dan endfor")
        elif len(path) > 1 and path[-1] in METHODS and name not in (self.known or {}):
            self.report("templat-ungkapan-dilarang", apa=f"metode .{path[-1]}")
        elif name in self.elsewhere.isian:
            others = " dan ".join(self.elsewhere.isian[name])
            self.report("templat-isian-naskah-lain", isian=name, naskah=others, jenis=self.elsewhere.jenis)
        elif self.known is not None and name not in self.known:
            near = suggested_field(path, self.known)
            if re.search(rf"[=!]=\s*{re.escape(name)}\b", tag.inner):
                near = f'bila itu teks, apit dengan tanda kutip: "{name}"'
            self.report("templat-isian-tidak-dikenal", isian=unknown_part(path, self.known), usul=near)
        elif self.known and self.known[name].kadang_kosong and tag.keyword == "output" and not conditional:
            self._empty_at_times(path)

    def _picture(self, written: str) -> None:
        first, *rest = written.split(".")
        path = (*self.scope.get(first, (first,)), *rest)
        name = ".".join(path)
        if self.known is not None and name not in self.known and not is_file(written):
            near = suggested_field(path, self.known)
            self.report("templat-isian-tidak-dikenal", isian=unknown_part(path, self.known), usul=near)

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
            self.report("templat-tanpa-pembuka", tag=tag.keyword, pembuka="if")
        elif tag.keyword == "else" and tag.inner != "else":
            self.report("templat-tag-salah", sebab="else dengan syarat ditulis elif")
        elif self.blocks[-1].tag.prefix != tag.prefix:
            self._report_levels(self.blocks[-1], tag)

    def _close(self, tag: Tag) -> None:
        if not self.blocks:
            self.report("templat-tanpa-pembuka", tag=tag.keyword, pembuka=CLOSING[tag.keyword])
            return
        block = self.blocks.pop()
        self.scope = block.scope
        if OPENING[block.tag.keyword] != tag.keyword:
            self._report_crossed(block, tag)
        elif block.tag.prefix != tag.prefix:
            self._report_levels(block, tag)
        elif not _same_place(tag.prefix, self.lines[block.at], self.lines[self.at]):
            place = self.lines[block.at].place
            self.report("templat-beda-sel", tag=block.tag.spelled, penutup=tag.spelled, pembuka=place)

    def _report_crossed(self, block: _Open, tag: Tag) -> None:
        """An end that fits another block: where one such is open, the inner one lacks its own end."""
        kin = [other for other in self.blocks if OPENING[other.tag.keyword] == tag.keyword]
        if kin:
            self.report("templat-blok-terbuka", block.at, tag=block.tag.end)
            self._close(tag)
        else:
            self.report("templat-tanpa-pembuka", tag=tag.keyword, pembuka=CLOSING[tag.keyword])
            self.blocks.append(block)

    def _report_levels(self, block: _Open, tag: Tag) -> None:
        wanted = f"{{%{block.tag.prefix} {tag.inner} %}}"
        place = self.lines[block.at].place
        self.report("templat-beda-tingkat", tag=tag.spelled, pembuka=block.tag.spelled, seharusnya=wanted, di=place)


def read_part(
    part: str, lines: Sequence[Paragraph], known: Known | None = None, elsewhere: Elsewhere = NOWHERE
) -> list[Found]:
    """Every mistake of one part, given its paragraphs; `known` are the fields that exist, None where nobody knows."""
    return _Part(part, known, elsewhere, list(lines)).read()


def _same_place(prefix: str, start: Paragraph, end: Paragraph) -> bool:
    """Whether a block begins and ends where its prefix allows it to."""
    kind = {"tr": "table", "tc": "row"}.get(prefix, "cell")
    return getattr(start, kind) is getattr(end, kind)
