"""hasil-nasional.xlsx: the national result for people who live in Excel, from the content of its JSON alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from p3dn_reports.formatting import kecil_awal, tahun_anggaran
from p3dn_reports.nation.sheets import HOLDS, absent, amount, done, in_words, tables
from p3dn_reports.outputs.cells import Cell, Record, joined
from p3dn_reports.outputs.front_sheet import Kind, Line, contents, part
from p3dn_reports.outputs.sheet_writing import Sheet
from p3dn_reports.outputs.workbook import bound
from p3dn_reports.vocabulary import Periode

_NOBODY = "2000-01-01"
"""The day of a workbook in which no region has a result."""
_SUMMED = ("Indikator", "Nilai", "Pembilang", "Penyebut", "Keterangan")
_COUNTED = ("Daerah", "Kode", "Banyaknya", "Keterangan")

Row = tuple[Cell, ...]


def nasional_xlsx(hasil: Record) -> bytes:
    """The workbook of one content of hasil-nasional.json; the same bytes each time."""
    sheets = [*tables(hasil)]
    day = max((one["data_per"] for one in done(hasil)), default=_NOBODY)
    return bound(f"Hasil P3DN nasional {hasil['periode']}", day, [*_front(hasil, sheets)], sheets)


def _front(hasil: Record, sheets: Sequence[Sheet]) -> Iterator[Line]:
    """The period of all regions for a reader: what it adds up to, who is not in it, who must explain."""
    named = {one["kd_klpd"]: one for one in hasil["daerah"]}
    owing = [*{(one["kd_klpd"], one["kode_satker"]): one for one in hasil["wajib_menjelaskan"]}.values()]
    held, out = hasil["ditahan"], absent(hasil)
    others = [one for one in done(hasil) if one["aturan_sama"] is False]
    yield Line(Kind.TITLE, ("Hasil P3DN nasional",))
    yield Line(Kind.TEXT, (tahun_anggaran(Periode.of(hasil["periode"])),))
    yield from (Line(Kind.TEXT, (text,)) for text in _standing(hasil))
    yield from part("Jumlah hasil daerah", _SUMMED, [*_sums(hasil)])
    yield from part(f"Daerah tanpa hasil ({len(out)})", ("Daerah", "Kode", "Keadaan", "Sebab"), [*map(_absent, out)])
    yield from part(f"Wajib menjelaskan ({len(owing)} satuan kerja)", _COUNTED, [*_owing(owing, named)])
    yield from part(f"Satuan kerja yang ditahan ({len(held)})", _COUNTED, [*_held(held, named)])
    yield from part(f"Diambil dengan buku aturan lain ({len(others)})", ("Daerah", "Kode"), [*map(_region, others)])
    yield from contents(sheets, HOLDS)


def _standing(hasil: Record) -> Iterator[str]:
    states = Counter(in_words(one["keadaan"]) for one in hasil["daerah"])
    yield f"{len(hasil['daerah'])} daerah: {', '.join(f'{count} {state}' for state, count in states.items())}."
    if without := sum(one["tanpa_instrumen"] for one in done(hasil)):
        yield f"{without} daerah tanpa instrumen pada periode ini: angkanya dihitung tanpa penilaian."


def _sums(hasil: Record) -> Iterator[Row]:
    """The figures that some region has, by what they are divided by; never a zero for a region that has none."""
    titles = hasil["judul"]
    for one in hasil["seluruh"]:
        if one["ikut"]:
            judul = titles["indikator"].get(one["indikator"], one["indikator"])
            base = titles["ukuran"].get(one["ukuran_penyebut"], one["ukuran_penyebut"])
            notes = (f"dari {kecil_awal(base)}", f"{len(one['ikut'])} dari {len(hasil['daerah'])} daerah", _partly(one))
            yield judul, one["tampil"], amount(one, "pembilang"), amount(one, "penyebut"), joined(filter(None, notes))


def _partly(total: Record) -> str | None:
    count = len(total["sebagian"])
    return f"{count} di antaranya tanpa satuan kerja yang tidak dapat dihitung" if count else None


def _region(row: Record) -> Row:
    return row["nama"], row["kd_klpd"]


def _absent(row: Record) -> Row:
    return (*_region(row), in_words(row["keadaan"]), joined(row["sebab"]) or "belum ada triwulannya di danau data")


def _owing(units: Iterable[Record], named: Mapping[str, Record]) -> Iterator[Row]:
    for kd_klpd, found in _by_region(units).items():
        waiting = sum(not one["jawaban"] for one in found)
        yield (*_region(named[kd_klpd]), len(found), f"{waiting} belum menyampaikan alasan dan kronologi")


def _held(units: Iterable[Record], named: Mapping[str, Record]) -> Iterator[Row]:
    for kd_klpd, found in _by_region(units).items():
        yield (*_region(named[kd_klpd]), len(found), joined(one["nama"] for one in found))


def _by_region(units: Iterable[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for one in units:
        found.setdefault(one["kd_klpd"], []).append(one)
    return found
