"""Messages on files and sheets as a whole: what a file is, and what in it cannot be read."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

BERKAS: dict[str, Message] = {
    "berkas-kosong": Message(
        "galat",
        "Berkas ini kosong (0 bita).",
        "Minta pengirim mengirim ulang berkasnya, atau hapus berkas ini dari folder masukan.",
    ),
    "resi-tidak-cocok": Message(
        "galat",
        "Triwulan {nilai} di danau data ditolak: {sebab}.",
        "Minta daerahnya mengirim ulang triwulan itu, atau ambil ulang dari berkas aslinya dengan p3dn nation take.",
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
    "isian-kembar": Message(
        "peringatan",
        "Ada dua berkas isian: selain isian-meja-kerja.xlsx ada {nilai}, yang tidak dibaca agar tidak terhitung ganda.",
        "Pilih satu di Kotak Masuk, atau salin isian yang kurang lalu pindahkan {nilai} dari folder masukan.",
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
