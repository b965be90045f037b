"""Figures and verdicts of things that are not units: a violation, a certificate, a delivery, a company.

An object is one row of a table, or (`untuk_setiap`) the rows that agree in some columns. A figure is a formula of a few
closed words over its columns, parameters and other figures; a verdict is a table of choices, the first that holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from p3dn_reports.rules.formulas import Kondisi, Rumus
from p3dn_reports.rules.law import Citation, Dated
from p3dn_reports.rules.marks import KeHitungan, KeSyarat, KeTabel, KeTafsir, KolomApaPun, KolomTanggal


@dataclass(frozen=True, slots=True)
class Hitungan:
    """A figure of each object of a table. `satuan`: persen (0-100), rupiah, jumlah, tanggal or teks.

    `tanggal` names the column with the object's own date, which chooses parameters dated by `tanggal_kejadian`.
    `memenuhi` keeps out the rows that do not meet these syarat. `dicocokkan` names the columns of who asks that are
    held against `untuk_setiap`, where they are called otherwise. `bulatkan`: `rupiah_ke_bawah` or nothing.
    """

    id: str
    judul: str
    tabel: KeTabel
    satuan: str
    nilai: Rumus
    untuk_setiap: tuple[KolomApaPun, ...] = ()
    tanggal: KolomTanggal | None = None
    memenuhi: tuple[KeSyarat, ...] = ()
    dicocokkan: tuple[str, ...] = ()
    bulatkan: str | None = None
    dasar: tuple[Citation, ...] = ()
    tafsir: tuple[KeTafsir, ...] = ()

    @property
    def kunci_penanya(self) -> tuple[str, ...]:
        """The columns of who asks that lead to an object of this figure."""
        return self.dicocokkan or self.untuk_setiap


@dataclass(frozen=True, slots=True)
class PilihanPutusan:
    """One row of a verdict: it holds where all of `bila` do; the last row of a table has none.

    `tindakan` is what follows in words, `nilai` the figure that goes with it. `boleh_belum_diketahui`: where it cannot
    be told whether the row holds, the next one is asked, and what is wanting is said beside the verdict. `disertai`
    names figures printed beside this row alone. `tanpa_sanksi`: nothing follows that could be imposed.
    """

    id: str
    tampil: str
    bila: tuple[Kondisi, ...]
    tindakan: tuple[str, ...] = ()
    nilai: KeHitungan | None = None
    disertai: tuple[KeHitungan, ...] = ()
    boleh_belum_diketahui: bool = False
    tanpa_sanksi: bool = False
    dasar: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Prasyarat:
    """Columns that must be filled before a verdict can be imposed, where `bila` holds."""

    bila: tuple[Kondisi, ...]
    terisi: tuple[KolomApaPun, ...]
    dasar: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Putusan:
    """A verdict on each object of a table, by the version in force on the object's date.

    `hanya_bila` keeps objects out, `prasyarat` lets the verdict stand but not be imposed, `disertai` names figures
    printed beside it. `sanksi`: it goes among the sanctions.
    """

    id: str
    judul: str
    tabel: KeTabel
    versi: tuple[Dated[tuple[PilihanPutusan, ...]], ...]
    untuk_setiap: tuple[KolomApaPun, ...] = ()
    tanggal: KolomTanggal | None = None
    hanya_bila: tuple[Kondisi, ...] = ()
    prasyarat: tuple[Prasyarat, ...] = ()
    disertai: tuple[KeHitungan, ...] = ()
    sanksi: bool = False
    tafsir: tuple[KeTafsir, ...] = ()


def conditions_of(putusan: Putusan) -> tuple[Kondisi, ...]:
    """Every condition of a verdict, whatever its version."""
    rows = (row for dated in putusan.versi for row in dated.nilai)
    before = (*putusan.hanya_bila, *(one for needed in putusan.prasyarat for one in needed.bila))
    return (*before, *(one for row in rows for one in row.bila))
