"""The sheet of hasil.xlsx with the breakdowns, by channel, account or way of buying: every unit, then the region."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from p3dn_reports.outputs.cells import Cell, Columns, Number, Record, joined

_SELURUHNYA: Record = {"kode_satker": None, "nama": "SELURUHNYA", "ditahan": False}


def breakdown_rows(hasil: Record) -> list[Record]:
    """One record for each line: the line, the titles of its breakdown, its unit; of a unit only lines with rows."""
    return [row for name in hasil["rincian"] for row in _lines(hasil, name)]


def _lines(hasil: Record, name: str) -> Iterator[Record]:
    judul = hasil["rincian"][name]
    for unit in hasil["unit"]:
        yield from ({"rincian": judul, "unit": unit, "baris": line} for line in unit["rincian"][name] if line["banyak"])
    for line in hasil["seluruh"]["rincian"][name]:
        yield {"rincian": judul, "unit": _SELURUHNYA, "baris": line}


def breakdown_columns(rows: Sequence[Record]) -> Columns:
    """The columns that these lines need, in the order in which the breakdowns name them."""
    kolom = {name: title for one in rows for name, title in one["rincian"]["kolom"].items()}
    bagian = {name: title for one in rows for name, title in one["rincian"]["bagian"].items()}
    return (
        ("Rincian", 40, lambda one: one["rincian"]["judul"]),
        ("Kode satuan kerja", 26, lambda one: one["unit"]["kode_satker"]),
        ("Satuan kerja", 50, lambda one: one["unit"]["nama"]),
        ("Kode", 22, lambda one: one["baris"]["kode"]),
        ("Uraian", 40, lambda one: one["baris"]["nama"]),
        ("Banyaknya baris", 12, lambda one: one["baris"]["banyak"]),
        *((f"{title} (Rp)", 24, _amount(name)) for name, title in kolom.items()),
        *((title, 20, _part(name)) for name, title in bagian.items()),
        ("Keterangan", 40, _note),
        ("Angka pasti", 44, _exact),
    )


def _amount(name: str) -> Callable[[Record], Cell]:
    def read(one: Record) -> Cell:
        text = one["baris"]["jumlah"].get(name)
        return None if text is None else Number(text)

    return read


def _part(name: str) -> Callable[[Record], Cell]:
    def read(one: Record) -> Cell:
        counted = one["baris"]["bagian"].get(name)
        return "tidak ada datanya" if counted is None and name in one["rincian"]["bagian"] else counted

    return read


def _note(one: Record) -> Cell:
    return "ditahan: datanya belum dapat dipercaya" if one["unit"]["ditahan"] else None


def _exact(one: Record) -> Cell:
    """The amounts that Excel rounds, in full."""
    titles, sums = one["rincian"]["kolom"], one["baris"]["jumlah"]
    return joined(f"{titles[name]} {text}" for name, text in sums.items() if text and Number(text).lossy)
