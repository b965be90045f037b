"""Sample contexts of the regional documents: 51 units of a province, and a regency without Biro."""

from __future__ import annotations

from decimal import Decimal

from tests.templates.contoh_tahapan import pemantauan, tahapan_daerah, tahapan_unit, tindak_lanjut
from tests.templates.contoh_umum import (
    DKI,
    PDN,
    PPKUKM,
    TAMPIL_PITA,
    Konteks,
    indikator,
    kabupaten_bandung,
    pejabat,
    rincian,
    umum,
)

_PERANGKAT_DAERAH = (
    *("Sekretariat Dewan Perwakilan Rakyat Daerah", "Inspektorat", "Dinas Pendidikan", "Dinas Kesehatan"),
    *("Dinas Bina Marga", "Dinas Sumber Daya Air", "Dinas Cipta Karya, Tata Ruang dan Pertanahan"),
    *("Dinas Perumahan Rakyat dan Kawasan Permukiman", "Satuan Polisi Pamong Praja"),
    *("Dinas Penanggulangan Kebakaran dan Penyelamatan", "Dinas Sosial"),
    *("Dinas Tenaga Kerja, Transmigrasi dan Energi", "Dinas Ketahanan Pangan, Kelautan dan Pertanian"),
    "Dinas Pemberdayaan, Perlindungan Anak dan Pengendalian Penduduk",
    *("Dinas Lingkungan Hidup", "Dinas Kependudukan dan Pencatatan Sipil", "Dinas Perhubungan"),
    *("Dinas Komunikasi, Informatika dan Statistik", "Dinas Pemuda dan Olahraga", "Dinas Kebudayaan"),
    *("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "Dinas Perpustakaan dan Kearsipan"),
    *("Dinas Pariwisata dan Ekonomi Kreatif", "Dinas Pertamanan dan Hutan Kota", PPKUKM),
    *("Badan Perencanaan Pembangunan Daerah", "Badan Pengelolaan Keuangan Daerah", "Badan Pendapatan Daerah"),
    *("Badan Pengelolaan Aset Daerah", "Badan Pembinaan Badan Usaha Milik Daerah"),
    *("Badan Pelayanan Pengadaan Barang/Jasa", "Badan Pengembangan Sumber Daya Manusia"),
    *("Badan Kepegawaian Daerah", "Badan Penanggulangan Bencana Daerah", "Badan Kesatuan Bangsa dan Politik"),
    *(f"Kota Administrasi Jakarta {arah}" for arah in ("Pusat", "Utara", "Barat", "Selatan", "Timur")),
    "Kabupaten Administrasi Kepulauan Seribu",
)
_BIRO = (
    *("Pendidikan dan Mental Spiritual", "Kesejahteraan Sosial", "Kerja Sama Daerah", "Hukum", "Pemerintahan"),
    *("Organisasi dan Reformasi Birokrasi", "Perekonomian dan Keuangan", "Pembangunan dan Lingkungan Hidup"),
    *("Umum dan Administrasi Sekretariat Daerah", "Kepala Daerah"),
)


def _daftar_unit(*, pakai_biro: bool = True) -> list[Konteks]:
    nama = [*_PERANGKAT_DAERAH, *(f"Biro {biro}" for biro in _BIRO if pakai_biro)]
    return [_unit(nomor, text, pakai_biro=pakai_biro) for nomor, text in enumerate(nama, 1)]


def _unit(nomor: int, nama: str, *, pakai_biro: bool) -> Konteks:
    bayar = Decimal("728306627450.98") * nomor
    pita = (
        "tidak_dapat_dihitung"
        if nomor == 51
        else ("di_bawah" if nomor % 7 == 0 else "melebihi" if nomor % 13 == 0 else "dalam_batas")
    )
    bagian = {"di_bawah": Decimal("0.7123"), "melebihi": Decimal("1.0042")}.get(pita, Decimal("0.8812"))
    atas, bawah = (None, None) if nomor == 51 else (str((bayar * bagian).quantize(Decimal("0.01"))), str(bayar))
    wajib = pita in ("di_bawah", "melebihi")
    return {
        "nomor": nomor,
        "kode_satker": f"1.0{nomor % 9}.0.00.0.00.{nomor:02}.0000",
        "nama": nama,
        "jenis": "biro" if nama.startswith("Biro") else "perangkat_daerah",
        "biro_koordinator": "Biro Pembangunan dan Lingkungan Hidup" if pakai_biro else "",
        "asisten": "Pembangunan dan Lingkungan Hidup" if pakai_biro else "",
        "capaian_perkin": indikator(
            atas, bawah, "" if pita == "tidak_dapat_dihitung" else pita, tampil_pita=TAMPIL_PITA[pita]
        ),
        "porsi_perkin": indikator(atas, bawah, ""),
        "capaian_terhadap_target": indikator(atas, bawah, ""),
        "porsi_pdn": indikator(atas, bawah, ""),
        "porsi_impor": _porsi_impor(nomor),
        "ukuran": {
            "pagu_rup": Decimal(nomor * 10**11),
            "pagu_non_pdn": Decimal(nomor * 4 * 10**9),
            "pagu_pdn": Decimal(nomor * 9 * 10**10),
        },
        **tahapan_unit(nomor),
        "ditahan": nama == "Dinas Kebudayaan",
        "alasan_ringkas": "Pompa pengendali banjir belum tersedia dari industri dalam negeri" if nomor % 2 else "",
        "penjelasan": ("lengkap" if nomor % 2 else "konsep") if wajib else "-",
        "penjelasan_diterima": "Nomor e-0123/PN.01.02 tanggal 31 Desember 2024" if wajib and nomor % 2 else "",
    }


def _porsi_impor(nomor: int) -> Konteks:
    tinggi = nomor % 11 == 0 or nomor % 25 == 0
    pagu = Decimal(nomor * 10**11)
    bagian = Decimal("0.0712") if tinggi else Decimal("0.04")
    pita = ("perlu_penegasan", "lebih dari 5%, perlu penegasan") if tinggi else ("memenuhi", "paling banyak 5%")
    pita = ("melampaui", "lebih dari 5% menurut deklarasi impor") if nomor % 25 == 0 else pita
    judul = ("Pagu bertanda bukan produk dalam negeri", "Total rencana umum pengadaan")
    return indikator(str(pagu * bagian), str(pagu), pita[0], target=None, judul=judul, tampil_pita=pita[1])


def _kelompok(units: list[Konteks], pita: str) -> list[Konteks]:
    chosen = [unit for unit in units if (unit["capaian_perkin"]["pita"] or "tidak_dapat_dihitung") == pita]
    return [{**unit, "nomor_kelompok": nomor} for nomor, unit in enumerate(chosen, 1)]


def laporan_dki() -> Konteks:
    """The report of a province: 51 units, every annex filled, one unit withheld."""
    return {
        **_laporan(_daftar_unit()),
        "jadwal": [
            _jadwal(1, "akhir November", "Monitoring dan evaluasi capaian P3DN", "Biro koordinator"),
            _jadwal(2, "20 Desember 2024", "Monitoring dan evaluasi capaian P3DN", "Biro koordinator"),
            _jadwal(
                3,
                "30 Desember 2024",
                "Batas waktu data capaian, realisasi pembayaran, dan pencatatan swakelola",
                "Semua",
            ),
            _jadwal(4, "30–31 Desember 2024", "Verifikasi dan validasi capaian", PPKUKM),
            _jadwal(
                5,
                "31 Desember 2024",
                "Laporan realisasi dengan alasan beserta kronologi",
                "Unit di bawah 80% atau lebih dari 100%",
            ),
            _jadwal(6, "2 Januari 2025", "Laporan capaian kepada Ketua Tim P3DN", "Ketua Harian Tim P3DN"),
            _jadwal(7, "3 Januari 2025", "Batas akhir penginputan realisasi target", "Semua"),
        ],
        "unit_ditahan": [
            {"nama": "Dinas Kebudayaan", "sebab": "jumlah bersih pembayaran negatif pada kode rekening 5.1.02"}
        ],
        "belum_divalidasi": [
            {"huruf": "a", "nama": "Dinas Kebudayaan", "sebab": "Jumlah bersih negatif", "tanda_akhir": "; dan"},
            {"huruf": "b", "nama": "Biro Kepala Daerah", "sebab": "tidak dapat dihitung (nol)", "tanda_akhir": "."},
        ],
        "tidak_ikut": [
            {
                "judul": "Capaian Perjanjian Kinerja P3DN",
                "judul_pembilang": PDN,
                "jumlah": "Rp175.000.000,00",
                "satuan_kerja": 1,
                "tampil": "88,18%",
                "bila_ikut": "88,19%",
            }
        ],
        "unit_dikeluarkan": [
            {"nomor": 1, "kode_satker": "01", "nama": "Perusahaan Daerah Contoh", "sebab": "bukan perangkat daerah"}
        ],
        "beda_basis": [
            {
                "nomor": 1,
                "nama": PPKUKM,
                "porsi": "88,12%",
                "terhadap_target": "110,15%",
                "status_dipakai": "80% sampai dengan 100%",
                "status_lain": "lebih dari 100%",
            }
        ],
    }


def laporan_tanpa_biro() -> Konteks:
    """The report of a regency under a trial assumption: no Biro, schedule, payments, target or RUP."""
    units = _daftar_unit(pakai_biro=False)[:12]
    konteks = _laporan(units)
    judul = (PDN, "Nilai pengadaan tercatat")
    seluruh = {
        **konteks["seluruh"],
        "capaian_perkin": indikator("2791250000000.00", "3500000000000.00", "di_bawah", target=None, judul=judul),
        "porsi_perkin": indikator("2791250000000.00", "3500000000000.00", "", target=None, judul=judul),
        "porsi_impor": indikator(None, None, "", target=None),
        "rincian": {**konteks["seluruh"]["rincian"], "pembayaran_per_rekening": []},
    }
    seluruh |= {name: {**seluruh[name], "diminta": False} for name in _DIMINTA_DKI}
    kosong: Konteks = {
        "jadwal": [],
        "naskah_lain": {"berita_acara_verifikasi": {"diminta": False, "ada": False, "nomor": "", "tanggal": ""}},
        "penafsiran": [],
        "cara_pembayaran": [],
        "unit_ditahan": [],
        "unit_dikeluarkan": [],
        "beda_basis": [],
        "temuan": [],
        "kelompok": {"porsi_impor": {"perlu_penegasan": [], "melampaui": []}},
        "pemantauan": {"perangkat_daerah": {"paket_besar": {**pemantauan(0, 0), "diminta": False}}},
        "tabel": {"tindak_lanjut": []},
        "menurut_pita": {**konteks["menurut_pita"], "melebihi": [], "tidak_dapat_dihitung": []},
        "jumlah": {
            **konteks["jumlah"],
            "biro": 0,
            "galat": 0,
            "peringatan": 0,
            "temuan": 0,
            "unit_ditahan": 0,
            "beda_basis": 0,
            "melebihi": 0,
        },
    }
    bersama = {key: umum(simulasi=True)[key] for key in ("dasar_utama", "dasar", "dasar_hukum")}
    tanpa_target = [{**unit, "porsi_impor": indikator(None, None, "", target=None)} for unit in units]
    return {
        **konteks,
        **bersama,
        **kosong,
        **kabupaten_bandung(),
        "seluruh": seluruh,
        "daftar_unit": tanpa_target,
        "tahun_anggaran": 2025,
        "triwulan": 3,
    }


def _jadwal(nomor: int, waktu: str, aktivitas: str, pelaksana: str) -> Konteks:
    return {"nomor": nomor, "waktu": waktu, "aktivitas": aktivitas, "pelaksana": pelaksana, "keterangan": "jatuh tempo"}


_DIMINTA_DKI = (
    *("kelengkapan_rup", "penandaan_menurut_paket", "penandaan_menurut_nilai", "penyelesaian_spse"),
    *("porsi_tanpa_kode_paket", "siplah_menurut_nilai", "tindak_lanjut_rekomendasi"),
)
"""What the instruction asks for beside the capaian."""


def _laporan(units: list[Konteks]) -> Konteks:
    menurut_pita = {pita: _kelompok(units, pita) for pita in TAMPIL_PITA}
    return {
        **umum(),
        "kop": {**umum()["kop"], "baris_bawah": PPKUKM},
        "penanda_tangan": pejabat(f"Kepala {PPKUKM}", "Ketua Harian Tim Peningkatan Penggunaan Produk Dalam Negeri"),
        "tujuan": {"jabatan": "Sekretaris Daerah", "sebutan": "Bapak"},
        "naskah_lain": {
            "berita_acara_verifikasi": {
                "diminta": True,
                "ada": True,
                "nomor": "BA-Contoh-01/2024",
                "tanggal": "31 Desember 2024",
            }
        },
        "cara_pembayaran": ["penyedia", "swakelola"],
        "belum_divalidasi": [],
        "tidak_ikut": [],
        "tembusan": [f"Para Asisten Sekretaris Daerah {DKI}", f"Inspektur {DKI}"],
        "seluruh": {
            "capaian_perkin": indikator("32754900000000.00", "37143638000000.00", "dalam_batas"),
            "porsi_perkin": indikator("32754900000000.00", "37143638000000.00", ""),
            "capaian_terhadap_target": indikator("32754900000000.00", "37143638000000.00", ""),
            "porsi_pdn": indikator("32754900000000.00", "39143638000000.00", ""),
            "porsi_impor": _porsi_impor(10),
            **tahapan_daerah(),
            "ukuran": {
                "pembayaran_tidak_tercatat": Decimal("1250000000.00"),
                "rekomendasi_lewat_batas": 2,
                "pagu_rup": Decimal(10**12),
                "pagu_non_pdn": Decimal(4 * 10**10),
                "pagu_pdn": Decimal(9 * 10**11),
            },
            **rincian(),
        },
        "daftar_unit": units,
        "pemantauan": {
            "perangkat_daerah": {"paket_besar": {**pemantauan(91, 5), "belum_disampaikan": [{"nama": "Inspektorat"}]}}
        },
        "tabel": {"tindak_lanjut": tindak_lanjut()},
        "menurut_pita": menurut_pita,
        "kelompok": {
            "porsi_impor": {
                pita: [unit for unit in units if unit["porsi_impor"]["pita"] == pita]
                for pita in ("perlu_penegasan", "melampaui")
            }
        },
        "ringkasan_status": [
            {
                "pita": pita,
                "tampil": tampil,
                "perangkat_daerah": len(menurut_pita[pita]),
                "biro": 0,
                "jumlah": len(menurut_pita[pita]),
            }
            for pita, tampil in TAMPIL_PITA.items()
        ],
        "ringkasan_jumlah": {"perangkat_daerah": len(units), "biro": 0, "jumlah": len(units)},
        "jumlah": _hitung(units, menurut_pita),
        **_lampiran_laporan(),
    }


def _hitung(units: list[Konteks], menurut_pita: dict[str, list[Konteks]]) -> dict[str, int]:
    wajib = len(menurut_pita["di_bawah"]) + len(menurut_pita["melebihi"])
    biro = sum(unit["jenis"] == "biro" for unit in units)
    return {
        "unit": len(units),
        "perangkat_daerah": len(units) - biro,
        "biro": biro,
        **{pita: len(group) for pita, group in menurut_pita.items()},
        "penjelasan_wajib": wajib,
        "penjelasan_ditahan": 0,
        "penjelasan_lengkap": wajib - wajib // 3,
        "penjelasan_belum": wajib // 3,
        "penjelasan_diterima": wajib - wajib // 3,
        "penjelasan_belum_diterima": wajib // 3,
        "galat": 1,
        "peringatan": 1,
        "temuan": 2,
        "unit_ditahan": 1,
        "beda_basis": 1,
    }


def _lampiran_laporan() -> Konteks:
    berkas = ("bppbj-realisasi-inaproc.xlsx", "bpkd-realisasi-pembayaran.xlsx", "bppbj-rup.csv")
    return {
        "jadwal": [],
        "unit_ditahan": [],
        "unit_dikeluarkan": [],
        "beda_basis": [],
        "sumber_data": [
            {
                "nomor": nomor,
                "sumber": "LKPP Bigbox",
                "pemilik": "Badan Pelayanan Pengadaan Barang/Jasa",
                "berkas": nama,
                "data_per": "30 Desember 2024",
                "jumlah_baris": nomor * 2345,
                "sha256": "0123456789ab",
            }
            for nomor, nama in enumerate(berkas, 1)
        ],
        "penafsiran": [
            {
                "nomor": 1,
                "id": "basis-capaian",
                "ketentuan": "Instruksi Contoh, diktum KESATU huruf a angka 6",
                "akibat": "1 satuan kerja berubah status.",
                "pertanyaan": "Apa yang dimaksud dengan capaian Perkin?",
                "dipakai": "Porsi realisasi itu sendiri: realisasi produk dalam negeri dibagi realisasi pembayaran.",
                "pilihan_lain": "Porsi realisasi dibagi target masing-masing unit.",
                "pengesahan": "belum disahkan",
            },
            {
                "nomor": 2,
                "id": "batas",
                "ketentuan": "",
                "akibat": "Bacaan lainnya tidak dihitung.",
                "pertanyaan": "Apakah tepat 80% dan tepat 100% wajib dijelaskan?",
                "dipakai": "Tidak.",
                "pilihan_lain": "tidak ada",
                "pengesahan": "Kepala Bagian Contoh, 20 Desember 2024",
            },
        ],
        "temuan": [
            {
                "nomor": 1,
                "tingkat": "harus diperbaiki",
                "tempat": "bpkd-realisasi-pembayaran.xlsx, SP2D!F1432",
                "nilai": "1.234,50",
                "pesan": "Nilai 1.234,50 tertulis sebagai teks, bukan angka.",
                "saran": "Ubah sel itu menjadi angka, lalu simpan kembali.",
            },
            {
                "nomor": 2,
                "tingkat": "perlu diperiksa",
                "tempat": "bppbj-realisasi-inaproc.xlsx, Realisasi!Q17",
                "nilai": "",
                "pesan": "Nilai PDN kosong pada 31 baris.",
                "saran": "Lengkapi nilai produk dalam negeri pada paket itu.",
            },
        ],
    }
