"""The renders of the parity corpus, one template for each feature of the dialect, are valid too."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.documents.word.template import Template
from tests.documents_engine.test_parity import CONTEXT, REORDERED, TEMPLATES
from tests.validity import xsd

# Two are about other things: their drawing is but a frame, their colour a name.
CORPUS = {
    name: template
    for name, template in {**TEMPLATES, **REORDERED}.items()
    if name not in ("drawings in a loop", "cell colour")
}


@pytest.mark.parametrize("name", CORPUS)
def test_the_render_is_valid(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hasil.docx"
    path.write_bytes(Template.compile(CORPUS[name]).render(CONTEXT))
    assert xsd.faults(path) == []
