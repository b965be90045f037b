"""Messages on the rulebook: its form, its names, its values over time."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

ATURAN: dict[str, Message] = {
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
