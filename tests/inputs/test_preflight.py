"""A workbook is looked over before any reader opens it; each danger has its own message, and none raises."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from p3dn_reports.inputs.files.preflight import Limits, preflight
from p3dn_reports.inputs.files.raw import RawSheet
from p3dn_reports.inputs.files.reader import read_file
from p3dn_reports.problems import Problem

from .workbooks import PARTS, raw_workbook, worksheet

ONE_ROW = worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1"><v>5</v></c></row>')


def codes(path: Path, limits: Limits | None = None) -> list[str]:
    return [problem.kode for problem in (preflight(path, limits) if limits else preflight(path)).problems]


def test_a_plain_workbook_passes_without_a_word(tmp_path: Path) -> None:
    looked = preflight(raw_workbook(tmp_path / "a.xlsx", ONE_ROW))
    assert (looked.problems, looked.readable, set(looked.sheets)) == ((), True, {"Lembar1"})


@pytest.mark.parametrize(
    ("data", "kode"),
    [
        (b"", "berkas-kosong"),
        (b"Kode;Nilai\n1;2\n", "akhiran-tidak-sesuai"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "berkas-bersandi"),
        (b"PK\x03\x04 terpotong", "berkas-terpotong"),
    ],
)
def test_files_that_are_no_workbook(tmp_path: Path, data: bytes, kode: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    assert codes(path) == [kode]


@pytest.mark.parametrize(
    ("more", "kode"),
    [
        ({"xl/vbaProject.bin": b"x"}, "berkas-memuat-makro"),
        ({"xl/activeX/activeX1.xml": "<a/>"}, "berkas-memuat-objek"),
        ({"xl/embeddings/oleObject1.bin": b"x"}, "berkas-memuat-objek"),
        ({"../keluar.xml": "<a/>"}, "bagian-berkas-berbahaya"),
        ({"/mutlak.xml": "<a/>"}, "bagian-berkas-berbahaya"),
        ({"XL/WORKBOOK.XML": "<a/>"}, "bagian-berkas-berbahaya"),
        ({"xl/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}, "berkas-memuat-dtd"),
        ({"docProps/app.xml": "<!DOCTYPE a><a/>".encode("utf-16")}, "berkas-memuat-dtd"),
        ({"docProps/app.xml": " " * (5 << 20) + "<!DOCTYPE a><a/>"}, "berkas-memuat-dtd"),
        ({"xl/media/a.bin": b"\0" * (11 << 20)}, "isi-berkas-berlebihan"),
    ],
)
def test_dangerous_parts_are_refused(tmp_path: Path, more: dict[str, str | bytes], kode: str) -> None:
    path = raw_workbook(tmp_path / "a.xlsx", ONE_ROW, more)
    assert codes(path) == [kode]
    assert not preflight(path).readable


def test_macros_of_an_xlsm_are_ignored_and_said(tmp_path: Path) -> None:
    path = raw_workbook(tmp_path / "a.xlsm", ONE_ROW, {"xl/vbaProject.bin": b"x"})
    assert codes(path) == ["makro-diabaikan"]
    assert preflight(path).readable


def test_links_to_other_workbooks_are_a_warning(tmp_path: Path) -> None:
    path = raw_workbook(tmp_path / "a.xlsx", ONE_ROW, {"xl/externalLinks/externalLink1.xml": "<a/>"})
    assert codes(path) == ["tautan-luar"]


@pytest.mark.parametrize(
    ("limits", "kode"),
    [
        (Limits(file_size=100), "berkas-terlalu-besar"),
        (Limits(parts=3), "isi-berkas-berlebihan"),
        (Limits(unpacked=500), "isi-berkas-berlebihan"),
        (Limits(cells=10), "sel-terlalu-jauh"),
    ],
)
def test_limits(tmp_path: Path, limits: Limits, kode: str) -> None:
    assert codes(raw_workbook(tmp_path / "a.xlsx", ONE_ROW), limits) == [kode]


def test_two_far_cells_are_refused_before_the_reader_spreads_them_out(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert codes(raw_workbook(tmp_path / "a.xlsx", worksheet(rows))) == ["sel-terlalu-jauh"]
    prefixed = worksheet(rows).replace("<row", "<x:row").replace("</row", "</x:row").replace("<c ", "<x:c ")
    prefixed = prefixed.replace("</c>", "</x:c>").replace("<worksheet ", f'<worksheet xmlns:x="{_main()}" ')
    assert codes(raw_workbook(tmp_path / "b.xlsx", prefixed)) == ["sel-terlalu-jauh"]


def _main() -> str:
    return "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def test_a_wrong_checksum_is_a_broken_file(tmp_path: Path) -> None:
    path = raw_workbook(tmp_path / "a.xlsx", ONE_ROW)
    with zipfile.ZipFile(path) as package:
        start = package.getinfo("xl/worksheets/sheet1.xml").header_offset
    data = bytearray(path.read_bytes())
    data[start + 80] ^= 0xFF
    path.write_bytes(bytes(data))
    assert codes(path) == ["berkas-rusak"]


@pytest.mark.parametrize("missing", sorted(PARTS))
def test_a_missing_part_is_told(tmp_path: Path, missing: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        for name, text in {**PARTS, "xl/worksheets/sheet1.xml": ONE_ROW}.items():
            if name != missing:
                package.writestr(name, text)
    assert codes(path) == ["bukan-buku-kerja" if missing.startswith("[") else "bagian-berkas-hilang"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_workbook_never_raises(tmp_path: Path, data: st.DataObject) -> None:
    path = raw_workbook(tmp_path / "a.xlsx", ONE_ROW)
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(whole[: data.draw(st.integers(1, len(whole)))]))
    assert all(isinstance(item, RawSheet | Problem) for item in read_file(path))
