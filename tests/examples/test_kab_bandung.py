"""The Kabupaten Bandung folder gives the known shares and carries no person's data."""

from __future__ import annotations

import csv
from collections import Counter
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from .folders import BANDUNG, Row, codes_by_name, exact, reporting_unit, run_tool, table

CONTRACTS = ("Tender", "Non Tender", "Pencatatan Non Tender")
DEAD = ("PAKET DIBATALKAN", "GAGAL")


def packages() -> tuple[Row, ...]:
    return table(BANDUNG / "realisasi-inaproc.csv")


def satker() -> tuple[Row, ...]:
    return table(BANDUNG / "satker.csv")


@cache
def sums() -> dict[str, tuple[Fraction, Fraction]]:
    """PDN and recorded value of the live contracts, by the name of the perangkat daerah."""
    house, codes = reporting_unit(satker()), codes_by_name(satker())
    name = {row["kode_satker"]: row["nama_satker"] for row in satker()}
    found: dict[str, tuple[Fraction, Fraction]] = {}
    for row in packages():
        if row["Sumber Transaksi"] not in CONTRACTS or row["Status Paket"] in DEAD or not row["Total Nilai (Rp)"]:
            continue
        unit = name[house[codes[row["Nama Satuan Kerja"].casefold()]]]
        pdn, total = found.get(unit, (Fraction(0), Fraction(0)))
        found[unit] = pdn + exact(row["Nilai PDN (Rp)"]), total + exact(row["Total Nilai (Rp)"])
    return found


@pytest.mark.parametrize(
    ("unit", "tampil"),
    [
        ("Dinas Pertanian", "79.9167"),
        ("Dinas Pekerjaan Umum dan Tata Ruang", "47.06"),
        ("Dinas Perumahan dan Kawasan Permukiman dan Pertanahan", "38.64"),
        ("Dinas Kesehatan", "55.35"),
        ("Dinas Pendidikan", "92.80"),
        ("Badan Keuangan dan Aset Daerah", "100.00"),
        ("Dinas Perhubungan", "0.00"),
    ],
)
def test_known_shares(unit: str, tampil: str) -> None:
    pdn, total = sums()[unit]
    digits = len(tampil.partition(".")[2])
    assert round(pdn / total * 100, digits) == Fraction(tampil)


def test_dinas_pertanian_is_below_80_by_its_exact_sums() -> None:
    assert sums()["Dinas Pertanian"] == (Fraction(10152508212), Fraction("12703858893.01"))


def test_the_water_company_is_out() -> None:
    (row,) = [row for row in satker() if row["kode_satker"] == "01"]
    assert row["jenis"] == "bukan_pemda"
    assert "PDAM" in row["nama_satker"]
    assert sums()[row["nama_satker"]] == (Fraction(0), Fraction(3845075298))


def test_every_channel_with_all_its_records() -> None:
    assert Counter(row["Sumber Transaksi"] for row in packages()) == {
        "Non Tender": 1868,
        "E-Katalog Versi 6.0": 606,
        "Pencatatan Non Tender": 383,
        "Pencatatan Swakelola": 209,
        "Tender": 77,
        "Toko Daring": 2,
    }


def test_dead_records_are_named_as_lkpp_names_them() -> None:
    dead = Counter(row["Sumber Transaksi"] for row in packages() if row["Status Paket"] in DEAD)
    assert dead == {"Pencatatan Swakelola": 97, "Pencatatan Non Tender": 22, "Toko Daring": 2}
    assert all(row["Status Paket"] == row["Status Paket"].upper() != "" for row in packages())


def test_blank_pdn_values_stay_blank() -> None:
    blank = [
        r for r in packages() if r["Sumber Transaksi"] == "Tender" and r["Total Nilai (Rp)"] and not r["Nilai PDN (Rp)"]
    ]
    assert len(blank) == 31
    assert not any(r["Nilai PDN (Rp)"] for r in packages() if r["Sumber Transaksi"].startswith("E-Katalog"))


def test_no_package_twice_in_a_channel() -> None:
    assert max(Counter((row["Sumber Transaksi"], row["Kode Paket"]) for row in packages()).values()) == 1


def test_parts_of_a_package_do_not_exceed_it() -> None:
    for row in packages():
        if row["Total Nilai (Rp)"]:
            assert max(exact(row["Nilai PDN (Rp)"]), exact(row["Nilai UMK (Rp)"])) <= exact(row["Total Nilai (Rp)"])


def test_units() -> None:
    jenis = Counter(row["jenis"] for row in satker())
    assert len(satker()) == 166
    assert jenis == {"unit": 101, "perangkat_daerah": 64, "bukan_pemda": 1}
    assert len(codes_by_name(satker())) == 166
    codes = {row["kode_satker"] for row in satker()}
    assert all(row["kode_induk"] in codes for row in satker() if row["jenis"] == "unit")
    assert {row["Nama Satuan Kerja"].casefold() for row in packages()} <= codes_by_name(satker()).keys()


def test_meta_and_sources() -> None:
    meta = {row["kunci"]: row["nilai"] for row in table(BANDUNG / "meta.csv")}
    assert (meta["kd_klpd"], meta["tahun_anggaran"], meta["triwulan"]) == ("D107", "2025", "3")
    assert meta["tanggal_cutoff"] == "2025-09-30"
    assert {row["data_per"] for row in table(BANDUNG / "sumber_data.csv")} == {"2025-10-03"}


def test_no_persons_and_no_free_text() -> None:
    assert packages()[0].keys().isdisjoint({"Nama PPK", "Nama Penyedia", "Nama Paket"})
    assert (BANDUNG / "realisasi-inaproc.csv").stat().st_size < 600_000


def test_the_origin_is_told() -> None:
    text = (BANDUNG / "README.md").read_text(encoding="utf-8")
    assert "msaworks/DataprepsITKP" in text
    assert "90c24c7" in text


COMMON = {"tahun_anggaran": "2025", "nama_klpd": "Kab. Contoh"}
SOURCES: dict[str, list[dict[str, str]]] = {
    "tender_selesai_nilai": [
        COMMON | {"kd_satker": "01", "nama_satker": "PDAM CONTOH", "kd_tender": "1", "kd_rup_paket": "7;8",
                  "nilai_kontrak": "10.5", "nilai_pdn_kontrak": "", "nilai_umk_kontrak": "0"},
    ],
    "nontender_selesai": [
        COMMON | {"nama_satker": "KELURAHAN ANDIR", "kd_nontender": "2", "kd_rup": "9", "sumber_dana": "APBD",
                  "mtd_pemilihan": "Pengadaan Langsung", "jenis_pengadaan": "Jasa Lainnya",
                  "status_nontender": "Berlangsung", "nilai_kontrak": "", "nilai_pdn_kontrak": "",
                  "nilai_umk_kontrak": ""},
    ],
    "pencatatan_nontender": [
        COMMON | {"nama_satker": "SEKRETARIAT DPRD", "kd_nontender_pct": "3", "kd_rup": "9", "sumber_dana": "APBD",
                  "mtd_pemilihan": "Pengadaan Langsung", "kategori_pengadaan": "Pengadaan Barang",
                  "status_nontender_pct_ket": "Paket Dibatalkan", "total_realisasi": "5", "nilai_pdn_pct": "5",
                  "nilai_umk_pct": "0"},
    ],
    "pencatatan_swakelola": [
        COMMON | {"nama_satker": "SEKRETARIAT DPRD", "kd_swakelola_pct": "4", "kd_rup": "9", "sumber_dana": "APBD",
                  "status_swakelola_pct_ket": "Paket Selesai", "total_realisasi": "6", "nilai_pdn_pct": "0",
                  "nilai_umk_pct": "0"},
    ],
    "ekatalog_v6": [
        {"tahun_anggaran": "2025", "nama_instansi": "Kab. Contoh", "nama_satker": "SEKRETARIAT DPRD", "kd_paket": "01K",
         "kd_rup": "9", "sumber_dana": "APBD,APBDP", "status_pkt": "ON_PROCESS", "total_harga": "7"},
    ],
    "toko_daring": [
        {"tahun": "2025", "nama_klpd": "Kab. Contoh", "nama_satker": "SEKRETARIAT DPRD", "order_id": "5",
         "valuasi": "8", "status_konfirmasi_ppmse": "gagal"},
    ],
    "master_satker": [
        {"kd_satker_str": "7.01.0.00.0.00.18.0001", "nama_satker": "KELURAHAN ANDIR",
         "ket_satker": "Satker/OPD Non-BLU/BLUD"},
        {"kd_satker_str": "4.02.0.00.0.00.25.0000", "nama_satker": "SEKRETARIAT DPRD",
         "ket_satker": "Satker/OPD BLU/BLUD"},
    ],
}  # fmt: skip


@pytest.fixture
def converted(tmp_path: Path) -> Path:
    """A folder made from one invented record per channel."""
    source, target = tmp_path / "sumber", tmp_path / "hasil"
    source.mkdir()
    for name, rows in SOURCES.items():
        with (source / f"kab_bandung_2025_{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    run_tool("kab_bandung.py", source, target)
    return target


def test_conversion_keeps_blanks_codes_and_status(converted: Path) -> None:
    keys = ("Sumber Transaksi", "Kode Paket", "Kode RUP", "Status Paket", "Total Nilai (Rp)", "Nilai PDN (Rp)")
    assert [tuple(row[key] for key in keys) for row in table(converted / "realisasi-inaproc.csv")] == [
        ("Tender", "1", "7;8", "SELESAI", "10.5", ""),
        ("Non Tender", "2", "9", "BERLANGSUNG", "", ""),
        ("Pencatatan Non Tender", "3", "9", "PAKET DIBATALKAN", "5", "5"),
        ("Pencatatan Swakelola", "4", "9", "PAKET SELESAI", "6", "0"),
        ("E-Katalog Versi 6.0", "01K", "9", "ON PROCESS", "7", ""),
        ("Toko Daring", "5", "", "GAGAL", "8", ""),
    ]


def test_conversion_of_units(converted: Path) -> None:
    keys = ("kode_satker", "nama_satker", "jabatan_pimpinan", "jenis", "kode_induk", "blud")
    assert [tuple(row[key] for key in keys) for row in table(converted / "satker.csv")] == [
        ("4.02.0.00.0.00.25.0000", "Sekretariat DPRD", "Sekretaris Dewan Perwakilan Rakyat Daerah", "perangkat_daerah",
         "", "ya"),
        ("7.01.0.00.0.00.18.0001", "Kelurahan Andir", "Lurah Andir", "unit", "7.01.0.00.0.00.18.0000", "tidak"),
        ("01", "PDAM Contoh", "", "bukan_pemda", "", "tidak"),
    ]  # fmt: skip
