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
    "aturan-tabel-judul": Message(
        "galat",
        "{tempat}: {sebab} pada judul tabel daerah.",
        "Tulis judulnya pada baris pertama, dipisah titik koma, masing-masing satu kali: {kolom}.",
    ),
    "aturan-tabel-baris": Message(
        "galat",
        "{tempat}: baris ini {sebab}.",
        "Simpan tabelnya dengan pemisah titik koma, satu baris satu daerah, tanpa tanda kutip dan tanpa titik koma di "
        "dalam sel.",
    ),
    "aturan-tabel-nama": Message(
        "galat",
        "{tempat}: nama {nilai} tidak diawali jenisnya, {jenis}.",
        "Tulis namanya lengkap, misalnya Kabupaten Bandung dengan jenis kabupaten.",
    ),
    "aturan-id-ganda": Message(
        "galat",
        "{tempat}: {nilai} sudah ditulis pada {pertama}.",
        "Pertahankan satu saja: satu aturan ditulis lengkap pada satu tempat.",
    ),
    "aturan-tata-naskah-lain": Message(
        "galat",
        "{tempat}: tata naskah {nilai} tidak mempunyai dokumen.",
        "{dugaan} Tulis dokumennya pada dokumen di dalam blok instrumennya, atau hapus tata naskah ini.",
    ),
    "aturan-tanpa-isi-lama": Message(
        "galat",
        "{tempat}: tidak ada isi {nilai} yang berlaku sebelumnya untuk ditambah atau dikurangi.",
        "Tulis seluruh isinya dengan isi, atau perbaiki berlaku_sejak dan melanjutkan.",
    ),
    "aturan-melanjutkan-melingkar": Message(
        "galat",
        "{tempat}: {nilai} pada akhirnya melanjutkan dirinya sendiri.",
        "Tulis pada melanjutkan hanya instrumen yang terbit lebih dahulu.",
    ),
    "aturan-kecuali-lain": Message(
        "galat",
        "{tempat}: {nilai} bukan ketentuan instrumen yang dilanjutkan.",
        "Yang dapat dikecualikan hanya ketentuan dari yang dilanjutkan: {diharapkan}.",
    ),
    "aturan-hapus-tidak-ada": Message(
        "galat",
        "{tempat}: {nilai} yang dihapus tidak ada pada isi yang berlaku sebelumnya.",
        "Tulis kodenya persis seperti pada isi yang lama, atau hapus butir ini.",
    ),
    "aturan-tambah-sudah-ada": Message(
        "galat",
        "{tempat}: {nilai} yang ditambahkan sudah ada pada isi yang berlaku sebelumnya.",
        "Hapus butir ini; yang lama tetap berlaku.",
    ),
}
