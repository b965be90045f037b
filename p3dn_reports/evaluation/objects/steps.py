"""One step of a calculation, and all steps below it: the calculation is its own explanation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from p3dn_reports.evaluation.shapes import Shape
from p3dn_reports.formatting import angka, nilai_bersatuan, persen, rupiah, tanggal
from p3dn_reports.problems import Location
from p3dn_reports.rules import Citation
from p3dn_reports.rules.words import Isi

BELUM = "belum dapat dihitung"


@dataclass(frozen=True, slots=True)
class Sel:
    """The cell a value stands in: file, sheet, cell where it is known, row as Excel counts it."""

    berkas: str | None
    lembar: str | None
    baris: int | None
    sel: str | None

    def __str__(self) -> str:
        return str(Location(self.berkas, self.lembar, self.sel, None if self.sel else self.baris))


@dataclass(frozen=True, slots=True)
class Baris:
    """One input row behind a sum: where its amount stands, and the words of the first term that refused it, if one did.

    The cell of a difference is that of its first part. `kolom` is the header of the column added up.
    """

    tempat: Sel
    kolom: str
    nilai: Decimal | None
    penolak: str | None = None
    SHAPE: ClassVar[Shape] = Shape(inline=("tempat",))


@dataclass(frozen=True, slots=True)
class VonisSyarat:
    """One term's verdict over the unit's rows of the table.

    `memenuhi` and `tidak` count the rows that meet it and that do not, whatever the other terms say. `ditolak` and
    `nilai_ditolak` (rupiah) are the rows this term refused first, so that over all terms they add up.
    """

    kalimat: str
    memenuhi: int
    tidak: int
    ditolak: int
    nilai_ditolak: Decimal


@dataclass(frozen=True, slots=True)
class Bukti:
    """The rows behind a sum: of `baris_unit` rows of a table `baris_dihitung` counted; `kolom` None: they are counted.

    `terbesar` and `ditolak_terbesar` are the largest rows that counted and that did not, at most as many as asked.
    """

    ukuran: str
    tabel: str
    judul_tabel: str
    kolom: str | None
    baris_unit: int
    baris_dihitung: int
    syarat: tuple[VonisSyarat, ...]
    terbesar: tuple[Baris, ...]
    ditolak_terbesar: tuple[Baris, ...]


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step: what it is, its value in `satuan` (persen 0-100), or why there is none, its clauses and its parts.

    `kosong`: nothing stands there (a blank cell, no row of that kind), which is the one lack that a formula may read
    as nought. `ambang` are the numbers it is held against, for printing a share on its true side. `tetapan`: a number
    of the law, printed as it is written there. `bukti` are the rows behind a sum. A step that is only the title of its
    parts has an empty text for a value.
    """

    uraian: str
    satuan: str
    nilai: Isi = None
    sebab: str | None = None
    kosong: bool = False
    sel: Sel | None = None
    dasar: tuple[Citation, ...] = ()
    bagian: tuple[Langkah, ...] = ()
    ambang: tuple[Fraction, ...] = ()
    tetapan: bool = False
    bukti: Bukti | None = None
    SHAPE: ClassVar[Shape] = Shape(
        also=("tampil",), without=("kosong", "sel", "bagian", "ambang", "tetapan", "bukti"), named={"uraian": "judul"}
    )

    @property
    def tampil(self) -> str:
        """The value as printed, or the words that there is none yet."""
        if self.tetapan and isinstance(self.nilai, Fraction):
            return nilai_bersatuan(self.nilai, self.satuan)
        return in_words(self.nilai, self.satuan, self.ambang)

    def beside(self, other: Langkah) -> Langkah:
        """The same step, printed on its own side of `other`."""
        return replace(self, ambang=(*self.ambang, other.nilai)) if isinstance(other.nilai, Fraction) else self


def in_words(nilai: Isi, satuan: str, ambang: tuple[Fraction, ...] = ()) -> str:
    """A value as people write it."""
    if nilai is None:
        return BELUM
    if isinstance(nilai, str):
        return nilai
    if isinstance(nilai, date):
        return tanggal(nilai)
    if satuan == "persen":
        return persen(nilai, ambang)
    return rupiah(nilai) if satuan == "rupiah" else angka(nilai)
