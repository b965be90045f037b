"""A Word template, compiled once and rendered strictly: `Template.compile(path).render(context)`.

A compiled template is immutable and holds nothing of any document, so threads share it. Parts that a document does not
change are deflated when the template is compiled; the same context gives the same bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Self

from p3dn_reports.documents.word.chart import ChartData, chart_names, fill_chart
from p3dn_reports.documents.word.dialect import PartSource, compile_part
from p3dn_reports.documents.word.marks import mark_pages, resolve
from p3dn_reports.documents.word.package import Member, Parts, pack, read_package, write_zip
from p3dn_reports.documents.word.properties import stamp_dates, stamp_provenance
from p3dn_reports.documents.word.sandbox import AMBANG
from p3dn_reports.errors import ProblemsError
from p3dn_reports.formatting import Angka
from p3dn_reports.problems import Location, Problem, problem

DOCUMENT = "word/document.xml"

_WITH_TAGS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|docProps/core\.xml")
_PRINTED = re.compile(r"word/(document|header\w*|footer\w*|footnotes|endnotes)\.xml")
_NO_TEXT = re.compile(r"<[^>]*>|&#?\w+;")
_DRAWING_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=")\d+')


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document: its bytes, the wanting fields printed in it (each once, in order), and what to say about it."""

    content: bytes
    wanting: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a document carries beside its context.

    `tanggal` dates the file; `tanda` are the words on every page (KONSEP, SIMULASI); `asal` the custom properties;
    `grafik` the data of each chart by name; `ambang` the percentages no printed one may cross; `jangkar` the character
    that must stand in the document exactly once, None to leave it unasked.
    """

    tanggal: date | None = None
    tanda: Sequence[str] = ()
    asal: Mapping[str, str] = field(default_factory=dict)
    grafik: Mapping[str, ChartData] = field(default_factory=dict)
    ambang: Sequence[Angka] = ()
    jangkar: str | None = None


_PLAIN = Stamp()


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template. `nama` is its file's name, `sha256` the digest of its bytes."""

    nama: str
    sha256: str
    _parts: Mapping[str, bytes]
    _members: Mapping[str, Member]
    _sources: tuple[PartSource, ...]

    @classmethod
    def compile(cls, source: Path | bytes, nama: str | None = None) -> Self:
        """Compile a .docx. Raises ProblemsError with everything `check_template` finds."""
        template, problems = _compile(source, nama)
        if template is None:
            raise ProblemsError(problems)
        return cls(*template)

    def fields(self) -> frozenset[str]:
        """The dotted names the template reads: `unit.nama`; members of a list's items as `kronologi.tanggal`."""
        return frozenset(str(found) for source in self._sources for found in source.fields)

    def charts(self) -> frozenset[str]:
        """The names its charts can be filled by."""
        return chart_names(dict(self._parts))

    def render(self, context: Mapping[str, object]) -> bytes:
        """The document of one context alone. Raises ProblemsError as `render_document` does."""
        return self.render_document(context).content

    def render_document(self, context: Mapping[str, object], stamp: Stamp = _PLAIN) -> Rendered:
        """The document of one context: plain dict, list, str, int, Decimal, Fraction, date, bool, None, `Wanting`.

        Raises ProblemsError where a field is unknown, empty or does not fit its filter. Charts that cannot be filled
        and a missing or doubled anchor are problems of the result.
        """
        parts, wanting = self._render_parts({**context, AMBANG: tuple(stamp.ambang)})
        problems = [found for name, data in stamp.grafik.items() for found in fill_chart(parts, name, data)]
        mark_pages(parts, stamp.tanda)
        stamp_provenance(parts, stamp.asal)
        if stamp.tanggal:
            stamp_dates(parts, stamp.tanggal)
        problems += _anchor_problems(parts, stamp.jangkar)
        placed = (found.at(Location(berkas=self.nama)) for found in problems)
        return Rendered(write_zip(self._pack(parts)), tuple(dict.fromkeys(wanting)), tuple(placed))

    def _render_parts(self, context: Mapping[str, object]) -> tuple[Parts, list[str]]:
        parts, wanting, problems = dict(self._parts), list[str](), list[Problem]()
        for source in self._sources:
            try:
                xml, names = resolve(source.render(context))
            except ProblemsError as error:
                problems += error.problems
                continue
            parts[source.part] = _number_drawings(xml).encode("utf-8")
            wanting += names
        if problems:
            raise ProblemsError(problems)
        return parts, wanting

    def _pack(self, parts: Parts) -> Iterable[Member]:
        """Members in the template's order; a part still the template's own is not deflated again."""
        for name, content in parts.items():
            kept = self._members.get(name)
            yield kept if kept and content is self._parts[name] else pack(name, content)


def check_template(source: Path | bytes, nama: str | None = None) -> list[Problem]:
    """All problems of a template that can be seen without data: its zip, its tags, its expressions."""
    return _compile(source, nama)[1]


_Compiled = tuple[str, str, Mapping[str, bytes], Mapping[str, Member], tuple[PartSource, ...]]


def _compile(source: Path | bytes, nama: str | None) -> tuple[_Compiled | None, list[Problem]]:
    content = source if isinstance(source, bytes) else source.read_bytes()
    berkas = nama or (source.name if isinstance(source, Path) else "templat.docx")
    parts, problems = read_package(content, berkas)
    if not problems and DOCUMENT not in parts:
        problems = [problem("naskah-bukan-docx", Location(berkas=berkas), berkas=berkas)]
    sources = []
    for name in filter(_WITH_TAGS.fullmatch, parts):
        compiled, found = compile_part(berkas, name, parts[name])
        problems += found
        sources += [compiled] if compiled else []
    if problems:
        return None, problems
    changing = {compiled.part for compiled in sources}
    members = {name: pack(name, part) for name, part in parts.items() if name not in changing}
    return (berkas, hashlib.sha256(content).hexdigest(), parts, members, tuple(sources)), []


def _number_drawings(xml: str) -> str:
    """Give every drawing its own id, from 1001 on: a loop repeats them."""
    if "<wp:docPr" not in xml:
        return xml
    numbers = iter(range(1001, 1_000_000))
    return _DRAWING_ID.sub(lambda found: f"{found[1]}{next(numbers)}", xml)


def _anchor_problems(parts: Parts, jangkar: str | None) -> list[Problem]:
    if jangkar is None:
        return []
    printed = (_NO_TEXT.sub("", parts[name].decode("utf-8")) for name in filter(_PRINTED.fullmatch, parts))
    count = sum(text.count(jangkar) for text in printed)
    return [] if count == 1 else [problem("naskah-jangkar-tidak-tunggal", nilai=jangkar, jumlah=count)]
