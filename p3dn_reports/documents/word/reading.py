"""A template's file read once, for compiling it and for checking it alike."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from p3dn_reports.documents.word.checker import Found, read_part
from p3dn_reports.documents.word.dialect import PartSource, compile_part
from p3dn_reports.documents.word.form import Form, laid_out
from p3dn_reports.documents.word.package import DOCUMENT, Parts, parse_xml, read_package, settle
from p3dn_reports.documents.word.pairs import first_drawing
from p3dn_reports.documents.word.pictures import Placeholder, placeholders
from p3dn_reports.documents.word.places import paragraphs, part_titles
from p3dn_reports.documents.word.proof import broken_branches
from p3dn_reports.documents.word.remarks import remarks, unfilled
from p3dn_reports.documents.word.shapes import NOWHERE, Elsewhere, Known
from p3dn_reports.problems import Problem, has_errors, problem

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of the standard's strict form, which neither docxtpl nor python-docx reads."""


class ReadPart(NamedTuple):
    """One part that may hold tags.

    `found` is what its paragraphs show; `source` what it compiles to, None without a tag or with an error; `wrong`
    what only compiling it brings to light.
    """

    waiting: tuple[Placeholder, ...]
    found: tuple[Found, ...]
    source: PartSource | None
    wrong: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: its parts, how a person calls those with text, and what was read of these.

    `problems` are those of the file as a whole, `loose` the tags where nothing is filled in.
    """

    berkas: str
    sha256: str
    parts: Parts
    problems: tuple[Problem, ...]
    titles: Mapping[str, str]
    of: Mapping[str, ReadPart]
    loose: tuple[Problem, ...]
    _broken: dict[str, list[Problem]] = field(default_factory=dict)

    def found(self) -> list[Found]:
        """What forbids or hinders its use, every fault at its place; its branches are left to the documents."""
        found = [Found(item, DOCUMENT, 0) for item in self.problems]
        for name, part in self.of.items():
            found += [*part.found, *(Found(item, name, 0) for item in part.wrong)]
        return self._placed([*found, *(Found(item, DOCUMENT, 0) for item in self.loose)])

    def proven(self, known: Known | None, elsewhere: Elsewhere = NOWHERE) -> list[Found]:
        """All that can be said without data: its fields held against those `known`, every branch tried."""
        found = [Found(item, DOCUMENT, 0) for item in self.problems]
        sources = list[PartSource]()
        for name in self.titles:
            part = self.of[name] if known is None else self._held_against(name, known, elsewhere)
            wrong = [*part.wrong, *(self._broken_branches(part.source) if part.source else ())]
            found += [*part.found, *(Found(item, name, 0) for item in wrong)]
            sources += [part.source] if part.source else []
        found += [Found(item, DOCUMENT, 0) for item in self.loose]
        if not in_error(found):
            waiting = any(part.waiting for part in self.of.values())
            seen = remarks(self.parts, self.titles, sources, known=known, is_filled=bool(sources or waiting or found))
            found += [Found(item, DOCUMENT, 0) for item in seen]
        return self._placed(found)

    def sources(self) -> tuple[PartSource, ...]:
        """The compiled parts."""
        return tuple(part.source for part in self.of.values() if part.source)

    def waiting(self) -> tuple[Placeholder, ...]:
        """The placeholder pictures."""
        return tuple(one for part in self.of.values() for one in part.waiting)

    def _held_against(self, name: str, known: Known, elsewhere: Elsewhere) -> ReadPart:
        """A part read again for its fields; what it compiles to does not depend on them."""
        root, kept = parse_xml(self.parts[name]), self.of[name]
        lines = paragraphs(root, self.titles[name])
        here = tuple(read_part(name, lines, known, elsewhere))
        if in_error(here):
            return ReadPart(kept.waiting, here, None, ())
        if in_error(kept.found):
            first = first_drawing(self.parts, name)
            source, wrong = compile_part(self.berkas, name, self.titles[name], root, lines, first)
            return ReadPart(kept.waiting, here, source, tuple(wrong))
        return kept._replace(found=here)

    def _broken_branches(self, source: PartSource) -> list[Problem]:
        if source.part not in self._broken:
            self._broken[source.part] = broken_branches(source, self.parts)
        return self._broken[source.part]

    def _placed(self, found: Iterable[Found]) -> list[Found]:
        return [replace(one, problem=one.problem.at(replace(one.problem.lokasi, berkas=self.berkas))) for one in found]


def in_error(found: Iterable[Found]) -> bool:
    """Whether any of it forbids the use of the template."""
    return has_errors(item.problem for item in found)


MOST_READ = 64
_READ: dict[tuple[str, str, Form | None], Reading] = {}


def read_template(content: bytes, berkas: str, form: Form | None = None) -> Reading:
    """The file of these bytes in a form, read or remembered from any thread, the oldest forgotten first."""
    key = (hashlib.sha256(content).hexdigest(), berkas, form)
    kept = _READ.get(key)
    if kept is None:
        kept = _READ[key] = _read(content, *key)
        for oldest in list(_READ)[:-MOST_READ]:
            _READ.pop(oldest, None)
    return kept


def read_sound(content: bytes, berkas: str, form: Form | None = None) -> Reading:
    """A file that was found sound before: what it compiles to, without looking for mistakes again.

    What guards the machine, the package's refusals and the sandbox's allow-list, is asked every time. With a `form` it
    is laid out in that.
    """
    return _read(content, hashlib.sha256(content).hexdigest(), berkas, form, is_sound=True)


def _read(content: bytes, sha256: str, berkas: str, form: Form | None = None, *, is_sound: bool = False) -> Reading:
    parts, problems = read_package(content, berkas)
    parts = settle(parts)
    if not problems and (DOCUMENT not in parts or _STRICT in parts[DOCUMENT]):
        problems = [problem("naskah-bukan-docx", berkas=berkas)]
    if form is not None and not problems:
        parts = laid_out(parts, form)
    titles = {} if problems else part_titles(parts)
    of = {name: _read_part(berkas, parts, name, title, is_sound=is_sound) for name, title in titles.items()}
    loose = () if problems or is_sound else tuple(unfilled(parts, titles))
    return Reading(berkas, sha256, parts, tuple(problems), titles, of, loose)


def _read_part(berkas: str, parts: Parts, name: str, title: str, *, is_sound: bool) -> ReadPart:
    root, first = parse_xml(parts[name]), first_drawing(parts, name)
    lines = paragraphs(root, title)
    found = () if is_sound else tuple(read_part(name, lines))
    source, wrong = (None, []) if in_error(found) else compile_part(berkas, name, title, root, lines, first)
    return ReadPart(placeholders(name, lines), found, source, tuple(wrong))
