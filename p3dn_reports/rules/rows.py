"""From rows to sums: conditions on a row, derived columns, sums and counts, breakdowns, remarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from p3dn_reports.rules.comparing import Op
from p3dn_reports.rules.law import Citation
from p3dn_reports.rules.marks import (
    KeDaftar,
    KeSyarat,
    KeTabel,
    KeTafsir,
    KolomApaPun,
    KolomBulat,
    KolomRupiah,
    KolomSama,
    KolomTeks,
)


@dataclass(frozen=True, slots=True)
class DerivedColumn:
    """`kolom` = the first of `kurangi` less the others, where a blank of the others counts as nothing (rupiah)."""

    tabel: KeTabel
    kolom: str
    kurangi: tuple[KolomRupiah, ...]
    judul: str
    dasar: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class KolomTabel:
    """A column of another table (or of the same), written `tabel.kolom`: of all its rows, or of those that meet `yang`.

    `sama` names a column of both tables that must agree as well; a row of the other table that leaves it blank agrees
    with every one.
    """

    tabel: KeTabel
    kolom: KolomTeks
    yang: tuple[KeSyarat, ...] = ()
    sama: KolomSama | None = None

    def __str__(self) -> str:
        return f"{self.tabel}.{self.kolom}"


@dataclass(frozen=True, slots=True)
class Term:
    """One condition on one column of a row.

    `daftar` names a list (TURUNAN_DARI, SALAH_SATU, BUKAN, MEMUAT, TIDAK_MEMUAT) or `isi` holds the words; `tanggal` is
    a date's name (`data_per`, `awal_tahun`); `ya` is the wish of TERISI. MEMUAT asks each of the words that `;` divides
    in the column. ADA_PADA asks whether the column's value stands in the column `pada` of another table, whoever's row
    it is. A blank column meets BUKAN, TIDAK_MEMUAT, TIDAK_ADA_PADA and TERISI: tidak, nothing else.
    `tahun` names a column of whole years that are added to the day before it is compared. KECUALI is on no column: it
    refuses the rows that meet all of the conditions `syarat`.
    """

    kolom: KolomApaPun
    op: Op
    daftar: KeDaftar | None = None
    isi: tuple[str, ...] = ()
    tanggal: str | None = None
    ya: bool = True
    pada: KolomTabel | None = None
    syarat: tuple[KeSyarat, ...] = ()
    tahun: KolomBulat | None = None


@dataclass(frozen=True, slots=True)
class Syarat:
    """A named condition on the rows of a table: all terms must hold."""

    id: str
    judul: str
    tabel: KeTabel
    semua: tuple[Term, ...]
    dasar: tuple[Citation, ...] = ()
    tafsir: tuple[KeTafsir, ...] = ()


@dataclass(frozen=True, slots=True)
class Ukuran:
    """A sum (`jumlah`: a rupiah column) or a count (`jumlah` None) of the rows that meet all `memenuhi`, per unit."""

    id: str
    judul: str
    tabel: KeTabel
    jumlah: KolomRupiah | None
    memenuhi: tuple[KeSyarat, ...]
    dasar: tuple[Citation, ...] = ()
    tafsir: tuple[KeTafsir, ...] = ()

    @property
    def satuan(self) -> str:
        """`rupiah`, or `jumlah` of rows counted."""
        return "jumlah" if self.jumlah is None else "rupiah"


@dataclass(frozen=True, slots=True)
class Bagian:
    """The rows of a line that meet `memenuhi` too; only rows that meet `diketahui` can be told apart by it."""

    memenuhi: tuple[KeSyarat, ...]
    diketahui: tuple[KeSyarat, ...] = ()


@dataclass(frozen=True, slots=True)
class Rincian:
    """Sums of several columns of the rows that meet `memenuhi`, one line per value of `menurut`.

    With `daftar` the lines are the list's items, in its order, all of them; else the column's own values, sorted.
    `bagian` counts parts of each line.
    """

    id: str
    judul: str
    tabel: KeTabel
    memenuhi: tuple[KeSyarat, ...]
    menurut: KolomTeks
    daftar: KeDaftar | None
    jumlah: tuple[KolomRupiah, ...]
    bagian: Mapping[str, Bagian] = field(default_factory=dict)
    tafsir: tuple[KeTafsir, ...] = ()


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """A remark per unit on rows that meet `memenuhi`: how many, and the sum of `jumlah` (rupiah) if given.

    `pesan` and `saran` may use {banyak}, {jumlah} and {nama_satker}. With `dasar` it is made where that law applies.
    """

    id: str
    tabel: KeTabel
    memenuhi: tuple[KeSyarat, ...]
    jumlah: KolomRupiah | None
    tingkat: str
    pesan: str
    saran: str
    tafsir: KeTafsir | None = None
    dasar: tuple[Citation, ...] = ()
