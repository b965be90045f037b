"""What one running server knows: its workspace and address, who may enter, its worker, and what it has read."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from flask import Flask

from p3dn_reports.web.asking import Asking
from p3dn_reports.web.drafts import Drafts
from p3dn_reports.web.keys import Keys
from p3dn_reports.web.previews import Previews
from p3dn_reports.web.shelf import Shelf
from p3dn_reports.web.worker import Worker
from p3dn_reports.workspace import Workspace

_NAME = "meja"


def today() -> date:
    """The day on this computer's clock."""
    return datetime.now(UTC).astimezone().date()


@dataclass(slots=True)
class DeskServer:
    """One server. `today` may be another day than the clock's, for looking back; `stop` ends the program.

    `secret` gets this person's next double-click a new one-time address.
    """

    workspace: Workspace
    port: int
    read_only: bool = False
    today: Callable[[], date] = today
    stop: Callable[[], None] = lambda: None
    keys: Keys = field(default_factory=Keys)
    worker: Worker = field(default_factory=Worker)
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    last_seen: float = field(default_factory=time.monotonic)
    last_quarter: str | None = None
    shelf: Shelf = field(init=False)
    asking: Asking = field(init=False)
    drafts: Drafts = field(init=False)
    previews: Previews = field(init=False)

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.workspace)
        self.asking = Asking(self.workspace, self.worker)
        self.drafts = Drafts(self.workspace, self.worker)
        self.previews = Previews(self.workspace, self.worker)

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which a browser on this computer may ask."""
        return frozenset({f"127.0.0.1:{self.port}", f"localhost:{self.port}"})

    @property
    def cookie(self) -> str:
        """The cookie's name: cookies are shared between ports, servers are not."""
        return f"meja_{self.port}"

    @property
    def address(self) -> str:
        """A one-time address that lets a browser in."""
        return f"http://127.0.0.1:{self.port}/masuk?kunci={self.keys.issue()}"

    def seen(self) -> None:
        """Note that somebody is at work."""
        self.last_seen = time.monotonic()

    def inputs(self, name: str) -> Path | None:
        """The inputs folder called `name`; None where there is none of just that name."""
        return next((folder for folder in self.workspace.inputs_folders() if folder.name == name), None)

    def last_used(self) -> Path | None:
        """The inputs folder of the quarter used last, else the only one there is."""
        folders = self.workspace.inputs_folders()
        last = self.inputs(self.last_quarter) if self.last_quarter else None
        return last or (folders[0] if len(folders) == 1 else None)

    def attach(self, app: Flask) -> None:
        """Let the screens of `app` find this."""
        app.extensions[_NAME] = self


def server_of(app: Flask) -> DeskServer:
    """The server that `app` belongs to."""
    return cast("DeskServer", app.extensions[_NAME])
