"""Journey 8, the template's part: a drafter breaks a field in Word, sees it told, and mends it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser

from p3dn_reports.desk.places import Desk
from p3dn_reports.pdf import find_program
from p3dn_reports.web.worker import Worker
from tests.browser.person import Person, coming_in
from tests.browser.served import serving
from tests.pipeline.folders import ROOT

pytestmark = pytest.mark.peramban
LETTER = "surat-penjelasan.docx"
RIGHT, WRONG = "{{ kop.baris_bawah }}", "{{ kop.baris_bawha }}"


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
def test_a_mistake_is_told_when_it_is_saved_and_gone_when_it_is_mended(
    browser: Browser, worker: Worker, desk: Desk, tmp_path: Path, *, javascript: bool
) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    place = replace(desk.workspace, templates=tmp_path / "templates" / "docx")
    with serving(place, worker) as server, coming_in(browser, server, javascript=javascript) as person:
        person.click("Templat Naskah")
        person.click(LETTER)
        _wait(person, "Baik", javascript=javascript)
        picture = _picture(person) if javascript and find_program() else None
        _save(place.templates / LETTER, RIGHT, WRONG)
        _wait(person, "1 kesalahan", javascript=javascript)
        finding = person.page.locator(".finding").inner_text()
        assert "Isi, paragraf 3" in finding
        assert "mungkin maksud Anda kop.baris_bawah" in finding
        assert person.page.locator("mark").inner_text() == "kop.baris_bawha"
        if picture:
            assert _picture(person) == picture
            assert "Dari simpanan terakhir yang benar" in person.text
        with person.page.expect_download() as copy:
            person.page.get_by_role("link", name="Unduh dengan komentar Word").click()
        assert next(one.text for one in Document(str(copy.value.path())).comments).startswith("Field kop.baris_bawha")
        _save(place.templates / LETTER, WRONG, RIGHT)
        _wait(person, "Baik", javascript=javascript)
        assert person.page.locator(".finding").count() == 0
        person.click("Cari field")
        person.page.get_by_label("Cari nama").fill("baris_bawah kop")
        person.click("Tampilkan")
        assert RIGHT in person.text


def _picture(person: Person) -> str:
    """The address of the first page of the preview, once it is drawn."""
    shown = person.page.get_by_alt_text("Halaman 1 dari")
    shown.wait_for()
    person.page.wait_for_function("document.querySelector('.pages img').naturalWidth > 500")
    return str(shown.get_attribute("src"))


def _wait(person: Person, state: str, *, javascript: bool) -> None:
    """Until the page says so: by itself, else by the link that loads it anew."""
    shown = person.page.get_by_role("heading", name=state)
    for _ in range(200):
        if javascript or shown.count():
            return shown.wait_for()
        person.click("muat ulang halaman ini")
    raise AssertionError(person.text)


def _save(path: Path, old: str, new: str) -> None:
    """Change the first paragraph that says `old`, and save as Word does: another file, put in its place."""
    paper, beside = Document(str(path)), path.with_suffix(".tmp")
    next(one for one in paper.paragraphs if one.text == old).text = new
    paper.save(str(beside))
    beside.replace(path)
