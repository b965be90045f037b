"""Sample contexts for the templates: plain data as the engine gives it. All amounts, names and events are invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from p3dn_reports.documents.marks import Wanting
from p3dn_reports.formatting import persen

Konteks = dict[str, Any]

DKI = "Provinsi Daerah Khusus Ibukota Jakarta"
PPKUKM = "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah"
_TIM = "Tim Peningkatan Penggunaan Produk Dalam Negeri"
_BAYAR = "Realisasi pembayaran belanja pengadaan"
_PDN = "Realisasi belanja produk dalam negeri"
_TAMPIL_PITA = {
    "di_bawah": "di bawah 80%",
    "dalam_batas": "80% sampai dengan 100%",
    "melebihi": "lebih dari 100%",
    "tidak_dapat_dihitung": "tidak dapat dihitung",
}

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
_REKENING = (
    ("5.1.02", "Belanja Barang dan Jasa"),
    ("5.1.05.01.02.0001", "Belanja Hibah Barang kepada Pemerintah Pusat"),
    ("5.1.06.03.02.0001", "Belanja Bantuan Sosial Barang yang Direncanakan kepada Kelompok Masyarakat"),
    ("5.2.02", "Belanja Modal Peralatan dan Mesin"),
    ("5.2.03", "Belanja Modal Gedung dan Bangunan"),
    ("5.2.04", "Belanja Modal Jalan, Jaringan, dan Irigasi"),
    ("5.2.05", "Belanja Modal Aset Tetap Lainnya"),
    ("5.2.06", "Belanja Modal Aset Lainnya"),
)
_KANAL = (
    *("Tender", "Non-Tender", "E-Katalog Versi 5.0", "E-Katalog Versi 6.0", "Toko Daring"),
    *("Pencatatan Non-Tender", "Pencatatan Swakelola"),
)
_ALASAN = (
    (
        "Pompa pengendali banjir berkapasitas besar belum seluruhnya tersedia dari industri dalam negeri sesuai "
        "spesifikasi teknis yang ditetapkan",
        "Menyusun ulang spesifikasi teknis pompa bersama industri dalam negeri untuk Tahun Anggaran 2025",
        date(2025, 2, 28),
        "Kepala Bidang Contoh Sarana Air",
    ),
    (
        "Nilai produk dalam negeri pada 6 (enam) paket pemeliharaan saluran belum dicatat sampai dengan batas waktu data",
        "Melengkapi pencatatan nilai produk dalam negeri pada paket yang telah selesai",
        date(2025, 1, 3),
        "Pejabat Pembuat Komitmen Contoh",
    ),
)
_KRONOLOGI = (
    (date(2024, 2, 12), "Spesifikasi teknis pompa ditetapkan", "Kerangka Acuan Kerja Nomor Contoh-01"),
    (date(2024, 5, 20), "Tender pompa dimenangkan penyedia produk luar negeri", "Berita Acara Hasil Pemilihan Contoh-02"),
    (date(2024, 10, 8), "Pompa diterima dan diuji", "Berita Acara Serah Terima Contoh-03"),
    (date(2024, 12, 20), "Pemantauan bersama Biro koordinator menemukan paket yang belum dicatat", "Notula Contoh-04"),
)


def indikator(
    pembilang: str | None,
    penyebut: str | None,
    pita: str,
    *,
    target: str | None = "80",
    judul: tuple[str, str] = (_PDN, _BAYAR),
    tampil_pita: str = "",
) -> Konteks:
    """One indicator from its two sums in rupiah; None where there is no data."""
    atas, bawah = (None if text is None else Decimal(text) for text in (pembilang, penyebut))
    dihitung = atas is not None and bool(bawah)
    nilai = atas / bawah * 100 if atas is not None and bawah else Decimal(0)
    return {
        "tampil": persen(nilai, (80, 100)) if dihitung else "tidak dapat dihitung",
        "dapat_dihitung": dihitung,
        "pita": pita,
        "tampil_pita": tampil_pita or _TAMPIL_PITA.get(pita, ""),
        "pembilang": atas,
        "penyebut": bawah,
        "judul_pembilang": judul[0],
        "judul_penyebut": judul[1],
        "sebab": "" if dihitung else "penyebutnya nol",
        "kelebihan": max(atas - bawah, Decimal(0)) if atas is not None and bawah is not None else Decimal(0),
        "target": _target(target, nilai, atas, bawah),
    }


def _target(target: str | None, nilai: Decimal, atas: Decimal | None, bawah: Decimal | None) -> Konteks:
    if target is None:
        return {"ada": False, "tampil": "", "tercapai": False, "selisih": "", "kekurangan": Decimal(0)}
    batas = Decimal(target)
    kurang = batas / 100 * (bawah or Decimal(0)) - (atas or Decimal(0))
    return {
        "ada": True,
        "tampil": persen(batas),
        "tercapai": bool(bawah) and nilai >= batas,
        "selisih": persen(abs(nilai - batas)).removesuffix("%") if bawah else "",
        "kekurangan": max(kurang, Decimal(0)),
    }


def umum(*, simulasi: bool = False) -> Konteks:
    """The fields every document shares."""
    return {
        "daerah": {
            "nama": DKI,
            "nama_pemda": f"Pemerintah {DKI}",
            "ibu_kota": "Jakarta",
            "kepala_daerah": "Gubernur Daerah Khusus Ibukota Jakarta",
            "frasa_rahmat_keputusan": False,
        },
        "kop": {
            "baris_atas": f"Pemerintah {DKI}",
            "baris_bawah": "Dinas Sumber Daya Air",
            "alamat": "Jalan Contoh Raya Nomor 1, Jakarta Pusat 10110",
            "telepon": "(021) 0000000",
            "laman": "contoh.jakarta.go.id",
            "pos_el": "contoh@jakarta.go.id",
        },
        "pakai_biro": True,
        "tahun_anggaran": 2024,
        "triwulan": 4,
        "tanggal_cutoff": date(2024, 12, 30),
        "status_data": "sementara",
        "revisi": "",
        "naskah": {"nomor": "${nomor_naskah}", "tanggal": "${tanggal_naskah}", "sifat": "Segera", "judul": "Laporan"},
        "konsep": False,
        "dasar_utama": _simulasi() if simulasi else _instruksi("diktum KESATU huruf a angka 5 dan diktum KESATU huruf a angka 6"),
        "dasar": [_simulasi() if simulasi else _instruksi("diktum KESATU huruf a angka 5"), _instruksi_gubernur()],
        "penanda_tangan": pejabat("Kepala Dinas Sumber Daya Air"),
        "tembusan": [
            f"Sekretaris Daerah {DKI} selaku Ketua {_TIM}",
            f"Kepala {PPKUKM} {DKI}",
            f"Inspektur {DKI}",
            "Kepala Biro Pembangunan dan Lingkungan Hidup",
        ],
        "jangkar": "#",
        "parameter": {"ambang_bawah_perkin": "80%", "ambang_atas_perkin": "100%", "batas_impor": "5%"},
        "parameter_kata": {"batas_impor": "5% (lima persen)"},
        "dinas_pembina": {"nama": PPKUKM, "jabatan_pimpinan": f"Kepala {PPKUKM}"},
        "jejak": {
            "digest": "a1b2c3d4e5f6",
            "masukan": "0f1e2d3c4b5a",
            "aturan": "9a8b7c6d5e4f",
            "templat": "112233445566",
            "versi": "0.1.0",
        },
    }


def pejabat(jabatan: str) -> Konteks:
    """A signer who is no head of region."""
    return {
        "jabatan": jabatan,
        "nama": "Contoh Pejabat Penanda Tangan",
        "nama_lengkap": "Ir. Contoh Pejabat Penanda Tangan, M.T.",
        "pangkat": "Pembina Utama Muda (IV/c)",
        "nip": "19700101 199503 1 001",
        "tampil_nip": True,
    }


def _instruksi(tempat: str) -> Konteks:
    sebutan = f"Instruksi Sekretaris Daerah {DKI} Nomor e-0048 Tahun 2024"
    judul = f"Percepatan Capaian Peningkatan Penggunaan Produk Dalam Negeri {DKI} Tahun Anggaran 2024"
    return {"sebutan": sebutan, "sebutan_lengkap": f"{sebutan} tentang {judul}", "tempat": tempat, "simulasi": False}


def _instruksi_gubernur() -> Konteks:
    judul = (
        "Peningkatan Penggunaan Produk Dalam Negeri dan Produk Usaha Mikro, Usaha Kecil, dan Koperasi pada Pelaksanaan "
        f"Pengadaan Barang/Jasa di Lingkungan Pemerintah {DKI}"
    )
    sebutan = "Instruksi Gubernur Nomor 6 Tahun 2023"
    return {"sebutan": sebutan, "sebutan_lengkap": f"{sebutan} tentang {judul}", "tempat": "", "simulasi": False}


def _simulasi() -> Konteks:
    sebutan = "Simulasi Kabupaten Bandung Tahun 2025"
    judul = "penerapan ambang 80% dan 100% atas data pengadaan yang tercatat"
    return {"sebutan": sebutan, "sebutan_lengkap": f"{sebutan} tentang {judul}", "tempat": "", "simulasi": True}


def rincian() -> Konteks:
    """Payments per account and PDN per channel, with amounts as wide as a province's."""
    satuan = Decimal("4642954125000.25")
    rekening = [
        {
            **{"nomor": nomor, "kode": kode, "nama": nama, "banyak": nomor * 1234},
            **{"nilai_realisasi": satuan * nomor, "nilai_setoran": Decimal(nomor * 1_000_000)},
            "nilai_bersih": satuan * nomor - nomor * 1_000_000,
        }
        for nomor, (kode, nama) in enumerate(_REKENING, 1)
    ]
    kanal = [
        {
            **{"nomor": nomor, "kode": nama, "nama": nama, "banyak": nomor * 345},
            **{"total_nilai": satuan * nomor, "nilai_pdn": satuan * nomor - 1_000_000},
        }
        for nomor, nama in enumerate(_KANAL, 1)
    ]
    jumlah = {
        "pembayaran_per_rekening": _jumlah(rekening, "nilai_realisasi", "nilai_setoran", "nilai_bersih"),
        "pdn_per_kanal": _jumlah(kanal, "total_nilai", "nilai_pdn"),
    }
    return {"rincian": {"pembayaran_per_rekening": rekening, "pdn_per_kanal": kanal}, "rincian_jumlah": jumlah}


def _jumlah(rows: list[Konteks], *columns: str) -> Konteks:
    return {"banyak": sum(row["banyak"] for row in rows), **{key: sum((row[key] for row in rows), Decimal(0)) for key in columns}}


def _tanda_akhir(nomor: int, banyak: int) -> str:
    if nomor == banyak:
        return "."
    return "; dan" if nomor == banyak - 1 else ";"


def _alasan(banyak: int) -> list[Konteks]:
    return [
        {
            **{"nomor": nomor, "huruf": "abcdef"[nomor - 1], "alasan": alasan, "tindak_lanjut": tindak_lanjut},
            **{"batas_waktu": batas_waktu, "penanggung_jawab": penanggung_jawab},
            "tanda_akhir": _tanda_akhir(nomor, banyak),
        }
        for nomor, (alasan, tindak_lanjut, batas_waktu, penanggung_jawab) in enumerate(_ALASAN[:banyak], 1)
    ]


def _kronologi() -> list[Konteks]:
    return [
        {"nomor": nomor, "tanggal": tanggal, "peristiwa": peristiwa, "bukti": bukti}
        for nomor, (tanggal, peristiwa, bukti) in enumerate(_KRONOLOGI, 1)
    ]


def _unit_naskah(capaian: Konteks, *, alasan: int = 2) -> Konteks:
    return {
        **umum(),
        **rincian(),
        "unit": {
            "kode_satker": "1.03.0.00.0.00.04.0000",
            "nama": "Dinas Sumber Daya Air",
            "jenis": "perangkat_daerah",
            "jabatan_pimpinan": "Kepala Dinas Sumber Daya Air",
            "asisten": "Pembangunan dan Lingkungan Hidup",
            "biro_koordinator": {
                "nama": "Biro Pembangunan dan Lingkungan Hidup",
                "jabatan_pimpinan": "Kepala Biro Pembangunan dan Lingkungan Hidup",
            },
        },
        "capaian_perkin": capaian,
        "alasan": _alasan(alasan),
        "alasan_tunggal": alasan == 1,
        "kronologi": _kronologi(),
        "peringatan_data": [],
    }


def surat_di_bawah() -> Konteks:
    """A letter of a unit below the lower limit, with two reasons and a remark on its data."""
    capaian = indikator("29528138000000.00", "37143638000000.00", "di_bawah")
    peringatan = [
        "Sebanyak 31 (tiga puluh satu) paket senilai Rp76.500.000.000,00 tidak memuat nilai produk dalam negeri.",
        "Data pembayaran tidak memuat keterangan cara pengadaan.",
    ]
    return {**_unit_naskah(capaian), "peringatan_data": peringatan}


def surat_melebihi() -> Konteks:
    """A letter of a unit above the upper limit, with a single reason, numbered and dated."""
    konteks = _unit_naskah(indikator("37143638000001.50", "37143638000000.00", "melebihi"), alasan=1)
    naskah = {**konteks["naskah"], "nomor": "e-0123/PP.01.02", "tanggal": "31 Desember 2024"}
    return {**konteks, "naskah": naskah}


def surat_tanpa_isian() -> Konteks:
    """A letter nobody has given reasons, a chronology, an addressee or a signer for; no rows, no payments, no target."""
    konteks = _unit_naskah(indikator("0", "2500000000.00", "di_bawah", target=None))
    kosong = {
        "alasan": [{**_alasan(1)[0], **{key: Wanting(key) for key in ("alasan", "tindak_lanjut", "batas_waktu", "penanggung_jawab")}}],
        "alasan_tunggal": True,
        "kronologi": [{"nomor": 1, **{key: Wanting(key) for key in ("tanggal", "peristiwa", "bukti")}}],
        "unit": {**konteks["unit"], "asisten": Wanting("asisten")},
        "penanda_tangan": {
            **{key: Wanting(key) for key in ("jabatan", "nama", "nama_lengkap", "pangkat", "nip")},
            "tampil_nip": True,
        },
        "kop": {**konteks["kop"], "alamat": "", "telepon": "", "laman": "", "pos_el": ""},
        "rincian": {"pembayaran_per_rekening": [], "pdn_per_kanal": []},
        "tembusan": [],
        "konsep": True,
    }
    return {**konteks, **kosong}


def surat_simulasi() -> Konteks:
    """A letter under a trial assumption: another denominator, no target, no payments."""
    judul = (_PDN, "Nilai pengadaan tercatat")
    konteks = _unit_naskah(indikator("79916666667.00", "100000000000.00", "di_bawah", target=None, judul=judul))
    bersama = {key: umum(simulasi=True)[key] for key in ("dasar_utama", "dasar")}
    kosong = {**konteks["rincian"], "pembayaran_per_rekening": []}
    return {**konteks, **bersama, **_kabupaten_bandung(), "rincian": kosong, "tahun_anggaran": 2025, "triwulan": 3}


def nota_biro() -> Konteks:
    """A nota dinas of a Biro, below the limit although it reached its own lower target."""
    konteks = _unit_naskah(indikator("231880000000.00", "310000000000.00", "di_bawah", target="70"))
    nama = "Biro Umum dan Administrasi Sekretariat Daerah"
    unit = {**konteks["unit"], "nama": nama, "jenis": "biro", "jabatan_pimpinan": f"Kepala {nama}", "asisten": "Pemerintahan"}
    kop = {**konteks["kop"], "baris_atas": f"Sekretariat Daerah {DKI}", "baris_bawah": nama}
    return {**konteks, "unit": unit, "kop": kop, "penanda_tangan": pejabat(f"Plt. Kepala {nama}"), "tembusan": konteks["tembusan"][:3]}


def _kabupaten_bandung() -> Konteks:
    return {
        "daerah": {
            "nama": "Kabupaten Bandung",
            "nama_pemda": "Pemerintah Kabupaten Bandung",
            "ibu_kota": "Soreang",
            "kepala_daerah": "Bupati Bandung",
            "frasa_rahmat_keputusan": False,
        },
        "kop": {
            **{"baris_atas": "Pemerintah Kabupaten Bandung", "baris_bawah": "", "alamat": ""},
            **{"telepon": "", "laman": "bandungkab.go.id", "pos_el": ""},
        },
        "pakai_biro": False,
        "dinas_pembina": {"nama": "", "jabatan_pimpinan": ""},
        "parameter": {"ambang_bawah_perkin": "80%", "ambang_atas_perkin": "100%"},
    }


def _daftar_unit(*, pakai_biro: bool = True) -> list[Konteks]:
    nama = [*_PERANGKAT_DAERAH, *(f"Biro {biro}" for biro in _BIRO if pakai_biro)]
    return [_unit(nomor, text, pakai_biro=pakai_biro) for nomor, text in enumerate(nama, 1)]


def _unit(nomor: int, nama: str, *, pakai_biro: bool) -> Konteks:
    bayar = Decimal("728306627450.98") * nomor
    pita = "tidak_dapat_dihitung" if nomor == 51 else ("di_bawah" if nomor % 7 == 0 else "melebihi" if nomor % 13 == 0 else "dalam_batas")
    bagian = {"di_bawah": Decimal("0.7123"), "melebihi": Decimal("1.0042")}.get(pita, Decimal("0.8812"))
    atas, bawah = (None, None) if nomor == 51 else (str((bayar * bagian).quantize(Decimal("0.01"))), str(bayar))
    wajib = pita in ("di_bawah", "melebihi")
    return {
        **{"nomor": nomor, "kode_satker": f"1.0{nomor % 9}.0.00.0.00.{nomor:02}.0000", "nama": nama},
        "jenis": "biro" if nama.startswith("Biro") else "perangkat_daerah",
        "biro_koordinator": "Biro Pembangunan dan Lingkungan Hidup" if pakai_biro else "",
        "asisten": "Pembangunan dan Lingkungan Hidup" if pakai_biro else "",
        "capaian_perkin": indikator(atas, bawah, "" if pita == "tidak_dapat_dihitung" else pita, tampil_pita=_TAMPIL_PITA[pita]),
        "porsi_perkin": indikator(atas, bawah, ""),
        "capaian_terhadap_target": indikator(atas, bawah, ""),
        "porsi_pdn": indikator(atas, bawah, ""),
        "porsi_impor": _porsi_impor(nomor),
        "ukuran": {"pagu_rup": Decimal(nomor * 10**11), "pagu_non_pdn": Decimal(nomor * 4 * 10**9), "pagu_pdn": Decimal(nomor * 9 * 10**10)},
        "ditahan": False,
        "alasan_ringkas": _ALASAN[0][0] if nomor % 2 else Wanting("alasan"),
        "penjelasan": ("lengkap" if nomor % 2 else "konsep") if wajib else "-",
    }


def _porsi_impor(nomor: int) -> Konteks:
    tinggi = nomor % 11 == 0
    pagu = Decimal(nomor * 10**11)
    bagian = Decimal("0.0712") if tinggi else Decimal("0.04")
    pita = ("perlu_penegasan", "lebih dari 5%, perlu penegasan") if tinggi else ("memenuhi", "paling banyak 5%")
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
            _jadwal(3, "30 Desember 2024", "Batas waktu data capaian, realisasi pembayaran, dan pencatatan swakelola", "Semua"),
            _jadwal(4, "30–31 Desember 2024", "Verifikasi dan validasi capaian", PPKUKM),
            _jadwal(5, "31 Desember 2024", "Laporan realisasi dengan alasan beserta kronologi", "Unit di bawah 80% atau lebih dari 100%"),
            _jadwal(6, "2 Januari 2025", "Laporan capaian kepada Ketua Tim P3DN", "Ketua Harian Tim P3DN"),
            _jadwal(7, "3 Januari 2025", "Batas akhir penginputan realisasi target", "Semua"),
        ],
        "unit_ditahan": [{"nama": "Dinas Kebudayaan", "sebab": "jumlah bersih pembayaran negatif pada kode rekening 5.1.02"}],
        "unit_dikeluarkan": [{"nomor": 1, "kode_satker": "01", "nama": "Perusahaan Daerah Contoh", "sebab": "bukan perangkat daerah"}],
        "beda_basis": [
            {
                **{"nomor": 1, "nama": PPKUKM, "porsi": "88,12%", "terhadap_target": "110,15%"},
                **{"status_dipakai": "80% sampai dengan 100%", "status_lain": "lebih dari 100%"},
            }
        ],
    }


def laporan_tanpa_biro() -> Konteks:
    """The report of a regency under a trial assumption: no Biro, schedule, payments, target or RUP; recorded value below."""
    units = _daftar_unit(pakai_biro=False)[:12]
    konteks = _laporan(units)
    judul = (_PDN, "Nilai pengadaan tercatat")
    seluruh = {
        **konteks["seluruh"],
        "capaian_perkin": indikator("2791250000000.00", "3500000000000.00", "di_bawah", target=None, judul=judul),
        "porsi_perkin": indikator("2791250000000.00", "3500000000000.00", "", target=None, judul=judul),
        "porsi_impor": indikator(None, None, "", target=None),
        "rincian": {**konteks["seluruh"]["rincian"], "pembayaran_per_rekening": []},
    }
    kosong: Konteks = {
        **{"jadwal": [], "unit_ditahan": [], "unit_dikeluarkan": [], "beda_basis": [], "temuan": [], "impor_perlu_penegasan": []},
        "menurut_pita": {**konteks["menurut_pita"], "melebihi": [], "tidak_dapat_dihitung": []},
        "jumlah": {**konteks["jumlah"], "biro": 0, "galat": 0, "peringatan": 0, "temuan": 0, "unit_ditahan": 0, "beda_basis": 0, "melebihi": 0},
    }
    bersama = {key: umum(simulasi=True)[key] for key in ("dasar_utama", "dasar")}
    tanpa_target = [{**unit, "porsi_impor": indikator(None, None, "", target=None)} for unit in units]
    return {**konteks, **bersama, **kosong, **_kabupaten_bandung(), "seluruh": seluruh, "daftar_unit": tanpa_target, "tahun_anggaran": 2025, "triwulan": 3}


def _jadwal(nomor: int, waktu: str, aktivitas: str, pelaksana: str) -> Konteks:
    return {"nomor": nomor, "waktu": waktu, "aktivitas": aktivitas, "pelaksana": pelaksana, "keterangan": "jatuh tempo"}


def _laporan(units: list[Konteks]) -> Konteks:
    menurut_pita = {pita: _kelompok(units, pita) for pita in _TAMPIL_PITA}
    return {
        **umum(),
        "kop": {**umum()["kop"], "baris_bawah": PPKUKM},
        "penanda_tangan": pejabat(f"Kepala {PPKUKM}"),
        "tembusan": [f"Para Asisten Sekretaris Daerah {DKI}", f"Inspektur {DKI}"],
        "seluruh": {
            "capaian_perkin": indikator("32754900000000.00", "37143638000000.00", "dalam_batas"),
            "porsi_perkin": indikator("32754900000000.00", "37143638000000.00", ""),
            "capaian_terhadap_target": indikator("32754900000000.00", "37143638000000.00", ""),
            "porsi_pdn": indikator("32754900000000.00", "39143638000000.00", ""),
            "porsi_impor": _porsi_impor(10),
            "ukuran": {"pagu_rup": Decimal(10**12), "pagu_non_pdn": Decimal(4 * 10**10), "pagu_pdn": Decimal(9 * 10**11)},
            **rincian(),
        },
        "daftar_unit": units,
        "menurut_pita": menurut_pita,
        "impor_perlu_penegasan": [unit for unit in units if unit["porsi_impor"]["pita"] == "perlu_penegasan"],
        "ringkasan_status": [
            {"tampil": tampil, "perangkat_daerah": len(menurut_pita[pita]), "biro": 0, "jumlah": len(menurut_pita[pita])}
            for pita, tampil in _TAMPIL_PITA.items()
        ],
        "ringkasan_jumlah": {"perangkat_daerah": len(units), "biro": 0, "jumlah": len(units)},
        "jumlah": _hitung(units, menurut_pita),
        **_lampiran_laporan(),
    }


def _hitung(units: list[Konteks], menurut_pita: dict[str, list[Konteks]]) -> dict[str, int]:
    wajib = len(menurut_pita["di_bawah"]) + len(menurut_pita["melebihi"])
    biro = sum(unit["jenis"] == "biro" for unit in units)
    return {
        **{"unit": len(units), "perangkat_daerah": len(units) - biro, "biro": biro},
        **{pita: len(group) for pita, group in menurut_pita.items()},
        **{"penjelasan_wajib": wajib, "penjelasan_lengkap": wajib - wajib // 3, "penjelasan_belum": wajib // 3},
        **{"galat": 3, "peringatan": 27, "temuan": 2, "unit_ditahan": 1, "beda_basis": 1},
    }


def _lampiran_laporan() -> Konteks:
    berkas = ("bppbj-realisasi-inaproc.xlsx", "bpkd-realisasi-pembayaran.xlsx", "bppbj-rup.csv")
    return {
        **{"jadwal": [], "unit_ditahan": [], "unit_dikeluarkan": [], "beda_basis": []},
        "sumber_data": [
            {
                **{"nomor": nomor, "sumber": "LKPP Bigbox", "pemilik": "Badan Pelayanan Pengadaan Barang/Jasa", "berkas": nama},
                **{"data_per": "30 Desember 2024", "jumlah_baris": nomor * 2345, "sha256": "0123456789ab"},
            }
            for nomor, nama in enumerate(berkas, 1)
        ],
        "tafsir": [
            {
                **{"nomor": 1, "id": "basis-capaian", "pertanyaan": "Apa yang dimaksud dengan capaian Perkin?"},
                "dipakai": "Porsi realisasi itu sendiri, yaitu realisasi produk dalam negeri dibagi realisasi pembayaran.",
                "pilihan_lain": "Porsi realisasi dibagi target masing-masing unit.",
                "pengesahan": "belum disahkan",
            },
            {
                **{"nomor": 2, "id": "batas", "pertanyaan": "Apakah tepat 80% dan tepat 100% wajib dijelaskan?"},
                **{"dipakai": "Tidak.", "pilihan_lain": "tidak ada", "pengesahan": "Kepala Bagian Contoh, 20 Desember 2024"},
            },
        ],
        "temuan": [
            {
                **{"nomor": 1, "tingkat": "galat", "tempat": "bpkd-realisasi-pembayaran.xlsx, SP2D!F1432", "nilai": "1.234,50"},
                "pesan": "Nilai 1.234,50 tertulis sebagai teks, bukan angka.",
                "saran": "Ubah sel itu menjadi angka, lalu simpan kembali.",
            },
            {
                **{"nomor": 2, "tingkat": "peringatan", "tempat": "bppbj-realisasi-inaproc.xlsx, Realisasi!Q17", "nilai": ""},
                "pesan": "Nilai PDN kosong pada 31 baris.",
                "saran": "Lengkapi nilai produk dalam negeri pada paket itu.",
            },
        ],
    }


def keputusan(*, konsep: bool = True) -> Konteks:
    """An award decree with both groups: users, and producers of two categories, one of them tied."""
    pengguna, produsen = _pengguna("Lampiran I"), _produsen("Lampiran II")
    return {
        **_keputusan_umum(),
        **{"penghargaan": [pengguna, produsen], "penghargaan_pengguna": pengguna, "penghargaan_produsen": produsen},
        "konsep": konsep,
    }


def keputusan_satu_kelompok() -> Konteks:
    """An award decree for users alone, numbered and dated, without cost, with the phrase of grace."""
    umumnya, pengguna = _keputusan_umum(), _pengguna("Lampiran")
    return {
        **umumnya,
        **{"penghargaan": [pengguna], "penghargaan_pengguna": pengguna, "penghargaan_produsen": {}},
        "naskah": {**umumnya["naskah"], "nomor": "500.2/Kep.45-Huk/2025", "tanggal": "17 Februari 2025"},
        "daerah": {**umumnya["daerah"], "frasa_rahmat_keputusan": True},
        "ada_biaya": False,
        "konsep": False,
    }


def _keputusan_umum() -> Konteks:
    sebutan = "Peraturan Bupati Pandeglang Nomor 46 Tahun 2023"
    perbup = {
        **{"sebutan": sebutan, "sebutan_lengkap": f"{sebutan} tentang Peningkatan Penggunaan Produk Dalam Negeri"},
        **{"tempat": "Pasal 20 dan Pasal 29", "simulasi": False},
    }
    berita_acara = {"nomor": "500/12-BA/2025", "tanggal": "20 Januari 2025"}
    return {
        **umum(),
        "daerah": {
            "nama": "Kabupaten Pandeglang",
            "nama_pemda": "Pemerintah Kabupaten Pandeglang",
            "ibu_kota": "Pandeglang",
            "kepala_daerah": "Bupati Pandeglang",
            "frasa_rahmat_keputusan": False,
        },
        "kop": {
            **{"baris_atas": "Bupati Pandeglang", "baris_bawah": "Provinsi Banten", "alamat": "", "telepon": ""},
            **{"laman": "", "pos_el": ""},
        },
        **{"dasar_utama": perbup, "dasar": [perbup]},
        "penanda_tangan": {
            **{"jabatan": "Bupati Pandeglang", "nama": "Contoh Bupati", "nama_lengkap": "Dr. Contoh Bupati, S.H."},
            **{"pangkat": "", "nip": "", "tampil_nip": False},
        },
        "tembusan": [
            "Gubernur Banten",
            "Ketua Dewan Perwakilan Rakyat Daerah Kabupaten Pandeglang",
            "Inspektur Kabupaten Pandeglang",
            "Kepala Badan Pengelola Keuangan Daerah Kabupaten Pandeglang",
            "Kepala Dinas Koperasi, Usaha Mikro Kecil dan Menengah, Perindustrian dan Perdagangan Kabupaten Pandeglang",
            "Para penerima penghargaan",
        ],
        "mengingat": [{"nomor": nomor, "bunyi": bunyi} for nomor, bunyi in enumerate(_MENGINGAT, 1)],
        "memperhatikan": [{"nomor": 1, "bunyi": _INPRES}],
        "naskah_lain": {
            "keputusan_tim": {"nomor": "500/Kep.10-Huk/2024", "tanggal": "2 Januari 2024"},
            "ba_penilaian_awal": {"nomor": Wanting("ba_penilaian_awal.nomor"), "tanggal": Wanting("ba_penilaian_awal.tanggal")},
            "ba_penilaian_akhir": berita_acara,
        },
        "bentuk_penghargaan": "trofi dan piagam",
        "ada_biaya": True,
        "tahun_pembebanan": 2025,
        "perangkat_daerah_pembebanan": "Dinas Koperasi, Usaha Mikro Kecil dan Menengah, Perindustrian dan Perdagangan Kabupaten Pandeglang",
    }


_CIPTA_KERJA = (
    "sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan "
    "Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja menjadi Undang-Undang (Lembaran Negara "
    "Republik Indonesia Tahun 2023 Nomor 41, Tambahan Lembaran Negara Republik Indonesia Nomor 6856)"
)
_MENGINGAT = (
    "Undang-Undang Nomor 23 Tahun 2000 tentang Pembentukan Propinsi Banten (Lembaran Negara Republik Indonesia Tahun 2000 "
    "Nomor 182, Tambahan Lembaran Negara Republik Indonesia Nomor 4010)",
    "Undang-Undang Nomor 3 Tahun 2014 tentang Perindustrian (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 4, "
    f"Tambahan Lembaran Negara Republik Indonesia Nomor 5492) {_CIPTA_KERJA}",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 Nomor "
    f"244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) {_CIPTA_KERJA}",
    "Peraturan Pemerintah Nomor 29 Tahun 2018 tentang Pemberdayaan Industri (Lembaran Negara Republik Indonesia Tahun 2018 "
    "Nomor 101, Tambahan Lembaran Negara Republik Indonesia Nomor 6220)",
    "Peraturan Menteri Perindustrian Nomor 4 Tahun 2023 tentang Tata Cara Pemberian Penghargaan Penggunaan Produk Dalam "
    "Negeri",
    "Peraturan Bupati Pandeglang Nomor 46 Tahun 2023 tentang Peningkatan Penggunaan Produk Dalam Negeri (Berita Daerah "
    "Kabupaten Pandeglang Tahun 2023 Nomor 46)",
)
_INPRES = (
    "Instruksi Presiden Nomor 2 Tahun 2022 tentang Percepatan Peningkatan Penggunaan Produk Dalam Negeri dan Produk Usaha "
    "Mikro, Usaha Kecil, dan Koperasi dalam Rangka Menyukseskan Gerakan Nasional Bangga Buatan Indonesia pada Pelaksanaan "
    "Pengadaan Barang/Jasa Pemerintah"
)


def _pengguna(lampiran: str) -> Konteks:
    aspek = {"perencanaan": "92,50", "realisasi": "88,75", "evaluasi": "90,00", "kampanye": "85,00"}
    nama = "Dinas Koperasi, Usaha Mikro Kecil dan Menengah, Perindustrian dan Perdagangan"
    return {
        **{"id": "pengguna", "judul": "Pengguna", "lampiran": lampiran, "pasal_bobot": "Pasal 23"},
        "bobot": {"perencanaan": "10%", "realisasi": "70%", "evaluasi": "10%", "kampanye": "10%"},
        "kategori": [_kategori("", "Pengguna", [_penerima(1, nama, aspek)])],
    }


def _produsen(lampiran: str) -> Konteks:
    aspek = {"nilai_tkdn": "80,00", "penerimaan": "76,50", "kampanye": "91,25"}
    seri = [_penerima(nomor, f"Koperasi Produsen Contoh {nomor}", aspek, predikat="") for nomor in (1, 2)]
    return {
        **{"id": "produsen", "judul": "Produsen", "lampiran": lampiran, "pasal_bobot": "Pasal 25"},
        "bobot": {"nilai_tkdn": "50%", "penerimaan": "30%", "kampanye": "20%"},
        "kategori": [
            _kategori("A", "Industri Menengah", [_penerima(1, "PT Contoh Karya Pandeglang Sejahtera Bersama", aspek)]),
            _kategori("B", "Industri Kecil", seri, sebab="Dua calon memperoleh nilai akhir yang sama."),
        ],
    }


def _kategori(huruf: str, judul: str, penerima: list[Konteks], sebab: str = "") -> Konteks:
    return {"huruf": huruf, "judul": judul, "penerima": penerima, "seri": bool(sebab), "sebab": sebab}


def _penerima(nomor: int, nama: str, aspek: dict[str, str], predikat: str = "Terbaik") -> Konteks:
    return {
        **{"nomor": nomor, "nama": nama, "aspek": aspek, "nilai_akhir": "88,88", "predikat": predikat},
        "alamat": "Jalan Raya Labuan Kilometer 5, Kecamatan Contoh, Kabupaten Pandeglang",
        "produk": "Peralatan dapur dan perabot sekolah dari kayu lapis bersertifikat",
    }


NASKAH = {
    "surat-penjelasan.docx": {
        "di_bawah": surat_di_bawah,
        "melebihi": surat_melebihi,
        "tanpa_isian": surat_tanpa_isian,
        "simulasi": surat_simulasi,
    },
    "nota-penjelasan.docx": {"biro": nota_biro, "tanpa_isian": surat_tanpa_isian},
    "nota-pengantar-laporan.docx": {"dki": laporan_dki, "tanpa_biro": laporan_tanpa_biro},
    "laporan-capaian.docx": {"dki": laporan_dki, "tanpa_biro": laporan_tanpa_biro},
    "keputusan-penghargaan.docx": {"dua": keputusan, "satu": keputusan_satu_kelompok},
}
"""Every template with the samples it must be able to print."""
