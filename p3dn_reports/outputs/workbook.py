"""hasil.xlsx: the results for people who live in Excel. Numbers are numbers, texts can never become formulas.

It is made from the content of hasil.json alone. Excel keeps fifteen digits of a number; where that would lose some, the
exact figure stands beside it as text. Same content, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from p3dn_reports.formatting import printable
from p3dn_reports.outputs.breakdown_sheet import breakdown_columns, breakdown_rows
from p3dn_reports.outputs.cells import Cell, Columns, Number, Record, as_date, joined
from p3dn_reports.outputs.left_out import left_out_note
from p3dn_reports.outputs.object_sheets import HITUNGAN, PUTUSAN
from p3dn_reports.outputs.ranking_sheet import ranked_rows, ranking_columns
from p3dn_reports.outputs.reading_sheet import PENAFSIRAN, reading_rows

_LONGEST_TEXT = 32_767
_LINE, _HIGHEST_ROW = 15, 405
"""Points."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    columns: tuple[tuple[str, int], ...]
    rows: Sequence[Sequence[Cell]]


def hasil_xlsx(hasil: Record) -> bytes:
    """The workbook of one hasil.json content: Capaian, Dokumen, Masalah, and between them what else there is."""
    between = [*_breakdowns(hasil), *_rankings(hasil["unit"])]
    between += [_penghargaan(hasil["penghargaan"])] if hasil["penghargaan"] else []
    between += _objects(hasil)
    between += _readings(hasil["penafsiran"])
    sheets = [_capaian(hasil), *between, _dokumen(hasil["dokumen"]), _masalah(hasil["masalah"])]
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": f"Hasil P3DN {hasil['periode']}", "created": _midnight(hasil["data_per"])})
        styles = _Styles(book)
        for sheet in sheets:
            _write_sheet(book.add_worksheet(sheet.name), sheet, styles)
    return stream.getvalue()


class _Styles:
    """The cell formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._numbers: dict[int, Any] = {}
        self.header = book.add_format({"bold": True, "bg_color": "#D9E2F3", "border": 1, "text_wrap": True})
        self.text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.date = book.add_format({"num_format": "dd-mm-yyyy", "valign": "top", "align": "left"})

    def number(self, places: int) -> Any:
        """Thousands divided, `places` decimals; Excel prints the dots and commas of the reader's own country."""
        if places not in self._numbers:
            form = "#,##0" + ("." + "0" * places if places else "")
            self._numbers[places] = self._book.add_format({"num_format": form, "valign": "top"})
        return self._numbers[places]


def _write_sheet(worksheet: Any, sheet: _Sheet, styles: _Styles) -> None:
    for column, (title, width) in enumerate(sheet.columns):
        worksheet.set_column(column, column, width)
        worksheet.write_string(0, column, title, styles.header)
    _fit_height(worksheet, 0, [title for title, _ in sheet.columns], sheet)
    for line, row in enumerate(sheet.rows, start=1):
        _fit_height(worksheet, line, row, sheet)
        for column, cell in enumerate(row):
            _write_cell(worksheet, line, column, cell, styles)
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    worksheet.set_landscape()
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)


def _fit_height(worksheet: Any, line: int, row: Sequence[Cell], sheet: _Sheet) -> None:
    """A row as high as its longest text, wrapped, asks for; few programs work that out by themselves."""
    texts = ((cell, width) for cell, (_, width) in zip(row, sheet.columns, strict=True) if isinstance(cell, str))
    lines = max(
        (sum(-(-len(part) // (width - 1)) or 1 for part in text.split("\n")) for text, width in texts), default=1
    )
    if lines > 1:
        worksheet.set_row(line, min(_LINE * lines, _HIGHEST_ROW))


def _write_cell(worksheet: Any, line: int, column: int, cell: Cell, styles: _Styles) -> None:
    match cell:
        case None:
            return
        case bool():
            worksheet.write_string(line, column, "ya" if cell else "tidak", styles.text)
        case int():
            worksheet.write_number(line, column, cell, styles.number(0))
        case Number():
            worksheet.write_number(line, column, float(cell.exact), styles.number(cell.places))
        case date():
            worksheet.write_datetime(line, column, _midnight(cell.isoformat()), styles.date)
        case _:
            worksheet.write_string(line, column, printable(cell[:_LONGEST_TEXT]), styles.text)


_CAPAIAN = (
    *(("Indikator", 26), ("Kode satuan kerja", 26), ("Satuan kerja", 66), ("Jenis", 18)),
    *(("Pembilang", 24), ("Penyebut", 24), ("Nilai (%)", 14), ("Tercetak", 20), ("Status", 30)),
    *(("Target", 18), ("Satuan target", 12), ("Target tercapai", 12)),
    *(("Keterangan", 40), ("Angka pasti", 44)),
)


def _capaian(hasil: Record) -> _Sheet:
    rows: list[Sequence[Cell]] = []
    for indikator in _judged_first(hasil["seluruh"]["indikator"]):
        for unit in hasil["unit"]:
            if indikator in unit["indikator"]:
                names = (unit["kode_satker"], unit["nama"], unit["jenis"])
                held = unit["ditahan"] or indikator in unit["indikator_ditahan"]
                note = "ditahan: datanya belum dapat dipercaya" if held else None
                rows.append(_indikator_row(indikator, names, unit["indikator"][indikator], note))
        whole = hasil["seluruh"]["indikator"][indikator]
        rows.append(_indikator_row(indikator, (None, "SELURUHNYA", None), whole, None))
    return _Sheet("Capaian", _CAPAIAN, rows)


def _judged_first(indicators: Record) -> list[str]:
    """What carries a status stands at the top: it is what people open the sheet for."""
    return sorted(indicators, key=lambda name: indicators[name]["pita"] is None)


def _indikator_row(indikator: str, names: tuple[str | None, ...], result: Record, note: str | None) -> Sequence[Cell]:
    target = result["target"] or {}
    pembilang, penyebut = _number(result["pembilang"]), _number(result["penyebut"])
    notes = (note, result["sebab"], _settled_note(result["penegasan"]), left_out_note(result["tidak_ikut"]))
    return (
        *(indikator, *names, pembilang, penyebut),
        *(_number(result["nilai"], _places(result["tampil"])), result["tampil"], result["tampil_pita"]),
        *(_number(target.get("nilai")), target.get("satuan"), target.get("tercapai")),
        *("; ".join(text for text in notes if text) or None, _exact_note(pembilang, penyebut)),
    )


def _settled_note(penegasan: Record | None) -> str | None:
    if penegasan is None:
        return None
    return f"semula {penegasan['tampil_pita_semula']}; ditegaskan oleh {penegasan['indikator']}"


def _exact_note(pembilang: Number | None, penyebut: Number | None) -> str | None:
    """The figures that Excel rounds, in full."""
    named = (("pembilang", pembilang), ("penyebut", penyebut))
    return "; ".join(f"{name} {number.text}" for name, number in named if number and number.lossy) or None


def _penghargaan(groups: Sequence[Record]) -> _Sheet:
    aspek = list(dict.fromkeys(name for group in groups for name in group["bobot"]))
    columns = (
        *(("Penghargaan", 30), ("Kategori", 24), ("Subkategori", 18), ("Peringkat", 10), ("Kode peserta", 26)),
        *(("Nama", 44), *((name, 16) for name in aspek), ("Nilai akhir", 14)),
        *(("Penerima", 10), ("Nilai sama", 10), ("Keterangan", 40)),
    )
    return _Sheet("Penghargaan", columns, list(_peserta_rows(groups, aspek)))


def _breakdowns(hasil: Record) -> list[_Sheet]:
    rows = breakdown_rows(hasil)
    return [_listed("Rincian", breakdown_columns(rows), rows)] if rows else []


def _rankings(units: Sequence[Record]) -> list[_Sheet]:
    rows = ranked_rows(units)
    return [_listed("Paket terbesar", ranking_columns(rows), rows)] if rows else []


def _peserta_rows(groups: Sequence[Record], aspek: Sequence[str]) -> Iterable[Sequence[Cell]]:
    for group in groups:
        for kategori in group["kategori"]:
            head = (group["judul"], kategori["judul"], kategori["sub_kategori"])
            if not kategori["peserta"]:
                yield (*head, *[None] * (len(aspek) + 6), kategori["sebab"])
            for peserta in kategori["peserta"]:
                yield (
                    *(*head, peserta["peringkat"], peserta["peserta"], peserta["nama"]),
                    *(_number(peserta["aspek"].get(name)) for name in aspek),
                    *(_number(peserta["nilai_akhir"], 4), peserta["penerima"], peserta["seri"]),
                    peserta["sebab"] or kategori["sebab"],
                )


_DOKUMEN: Columns = (
    ("Naskah", 34, lambda record: record.get("judul") or record["id"]),
    ("Kode satuan kerja", 26, lambda record: record["unit"]),
    ("Satuan kerja", 66, lambda record: record.get("nama_unit")),
    ("Status", 10, lambda record: record["status"]),
    ("Sebab", 60, lambda record: joined(record["sebab"])),
    ("Yang masih harus diisi", 40, lambda record: joined(record.get("isian") or record.get("kurang", ()))),
    ("Jatuh tempo", 14, lambda record: as_date(record.get("jatuh_tempo"))),
    ("Dasar", 40, lambda record: joined(record["dasar"])),
    ("Berkas", 50, lambda record: record["berkas"]),
)

_MASALAH: Columns = (
    ("Tingkat", 12, lambda found: found["tingkat"]),
    ("Berkas", 34, lambda found: found["berkas"]),
    ("Lembar", 18, lambda found: found["lembar"]),
    ("Sel", 10, lambda found: found["sel"]),
    ("Baris", 8, lambda found: found["baris"]),
    ("Kolom", 20, lambda found: found["kolom"]),
    ("Nilai", 24, lambda found: found["nilai"]),
    ("Masalah", 60, lambda found: found["pesan"]),
    ("Yang harus dilakukan", 60, lambda found: found["saran"]),
    ("Satuan kerja", 30, lambda found: joined(found["unit"])),
    ("Kode", 28, lambda found: found["kode"]),
)


def _objects(hasil: Record) -> list[_Sheet]:
    """Verdicts, sanctions first, and figures of objects, where there are any."""
    found = (("Putusan", PUTUSAN, [*hasil["sanksi"], *hasil["putusan"]]), ("Hitungan", HITUNGAN, hasil["hitungan"]))
    return [_listed(name, columns, records) for name, columns, records in found if records]


def _readings(records: Sequence[Record]) -> list[_Sheet]:
    """What the other ways to read would change, where there are any."""
    rows = reading_rows(records)
    return [_listed("Penafsiran", PENAFSIRAN, rows)] if rows else []


def _dokumen(records: Sequence[Record]) -> _Sheet:
    return _listed("Dokumen", _DOKUMEN, records)


def _masalah(found: Sequence[Record]) -> _Sheet:
    """Faults first, then warnings, then notes."""
    weights = ("galat", "peringatan", "catatan")
    return _listed("Masalah", _MASALAH, sorted(found, key=lambda one: weights.index(one["tingkat"])))


def _listed(name: str, columns: Columns, records: Sequence[Record]) -> _Sheet:
    rows = [[read(record) for _, _, read in columns] for record in records]
    return _Sheet(name, tuple((title, width) for title, width, _ in columns), rows)


def _number(text: str | None, places: int = 2) -> Number | None:
    return None if text is None else Number(text, places)


def _places(tampil: str) -> int:
    """As many decimals as the printed value has, so that Excel never shows it across a threshold."""
    return len(tampil.rstrip("%").partition(",")[2])


def _midnight(text: str) -> datetime:
    return datetime.fromisoformat(text)
