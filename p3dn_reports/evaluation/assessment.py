"""What an evaluation found: exact values, each with its rule, clause and unit. Plain frozen records, no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from p3dn_reports.evaluation.awarded import PenghargaanResult
from p3dn_reports.evaluation.left_out import TidakIkut
from p3dn_reports.evaluation.lines import JudulRincian, RincianBaris
from p3dn_reports.evaluation.objects.results import ObjectResults
from p3dn_reports.evaluation.shapes import Shape, rounded
from p3dn_reports.formatting import persen
from p3dn_reports.problems import Problem
from p3dn_reports.rules import Citation, Pengesahan, Scope
from p3dn_reports.vocabulary import Periode

TIDAK_DAPAT_DIHITUNG = "tidak dapat dihitung"


@dataclass(frozen=True, slots=True)
class TargetResult:
    """What was promised, as written, its unit (persen or rupiah), and how the result stands to it.

    `persen`: its share of the denominator (0-100), `selisih`: the result less it in percentage points, if computable.
    """

    nilai: Decimal
    satuan: str
    persen: Fraction | None
    tercapai: bool | None
    selisih: Fraction | None
    SHAPE: ClassVar[Shape] = Shape(forms=rounded("persen", "selisih"))


@dataclass(frozen=True, slots=True)
class Penegasan:
    """Another indicator settled the status: its id and value (percent), and the band the figure itself lies in."""

    indikator: str
    nilai: Fraction
    pita_semula: str
    tampil_semula: str
    SHAPE: ClassVar[Shape] = Shape(named={"tampil_semula": "tampil_pita_semula"}, forms=rounded("nilai"))


@dataclass(frozen=True, slots=True)
class IndikatorResult:
    """One indicator of one unit (or of the region): pembilang / penyebut x 100, exact.

    `nilai` is percent, None with a `sebab` where it cannot be computed. `pita` is None where no rule in force judges
    it (or nothing can be computed). `ambang` are the thresholds in force (percent), for printing on the true side.
    `ukuran_pembilang` and `ukuran_penyebut` name what was divided, in `satuan` (rupiah or jumlah); `dibaca` the
    indicator actually read. Where `penegasan` stands, `pita` is its own. `tidak_ikut` is what a region leaves out.
    `batas` are the thresholds that bound its own bands, by parameter, from low to high.
    """

    indikator: str
    dibaca: str
    pembilang: Fraction | None
    penyebut: Fraction | None
    nilai: Fraction | None
    sebab: str | None
    pita: str | None
    tampil_pita: str | None
    ambang: tuple[Fraction, ...]
    ukuran_pembilang: str
    ukuran_penyebut: str
    target: TargetResult | None
    dasar: tuple[Citation, ...]
    penegasan: Penegasan | None = None
    satuan: str = "rupiah"
    tidak_ikut: TidakIkut | None = None
    batas: tuple[tuple[str, Fraction], ...] = ()
    SHAPE: ClassVar[Shape] = Shape(
        also=("tampil", "nilai_pasti", "kekurangan_ambang", "kelebihan_ambang"),
        forms={**rounded("nilai"), "batas": dict},
    )

    @property
    def tampil(self) -> str:
        """The value as printed: `79,92%`, or the words that it cannot be computed."""
        return persen(self.nilai, self.ambang) if self.nilai is not None else TIDAK_DAPAT_DIHITUNG

    @property
    def nilai_pasti(self) -> Fraction | None:
        """The value itself, which `nilai` is told rounded of."""
        return self.nilai

    @property
    def jarak(self) -> dict[str, Fraction]:
        """By threshold what the numerator lacks to it, below 0 what it has more; the denominator being what it is."""
        if self.nilai is None or self.pembilang is None or self.penyebut is None:
            return {}
        return {name: batas * self.penyebut / 100 - self.pembilang for name, batas in self.batas}

    @property
    def kekurangan_ambang(self) -> Fraction | None:
        """What the numerator lacks to the lowest threshold (in `satuan`), 0 where it is reached; None: not judged."""
        return max(Fraction(0), min(self.jarak.values())) if self.jarak else None

    @property
    def kelebihan_ambang(self) -> Fraction | None:
        """What the numerator has above the highest threshold, 0 where it is not passed; None: not judged."""
        return max(Fraction(0), -max(self.jarak.values())) if self.jarak else None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one unit or of the whole region. A ukuran is None where its table was not handed in."""

    ukuran: Mapping[str, Decimal | None]
    indikator: Mapping[str, IndikatorResult]
    rincian: Mapping[str, tuple[RincianBaris, ...]]


@dataclass(frozen=True, slots=True)
class UnitPelapor:
    """A reporting unit: a perangkat daerah or a Biro, with the codes of the units rolled up into it (itself first)."""

    kode_satker: str
    nama: str
    jenis: str
    anggota: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dikeluarkan:
    """A unit that reports to nobody here (BUMD, not of the pemda), and why."""

    kode_satker: str
    nama: str
    sebab: str


@dataclass(frozen=True, slots=True)
class Organisasi:
    """Who reports, who is rolled up into whom, who is out. `pelapor_of` maps every known unit's code."""

    pelapor: tuple[UnitPelapor, ...]
    pelapor_of: Mapping[str, str]
    dikeluarkan: tuple[Dikeluarkan, ...]
    SHAPE: ClassVar[Shape] = Shape(without=("pelapor", "pelapor_of"))


@dataclass(frozen=True, slots=True)
class PeringkatBaris:
    """One of the largest rows: its place (equal amounts share it), its amount (rupiah), what tells it, its watching.

    `isi` and `pemantauan` are by column, a blank None (not filled in yet); `keterangan` is the remark on the watching.
    `sel` is the amount's cell, where known.
    """

    urutan: int
    nilai: Decimal
    isi: Mapping[str, str | None]
    pemantauan: Mapping[str, str | None]
    berkas: str | None
    lembar: str | None
    baris: int | None
    sel: str | None = None
    keterangan: str | None = None


@dataclass(frozen=True, slots=True)
class PeringkatResult:
    """The largest rows of one unit. `diminta` is how many the law asks for, `jumlah_baris` how many there were.

    `kolom` are the titles of the columns shown; `catatan` what a reader must know; `sebab` why there is no list.
    """

    peringkat: str
    judul: str
    kolom: Mapping[str, str]
    diminta: int | None
    jumlah_baris: int
    baris: tuple[PeringkatBaris, ...]
    catatan: str | None
    sebab: str | None
    dasar: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class UnitResult:
    """One reporting unit with its figures. `ditahan`: a fault in its data forbids to trust them.

    `indikator_ditahan` alone rest on a table where the unit has a fault, or rows of nobody could change their status.
    """

    unit: UnitPelapor
    figures: Figures
    ditahan: bool = False
    indikator_ditahan: frozenset[str] = frozenset()
    peringkat: Mapping[str, PeringkatResult] = field(default_factory=dict)
    SHAPE: ClassVar[Shape] = Shape(inline=("unit", "figures"))

    def holds(self, indikator: str | None) -> bool:
        """Whether the unit's indicator cannot be trusted; of None, whether nothing of the unit can."""
        return self.ditahan or indikator in self.indikator_ditahan


@dataclass(frozen=True, slots=True)
class Alternatif:
    """An open question read another way, alone: its choice and option, what the option leads to, and what comes out.

    Where the other way gives no figure, that of the way used stands in `hasil`, and `tak_terhitung` says why, by unit
    (None: the region) and indicator. `sebab`: why it gives no figure anywhere, and so decides nothing.
    """

    tafsir: str
    pilihan: str
    opsi: str
    judul: str
    scope: Scope
    hasil: Assessment
    tak_terhitung: Mapping[tuple[str | None, str], str] = field(default_factory=dict)
    sebab: str | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything the rulebook says about one inputs folder. `seluruh` sums the units that are not withheld.

    For an indicator, `seluruh` is the sum of numerators over the sum of denominators of the units where it can be
    computed. `objek` are the figures and verdicts of what is not a unit. `problems` are the remarks of the evaluation
    itself. `alternatif` are the open questions read the other ways, `pengesahan` the approvals of readings that stand,
    `rincian` the titles of the breakdowns. `menjelaskan` are by indicator the bands in which a unit must explain its
    figure, each with its side: `bawah` or `lebih` (`bands.menjelaskan`).
    """

    daerah: str
    periode: Periode
    data_per: date
    organisasi: Organisasi
    unit: tuple[UnitResult, ...]
    seluruh: Figures
    penghargaan: tuple[PenghargaanResult, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    objek: ObjectResults = field(default=ObjectResults())
    alternatif: tuple[Alternatif, ...] = ()
    pengesahan: Mapping[str, Pengesahan] = field(default_factory=dict)
    rincian: Mapping[str, JudulRincian] = field(default_factory=dict)
    menjelaskan: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    SHAPE: ClassVar[Shape] = Shape(without=("problems", "alternatif", "pengesahan"), inline=("organisasi", "objek"))

    def unit_result(self, kode_satker: str) -> UnitResult | None:
        """The result of reporting unit `kode_satker`, or None."""
        return next((result for result in self.unit if result.unit.kode_satker == kode_satker), None)
