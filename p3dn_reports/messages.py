"""Every text a person can be shown about a fault, in one place: code, severity, message, remedy.

Messages are part of the public API: a code keeps its meaning for ever, a text may be improved. Placeholders in braces
are filled by `problems.problem`. Write one plain Indonesian sentence that says what is wrong, and one that says what to
do; name the value and the expectation in the sentence where they help, since readers see nothing else.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Message(NamedTuple):
    """One entry of the catalogue. `tingkat` is galat, peringatan or catatan."""

    tingkat: Literal["galat", "peringatan", "catatan"]
    pesan: str
    saran: str


# Files and sheets: inputs/
_BERKAS: dict[str, Message] = {
    "berkas-kosong": Message(
        "galat",
        "Berkas ini kosong (0 bita).",
        "Minta pengirim mengirim ulang berkasnya, atau hapus berkas ini dari folder masukan.",
    ),
    "berkas-terlalu-besar": Message(
        "galat",
        "Berkas ini berukuran {ukuran} MB, melebihi batas {batas} MB.",
        "Bagi datanya ke beberapa berkas, atau hapus gambar dan lembar yang tidak diperlukan.",
    ),
    "berkas-bersandi": Message(
        "galat",
        "Berkas ini bersandi atau berformat Excel lama (.xls) dengan akhiran yang salah.",
        "Buka di Excel, hapus sandinya, lalu simpan sebagai Buku Kerja Excel (*.xlsx).",
    ),
    "bukan-buku-kerja": Message(
        "galat",
        "Isi berkas ini bukan buku kerja Excel walaupun akhirannya demikian.",
        "Buka dengan program asalnya, lalu simpan sebagai Buku Kerja Excel (*.xlsx).",
    ),
    "berkas-rusak": Message(
        "galat",
        "Berkas ini rusak atau terpotong sehingga tidak dapat dibaca.",
        "Minta pengirim mengirim ulang, atau buka dan simpan ulang di Excel.",
    ),
    "berkas-terpotong": Message(
        "galat",
        "Bagian akhir berkas ini hilang: pengiriman atau penyimpanannya terputus.",
        "Minta pengirim mengirim ulang berkas yang utuh.",
    ),
    "bagian-berkas-hilang": Message(
        "galat",
        "Buku kerja ini tidak lengkap: bagian {bagian} tidak ada di dalamnya.",
        "Minta pengirim membukanya di Excel, menyimpannya ulang sebagai *.xlsx, lalu mengirim ulang.",
    ),
    "lembar-bernama-kembar": Message(
        "galat",
        "Buku kerja ini memuat dua lembar bernama “{lembar}”, sehingga tidak jelas mana yang dimaksud.",
        "Buka di Excel, beri nama yang berbeda, lalu simpan.",
    ),
    "pengodean-lembar-asing": Message(
        "galat",
        "Lembar “{lembar}” ditulis dalam pengodean UTF-16, yang tidak dapat dibaca.",
        "Buka di Excel, lalu simpan ulang sebagai Buku Kerja Excel (*.xlsx).",
    ),
    "berkas-tanpa-isi": Message(
        "peringatan",
        "Berkas ini tidak memuat satu isian pun.",
        "Periksa apakah berkas yang dikirim benar; bila tidak diperlukan, keluarkan dari folder masukan.",
    ),
    "berkas-terlalu-lama-dibaca": Message(
        "galat",
        "Berkas ini belum juga selesai dibaca setelah {detik} detik, sehingga pembacaannya dihentikan.",
        "Salin hanya data yang diperlukan ke buku kerja baru, lalu simpan.",
    ),
    "berkas-menghabiskan-memori": Message(
        "galat",
        "Berkas ini perlu memori lebih dari {batas} MB untuk dibaca, sehingga pembacaannya dihentikan.",
        "Salin hanya data yang diperlukan ke buku kerja baru, atau bagi menjadi beberapa berkas.",
    ),
    "pembaca-terhenti": Message(
        "galat",
        "Program pembaca terhenti di tengah berkas ini (kode {sebab}).",
        "Buka dan simpan ulang di Excel; bila tetap terjadi, laporkan berkas ini kepada pengembang.",
    ),
    "isi-berkas-berlebihan": Message(
        "galat",
        "Isi berkas ini jauh lebih besar daripada ukurannya, sehingga ditolak demi keamanan.",
        "Salin datanya ke buku kerja baru, lalu simpan.",
    ),
    "bagian-berkas-berbahaya": Message(
        "galat",
        "Berkas ini memuat nama bagian yang kembar atau mengarah ke luar berkas, sehingga ditolak demi keamanan.",
        "Salin datanya ke buku kerja baru, lalu simpan.",
    ),
    "berkas-memuat-dtd": Message(
        "galat",
        "Berkas ini memuat deklarasi DTD, yang tidak pernah ditulis Excel, sehingga ditolak demi keamanan.",
        "Salin datanya ke buku kerja baru, lalu simpan.",
    ),
    "berkas-memuat-makro": Message(
        "galat",
        "Berkas ini memuat makro walaupun akhirannya .xlsx.",
        "Simpan ulang sebagai Buku Kerja Excel tanpa makro (*.xlsx).",
    ),
    "berkas-memuat-objek": Message(
        "galat",
        "Berkas ini memuat objek tertanam atau kontrol ActiveX.",
        "Salin datanya ke buku kerja baru tanpa objek tertanam, lalu simpan.",
    ),
    "makro-diabaikan": Message(
        "catatan",
        "Berkas ini memuat makro; makronya tidak dijalankan, hanya isi selnya yang dibaca.",
        "Tidak perlu tindakan.",
    ),
    "tautan-luar": Message(
        "peringatan",
        "Berkas ini memuat rumus yang mengambil nilai dari buku kerja lain; yang dibaca nilai terakhir yang tersimpan.",
        "Pastikan nilainya mutakhir, atau ganti rumusnya dengan nilai (Tempel Khusus, Nilai).",
    ),
    "sel-terlalu-jauh": Message(
        "galat",
        "Lembar {lembar} memakai sel yang sangat jauh dari datanya sehingga tidak dapat dibaca dengan aman.",
        "Hapus baris dan kolom kosong di luar data, atau salin datanya ke lembar baru.",
    ),
    "format-belum-dibaca": Message(
        "peringatan",
        "Berkas berakhiran {akhiran} tidak dibaca, jadi isinya tidak dihitung.",
        "Bila memuat data, simpan sebagai .xlsx atau .csv (arsip diekstrak dahulu); bila tidak, pindahkan dari sini.",
    ),
    "parquet-rusak": Message(
        "galat",
        "Berkas Parquet ini rusak atau terpotong, sehingga tidak dapat dibaca.",
        "Unduh atau ekspor ulang berkasnya, lalu ganti berkas ini; CSV dari sumber yang sama juga dapat dibaca.",
    ),
    "parquet-terlalu-besar": Message(
        "galat",
        "Berkas Parquet ini memuat {baris} baris dengan {kolom} kolom, lebih banyak daripada yang dapat dibaca.",
        "Ekspor ulang dengan kolom yang dipakai saja, atau bagi menjadi beberapa berkas.",
    ),
    "keluaran-di-masukan": Message(
        "peringatan",
        "Buku kerja {nilai} adalah hasil p3dn sendiri, bukan data masukan, sehingga tidak dibaca.",
        "Pindahkan dari folder masukan; hasil tersimpan di folder outputs.",
    ),
    "folder-di-dalam": Message(
        "peringatan",
        "Folder {nilai} di dalam folder masukan memuat {banyak} berkas yang tidak dibaca.",
        "Pindahkan berkas yang dimaksud ke folder masukan, atau pilih folder itu sebagai folder masukan. Folder data "
        "ISB dibaca bila susunannya sistem/kode daerah/nama data/tahun, misalnya RUP/D69/paket-penyedia/2024.",
    ),
    "cermin-bukan-miliknya": Message(
        "catatan",
        "Folder data ISB memuat {banyak} berkas daerah atau tahun lain ({nilai}); berkas itu tidak dibaca, karena "
        "lembar meta menyebut {diharapkan}.",
        "Tidak perlu tindakan; bila seharusnya dibaca, perbaiki lembar meta atau nama foldernya.",
    ),
    "teks-tidak-terbaca": Message(
        "galat",
        "Berkas teks ini tidak dapat dibaca sebagai CSV.",
        "Simpan ulang dari Excel sebagai CSV UTF-8, atau sebagai .xlsx.",
    ),
    "lembar-isian-usang": Message(
        "peringatan",
        "Berkas ini memakai lembar isian versi lama untuk tabel {nilai}; bentuk tabelnya sudah berubah.",
        "Buat yang baru dengan p3dn inputs new {perintah} -o BERKAS.xlsx, lalu salin datanya ke sana.",
    ),
    "json-rusak": Message(
        "galat",
        "Berkas ini bukan JSON yang utuh, atau ada nama kolom yang kembar dalam satu rekaman.",
        "Unduh ulang dari sumbernya, atau simpan sebagai CSV.",
    ),
    "json-bukan-daftar": Message(
        "peringatan",
        "Berkas JSON ini bukan daftar rekaman, jadi isinya tidak dihitung.",
        "Pakai daftar objek, atau objek yang memuat satu daftar saja, misalnya pada kunci data.",
    ),
    "akhiran-tidak-sesuai": Message(
        "galat",
        "Berkas ini berakhiran {akhiran}, padahal isinya {isi}.",
        "Minta berkas aslinya, atau buka dengan program asalnya lalu simpan sebagai Buku Kerja Excel (*.xlsx).",
    ),
    "ekspor-terbaca": Message(
        "catatan",
        "Berkas ini berakhiran {akhiran}, padahal isinya {nilai}, seperti ekspor aplikasi web; isinya dibaca.",
        "Tidak perlu tindakan; lebih aman bila disimpan ulang dari Excel sebagai Buku Kerja Excel (*.xlsx).",
    ),
    "nama-berkas-rusak": Message(
        "galat",
        "Nama berkas “{nilai}” memuat karakter yang rusak, sehingga berkasnya tidak dibaca.",
        "Ganti namanya dengan huruf, angka, dan tanda hubung saja.",
    ),
    "kutip-tidak-ditutup": Message(
        "galat",
        "Tanda kutip yang dibuka pada baris {baris} tidak pernah ditutup, sehingga mulai baris itu sampai akhir berkas "
        "({banyak} baris) tidak terbaca.",
        "Hapus tanda kutip itu atau tutup di akhir isinya, atau ekspor ulang dari sumbernya sebagai *.xlsx.",
    ),
    "kutip-menelan-baris": Message(
        "galat",
        "Tanda kutip yang dibuka pada baris {baris} baru ditutup beberapa baris kemudian, sehingga {banyak} baris "
        "menjadi satu dan jumlah di dalamnya tidak terbaca: “{nilai}”.",
        "Hapus tanda kutip itu atau tutup di akhir isinya, atau ekspor ulang dari sumbernya sebagai *.xlsx.",
    ),
    "huruf-rusak": Message(
        "peringatan",
        "Sebagian huruf sudah rusak di sumbernya ({banyak} tempat) dan diganti dengan tanda �.",
        "Periksa nama-nama di berkas ini; bila dipakai dalam naskah, betulkan di sumbernya.",
    ),
    "satu-halaman-saja": Message(
        "galat",
        "Berkas ini menyatakan dirinya hanya satu halaman dari beberapa ({sebab}), sedangkan yang dimuatnya {nilai}; "
        "selebihnya tidak terhitung.",
        "Unduh semua halamannya, lalu taruh semuanya di folder masukan atau gabungkan menjadi satu berkas.",
    ),
    "penanda-teks-dilepas": Message(
        "catatan",
        "{banyak} sel diberi penanda teks, misalnya {nilai}; penandanya dilepas.",
        "Tidak perlu tindakan.",
    ),
    "berkas-berubah-saat-dibaca": Message(
        "galat",
        "Berkas {nilai} disimpan ulang selama dibaca, jadi isi yang terbaca dapat bercampur antara yang lama dan baru.",
        "Simpan dan tutup berkasnya, tunggu sinkronisasi folder selesai, lalu ulangi.",
    ),
    "berkas-kembar": Message(
        "peringatan",
        "Isi berkas ini sama persis dengan {kembaran}; datanya dihitung satu kali.",
        "Hapus salah satu, atau ganti dengan berkas yang dimaksud.",
    ),
    "lembar-tidak-dikenal": Message(
        "catatan",
        "Lembar ini bukan salah satu tabel masukan, jadi isinya tidak dihitung.",
        "Bila berisi data, beri lembar nama tabelnya dan baris judul kolomnya.",
    ),
    "lembar-mirip-tabel": Message(
        "peringatan",
        "Lembar ini mirip tabel {tabel}, tetapi kolom {kurang} tidak ditemukan, jadi isinya tidak dihitung.",
        "Lengkapi judul kolomnya, atau beri lembar nama {tabel}.",
    ),
    "lembar-cocok-beberapa-tabel": Message(
        "peringatan",
        "Judul kolom lembar ini cocok dengan beberapa tabel: {pilihan}, jadi isinya tidak dihitung.",
        "Beri lembar (atau berkas CSV) nama tabel yang dimaksud.",
    ),
    "tata-letak-dikenali": Message(
        "catatan",
        "Isinya dikenali sebagai {judul} dan dibaca sebagai tabel {tabel}.",
        "Tidak perlu tindakan bila memang itu isinya.",
    ),
    "tata-letak-diabaikan": Message(
        "catatan",
        "Isinya dikenali sebagai {judul} dan tidak dihitung: {alasan}.",
        "{saran}.",
    ),
    "baris-disatukan": Message(
        "catatan",
        "{banyak} baris mengulang {judul} yang sudah ada di atasnya, jadi tidak dihitung lagi.",
        "Tidak perlu tindakan.",
    ),
    "isi-berulang-berbeda": Message(
        "peringatan",
        "{judul} yang berulang berisi jumlah yang berbeda: {nilai} pada baris yang pertama dan {lain} di sini "
        "({banyak} baris); dipakai yang pertama.",
        "Tanyakan jumlah yang benar, atau apakah keduanya harus dijumlahkan, lalu sisakan satu baris.",
    ),
    "isi-berulang-lain": Message(
        "catatan",
        "{judul} yang berulang berisi keterangan yang berbeda: “{nilai}” pada baris yang pertama dan “{lain}” di sini "
        "({banyak} baris); dipakai yang pertama.",
        "Tidak perlu tindakan bila memang demikian.",
    ),
    "baris-tahun-lain": Message(
        "catatan",
        "{jumlah} baris tidak dipakai karena tahunnya tidak mencakup {diharapkan}: {contoh}.",
        "Tidak perlu tindakan, kecuali salah satunya memang masih ada pada tahun itu.",
    ),
    "baris-tidak-dipakai": Message(
        "catatan",
        "{banyak} baris tidak dipakai karena kolom ini tidak berisi {diharapkan}.",
        "Tidak perlu tindakan bila baris itu memang sudah tidak berlaku.",
    ),
    "baris-dijumlahkan": Message(
        "catatan",
        "{banyak} baris dijumlahkan menjadi {hasil} baris, satu untuk setiap {judul}.",
        "Tidak perlu tindakan.",
    ),
    "mak-salah": Message(
        "peringatan",
        "MAK pada {banyak} baris tidak mengikuti pola, misalnya “{nilai}”, sehingga kode rekeningnya tidak dibaca.",
        "Perbaiki MAK itu pada sistem asalnya: kode subkegiatan, lalu kode rekening 5.x.xx.xx.xx.xxxx.",
    ),
    "lembar-tersembunyi": Message(
        "peringatan",
        "Lembar tersembunyi ini dikenali sebagai tabel {tabel} dan ikut dihitung.",
        "Hapus lembarnya bila tidak dimaksudkan, atau tampilkan.",
    ),
    "baris-judul-tidak-ditemukan": Message(
        "galat",
        "Lembar ini bernama tabel {tabel}, tetapi baris judul kolomnya tidak ditemukan.",
        "Tulis judul kolom dalam satu baris: {diharapkan}.",
    ),
    "satuan-bukan-rupiah": Message(
        "galat",
        "Lembar ini menyebut “{nilai}”, padahal semua jumlah dibaca sebagai rupiah penuh.",
        "Tulis jumlahnya dalam rupiah penuh; bila memang sudah, hapus keterangan itu.",
    ),
    "judul-kembar": Message(
        "galat",
        "Judul kolom {judul} muncul lebih dari sekali, sehingga tidak jelas kolom mana yang dimaksud.",
        "Hapus atau ganti nama salah satunya.",
    ),
    "kolom-wajib-tidak-ada": Message(
        "galat",
        "Kolom wajib {judul} tidak ada pada tabel {tabel}.",
        "Tambahkan kolom itu{usul}.",
    ),
    "kolom-tidak-dikenal": Message(
        "catatan",
        "Kolom berikut tidak dikenal dan tidak dibaca: {nilai}.",
        "Tidak perlu tindakan, kecuali salah satunya salah tulis.",
    ),
    "kolom-berisi-uang": Message(
        "peringatan",
        "Kolom “{nilai}” tidak dikenal dan tidak dibaca, padahal berisi {jumlah} pada {sel} baris; jumlah itu tidak "
        "masuk angka mana pun.",
        "Bila termasuk data, ganti judulnya dengan judul yang dikenal{usul}; bila bukan, tidak perlu tindakan.",
    ),
    "isi-tanpa-judul": Message(
        "peringatan",
        "Kolom {nilai} tidak berjudul, padahal berisi {jumlah} pada {sel} baris; jumlah itu tidak masuk angka mana pun "
        "dan mungkin isi barisnya bergeser kolom.",
        "Kembalikan isi baris itu ke kolomnya, atau beri kolomnya judul yang dikenal.",
    ),
    "kolom-mirip": Message(
        "peringatan",
        "Kolom “{nilai}” tidak dikenal dan tidak dibaca, sehingga {judul} dianggap kosong.",
        "Bila yang dimaksud {judul}, ganti judulnya dengan itu; bila bukan, tidak perlu tindakan.",
    ),
    "tabel-tanpa-baris": Message(
        "catatan",
        "Tabel {tabel} pada lembar ini tidak berisi baris data.",
        "Isi datanya, atau biarkan bila memang tidak ada.",
    ),
    "baris-jumlah-dilewati": Message(
        "catatan",
        "Baris jumlah dilewati ({banyak} baris) supaya tidak terhitung dua kali.",
        "Tidak perlu tindakan.",
    ),
    "baris-penutup": Message(
        "catatan",
        "{banyak} baris di bawah data, mulai dari “{nilai}”, tidak memuat angka data, jadi dianggap penutup "
        "dan tidak dibaca.",
        "Tidak perlu tindakan bila memang tanda tangan atau catatan; tabel lain dipindahkan ke lembar tersendiri.",
    ),
    "judul-berulang": Message(
        "catatan",
        "Judul kolom terulang di tengah data ({banyak} baris) dan dilewati.",
        "Tidak perlu tindakan.",
    ),
    "meta-tidak-ada": Message(
        "galat",
        "Folder masukan ini tidak memuat tabel meta, sehingga daerah dan periodenya tidak diketahui.",
        "Tambahkan lembar bernama meta dengan kolom kunci dan nilai: pemda, kd_klpd, tahun_anggaran, tanggal_cutoff.",
    ),
    "meta-lebih-dari-satu": Message(
        "galat",
        "Folder masukan memuat lebih dari satu tabel meta: {nilai}.",
        "Sisakan satu; satu folder berisi satu daerah dan satu periode.",
    ),
    "meta-kunci-wajib": Message(
        "galat",
        "Tabel meta tidak memuat {kunci}.",
        "Tambahkan baris dengan kunci {kunci} dan nilainya, misalnya {diharapkan}.",
    ),
    "meta-kunci-tidak-dikenal": Message(
        "peringatan",
        "Kunci {nilai} pada tabel meta tidak dikenal dan tidak dipakai.",
        "Kunci yang dikenal: {diharapkan}.{usul}",
    ),
    "meta-nilai-salah": Message(
        "galat",
        "Nilai {kunci} pada tabel meta berisi “{nilai}”, bukan {diharapkan}.",
        "Perbaiki nilainya.",
    ),
    "meta-cutoff-luar-tahun": Message(
        "peringatan",
        "Tanggal data {nilai} berada di luar tahun anggaran {tahun}.",
        "Periksa tanggal_cutoff dan tahun_anggaran pada tabel meta.",
    ),
}

# Cells, rows and references between tables: inputs/
_SEL: dict[str, Message] = {
    "sel-galat-excel": Message(
        "galat",
        "Sel menampilkan galat Excel {nilai}{banyak}, bukan nilai.",
        "Perbaiki rumusnya atau tulis nilainya.",
    ),
    "rumus-belum-dihitung": Message(
        "galat",
        "Rumus {nilai} belum pernah dihitung{banyak}, jadi nilainya tidak diketahui.",
        "Buka berkasnya di Excel atau LibreOffice, tunggu sampai terhitung, lalu simpan.",
    ),
    "wajib-diisi": Message(
        "galat",
        "Kolom {judul} kosong{banyak}, padahal wajib diisi.",
        "Isi kolom itu di setiap baris, {diharapkan}; sel gabungan dipisah dahulu.",
    ),
    "bukan-angka": Message(
        "galat",
        "Kolom {judul} berisi “{nilai}”{banyak}, bukan angka.",
        "Tulis {diharapkan}.",
    ),
    "tanggal-di-kolom-angka": Message(
        "galat",
        "Kolom {judul} berisi tanggal atau waktu {nilai}{banyak}, bukan angka.",
        "Ubah format sel menjadi Angka, lalu tulis ulang nilainya.",
    ),
    "titik-desimal": Message(
        "galat",
        "Angka “{nilai}”{banyak} memakai titik atau koma menurut kebiasaan Inggris, sehingga artinya tidak pasti.",
        "Tulis {usul}, atau simpan sebagai sel angka.",
    ),
    "jumlah-bertitik-tunggal": Message(
        "peringatan",
        "Teks “{nilai}”{banyak} dapat dibaca {usul}; dibaca dengan titik sebagai pemisah ribuan.",
        "Bila yang dimaksud desimal, tulis dengan koma atau simpan sebagai sel angka.",
    ),
    "jumlah-sebagai-teks": Message(
        "catatan",
        "Jumlah di kolom {judul} tertulis sebagai teks, misalnya “{nilai}”{banyak}; dibaca cara Indonesia.",
        "Tidak perlu tindakan; lebih aman bila disimpan sebagai sel angka.",
    ),
    "kolom-bertitik-desimal": Message(
        "catatan",
        "Angka pada kolom {judul} ditulis dengan titik desimal tanpa pemisah ribuan, dan dibaca demikian.",
        "Tidak perlu tindakan.",
    ),
    "pecahan-sen": Message(
        "galat",
        "Jumlah {nilai}{banyak} memiliki lebih dari dua desimal, padahal rupiah dicatat sampai sen.",
        "Bulatkan di sumbernya, misalnya menjadi {usul} dengan ROUND(...; 2).",
    ),
    "jumlah-terlalu-besar": Message(
        "galat",
        "Jumlah {nilai}{banyak} terlalu besar untuk disimpan tepat sampai sen.",
        "Periksa nilainya; {diharapkan}.",
    ),
    "kode-sebagai-angka": Message(
        "galat",
        "Kode pada kolom {judul} tersimpan sebagai angka {nilai}{banyak}; mungkin semula {usul}.",
        "Ubah format sel menjadi Teks, lalu tulis ulang kodenya.",
    ),
    "kode-kehilangan-angka": Message(
        "galat",
        "Kode pada kolom {judul} tersimpan sebagai angka {nilai}{banyak}; sel angka hanya menyimpan 15 angka pertama, "
        "sehingga angka ke-16 dan seterusnya sudah hilang.",
        "Ubah format sel menjadi Teks, lalu tulis ulang kodenya dari dokumen asal, misalnya {usul}; jangan menyalin "
        "angka yang sekarang tampak.",
    ),
    "kode-sebagai-tanggal": Message(
        "galat",
        "Kode pada kolom {judul} berubah menjadi tanggal {nilai}{banyak}; mungkin semula {usul}.",
        "Ubah format sel menjadi Teks, lalu tulis ulang kodenya.",
    ),
    "kode-rekening-salah": Message(
        "galat",
        "Kode rekening “{nilai}”{banyak} tidak berbentuk kode rekening{nilainya}.",
        "Tulis {diharapkan}, sebagai teks.",
    ),
    "kode-rekening-dinormalkan": Message(
        "catatan",
        "Kode rekening seperti “{nilai}”{banyak} dibaca dalam bentuk yang berlaku, misalnya {usul}.",
        "Tidak perlu tindakan.",
    ),
    "bukan-tanggal": Message(
        "galat",
        "Kolom {judul} berisi “{nilai}”{banyak}, bukan tanggal yang ada{nilainya}.",
        "Tulis tanggalnya seperti {usul}.",
    ),
    "tahun-dua-angka": Message(
        "galat",
        "Tahun pada tanggal “{nilai}”{banyak} hanya dua angka.",
        "Tulis tahun empat angka, misalnya {usul}.",
    ),
    "tanggal-sebagai-angka": Message(
        "galat",
        "Kolom {judul} berisi angka {nilai}{banyak}, mungkin tanggal {usul} yang kehilangan format.",
        "Ubah format sel menjadi Tanggal, lalu periksa tanggalnya.",
    ),
    "format-persen": Message(
        "peringatan",
        "Sel pada kolom {judul} berformat persen sehingga tampak {nilai}{banyak}, padahal kolom itu bukan persentase; "
        "dibaca {usul}.",
        "Ubah format sel menjadi Angka, lalu periksa nilainya.",
    ),
    "tengah-malam-utc": Message(
        "peringatan",
        "Waktu {nilai}{banyak} pada kolom {judul} tertulis dalam UTC, yaitu {usul}; dibaca menurut tanggal yang "
        "tertulis, {diharapkan}.",
        "Tanyakan kepada pengirim tanggal mana yang benar, lalu tulis tanggalnya tanpa jam.",
    ),
    "bulan-di-depan": Message(
        "peringatan",
        "Tanggal pada kolom {judul} menulis bulan di depan, seperti terlihat pada “{nilai}”, jadi {banyak} tanggal "
        "seperti “{contoh}” dibaca {usul}.",
        "Periksa tanggalnya; lebih aman bila tanggal disimpan sebagai sel tanggal atau ditulis 2024-12-31.",
    ),
    "urutan-tanggal-berbeda": Message(
        "galat",
        "Kolom {judul} memuat tanggal yang menulis hari di depan (“{nilai}”) dan yang menulis bulan di depan "
        "(“{lain}”), jadi tanggal seperti “{contoh}” tidak pasti artinya.",
        "Samakan penulisannya di sumbernya, misalnya semua menjadi 31-12-2024.",
    ),
    "tanggal-diubah-excel": Message(
        "galat",
        "Pada kolom {judul} semua tanggal dengan hari di atas 12 masih berupa teks (“{nilai}”), sedangkan semua sel "
        "tanggal berhari 1 sampai 12 ({banyak} sel): Excel agaknya menukar hari dan bulannya.",
        "Ambil ulang datanya dari sumbernya dan simpan kolom itu sebagai teks, misalnya 31-12-2024.",
    ),
    "persen-meragukan": Message(
        "peringatan",
        "Persentase {nilai}{banyak} tanpa format persen dibaca {nilai}%; mungkin maksudnya {usul}.",
        "Tulis tanda % atau angka 0 sampai 100.",
    ),
    "bukan-bilangan-bulat": Message(
        "galat",
        "Kolom {judul} berisi {nilai}{banyak}, bukan bilangan bulat.",
        "Tulis bilangan bulat tanpa desimal.",
    ),
    "bukan-ya-tidak": Message(
        "galat",
        "Kolom {judul} berisi “{nilai}”{banyak}, bukan ya atau tidak.",
        "Tulis ya atau tidak.",
    ),
    "pilihan-tidak-dikenal": Message(
        "galat",
        "Kolom {judul} berisi “{nilai}”{banyak}, bukan salah satu pilihannya{nilainya}.",
        "Tulis salah satu dari: {diharapkan}.",
    ),
    "pola-tidak-cocok": Message(
        "galat",
        "Kolom {judul} berisi “{nilai}”{banyak}, yang bentuknya tidak cocok.",
        "Tulis {diharapkan}.",
    ),
    "di-luar-batas": Message(
        "galat",
        "Kolom {judul} berisi {nilai}{banyak}, di luar batas yang diperbolehkan.",
        "Nilainya harus {diharapkan}; periksa tanda minus dan satuannya.",
    ),
    "nilai-belum-dikenal": Message(
        "peringatan",
        "Kolom {judul} berisi “{nilai}”{banyak}{milik}{uang}, yang tidak dikenal: {akibat}.",
        "Tulis salah satu yang dikenal: {diharapkan}.",
    ),
    "karakter-tak-tampak": Message(
        "peringatan",
        "Kolom {judul} memuat karakter yang tidak tampak, “{nilai}”{banyak}; dibaca sebagai “{usul}”.",
        "Tulis ulang isi sel itu tanpa karakter tersebut, misalnya dengan mengetiknya kembali.",
    ),
    "nilai-lain": Message(
        "catatan",
        "Kolom {judul} berisi “{nilai}”{banyak}{uang}, yang tidak dikenal; kolom itu tidak memengaruhi angka mana pun.",
        "Bila salah tulis, tulis salah satu yang dikenal: {diharapkan}.",
    ),
    "kode-satker-tidak-dikenal": Message(
        "galat",
        "Kode satuan kerja “{nilai}”{banyak} tidak ada pada tabel satker{nilainya}.",
        "Perbaiki kodenya, atau tambahkan ke tabel satker.{usul}",
    ),
    "nama-satker-tidak-dikenal": Message(
        "galat",
        "Nama satuan kerja “{nilai}”{banyak} tidak ditemukan pada tabel satker{nilainya}.",
        "Perbaiki namanya, atau tambahkan sebagai nama_alias pada tabel satker.{usul}",
    ),
    "nama-satker-bermakna-ganda": Message(
        "galat",
        "Nama satuan kerja “{nilai}”{banyak} cocok dengan beberapa kode: {pilihan}{nilainya}.",
        "Bedakan nama_satker atau nama_alias pada tabel satker.",
    ),
    "rujukan-baris-tidak-ada": Message(
        "galat",
        "Kolom {judul} berisi “{nilai}”{banyak}, yang tidak ada pada tabel {rujukan}.",
        "Perbaiki isinya, atau tambahkan ke tabel {rujukan}.{usul}",
    ),
    "baris-kembar": Message(
        "galat",
        "{kunci} “{nilai}” muncul {jumlah} kali pada tabel {tabel}{milik}{nilainya}.",
        "Sisakan satu baris, atau perbaiki kuncinya.",
    ),
    "baris-kembar-banyak": Message(
        "galat",
        "{kunci} berulang untuk {jumlah} nilai, misalnya “{nilai}”, pada tabel {tabel}{milik}{nilainya}.",
        "Periksa apakah data yang sama dimasukkan dua kali.",
    ),
    "melebihi-kolom-lain": Message(
        "galat",
        "{judul} lebih besar daripada {judul_lain}{banyak}{milik}{uang}, misalnya {nilai} terhadap {diharapkan}; angka "
        "yang memakainya belum dapat dipercaya.",
        "Perbaiki salah satu nilainya.",
    ),
    "isian-tanpa-pasangan": Message(
        "galat",
        "{judul} terisi sedangkan {judul_lain} kosong{banyak}{milik}{uang}, misalnya {nilai}; barisnya tidak dihitung, "
        "dan mungkin isinya bergeser kolom.",
        "Periksa apakah isi baris itu bergeser dari kolomnya, lalu isi {judul_lain}.",
    ),
    "setoran-tanpa-realisasi": Message(
        "peringatan",
        "{judul} terisi pada baris tanpa {judul_lain}{banyak}{milik}, misalnya {nilai}; nilainya mengurangi "
        "penyebut capaian.",
        "Pastikan itu setoran atas pembayaran di baris lain, dan bukan {judul_lain} yang salah kolom.",
    ),
    "nol-seluruhnya": Message(
        "peringatan",
        "{judul} nol pada semua {baris} baris {saluran} milik {satuan} satuan kerja{uang}, sehingga tampaknya belum "
        "diisi.",
        "Tanyakan kepada satuan kerjanya; bila memang nol, tidak perlu tindakan.",
    ),
    "persen-sebagai-rupiah": Message(
        "peringatan",
        "{bagian} tidak sampai seperseribu {keseluruhan} pada baris yang sama{banyak}{milik}, misalnya {nilai} "
        "terhadap {diharapkan}, sehingga tampaknya persen; bila demikian, {bila_persen} belum terhitung ({makna}) dan "
        "status satuan kerjanya dapat berubah.",
        "Isi {bagian} dalam rupiah; bila memang hanya sebesar itu, tidak perlu tindakan.",
    ),
    "besaran-berbeda": Message(
        "peringatan",
        "{keseluruhan} {kali} kali {bagian} pada baris yang sama{banyak}{milik}, misalnya {diharapkan} terhadap "
        "{nilai}, sehingga salah satunya mungkin kelebihan atau kekurangan nol. Bila {keseluruhan} yang salah, "
        "{berkurang} terhitung berlebih ({makna_lain}); bila {bagian} yang salah, {bertambah} belum terhitung "
        "({makna}) dan status satuan kerjanya dapat berubah.",
        "Cocokkan keduanya dengan dokumen asalnya; bila memang demikian, tidak perlu tindakan.",
    ),
    "jumlah-menyimpang": Message(
        "peringatan",
        "{judul} {nilai}{milik} {kali} kali lipat dari yang terbesar berikutnya ({diharapkan}), sehingga mungkin "
        "kelebihan tiga nol; baris itu{uang} menentukan angka satuan kerjanya.",
        "Cocokkan jumlahnya dengan dokumen asalnya; bila benar, tidak perlu tindakan.",
    ),
    "jumlah-melebihi-rencana": Message(
        "peringatan",
        "{judul} {nilai}{milik} lebih besar daripada {batas} ({diharapkan}), sehingga mungkin kelebihan nol; baris "
        "itu{uang} ikut dihitung.",
        "Cocokkan jumlahnya dengan dokumen asalnya; bila benar, periksa {batas}.",
    ),
    "jumlah-tidak-cocok": Message(
        "peringatan",
        "Baris jumlah menyebut {judul} {nilai}, padahal baris di atasnya berjumlah {diharapkan} (selisih {selisih}).",
        "Cocokkan dengan berkas asalnya: mungkin ada baris yang hilang, tersisip, atau berubah nilainya.",
    ),
    "lembar-tahun-lain": Message(
        "peringatan",
        "Lembar ini berisi data tahun {nilai}, bukan tahun anggaran {diharapkan}: {jumlah} baris{milik}{uang} tidak "
        "dihitung.",
        "Keluarkan lembar itu dari folder masukan; bila memang data tahun {diharapkan}, perbaiki kolom {judul}.",
    ),
    "tahun-anggaran-lain": Message(
        "peringatan",
        "Kolom {judul} menunjuk tahun {nilai}{banyak}{milik}, bukan tahun anggaran {diharapkan}, sehingga barisnya "
        "tidak dihitung{nilainya}.",
        "Perbaiki tanggalnya bila salah tulis; bila benar, keluarkan barisnya dari berkas.",
    ),
    "tahun-anggaran-salah": Message(
        "galat",
        "Kolom {judul} berisi {nilai}{banyak}{milik}, bukan tahun anggaran {diharapkan}{nilainya}.",
        "Keluarkan baris tahun lain dari berkas, atau perbaiki tahun_anggaran pada tabel meta.",
    ),
    "lewat-tanggal-data": Message(
        "catatan",
        "Kolom {judul} melewati tanggal data {diharapkan}{banyak}{uang}; baris itu tidak termasuk keadaan data.",
        "Tidak perlu tindakan bila tanggal_cutoff pada tabel meta sudah benar.",
    ),
    "persen-sebagai-pecahan": Message(
        "galat",
        "Kolom {judul} berisi {nilai} persen{banyak}; persentase ditulis 0 sampai 100, jadi 0,8 berarti 0,8%.",
        "Tulis 80 untuk 80%, atau ubah satuannya menjadi rupiah bila itu jumlah uang.",
    ),
    "baris-berulang": Message(
        "peringatan",
        "Baris ini{banyak}{milik}{uang} sama dengan baris pada {kembaran} menurut {kunci}, sehingga nilainya mungkin "
        "terhitung dua kali dan menggeser capaian.",
        "Periksa apakah berkas, lembar, atau barisnya termuat dua kali, lalu hapus salinannya; bila memang dua data, "
        "isi nomor yang membedakannya.",
    ),
    "nilai-berbeda-sekunci": Message(
        "peringatan",
        "{judul} pada baris ini {nilai}, sedangkan pada {kembaran} {diharapkan}, padahal {kunci} keduanya sama; "
        "hitungan dan putusan yang memakai {judul} itu belum dapat ditetapkan.",
        "Samakan {judul} pada kedua baris; bila memang dua hal yang berbeda, perbaiki {kunci}.",
    ),
    "baris-lebih-panjang": Message(
        "galat",
        "Baris ini mempunyai lebih banyak kolom terisi daripada baris judul, sehingga nilainya mungkin bergeser kolom.",
        "Periksa pemisah kolom dan koma desimal pada baris itu; apit teks yang memuat pemisah dengan tanda kutip.",
    ),
    "nama-lain-pada-kode": Message(
        "peringatan",
        "Nama satuan kerja “{nilai}”{banyak} tidak dikenal dan tidak mirip {lain}, nama menurut kode {kode_satker} "
        "pada baris itu; kodenya mungkin salah{nilainya}.",
        "Perbaiki kode atau namanya; bila keduanya benar, tambahkan namanya sebagai nama_alias pada tabel satker.",
    ),
    "nama-dan-kode-berbeda": Message(
        "galat",
        "Nama satuan kerja “{nilai}”{banyak} adalah {lain}, sedangkan kode pada baris itu {kode_satker}{nilainya}.",
        "Perbaiki kode atau namanya, sehingga keduanya menunjuk satuan kerja yang sama.",
    ),
    "persen-tidak-wajar": Message(
        "peringatan",
        "Kolom {judul} berisi {nilai} persen{banyak}, yang tidak wajar; persentase ditulis 0 sampai 100.",
        "Periksa apakah yang dimaksud rupiah.",
    ),
    "lembar-sumber-tidak-ada": Message(
        "peringatan",
        "Lembar {nilai} pada tabel sumber_data bukan lembar data dari berkas {berkas}.",
        "Tulis salah satu lembarnya ({diharapkan}), atau kosongkan bila sumbernya satu untuk seluruh berkas.",
    ),
    "berkas-sumber-tidak-ada": Message(
        "peringatan",
        "Berkas {nilai}{banyak} pada tabel sumber_data tidak ada di folder masukan.",
        "Perbaiki nama berkasnya, atau taruh berkasnya di folder masukan.{usul}",
    ),
}

# rules.yaml: rulebook/
_ATURAN: dict[str, Message] = {
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
        "{tempat}: buku aturan tidak berisi apa pun.",
        "Pulihkan isinya dari salinan terakhir.",
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
    "aturan-peran-mirip": Message(
        "galat",
        "{tempat}: peran {nilai} mirip peran yang dikenal, tetapi bukan itu.",
        "{dugaan}",
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
    "aturan-tahun-libur-ganda": Message(
        "galat",
        "{tempat}: hari libur tahun {nilai} sudah didaftar.",
        "Gabungkan ke dalam satu daftar.",
    ),
    "aturan-libur-tahun-lain": Message(
        "galat",
        "{tempat}: {nilai} bukan hari pada tahun {tahun}.",
        "Perbaiki tanggalnya, atau pindahkan ke tahunnya.",
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
    "aturan-kode-rekening-salah": Message(
        "galat",
        "{tempat}: «{nilai}» bukan kode rekening.",
        'Tulis kode menurut bagan akun, misalnya "5.2.02" atau "5.1.05.01.02.0001", dalam tanda kutip.',
    ),
    "aturan-kode-ganda": Message(
        "galat",
        "{tempat}: kode {nilai} sudah ada pada daftar yang sama.",
        "Hapus salah satunya; huruf besar dan kecil tidak dibedakan.",
    ),
    "aturan-kode-bersarang": Message(
        "galat",
        "{tempat}: kode {nilai} sudah termasuk dalam {induk}, sehingga terhitung dua kali.",
        "Hapus kode yang lebih rinci, atau ganti {induk} dengan rinciannya.",
    ),
    "aturan-tanggal-terbalik": Message(
        "galat",
        "{tempat}: tanggal {nilai} mendahului {awal}.",
        "Periksa kedua tanggal itu; yang berakhir tidak boleh mendahului yang mulai.",
    ),
    "aturan-urutan-tanggal": Message(
        "galat",
        "{tempat}: tanggal {nilai} mendahului {sebelumnya} yang ditulis di atasnya.",
        "Urutkan dari tanggal yang terdahulu.",
    ),
    "aturan-nilai-tumpang-tindih": Message(
        "galat",
        "{tempat}: {apa} bernilai dua untuk daerah {daerah} pada {nilai}; nilai lainnya ditulis pada baris {lain}.",
        "Perbaiki berlaku_sejak, atau hapus berlaku_sampai nilai yang lama; yang baru sudah menggantikannya.",
    ),
    "aturan-nilai-bercelah": Message(
        "galat",
        "{tempat}: {apa} tanpa nilai untuk daerah {daerah} sejak {nilai} sampai dengan sehari sebelum {sampai}.",
        "Sambung masa berlaku kedua nilai di sekitarnya.",
    ),
    "aturan-bobot-tidak-seratus": Message(
        "galat",
        "{tempat}: bobot aspek berjumlah {nilai} untuk daerah {daerah} pada {tanggal}, seharusnya 100.",
        "Perbaiki nilai parameter bobotnya: {rincian}.",
    ),
    "aturan-bobot-sub-tidak-seratus": Message(
        "galat",
        "{tempat}: bobot sub-kriteria aspek {nilai} tidak lengkap atau tidak berjumlah 100: {rincian}.",
        "Tulis bobot pada semua sub-kriteria aspek itu sampai berjumlah 100, atau hapus semuanya.",
    ),
    "aturan-skala-terbalik": Message(
        "galat",
        "{tempat}: nilai tertinggi {nilai} tidak lebih dari nilai terendah {terendah}.",
        "Tukar keduanya, atau hapus skala agar dipakai 0 sampai dengan 100.",
    ),
    "aturan-nilai-tidak-ada": Message(
        "galat",
        "{tempat}: parameter {nilai} tanpa nilai untuk daerah {daerah} pada {tanggal}, sedangkan kelompoknya bernilai.",
        "Tambahkan nilai yang berlaku pada tanggal itu, dengan dasar yang diterapkan daerah itu.",
    ),
    "aturan-satuan-salah": Message(
        "galat",
        "{tempat}: parameter {nilai} bersatuan {ada}, di sini perlu {perlu}.",
        "Pilih parameter lain, atau perbaiki satuannya.",
    ),
    "aturan-nilai-di-luar-batas": Message(
        "galat",
        "{tempat}: nilai {nilai} tidak mungkin untuk satuan {satuan}.",
        "Tulis {perlu}.",
    ),
    "aturan-pita-terakhir-tertutup": Message(
        "galat",
        "{tempat}: pita terakhir {nilai} mempunyai batas, sehingga nilai di atasnya tidak berstatus.",
        "Hapus batasnya, atau tambahkan pita terakhir tanpa kurang_dari dan paling_banyak.",
    ),
    "aturan-pita-tanpa-batas": Message(
        "galat",
        "{tempat}: pita {nilai} tidak mempunyai batas, sedangkan masih ada pita sesudahnya.",
        "Tambahkan kurang_dari atau paling_banyak; hanya pita terakhir yang terbuka.",
    ),
    "aturan-pita-dua-batas": Message(
        "galat",
        "{tempat}: pita {nilai} memuat kurang_dari dan paling_banyak sekaligus.",
        "Pakai salah satu: kurang_dari tidak memuat nilai batasnya, paling_banyak memuatnya.",
    ),
    "aturan-pita-isian-lain": Message(
        "galat",
        "{tempat}: isian {{{nilai}}} bukan batas pita {pita}, sehingga bunyinya akan lain daripada yang dibandingkan.",
        "Pakai isian batas pita itu sendiri. {dugaan}",
    ),
    "aturan-pita-angka-tertulis": Message(
        "galat",
        "{tempat}: angka {nilai} ditulis pada bunyi pita, sehingga tidak ikut berubah bila batasnya berubah.",
        "Tulis {perlu} sebagai gantinya.",
    ),
    "aturan-pita-kata-terbalik": Message(
        "galat",
        "{tempat}: bunyi “{nilai}” tidak sesuai dengan pembanding pita {pita} atau pita sebelumnya.",
        "kurang_dari berbunyi di bawah; paling_banyak berbunyi sampai dengan, dan pita di atasnya lebih dari.",
    ),
    "aturan-tidak-dicetak": Message(
        "galat",
        "{tempat}: {nilai} hanya dicetak pada naskah penghargaan, sedangkan naskah ini bukan.",
        "Hapus {nilai}, atau isi penghargaan pada naskah itu.",
    ),
    "aturan-mendahului-hukum": Message(
        "galat",
        "{tempat}: {nilai} mendahului {sumber}, yang baru berlaku sejak {awal}.",
        "Perbaiki tanggalnya, atau rujuk peraturan yang berlaku pada tanggal itu.",
    ),
    "aturan-kalimat-terpotong": Message(
        "galat",
        "{tempat}: butir “{nilai}” diawali huruf kecil; koma tanpa tanda kutip memotong kalimat di depannya.",
        "Beri tanda kutip pada seluruh kalimat yang memuat koma, atau awali butir ini dengan huruf besar.",
    ),
    "aturan-pita-tidak-naik": Message(
        "galat",
        "{tempat}: batas pita {nilai} ({batas}) tidak di atas pita sebelumnya ({lain}) untuk {daerah} pada {tanggal}.",
        "Urutkan pita dari rendah ke tinggi, dan periksa nilai parameternya.",
    ),
    "aturan-pita-ganda": Message(
        "galat",
        "{tempat}: pita {nilai} ditulis dua kali.",
        "Beri setiap pita nama sendiri.",
    ),
    "aturan-penegasan-bertingkat": Message(
        "galat",
        "{tempat}: indikator {nilai} sendiri masih perlu ditegaskan, sehingga tidak dapat menegaskan pita {pita}.",
        "Pilih indikator yang pitanya tidak memuat ditegaskan_oleh.",
    ),
    "aturan-nama-ganda": Message(
        "galat",
        "{tempat}: {nilai} menjadi nama ukuran dan juga nama indikator.",
        "Ganti salah satu namanya.",
    ),
    "aturan-opsi-campur": Message(
        "galat",
        "{tempat}: opsi {nilai} menunjuk {ada}, sedangkan opsi lainnya menunjuk {perlu}.",
        "Semua opsi menunjuk ukuran, atau semuanya menunjuk indikator.",
    ),
    "aturan-indikator-tanpa-rumus": Message(
        "galat",
        "{tempat}: indikator {nilai} tidak mempunyai rumus yang utuh.",
        "Tulis pembilang dan penyebut, atau menurut.",
    ),
    "aturan-indikator-dua-rumus": Message(
        "galat",
        "{tempat}: indikator {nilai} memuat menurut bersama pembilang, penyebut, atau dibagi_target.",
        "Pakai salah satu: pembilang dan penyebut, atau menurut.",
    ),
    "aturan-rujukan-salah-jenis": Message(
        "galat",
        "{tempat}: {nilai} menunjuk {ada}, di sini perlu {perlu}.",
        "Tulis nama {perlu}, atau pilihan yang semua opsinya {perlu}.",
    ),
    "aturan-syarat-tanpa-isi": Message(
        "galat",
        "{tempat}: syarat {nilai} tidak menyebut apa yang harus dipenuhi.",
        "Tambahkan kunci semua dengan butirnya, atau kecuali dengan nama syarat lain.",
    ),
    "aturan-syarat-melingkar": Message(
        "galat",
        "{tempat}: syarat {nilai} kembali kepada dirinya sendiri: {jalan}.",
        "Ubah kunci kecuali atau yang pada salah satunya agar tidak kembali ke syarat semula.",
    ),
    "aturan-indikator-melingkar": Message(
        "galat",
        "{tempat}: indikator {nilai} akhirnya merujuk dirinya sendiri: {jalan}.",
        "Putuskan lingkaran itu pada salah satu menurut atau opsi.",
    ),
    "aturan-satuan-campur": Message(
        "galat",
        "{tempat}: pembilang {nilai} berupa {ada}, sedangkan penyebut {lain} berupa {perlu}.",
        "Bagi rupiah dengan rupiah, atau banyaknya baris dengan banyaknya baris.",
    ),
    "aturan-isian-tidak-dikenal": Message(
        "galat",
        "{tempat}: isian {{{nilai}}} tidak dikenal di sini.",
        "{dugaan}",
    ),
    "aturan-berkas-sama": Message(
        "galat",
        "{tempat}: berkas {nilai} juga ditulis oleh naskah {lain}.",
        "Beri nama berkas lain.",
    ),
    "aturan-berkas-tanpa-unit": Message(
        "galat",
        "{tempat}: berkas {nilai} akan ditimpa oleh setiap unit.",
        "Masukkan {{kode_satker}} pada nama berkas, misalnya nama-naskah/{{kode_satker}}.docx.",
    ),
    "aturan-berkas-berisi-unit": Message(
        "galat",
        "{tempat}: berkas {nilai} memuat {{kode_satker}}, sedangkan naskah ini satu untuk seluruh daerah.",
        "Hapus {{kode_satker}}, atau tulis `untuk_setiap: unit_pelapor`.",
    ),
    "aturan-hanya-untuk-unit": Message(
        "galat",
        "{tempat}: {nilai} hanya untuk naskah setiap unit, sedangkan naskah ini satu untuk seluruh daerah.",
        "Hapus bagian itu, atau tulis `untuk_setiap: unit_pelapor`.",
    ),
    "aturan-indikator-tanpa-pita": Message(
        "galat",
        "{tempat}: indikator {nilai} tidak mempunyai pita, sehingga tidak berstatus.",
        "Tambahkan pita pada indikator itu, atau pilih indikator lain.",
    ),
    "aturan-ketentuan-lepas": Message(
        "peringatan",
        "{tempat}: ketentuan {ketentuan} ({nilai}) belum termuat pada satu aturan pun.",
        "Rujuk tempat itu pada dasar aturan yang memuatnya, atau catat sebabnya di bawah tak_terkodekan.",
    ),
    "aturan-tidak-dipakai": Message(
        "peringatan",
        "{tempat}: {jenis} {nilai} tidak dipakai.",
        "Hapus, atau pakai pada aturan yang membutuhkannya; periksa juga ejaan rujukannya.",
    ),
    "aturan-tidak-pernah-berlaku": Message(
        "peringatan",
        "{tempat}: nilai ini tidak pernah berlaku, karena tidak ada daerah yang menerapkan {nilai}.",
        "Tambahkan sumbernya pada `menerapkan` daerah yang terkait, atau hapus nilai ini.",
    ),
}

# Figures and judgements: evaluation/
_HASIL: dict[str, Message] = {
    "tabel-tidak-ada": Message(
        "galat",
        "Tabel {judul} ({tabel}) tidak ada pada folder masukan, padahal naskah periode ini memerlukannya.",
        "Tambahkan berkasnya ke folder masukan, atau beri lembarnya nama {tabel} bila judul kolomnya berbeda.",
    ),
    "kolom-dibutuhkan": Message(
        "galat",
        "Kolom {kolom} tidak ada pada tabel {judul} ({tabel}), padahal {ukuran} dihitung dari kolom itu{nilainya}.",
        "Ekspor ulang datanya dengan kolom itu, atau perbaiki judul kolomnya.",
    ),
    "kolom-tidak-di-semua-berkas": Message(
        "peringatan",
        "Berkas ini tanpa kolom {kolom}, lain dari berkas lain tabel {tabel}; {ukuran} dihitung tanpa kolom itu.",
        "Ekspor ulang berkas ini dengan kolom itu, bila memang ada isinya.",
    ),
    "naskah-tidak-dikenal": Message(
        "peringatan",
        "Tabel naskah menyebut dokumen {nilai}, yang tidak ada; nomor dan tanggalnya tidak dipakai.",
        "Pakai salah satu dari: {diharapkan}.",
    ),
    "pengesahan-bunyi-berubah": Message(
        "peringatan",
        "Bunyi tafsir {nilai} atau pilihan bacaannya di {daerah} berubah sejak disahkan oleh {oleh}; pengesahan itu "
        "tidak dipakai lagi.",
        "Mintakan pengesahan bunyi yang sekarang, lalu catat dengan p3dn rules approve {nilai} --daerah {daerah}.",
    ),
    "pengesahan-tidak-dikenal": Message(
        "peringatan",
        "Tabel pengesahan mengesahkan tafsir {nilai}, yang tidak ada; baris ini tidak dipakai.",
        "Pakai salah satu dari: {diharapkan}.",
    ),
    "pengesahan-berbeda": Message(
        "peringatan",
        "Tafsir {nilai} disahkan dua kali dengan isi yang berbeda: oleh {satu}; dan oleh {lain}. Yang dipakai yang "
        "pertama.",
        "Hapus pengesahan yang keliru, atau samakan nama, tanggal, dan dasarnya.",
    ),
    "cara-penilaian-kelompok": Message(
        "peringatan",
        "Tabel cara_penilaian menyebut kelompok {nilai}, yang tidak ada; baris ini tidak dipakai.",
        "Pakai salah satu dari: {diharapkan}.",
    ),
    "cara-penilaian-tidak-dikenal": Message(
        "peringatan",
        "Kolom ini pada tabel cara_penilaian berisi {nilai}, yang bukan salah satu opsinya; bacaannya belum disahkan.",
        "Pakai salah satu dari: {diharapkan}.",
    ),
    "cara-penilaian-berbeda": Message(
        "peringatan",
        "Tim memutuskan {nilai} ({arti}) untuk kelompok {kelompok}, sedangkan nilainya dihitung menurut {dipakai}; "
        "tafsir {tafsir} karena itu dianggap belum disahkan, dan naskah yang bertumpu padanya tetap konsep.",
        "Perbaiki isiannya bila keliru; bila benar, ubah cara menghitungnya pada rules.yaml, lalu buat ulang.",
    ),
    "tafsir-menentukan": Message(
        "catatan",
        "Tafsir {nilai} belum disahkan, padahal menentukan hasil di sini: {akibat}.",
        "Mintakan pengesahan, lalu isi tabel pengesahan atau jalankan p3dn rules approve {nilai}.",
    ),
    "isian-kosong": Message(
        "peringatan",
        "Kolom {kolom} pada tabel {tabel}, baris {kunci}, belum diisi, sehingga ada tempat kosong di {naskah}.",
        "Isi kolom itu; bila barisnya belum ada, tambahkan satu baris dengan {kunci}.",
    ),
    "jabatan-tidak-dikenal": Message(
        "peringatan",
        "Tabel pejabat memuat jabatan {nilai}, yang bukan peran penanda tangan mana pun; baris itu tidak dipakai.",
        "Tulis salah satu dari: {diharapkan}.{usul}",
    ),
    "tidak-ada-naskah": Message(
        "peringatan",
        "Tidak ada naskah yang diminta untuk {daerah} periode {periode} dengan data per {data_per}: {sebab}.",
        "Periksa triwulan, tahun, dan tanggal_cutoff pada tabel meta; bila benar, memang tidak ada naskah untuk itu.",
    ),
    "periode-tanpa-instrumen": Message(
        "peringatan",
        "Belum ada instruksi di rules.yaml untuk {daerah}, {periode}: {sebab}. Karena itu tidak ada naskah yang dibuat "
        "dan tidak ada yang dinilai; capaian hanya dihitung, dengan daftar rekening, kanal, dan status dari instruksi "
        "tersebut.",
        "Periksa dahulu triwulan, tahun_anggaran, dan tanggal_cutoff pada tabel meta. Bila benar dan instruksinya "
        'sudah terbit, catat di rules.yaml: sumber_hukum dengan untuk: {{tahun: "{tahun}"{untuk}}}, lalu menerapkan '
        "pada daerah itu, lalu dasar pada setiap daftar, parameter, dan naskah yang dimintanya; langkahnya seperti "
        "pada docs/panduan-kebijakan.md bagian 7.",
    ),
    "naskah-tanpa-tabel": Message(
        "catatan",
        "{naskah} tidak dibuat, karena tidak satu pun tabelnya ada di folder masukan: {diharapkan}.",
        "Bila naskah itu memang tidak diperlukan sekarang, tidak perlu tindakan; bila diperlukan, tambahkan tabelnya.",
    ),
    "daerah-tidak-dikenal": Message(
        "galat",
        "Kode instansi {nilai} pada tabel meta tidak ada pada buku aturan; yang ada: {diharapkan}.",
        "Perbaiki kd_klpd pada tabel meta, atau tambahkan profil daerahnya pada rules.yaml.",
    ),
    "satker-induk-tidak-dikenal": Message(
        "galat",
        "Unit {nama} ({kode_unit}) tidak dapat digabungkan: induknya {induk} tidak ada pada tabel satker.",
        "Isi kolom kode_induk dengan kode perangkat daerah atau Biro yang ada pada tabel satker.",
    ),
    "target-nol": Message(
        "peringatan",
        "{judul} {nama} adalah {nilai}, sehingga ketercapaiannya tidak dapat dinilai.",
        "Isi target yang diperjanjikan pada Perjanjian Kinerja unit itu.",
    ),
    "satker-digabung": Message(
        "peringatan",
        "Kode {kode_unit} tidak ada pada tabel satker; barisnya digabungkan ke {induk} menurut kodenya.",
        "Tambahkan kode itu pada tabel satker, terutama bila kode itu Biro atau induknya lain.",
    ),
    "satker-induk-berputar": Message(
        "galat",
        "Induk satuan kerja saling menunjuk tanpa ujung: {putaran}.",
        "Perbaiki kolom kode_induk sehingga setiap unit berujung pada satu perangkat daerah atau Biro.",
    ),
    "dinas-pembina-berbeda": Message(
        "peringatan",
        "Dinas pembina pada profil daerah ({nilai}) tidak ada pada lembar satker; yang mirip {nama}. Targetnya, "
        "jabatannya, dan kopnya tidak dapat dipakai.",
        "Samakan dinas_pembina di rules.yaml dengan nama satuan kerja itu pada lembar satker.",
    ),
    "status-belum-pasti": Message(
        "galat",
        "Status {judul} {nama} belum dapat ditentukan: {banyak} baris senilai {jumlah} berisi nilai yang tidak "
        "dikenal, dan statusnya berbeda menurut apakah baris itu dihitung.",
        "Perbaiki nilai yang tidak dikenal itu pada sel yang disebut dalam temuan lain, lalu periksa lagi.",
    ),
    "daftar-tidak-berlaku": Message(
        "catatan",
        "Daftar {judul} tidak mempunyai isi yang berlaku di daerah ini pada {tanggal}, sehingga angka yang memakainya "
        "tidak dihitung.",
        "Bila seharusnya berlaku, tambahkan isinya beserta dasar hukumnya pada bagian daftar di rules.yaml.",
    ),
    "tidak-ada-penilaian": Message(
        "catatan",
        "{judul} dihitung, tetapi tidak dinilai: tidak ada aturan yang berlaku di daerah ini pada {tanggal} untuk "
        "{parameter}.",
        "Bila seharusnya dinilai, tambahkan nilainya beserta dasar hukumnya pada bagian parameter di rules.yaml.",
    ),
    "unit-tanpa-baris": Message(
        "peringatan",
        "{nama} tidak mempunyai satu baris pun pada tabel {judul_tabel}, sehingga {judul} dihitung dengan nol.",
        "Periksa apakah data unit itu tertinggal atau memakai kode satuan kerja yang lain.",
    ),
    "tidak-dapat-dihitung": Message(
        "peringatan",
        "{judul} {nama} tidak dapat dihitung: {sebab}.",
        "Periksa data unit itu; selama tidak dapat dihitung, unit didaftar tersendiri dan tidak dinilai.",
    ),
    "pembilang-tidak-ikut": Message(
        "catatan",
        "{jumlah} ({judul_pembilang}) dari {satker} tidak ikut dalam {judul} seluruh daerah {tampil}, karena "
        "di sana tidak ada {judul_penyebut} yang menjadi pembaginya; bila ikut, angka itu {bila_ikut}.",
        "Lengkapi data pembaginya; bila memang tidak ada, tidak perlu tindakan.",
    ),
    "target-tidak-ada": Message(
        "peringatan",
        "{judul} {nama} tidak ada pada tabel {tabel}.",
        "Tambahkan baris unit itu beserta target dan satuannya.",
    ),
    "target-tidak-lazim": Message(
        "catatan",
        "{judul} {nama} adalah {nilai}, sedangkan yang lazim {diharapkan}.",
        "Cocokkan dengan Perjanjian Kinerja unit itu; bila benar, tidak perlu tindakan.",
    ),
    "penghargaan-tidak-berlaku": Message(
        "catatan",
        "Penghargaan {judul} tidak dinilai: tidak ada aturan yang berlaku di daerah ini pada {tanggal}.",
        "Bila seharusnya dinilai, tambahkan bobot dan banyaknya calon beserta dasar hukumnya di rules.yaml.",
    ),
    "calon-tidak-terpetakan": Message(
        "peringatan",
        "Calon {nilai} dinominasikan, tetapi tidak memenuhi pemetaan data awal.",
        "Lengkapi datanya, atau periksa kolom nominasi menurut Berita Acara Penilaian Awal.",
    ),
    "pemetaan-tidak-dapat-dinilai": Message(
        "peringatan",
        "{banyak} peserta {judul} yang kolom nominasinya kosong tidak dapat dipetakan, sebab {sebab}; "
        "mereka tidak dinominasikan.",
        "Serahkan data yang kurang itu, atau isi kolom nominasi menurut Berita Acara Penilaian Awal.",
    ),
    "kategori-dikeluarkan": Message(
        "peringatan",
        "Penghargaan bagi {nilai} dikeluarkan: {sebab}.",
        "Lengkapi calon atau nilainya; bila memang dikeluarkan, sebut kategori itu beserta sebabnya dalam naskah.",
    ),
    "kategori-tidak-dikenal": Message(
        "galat",
        "Kategori {nilai} milik {peserta} tidak dikenal.",
        "Isi kolom kategori dengan salah satu dari: {diharapkan}.",
    ),
    "aspek-tidak-dikenal": Message(
        "galat",
        "Aspek {nilai} pada nilai {peserta} tidak dikenal.",
        "Isi kolom aspek dengan salah satu dari: {diharapkan}.",
    ),
    "sub-kriteria-tidak-dikenal": Message(
        "galat",
        "Sub-kriteria {nilai} pada nilai {peserta} tidak dikenal untuk aspeknya.",
        "Isi kolom sub_kriteria dengan salah satu dari: {diharapkan}.",
    ),
    "nilai-di-luar-skala": Message(
        "galat",
        "Nilai {nilai} milik {peserta} di luar skala.",
        "Isi nilai {diharapkan}.",
    ),
    "nilai-ganda": Message(
        "galat",
        "Sub-kriteria {nilai} milik {peserta} dinilai lebih dari satu kali pada tahap yang sama.",
        "Sisakan satu nilai untuk setiap sub-kriteria.",
    ),
    "satker-tidak-dikenal": Message(
        "galat",
        "Tidak ada unit pelapor dengan kode atau nama {nilai}.",
        "{usulan}",
    ),
    "objek-tidak-jelas": Message(
        "galat",
        "Yang bernama {nilai} ada {banyak}; harus tepat satu.",
        "Tulis isi kuncinya, dipisah garis miring berspasi, misalnya: {usulan}.",
    ),
    "objek-tanpa-tabel": Message(
        "galat",
        "{nilai} belum dapat dijelaskan karena tabel {judul} tidak ada pada folder masukan.",
        "Tambahkan tabelnya; lembar isiannya dibuat dengan p3dn inputs new.",
    ),
    "satker-tidak-melapor": Message(
        "galat",
        "{nama} ({nilai}) tidak melapor: {sebab}.",
        "Pilih unit lain; daftarnya ada pada hasil p3dn evaluate.",
    ),
    "peserta-tidak-dikenal": Message(
        "galat",
        "Tidak ada peserta penghargaan bernama {nilai}.",
        "{usulan}",
    ),
    "indikator-tidak-dikenal": Message(
        "galat",
        "Tidak ada indikator, hitungan, putusan, peringkat, atau penghargaan bernama {nilai}.",
        "{usulan}",
    ),
}

# Templates and documents: documents/
_NASKAH: dict[str, Message] = {
    "naskah-bukan-docx": Message(
        "galat",
        "Berkas {berkas} bukan berkas Word (.docx) atau rusak.",
        "Buka berkas itu di Word, lalu simpan kembali sebagai Dokumen Word (*.docx).",
    ),
    "naskah-paket-ditolak": Message(
        "galat",
        "Berkas {berkas} ditolak: {sebab}.",
        "Salin isinya ke dokumen Word yang baru tanpa makro, objek tertanam, dan rujukan ke luar, lalu simpan.",
    ),
    "templat-tag-salah": Message(
        "galat",
        "Tag pada {tempat} tidak dapat dibaca karena {sebab}: «{nilai}».",
        "Tulis ulang tagnya dengan bentuk {{{{ field }}}}, {{% if field %}}, atau {{% for x in daftar %}}.",
    ),
    "templat-filter-tidak-cocok": Message(
        "galat",
        "Filter {filter} pada {tempat} tidak cocok untuk field {isian}, yang berisi {jenis}: «{nilai}».",
        "Pilih filter yang sesuai dengan isi field itu, atau hapus filternya bila field itu teks.",
    ),
    "templat-mirip-tag": Message(
        "peringatan",
        "Tulisan {tulisan} pada {tempat} mirip tag tetapi akan tercetak apa adanya.",
        "Bila itu field, tulis dengan kurung kurawal ganda: {{{{ field }}}}.",
    ),
    "templat-satuan-ganda": Message(
        "peringatan",
        "Di samping filter {filter} pada {tempat} ada {satuan} lagi, sehingga tercetak dua kali: «{nilai}».",
        "Hapus {satuan} itu; filter {filter} sudah mencetaknya.",
    ),
    "templat-tag-tidak-diisi": Message(
        "galat",
        "Tag {tag} pada {tempat} tidak akan diisi dan tercetak apa adanya.",
        "Pindahkan tag itu ke paragraf, tabel, kotak teks, kepala, atau kaki halaman, atau tulis teks tetap di sana.",
    ),
    "templat-blok-memutus": Message(
        "galat",
        "Blok pada {tempat} dibuka dan ditutup pada bagian yang berlainan, misalnya di dalam dan di luar tautan, "
        "sehingga naskahnya tidak dapat dibuka di Word: «{nilai}».",
        "Taruh pembuka dan penutup blok bersama-sama di dalam, atau bersama-sama di luar tautan, sel, atau kendali isi "
        "itu.",
    ),
    "templat-paragraf-berlebihan": Message(
        "galat",
        "Paragraf pada {tempat} memuat {braces} kurung kurawal dan {huruf} huruf, terlalu banyak untuk dibaca sebagai "
        "tag.",
        "Bagi paragraf itu, paling banyak 1.000 kurung kurawal dan 20.000 huruf dalam satu paragraf yang memuat tag.",
    ),
    "templat-jangkar-berulang": Message(
        "galat",
        "Tempat tanda tangan elektronik {{{{ jangkar }}}} ada di dalam pengulangan, pada {tempat}, sehingga tidak "
        "tercetak tepat satu kali: «{nilai}».",
        "Pindahkan {{{{ jangkar }}}} ke kolom tanda tangan, di luar for dan endfor.",
    ),
    "templat-jangkar-bersyarat": Message(
        "peringatan",
        "Menurut syaratnya, tempat tanda tangan elektronik {{{{ jangkar }}}} dapat tercetak {paling_sedikit} sampai "
        "{paling_banyak} kali; seharusnya selalu tepat satu kali.",
        "Taruh {{{{ jangkar }}}} satu kali di luar if, atau satu kali pada setiap cabang if dan else.",
    ),
    "templat-tag-asing": Message(
        "catatan",
        "{banyak} tag ${{...}} dibiarkan untuk e-office dan tercetak apa adanya: {tag}.",
        "Bila bukan untuk e-office, ganti dengan field, misalnya {{{{ unit.nama }}}}; lihat p3dn templates fields.",
    ),
    "templat-tanpa-field": Message(
        "catatan",
        "Templat ini tidak memuat satu field pun, jadi semua naskahnya sama.",
        "Bila templat ini dari program lain, ganti tagnya dengan field; lihat p3dn templates fields.",
    ),
    "templat-pemisah-di-else": Message(
        "galat",
        "Pemisah bagian (section break) berada pada paragraf tag else di {tempat}, jadi hilang bila cabang itu tidak "
        "dipakai: «{nilai}».",
        "Taruh pemisah bagian itu di paragraf biasa, di luar if dan endif.",
    ),
    "templat-pemisah-bersyarat": Message(
        "peringatan",
        "Pemisah bagian (section break) pada {tempat} berada di dalam if atau for; bila isinya tidak dicetak, halaman "
        "di depannya memakai ukuran, arah, dan kepala halaman bagian berikutnya.",
        "Taruh pemisah bagian yang mengakhiri halaman di depannya itu sebelum tag pembuka if atau for.",
    ),
    "templat-nomor-berlanjut": Message(
        "catatan",
        "Daftar bernomor pada {tempat} berada di dalam dua pengulangan; nomornya berlanjut dan tidak mulai dari 1 lagi "
        "pada setiap putaran for yang luar: «{nilai}».",
        "Bila harus mulai dari 1 lagi, hapus penomoran otomatisnya dan tulis {{{{ loop.index }}}}. di depannya.",
    ),
    "templat-sisa-suntingan": Message(
        "peringatan",
        "Templat memuat {apa} di {banyak} paragraf, yang pertama pada {tempat}; semuanya ikut di setiap naskah.",
        "Di Word, buka Review, terima atau tolak semua perubahan dan hapus semua komentar, lalu simpan.",
    ),
    "templat-di-luar-tabel": Message(
        "galat",
        "Tag {tag} pada {tempat} berawalan {awalan}, padahal tidak berada di dalam tabel.",
        "Pakai awalan p untuk paragraf, misalnya {{%p for x in daftar %}}.",
    ),
    "templat-tag-terpotong": Message(
        "galat",
        "Tag yang dibuka pada {tempat} baru ditutup pada {lanjutan}: «{nilai}».",
        "Hapus pergantian paragraf (Enter) di dalam tag itu supaya seluruhnya berada di satu paragraf.",
    ),
    "templat-tag-tidak-dikenal": Message(
        "galat",
        "Tag {tag} pada {tempat} tidak dikenal: «{nilai}».",
        "{usul}; yang ada ialah if, elif, else, endif, for, endfor, dan set, boleh berawalan p, tr, tc, atau r.",
    ),
    "templat-tanpa-pembuka": Message(
        "galat",
        "Tag {tag} pada {tempat} tidak ada pembukanya: «{nilai}».",
        "Tambahkan {pembuka} di depannya atau hapus {tag} itu; if berpasangan dengan endif, for dengan endfor.",
    ),
    "templat-blok-terbuka": Message(
        "galat",
        "Ada blok yang belum ditutup pada {tempat}: «{nilai}».",
        "Tambahkan {tag} sesudahnya, pada tempat blok itu berakhir.",
    ),
    "templat-beda-tingkat": Message(
        "galat",
        "Tag {tag} pada {tempat} menutup {pembuka} pada {di}, padahal awalannya berbeda.",
        "Tulis {seharusnya} supaya awalannya sama dengan pembukanya.",
    ),
    "templat-beda-sel": Message(
        "galat",
        "Tag {penutup} pada {tempat} menutup {tag} pada {pembuka}, padahal letaknya tidak setara.",
        "Buka dan tutup blok pada sel yang sama; untuk mengulang baris tabel, taruh {{%tr for x in daftar %}} dan "
        "{{%tr endfor %}} masing-masing pada barisnya sendiri, di atas dan di bawah baris yang diulang.",
    ),
    "templat-tag-berdempetan": Message(
        "galat",
        "Ada lebih dari satu tag berawalan {awalan} dalam satu {tingkat_tag}, pada {tempat}: «{nilai}».",
        "Taruh setiap tag berawalan {awalan} pada {tingkat_tag} tersendiri; yang tercetak hanya satu di antaranya.",
    ),
    "templat-teks-hilang": Message(
        "peringatan",
        "Tulisan «{teks}» di samping tag {tag} pada {tempat} tidak akan tercetak.",
        "Pindahkan tulisan itu ke tempat lain, sebab tag berawalan p, tr, atau tc menghapus seluruh isi di sekitarnya.",
    ),
    "templat-daftar-tanpa-for": Message(
        "galat",
        "Field {isian} pada {tempat} adalah bagian dari daftar {daftar}, jadi hanya ada di dalam pengulangannya: "
        "«{nilai}».",
        "Tulis di antara {{% for x in {daftar} %}} dan {{% endfor %}}, dengan nama x di depannya.",
    ),
    "templat-bukan-daftar": Message(
        "galat",
        "Field {isian} pada {tempat} bukan daftar, jadi tidak dapat diulang dengan for: «{nilai}».",
        "Pilih field berjenis daftar; lihat p3dn templates fields.",
    ),
    "templat-tanpa-awalan": Message(
        "catatan",
        "Tag {tag} pada {tempat} berdiri sendiri tanpa awalan; dibaca sebagai {seharusnya}, jadi tempatnya hilang.",
        "Tidak perlu diubah; tulis {seharusnya} supaya jelas.",
    ),
    "templat-kutip-lengkung": Message(
        "peringatan",
        "Tag {tag} pada {tempat} memakai tanda kutip lengkung.",
        "Ketik ulang tanda kutipnya sebagai kutip lurus, dan matikan AutoFormat tanda kutip di Word.",
    ),
    "templat-isian-kadang-kosong": Message(
        "peringatan",
        "Field {isian} pada {tempat} kosong pada sebagian naskah, sehingga naskah itu tidak akan jadi: «{nilai}».",
        "Beri syarat, misalnya {{% if {isian} %}} di depannya dan {{% endif %}} di belakangnya.",
    ),
    "templat-ungkapan-dilarang": Message(
        "galat",
        "Templat tidak boleh memuat {apa}, pada {tempat}: «{nilai}».",
        "Pakai hanya nama field, if, for, dan filter yang tersedia.",
    ),
    "templat-keluaran-berawalan": Message(
        "galat",
        "Tag pada {tempat} memakai awalan pada kurung kurawal ganda: «{nilai}».",
        "Tulis {{{{ field }}}} tanpa awalan; p dan r hanya untuk teks berformat, gambar, dan subdokumen dari program.",
    ),
    "templat-filter-tidak-dikenal": Message(
        "galat",
        "Filter {apa} pada {tempat} tidak dikenal: «{nilai}».",
        "Perbaiki nama filternya; {usul}.",
    ),
    "templat-isian-tidak-dikenal": Message(
        "galat",
        "Field {isian} pada {tempat} tidak dikenal: «{nilai}».",
        "Perbaiki nama fieldnya; {usul}.",
    ),
    "templat-isian-naskah-lain": Message(
        "galat",
        "Field {isian} pada {tempat} tidak ada pada naskah ini, hanya pada {naskah}: «{nilai}».",
        "Hapus field itu, atau pakai field lain dari p3dn templates fields --jenis {jenis}.",
    ),
    "templat-isian-tidak-terbaca": Message(
        "galat",
        "Salah satu dari field {isian} pada {tempat} tidak ada pada datanya: «{nilai}».",
        "Perbaiki nama fieldnya, atau beri syarat if supaya bagian itu tercetak hanya bila datanya ada.",
    ),
    "templat-isian-kosong": Message(
        "galat",
        "Field {isian} pada {tempat} kosong, sehingga tidak dapat dicetak: «{nilai}».",
        "Lengkapi datanya, atau beri syarat if supaya bagian itu tercetak hanya bila datanya ada.",
    ),
    "templat-isian-tanpa-filter": Message(
        "galat",
        "Field {isian} pada {tempat} memuat bilangan, tanggal, atau daftar yang belum diberi bentuk: «{nilai}».",
        "Tambahkan filter, misalnya |rupiah, |persen, |angka, atau |tanggal.",
    ),
    "templat-gambar-salah": Message(
        "galat",
        "Isi field {isian} untuk gambar pada {tempat} bukan gambar PNG atau JPEG yang utuh.",
        "Berikan berkas gambar PNG atau JPEG.",
    ),
    "templat-nilai-tidak-cocok": Message(
        "galat",
        "Isi field {isian} pada {tempat} tidak cocok dengan pemakaiannya: «{nilai}» ({sebab}).",
        "Pilih filter atau perbandingan yang sesuai dengan jenis isinya.",
    ),
    "templat-terlalu-besar": Message(
        "galat",
        "Naskah dari templat ini menjadi terlalu besar pada {tempat}.",
        "Kurangi for yang bersarang.",
    ),
    "naskah-jangkar-tidak-tunggal": Message(
        "galat",
        "Tanda tempat tanda tangan elektronik {nilai} terdapat {jumlah} kali di naskah; seharusnya tepat satu kali.",
        "Sisakan satu {nilai} di kolom tanda tangan dan jangan memakainya di tempat lain.",
    ),
    "naskah-jenis-isi-hilang": Message(
        "galat",
        "Bagian {nilai} di dalam naskah tidak terdaftar tepat satu kali pada daftar jenis isinya.",
        "Periksa templatnya di Word, simpan, lalu bangun ulang.",
    ),
    "naskah-rujukan-putus": Message(
        "galat",
        "Bagian {bagian} merujuk ke {nilai} yang tidak ada di dalam naskah.",
        "Periksa templatnya di Word, simpan, lalu bangun ulang.",
    ),
    "naskah-id-ganda": Message(
        "galat",
        "Nomor pengenal {nilai} dipakai lebih dari satu kali di dalam naskah.",
        "Periksa templatnya di Word, simpan, lalu bangun ulang.",
    ),
    "naskah-tabel-kosong": Message(
        "galat",
        "Ada tabel tanpa baris atau baris tanpa sel di dalam naskah: «{nilai}».",
        "Beri tabel itu syarat if supaya tercetak hanya bila ada isinya.",
    ),
    "naskah-sel-tanpa-paragraf": Message(
        "galat",
        "Ada sel tabel yang tidak diakhiri paragraf: «{nilai}».",
        "Di templat, sisakan satu paragraf di akhir sel itu.",
    ),
    "naskah-susunan-salah": Message(
        "galat",
        "Susunan naskah salah ({apa}): «{nilai}».",
        "Periksa awalan tag (p, tr, tc, r) di sekitar tempat itu pada templat.",
    ),
    "naskah-sisa-tag": Message(
        "galat",
        "Masih ada tag templat yang tercetak di naskah: «{nilai}».",
        "Tutup atau hapus tag itu di templat.",
    ),
    "naskah-isian-kosong": Message(
        "galat",
        "Ada isian kosong yang tercetak sebagai kata asing: «{nilai}».",
        "Lengkapi datanya atau beri syarat if di templat.",
    ),
    "grafik-tidak-ada": Message(
        "galat",
        "Templat tidak memuat grafik yang bernama {nilai}.",
        "Di Word, klik kanan grafiknya, pilih Teks Alternatif, dan isi judulnya dengan {nilai}.",
    ),
    "grafik-beda-seri": Message(
        "galat",
        "Grafik {nilai} memuat {ada} seri, sedangkan datanya {perlu} seri.",
        "Di Word, pilih Edit Data pada grafik itu dan jadikan {perlu} seri.",
    ),
}

# The built folder: outputs/ and workspace
_KELUARAN: dict[str, Message] = {
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

# Cases of the rulebook: policy/
_KASUS: dict[str, Message] = {
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

# What rows of nobody do, said after the message that nobody knows whose they are: evaluation/
LEPAS_NILAI = "{jumlah} tidak terhitung pada satuan kerja mana pun{akibat}"
LEPAS_GOYAH = ", dan baris seperti itu dapat mengubah status {banyak} satuan kerja."
LEPAS_TETAP = "; status setiap satuan kerja tetap sama, siapa pun pemiliknya."
LEPAS_TANPA_NILAI = "Tidak ada nilai yang dihitung pada baris itu."

# What the region's figure leaves out, said after the message that a unit's figure cannot be computed: evaluation/
TIDAK_IKUT = (
    "{judul} unit itu {jumlah} tidak ikut dalam angka seluruh daerah {tampil}; bila ikut{lain}, angka itu {bila_ikut}."
)
TIDAK_IKUT_LAIN = " bersama {banyak} satuan kerja lain yang demikian"

MESSAGES: dict[str, Message] = {**_BERKAS, **_SEL, **_ATURAN, **_HASIL, **_NASKAH, **_KELUARAN, **_KASUS}
