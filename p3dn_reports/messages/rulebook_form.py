"""Messages on how the rulebook is written: its YAML, and the form its schema asks for."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

ATURAN_BENTUK: dict[str, Message] = {
    "aturan-tidak-terbaca": Message(
        "galat",
        "Berkas {jalur} tidak ada atau tidak dapat dibuka.",
        "Periksa letak berkas itu, atau pulihkan dari salinannya.",
    ),
    "aturan-terlalu-besar": Message(
        "galat",
        "Berkas {jalur} berukuran {nilai} bita, terlalu besar untuk sebuah buku aturan.",
        "Periksa apakah berkas itu memang buku aturan; data ditaruh pada folder masukan.",
    ),
    "aturan-bukan-utf8": Message(
        "galat",
        "{tempat}: ada huruf yang tidak tersimpan sebagai UTF-8.",
        "Simpan ulang berkas itu dengan pilihan encoding UTF-8 pada penyunting.",
    ),
    "aturan-kosong": Message(
        "galat",
        "{tempat}: berkas ini tidak berisi apa pun.",
        "Pulihkan isinya dari salinan terakhir; berkas yang dimuat boleh juga dihapus dari memuat.",
    ),
    "aturan-dokumen-ganda": Message(
        "galat",
        "{tempat}: ada dokumen YAML kedua.",
        "Hapus baris --- atau ... itu; buku aturan adalah satu dokumen.",
    ),
    "aturan-yaml-rusak": Message(
        "galat",
        "{tempat}: {sebab}.",
        "{obat}",
    ),
    "aturan-terlalu-dalam": Message(
        "galat",
        "{tempat}: susunan di sini bertingkat lebih dari {nilai}.",
        "Periksa kurung dan indentasi; aturan tidak membutuhkan tingkat sedalam itu.",
    ),
    "aturan-isi-meluas": Message(
        "galat",
        "{tempat}: isi yang diulang dengan tanda * melebihi {nilai} butir.",
        "Kurangi pemakaian jangkar (& dan *) yang saling mengulang.",
    ),
    "aturan-jangkar-tidak-ada": Message(
        "galat",
        "{tempat}: tanda *{nilai} merujuk jangkar yang belum ada di atasnya.",
        "Taruh &{nilai} pada isi yang diulang, di atas baris ini; teks yang diawali * diberi tanda kutip.",
    ),
    "aturan-jangkar-ganda": Message(
        "galat",
        "{tempat}: jangkar &{nilai} sudah dipakai pada baris {pertama}; *{nilai} di bawahnya mengulang isi yang lain.",
        "Beri jangkar yang kedua nama lain.",
    ),
    "aturan-gabung-dilarang": Message(
        "galat",
        "{tempat}: penggabungan kunci dengan << tidak dipakai pada buku aturan.",
        "Tulis kunci-kuncinya satu per satu; yang boleh diulang dengan * adalah seluruh isi satu kunci atau butir.",
    ),
    "aturan-spasi-khusus": Message(
        "galat",
        "{tempat}: ada spasi khusus ({nilai}) yang tampak seperti spasi biasa, misalnya dari salinan pengolah kata.",
        "Hapus spasi itu, lalu ketik spasi biasa.",
    ),
    "aturan-tag-dilarang": Message(
        "galat",
        "{tempat}: tag {nilai} tidak dipakai dalam buku aturan.",
        "Hapus tag itu; teks yang diawali tanda seru diberi tanda kutip.",
    ),
    "aturan-kunci-ganda": Message(
        "galat",
        "{tempat}: kunci {nilai} sudah ditulis pada baris {pertama}.",
        "Satukan kedua isinya, atau ganti nama salah satunya.",
    ),
    "aturan-kunci-bukan-teks": Message(
        "galat",
        "{tempat}: kunci ini bukan teks.",
        "Tulis kunci sebagai kata, misalnya `judul: ...`; teks yang diawali kurung diberi tanda kutip.",
    ),
    "aturan-kunci-tak-dikenal": Message(
        "galat",
        "{tempat}: kunci {nilai} tidak dikenal di sini.",
        "{dugaan}",
    ),
    "aturan-kunci-kurang": Message(
        "galat",
        "{tempat}: kunci {nilai} belum ada.",
        "Tambahkan {nilai}: {arti}",
    ),
    "aturan-jenis-salah": Message(
        "galat",
        "{tempat}: isinya {ada}, seharusnya {diharapkan}.",
        "Ubah bentuk isinya menjadi {diharapkan}.",
    ),
    "aturan-versi-lain": Message(
        "galat",
        "{tempat}: buku aturan ini bentuknya versi {nilai}, sedangkan program ini mengenal versi {perlu}.",
        "Bila programnya lebih lama, pasang yang terbaru. Bila buku aturannya lebih lama, jalankan p3dn init --upgrade "
        "pada folder kerja ini, lalu salin perubahan Anda ke pembaruan/rules.yaml dan pindahkan ke sini.",
    ),
    "aturan-kata-salah": Message(
        "galat",
        "{tempat}: kata {nilai} tidak dikenal di sini.",
        "{dugaan}",
    ),
    "aturan-pola-salah": Message(
        "galat",
        "{tempat}: «{nilai}» tidak benar bentuknya.",
        "Tulis {diharapkan}.",
    ),
    "aturan-nilai-kosong": Message(
        "galat",
        "{tempat}: nilainya kosong.",
        "Isi dengan {diharapkan}, atau hapus kuncinya bila memang tidak ada.",
    ),
    "aturan-nama-salah": Message(
        "galat",
        "{tempat}: «{nilai}» tidak dapat menjadi nama.",
        "Tulis {diharapkan}.",
    ),
    "aturan-banyaknya-salah": Message(
        "galat",
        "{tempat}: isinya {nilai} {kata}, seharusnya {diharapkan}.",
        "Tambah atau kurangi isinya. {arti}",
    ),
    "aturan-butir-ganda": Message(
        "galat",
        "{tempat}: butir {nilai} ditulis dua kali.",
        "Hapus salah satunya.",
    ),
    "aturan-bentuk-salah": Message(
        "galat",
        "{tempat}: «{nilai}» tidak sesuai dengan bentuk yang ditetapkan.",
        "Sesuaikan: {diharapkan}",
    ),
}
