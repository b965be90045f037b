"""Perbaikan: the sender's workbook goes out marked, and what the corrected one mends is told finding by finding."""

from __future__ import annotations

import re

from openpyxl import load_workbook

from p3dn_reports.desk import events
from p3dn_reports.desk.places import Desk
from p3dn_reports.web import guard
from tests.desk.quarter import rebuild, set_value
from tests.web.conftest import BASE, QUARTER, Visitor

PAGE = f"{QUARTER}/perbaikan"
BAYAR = "realisasi_bayar.csv"


def faulty(desk: Desk) -> None:
    set_value(desk, BAYAR, "60000000;0;SP2D-001", "enam;0;SP2D-001")
    set_value(desk, BAYAR, "50000000;0;SP2D-004", "lima;0;SP2D-004")
    rebuild(desk)


def test_what_is_wrong_stands_by_its_sender_in_its_rows_and_against_the_build_before(
    visitor: Visitor, desk: Desk
) -> None:
    faulty(desk)
    page = visitor.get(PAGE)
    assert "<h2>Badan Pengelolaan Keuangan Daerah: 2 galat</h2>" in page
    assert page.count('class="this"') == 2
    assert page.count("mark-new") == 3
    set_value(desk, BAYAR, "enam;0;SP2D-001", "60000000;0;SP2D-001")
    rebuild(desk)
    page = visitor.get(PAGE)
    assert "Masih salah" in page
    assert "Perlu diperbaiki (1)" in page
    assert "Sudah benar (1)" in page
    assert "“enam”" in visitor.get(f"{PAGE}?tingkat=benar")


def test_a_file_goes_back_marked_with_its_message(visitor: Visitor, desk: Desk) -> None:
    faulty(desk)
    page = visitor.get(PAGE)
    assert "Yth. Badan Pengelolaan Keuangan Daerah. Pada berkas realisasi_bayar.csv terdapat 2 hal" in page
    assert "paling lambat 30 Desember 2024" in page
    form = {guard.FIELD: visitor.key(), "berkas": BAYAR}
    answer = visitor.client.post(f"{PAGE}/balasan", base_url=BASE, data=form)
    assert visitor.client.get(answer.headers["Location"], base_url=BASE).headers["Location"] == PAGE
    (event,) = events.read(desk).of("balasan")
    assert (event.data["berkas"], event.data["banyak"]) == (BAYAR, 2)
    (link,) = re.findall(r'href="([^"]+/balasan/[^"]+)"', visitor.get(PAGE))
    (book,) = desk.pemeriksaan.iterdir()
    assert visitor.client.get(link, base_url=BASE, buffered=True).data == book.read_bytes()
    assert "Pemeriksaan" in load_workbook(book).sheetnames
    set_value(desk, BAYAR, "enam;", "6;")
    assert "/balasan/" not in visitor.get(PAGE).replace(f"{PAGE}/balasan", "")
    assert visitor.status(f"{PAGE}/balasan", "POST", data={**form, "berkas": "../rules.yaml"}) == 404
    assert {visitor.status(f"{PAGE}/balasan/{name}") for name in ("..", "lain.xlsx", "%2e%2e%2frules.yaml")} == {404}


def test_a_file_of_two_senders_names_both_and_one_of_nobody_none(visitor: Visitor, desk: Desk) -> None:
    lines = ["berkas;sumber;pemilik;data_per", f"{BAYAR.upper()};BPKD;BPKD;30-12-2024", f"{BAYAR};LKPP;;30-12-2024"]
    (desk.masukan / "sumber_data.csv").write_text("\n".join(lines), encoding="utf-8")
    faulty(desk)
    assert "Yth. BPKD dan LKPP. Pada" in visitor.get(PAGE)
    (desk.masukan / "sumber_data.csv").write_text(f"{lines[0]}\n{BAYAR};;;30-12-2024\n", encoding="utf-8")
    rebuild(desk)
    page = visitor.get(PAGE)
    assert "Yth. Bapak/Ibu pengirim. Pada" in page
    assert "None" not in page
