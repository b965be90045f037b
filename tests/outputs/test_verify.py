from __future__ import annotations

import json
from pathlib import Path

import pytest

from p3dn_reports.outputs.verify import verify
from p3dn_reports.problems import Severity

from .builds import publish_build


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return publish_build(tmp_path)


def codes(folder: Path) -> list[tuple[str, str | None]]:
    return [(found.kode, found.lokasi.berkas) for found in verify(folder)]


def test_an_altered_file_of_the_same_size(folder: Path) -> None:
    (folder / "laporan.docx").write_bytes(b"LAPORAN")
    assert codes(folder) == [("keluaran-berubah", "laporan.docx")]


def test_a_missing_file(folder: Path) -> None:
    (folder / "surat/1.01.docx").unlink()
    assert codes(folder) == [("keluaran-hilang", "surat/1.01.docx")]


def test_an_added_file_is_a_warning(folder: Path) -> None:
    (folder / "surat/catatan.txt").write_text("milik orang")
    assert codes(folder) == [("keluaran-berlebih", "surat/catatan.txt")]
    assert verify(folder)[0].tingkat is Severity.PERINGATAN


@pytest.mark.parametrize("name", ["~$laporan.docx", ".DS_Store", "Thumbs.db", "desktop.ini", ".~lock.laporan.docx#"])
def test_what_programs_leave_behind_does_not_count(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"")
    assert codes(folder) == []


def test_all_differences_at_once(folder: Path) -> None:
    (folder / "laporan.docx").write_bytes(b"")
    (folder / "hasil.json").unlink()
    (folder / "lain.txt").write_bytes(b"")
    assert [kode for kode, _ in codes(folder)] == ["keluaran-hilang", "keluaran-berubah", "keluaran-berlebih"]


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    assert [kode for kode, _ in codes(tmp_path)] == ["keluaran-tanpa-manifes"]


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"digest": "x", "keluaran": {"a": 1}}'])
def test_a_broken_manifest(folder: Path, text: str) -> None:
    (folder / "manifest.json").write_text(text)
    assert [kode for kode, _ in codes(folder)] == ["keluaran-manifes-rusak"]


def test_ingredients_rewritten_by_hand(folder: Path) -> None:
    manifest = folder / "manifest.json"
    content = json.loads(manifest.read_text())
    content["bahan"]["masukan/bayar.csv"] = "lain"
    manifest.write_text(json.dumps(content))
    assert [kode for kode, _ in codes(folder)] == ["keluaran-digest-beda"]
