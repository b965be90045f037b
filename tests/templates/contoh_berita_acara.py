"""Sample contexts of berita acara: verification in each state, assistance with plans, a TKDN that was settled."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tests.templates.contoh_keputusan import keputusan
from tests.templates.contoh_laporan import laporan_dki
from tests.templates.contoh_umum import PPKUKM, Konteks, indikator, pejabat

PIHAK = (PPKUKM, "Badan Pengelolaan Keuangan Daerah", "Badan Pelayanan Pengadaan Barang/Jasa")


def verifikasi(*hasil: str, bigbox: str | None = "25052301740000", pdn: str = "25051051740000") -> Konteks:
    """The region by what the units came to, `hasil` over and over again; `bigbox` None: nobody has handed it in."""
    units = [_unit(unit, hasil[nomor % len(hasil)]) for nomor, unit in enumerate(laporan_dki()["daftar_unit"])]
    seluruh = laporan_dki()["seluruh"]
    ukuran = {"realisasi_pdn": Decimal(pdn), "pembayaran_pengadaan": Decimal("29491000000000")}
    belum = laporan_dki()["belum_divalidasi"] if "belum_sesuai" in hasil else []
    return {
        **laporan_dki(),
        "belum_divalidasi": belum,
        "naskah": {**laporan_dki()["naskah"], "tempat": "Ruang Rapat Contoh"},
        "para_penanda_tangan": [pejabat(f"Kepala {nama}") for nama in PIHAK],
        "seluruh": {
            **seluruh,
            "ukuran": {**seluruh["ukuran"], **ukuran},
            "rekonsiliasi_pdn": _selisih(pdn if bigbox else None, bigbox),
            "rekonsiliasi_pembayaran": _selisih("29491000000000", "26449762892357.25"),
        },
        "daftar_unit": units,
        "banyak_unit": {"verifikasi_unit": {"hasil": _banyak(units)}},
    }


def _banyak(units: Iterable[Konteks]) -> dict[str, int]:
    found = [unit["baris_unit"]["verifikasi_unit"]["hasil"] for unit in units]
    return {name or "kosong": found.count(name) for name in ("sesuai", "disesuaikan", "belum_sesuai", "")}


def _selisih(pembilang: str | None, penyebut: str | None) -> Konteks:
    found = indikator(pembilang, penyebut, "", target=None)
    atas, bawah = found["pembilang"], found["penyebut"]
    return {**found, "selisih": bawah - atas if atas is not None and bawah is not None else None}


def _unit(unit: Konteks, hasil: str) -> Konteks:
    lain = {"disesuaikan": "Satu paket pada LKPP Bigbox telah dibatalkan"}.get(hasil, "")
    lanjut = {"belum_sesuai": "Membukukan pembayaran"}.get(hasil, "")
    return {
        **unit,
        "ukuran": {
            **unit["ukuran"],
            "pdn_bigbox": Decimal("2210000000000"),
            "realisasi_pdn": Decimal("2208750000000"),
            "nilai_tercatat": Decimal("2309218470000"),
            "pembayaran_pengadaan": None if unit["nomor"] == 51 else Decimal("3100000000000"),
        },
        "rekonsiliasi_pdn": _selisih("2208750000000", "2210000000000"),
        "rekonsiliasi_pembayaran": _selisih(None if unit["nomor"] == 51 else "3100000000000", "2309218470000"),
        "baris_unit": {
            "bigbox": {"ada": unit["nomor"] != 50},
            "verifikasi_unit": {"hasil": hasil, "uraian": lain, "tindak_lanjut": lanjut},
        },
    }


def asistensi(*hasil: str) -> Konteks:
    """A unit's packages by what assisting with them came to; the last has no certificate of its kind."""
    rows = [
        {
            "nomor": nomor,
            "kode_rup": str(50000000 + nomor),
            "hasil": satu,
            "catatan": "" if satu == "sesuai" else "Diganti produk bersertifikat",
            "hitungan": {
                "nama_paket_asistensi": {"nilai": f"Paket contoh {nomor}"},
                "pagu_asistensi": {"nilai": Decimal(nomor * 10**8)},
                "kemampuan_industri": {"tampil": "55,50%", "sebab": "tidak ada baris" if nomor == len(hasil) else ""},
            },
        }
        for nomor, satu in enumerate(hasil, 1)
    ]
    return {
        **pandeglang(),
        "unit": {"nama": "Dinas Kesehatan"},
        "para_penanda_tangan": [pejabat("Kepala Bagian Pengadaan Barang/Jasa"), pejabat("Kepala Dinas Kesehatan")],
        "tabel": {"asistensi_rup": rows},
        "banyak": {"asistensi_rup": {"hasil": {name: hasil.count(name) for name in ("sesuai", "diubah", "ditunda")}}},
    }


def tafsiran(*, hadir: bool = True) -> Konteks:
    """A dispute on a TKDN, settled by members who were present; else signed by the offices that the rulebook names."""
    anggota = [
        {"tim": "tafsiran", "hadir": there, "kedudukan": "Anggota", "jabatan": f"Kepala Contoh {nama}", "nama": nama}
        for nama, there in (("Satu", True), ("Dua", False))
    ]
    return {
        **pandeglang(),
        "baris": {
            "produk": "Pipa beton",
            "produsen": "Produsen Contoh B",
            "nama_paket": "rehabilitasi saluran",
            "nama_satker": "Dinas Contoh",
            "pendapat_produsen": "Memakai sertifikat lama",
            "nilai_produsen": Decimal(40),
            "pendapat_pengadaan": "Sertifikat berakhir",
            "nilai_pengadaan": Decimal(30),
            "dokumen": "Sertifikat dan faktur",
            "nilai_tafsiran": Decimal(30),
            "alasan": "Sertifikat telah berakhir",
        },
        "para_penanda_tangan": [pejabat("Sekretaris Daerah"), pejabat("Kepala Dinas Pekerjaan Umum")],
        "tabel": {"tim": [{**one, "nip": "19700101 199503 1 001"} for one in anggota] if hadir else []},
        "banyak": {"tim": {"tim": {"tafsiran": 2 if hadir else 0}}},
    }


def pandeglang() -> Konteks:
    """What the papers of the Pandeglang teams share."""
    konteks = keputusan(konsep=False)
    kop = {"baris_atas": "Pemerintah Kabupaten Pandeglang", "baris_bawah": "Sekretariat Daerah"}
    naskah = {**konteks["naskah"], "tempat": "Ruang Rapat Contoh"}
    return {**konteks, "kop": {**konteks["kop"], **kop}, "naskah": naskah}
