"""Sample contexts of the letters and notes that explain a unit's capaian."""

from __future__ import annotations

from datetime import date

from p3dn_reports.documents.word.marks import Wanting
from tests.templates.contoh_umum import PDN, Konteks, indikator, kabupaten_bandung, pejabat, rincian, umum

_ALASAN = (
    (
        "Pompa pengendali banjir berkapasitas besar belum seluruhnya tersedia dari industri dalam negeri sesuai "
        "spesifikasi teknis yang ditetapkan",
        "Menyusun ulang spesifikasi teknis pompa bersama industri dalam negeri untuk Tahun Anggaran 2025",
        date(2025, 2, 28),
        "Kepala Bidang Contoh Sarana Air",
    ),
    (
        "Nilai produk dalam negeri pada 6 (enam) paket pemeliharaan saluran belum dicatat sampai batas waktu data",
        "Melengkapi pencatatan nilai produk dalam negeri pada paket yang telah selesai",
        date(2025, 1, 3),
        "Pejabat Pembuat Komitmen Contoh",
    ),
)
_KRONOLOGI = (
    (date(2024, 2, 12), "Spesifikasi teknis pompa ditetapkan", "Kerangka Acuan Kerja Nomor Contoh-01"),
    (
        date(2024, 5, 20),
        "Tender pompa dimenangkan penyedia produk luar negeri",
        "Berita Acara Hasil Pemilihan Contoh-02",
    ),
    (date(2024, 10, 8), "Pompa diterima dan diuji", "Berita Acara Serah Terima Contoh-03"),
    (date(2024, 12, 20), "Pemantauan bersama Biro koordinator menemukan paket yang belum dicatat", "Notula Contoh-04"),
)


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
        "keadaan_data": [],
    }


def surat_di_bawah() -> Konteks:
    """A letter of a unit below the lower limit, with two reasons and a remark on its data."""
    capaian = indikator("29528138000000.00", "37143638000000.00", "di_bawah")
    peringatan = [
        "Sebanyak 31 (tiga puluh satu) paket senilai Rp76.500.000.000,00 tidak memuat nilai produk dalam negeri",
        "Data pembayaran tidak memuat keterangan cara pengadaan",
    ]
    return {**_unit_naskah(capaian), "keadaan_data": _keadaan_data(peringatan)}


def surat_melebihi() -> Konteks:
    """A letter of a unit above the upper limit, with a single reason, numbered and dated."""
    konteks = _unit_naskah(indikator("37143638000001.50", "37143638000000.00", "melebihi"), alasan=1)
    naskah = {**konteks["naskah"], "nomor": "e-0123/PP.01.02", "tanggal": "31 Desember 2024"}
    return {**konteks, "naskah": naskah}


def surat_tanpa_isian() -> Konteks:
    """A letter nobody has given reasons, a chronology, an addressee or a signer for; no payments, no target."""
    konteks = _unit_naskah(indikator("0", "2500000000.00", "di_bawah", target=None))
    kosong = {
        "alasan": [
            {
                **_alasan(1)[0],
                **{key: Wanting(key) for key in ("alasan", "tindak_lanjut", "batas_waktu", "penanggung_jawab")},
            }
        ],
        "alasan_tunggal": True,
        "kronologi": [{"nomor": 1, **{key: Wanting(key) for key in ("tanggal", "peristiwa", "bukti")}}],
        "unit": {**konteks["unit"], "asisten": Wanting("asisten")},
        "tujuan": {"jabatan": Wanting("asisten"), "sebutan": "Asisten Sekretaris Daerah"},
        "penanda_tangan": {
            **{key: Wanting(key) for key in ("jabatan", "jabatan_pokok", "nama", "nama_lengkap", "pangkat", "nip")},
            "selaku": "",
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
    judul = (PDN, "Nilai pengadaan tercatat")
    konteks = _unit_naskah(indikator("79916666667.00", "100000000000.00", "di_bawah", target=None, judul=judul))
    bersama = {key: umum(simulasi=True)[key] for key in ("dasar_utama", "dasar", "dasar_hukum")}
    kosong = {**konteks["rincian"], "pembayaran_per_rekening": []}
    return {**konteks, **bersama, **kabupaten_bandung(), "rincian": kosong, "tahun_anggaran": 2025, "triwulan": 3}


def nota_biro() -> Konteks:
    """A nota dinas of a Biro, below the limit although it reached its own lower target."""
    konteks = _unit_naskah(indikator("231880000000.00", "310000000000.00", "di_bawah", target="70"))
    nama = "Biro Umum dan Administrasi Sekretariat Daerah"
    unit = {
        **konteks["unit"],
        "nama": nama,
        "jenis": "biro",
        "jabatan_pimpinan": f"Kepala {nama}",
        "asisten": "Pemerintahan",
    }
    kop = {**konteks["kop"], "baris_bawah": "Sekretariat Daerah"}
    return {
        **konteks,
        "unit": unit,
        "kop": kop,
        "keadaan_data": _keadaan_data(["3 paket senilai Rp959.901.000,00 tidak mempunyai Nilai PDN"]),
        "penanda_tangan": pejabat(f"Plt. Kepala {nama}"),
        "tembusan": konteks["tembusan"][:3],
    }


def _keadaan_data(pesan: list[str]) -> list[Konteks]:
    return [
        {"nomor": nomor, "huruf": "ab"[nomor - 1], "pesan": text, "tanda_akhir": _tanda_akhir(nomor, len(pesan))}
        for nomor, text in enumerate(pesan, 1)
    ]


def _tanda_akhir(nomor: int, banyak: int) -> str:
    if nomor == banyak:
        return "."
    return "; dan" if nomor == banyak - 1 else ";"


def _alasan(banyak: int) -> list[Konteks]:
    return [
        {
            "nomor": nomor,
            "huruf": "abcdef"[nomor - 1],
            "alasan": alasan,
            "tindak_lanjut": tindak_lanjut,
            "batas_waktu": batas_waktu,
            "penanggung_jawab": penanggung_jawab,
            "tanda_akhir": _tanda_akhir(nomor, banyak),
        }
        for nomor, (alasan, tindak_lanjut, batas_waktu, penanggung_jawab) in enumerate(_ALASAN[:banyak], 1)
    ]


def _kronologi() -> list[Konteks]:
    return [
        {"nomor": nomor, "tanggal": tanggal, "peristiwa": peristiwa, "bukti": bukti}
        for nomor, (tanggal, peristiwa, bukti) in enumerate(_KRONOLOGI, 1)
    ]
