"""Formulas and conditions over the columns of one object: a few closed words, and the names they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from p3dn_reports.rules.comparing import Banding
from p3dn_reports.rules.marks import KeDaftar, KolomRumus
from p3dn_reports.rules.words import Kata


class Jenis(StrEnum):
    """What a name in a formula leads to; HARI is one of the days of `HARI_BERNAMA`."""

    KOLOM = "kolom"
    PARAMETER = "parameter"
    HITUNGAN = "hitungan"
    PILIHAN = "pilihan"
    HARI = "hari"


TANGGAL_KEJADIAN = "tanggal_kejadian"
HARI_BERNAMA = ("data_per", "awal_tahun", TANGGAL_KEJADIAN)
"""Days a formula may name; `tanggal_kejadian` is the object's own, or that of the object asking."""


@dataclass(frozen=True, slots=True)
class Tetapan:
    """A number or a day written in the formula itself."""

    nilai: Decimal | date

    def __str__(self) -> str:
        return str(self.nilai)


@dataclass(frozen=True, slots=True)
class Nama:
    """A column, parameter, figure, open reading or day, by its name."""

    jenis: Jenis
    id: str

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Urutan:
    """The place of a row, from 1, among the rows that agree in `per`, by the date in `menurut`, then as in the file.

    `mulai_lagi`: it begins again with every calendar year. `sebagai_satu`: rows of one day that agree in this value
    share a place. `di_dalam`: the place is that among the rows of one day that agree in it. Rows that do not meet
    `bila` are not counted and have no place.
    """

    per: tuple[KolomRumus, ...]
    menurut: KolomRumus
    mulai_lagi: bool = False
    sebagai_satu: Nama | None = None
    di_dalam: Nama | None = None
    bila: tuple[Kondisi, ...] = ()

    @property
    def perbuatan(self) -> Nama | None:
        """What tells apart the acts of one day; None where every row is one."""
        return self.sebagai_satu or self.di_dalam

    def __str__(self) -> str:
        again = ", mulai lagi setiap tahun" if self.mulai_lagi else ""
        act = f", {'di dalam' if self.di_dalam else 'sebagai satu'} {self.perbuatan}" if self.perbuatan else ""
        return f"urutan per {', '.join(self.per)} menurut {self.menurut}{again}{act}{_bila(self.bila)}"


@dataclass(frozen=True, slots=True)
class Operasi:
    """A word with its parts; `bila` keeps rows out of a word that runs over a group."""

    kata: Kata
    isi: tuple[Rumus, ...]
    bila: tuple[Kondisi, ...] = ()

    def __str__(self) -> str:
        return f"{self.kata}({', '.join(map(str, self.isi))}{_bila(self.bila)})"


Rumus = Tetapan | Nama | Urutan | Operasi


@dataclass(frozen=True, slots=True)
class Kondisi:
    """One condition: `nilai` compared with `pembanding`, with the words `isi` (or those of `daftar`), or filled."""

    nilai: Rumus
    banding: Banding
    pembanding: Rumus | None = None
    isi: tuple[str, ...] = ()
    daftar: KeDaftar | None = None
    ya: bool = True

    def __str__(self) -> str:
        operand = self.pembanding or self.daftar or ", ".join(self.isi) or ("ya" if self.ya else "tidak")
        return f"{self.nilai} {self.berbunyi} {operand}"

    @property
    def berbunyi(self) -> str:
        """The comparison in a sentence; one of a single word is that word."""
        return "adalah" if self.banding is Banding.SALAH_SATU and len(self.isi) == 1 else self.banding.berbunyi


def _bila(bila: tuple[Kondisi, ...]) -> str:
    return f" bila {' dan '.join(map(str, bila))}" if bila else ""


def names_in(rumus: Rumus) -> tuple[Nama, ...]:
    """Every name in a formula, those of its conditions included, in order."""
    if isinstance(rumus, Nama):
        return (rumus,)
    if isinstance(rumus, Urutan):
        own = tuple(Nama(Jenis.KOLOM, kolom) for kolom in (*rumus.per, rumus.menurut))
        return (*own, *((rumus.perbuatan,) if rumus.perbuatan else ()), *names_of(rumus.bila))
    if isinstance(rumus, Operasi):
        return (*(name for part in rumus.isi for name in names_in(part)), *names_of(rumus.bila))
    return ()


def names_of(bila: tuple[Kondisi, ...]) -> tuple[Nama, ...]:
    """Every name in some conditions, in order."""
    sides = (side for one in bila for side in (one.nilai, one.pembanding) if side is not None)
    return tuple(name for side in sides for name in names_in(side))
