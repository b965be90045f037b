"""Messages on cells, rows and columns of the inputs."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

SEL: dict[str, Message] = {
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
    "wajib-bila": Message(
        "peringatan",
        "{judul_lain} kosong pada baris dengan {judul} {nilai}{banyak}, sehingga baris itu tidak masuk naskah mana "
        "pun.",
        "Isi {judul_lain} pada baris itu.",
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
