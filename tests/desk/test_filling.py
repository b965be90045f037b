from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from p3dn_reports import pipeline
from p3dn_reports.desk.filling import Change, ChangedIsianError, Value, approve, conflict_copies, opened, save, settle
from p3dn_reports.desk.lock import held
from p3dn_reports.desk.places import Desk
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.tables import TableSchema
from tests.pipeline.folders import BASE, ROOT

from .quarter import SATU_UNIT, desk_of
from .rooms import DUA, SATU

SCHEMAS = load_schemas(ROOT / "schemas")
ALASAN = {"kode_satker": SATU_UNIT, "kategori": "di_bawah", "alasan": "Suku cadang belum dibuat di dalam negeri."}


@pytest.fixture
def lone(tmp_path: Path) -> Desk:
    """A desk whose inputs folder is empty."""
    (tmp_path / "inputs/2024-tw4").mkdir(parents=True)
    return desk_of(tmp_path)


def rows(desk: Desk, schema: TableSchema) -> list[dict[str, object]]:
    return [{name: value for name, value in one.nilai.items() if value} for one in opened(desk).rows(schema)]


def test_rows_are_laid_in_changed_and_emptied(lone: Desk) -> None:
    sha = save(lone, SATU, None, [Change("alasan", ALASAN), Change("alasan", {**ALASAN, "alasan": "Kedua."})])
    sha = save(lone, SATU, sha, [Change("alasan", {"batas_waktu": date(2025, 3, 31), "alasan": "Lain."}, baris=2)])
    assert rows(lone, SCHEMAS["alasan"])[0]["alasan"] == "Lain."
    save(lone, SATU, sha, [Change("alasan", dict.fromkeys(ALASAN), baris=3)])
    (row,) = opened(lone).rows(SCHEMAS["alasan"])
    assert (row.baris, row.sel["alasan"]) == (2, "C2")
    assert [path.name for path in lone.masukan.iterdir()] == ["isian-meja-kerja.xlsx"]


def test_the_engine_reads_what_was_typed_in_beside_what_was_sent(desk: Desk) -> None:
    change: dict[str, Value] = {
        "kode_satker": SATU_UNIT,
        "tanggal": date(2024, 7, 1),
        "peristiwa": "-dicatat di meja",
        "bukti": "@BA",
    }
    save(desk, SATU, None, [Change("kronologi", change)])
    result = pipeline.check(desk.workspace, desk.masukan)
    assert not [one for one in result.problems if one.lokasi.berkas == "isian-meja-kerja.xlsx"]
    with pipeline.open_quarter(desk.workspace, desk.masukan) as quarter:
        typed = [row for row in quarter.tables.iter_rows("kronologi") if row["_berkas"] == "isian-meja-kerja.xlsx"]
    assert [(row["tanggal"], row["peristiwa"], row["bukti"]) for row in typed] == [
        (date(2024, 7, 1), "-dicatat di meja", "@BA")
    ]


def test_what_a_person_formatted_stays(lone: Desk) -> None:
    sha = save(lone, SATU, None, [Change("alasan", ALASAN)])
    book = load_workbook(lone.isian)
    sheet = book["alasan"]
    sheet["C2"].fill = PatternFill("solid", start_color="FFFF00")
    sheet["C2"].comment = Comment("Tanyakan lagi.", "Petugas Contoh 2")
    sheet.insert_rows(1)
    sheet["A1"] = "Isian Triwulan IV"
    book.create_sheet("catatan saya")["A1"] = "jangan dihapus"
    book.save(lone.isian)
    with pytest.raises(ChangedIsianError):
        save(lone, SATU, sha, [])
    save(lone, SATU, opened(lone).sha, [Change("alasan", {"alasan": "Baru."}, baris=3)])
    after = load_workbook(lone.isian)
    cell = after["alasan"]["C3"]
    assert (cell.value, cell.fill.start_color.rgb[-6:]) == ("Baru.", "FFFF00")
    assert after["alasan"]["A1"].value == "Isian Triwulan IV"
    assert after["catatan saya"]["A1"].value == "jangan dihapus"


@pytest.mark.parametrize("text", ["=1+1", "+62 21", "-", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_what_begins_like_a_formula_is_text(lone: Desk, text: str) -> None:
    save(lone, SATU, None, [Change("alasan", {**ALASAN, "alasan": text})])
    cell = load_workbook(lone.isian)["alasan"]["C2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_of_two_who_opened_the_same_the_second_is_told_who_and_loses_nothing(lone: Desk) -> None:
    save(lone, SATU, None, [Change("alasan", ALASAN)])
    sha = opened(lone).sha
    save(lone, DUA, sha, [Change("alasan", {"alasan": "Dari meja dua."}, baris=2)])
    before = lone.isian.read_bytes()
    with pytest.raises(ChangedIsianError) as caught:
        save(lone, SATU, sha, [Change("alasan", {"alasan": "Dari meja satu."}, baris=2)])
    assert [(one.kode, one.nilai) for one in caught.value.problems] == [("isian-berubah", "Petugas Contoh 2")]
    assert lone.isian.read_bytes() == before
    with pytest.raises(ChangedIsianError):
        save(lone, SATU, None, [Change("alasan", ALASAN)])


def test_who_holds_the_folder_keeps_others_out(lone: Desk) -> None:
    with held(lone), pytest.raises(ProblemsError) as caught:
        save(lone, DUA, None, [Change("alasan", ALASAN)])
    assert [one.kode for one in caught.value.problems] == ["meja-sedang-dipakai"]
    assert not lone.isian.exists()


def test_a_conflict_copy_is_named_and_not_counted_twice(desk: Desk) -> None:
    change: dict[str, Value] = {
        "kode_satker": SATU_UNIT,
        "tanggal": date(2024, 7, 1),
        "peristiwa": "Dicatat.",
        "bukti": "BA",
    }
    sha = save(desk, SATU, None, [Change("kronologi", change)])
    copy = desk.masukan / "isian-meja-kerja (salinan konflik PC-CONTOH-02).xlsx"
    copy.write_bytes(desk.isian.read_bytes() + b"\0")
    result = pipeline.check(desk.workspace, desk.masukan)
    assert [one.nilai for one in result.problems if one.kode == "isian-kembar"] == [copy.name]
    with pipeline.open_quarter(desk.workspace, desk.masukan) as quarter:
        assert sum(row["peristiwa"] == "Dicatat." for row in quarter.tables.iter_rows("kronologi")) == 1
    assert conflict_copies(desk) == [copy]
    with pytest.raises(UsageError, match="bukan berkas isian"):
        settle(desk, SATU, "alasan.csv", sha)
    content = copy.read_bytes()
    settle(desk, SATU, copy.name, sha)
    assert desk.isian.read_bytes() == content
    assert conflict_copies(desk) == []
    assert [path.name.partition("__")[2] for path in desk.kiriman.iterdir()] == ["isian-meja-kerja.xlsx"]


def test_an_approval_is_a_row_of_its_table_and_is_written_over(lone: Desk) -> None:
    day, basis = date(2024, 12, 16), "Nota Dinas Nomor 1/CONTOH"
    sha = approve(lone, SATU, None, tafsir="skala", oleh="Ketua Tim (contoh)", tanggal=day, dasar=basis)
    approve(lone, SATU, sha, tafsir="skala", oleh="Ketua Tim (lain)", tanggal=day, dasar=basis)
    (row,) = rows(lone, SCHEMAS["pengesahan"])
    assert (row["tafsir"], row["oleh"]) == ("skala", "Ketua Tim (lain)")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (Change("tidak_ada", {}), UsageError),
        (Change("alasan", {"tidak_ada": "x"}), UsageError),
        (Change("alasan", ALASAN, baris=1), ProblemsError),
        (Change("alasan", {**ALASAN, "alasan": "x" * 40_000}), ProblemsError),
    ],
)
def test_what_no_cell_can_hold_is_refused(lone: Desk, change: Change, error: type[Exception]) -> None:
    with pytest.raises(error):
        save(lone, SATU, None, [change])
    assert not lone.isian.exists()


def test_control_characters_are_left_out_and_a_broken_workbook_is_told(lone: Desk) -> None:
    save(lone, SATU, None, [Change("alasan", {**ALASAN, "alasan": "a\x00b\x0bc"})])
    assert rows(lone, SCHEMAS["alasan"])[0]["alasan"] == "abc"
    lone.isian.write_bytes(b"PK rusak")
    with pytest.raises(ProblemsError):
        opened(lone)


def test_every_table_can_be_filled_and_is_read_back_as_itself(tmp_path: Path) -> None:
    """The example of every column, typed in; the engine knows each sheet by its captions."""
    (tmp_path / "inputs/2024-tw4").mkdir(parents=True)
    desk = desk_of(tmp_path)
    changes = [
        Change(schema.name, {column.name: column.example for column in schema.columns})
        for schema in SCHEMAS.values()
        if schema.name != "meta"
    ]
    save(desk, SATU, None, changes)
    (desk.masukan / "meta.csv").write_bytes((BASE / "meta.csv").read_bytes())
    result = pipeline.check(desk.workspace, desk.masukan)
    read = {name for name, count in result.ringkasan.items() if count}
    assert read == set(SCHEMAS)
