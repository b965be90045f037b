"""What several rooms of tests look at, made once."""

from __future__ import annotations

import signal

import pytest
from hypothesis import settings

from p3dn_reports import pipeline
from p3dn_reports.cli.language import speak_indonesian
from p3dn_reports.pipeline import BuildResult
from tests.pipeline.folders import EXAMPLES, ROOT, workspace

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it, and so would children
speak_indonesian()  # as the program does, before a test imports click, which takes its words over at once
settings.register_profile("p3dn", deadline=None)  # no test measures time
settings.load_profile("p3dn")


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BuildResult]:
    """What came of each example, in an outputs folder of the session's own."""
    outputs = tmp_path_factory.mktemp("contoh")
    return {name: pipeline.build(workspace(outputs), ROOT / "inputs" / name) for name in EXAMPLES}
