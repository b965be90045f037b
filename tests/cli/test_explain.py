from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from p3dn_reports import pipeline
from p3dn_reports.cli import exits
from p3dn_reports.evaluation.account import Bacaan, Klausul, NilaiDipakai, Penjelasan
from p3dn_reports.evaluation.assessment import IndikatorResult
from p3dn_reports.evaluation.objects.results import Pengenal
from p3dn_reports.evaluation.objects.steps import Baris, Bukti, Langkah, Sel, VonisSyarat
from p3dn_reports.rules import Citation
from p3dn_reports.vocabulary import Periode

from .conftest import Terminal

KLAUSUL = Klausul(
    Citation("insekda-48-2024", "KESATU.a.6"),
    "Instruksi Sekretaris Daerah Nomor e-0048 Tahun 2024",
    "Percepatan Capaian",
    "diktum KESATU huruf a angka 6",
)
LAIN = Klausul(Citation("pp-29-2018"), "Peraturan Pemerintah Nomor 29 Tahun 2018", "Pemberdayaan Industri", "")
SYARAT = (
    VonisSyarat("Status paket bukan DIBATALKAN", 3, 1, 1, Decimal("250.50")),
    VonisSyarat("Total nilai terisi", 4, 0, 0, Decimal(0)),
)


def explanation(nilai: Fraction | None = Fraction(959, 12)) -> Penjelasan:
    known = nilai is not None
    hasil = IndikatorResult(
        indikator="capaian_perkin",
        dibaca="porsi_perkin",
        pembilang=Fraction(959) if known else None,
        penyebut=Fraction(1200) if known else Fraction(0),
        nilai=nilai,
        sebab=None if known else "penyebut nol",
        pita="di_bawah" if known else None,
        tampil_pita="di bawah 80%" if known else None,
        ambang=(Fraction(80),),
        ukuran_pembilang="realisasi_pdn",
        ukuran_penyebut="pembayaran_pengadaan",
        target=None,
        dasar=(KLAUSUL.rujukan,),
    )
    row = Baris(Sel("bppbj.xlsx", "Data", 14, None), "Nilai PDN (Rp)", Decimal("959"))
    refused = Baris(Sel("bppbj.csv", None, 20, None), "Nilai PDN (Rp)", None, "Status paket bukan DIBATALKAN")
    rows = Bukti(
        ukuran="realisasi_pdn",
        tabel="realisasi_inaproc",
        judul_tabel="Realisasi",
        kolom="Nilai PDN (Rp)",
        baris_unit=4,
        baris_dihitung=3,
        syarat=SYARAT,
        terbesar=(row,),
        ditolak_terbesar=(refused,),
    )
    formula = Langkah("Rumus", "teks", "Realisasi PDN / Realisasi pembayaran x 100%")
    pembilang = Langkah("Pembilang: Realisasi PDN", "rupiah", Fraction(959), dasar=(KLAUSUL.rujukan,), bukti=rows)
    penyebut = Langkah("Penyebut: Pembayaran", "rupiah", sebab="tabel tidak ada")
    target = Langkah("Target Perkin", "persen", Fraction("85.5"), sel=Sel("master.xlsx", "perkin", 4, "C4"))
    return Penjelasan(
        daerah="dki-jakarta",
        periode=Periode(2024, 4),
        data_per=date(2024, 12, 30),
        objek=Pengenal("satker", (("anggota", "1.01, 1.01.2"),), "Dinas Pendidikan", "1.01", None, None, None),
        judul="Capaian Perkin",
        hasil=hasil,
        langkah=Langkah(
            uraian="Capaian Perkin",
            satuan="persen",
            nilai=nilai,
            sebab=hasil.sebab,
            dasar=hasil.dasar,
            ambang=hasil.ambang,
            bagian=(formula, pembilang, penyebut, target, *((pembilang_again(),) if known else ())),
        ),
        dipakai=(NilaiDipakai("parameter", "ambang", "Ambang bawah", "80%", date(2024, 11, 26), (KLAUSUL, LAIN)),),
        klausul=(KLAUSUL,),
        bacaan=(Bacaan("penyebut", "realisasi_pembayaran", "Pembayaran bersih.", disahkan=False),),
        ditahan=(),
    )


def pembilang_again() -> Langkah:
    """A step that has been told down to its parts is not told down twice."""
    part = Langkah("bagian", "rupiah", Fraction(1))
    twice = Langkah("jumlah", "rupiah", Fraction(1), bagian=(part,))
    return Langkah("Lain-lain", "teks", "", bagian=(twice, twice))


@pytest.fixture(params=["terhitung", "tidak terhitung"])
def explained(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Penjelasan:
    made = explanation() if request.param == "terhitung" else explanation(None)
    monkeypatch.setattr(pipeline, "explain", lambda *_places: made)
    return made


def test_the_whole_way_of_one_number(
    p3dn: Terminal, folder: Path, explained: Penjelasan, snapshot: SnapshotAssertion
) -> None:
    ended = p3dn("explain", "1.01", "capaian_perkin", "tw4")
    assert ended.code == exits.CLEAN
    assert ended.out == snapshot


def test_the_same_as_data(p3dn: Terminal, folder: Path, explained: Penjelasan) -> None:
    content = json.loads(p3dn("explain", "1.01", "capaian_perkin", "tw4", "--format", "json").out)
    assert content["versi"] == "2"
    assert content["objek"]["unit"] == "1.01"
    assert (content["hasil"]["nilai"] is None) is (explained.langkah is None or explained.langkah.nilai is None)
