# ruff: noqa: E501 (one row of a table per line)
"""Reasons and chronologies of the DKI example, as the units would send them; every event is invented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from berkas_contoh import Row

# Name of the unit | kategori | alasan | tindak lanjut | batas waktu | penanggung jawab
_ALASAN = """
Dinas Sumber Daya Air | di_bawah | Pompa pengendali banjir berkapasitas besar belum seluruhnya tersedia dari industri dalam negeri sesuai spesifikasi teknis yang ditetapkan | Menyusun ulang spesifikasi teknis pompa bersama industri dalam negeri untuk Tahun Anggaran 2025 | 2025-02-28 | Kepala Bidang Contoh Sarana Air
Dinas Sumber Daya Air | di_bawah | Nilai produk dalam negeri pada 6 (enam) paket pemeliharaan saluran belum dicatat sampai dengan batas waktu data | Melengkapi pencatatan nilai produk dalam negeri pada paket yang telah selesai | 2025-01-03 | Pejabat Pembuat Komitmen Contoh
Dinas Kebudayaan | di_bawah | Pengadaan peralatan tata suara dan tata cahaya gedung pertunjukan dipenuhi dari produk luar negeri karena produk sejenis belum bersertifikat | Menjajaki produk dalam negeri bersertifikat untuk peralatan pengganti | 2025-03-31 | Kepala Unit Pengelola Contoh Gedung Seni
Dinas Kebudayaan | di_bawah | Sebagian jasa penyelenggaraan acara dibayar tanpa pencatatan nilai produk dalam negeri | Mencatat transaksi non-tender yang tertinggal | 2025-01-03 | Pejabat Pengadaan Contoh
Dinas Pertamanan dan Hutan Kota | di_bawah | Satu paket suku cadang alat berat senilai sisa kekurangan dipenuhi dari produk luar negeri karena tidak ada pengganti yang sesuai | Memperbarui daftar kebutuhan suku cadang dan mencari pengganti dalam negeri | 2025-01-31 | Kepala Bidang Contoh Peralatan
Badan Kepegawaian Daerah | di_bawah | Pengadaan perangkat ujian berbasis komputer masih menggunakan produk luar negeri | Mengalihkan pengadaan perangkat ujian ke produk dengan sertifikat Tingkat Komponen Dalam Negeri | 2025-02-14 | Sekretaris Badan Contoh
Biro Umum dan Administrasi Sekretariat Daerah | di_bawah | Suku cadang lift dan sistem pendingin gedung hanya tersedia dari pabrikan asal | Meminta pernyataan ketersediaan produk dalam negeri sebelum kontrak tahun berikutnya | 2025-01-31 | Kepala Bagian Contoh Rumah Tangga
Biro Umum dan Administrasi Sekretariat Daerah | di_bawah | Pembayaran sewa kendaraan tidak disertai pencatatan nilai produk dalam negeri | Melengkapi pencatatan nilai produk dalam negeri sewa kendaraan | 2025-01-03 | Kepala Subbagian Contoh Kendaraan
Satuan Polisi Pamong Praja | melebihi | Pembayaran atas satu paket pakaian dinas dipotong denda keterlambatan sehingga lebih kecil daripada nilai yang tercatat | Menyesuaikan catatan realisasi paket dengan nilai yang dibayarkan | 2025-01-03 | Pejabat Pembuat Komitmen Contoh
Dinas Komunikasi, Informatika dan Statistik | melebihi | Nilai kontrak langganan pusat data telah tercatat seluruhnya, sedangkan termin terakhir belum dibayarkan | Menyelesaikan pembayaran termin terakhir setelah berita acara serah terima | 2025-01-03 | Kepala Bidang Contoh Infrastruktur
Dinas Komunikasi, Informatika dan Statistik | melebihi | Dua transaksi e-katalog tercatat pada versi lama dan versi baru | Meminta penghapusan catatan ganda kepada pengelola katalog | 2025-01-03 | Pejabat Pengadaan Contoh
Kabupaten Administrasi Kepulauan Seribu | melebihi | Pembayaran pekerjaan dermaga belum dibukukan sampai dengan batas waktu data karena cuaca menunda pemeriksaan akhir | Menyelesaikan pemeriksaan akhir dan pembukuan pembayaran | 2025-01-03 | Sekretaris Kabupaten Contoh
Biro Hukum | melebihi | Transaksi jasa penerbitan milik unit lain tercatat pada satuan kerja ini | Meminta pemindahan catatan ke satuan kerja yang semestinya | 2025-01-03 | Kepala Bagian Contoh Dokumentasi
"""

# Name of the unit | tanggal | peristiwa | bukti
_KRONOLOGI = """
Dinas Sumber Daya Air | 2024-02-12 | Spesifikasi teknis pompa ditetapkan | Kerangka Acuan Kerja Nomor Contoh-01
Dinas Sumber Daya Air | 2024-05-20 | Tender pompa dimenangkan penyedia produk luar negeri | Berita Acara Hasil Pemilihan Contoh-02
Dinas Sumber Daya Air | 2024-10-08 | Pompa diterima dan diuji | Berita Acara Serah Terima Contoh-03
Dinas Sumber Daya Air | 2024-12-20 | Pemantauan capaian bersama Biro koordinator menemukan paket yang belum dicatat | Notula Contoh-04
Dinas Kebudayaan | 2024-03-04 | Survei pasar peralatan tata suara dilaksanakan | Laporan Survei Contoh-05
Dinas Kebudayaan | 2024-07-15 | Kontrak peralatan ditandatangani | Surat Perjanjian Contoh-06
Dinas Kebudayaan | 2024-11-29 | Pembayaran lunas tanpa nilai produk dalam negeri | Surat Perintah Pencairan Dana Contoh-07
Dinas Pertamanan dan Hutan Kota | 2024-04-22 | Kebutuhan suku cadang alat berat diusulkan | Nota Dinas Contoh-08
Dinas Pertamanan dan Hutan Kota | 2024-06-10 | Penelusuran produk pengganti tidak memperoleh hasil | Berita Acara Penelusuran Contoh-09
Dinas Pertamanan dan Hutan Kota | 2024-09-02 | Suku cadang dibeli dari produk luar negeri | Bukti Pembelian Contoh-10
Dinas Pertamanan dan Hutan Kota | 2024-12-27 | Rekonsiliasi menunjukkan kekurangan 0,005% terhadap batas 80% | Kertas Kerja Contoh-11
Biro Umum dan Administrasi Sekretariat Daerah | 2024-01-25 | Kontrak pemeliharaan lift diperpanjang | Surat Perjanjian Contoh-12
Biro Umum dan Administrasi Sekretariat Daerah | 2024-08-19 | Suku cadang asli dipasang | Berita Acara Pemasangan Contoh-13
Biro Umum dan Administrasi Sekretariat Daerah | 2024-12-23 | Pencatatan sewa kendaraan diperiksa dan ditemukan belum lengkap | Kertas Kerja Contoh-14
Satuan Polisi Pamong Praja | 2024-05-13 | Kontrak pakaian dinas lapangan ditandatangani | Surat Perjanjian Contoh-15
Satuan Polisi Pamong Praja | 2024-11-04 | Barang diterima terlambat dan denda dihitung | Berita Acara Serah Terima Contoh-16
Satuan Polisi Pamong Praja | 2024-12-09 | Pembayaran dilakukan setelah dipotong denda | Surat Perintah Pencairan Dana Contoh-17
Dinas Komunikasi, Informatika dan Statistik | 2024-01-30 | Kontrak langganan pusat data dicatat penuh untuk satu tahun | Surat Pesanan Contoh-18
Dinas Komunikasi, Informatika dan Statistik | 2024-06-24 | Pesanan dipindahkan ke katalog versi baru | Surat Pesanan Contoh-19
Dinas Komunikasi, Informatika dan Statistik | 2024-10-31 | Catatan pada katalog versi lama belum dihapus | Tangkapan Layar Contoh-20
Dinas Komunikasi, Informatika dan Statistik | 2024-12-16 | Berita acara serah terima termin terakhir belum terbit | Nota Dinas Contoh-21
Dinas Komunikasi, Informatika dan Statistik | 2024-12-30 | Batas waktu data terlampaui sebelum termin terakhir dibayarkan | Kertas Kerja Contoh-22
Kabupaten Administrasi Kepulauan Seribu | 2024-07-01 | Pekerjaan dermaga dimulai | Surat Perintah Mulai Kerja Contoh-23
Kabupaten Administrasi Kepulauan Seribu | 2024-12-11 | Pemeriksaan akhir ditunda karena gelombang tinggi | Surat Penundaan Contoh-24
Kabupaten Administrasi Kepulauan Seribu | 2024-12-28 | Pekerjaan dicatat selesai, pembayaran menunggu pembukuan | Berita Acara Contoh-25
Biro Hukum | 2024-09-17 | Pesanan jasa penerbitan dibuat dengan kode satuan kerja yang keliru | Surat Pesanan Contoh-26
Biro Hukum | 2024-11-11 | Kekeliruan ditemukan pada rekonsiliasi triwulan | Kertas Kerja Contoh-27
Biro Hukum | 2024-12-18 | Permohonan pemindahan catatan disampaikan | Surat Contoh-28
"""


def alasan(kode: Mapping[str, str]) -> Iterator[Row]:
    """Rows of sheet `alasan`; `kode` gives a unit's code by its name."""
    for nama, kategori, sebab, lanjut, batas, siapa in _lines(_ALASAN):
        yield kode[nama], kategori, sebab, lanjut, date.fromisoformat(batas), siapa


def kronologi(kode: Mapping[str, str]) -> Iterator[Row]:
    """Rows of sheet `kronologi`; `kode` gives a unit's code by its name."""
    for nama, tanggal, peristiwa, bukti in _lines(_KRONOLOGI):
        yield kode[nama], date.fromisoformat(tanggal), peristiwa, bukti


def _lines(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines()]
