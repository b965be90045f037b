"""Journeys 10 and 11 of the design: two at one folder, and a build that is cancelled or ended from outside."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from p3dn_reports.desk import events
from p3dn_reports.desk.inbox import drop
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.turns import turn
from p3dn_reports.outputs.verify import verify
from p3dn_reports.web.worker import Worker
from tests.browser.person import Person, coming_in
from tests.browser.served import serving
from tests.desk.quarter import desk_of, look, set_value

pytestmark = pytest.mark.peramban
BAYAR = "realisasi_bayar.csv"


@pytest.fixture
def cold() -> Iterator[Worker]:
    """A worker of the test's own: it is to be ended, and long enough at work to be."""
    made = Worker()
    yield made
    made.close()


def test_a_build_that_is_stopped_leaves_the_last_edition_whole(browser: Browser, cold: Worker, desk: Desk) -> None:
    (edition,) = look(desk)
    set_value(desk, BAYAR, ";60000000;", ";61000000;")
    with serving(desk.workspace, cold) as server, coming_in(browser, server) as person:
        _begin(person)
        person.click("Batalkan")
        person.page.get_by_role("heading", name="Dibatalkan").wait_for()
        assert f"Tidak ada yang tertulis; {edition.nama} tetap" in person.text
        _begin(person)
        _kill(cold)
        person.page.get_by_text("berhenti sendiri").wait_for()
        person.go("/t/2024-tw4/")
        assert edition.nama in person.text
    assert [one.folder for one in look(desk)] == [edition.folder]
    assert not verify(edition.folder)


def test_two_at_one_folder_hear_of_each_other(
    browser: Browser, worker: Worker, cold: Worker, desk: Desk, tmp_path: Path
) -> None:
    with (
        serving(desk.workspace, worker) as ours,
        serving(desk.workspace, cold) as theirs,
        coming_in(browser, ours) as one,
        coming_in(browser, theirs) as other,
    ):
        with (desk.masukan / BAYAR).open("rb") as stream:
            drop(desk, BAYAR, BytesIO(stream.read().replace(b";60000000;", b";61000000;")))
        for person in (one, other):
            person.click("Kotak Masuk")
            person.page.get_by_role("button", name="Terima").wait_for()
        one.click("Terima")
        other.click("Terima")
        assert "tidak ada" in other.text.lower() or "baru saja" in other.text
        assert other.complaints.pop().startswith("Failed to load resource")
        other.go("/t/2024-tw4/kotak-masuk")
        assert "diterima" in other.text
        with turn(desk, Petugas("Petugas Contoh 2", "PC-CONTOH-02")):
            _begin(one, "Petugas Contoh 2 sedang menyusun naskah di PC-CONTOH-02 sejak")
            assert one.go("/t/2024-tw4/satuan-kerja") == 200
    shutil.copytree(desk.workspace.root, tmp_path / "pindah")
    moved = desk_of(tmp_path / "pindah")
    assert [event.nama for event in events.read(moved).events] == [event.nama for event in events.read(desk).events]


def _begin(person: Person, told: str = "Membaca") -> None:
    person.go("/t/2024-tw4/")
    person.click("Susun ulang")
    person.page.get_by_text(told).first.wait_for()


def _kill(worker: Worker) -> None:
    process = worker._process
    assert process
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
