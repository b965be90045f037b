"""Sample figures of the stages beside the capaian: planning, largest packages, SPSE, evaluation. All invented."""

from __future__ import annotations

from datetime import date

from tests.templates.contoh_umum import Konteks, indikator, rincian

_RUP = ("Total rencana umum pengadaan", "Anggaran belanja pengadaan pada DPA APBD-P")
_DOKUMEN = ("status_kak", "status_spesifikasi_teknis", "status_bast")


def tahapan_daerah() -> Konteks:
    """Those of the region, by hand: 0,97703 of 2.003 packages."""
    return {
        "kelengkapan_rup": indikator("32440650000000", "32521701000000", "", target=None, judul=_RUP),
        "penandaan_menurut_paket": indikator("1957", "2003", "", target=None),
        "penandaan_menurut_nilai": indikator("27376912063000", "27681417000000", "", target=None),
        "penyelesaian_spse": indikator("310", "345", "", target=None),
        "porsi_tanpa_kode_paket": indikator("2799140842000", "29491000000000", "", target=None),
        "siplah_menurut_nilai": indikator(None, None, "", target=None),
        "tindak_lanjut_rekomendasi": indikator("34", "40", "", target=None),
    }


def tahapan_unit(nomor: int) -> Konteks:
    """Those of a unit; every fifth has handed in no watching, every sixth has no package on SPSE."""
    kanal = rincian()["rincian"]["penyelesaian_per_kanal"]
    return {
        "kelengkapan_rup": indikator(str(nomor * 10**9), str(nomor * 10**9 + 10**6), "", target=None, judul=_RUP),
        "penandaan_menurut_paket": indikator(str(nomor), str(nomor + 1), "", target=None),
        "penandaan_menurut_nilai": indikator(str(nomor * 10**8), str(nomor * 10**9), "", target=None),
        "porsi_tanpa_kode_paket": indikator(str(nomor * 10**6), str(nomor * 10**9), "", target=None),
        "rincian": {"penyelesaian_per_kanal": [] if nomor % 6 == 0 else kanal},
        "pemantauan": {"paket_besar": pemantauan(24, 1, disampaikan=nomor % 5 != 0)},
    }


def pemantauan(baris: int, kurang: int, *, kosong: int = 0, disampaikan: bool = True) -> Konteks:
    """The watching of one unit's packages, or of several that have all handed in theirs."""
    keadaan = {"ada": baris - kurang - kosong, "belum_ada": kurang, "tidak_diperlukan": 0, "kosong": kosong}
    return {
        "jumlah_baris": baris,
        "terisi": baris - kosong,
        "belum_lengkap": kurang,
        "belum_diisi": kosong,
        "disampaikan": disampaikan,
        "belum_disampaikan": [],
        "diminta": True,
        "sebab": "",
        "peringkat": {"paket_terbesar": baris - baris // 6, "paket_konstruksi_terbesar": baris // 6},
        "banyak": dict.fromkeys(_DOKUMEN, keadaan),
    }


def tindak_lanjut() -> list[Konteks]:
    """Two recommendations, one of which is done."""
    selesai, terbuka = ("selesai", date(2024, 11, 4), date(2024, 9, 30)), ("dalam_proses", None, None)
    return [
        {
            "nomor": nomor,
            "nama_satker": "Dinas Contoh & Rekan",
            "sumber": "BPKP",
            "rekomendasi": "Melengkapi Nilai PDN pada pencatatan swakelola",
            "status": status,
            "tanggal_selesai": sampai,
            "batas_waktu": batas,
        }
        for nomor, (status, sampai, batas) in enumerate((selesai, terbuka), 1)
    ]
