"""What a person double-clicks: laid by `p3dn init`, in cmd.exe's own form. Windows itself is not at hand."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from p3dn_reports.workspace import init
from p3dn_reports.workspace.shipped import LAUNCHER


def test_a_new_workspace_has_its_launcher(tmp_path: Path) -> None:
    content = (init(tmp_path / "kerja").root / LAUNCHER).read_bytes()
    assert content.isascii()
    assert content.count(b"\r\n") == content.count(b"\n") > 1
    assert b'set "P3DN_WORKSPACE=%~dp0."' in content
    assert b"pythonw -m p3dn_reports.web" in content
    assert find_spec("p3dn_reports.web.__main__") is not None
