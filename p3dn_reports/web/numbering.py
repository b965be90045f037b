"""The numbers of an edition's documents as one table: what stands, what is locked and why, what a form changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from p3dn_reports.desk.numbering import Numbered
from p3dn_reports.desk.places import ISIAN
from p3dn_reports.desk.recognising import DAERAH, Naskah, naskah_of
from p3dn_reports.desk.sending import standing
from p3dn_reports.errors import UsageError
from p3dn_reports.formatting import tanggal
from p3dn_reports.inputs.values.dates import read_date
from p3dn_reports.web.shelf import Record, View

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


def rows(view: View, given: Sequence[Row], typed: Form) -> list[tuple[str, list[Numbering]]]:
    """The documents that were made, by title; `typed` is what a form that was refused held."""
    groups: dict[str, list[Numbering]] = {}
    for record, one in _each(view, given):
        shown = typed.get(f"nomor {one.nama}", one.nomor), typed.get(f"tanggal {one.nama}", one.tanggal)
        groups.setdefault(record["judul"], []).append(Numbering(one.naskah, one.untuk, *shown, one.kunci))
    return list(groups.items())


def changed(view: View, given: Sequence[Row], form: Form) -> list[Numbered]:
    """What a form says otherwise than what stands. Raises UsageError for what is no date."""
    found = []
    for record, one in _each(view, given):
        number, day = (form.get(f"{name} {one.nama}", was).strip() for name, was in _shown(one))
        if not one.kunci and (number, day) != (one.nomor, one.tanggal):
            found.append(Numbered(one.naskah, record, {"nomor": number or None, "tanggal": _day(day)}))
    return found


def _each(view: View, given: Sequence[Row]) -> Iterator[tuple[Record, Numbering]]:
    by = {(row["dokumen"], row["kunci"] or row["kode_satker"] or DAERAH): row for row in given}
    out = standing(view.log)
    for record in view.edition.hasil["dokumen"] if view.edition else ():
        naskah = naskah_of(record)
        row = by.get(naskah, {})
        lock = "terkirim" if naskah in out else _elsewhere(row)
        if record["status"] != "ditahan" and not _is_internal(view, record):
            untuk = record["subjek"]["sebutan"] or "Seluruh daerah"
            day = row.get("tanggal")
            shown = tanggal(day) if isinstance(day, date) else ""
            yield record, Numbering(naskah, untuk, row.get("nomor") or "", shown, lock)


def _is_internal(view: View, record: Record) -> bool:
    """Whether it is a worksheet of the office's own, which nobody numbers."""
    rules = view.titles.rules
    return rules is not None and record["id"] in rules.dokumen and rules.dokumen[record["id"]].internal


def _elsewhere(row: Row) -> str:
    """The sender's file that says so; nothing where the desk does, or nobody."""
    return f"dari {row['_berkas']} baris {row['_baris']}" if row and row["_berkas"] != ISIAN else ""


def _shown(one: Numbering) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("nomor", one.nomor), ("tanggal", one.tanggal)


def _day(text: str) -> date | None:
    if not text:
        return None
    read = read_date(text)
    if read.wrong or read.value is None:
        raise UsageError(f"{text} bukan tanggal; tulis misalnya {read.usul}.")
    return read.value
