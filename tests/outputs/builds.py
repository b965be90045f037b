"""Small builds to publish: their parts, files and manifest."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from p3dn_reports.outputs.manifest import BuildPlace, digest_of, manifest
from p3dn_reports.outputs.publish import publish
from p3dn_reports.problems import Problem, Severity

MASUKAN = "2024-tw4"

DOKUMEN: list[Mapping[str, object]] = [
    {
        "id": "surat_penjelasan",
        "judul": "Surat penjelasan capaian",
        "unit": "1.01",
        "nama_unit": "Dinas Pendidikan",
        "berkas": "surat/1.01.docx",
        "status": "konsep",
        "sebab": ["alasan belum diisi"],
        "kurang": ["Alasan"],
        "dasar": ["insekda-48-2024/KESATU.a.6"],
        "jatuh_tempo": "2024-12-31",
    }
]

MASALAH = [Problem("sel-kosong", Severity.PERINGATAN, "Sel kosong.", "Isi sel itu.", nilai="")]

FILES = {
    "laporan.docx": b"laporan",
    "surat/1.01.docx": b"surat",
    "hasil.json": b"{}\n",
    "masalah.json": b'{"masalah": []}\n',
}


def parts(content: str = "a") -> dict[str, str]:
    return {"masukan/bayar.csv": content, "aturan/rules.yaml": "b", "mesin": "0.1.0+cafe"}


def place(content: str = "a", data_per: date = date(2024, 12, 30)) -> BuildPlace:
    return BuildPlace(MASUKAN, "dki-jakarta", "2024-TW4", data_per, digest_of(parts(content)))


def publish_build(root: Path, content: str = "a", files: Mapping[str, bytes] = FILES) -> Path:
    where = place(content)
    return publish(root, where, files.items(), manifest(where, parts(content), "0.1.0", DOKUMEN, MASALAH))


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


RINGKASAN: dict[str, Any] = {
    "nama_daerah": "Provinsi Contoh",
    "nama_periode": "Triwulan IV Tahun Anggaran 2024",
    "keadaan_data": "perbaikan ke-2",
    "simulasi": True,
    "judul": {"indikator": {"capaian_perkin": "Capaian Perjanjian Kinerja"}, "ukuran": {}},
    "angka": [
        {"judul": "Realisasi", "nilai": "959.5", "satuan": "rupiah", "catatan": None},
        {"judul": "Satuan kerja di bawah 80%", "nilai": "2", "satuan": "satuan kerja", "catatan": None},
        {"judul": "Pagu", "nilai": None, "satuan": "rupiah", "catatan": "tabel rup tidak ada"},
    ],
    "wajib_menjelaskan": [
        {
            "kode_satker": "1.02",
            "nama": "=Dinas & <Kesehatan>",
            "tampil": "79,995%",
            "status": "di bawah 80%",
            "kekurangan_ambang": "1",
            "kelebihan_ambang": "0",
            "jawaban": None,
        }
    ],
    "berikutnya": [{"waktu": "2 Januari 2025", "aktivitas": "Laporan", "pelaksana": "Ketua Harian"}],
    "diputuskan": ["Mengesahkan penafsiran skala."],
}
"""The period on one page, with a figure that lacks and a hostile name."""
