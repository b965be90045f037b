"""What a folder asks for: a quarter of no instrument, a folder about something else, a folder still to be filled."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from p3dn_reports import pipeline
from p3dn_reports.errors import UsageError
from tests.pipeline.folders import folder_of, laid_over, workspace

PANDEGLANG = (
    "kunci;nilai\npemda;Pemerintah Kabupaten Pandeglang\nkd_klpd;D51\ntahun_anggaran;2024\ntanggal_cutoff;31-12-2024\n"
)
DKI = "kunci;nilai\npemda;Pemprov\nkd_klpd;D69\ntahun_anggaran;{tahun}\ntriwulan;{triwulan}\ntanggal_cutoff;{sampai}\n"
SATKER = "kode_satker;nama_satker;jenis\nD1;Dinas Contoh;perangkat_daerah\n"
PELANGGARAN = "pejabat;kode_satker;tanggal;ketentuan;nomor_kontrak;nilai_kontrak\nP;D1;10-06-2024;9(1);K-1;1000000000\n"
ALASAN = "kode_satker;kategori;alasan\nD1;di_bawah;Sebab\n"


def folder(place: Path, files: Mapping[str, str]) -> Path:
    place.mkdir()
    for name, text in files.items():
        (place / f"{name}.csv").write_text(text, encoding="utf-8")
    return place


def dki(tahun: int = 2024, triwulan: int = 4, sampai: str = "30-12-2024") -> str:
    return DKI.format(tahun=tahun, triwulan=triwulan, sampai=sampai)


@pytest.mark.parametrize(
    ("files", "absent", "left_out"),
    [
        ({"meta": PANDEGLANG, "satker": SATKER, "pelanggaran": PELANGGARAN}, False, True),
        ({"meta": PANDEGLANG, "satker": SATKER}, True, True),
        ({"meta": dki(), "satker": SATKER}, True, True),
        ({"meta": dki(), "satker": SATKER, "alasan": ALASAN}, True, True),
    ],
)
def test_a_document_none_of_whose_tables_is_there_asks_for_nothing_in_a_folder_about_something_else(
    files: Mapping[str, str], absent: bool, left_out: bool, tmp_path: Path
) -> None:
    result = pipeline.check(workspace(tmp_path / "out"), folder(tmp_path / "in", files))
    codes = [found.kode for found in result.problems]
    assert ("tabel-tidak-ada" in codes, "naskah-tanpa-tabel" in codes) == (absent, left_out)
    if left_out and not absent:  # what the warning's own letter wants filled in is told beside
        others = [found.tingkat for found in result.problems if found.kode != "isian-kosong"]
        assert others == ["catatan"] * len(others)


@pytest.mark.parametrize(
    ("meta", "kode"),
    [
        (dki(2025, 1, "31-03-2025"), "periode-tanpa-instrumen"),
        (dki(2024, 3, "30-09-2024"), "periode-tanpa-instrumen"),
        (PANDEGLANG.replace("2024\n", "2024\ntriwulan;4\n", 1), "tidak-ada-naskah"),
    ],
)
def test_a_quarter_that_nothing_speaks_of_is_told_with_what_is_missing(meta: str, kode: str, tmp_path: Path) -> None:
    result = pipeline.check(workspace(tmp_path / "out"), folder(tmp_path / "in", {"meta": meta, "satker": SATKER}))
    (told,) = [found for found in result.problems if found.tingkat != "catatan"]
    assert told.kode == kode


def test_one_document_of_a_quarter_without_an_instrument_is_told_the_same(tmp_path: Path) -> None:
    case = folder(tmp_path / "kasus", {"meta": dki(2024, 3, "30-09-2024")})
    with pytest.raises(UsageError, match=r"Belum ada instruksi .* hanya untuk Triwulan IV 2024.*catat di rules.yaml"):
        pipeline.build(
            workspace(tmp_path / "out"), laid_over(case, tmp_path / "in"), only=frozenset({"surat_penjelasan"})
        )


def test_without_an_instrument_the_achievement_is_computed_and_not_judged(tmp_path: Path) -> None:
    """Dinas Satu of the base quarter, had it been the third: 79,995 of 100 million, without a verdict or a document."""
    case = folder(tmp_path / "kasus", {"meta": dki(2024, 3, "30-09-2024")})
    result = pipeline.build(workspace(tmp_path / "out"), laid_over(case, tmp_path / "in"))
    told = next(found for found in result.problems if found.kode == "periode-tanpa-instrumen")
    assert "hanya untuk Triwulan IV 2024" in told.pesan
    assert 'untuk: {tahun: "2024", triwulan: "3"}' in told.saran
    assert result.dokumen == ()
    built = folder_of(result)
    assert {path.name for path in built.iterdir()} == {"hasil.json", "hasil.xlsx", "masalah.json", "manifest.json"}
    hasil = json.loads((built / "hasil.json").read_bytes())
    capaian = hasil["unit"][0]["indikator"]["capaian_perkin"]
    assert (capaian["nilai"], capaian["pita"], capaian["ambang"]) == ("79.995000000000", None, [])
    assert hasil["seluruh"]["indikator"]["capaian_perkin"]["nilai"] is not None
    assert not [found for found in result.problems if found.kode == "daftar-tidak-berlaku"]
