"""What an award came to: who took part, every nominee's score sheet, who receives. Plain frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from p3dn_reports.evaluation.shapes import Shape, rounded
from p3dn_reports.rules import Aspek, Citation, SubKriteria

Place = tuple[str | None, str | None, int | None]
"""File, sheet and row."""


@dataclass(frozen=True, slots=True)
class NilaiUnsur:
    """One score as it was handed in, at its row. `bukti` is the data that supports it."""

    nilai: Decimal
    bukti: str | None
    tempat: Place


@dataclass(frozen=True, slots=True)
class NilaiAspek:
    """One aspect of a nominee's score sheet: weight (percent), mean (0-100), the sub-criteria that count.

    A score that is wanting is None, and then so is `nilai`.
    """

    aspek: Aspek
    bobot: Decimal
    nilai: Fraction | None
    unsur: tuple[tuple[SubKriteria, NilaiUnsur | None], ...]

    @property
    def terbobot(self) -> Fraction | None:
        """The aspect's part of the final score."""
        return None if self.nilai is None else Fraction(self.bobot) * self.nilai / 100


@dataclass(frozen=True, slots=True)
class NilaiPeserta:
    """One nominee's scores (0-100): mean per aspect, weighted sum; None with `sebab` where scores are incomplete.

    `peringkat` is 1 for the highest; nominees with equal scores share it and `seri` is true. `penerima`: within the
    number of recipients and not tied across the line. `lembar` is the score sheet, aspect by aspect.
    """

    peserta: str
    nama: str
    aspek: Mapping[str, Fraction | None]
    nilai_akhir: Fraction | None
    sebab: str | None
    peringkat: int | None
    seri: bool
    penerima: bool
    alamat: str | None = None
    produk: str | None = None
    lembar: tuple[NilaiAspek, ...] = ()
    SHAPE: ClassVar[Shape] = Shape(without=("lembar",), forms=rounded("aspek", "nilai_akhir"))


@dataclass(frozen=True, slots=True)
class KategoriPenghargaan:
    """One category of an award: its nominees from the highest score. `sebab` says why it is left out, if it is.

    `sebutan` is what a sentence calls it (`produsen kategori industri kecil`); `kurang_calon`: left out for having too
    few nominees.
    """

    kategori: str
    judul: str
    sub_kategori: str | None
    peserta: tuple[NilaiPeserta, ...]
    sebab: str | None
    ada_seri: bool
    sebutan: str = ""
    kurang_calon: bool = False
    SHAPE: ClassVar[Shape] = Shape(also=("calon",))

    @property
    def calon(self) -> int:
        """How many nominees it has."""
        return len(self.peserta)

    @property
    def penerima(self) -> tuple[NilaiPeserta, ...]:
        """Who receives, from the highest score."""
        return tuple(one for one in self.peserta if one.penerima)

    @property
    def seri(self) -> tuple[NilaiPeserta, ...]:
        """Those of equal score of whom it is not decided who receives; they stand next after the recipients."""
        others = [one for one in self.peserta if not one.penerima] if self.ada_seri else []
        return tuple(one for one in others if one.peringkat == others[0].peringkat)


@dataclass(frozen=True, slots=True)
class CalonAwal:
    """One participant of penilaian awal. `terpetakan` None: no mapping, or its tables were not handed in.

    `diberikan`: the Tim said yes or no; else `nominasi` follows from the mapping. `data_pemetaan` is the data that the
    Tim mapped by, in its own words.
    """

    peserta: str
    nama: str | None
    kategori: str | None
    sub_kategori: str | None
    terpetakan: bool | None
    nominasi: bool
    diberikan: bool
    alamat: str | None = None
    produk: str | None = None
    data_pemetaan: str | None = None
    SHAPE: ClassVar[Shape] = Shape(without=("alamat", "produk", "data_pemetaan"))


@dataclass(frozen=True, slots=True)
class PenghargaanResult:
    """One award group (pengguna, produsen): weights (percent) as in force, categories, everybody who took part."""

    penghargaan: str
    judul: str
    bobot: Mapping[str, Decimal]
    kategori: tuple[KategoriPenghargaan, ...]
    dasar: tuple[Citation, ...]
    penilaian_awal: tuple[CalonAwal, ...] = ()

    @property
    def dikeluarkan(self) -> tuple[KategoriPenghargaan, ...]:
        """The categories left out; none where nobody took part at all."""
        return tuple(one for one in self.kategori if one.sebab is not None) if self.penilaian_awal else ()
