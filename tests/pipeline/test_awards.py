"""The papers of awards in every state of the judging, on the Pandeglang year with other rows."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from syrupy.assertion import SnapshotAssertion

from p3dn_reports import pipeline
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.pipeline import BuildResult, DocumentRecord
from tests.aturan import change, holding, lay
from tests.pipeline.folders import ROOT, folder_of, workspace

AWAL, AKHIR, KEPUTUSAN, PIAGAM = ("ba_penilaian_awal", "ba_penilaian_akhir", "keputusan_penghargaan", "piagam")
PAPERS = frozenset({AWAL, AKHIR, KEPUTUSAN, PIAGAM})
Row = dict[str, Any]
Edit = Callable[[str, Row], Row | None]
"""By table and row: the row as it is to stand, None to leave it out."""
Build = Callable[..., BuildResult]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Builds the Pandeglang year with its rows edited, its papers of awards alone."""

    def made(edit: Edit, rules: Path = ROOT / "rules.yaml", only: frozenset[str] = PAPERS) -> BuildResult:
        folder = tmp_path / "in"
        shutil.copytree(ROOT / "inputs/contoh-pandeglang-2024", folder)
        for path in folder.glob("*penghargaan.xlsx"):
            _edit(path, edit)
        return pipeline.build(workspace(tmp_path / "out", rules=rules), folder, only=only)

    return made


def _edit(path: Path, edit: Edit) -> None:
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        rows = list(_rows(sheet, edit))
        sheet.delete_rows(2, sheet.max_row)
        for line in rows:
            sheet.append(line)
    book.save(path)


def _rows(sheet: Worksheet, edit: Edit) -> Iterator[tuple[Any, ...]]:
    header, *lines = sheet.iter_rows(values_only=True)
    for line in lines:
        row = edit(sheet.title, dict(zip(map(str, header), line, strict=True)))
        if row is not None:
            yield tuple(row.values())


def as_it_is(_: str, row: Row) -> Row:
    return row


def of(result: BuildResult, name: str) -> list[DocumentRecord]:
    return [record for record in result.dokumen if record.id == name]


def status(result: BuildResult) -> dict[str, set[str]]:
    return {name: {one.status for one in of(result, name)} for name in (AWAL, AKHIR, KEPUTUSAN, PIAGAM)}


def printed(result: BuildResult, name: str) -> str:
    (record,) = of(result, name)
    return text(result, record)


def text(result: BuildResult, record: DocumentRecord) -> str:
    """The outline with plain blanks."""
    return outline((folder_of(result) / record.berkas).read_bytes()).replace("\xa0", " ")


def outlines(result: BuildResult, snapshot: SnapshotAssertion) -> None:
    """Both berita acara and the last certificate, paragraph by paragraph."""
    for name in (AWAL, AKHIR):
        assert printed(result, name) == snapshot(name=name)
    assert text(result, of(result, PIAGAM)[-1]) == snapshot(name=PIAGAM)


def test_one_recipient_each(build: Build) -> None:
    found = build(as_it_is)
    assert status(found) == {name: {"lengkap"} for name in (AWAL, AKHIR, KEPUTUSAN, PIAGAM)}
    awal, akhir = printed(found, AWAL), printed(found, AKHIR)
    assert "atas 12 (dua belas) Perangkat Daerah dan 10 (sepuluh) produsen" in awal
    many = "5 (lima) calon bagi pengguna, 3 (tiga) calon bagi produsen kategori industri menengah, dan 4 (empat) calon"
    assert many in awal
    assert "bagi pengguna, Dinas Kesehatan dengan nilai akhir 84,00;" in akhir
    assert "bagi produsen kategori industri kecil, Produsen Contoh D dengan nilai akhir 71,00." in akhir
    assert "pemeriksaan lapangan terhadap 2 (dua) nominasi (Lampiran III)" in akhir
    assert akhir.count("Lembar skor") == 5 + 3 + 4
    recipients = ("Dinas Kesehatan", "Produsen Contoh A", "Produsen Contoh D")
    assert {record.berkas for record in of(found, PIAGAM)} == {f"Piagam/Piagam - {name}.docx" for name in recipients}
    # LKPP's recap gives no codes: units are found, and so mapped, by their names.
    assert "belum dapat dinilai" not in awal
    assert awal.count("tidak memenuhi pemetaan data awal") == 7 + 3


def tied(table: str, row: Row) -> Row:
    """Produsen E with the scores of D: 82 78 80, 68 72, 45 55 make 71,00 for both."""
    scores = {"jumlah_produk_bersertifikat": 82, "rata_rata_tkdn": 78, "kepemilikan_bmp": 80}
    scores |= {"penggunaan_produk": 68, "kepuasan_pengguna": 72}
    scores |= {"sosialisasi_internal": 45, "sosialisasi_masyarakat": 55}
    mine = table == "nilai_produsen" and row["peserta"] == "produsen-e"
    return {**row, "nilai": scores[row["sub_kriteria"]]} if mine else row


def test_a_tie_is_named_and_nobody_of_it_proposed(build: Build, snapshot: SnapshotAssertion) -> None:
    found = build(tied)
    assert status(found) == {AWAL: {"lengkap"}, AKHIR: {"konsep"}, KEPUTUSAN: {"konsep"}, PIAGAM: {"lengkap"}}
    akhir = printed(found, AKHIR)
    assert (
        "Penerima bagi produsen kategori industri kecil belum diusulkan karena Produsen Contoh D dan Produsen Contoh E "
        "memperoleh nilai akhir yang sama, yaitu 71,00." in akhir
    )
    assert "produsen kategori industri menengah, Produsen Contoh A dengan nilai akhir 82,77." in akhir
    assert len(of(found, PIAGAM)) == 2
    outlines(found, snapshot)


def two_nominees(_: str, row: Row) -> Row:
    """Of the middle-sized producers C is not nominated: two are left."""
    return {**row, "nominasi": "tidak"} if row.get("nama") == "Produsen Contoh C" and "nominasi" in row else row


def test_a_category_of_two_is_left_out_by_name(build: Build) -> None:
    found = build(two_nominees)
    assert status(found) == {name: {"lengkap"} for name in (AWAL, AKHIR, KEPUTUSAN, PIAGAM)}
    reason = "produsen kategori industri menengah tidak dilanjutkan ke penilaian akhir karena calon yang memenuhi"
    assert f"4.\t{reason} pemetaan data awal hanya 2 (dua), kurang dari 3 (tiga) calon" in printed(found, AWAL)
    akhir = printed(found, AKHIR)
    assert "Produsen kategori industri menengah tidak dinilai karena nominasinya kurang dari 3 (tiga) calon" in akhir
    assert "Produsen Contoh A" not in akhir.split("Pemeriksaan lapangan")[0]
    decree = printed(found, KEPUTUSAN)
    assert "bahwa produsen kategori industri menengah tidak dinilai lebih lanjut karena nominasinya kurang" in decree
    assert len(of(found, PIAGAM)) == 2


def nobody_enough(_: str, row: Row) -> Row:
    """One office and three producers alone are nominated: no category has three."""
    kept = {"Dinas Kesehatan", "Produsen Contoh A", "Produsen Contoh D", "Produsen Contoh E"}
    return {**row, "nominasi": "ya" if row["nama"] in kept else "tidak"} if "nominasi" in row else row


def test_without_any_category_of_three_nothing_may_be_made(build: Build) -> None:
    found = build(nobody_enough, only=PAPERS - {PIAGAM})
    assert status(found) == {AWAL: {"ditahan"}, AKHIR: {"ditahan"}, KEPUTUSAN: {"ditahan"}, PIAGAM: set()}


def unscored(table: str, row: Row) -> Row | None:
    """One score of Dinas Kesehatan is wanting."""
    mine = table == "nilai_pengguna" and row["sub_kriteria"] == "rekapitulasi" and row["tahap"] == "akhir"
    return None if mine and row["peserta"] == "1.02.0.00.0.00.04.0000" else row


def test_a_category_with_a_score_wanting_waits_for_it(build: Build) -> None:
    found = build(unscored)
    assert status(found) == {AWAL: {"lengkap"}, AKHIR: {"konsep"}, KEPUTUSAN: {"konsep"}, PIAGAM: {"lengkap"}}
    akhir = printed(found, AKHIR)
    assert "Penerima bagi pengguna belum diusulkan karena nilai belum lengkap: Dinas Kesehatan." in akhir
    assert "[LENGKAPI: nilai rekapitulasi]" in akhir
    assert "tidak dinilai" not in printed(found, KEPUTUSAN)


def three_each(table: str, row: Row) -> Row:
    return {**row, "jumlah_penerima": "3"} if table == "cara_penilaian" else row


def test_three_recipients_each_have_their_place(build: Build, tmp_path: Path) -> None:
    rules = lay(tmp_path / "rules")
    change(rules, 'jumlah_penerima: {dipakai: "1"', 'jumlah_penerima: {dipakai: "3"')
    for name in ("jumlah_penerima", "jumlah_penerima_produsen"):
        words = holding(rules, f"\n      {name}:").read_text("utf-8")
        block = words[words.index(f"\n      {name}:") :].split("\n        dasar")[0]
        change(rules, block, block.replace('nilai: "1"', 'nilai: "3"'))
    found = build(three_each, rules)
    assert status(found) == {name: {"lengkap"} for name in (AWAL, AKHIR, KEPUTUSAN, PIAGAM)}
    akhir = printed(found, AKHIR)
    assert "Dinas Kesehatan dengan nilai akhir 84,00, Dinas Pendidikan, Pemuda dan Olahraga dengan nilai akhir" in akhir
    assert "penerima setiap kategori 3 (tiga)" in akhir
    assert printed(found, KEPUTUSAN).count("Urutan") == 3
    places = [text(found, one) for one in of(found, PIAGAM)]
    assert sum("Perangkat Daerah dengan capaian tertinggi urutan 1 (satu) dalam" in one for one in places) == 1
    assert sum("industri kecil dengan capaian tertinggi urutan 3 (tiga) dalam" in one for one in places) == 1


def undecided(table: str, row: Row) -> Row | None:
    return None if table == "cara_penilaian" else row


def test_how_to_score_must_be_decided_first(build: Build) -> None:
    found = build(undecided)
    assert status(found)[AWAL] == {"lengkap"}
    assert status(found)[AKHIR] == {"konsep"}
    assert "[LENGKAPI: cara penilaian skala]" in printed(found, AKHIR)


def unnumbered(table: str, row: Row) -> Row:
    return {**row, "nomor": None} if table == "naskah" and row["dokumen"] == KEPUTUSAN else row


def test_a_certificate_waits_for_the_decree(build: Build) -> None:
    assert status(build(unnumbered, only=frozenset()))[PIAGAM] == set()
