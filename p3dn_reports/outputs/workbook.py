"""hasil.xlsx: the results for people who live in Excel. Numbers are numbers, texts can never become formulas.

It is made from the content of hasil.json alone. Excel keeps fifteen digits of a number; where that would lose some, the
exact figure stands beside it as text. Same content, same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import xlsxwriter

Record = Mapping[str, Any]

_EXCEL_DIGITS = 15
_LONGEST_TEXT = 32_767


@dataclass(frozen=True, slots=True)
class Number:
    """A number for a cell: its exact text as in hasil.json, and how many decimals it shows."""

    text: str
    places: int = 2

    @property
    def exact(self) -> Fraction:
        """The number itself."""
        return Fraction(self.text)

    @property
    def lossy(self) -> bool:
        """Whether Excel's fifteen digits cannot hold it."""
        if "/" in self.text:
            return True
        return len(Decimal(self.text).normalize().as_tuple().digits) > _EXCEL_DIGITS


Cell = str | int | bool | date | Number | None


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    columns: tuple[tuple[str, int], ...]
    rows: Sequence[Sequence[Cell]]


def hasil_xlsx(hasil: Record) -> bytes:
    """The workbook of one hasil.json content: sheets Capaian, Penghargaan (where there is one), Dokumen, Masalah."""
    sheets = [_capaian(hasil), _dokumen(hasil["dokumen"]), _masalah(hasil["masalah"])]
    if hasil["penghargaan"]:
        sheets.insert(1, _penghargaan(hasil["penghargaan"]))
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
    for line, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _write_cell(worksheet, line, column, cell, styles)
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    worksheet.set_landscape()
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)


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
            worksheet.write_string(line, column, cell[:_LONGEST_TEXT], styles.text)


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
                note = "ditahan: datanya belum dapat dipercaya" if unit["ditahan"] else None
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
    return (
        *(indikator, *names, pembilang, penyebut),
        *(_number(result["nilai"], _places(result["tampil"])), result["tampil"], result["tampil_pita"]),
        *(_number(target.get("nilai")), target.get("satuan"), target.get("tercapai")),
        *("; ".join(text for text in (note, result["sebab"]) if text) or None, _exact_note(pembilang, penyebut)),
    )


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


_DOKUMEN: tuple[tuple[str, int, Callable[[Record], Cell]], ...] = (
    ("Naskah", 34, lambda record: record.get("judul") or record["id"]),
    ("Kode satuan kerja", 26, lambda record: record["unit"]),
    ("Satuan kerja", 66, lambda record: record.get("nama_unit")),
    ("Status", 10, lambda record: record["status"]),
    ("Sebab", 60, lambda record: _joined(record["sebab"])),
    ("Yang masih harus diisi", 40, lambda record: _joined(record.get("kurang", ()))),
    ("Jatuh tempo", 14, lambda record: _date(record.get("jatuh_tempo"))),
    ("Dasar", 40, lambda record: _joined(record["dasar"])),
    ("Berkas", 50, lambda record: record["berkas"]),
)

_MASALAH: tuple[tuple[str, int, Callable[[Record], Cell]], ...] = (
    ("Tingkat", 12, lambda found: found["tingkat"]),
    ("Berkas", 34, lambda found: found["berkas"]),
    ("Lembar", 18, lambda found: found["lembar"]),
    ("Sel", 10, lambda found: found["sel"]),
    ("Baris", 8, lambda found: found["baris"]),
    ("Kolom", 20, lambda found: found["kolom"]),
    ("Nilai", 24, lambda found: found["nilai"]),
    ("Masalah", 60, lambda found: found["pesan"]),
    ("Yang harus dilakukan", 60, lambda found: found["saran"]),
    ("Satuan kerja", 30, lambda found: _joined(found["unit"])),
    ("Kode", 28, lambda found: found["kode"]),
)


def _dokumen(records: Sequence[Record]) -> _Sheet:
    return _listed("Dokumen", _DOKUMEN, records)


def _masalah(found: Sequence[Record]) -> _Sheet:
    """Faults first, then warnings, then notes."""
    weights = ("galat", "peringatan", "catatan")
    return _listed("Masalah", _MASALAH, sorted(found, key=lambda one: weights.index(one["tingkat"])))


def _listed(
    name: str, columns: Sequence[tuple[str, int, Callable[[Record], Cell]]], records: Sequence[Record]
) -> _Sheet:
    rows = [[read(record) for _, _, read in columns] for record in records]
    return _Sheet(name, tuple((title, width) for title, width, _ in columns), rows)


def _number(text: str | None, places: int = 2) -> Number | None:
    return None if text is None else Number(text, places)


def _places(tampil: str) -> int:
    """As many decimals as the printed value has, so that Excel never shows it across a threshold."""
    return len(tampil.rstrip("%").partition(",")[2])


def _joined(texts: Iterable[str]) -> str | None:
    return "; ".join(texts) or None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _midnight(text: str) -> datetime:
    return datetime.fromisoformat(text)
