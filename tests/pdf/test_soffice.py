"""LibreOffice itself: what it prints is a PDF, archival where asked, with the marks of a draft."""

from __future__ import annotations

import http.server
import io
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import ClassVar

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from p3dn_reports.cli import run
from p3dn_reports.outputs.verify import verify
from p3dn_reports.pdf import convert, find_program, guard, profile
from p3dn_reports.workspace import init
from tests.documents_engine.images import png

PROGRAM = find_program()
pytestmark = [
    pytest.mark.soffice,
    pytest.mark.skipif(PROGRAM is None, reason="LibreOffice (soffice) is not on this computer"),
]
KONSEP = "3.26.0.00.0.00.21.0000"
"""A unit of the example whose reasons are wanting."""


def letters(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"surat {number} é.docx" for number in range(count)]
    for number, path in enumerate(paths):
        document = Document()
        document.add_paragraph(f"Surat nomor {number}")
        document.save(str(path))
    return paths


def text_of(pdf: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler) is not on the PATH")
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout


def is_pdf_a(content: bytes) -> bool:
    """Whether its XMP says part 2, conformance B, and it names what it shows colours by."""
    part, conformance = (re.search(rb"pdfaid:%s>(\w+)<" % key, content) for key in (b"part", b"conformance"))
    return bool(part and conformance and (part[1], conformance[1]) == (b"2", b"B") and b"/OutputIntent" in content)


@pytest.mark.parametrize("pdf_a", [False, True])
def test_documents_come_out_in_the_form_asked_for(tmp_path: Path, pdf_a: bool) -> None:
    assert PROGRAM
    paths = letters(tmp_path / "naskah dinas é", 3)
    made = {item.path: item.content for item in convert(PROGRAM, paths, pdf_a=pdf_a)}
    assert set(made) == set(paths)
    for number, path in enumerate(paths):
        content = made[path]
        assert content is not None
        assert is_pdf_a(content) == pdf_a
        (tmp_path / "hasil.pdf").write_bytes(content)
        assert text_of(tmp_path / "hasil.pdf").strip() == f"Surat nomor {number}"


class _Listener(http.server.BaseHTTPRequestHandler):
    """Notes every request."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 (the library's names)

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


def linking(path: Path, address: str) -> Path:
    """A document with a picture that lies at an address, as no template of ours can have it."""
    document = Document()
    document.add_picture(io.BytesIO(png(37, 41)))
    rel_id = document.part.relate_to(address, RT.IMAGE, is_external=True)
    (blip,) = document.element.iter(qn("a:blip"))
    del blip.attrib[qn("r:embed")]
    blip.set(qn("r:link"), rel_id)
    document.save(str(path))
    return path


@pytest.mark.parametrize("layer", ["both", "profile", "network"])
def test_no_document_makes_it_fetch_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layer: str) -> None:
    """Each layer holds alone, but that only the profile keeps it from files of this computer."""
    assert PROGRAM
    if layer == "profile":
        body = Path(guard.__file__).read_text("utf-8").replace("    leave_network()\n", "", 1)
        (tmp_path / "guard.py").write_text(body, encoding="utf-8")
        monkeypatch.setattr(guard, "__file__", str(tmp_path / "guard.py"))
    if layer == "network":
        if not can_leave_network():
            pytest.skip("this system lets no one leave the network")
        monkeypatch.setattr(profile, "prepare", lambda _folder: None)
    (tmp_path / "rahasia.png").write_bytes(png(37, 41))
    _Listener.asked.clear()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        web = linking(tmp_path / "web.docx", f"http://127.0.0.1:{server.server_port}/jejak.png")
        own = linking(tmp_path / "lokal.docx", (tmp_path / "rahasia.png").as_uri())
        made = {item.path: item.content for item in convert(PROGRAM, [web, own])}
        server.shutdown()
    assert made[web]
    assert _Listener.asked == []
    content = made[own]
    assert content
    assert (b"/Subtype/Image" in content) is (layer == "network")


def can_leave_network() -> bool:
    """Whether this system lets a process leave its network."""
    body = "import sys; from p3dn_reports.pdf.guard import leave_network; sys.exit(not leave_network())"
    return subprocess.run([sys.executable, "-c", body], check=False).returncode == 0


def test_a_file_it_cannot_read_is_a_problem_of_its_own(tmp_path: Path) -> None:
    assert PROGRAM
    good, bad = letters(tmp_path / "naskah", 2)
    bad.write_bytes(good.read_bytes()[:2000])
    found = {item.path: item for item in convert(PROGRAM, [bad, good])}
    assert found[good].content
    problem = found[bad].problem
    assert problem
    assert problem.kode == "pdf-gagal"


def test_a_draft_is_built_as_pdf_a_and_zipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = init(tmp_path / "folder kerja é")
    monkeypatch.chdir(place.root)
    build = ["build", "contoh-dki-2024-tw4", "--unit", KONSEP, "--only", "surat_penjelasan", "--pdf-a", "--zip"]
    assert run(build) == 0
    (folder,) = (path for path in place.outputs.glob("*/*") if path.is_dir())
    (paper,) = folder.glob("pdf-a/*/*.pdf")
    assert is_pdf_a(paper.read_bytes())
    pages = text_of(paper).rstrip("\f").split("\f")
    assert len(pages) > 1
    assert all("KONSEP" in page for page in pages)
    assert "[LENGKAPI: alasan]" in pages[0]
    assert verify(folder) == []
    assert str(folder / "pdf-a") in capsys.readouterr().out

    zipped = Path(f"{folder}.zip").read_bytes()
    assert run(build) == 0
    assert "PDF-nya sudah ada di" in capsys.readouterr().out
    assert Path(f"{folder}.zip").read_bytes() == zipped
