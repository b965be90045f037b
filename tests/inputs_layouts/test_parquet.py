"""Parquet says what the same records say as JSON, exactly; what is none of it, or too much, is refused by name."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from p3dn_reports.inputs.files.formats import parquet
from p3dn_reports.inputs.files.raw import RawSheet
from p3dn_reports.inputs.files.reader import read_file
from p3dn_reports.problems import Problem
from tests.inputs_layouts.folders import errors, reading, told
from tests.inputs_layouts.test_isb import rup


def written(path: Path, select: str) -> bytes:
    """The parquet file of a query."""
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({select}) TO '{path}' (FORMAT parquet)")
    return path.read_bytes()


def of_records(folder: Path, records: list[dict[str, Any]]) -> bytes:
    """Records as a data service writes them: typed by what they hold."""
    source = folder / "sumber.ndjson"
    source.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return written(folder / "sumber.parquet", f"SELECT * FROM read_json_auto('{source}')")


def cells(path: Path) -> list[list[Any]]:
    """The rows of its one sheet: they are there as long as the file is open."""
    ((_, rows),) = [(sheet, [*map(list, sheet.rows)]) for sheet in read_file(path) if isinstance(sheet, RawSheet)]
    return rows


def kinds(path: Path) -> list[str]:
    return [item.kode if isinstance(item, Problem) else "lembar" for item in read_file(path)]


def test_it_says_what_the_same_records_say_as_json(tmp_path: Path) -> None:
    records = [rup(1), rup(2, status_umumkan_rup="Terinisiasi"), rup(3, pagu=1234567.25)]
    (tmp_path / "p").mkdir()
    (tmp_path / "j").mkdir()
    with (
        reading(tmp_path / "p", {"penyedia.parquet": of_records(tmp_path, records)}) as ours,
        reading(tmp_path / "j", {"penyedia.json": records}) as theirs,
    ):
        for inputs in (ours, theirs):
            assert errors(inputs) == []
        rows = [[{**row, "_berkas": ""} for row in inputs.tables.rows("rup")] for inputs in (ours, theirs)]
        assert rows[0] == rows[1]
        assert [row["total_nilai"] for row in rows[0]] == [Decimal("1500000.50"), Decimal("1234567.25")]
        assert told(ours, "baris-tidak-dipakai")[0].startswith("penyedia.parquet, rekaman 2, kolom status_umumkan_rup")


def test_numbers_stay_exact_and_moments_keep_their_zone(tmp_path: Path) -> None:
    select = (
        "SELECT 123456789012345678.55::DECIMAL(20,2) a, 7::DECIMAL(9,2) b, 3::HUGEINT c, 'nan'::DOUBLE d, "
        "TIMESTAMPTZ '2024-12-01 00:00:00+07' e, ['x','y'] f, {'k': 1} g, NULL h, '\\xff'::BLOB i"
    )
    written(tmp_path / "a.parquet", select)
    assert cells(tmp_path / "a.parquet") == [
        list("abcdefghi"),
        ["123456789012345678,55", 7, 3, None, "2024-11-30T17:00:00+00:00", "x;y", '{"k": 1}', None, "ff"],
    ]


def test_a_name_with_signs_of_a_pattern_is_one_file(tmp_path: Path) -> None:
    written(tmp_path / "b.parquet", "SELECT 'lain' kode")
    (tmp_path / "[ab]*.parquet").write_bytes(written(tmp_path / "c.parquet", "SELECT 'ini' kode"))
    assert cells(tmp_path / "[ab]*.parquet") == [["kode"], ["ini"]]


@pytest.mark.parametrize("cut", [0, 4, 40, -9])
def test_what_is_no_parquet_or_was_cut_is_refused(tmp_path: Path, cut: int) -> None:
    data = written(tmp_path / "a.parquet", "SELECT i, 'teks' t FROM range(1000) r(i)")
    (tmp_path / "a.parquet").write_bytes(data[:cut])
    assert kinds(tmp_path / "a.parquet") == ["berkas-kosong" if cut == 0 else "parquet-rusak"]
    broken = bytearray(data)
    broken[20:60] = bytes(40)
    (tmp_path / "c.parquet").write_bytes(broken)
    assert kinds(tmp_path / "c.parquet") == ["parquet-rusak"]
    (tmp_path / "b.parquet").write_bytes(b"PK\x03\x04" + data)
    assert kinds(tmp_path / "b.parquet") == ["parquet-rusak"]


def test_more_than_can_be_read_is_told_with_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_MOST_CELLS", 10)
    written(tmp_path / "a.parquet", "SELECT i, i j FROM range(6) r(i)")
    (found,) = read_file(tmp_path / "a.parquet")
    assert isinstance(found, Problem)
    assert "6 baris dengan 2 kolom" in found.pesan


def test_a_damaged_file_says_so_in_the_folder(tmp_path: Path) -> None:
    with reading(tmp_path, {"penyedia.parquet": b"PAR1 bukan"}) as inputs:
        (found,) = [one for one in inputs.problems if one.kode == "parquet-rusak"]
        assert str(found.lokasi) == "penyedia.parquet"
        assert found.semua_unit
