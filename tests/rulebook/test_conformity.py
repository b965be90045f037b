"""A schema's complaints become Indonesian sentences, one a place, whatever the keyword."""

from __future__ import annotations

from typing import Any

import pytest

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.conformity import check_form
from p3dn_reports.rulebook.loader import parse


def check(text: str, schema: dict[str, Any]) -> list[Problem]:
    source, problems = parse(text, "rules.yaml")
    assert problems == ()
    assert source is not None
    return list(check_form(source, schema))


def closed(*required: str, **properties: dict[str, Any]) -> dict[str, Any]:
    described = {name: {"description": f"Arti {name}.", **schema} for name, schema in properties.items()}
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": described}


def test_what_is_right_says_nothing() -> None:
    assert check("a: b", closed("a", a={"type": "string"})) == []


def test_all_unknown_and_missing_keys_at_once() -> None:
    found = check("xx: 1\nyy: 2\n", closed("judul", "tabel", judul={}, tabel={}, dasar={}))
    assert [(item.kode, item.nilai) for item in found] == [
        ("aturan-kunci-tak-dikenal", "xx"),
        ("aturan-kunci-tak-dikenal", "yy"),
        ("aturan-kunci-kurang", "judul"),
        ("aturan-kunci-kurang", "tabel"),
    ]
    assert found[0].saran == "Yang dikenal: judul, tabel, dasar."
    assert found[2].saran == "Tambahkan judul: Arti judul."


def test_slip_in_a_wanted_key_is_one_problem() -> None:
    found = check("jdul: 1\ntabel: 2\n", closed("judul", "tabel", judul={}, tabel={}))
    assert [(item.kode, item.saran) for item in found] == [("aturan-kunci-tak-dikenal", "Mungkin maksud Anda judul.")]


def test_key_that_stands_there_already_is_not_suggested() -> None:
    inner = closed(judul={}, tabel={})
    found = check("a:\n  judul: 1\n  judl: 2\n", {"type": "object", "properties": {"a": inner}})
    assert found[0].saran == "Yang dikenal: tabel."


@pytest.mark.parametrize(
    ("text", "schema", "sentence"),
    [
        ("a: b", {"type": "array"}, "isinya teks, seharusnya daftar di antara kurung siku."),
        ("a: [b]", {"type": "string"}, "isinya daftar, seharusnya teks."),
        ("a: {b: c}", {"type": "string"}, "isinya kelompok kunci, seharusnya teks."),
        ("a:", {"type": "object"}, "isinya kosong, seharusnya kelompok kunci."),
        ("a: b", {"type": ["array", "object"]}, "seharusnya daftar di antara kurung siku atau kelompok kunci."),
        ("a: [b]", {"type": "string", "x-diharapkan": "satu kata"}, "isinya daftar, seharusnya satu kata."),
        ("a: b", {"enum": ["c", "d"]}, "kata b tidak dikenal di sini."),
        ("a:", {"enum": ["c", "d"]}, "nilainya kosong."),
        ("a: b", {"const": "c"}, "kata b tidak dikenal di sini."),
        ("a: b", {"pattern": "^c$", "description": "Huruf c."}, "«b» tidak benar bentuknya."),
        ("a: bbb", {"maxLength": 2, "x-diharapkan": "teks"}, "isinya 3 huruf, seharusnya paling banyak 2 huruf."),
        ("a: []", {"minItems": 1}, "isinya 0 butir, seharusnya paling sedikit 1 butir."),
        ("a: {b: c}", {"minProperties": 2}, "isinya 1 butir, seharusnya paling sedikit 2 butir."),
        ("a: {b: c}", {"minProperties": 2, "x-diharapkan": "dua kunci"}, "isinya 1 butir, seharusnya dua kunci."),
        ("a: [b, c, b]", {"uniqueItems": True}, "butir b ditulis dua kali."),
        ("a: {B: c}", {"propertyNames": {"pattern": "^[a-z]$"}}, "«B» tidak dapat menjadi nama."),
        ("a: b", {"not": {}, "description": "Tidak boleh ada."}, "«b» tidak sesuai dengan bentuk yang ditetapkan."),
        ("a: {b: [c]}", {"not": {}}, "«b» tidak sesuai dengan bentuk yang ditetapkan."),
    ],
)
def test_sentence_of_each_keyword(text: str, schema: dict[str, Any], sentence: str) -> None:
    found = check(text, {"properties": {"a": schema}})
    assert len(found) == 1
    assert found[0].pesan.endswith(sentence)
    assert found[0].saran


def test_one_place_is_blamed_once() -> None:
    both = {"pattern": "^[0-9-]+$", "format": "date", "enum": ["2024-01-01"]}
    assert len(check("a: kemarin", {"properties": {"a": both}})) == 1


def test_repeated_item_is_blamed_at_its_own_place() -> None:
    found = check("a:\n  - b\n  - c\n  - b\n", {"properties": {"a": {"uniqueItems": True}}})
    assert [(item.lokasi.baris, item.lokasi.kolom) for item in found] == [(4, "a[3]")]


def test_dollar_is_the_very_end() -> None:
    assert check('a: "b\\n"', {"properties": {"a": {"pattern": "^b$"}}})
    assert not check('a: "b\\n"', {"properties": {"a": {"pattern": "b"}}})
