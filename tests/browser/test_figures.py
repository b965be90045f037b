"""Journeys 5 and 12 of the design: a figure down to its cell by the keyboard alone, what if, one page for the Sekda."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser
from pypdfium2 import PdfDocument

from p3dn_reports.pdf import find_program
from p3dn_reports.web.desk_server import DeskServer
from tests.browser.conftest import EXAMPLE
from tests.browser.person import coming_in

pytestmark = pytest.mark.peramban


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
def test_a_figure_is_followed_to_its_cell(browser: Browser, full: DeskServer, *, javascript: bool) -> None:
    with coming_in(browser, full, javascript=javascript) as person:
        person.press("Ganti triwulan")
        person.press(EXAMPLE)
        person.press("Satuan Kerja")
        person.reach("Cari nama atau kode")
        person.page.keyboard.type("pamong")
        if not javascript:
            person.page.keyboard.press("Enter")
        person.page.get_by_text("1 baris ditampilkan").wait_for()
        assert "Dinas Kesehatan" not in person.text
        person.press("Satuan Polisi Pamong Praja")
        person.page.get_by_text("Dari ketentuan sampai ke sel").wait_for()
        assert all(
            one in person.text for one in ("100,0001%", "Rp240.000.240.000", "Lebih Rp240.000,00 dari batas 100%")
        )
        assert re.search(r"Laporan Realisasi!E\d+\s+bpkd-realisasi-pembayaran.xlsx", person.text)


def test_the_slider_says_what_the_engine_says(browser: Browser, full: DeskServer) -> None:
    with coming_in(browser, full) as person:
        person.go(f"/t/{EXAMPLE}/andaikan")
        person.page.get_by_label("Ambang bawah", exact=False).last.fill("75")
        moved = {name.partition("\n")[0] for name in person.page.locator("[data-movers] tbody th").all_inner_texts()}
        assert f"{len(moved)} satuan kerja berubah status" in person.text
        person.click("Hitung akibat lengkap")
        whole = person.page.locator("[data-whole-result] table", has_text="berubah status").first
        whole.wait_for()
        assert {*whole.locator("tbody th").all_inner_texts()} == moved
        assert len(moved) > 1


def test_the_page_for_the_sekda_is_one_page(browser: Browser, full: DeskServer) -> None:
    with coming_in(browser, full) as person:
        person.go(f"/t/{EXAMPLE}/ringkasan")
        paper = person.page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


@pytest.mark.soffice
@pytest.mark.skipif(find_program() is None, reason="LibreOffice is not on this computer")
def test_the_summary_is_taken_along_as_one_page_of_pdf(browser: Browser, full: DeskServer) -> None:
    with coming_in(browser, full) as person:
        person.go(f"/t/{EXAMPLE}/ringkasan")
        person.click("Buat PDF")
        person.page.wait_for_url("**/ringkasan")
        with person.page.expect_download() as taken:
            person.page.get_by_role("link", name="Unduh PDF").click()
        assert len(PdfDocument(taken.value.path())) == 1
