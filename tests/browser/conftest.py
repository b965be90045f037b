"""A browser for the whole session, and the quarters it looks at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from p3dn_reports.desk.inbox import drop
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.sending import Dispatch, mark
from p3dn_reports.pipeline import BuildResult
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.web.worker import Worker
from tests.browser.served import serving
from tests.desk.quarter import SURAT, _built, desk, desk_of, rebuild, set_value  # noqa: F401
from tests.desk.rooms import SATU
from tests.pipeline.folders import BASE, ROOT, folder_of

EXAMPLE, FAULTY, EMPTY = "contoh-dki-2024-tw4", "2024-tw4", "2025-tw1"
_NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, which finds no other computer."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed (apt install chromium)")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=[_NOWHERE])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    """One process for all builds of the session: its imports and templates are read once."""
    made = Worker()
    yield made
    made.close()


@pytest.fixture(scope="session")
def full(
    tmp_path_factory: pytest.TempPathFactory,
    builds: dict[str, BuildResult],
    _built: Path,  # noqa: F811
    worker: Worker,
) -> Iterator[DeskServer]:
    """A server over three quarters, for reading: the example as it is, one with all that can go wrong, an empty one."""
    root = tmp_path_factory.mktemp("layar") / "kerja"
    shutil.copytree(_built, root)
    _spoil(desk_of(root))
    shutil.copytree(ROOT / "inputs" / EXAMPLE, root / "inputs" / EXAMPLE)
    made = folder_of(builds[EXAMPLE])
    shutil.copytree(made, root / "outputs" / EXAMPLE / made.name)
    shutil.copytree(ROOT / "docs", root / "docs")
    (root / "inputs" / EMPTY).mkdir()
    with serving(desk_of(root).workspace, worker) as server:
        yield server


def _spoil(desk: Desk) -> None:  # noqa: F811
    """A letter sent, then a cell that withholds, then a build; and files that wait."""
    mark(desk, SATU, SURAT, Dispatch(lewat="SRIKANDI"))
    set_value(desk, "realisasi_bayar.csv", ";60000000;", ";enam puluh juta;")
    rebuild(desk)
    with (BASE / "realisasi_bayar.csv").open("rb") as stream:
        drop(desk, "realisasi_bayar.csv", stream)
    with (ROOT / "LICENSE").open("rb") as stream:
        drop(desk, "catatan-rapat.csv", stream)
