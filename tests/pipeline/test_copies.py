"""Copies of a build, with a stand-in for LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports import pdf
from p3dn_reports.outputs.verify import verify
from p3dn_reports.pipeline import BuildResult, with_copies
from p3dn_reports.workspace import Workspace
from tests.outputs.builds import FILES, publish_build
from tests.pdf.conftest import fake
from tests.pdf.fake import Fake

__all__ = ["fake"]


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    return Workspace.at(tmp_path)


@pytest.fixture
def with_program(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> Fake:
    monkeypatch.setattr(pdf, "find_program", lambda: fake.program)
    return fake


def built(place: Workspace, **orders: str) -> BuildResult:
    """A build whose documents tell the stand-in what to do."""
    files = FILES | {f"{name}.docx": order.encode() for name, order in orders.items()}
    return BuildResult(publish_build(place.outputs, files=files), baru=True, dokumen=(), problems=())


def test_every_document_gets_its_pdf(place: Workspace, with_program: Fake) -> None:
    result = with_copies(place, built(place), form="pdf", zipped=False)
    assert result.folder
    assert result.pdf
    assert (result.pdf.folder, result.pdf.baru, result.pdf.problems) == (result.folder / "pdf", True, ())
    assert (result.folder / "pdf/surat/1.01.pdf").read_bytes() == b"%PDF-1.4 surat as pdf %%EOF"
    assert result.arsip is None
    assert verify(result.folder) == []


def test_pdfs_that_stand_are_not_made_again(place: Workspace, with_program: Fake) -> None:
    first = with_copies(place, built(place), form="pdf", zipped=False)
    again = with_copies(place, first, form="pdf", zipped=False)
    assert first.pdf
    assert again.pdf
    assert (again.pdf.folder, again.pdf.baru) == (first.pdf.folder, False)
    assert len(with_program.calls) == 1


def test_pdf_a_lies_beside_pdf(place: Workspace, with_program: Fake) -> None:
    result = with_copies(place, built(place), form="pdf", zipped=False)
    result = with_copies(place, result, form="pdf-a", zipped=True)
    assert result.folder
    assert b"SelectPdfVersion" in (result.folder / "pdf-a/laporan.pdf").read_bytes()
    assert (result.folder / "pdf/laporan.pdf").exists()
    assert result.arsip == Path(f"{result.folder}.zip")


def test_a_document_at_fault_is_named_as_it_lies_in_the_build(place: Workspace, with_program: Fake) -> None:
    result = with_copies(place, built(place, **{"surat/1.01": "skip"}), form="pdf", zipped=False)
    assert result.pdf
    assert [(found.kode, found.lokasi.berkas) for found in result.pdf.problems] == [("pdf-gagal", "surat/1.01.docx")]
    assert result.pdf.folder
    assert sorted(path.name for path in result.pdf.folder.iterdir()) == ["laporan.pdf", "manifest.json"]


def test_what_failed_is_tried_again_the_next_time(place: Workspace, with_program: Fake) -> None:
    build = built(place, laporan="skip")
    first = with_copies(place, build, form="pdf", zipped=False)
    again = with_copies(place, build, form="pdf", zipped=False)
    assert first.pdf
    assert again.pdf
    assert (again.pdf.baru, len(again.pdf.problems)) == (True, 1)


def test_a_libreoffice_at_fault_is_told_once(place: Workspace, with_program: Fake) -> None:
    crashing = dict.fromkeys(("laporan", "surat/1.01", "surat/1.02", "surat/1.03", "surat/1.04"), "crash")
    result = with_copies(place, built(place, **crashing), form="pdf", zipped=False)
    assert result.pdf
    assert result.pdf.folder is None
    assert [found.kode for found in result.pdf.problems].count("pdf-libreoffice-rusak") == 1


def test_without_libreoffice_the_word_files_stay_and_the_reason_is_told(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_program", lambda: None)
    result = with_copies(place, built(place), form="pdf", zipped=True)
    assert result.pdf
    assert (result.pdf.folder, [found.kode for found in result.pdf.problems]) == (None, ["pdf-tanpa-libreoffice"])
    assert result.arsip
    assert result.folder
    assert verify(result.folder) == []


def test_no_pdf_is_made_of_a_document_somebody_altered(place: Workspace, with_program: Fake) -> None:
    build = built(place)
    assert build.folder
    (build.folder / "laporan.docx").write_bytes(b"LAPORAN")
    result = with_copies(place, build, form="pdf", zipped=False)
    assert result.pdf
    assert result.pdf.folder is None
    assert [(found.kode, found.lokasi.berkas) for found in result.pdf.problems] == [
        ("keluaran-berubah", "laporan.docx")
    ]
    assert with_program.calls == []


def test_progress_counts_the_pdfs(place: Workspace, with_program: Fake) -> None:
    seen: list[tuple[int, int, str]] = []
    with_copies(place, built(place), form="pdf", zipped=False, progress=lambda *state: seen.append(state))
    assert sorted(name for _, _, name in seen) == ["laporan.pdf", "surat/1.01.pdf"]
    assert [(done, total) for done, total, _ in seen] == [(1, 2), (2, 2)]


def test_an_interrupt_leaves_the_build_without_pdfs(place: Workspace, with_program: Fake) -> None:
    def interrupt(*_state: object) -> None:
        raise KeyboardInterrupt

    build = built(place)
    with pytest.raises(KeyboardInterrupt):
        with_copies(place, build, form="pdf", zipped=False, progress=interrupt)
    assert build.folder
    assert verify(build.folder) == []
    assert [path.name for path in build.folder.parent.iterdir() if path.is_dir()] == [build.folder.name]


def test_nothing_is_copied_where_nothing_was_built(place: Workspace) -> None:
    nothing = BuildResult(None, baru=True, dokumen=(), problems=())
    assert with_copies(place, nothing, form="pdf", zipped=True) == nothing
    assert not place.outputs.exists()
