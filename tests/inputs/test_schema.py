"""Every table's schema is complete: a person finds words, the engine finds keywords, the examples fit."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.checks.row_checks import CHECKS
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.inputs.sheets.recognise import captions_of
from p3dn_reports.inputs.values.coerce import coerce
from p3dn_reports.tables import Kind

from .cases import HERE, SCHEMAS

FOLDER = HERE.parent.parent / "schemas"
TABLES = (
    "meta", "sumber_data", "naskah", "satker", "perkin", "anggaran", "realisasi_bayar", "realisasi_inaproc", "rup",
    "alasan", "kronologi", "peserta_penghargaan", "nilai_pengguna", "nilai_produsen", "pejabat",
)  # fmt: skip


def raw(table: str) -> dict[str, Any]:
    return dict(json.loads((FOLDER / f"{table}.schema.json").read_text(encoding="utf-8")))


def test_all_tables_are_described() -> None:
    assert set(TABLES) <= set(SCHEMAS)


@pytest.mark.parametrize("table", sorted(SCHEMAS))
def test_schema_is_valid_closed_and_named_after_its_file(table: str) -> None:
    schema = raw(table)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["x-sheet"] == table
    assert schema["additionalProperties"] is False
    assert schema["title"]
    assert schema["description"].endswith(".")


@pytest.mark.parametrize("table", sorted(SCHEMAS))
def test_every_property_has_title_description_examples_and_kind(table: str) -> None:
    for name, item in raw(table)["properties"].items():
        assert item["title"], name
        assert item["description"].endswith("."), name
        assert item["x-header"], name
        assert item["x-kind"] in set(Kind), name
        for example in item["examples"]:
            jsonschema.validate(example, item, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("table", sorted(SCHEMAS))
def test_keys_units_references_and_checks_name_columns_that_exist(table: str) -> None:
    schema = SCHEMAS[table]
    names = {column.name for column in schema.columns}
    assert {schema.unit_column, schema.unit_name_column} - {None} <= names
    assert {name for key in schema.keys for name in key} <= names
    for check in schema.checks:
        assert check.name in CHECKS
        word = check.columns[1:2] if check.name == "wajib_bila" else ()
        assert {*check.columns} - {*word} <= names
        assert {*word} <= {choice for one in schema.columns if one.name == check.columns[0] for choice in one.choices}
    for column in schema.columns:
        if column.reference:
            target, name = column.reference
            assert SCHEMAS[target].column(name)


@pytest.mark.parametrize("table", sorted(SCHEMAS))
def test_every_example_as_text_is_read_without_a_fault(table: str) -> None:
    for column in SCHEMAS[table].columns:
        text = column.example.replace(".", ",") if column.kind in {Kind.RUPIAH, Kind.ANGKA} else column.example
        result = coerce(column, text)
        assert result.text is not None, column.name
        assert result.fault is None or result.fault.kode == "jumlah-sebagai-teks", column.name


def test_no_caption_means_two_columns() -> None:
    for table, schema in SCHEMAS.items():
        spoken: dict[str, str] = {}
        for caption, name in captions_of({table: schema})[table].items():
            assert spoken.setdefault(caption, name) == name


def test_a_new_column_needs_its_schema_alone(tmp_path: Path) -> None:
    schema = raw("kronologi")
    column = {"title": "Nilai", "description": "Nilai.", "type": "number", "examples": [1], "x-header": "Nilai Rugi"}
    schema["properties"]["nilai_rugi"] = {**column, "x-kind": "rupiah", "minimum": 0}
    (tmp_path / "kronologi.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    found = load_schemas(tmp_path)["kronologi"].column("nilai_rugi")
    assert found is not None
    assert (found.kind, found.minimum, found.required) == (Kind.RUPIAH, Decimal(0), False)


def test_a_folder_without_schemas_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Tidak ada skema"):
        load_schemas(tmp_path)


def test_a_broken_schema_is_named(tmp_path: Path) -> None:
    (tmp_path / "rusak.schema.json").write_text('{"x-sheet": "rusak"}', encoding="utf-8")
    with pytest.raises(UsageError, match="rusak"):
        load_schemas(tmp_path)


def test_a_schema_that_is_no_table_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "lain.schema.json").write_text('{"type": "object"}', encoding="utf-8")
    (tmp_path / "meta.schema.json").write_text(json.dumps(raw("meta")), encoding="utf-8")
    assert set(load_schemas(tmp_path)) == {"meta"}
