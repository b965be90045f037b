from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from p3dn_reports.errors import ProblemsError
from p3dn_reports.outputs import disk
from p3dn_reports.outputs.derived import Derived, documents_of, find_set
from p3dn_reports.outputs.publish import find_build, publish
from p3dn_reports.outputs.verify import verify
from p3dn_reports.problems import Severity

from .builds import FILES, MASUKAN, bytes_below, place, publish_build
from .sets import MADE, publish_pdf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return publish_build(tmp_path)


def codes(folder: Path) -> list[tuple[str, str | None]]:
    return [(found.kode, found.lokasi.berkas) for found in verify(folder)]


def test_the_documents_of_a_build_are_its_word_files(folder: Path) -> None:
    assert documents_of(folder) == ["laporan.docx", "surat/1.01.docx"]


def test_a_set_lies_in_the_build_with_its_own_manifest(tmp_path: Path, folder: Path) -> None:
    before = bytes_below(folder)
    assert publish_pdf(tmp_path, folder) == folder / "pdf"
    after = bytes_below(folder)
    assert {name: data for name, data in after.items() if not name.startswith("pdf/")} == before
    content = json.loads(after["pdf/manifest.json"])
    assert (content["bentuk"], content["digest"], content["tidak_dibuat"]) == ("PDF", place().digest, [])
    assert list(content["keluaran"]) == ["laporan.pdf", "surat/1.01.pdf"]
    assert content["keluaran"]["laporan.pdf"] == {
        "sha256": sha256(b"%PDF laporan").hexdigest(),
        "ukuran": len(b"%PDF laporan"),
        "dari": {"berkas": "laporan.docx", "sha256": sha256(FILES["laporan.docx"]).hexdigest()},
    }
    assert verify(folder) == []


def test_a_build_with_a_set_is_still_the_same_build(tmp_path: Path, folder: Path) -> None:
    publish_pdf(tmp_path, folder)
    assert find_build(tmp_path, MASUKAN, place().digest) == folder
    assert publish(tmp_path, place(), iter(()), {}) == folder


def test_a_set_is_found_by_its_form(tmp_path: Path, folder: Path) -> None:
    assert find_set(folder, "PDF") is None
    plain, archival = publish_pdf(tmp_path, folder), publish_pdf(tmp_path, folder, form="PDF/A-2b")
    assert archival == folder / "pdf-a"
    assert (find_set(folder, "PDF"), find_set(folder, "PDF/A-2b")) == (plain, archival)
    assert verify(folder) == []


def test_what_could_not_be_made_is_recorded_and_asked_for_again(tmp_path: Path, folder: Path) -> None:
    half = publish_pdf(tmp_path, folder, [MADE[1], replace(MADE[0], content=None)])
    assert half is not None
    assert json.loads((half / "manifest.json").read_bytes())["tidak_dibuat"] == ["surat/1.01.docx"]
    assert (find_set(folder, "PDF"), verify(folder)) == (None, [])
    whole = publish_pdf(tmp_path, folder)
    assert (whole, find_set(folder, "PDF")) == (folder / "pdf-2", whole)
    assert verify(folder) == []


def test_without_a_single_pdf_there_is_no_set(tmp_path: Path, folder: Path) -> None:
    before = bytes_below(tmp_path)
    assert publish_pdf(tmp_path, folder, [replace(made, content=None) for made in MADE]) is None
    assert bytes_below(tmp_path) == before


def test_a_folder_of_that_name_is_never_touched(tmp_path: Path, folder: Path) -> None:
    (folder / "pdf").mkdir()
    (folder / "pdf/cetakan sendiri.pdf").write_bytes(b"milik orang")
    assert publish_pdf(tmp_path, folder) == folder / "pdf-2"
    assert codes(folder) == [("keluaran-berlebih", "pdf/cetakan sendiri.pdf")]


def test_a_pdf_somebody_changed_is_kept_and_made_again_elsewhere(tmp_path: Path, folder: Path) -> None:
    publish_pdf(tmp_path, folder)
    (folder / "pdf/laporan.pdf").write_bytes(b"%PDF laporan, ditandatangani")
    assert find_set(folder, "PDF") is None
    assert publish_pdf(tmp_path, folder) == folder / "pdf-2"
    assert (folder / "pdf/laporan.pdf").read_bytes() == b"%PDF laporan, ditandatangani"


def test_a_fault_on_the_way_leaves_the_build_as_it_was(tmp_path: Path, folder: Path) -> None:
    def files() -> Iterator[Derived]:
        yield MADE[0]
        raise KeyboardInterrupt

    before = bytes_below(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        publish_pdf(tmp_path, folder, files())
    assert bytes_below(tmp_path) == before
    assert [path.name for path in folder.parent.iterdir() if path.is_dir()] == [folder.name]


def test_another_run_at_work_is_waited_for(tmp_path: Path, folder: Path) -> None:
    with disk.locked(tmp_path / ".kunci"), pytest.raises(ProblemsError) as caught:
        publish_pdf(tmp_path, folder)
    assert [found.kode for found in caught.value.problems] == ["keluaran-sedang-dibuat"]


def test_only_a_build_can_have_a_set(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a build"):
        publish_pdf(tmp_path, tmp_path / "lain")
    with pytest.raises(ValueError, match="not a build"):
        documents_of(tmp_path / "lain")


def test_verify_sees_every_difference_in_a_set(tmp_path: Path, folder: Path) -> None:
    publish_pdf(tmp_path, folder)
    (folder / "pdf/laporan.pdf").write_bytes(b"%PDF LAPORAN")
    (folder / "pdf/surat/1.01.pdf").unlink()
    (folder / "pdf/catatan.txt").write_bytes(b"milik orang")
    assert codes(folder) == [
        ("keluaran-berubah", "pdf/laporan.pdf"),
        ("keluaran-hilang", "pdf/surat/1.01.pdf"),
        ("keluaran-berlebih", "pdf/catatan.txt"),
    ]


def test_verify_sees_pdfs_of_other_documents(tmp_path: Path) -> None:
    first = publish_build(tmp_path, "a")
    other = publish_build(tmp_path, "b", {**FILES, "laporan.docx": b"lain"})
    publish_pdf(tmp_path, other)
    (other / "pdf").rename(first / "pdf")
    (found,) = verify(first)
    assert (found.kode, found.lokasi.berkas, found.nilai) == (
        "keluaran-turunan-beda",
        "pdf/laporan.pdf",
        "laporan.docx",
    )
    assert found.tingkat is Severity.GALAT


@pytest.mark.parametrize("text", ["{", "[]", '{"keluaran": {}}', '{"keluaran": {"a.pdf": {"sha256": "x"}}}'])
def test_a_broken_manifest_of_a_set(tmp_path: Path, folder: Path, text: str) -> None:
    publish_pdf(tmp_path, folder)
    (folder / "pdf/manifest.json").write_text(text)
    assert find_set(folder, "PDF") is None
    assert codes(folder) == [
        ("keluaran-manifes-rusak", "pdf/manifest.json"),
        ("keluaran-berlebih", "pdf/laporan.pdf"),
        ("keluaran-berlebih", "pdf/surat/1.01.pdf"),
    ]
