"""Raw records of one regency dropped in as they are: per unit and channel the sums a spreadsheet would give."""

from __future__ import annotations

import csv
import shutil
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from p3dn_reports.inputs.folder import Inputs, read_inputs

from .folders import DATA, META, SCHEMAS, errors, told

KONTRAK = ("nilai_kontrak", "nilai_pdn_kontrak", "nilai_umk_kontrak")
CATATAN = ("total_realisasi", "nilai_pdn_pct", "nilai_umk_pct")
CHANNELS = {
    "tender_selesai_nilai": ("Tender", "kd_satker", *KONTRAK),
    "nontender_selesai": ("Non Tender", "kd_satker_str", *KONTRAK),
    "pencatatan_nontender": ("Pencatatan Non Tender", "kd_satker_str", *CATATAN),
    "pencatatan_swakelola": ("Pencatatan Swakelola", "kd_satker_str", *CATATAN),
    "ekatalog_v6": ("E-Katalog Versi 6.0", "kd_satker_str", "total_harga", "", ""),
}
Sums = dict[tuple[str, str], list[Decimal | int]]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inputs]:
    folder = tmp_path_factory.mktemp("mentah")
    shutil.copytree(DATA, folder, dirs_exist_ok=True)
    (folder / "meta.csv").write_text(META, encoding="utf-8")
    with read_inputs(folder, SCHEMAS) as found:
        yield found


def records(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def expected() -> Sums:
    sums: Sums = defaultdict(lambda: [0, Decimal(0), Decimal(0), Decimal(0)])
    for name, (channel, unit, *fields) in CHANNELS.items():
        for record in records(name):
            found = sums[channel, record[unit]]
            found[0] += 1
            for place, field in enumerate(fields, start=1):
                found[place] += Decimal(record[field] or 0) if field else 0
    return dict(sums)


def test_every_channel_has_the_sums_of_its_records_per_unit(inputs: Inputs) -> None:
    sql = (
        "SELECT sumber_transaksi, kode_satker, count(*), coalesce(sum(total_nilai), 0), coalesce(sum(nilai_pdn), 0), "
        "coalesce(sum(nilai_umk), 0) FROM realisasi_inaproc WHERE sumber_transaksi <> 'Toko Daring' GROUP BY ALL"
    )
    rows = inputs.tables.connection.execute(sql).fetchall()
    assert {(channel, unit): list(values) for channel, unit, *values in rows} == expected()


def test_a_blank_value_stays_blank(inputs: Inputs) -> None:
    count = "SELECT count(*) FROM realisasi_inaproc WHERE total_nilai IS NULL"
    blank = [record for name, (_, _, field, *_) in CHANNELS.items() for record in records(name) if not record[field]]
    assert inputs.tables.connection.execute(count).fetchone() == (len(blank),)
    assert blank
    catalogue = inputs.tables.rows("realisasi_inaproc", {"sumber_transaksi": "E-Katalog Versi 6.0"})
    assert {row["nilai_pdn"] for row in catalogue} == {None}


def test_dead_packages_keep_a_status_that_says_so(inputs: Inputs) -> None:
    dead = [r["kd_nontender_pct"] for r in records("pencatatan_nontender") if r["status_nontender_pct"] == "Ditutup"]
    where = {"status_paket": "PAKET DIBATALKAN", "sumber_transaksi": "Pencatatan Non Tender"}
    rows = inputs.tables.rows("realisasi_inaproc", where)
    assert [row["kode_paket"] for row in rows] == dead
    assert dead
    shop = inputs.tables.rows("realisasi_inaproc", {"sumber_transaksi": "Toko Daring"})
    assert {row["status_paket"] for row in shop} == {"GAGAL"}
    assert all(row["kode_satker"] for row in shop)


def test_lists_of_rup_codes_and_accounts_are_split(inputs: Inputs) -> None:
    rows = inputs.tables.rows("realisasi_inaproc", {"sumber_transaksi": "Pencatatan Non Tender"})
    assert any(row["kode_rup"] == "60832782;45828523" for row in rows)
    accounts = {
        code for row in inputs.tables.rows("realisasi_inaproc") for code in (row["kode_rekening"] or "").split(";")
    }
    assert "5.1.02.01.01.0024" in accounts
    assert all(code.startswith("5.") for code in accounts - {""})


def test_a_value_is_traced_to_the_cell_of_the_raw_file(inputs: Inputs) -> None:
    row = inputs.tables.rows("realisasi_inaproc", {"sumber_transaksi": "Tender"})[0]
    place = ("realisasi_inaproc", row["_berkas"], row["_lembar"], row["_baris"])
    assert inputs.tables.cell(*place, "nilai_pdn") == "S2"
    assert inputs.tables.cell(*place, "total_nilai") == "P2"
    assert inputs.tables.cell(*place, "sumber_transaksi") is None


def test_what_is_no_table_of_ours_is_said(inputs: Inputs) -> None:
    ignored = told(inputs, "tata-letak-diabaikan")
    assert [text.split(":")[0] for text in ignored] == [
        "pencatatan_nontender_realisasi.csv",
        "pencatatan_swakelola_realisasi.csv",
    ]
    assert len(told(inputs, "tata-letak-dikenali")) == 7


def test_only_the_company_outside_the_regency_and_malformed_codes_are_at_fault(inputs: Inputs) -> None:
    assert errors(inputs) == [
        "peringatan mak-salah ekatalog_v6.csv, K2, kolom mak",
        "peringatan mak-salah nontender_selesai.csv, X7, kolom mak",
        "galat kode-satker-tidak-dikenal tender_selesai_nilai.csv, E8, kolom kd_satker",
        "peringatan nol-seluruhnya pencatatan_swakelola.csv, O8:O13, kolom nilai_pdn_pct",
    ]


def test_units_come_from_the_master_with_their_rank(inputs: Inputs) -> None:
    rows = inputs.tables.rows("satker")
    assert {row["jenis"] for row in rows} == {"perangkat_daerah", "unit"}
    assert all((row["jenis"] == "unit") == (not row["kode_satker"].endswith(".0000")) for row in rows)
    assert {row["blud"] for row in rows} == {True, False}


def test_the_budget_structure_keeps_its_blanks(inputs: Inputs) -> None:
    rows = inputs.tables.rows("struktur_anggaran")
    blank = [record for record in records("struktur_anggaran") if not record["belanja_pengadaan"]]
    assert sum(row["belanja_pengadaan"] is None for row in rows) == len(blank) > 0


def test_the_folder_is_read_alike_from_anywhere(inputs: Inputs) -> None:
    assert all(not Path(found.berkas).is_absolute() for found in inputs.files)
