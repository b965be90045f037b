"""Sample contexts of the berita acara of awards: both stages of judging in each state."""

from __future__ import annotations

from datetime import date

from tests.templates.contoh_berita_acara import pandeglang, tafsiran
from tests.templates.contoh_umum import Konteks, pejabat

KELOMPOK = ("pengguna", "produsen kategori industri menengah", "produsen kategori industri kecil")
CARA = {
    "kelompok": ["pengguna", "produsen"],
    "skala": "Skala nilai 0 sampai dengan 100",
    "sub_kriteria": "Sama bagi semua nominasi dalam satu kategori",
    "bobot_unsur": "Sama, yaitu rata-rata nilai unsurnya",
    "seri": "Tidak diperingkat sebelum Tim P3DN memutuskannya",
    "jumlah_penerima": 1,
}


def penilaian_awal(*calon: int, keluar: tuple[int, ...] = (), sub_kategori: tuple[str, ...] = ()) -> Konteks:
    """The first stage: how many nominees each category has; of those in `keluar` too few."""
    return {
        **_berita_acara(),
        "peta": {"banyak_pengguna": 12, "banyak_produsen": 10 if len(calon) > 1 else 0},
        "sub_kategori": list(sub_kategori),
        "kategori_dinilai": [{"calon": one, "sebutan": name} for one, name in zip(calon, KELOMPOK, strict=False)],
        "kategori_dikeluarkan": _left_out(keluar),
        "calon_awal": [_calon(1, "Pengguna", ""), _calon(2, "Produsen", "Industri Menengah")],
    }


def penilaian_akhir(
    *diusulkan: int, seri: int = 0, belum: bool = False, lapangan: int = 0, cara: int = 1, keluar: tuple[int, ...] = ()
) -> Konteks:
    """The second stage: how many receive in each category; `seri` share a score; `belum`: scores are wanting."""
    named = enumerate(zip(diusulkan, KELOMPOK, strict=False), 1)
    return {
        **_berita_acara(),
        "banyak_diperiksa": lapangan,
        "pemeriksaan_lapangan": [_visit(nomor + 1) for nomor in range(lapangan)],
        "cara_penilaian": [{**CARA, "kelompok": [name]} for name in ("pengguna", "produsen")] if cara > 1 else [CARA],
        "kategori_diusulkan": [_awarded(nomor, name, many, len(diusulkan)) for nomor, (many, name) in named],
        "kategori_seri": [{"sebutan": KELOMPOK[2], "diusulkan": [], "nilai_sama": _receive(seri)}] if seri else [],
        "kategori_belum_dinilai": [{"sebutan": KELOMPOK[1], "sebab": "Nilai belum lengkap: Contoh"}] if belum else [],
        "kategori_dikeluarkan": _left_out(keluar),
        "nominasi": [_nominee()],
        **{name: _group(pandeglang()[name]) for name in ("penghargaan_pengguna", "penghargaan_produsen")},
    }


def tanpa_anggota(konteks: Konteks) -> Konteks:
    """The same where nobody is listed as present: the chair signs."""
    return {**konteks, "tabel": {"tim": []}, "banyak": {"tim": {"tim": {"penilai": 0}}}}


def _berita_acara() -> Konteks:
    tim = [{**one, "tim": "penilai"} for one in tafsiran()["tabel"]["tim"]]
    banyak = {"tim": {"tim": {"penilai": len(tim)}}}
    return {
        **pandeglang(),
        "tabel": {"tim": tim},
        "banyak": banyak,
        "para_penanda_tangan": [pejabat("Sekretaris Daerah")],
    }


def _left_out(calon: tuple[int, ...]) -> list[Konteks]:
    ends = [*[";"] * (len(calon) - 2), *["; dan"] * (len(calon) > 1), "."]
    named = zip(calon, KELOMPOK[1:], ends, strict=False)
    return [
        {"nomor": nomor, "calon": one, "sebutan": name, "tanda_akhir": end}
        for nomor, (one, name, end) in enumerate(named, 1)
    ]


def _calon(nomor: int, kelompok: str, kategori: str) -> Konteks:
    return {
        "nomor": nomor,
        "kelompok": kelompok,
        "kategori": kategori,
        "nama": f"Peserta Contoh {nomor}",
        "alamat": "Jalan Contoh Nomor 1",
        "produk": "",
        "data_pemetaan": "Sertifikat TKDN 47,50%",
        "nominasi": nomor == 1,
        "keterangan": "memenuhi pemetaan data awal",
    }


def _receive(banyak: int) -> list[Konteks]:
    return [{"nama": f"Peserta Contoh {nomor}", "nilai_akhir": "84,00"} for nomor in range(1, banyak + 1)]


def _awarded(nomor: int, sebutan: str, banyak: int, of: int) -> Konteks:
    end = "." if nomor == of else "; dan" if nomor == of - 1 else ";"
    return {"nomor": nomor, "sebutan": sebutan, "diusulkan": _receive(banyak), "tanda_akhir": end}


def _group(group: Konteks) -> Konteks:
    kategori = [{**one, "sebutan": one["judul"], "nominasi": _ranked(one)} for one in group["kategori"]]
    return {**group, "kategori": kategori}


def _ranked(kategori: Konteks) -> list[Konteks]:
    return [{**one, "peringkat": str(one["urutan"])} for one in kategori["penerima"]]


def _nominee() -> Konteks:
    unsur = [{"huruf": "a", "bunyi": "pembentukan mekanisme evaluasi", "nilai": "72,00", "bukti": "Notula Contoh"}]
    aspek = {"judul": "Evaluasi", "bobot": "10%", "nilai": "72,00", "terbobot": "7,20", "unsur": unsur}
    return {
        "nama": "Peserta Contoh 1",
        "sebutan": "pengguna",
        "nilai_akhir": "84,00",
        "lembar": [{"nomor": 1, **aspek}],
    }


def _visit(nomor: int) -> Konteks:
    return {
        "nomor": nomor,
        "nama": f"Peserta Contoh {nomor}",
        "tanggal": date(2025, 2, 20),
        "tempat": "Pandeglang",
        "hasil": "Sesuai",
        "nomor_berita_acara": f"BA-0{nomor}/2025",
    }
