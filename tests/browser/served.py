"""Servers for the tests: one on a thread of theirs, as `p3dn web` runs it, and one started by a double-click."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread

import waitress

from p3dn_reports.web.application import create_app
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.web.server import HOST
from p3dn_reports.web.worker import Worker
from p3dn_reports.workspace import Workspace

DAY = date(2024, 12, 30)
_BROWSER = '#!/bin/sh\necho "$1" >> "$0.alamat"\n'


@contextmanager
def serving(workspace: Workspace, worker: Worker, *, read_only: bool = False) -> Iterator[DeskServer]:
    """Serve a workspace on a free port, as from the example's last day but one. The worker is left as it is."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.bind((HOST, 0))
    port = listening.getsockname()[1]
    server = DeskServer(workspace, port, read_only=read_only, today=lambda: DAY, worker=worker)
    program = waitress.create_server(create_app(server), sockets=[listening], threads=4, ident=None)
    thread = Thread(target=program.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        program.trigger.pull_trigger(program.close)
        thread.join(10)


class DoubleClick:
    """What the launcher starts, with a browser that only notes which addresses it is to open."""

    def __init__(self, root: Path, own: Path) -> None:
        self._browser = own / "peramban"
        self._browser.write_text(_BROWSER, encoding="utf-8")
        self._browser.chmod(0o700)
        self._environment = {
            **os.environ,
            "P3DN_WORKSPACE": f"{root}/.",
            "XDG_STATE_HOME": str(own / "state"),
            "BROWSER": f"{self._browser} %s",
        }

    def start(self) -> subprocess.Popen[bytes]:
        """Click; the program, which goes on where it serves and ends where another does."""
        return subprocess.Popen([sys.executable, "-m", "p3dn_reports.web"], env=self._environment)

    def opened(self, count: int) -> str:
        """The address that the browser was told the `count`-th time, waited for."""
        for _ in range(600):
            if len(told := self._told()) >= count:
                return told[count - 1]
            time.sleep(0.1)
        raise AssertionError(f"no browser was opened {count} times")

    def _told(self) -> list[str]:
        note = Path(f"{self._browser}.alamat")
        return note.read_text(encoding="utf-8").splitlines() if note.is_file() else []


@contextmanager
def running(double_click: DoubleClick) -> Iterator[subprocess.Popen[bytes]]:
    """The program of a first click, ended with its worker at the latest here."""
    program = double_click.start()
    try:
        yield program
    finally:
        program.send_signal(signal.SIGTERM)
        program.wait(20)
