from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from p3dn_reports.desk import building, events, handing
from p3dn_reports.desk.letters import EDITED, NEW, adopt, choose, edited_in_builds, keep, path_of, take_out
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.recognising import recognise
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.pipeline import BuildResult

from .quarter import SURAT, copies, edited, look, rebuild, set_value
from .rooms import SATU


def take(desk: Desk) -> Path:
    return take_out(desk, look(desk)[-1], SURAT, copies(desk))


def edit(path: Path) -> bytes:
    path.write_bytes(edited(path.read_bytes()))
    return path.read_bytes()


def reason(desk: Desk) -> None:
    """A correction that changes what the letter says."""
    set_value(desk, "alasan.csv", "suku cadang", "bahan")


def test_a_letter_taken_out_lies_under_a_name_people_read_and_is_never_taken_twice(desk: Desk) -> None:
    path = take(desk)
    assert path == desk.naskah / "Surat penjelasan capaian - Dinas Satu.docx"
    before = edit(path)
    assert take(desk) == path
    assert path.read_bytes() == before
    assert [one.name for one in desk.naskah.iterdir()] == [path.name]


def test_a_copy_nobody_edited_follows_the_newest_build(desk: Desk) -> None:
    path = take(desk)
    before = path.read_bytes()
    reason(desk)
    newest = rebuild(desk)
    assert path.read_bytes() != before
    assert path_of(newest, SURAT, copies(desk))[1] is False


def test_an_edited_copy_is_kept_by_a_rebuild_and_counts_while_the_letter_says_the_same(desk: Desk) -> None:
    path = take(desk)
    before = edit(path)
    set_value(desk, "pejabat.csv", "Nama Pejabat Dua", "Nama Pejabat Lain")
    newest = rebuild(desk)
    assert path_of(newest, SURAT, copies(desk)) == (path, True)
    assert path.read_bytes() == before


def test_an_edited_copy_whose_letter_changed_waits_for_a_choice(desk: Desk) -> None:
    before = edit(take(desk))
    reason(desk)
    newest = rebuild(desk)
    copy = copies(desk).copies[SURAT]
    assert (copy.disunting, copy.perlu_dipilih, copy.dipilih) == (True, True, False)
    with pytest.raises(ProblemsError) as caught:
        path_of(newest, SURAT, copies(desk))
    assert [one.kode for one in caught.value.problems] == ["naskah-perlu-dipilih"]
    assert copy.path.read_bytes() == before

    choose(desk, SATU, copy, newest, EDITED)
    assert path_of(newest, SURAT, copies(desk)) == (copy.path, True)
    kept = choose(desk, SATU, copies(desk).copies[SURAT], newest, NEW)
    assert kept.parent.name == "riwayat"
    assert kept.read_bytes() == before
    assert path_of(newest, SURAT, copies(desk)) == (newest.folder / f"surat-penjelasan/{SURAT[1]}.docx", False)


def test_word_holds_a_letter_open(desk: Desk) -> None:
    path = take(desk)
    edit(path)
    (desk.naskah / f"~${path.name[2:]}").write_bytes(b"")
    copy = copies(desk).copies[SURAT]
    assert copy.terbuka
    with pytest.raises(UsageError, match="sedang dibuka di Word"):
        choose(desk, SATU, copy, look(desk)[-1], NEW)


def test_a_letter_is_known_whatever_it_is_called_and_files_that_are_none_are_told(desk: Desk) -> None:
    path = take(desk)
    content = edit(path)
    path.rename(desk.naskah / "kiriman balik dari asisten (2).docx")
    (desk.naskah / "catatan rapat.docx").write_bytes(b"bukan zip")
    found = copies(desk)
    assert found.copies[SURAT].path.name == "kiriman balik dari asisten (2).docx"
    assert [(one.kode, one.nilai) for one in found.problems] == [("naskah-asing", "catatan rapat.docx")]
    path.write_bytes((look(desk)[-1].folder / f"surat-penjelasan/{SURAT[1]}.docx").read_bytes())
    twins = copies(desk)
    assert twins.copies[SURAT].path.read_bytes() == content
    assert {one.kode for one in twins.problems} == {"naskah-asing", "naskah-kembar"}


def test_a_letter_mailed_back_is_taken_over_and_the_edit_there_is_set_aside(desk: Desk) -> None:
    built = (look(desk)[-1].folder / f"surat-penjelasan/{SURAT[1]}.docx").read_bytes()
    for number, text in enumerate(("Dari asisten.", "Dari biro hukum.")):
        content = edited(built, text)
        known = recognise(content, "balik.docx", look(desk))
        assert known is not None
        assert (known.naskah, known.disunting) == (SURAT, True)
        assert adopt(desk, content, known, "balik.docx", copies(desk)).read_bytes() == content
        assert len(list((desk.naskah / "riwayat").glob("*"))) == number


def test_an_edit_in_the_folder_of_a_build_is_told_and_taken_over_once(desk: Desk) -> None:
    edition = look(desk)[-1]
    path = edition.folder / f"surat-penjelasan/{SURAT[1]}.docx"
    content = edit(path)
    told = building.settle(desk, SATU, BuildResult(edition.folder, baru=False, dokumen=(), problems=()))
    assert [(one.kode, one.nilai) for one in told] == [("naskah-disunting-di-susunan", path.name)]
    newest = rebuild(desk)
    assert newest.folder != edition.folder
    assert [one.nama for one in look(desk)] == ["Rancangan"]
    log = events.read(desk)
    kept = keep(desk, SATU, path, look(desk), log)
    assert kept is not None
    assert kept.read_bytes() == content
    assert list(edited_in_builds(desk, events.read(desk))) == []
    assert path_of(newest, SURAT, copies(desk)) == (kept, True)


def test_the_zip_holds_the_edit_and_says_so(desk: Desk) -> None:
    path = take(desk)
    content = edit(path)
    edition, stream = look(desk)[-1], BytesIO()
    chosen = handing.made(edition)
    assert handing.write_zip(stream, edition, copies(desk), chosen) == [f"surat-penjelasan/{SURAT[1]}.docx"]
    with zipfile.ZipFile(stream) as package:
        assert len(package.namelist()) == len(chosen)
        assert package.read(f"surat-penjelasan/{SURAT[1]}.docx") == content
