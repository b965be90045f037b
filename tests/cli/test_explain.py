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
from p3dn_reports.evaluation.assessment import IndikatorResult, UnitPelapor
from p3dn_reports.evaluation.explanation import (
    AsalUkuran,
    Bacaan,
    BarisAsal,
    Explanation,
    Klausul,
    NilaiDipakai,
    VonisSyarat,
)
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


def explanation(nilai: Fraction | None = Fraction(959, 12)) -> Explanation:
    hasil = IndikatorResult(
        indikator="capaian_perkin",
        dibaca="porsi_perkin",
        pembilang=Fraction(959) if nilai is not None else None,
        penyebut=Fraction(1200) if nilai is not None else Fraction(0),
        nilai=nilai,
        sebab=None if nilai is not None else "penyebut nol",
        pita="di_bawah" if nilai is not None else None,
        tampil_pita="di bawah 80%" if nilai is not None else None,
        ambang=(Fraction(80),),
        ukuran_pembilang="realisasi_pdn",
        ukuran_penyebut="pembayaran_pengadaan",
        target=None,
        dasar=(KLAUSUL.rujukan,),
    )
    row = BarisAsal("bppbj.xlsx", "Data", 14, "Nilai PDN (Rp)", Decimal("959"))
    refused = BarisAsal("bppbj.csv", None, 20, "Nilai PDN (Rp)", None, "Status paket bukan DIBATALKAN")
    return Explanation(
        daerah="dki-jakarta",
        periode=Periode(2024, 4),
        data_per=date(2024, 12, 30),
        unit=UnitPelapor("1.01", "Dinas Pendidikan", "perangkat_daerah", ("1.01", "1.01.2")),
        judul="Capaian Perkin",
        rumus="Realisasi PDN / Realisasi pembayaran x 100%",
        hasil=hasil,
        klausul=(KLAUSUL,),
        parameter=(NilaiDipakai("ambang", "Ambang bawah", "80%", date(2024, 11, 26), (KLAUSUL, LAIN)),),
        daftar=(),
        bacaan=(Bacaan("penyebut", "realisasi_pembayaran", "Pembayaran bersih.", False),),
        asal=(
            AsalUkuran(
                peran="pembilang",
                ukuran="realisasi_pdn",
                judul="Realisasi PDN",
                tabel="realisasi_inaproc",
                judul_tabel="Realisasi",
                kolom="Nilai PDN (Rp)",
                sebab=None,
                dasar=(KLAUSUL,),
                nilai=Decimal("959"),
                baris_unit=4,
                baris_dihitung=3,
                syarat=SYARAT,
                terbesar=(row,),
                ditolak_terbesar=(refused,),
            ),
            AsalUkuran("penyebut", "bayar", "Pembayaran", "realisasi_bayar", "Bayar", "Nilai", "tabel tidak ada", ()),
        ),
        target=(BarisAsal("master.xlsx", "perkin", 4, "target", Decimal("85.5")),),
    )


@pytest.fixture(params=["terhitung", "tidak terhitung"])
def explained(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Explanation:
    made = explanation() if request.param == "terhitung" else explanation(None)
    monkeypatch.setattr(pipeline, "explain", lambda *_places: made)
    return made


def test_the_whole_way_of_one_number(
    p3dn: Terminal, folder: Path, explained: Explanation, snapshot: SnapshotAssertion
) -> None:
    ended = p3dn("explain", "1.01", "capaian_perkin", "tw4")
    assert ended.code == exits.CLEAN
    assert ended.out == snapshot


def test_the_same_as_data(p3dn: Terminal, folder: Path, explained: Explanation) -> None:
    content = json.loads(p3dn("explain", "1.01", "capaian_perkin", "tw4", "--format", "json").out)
    assert content["versi"] == "2"
    assert content["unit"]["kode_satker"] == "1.01"
    assert (content["hasil"]["nilai"] is None) is (explained.hasil.nilai is None)
