from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from p3dn_reports.inputs.jsonfile import JsonShapeError, parse

from .folders import errors, reading


def test_numbers_stay_exact() -> None:
    text = '[{"a": 1.50, "b": 60832782.0, "c": 9007199254740993.25, "d": 1e400, "e": true, "f": null, "g": [1, 2]}]'
    assert parse(text)[1] == ["1,50", 60832782, "9007199254740993,25", "1e400", True, None, "1;2"]


def test_fields_are_the_union_of_all_records() -> None:
    assert parse('{"data": [{"a": 1}, {"b": 2, "a": 3}]}') == [["a", "b"], [1, None], [3, 2]]


@pytest.mark.parametrize("text", ["3", "{}", '{"data": 3}', "[1]", "[[]]", "[" * 100_000, '{"a":' * 100_000])
def test_json_that_is_no_list_of_records(text: str) -> None:
    with pytest.raises(JsonShapeError):
        parse(text)


@pytest.mark.parametrize("text", ["", "{", '[{"a": NaN}]', '[{"a": 1, "a": 2}]', "[{'a': 1}]", '[{"a": ' + "9" * 9999])
def test_text_that_is_no_json(text: str) -> None:
    with pytest.raises(ValueError, match=r"Expecting|NaN|kembar"):
        parse(text)


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.json", b"{", "galat json-rusak a.json"),
        ("a.json", b"\xff\xfe\x00", "galat json-rusak a.json"),
        ("a.json", b"{}", "peringatan json-bukan-daftar a.json"),
        ("a.json", b"", "galat berkas-kosong a.json"),
    ],
)
def test_files_that_cannot_be_read_are_named(tmp_path: Path, name: str, content: bytes, line: str) -> None:
    with reading(tmp_path, {name: content}) as inputs:
        assert errors(inputs) == [line]


def test_our_own_tables_may_come_as_json(tmp_path: Path) -> None:
    record = {"Kode SKPD": "1.01.0.00.0.00.01.0000", "Kode Rekening": "5.1.02", "Anggaran": 1234.5}
    with reading(tmp_path, {"anggaran.json": [record, {**record, "Kode Rekening": "5,2"}]}) as inputs:
        assert [row["anggaran_perubahan"] for row in inputs.tables.rows("anggaran")] == [Decimal("1234.50")] * 2
        assert errors(inputs) == ["galat kode-rekening-salah anggaran.json, rekaman 2, kolom Kode Rekening"]
