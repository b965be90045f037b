"""Hostile and broken files: each its own message, none an exception, and whole folders of them are read to the end."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from p3dn_reports.inputs.folder import read_inputs
from p3dn_reports.inputs.sheets.reading import read_one
from p3dn_reports.inputs.sheets.recognise import captions_of
from tests.inputs.cases import SCHEMAS
from tests.inputs.hostile.build import SHEET, WHOLE, build, package
from tests.inputs.hostile.files import FILES, ROW

CAPTIONS = captions_of(SCHEMAS)
TRIES = int(os.environ.get("P3DN_PERCOBAAN", "150"))
mutating = settings(
    max_examples=TRIES, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, database=None
)
CSV = f"kode_satker,kode_rekening,nilai_realisasi,tanggal_sp2d\n{ROW}\n"


def codes(path: Path) -> str:
    """The codes of all there is to say about a file."""
    reading = read_one(path, path.name, SCHEMAS, CAPTIONS, lambda block: None)
    of_cells = [told.fault.kode for sheet in reading.sheets for told in sheet.told]
    return " ".join([*(found.kode for found in reading.problems), *of_cells])


def test_every_hostile_file_has_its_message(tmp_path: Path) -> None:
    build(tmp_path)
    assert len(FILES) >= 60
    assert {name: codes(tmp_path / name) for name in FILES} == {name: expected for name, (_, expected) in FILES.items()}


def test_a_folder_of_hostile_files_is_read_to_its_end(tmp_path: Path) -> None:
    build(tmp_path)
    with read_inputs(tmp_path, SCHEMAS) as inputs:
        told = {found.lokasi.berkas for found in inputs.problems}
        read = {source.berkas for source in inputs.tables.sources}
    assert {name for name, (_, expected) in FILES.items() if expected} <= told
    assert {name for name, (_, expected) in FILES.items() if not expected} <= told | read


@mutating
@given(st.data())
def test_changed_bytes_of_a_workbook_never_raise(tmp_path: Path, data: st.DataObject) -> None:
    whole = bytearray(package())
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "a.xlsx"
    path.write_bytes(bytes(whole[: data.draw(st.integers(1, len(whole)))]))
    assert isinstance(codes(path), str)


@mutating
@given(st.sampled_from(sorted(WHOLE)), st.randoms(use_true_random=False))
def test_changed_xml_of_a_workbook_never_raises(tmp_path: Path, name: str, chance: random.Random) -> None:
    text = WHOLE[name] if isinstance(WHOLE[name], str) else SHEET
    path = tmp_path / "a.xlsx"
    path.write_bytes(package({name: mutated(str(text), chance)}))
    assert isinstance(codes(path), str)


@mutating
@given(st.sampled_from(["a.csv", "realisasi_bayar.csv", "satker.csv", "a.json"]), st.randoms(use_true_random=False))
def test_changed_text_never_raises(tmp_path: Path, name: str, chance: random.Random) -> None:
    path = tmp_path / name
    text = '[{"kd_satker": 1, "total": [1.5, null]}]' if name.endswith("json") else CSV
    path.write_bytes(mutated(text, chance).encode("utf-8", "surrogatepass"))
    assert isinstance(codes(path), str)


PIECES = (
    "<",
    ">",
    "/",
    '"',
    "'",
    "&",
    "&#0;",
    "<!--",
    "]]>",
    '<c r="ZZZ9">',
    't="e"',
    't="s"',
    "1e999",
    "\0",
    ";",
    "\n",
    "\ufeff",
    "\U0001f600",
    "-",
    "#REF!",
    "<f/>",
    "<v/>",
    "</row>",
    'r="0"',
    'r="A0"',
    's="9"',
    "9" * 40,
)


def mutated(text: str, chance: random.Random) -> str:
    """A text with pieces put in, cut out, doubled or moved."""
    for _ in range(chance.randint(1, 6)):
        start, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
        end = min(end, start + chance.choice((0, 1, 3, 20)))
        middle = chance.choice((chance.choice(PIECES), "", text[start:end] * 2, text[start:end][::-1]))
        text = text[:start] + middle + text[end:]
    return text


@pytest.mark.parametrize("name", ["makro.xlsm", "tautan-luar.xlsx", "sel-galat.xlsx"])
def test_what_is_only_remarked_upon_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name][0]())
    reading = read_one(tmp_path / name, name, SCHEMAS, CAPTIONS, lambda block: None)
    assert [sheet.rows for sheet in reading.sheets] == [1]
