from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from p3dn_reports.inputs.files.jsonfile import JsonShapeError, parse, read

from .folders import errors, reading


def test_numbers_stay_exact() -> None:
    text = '[{"a": 1.50, "b": 60832782.0, "c": 9007199254740993.25, "d": 1e400, "e": true, "f": null, "g": [1, 2]}]'
    assert parse(text)[1] == ["1,50", 60832782, "9007199254740993,25", "1e400", True, None, "1;2"]


def test_fields_are_the_union_of_all_records() -> None:
    assert parse('{"data": [{"a": 1}, {"b": 2, "a": 3}]}') == [["a", "b"], [1, None], [3, 2]]


@pytest.mark.parametrize(
    "text",
    [
        '[{"a": 1}, {"a": 2}]',
        '{"a": 1}\n{"a": 2}\n\n',
        '{"data": [{"a": 1}, {"a": 2}], "lain": [3]}',
        '{"status": "ok", "data": {"jumlah": 2, "isi": [{"a": 1}, {"a": 2}]}}',
        '{"status": "ok", "hasil": [{"a": 1}, {"a": 2}]}',
    ],
)
def test_records_are_found_in_the_answers_of_servers(text: str) -> None:
    assert parse(text) == [["a"], [1], [2]]


@pytest.mark.parametrize("text", ['{"a": [{"b": 1}], "c": [{"b": 2}]}', '{"a": {"b": 1}, "c": {"b": 2}}', '{"a": 1}'])
def test_one_of_several_lists_is_not_guessed(text: str) -> None:
    with pytest.raises(JsonShapeError):
        parse(text)


@pytest.mark.parametrize("text", ["3", "{}", '{"data": 3}', "[1]", "[[]]", "[" * 100_000, '{"a":' * 100_000])
def test_json_that_is_no_list_of_records(text: str) -> None:
    with pytest.raises(JsonShapeError):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"a": 1}\n{"b"',
        '{"a": 1}\nb',
        '[{"a": NaN}]',
        '[{"a": 1, "a": 2}]',
        "[{'a': 1}]",
        '[{"a": ' + "9" * 9999,
    ],
)
def test_text_that_is_no_json(text: str) -> None:
    with pytest.raises(ValueError, match=r"Expecting|NaN|kembar|Extra"):
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


@pytest.mark.parametrize(
    ("answer", "betrayed"),
    [
        ('{"data": [R, R], "has_more": true}', "has_more: true"),
        ('{"data": [R, R], "has_more": false, "cursor": "x", "total": 2}', None),
        ('{"data": [R, R], "has_more": false, "total": "250"}', "total: 250"),
        ('{"results": [R, R], "count": 57, "next": "https://contoh.go.id?page=2"}', "count: 57"),
        ('{"results": [R, R], "count": 2, "next": null}', None),
        ('{"data": [R, R], "meta": {"pagination": {"current_page": 1, "last_page": 3}}}', "last_page: 3"),
        ('{"data": [R, R], "links": {"next": null}, "meta": {"current_page": 1, "last_page": 1}}', None),
        ('{"content": [R, R], "last": false}', "last: false"),
        ('{"value": [R, R], "@odata.nextLink": "x"}', "@odata.nextLink: x"),
        ('{"_embedded": {"paket": [R, R]}, "_links": {"next": {"href": "y"}}}', "next: ada"),
        ('{"hits": {"total": {"value": 90}, "hits": [R, R]}}', "total: 90"),
        ('{"hasil": [R, R], "halaman": 1, "total_halaman": 4}', "total_halaman: 4"),
        ('{"data": [R, R], "limit": 2}', "limit: 2"),
        ('{"data": [R, R], "limit": 100}', None),
        ('{"data": [R, R], "page": 2}', "page: 2"),
        ('{"data": [R], "has_more": true}\n{"data": [R], "has_more": false, "total": 2}', None),
        ('{"data": [R], "has_more": true}\n{"data": [R], "has_more": true}', "has_more: true"),
        ('[{"data": [R], "page": 1}, {"data": [R], "page": 2, "last_page": 2}]', None),
        ('[{"data": [R], "page": 1}, {"data": [R], "page": 2, "last_page": 3}]', "last_page: 3"),
        ('R\nR\n{"has_more": true}', "has_more: true"),
        ("[R, R]", None),
    ],
)
def test_an_answer_that_is_one_page_of_several_betrays_it(answer: str, betrayed: str | None) -> None:
    table = read(answer.replace("R", '{"kode": 1, "nilai": 2}'))
    assert table.rows == [["kode", "nilai"], [1, 2], [1, 2]]
    assert (table.page and table.page.sebab) == betrayed
