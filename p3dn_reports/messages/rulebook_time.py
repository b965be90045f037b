"""Messages on what the rulebook leaves without anything in force."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

ATURAN_CELAH: dict[str, Message] = {
    "aturan-instrumen-menyisakan-celah": Message(
        "peringatan",
        "{tempat}: untuk {nilai} di {daerah}, {sumber} tidak menyebut {apa}, yang sebelumnya berlaku menurut "
        "{sebelumnya}; di sana tidak ada yang berlaku untuk itu.",
        "Bila masih diminta, tulis yang dilanjutkannya pada melanjutkan di blok {sumber}, atau tambahkan {sumber} "
        "sebagai dasar pada masing-masing; bila memang ditinggalkan, biarkan.",
    ),
    "aturan-instrumen-tidak-diterapkan": Message(
        "peringatan",
        "{tempat}: {nilai} tidak diterapkan daerah mana pun, sehingga tidak menilai apa pun.",
        "Tambahkan pada menerapkan di profil daerahnya, atau tulis instrumen yang dilanjutkannya pada melanjutkan.",
    ),
    "aturan-celah-setelah-instrumen": Message(
        "catatan",
        "{tempat}: setelah {nilai} tidak ada instrumen yang berlaku di {daerah} (yang terakhir {sumber}), sehingga di "
        "sana tidak ada {apa}.",
        "Bila instrumen berikutnya terbit, lanjutkan yang terakhir dengan p3dn rules continue, atau tulis bloknya "
        "sendiri dan tambahkan pada menerapkan.",
    ),
    "aturan-celah-setelah-hukum": Message(
        "catatan",
        "{tempat}: {sumber} berakhir; sejak {nilai} di {daerah} tidak ada {apa}.",
        "Tambahkan nilai atau dasar menurut peraturan penggantinya, bila ada.",
    ),
    "aturan-hari-libur-belum-didaftar": Message(
        "catatan",
        "{tempat}: hari libur tahun {tahun} belum didaftar, sehingga {apa} di {daerah} belum dapat dihitung melewati "
        "tahun itu.",
        "Tambahkan tahun-{tahun} pada hari_libur menurut keputusan bersama tentang hari libur dan cuti bersama.",
    ),
}
