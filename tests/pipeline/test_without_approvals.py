"""The examples show whole documents because invented approvals stand in them: without those, they are drafts."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from p3dn_reports import pipeline
from p3dn_reports.pipeline import BuildResult, DocumentRecord
from tests.aturan import holding, lay
from tests.pipeline.folders import CASES, ROOT, laid_over, workspace

APPROVALS = ("pengesahan", "cara_penilaian")


def without_approvals(name: str, folder: Path) -> Path:
    """An example folder but for the tables in which approvals stand."""
    shutil.copytree(ROOT / "inputs" / name, folder)
    (master,) = folder.glob("00-master*.xlsx")
    book = openpyxl.load_workbook(master)
    stripped = [sheet for sheet in APPROVALS if sheet in book.sheetnames]
    assert stripped
    for sheet in stripped:
        del book[sheet]
    book.save(master)
    return folder


@pytest.fixture(scope="module")
def dki(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    folder = tmp_path_factory.mktemp("dki")
    masukan = without_approvals("contoh-dki-2024-tw4", folder / "in")
    return pipeline.build(workspace(folder / "out"), masukan, dry_run=True)


def of(result: BuildResult, *ids: str) -> list[DocumentRecord]:
    return [record for record in result.dokumen if record.id in ids]


def test_every_letter_whose_status_hangs_on_a_reading_is_a_draft(dki: BuildResult) -> None:
    letters = of(dki, "surat_penjelasan", "nota_penjelasan")
    assert len(letters) == 10
    assert {record.status for record in letters} == {"konsep"}
    assert all(any(why.startswith("tafsir ") for why in record.sebab) for record in letters)
    own = {record.nama_unit: " ".join(record.sebab) for record in letters}
    assert "basis-capaian" in own["Dinas Pertamanan dan Hutan Kota"]  # 79,995 / 0,8 = 99,99: no longer below
    assert "basis-capaian" not in own["Dinas Kebudayaan"]  # 55,10 / 0,8 = 68,88: below by either reading


def test_the_reason_names_the_other_reading_and_both_figures(dki: BuildResult) -> None:
    (letter,) = (record for record in of(dki, "surat_penjelasan") if record.nama_unit == "Dinas Sumber Daya Air")
    reasons = " ".join(letter.sebab)
    assert "71,25%" in reasons  # PDN over payments, as used
    assert "89,06%" in reasons  # the same over its target of 80%: 71,25 / 0,8


def test_a_reading_that_moves_a_total_alone_drafts_nothing(dki: BuildResult) -> None:
    told = [reason for record in dki.dokumen for reason in record.sebab]
    assert not any("pembayaran-tanpa-paket" in reason for reason in told)


def test_the_note_of_readings_is_no_draft_and_goes_to_nobody(dki: BuildResult) -> None:
    (note,) = of(dki, "catatan_penafsiran")
    assert (note.status, note.sebab, note.unit) == ("lengkap", (), None)


def test_the_decree_waits_for_what_only_the_team_decides(tmp_path: Path) -> None:
    masukan = without_approvals("contoh-pandeglang-2024", tmp_path / "in")
    (decree,) = of(pipeline.build(workspace(tmp_path / "out"), masukan, dry_run=True), "keputusan_penghargaan")
    assert decree.status == "konsep"
    assert all(any(name in why for why in decree.sebab) for name in ("skala", "sub-kriteria", "seri"))


def test_a_decision_other_than_the_one_computed_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    shutil.copytree(ROOT / "inputs/contoh-pandeglang-2024", folder)
    (master,) = folder.glob("00-master*.xlsx")
    book = openpyxl.load_workbook(master)
    sheet = book["cara_penilaian"]
    (column,) = (cell.column for cell in sheet[1] if cell.value == "seri")
    sheet.cell(2, column, "urutan-aspek")
    book.save(master)
    result = pipeline.build(workspace(tmp_path / "out"), folder, dry_run=True)
    (decree,) = of(result, "keputusan_penghargaan")
    assert decree.status == "konsep"
    assert any(found.lokasi.lembar == "cara_penilaian" for found in result.problems)


def test_an_approval_of_another_wording_no_longer_counts(tmp_path: Path) -> None:
    """The text approved is kept by its digest: a reading rewritten since must be approved anew."""
    place = holding(lay(tmp_path), "\n  basis-capaian:\n")
    rules = place.read_text("utf-8")
    start = rules.index("\n  basis-capaian:\n")
    at = rules.index("    dasar:", start)
    of_another_text = (
        '{daerah: dki-jakarta, oleh: Nama Pejabat, tanggal: "2024-12-16", dasar: Nota, sidik: 0123456789ab}'
    )
    approved = f"    pengesahan:\n      - {of_another_text}\n"
    place.write_text(rules[:at] + approved + rules[at:], "utf-8")
    masukan = laid_over(CASES / "tafsir-belum-disahkan", tmp_path / "in")
    result = pipeline.build(workspace(tmp_path / "out", rules=tmp_path / "rules.yaml"), masukan, dry_run=True)
    assert "pengesahan-bunyi-berubah" in {found.kode for found in result.problems}
    assert "konsep" in {record.status for record in of(result, "surat_penjelasan")}
