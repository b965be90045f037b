"""The workbook that people fill in, made from the schemas: headers, formats, choices, prompts and instructions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter

from p3dn_reports.inputs.cells import letters
from p3dn_reports.inputs.checks.meta import keys
from p3dn_reports.inputs.sheets.edition import SHEET, marks
from p3dn_reports.inputs.sheets.own_sheets import GUIDE, GUIDE_TITLE
from p3dn_reports.tables import Column, Kind, TableSchema

LISTS = "_daftar"
_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed date: the same schemas give the same bytes
_LAST_ROW = 1_048_575
_LONGEST_TITLE, _LONGEST_PROMPT, _LONGEST_ERROR = 32, 255, 224
_FORMATS = {
    Kind.TEKS: "@",
    Kind.KODE: "@",
    Kind.KODE_REKENING: "@",
    Kind.YA_TIDAK: "@",
    Kind.RUPIAH: "#,##0.00",
    Kind.PERSEN: "0.00",
    Kind.ANGKA: "General",
    Kind.BULAT: "0",
    Kind.TANGGAL: "dd-mm-yyyy",
}
KINDS = {
    Kind.TEKS: "teks",
    Kind.KODE: "kode, sebagai teks",
    Kind.KODE_REKENING: "kode rekening, sebagai teks",
    Kind.YA_TIDAK: "ya atau tidak",
    Kind.RUPIAH: "rupiah, angka tanpa Rp",
    Kind.PERSEN: "persen, 0 sampai 100",
    Kind.ANGKA: "angka",
    Kind.BULAT: "bilangan bulat",
    Kind.TANGGAL: "tanggal",
}
_HOW = (
    "Isi satu baris per data mulai baris 2 pada setiap lembar; lembar yang tidak diperlukan biarkan kosong.",
    "Jangan mengubah baris judul dan nama lembar. Kolom berjudul biru tua wajib diisi, biru muda boleh kosong.",
    "Kode ditulis sebagai teks; selnya sudah berformat Teks. Bila menyalin, pakai Tempel Khusus lalu Nilai.",
    "Rupiah ditulis sebagai angka, tanpa Rp. Tanggal ditulis tanggal-bulan-tahun dengan tahun empat angka.",
)

_GUIDE = (("Lembar", 22), ("Kolom", 26), ("Wajib", 8), ("Bentuk isian", 26), ("Keterangan", 70), ("Contoh", 36))

Codes = Mapping[tuple[str, str], Sequence[str]]
"""The values offered for a column and for those that refer to it, by table and column; a code with `offered`."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a workbook is made for: lines above the instructions, rows begun by table, what is done with it when filled.

    A row begun is a text by name of column.
    """

    lines: tuple[str, ...] = ()
    begun: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    afterwards: str = "periksa dengan p3dn check"


_ANY = Purpose()


def offered(kode: str, nama: str | None) -> str:
    """A code as a list offers it, with its name beside it; reading takes the code alone."""
    return f"{kode} | {nama}" if nama else kode


def fill_in(target: BinaryIO, schemas: Sequence[TableSchema], codes: Codes, purpose: Purpose = _ANY) -> None:
    """Write the workbook for the tables of `schemas`, in that order. Same arguments, same bytes."""
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": GUIDE_TITLE, "created": _EPOCH})
        _Book(book, codes, purpose).write(schemas)


class _Book:
    """The workbook on its way."""

    def __init__(self, book: Any, codes: Codes, purpose: Purpose) -> None:
        self._book = book
        self._codes = codes
        self._purpose = purpose
        self._lists: dict[tuple[str, ...], str] = {}
        head = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "locked": True}
        self._required = book.add_format({**head, "bg_color": "#1F4E78", "font_color": "#FFFFFF"})
        self._optional = book.add_format({**head, "bg_color": "#DDEBF7"})
        self._cells = {kind: book.add_format({"num_format": form, "locked": False}) for kind, form in _FORMATS.items()}
        self._wrap = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self._link = book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "vcenter"})
        self._title = book.add_format({"bold": True, "font_size": 14})

    def write(self, schemas: Sequence[TableSchema]) -> None:
        guide = self._book.add_worksheet(GUIDE)
        sheets = [self._book.add_worksheet(schema.name) for schema in schemas]
        lists, edition = self._book.add_worksheet(LISTS), self._book.add_worksheet(SHEET)
        self._write_guide(guide, schemas)
        for sheet, schema in zip(sheets, schemas, strict=True):
            self._write_table(sheet, schema, lists)
        for row, texts in enumerate(marks(schemas)):
            for column, text in enumerate(texts):
                edition.write_string(row, column, text)
        lists.hide()
        edition.very_hidden()

    def _write_table(self, sheet: Any, schema: TableSchema, lists: Any) -> None:
        for place, column in enumerate(schema.columns):
            width = min(max(len(column.header) + 4, len(column.example) + 2, 14), 44) if schema.name != "meta" else 32
            sheet.set_column(place, place, width, self._cells[column.kind])
            sheet.write_string(0, place, column.header, self._required if column.required else self._optional)
            self._validate(sheet, schema.name, place, column, lists)
        if schema.name == "meta":
            for row, (key, _, _) in enumerate(keys(), start=1):
                sheet.write_string(row, 0, key, self._cells[Kind.TEKS])
        for row, begun in enumerate(self._purpose.begun.get(schema.name, ()), start=1):
            for place, column in enumerate(schema.columns):
                if column.name in begun:
                    sheet.write_string(row, place, begun[column.name], self._cells[column.kind])
        sheet.set_row(0, 32)
        sheet.freeze_panes(1, 0)
        _for_print(sheet)
        sheet.repeat_rows(0)
        sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True,
                           "insert_rows": True, "delete_rows": True})  # fmt: skip

    def _validate(self, sheet: Any, table: str, place: int, column: Column, lists: Any) -> None:
        rule = {
            **self._rule(table, column, lists),
            "input_title": column.title[:_LONGEST_TITLE],
            "input_message": _cut(prompt(column), _LONGEST_PROMPT),
        }
        sheet.data_validation(1, place, _LAST_ROW, place, rule)

    def _rule(self, table: str, column: Column, lists: Any) -> dict[str, Any]:
        choices, strict = self._choices(table, column)
        if choices:
            source = self._list(choices, lists)
            told = f"Pilih salah satu dari daftar untuk {column.title}."
            kind = "stop" if strict else "warning"
            return {"validate": "list", "source": source, "error_type": kind, **_error("Tidak ada pada daftar", told)}
        if column.kind is Kind.TANGGAL:
            between = {"criteria": "between", "minimum": date(2000, 1, 1), "maximum": date(2100, 12, 31)}
            return {
                "validate": "date",
                **between,
                **_error("Bukan tanggal", f"Tulis tanggal, misalnya {_example(column)}."),
            }
        if column.kind in {Kind.RUPIAH, Kind.PERSEN, Kind.ANGKA, Kind.BULAT}:
            kind = "integer" if column.kind is Kind.BULAT else "decimal"
            return {"validate": kind, **_bounds(column), **_error("Bukan angka", f"Tulis {KINDS[column.kind]}.")}
        return {"validate": "any"}

    def _choices(self, table: str, column: Column) -> tuple[tuple[str, ...], bool]:
        """What a cell offers, and whether it must be one of them."""
        if column.kind is Kind.YA_TIDAK:
            return ("ya", "tidak"), True
        if column.choices:
            return column.choices, True
        known = tuple(self._codes.get(column.reference or (table, column.name), ()))
        return known or column.known_values, False

    def _list(self, choices: tuple[str, ...], lists: Any) -> str:
        """The place of a list on the hidden sheet, written there once."""
        if choices not in self._lists:
            column = len(self._lists)
            for row, choice in enumerate(choices):
                lists.write_string(row, column, choice)
            letter = letters(column)
            self._lists[choices] = f"='{LISTS}'!${letter}$1:${letter}${len(choices)}"
        return self._lists[choices]

    def _write_guide(self, sheet: Any, schemas: Sequence[TableSchema]) -> None:
        sheet.write_string(0, 0, GUIDE_TITLE, self._title)
        last = f"Simpan sebagai Buku Kerja Excel (.xlsx), lalu {self._purpose.afterwards}."
        lines = [*self._purpose.lines, *(f"{number}. {text}" for number, text in enumerate((*_HOW, last), start=1))]
        for row, text in enumerate(lines, start=1):
            sheet.merge_range(row, 0, row, 5, text, self._wrap)
        row = len(lines) + 2
        for place, (head, width) in enumerate(_GUIDE):
            sheet.set_column(place, place, width)
            sheet.write_string(row, place, head, self._required)
        sheet.freeze_panes(row + 1, 0)
        for schema in schemas:
            row = self._write_table_guide(sheet, row + 1, schema)
        _for_print(sheet)
        sheet.hide_gridlines(2)
        sheet.protect("")

    def _write_table_guide(self, sheet: Any, row: int, schema: TableSchema) -> int:
        """What a table holds, from `row` on; returns the last row used."""
        sheet.write_url(row, 0, f"internal:'{schema.name}'!A1", self._link, schema.name)
        sheet.merge_range(row, 1, row, 5, f"{schema.title}. {schema.description}", self._optional)
        sheet.set_row(row, 32)
        for below, column in enumerate(schema.columns, start=row + 1):
            need = "ya" if column.required else ""
            texts = ("", column.header, need, KINDS[column.kind], described(column), _example(column))
            for place, text in enumerate(texts):
                sheet.write_string(below, place, text, self._wrap)
            sheet.set_row(below, 15 * max(1, -(-len(texts[4]) // 62), -(-len(texts[5]) // 32)))
        return row + len(schema.columns)


def _for_print(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def described(column: Column) -> str:
    """What a column holds, with its choices."""
    choices = column.choices or column.known_values
    return f"{column.description} Pilihan: {', '.join(choices)}." if choices else column.description


def prompt(column: Column) -> str:
    """What is shown beside a cell."""
    need = "Wajib diisi. " if column.required else ""
    return f"{need}{column.description} Contoh: {_example(column)}"


def _example(column: Column) -> str:
    if column.kind is Kind.TANGGAL and column.example:
        return date.fromisoformat(column.example).strftime("%d-%m-%Y")
    return column.example


def _bounds(column: Column) -> dict[str, Any]:
    low, high = column.minimum, column.maximum
    if low is not None and high is not None:
        return {"criteria": "between", "minimum": _number(low), "maximum": _number(high)}
    if high is not None:
        return {"criteria": "<=", "value": _number(high)}
    return {"criteria": ">=", "value": _number(Decimal(-(10**15)) if low is None else low)}


def _number(value: Decimal) -> int | str:
    return int(value) if value == value.to_integral_value() else str(value)


def _error(title: str, message: str) -> dict[str, str]:
    return {"error_title": title, "error_message": _cut(message, _LONGEST_ERROR)}


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
