"""A folder becomes typed tables whose every row knows where it stands, and problems that touch only whom they must."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.folder import Inputs, read_inputs
from p3dn_reports.vocabulary import Periode

from .cases import CASES, COMMON, SCHEMAS, build, write_workbook

DIKNAS, DINKES = "1.01.0.00.0.00.01.0000", "1.02.0.00.0.00.02.0000"
HEADER = ["kode_satker", "kode_rekening", "nilai_realisasi", "tanggal_sp2d"]


def folder(path: Path, *rows: Sequence[object], above: int = 0) -> Path:
    shutil.copytree(COMMON, path, dirs_exist_ok=True)
    write_workbook(path / "bayar.xlsx", {"realisasi_bayar": [*([["judul"]] * above), HEADER, *map(list, rows)]})
    return path


def codes(inputs: Inputs) -> list[str]:
    return [problem.kode for problem in inputs.problems]


def test_a_clean_folder_is_typed_exactly(tmp_path: Path) -> None:
    with read_inputs(build(CASES / "bersih", tmp_path), SCHEMAS) as inputs:
        first, second = inputs.tables.rows("realisasi_bayar")
        packages = inputs.tables.rows("realisasi_inaproc")
    assert first["nilai_realisasi"] == Decimal("1234567.50")
    assert first["nilai_setoran"] is None
    assert (first["tanggal_sp2d"], second["tanggal_sp2d"]) == (date(2024, 1, 31), date(2024, 2, 1))
    assert (first["_berkas"], first["_lembar"], first["_baris"]) == ("bayar.csv", None, 2)
    assert [row["kode_satker"] for row in packages] == [DIKNAS, DIKNAS]
    assert (packages[1]["kode_rup"], packages[1]["total_nilai"], packages[1]["nilai_pdn"]) == ("1;2", None, None)


def test_meta_presence_sources_and_digests(tmp_path: Path) -> None:
    with read_inputs(build(CASES / "bersih", tmp_path), SCHEMAS) as inputs:
        assert inputs.meta
        assert (inputs.meta.kd_klpd, inputs.meta.periode) == ("D99", Periode(2024, 4))
        assert inputs.tables.present == {"meta", "satker", "realisasi_bayar", "realisasi_inaproc"}
        assert "cara" not in inputs.tables.columns_present["realisasi_bayar"]
        assert [(source.berkas, source.jumlah_baris) for source in inputs.tables.sources] == [
            ("bayar.csv", 2),
            ("meta.csv", 5),
            ("realisasi.csv", 2),
            ("satker.csv", 4),
        ]
        assert [file.berkas for file in inputs.files] == ["bayar.csv", "meta.csv", "realisasi.csv", "satker.csv"]
        assert all(len(file.sha256) == 64 for file in inputs.files)
        assert inputs.tables.rows("rup") == []


def test_titles_above_the_header_shift_nothing(tmp_path: Path) -> None:
    good = [DIKNAS, "5.1.02", 1000000, date(2024, 1, 2)]
    with read_inputs(folder(tmp_path, good, above=4), SCHEMAS) as inputs:
        assert [row["_baris"] for row in inputs.tables.rows("realisasi_bayar")] == [6]
        assert codes(inputs) == []


def test_a_faulty_cell_is_null_and_touches_its_unit_alone(tmp_path: Path) -> None:
    rows = [
        [DIKNAS, "5.1.02", 1000000, date(2024, 1, 2)],
        [DINKES, "5.1.02", "=1+1", date(2024, 1, 2)],
        [DIKNAS, "5.1.02", 3000000, date(2024, 1, 2)],
    ]
    with read_inputs(folder(tmp_path, *rows), SCHEMAS) as inputs:
        values = [row["nilai_realisasi"] for row in inputs.tables.rows("realisasi_bayar")]
        (found,) = inputs.problems
    assert values == [Decimal(1000000), None, Decimal(3000000)]
    assert (found.kode, found.unit, found.semua_unit) == ("rumus-belum-dihitung", (DINKES,), False)
    assert (found.lokasi.sel, found.lokasi.baris, found.lokasi.kolom) == ("C3", 3, "nilai_realisasi")


def test_a_whole_bad_column_is_one_problem_with_its_count(tmp_path: Path) -> None:
    rows = [[DIKNAS, "5.1.02", f"salah {number}", date(2024, 1, 2)] for number in range(500)]
    with read_inputs(folder(tmp_path, *rows), SCHEMAS) as inputs:
        (found,) = inputs.problems
    assert found.lokasi.sel == "C2:C501"
    assert "500 sel, 500 isian berbeda" in found.pesan


def test_units_are_found_for_rows_that_follow_skipped_ones(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [None, None, None, None],
        [" ", None, 0, None],
        ["Jumlah", None, 5000000, None],
        [DINKES, "5.1.02", "salah", date(2024, 1, 2)],
        [DIKNAS, "salah", 5000000, date(2024, 1, 2)],
    ]
    with read_inputs(folder(tmp_path, *rows), SCHEMAS) as inputs:
        assert [row["_baris"] for row in inputs.tables.rows("realisasi_bayar")] == [5, 6]
        units = {problem.kode: problem.unit for problem in inputs.problems}
    assert units["bukan-angka"] == (DINKES,)
    assert units["kode-rekening-salah"] == (DIKNAS,)
    assert "baris-jumlah-dilewati" in units


def test_true_and_one_are_not_the_same_cell(tmp_path: Path) -> None:
    rows = [[DIKNAS, "5.1.02", cell, date(2024, 1, day)] for day, cell in enumerate((1, True, 1.0), start=1)]
    with read_inputs(folder(tmp_path, *rows), SCHEMAS) as inputs:
        assert [row["nilai_realisasi"] for row in inputs.tables.rows("realisasi_bayar")] == [1, None, 1]
        assert [problem.lokasi.sel for problem in inputs.problems] == ["C3"]


def test_a_faulty_unit_code_touches_everything_that_rests_on_the_table(tmp_path: Path) -> None:
    with read_inputs(folder(tmp_path, [1.02, "5.1.02", 1000000, date(2024, 1, 2)]), SCHEMAS) as inputs:
        (found,) = inputs.problems
    assert (found.semua_unit, found.tabel, found.unit) == (True, "realisasi_bayar", ())


def test_an_officials_fault_touches_the_officials_unit(tmp_path: Path) -> None:
    shutil.copytree(COMMON, tmp_path, dirs_exist_ok=True)
    text = f"jabatan,nama,nip\nkepala_{DINKES},Nama,123\nbupati,Nama,456\n"
    (tmp_path / "pejabat.csv").write_text(text, encoding="utf-8")
    with read_inputs(tmp_path, SCHEMAS) as inputs:
        touched = [(problem.unit, problem.semua_unit) for problem in inputs.problems]
    assert touched == [((DINKES,), False), ((), True)]


def test_several_files_of_one_table_are_appended_in_the_order_of_their_names(tmp_path: Path) -> None:
    folder(tmp_path, [DIKNAS, "5.1.02", 1000000, date(2024, 1, 2)])
    (tmp_path / "abayar.csv").write_text(f"{','.join(HEADER)}\n{DINKES},5.1.02,7,2024-01-02\n", encoding="utf-8")
    with read_inputs(tmp_path, SCHEMAS) as inputs:
        rows = inputs.tables.rows("realisasi_bayar")
    assert [(row["_berkas"], row["kode_satker"]) for row in rows] == [("abayar.csv", DINKES), ("bayar.xlsx", DIKNAS)]


def test_numbering_under_the_header_is_no_row(tmp_path: Path) -> None:
    with read_inputs(folder(tmp_path, [1, 2, 3, 4], [DIKNAS, "5.1.02", 5, date(2024, 1, 2)]), SCHEMAS) as inputs:
        assert len(inputs.tables.rows("realisasi_bayar")) == 1
        assert codes(inputs) == []


def test_a_unit_below_a_known_perangkat_daerah_is_known(tmp_path: Path) -> None:
    with read_inputs(folder(tmp_path, [DINKES[:-4] + "0012", "5.1.02", 5, date(2024, 1, 2)]), SCHEMAS) as inputs:
        assert codes(inputs) == []


def test_many_duplicates_are_one_problem(tmp_path: Path) -> None:
    shutil.copytree(COMMON, tmp_path, dirs_exist_ok=True)
    rows = "".join(f"{DIKNAS},5.1.02.01.01.{number:04},5000000\n" for number in range(60))
    text = f"kode_satker,kode_rekening,anggaran_perubahan\n{rows}"
    (tmp_path / "anggaran.csv").write_text(text, encoding="utf-8")
    (tmp_path / "anggaran 2.csv").write_text(text + "\n", encoding="utf-8")
    with read_inputs(tmp_path, SCHEMAS) as inputs:
        found = [problem for problem in inputs.problems if problem.kode == "baris-kembar-banyak"]
    assert [problem.lokasi.berkas for problem in found] == ["anggaran 2.csv", "anggaran.csv"]
    assert "60 nilai" in found[0].pesan


def test_a_hidden_sheet_that_counts_is_told(tmp_path: Path) -> None:
    import openpyxl

    folder(tmp_path, [DIKNAS, "5.1.02", 5, date(2024, 1, 2)])
    book = openpyxl.load_workbook(tmp_path / "bayar.xlsx")
    book.create_sheet("lain")
    book["realisasi_bayar"].sheet_state = "hidden"
    book.active = 1
    book.save(tmp_path / "bayar.xlsx")
    with read_inputs(tmp_path, SCHEMAS) as inputs:
        assert codes(inputs) == ["lembar-tersembunyi"]


def test_reading_twice_gives_the_same_problems(tmp_path: Path) -> None:
    path = build(CASES / "jumlah-teks", tmp_path)
    with read_inputs(path, SCHEMAS) as one, read_inputs(path, SCHEMAS) as other:
        assert one.problems == other.problems
        assert one.files == other.files


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="tidak ada"):
        read_inputs(tmp_path / "tiada", SCHEMAS)


def test_an_empty_folder_wants_its_meta(tmp_path: Path) -> None:
    with read_inputs(tmp_path, SCHEMAS) as inputs:
        assert codes(inputs) == ["meta-tidak-ada"]
        assert inputs.meta is None


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes there alone")
def test_a_file_whose_name_is_no_text_is_told_and_stops_nothing(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bayar_\xff.csv")).write_text("kode_satker;kode_rekening\n", "utf-8")
    with read_inputs(tmp_path, SCHEMAS) as inputs:
        assert [found.nilai for found in inputs.problems if found.kode == "nama-berkas-rusak"] == ["bayar_?.csv"]
        assert inputs.files == ()
