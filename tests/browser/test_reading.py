"""For those who hear the page or hold no mouse: the focus is where the reading should begin, counts are told."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, FilePayload

from p3dn_reports.web.desk_server import DeskServer
from tests.browser.conftest import EXAMPLE, FAULTY
from tests.browser.person import Person, coming_in

pytestmark = pytest.mark.peramban


def test_reading_begins_at_what_is_wrong(browser: Browser, full: DeskServer) -> None:
    with coming_in(browser, full) as person:
        person.go("/aturan?tanggal=kemarin")
        assert _focused(person) == "kemarin"
        person.go("/aturan?tanggal=30-12-2024")
        assert _focused(person) == ""


def test_a_refused_file_is_read_first(browser: Browser, full: DeskServer) -> None:
    with coming_in(browser, full) as person:
        person.go(f"/t/{FAULTY}/kotak-masuk")
        held = FilePayload(name="kiriman.zip", mimeType="application/zip", buffer=b"PK\x03\x04 bukan zip")
        with person.page.expect_navigation():
            person.page.locator("input[type=file]").set_input_files(held)
        assert "kiriman.zip" in _focused(person)
        assert person.complaints.pop().startswith("Failed to load resource: the server responded with a status of 422")


def test_the_first_key_leads_past_the_menu(browser: Browser, full: DeskServer) -> None:
    with coming_in(browser, full) as person:
        person.go(f"/t/{EXAMPLE}/")
        person.reach("Langsung ke isi")
        person.page.keyboard.press("Enter")
        assert person.page.evaluate("document.activeElement.id") == "isi"


def _focused(person: Person) -> str:
    """What the element with the focus holds or says; nothing where none has it."""
    script = "(({ value, textContent, localName }) => localName === 'body' ? '' : value ?? textContent)"
    return str(person.page.evaluate(f"{script}(document.activeElement).trim()"))
