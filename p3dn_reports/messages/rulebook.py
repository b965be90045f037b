"""Messages on what the rulebook makes of its parts: readings, indicators, documents, clauses, and what does nothing."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

ATURAN: dict[str, Message] = {
    "aturan-peran-mirip": Message(
        "galat",
        "{tempat}: peran {nilai} mirip peran yang dikenal, tetapi bukan itu.",
        "{dugaan}",
    ),
    "aturan-jabatan-mirip": Message(
        "peringatan",
        "{tempat}: kata {kata} pada {nilai} tidak ada di bagian lain buku aturan, dan mirip {dugaan}.",
        "Bila salah ketik, tulis {dugaan}; bila nama itu memang demikian, biarkan.",
    ),
    "aturan-kalimat-terpotong": Message(
        "galat",
        "{tempat}: butir “{nilai}” diawali huruf kecil; koma tanpa tanda kutip memotong kalimat di depannya.",
        "Beri tanda kutip pada seluruh kalimat yang memuat koma, atau awali butir ini dengan huruf besar.",
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
    "aturan-bentuk-sempit": Message(
        "galat",
        "{tempat}: di antara margin itu hanya tersisa {nilai} mm untuk teks; paling sedikit {paling_sedikit} mm.",
        "Kecilkan margin, atau pilih kertas yang lebih besar; keduanya ditulis dalam milimeter.",
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
    "aturan-hanya-untuk-baris": Message(
        "galat",
        "{tempat}: {nilai} hanya untuk naskah setiap baris tabel atau setiap putusan, sedangkan naskah ini bukan.",
        "Hapus bagian itu, atau tulis `untuk_setiap: {{tabel: ...}}` atau `untuk_setiap: {{putusan: ...}}`.",
    ),
    "aturan-indikator-tanpa-pita": Message(
        "galat",
        "{tempat}: indikator {nilai} tidak mempunyai pita, sehingga tidak berstatus.",
        "Tambahkan pita pada indikator itu, atau pilih indikator lain.",
    ),
    "aturan-kata-tidak-tercetak": Message(
        "galat",
        "{tempat}: {nilai} tidak ada pada teks ketentuan {ketentuan}.",
        "Salin kata tercetak itu persis seperti pada teks, atau perbaiki teksnya menurut sumbernya.",
    ),
    "aturan-ketentuan-tanpa-kata": Message(
        "galat",
        "{tempat}: ketentuan {nilai} tidak mempunyai teks atau isi.",
        "Salin bunyinya dari sumbernya pada teks, atau tulis isinya dalam satu kalimat.",
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
