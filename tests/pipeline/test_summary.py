"""The period on one page: what the front sheet of hasil.xlsx says is what the documents and the figures say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from p3dn_reports import pipeline
from tests.pipeline.folders import BASE, laid_over, workspace

NAMED = "dokumen;kode_satker;nomor;tanggal\n"


def summary(folder: Path, **files: str) -> tuple[dict[str, Any], dict[str, Any]]:
    (folder / "kasus").mkdir()
    for name, text in files.items():
        (folder / "kasus" / f"{name}.csv").write_text(text, encoding="utf-8")
    hasil: Any = pipeline.evaluate(workspace(folder / "out"), laid_over(folder / "kasus", folder / "in")).hasil
    return hasil["ringkasan"], hasil


def test_the_figures_are_the_region_s(tmp_path: Path) -> None:
    told, hasil = summary(tmp_path)
    whole = hasil["seluruh"]["indikator"]["capaian_perkin"]
    assert [one["nilai"] for one in told["angka"][:2]] == [whole["pembilang"], whole["penyebut"]]
    bands = [unit["indikator"]["capaian_perkin"]["pita"] for unit in hasil["unit"]]
    counted = {one["judul"]: one["nilai"] for one in told["angka"] if one["satuan"] == "satuan kerja"}
    assert counted == {
        "Satuan kerja di bawah 80%": str(bands.count("di_bawah")),
        "Satuan kerja lebih dari 100%": str(bands.count("melebihi")),
    }


def test_who_must_explain_is_who_gets_a_letter_with_the_gap_of_the_engine(tmp_path: Path) -> None:
    told, hasil = summary(tmp_path)
    letters = {one["unit"] for one in hasil["dokumen"] if one["id"] in ("surat_penjelasan", "nota_penjelasan")}
    assert {one["kode_satker"] for one in told["wajib_menjelaskan"]} == letters
    figures = {unit["kode_satker"]: unit["indikator"]["capaian_perkin"] for unit in hasil["unit"]}
    for one in told["wajib_menjelaskan"]:
        for gap in ("kekurangan_ambang", "kelebihan_ambang"):
            assert one[gap] == figures[one["kode_satker"]][gap]


@pytest.mark.parametrize(
    ("row", "alasan", "jawaban"),
    [
        ("surat_penjelasan;{kode};e-1/2024;31-12-2024\n", True, "Nomor e\u20111/2024 tanggal 31 Desember 2024"),
        (
            "surat_penjelasan;{kode};e-1/2024;\n",
            True,
            "alasan dan kronologi diterima, surat belum bernomor dan bertanggal",
        ),
        (
            "surat_penjelasan;{kode};;31-12-2024\n",
            True,
            "alasan dan kronologi diterima, surat belum bernomor dan bertanggal",
        ),
        ("surat_penjelasan;{kode};e-1/2024;\n", False, None),
    ],
)
def test_a_report_has_come_when_it_is_numbered_and_dated(
    tmp_path: Path, row: str, alasan: bool, jawaban: str | None
) -> None:
    reasons = (BASE / "alasan.csv").read_text(encoding="utf-8")
    head, first = reasons.splitlines()[:2]
    kode = first.split(";")[head.split(";").index("kode_satker")]
    files = {"naskah": NAMED + row.format(kode=kode)} | ({} if alasan else {"alasan": head + "\n"})
    told, hasil = summary(tmp_path, **files)
    (found,) = (one for one in told["wajib_menjelaskan"] if one["kode_satker"] == kode)
    assert found["jawaban"] == jawaban
    asked = {one["unit"] for one in hasil["dokumen"] if one["id"].startswith("permintaan_laporan")}
    assert (kode in asked) is not (jawaban or "").startswith("Nomor")
