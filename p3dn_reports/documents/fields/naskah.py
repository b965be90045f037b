"""What a document says of itself: its number, date and place, its kind."""

from __future__ import annotations

from p3dn_reports.documents.at import At
from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.fields.field import YA_TIDAK, Field, Group
from p3dn_reports.documents.papers import own_row, unbroken
from p3dn_reports.formatting import hari, tanggal, terbilang


def _day_in_words(at: At) -> object:
    """As a berita acara opens: `Senin, tanggal dua, bulan Januari, tahun dua ribu dua puluh lima`."""
    day, planned = at.planned.tanggal_naskah, at.planned
    if day is None:
        return blank("tanggal_naskah", "naskah", "tanggal", dokumen=planned.dokumen.id, **planned.key)
    _, bulan, _ = tanggal(day).split()
    return f"{hari(day)}, tanggal {terbilang(day.day)}, bulan {bulan}, tahun {terbilang(day.year)}"


def _day(at: At) -> str:
    return tanggal(at.planned.tanggal_naskah) if at.planned.tanggal_naskah else ""


NASKAH: Group[At] = Group(
    {
        "nomor": Field(
            "Nomor naskah, atau tanda isian persuratan elektronik",
            lambda at: unbroken(at.planned.nomor) if at.planned.nomor else at.bentuk.nomor_kosong or "${nomor_naskah}",
            source="tabel naskah, kolom nomor",
            example="e-0123/PN.01.02",
        ),
        "bernomor": Field("Apakah sudah bernomor", lambda at: bool(at.planned.nomor), YA_TIDAK, example="ya"),
        "tanggal": Field(
            "Tanggal naskah, atau tanda isian persuratan elektronik",
            lambda at: _day(at) or at.bentuk.tanggal_kosong or "${tanggal_naskah}",
            source="tabel naskah, kolom tanggal",
            example="31 Desember 2024",
        ),
        "hari": Field(
            "Hari dan tanggal dengan kata-kata",
            _day_in_words,
            example="Selasa, tanggal tiga puluh satu, bulan Desember, tahun dua ribu dua puluh empat",
            wanting=True,
        ),
        "tempat": Field(
            "Tempat kegiatannya; ibu kota daerah bila tidak diisi",
            lambda at: own_row(at.material, at.planned).get("tempat") or at.material.scope.daerah.ibu_kota,
            source="tabel naskah, kolom tempat",
            example="Ruang Rapat Contoh",
        ),
        "sifat": Field(
            "Sifat surat",
            lambda at: at.planned.dokumen.sifat or at.bentuk.sifat,
            source="rules.yaml, dokumen",
            example="Segera",
        ),
        "judul": Field(
            "Judul naskah",
            lambda at: at.planned.dokumen.judul,
            source="rules.yaml, dokumen",
            example="Surat penjelasan",
        ),
    }
)
