"""Every page, each opened once: WCAG 2.2 AA as axe-core reads it, no overflow, nothing complained of, its size.

P3DN_LAYAR names a folder for pictures of them all, for people to look at.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from p3dn_reports.web.application import create_app
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.web.worker import Job, State
from tests.browser.conftest import EXAMPLE, FAULTY
from tests.browser.person import Person, coming_in
from tests.web.crawl import WAITING, Crawl, crawl

pytestmark = pytest.mark.peramban

WIDTHS = (1440, 1366, 1280, 720, 640, 320, 390)
"""Pixels: the screens of the offices, the first and the third of them at 200%, 1280 at 400%, and a telephone."""

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
LARGEST = 60_000
_MADE_FIRST = {
    *("returns.unduh", "requests.berkas", "requests.paket", "brief.pdf"),
    *("drafts.komentar", "drafts.halaman", "drafts.unduh_pratinjau", "letter.halaman"),
}
_NO_PAGES = {"static", "guard.masuk", "jobs.pekerjaan", "jobs.keadaan", "drafts.keadaan"} | _MADE_FIRST
"""The way in, the pages of long work, which are looked at apart, and downloads that are there once they are made."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a page: the rules it breaks, the widths at which it overflows, the bytes it has."""

    broken: list[str]
    overflows: list[int]
    size: int


@pytest.fixture(scope="module")
def linked(full: DeskServer) -> Crawl:
    client = create_app(full).test_client()
    base = f"http://127.0.0.1:{full.port}"
    client.get(full.address.removeprefix(base), base_url=base)
    return crawl(client, base)


@pytest.fixture(scope="module")
def looks(browser: Browser, full: DeskServer, linked: Crawl) -> Mapping[str, Look]:
    """Every page by its path, and the quarter's pages of long work."""
    with coming_in(browser, full) as person:
        found = {path: _look(person, path) for path in linked.pages}
        with _jobs(full) as paths:
            return found | {path: _look(person, path) for path in paths}


def test_every_page_is_accessible(looks: Mapping[str, Look]) -> None:
    assert {path: look.broken for path, look in looks.items() if look.broken} == {}


def test_no_page_is_wider_than_its_screen(looks: Mapping[str, Look]) -> None:
    assert {path: look.overflows for path, look in looks.items() if look.overflows} == {}


def test_every_screen_is_linked_to(full: DeskServer, linked: Crawl) -> None:
    """A page that no link leads to would be held by none of these tests."""
    rules = create_app(full).url_map.iter_rules()
    shown = {rule.endpoint for rule in rules if "GET" in (rule.methods or ())}
    assert shown - linked.endpoints <= _NO_PAGES


def test_no_page_is_large(looks: Mapping[str, Look]) -> None:
    assert {path: look.size for path, look in looks.items() if look.size > LARGEST} == {}


@contextmanager
def _jobs(server: DeskServer) -> Iterator[list[str]]:
    """The pages of long work as it ended each way, and of one at work."""
    jobs = server.worker.jobs
    for state in State:
        jobs[state.value] = Job(state.value, "susun", FAULTY, {}, state, ["Membaca 6 berkas"], [0.0], 2, 9)
    yield [f"/pekerjaan/{state.value}" for state in State if state is not State.SELESAI]
    for state in State:
        del jobs[state.value]


def _look(person: Person, path: str) -> Look:
    assert person.go(path) == 200, path
    if not path.startswith("/pekerjaan"):
        person.page.wait_for_selector(WAITING, state="detached")
    size = len(person.page.content().encode())
    overflows = [width for width in WIDTHS if _overflows(person, width)]
    broken = _broken(person) if EXAMPLE not in path else []
    person.page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    broken += [one for one in _broken(person) if one not in broken]
    if os.environ.get("P3DN_LAYAR"):
        _draw(person, Path(os.environ["P3DN_LAYAR"]), path)
    return Look(broken, overflows, size)


def _overflows(person: Person, width: int) -> bool:
    person.page.set_viewport_size({"width": width, "height": 900})
    return bool(person.page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def _broken(person: Person) -> list[str]:
    found = Axe().run(person.page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"][:3]]


def _draw(person: Person, folder: Path, path: str) -> None:
    name = path.strip("/").replace("/", "-").replace("?", "-")
    for width in (390, 1440):
        person.page.set_viewport_size({"width": width, "height": 900})
        person.page.screenshot(path=folder / f"{name}-{width}.png", full_page=True)
