"""Where a running server leaves word for this person's next double-click: never on the share, for their eyes only."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from p3dn_reports.outputs.disk import make_folder, replace_file
from p3dn_reports.workspace import Workspace

PATH, HEADER = "/kunci-baru", "X-Rahasia"
_PATIENCE = 3.0


def place(workspace: Workspace, environ: Mapping[str, str]) -> Path:
    """The file of this workspace in the person's own folder for programs."""
    name = sha256(str(workspace.root).encode()).hexdigest()[:16]
    return _own_folder(environ) / f"meja-{name}.json"


def leave(file: Path, port: int, secret: str) -> None:
    """Write down where the server listens and the secret that gets a new key from it."""
    make_folder(file.parent)
    if sys.platform != "win32":
        file.parent.chmod(0o700)
    replace_file(file, json.dumps({"port": port, "rahasia": secret}).encode())


def forget(file: Path) -> None:
    """Take the word away again."""
    with suppress(OSError):
        file.unlink()


def address(file: Path) -> str | None:
    """A fresh one-time address of the server that runs already; None where none answers."""
    try:
        told = json.loads(file.read_bytes())
        connection = HTTPConnection("127.0.0.1", int(told["port"]), timeout=_PATIENCE)
        connection.request("POST", PATH, headers={HEADER: str(told["rahasia"]), "Content-Length": "0"})
        answer = connection.getresponse()
        text = answer.read().decode("ascii")
    except (OSError, ValueError, LookupError, TypeError, HTTPException):
        return None
    return text if answer.status == 200 and text.startswith("http://127.0.0.1:") else None


def _own_folder(environ: Mapping[str, str]) -> Path:
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "p3dn"
    return Path(environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "p3dn"
