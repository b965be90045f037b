"""The numbers of an edition's documents as one table: what stands, what is locked and why, what a form changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from p3dn_reports.desk.numbering import Numbered
from p3dn_reports.desk.places import ISIAN
from p3dn_reports.desk.recognising import Naskah, naskah_of, naskah_of_row
from p3dn_reports.desk.sending import standing
from p3dn_reports.formatting import tanggal
from p3dn_reports.web.shelf import Record, View
from p3dn_reports.web.typed import day

Form = Mapping[str, str]
Row = Mapping[str, Any]
"""A row of table `naskah`."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """One document with its number and date as shown; `kunci` says why they are not to be changed here."""

    naskah: Naskah
    untuk: str
    nomor: str
    tanggal: str
    kunci: str

    @property
    def nama(self) -> str:
        """By which the form names it."""
        return "/".join(self.naskah)

    def as_typed(self, form: Form) -> Numbering:
        """The same with what a form says of it."""
        number, written = form.get(f"nomor {self.nama}", self.nomor), form.get(f"tanggal {self.nama}", self.tanggal)
        return replace(self, nomor=number.strip(), tanggal=written.strip())


def rows(view: View, given: Sequence[Row], typed: Form) -> list[tuple[str, list[Numbering]]]:
    """The documents that were made, by title; `typed` is what a form that was refused held."""
    groups: dict[str, list[Numbering]] = {}
    for record, one in _each(view, given):
        groups.setdefault(record["judul"], []).append(one.as_typed(typed))
    return list(groups.items())


def changed(view: View, given: Sequence[Row], form: Form) -> list[Numbered]:
    """What a form says otherwise than what stands. Raises UsageError for what is no date."""
    found = []
    for record, one in _each(view, given):
        said = one.as_typed(form)
        if not one.kunci and said != one:
            found.append(Numbered(one.naskah, record, {"nomor": said.nomor or None, "tanggal": day(said.tanggal)}))
    return found


def _each(view: View, given: Sequence[Row]) -> Iterator[tuple[Record, Numbering]]:
    by = {naskah_of_row(row): row for row in given}
    out = standing(view.log)
    for record in view.edition.hasil["dokumen"] if view.edition else ():
        naskah = naskah_of(record)
        row = by.get(naskah, {})
        lock = "terkirim" if naskah in out else _elsewhere(row)
        if record["status"] != "ditahan" and not _is_internal(view, record):
            untuk = record["subjek"]["sebutan"] or "Seluruh daerah"
            since = row.get("tanggal")
            shown = tanggal(since) if isinstance(since, date) else ""
            yield record, Numbering(naskah, untuk, row.get("nomor") or "", shown, lock)


def _is_internal(view: View, record: Record) -> bool:
    """Whether it is a worksheet of the office's own, which nobody numbers."""
    rules = view.titles.rules
    return rules is not None and record["id"] in rules.dokumen and rules.dokumen[record["id"]].internal


def _elsewhere(row: Row) -> str:
    """The sender's file that says so; nothing where the desk does, or nobody."""
    return f"dari {row['_berkas']} baris {row['_baris']}" if row and row["_berkas"] != ISIAN else ""
