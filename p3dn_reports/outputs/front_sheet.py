"""The front sheet of hasil.xlsx: the period on one page of A4, for whoever has five minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from p3dn_reports.formatting import tanggal
from p3dn_reports.outputs.cells import Cell, Number, Record, gap, joined
from p3dn_reports.outputs.sheet_writing import Sheet, Styles, fit_height, on_a4, write_cell

NAME = "Ringkasan"
_WIDTHS = (48, 24, 24, 24, 36)
_LEVELS = (("galat", "harus diperbaiki"), ("peringatan", "perlu diperiksa"))
_HOLDS = {
    "Capaian": "setiap indikator setiap satuan kerja, dengan kekurangan dan kelebihannya dalam rupiah",
    "Rincian": "jumlah menurut kanal, rekening, dan cara",
    "Paket terbesar": "paket terbesar setiap satuan kerja dengan pemantauannya",
    "Penghargaan": "nilai setiap peserta dan penerimanya",
    "Putusan": "putusan dan sanksi atas setiap pelanggaran",
    "Hitungan": "denda dan hitungan lain",
    "Penafsiran": "bacaan ketentuan yang dipakai, dan yang berubah bila dibaca lain",
    "Naskah": "setiap naskah, statusnya, dan yang masih harus diisi",
    "Temuan": "setiap temuan data dengan selnya dan yang harus dilakukan",
}


class Kind(Enum):
    """How a line looks."""

    TITLE = "title"
    TEXT = "text"
    SECTION = "section"
    CAPTIONS = "captions"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the front sheet; its last cell runs over the rest of the width. `leads_to` is the sheet it opens."""

    kind: Kind
    cells: tuple[Cell, ...]
    leads_to: str | None = None


def front_lines(hasil: Record, sheets: Sequence[Sheet]) -> Iterator[Line]:
    """The lines from top to bottom; a part without anything in it falls away."""
    told = hasil["ringkasan"]
    day = tanggal(date.fromisoformat(hasil["data_per"]))
    yield Line(Kind.TITLE, (f"Hasil P3DN {told['nama_daerah']}",))
    yield Line(Kind.TEXT, (f"{told['nama_periode']}, data per {day} ({told['keadaan_data']})",))
    if told["simulasi"]:
        yield Line(Kind.TEXT, ("SIMULASI: bukan hasil resmi.",))
    yield Line(Kind.TEXT, (_standing(hasil),))
    yield from part("Angka utama", ("Angka", "Nilai", "Keterangan"), _figures(told))
    yield from part(f"Yang wajib menjelaskan ({len(told['wajib_menjelaskan'])})", _OWED, _owed(told))
    yield from part("Penerima penghargaan", ("Nama", "Nilai akhir", "Kategori", "Subkategori"), _winners(hasil))
    yield from part("Putusan", ("Putusan", "Banyaknya"), _verdicts(hasil))
    yield from part("Yang perlu diputuskan", (), [(text,) for text in told["diputuskan"]])
    yield from part("Berikutnya", ("Kegiatan", "Waktu", "Pelaksana"), _ahead(told))
    yield from contents(sheets, _HOLDS)


def contents(sheets: Sequence[Sheet], holds: Mapping[str, str]) -> Iterator[Line]:
    """Every sheet by its name, with what it holds, leading there."""
    yield Line(Kind.SECTION, ("Isi buku kerja ini",))
    for sheet in sheets:
        yield Line(Kind.ROW, (sheet.name, holds.get(sheet.name)), leads_to=sheet.name)


_OWED = (
    *("Satuan kerja", "Capaian", "Kekurangan sampai ambang (Rp)", "Kelebihan di atas ambang (Rp)"),
    "Laporan alasan dan kronologi",
)


def part(title: str, captions: tuple[str, ...], rows: Sequence[tuple[Cell, ...]]) -> Iterator[Line]:
    """A section with its captions and rows; without rows it falls away."""
    if rows:
        yield Line(Kind.SECTION, (title,))
        if captions:
            yield Line(Kind.CAPTIONS, captions)
        yield from (Line(Kind.ROW, row) for row in rows)


def _standing(hasil: Record) -> str:
    """How the documents came out and what is wrong with the data, in one line."""
    papers = Counter(one["status"] for one in hasil["dokumen"])
    found = Counter(one["tingkat"] for one in hasil["masalah"])
    made = [f"{papers[name]} {name}" for name in ("lengkap", "konsep", "ditahan") if papers[name]]
    faults = [f"{found[level]} {words}" for level, words in _LEVELS if found[level]]
    return f"Naskah: {', '.join(made) or 'tidak ada'}. Temuan data: {', '.join(faults) or 'tidak ada'}."


def _figures(told: Record) -> list[tuple[Cell, ...]]:
    return [
        (one["judul"], _figure(one), joined(filter(None, (one["satuan"], one["catatan"])))) for one in told["angka"]
    ]


def _figure(one: Record) -> Cell:
    if one["nilai"] is None:
        return "tidak ada"
    return Number(one["nilai"], 2 if one["satuan"] == "rupiah" else 0)


def _owed(told: Record) -> list[tuple[Cell, ...]]:
    return [
        (
            *(one["nama"], one["tampil"], gap(one["kekurangan_ambang"]), gap(one["kelebihan_ambang"])),
            one["jawaban"] or "belum diterima",
        )
        for one in told["wajib_menjelaskan"]
    ]


def _winners(hasil: Record) -> list[tuple[Cell, ...]]:
    return [
        (one["nama"], Number(one["nilai_akhir"], 4), kategori["judul"], kategori["sub_kategori"])
        for group in hasil["penghargaan"]
        for kategori in group["kategori"]
        for one in kategori["peserta"]
        if one["penerima"]
    ]


def _verdicts(hasil: Record) -> list[tuple[Cell, ...]]:
    found = [*hasil["sanksi"], *hasil["putusan"]]
    counted = Counter(joined((one["judul"], one["tampil"] or "belum dapat diputus")) for one in found)
    return [(name, banyak) for name, banyak in counted.items()]


def _ahead(told: Record) -> list[tuple[Cell, ...]]:
    return [(one["aktivitas"], one["waktu"], one["pelaksana"]) for one in told["berikutnya"]]


def write_front(worksheet: Any, lines: Sequence[Line], styles: Styles) -> None:
    """Write the lines on one upright page of A4."""
    for column, width in enumerate(_WIDTHS):
        worksheet.set_column(column, column, width)
    for number, line in enumerate(lines):
        _write_line(worksheet, number, line, styles)
    worksheet.hide_gridlines(2)
    worksheet.set_portrait()
    on_a4(worksheet, NAME)
    worksheet.print_area(0, 0, len(lines) - 1, len(_WIDTHS) - 1)


def _write_line(worksheet: Any, number: int, line: Line, styles: Styles) -> None:
    last, end = len(line.cells) - 1, len(_WIDTHS) - 1
    widths = (*_WIDTHS[:last], sum(_WIDTHS[last:]))
    fit_height(worksheet, number, line.cells, widths, least=_HEIGHTS.get(line.kind, 0))
    looks = {Kind.TITLE: styles.title, Kind.SECTION: styles.section, Kind.CAPTIONS: styles.header}
    look = looks.get(line.kind)
    if last < end:
        worksheet.merge_range(number, last, number, end, "", look or styles.text)
    for column, cell in enumerate(line.cells):
        if look is not None:
            worksheet.write_string(number, column, str(cell), look)
        else:
            write_cell(worksheet, number, column, cell, styles)
    if line.leads_to:
        worksheet.write_url(number, 0, f"internal:'{line.leads_to}'!A1", styles.link, line.leads_to)


_HEIGHTS = {Kind.TITLE: 26, Kind.SECTION: 24}
"""Points."""
