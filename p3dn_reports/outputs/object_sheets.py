"""The sheets of hasil.xlsx about objects: verdicts, sanctions first, and figures that stand for themselves."""

from __future__ import annotations

from p3dn_reports.outputs.cells import Cell, Columns, Number, Record, as_date, joined


def _value(step: Record | None) -> Cell:
    """A number as a number, a date as a date; where there is none yet, why."""
    if step is None:
        return None
    if step["nilai"] is None:
        return str(step["sebab"])
    if step["satuan"] == "tanggal":
        return as_date(step["nilai"])
    return str(step["nilai"]) if step["satuan"] == "teks" else Number(step["nilai"])


def _told(step: Record) -> str:
    return f"{step['judul']}: {step['sebab'] or step['tampil']}"


PUTUSAN: Columns = (
    ("Putusan", 34, lambda record: record["judul"]),
    ("Atas", 40, lambda record: record["objek"]["sebutan"]),
    ("Kode satuan kerja", 26, lambda record: record["objek"]["unit"]),
    ("Tanggal", 12, lambda record: as_date(record["tanggal"])),
    ("Hasil", 44, lambda record: record["tampil"] or "belum dapat diputus"),
    ("Nilai", 22, lambda record: _value(record["nilai"])),
    ("Disertai", 50, lambda record: joined(_told(step) for step in record["disertai"].values())),
    ("Dapat dijatuhkan", 12, lambda record: record["dapat_dijatuhkan"]),
    ("Yang masih kurang", 50, lambda record: joined((*record["kurang"], *record["ditahan"]))),
    ("Sebab belum diputus", 50, lambda record: record["sebab"]),
    ("Tindakan", 50, lambda record: joined(record["tindakan"])),
    ("Dasar", 40, lambda record: joined(record["dasar"])),
    ("Berkas", 34, lambda record: record["objek"]["berkas"]),
    ("Lembar", 18, lambda record: record["objek"]["lembar"]),
    ("Baris", 8, lambda record: record["objek"]["baris"]),
)

HITUNGAN: Columns = (
    ("Hitungan", 40, lambda record: record["judul"]),
    ("Atas", 40, lambda record: record["objek"]["sebutan"]),
    ("Nilai", 22, _value),
    ("Tercetak", 24, lambda record: record["tampil"]),
    ("Sebab belum dihitung", 60, lambda record: record["sebab"]),
    ("Dasar", 40, lambda record: joined(record["dasar"])),
    ("Berkas", 34, lambda record: record["objek"]["berkas"]),
    ("Lembar", 18, lambda record: record["objek"]["lembar"]),
    ("Baris", 8, lambda record: record["objek"]["baris"]),
)
