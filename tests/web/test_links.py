"""A link in a Word file leads nowhere from a page: whatever it says, it is never shown as a link."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from p3dn_reports.desk import inbox
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.sending import Dispatch, mark
from p3dn_reports.web.desk_server import DeskServer
from tests.desk.quarter import SURAT, look, rebuild, set_value
from tests.desk.rooms import SATU
from tests.pipeline.folders import ROOT
from tests.web.conftest import PORT, QUARTER, AtOnce, Visitor

EVIL = "javascript:alert(document.domain)"
LED = re.compile(r"(?:href|src|action|formaction)\s*=\s*[\"']?\s*javascript", re.IGNORECASE)


def with_link(content: bytes) -> bytes:
    """The Word file with a link that would run a script, called as its address is."""
    paper = Document(BytesIO(content))
    target = paper.part.relate_to(EVIL, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run = f"<w:r><w:t>Buka {EVIL}</w:t></w:r>"
    link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{target}">{run}</w:hyperlink>'
    paper.add_paragraph()._p.append(parse_xml(link))
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()


def shown(visitor: Visitor, *paths: str) -> str:
    pages = [visitor.get(path) for path in paths]
    assert [path for path, page in zip(paths, pages, strict=True) if LED.search(page)] == []
    return "".join(pages)


def _letter(desk: Desk) -> Path:
    edition = look(desk)[-1]
    (name,) = [one["berkas"] for one in edition.dokumen if (one["id"], one["unit"]) == SURAT]
    return edition.folder / str(name)


def test_a_letter_that_comes_back_with_one_is_only_text(visitor: Visitor, desk: Desk) -> None:
    letter = _letter(desk)
    inbox.drop(desk, letter.name, BytesIO(with_link(letter.read_bytes())))
    assert "Surat penjelasan" in shown(visitor, f"{QUARTER}/kotak-masuk", f"{QUARTER}/naskah")


def test_a_letter_sent_with_one_is_only_text(visitor: Visitor, desk: Desk) -> None:
    mark(desk, SATU, SURAT, Dispatch(isi=with_link(_letter(desk).read_bytes())))
    set_value(desk, "alasan.csv", "suku cadang", "bahan")
    rebuild(desk)
    assert "kalimat yang berbeda" in shown(visitor, f"{QUARTER}/riwayat?naskah={'/'.join(SURAT)}")


@pytest.fixture
def drafting(desk: Desk, tmp_path: Path) -> DeskServer:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    place = replace(desk.workspace, templates=tmp_path / "templates" / "docx")
    return DeskServer(place, PORT, worker=AtOnce())


class TestTemplates:
    """Of the drafter's own files."""

    @pytest.fixture
    def server(self, drafting: DeskServer) -> DeskServer:
        return drafting

    def test_a_template_with_one_is_told_and_shows_no_link(self, visitor: Visitor, server: DeskServer) -> None:
        path = server.workspace.templates / "surat-penjelasan.docx"
        path.write_bytes(with_link(path.read_bytes()))
        page = shown(visitor, "/templat", f"/templat/{path.name}")
        assert f"Berkas surat-penjelasan.docx ditolak: merujuk ke luar berkas ({EVIL})" in page
