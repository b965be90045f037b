"""Messages on what is kept of a quarter beside its inputs and builds."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

MEJA: dict[str, Message] = {
    "catatan-asing": Message(
        "peringatan",
        "Berkas {nilai} di folder catatan bukan catatan p3dn, jadi tidak dibaca.",
        "Bila ini salinan dari program sinkronisasi, hapus saja; bila berkas lain, pindahkan dari folder catatan.",
    ),
    "catatan-rusak": Message(
        "peringatan",
        "Catatan {nilai} tidak dapat dibaca, jadi yang tercatat di dalamnya tidak ikut dihitung.",
        "Salin lagi berkas itu dari komputer yang membuatnya, atau dari cadangan; catatan lain tetap dipakai.",
    ),
    "catatan-versi-lain": Message(
        "peringatan",
        "Catatan ini ditulis program yang lebih baru (bentuk {nilai}), jadi tidak ikut dihitung di sini.",
        "Pasang p3dn yang lebih baru di komputer ini.",
    ),
    "edisi-kembar": Message(
        "peringatan",
        "Dua susunan sama-sama tercatat sebagai {nilai}, karena ditandai di dua komputer sebelum foldernya disatukan.",
        "Keduanya tetap; lihat komputernya di belakang nama edisi, dan pakai yang dikirim.",
    ),
}
