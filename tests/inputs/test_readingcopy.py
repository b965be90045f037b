"""The reader of a large workbook is given a copy, and shows what it shows of the workbook itself."""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import python_calamine

from p3dn_reports.inputs.files import readingcopy
from p3dn_reports.inputs.files.preflight import preflight
from p3dn_reports.inputs.files.raw import RawSheet
from p3dn_reports.inputs.files.reader import read_file
from p3dn_reports.inputs.files.readingcopy import ReadingCopy, copy_for
from p3dn_reports.problems import Problem

from .workbooks import MAIN, PARTS, raw_workbook, worksheet

ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c><c r="C1" t="e"><v>#REF!</v></c></row>'
    '<row r="3"><c r="B3" t="inlineStr"><is><t>&lt;sheetData&gt;</t></is></c><c r="C3"><f>A1</f></c></row>'
)
MERGED = worksheet(ROWS).replace(
    "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
)
STRINGS = f'<sst xmlns="{MAIN}"><si><t>Kode</t></si></sst>'
RELATIONS = "xl/_rels/workbook.xml.rels"
SHARED = {
    "xl/sharedStrings.xml": STRINGS,
    RELATIONS: PARTS[RELATIONS].replace(
        "</Relationships>",
        '<Relationship Id="rId2" Target="sharedStrings.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>',
    ),
}
SHAPES = {
    "plain": worksheet(ROWS),
    "merged cells": MERGED,
    "apostrophes": worksheet(ROWS).replace('t="s"', "t='s'"),
    "prefix": re.sub(r"<(/?)(?=\w)", r"<\1x:", worksheet(ROWS)).replace("xmlns=", "xmlns:x="),
    "a comment": worksheet(ROWS).replace("<sheetData>", "<!-- <sheetData> --><sheetData>"),
    "columns first": worksheet(ROWS).replace("<sheetData>", '<cols><col min="1" max="2"/></cols><sheetData>'),
    "no cells": worksheet(""),
    "broken off": worksheet(ROWS)[:-60],
}


@pytest.fixture
def all_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readingcopy, "_LARGE", 0)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where temporary files are made; nothing may be left in it."""
    made = tmp_path / "sementara"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    yield made
    assert not [*made.iterdir()]


def shown(path: Path) -> list[object]:
    return [
        item.kode
        if isinstance(item, Problem)
        else (item.berkas, item.lembar, item.first_column, [*map(list, item.rows)])
        for item in read_file(path)
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_copy_shows_what_the_workbook_shows(
    shape: str, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = raw_workbook(tmp_path / "a.xlsx", SHAPES[shape], SHARED)
    before = shown(path)
    monkeypatch.setattr(readingcopy, "_LARGE", 0)
    assert shown(path) == before
    assert before


@pytest.mark.usefixtures("all_large")
def test_the_copy_is_the_workbook_but_for_its_merged_cells(tmp_path: Path) -> None:
    path = raw_workbook(tmp_path / "a.xlsx", MERGED, SHARED)
    copy = ReadingCopy(tmp_path / "salinan.xlsx")
    assert preflight(path, copy=copy).copied
    with zipfile.ZipFile(path) as original, zipfile.ZipFile(copy.path) as copied:
        assert sorted(copied.namelist()) == sorted(original.namelist())
        for name in original.namelist():
            assert copied.read(name).replace(b"<mergeCells/>", b"") == original.read(name)
    with python_calamine.load_workbook(str(path)) as book:
        assert book.get_sheet_by_index(0).merged_cell_ranges == [((0, 0), (0, 1))]
    with python_calamine.load_workbook(str(copy.path)) as book:
        assert not book.get_sheet_by_index(0).merged_cell_ranges


def test_only_a_large_workbook_is_copied(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = raw_workbook(tmp_path / "a.xlsx", worksheet(ROWS), SHARED)
    with copy_for(path) as copy:
        assert copy is None
    monkeypatch.setattr(readingcopy, "_LARGE", path.stat().st_size)
    with copy_for(path) as copy:
        assert copy is not None
        assert copy.path.parent.parent == folder


@pytest.mark.parametrize("shape", ["apostrophes", "prefix"])
def test_an_unusual_sheet_is_not_copied(shape: str, tmp_path: Path) -> None:
    path = raw_workbook(tmp_path / "a.xlsx", SHAPES[shape], SHARED)
    looked = preflight(path, copy=ReadingCopy(tmp_path / "salinan.xlsx"))
    assert (looked.readable, looked.copied) == (True, False)


def test_a_copy_without_a_part_the_reader_asks_for_is_none(tmp_path: Path) -> None:
    relations = SHARED[RELATIONS].replace("sharedStrings.xml", "teks.dat")
    path = raw_workbook(tmp_path / "a.xlsx", worksheet(ROWS), {RELATIONS: relations, "xl/teks.dat": STRINGS})
    looked = preflight(path, copy=ReadingCopy(tmp_path / "salinan.xlsx"))
    assert (looked.readable, looked.copied) == (True, False)


@pytest.mark.usefixtures("all_large")
@pytest.mark.parametrize("full_after", [0, 3])
def test_a_full_disk_is_no_fault_of_the_file(
    full_after: int, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    part = ReadingCopy.part

    def fails(self: ReadingCopy, name: str) -> object:
        written.append(name)
        if len(written) > full_after:
            raise OSError(28, "No space left on device")
        return part(self, name)

    monkeypatch.setattr(ReadingCopy, "part", fails)
    (found,) = read_file(raw_workbook(tmp_path / "a.xlsx", worksheet(ROWS), SHARED))
    assert isinstance(found, RawSheet)
    assert found.rows[0][:2] == ["Kode", 5.0]
    assert len(written) == full_after + 1


@pytest.mark.usefixtures("all_large")
@pytest.mark.parametrize(
    ("more", "kode"),
    [
        ({"xl/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}, "berkas-memuat-dtd"),
        ({"xl/workbook.xml": "<a"}, "berkas-rusak"),
    ],
)
def test_a_refused_workbook_leaves_no_copy(more: dict[str, str], kode: str, tmp_path: Path, folder: Path) -> None:
    assert shown(raw_workbook(tmp_path / "a.xlsx", worksheet(ROWS), more)) == [kode]
