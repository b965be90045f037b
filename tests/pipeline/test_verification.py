"""How the berita acara of verification stands by what was handed in: rows of every unit, sound tables, all sources."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from p3dn_reports import pipeline
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.pipeline import BuildResult, DocumentRecord
from tests.pipeline.folders import BASE, folder_of, workspace

UNITS = (
    *("1.01.0.00.0.00.01.0000", "1.02.0.00.0.00.02.0000", "1.03.0.00.0.00.03.0000"),
    *("3.31.0.00.0.00.04.0000", "4.01.0.00.0.00.01.0001"),
)
BIGBOX = ["kode_satker;nilai_pdn", *(f"{kode};1000000" for kode in UNITS)]
AGREED = ["kode_satker;hasil", *(f"{kode};sesuai" for kode in UNITS)]


def built(tmp_path: Path, **tables: list[str]) -> tuple[BuildResult, DocumentRecord]:
    """The small quarter with these tables besides; a table of no lines is taken away."""
    masukan = tmp_path / "masukan"
    shutil.copytree(BASE, masukan)
    for name, lines in tables.items():
        (masukan / f"{name}.csv").write_text("\n".join(lines) + "\n", "utf-8")
        if not lines:
            (masukan / f"{name}.csv").unlink()
    result = pipeline.build(workspace(tmp_path), masukan, only=frozenset({"berita_acara_verifikasi"}))
    (record,) = result.dokumen
    return result, record


def rows_wanted(record: DocumentRecord) -> list[str]:
    return [one for one in record.isian if one.startswith("tabel verifikasi_unit")]


def test_with_a_row_of_every_unit_nothing_of_it_is_wanting(tmp_path: Path) -> None:
    result, record = built(tmp_path, bigbox=BIGBOX, verifikasi_unit=AGREED)
    assert rows_wanted(record) == []
    text = outline((folder_of(result) / record.berkas).read_bytes()).replace("\u00a0", " ")
    assert "Belanja produk dalam negeri menurut LKPP Bigbox sebesar Rp5.000.000,00 dan menurut transaksi" in text
    assert "Menurut unit (Lampiran IV), seluruh 5 (lima) unit sesuai." in text


def test_a_unit_without_its_row_is_named_and_a_table_without_rows_once(tmp_path: Path) -> None:
    _, record = built(tmp_path / "satu", verifikasi_unit=AGREED[:-1])
    assert record.status == "konsep"
    assert rows_wanted(record) == [f"tabel verifikasi_unit, baris kode_satker {UNITS[-1]}, kolom hasil"]
    _, record = built(tmp_path / "semua")
    assert rows_wanted(record) == ["tabel verifikasi_unit, baris kode_satker setiap satuan kerja, kolom hasil"]


def test_a_unit_that_lkpp_bigbox_lacks_is_not_taken_to_have_nothing(tmp_path: Path) -> None:
    result, record = built(tmp_path, bigbox=BIGBOX[:-1], verifikasi_unit=AGREED)
    text = outline((folder_of(result) / record.berkas).read_bytes())
    (line,) = [one for one in text.split("Rekonsiliasi per unit")[1].splitlines() if "Biro Contoh" in one]
    assert line.count("tidak ada data") == 2
    assert "Perbandingan itu meliputi unit yang datanya terdapat pada kedua sumber." in text


@pytest.mark.parametrize(
    "tables",
    [{"bigbox": [*BIGBOX[:-1], f"{UNITS[-1]};seribu"]}, {"verifikasi_unit": [*AGREED[:-1], f"{UNITS[-1]};mungkin"]}],
    ids=["bigbox", "verifikasi_unit"],
)
def test_a_fault_in_what_it_prints_leaves_it_a_draft(tmp_path: Path, tables: dict[str, list[str]]) -> None:
    _, record = built(tmp_path, **{"bigbox": BIGBOX, "verifikasi_unit": AGREED, **tables})
    (name,) = tables
    assert record.status == "konsep"
    assert any(tables[name][-1].partition(";")[2] in sebab for sebab in record.sebab), record.sebab


@pytest.mark.parametrize("absent", ["realisasi_bayar", "realisasi_inaproc"])
def test_without_the_data_of_bpkd_or_bppbj_it_is_withheld(tmp_path: Path, absent: str) -> None:
    _, record = built(tmp_path, bigbox=BIGBOX, verifikasi_unit=AGREED, **{absent: []})
    assert record.status == "ditahan"
    assert any(absent in sebab for sebab in record.sebab)
