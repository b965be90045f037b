"""Workbooks of other programs: OpenDocument and Excel's old format say the same, and hostile ones are refused."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from p3dn_reports.inputs.cells import ErrorCell, PercentCell, UncachedFormula
from p3dn_reports.inputs.files.compound import CompoundFile
from p3dn_reports.inputs.files.opendocument import read_sheets
from p3dn_reports.inputs.files.raw import RawSheet
from p3dn_reports.inputs.files.reader import read_file
from p3dn_reports.problems import Problem

from .folders import HERE, errors, reading

ODS, XLS = (HERE / "data" / "kecil.ods").read_bytes(), (HERE / "data" / "kecil.xls").read_bytes()
MANIFEST = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def content(rows: str, head: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{head}<office:document-content {SPACES}><office:body><office:spreadsheet>'
        f'<table:table table:name="a">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )


def ods(**parts: str | bytes) -> bytes:
    """A package; `content` is content.xml, the other names are parts by themselves."""
    named = {"META-INF/manifest.xml": MANIFEST, **{{"content": "content.xml"}.get(k, k): v for k, v in parts.items()}}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in named.items():
            package.writestr(name, data)
    return stream.getvalue()


def kinds(path: Path, data: bytes) -> list[str]:
    """What reading a file yields: codes of problems, names of sheets."""
    path.write_bytes(data)
    found = []
    for item in read_file(path):
        if isinstance(item, RawSheet):
            list(item.rows)
        found.append(item.kode if isinstance(item, Problem) else f"lembar {item.lembar}")
    return found


@pytest.mark.parametrize(("name", "data"), [("kecil.ods", ODS), ("kecil.xls", XLS)])
def test_values_percents_errors_and_dates_arrive(tmp_path: Path, name: str, data: bytes) -> None:
    with reading(tmp_path, {name: data}) as inputs:
        budget = inputs.tables.rows("anggaran")
        assert [row["anggaran_perubahan"] for row in budget] == [
            Decimal("1234567.89"),
            Decimal("2469135.78"),
            None,
            Decimal("1500.25"),
        ]
        assert [row["target"] for row in inputs.tables.rows("perkin")] == [Decimal(80), Decimal(80)]
        assert [str(row["tanggal"]) for row in inputs.tables.rows("naskah")] == ["2025-10-01"]
        assert errors(inputs) == [
            f"peringatan lembar-tersembunyi {name}, naskah",
            f"galat kode-sebagai-angka {name}, anggaran!C7, kolom kode_rekening",
            f"galat sel-galat-excel {name}, anggaran!D6, kolom anggaran_perubahan",
        ]


def test_an_open_document_cell_says_what_it_is() -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="2"/><table:table-row>'
        '<table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="percentage" office:value="0.8"><text:p>80%</text:p></table:table-cell>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        '<table:table-cell table:formula="of:=A1"/>'
        '<table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!</text:p>'
        '</table:table-cell>'
        '<table:covered-table-cell/>'
        '<table:table-cell office:value-type="string"><office:annotation><text:p>bukan isi</text:p></office:annotation>'
        '<text:p>dua<text:s text:c="2"/>spasi</text:p><text:p>baris</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"/>'
    )  # fmt: skip
    (sheet,) = read_sheets(io.BytesIO(content(rows).encode()), 1000)
    assert sheet.rows == [
        [],
        [],
        [
            None,
            None,
            PercentCell(0.8),
            True,
            UncachedFormula("of:=A1"),
            ErrorCell("#DIV/0!"),
            None,
            "dua  spasi\nbaris",
        ],
    ]


CELL = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'
FAR = '<table:table-row table:number-rows-repeated="1048575"/><table:table-row>{}</table:table-row>'
WIDE = '<table:table-row table:number-rows-repeated="1048576">{}</table:table-row>'
LOCKED = MANIFEST.replace("/>", "><m:encryption-data/></m:manifest>")


@pytest.mark.parametrize(
    ("data", "kode"),
    [
        (b"", "berkas-kosong"),
        (b"PK\x03\x04 terpotong", "berkas-rusak"),
        (ODS[:5000], "berkas-rusak"),
        (b"bukan zip", "akhiran-tidak-sesuai"),
        (ods(lain="x"), "bukan-buku-kerja"),
        (ods(content="<a>"), "berkas-rusak"),
        (ods(content=content("", '<!DOCTYPE x [<!ENTITY a "b">]>')), "berkas-memuat-dtd"),
        (ods(content=content(FAR.format(CELL.format(' table:number-columns-repeated="16384"')))), "sel-terlalu-jauh"),
        (ods(content=content(WIDE.format(CELL.format(' table:number-columns-repeated="99"')))), "sel-terlalu-jauh"),
        (ods(content=content("x" * 20_000_000)), "isi-berkas-berlebihan"),
        (ods(content=content(""), mimetype="application/vnd.oasis.opendocument.text"), "bukan-buku-kerja"),
        (ods(content=content(""), **{"../x": "y"}), "bagian-berkas-berbahaya"),
        (ods(**{"content": "", "META-INF/manifest.xml": LOCKED}), "berkas-bersandi"),
    ],
)
def test_hostile_open_documents_are_refused(tmp_path: Path, data: bytes, kode: str) -> None:
    assert kinds(tmp_path / "a.ods", data) == [kode]


def locked_xls() -> bytes:
    """The workbook with its first record after the start turned into the one that tells of a password."""
    stream = CompoundFile(XLS).stream("Workbook")
    at = XLS.index(stream[:64])
    first = 4 + int.from_bytes(XLS[at + 2 : at + 4], "little")
    return XLS[: at + first] + b"\x2f\x00" + XLS[at + first + 2 :]


@pytest.mark.parametrize(
    ("data", "kode"),
    [
        (b"", "berkas-kosong"),
        (XLS[:3000], "berkas-rusak"),
        (XLS[:8] + b"\xff" * 4000, "berkas-rusak"),
        (ODS, "akhiran-tidak-sesuai"),
        (locked_xls(), "berkas-bersandi"),
    ],
)
def test_old_workbooks_that_are_none_are_refused(tmp_path: Path, data: bytes, kode: str) -> None:
    assert kinds(tmp_path / "a.xls", data) == [kode]


@pytest.mark.parametrize(("name", "data"), [("a.ods", ODS), ("a.xls", XLS)])
def test_damaged_bytes_never_raise(tmp_path: Path, name: str, data: bytes) -> None:
    chance = random.Random(7)  # noqa: S311
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(chance.randrange(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        assert kinds(tmp_path / name, bytes(broken[: chance.randrange(len(broken) // 2, len(broken) + 1)]))


def test_an_old_workbook_may_count_its_days_from_1904(tmp_path: Path) -> None:
    """The record of the epoch (0022) set to 1: the same serial number is 1.462 days later."""
    epoch = bytes.fromhex("220002000000")
    assert XLS.count(epoch) == 1
    (tmp_path / "a.xls").write_bytes(XLS.replace(epoch, bytes.fromhex("220002000100")))
    sheets = [item for item in read_file(tmp_path / "a.xls") if isinstance(item, RawSheet)]
    assert all(sheet.from_1904 for sheet in sheets)
    (paper,) = [sheet for sheet in sheets if sheet.lembar == "naskah"]
    assert date(2025, 10, 1) + timedelta(1462) in [*paper.rows[1]]
