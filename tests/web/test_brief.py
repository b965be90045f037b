"""Ringkasan Sekda says what hasil.json says, shows nothing that is withheld, and fits on one page whatever there is."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from p3dn_reports import drafter
from p3dn_reports.desk.places import Desk
from p3dn_reports.pdf import Converted
from p3dn_reports.web import brief, guard
from p3dn_reports.web.desk_server import DeskServer
from p3dn_reports.web.shelf import hasil_of
from p3dn_reports.web.words import amount
from tests.desk.quarter import SATU_UNIT, look, rebuild, set_value
from tests.web.conftest import BASE, QUARTER, Visitor

PAGE = f"{QUARTER}/ringkasan"
CHROMIUM = shutil.which("chromium")
STATIC = Path(brief.__file__).parent / "static"


def rewritten(desk: Desk, change: Any) -> None:
    """Change what hasil.json of the newest build says."""
    path = look(desk)[-1].folder / "hasil.json"
    hasil = json.loads(path.read_bytes())
    change(hasil)
    path.write_text(json.dumps(hasil), encoding="utf-8")
    hasil_of.cache_clear()


def crowded(hasil: dict[str, Any]) -> None:
    """As much of everything as can be, every name and reason long."""
    long = "Dinas Perencanaan, Pengendalian, Pemberdayaan, dan Pengembangan Kependudukan serta Pariwisata dan Contoh "
    owed = hasil["ringkasan"]["wajib_menjelaskan"]
    unit = next(one for one in hasil["unit"] if one["kode_satker"] == owed[0]["kode_satker"])
    for number in range(60):
        kode, nama = f"9.{number}", f"{long} {number}"
        owed.append({**owed[0], "kode_satker": kode, "nama": nama, "kekurangan_ambang": f"{number}987654321012"})
        owed[-1] |= {"alasan": "Alasan panjang yang diulang. " * 40, "jawaban": None}
        hasil["unit"].append({**unit, "kode_satker": kode, "nama": nama, "ditahan": number % 3 == 0})
    for paper in list(hasil["dokumen"]):
        for day in range(10, 30):
            hasil["dokumen"].append({**paper, "judul": f"{long} naskah {day}", "jatuh_tempo": f"2025-01-{day}"})
    question = {"pertanyaan": long * 5, "menentukan": True, "pengesahan": None}
    hasil["penafsiran"] = [{**one, **question} for one in hasil["penafsiran"] * 9]


def pages(html: str, folder: Path) -> int:
    """On how many pages Chromium prints it."""
    (folder / "halaman.html").write_text(html.replace("/aset/", f"{STATIC.as_uri()}/"), encoding="utf-8")
    pdf = folder / "halaman.pdf"
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder}/profil",
    ]
    command = [str(CHROMIUM), *options, f"--print-to-pdf={pdf}", (folder / "halaman.html").as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf.read_bytes()))


def test_it_says_what_hasil_says(visitor: Visitor, server: DeskServer, desk: Desk) -> None:
    edition = server.shelf.view(desk.masukan).edition
    assert edition
    page, owed = visitor.get(PAGE), edition.hasil["ringkasan"]["wajib_menjelaskan"]
    assert edition.hasil["seluruh"]["indikator"]["capaian_perkin"]["tampil"] in page
    for one in owed:
        assert one["nama"] in page
        assert amount(max(one["kekurangan_ambang"], one["kelebihan_ambang"], key=float)) in page
    assert any(one["alasan"] and one["alasan"][:40] in page for one in owed)
    assert f"dari {len(edition.hasil['unit'])} satuan kerja wajib menjelaskan" in page
    assert edition.manifest["digest"][:12] in page
    assert "Lembar kerja internal, bukan naskah dinas." in page


def test_a_withheld_figure_is_nowhere_and_said_not_to_be_certain(visitor: Visitor, desk: Desk) -> None:
    hasil = hasil_of(look(desk)[-1].folder)
    unit = next(one for one in hasil["unit"] if one["kode_satker"] == SATU_UNIT)
    set_value(desk, "realisasi_bayar.csv", "60000000;0;SP2D-001", "enam puluh juta;0;SP2D-001")
    rebuild(desk)
    page = visitor.get(PAGE)
    assert f"{unit['nama']} ditahan karena datanya belum dapat dipercaya" in page
    assert unit["indikator"]["capaian_perkin"]["tampil"] not in page


def test_more_than_fit_are_counted_and_those_with_the_largest_gaps_stay(visitor: Visitor, desk: Desk) -> None:
    rewritten(desk, crowded)
    page = visitor.get(PAGE)
    left = len(hasil_of(look(desk)[-1].folder)["ringkasan"]["wajib_menjelaskan"]) - brief.MOST
    assert f"dan {left} lainnya dengan selisih lebih kecil; lihat Laporan." in page
    assert amount("59987654321012") in page
    assert f">kurang {amount('1987654321012')}<" not in page


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.parametrize("much", [False, True])
def test_it_is_one_page_on_paper(visitor: Visitor, desk: Desk, tmp_path: Path, *, much: bool) -> None:
    if much:
        rewritten(desk, crowded)
    assert pages(visitor.get(PAGE), tmp_path) == 1


def test_a_text_is_cut_between_words() -> None:
    assert brief.cut("satu dua tiga", 13) == "satu dua tiga"
    assert brief.cut("satu dua tiga", 10) == "satu dua\u00a0…"
    assert len(brief.cut("x" * 50, 10)) <= 11


def made(visitor: Visitor, converted: Converted | None, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[Path]]:
    """Where pressing Buat PDF leads, and of which documents a PDF was asked for; LibreOffice gives `converted`."""
    asked: list[Path] = []

    def to_pdf(path: Path) -> Converted | None:
        asked.append(path)
        return converted

    monkeypatch.setattr(drafter, "to_pdf", to_pdf)
    answer = visitor.client.post(f"{PAGE}/pdf", base_url=BASE, data={guard.FIELD: visitor.key()})
    return answer.headers["Location"], asked


def test_the_pdf_is_of_the_edition_that_stands(visitor: Visitor, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Buat PDF" in visitor.get(PAGE)
    assert visitor.client.get(f"{PAGE}.pdf", base_url=BASE).status_code == 303
    job, asked = made(visitor, Converted(Path("ringkasan.docx"), b"%PDF-1.7 contoh"), monkeypatch)
    assert asked == [look(desk)[-1].folder / "ringkasan.docx"]
    assert visitor.client.get(job, base_url=BASE).headers["Location"] == PAGE
    assert f'href="{PAGE}.pdf">Unduh PDF' in visitor.get(PAGE)
    assert visitor.client.get(f"{PAGE}.pdf", base_url=BASE).data == b"%PDF-1.7 contoh"
    set_value(desk, "realisasi_bayar.csv", ";60000000;", ";61000000;")
    rebuild(desk)
    assert visitor.client.get(f"{PAGE}.pdf", base_url=BASE).status_code == 303


def test_without_libreoffice_the_page_says_how_to_come_to_a_pdf(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    job, _ = made(visitor, None, monkeypatch)
    assert "Cetak halamannya sebagai PDF" in visitor.get(job)
