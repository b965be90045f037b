"""A fault in a table that no status rests on takes with it the figures that rest on that table, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from p3dn_reports import pipeline
from p3dn_reports.evaluation.assessment import Assessment
from tests.pipeline.folders import laid_over, workspace

SATU, DUA = "1.01.0.00.0.00.01.0000", "1.02.0.00.0.00.02.0000"
PESANAN = "kode_satker;nama_satker;nomor_pesanan;status_pesanan;total_nilai\n"


def evaluated(folder: Path, **files: str) -> Assessment:
    """The base quarter with further tables."""
    case, out = folder / "kasus", folder / "masukan"
    case.mkdir()
    for name, text in files.items():
        (case / f"{name}.csv").write_text(text, encoding="utf-8")
    result = pipeline.evaluate(workspace(folder / "out"), laid_over(case, out))
    assert result.assessment is not None, [found.pesan for found in result.problems]
    return result.assessment


def of(assessment: Assessment, kode: str) -> Any:
    found = assessment.unit_result(kode)
    assert found is not None
    return found


def orders(*rows: str) -> str:
    return PESANAN + "".join(f"{row}\n" for row in rows)


SOUND = orders(f"{SATU};Dinas Satu;S1;Selesai;60", f"{DUA};Dinas Dua;S2;Selesai;40")
FAULTY = orders(f"{SATU};Dinas Satu;S1;Selesai;enam puluh", f"{DUA};Dinas Dua;S2;Selesai;40")


def test_a_fault_stays_with_the_figures_of_its_table(tmp_path: Path) -> None:
    sound, faulty = (tmp_path / name for name in ("utuh", "rusak"))
    sound.mkdir()
    faulty.mkdir()
    before, after = evaluated(sound, siplah=SOUND), evaluated(faulty, siplah=FAULTY)
    assert before.seluruh.ukuran["transaksi_siplah"] == 100
    assert after.seluruh.ukuran["transaksi_siplah"] == 40
    result = of(after, SATU)
    assert not result.ditahan
    assert result.indikator_ditahan == {"siplah_menurut_nilai", "siplah_menurut_nomor", "pencatatan_siplah"}
    assert of(after, DUA).indikator_ditahan == frozenset()
    assert after.seluruh.indikator["capaian_perkin"] == before.seluruh.indikator["capaian_perkin"]


@pytest.mark.parametrize("kode", [SATU, DUA])
def test_without_the_tables_the_figures_say_why_and_nothing_is_withheld(kode: str, tmp_path: Path) -> None:
    result = of(evaluated(tmp_path), kode)
    assert result.indikator_ditahan == frozenset()
    assert result.figures.indikator["pencatatan_siplah"].sebab == "tabel Transaksi SIPLah tidak ada"


def test_the_lists_lead_to_the_rows_of_the_export(tmp_path: Path) -> None:
    listed = of(evaluated(tmp_path), SATU).peringkat
    rows = listed["paket_terbesar"].baris
    assert [(row.isi["kode_rup"], row.berkas, row.baris, row.sel) for row in rows] == [
        ("50000001", "rup.csv", 2, "K2"),
        ("50000101", "rup.csv", 3, "K3"),
    ]
    assert listed["paket_terbesar"].catatan == "hanya ada 2, semuanya didaftar"
    assert listed["paket_konstruksi_terbesar"].catatan == "tidak ada satu pun"
