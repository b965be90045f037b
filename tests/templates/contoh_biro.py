"""Sample contexts of a Biro's note on the units it coordinates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.templates.contoh_umum import Konteks, indikator, pejabat, umum

_BIRO = "Biro Pembangunan dan Lingkungan Hidup"
_UNIT = {
    "Dinas Sumber Daya Air": ("29528138000000.00", "37143638000000.00", "di_bawah"),
    "Dinas Pertamanan dan Hutan Kota": ("79995.00", "100000.00", "di_bawah"),
    "Dinas Lingkungan Hidup": ("1250000000.00", "1000000000.00", "melebihi"),
    "Dinas Bina Marga": ("900000000.00", "1000000000.00", "dalam_batas"),
    "Dinas Perumahan Rakyat dan Kawasan Permukiman": ("0", "0", "tidak_dapat_dihitung"),
}


def pemantauan() -> Konteks:
    """A note with every section: units below, above, in between, without a figure, and withheld."""
    units = [
        {
            "nomor": nomor,
            "nama": nama,
            "kekurangan_ambang": max(Decimal("0.8") * Decimal(bawah) - Decimal(atas), Decimal(0)),
            "capaian_perkin": indikator(atas, bawah, pita),
        }
        for nomor, (nama, (atas, bawah, pita)) in enumerate(_UNIT.items(), 1)
    ]
    return _note(units, ["Badan Contoh yang Datanya Rusak"])


def tanpa_di_bawah() -> Konteks:
    """A note about a single unit above the upper limit, without a date for the letters and without a target."""
    capaian = indikator("1250000000.00", "1000000000.00", "melebihi", target=None)
    konteks = _note([{"nomor": 1, "nama": "Dinas Contoh", "capaian_perkin": capaian}], [])
    return {**konteks, "batas_penjelasan": None, "tembusan": []}


def menjelang_batas() -> Konteks:
    """A note for 20 December, about one unit below and others in between."""
    sums = {
        "Dinas Kebudayaan": ("112955000000.00", "205000000000.00", "di_bawah"),
        "Dinas Pendidikan": ("900000000.00", "1000000000.00", "dalam_batas"),
        "Dinas Pemuda dan Olahraga": ("850000000.00", "1000000000.00", "dalam_batas"),
    }
    units = [
        {"nomor": nomor, "nama": nama, "capaian_perkin": indikator(*three)}
        for nomor, (nama, three) in enumerate(sums.items(), 1)
    ]
    units[0]["kekurangan_ambang"] = Decimal("51045000000.00")
    return {**_note(units, []), "monev": {"tahap": "monev_20_desember", "sebutan": "20 Desember 2024"}}


def seluruhnya_dalam_batas() -> Konteks:
    """A note about units that all lie within the limits."""
    capaian = indikator("900000000.00", "1000000000.00", "dalam_batas")
    return _note([{"nomor": nomor, "nama": f"Dinas {nomor}", "capaian_perkin": capaian} for nomor in (1, 2, 3)], [])


def tentang_diri_sendiri() -> Konteks:
    """A note of a Biro that coordinates itself alone, below the limit, its own letter sent."""
    capaian = indikator("231880000000.00", "310000000000.00", "di_bawah")
    unit = {"nomor": 1, "nama": _BIRO, "kekurangan_ambang": Decimal("16120000000.00"), "capaian_perkin": capaian}
    konteks = _note([unit], [])
    jumlah = {**konteks["jumlah"], "penjelasan_diterima": 1}
    return {**konteks, "sendiri": True, "capaian_perkin": capaian, "jumlah": jumlah}


def _note(units: list[Konteks], ditahan: list[str]) -> Konteks:
    bands = {
        pita: [{**unit, "nomor": nomor} for nomor, unit in enumerate(_in_band(units, pita), 1)]
        for pita in ("di_bawah", "dalam_batas", "melebihi", "tidak_dapat_dihitung")
    }
    return {
        **umum(),
        "unit": {
            "nama": _BIRO,
            "jabatan_pimpinan": f"Kepala {_BIRO}",
            "asisten": "Pembangunan dan Lingkungan Hidup",
            "ditahan": False,
        },
        "kop": {**umum()["kop"], "baris_bawah": "Sekretariat Daerah"},
        "monev": {"tahap": "akhir", "sebutan": ""},
        "sendiri": False,
        "capaian_perkin": indikator("836000000.00", "1000000000.00", "dalam_batas"),
        "dasar_permintaan": "diktum KESATU huruf g angka 2",
        "dasar_penjelasan": "diktum KESATU huruf a angka 5 dan angka 6",
        "penanda_tangan": pejabat(f"Kepala {_BIRO}"),
        "daftar_unit": units,
        "menurut_pita": bands,
        "belum_dinilai": _belum_dinilai(bands["tidak_dapat_dihitung"], ditahan),
        "unit_ditahan": [{"nomor": nomor, "nama": nama} for nomor, nama in enumerate(ditahan, 1)],
        "batas_penjelasan": date(2024, 12, 31),
        "jumlah": {
            "unit": len(units) + len(ditahan),
            "penjelasan_diterima": 0,
            **{pita: len(members) for pita, members in bands.items()},
        },
    }


def _belum_dinilai(tanpa_angka: list[Konteks], ditahan: list[str]) -> list[Konteks]:
    found = [(unit["nama"], unit["capaian_perkin"]["sebab"]) for unit in tanpa_angka] + [(nama, "") for nama in ditahan]
    marks = ["; dan", "."][-len(found) :]
    return [
        {"huruf": "ab"[at], "nama": nama, "sebab": sebab, "tanda_akhir": marks[at]}
        for at, (nama, sebab) in enumerate(found)
    ]


def _in_band(units: list[Konteks], pita: str) -> list[Konteks]:
    return [unit for unit in units if unit["capaian_perkin"]["pita"] == pita or _without_figure(unit, pita)]


def _without_figure(unit: Konteks, pita: str) -> bool:
    return pita == "tidak_dapat_dihitung" and not unit["capaian_perkin"]["dapat_dihitung"]
