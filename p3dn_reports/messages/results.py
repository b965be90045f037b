"""Messages on what the rows mean for the figures: units, awards, readings, rankings."""

from __future__ import annotations

from p3dn_reports.messages.message import Message

HASIL: dict[str, Message] = {
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
    "sumber-tidak-dicetak": Message(
        "peringatan",
        "Dokumen {nilai} memuat {kolom}, sedangkan templatnya, {templat}, tidak mencetaknya.",
        "Hapus {kolom} dari dokumen itu di rules.yaml, atau cetak {isian} pada templatnya.",
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
    "naskah-tanpa-baris": Message(
        "peringatan",
        "{naskah} tidak dibuat untuk {banyak} satuan kerja, karena tidak ada barisnya pada tabel {judul}: {satker}.",
        "Minta satuan kerja itu mengisi tabel {judul}; yang memang tidak mempunyainya tidak perlu tindakan.",
    ),
    "tugas-tidak-dikenal": Message(
        "peringatan",
        "Ketentuan “{nilai}” bukan tugas {satker} menurut peraturan yang berlaku, atau sudah ada barisnya; barisnya "
        "tidak tercetak.",
        "Tulis tempat tugasnya pada diktum KESATU, satu baris satu tugas. Tugasnya ialah {diharapkan}.",
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
        'sudah terbit, catat di rules.yaml dengan untuk: {{tahun: "{tahun}"{untuk}}}: p3dn rules continue menulis '
        "bloknya, yang melanjutkan instruksi terdahulu; langkahnya pada docs/panduan-kebijakan.md bagian 11.",
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
    "meta-pemda-daerah-lain": Message(
        "galat",
        "Tabel meta menyebut {nilai}, sedangkan {kd_klpd} adalah kode {diharapkan}: tidak jelas data ini milik siapa.",
        "Perbaiki pemda atau kd_klpd pada tabel meta; kode {nilai} ialah {miliknya}.",
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
