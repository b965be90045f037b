"""Messages on the formulas, conditions and verdicts of the rulebook."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

ATURAN_RUMUS: dict[str, Message] = {
    "aturan-nama-bermakna-dua": Message(
        "galat",
        "{tempat}: {nilai} juga nama {lain}, sehingga artinya pada rumus tidak jelas.",
        "Beri nama lain pada salah satunya.",
    ),
    "aturan-nama-rumus": Message(
        "galat",
        "{tempat}: {nilai} bukan kolom tabel {tabel_nama}, parameter, atau hitungan.",
        "{dugaan}",
    ),
    "aturan-acuan-rumus": Message(
        "galat",
        "{tempat}: parameter {nilai} dipilih menurut tanggal naskah, sedangkan rumus ini tidak mempunyai naskah.",
        "Pakai parameter dengan tanggal_acuan data_per atau tanggal_kejadian.",
    ),
    "aturan-bagian-rumus": Message(
        "galat",
        "{tempat}: bagian-bagian {nilai} tidak dapat dihitung bersama ({ada}).",
        "Periksa satuan setiap bagiannya: jumlah, selisih, terkecil, dan terbesar meminta satuan yang sama.",
    ),
    "aturan-satuan-rumus": Message(
        "galat",
        "{tempat}: tertulis {nilai}, sedangkan rumusnya menghasilkan {ada}.",
        "Samakan satuannya dengan hasil rumus, atau perbaiki rumusnya.",
    ),
    "aturan-kata-tanpa-kelompok": Message(
        "galat",
        "{tempat}: {nilai} hanya untuk kelompok baris, sedangkan di sini setiap baris berdiri sendiri.",
        "Tambahkan untuk_setiap pada aturan ini, atau pakai kata hitung lain.",
    ),
    "aturan-kolom-pada-kelompok": Message(
        "galat",
        "{tempat}: kolom {nilai} dapat berbeda di antara baris satu kelompok, sehingga tidak jelas isi yang mana.",
        "Pakai total, tertinggi, atau isi_tunggal atas kolom itu, atau masukkan kolomnya ke untuk_setiap.",
    ),
    "aturan-urutan-pada-kelompok": Message(
        "galat",
        "{tempat}: {nilai} hanya untuk baris, sedangkan aturan ini mengelompokkan baris dengan untuk_setiap.",
        "Hapus untuk_setiap, atau hitung urutannya pada hitungan tersendiri.",
    ),
    "aturan-hitungan-tanpa-kunci": Message(
        "galat",
        "{tempat}: hitungan {nilai} milik setiap baris tabel {lain}, sehingga dari sini tidak jelas baris yang mana.",
        "Beri untuk_setiap pada hitungan itu dengan kolom yang juga ada di sini.",
    ),
    "aturan-urutan-dua-cara": Message(
        "galat",
        "{tempat}: urutan memuat sebagai_satu dan di_dalam sekaligus.",
        "Pakai salah satu: sebagai_satu menghitung perbuatannya, di_dalam menghitung barisnya di dalam satu perbuatan.",
    ),
    "aturan-dicocokkan-salah": Message(
        "galat",
        "{tempat}: dicocokkan [{nilai}] tidak berpasangan dengan untuk_setiap [{perlu}].",
        "Tulis satu kolom penanya untuk setiap kolom untuk_setiap, menurut urutannya.",
    ),
    "aturan-hitungan-melingkar": Message(
        "galat",
        "{tempat}: hitungan {nilai} kembali kepada dirinya sendiri ({jalan}).",
        "Putus salah satu rujukan pada lingkaran itu.",
    ),
    "aturan-kondisi-salah-jenis": Message(
        "galat",
        "{tempat}: {ada} tidak dapat dibandingkan dengan {perlu} memakai kata “{nilai}”.",
        "Bandingkan angka dengan angka yang satuannya sama, tanggal dengan tanggal, dan teks dengan salah_satu.",
    ),
    "aturan-pilihan-kembar": Message(
        "galat",
        "{tempat}: pilihan {nilai} sudah ada pada tabel putusan ini.",
        "Beri nama lain, atau gabungkan keduanya.",
    ),
    "aturan-putusan-bercelah": Message(
        "galat",
        "{tempat}: pilihan terakhir {nilai} masih bersyarat, sehingga ada objek yang tidak mendapat putusan.",
        "Tambahkan pilihan terakhir tanpa bila.",
    ),
    "aturan-putusan-terbuka": Message(
        "galat",
        "{tempat}: pilihan {nilai} tidak bersyarat, sehingga pilihan di bawahnya tidak pernah tercapai.",
        "Beri bila, atau pindahkan ke tempat terakhir.",
    ),
    "aturan-putusan-tak-tercapai": Message(
        "galat",
        "{tempat}: pilihan {nilai} tidak pernah tercapai: pilihan di atasnya meminta lebih sedikit.",
        "Pindahkan ke atas pilihan itu, atau perbaiki kondisinya.",
    ),
}
