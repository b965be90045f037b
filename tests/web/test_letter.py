"""One document's page: what is open in it is filled beside it, its number given, the copy edited in Word settled."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from p3dn_reports import pdf
from p3dn_reports.desk import filling
from p3dn_reports.desk.places import Desk
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.web import guard, shelf
from p3dn_reports.web.desk_server import DeskServer
from tests.desk.quarter import SATU_UNIT, SURAT, copies, edited, look, rebuild, set_value
from tests.desk.rooms import SATU
from tests.desk.test_requests import unanswered
from tests.web.conftest import BASE, QUARTER, Visitor

PAGE = f"{QUARTER}/naskah/{'/'.join(SURAT)}"
NUMBERS = f"{QUARTER}/naskah/nomor"
REASON = {
    f"isi-alasan-{SATU_UNIT}-0-alasan": "Suku cadang belum dibuat di dalam negeri.",
    f"isi-alasan-{SATU_UNIT}-0-kategori": "di_bawah",
    f"isi-alasan-{SATU_UNIT}-0-tindak_lanjut": "Menyusun daftar produk pengganti",
    f"isi-alasan-{SATU_UNIT}-0-batas_waktu": "31 Maret 2025",
    f"isi-alasan-{SATU_UNIT}-0-penanggung_jawab": "Kepala Bidang Contoh",
    f"isi-kronologi-{SATU_UNIT}-0-tanggal": "5-2-2024",
    f"isi-kronologi-{SATU_UNIT}-0-peristiwa": "=Paket diumumkan",
    f"isi-kronologi-{SATU_UNIT}-0-bukti": "Tangkapan layar",
}
NEEDS_LIBREOFFICE = pytest.mark.skipif(pdf.find_program() is None, reason="LibreOffice is not installed")


@pytest.fixture(autouse=True)
def without_libreoffice(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is drawn in seconds; the tests that do not look at one read its sentences."""
    if "drawn" not in request.node.name:
        monkeypatch.setattr(pdf, "find_program", lambda: None)


def post(visitor: Visitor, path: str, **fields: str) -> TestResponse:
    return visitor.client.post(path, base_url=BASE, data={guard.FIELD: visitor.key(), **fields})


def hidden(page: str) -> dict[str, str]:
    """The values a form carries along: which edition and which workbook it was opened on."""
    found = re.findall(r'name="(susunan|sha|bahan)" value="([^"]*)"', page)
    return dict(found)


def open_letter(desk: Desk) -> None:
    """The letter of a unit that has not answered."""
    unanswered(desk, "alasan", "kronologi")
    rebuild(desk)


def save(visitor: Visitor, **fields: str) -> TestResponse:
    return post(visitor, PAGE.replace("/naskah/", "/isi/naskah/"), **{**hidden(visitor.get(PAGE)), **fields})


def letter(desk: Desk) -> Any:
    return next(one for one in look(desk)[-1].dokumen if (one["id"], one["unit"]) == SURAT)


def test_what_is_open_is_filled_and_the_letter_is_whole(visitor: Visitor, desk: Desk) -> None:
    open_letter(desk)
    theirs = {path.name: sha256(path.read_bytes()).digest() for path in desk.masukan.iterdir()}
    page = visitor.get(PAGE)
    assert "Alasan belum diisi" in page
    assert "Misalnya 31 Desember 2024" in page
    assert "Misalnya di_bawah" not in page
    assert set(REASON) <= set(re.findall(r'name="(isi-[^"]+)"', page))
    answer = save(visitor, **REASON)
    assert answer.status_code == 303
    assert visitor.client.get(answer.headers["Location"], base_url=BASE).headers["Location"] == PAGE
    assert letter(desk)["status"] == "lengkap"
    assert "Tidak ada yang kosong" in visitor.get(PAGE)
    assert theirs == {
        path.name: sha256(path.read_bytes()).digest() for path in desk.masukan.iterdir() if path != desk.isian
    }
    (row,) = filling.opened(desk).rows(load_schemas(desk.workspace.schemas)["kronologi"])
    assert row.nilai["peristiwa"] == "=Paket diumumkan"


def test_what_cannot_be_saved_is_told_and_stays_typed_in(visitor: Visitor, desk: Desk) -> None:
    open_letter(desk)
    wrong = save(visitor, **{**REASON, f"isi-alasan-{SATU_UNIT}-0-batas_waktu": "kapan-kapan"})
    text = wrong.get_data(as_text=True)
    assert wrong.status_code == 409
    assert "kapan-kapan bukan tanggal" in text
    assert "Menyusun daftar produk pengganti</textarea>" in text
    assert save(visitor).status_code == 409
    assert not desk.isian.exists()


def test_two_who_fill_the_same_page_do_not_write_over_each_other(visitor: Visitor, desk: Desk) -> None:
    open_letter(desk)
    mine = hidden(visitor.get(PAGE))
    path = PAGE.replace("/naskah/", "/isi/naskah/")
    assert (
        post(visitor, path, **mine, **{**REASON, f"isi-kronologi-{SATU_UNIT}-0-bukti": "Yang pertama"}).status_code
        == 303
    )
    late = post(visitor, path, **mine, **{**REASON, f"isi-kronologi-{SATU_UNIT}-0-bukti": "Yang kedua"})
    assert late.status_code == 409
    assert "disusun ulang" in late.get_data(as_text=True)
    (row,) = filling.opened(desk).rows(load_schemas(desk.workspace.schemas)["kronologi"])
    assert row.nilai["bukti"] == "Yang pertama"


def test_a_form_opened_before_somebody_else_saved_is_told_once_and_then_saved(visitor: Visitor, desk: Desk) -> None:
    open_letter(desk)
    mine = hidden(visitor.get(PAGE))
    filling.save(desk, SATU, None, [filling.Change("pengesahan", {"tafsir": "biro", "oleh": "Nama Pejabat"})])
    path = PAGE.replace("/naskah/", "/isi/naskah/")
    refused = post(visitor, path, **mine, **REASON)
    text = refused.get_data(as_text=True)
    assert refused.status_code == 409
    assert "Menyusun daftar produk pengganti</textarea>" in text
    assert post(visitor, path, **hidden(text), **REASON).status_code == 303


def test_what_a_senders_file_holds_is_filled_there(visitor: Visitor, desk: Desk) -> None:
    set_value(desk, "alasan.csv", "Menyusun daftar produk pengganti", "")
    rebuild(desk)
    page = visitor.get(PAGE)
    assert "Berasal dari alasan.csv baris 2. Isi Tindak lanjut di sana" in page
    assert 'name="isi-' not in page


def test_the_sentences_stand_where_there_are_no_pictures(visitor: Visitor) -> None:
    page = visitor.get(PAGE)
    assert "memerlukan LibreOffice" in page
    assert "suku cadang yang belum dibuat di dalam negeri" in page


@NEEDS_LIBREOFFICE
def test_the_pages_are_drawn(visitor: Visitor) -> None:
    page = visitor.get(PAGE)
    pictures = re.findall(r'<img src="([^"]+)"', page)
    assert len(pictures) > 1
    picture = visitor.client.get(pictures[0], base_url=BASE, buffered=True)
    assert picture.mimetype == "image/png"
    assert picture.data.startswith(b"\x89PNG")
    assert visitor.status(pictures[0].replace("/halaman/1/", "/halaman/99/")) == 404


def test_numbers_are_given_in_one_table_and_empty_ones_leave_the_tags(visitor: Visitor, desk: Desk) -> None:
    page = visitor.get(NUMBERS)
    name = "/".join(SURAT)
    assert "Dari naskah.csv baris 2" in page
    assert "catatan_penafsiran" not in page
    answer = post(visitor, NUMBERS, **hidden(page), **{f"nomor {name}": "e-Contoh-1", f"tanggal {name}": "31-12-2024"})
    assert answer.status_code == 303
    page = visitor.get(NUMBERS)
    assert 'value="e-Contoh-1"' in page
    assert 'value="31 Desember 2024"' in page
    assert "e-Contoh-1" in visitor.get(PAGE)
    other = next(one for one in look(desk)[-1].dokumen if one["id"] == "nota_penjelasan")
    assert "${nomor_naskah}" in visitor.get(f"{QUARTER}/naskah/nota_penjelasan/{other['unit']}")


def test_a_number_that_cannot_be_kept_is_told_and_stays_typed_in(visitor: Visitor) -> None:
    page, name = visitor.get(NUMBERS), "/".join(SURAT)
    wrong = post(visitor, NUMBERS, **hidden(page), **{f"nomor {name}": "e-1", f"tanggal {name}": "besok"})
    text = wrong.get_data(as_text=True)
    assert wrong.status_code == 409
    assert "besok bukan tanggal" in text
    assert 'value="e-1"' in text
    assert post(visitor, NUMBERS, bahan="0000000").status_code == 409


def taken(visitor: Visitor, desk: Desk) -> Path:
    """The copy to edit, edited."""
    answer = post(visitor, PAGE.replace("/naskah/", "/sunting/naskah/"))
    assert answer.status_code == 303
    (path,) = desk.naskah.glob("*.docx")
    assert str(path) in visitor.get(answer.headers["Location"])
    path.write_bytes(edited(path.read_bytes()))
    return path


def test_an_edited_copy_counts_and_is_marked(visitor: Visitor, desk: Desk) -> None:
    path = taken(visitor, desk)
    assert "Disunting" in visitor.get(f"{QUARTER}/naskah")
    page = visitor.get(PAGE)
    assert path.name in page
    assert "Ditambahkan petugas." in page
    got = visitor.client.get(PAGE.replace("/naskah/", "/unduh/naskah/"), base_url=BASE, buffered=True)
    assert got.data == path.read_bytes()


@pytest.mark.parametrize("choice", ["baru", "suntingan"])
def test_an_edited_copy_that_a_newer_edition_has_passed_asks(visitor: Visitor, desk: Desk, choice: str) -> None:
    path = taken(visitor, desk)
    mine = path.read_bytes()
    set_value(desk, "alasan.csv", "suku cadang", "bahan")
    rebuild(desk)
    assert path.read_bytes() == mine
    assert "Suntingan perlu dipilih" in visitor.get(f"{QUARTER}/naskah")
    page = visitor.get(PAGE)
    assert "Ditambahkan petugas." in page
    assert "<ins>bahan" in page
    both = post(visitor, PAGE.replace("/naskah/", "/pilih/naskah/"), pilihan="keduanya")
    assert visitor.get(both.headers["Location"]).count(".docx</b>") == 2
    assert path.read_bytes() == mine
    assert post(visitor, PAGE.replace("/naskah/", "/pilih/naskah/"), pilihan=choice).status_code == 303
    assert "perlu dipilih" not in visitor.get(f"{QUARTER}/naskah")
    assert (path.read_bytes() == mine) is (choice == "suntingan")
    kept = [one.read_bytes() for one in (desk.naskah / "riwayat").glob("*")]
    assert (mine in kept) is (choice == "baru")
    assert not copies(desk).copies[SURAT].perlu_dipilih


def test_nobody_finds_a_document_that_is_not_there(visitor: Visitor) -> None:
    for path in (f"{QUARTER}/naskah/surat_penjelasan/9.99", f"{QUARTER}/naskah/lain/{SATU_UNIT}", f"{PAGE}/.."):
        assert visitor.status(path) == 404


def test_a_page_whose_work_is_always_given_up_says_so_instead_of_asking_for_ever(
    visitor: Visitor, server: DeskServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the program was renewed under an open desk: the worker never sees what the page saw."""
    monkeypatch.setattr(shelf, "bahan_of", lambda *_: "lain")
    pages = [visitor.get(NUMBERS) for _ in range(4)]
    assert ["Tutup, lalu buka lagi" in page for page in pages] == [False, False, False, True]
    monkeypatch.undo()
    assert 'name="bahan"' in visitor.get(NUMBERS)
