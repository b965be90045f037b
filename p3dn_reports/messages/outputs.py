"""Messages on building, publishing and verifying."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

KELUARAN: dict[str, Message] = {
    "keluaran-sedang-dibuat": Message(
        "galat",
        "Pembuatan naskah lain sedang berjalan pada folder keluaran ini.",
        "Tunggu sampai selesai, lalu ulangi; bila tidak ada yang berjalan, salin folder kerja ke komputer ini.",
    ),
    "bahan-berubah": Message(
        "galat",
        "{nilai} disimpan ulang, ditambah, atau dihapus selama naskah dibuat, jadi tidak ada yang ditulis.",
        "Simpan dan tutup berkasnya, tunggu sinkronisasi folder selesai, lalu ulangi.",
    ),
    "keluaran-terkunci": Message(
        "galat",
        "Folder atau berkas ini tidak dapat ditulisi ({sebab}).",
        "Tutup berkas yang sedang terbuka di Word atau Excel, pastikan Anda boleh menulis di sana, lalu ulangi.",
    ),
    "keluaran-cakram-penuh": Message(
        "galat",
        "Tempat simpan penuh, jadi naskah tidak dapat ditulis ({sebab}).",
        "Kosongkan sebagian tempat simpan, lalu ulangi; keluaran yang lama tetap utuh.",
    ),
    "keluaran-gagal-ditulis": Message(
        "galat",
        "Naskah tidak dapat ditulis ke tempat ini ({sebab}).",
        "Periksa bahwa folder keluaran ada dan tersambung, lalu ulangi; keluaran yang lama tetap utuh.",
    ),
    "keluaran-letak-panjang": Message(
        "galat",
        "Letak berkas ini {panjang} huruf panjangnya, sedangkan Windows dan Word hanya membuka sampai {batas} huruf.",
        "Pindahkan folder kerja ke tempat yang lebih pendek, misalnya C:\\p3dn, lalu ulangi.",
    ),
    "keluaran-nama-ganda": Message(
        "galat",
        "Dua naskah akan disimpan dengan nama berkas yang sama.",
        "Bedakan kode satuan kerjanya, atau bedakan berkas pada entri dokumen di rules.yaml.",
    ),
    "keluaran-tanpa-manifes": Message(
        "galat",
        "Folder {folder} tidak memuat manifest.json, jadi bukan keluaran yang lengkap.",
        "Pilih folder keluaran yang lain, atau buat lagi naskahnya dengan p3dn build.",
    ),
    "keluaran-manifes-rusak": Message(
        "galat",
        "manifest.json pada folder {folder} tidak dapat dibaca.",
        "Buat lagi naskahnya dengan p3dn build.",
    ),
    "keluaran-digest-beda": Message(
        "galat",
        "Digest pada manifest.json tidak sama dengan digest bahan yang tercatat di dalamnya.",
        "Jangan pakai folder ini; buat lagi naskahnya dengan p3dn build.",
    ),
    "keluaran-hilang": Message(
        "galat",
        "Berkas {berkas} tercatat pada manifest.json, tetapi tidak ada di folder ini.",
        "Kembalikan berkas itu, atau buat lagi naskahnya dengan p3dn build.",
    ),
    "keluaran-tidak-terbaca": Message(
        "galat",
        "Berkas {berkas} tidak dapat dibaca ({sebab}).",
        "Tutup berkas itu bila sedang terbuka di program lain, lalu ulangi.",
    ),
    "keluaran-berubah": Message(
        "galat",
        "Isi berkas {berkas} sudah berubah sejak dibuat.",
        "Bila memang disunting, periksa sekali lagi angkanya; naskah aslinya dapat dibuat lagi dengan p3dn build.",
    ),
    "keluaran-berlebih": Message(
        "peringatan",
        "Berkas {berkas} ada di folder ini, tetapi bukan buatan p3dn.",
        "Pindahkan berkas itu ke folder lain bila folder ini akan diserahkan.",
    ),
    "keluaran-turunan-beda": Message(
        "galat",
        "PDF ini tidak dibuat dari naskah {nilai} yang ada di folder ini.",
        "Jangan pakai PDF ini; hapus folder PDF-nya, lalu jalankan lagi p3dn build --pdf.",
    ),
    "pdf-tanpa-libreoffice": Message(
        "galat",
        "PDF tidak dibuat karena LibreOffice tidak ada di komputer ini; naskah Word-nya lengkap.",
        "Pasang LibreOffice dari libreoffice.org, lalu ulangi perintah yang sama: hanya PDF-nya yang akan ditambahkan.",
    ),
    "pdf-tidak-dapat-dimulai": Message(
        "galat",
        "PDF tidak dibuat karena tempat ini tidak dapat dibaca atau ditulisi; naskah Word-nya ada.",
        "Pastikan masih ada ruang pada tempat simpan dan berkasnya tidak sedang dibuka, lalu ulangi perintah itu.",
    ),
    "pdf-gagal": Message(
        "galat",
        "LibreOffice dua kali tidak menghasilkan PDF dari naskah ini; naskah Word-nya ada.",
        "Buka naskahnya di Word, lalu simpan sebagai PDF dari sana.",
    ),
    "pdf-waktu-habis": Message(
        "galat",
        "LibreOffice belum juga selesai mengubah naskah ini menjadi PDF setelah {detik} detik, lalu dihentikan.",
        "Buka naskahnya di Word, lalu simpan sebagai PDF dari sana.",
    ),
    "pdf-libreoffice-rusak": Message(
        "galat",
        "LibreOffice di tempat ini berhenti tanpa menghasilkan satu PDF pun; naskah Word-nya lengkap.",
        "Coba buka LibreOffice dengan tangan; bila gagal juga, pasang ulang, lalu ulangi perintah yang sama.",
    ),
}
