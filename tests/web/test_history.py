"""Riwayat: what is out and what to do, two editions side by side, marking what leaves, taking it back."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from typing import Any

import pytest

from p3dn_reports.desk import events, filling
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.sending import Dispatch, mark_all, standing
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.web import guard
from tests.desk.quarter import BIRO, SATU_UNIT, SURAT, look, rebuild, set_value
from tests.desk.rooms import SATU
from tests.web.conftest import BASE, QUARTER, Visitor

PAGE = f"{QUARTER}/riwayat"
NOTA = ("nota_penjelasan", BIRO)


def sent(visitor: Visitor, path: str, **data: Any) -> Any:
    return visitor.client.post(f"{PAGE}/{path}", base_url=BASE, data={guard.FIELD: visitor.key(), **data})


def lines(visitor: Visitor, path: str) -> list[list[str]]:
    raw = visitor.client.get(path, base_url=BASE).data
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))


def test_without_anything_sent_it_says_when_edisi_1_is_born(visitor: Visitor) -> None:
    page = visitor.get(PAGE)
    assert "Edisi 1 lahir ketika naskah pertama ditandai terkirim." in page
    assert "tindakan</small>" not in page


def test_what_is_chosen_is_frozen_and_marked(visitor: Visitor, desk: Desk) -> None:
    given = {"lewat": "SRIKANDI", "nomor": "e-1/PN", "tanggal": "31 Desember 2024"}
    pdf = (io.BytesIO(b"%PDF-1.7 contoh"), "surat.pdf")
    answer = sent(visitor, "tandai", naskah="/".join(SURAT), susunan=look(desk)[-1].susunan, pdf=pdf, **given)
    assert answer.status_code == 303
    event = standing(events.read(desk))[SURAT]
    assert (event.data["nomor"], event.data["tanggal"], event.data["edisi"]) == ("e-1/PN", "2024-12-31", "Edisi 1")
    assert (desk.catatan / event.data["pdf"]).read_bytes() == b"%PDF-1.7 contoh"
    assert "nomor e-1/PN, tanggal 31 Desember 2024, bersama PDF bertanda tangan (Edisi 1)." in visitor.get(PAGE)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({}, "Pilih dahulu naskah"),
        ({"naskah": ["surat_penjelasan/9.99"]}, "tidak memuat naskah"),
        ({"naskah": ["/".join(SURAT)], "tanggal": "31 Februari 2024"}, "31 Februari 2024 bukan tanggal"),
        ({"naskah": ["/".join(SURAT)], "jenis": "terbang"}, "Yang dapat ditandai"),
        ({"naskah": ["/".join(SURAT), "/".join(NOTA)], "nomor": "1"}, "hanya untuk satu naskah"),
    ],
)
def test_what_cannot_be_marked_is_told_and_nothing_is_written(
    visitor: Visitor, desk: Desk, data: dict[str, Any], told: str
) -> None:
    answer = sent(visitor, "tandai", **data)
    assert answer.status_code == 422
    assert told in answer.get_data(as_text=True)
    assert standing(events.read(desk)) == {}


def test_after_a_correction_each_letter_out_says_what_to_do(visitor: Visitor, desk: Desk) -> None:
    mark_all(desk, SATU, {SURAT: Dispatch(nomor="e-1/PN"), NOTA: Dispatch()})
    set_value(desk, "realisasi_inaproc.csv", "30000000;24995000;0", "30000000;30000000;0")
    rebuild(desk)
    page = visitor.get(PAGE)
    assert "1 naskah yang sudah dikirim terkena Perbaikan 1" in page
    assert '<small class="urgent">1 tindakan</small>' in page
    assert [(row[0], row[8]) for row in lines(visitor, f"{PAGE}.csv")[1:]] == [
        ("Surat penjelasan capaian", "cabut"),
        ("Nota dinas penjelasan capaian", "tetap"),
    ]
    assert sent(visitor, "cabut", naskah="/".join(SURAT)).status_code == 303
    assert SURAT not in standing(events.read(desk))


def test_the_first_page_leads_to_the_letters_that_a_correction_touches(visitor: Visitor, desk: Desk) -> None:
    mark_all(desk, SATU, {SURAT: Dispatch()})
    assert "Buka Riwayat" not in visitor.get(f"{QUARTER}/")
    set_value(desk, "alasan.csv", "suku cadang", "bahan")
    rebuild(desk)
    page = visitor.get(f"{QUARTER}/")
    assert "Satu naskah yang sudah dikirim terkena Perbaikan 1." in page
    assert "Buka Riwayat" in page


def test_the_sentences_of_one_letter_are_shown_when_asked_for(visitor: Visitor, desk: Desk) -> None:
    mark_all(desk, SATU, {SURAT: Dispatch()})
    set_value(desk, "alasan.csv", "suku cadang", "<b>bahan</b>")
    rebuild(desk)
    page = visitor.get(f"{PAGE}?naskah={'/'.join(SURAT)}")
    assert "Kirim pengganti" in page
    assert "1 kalimat dan 0 baris tabel berbeda." in page or "0 kalimat dan 1 baris tabel berbeda." in page
    assert "<ins>&lt;b&gt;bahan&lt;/b&gt;</ins>" in page
    assert visitor.status(f"{PAGE}?naskah=surat_penjelasan/9.99") == 404


def test_the_replacement_is_marked_with_what_is_known_of_it(visitor: Visitor, desk: Desk) -> None:
    mark_all(desk, SATU, {SURAT: Dispatch(nomor="e-1/PN", lewat="Surat fisik"), NOTA: Dispatch()})
    set_value(desk, "alasan.csv", "suku cadang", "bahan")
    rebuild(desk)
    address = re.search(r'href="([^"]+)">Tandai pengganti terkirim', visitor.get(PAGE))
    assert address
    page = visitor.get(unescape(address[1]).partition("#")[0])
    assert re.findall(r'name="naskah" value="([^"]+)" checked', page) == ["/".join(SURAT)]
    assert page.count('type="checkbox" name="naskah"') == 1
    assert '<option value="Surat fisik" selected>' in page
    assert "bernomor e-1/PN" in page
    assert 'name="nomor" type="text" maxlength="200" value=""' in page
    isian = filling.opened(desk)
    (typed,) = isian.rows(load_schemas(desk.workspace.schemas)["naskah"])
    number = {"dokumen": SURAT[0], "kode_satker": SURAT[1], "nomor": "e-2/PN"}
    filling.save(desk, SATU, isian.sha, [filling.Change("naskah", number, typed.baris)])
    assert 'value="e-2/PN"' in visitor.get(f"{PAGE}?tandai={'/'.join(SURAT)}")
    assert visitor.status(f"{PAGE}?tandai=surat_penjelasan/9.99") == 200


def test_two_editions_stand_side_by_side_with_their_files(visitor: Visitor, desk: Desk) -> None:
    before = look(desk)[-1]
    set_value(desk, "realisasi_inaproc.csv", "30000000;24995000;0", "30000000;30000000;0")
    pair = f"{PAGE}/{before.susunan}..{rebuild(desk).susunan}"
    page = visitor.get(pair)
    assert "Angka yang berubah (1 satuan kerja)" in page
    assert "+5.005.000" in page
    assert [row[:1] + row[4:5] for row in lines(visitor, f"{pair}.csv")[1:]] == [[SATU_UNIT, "5005000"]]
    assert ["tidak lagi diperlukan"] in [row[:1] for row in lines(visitor, f"{pair}.csv?tabel=naskah")]
    for wrong in ("0000000..0000000", "a..b", f"{before.susunan}..", "..%2f..", f"{pair.rpartition('/')[2]}.exe"):
        assert visitor.status(f"{PAGE}/{wrong}") == 404


def test_a_mark_made_in_error_is_taken_back(visitor: Visitor, desk: Desk) -> None:
    (event,) = mark_all(desk, SATU, {SURAT: Dispatch()})
    assert sent(visitor, "batal", catatan=event.nama).status_code == 303
    assert standing(events.read(desk)) == {}
    assert "Dibatalkan: Surat penjelasan capaian" in visitor.get(PAGE)
    assert sent(visitor, "batal", catatan=event.nama).status_code == 409


def test_an_edition_is_looked_at_file_by_file(visitor: Visitor, desk: Desk) -> None:
    edition = look(desk)[-1]
    assert "Semua berkas sama seperti ketika disusun." in visitor.get(f"{PAGE}?periksa={edition.susunan}")
    (edition.folder / "hasil.xlsx").write_bytes(b"lain")
    page = visitor.get(f"{PAGE}?periksa={edition.susunan}")
    assert "hasil.xlsx" in page.partition("Periksa keutuhan")[2]
