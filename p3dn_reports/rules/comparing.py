"""The comparisons of a term on a row (`OPS`) and of a condition on an object (`BANDINGS`), one row each.

What is written after the word, what it may be asked of, what a blank does and how it reads all follow from here; a new
comparison of rows has its SQL in `evaluation.compile` beside.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from p3dn_reports.tables.schema import Kind

_CODES = (Kind.KODE, Kind.KODE_REKENING)
_TEXTS = (Kind.TEKS, *_CODES)
_DAYS = (Kind.TANGGAL,)


class Op(StrEnum):
    """The comparisons a term may make. Text is compared without regard to capitals and outer blanks."""

    TURUNAN_DARI = "turunan_dari"
    SALAH_SATU = "salah_satu"
    BUKAN = "bukan"
    TERISI = "terisi"
    PALING_LAMBAT = "paling_lambat"
    PALING_AWAL = "paling_awal"
    SETELAH = "setelah"
    SEBELUM = "sebelum"
    MEMUAT = "memuat"
    TIDAK_MEMUAT = "tidak_memuat"
    ADA_PADA = "ada_pada"
    TIDAK_ADA_PADA = "tidak_ada_pada"
    KECUALI = "kecuali"


class Comparing(NamedTuple):
    """One comparison. `operand` is the field of a term that holds what is compared with; `kata`: a list or words.

    `kinds` are the kinds of column it may be asked of (none: any), `menolak`: a blank column meets it.
    """

    operand: str
    kinds: tuple[Kind, ...]
    reads: str
    menolak: bool = False


OPS: Mapping[Op, Comparing] = {
    Op.TURUNAN_DARI: Comparing("daftar", _CODES, "termasuk"),
    Op.SALAH_SATU: Comparing("kata", _TEXTS, "salah satu dari"),
    Op.BUKAN: Comparing("kata", (*_TEXTS, Kind.RUPIAH), "bukan", menolak=True),
    Op.TERISI: Comparing("ya", (), "terisi"),
    Op.PALING_LAMBAT: Comparing("tanggal", _DAYS, "paling lambat"),
    Op.PALING_AWAL: Comparing("tanggal", _DAYS, "paling awal"),
    Op.SETELAH: Comparing("tanggal", _DAYS, "setelah"),
    Op.SEBELUM: Comparing("tanggal", _DAYS, "sebelum"),
    Op.MEMUAT: Comparing("kata", _TEXTS, "memuat salah satu dari"),
    Op.TIDAK_MEMUAT: Comparing("kata", _TEXTS, "tidak memuat", menolak=True),
    Op.ADA_PADA: Comparing("pada", _TEXTS, "ada pada"),
    Op.TIDAK_ADA_PADA: Comparing("pada", _TEXTS, "tidak ada pada", menolak=True),
    Op.KECUALI: Comparing("syarat", (), "bukan"),
}


class Banding(StrEnum):
    """The comparisons of a condition. What is blank can only be asked whether it is filled."""

    SAMA_DENGAN = "sama_dengan"
    KURANG_DARI = "kurang_dari"
    PALING_BANYAK = "paling_banyak"
    LEBIH_DARI = "lebih_dari"
    PALING_SEDIKIT = "paling_sedikit"
    SEBELUM = "sebelum"
    PALING_LAMBAT = "paling_lambat"
    SETELAH = "setelah"
    PALING_AWAL = "paling_awal"
    SALAH_SATU = "salah_satu"
    BUKAN = "bukan"
    TERISI = "terisi"

    @property
    def berbunyi(self) -> str:
        """The comparison in a sentence."""
        return self.replace("_", " ")


class Holding(NamedTuple):
    """One comparison of a condition. `operand` is the field that holds what is compared with; `kata`: a list or words.

    `sides` are the signs of left less right on which it holds; `atas` is what it may be asked of where not of both
    numbers and days.
    """

    operand: str
    sides: frozenset[int] = frozenset()
    atas: str = ""


BANDINGS: Mapping[Banding, Holding] = {
    Banding.SAMA_DENGAN: Holding("pembanding", frozenset({0})),
    Banding.KURANG_DARI: Holding("pembanding", frozenset({-1}), "angka"),
    Banding.PALING_BANYAK: Holding("pembanding", frozenset({-1, 0}), "angka"),
    Banding.LEBIH_DARI: Holding("pembanding", frozenset({1}), "angka"),
    Banding.PALING_SEDIKIT: Holding("pembanding", frozenset({0, 1}), "angka"),
    Banding.SEBELUM: Holding("pembanding", frozenset({-1}), "tanggal"),
    Banding.PALING_LAMBAT: Holding("pembanding", frozenset({-1, 0}), "tanggal"),
    Banding.SETELAH: Holding("pembanding", frozenset({1}), "tanggal"),
    Banding.PALING_AWAL: Holding("pembanding", frozenset({0, 1}), "tanggal"),
    Banding.SALAH_SATU: Holding("kata"),
    Banding.BUKAN: Holding("kata"),
    Banding.TERISI: Holding("ya"),
}
