"""The sheet of hasil.xlsx with what the other ways to read would change: one row for each unit or total that moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from p3dn_reports.outputs.cells import Cell, Columns, Number, Record


def reading_rows(readings: Iterable[Record]) -> list[Record]:
    """One record for each change under each other way; one without a change for a way that changes nothing."""
    return [
        {"tafsir": reading, "lain": way, "perubahan": change}
        for reading in readings
        for way in reading["bacaan_lain"]
        for change in _changes(way)
    ]


def _changes(way: Record) -> Iterator[Record | None]:
    found = [*way["seluruh"], *way["unit"]]
    yield from found or [None]


def _of(one: Record, side: str, key: str) -> Cell:
    change = one["perubahan"]
    seen = change[side] if change else None
    return seen[key] if seen else None


def _amount(one: Record, side: str, key: str) -> Cell:
    text = _of(one, side, key)
    return Number(str(text)) if text is not None else None


def _whom(one: Record) -> Cell:
    change = one["perubahan"]
    return (change["nama"] or "SELURUHNYA") if change else None


def _approved(one: Record) -> Cell:
    approval = one["tafsir"]["pengesahan"]
    return f"{approval['oleh']}, {approval['dasar']}" if approval else "belum disahkan"


PENAFSIRAN: Columns = (
    ("Tafsir", 24, lambda one: one["tafsir"]["id"]),
    ("Bacaan yang dipakai", 60, lambda one: one["tafsir"]["dipakai"]),
    ("Pengesahan", 40, _approved),
    ("Bila dibaca", 24, lambda one: one["lain"]["opsi"]),
    ("Yaitu", 44, lambda one: one["lain"]["judul"]),
    ("Tidak dapat dihitung karena", 40, lambda one: one["lain"]["sebab"]),
    ("Satuan kerja", 50, _whom),
    ("Indikator", 44, lambda one: one["perubahan"]["judul"] if one["perubahan"] else None),
    ("Sebelum", 16, lambda one: _of(one, "sebelum", "tampil")),
    ("Status sebelum", 26, lambda one: _of(one, "sebelum", "tampil_status")),
    ("Penyebut sebelum", 24, lambda one: _amount(one, "sebelum", "penyebut")),
    ("Sesudah", 16, lambda one: _of(one, "sesudah", "tampil")),
    ("Status sesudah", 26, lambda one: _of(one, "sesudah", "tampil_status")),
    ("Penyebut sesudah", 24, lambda one: _amount(one, "sesudah", "penyebut")),
)
