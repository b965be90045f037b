"""A Word template, compiled once and rendered strictly: `Template.compile(path).render(context)`.

A compiled template is immutable and holds nothing of any document, so threads share it. Parts that a document does not
change are deflated when the template is compiled; the same context gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from docxtpl import DocxTemplate

from p3dn_reports.documents.word.anchor import anchor_problems
from p3dn_reports.documents.word.chart import ChartData, chart_names, fill_chart
from p3dn_reports.documents.word.checker import Found
from p3dn_reports.documents.word.dialect import PartSource
from p3dn_reports.documents.word.form import Form
from p3dn_reports.documents.word.marks import mark_pages
from p3dn_reports.documents.word.package import (
    Member,
    Parts,
    deflate,
    deflate_small,
    pack,
    write_package,
    write_zip,
)
from p3dn_reports.documents.word.pairs import first_drawing, tell_apart
from p3dn_reports.documents.word.pictures import Filling, Placeholder, Take, no_files
from p3dn_reports.documents.word.places import is_file
from p3dn_reports.documents.word.properties import stamp_dates, stamp_provenance
from p3dn_reports.documents.word.reading import MOST_READ, Reading, in_error, read_sound, read_template
from p3dn_reports.documents.word.rich import UnopenedError, docxtpl_of, open_part, package_parts
from p3dn_reports.documents.word.shapes import NOWHERE, Elsewhere, Known
from p3dn_reports.documents.word.source import Source, read_source
from p3dn_reports.documents.word.values import AMBANG, GAMBAR
from p3dn_reports.errors import ProblemsError
from p3dn_reports.formatting import Angka
from p3dn_reports.problems import Location, Problem
from p3dn_reports.verdicts import NO_VERDICTS, Verdicts, sources_of


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document: its bytes, the wanting fields printed in it (each once, in order), and what to say about it.

    `cabang` are the branches of the template it was printed by, part and number of each; `parts` those of its file.
    """

    content: bytes
    wanting: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    cabang: frozenset[tuple[str, int]] = frozenset()
    parts: Parts = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a document carries beside its context.

    `tanggal` dates the file; `tanda` are the words on every page (KONSEP, SIMULASI); `asal` the custom properties;
    `grafik` the data of each chart by name; `ambang` the percentages no printed one may cross; `jangkar` the character
    that must stand in the document exactly once, None to leave it unasked; `gambar` gives the pictures of files.
    """

    tanggal: date | None = None
    tanda: Sequence[str] = ()
    asal: Mapping[str, str] = field(default_factory=dict)
    grafik: Mapping[str, ChartData] = field(default_factory=dict)
    ambang: Sequence[Angka] = ()
    jangkar: str | None = None
    gambar: Take = no_files


_PLAIN = Stamp()
_ROOM = Path(__file__).parent
SOUND, CLEAN = "templat", "templat-bersih"
"""The verdicts: without a mistake that forbids its use; without anything to be said of it."""


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template. `nama` is its file's name, `sha256` the digest of its bytes."""

    nama: str
    sha256: str
    _parts: Mapping[str, bytes]
    _members: Mapping[str, Member]
    _sources: tuple[PartSource, ...]
    _placeholders: tuple[Placeholder, ...]

    @staticmethod
    def compile(
        source: Source, nama: str | None = None, verdicts: Verdicts = NO_VERDICTS, form: Form | None = None
    ) -> Template:
        """Compile a .docx, or give what was compiled of the same bytes. Raises ProblemsError with what is wrong.

        One that `verdicts` know as sound is not searched for mistakes again. In a `form` it is laid out as the office
        says, and what belongs together kept so; without one it is taken as it was drawn.
        """
        content, berkas = read_source(source, nama)
        key = (hashlib.sha256(content).hexdigest(), berkas, form)
        kept = _COMPILED.get(key)
        if kept is None:
            kept = _compiled(_read_once(content, berkas, verdicts, form))
            _keep(key, kept)
        return kept

    def fields(self) -> frozenset[str]:
        """The dotted names the template reads: `unit.nama`; members of a list's items as `kronologi.tanggal`."""
        return frozenset(str(found) for source in self._sources for found in source.fields)

    def whole(self) -> frozenset[str]:
        """Those of the names that are handed on with all that lies in them."""
        return frozenset(str(found) for source in self._sources for found in source.fields if found.is_whole)

    def charts(self) -> frozenset[str]:
        """The names its charts can be filled by."""
        return chart_names(dict(self._parts))

    def as_docxtpl(self) -> DocxTemplate:
        """A fresh DocxTemplate of this file, with which pictures, subdocuments and links of one document are made."""
        return DocxTemplate(io.BytesIO(write_package(self._parts)))

    def render(self, context: Mapping[str, object], through: DocxTemplate | None = None) -> bytes:
        """The document of one context alone, long tables streamed. Raises ProblemsError as `render_document` does."""
        if through is not None or self._placeholders:
            return self.render_document(context, through=through).content
        members, problems = dict(self._members), list[Problem]()
        for source in self._sources:
            try:
                members[source.part] = self._deflated(source, context)
            except UnopenedError:
                return self.render_document(context).content
            except ProblemsError as error:
                problems += error.problems
        if problems:
            raise ProblemsError(problems)
        return write_zip(members[name] for name in self._parts)

    def render_document(
        self, context: Mapping[str, object], stamp: Stamp = _PLAIN, through: DocxTemplate | None = None
    ) -> Rendered:
        """The document of one context: plain dict, list, str, int, Decimal, Fraction, date, bool, None, `Wanting`.

        Placeholder pictures take bytes, or the name of a file that the stamp has. Beside these docxtpl's rich texts,
        listings, pictures, subdocuments and links are printed; what was made with a DocxTemplate of this very file goes
        through that one, or `through`. Raises ProblemsError where a field is unknown, empty or does not fit its filter.
        Charts that cannot be filled, files that cannot be shown and a missing or doubled anchor are problems of the
        result.
        """
        pictures = Filling(self.nama, self._placeholders, stamp.gambar)
        full = {**context, AMBANG: tuple(stamp.ambang), GAMBAR: pictures}
        try:
            parts, wanting, taken = self._render_parts(full, through)
        except UnopenedError:
            own = self.as_docxtpl()
            parts, wanting, taken = self._render_parts(full, docxtpl_of(context, own) or own)
        pictures.fill(parts)
        if pictures.wrong:
            raise ProblemsError(pictures.wrong)
        problems = [found for name, data in stamp.grafik.items() for found in self._filled(parts, name, data)]
        mark_pages(parts, stamp.tanda)
        stamp_provenance(parts, stamp.asal)
        if stamp.tanggal:
            stamp_dates(parts, stamp.tanggal)
        problems += anchor_problems(parts, stamp.jangkar)
        said = (*(found.at(Location(berkas=self.nama)) for found in problems), *pictures.remarks)
        content = write_zip(self._pack(parts))
        wanting += pictures.wanting
        return Rendered(content, tuple(dict.fromkeys(wanting)), tuple(dict.fromkeys(said)), frozenset(taken), parts)

    def _filled(self, parts: Parts, name: str, data: ChartData) -> list[Problem]:
        """What is wrong with a chart; one that the document has left out by a condition is none."""
        found = fill_chart(parts, name, data)
        return [one for one in found if one.kode != "grafik-tidak-ada" or name not in self.charts()]

    def parts(self) -> Mapping[str, bytes]:
        """The parts of the template's own file."""
        return self._parts

    def _render_parts(
        self, context: Mapping[str, object], through: DocxTemplate | None
    ) -> tuple[Parts, list[str], set[tuple[str, int]]]:
        rendered, wanting, problems, taken = Parts(), list[str](), list[Problem](), set[tuple[str, int]]()
        for source in self._sources:
            try:
                with open_part(through, source.part):
                    xml, names, blocks = source.render(context)
            except ProblemsError as error:
                problems += error.problems
                continue
            multiplied = source.is_multiplied or through is not None
            rendered[source.part] = (self._tell_apart(source.part, xml) if multiplied else xml).encode("utf-8")
            wanting += names
            taken.update((source.part, block) for block in blocks)
        if problems:
            raise ProblemsError(problems)
        return {**(package_parts(through, self._parts) if through else self._parts), **rendered}, wanting, taken

    def _deflated(self, source: PartSource, context: Mapping[str, object]) -> Member:
        """One part of one document; what needs the whole part at once is not streamed."""
        if source.has_new_columns or source.is_multiplied:
            xml = self._tell_apart(source.part, source.render(context).xml)
            return deflate(source.part, (xml.encode("utf-8"),))
        return deflate(source.part, (piece.encode("utf-8") for piece in source.stream(context)))

    def _tell_apart(self, part: str, xml: str) -> str:
        """What a loop repeats told apart, drawings from 1001 on as docxtpl does."""
        return tell_apart(xml, first_drawing(self._parts, part))

    def _pack(self, parts: Parts) -> Iterable[Member]:
        """Members in the template's order; a part still the template's own is not deflated again."""
        changing = {source.part for source in self._sources}
        for name, content in parts.items():
            kept = self._members.get(name)
            if kept and content is self._parts.get(name):
                yield kept
            else:
                yield deflate(name, (content,)) if name in changing else deflate_small(name, content)


def check_template(
    source: Source, nama: str | None = None, known: Known | None = None, verdicts: Verdicts = NO_VERDICTS
) -> list[Problem]:
    """All problems of a template that can be seen without data, every one at its place; see `find_mistakes`.

    One that `verdicts` know as clean has none; they are asked only where no fields are given.
    """
    rests_on = (read_source(source, nama)[0], sources_of(_ROOM)) if known is None else ()
    if rests_on and verdicts.stands(CLEAN, rests_on):
        return []
    found = find_mistakes(source, nama, known)
    if rests_on and not in_error(found):
        verdicts.keep(SOUND, rests_on)
    if rests_on and not found:
        verdicts.keep(CLEAN, rests_on)
    return [item.problem for item in found]


def find_mistakes(
    source: Source, nama: str | None = None, known: Known | None = None, elsewhere: Elsewhere = NOWHERE
) -> list[Found]:
    """What is wrong with a template's zip, tags and expressions, and with `known` its fields, part by part.

    `elsewhere` are the fields that only other kinds of document have.

    What only compiling a part brings to light follows what was found by reading its paragraphs.
    """
    return read_template(*read_source(source, nama)).proven(known, elsewhere)


def asked_files(source: Source) -> tuple[str, ...]:
    """The files that its placeholder pictures name."""
    return tuple(one.isian for one in read_template(*read_source(source, None)).waiting() if is_file(one.isian))


MOST_COMPILED = MOST_READ
_Key = tuple[str, str, Form | None]
_COMPILED: dict[_Key, Template] = {}


def _read_once(content: bytes, berkas: str, verdicts: Verdicts, form: Form | None) -> Reading:
    """A file read for compiling it; searched for mistakes where `verdicts` do not know it as sound."""
    rests_on = (content, sources_of(_ROOM))
    if verdicts.stands(SOUND, rests_on):
        return read_sound(content, berkas, form)
    reading = _sound(read_template(content, berkas, form))
    verdicts.keep(SOUND, rests_on)
    return reading


def _sound(reading: Reading) -> Reading:
    """A reading without mistakes. Raises ProblemsError with them."""
    found = reading.found()
    if in_error(found):
        raise ProblemsError([item.problem for item in found])
    return reading


def _compiled(reading: Reading) -> Template:
    """The template of a file. Raises ProblemsError with what is wrong where an error is."""
    sources = _sound(reading).sources()
    changing = {compiled.part for compiled in sources}
    members = {name: pack(name, part) for name, part in reading.parts.items() if name not in changing}
    return Template(reading.berkas, reading.sha256, reading.parts, members, sources, reading.waiting())


def _keep(key: _Key, template: Template) -> None:
    """Remember a compiled template by digest, name and form, the oldest forgotten first; safe from any thread."""
    _COMPILED[key] = template
    for oldest in list(_COMPILED)[:-MOST_COMPILED]:
        _COMPILED.pop(oldest, None)
