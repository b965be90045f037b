"""Messages on names in the rulebook that lead nowhere, or to what does not fit there."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

ATURAN_NAMA: dict[str, Message] = {
    "aturan-rujukan-tidak-ada": Message(
        "galat",
        "{tempat}: tidak ada {jenis} bernama {nilai}.",
        "{dugaan}",
    ),
    "aturan-sumber-tidak-ada": Message(
        "galat",
        "{tempat}: sumber hukum {nilai} tidak ada pada register.",
        "Tambahkan pada sumber_hukum, atau perbaiki rujukannya. {dugaan}",
    ),
    "aturan-tempat-tidak-ada": Message(
        "galat",
        "{tempat}: {nilai} tidak ada pada register ketentuan peraturan itu.",
        "Perbaiki tempatnya, atau daftarkan di bawah ketentuan atau pada tempat sumber hukumnya. {dugaan}",
    ),
    "aturan-tempat-belum-dicocokkan": Message(
        "catatan",
        "{tempat}: {nilai} belum dapat dicocokkan, sebab tidak satu pun tempat pada {sumber} terdaftar; tempatnya "
        "dicetak dengan keterangan belum dicocokkan.",
        "Daftarkan ketentuannya di bawah ketentuan, atau tempat yang boleh dirujuk pada tempat sumber hukum itu.",
    ),
    "aturan-tabel-tidak-ada": Message(
        "galat",
        "{tempat}: tidak ada tabel masukan bernama {nilai}.",
        "{dugaan}",
    ),
    "aturan-kolom-tidak-ada": Message(
        "galat",
        "{tempat}: tabel {tabel_nama} tidak mempunyai kolom {nilai}.",
        "{dugaan}",
    ),
    "aturan-kolom-salah-jenis": Message(
        "galat",
        "{tempat}: kolom {nilai} berisi {ada}, sedangkan di sini perlu {perlu}.",
        "Pilih kolom lain, atau pembanding yang sesuai.",
    ),
    "aturan-templat-tidak-ada": Message(
        "galat",
        "{tempat}: templat {nilai} tidak ada pada folder templat.",
        "Taruh berkas Word itu pada folder templat. {dugaan}",
    ),
    "aturan-kd-klpd-ganda": Message(
        "galat",
        "{tempat}: kode KLPD {nilai} sudah dipakai daerah {lain}.",
        "Beri setiap daerah kodenya sendiri; lihat kolom kd_klpd pada data LKPP.",
    ),
    "aturan-kolom-sudah-ada": Message(
        "galat",
        "{tempat}: kolom turunan {nilai} bernama sama dengan kolom tabel {tabel_nama}.",
        "Beri kolom turunan nama lain.",
    ),
    "aturan-tabel-berbeda": Message(
        "galat",
        "{tempat}: syarat {nilai} berlaku atas tabel {ada}, sedangkan di sini tabelnya {perlu}.",
        "Pakai syarat atas tabel {perlu}.",
    ),
    "aturan-daftar-tanpa-hierarki": Message(
        "galat",
        "{tempat}: daftar {nilai} tidak berhierarki, sehingga tidak dapat dipakai pada turunan_dari.",
        "Tulis `hierarki: ya` pada daftar itu, atau pakai salah_satu.",
    ),
    "aturan-kata-tidak-mungkin": Message(
        "galat",
        "{tempat}: kolom {kolom_nama} tidak pernah berisi {nilai}.",
        "{dugaan}",
    ),
    "aturan-kata-tidak-dikenal": Message(
        "peringatan",
        "{tempat}: {nilai} bukan nilai yang dikenal kolom {kolom_nama}, jadi mungkin tidak pernah ditemukan.",
        "{dugaan} Bila memang nilai yang baru, tambahkan pada x-known-values kolom itu di schemas/.",
    ),
    "aturan-tabel-tanpa-unit": Message(
        "galat",
        "{tempat}: tabel {nilai} tidak mempunyai kolom unit, sehingga barisnya tidak diketahui milik unit mana.",
        "Pilih tabel yang barisnya milik unit, misalnya alasan atau kronologi.",
    ),
}
