"""Every open place is told with the table, the row and the column that fill it, once for each row."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports import pipeline
from p3dn_reports.documents.blanks import Blank, blank, blanks
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.pipeline import BuildResult
from p3dn_reports.problems import Problem
from tests.pipeline.folders import BASE, laid_over, workspace

PEJABAT = (BASE / "pejabat.csv").read_text(encoding="utf-8").splitlines()


def with_officials(tmp_path: Path, *rows: str) -> BuildResult:
    """The base quarter with these rows of `pejabat`, planned and rendered but not written."""
    case = tmp_path / "kasus"
    case.mkdir()
    (case / "pejabat.csv").write_text("\n".join([PEJABAT[0], *rows]) + "\n", encoding="utf-8")
    return pipeline.build(workspace(tmp_path / "out"), laid_over(case, tmp_path / "in"), dry_run=True)


def blanks_told(result: BuildResult) -> list[Problem]:
    """Those that are not of the base quarter itself, where nobody has verified and two of three parties are unknown."""
    told = [found for found in result.problems if found.kode == "isian-kosong"]
    return [found for found in told if found.tabel != "verifikasi_unit" and "kepala_Badan" not in found.pesan]


def row_of(role: str) -> str:
    return next(row for row in PEJABAT if row.startswith(f"{role};"))


def test_a_missing_signer_is_named_once_with_the_row_that_is_wanting(tmp_path: Path) -> None:
    result = with_officials(tmp_path, *(row for row in PEJABAT[1:] if not row.startswith("ketua_harian")))
    (told,) = blanks_told(result)
    assert told.tabel == "pejabat"
    assert "tabel pejabat, baris jabatan ketua_harian" in told.pesan
    assert "nama" in told.pesan
    assert "Laporan Capaian P3DN Triwulan" in told.pesan
    record = next(one for one in result.dokumen if one.judul == "Laporan Capaian P3DN Triwulan")
    assert record.status == "konsep"
    (row,) = record.isian
    assert row.startswith("tabel pejabat, baris jabatan ketua_harian, kolom ")
    assert pipeline.DocumentRecord.from_json(record.as_json()) == record


def test_a_role_that_nobody_asks_for_is_told_with_those_that_are(tmp_path: Path) -> None:
    wrong = (row_of("ketua_harian").replace("ketua_harian", "ketua harian", 1), "kepala_9.99;;Nama;;;;;;;")
    told = [found for found in with_officials(tmp_path, *wrong).problems if found.kode == "jabatan-tidak-dikenal"]
    assert [(found.lokasi.sel, found.nilai) for found in told] == [("A2", "ketua harian"), ("A3", "kepala_9.99")]
    assert "Mungkin maksud Anda ketua_harian" in told[0].saran
    assert "kepala_dinas_pembina" in told[1].saran


def test_the_head_of_the_leading_office_may_be_entered_by_that_word(tmp_path: Path) -> None:
    code = "kepala_3.31.0.00.0.00.04.0000"
    others = [row for row in PEJABAT[1:] if not row.startswith(code)]
    by_word = with_officials(tmp_path, *others, row_of(code).replace(code, "kepala_dinas_pembina", 1))
    assert not blanks_told(by_word)
    assert not [found for found in by_word.problems if found.kode == "jabatan-tidak-dikenal"]


def test_places_of_one_row_are_one_cause_and_only_what_is_printed_counts() -> None:
    context = {
        "a": blank("nama", "pejabat", "nama", jabatan="x"),
        "b": [{"c": blank("nip", "pejabat", "nip", jabatan="x")}, blank("nomor", "naskah", "nomor", dokumen="d")],
        "d": Wanting("tanpa asal"),
        "e": blank("lain", "satker", "lain", kode_satker="1"),
    }
    printed = ("nama", "nip.bagian", "tanpa asal", "nomor")
    assert blanks(context, printed) == (
        Blank("pejabat", (("jabatan", "x"),), ("nama", "nip")),
        Blank("naskah", (("dokumen", "d"),), ("nomor",)),
    )
    assert str(blanks(context, printed)[0]) == "tabel pejabat, baris jabatan x, kolom nama dan nip"
    assert blanks(context, ()) == ()
