from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.desk.turns import at_work, turn
from p3dn_reports.errors import ProblemsError

from .rooms import DUA, SATU, desk_in


def test_who_builds_is_told_while_they_do(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    assert at_work(desk) is None
    assert not desk.susunan.exists()
    with turn(desk, DUA):
        other = at_work(desk)
        assert str(other).startswith("Petugas Contoh 2 sedang menyusun naskah di PC-CONTOH-02 sejak ")
        with pytest.raises(ProblemsError) as error, turn(desk, SATU):
            pytest.fail("dua sekaligus")
        assert (error.value.problems[0].kode, error.value.problems[0].pesan) == ("sedang-disusun", str(other))
    assert at_work(desk) is None
    with turn(desk, SATU):
        assert at_work(desk)


@pytest.mark.parametrize("note", ["", "{", "[]", '{"oleh": "a"}', '{"oleh": "a", "komputer": "b", "sejak": "kemarin"}'])
def test_a_note_is_trusted_only_while_the_lock_is_held_and_never_blindly(tmp_path: Path, note: str) -> None:
    desk = desk_in(tmp_path)
    with turn(desk, DUA):
        left = (desk.susunan / ".kunci.json").read_bytes()
    (desk.susunan / ".kunci.json").write_bytes(left)
    assert at_work(desk) is None
    with turn(desk, SATU):
        (desk.susunan / ".kunci.json").write_text(note, encoding="utf-8")
        assert at_work(desk) is None
        with pytest.raises(ProblemsError), turn(desk, DUA):
            pytest.fail("dua sekaligus")


def test_what_goes_wrong_in_a_turn_is_told_as_it_is(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    with pytest.raises(ZeroDivisionError), turn(desk, SATU):
        raise ZeroDivisionError
    assert at_work(desk) is None
