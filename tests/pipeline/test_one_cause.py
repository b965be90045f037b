"""One cause, one message: what is said of a cell at fault is not said again as if somebody had left it blank."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports import pipeline
from tests.pipeline.folders import CASES, laid_over, workspace


def told(case: str, tmp_path: Path) -> list[tuple[str, tuple[str, ...]]]:
    result = pipeline.build(workspace(tmp_path / "out"), laid_over(CASES / case, tmp_path / "in"), dry_run=True)
    return [(found.kode, found.unit) for found in result.problems]


def test_a_cell_that_cannot_be_read_is_no_package_without_contract(tmp_path: Path) -> None:
    """Dinas Dua's amount cannot be read, the Inspektorat's is blank: only the latter waits for its contract."""
    found = told("total-rusak", tmp_path)
    assert [unit for kode, unit in found if kode == "belum-berkontrak"] == [("1.03.0.00.0.00.03.0000",)]
    assert [unit for kode, unit in found if kode == "bukan-angka"] == [("1.02.0.00.0.00.02.0000",)]


def test_a_payment_of_another_year_is_told_at_its_cell_alone(tmp_path: Path) -> None:
    """Of Dinas Dua one payment is dated 2052, and another after the cut-off, in its year: each is told once."""
    found = told("pembayaran-2052", tmp_path)
    assert [kode for kode, _ in found if "tahun" in kode or "batas" in kode or "tanggal" in kode] == [
        "tahun-anggaran-lain",
        "lewat-tanggal-data",
    ]


def test_a_quotation_mark_that_swallowed_rows_is_the_only_fault_of_its_row(tmp_path: Path) -> None:
    found = [kode for kode, _ in told("kutip-menelan", tmp_path)]
    assert "kutip-menelan-baris" in found
    assert "nama-satker-tidak-dikenal" not in found


def test_a_column_no_file_has_is_told_once_and_not_row_by_row(tmp_path: Path) -> None:
    found = [kode for kode, _ in told("kolom-total-tidak-ada", tmp_path)]
    assert "kolom-dibutuhkan" in found
    assert "isian-tanpa-pasangan" not in found
