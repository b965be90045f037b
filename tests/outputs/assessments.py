"""One assessment with every kind of result in it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from p3dn_reports.evaluation.assessment import (
    Assessment,
    Dikeluarkan,
    Figures,
    IndikatorResult,
    Organisasi,
    TargetResult,
    UnitPelapor,
    UnitResult,
)
from p3dn_reports.evaluation.awarded import KategoriPenghargaan, NilaiPeserta, PenghargaanResult
from p3dn_reports.evaluation.lines import JudulRincian, RincianBaris
from p3dn_reports.rules import Citation
from p3dn_reports.vocabulary import Periode

DASAR = (Citation("insekda-48-2024", "KESATU.a.6"),)


def indikator(
    pembilang: Fraction | None, penyebut: Fraction | None, pita: str | None = None, target: TargetResult | None = None
) -> IndikatorResult:
    known = pembilang is not None and penyebut
    return IndikatorResult(
        indikator="capaian_perkin",
        dibaca="porsi_pdn",
        pembilang=pembilang,
        penyebut=penyebut,
        nilai=pembilang / penyebut * 100 if pembilang is not None and penyebut else None,
        sebab=None if known else "penyebut nol",
        pita=pita,
        tampil_pita="di bawah 80%" if pita else None,
        ambang=(Fraction(80), Fraction(100)),
        ukuran_pembilang="realisasi_pdn",
        ukuran_penyebut="pembayaran_pengadaan",
        target=target,
        dasar=DASAR,
    )


def figures(result: IndikatorResult) -> Figures:
    return Figures(
        ukuran={"realisasi_pdn": Decimal("959.00"), "banyak_paket": Decimal(3), "pagu_rup": None},
        indikator={"capaian_perkin": result},
        rincian={"menurut_cara": (RincianBaris("penyedia", "Penyedia", 3, {"nilai": Decimal("959.50")}),)},
    )


def unit(kode: str, nama: str, result: IndikatorResult, *, ditahan: bool = False) -> UnitResult:
    return UnitResult(UnitPelapor(kode, nama, "perangkat_daerah", (kode,)), figures(result), ditahan)


def assessment(*, penghargaan: bool = False) -> Assessment:
    target = TargetResult(Decimal("85.5"), "persen", Fraction(171, 2), False, Fraction(-1, 3))
    large = Fraction(12345678901234567891, 100)
    unit_results = (
        unit("1.01", "Dinas Pendidikan", indikator(Fraction(959), Fraction(1200), "di_bawah", target)),
        unit("1.02", "=Dinas & <Kesehatan>", indikator(Fraction(15999), Fraction(20000), "di_bawah")),
        unit("1.03", "Dinas Bina Marga", indikator(None, Fraction(0)), ditahan=True),
        unit("1.04", "Dinas Raya", indikator(large, large)),
        unit("1.05", "Dinas Pecahan", indikator(Fraction(1, 3), Fraction(2, 3))),
    )
    return Assessment(
        daerah="dki-jakarta",
        periode=Periode(2024, 4),
        data_per=date(2024, 12, 30),
        organisasi=Organisasi(
            tuple(result.unit for result in unit_results),
            {result.unit.kode_satker: result.unit.kode_satker for result in unit_results},
            (Dikeluarkan("01", "PDAM", "bukan perangkat daerah"),),
        ),
        unit=unit_results,
        seluruh=figures(indikator(Fraction(4959), Fraction(6200), None)),
        rincian={"menurut_cara": JudulRincian("Pembayaran menurut cara", {"nilai": "Realisasi bersih"})},
        penghargaan=(award(),) if penghargaan else (),
    )


def award() -> PenghargaanResult:
    whole = NilaiPeserta("p1", "CV Satu", {"mutu": Fraction(200, 3)}, Fraction(200, 3), None, 1, False, True)
    wanting = NilaiPeserta("p2", "CV Dua", {"mutu": None}, None, "nilai mutu belum diisi", None, False, False)
    return PenghargaanResult(
        penghargaan="produsen",
        judul="Produsen",
        bobot={"mutu": Decimal("100")},
        kategori=(
            KategoriPenghargaan("kecil", "Usaha kecil", None, (whole, wanting), None, False),
            KategoriPenghargaan("menengah", "Usaha menengah", None, (), "kurang dari tiga calon", False),
        ),
        dasar=DASAR,
    )
