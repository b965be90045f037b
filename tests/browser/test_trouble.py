"""Journeys 10 and 11 of the design: two at one folder, and a build that is cancelled or ended from outside."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from p3dn_reports.desk.places import Desk
from p3dn_reports.outputs.verify import verify
from p3dn_reports.web.worker import Worker
from tests.browser.person import Person, coming_in
from tests.browser.served import serving
from tests.desk.quarter import look, set_value

pytestmark = pytest.mark.peramban


@pytest.fixture
def cold() -> Iterator[Worker]:
    """A worker of the test's own: it is to be ended, and long enough at work to be."""
    made = Worker()
    yield made
    made.close()


def test_a_build_that_is_stopped_leaves_the_last_edition_whole(browser: Browser, cold: Worker, desk: Desk) -> None:
    (edition,) = look(desk)
    set_value(desk, "realisasi_bayar.csv", ";60000000;", ";61000000;")
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


def _begin(person: Person) -> None:
    person.go("/t/2024-tw4/")
    person.click("Susun ulang")
    person.page.get_by_text("Membaca").wait_for()


def _kill(worker: Worker) -> None:
    process = worker._process
    assert process
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
