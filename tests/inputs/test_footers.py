"""Rows that are no data: how many are taken for a signature, and totals that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.inputs.folder import Inputs, read_inputs
from tests.inputs.cases import CASES, SCHEMAS, build

HEAD = "Kode SKPD;Kode Rekening;Nilai Realisasi;Tanggal SP2D\n"
ROW = "1.01.0.00.0.00.01.0000;5.1.02.01.01.0024;{};1 Mei 2024\n"


def read(folder: Path, text: str) -> Inputs:
    build(CASES / "bersih", folder)
    (folder / "bayar.csv").write_text(HEAD + text, encoding="utf-8")
    return read_inputs(folder, SCHEMAS)


def told(folder: Path, text: str) -> list[str]:
    with read(folder, text) as inputs:
        return [f"{p.kode} {p.lokasi.sel or p.lokasi.baris}" for p in inputs.problems if p.lokasi.berkas == "bayar.csv"]


def test_more_rows_than_a_signature_has_are_faulty_data(tmp_path: Path) -> None:
    found = told(tmp_path, ROW.format("1.000,50") + "\n" + "a;;c;\n" * 25)
    assert found[0] == "baris-penutup 4"
    assert "bukan-angka C24:C28" in found


def test_another_table_below_the_data_is_no_signature(tmp_path: Path) -> None:
    found = told(tmp_path, ROW.format("1.000,50") + "\nkode_satker;target;satuan;\n1.01.0.00.0.00.01.0000;80;persen;\n")
    assert "bukan-angka C4" in found
    assert "baris-penutup 4" not in found


@pytest.mark.parametrize(
    ("footer", "kode"),
    [
        ("JUMLAH;;3.001,00;\n", []),
        ("Total Realisasi s.d. Triwulan IV;;3.001,00;\n", []),
        (";Jumlah;3001;\n", []),
        (";GRAND-TOTAL;3.001,00;\n", []),
        ("JUMLAH;;3.002,00;\n", ["jumlah-tidak-cocok C4"]),
        ("JUMLAH;;3.001,01;\n", ["jumlah-tidak-cocok C4"]),
        ("JUMLAH;;-;\n", []),
        ("JUMLAH;;#REF!;\n", []),
        ("JUMLAH;;2.000,50;\n", ["jumlah-tidak-cocok C4"]),
        ("Sub Total;;3.001,00;\nTotal;;3.001,00;\n", []),
        ("Total;;3.001,00;\n" + ROW.format("5") + "Total;;5;\nTotal;;3.006,00;\n", []),
        ("Total;;3.001,00;\n" + ROW.format("5") + "Total;;6;\nTotal;;3.006,00;\n", ["jumlah-tidak-cocok C6"]),
        ("Total;;3.000,00;\n" + ROW.format("salah") + "Total;;9;\n", ["bukan-angka C5", "jumlah-tidak-cocok C4"]),
    ],
)
def test_totals_are_held_against_the_rows_above_them(tmp_path: Path, footer: str, kode: list[str]) -> None:
    found = told(tmp_path, ROW.format("1.000,50") + ROW.format("2.000,50") + footer)
    assert [item for item in found if not item.startswith(("baris-jumlah", "kolom-ber"))] == kode


def test_a_package_called_total_is_data(tmp_path: Path) -> None:
    build(CASES / "bersih", tmp_path)
    text = "Nama Paket;Nama Satuan Kerja;Kode Paket;Tahun Anggaran;Sumber Transaksi;Total Nilai\n"
    text += "Total Station;Dinas Pendidikan;1;2024;Tender;1.000,50\n"
    (tmp_path / "realisasi.csv").write_text(text, encoding="utf-8")
    with read_inputs(tmp_path, SCHEMAS) as inputs:
        assert [row["nama_paket"] for row in inputs.tables.rows("realisasi_inaproc")] == ["Total Station"]


def test_totals_below_many_blocks_of_rows(tmp_path: Path) -> None:
    rows = "".join(f"1.01.0.00.0.00.01.0000;5.1.02.01.01.0024;{n},10;1 Mei 2024\n" for n in range(1, 17001))
    assert told(tmp_path, rows + "JUMLAH;;144.510.201,00;\n")[1:] == ["jumlah-tidak-cocok C17002"]
