"""A build on the desk: its stages with how long they took, and a turn that is taken only where something is made."""

from __future__ import annotations

from p3dn_reports.desk.places import Desk
from p3dn_reports.web.tasks import TASKS
from p3dn_reports.web.worker import Job
from tests.desk.quarter import look, set_value
from tests.web.conftest import bytes_of


def test_what_is_over_says_how_long_it_took() -> None:
    job = Job(
        "0", "susun", "2024-tw4", {}, stages=["Membaca 6 berkas", "Menghitung", "Menyusun"], begun=[10.0, 11.25, 73]
    )
    assert job.told == ["Membaca 6 berkas (1,3 detik)", "Menghitung (61,8 detik)", "Menyusun"]


def test_every_stage_is_clocked_as_it_begins() -> None:
    job = Job("0", "susun", "2024-tw4", {})
    assert job.told == []
    for what in ("Membaca", "Menghitung"):
        job.hear(("tahap", 0, 0, what))
        job.hear(("tahap", 1, 9, what))
    assert len(job.begun) == len(job.stages) == 2
    assert job.told[0].startswith("Membaca (")
    assert job.told[1] == "Menghitung"


def test_a_build_that_stands_takes_no_turn_and_writes_nothing(desk: Desk) -> None:
    for left in desk.susunan.glob(".kunci*"):
        left.unlink()
    before = bytes_of(desk.workspace.root)
    assert TASKS["susun"].work(lambda *_: None, desk.workspace, desk.masukan) == []
    assert bytes_of(desk.workspace.root) == before
    set_value(desk, "alasan.csv", "suku cadang", "bahan")
    TASKS["susun"].work(lambda *_: None, desk.workspace, desk.masukan)
    assert len(look(desk)) == 2
    assert (desk.susunan / ".kunci").exists()
