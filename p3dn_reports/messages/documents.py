"""Messages on templates and documents."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

NASKAH: dict[str, Message] = {
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
    "gambar-tidak-terpasang": Message(
        "peringatan",
        "Gambar {nilai} tidak dapat dipasang pada naskah: {sebab}.",
        "Taruh berkas PNG atau JPEG bernama itu di folder templates/gambar, atau perbaiki nama gambarnya.",
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
