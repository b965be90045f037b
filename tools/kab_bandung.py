"""Make inputs/kab-bandung-2025 from the ISB records of Kabupaten Bandung, 2025, in the layout of LKPP's export.

The source files are not part of this repository. They are the JSON files under RawData_Endpoint of the public
repository msaworks/DataprepsITKP at commit 90c24c7, saved as CSV without the columns about persons:
`kab_bandung_2025_<dataset>.csv`, one per channel, and `kab_bandung_2025_master_satker.csv`.

    python tools/kab_bandung.py FOLDER_OF_SOURCE_FILES [OUTPUT_FOLDER]
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from berkas_contoh import Row, write_csv

Record = dict[str, str]

DEFAULT_TARGET = Path(__file__).resolve().parent.parent / "inputs" / "kab-bandung-2025"
DITARIK = "2025-10-03"

HEADER = (
    "No.", "Nama Instansi", "Nama Satuan Kerja", "Kode Paket", "Kode RUP", "Tahun Anggaran", "Sumber Transaksi",
    "Sumber Dana", "Metode Pengadaan", "Jenis Pengadaan", "Status Paket", "Total Nilai (Rp)", "Nilai PDN (Rp)",
    "Nilai UMK (Rp)",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Channel:
    """Where one channel's export columns come from: names of source fields, "" for none, or a fixed text in quotes."""

    dataset: str
    sumber_transaksi: str
    kode_paket: str
    kode_rup: str
    sumber_dana: str
    metode: str
    jenis: str
    status: str
    total: str
    pdn: str = ""
    umk: str = ""


# The records hold no status of a tender: the dataset itself is that of finished tenders.
CHANNELS = (
    Channel("tender_selesai_nilai", "Tender", "kd_tender", "kd_rup_paket", "", "'Tender'", "", "'SELESAI'",
            "nilai_kontrak", "nilai_pdn_kontrak", "nilai_umk_kontrak"),
    Channel("nontender_selesai", "Non Tender", "kd_nontender", "kd_rup", "sumber_dana", "mtd_pemilihan",
            "jenis_pengadaan", "status_nontender", "nilai_kontrak", "nilai_pdn_kontrak", "nilai_umk_kontrak"),
    Channel("pencatatan_nontender", "Pencatatan Non Tender", "kd_nontender_pct", "kd_rup", "sumber_dana",
            "mtd_pemilihan", "kategori_pengadaan", "status_nontender_pct_ket", "total_realisasi", "nilai_pdn_pct",
            "nilai_umk_pct"),
    Channel("pencatatan_swakelola", "Pencatatan Swakelola", "kd_swakelola_pct", "kd_rup", "sumber_dana",
            "'Swakelola'", "", "status_swakelola_pct_ket", "total_realisasi", "nilai_pdn_pct", "nilai_umk_pct"),
    Channel("ekatalog_v6", "E-Katalog Versi 6.0", "kd_paket", "kd_rup", "sumber_dana", "'E-Purchasing'", "",
            "status_pkt", "total_harga"),
    Channel("toko_daring", "Toko Daring", "order_id", "", "", "'E-Purchasing'", "", "status_konfirmasi_ppmse",
            "valuasi"),
)  # fmt: skip

PIMPINAN: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("Sekretariat Daerah", lambda _: "Sekretaris Daerah"),
    ("Sekretariat DPRD", lambda _: "Sekretaris Dewan Perwakilan Rakyat Daerah"),
    ("Inspektorat Daerah", lambda _: "Inspektur Daerah"),
    ("Badan Penanggulangan Bencana", lambda nama: f"Kepala Pelaksana {nama}"),
    ("Kecamatan", lambda nama: nama.replace("Kecamatan", "Camat")),
    ("Kelurahan", lambda nama: nama.replace("Kelurahan", "Lurah")),
    ("Rumah Sakit", lambda nama: f"Direktur {nama}"),
    ("", lambda nama: f"Kepala {nama}"),
)

_UPPER = {"DPRD", "UPT", "UPTD", "DTP", "KB", "B", "I", "II", "III", "IV", "V", "PLUTKUMKM", "PDAM"}
_LOWER = {"DAN"}


def title_case(nama: str) -> str:
    """A unit's name in title case, abbreviations and Roman numerals kept: only the case changes, never a letter."""
    return " ".join(_word(word) for word in nama.split())


def jabatan_pimpinan(nama: str) -> str:
    """The title of a unit's head, from the name of the unit."""
    return next(make(nama) for start, make in PIMPINAN if nama.startswith(start))


def _word(word: str) -> str:
    bare = word.strip(",.").upper()
    if bare in _UPPER:
        return word.upper()
    return word.lower() if bare in _LOWER else word.capitalize()


def _read(source: Path, dataset: str) -> list[Record]:
    with (source / f"kab_bandung_2025_{dataset}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _value(record: Record, field: str) -> str:
    if not field:
        return ""
    return field.strip("'") if field.startswith("'") else record[field].strip()


def transactions(source: Path) -> Iterator[Row]:
    """Every record of every channel as a row of the export, channel after channel, in the order of the source."""
    nomor = 0
    for channel in CHANNELS:
        for record in _read(source, channel.dataset):
            nomor += 1
            yield (nomor, *_export_row(channel, record))


def _export_row(channel: Channel, record: Record) -> Row:
    status = _value(record, channel.status).upper().replace("_", " ")
    return (
        record["nama_klpd"] if "nama_klpd" in record else record["nama_instansi"],
        record["nama_satker"].strip(),
        _value(record, channel.kode_paket),
        _value(record, channel.kode_rup),
        record["tahun_anggaran"] if "tahun_anggaran" in record else record["tahun"],
        channel.sumber_transaksi,
        _value(record, channel.sumber_dana),
        _value(record, channel.metode),
        _value(record, channel.jenis),
        status,
        _value(record, channel.total),
        _value(record, channel.pdn),
        _value(record, channel.umk),
    )


def satker(source: Path) -> Iterator[Row]:
    """The units of the master in code order, then those that only transactions name and that are no pemda unit."""
    master = sorted(_read(source, "master_satker"), key=lambda record: record["kd_satker_str"])
    for record in master:
        kode, nama = record["kd_satker_str"], title_case(record["nama_satker"])
        induk = "" if kode.endswith(".0000") else kode[:-4] + "0000"
        jenis = "unit" if induk else "perangkat_daerah"
        blud = "tidak" if "Non-BLU" in record["ket_satker"] else "ya"
        yield kode, nama, jabatan_pimpinan(nama), jenis, induk, blud
    known = {record["kd_satker_str"] for record in master}
    others = {r["kd_satker"]: r["nama_satker"] for r in _read(source, "tender_selesai_nilai")}
    for kode, nama in sorted(others.items()):
        if kode not in known:
            yield kode, title_case(nama), "", "bukan_pemda", "", "tidak"


def build(source: Path, target: Path) -> None:
    """Write the four CSV files of the folder; README.md beside them is written by hand."""
    meta = (
        ("pemda", "Kabupaten Bandung"), ("kd_klpd", "D107"), ("tahun_anggaran", "2025"), ("triwulan", "3"),
        ("tanggal_cutoff", "2025-09-30"),
    )  # fmt: skip
    sumber = (
        ("realisasi-inaproc.csv", "LKPP", "Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah", DITARIK),
        ("satker.csv", "LKPP", "Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah", DITARIK),
    )
    write_csv(target / "meta.csv", ("kunci", "nilai"), meta)
    write_csv(target / "sumber_data.csv", ("berkas", "sumber", "pemilik", "data_per"), sumber)
    kolom = ("kode_satker", "nama_satker", "jabatan_pimpinan", "jenis", "kode_induk", "blud")
    write_csv(target / "satker.csv", kolom, satker(source))
    write_csv(target / "realisasi-inaproc.csv", HEADER, transactions(source))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(f"pemakaian: {Path(sys.argv[0]).name} FOLDER_SUMBER [FOLDER_TUJUAN]")
    build(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else DEFAULT_TARGET)
