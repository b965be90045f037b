from __future__ import annotations

import shutil
from pathlib import Path

from p3dn_reports.desk import building, events
from p3dn_reports.desk.editions import double_labels, editions, label_for, newest, older_builds
from p3dn_reports.desk.places import Desk
from p3dn_reports.pipeline import BuildResult

from .rooms import DUA, SATU, at, build_of, desk_in, sent


def names(desk: Desk) -> list[str]:
    return [one.nama for one in editions(desk, events.read(desk))]


def made(desk: Desk, content: str, minute: int) -> str:
    susunan = build_of(desk, content)
    events.write(desk, SATU, "susunan", at(minute), susunan=susunan)
    return susunan


def test_what_is_not_sent_yet_is_a_draft(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    assert names(desk) == []
    made(desk, "z", 0)
    made(desk, "a", 1)
    assert names(desk) == ["Rancangan", "Rancangan"]
    assert [one.terbaru for one in editions(desk, events.read(desk))] == [False, True]


def test_a_build_is_numbered_once_something_of_it_is_sent_and_the_newest_is_called_so_before(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    made(desk, "a", 0)
    second = made(desk, "b", 1)
    log = events.read(desk)
    sent(desk, SATU, second, label_for(second, log), 2)
    assert names(desk) == ["Rancangan", "Edisi 1"]
    made(desk, "c", 3)
    fourth = made(desk, "d", 4)
    found = editions(desk, events.read(desk))
    assert [(one.nama, one.tetap) for one in found[2:]] == [("Rancangan", False), ("Perbaikan 1", False)]
    assert [one.terkirim for one in found] == [0, 1, 0, 0]
    sent(desk, SATU, fourth, label_for(fourth, events.read(desk)), 5)
    made(desk, "e", 6)
    assert names(desk) == ["Rancangan", "Edisi 1", "Rancangan", "Perbaikan 1", "Perbaikan 2"]


def test_a_label_once_written_stands_whatever_arrives_later(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    first, second, third = made(desk, "a", 0), made(desk, "b", 1), made(desk, "c", 5)
    nama = sent(desk, SATU, second, "Edisi 1", 2)
    sent(desk, SATU, third, "Perbaikan 1", 6)
    before = names(desk)
    assert before == ["Rancangan", "Edisi 1", "Perbaikan 1"]
    events.write(desk, DUA, "susunan", at(3), susunan=build_of(desk, "late"))  # another computer, synced late
    assert names(desk) == ["Rancangan", "Edisi 1", "Perbaikan 2", "Perbaikan 1"]
    sent(desk, DUA, first, label_for(first, events.read(desk)), 3)
    events.undo(desk, SATU, events.read(desk), nama)
    labels = {one.susunan: one.nama for one in editions(desk, events.read(desk))}
    assert (labels[second], labels[third], labels[first]) == ("Edisi 1", "Perbaikan 1", "Perbaikan 2")


def test_a_build_is_told_once_and_has_no_number_of_its_own_yet(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    susunan = build_of(desk, "a")
    folder = next(path for path in desk.susunan.iterdir() if path.is_dir())
    result = BuildResult(folder, baru=True, dokumen=(), problems=())
    assert building.tell(desk, SATU, result) is not None
    assert building.tell(desk, DUA, result) is None
    sent(desk, SATU, susunan, "Edisi 1", -1)
    later = build_of(desk, "b")
    folder = next(path for path in desk.susunan.iterdir() if path.name.endswith(later[:7]))
    told = building.tell(desk, SATU, BuildResult(folder, baru=True, dokumen=(), problems=()))
    assert told is not None
    assert told.text("edisi") is None
    assert names(desk) == ["Edisi 1", "Perbaikan 1"]
    assert building.tell(desk, SATU, BuildResult(None, baru=True, dokumen=(), problems=())) is None


def test_a_build_of_some_documents_is_never_the_newest(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    whole = made(desk, "a", 0)
    part = build_of(desk, "a", pilihan="surat_penjelasan")
    found = newest(editions(desk, events.read(desk)))
    assert found is not None
    assert found.susunan == whole
    assert {one.susunan: one.sebagian for one in editions(desk, events.read(desk))} == {whole: False, part: True}


def test_two_computers_that_both_began_an_edition_keep_both_and_are_told(tmp_path: Path) -> None:
    one, other = desk_in(tmp_path / "a"), desk_in(tmp_path / "b")
    for desk, petugas, content in ((one, SATU, "a"), (other, DUA, "b")):
        susunan = build_of(desk, content)
        events.write(desk, petugas, "susunan", at(0), susunan=susunan)
        sent(desk, petugas, susunan, "Edisi 1", 1)
    shutil.copytree(other.catatan, one.catatan, dirs_exist_ok=True)
    shutil.copytree(other.susunan, one.susunan, dirs_exist_ok=True)
    assert sorted(names(one)) == ["Edisi 1 (PC-CONTOH-01)", "Edisi 1 (PC-CONTOH-02)"]
    assert [found.nilai for found in double_labels(editions(one, events.read(one)))] == ["Edisi 1"]


def test_a_folder_copied_elsewhere_shows_the_same(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "a")
    sent(desk, SATU, made(desk, "a", 0), "Edisi 1", 1)
    made(desk, "b", 2)
    shutil.copytree(tmp_path / "a", tmp_path / "tempat lain")
    assert names(desk_in(tmp_path / "tempat lain")) == names(desk) == ["Edisi 1", "Perbaikan 1"]


def test_builds_of_an_older_program_are_pointed_to(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    made(desk, "a", 0)
    older = desk.workspace.outputs / "dki-jakarta" / "2024-TW4"
    build_of(desk_in(tmp_path / "lama"), "z")
    shutil.copytree(tmp_path / "lama/outputs/2024-tw4", older)
    assert older_builds(desk, editions(desk, events.read(desk))) == [older]
    assert names(desk) == ["Rancangan"]


def test_a_trial_copy_of_the_inputs_has_editions_of_its_own(tmp_path: Path) -> None:
    desk, trial = desk_in(tmp_path), desk_in(tmp_path, "2024-tw4-coba")
    sent(desk, SATU, made(desk, "a", 0), "Edisi 1", 1)
    made(trial, "a", 2)
    assert (names(desk), names(trial)) == (["Edisi 1"], ["Rancangan"])
