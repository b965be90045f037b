"""A server over the small base quarter, and a browser that has come in by its one-time address."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from p3dn_reports.desk.places import Desk
from p3dn_reports.web.application import create_app
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.web.jobs import done
from p3dn_reports.web.tasks import TASKS
from p3dn_reports.web.worker import Job, State, Worker
from tests.desk.quarter import _built, desk  # noqa: F401

PORT = 8765
BASE = f"http://127.0.0.1:{PORT}"
QUARTER = "/t/2024-tw4"


class Visitor:
    """A browser: it keeps the cookie, and sends forms with the key that their page holds."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str, **more: Any) -> str:
        answer = self.client.get(path, base_url=BASE, **more)
        assert answer.status_code == 200, (path, answer.status_code)
        text: str = answer.data.decode("utf-8", errors="replace")
        return text

    def status(self, path: str, method: str = "GET", **more: Any) -> int:
        return self.client.open(path, method=method, base_url=BASE, **more).status_code

    def key(self) -> str:
        found = re.search(r'name="kunci_isian" value="([^"]+)"', self.get("/tutup"))
        assert found
        return found.group(1)


class AtOnce(Worker):
    """The worker's work done at once and in this process; what came of it goes through the same pipe."""

    def begin(self, kind: str, quarter: str, **arguments: Any) -> Job:
        job = Job(f"{len(self.jobs):012x}", kind, quarter, arguments, State.BERJALAN)
        self.jobs[job.id] = job
        report = done(TASKS[kind], lambda done, total, what: job.hear(("tahap", done, total, what)), arguments)
        job.hear(pickle.loads(pickle.dumps(report)))  # noqa: S301 - our own
        return job


@pytest.fixture
def server(desk: Desk) -> Iterator[DeskServer]:  # noqa: F811
    made = DeskServer(desk.workspace, PORT, today=lambda: date(2024, 12, 30), worker=AtOnce())
    yield made
    made.worker.close()


@pytest.fixture
def stranger(server: DeskServer) -> Visitor:
    app = create_app(server)
    return Visitor(app.test_client())


@pytest.fixture
def visitor(server: DeskServer, stranger: Visitor) -> Visitor:
    address = server.address.removeprefix(BASE)
    assert stranger.status(address) == 303
    return stranger


def bytes_of(root: Path) -> dict[str, bytes]:
    """Every file of a folder of work, by its place."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
