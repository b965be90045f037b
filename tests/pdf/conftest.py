from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .fake import Fake, install


@pytest.fixture
def fake(tmp_path: Path) -> Fake:
    if sys.platform == "win32":
        pytest.skip("the stand-in for LibreOffice is a script with a #! line")
    return install(tmp_path / "program files é")
