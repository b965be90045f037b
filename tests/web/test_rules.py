"""Buku Aturan says what holds where and when as the rulebook has it, and records an approval where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any

import openpyxl
import pytest

from p3dn_reports.desk.places import ISIAN, Desk
from p3dn_reports.formatting import nilai_bersatuan, tanggal
from p3dn_reports.policy import desk as owner
from p3dn_reports.rules.readings import written_approval
from p3dn_reports.vocabulary import Periode
from p3dn_reports.web import guard
from p3dn_reports.web.desk_server import DeskServer
from tests.aturan import change, holding, lay
from tests.web.conftest import BASE, PORT, Visitor, bytes_of

REGION = "dki-jakarta"
TODAY = date(2024, 12, 30)
HERE = f"daerah={REGION}&tanggal={TODAY}"
APPROVAL = f"/aturan/tafsir.batas/pengesahan?{HERE}"
SIGNED = {"oleh": "Ketua Tim Contoh", "tanggal": "16 Desember 2024", "dasar": "BA 12/CONTOH"}


@pytest.fixture
def server(desk: Desk) -> Iterator[DeskServer]:
    """Over a folder with a rulebook of its own."""
    rules = lay(desk.workspace.root)
    made = DeskServer(replace(desk.workspace, rules=rules), PORT, today=lambda: TODAY)
    yield made
    made.worker.close()


def words(page: str) -> str:
    """What a person reads of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def send(visitor: Visitor, form: dict[str, str], path: str = APPROVAL) -> Any:
    shown = visitor.get(path)
    hidden = dict(re.findall(r'name="(sidik|isian-[^"]+)" value="([^"]*)"', shown))
    data = {**hidden, guard.FIELD: visitor.key(), **form}
    return visitor.client.post(path, base_url=BASE, data=data)


def test_every_threshold_that_holds_stands_there_with_its_value_and_day(visitor: Visitor, server: DeskServer) -> None:
    rules = owner.load(server.workspace)
    scope = rules.scope(rules.daerah[REGION], Periode.quarter_of(TODAY), TODAY)
    page = words(visitor.get(f"/aturan?{HERE}"))
    holding = {name: dated for name in rules.parameter if (dated := scope.parameter(name))}
    assert holding
    for name, dated in holding.items():
        value = nilai_bersatuan(dated.nilai, rules.parameter[name].satuan)
        assert f"parameter.{name} {value} {tanggal(dated.berlaku_sejak)}" in page
    for name in rules.parameter.keys() - holding.keys():
        assert f"parameter.{name} " not in page


def test_what_has_ended_is_no_longer_there(visitor: Visitor) -> None:
    page = words(visitor.get(f"/aturan?daerah={REGION}&tanggal=2+Januari+2025"))
    assert "parameter.ambang_bawah_perkin" not in page
    one = words(visitor.get(f"/aturan/parameter.ambang_bawah_perkin?daerah={REGION}&tanggal=2025-01-02"))
    assert "Tidak berlaku di Pemerintah Provinsi Daerah Khusus Ibukota Jakarta pada 2 Januari 2025" in one
    assert "tidak ada yang berlaku 1 Januari 2025" in one


def test_a_threshold_bears_the_words_of_the_law_and_what_hangs_on_it(visitor: Visitor) -> None:
    page = words(visitor.get(f"/aturan/parameter.ambang_bawah_perkin?{HERE}"))
    assert "di bawah 80% atau lebih dari 100% agar membuat laporan kepada Asisten Sekretaris Daerah" in page
    assert "Naskah yang bertumpu padanya: dokumen surat_penjelasan" in page


def test_open_readings_come_first_and_the_calendar_tells_the_gaps(visitor: Visitor) -> None:
    page = words(visitor.get(f"/aturan?{HERE}"))
    assert page.index("Tafsir yang belum disahkan") < page.index("Ambang dan angka (")
    assert "1 celah pada aturan" in page
    assert "Setelah 2024-TW4 tidak ada instrumen lagi" in words(visitor.get(f"/aturan?{HERE}&bagian=kalender"))


def test_the_search_finds_words_of_the_law_wherever_they_stand(visitor: Visitor) -> None:
    page = words(visitor.get(f"/aturan?{HERE}&cari=melampirkan+alasan+kronologi"))
    assert "Bunyi ketentuan (" in page
    assert "Tidak ada aturan yang memuat" in words(visitor.get(f"/aturan?{HERE}&cari=xyzzy"))


def test_an_address_of_no_rule_or_region_is_not_found(visitor: Visitor) -> None:
    wrong = ("/aturan/parameter.tidak_ada", "/aturan/..", "/aturan?daerah=xx", "/aturan?bagian=xx", "/aturan.exe")
    not_here = ("/aturan/parameter.batas_impor/pengesahan", "/aturan/tafsir.tidak-ada/pengesahan")
    assert {visitor.status(path) for path in (*wrong, *not_here)} == {404}
    assert "“31 Februari 2024” bukan tanggal" in words(visitor.get("/aturan?tanggal=31+Februari+2024"))


def test_an_approval_of_the_region_goes_into_the_rulebook_alone(visitor: Visitor, server: DeskServer) -> None:
    before = bytes_of(server.workspace.root)
    assert send(visitor, SIGNED).status_code == 303
    after = bytes_of(server.workspace.root)
    changed = {name for name in after if after[name] != before.get(name) and not name.startswith(".p3dn-cache")}
    assert changed == {
        holding(server.workspace.rules, "Ketua Tim Contoh").relative_to(server.workspace.root).as_posix()
    }
    rules = owner.load(server.workspace)
    approval, stale = written_approval(rules, rules.daerah[REGION], "batas")
    assert approval
    assert (approval.oleh, approval.tanggal, approval.dasar, stale) == (
        "Ketua Tim Contoh",
        date(2024, 12, 16),
        "BA 12/CONTOH",
        False,
    )
    page = words(visitor.get(f"/aturan/tafsir.batas?{HERE}"))
    assert "Disahkan oleh Ketua Tim Contoh pada 16 Desember 2024 berdasarkan BA 12/CONTOH" in page
    assert "Catat pengesahan" not in visitor.get(APPROVAL)


def test_an_approval_of_one_quarter_goes_into_its_table(visitor: Visitor, server: DeskServer, desk: Desk) -> None:
    before = {name: one for name, one in bytes_of(server.workspace.root).items() if name.endswith(".yaml")}
    assert send(visitor, {**SIGNED, "untuk": desk.nama}).status_code == 303
    assert {name: one for name, one in bytes_of(server.workspace.root).items() if name.endswith(".yaml")} == before
    sheet = openpyxl.load_workbook(desk.masukan / ISIAN)["pengesahan"]
    assert "batas" in [row[0] for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({**SIGNED, "oleh": " "}, "Isi siapa yang mengesahkan"),
        ({**SIGNED, "tanggal": "kemarin"}, "Isi tanggal pengesahannya"),
        ({**SIGNED, "tanggal": "31 Desember 2024"}, "yang belum tiba"),
    ],
)
def test_an_approval_that_says_too_little_is_kept_on_the_page(
    visitor: Visitor, server: DeskServer, form: dict[str, str], said: str
) -> None:
    before = bytes_of(server.workspace.root)
    answer = send(visitor, form)
    assert answer.status_code == 422
    assert said in answer.get_data(as_text=True)
    assert 'value="BA 12/CONTOH"' in answer.get_data(as_text=True)
    assert bytes_of(server.workspace.root) == before


def test_a_reading_that_changed_meanwhile_is_not_approved(visitor: Visitor, server: DeskServer) -> None:
    before = bytes_of(server.workspace.root)
    answer = send(visitor, {**SIGNED, "sidik": "0" * 12})
    assert answer.status_code == 409
    assert "berubah sejak halaman dibuka" in answer.get_data(as_text=True)
    assert bytes_of(server.workspace.root) == before


def test_the_page_of_an_approval_shows_who_moves_as_the_edition_has_it(
    visitor: Visitor, server: DeskServer, desk: Desk
) -> None:
    edition = server.shelf.view(desk.masukan).edition
    assert edition
    for one in edition.hasil["penafsiran"]:
        page = words(visitor.get(f"/aturan/tafsir.{one['id']}/pengesahan?{HERE}"))
        for way in one["bacaan_lain"]:
            moved = [unit for unit in way["unit"] if unit["status_berubah"]]
            assert all(f"{unit['nama']} {unit['judul']} {unit['sebelum']['tampil']}" in page for unit in moved)


def test_a_rulebook_that_does_not_load_is_told_at_its_line(visitor: Visitor, server: DeskServer) -> None:
    change(server.workspace.rules, "judul: Ambang bawah capaian Perkin", "judulnya: Ambang bawah capaian Perkin")
    page = words(visitor.get("/aturan"))
    number = server.workspace.rules.read_text(encoding="utf-8").split("judulnya")[0].count("\n") + 1
    assert f"rules.yaml baris {number}" in page
    assert "judulnya: Ambang bawah capaian Perkin" in page
    assert visitor.status(f"/aturan/tafsir.batas/pengesahan?{HERE}") == 404
