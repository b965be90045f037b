"""The guide for the secretariat does what it says: from the first workbook to the signed folder."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from p3dn_reports.documents.word.outline import outline
from tests.policy.conftest import Run
from tests.policy.guide import SEKRETARIAT, Step, commands, sections

UNIT = "5.03.0.00.0.00.31.0000"
SECTIONS = sections(SEKRETARIAT)
BUILT = "2024-12-30_xxxxxxx"
"""Stands on the page for the folder of a build."""


def newest(kerja: Path) -> Path:
    """The folder of the newest build."""
    return max((path.parent for path in (kerja / "outputs/2024-tw4").glob("*/manifest.json")), key=_made)


def _made(folder: Path) -> int:
    return (folder / "manifest.json").stat().st_mtime_ns


def letter(kerja: Path) -> Any:
    """The letter of the unit whose chronology comes late, as the newest build has it."""
    content = json.loads((newest(kerja) / "hasil.json").read_text(encoding="utf-8"))
    return next(one for one in content["dokumen"] if (one["id"], one["unit"]) == ("surat_penjelasan", UNIT))


def follow(step: Step, kerja: Path, p3dn: Run) -> str:
    """Do one step; what is printed. A folder that has findings ends with 1."""
    if step.bahasa == "powershell":
        for source, target in re.findall(r"Copy-Item -Recurse (\S+) (\S+)", step.isi):
            shutil.copytree(kerja / source, kerja / target)
        return ""
    if step.perintah.startswith("berkas "):
        (kerja / step.perintah.removeprefix("berkas ")).write_text(step.isi, encoding="utf-8")
        return ""
    if step.perintah.startswith("baris "):
        _, path, sheet = step.perintah.split()
        book = openpyxl.load_workbook(kerja / path)
        book[sheet].append(step.isi.strip().split(","))
        book.save(kerja / path)
        return ""
    assert step.bahasa == "sh", step
    told = ""
    for arguments in commands(step):
        known = [word.replace(BUILT, newest(kerja).name) if BUILT in word else word for word in arguments]
        ended = p3dn(*known, *(["--help"] if step.perintah == "libreoffice" else []))
        assert ended.code in (0, 1), f"p3dn {' '.join(known)}\n{ended.out}{ended.err}"
        told += ended.out
    return told


@pytest.fixture
def kerja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("P3DN_WORKSPACE", raising=False)
    return tmp_path


def test_a_quarter_goes_from_the_first_workbook_to_the_signed_folder(kerja: Path, p3dn: Run) -> None:
    told: dict[str, str] = {}
    for title, steps in SECTIONS.items():
        number = title.partition(".")[0]
        told[number] = "".join(follow(step, kerja, p3dn) for step in steps)
        if number == "6":
            assert (letter(kerja)["status"], letter(kerja)["sebab"]) == ("konsep", ["kronologi belum diisi"])
        if number == "7":
            assert letter(kerja)["status"] == "lengkap"
    assert list(told) == [str(number) for number in range(1, 12)]
    page = (kerja / "outputs/pemeriksaan/2024-tw4/bpkd-realisasi-pembayaran-diperiksa.html").read_text(encoding="utf-8")
    assert "Batas perbaikan: 27 Desember 2024." in page
    assert "e-Contoh-21/2024" in outline((newest(kerja) / letter(kerja)["berkas"]).read_bytes()).replace("\u2011", "-")
    assert "Edisi 1" in told["10"]
    owing = json.loads((newest(kerja) / "hasil.json").read_text(encoding="utf-8"))["ringkasan"]["wajib_menjelaskan"]
    assert next(one["jawaban"] for one in owing if one["kode_satker"] == UNIT).startswith("Nomor e")
