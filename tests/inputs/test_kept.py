"""A folder that was kept as a whole is what it was when it was read, or it is read anew."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from p3dn_reports.inputs import folder
from p3dn_reports.inputs.folder import read_inputs
from p3dn_reports.inputs.intake import kept
from p3dn_reports.inputs.intake.taking import Manner

from .cases import CASES, SCHEMAS, build
from .test_intake import EXAMPLES, content

WHOLE: dict[str, Any] = {"apart_from": 1 << 60, "keep_from": 1 << 60, "whole_from": 0}


def read(path: Path, cache: Path | None, **other: Any) -> dict[str, object]:
    with read_inputs(path, SCHEMAS, Manner(cache=cache, **{**WHOLE, **other})) as inputs:
        return content(inputs)


def entries(cache: Path) -> list[Path]:
    return sorted(cache.glob("utuh/*"))


@pytest.fixture
def never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise AssertionError("the folder is read anew")

    monkeypatch.setattr(folder, "_read", fails)


@pytest.mark.parametrize("path", [*EXAMPLES, *sorted(CASES.iterdir())], ids=lambda path: path.name)
def test_what_was_kept_equals_what_is_read(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = path if path in EXAMPLES else build(path, tmp_path / "masukan")
    fresh = read(path, None)
    assert read(path, tmp_path / "simpanan") == fresh
    request.getfixturevalue("never_read")
    assert read(path, tmp_path / "simpanan") == fresh


def test_a_file_saved_while_it_is_read_is_told_and_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, cache = build(CASES / "bersih", tmp_path / "masukan"), tmp_path / "simpanan"
    saved = min(path.iterdir())
    really = folder._read

    def meanwhile(*given: Any) -> Any:
        inputs = really(*given)
        saved.write_bytes(saved.read_bytes() + b"\n")
        return inputs

    monkeypatch.setattr(folder, "_read", meanwhile)
    with read_inputs(path, SCHEMAS, Manner(cache=cache, **WHOLE)) as inputs:
        assert [found.lokasi.berkas for found in inputs.problems if found.kode == "berkas-berubah-saat-dibaca"] == [
            saved.name
        ]
    assert entries(cache) == []


def test_two_may_read_the_same_at_once(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path, manner = build(CASES / "bersih", tmp_path / "masukan"), Manner(cache=tmp_path / "simpanan", **WHOLE)
    fresh = read(path, tmp_path / "simpanan")
    request.getfixturevalue("never_read")
    with read_inputs(path, SCHEMAS, manner) as second:
        with read_inputs(path, SCHEMAS, manner) as first:
            assert content(first) == fresh
        shutil.rmtree(tmp_path / "simpanan")
        assert content(second) == fresh


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"sha256": "", "isi": {"isi": 1, "berkas": {}}}'])
@pytest.mark.parametrize("name", ["bacaan.json", "tabel.duckdb"])
def test_a_damaged_entry_is_made_anew(tmp_path: Path, damage: bytes, name: str) -> None:
    path, cache = build(CASES / "bersih", tmp_path / "masukan"), tmp_path / "simpanan"
    fresh = read(path, cache)
    (entry,) = entries(cache)
    (entry / name).write_bytes(damage)
    assert read(path, cache) == fresh
    assert (entry / name).read_bytes() != damage


def test_a_changed_byte_and_a_foreign_file_are_noticed(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path, cache = build(CASES / "bersih", tmp_path / "masukan"), tmp_path / "simpanan"
    read(path, cache)
    (entry,) = entries(cache)
    data = bytearray((entry / "tabel.duckdb").read_bytes())
    data[-9000] ^= 1
    (entry / "tabel.duckdb").write_bytes(bytes(data))
    request.getfixturevalue("never_read")
    with pytest.raises(AssertionError, match="read anew"):
        read(path, cache)
    data[-9000] ^= 1
    (entry / "tabel.duckdb").write_bytes(bytes(data))
    read(path, cache)
    (entry / "lain.parquet").write_bytes(b"PAR1")
    with pytest.raises(AssertionError, match="read anew"):
        read(path, cache)


@pytest.mark.parametrize("change", ["another value", "another name", "another file", "another schema"])
def test_whatever_changes_is_read_anew(change: str, tmp_path: Path) -> None:
    path, cache = build(CASES / "bersih", tmp_path / "masukan"), tmp_path / "simpanan"
    read(path, cache)
    schemas = SCHEMAS
    if change == "another value":
        (path / "bayar.csv").write_bytes((path / "bayar.csv").read_bytes() + b"\n")
    elif change == "another name":
        (path / "bayar.csv").rename(path / "pembayaran.csv")
    elif change == "another file":
        (path / "lain.csv").write_text("a;b\n1;2\n")
    else:
        schemas = {name: schema for name, schema in SCHEMAS.items() if name != "rup"}
    with read_inputs(path, schemas, Manner(cache=cache, **WHOLE)) as anew, read_inputs(path, schemas) as fresh:
        assert content(anew) == content(fresh)
    assert len(entries(cache)) == 2


def test_a_small_folder_is_not_kept_as_a_whole(tmp_path: Path) -> None:
    path = build(CASES / "bersih", tmp_path / "masukan")
    size = sum(item.stat().st_size for item in path.iterdir())
    read(path, tmp_path / "simpanan", whole_from=size + 1)
    assert entries(tmp_path / "simpanan") == []
    read(path, tmp_path / "simpanan", whole_from=size)
    assert len(entries(tmp_path / "simpanan")) == 1


def test_only_the_last_used_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_ENTRIES", 2)
    path, cache = build(CASES / "bersih", tmp_path / "masukan"), tmp_path / "simpanan"
    for number in range(3):
        (path / f"lain{number}.csv").write_text("a;b\n1;2\n")
        read(path, cache)
    assert len(entries(cache)) == 2


def test_a_place_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    path = build(CASES / "bersih", tmp_path / "masukan")
    (tmp_path / "simpanan").write_text("sebuah berkas")
    assert read(path, tmp_path / "simpanan") == read(path, None)
