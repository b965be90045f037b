from __future__ import annotations

import errno
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from p3dn_reports.errors import ProblemsError
from p3dn_reports.outputs import disk
from p3dn_reports.outputs.manifest import manifest, read_manifest
from p3dn_reports.outputs.publish import find_build, mark_newest, publish
from p3dn_reports.outputs.verify import verify

from .builds import DOKUMEN, FILES, MASALAH, MASUKAN, bytes_below, parts, place, publish_build


def newest(root: Path) -> dict[str, str]:
    content: dict[str, str] = json.loads((root / "2024-tw4/terbaru.json").read_text())
    return content


def test_a_build_lies_under_region_period_cut_off_and_digest(tmp_path: Path) -> None:
    folder = publish_build(tmp_path)
    digest = place().digest
    assert folder == tmp_path / MASUKAN / f"2024-12-30_{digest[:7]}"
    assert {name: data for name, data in bytes_below(folder).items() if name != "manifest.json"} == FILES
    assert newest(tmp_path) == {"versi": "1", "folder": folder.name, "data_per": "2024-12-30", "digest": digest}
    assert verify(folder) == []


def test_nothing_but_the_build_the_pointer_and_the_lock_is_left(tmp_path: Path) -> None:
    folder = publish_build(tmp_path)
    others = [name for name in bytes_below(tmp_path) if folder.name not in name]
    assert sorted(others) == [".kunci", "2024-tw4/terbaru.json"]


def test_two_builds_of_the_same_are_byte_identical(tmp_path: Path) -> None:
    first, second = publish_build(tmp_path / "a"), publish_build(tmp_path / "b")
    assert bytes_below(first) == bytes_below(second)


def test_an_unchanged_build_is_found_and_left_alone(tmp_path: Path) -> None:
    folder = publish_build(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert find_build(tmp_path, MASUKAN, place().digest) == folder

    def never() -> Iterator[tuple[str, bytes]]:
        raise AssertionError("nothing may be made again")
        yield

    assert publish(tmp_path, place(), never(), {}) == folder
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_changed_inputs_make_another_folder_and_keep_the_first(tmp_path: Path) -> None:
    first = publish_build(tmp_path, "a")
    kept = bytes_below(first)
    second = publish_build(tmp_path, "b", {"laporan.docx": b"lain"})
    assert second != first
    assert bytes_below(first) == kept
    assert newest(tmp_path)["folder"] == second.name


def test_another_build_with_the_same_short_digest_gets_a_longer_name(tmp_path: Path) -> None:
    first = publish_build(tmp_path)
    other = first.rename(first.with_name("2024-12-30_" + place("b").digest[:7]))
    second = publish_build(tmp_path, "b")
    assert second.name == "2024-12-30_" + place("b").digest[:8]
    assert verify(other) == []


def test_a_document_edited_since_is_never_overwritten(tmp_path: Path) -> None:
    folder = publish_build(tmp_path)
    (folder / "laporan.docx").write_bytes(b"laporan, disunting orang")
    assert find_build(tmp_path, MASUKAN, place().digest) is None
    again = publish_build(tmp_path)
    assert again.name == f"{folder.name}-2"
    assert (folder / "laporan.docx").read_bytes() == b"laporan, disunting orang"
    assert (again / "laporan.docx").read_bytes() == FILES["laporan.docx"]
    assert find_build(tmp_path, MASUKAN, place().digest) == again
    assert newest(tmp_path)["folder"] == again.name


def test_a_deleted_document_makes_the_build_incomplete(tmp_path: Path) -> None:
    folder = publish_build(tmp_path)
    (folder / "surat/1.01.docx").unlink()
    assert find_build(tmp_path, MASUKAN, place().digest) is None


def test_nothing_is_found_where_nothing_was_built(tmp_path: Path) -> None:
    assert find_build(tmp_path / "outputs", MASUKAN, place().digest) is None
    publish_build(tmp_path, "b")
    assert find_build(tmp_path, MASUKAN, place("a").digest) is None


def test_leftovers_of_dead_runs_are_cleared_and_foreign_folders_stay(tmp_path: Path) -> None:
    kept = publish_build(tmp_path)
    period = kept.parent
    for name in (".sedang-dibuat-abc1234/surat", "2024-12-01_0123abc", "2024-12-01_0123abc-2"):
        (period / name).mkdir(parents=True)
        (period / name / "setengah.docx").write_bytes(b"x")
    (period / ".sedang-dibuat-terbaru.json").write_bytes(b"{")
    (period / "catatan_rapat").mkdir()
    (period / "catatan_rapat/isi.txt").write_text("milik orang")
    publish_build(tmp_path, "b")
    left = sorted(path.name for path in period.iterdir() if path.name not in (kept.name, "terbaru.json"))
    assert left == sorted(["catatan_rapat", f"2024-12-30_{place('b').digest[:7]}"])


def test_a_fault_while_making_a_file_leaves_nothing_behind(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "laporan.docx", b"laporan"
        raise RuntimeError("templat rusak")

    with pytest.raises(RuntimeError, match="templat rusak"):
        publish(tmp_path, place(), files(), {})
    assert list((tmp_path / "2024-tw4").iterdir()) == []


@pytest.mark.parametrize(
    "name", ["../luar.docx", "/etc/luar.docx", "con.docx", "surat/NUL", "a:b.docx", "akhir.", "surat//x", "C:\\x"]
)
def test_unsafe_names_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="unsafe"):
        publish_build(tmp_path, files={name: b""})


def test_names_that_windows_takes_for_one_are_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as caught:
        publish_build(tmp_path, files={"Surat.docx": b"1", "surat.docx": b"2"})
    assert [found.kode for found in caught.value.problems] == ["keluaran-nama-ganda"]


def test_too_long_a_path_is_a_problem_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "WINDOWS", True)
    with pytest.raises(ProblemsError, match="250 huruf"):
        disk.check_length(tmp_path / ("x" * 251))
    disk.check_length(Path("C:/p3dn/outputs/x.docx"))


@pytest.mark.parametrize(
    ("error", "kode"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "keluaran-terkunci"),
        (OSError(errno.ENOSPC, "No space left on device"), "keluaran-cakram-penuh"),
        (OSError(errno.EIO, "Input/output error"), "keluaran-gagal-ditulis"),
        (OSError(9999, "Strange"), "keluaran-gagal-ditulis"),
    ],
)
def test_what_the_disk_refuses_is_told_in_indonesian(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, kode: str
) -> None:
    def refuse(_source: Path, _target: Path) -> NoReturn:
        raise error

    kept = publish_build(tmp_path)
    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    with pytest.raises(ProblemsError) as caught:
        publish_build(tmp_path, "b")
    (found,) = caught.value.problems
    assert found.kode == kode
    assert str(error.strerror) not in found.pesan
    assert verify(kept) == []
    assert [path.name for path in kept.parent.iterdir() if path.is_dir()] == [kept.name]


def test_a_short_hold_on_a_file_is_waited_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusals, replace_really = [1, 2, 3], Path.replace

    def busy(source: Path, target: Path) -> Path:
        if refusals:
            refusals.pop()
            raise PermissionError(errno.EACCES, "busy")
        return replace_really(source, target)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    assert verify(publish_build(tmp_path)) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the lock's own file cannot be opened twice there")
def test_two_runs_at_once_do_not_mix(tmp_path: Path) -> None:
    with disk.locked(tmp_path / ".kunci"), pytest.raises(ProblemsError) as caught:
        publish_build(tmp_path)
    assert [found.kode for found in caught.value.problems] == ["keluaran-sedang-dibuat"]
    assert verify(publish_build(tmp_path)) == []


def test_the_pointer_follows_a_build_found_again(tmp_path: Path) -> None:
    first, second = publish_build(tmp_path, "a"), publish_build(tmp_path, "b")
    assert newest(tmp_path)["folder"] == second.name
    mark_newest(first)
    assert newest(tmp_path)["folder"] == first.name


def test_the_manifest_says_what_went_in_and_what_came_out(tmp_path: Path) -> None:
    content = read_manifest(publish_build(tmp_path))
    assert content is not None
    assert content["bahan"] == parts()
    assert content["dokumen"] == DOKUMEN
    assert content["temuan"] == {"galat": 0, "peringatan": 1, "catatan": 0}
    assert list(content["keluaran"]) == sorted(FILES)
    assert content["keluaran"]["laporan.docx"]["ukuran"] == len(b"laporan")
    assert (content["versi"], content["versi_mesin"], content["periode"]) == ("2", "0.1.0", "2024-TW4")


def test_a_manifest_under_a_foreign_digest_is_a_bug() -> None:
    with pytest.raises(ValueError, match="digest"):
        manifest(replace(place(), digest="0" * 64), parts(), "0.1.0", DOKUMEN, MASALAH)


def test_a_trial_copy_of_the_inputs_shares_no_folder_with_them(tmp_path: Path) -> None:
    first = publish_build(tmp_path)
    copied = replace(place(), masukan="2024-tw4-coba")
    second = publish(tmp_path, copied, FILES.items(), manifest(copied, parts(), "0.1.0", DOKUMEN, MASALAH))
    assert (first.name, first.parent.name) == (second.name, "2024-tw4")
    assert second.parent.name == "2024-tw4-coba"


def test_builds_of_an_older_program_stay_as_they_lie(tmp_path: Path) -> None:
    older = tmp_path / "dki-jakarta" / "2024-TW4" / "2024-12-30_0123456"
    publish_build(tmp_path / "a").rename(tmp_path / "moved")
    older.parent.mkdir(parents=True)
    (tmp_path / "moved").rename(older)
    before = bytes_below(older)
    publish_build(tmp_path)
    assert bytes_below(older) == before
    assert verify(older) == []
