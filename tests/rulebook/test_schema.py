"""rules.schema.json: valid, closed, and with a word of help on every property."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from p3dn_reports.rules import Banding, Kata, Op, Rulebook
from p3dn_reports.rules.comparing import BANDINGS, OPS
from p3dn_reports.rules.words import WORDS
from tests.rulebook.kasus import RULES_SCHEMA

SCHEMA: dict[str, Any] = json.loads(RULES_SCHEMA.read_text(encoding="utf-8"))


def nodes(node: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object in the schema that is itself a schema or holds some."""
    if isinstance(node, dict):
        yield way, node
        for key, value in node.items():
            yield from nodes(value, f"{way}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from nodes(value, f"{way}/{index}")


def properties() -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{way}/{name}", schema)
        for way, node in nodes(SCHEMA)
        if way.rsplit("/", 1)[-1] == "properties"
        for name, schema in node.items()
    ]


def test_schema_is_a_valid_2020_12_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(("way", "schema"), properties(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_property_helps_who_hovers_over_it(way: str, schema: dict[str, Any]) -> None:
    assert schema["title"].strip(), way
    assert schema["description"].strip().endswith("."), way
    assert schema["description"] != schema["title"], way


def test_every_definition_has_title_and_description() -> None:
    for name, schema in SCHEMA["$defs"].items():
        assert schema["title"], name
        assert schema["description"].endswith("."), name


def test_every_object_is_closed() -> None:
    for way, node in nodes(SCHEMA):
        is_object = node.get("type") == "object" or (isinstance(node.get("type"), list) and "object" in node["type"])
        if not is_object:
            continue
        if "properties" in node:
            assert node["additionalProperties"] is False, way
        else:
            assert node["propertyNames"]["$ref"] in {"#/$defs/id", "#/$defs/opsi_cara", "#/$defs/golongan_bentuk"}, way
            assert isinstance(node["additionalProperties"], dict), way


def test_every_scalar_is_text() -> None:
    types = {
        json.dumps(node["type"]) for way, node in nodes(SCHEMA) if "type" in node and not way.endswith("properties")
    }
    mixed = {'["string", "object"]', '["string", "array"]', '["object", "array"]', '["string", "object", "array"]'}
    assert types <= {'"string"', '"object"', '"array"', *mixed}


def test_every_pattern_is_anchored_ascii_and_says_what_it_wants() -> None:
    for way, node in nodes(SCHEMA):
        if not isinstance(node.get("pattern"), str):
            continue
        assert node["x-diharapkan"], way
        assert "\\d" not in node["pattern"], f"{way}: \\d means other digits too in Python"
        re.compile(node["pattern"])
        if node["pattern"] != "\\S":
            assert node["pattern"].startswith("^"), way
            assert node["pattern"].endswith("$"), way


def test_every_definition_is_used() -> None:
    used = {node["$ref"].split("/")[2] for _, node in nodes(SCHEMA) if isinstance(node.get("$ref"), str)}
    assert used == set(SCHEMA["$defs"])


def test_a_form_apart_is_the_same_as_on_its_paper() -> None:
    paper, apart = (SCHEMA["$defs"][name]["properties"] for name in ("dokumen", "tata_naskah"))
    for name, one in apart.items():
        assert one == {**{key: paper[name][key] for key in ("title", "description")}, "$ref": one["$ref"]}
        assert one["$ref"] == f"#/$defs/dokumen/properties/{name}"
    assert set(SCHEMA["$defs"]["dokumen"]["x-wajib"]) < set(apart)


def test_required_keys_are_properties() -> None:
    for way, node in nodes(SCHEMA):
        if isinstance(node.get("required"), list) and "properties" in node:  # `if` and `not` name keys of their parent
            assert set(node["required"]) <= set(node["properties"]), way


def test_comparisons_are_those_of_the_model() -> None:
    term = SCHEMA["$defs"]["syarat_kolom"]["properties"]
    assert set(term) - {"kolom", "ditambah_tahun"} == {str(op) for op in Op} - {"kecuali"}


def test_every_word_has_its_row_and_is_offered_by_the_schema() -> None:
    assert set(WORDS) == set(Kata)
    assert set(OPS) == set(Op)
    assert set(BANDINGS) == set(Banding)
    assert set(SCHEMA["$defs"]["rumus"]["properties"]) - {"urutan"} == {str(kata) for kata in Kata}
    asked = set(SCHEMA["$defs"]["kondisi"]["properties"])
    assert {str(banding) for banding in Banding} <= asked


def test_sections_are_those_of_the_rulebook() -> None:
    written = set(SCHEMA["properties"]) - {"memuat", "instrumen", "tata_naskah"}
    assert written | {"sha256", "penerus"} == set(Rulebook.__dataclass_fields__)


@pytest.mark.parametrize(
    ("definition", "good", "bad"),
    [
        ("id", ["a", "nama-5-2-06", "batas_impor", "x1"], ["", "A", "1a", "a-", "a__b", "a b", "é"]),
        ("tanggal", ["2024-11-26", "2024-02-29"], ["2023-02-29", "26-11-2024", "2024-1-1", "0000-01-01", "20241126"]),
        ("angka", ["80", "-1", "2.5", "0"], ["", "80%", "1.000.000", "2,5", ".5", "1e3", " 80", "NaN", "1_000"]),
        (
            "rujukan_hukum",
            ["perda-7-2023", "insekda-48-2024/KESATU.a.5.baris-6", "perbup-46-2023/23.a"],
            ["perda/", "/23", "Perda-7/1", "perda-7/1..2", "perda-7/a b", "perda-7/1/2"],
        ),
        (
            "berkas_docx",
            [
                "laporan.docx",
                "surat/{kode_satker}.docx",
                "surat-{kode_satker}.docx",
                "a/b/c.docx",
                "Surat - {unit.nama}.docx",
            ],
            [
                "../a.docx",
                "/a.docx",
                "a.doc",
                "a\\b.docx",
                "{x y}.docx",
                "C:a.docx",
                "a/.docx",
                "a\u200bb.docx",
                "con/../a.docx",
            ],
        ),
        ("templat_docx", ["a.docx", "surat-2.docx"], ["a/b.docx", "../a.docx", "a.docm", ".docx"]),
        (
            "teks_berisian",
            ["a", "{a}", "{a.b_c} dan {d}"],
            ["", "{", "}", "{}", "{A}", "{a b}", "{{a}}", "{a.}", "{a!r}"],
        ),
        ("teks", ["a", " a "], ["", " ", "\n"]),
        ("tahun", ["1999", "2024"], ["24", "3024", "2024 ", "02024"]),
    ],
)
def test_patterns(definition: str, good: list[str], bad: list[str]) -> None:
    validator = Draft202012Validator(
        {**SCHEMA["$defs"][definition], "$defs": SCHEMA["$defs"]}, format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    assert [word for word in good if not validator.is_valid(word)] == []
    assert [word for word in bad if validator.is_valid(word)] == []
