"""Sample contexts of the award decree: two groups with a tie, one group alone; the certificate."""

from __future__ import annotations

from p3dn_reports.documents.word.marks import Wanting
from tests.templates.contoh_umum import Konteks, umum

_DINAS_KOPERASI = "Dinas Koperasi, Usaha Mikro Kecil dan Menengah, Perindustrian dan Perdagangan Kabupaten Pandeglang"
_CIPTA_KERJA = (
    "sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan "
    "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja menjadi Undang-Undang "
    "(Lembaran Negara Republik Indonesia Tahun 2023 Nomor 41, Tambahan Lembaran Negara Republik Indonesia Nomor 6856)"
)
_MENGINGAT = (
    "Undang-Undang Nomor 23 Tahun 2000 tentang Pembentukan Propinsi Banten (Lembaran Negara Republik Indonesia "
    "Tahun 2000 Nomor 182, Tambahan Lembaran Negara Republik Indonesia Nomor 4010)",
    "Undang-Undang Nomor 3 Tahun 2014 tentang Perindustrian (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 4, "
    f"Tambahan Lembaran Negara Republik Indonesia Nomor 5492) {_CIPTA_KERJA}",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 "
    f"Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) {_CIPTA_KERJA}",
    "Peraturan Pemerintah Nomor 29 Tahun 2018 tentang Pemberdayaan Industri (Lembaran Negara Republik Indonesia "
    "Tahun 2018 Nomor 101, Tambahan Lembaran Negara Republik Indonesia Nomor 6220)",
    "Peraturan Menteri Perindustrian Nomor 4 Tahun 2023 tentang Tata Cara Pemberian Penghargaan Penggunaan Produk "
    "Dalam Negeri",
    "Peraturan Bupati Pandeglang Nomor 46 Tahun 2023 tentang Peningkatan Penggunaan Produk Dalam Negeri (Berita "
    "Daerah Kabupaten Pandeglang Tahun 2023 Nomor 46)",
)
_TIM = "Pembentukan Tim Peningkatan Penggunaan Produk Dalam Negeri Kabupaten Pandeglang"
_INPRES = (
    "Instruksi Presiden Nomor 2 Tahun 2022 tentang Percepatan Peningkatan Penggunaan Produk Dalam Negeri dan Produk "
    "Usaha Mikro, Usaha Kecil, dan Koperasi dalam Rangka Menyukseskan Gerakan Nasional Bangga Buatan Indonesia pada "
    "Pelaksanaan Pengadaan Barang/Jasa Pemerintah"
)


def keputusan(*, konsep: bool = True) -> Konteks:
    """An award decree with both groups: users, and producers of two categories, one of them tied."""
    pengguna, produsen = _pengguna("Lampiran I"), _produsen("Lampiran II")
    return {
        **_keputusan_umum(),
        "penghargaan": [pengguna, produsen],
        "penghargaan_pengguna": pengguna,
        "penghargaan_produsen": produsen,
        "konsep": konsep,
    }


def keputusan_dengan_kategori_dikeluarkan() -> Konteks:
    """An award decree that leaves out two categories for too few nominees."""
    dropped = [
        {"nomor": 1, "sebutan": "produsen kategori industri menengah", "calon": 2, "kurang_calon": True, "sebab": ""},
        {"nomor": 2, "sebutan": "pengguna", "calon": 0, "kurang_calon": True, "sebab": ""},
    ]
    return {**keputusan(), "kategori_dikeluarkan": dropped}


def keputusan_satu_kelompok() -> Konteks:
    """An award decree for users alone, numbered and dated, without cost, with the phrase of grace."""
    umumnya, pengguna = _keputusan_umum(), _pengguna("Lampiran")
    return {
        **umumnya,
        "penghargaan": [pengguna],
        "penghargaan_pengguna": pengguna,
        "penghargaan_produsen": {},
        "naskah": {**umumnya["naskah"], "nomor": "500.2/Kep.45-Huk/2025", "tanggal": "17 Februari 2025"},
        "daerah": {**umumnya["daerah"], "frasa_rahmat_keputusan": True},
        "ada_biaya": False,
        "konsep": False,
    }


def piagam(nama: str = "Dinas Kesehatan", sebutan: str = "pengguna", *, urutan: int = 0, sub: str = "") -> Konteks:
    """The certificate of one recipient, numbered where he is the only one; else of the rank `urutan` of three."""
    umumnya, penghargaan = _keputusan_umum(), sebutan.partition(" ")[0]
    kategori = {"judul": sebutan, "sebutan": sebutan, "penghargaan": penghargaan, "sub_kategori": sub}
    return {
        **umumnya,
        "naskah": {**umumnya["naskah"], "bernomor": not urutan},
        "naskah_lain": {"keputusan_penghargaan": {"nomor": "400.6/Kep.000-Huk/2025", "tanggal": "10 Maret 2025"}},
        "penerima": {"nama": nama, "urutan": urutan or 1},
        "kategori": {**kategori, "banyak_penerima": 3 if urutan else 1},
    }


def _keputusan_umum() -> Konteks:
    sebutan = "Peraturan Bupati Pandeglang Nomor 46 Tahun 2023"
    perbup = {
        "sebutan": sebutan,
        "sebutan_lengkap": f"{sebutan} tentang Peningkatan Penggunaan Produk Dalam Negeri",
        "tempat": "Pasal 20 dan Pasal 29",
        "simulasi": False,
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
            "baris_atas": "Bupati Pandeglang",
            "baris_bawah": "Provinsi Banten",
            "alamat": "",
            "telepon": "",
            "laman": "",
            "pos_el": "",
        },
        "dasar_utama": perbup,
        "dasar": [perbup],
        "dasar_hukum": [perbup],
        "kategori_dikeluarkan": [],
        "penanda_tangan": {
            "jabatan": "Bupati Pandeglang",
            "nama": "Contoh Bupati",
            "nama_lengkap": "Dr. Contoh Bupati, S.H.",
            "pangkat": "",
            "nip": "",
            "tampil_nip": False,
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
            "keputusan_tim": {"nomor": "500/Kep.10-Huk/2024", "tanggal": "2 Januari 2024", "judul": _TIM},
            "ba_penilaian_awal": {
                "nomor": Wanting("ba_penilaian_awal.nomor"),
                "tanggal": Wanting("ba_penilaian_awal.tanggal"),
            },
            "ba_penilaian_akhir": berita_acara,
        },
        "bentuk_penghargaan": "trofi dan piagam",
        "ada_biaya": True,
        "tahun_pembebanan": 2025,
        "perangkat_daerah_pembebanan": _DINAS_KOPERASI,
    }


def _pengguna(lampiran: str) -> Konteks:
    aspek = {"perencanaan": "92,50", "realisasi": "88,75", "evaluasi": "90,00", "kampanye": "85,00"}
    nama = "Dinas Koperasi, Usaha Mikro Kecil dan Menengah, Perindustrian dan Perdagangan"
    return {
        "id": "pengguna",
        "judul": "Pengguna",
        "lampiran": lampiran,
        "pasal_bobot": "Pasal 23",
        "bobot": {"perencanaan": "10%", "realisasi": "70%", "evaluasi": "10%", "kampanye": "10%"},
        "kategori": [_kategori("", "Pengguna", [_penerima(1, nama, aspek)])],
    }


def _produsen(lampiran: str) -> Konteks:
    aspek = {"nilai_tkdn": "80,00", "penerimaan": "76,50", "kampanye": "91,25"}
    seri = [_penerima(nomor, f"Koperasi Produsen Contoh {nomor}", aspek) for nomor in (1, 2)]
    return {
        "id": "produsen",
        "judul": "Produsen",
        "lampiran": lampiran,
        "pasal_bobot": "Pasal 25",
        "bobot": {"nilai_tkdn": "50%", "penerimaan": "30%", "kampanye": "20%"},
        "kategori": [
            _kategori("A", "Industri Menengah", [_penerima(1, "PT Contoh Karya Pandeglang Sejahtera Bersama", aspek)]),
            _kategori("B", "Industri Kecil", seri, sebab="Dua calon memperoleh nilai akhir yang sama."),
        ],
    }


def _kategori(huruf: str, judul: str, penerima: list[Konteks], sebab: str = "") -> Konteks:
    return {"huruf": huruf, "judul": judul, "penerima": penerima, "seri": bool(sebab), "sebab": sebab}


def _penerima(nomor: int, nama: str, aspek: dict[str, str]) -> Konteks:
    return {
        "nomor": nomor,
        "nama": nama,
        "aspek": aspek,
        "nilai_akhir": "88,88",
        "urutan": nomor,
        "alamat": "Jalan Raya Labuan Kilometer 5, Kecamatan Contoh, Kabupaten Pandeglang",
        "produk": "Peralatan dapur dan perabot sekolah dari kayu lapis bersertifikat",
    }
