"""The sheet of hasil.xlsx with the largest rows of every unit; what is watched and not filled in says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from p3dn_reports.outputs.cells import Cell, Columns, Number, Record, joined


def ranked_rows(units: Iterable[Record]) -> list[Record]:
    """One record for each listed row: the row, its list, its unit."""
    return [
        {"unit": unit, "daftar": listed, "baris": row}
        for unit in units
        for listed in unit["peringkat"].values()
        for row in listed["baris"]
    ]


def ranking_columns(rows: Sequence[Record]) -> Columns:
    """The columns that these rows need, in the order in which the lists name them."""
    titles = {name: title for one in rows for name, title in one["daftar"]["kolom"].items()}
    isi, pantau = (list(dict.fromkeys(name for one in rows for name in one["baris"][part])) for part in _PARTS)
    return (
        ("Daftar", 44, lambda one: one["daftar"]["judul"]),
        ("Kode satuan kerja", 26, lambda one: one["unit"]["kode_satker"]),
        ("Satuan kerja", 50, lambda one: one["unit"]["nama"]),
        ("Urutan", 10, lambda one: one["baris"]["urutan"]),
        *((titles[name], 30, _shown(name)) for name in isi),
        ("Nilai (Rp)", 24, lambda one: Number(one["baris"]["nilai"])),
        *((titles[name], 18, _watched(name)) for name in pantau),
        ("Catatan", 40, _note),
        ("Berkas", 34, lambda one: one["baris"]["berkas"]),
        ("Lembar", 18, lambda one: one["baris"]["lembar"]),
        ("Sel", 10, lambda one: one["baris"]["sel"]),
        ("Baris", 8, lambda one: one["baris"]["baris"]),
    )


_PARTS = ("isi", "pemantauan")


def _shown(name: str) -> Callable[[Record], Cell]:
    return lambda one: one["baris"]["isi"].get(name)


def _watched(name: str) -> Callable[[Record], Cell]:
    return lambda one: one["baris"]["pemantauan"].get(name) or "belum diisi"


def _note(one: Record) -> Cell:
    held = "ditahan: datanya belum dapat dipercaya" if one["unit"]["ditahan"] else None
    return joined(text for text in (held, one["daftar"]["catatan"]) if text)
