"""Sample contexts of a Biro's note on the units it coordinates."""

from __future__ import annotations

from datetime import date

from tests.templates.contoh_umum import DKI, Konteks, indikator, pejabat, umum

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
        {"nomor": nomor, "nama": nama, "capaian_perkin": indikator(atas, bawah, pita)}
        for nomor, (nama, (atas, bawah, pita)) in enumerate(_UNIT.items(), 1)
    ]
    return _note(units, ["Badan Contoh yang Datanya Rusak"])


def tanpa_di_bawah() -> Konteks:
    """A note about a single unit above the upper limit, without a date for the letters and without a target."""
    capaian = indikator("1250000000.00", "1000000000.00", "melebihi", target=None)
    konteks = _note([{"nomor": 1, "nama": "Dinas Contoh", "capaian_perkin": capaian}], [])
    return {**konteks, "batas_penjelasan": None, "tembusan": []}


def _note(units: list[Konteks], ditahan: list[str]) -> Konteks:
    bands = {
        pita: [{**unit, "nomor": nomor} for nomor, unit in enumerate(_in_band(units, pita), 1)]
        for pita in ("di_bawah", "dalam_batas", "melebihi", "tidak_dapat_dihitung")
    }
    return {
        **umum(),
        "unit": {"nama": _BIRO, "jabatan_pimpinan": f"Kepala {_BIRO}", "asisten": "Pembangunan dan Lingkungan Hidup"},
        "kop": {**umum()["kop"], "baris_atas": f"Sekretariat Daerah {DKI}", "baris_bawah": _BIRO},
        "penanda_tangan": pejabat(f"Kepala {_BIRO}"),
        "menurut_pita": bands,
        "unit_ditahan": [{"nomor": nomor, "nama": nama} for nomor, nama in enumerate(ditahan, 1)],
        "batas_penjelasan": date(2024, 12, 31),
        "jumlah": {"unit": len(units) + len(ditahan), **{pita: len(members) for pita, members in bands.items()}},
    }


def _in_band(units: list[Konteks], pita: str) -> list[Konteks]:
    return [unit for unit in units if unit["capaian_perkin"]["pita"] == pita or _without_figure(unit, pita)]


def _without_figure(unit: Konteks, pita: str) -> bool:
    return pita == "tidak_dapat_dihitung" and not unit["capaian_perkin"]["dapat_dihitung"]
