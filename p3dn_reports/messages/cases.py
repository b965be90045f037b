"""Messages on the rulebook's own cases."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

KASUS: dict[str, Message] = {
    "kasus-baris-tidak-sejajar": Message(
        "galat",
        "Baris tabel ini mempunyai {ada} sel, sedangkan baris judulnya {perlu}.",
        "Pisahkan sel dengan garis tegak (|); sel kosong tetap ditulis dengan garisnya.",
    ),
    "kasus-sel-salah": Message(
        "galat",
        "{nilai} tidak dapat dibaca sebagai {judul} ({jenis}).",
        "Tulis seperti pada buku kerja: 79.990.000 untuk rupiah, 2024-12-30 untuk tanggal, ya atau tidak.",
    ),
}
