from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from p3dn_reports.errors import ProblemsError
from p3dn_reports.outputs import disk
from p3dn_reports.outputs.archive import archive
from p3dn_reports.outputs.publish import find_build
from p3dn_reports.outputs.verify import verify

from .builds import FILES, MASUKAN, place, publish_build
from .sets import publish_pdf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return publish_build(tmp_path)


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archived:
        return [name.split("/", 1)[1] for name in archived.namelist()]


def test_the_archive_lies_beside_the_folder_and_opens_as_it(tmp_path: Path, folder: Path) -> None:
    publish_pdf(tmp_path, folder)
    path = archive(tmp_path, folder)
    assert path == folder.parent / f"{folder.name}.zip"
    with zipfile.ZipFile(path) as archived:
        archived.extractall(tmp_path / "penerima")
    assert verify(tmp_path / "penerima" / folder.name) == []


def test_the_same_build_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (publish_build(tmp_path / side) for side in "ab")
    for path in second.rglob("*"):
        os.utime(path, (0, 0))
        path.chmod(0o700)
    assert archive(tmp_path / "a", first).read_bytes() == archive(tmp_path / "b", second).read_bytes()


def test_files_stand_in_order_under_one_date(tmp_path: Path, folder: Path) -> None:
    publish_pdf(tmp_path, folder)
    path = archive(tmp_path, folder)
    assert names(path) == sorted(
        [*FILES, "manifest.json", "pdf/manifest.json", "pdf/laporan.pdf", "pdf/surat/1.01.pdf"]
    )
    with zipfile.ZipFile(path) as archived:
        assert {info.date_time for info in archived.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(info.create_system, info.external_attr >> 16) for info in archived.infolist()} == {(3, 0o644)}


def test_a_persons_notes_stay_at_home(tmp_path: Path, folder: Path) -> None:
    before = archive(tmp_path, folder).read_bytes()
    (folder / "catatan.txt").write_text("milik orang")
    (folder / "~$laporan.docx").write_text("")
    assert archive(tmp_path, folder).read_bytes() == before


def test_a_set_that_is_no_longer_whole_stays_at_home_too(tmp_path: Path, folder: Path) -> None:
    publish_pdf(tmp_path, folder)
    (folder / "pdf/laporan.pdf").unlink()
    assert names(archive(tmp_path, folder)) == sorted([*FILES, "manifest.json"])


def test_an_archive_that_is_right_is_left_alone_and_another_is_replaced(tmp_path: Path, folder: Path) -> None:
    path = archive(tmp_path, folder)
    os.utime(path, (0, 0))
    archive(tmp_path, folder)
    assert path.stat().st_mtime == 0
    publish_pdf(tmp_path, folder)
    archive(tmp_path, folder)
    assert "pdf/laporan.pdf" in names(path)
    assert sorted(entry.name for entry in folder.parent.iterdir()) == sorted([folder.name, path.name, "terbaru.json"])


def test_an_archive_is_not_taken_for_a_build(tmp_path: Path, folder: Path) -> None:
    archive(tmp_path, folder)
    assert find_build(tmp_path, MASUKAN, place().digest) == folder
    assert find_build(tmp_path, MASUKAN, place("b").digest) is None


def test_what_the_disk_refuses_leaves_the_old_archive(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archive(tmp_path, folder)
    before = path.read_bytes()
    publish_pdf(tmp_path, folder)

    def refuse(_source: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    with pytest.raises(ProblemsError) as caught:
        archive(tmp_path, folder)
    assert [found.kode for found in caught.value.problems] == ["keluaran-terkunci"]
    assert path.read_bytes() == before
    assert sorted(found.name for found in path.parent.iterdir()) == sorted([folder.name, path.name, "terbaru.json"])


def test_another_run_at_work_is_waited_for(tmp_path: Path, folder: Path) -> None:
    with disk.locked(tmp_path / ".kunci"), pytest.raises(ProblemsError) as caught:
        archive(tmp_path, folder)
    assert [found.kode for found in caught.value.problems] == ["keluaran-sedang-dibuat"]


def test_only_a_build_can_be_archived(tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    with pytest.raises(ValueError, match="not a build"):
        archive(tmp_path, tmp_path / "lain")
