"""The small base quarter on a desk of its own, built once and copied for every test that works on it."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from p3dn_reports import pipeline
from p3dn_reports.desk import events
from p3dn_reports.desk.building import settle
from p3dn_reports.desk.editions import Edition, editions
from p3dn_reports.desk.letters import Letters, letters
from p3dn_reports.desk.places import Desk
from p3dn_reports.workspace import Workspace
from tests.pipeline.folders import BASE, ROOT

from .rooms import SATU

SATU_UNIT, BIRO = "1.01.0.00.0.00.01.0000", "4.01.0.00.0.00.01.0001"
SURAT = ("surat_penjelasan", SATU_UNIT)


def desk_of(root: Path) -> Desk:
    """The desk in a folder of work under the repository's own rules, schemas and templates."""
    place = Workspace(
        root=root,
        rules=ROOT / "rules.yaml",
        schemas=ROOT / "schemas",
        templates=ROOT / "templates/docx",
        inputs=root / "inputs",
        outputs=root / "outputs",
    )
    return Desk.of(place, root / "inputs" / "2024-tw4")


def rebuild(desk: Desk) -> Edition:
    """Build, with all that follows a build; the newest edition."""
    settle(desk, SATU, pipeline.build(desk.workspace, desk.masukan))
    (newest,) = (one for one in look(desk) if one.terbaru)
    return newest


def look(desk: Desk) -> list[Edition]:
    return editions(desk, events.read(desk))


def copies(desk: Desk) -> Letters:
    log = events.read(desk)
    return letters(desk, editions(desk, log), log)


def edited(content: bytes, text: str = "Ditambahkan petugas.") -> bytes:
    """A document as a person saves it after adding a line."""
    paper = Document(BytesIO(content))
    paper.add_paragraph(text)
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()


def set_value(desk: Desk, berkas: str, old: str, new: str) -> None:
    """Correct an input file, as its sender would."""
    path = desk.masukan / berkas
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("meja")
    shutil.copytree(BASE, root / "inputs" / "2024-tw4")
    rebuild(desk_of(root))
    return root


@pytest.fixture
def desk(_built: Path, tmp_path: Path) -> Desk:
    """The base quarter, built and told."""
    shutil.copytree(_built, tmp_path / "kerja")
    return desk_of(tmp_path / "kerja")
