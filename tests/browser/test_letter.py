"""Journeys 6, 7 and 8 of the design: blanks filled by the keyboard, numbers from Excel, a letter edited in Word."""

from __future__ import annotations

from hashlib import sha256

import pytest
from playwright.sync_api import Browser

from p3dn_reports.desk.places import Desk
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.web.worker import Worker
from tests.browser.person import Person, coming_in
from tests.browser.served import serving
from tests.desk.quarter import SURAT, edited, look, rebuild, set_value
from tests.desk.test_requests import unanswered
from tests.web.test_letter import REASON

pytestmark = pytest.mark.peramban
PAGE = f"/t/2024-tw4/naskah/{'/'.join(SURAT)}"


def test_seven_blanks_are_filled_by_the_keyboard_alone(browser: Browser, worker: Worker, desk: Desk) -> None:
    unanswered(desk, "alasan", "kronologi")
    rebuild(desk)
    theirs = {path.name: sha256(path.read_bytes()).digest() for path in desk.masukan.iterdir()}
    with serving(desk.workspace, worker) as server, coming_in(browser, server) as person:
        person.press("Naskah")
        person.press("Dinas Satu, Surat penjelasan capaian")
        person.page.get_by_label("Tindak lanjut").first.wait_for()
        held = [one.get_attribute("name") for one in person.page.locator("fieldset > div [name]").all()]
        assert set(held) == set(REASON)
        _type(person, [REASON[str(name)] for name in held])
        person.press("Simpan dan susun ulang")
        person.page.wait_for_url(f"**{PAGE}")
        person.page.get_by_text("Tidak ada yang kosong").wait_for()
        assert "LENGKAPI" not in person.text
    (letter,) = (one for one in look(desk)[-1].dokumen if (one["id"], one["unit"]) == SURAT)
    assert letter["status"] == "lengkap"
    now = {path.name: sha256(path.read_bytes()).digest() for path in desk.masukan.iterdir()}
    assert {name: now[name] for name in theirs} == theirs
    assert set(now) - set(theirs) == {desk.isian.name}


def _type(person: Person, values: list[str]) -> None:
    """Fill the fields of the form in their order, going on by the tab key."""
    person.reach("Alasan")
    for number, value in enumerate(values):
        if number:
            person.page.keyboard.press("Tab")
            while person.page.evaluate("document.activeElement.tagName") == "SUMMARY":
                person.page.keyboard.press("Tab")
        person.page.keyboard.type(value)


def test_numbers_are_pasted_from_excel(browser: Browser, worker: Worker, desk: Desk) -> None:
    with serving(desk.workspace, worker) as server, coming_in(browser, server) as person:
        person.click("Naskah")
        person.click("Nomor dan tanggal")
        fields = person.page.get_by_label("Nomor, ", exact=False)
        fields.first.wait_for()
        lines = [f"e-Contoh-{number}\t{number + 1} Desember 2024" for number in range(2)]
        person.page.evaluate(_PASTE, "\r\n".join([*lines, ""]))
        assert [one.input_value() for one in fields.all()[:3]] == ["e-Contoh-0", "e-Contoh-1", ""]
        days = person.page.get_by_label("Tanggal, ", exact=False)
        assert [one.input_value() for one in days.all()[:3]] == ["1 Desember 2024", "2 Desember 2024", ""]
        numbered, empty = (fields.nth(place).get_attribute("name") or "" for place in (1, 2))
        person.click("Simpan dan susun ulang")
        person.page.wait_for_url("**/t/2024-tw4/")
        assert "e-Contoh-1" in _said(person, numbered)
        assert "${nomor_naskah}" in _said(person, empty)


_PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData("text", text);
  const field = document.querySelector("[data-paste] input");
  field.focus();
  field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def _said(person: Person, field: str) -> str:
    """What the letter of a field of the table says, from its file."""
    person.go(f"/t/2024-tw4/naskah/{field.removeprefix('nomor ')}")
    with person.page.expect_download() as taken:
        person.page.get_by_role("link", name="Unduh").click()
    return outline(taken.value.path().read_bytes())


@pytest.mark.parametrize("choice", ["Pakai", "Tetap pakai suntingan saya"])
def test_a_letter_edited_in_word_is_never_lost(browser: Browser, worker: Worker, desk: Desk, choice: str) -> None:
    with serving(desk.workspace, worker) as server, coming_in(browser, server) as person:
        person.go(PAGE)
        person.click("Sunting di Word")
        (path,) = desk.naskah.glob("*.docx")
        path.write_bytes(mine := edited(path.read_bytes()))
        set_value(desk, "alasan.csv", "suku cadang", "bahan")
        person.click("Beranda")
        person.click("Susun ulang")
        person.page.get_by_role("link", name="Lanjutkan").wait_for()
        assert path.name in person.text
        person.click("Naskah")
        assert "Suntingan perlu dipilih" in person.text
        person.click("Dinas Satu")
        offered = person.page.locator("#banding button").all_inner_texts()
        assert [one.partition(" ")[0] for one in offered] == ["Pakai", "Tetap", "Buka"]
        assert person.page.locator("ins", has_text="bahan").count()
        person.click(choice)
        assert "perlu dipilih" not in person.text
    kept = [one.read_bytes() for one in desk.naskah.rglob("*.docx")]
    assert mine in kept
    assert (path.read_bytes() == mine) is choice.startswith("Tetap")
