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
    "meja-sedang-dipakai": Message(
        "galat",
        "Folder ini sedang ditulisi dari jendela atau komputer lain.",
        "Tunggu sebentar, lalu ulangi; belum ada yang ditulis.",
    ),
    "sedang-disusun": Message(
        "galat",
        "{nilai}",
        "Anda tetap dapat melihat semua layar; susun lagi sesudah itu selesai.",
    ),
    "isian-berubah": Message(
        "galat",
        "Isian ini baru saja diubah {nilai}. Isian Anda belum disimpan, dan belum hilang.",
        "Lihat bedanya, lalu simpan lagi.",
    ),
    "isian-sedang-dibuka": Message(
        "galat",
        "Berkas isian sedang dibuka di Excel; bila ditulisi sekarang, yang satu menghapus isian yang lain.",
        "Simpan dan tutup berkas itu di Excel, lalu ulangi.",
    ),
    "isian-rusak": Message(
        "galat",
        "Berkas isian tidak dapat dibaca sebagai buku kerja.",
        "Buka di Excel dan simpan lagi sebagai .xlsx, atau kembalikan dari cadangan.",
    ),
    "isian-tidak-dapat-diisi": Message(
        "galat",
        "Isian tidak dapat ditulis ke buku kerja ({nilai}).",
        "Pendekkan isiannya, atau perbaiki lembar itu di Excel, lalu ulangi.",
    ),
    "permintaan-disunting": Message(
        "peringatan",
        "Berkas {nilai} di folder permintaan sudah diubah orang, jadi paket satuan kerja itu tidak ditulis ulang.",
        "Pindahkan berkas itu dari folder permintaan (bila isinya jawaban, taruh di kotak masuk), lalu ulangi.",
    ),
    "naskah-asing": Message(
        "peringatan",
        "Berkas {nilai} di folder naskah bukan naskah buatan p3dn, jadi tidak dihubungkan dengan naskah mana pun.",
        "Pindahkan berkas itu ke folder lain, atau buka naskahnya dari Meja Kerja.",
    ),
    "naskah-kembar": Message(
        "peringatan",
        "Berkas {nilai} di folder naskah adalah naskah yang sama dengan {lain}; yang dipakai {lain}.",
        "Pilih satu, lalu pindahkan yang lain dari folder naskah.",
    ),
    "naskah-perlu-dipilih": Message(
        "peringatan",
        "Naskah ini sudah Anda sunting, sedangkan isinya pada {nilai} berbeda dari saat disunting.",
        "Pilih dahulu: pakai yang baru, atau tetap pakai suntingan Anda.",
    ),
    "naskah-disunting-di-susunan": Message(
        "peringatan",
        "Naskah {nilai} disunting di folder edisi, padahal edisi berikutnya tidak melihat ke sana.",
        "Pindahkan ke folder naskah dengan p3dn letters keep, atau dari Meja Kerja; suntingan Anda tetap.",
    ),
    "beku-berubah": Message(
        "galat",
        "Salinan persis {nilai} dari naskah yang dikirim sudah berubah atau hilang.",
        "Kembalikan berkas itu dari cadangan atau dari komputer yang menandainya.",
    ),
    "kiriman-zip-rusak": Message(
        "galat",
        "Berkas {nilai} tidak dapat dibuka sebagai zip.",
        "Minta dikirim ulang, atau keluarkan isinya lalu taruh berkasnya satu per satu.",
    ),
    "kiriman-zip-bersandi": Message(
        "galat",
        "Zip {nilai} memakai sandi.",
        "Keluarkan isinya dengan sandinya, lalu taruh berkasnya satu per satu.",
    ),
    "kiriman-zip-berbahaya": Message(
        "galat",
        "Zip {zip} memuat {nilai}, yang menunjuk ke luar zip itu, jadi tidak ada isinya yang diambil.",
        "Jangan dibuka; tanyakan kepada pengirimnya, dan minta dikirim ulang.",
    ),
    "kiriman-zip-mengembang": Message(
        "galat",
        "Isi zip {nilai} terlalu banyak atau mengembang terlalu besar, jadi tidak diambil.",
        "Minta berkasnya dikirim satu per satu.",
    ),
    "kiriman-zip-dalam-zip": Message(
        "peringatan",
        "Di dalam zip {zip} ada arsip {nilai}, yang tidak dibuka.",
        "Keluarkan isinya, lalu taruh berkasnya di sini.",
    ),
    "kiriman-zip-kosong": Message(
        "galat",
        "Zip {nilai} tidak memuat berkas.",
        "Minta dikirim ulang.",
    ),
    "kiriman-kosong": Message(
        "galat",
        "Berkas {nilai} kosong.",
        "Minta dikirim ulang.",
    ),
    "kiriman-terlalu-besar": Message(
        "galat",
        "Berkas {nilai} lebih besar dari {batas} MB.",
        "Minta datanya dibagi menurut bulan atau satuan kerja.",
    ),
    "kiriman-sudah-ada": Message(
        "catatan",
        "Berkas {nilai} sama persis dengan {lain}.",
        "Tidak perlu diterima lagi.",
    ),
    "edisi-kembar": Message(
        "peringatan",
        "Dua susunan sama-sama tercatat sebagai {nilai}, karena ditandai di dua komputer sebelum foldernya disatukan.",
        "Keduanya tetap; lihat komputernya di belakang nama edisi, dan pakai yang dikirim.",
    ),
}
