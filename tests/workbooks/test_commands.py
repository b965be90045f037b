"""p3dn inputs annotate and new, from the command line to the files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from p3dn_reports.cli import run
from tests.pipeline.folders import BASE, ROOT
from tests.workbooks.senders import opened


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one quarter, whose payments are a workbook with one fault, at E2."""
    for name in ("rules.yaml", "schemas", "templates"):
        (tmp_path / name).symlink_to(ROOT / name)
    quarter = tmp_path / "inputs" / "tw4"
    shutil.copytree(BASE, quarter)
    lines = (quarter / "realisasi_bayar.csv").read_text(encoding="utf-8").splitlines()
    (quarter / "realisasi_bayar.csv").unlink()
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Laporan Realisasi"
    for line in lines:
        sheet.append(line.split(";"))
    sheet["E2"] = "seribu"
    book.save(quarter / "bpkd.xlsx")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("P3DN_WORKSPACE", raising=False)
    return tmp_path


def test_a_marked_copy_lies_outside_the_inputs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["inputs", "annotate", "inputs/tw4/bpkd.xlsx", "--html"]) == 1
    copy = folder / "outputs/pemeriksaan/tw4/bpkd-diperiksa.xlsx"
    assert str(copy) in capsys.readouterr().out
    assert opened(copy)["Laporan Realisasi"]["E2"].fill.fgColor.rgb == "FFFFC7CE"
    page = copy.with_suffix(".html").read_text(encoding="utf-8")
    assert "seribu" in page
    told = ["Pengirim: belum tercatat. Batas perbaikan: 30 Desember 2024.", "Kirim kembali kepada Dinas"]
    above = [str(cell.value) for cell in opened(copy)["Pemeriksaan"]["A"][1:3]]
    assert [line[: len(start)] for line, start in zip(above, told, strict=True)] == told
    assert all(line in page for line in told)
    assert run(["inputs", "annotate", "inputs/tw4/bpkd.xlsx"]) == 1


def test_the_sender_and_the_day_are_those_of_the_folder(folder: Path) -> None:
    quarter = folder / "inputs/tw4"
    with (quarter / "meta.csv").open("a", encoding="utf-8") as stream:
        stream.write("batas_perbaikan;27-12-2024\n")
    (quarter / "sumber_data.csv").write_text(
        "berkas;sumber;pemilik;data_per\nbpkd.xlsx;BPKD;Badan Contoh;30-12-2024\n", encoding="utf-8"
    )
    assert run(["inputs", "annotate", "inputs/tw4/bpkd.xlsx"]) == 1
    copy = opened(folder / "outputs/pemeriksaan/tw4/bpkd-diperiksa.xlsx")
    assert copy["Pemeriksaan"]["A2"].value == "Pengirim: Badan Contoh. Batas perbaikan: 27 Desember 2024."


def test_a_file_from_elsewhere_is_checked_in_the_place_of_its_namesake(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "surel").mkdir()
    book = openpyxl.load_workbook(folder / "inputs/tw4/bpkd.xlsx")
    book.worksheets[0]["E2"] = 60_000_000
    book.save(folder / "surel/bpkd.xlsx")
    command = ["inputs", "annotate", "surel/bpkd.xlsx", "--inputs", "tw4", "-o", "hasil.xlsx", "--format", "json"]
    assert run(command) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["berkas"], told["utuh"], told["html"]) == ("hasil.xlsx", True, None)
    assert {found["kode"] for found in told["masalah"]} >= {"jumlah-sebagai-teks"}


@pytest.mark.parametrize("out", ["inputs/tw4/salinan.xlsx", "rules.yaml"])
def test_no_copy_among_the_inputs_and_none_over_a_file(out: str, folder: Path) -> None:
    assert run(["inputs", "annotate", "inputs/tw4/bpkd.xlsx", "-o", out]) == 2
    assert not (folder / "inputs/tw4/salinan.xlsx").exists()


def test_a_file_that_is_never_read_is_not_called_clean(folder: Path) -> None:
    (folder / "surat.pdf").write_bytes(b"%PDF")
    assert run(["inputs", "annotate", "surat.pdf", "--inputs", "tw4"]) == 2
    assert not (folder / "outputs").exists()


def test_a_new_workbook_offers_the_units_of_the_folder(folder: Path) -> None:
    assert run(["inputs", "new", "alasan", "kronologi", "-o", "isian.xlsx", "--inputs", "tw4"]) == 0
    book = opened(folder / "isian.xlsx")
    assert book.sheetnames == ["Petunjuk", "alasan", "kronologi", "_daftar", "_meta"]
    assert book["_daftar"]["A1"].value == "1.01.0.00.0.00.01.0000 | Dinas Satu"


def test_a_new_workbook_holds_every_table(folder: Path) -> None:
    assert run(["inputs", "new", "-o", "isian.xlsx"]) == 0
    names = opened(folder / "isian.xlsx").sheetnames
    assert "satker" in names
    assert "meta" in names


@pytest.mark.parametrize(("tabel", "out"), [("tidak_ada", "a.xlsx"), ("alasan", "a.csv"), ("alasan", "ada.xlsx")])
def test_what_cannot_be_made_is_said(tabel: str, out: str, folder: Path) -> None:
    (folder / "ada.xlsx").write_bytes(b"milik orang")
    assert run(["inputs", "new", tabel, "-o", out]) == 2
    assert (folder / "ada.xlsx").read_bytes() == b"milik orang"
