"""The largest rows of each unit: what is ranked, how many, and where the watching of them stands."""

from __future__ import annotations

from dataclasses import dataclass

from p3dn_reports.rules.law import Citation
from p3dn_reports.rules.marks import (
    KeJumlah,
    KeSyarat,
    KeTabel,
    KeTafsir,
    KolomApaPun,
    KolomKunci,
    KolomRupiah,
    KolomTeks,
)


@dataclass(frozen=True, slots=True)
class Pemantauan:
    """Where the watching of a ranked row is written down: the unit's row of `tabel` with the same `kunci`.

    `kolom` are its columns to show. A blank one, or a row that is wanting, has not been filled in yet. `keterangan` is
    the column of remarks; one must stand there where a column holds one of the words `dijelaskan`.
    """

    tabel: KeTabel
    kunci: KolomKunci
    kolom: tuple[KolomApaPun, ...]
    keterangan: KolomTeks | None = None
    dijelaskan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Peringkat:
    """The rows of a unit that meet `memenuhi`, from the largest `menurut` (a rupiah column) down.

    `banyak` names the parameter that says how many; all that tie with the last are listed. `tampilkan` are the columns
    that tell a row.
    """

    id: str
    judul: str
    tabel: KeTabel
    memenuhi: tuple[KeSyarat, ...]
    menurut: KolomRupiah
    banyak: KeJumlah
    tampilkan: tuple[KolomApaPun, ...]
    pemantauan: Pemantauan | None = None
    tafsir: KeTafsir | None = None
    dasar: tuple[Citation, ...] = ()
