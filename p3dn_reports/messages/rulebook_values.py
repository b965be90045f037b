"""Messages on the numbers, codes, bands and days of the rulebook."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

ATURAN_NILAI: dict[str, Message] = {
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
        "{tempat}: {apa} bernilai dua untuk daerah {daerah} pada {nilai}; nilai lainnya ditulis pada {lain}.",
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
    "aturan-mendahului-hukum": Message(
        "galat",
        "{tempat}: {nilai} mendahului {sumber}, yang baru berlaku sejak {awal}.",
        "Perbaiki tanggalnya, atau rujuk peraturan yang berlaku pada tanggal itu.",
    ),
    "aturan-melewati-hukum": Message(
        "galat",
        "{tempat}: {nilai} baru mulai setelah {sumber} berakhir pada {akhir}, sehingga tidak pernah berlaku.",
        "Rujuk peraturan yang berlaku pada tanggal itu, atau perbaiki tanggalnya.",
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
}
