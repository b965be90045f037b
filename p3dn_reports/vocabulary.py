"""The regulations' own words as types: codes, periods, and the arithmetic that must be exact.

Rupiah and percent values are `Decimal` (a cell's value) or `Fraction` (a computed ratio); never float.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NewType, Self

KodeSatker = NewType("KodeSatker", str)
"""A unit's code: SIPD organisation code (`1.03.2.15.1.04.03.0000`), a Biro's suffixed code, or a short code."""

KodeRekening = NewType("KodeRekening", str)
"""An account code in the current width 1.1.2.2.2.4 (`5.1.05.01.02.0001`) or a prefix of it, segment by segment."""

POLA_KODE_REKENING = re.compile(r"[45]\.[1-9]\.\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?|[45]\.[1-9]|[45]")
"""Canonical account codes (Kepmendagri 900.1.15.5-1317/2023 widths), whole string."""

POLA_KODE_SIPD = re.compile(r"\d\.\d{2}\.\d\.\d{2}\.\d\.\d{2}\.\d{2}\.\d{4}")
"""SIPD organisation codes, eight groups; the last group 0000 is a perangkat daerah, any other a unit below it."""


JENIS_NASKAH = {
    "naskah_unit": "Surat dan nota untuk satu unit",
    "nota_biro": "Nota Biro tentang unit yang dikoordinasikannya",
    "laporan_daerah": "Laporan, nota, dan keputusan untuk seluruh daerah",
    "lembar_internal": "Lembar kerja internal",
    "naskah_tabel": "Naskah setiap baris tabel",
    "naskah_putusan": "Naskah setiap putusan",
    "naskah_peringkat": "Naskah unit yang mempunyai baris terbesar",
    "naskah_penerima": "Naskah setiap penerima penghargaan",
    "naskah_jadwal": "Naskah setiap kegiatan pada jadwal",
    "naskah_daftar": "Naskah setiap butir daftar",
}
"""The kinds of documents: those of one kind see the same fields."""

BAWAH, LEBIH = "bawah", "lebih"
"""The sides of a figure that must be explained: below what asks for no explanation, or above it."""


def is_turunan(kode: str, induk: str) -> bool:
    """Whether account `kode` is `induk` or lies below it, segment by segment (5.2.020 is not below 5.2.02)."""
    return kode == induk or kode.startswith(induk + ".")


def kode_perangkat_daerah(kode: str) -> str | None:
    """The perangkat daerah a SIPD code lies under: its last group replaced by 0000. None for any other code."""
    return kode[:-4] + "0000" if POLA_KODE_SIPD.fullmatch(kode) else None


@dataclass(frozen=True, slots=True, order=True)
class Periode:
    """A budget year, or one quarter of it. `str()` is the folder's name: `2024-TW4`, or `2024` for an award year."""

    tahun: int
    triwulan: int | None = None

    def __str__(self) -> str:
        return f"{self.tahun}-TW{self.triwulan}" if self.triwulan else str(self.tahun)

    @classmethod
    def of(cls, text: str) -> Self:
        """The period that `str()` writes so. Raises ValueError for anything else."""
        tahun, _, triwulan = text.partition("-TW")
        return cls(int(tahun), int(triwulan) if triwulan else None)

    @classmethod
    def quarter_of(cls, day: date) -> Self:
        """The quarter that a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def awal(self) -> date:
        """1 January of the budget year: figures are cumulative within it."""
        return date(self.tahun, 1, 1)

    @property
    def mulai(self) -> date:
        """The first day of the quarter, or of the year."""
        return date(self.tahun, 3 * (self.triwulan or 1) - 2, 1)

    @property
    def akhir(self) -> date:
        """The last day of the quarter, or of the year."""
        bulan = 3 * (self.triwulan or 4)
        return date(self.tahun, bulan, {3: 31, 6: 30, 9: 30, 12: 31}[bulan])
