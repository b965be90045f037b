"""Journeys 1, 2 and 4 of the design: the first day, files until there are letters, and an older file once more."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from p3dn_reports.desk.places import Desk
from p3dn_reports.web.worker import Worker
from p3dn_reports.workspace import init
from tests.browser.person import Person, coming_by, coming_in
from tests.browser.served import DoubleClick, running, serving
from tests.desk.quarter import desk_of, look
from tests.pipeline.folders import BASE

pytestmark = pytest.mark.peramban
BAYAR = "realisasi_bayar.csv"


def test_the_first_day(browser: Browser, tmp_path: Path) -> None:
    place = init(tmp_path / "Meja P3DN")
    (place.inputs / "2025-tw1").mkdir()
    click = DoubleClick(place.root, tmp_path)
    with running(click) as program:
        first = click.opened(1)
        with coming_by(browser, first) as person:
            assert person.where == "/triwulan"
            assert "kunci" not in person.page.url
            person.press("2025-tw1")
            assert "Belum ada berkas untuk triwulan ini" in person.text
            assert click.start().wait(30) == 0
            _second_tab(person, click.opened(2))
            assert _used_up(browser, first)
            person.press("Tutup meja kerja", "a")
            person.press("Tutup meja kerja", "button")
            assert "Meja kerja ditutup" in person.text
        assert program.wait(20) == 0
    assert not list((tmp_path / "state/p3dn").glob("meja-*"))


def _second_tab(person: Person, address: str) -> None:
    """A second double-click opens the quarter used last, in the server that runs."""
    assert address.startswith(f"{person.base}/")
    person.page.goto(address)
    assert person.where == "/t/2025-tw1/"


def _used_up(browser: Browser, address: str) -> bool:
    context = browser.new_context()
    answer = context.new_page().goto(address)
    context.close()
    return answer is not None and answer.status == 403


def test_from_a_zip_to_letters_by_the_keyboard_alone(browser: Browser, worker: Worker, tmp_path: Path) -> None:
    desk = desk_of(tmp_path / "kerja")
    desk.masukan.mkdir(parents=True)
    sent = Path(shutil.make_archive(str(tmp_path / "kiriman"), "zip", BASE))
    with serving(desk.workspace, worker) as server, coming_in(browser, server) as person:
        person.press("Buka Kotak Masuk")
        _choose(person, sent)
        person.press("Terima semua")
        person.press("Beranda")
        person.press("Susun naskah")
        person.page.wait_for_url("**/t/2024-tw4/")
        (edition,) = look(desk)
        complete = sum(one["status"] == "lengkap" for one in edition.dokumen)
        assert f"{complete} dari {len(edition.dokumen)}" in person.text
        person.press("Naskah")
        person.reach("Unduh ZIP")
        with person.page.expect_download() as taken:
            person.page.keyboard.press("Enter")
        with zipfile.ZipFile(io.BytesIO(taken.value.path().read_bytes())) as package:
            assert len(package.namelist()) == complete


def _choose(person: Person, sent: Path) -> None:
    """Choose a file by the keyboard; it is sent at once, and read before anything is asked."""
    with person.page.expect_file_chooser() as chooser:  # heard before a key is pressed: it may open at once
        person.reach("Pilih berkas")
        person.page.keyboard.press("Enter")
    with person.page.expect_navigation():
        chooser.value.set_files(sent)
    person.page.get_by_role("button", name="Terima semua").wait_for()


def test_an_older_file_brings_its_build_back(browser: Browser, worker: Worker, desk: Desk, tmp_path: Path) -> None:
    corrected = tmp_path / BAYAR
    corrected.write_bytes((desk.masukan / BAYAR).read_bytes().replace(b";60000000;", b";61000000;"))
    (first,) = look(desk)
    with serving(desk.workspace, worker) as server, coming_in(browser, server) as person:
        person.click("Kotak Masuk")
        with person.page.expect_navigation():
            person.page.locator("input[type=file]").set_input_files(corrected)
        person.click("Terima")
        _build(person)
        person.click("Kotak Masuk")
        person.click("Pakai lagi")
        _build(person)
        assert "Masukan berubah" not in person.text
    editions = look(desk)
    assert len(editions) == 2
    assert [one.folder for one in editions if one.terbaru] == [first.folder]


def _build(person: Person) -> None:
    person.click("Beranda")
    person.click("Susun ulang")
    person.page.wait_for_url("**/t/2024-tw4/")
