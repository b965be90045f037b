"""A Word template, compiled once and rendered strictly: `Template.compile(path).render(context)`.

A compiled template is immutable and holds nothing of any document, so threads share it. Parts that a document does not
change are deflated when the template is compiled; the same context gives the same bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from p3dn_reports.documents.word.chart import ChartData, chart_names, fill_chart
from p3dn_reports.documents.word.checker import Found, read_part
from p3dn_reports.documents.word.dialect import PartSource, compile_part
from p3dn_reports.documents.word.marks import mark_pages, resolve, resolve_stream
from p3dn_reports.documents.word.package import Member, Parts, deflate, pack, parse_xml, read_package, write_zip
from p3dn_reports.documents.word.properties import stamp_dates, stamp_provenance
from p3dn_reports.documents.word.shapes import Known
from p3dn_reports.documents.word.values import AMBANG
from p3dn_reports.errors import ProblemsError
from p3dn_reports.formatting import Angka
from p3dn_reports.problems import Location, Problem, has_errors, problem

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

    @staticmethod
    def compile(source: Path | bytes, nama: str | None = None) -> Template:
        """Compile a .docx, or give what was compiled of the same bytes. Raises ProblemsError with what is wrong."""
        content, berkas = _read(source, nama)
        digest = hashlib.sha256(content).hexdigest()
        kept = _COMPILED.get((digest, berkas))
        if kept is None:
            compiled, problems = _compile(content, berkas)
            if compiled is None:
                raise ProblemsError(check_template(content, berkas) or problems)
            kept = Template(berkas, digest, *compiled)
            _keep((digest, berkas), kept)
        return kept

    def fields(self) -> frozenset[str]:
        """The dotted names the template reads: `unit.nama`; members of a list's items as `kronologi.tanggal`."""
        return frozenset(str(found) for source in self._sources for found in source.fields)

    def charts(self) -> frozenset[str]:
        """The names its charts can be filled by."""
        return chart_names(dict(self._parts))

    def render(self, context: Mapping[str, object]) -> bytes:
        """The document of one context alone, long tables streamed. Raises ProblemsError as `render_document` does."""
        members, problems = dict(self._members), list[Problem]()
        for source in self._sources:
            try:
                members[source.part] = _deflated(source, context)
            except ProblemsError as error:
                problems += error.problems
        if problems:
            raise ProblemsError(problems)
        return write_zip(members[name] for name in self._parts)

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
            parts[source.part] = (_number_drawings(xml) if source.has_drawings else xml).encode("utf-8")
            wanting += names
        if problems:
            raise ProblemsError(problems)
        return parts, wanting

    def _pack(self, parts: Parts) -> Iterable[Member]:
        """Members in the template's order; a part still the template's own is not deflated again."""
        for name, content in parts.items():
            kept = self._members.get(name)
            yield kept if kept and content is self._parts[name] else deflate(name, (content,))


def check_template(source: Path | bytes, nama: str | None = None, known: Known | None = None) -> list[Problem]:
    """All problems of a template that can be seen without data, every one at its place; see `find_mistakes`."""
    return [found.problem for found in find_mistakes(source, nama, known)]


def find_mistakes(source: Path | bytes, nama: str | None = None, known: Known | None = None) -> list[Found]:
    """What is wrong with a template's zip, tags and expressions, and with `known` its fields, part by part.

    What only compiling a part brings to light follows what was found by reading its paragraphs.
    """
    content, berkas = _read(source, nama)
    parts, problems = read_package(content, berkas)
    found = []
    for name in () if problems else filter(_WITH_TAGS.fullmatch, parts):
        here = read_part(name, parse_xml(parts[name]), known)
        found += here
        if not has_errors(item.problem for item in here):
            found += [Found(item, name, 0) for item in compile_part(berkas, name, parts[name])[1]]
    if not found:
        found = [Found(item, DOCUMENT, 0) for item in _compile(content, berkas)[1]]
    return [replace(item, problem=_in_file(item.problem, berkas)) for item in found]


def _in_file(found: Problem, berkas: str) -> Problem:
    return found.at(replace(found.lokasi, berkas=berkas))


MOST_COMPILED = 64
_COMPILED: dict[tuple[str, str], Template] = {}
_Compiled = tuple[Mapping[str, bytes], Mapping[str, Member], tuple[PartSource, ...]]


def _keep(key: tuple[str, str], template: Template) -> None:
    """Remember a compiled template by digest and name, the oldest forgotten first; safe from any thread."""
    _COMPILED[key] = template
    for oldest in list(_COMPILED)[:-MOST_COMPILED]:
        _COMPILED.pop(oldest, None)


def _read(source: Path | bytes, nama: str | None) -> tuple[bytes, str]:
    content = source if isinstance(source, bytes) else source.read_bytes()
    return content, nama or (source.name if isinstance(source, Path) else "templat.docx")


def _compile(content: bytes, berkas: str) -> tuple[_Compiled | None, list[Problem]]:
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
    return (parts, members, tuple(sources)), []


def _deflated(source: PartSource, context: Mapping[str, object]) -> Member:
    """One part of one document; what needs the whole part at once is not streamed."""
    if source.has_new_columns or source.has_drawings:
        return deflate(source.part, (_number_drawings(resolve(source.render(context))[0]).encode("utf-8"),))
    return deflate(source.part, (piece.encode("utf-8") for piece in resolve_stream(source.stream(context))))


def _number_drawings(xml: str) -> str:
    """Give every drawing its own id, from 1001 on: a loop repeats them."""
    numbers = iter(range(1001, 1_000_000))
    return _DRAWING_ID.sub(lambda found: f"{found[1]}{next(numbers)}", xml)


def _anchor_problems(parts: Parts, jangkar: str | None) -> list[Problem]:
    if jangkar is None:
        return []
    printed = (_NO_TEXT.sub("", parts[name].decode("utf-8")) for name in filter(_PRINTED.fullmatch, parts))
    count = sum(text.count(jangkar) for text in printed)
    return [] if count == 1 else [problem("naskah-jangkar-tidak-tunggal", nilai=jangkar, jumlah=count)]
