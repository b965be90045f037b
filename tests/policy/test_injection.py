"""Hostile words in every text field of the rulebook stay words: in the database, the workbook, the documents, on disk.

The whole rulebook is made hostile at once and a small quarter is built with it.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from lxml import etree

from p3dn_reports.rulebook.compose import read_book
from tests.aturan import lay
from tests.policy.conftest import ROOT, Run

SCHEMA = json.loads((ROOT / "schemas" / "rules.schema.json").read_text(encoding="utf-8"))
SMALL = ROOT / "tests" / "pipeline" / "dasar"

# What the rulebook compares with data must stay itself, or nothing would be counted any more.
COMPARED = {"kode", "kd_klpd", "sumber_wajib", "jenis", "salah_satu", "bukan", "memuat", "tidak_memuat"}
COMPARED |= {"dijelaskan", "tercetak"}
WORDS = (
    """=cmd|' /C calc'!A0 '; DROP TABLE rup; -- " </w:t><w:p/> &amp; ../../x ${nomor_naskah} %(x)s """
    "{{ 7*7 }} {% raise x %} {0!r}"
)

Way = tuple[str | int, ...]


def texts(node: Any, schema: dict[str, Any], way: Way = ()) -> Iterator[Way]:
    """The way to every field that the schema says is free text."""
    if schema.get("$ref") == "#/$defs/teks":
        if isinstance(node, str) and not COMPARED & {part for part in way if isinstance(part, str)}:
            yield way
        return
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[-1]]
    if isinstance(node, dict):
        for key, item in node.items():
            below = schema.get("properties", {}).get(key) or schema.get("additionalProperties")
            yield from texts(item, below if isinstance(below, dict) else {}, (*way, key))
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from texts(item, schema.get("items", {}), (*way, index))


def put(data: Any, way: Way, text: str) -> None:
    for key in way[:-1]:
        data = data[key]
    data[way[-1]] = text


def hostile() -> tuple[dict[str, Any], list[Way]]:
    source, problems = read_book(ROOT / "rules.yaml")
    assert source is not None, problems
    data: dict[str, Any] = json.loads(json.dumps(source.data))
    ways = list(texts(data, SCHEMA))
    for number, way in enumerate(ways):
        put(data, way, f"{WORDS} {number}")
    for clause in (one for clauses in data["ketentuan"].values() for one in clauses):
        printed = [*clause.get("koreksi", ()), *clause.get("rujukan_keliru", ())]
        clause["teks"] = (
            " ".join([clause["teks"], *(one["tercetak"] for one in printed)]) if printed else clause["teks"]
        )
    return data, ways


def written(data: dict[str, Any]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, default_style='"', sort_keys=False)


@pytest.fixture
def built(kerja: Path, p3dn: Run) -> Path:
    """The outputs of the small quarter under the hostile rulebook."""
    data, _ = hostile()
    data["daftar"]["kanal_dihitung"]["nilai"][0]["isi"].append({"kode": "x'); DROP TABLE rup; --", "nama": WORDS})
    del data["memuat"]
    (kerja / "rules.yaml").write_text(written(data), encoding="utf-8")
    shutil.copytree(SMALL, kerja / "kecil")
    before = set(kerja.iterdir())
    ended = p3dn("build", "kecil")
    assert ended.code in (0, 1), ended.err
    assert {"outputs"} <= {path.name for path in set(kerja.iterdir()) - before} <= {"outputs", ".p3dn-cache", "catatan"}
    (folder,) = (path.parent for path in (kerja / "outputs").rglob("manifest.json"))
    return folder


def test_there_are_many_text_fields_of_every_section() -> None:
    _, ways = hostile()
    assert len(ways) > 400
    assert {way[0] for way in ways} >= {
        "sumber_hukum",
        "daerah",
        "indikator",
        "jadwal",
        "dokumen",
        "tafsir",
        "kewajiban",
    }


def test_results_are_the_same_and_the_words_stand_as_they_are(built: Path, kerja: Path, p3dn: Run) -> None:
    hasil = json.loads((built / "hasil.json").read_text(encoding="utf-8"))
    lay(kerja)
    sound = json.loads(p3dn("evaluate", "kecil", "--format", "json").out)
    for ours, theirs in zip(hasil["unit"], sound["unit"], strict=True):
        assert ours["ukuran"] == theirs["ukuran"]
        assert {name: one["pita"] for name, one in ours["indikator"].items()} == {
            name: one["pita"] for name, one in theirs["indikator"].items()
        }
    assert any(WORDS in line["nama"] for line in hasil["seluruh"]["rincian"]["pembayaran_per_rekening"])


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(built: Path) -> None:
    book = openpyxl.load_workbook(built / "hasil.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}
    assert {cell.hyperlink.target for cell in cells if cell.hyperlink} == {None}  # to sheets of its own alone
    assert any(str(cell.value or "").startswith("=cmd") for cell in cells)


def test_documents_hold_the_words_as_text(built: Path) -> None:
    papers = sorted(built.rglob("*.docx"))
    assert papers
    for paper in papers:
        with zipfile.ZipFile(paper) as package:
            roots = [etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")]
        text = "".join(str(piece) for root in roots for piece in root.itertext())
        assert "</w:t><w:p/>" in text
        assert "{{ 7*7 }}" in text


def test_every_file_stands_where_it_belongs(built: Path) -> None:
    listed = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    names = [path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()]
    assert not any(".." in name or "cmd" in name for name in names)
    assert listed["daerah"] == "dki-jakarta"
