"""The internal note of readings: what it says, and that it is no document of the office."""

from __future__ import annotations

from tests.templates.cetak import paragraph_text, part, text
from tests.templates.contoh_konteks import LEMBAR

CATATAN = "catatan-penafsiran.docx"


def test_it_says_what_it_is_and_has_no_place_to_sign() -> None:
    assert "Lembar kerja internal, bukan naskah dinas" in paragraph_text(part(CATATAN, "word/header1.xml"))
    for make in LEMBAR[CATATAN].values():
        assert "#" not in text(CATATAN, make())


def test_a_reading_stands_with_its_effect_and_the_line_to_approve_it() -> None:
    printed = text(CATATAN, LEMBAR[CATATAN]["berisi"]())
    assert "Bila dibaca terhadap_target: satu satuan kerja berubah status (Dinas Contoh)." in printed
    assert "Nama: Ketua Tim Contoh" in printed
    assert "Tanggal: 16 Desember 2024" in printed
    assert "Nama: \u2026" in printed
    assert "Tidak ada bacaan" not in printed


def test_without_readings_it_says_so() -> None:
    printed = text(CATATAN, LEMBAR[CATATAN]["kosong"]())
    assert "Tidak ada bacaan yang mengubah hasil periode ini." in printed
    assert "Tidak ada bacaan lain." in printed
