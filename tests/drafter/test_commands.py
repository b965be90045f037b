"""p3dn templates: check, fields, text, preview."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from p3dn_reports import drafter
from p3dn_reports.cli import templates
from p3dn_reports.vocabulary import JENIS_NASKAH
from tests.documents_engine.drafts import draft
from tests.drafter.conftest import ROOT, Command

LETTER = ROOT / "templates/docx/surat-penjelasan.docx"
INPUTS = "contoh-dki-2024-tw4"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "surat-penjelasan.docx"
    path.write_bytes(draft("awal", "{{ unit.nmaa }}", [["a", "{{ tanggal_cutoff|tangal }}"]], header="{% if konsep %}"))
    return path


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("p3dn_reports.pdf.find_program", lambda: None)


def test_check_tells_every_mistake_with_its_place(p3dn: Command, wrong: Path) -> None:
    code, out, _ = p3dn("templates", "check", str(wrong))
    assert code == 1
    for place in ("isi, paragraf 2", "isi, tabel 1 baris 1 kolom 2", "kepala halaman, paragraf 1"):
        assert f"surat-penjelasan.docx, {place}" in out
    assert "mungkin maksud Anda unit.nama" in out
    assert "mungkin maksud Anda tanggal" in out
    assert "3 galat" in out


def test_check_as_json(p3dn: Command, wrong: Path) -> None:
    code, out, _ = p3dn("templates", "check", str(wrong), "--format", "json")
    assert code == 1
    assert [item["kode"] for item in json.loads(out)["masalah"]] == [
        *("templat-isian-tidak-dikenal", "templat-filter-tidak-dikenal", "templat-blok-terbuka")
    ]


def test_check_without_a_file_looks_at_all_of_them(p3dn: Command) -> None:
    code, out, _ = p3dn("templates", "check")
    count = len(list((ROOT / "templates/docx").glob("*.docx")))
    assert (code, out) == (0, f"{count} templat diperiksa: tidak ada temuan.\n")


def test_check_writes_the_mistakes_into_a_copy(p3dn: Command, wrong: Path, tmp_path: Path) -> None:
    target, before = tmp_path / "komentar.docx", wrong.read_bytes()
    assert p3dn("templates", "check", str(wrong), "--comments", str(target))[0] == 1
    document: Any = Document(io.BytesIO(target.read_bytes()))
    assert len(list(document.comments)) == 3
    assert wrong.read_bytes() == before
    code, _, err = p3dn("templates", "check", str(wrong), "--comments", str(wrong))
    assert code == 2
    assert "menimpa" in err


def test_fields_are_printed_or_written(p3dn: Command, tmp_path: Path) -> None:
    code, out, _ = p3dn("templates", "fields", "--jenis", "naskah_unit")
    assert code == 0
    assert "| `unit.nama` |" in out
    assert "laporan_daerah" not in out
    for kind in JENIS_NASKAH:
        assert f"(`{kind}`)" in p3dn("templates", "fields", "--jenis", kind)[1]
    assert p3dn("templates", "fields", "--format", "docx")[0] == 2
    for ending, start in {"docx": b"PK", "html": b"<!DOCTYPE html>", "json": b"{", "md": b"# Katalog"}.items():
        named = tmp_path / f"katalog.{ending}"
        assert p3dn("templates", "fields", "-o", str(named))[0] == 0
        assert named.read_bytes().startswith(start)
    target = tmp_path / "katalog.html"
    assert p3dn("templates", "fields", "--format", "html", "-o", str(target))[0] == 0
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_text_prints_body_tables_and_margins(p3dn: Command, wrong: Path) -> None:
    code, out, _ = p3dn("templates", "text", str(wrong))
    assert code == 0
    assert "{{ unit.nmaa }}" in out
    assert "| a | {{ tanggal_cutoff|tangal }} |" in out
    assert "== kepala: header1.xml" in out


def test_git_shows_a_changed_template_as_text(tmp_path: Path) -> None:
    """The line of .gitattributes with the setting the guide names."""

    def git(*arguments: str) -> str:
        who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.attributesFile=/dev/null"]
        command = ["git", *who, *arguments]
        return subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    program = shutil.which("p3dn", path=str(Path(sys.executable).parent))
    if shutil.which("git") is None or program is None:
        pytest.skip("git or the program p3dn is not on the PATH")
    git("init", "-q")
    shutil.copyfile(ROOT / ".gitattributes", tmp_path / ".gitattributes")
    git("config", "diff.p3dn.textconv", f'"{program}" templates text')
    (tmp_path / "a.docx").write_bytes(draft("lama"))
    git("add", ".")
    (tmp_path / "a.docx").write_bytes(draft("baru"))
    changes = git("diff")
    assert "-lama" in changes
    assert "+baru" in changes


def test_preview_prints_the_data_of_the_chosen_unit(p3dn: Command, tmp_path: Path, no_office: None) -> None:
    path = tmp_path / LETTER.name
    shutil.copyfile(LETTER, path)
    kode = _codes()[-1]
    code, out, err = p3dn("templates", "preview", str(path), INPUTS, "--unit", kode)
    assert code == 0, err
    assert "LibreOffice tidak ada" in err
    written = drafter.text(tmp_path / "surat-penjelasan-pratinjau.docx")
    assert "PRATINJAU" in written
    assert "{{" not in written
    assert str(tmp_path / "surat-penjelasan-pratinjau.docx") in out


def _codes() -> list[str]:
    from p3dn_reports.workspace import Workspace

    samples = drafter.samples(Workspace.at(ROOT), ROOT / "inputs" / INPUTS)
    letters = (at.planned for at, _ in samples if at.planned.dokumen.templat == LETTER.name)
    return [planned.unit.unit.kode_satker for planned in letters if planned.unit]


def test_preview_of_a_unit_that_owes_nothing_says_so(p3dn: Command, no_office: None) -> None:
    code, _, err = p3dn("templates", "preview", str(LETTER), INPUTS, "--unit", "0")
    assert code == 2
    assert "tidak meminta naskah untuk unit 0" in err


def test_preview_of_a_wrong_template_names_the_mistake(p3dn: Command, wrong: Path, no_office: None) -> None:
    code, _, err = p3dn("templates", "preview", str(wrong), INPUTS)
    assert code == 1
    assert "kepala halaman, paragraf 1" in err
    assert not wrong.with_name("surat-penjelasan-pratinjau.docx").exists()


def test_watching_renders_at_first_and_after_each_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"1")
    steps: Iterator[Callable[[], object]] = iter(
        [lambda: None, lambda: path.write_bytes(b"22"), path.unlink, lambda: path.write_bytes(b"333")]
    )

    def sleep(seconds: float) -> None:
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr("p3dn_reports.cli.templates.time.sleep", sleep)
    assert len(list(templates.changes(path))) == 3


def test_watching_goes_on_after_a_mistake(
    p3dn: Command, wrong: Path, monkeypatch: pytest.MonkeyPatch, no_office: None
) -> None:
    def sleep(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("p3dn_reports.cli.templates.time.sleep", sleep)
    code, _, err = p3dn("templates", "preview", str(wrong), INPUTS, "--watch")
    assert code == 0
    assert "belum ditutup" in err


@pytest.mark.soffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on the PATH")
def test_preview_makes_a_pdf_beside_the_document(p3dn: Command, tmp_path: Path) -> None:
    path = tmp_path / LETTER.name
    shutil.copyfile(LETTER, path)
    assert p3dn("templates", "preview", str(path), INPUTS)[0] == 0
    assert (tmp_path / "surat-penjelasan-pratinjau.pdf").read_bytes().startswith(b"%PDF")


def test_preview_without_its_pdf_is_a_finding_and_the_word_file_stays(
    p3dn: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / LETTER.name
    shutil.copyfile(LETTER, path)
    monkeypatch.setattr("p3dn_reports.pdf.find_program", lambda: tmp_path / "no such program")
    code, out, err = p3dn("templates", "preview", str(path), INPUTS)
    assert code == 1
    assert "surat-penjelasan-pratinjau.docx" in err
    assert "dua kali tidak menghasilkan PDF" in err
    assert "PDF:" not in out
    assert (tmp_path / "surat-penjelasan-pratinjau.docx").exists()
