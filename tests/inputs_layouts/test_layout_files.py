"""Every layout file is complete, names columns that exist, and can be told from every other one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.cells import squash
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.inputs.sheets.recognise import captions_of
from p3dn_reports.tables import SourceLayout

from .folders import FOLDER, SCHEMAS

FILES = sorted(FOLDER.glob("*.layout.json"))
LAYOUTS = [layout for schema in SCHEMAS.values() for layout in schema.layouts]


def raw(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def test_every_file_feeds_a_table() -> None:
    assert len(FILES) == len(LAYOUTS) > 12


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_follows_its_schema_and_is_named_after_itself(path: Path) -> None:
    jsonschema.validate(raw(path), raw(FOLDER / "layout.schema.json"))
    assert f"{raw(path)['nama']}.layout.json" == path.name


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_marks_are_of_this_layout_alone(layout: SourceLayout) -> None:
    """Two layouts whose marks may stand in one header differ in how many marks they have."""
    mine = set(map(squash, layout.marks))
    for other in LAYOUTS:
        if other is not layout and set(map(squash, other.marks)) <= mine:
            assert len(other.marks) < len(layout.marks), other.name


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_our_own_captions_are_no_marks(layout: SourceLayout) -> None:
    for captions in captions_of(SCHEMAS).values():
        assert not set(map(squash, layout.marks)) <= captions.keys()


def changed(folder: Path, **values: Any) -> Path:
    for path in FOLDER.glob("*.schema.json"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    layout = raw(FOLDER / "isb_ekatalog_v5.layout.json") | values
    (folder / "isb_ekatalog_v5.layout.json").write_text(json.dumps(layout), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"tetap": {"sumber": "x"}}, "tidak mempunyai kolom sumber"),
        ({"tetap": {}}, "kolom wajib Sumber Transaksi"),
        ({"jumlahkan": {"per": ["kode_paket"], "kolom": ["nama_paket"]}}, "hanya kolom rupiah"),
        ({"pola": {"nama_paket": [{"pola": "(", "menjadi": "x"}]}}, "isb_ekatalog_v5"),
        ({"asal": 1}, "kunci tidak dikenal asal"),
        ({"tanda": None}, "isb_ekatalog_v5"),
    ],
)
def test_a_wrong_layout_is_named_before_any_file_is_read(tmp_path: Path, values: dict[str, Any], wrong: str) -> None:
    with pytest.raises(UsageError, match=wrong):
        load_schemas(changed(tmp_path, **values))


def test_a_renamed_field_needs_its_layout_alone(tmp_path: Path) -> None:
    columns = raw(FOLDER / "isb_ekatalog_v5.layout.json")["kolom"] | {"total_nilai": ["jumlah_harga", "total_harga"]}
    (layout,) = load_schemas(changed(tmp_path, kolom=columns))["realisasi_inaproc"].layouts
    assert layout.columns["total_nilai"] == ("jumlah_harga", "total_harga")
