"""Runs one server on this computer alone: binds, tells its one-time address, and stops when nobody is there."""

from __future__ import annotations

import _thread
import os
import signal
import socket
import time
from collections.abc import Callable
from datetime import date
from threading import Thread, Timer

import waitress

from p3dn_reports.errors import UsageError
from p3dn_reports.web import running
from p3dn_reports.web.application import LARGEST, create_app
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.workspace import Workspace

HOST = "127.0.0.1"
IDLE = 2 * 60 * 60
"""Seconds without a request after which the server stops, unless it is building."""

_FAREWELL, _LOOK = 0.7, 30.0


def serve(
    workspace: Workspace,
    opened: Callable[[str], object],
    *,
    port: int = 0,
    read_only: bool = False,
    day: date | None = None,
    quarter: str | None = None,
) -> None:
    """Serve the workspace until it is closed; `opened` gets the one-time address, of a server that runs already too.

    `port` 0 takes a free one, `day` looks as from that day, `quarter` is opened first. Raises UsageError where the port
    is taken.
    """
    word = running.place(workspace, os.environ)
    if not port and (there := running.address(word)):
        opened(there)
        return
    listening = _listen(port)
    server = DeskServer(workspace, listening.getsockname()[1], read_only=read_only, stop=_stop_soon)
    server.last_quarter = quarter
    if day:
        server.today = lambda: day
    running.leave(word, server.port, server.secret)
    try:
        _run(server, listening, opened)
    finally:
        running.forget(word)
        server.worker.close()


def _run(server: DeskServer, listening: socket.socket, opened: Callable[[str], object]) -> None:
    program = waitress.create_server(
        create_app(server), sockets=[listening], threads=8, ident=None, max_request_body_size=LARGEST
    )
    Thread(target=server.worker.warm, daemon=True).start()
    Thread(target=_stop_when_idle, args=(server,), daemon=True).start()
    for stop in (signal.SIGINT, signal.SIGTERM):  # a shell's background ignores the first, which stops the server too
        signal.signal(stop, signal.default_int_handler)
    opened(server.address)
    program.run()


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise UsageError(
            f"Port {port} sedang dipakai program lain. Sebutkan port lain, atau jalankan tanpa --port."
        ) from error
    return listening


def _stop_soon() -> None:
    """Stop once the last answer is on its way; the server takes it as Ctrl-C."""
    timer = Timer(_FAREWELL, _thread.interrupt_main)
    timer.daemon = True
    timer.start()


def _stop_when_idle(server: DeskServer) -> None:
    while time.monotonic() - server.last_seen < IDLE or server.worker.current:
        time.sleep(_LOOK)
    _thread.interrupt_main()
