"""Sample contexts of the papers of Instruksi e-0048/2024: of Biro, of APIP, of addressees, and the Sekda's sheet.

All amounts, names and events are invented.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.templates.contoh_umum import Konteks, umum


def permintaan_laporan() -> Konteks:
    """A Biro asks a unit below 80% for its report."""
    return {
        **umum(),
        "parameter": {"ambang_bawah_perkin": "80%"},
        "tenggat": {"penjelasan_unit": date(2024, 12, 31)},
        "tujuan": {"jabatan": "Kepala Dinas Kebudayaan"},
        "capaian_perkin": {
            "tampil": "55,10%",
            "pembilang": Decimal("112955000000.00"),
            "penyebut": Decimal("205000000000.00"),
            "judul_pembilang": "Realisasi belanja produk dalam negeri",
            "judul_penyebut": "Realisasi pembayaran belanja pengadaan",
        },
        "unit": {
            "kode_satker": "2.22.0.00.0.00.19.0000",
            "nama": "Dinas Kebudayaan",
            "asisten": "Kesejahteraan Rakyat",
        },
    }


def matriks_paket_terbesar() -> Konteks:
    """The largest packages of a unit."""
    return {
        **umum(),
        "parameter_kata": {"jumlah_paket_pantau": "20 (dua puluh)"},
        "peringkat": {
            "paket_terbesar": {
                "diminta": 20,
                "jumlah_nilai": Decimal("3139715338000.00"),
                "banyak": {
                    "status_kak": {"belum_ada": 0, "kosong": 0},
                    "status_spesifikasi_teknis": {"belum_ada": 0, "kosong": 0},
                    "status_bast": {"belum_ada": 0, "kosong": 0},
                },
                "baris": [
                    {
                        "nomor": 1,
                        "urutan": 1,
                        "nilai": Decimal("616414654000.00"),
                        "kode_rup": "54001148",
                        "nama_paket": "Pengawasan Pekerjaan Tahap 2",
                        "jenis_pengadaan": "Jasa Konsultansi",
                        "status_kak": "ada",
                        "status_spesifikasi_teknis": "ada",
                        "status_bast": "ada",
                        "keterangan": "",
                    },
                    {
                        "nomor": 2,
                        "urutan": 2,
                        "nilai": Decimal("384014933000.00"),
                        "kode_rup": "54001071",
                        "nama_paket": "Sewa Kendaraan Operasional Tahap 1",
                        "jenis_pengadaan": "Jasa Lainnya",
                        "status_kak": "ada",
                        "status_spesifikasi_teknis": "ada",
                        "status_bast": "ada",
                        "keterangan": "",
                    },
                ],
            },
            "paket_konstruksi_terbesar": {
                "diminta": 20,
                "jumlah_nilai": Decimal("981288272000.00"),
                "banyak": {
                    "status_kak": {"belum_ada": 0, "kosong": 0},
                    "status_spesifikasi_teknis": {"belum_ada": 0, "kosong": 0},
                    "status_bast": {"belum_ada": 0, "kosong": 0},
                },
                "baris": [
                    {
                        "nomor": 1,
                        "urutan": 1,
                        "nilai": Decimal("229516002000.00"),
                        "kode_rup": "54001050",
                        "nama_paket": "Pemeliharaan Saluran Tahap 4",
                        "jenis_pengadaan": "Pekerjaan Konstruksi",
                        "status_kak": "ada",
                        "status_spesifikasi_teknis": "ada",
                        "status_bast": "ada",
                        "keterangan": "",
                    },
                    {
                        "nomor": 2,
                        "urutan": 2,
                        "nilai": Decimal("158940706000.00"),
                        "kode_rup": "54000875",
                        "nama_paket": "Pemeliharaan Saluran Tahap 2",
                        "jenis_pengadaan": "Pekerjaan Konstruksi",
                        "status_kak": "ada",
                        "status_spesifikasi_teknis": "ada",
                        "status_bast": "ada",
                        "keterangan": "",
                    },
                ],
            },
        },
        "tujuan": {"jabatan": "Kepala Biro Kesejahteraan Sosial"},
        "unit": {"nama": "Dinas Kesehatan"},
    }


def laporan_reviu_apip() -> Konteks:
    """The review of tags and TKDN."""
    return {
        **umum(),
        "seluruh": {
            "penandaan_menurut_paket": {
                "tampil": "97,70%",
                "pembilang": Decimal("1957.00"),
                "penyebut": Decimal("2003.00"),
                "sebab": "",
            }
        },
        "tabel": {
            "temuan_apip": [
                {
                    "nomor": 1,
                    "kondisi": "Dua paket belum ditandai",
                    "kriteria": "Huruf a angka 2 huruf a) angka 2)",
                    "sebab": "Admin SIRUP berganti pada Agustus",
                    "akibat": "Porsi produk impor tidak pasti",
                    "rekomendasi": "Menandai kedua paket pada SIRUP",
                    "nama_satker": "Satuan Polisi Pamong Praja",
                },
                {
                    "nomor": 2,
                    "kondisi": "Perhitungan TKDN satu paket memakai sertifikat yang telah berakhir",
                    "kriteria": "Huruf b angka 1",
                    "sebab": "Masa berlaku sertifikat tidak diperiksa",
                    "akibat": "Nilai TKDN pada rencana belanja lebih tinggi",
                    "rekomendasi": "Menghitung ulang nilai TKDN paket itu",
                    "nama_satker": "Dinas Komunikasi, Informatika dan Statistik",
                },
            ]
        },
        "tujuan": {"sebutan": "Bapak"},
        "baris": {
            "unit": "1.05.0.00.0.00.07.0000; 2.16.2.20.2.21.16.0000",
            "nomor_tugas": "ST-Contoh-12/2024",
            "tanggal_tugas": date(2024, 12, 2),
            "cara": "Penelaahan dokumen dan wawancara",
            "uji_tkdn": 25,
            "simpulan": "Penandaan pada paket lainnya telah sesuai dengan dokumen pengadaannya",
            "nama_unit": ["Satuan Polisi Pamong Praja", "Dinas Komunikasi, Informatika dan Statistik"],
        },
    }


def laporan_kepatuhan_apip() -> Konteks:
    """How far units comply."""
    return {
        **umum(),
        "tabel": {
            "temuan_apip": [
                {
                    "tingkat_kepatuhan": "Tinggi",
                    "saran_tata_kelola": "Mempertahankan pembagian tugas admin SIRUP",
                    "saran_risiko": "Mencatat risiko keterlambatan penilaian penyedia",
                    "saran_kepatuhan": "Menilai penyedia segera setelah serah terima",
                    "nama_satker": "Dinas Bina Marga",
                    "angka": {
                        "porsi_impor": "5,00%",
                        "kelengkapan_rup": "99,95%",
                        "penandaan_pdn": "96,62%",
                        "penyelesaian_spse": "tidak dapat dihitung (tabel Penilaian kinerja penyedia tidak ada)",
                    },
                },
                {
                    "tingkat_kepatuhan": "Sedang",
                    "saran_tata_kelola": "Menetapkan penanggung jawab penandaan",
                    "saran_risiko": "Mencatat risiko salah tanda pada daftar risiko",
                    "saran_kepatuhan": "Menandai paket pada hari diumumkan",
                    "nama_satker": "Dinas Kebudayaan",
                    "angka": {
                        "porsi_impor": "0,92%",
                        "kelengkapan_rup": "99,10%",
                        "penandaan_pdn": "100,00%",
                        "penyelesaian_spse": "tidak dapat dihitung (tabel Penilaian kinerja penyedia tidak ada)",
                    },
                },
            ]
        },
        "tujuan": {"sebutan": "Bapak"},
        "baris": {
            "unit": "1.03.0.00.0.00.03.0000; 2.22.0.00.0.00.19.0000; 2.15.0.00.0.00.15.0000",
            "nomor_tugas": "ST-Contoh-13/2024",
            "tanggal_tugas": date(2024, 12, 3),
            "cara": "Pemeriksaan atas data SIRUP dan SPSE",
            "ukuran_kepatuhan": "Tiga tingkat pada pedoman Inspektorat, yaitu tinggi, sedang, dan rendah",
            "simpulan": "Dua satuan kerja berada pada tingkat tinggi dan satu satuan kerja pada tingkat sedang",
            "nama_unit": ["Dinas Bina Marga", "Dinas Kebudayaan"],
        },
    }


def laporan_tindak_lanjut_apip() -> Konteks:
    """What became of recommendations."""
    return {
        **umum(),
        "seluruh": {
            "tindak_lanjut_rekomendasi": {
                "tampil": "85,00%",
                "pembilang": Decimal("34.00"),
                "penyebut": Decimal("40.00"),
                "sebab": "",
            },
            "ukuran": {"rekomendasi_lewat_batas": Decimal("0")},
        },
        "tabel": {
            "temuan_apip": [{"nama_satker": "Dinas Bina Marga", "rekomendasi": "Menagih tindak lanjut"}],
            "tindak_lanjut": [
                {
                    "nomor": 1,
                    "sumber": "BPKP",
                    "nomor_laporan": "LHP-Contoh-01/2024",
                    "rekomendasi": "Melengkapi Nilai PDN pada pencatatan swakelola",
                    "batas_waktu": date(2024, 9, 30),
                    "status": "selesai",
                    "tanggal_selesai": date(2024, 8, 1),
                    "nama_satker": "Dinas Sumber Daya Air",
                },
                {
                    "nomor": 2,
                    "sumber": "APIP",
                    "nomor_laporan": "LHP-Contoh-01/2024",
                    "rekomendasi": "Melengkapi Nilai PDN pada pencatatan swakelola",
                    "batas_waktu": date(2024, 9, 30),
                    "status": "selesai",
                    "tanggal_selesai": date(2024, 8, 2),
                    "nama_satker": "Dinas Bina Marga",
                },
            ],
        },
        "tujuan": {"sebutan": "Bapak"},
        "baris": {
            "unit": "1.03.0.00.0.00.04.0000; 1.03.0.00.0.00.03.0000; 1.02.0.00.0.00.02.0000;",
            "nomor_tugas": "ST-Contoh-14/2024",
            "tanggal_tugas": date(2024, 12, 4),
            "cara": "Pencocokan bukti tindak lanjut",
            "simpulan": "Enam rekomendasi dilanjutkan pada Tahun Anggaran 2025",
            "nama_unit": ["Dinas Sumber Daya Air", "Dinas Bina Marga"],
        },
    }


def laporan_evaluasi_apip() -> Konteks:
    """An evaluation of reports."""
    return {
        **umum(),
        "tabel": {
            "temuan_apip": [
                {
                    "nomor": 1,
                    "kondisi": "Saran belum menyebut batas waktunya",
                    "rekomendasi": "Menambahkan batas waktu pada setiap saran",
                    "nomor_laporan": "LHR-Contoh-01/2024",
                    "tanggal_laporan": date(2024, 7, 15),
                    "hal": "Reviu penandaan Semester I",
                },
                {
                    "nomor": 2,
                    "kondisi": "Saran telah lengkap",
                    "rekomendasi": "Mempertahankan bentuk laporan",
                    "nomor_laporan": "LHP-Contoh-02/2024",
                    "tanggal_laporan": date(2024, 10, 14),
                    "hal": "Pengawasan kepatuhan Triwulan III",
                },
            ]
        },
        "tujuan": {"sebutan": "Bapak"},
        "baris": {
            "unit": "6.01.0.00.0.00.03.0000",
            "nomor_tugas": "ST-Contoh-15/2024",
            "tanggal_tugas": date(2024, 12, 5),
            "cara": "Pembacaan ulang kertas kerja",
            "simpulan": "Laporan hasil pengawasan telah memuat saran tindak perbaikan yang dapat dilaksanakan",
            "nama_unit": ["Inspektorat"],
        },
    }


def laporan_pelaksanaan() -> Konteks:
    """A unit reports how far the Instruksi is carried out."""
    return {
        **umum(),
        "tugas": [
            {
                "nomor": 1,
                "ketentuan": "huruf a angka 1",
                "judul": "Menjalankan komitmen penggunaan produk dalam negeri",
                "keadaan": "selesai",
                "uraian": "Komitmen ditandatangani pada rapat pimpinan",
                "bukti": "Surat Komitmen Contoh-31",
                "kendala": "",
                "tindak_lanjut": "",
                "disertai": "",
            },
            {
                "nomor": 2,
                "ketentuan": "huruf a angka 2 huruf a angka 1",
                "judul": "Memastikan seluruh rencana umum pengadaan masuk SIRUP sesuai DPA perubahan",
                "keadaan": "selesai",
                "uraian": "Seluruh rencana pengadaan diinput sesuai dengan DPA perubahan",
                "bukti": "Cetak SIRUP Contoh-32",
                "kendala": "",
                "tindak_lanjut": "",
                "disertai": "Kelengkapan RUP terhadap anggaran: 98,88%",
            },
        ],
        "jumlah_tugas": {"selesai": 16, "sebagian": 0, "belum": 0, "belum_diisi": 0},
        "kendala": [{"teks": "Admin SIRUP berganti"}, {"teks": "Data rating belum lengkap"}],
        "batas_laporan_pelaksanaan": None,
        "tujuan": {"sebutan": "Bapak"},
        "capaian_perkin": {
            "tampil": "95,60%",
            "dapat_dihitung": True,
            "tampil_pita": "80% sampai dengan 100%",
            "sebab": "",
        },
        "unit": {"nama": "Inspektorat"},
    }


def nota_laporan_pelaksanaan() -> Konteks:
    """A Biro reports the same."""
    return {
        **umum(),
        "tugas": [
            {
                "nomor": 1,
                "ketentuan": "huruf a angka 5 dan angka 6",
                "judul": "Melaporkan realisasi kepada Asisten Sekretaris Daerah apabila capaian di bawah 80%",
                "keadaan": "selesai",
                "uraian": "Capaian Biro diperiksa terhadap batas pelaporan",
                "bukti": "Kertas Kerja Contoh-61",
                "kendala": "",
                "tindak_lanjut": "",
                "disertai": "tidak ada yang wajib dibuat",
            },
            {
                "nomor": 2,
                "ketentuan": "huruf g angka 1",
                "judul": "Memantau dan mengevaluasi capaian unit di bawah koordinasinya",
                "keadaan": "selesai",
                "uraian": "Pemantauan dilaksanakan dua kali",
                "bukti": "Notula Contoh-62",
                "kendala": "",
                "tindak_lanjut": "",
                "disertai": "Nomor ND-Contoh-41/2024 tanggal 31 Desember 2024",
            },
        ],
        "jumlah_tugas": {"selesai": 3, "sebagian": 0, "belum": 0, "belum_diisi": 0},
        "kendala": [{"teks": "Data belum lengkap"}],
        "batas_laporan_pelaksanaan": None,
        "tujuan": {"sebutan": "Bapak"},
        "capaian_perkin": {
            "tampil": "83,60%",
            "dapat_dihitung": True,
            "tampil_pita": "80% sampai dengan 100%",
            "sebab": "",
        },
        "unit": {"nama": "Biro Pembangunan dan Lingkungan Hidup"},
    }


def ringkasan() -> Konteks:
    """The page for the Sekda."""
    return {
        **umum(),
        "parameter": {"ambang_bawah_perkin": "80%", "ambang_atas_perkin": "100%"},
        "seluruh": {
            "capaian_perkin": {
                "tampil": "84,94%",
                "dapat_dihitung": True,
                "pita": "dalam_batas",
                "pembilang": Decimal("25050876740000.00"),
                "penyebut": Decimal("29491000000000.00"),
                "judul_pembilang": "Realisasi belanja produk dalam negeri",
                "judul_penyebut": "Realisasi pembayaran belanja pengadaan",
                "tepat_ambang": False,
                "sebab": "",
            },
            "porsi_impor": {"tampil": "2,84%", "judul_pembilang": "Pagu bertanda bukan produk dalam negeri"},
            "porsi_tanpa_kode_paket": {"tampil": "9,49%", "pembilang": Decimal("2799140842000.00")},
        },
        "jadwal_berikutnya": [
            {
                "nomor": 1,
                "waktu": "30 Desember 2024",
                "aktivitas": "Batas waktu (cut off) capaian LKPP Bigbox, realisasi pembayaran, dan data",
                "pelaksana": "tidak disebut",
                "keterangan": "dilaksanakan tanggal 30 Desember 2024 (Tanda Terima Data Contoh-01)",
            },
            {
                "nomor": 2,
                "waktu": "30–31 Desember 2024",
                "aktivitas": "Verifikasi dan validasi capaian P3DN Perangkat Daerah dan Biro Sekretariat Daerah",
                "pelaksana": "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah",
                "keterangan": "dilaksanakan tanggal 31 Desember 2024 (Berita Acara Nomor BA-Contoh-01/2024)",
            },
        ],
        "penafsiran_belum_sah": [
            {"nomor": 1, "pertanyaan": "Kapan paket penyedia dalam swakelola (PDS) dihitung pada RUP?"},
            {
                "nomor": 2,
                "pertanyaan": "Cakupan penandaan produk dalam negeri dihitung menurut nilai atau banyaknya",
            },
        ],
        "menurut_pita": {
            "di_bawah": [
                {
                    "nomor_kelompok": 1,
                    "nama": "Dinas Sumber Daya Air",
                    "penjelasan_diterima": "Nomor e-Contoh-11/2024 tanggal 31 Desember 2024",
                    "kekurangan_ambang": Decimal("271250000000.00"),
                    "capaian_perkin": {"tampil": "71,25%"},
                },
                {
                    "nomor_kelompok": 2,
                    "nama": "Dinas Kebudayaan",
                    "penjelasan_diterima": "",
                    "kekurangan_ambang": Decimal("51045000000.00"),
                    "capaian_perkin": {"tampil": "55,10%"},
                },
            ],
            "melebihi": [
                {
                    "nomor_kelompok": 1,
                    "nama": "Satuan Polisi Pamong Praja",
                    "penjelasan_diterima": "Nomor e-Contoh-12/2024 tanggal 31 Desember 2024",
                    "capaian_perkin": {"tampil": "100,0001%", "kelebihan": Decimal("240000.00")},
                },
                {
                    "nomor_kelompok": 2,
                    "nama": "Dinas Komunikasi, Informatika dan Statistik",
                    "penjelasan_diterima": "",
                    "capaian_perkin": {"tampil": "104,20%", "kelebihan": Decimal("17220000000.00")},
                },
            ],
        },
        "jumlah": {
            "unit": 51,
            "penjelasan_wajib": 0,
            "penjelasan_belum_diterima": 0,
            "galat": 0,
            "unit_ditahan": 0,
            "di_bawah": 6,
            "melebihi": 4,
        },
    }
