"""Messages on the files of a rulebook: what rules.yaml includes by name, and what stands in two of them."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

ATURAN_BERKAS: dict[str, Message] = {
    "aturan-memuat-tidak-ada": Message(
        "galat",
        "{tempat}: berkas {nilai} yang dimuat tidak ada.",
        "{dugaan} Namanya ditulis dari folder tempat rules.yaml, dengan garis miring biasa, misalnya "
        "aturan/hari-libur.yaml.",
    ),
    "aturan-memuat-di-luar": Message(
        "galat",
        "{tempat}: {nilai} berada di luar folder rules.yaml.",
        "Taruh berkasnya di folder aturan/ di sebelah rules.yaml, lalu tulis namanya dari sana, misalnya "
        "aturan/hari-libur.yaml: tanpa .. dan tanpa tautan keluar.",
    ),
    "aturan-memuat-dua-kali": Message(
        "galat",
        "{tempat}: {nilai} sudah dimuat pada {pertama}.",
        "Hapus salah satunya; satu berkas dimuat satu kali.",
    ),
    "aturan-memuat-melingkar": Message(
        "galat",
        "{tempat}: {nilai} memuat dirinya sendiri ({jalan}).",
        "Hapus nama itu di sini; cukup rules.yaml yang memuat berkas lain.",
    ),
    "aturan-id-ganda": Message(
        "galat",
        "{tempat}: {nilai} sudah ditulis pada {pertama}.",
        "Pertahankan satu saja: satu aturan ditulis lengkap pada satu berkas.",
    ),
}
