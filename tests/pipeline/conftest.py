"""The three example folders, each built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports import pipeline
from p3dn_reports.pipeline import BuildResult
from tests.pipeline.folders import ROOT, workspace

EXAMPLES = ("contoh-dki-2024-tw4", "contoh-pandeglang-2024", "kab-bandung-2025")


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BuildResult]:
    """What came of each example, in an outputs folder of the session's own."""
    outputs = tmp_path_factory.mktemp("contoh")
    return {name: pipeline.build(workspace(outputs), ROOT / "inputs" / name) for name in EXAMPLES}


def folder_of(result: BuildResult) -> Path:
    """The folder a build left."""
    assert result.folder is not None
    return result.folder
