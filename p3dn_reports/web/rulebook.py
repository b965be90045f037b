"""The rulebook as the screen Buku Aturan shows it: what holds in one region on one day, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from html import unescape
from typing import Any

from p3dn_reports.documents.readings import places_by_source
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.policy import desk as owner
from p3dn_reports.policy.overview import machinery
from p3dn_reports.policy.overview.articles import article_of
from p3dn_reports.policy.overview.calendar import calendar
from p3dn_reports.policy.overview.desk import Desk, anchor
from p3dn_reports.policy.overview.markup import Markup, joined
from p3dn_reports.policy.overview.page import SECTIONS
from p3dn_reports.policy.overview.spans import Span
from p3dn_reports.problems import Problem
from p3dn_reports.rulebook import prose
from p3dn_reports.rulebook.files import gather
from p3dn_reports.rulebook.prose.words import amount, title
from p3dn_reports.rules import Daerah, Scope
from p3dn_reports.rules.references import Rule, name_of
from p3dn_reports.rules.standing import gaps
from p3dn_reports.workspace import Workspace

CALENDAR = "kalender"
PARTS: Mapping[str, tuple[str, ...]] = {
    "ambang": ("parameter",),
    "daftar": ("daftar",),
    "pita": ("pita",),
    "putusan": ("putusan",),
    "penghargaan": ("penghargaan",),
    "jadwal": ("jadwal",),
    "naskah": ("dokumen",),
    "tugas": ("kewajiban",),
    "tafsir": ("tafsir",),
    "daerah": ("daerah",),
    "hukum": ("sumber_hukum",),
    "ketentuan": ("ketentuan",),
    "mesin": tuple(name for name in prose.SECTIONS if name not in machinery.SHOWN_ELSEWHERE),
}
"""By part of the overview, which shares its titles with the screen, the sections of the rulebook in it."""

MOST_FOUND = 100
_TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Row:
    """A rule in force: its place, title and gist, since when, and the laws it rests on, each with the clauses."""

    id: str
    judul: str
    isi: str
    sejak: date | None
    ketentuan: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something found in the rulebook, with the line that it stands on."""

    temuan: Mapping[str, Any]
    teks: str


@dataclass(frozen=True)
class Book:
    """The rulebook as it lies there. `desk` is None where it does not load; `lines` are those of its files, by name."""

    desk: Desk | None
    problems: tuple[Problem, ...]
    lines: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, workspace: Workspace) -> Book:
        """What a check of the workspace's rulebook finds, and what follows from one that loads."""
        checked = owner.check_rules(workspace)
        desk = Desk.of(checked.aturan, owner.schemas(workspace)) if checked.aturan else None
        files = gather(workspace.rules)[0]
        lines = {one.nama: one.content.decode("utf-8-sig", "replace").splitlines() for one in files}
        return cls(desk, checked.problems, lines)

    @property
    def faults(self) -> list[Fault]:
        """What is wrong, each at its line."""
        return [Fault(one.as_json(), self._line(one)) for one in self.problems]

    def _line(self, one: Problem) -> str:
        lines, number = self.lines.get(one.lokasi.berkas or "", ()), one.lokasi.baris or 0
        return lines[number - 1].strip() if 0 < number <= len(lines) else ""

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """Every rule by the name of its place."""
        found = self.desk.rules if self.desk else None
        rules = ((name, name_of(key)) for name in prose.SECTIONS for key in getattr(found, name, ()))
        return {anchor(*rule): rule for rule in rules}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """What the overview says of every rule, the words of the law included, as plain text for the search."""
        desk = self.desk
        found = {name: article_of(desk, rule) for name, rule in self.rules.items()} if desk else {}
        return {name: unescape(_TAGS.sub(" ", told)).casefold() for name, told in found.items()}


@dataclass(frozen=True)
class Place:
    """The rulebook seen from one region on one day. `desk` knows that region alone."""

    book: Book
    desk: Desk
    daerah: Daerah
    hari: date

    @classmethod
    def of(cls, book: Book, desk: Desk, daerah: str, hari: date, tujuan: Callable[[str], str]) -> Place:
        """With the links of the overview leading to `tujuan`."""
        alone = replace(desk, days={daerah: desk.days[daerah]}, tujuan=tujuan)
        return cls(book, alone, desk.rules.daerah[daerah], hari)

    @cached_property
    def scope(self) -> Scope:
        """What holds."""
        return self.desk.days[self.daerah.id].on(self.hari)

    def part(self, name: str) -> Iterator[Row]:
        """The rules of one part that hold here."""
        rules = ((section, name_of(key)) for section in PARTS[name] for key in getattr(self.desk.rules, section))
        return filter(None, map(self.row, rules))

    def found(self, words: Sequence[str]) -> Iterator[tuple[str, list[Row]]]:
        """The rules that hold here and have all the words, by the title of their part."""
        texts = self.book.texts
        for name in PARTS:
            rows = [one for one in self.part(name) if all(word in texts[one.id] for word in words)]
            if rows:
                yield SECTIONS[name][0], rows

    def row(self, rule: Rule) -> Row | None:
        """A rule as it holds here; None where it does not."""
        section, name = rule
        record = next(one for key, one in getattr(self.desk.rules, section).items() if name_of(key) == name)
        asked = _asked(section, name, record)
        isi = asked(self.scope)
        if isi is None:
            return None
        span = self._span(asked)
        dasar = getattr(isi, "dasar", getattr(record, "dasar", ()))
        return Row(
            id=anchor(section, name),
            judul=filled(record.pertanyaan, self.scope)
            if section == "tafsir"
            else title(self.desk.rules, record) or name,
            isi=self._gist(section, record, isi),
            sejak=span.sejak if span else None,
            ketentuan=places_by_source(self.scope, self.scope.citations(dasar)),
        )

    def _span(self, asked: Callable[[Scope], Any]) -> Span[Any] | None:
        """The span of time around the day."""
        spans = self.desk.days[self.daerah.id].spans(asked)
        return next((one for one in reversed(spans) if one.sejak <= self.hari), None)

    def _gist(self, section: str, record: Any, isi: Any) -> str:
        if section == "parameter":
            return amount(isi.nilai, record.satuan)
        if section == "daftar":
            return f"{len(isi.nilai)} butir"
        if section == "ketentuan":
            return (record.teks or record.isi or "").split("\n")[0]
        if section == "tafsir":
            return filled(record.dipakai, self.scope)
        return next(iter(prose.SECTIONS[section](self.desk.rules, self.desk.schemas, record)), "")

    def article(self, rule: Rule) -> Markup:
        """What the overview says of a rule, for this region."""
        return article_of(self.desk, rule)

    def reason(self, tafsir: str) -> str:
        """Why a reading is the one used."""
        return filled(self.desk.rules.tafsir[tafsir].alasan, self.scope)

    @property
    def calendar(self) -> Markup:
        """What begins, ends and is wanting here."""
        return joined(*calendar(self.desk))

    @property
    def gaps(self) -> int:
        """How many gaps there are here."""
        return len(gaps(self.desk.rules, self.daerah))


def title_of(rule: Rule) -> str:
    """The title of the part that a rule is of."""
    return next(SECTIONS[name][0] for name, sections in PARTS.items() if rule[0] in sections)


def _asked(section: str, name: str, record: Any) -> Callable[[Scope], Any]:
    """What a scope is asked about a rule: its value there, else whether a law it rests on holds."""
    if section == "parameter":
        return lambda scope: scope.parameter(name, scope.data_per)
    if section == "daftar":
        return lambda scope: None if scope.tanpa_instrumen else scope.daftar(name, scope.data_per)
    if section == "putusan":
        return lambda scope: scope.versi(name, scope.data_per)
    if section == "daerah":
        return lambda scope: True if scope.daerah.id == name else None
    if section == "sumber_hukum":
        return lambda scope: True if name in scope.rulebook.diterapkan(scope.daerah) else None
    dasar = getattr(record, "dasar", ())
    return lambda scope: True if not dasar or scope.citations(dasar) else None
