"""The sheet of hasil.xlsx with every indicator of every unit, and last of the region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from p3dn_reports.outputs.cells import Cell, Record, exact_note, gap, number, places_of
from p3dn_reports.outputs.left_out import left_out_note
from p3dn_reports.outputs.sheet_writing import Sheet

_COLUMNS = (
    *(("Satuan kerja", 44), ("Indikator", 38), ("Tercetak", 14), ("Status", 26)),
    *(("Kekurangan sampai ambang (Rp)", 24), ("Kelebihan di atas ambang (Rp)", 24)),
    *(("Pembilang", 24), ("Penyebut", 24), ("Keterangan", 40)),
    *(("Target", 18), ("Satuan target", 12), ("Target tercapai", 12), ("Nilai (%)", 14)),
    *(("Jenis", 18), ("Kode satuan kerja", 26), ("Angka pasti", 44)),
)
_PRINTED = 9
"""Up to the remarks; what stands behind is for the screen."""


def achievements(hasil: Record) -> Sheet:
    """What carries a status stands at the top: it is what people open the sheet for."""
    titles = hasil["ringkasan"]["judul"]["indikator"] if hasil["ringkasan"] else {}
    rows: list[Sequence[Cell]] = []
    for indikator in _judged_first(hasil["seluruh"]["indikator"]):
        judul = titles.get(indikator, indikator)
        for unit in hasil["unit"]:
            if indikator in unit["indikator"]:
                held = unit["ditahan"] or indikator in unit["indikator_ditahan"]
                note = "ditahan: datanya belum dapat dipercaya" if held else None
                rows.append(_row(judul, unit, unit["indikator"][indikator], note))
        rows.append(_row(judul, _WHOLE, hasil["seluruh"]["indikator"][indikator], None))
    return Sheet("Capaian", _COLUMNS, rows, kept=2, printed=_PRINTED)


_WHOLE: Record = {"kode_satker": None, "nama": "SELURUHNYA", "jenis": None}


def _judged_first(indicators: Mapping[str, Record]) -> list[str]:
    return sorted(indicators, key=lambda name: indicators[name]["pita"] is None)


def _row(judul: str, unit: Record, result: Record, note: str | None) -> Sequence[Cell]:
    target = result["target"] or {}
    pembilang, penyebut = number(result["pembilang"]), number(result["penyebut"])
    notes = (note, result["sebab"], _settled_note(result["penegasan"]), left_out_note(result["tidak_ikut"]))
    return (
        *(unit["nama"], judul, result["tampil"], result["tampil_pita"]),
        *(gap(result["kekurangan_ambang"]), gap(result["kelebihan_ambang"]), pembilang, penyebut),
        "; ".join(text for text in notes if text) or None,
        *(number(target.get("nilai")), target.get("satuan"), target.get("tercapai")),
        number(result["nilai"], places_of(result["tampil"])),
        *((unit["jenis"] or "").replace("_", " ") or None, unit["kode_satker"], exact_note(pembilang, penyebut)),
    )


def _settled_note(penegasan: Record | None) -> str | None:
    if penegasan is None:
        return None
    return f"semula {penegasan['tampil_pita_semula']}; ditegaskan oleh {penegasan['indikator']}"
