"""Workbooks as senders make them, and findings in them."""

from __future__ import annotations

import base64
import io
import shutil
import subprocess
import warnings
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment

from p3dn_reports.problems import Location, Problem, problem

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
ROWS: list[list[Any]] = [
    ["Kode", "Nama", "Nilai"],
    ["1.01", "Dinas & <Satu>", 1250.5],
    ["1.02", "=cmd|'/c calc'!A1", None],
    [],
    ["1.03"],
]


def finding(
    sel: str | None,
    lembar: str | None = "Data",
    nilai: str = "seribu",
    kode: str = "bukan-angka",
    berkas: str = "a.xlsx",
) -> Problem:
    """A finding in column Nilai."""
    return problem(kode, Location(berkas, lembar, sel, kolom="Nilai"), nilai=nilai, diharapkan="angka", judul="Nilai",
                   banyak="", usul="1,5")  # fmt: skip


def by_openpyxl(path: Path) -> Path:
    """Text, a number format, a comment of the sender's own at B2."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Data"
    for row in ROWS:
        sheet.append(row)
    sheet["B3"].data_type = "s"
    sheet["C2"].number_format = "0.0%"
    sheet["B2"].comment = Comment("Catatan pengirim", "Pengirim")
    book.create_sheet("Kosong")
    book.save(path)
    return path


def by_xlsxwriter(path: Path) -> Path:
    """A protected sheet: picture in its head, chart, drop-down, conditional format, column formats; a chart sheet."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Data")
        bold = book.add_format({"bold": True, "num_format": "#,##0.00"})
        sheet.set_column(2, 2, 20, bold)
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        sheet.write_number("C2", 1250.5, bold)
        sheet.data_validation("A2:A9", {"validate": "list", "source": ["1.01", "1.02"]})
        sheet.conditional_format("C2:C9", {"type": "data_bar", "data_bar_2010": True})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Data!$C$2:$C$3"})
        sheet.insert_chart("F2", chart)
        sheet.set_header("&C&G", {"image_center": "kop.png", "image_data_center": io.BytesIO(PNG)})
        sheet.protect("rahasia")
        other = book.add_chart({"type": "line"})
        other.add_series({"values": "=Data!$C$2:$C$3"})
        book.add_chartsheet("Grafik").set_chart(other)
        book.add_worksheet("Pemeriksaan").write_string("A1", "milik pengirim")
    return path


def with_macros(path: Path) -> Path:
    """The same with parts that must never be touched, one of them stored unpacked."""
    by_xlsxwriter(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", bytes(range(256)) * 50, zipfile.ZIP_DEFLATED)
        package.writestr("customXml/item1.xml", "<a/>", zipfile.ZIP_STORED)
    return path


def by_libreoffice(path: Path) -> Path:
    """The workbook of openpyxl, saved again by LibreOffice."""
    folder = path.parent / "lo"
    folder.mkdir()
    return Path(shutil.move(converted(by_openpyxl(folder / "asal.xlsx"), "xlsx", folder / "jadi"), path))


def converted(path: Path, form: str, folder: Path) -> Path:
    """What LibreOffice makes of a file."""
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{form}"


def opened(path: Path) -> openpyxl.Workbook:
    """The workbook as openpyxl reads it, which remarks upon what it does not know."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(path)


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a zip, unpacked and checked."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def raw_parts(path: Path) -> dict[str, bytes]:
    """The parts of a zip as they are packed."""
    data = path.read_bytes()
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.infolist():
            head = data[part.header_offset : part.header_offset + 30]
            start = (
                part.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
            )
            found[part.filename] = data[start : start + part.compress_size]
    return found
