"""Problems are values: what is wrong, where, what was found, what was expected and what to do.

Every room of the engine reports faults in other people's files as `Problem`s and never as exceptions, so that all of
them reach the person at once. Texts live in `messages`; a problem is made by `problem()` from its code there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from p3dn_reports.messages import MESSAGES


class Severity(StrEnum):
    """How much a problem weighs. `GALAT` withholds what it touches, `PERINGATAN` is shown, `CATATAN` is on record."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    CATATAN = "catatan"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a problem stands, as a person finds it: file, sheet, cell ("D14" or "D14:D20"), row as Excel counts it.

    `kolom` is the header (or, in the rulebook, the dotted path of keys), `huruf` the place on the line of a text file,
    counted from 1. Where `sel` is told in fewer words ("A2, A9 dan 20 sel lain"), `semua_sel` names every cell.
    Everything unknown is None.
    """

    berkas: str | None = None
    lembar: str | None = None
    sel: str | None = None
    baris: int | None = None
    kolom: str | None = None
    huruf: int | None = field(default=None, compare=False)
    semua_sel: str | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        """`realisasi.xlsx, Sheet1!D14`, else with the row: `bayar.csv, baris 14, kolom nilai`."""
        row = f"baris {self.baris}" if self.baris is not None and not self.sel else None
        cell = f"{self.lembar}!{self.sel}" if self.lembar and self.sel else self.lembar or self.sel
        column = f"kolom {self.kolom}" if self.kolom else None
        return ", ".join(part for part in (self.berkas, cell, row, column) if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault or remark.

    `unit` holds the codes of the units it touches. `semua_unit` is true where no unit can be named and whatever rests
    on `tabel` cannot be trusted (a missing sheet); a problem with neither touches no figure. `lepas` is true where
    nothing is wrong but that nobody knows whose rows these are: `unit` then holds whose they may well be.
    """

    kode: str
    tingkat: Severity
    pesan: str
    saran: str
    lokasi: Location = field(default_factory=Location)
    nilai: str | None = None
    diharapkan: str | None = None
    tabel: str | None = None
    unit: tuple[str, ...] = ()
    semua_unit: bool = False
    lepas: bool = False

    def at(self, lokasi: Location) -> Problem:
        """The same problem at another place."""
        return replace(self, lokasi=lokasi)

    @property
    def kunci(self) -> str:
        """What stays the same for the same finding when files are handed in again: code, table, column, units, value.

        Rows move in a corrected file, and its name may change: cells, and where the table is known the file, are no
        part of it. Where two findings of one answer agree in it, `as_records` tells them apart.
        """
        of = self.tabel or self.lokasi.berkas
        return sha256(repr((self.kode, of, self.lokasi.kolom, self.unit, self.nilai)).encode()).hexdigest()[:12]

    def as_json(self) -> dict[str, Any]:
        """The form of `hasil.json` and `masalah.json`: flat, every value text or a number."""
        return {
            "kunci": self.kunci,
            "kode": self.kode,
            "tingkat": str(self.tingkat),
            "berkas": self.lokasi.berkas,
            "lembar": self.lokasi.lembar,
            "sel": self.lokasi.sel,
            "baris": self.lokasi.baris,
            "kolom": self.lokasi.kolom,
            "nilai": self.nilai,
            "diharapkan": self.diharapkan,
            "tabel": self.tabel,
            "unit": list(self.unit),
            "semua_unit": self.semua_unit,
            "pesan": self.pesan,
            "saran": self.saran,
        }


def problem(
    kode: str,
    lokasi: Location | None = None,
    *,
    nilai: str | None = None,
    diharapkan: str | None = None,
    tabel: str | None = None,
    unit: Iterable[str] = (),
    semua_unit: bool = False,
    lepas: bool = False,
    **isi: object,
) -> Problem:
    """Make the problem `kode` from its texts in `messages`, filled with `isi`.

    `nilai` and `diharapkan` may be used by the texts too, as `{nilai}` and `{diharapkan}`. Raises KeyError for a code
    or a placeholder that does not exist: that is a bug of ours, and a test tries every code.
    """
    message = MESSAGES[kode]
    slots = {**isi, "nilai": nilai, "diharapkan": diharapkan, "tabel": tabel}
    return Problem(
        kode=kode,
        tingkat=Severity(message.tingkat),
        pesan=message.pesan.format_map(slots),
        saran=message.saran.format_map(slots),
        lokasi=lokasi or Location(),
        nilai=nilai,
        diharapkan=diharapkan,
        tabel=tabel,
        unit=tuple(unit),
        semua_unit=semua_unit,
        lepas=lepas,
    )


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is a `galat`."""
    return any(found.tingkat is Severity.GALAT for found in problems)


def as_records(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """The problems as plain records; of those with one key the second ends in `-2`."""
    records, met = [], Counter[str]()
    for record in (found.as_json() for found in problems):
        kunci = record["kunci"]
        met[kunci] += 1
        records.append({**record, "kunci": f"{kunci}-{met[kunci]}" if met[kunci] > 1 else kunci})
    return records
