"""Field names of the procurement agency's JSON, as .json: filters, sums per package, dead orders, exact numbers."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from .folders import errors, reading, told

DINAS = {"kd_klpd": "D107", "nama_klpd": "Kab. Bandung", "kd_satker": 96020, "kd_satker_str": "1.01.0.00.0.00.01.0000"}
RUP = {
    **DINAS,
    "nama_satker": "DINAS PENDIDIKAN",
    "tahun_anggaran": 2025,
    "nama_paket": "Belanja Alat Tulis Kantor",
    "pagu": 1500000.5,
    "metode_pengadaan": "E-Purchasing",
    "jenis_pengadaan": "Barang",
    "status_pdn": "PDN",
    "tipe_paket": "Penyedia",
    "tgl_pengumuman_paket": "2025-01-14T09:42:15.091000Z",
    "status_aktif_rup": True,
    "status_delete_rup": False,
    "status_umumkan_rup": "Terumumkan",
}
V5 = {
    "tahun_anggaran": 2025,
    "kd_paket": 7001,
    "no_paket": "ABC-P2502-7001",
    "nama_paket": "Laptop",
    "kd_klpd": "D107",
    "satker_id": 96020,
    "kd_rup": "55940376",
    "kode_anggaran": "1.01.02.2.01.0029.5.2.02.10.01.0002",
    "kd_komoditas": 12,
    "kd_produk": 1,
    "total_harga": 100.25,
    "paket_status_str": "Paket Selesai",
}


def rup(kode: int, **changed: Any) -> dict[str, Any]:
    return {"kd_rup": kode, **RUP, **changed}


def test_rup_keeps_what_is_announced_and_alive(tmp_path: Path) -> None:
    records = [
        rup(1),
        rup(2, status_umumkan_rup="Terinisiasi"),
        rup(3, status_aktif_rup=False),
        rup(4, status_delete_rup=True),
        rup(5, status_pdn="Non-PDN", pagu=10),
    ]
    with reading(tmp_path, {"penyedia.json": {"data": records}}) as inputs:
        rows = inputs.tables.rows("rup")
        assert [(r["kode_rup"], r["cara_pengadaan"], r["produk_dalam_negeri"], r["total_nilai"]) for r in rows] == [
            ("1", "Penyedia", "PDN", Decimal("1500000.50")),
            ("5", "Penyedia", "Non-PDN", Decimal("10.00")),
        ]
        assert [text.split(":")[0] for text in told(inputs, "baris-tidak-dipakai")] == [
            "penyedia.json, rekaman 2, kolom status_umumkan_rup",
            "penyedia.json, rekaman 3, kolom status_aktif_rup",
            "penyedia.json, rekaman 4, kolom status_delete_rup",
        ]
        assert errors(inputs) == []
        assert str(rows[0]["tanggal_pengumuman"]) == "2025-01-14"


def test_self_managed_rup_has_no_domestic_flag(tmp_path: Path) -> None:
    record = {k: v for k, v in rup(9, tipe_swakelola=1).items() if k not in {"status_pdn", "metode_pengadaan"}}
    with reading(tmp_path, {"swakelola.json": [record]}) as inputs:
        (row,) = inputs.tables.rows("rup")
        assert (row["cara_pengadaan"], row["produk_dalam_negeri"]) == ("Swakelola", None)


def test_words_for_yes_as_a_text_file_writes_them(tmp_path: Path) -> None:
    names = [*rup(1)]
    lines = [",".join(names)]
    lines += [",".join(str(record[name]) for name in names) for record in (rup(1), rup(2, status_aktif_rup=False))]
    with reading(tmp_path, {"rup.csv": "\n".join(lines)}) as inputs:
        assert [row["kode_rup"] for row in inputs.tables.rows("rup")] == ["1"]


def test_catalogue_5_adds_products_up_per_package(tmp_path: Path) -> None:
    records = [
        V5,
        {**V5, "kd_produk": 2, "total_harga": 9007199254740993},
        {**V5, "kd_paket": 7002, "total_harga": 5, "paket_status_str": "Paket Batal"},
        {**V5, "kd_produk": 3, "total_harga": None},
    ]
    with reading(tmp_path, {"v5.json": records}) as inputs:
        rows = inputs.tables.rows("realisasi_inaproc")
        assert [(r["kode_paket"], r["total_nilai"], r["status_paket"], r["_baris"]) for r in rows] == [
            ("7001", Decimal("9007199254741093.25"), "PAKET SELESAI", 2),
            ("7002", Decimal("5.00"), "PAKET DIBATALKAN", 4),
        ]
        assert {r["kode_satker"] for r in rows} == {"1.01.0.00.0.00.01.0000"}
        assert {r["kode_rekening"] for r in rows} == {"5.2.02.10.01.0002"}
        assert told(inputs, "baris-dijumlahkan") == [
            "v5.json: 4 baris dijumlahkan menjadi 2 baris, satu untuk setiap Kode paket."
        ]
        assert errors(inputs) == []


def test_an_amount_that_cannot_be_read_is_never_added(tmp_path: Path) -> None:
    records = [V5, {**V5, "kd_produk": 2, "total_harga": "seratus"}]
    with reading(tmp_path, {"v5.json": records}) as inputs:
        values = [row["total_nilai"] for row in inputs.tables.rows("realisasi_inaproc")]
        assert values == [Decimal("100.25"), None]
        assert "galat bukan-angka v5.json, rekaman 2, kolom total_harga" in errors(inputs)


@pytest.mark.parametrize(
    ("verif", "ppmse", "status"),
    [("verified", "selesai", "SELESAI"), ("verified", "gagal", "GAGAL"), ("unverified", None, "UNVERIFIED"),
     ("verified", None, "VERIFIED")],
)  # fmt: skip
def test_shop_orders_tell_whether_they_live(tmp_path: Path, verif: str, ppmse: str | None, status: str | None) -> None:
    order = {"tahun": 2025, "kd_satker": "96020", "nama_satker": "Dinas Pendidikan", "order_id": "A1", "valuasi": 7}
    with reading(tmp_path, {"t.json": [{**order, "status_verif": verif, "status_konfirmasi_ppmse": ppmse}]}) as inputs:
        (row,) = inputs.tables.rows("realisasi_inaproc")
        assert (row["status_paket"], row["sumber_transaksi"], row["nilai_pdn"]) == (status, "Toko Daring", None)


def test_the_newer_interface_names_fields_in_english(tmp_path: Path) -> None:
    order = {
        "order_id": "01K", "rup_code": "1, 2", "rup_name": "Laptop", "kode_satker": "1.01.0.00.0.00.01.0000",
        "fiscal_year": 2025, "funding_source": "APBD, APBDP", "mak": "", "total": 12.5, "status": "ON_PROCESS",
        "flag_minikom": "Ya",
    }  # fmt: skip
    with reading(tmp_path, {"v6.json": {"data": [order], "meta": {}}}) as inputs:
        (row,) = inputs.tables.rows("realisasi_inaproc")
        assert (row["kode_rup"], row["sumber_dana"], row["status_paket"]) == ("1;2", "APBD;APBDP", "ON PROCESS")
        assert (row["kode_satker"], row["nilai_pdn"]) == ("1.01.0.00.0.00.01.0000", None)


@pytest.mark.parametrize(
    "record",
    [
        {"kd_tender": 1, "hps": 1, "status_tender": "Selesai", "pagu": 3},
        {"kd_rup": 1, "mak": "x", "kd_subkegiatan": 4, "pagu": 5, "kd_satker_str": "1"},
        {"no_kontrak": "1", "status_kontrak": "x", "nilai_pdn_kontrak": 1, "nilai_kontrak": 2, "kd_nontender": 1},
    ],
)
def test_data_without_values_of_its_own_is_left_out_with_a_reason(tmp_path: Path, record: dict[str, Any]) -> None:
    with reading(tmp_path, {"lain.json": [record]}) as inputs:
        assert len(told(inputs, "tata-letak-diabaikan")) == 1
        assert inputs.tables.present == {"meta", "satker"}


def test_a_required_field_that_is_missing_is_named(tmp_path: Path) -> None:
    record = {"kd_rup": 1, "status_pdn": "PDN", "status_umumkan_rup": "Terumumkan", "nama_satker": "Dinas Pendidikan"}
    with reading(tmp_path, {"rup.json": [record]}) as inputs:
        assert [line for line in errors(inputs) if "kolom-wajib" in line] == [
            "galat kolom-wajib-tidak-ada rup.json, baris 1, kolom Tahun Anggaran",
            "galat kolom-wajib-tidak-ada rup.json, baris 1, kolom Total Nilai (Rp)",
        ]
