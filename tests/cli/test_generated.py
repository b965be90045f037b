from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from p3dn_reports.messages import MESSAGES

ROOT = Path(__file__).resolve().parents[2]


def test_generated_files_are_those_of_today() -> None:
    """The help in README.md, docs/ and the compiled catalogue; `make docs` writes them."""
    command = [sys.executable, str(ROOT / "tools/docs.py"), "--check"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_every_finding_is_explained_in_the_list() -> None:
    told = (ROOT / "docs/galat.md").read_text(encoding="utf-8").splitlines()
    assert {f"### {kode}" for kode in MESSAGES} <= set(told)
