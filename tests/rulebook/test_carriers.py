"""Coverage is derived: who carries a clause follows from what is cited, at any depth."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.rulebook.carriers import Carried, carried
from p3dn_reports.rules import Citation, Rulebook
from tests.rulebook.kasus import LENGKAP, load_text


def loaded(text: str, folder: Path) -> Rulebook:
    rules, problems = load_text(text, folder)
    assert rules is not None, problems
    return rules


@pytest.fixture
def rules(tmp_path: Path) -> Rulebook:
    return loaded(LENGKAP.read_text(encoding="utf-8"), tmp_path)


def by_id(rules: Rulebook) -> dict[str, Carried]:
    return {one.ketentuan.id: one for one in carried(rules)}


@pytest.mark.parametrize(
    ("ketentuan", "words"),
    [
        ("INS-a1", "tidak dikodekan: Tidak mempunyai angka"),
        ("INS-a5r6", "jadwal laporan; dokumen laporan"),
        ("INS-a6", "parameter ambang_bawah, ambang_atas; dokumen surat; peringkat terbesar"),
        ("INS-e/f", "daftar rekening, kanal"),
        ("INS-g", "kewajiban monev"),
    ],
)
def test_what_carries_a_clause(rules: Rulebook, ketentuan: str, words: str) -> None:
    assert by_id(rules)[ketentuan].in_words == words


def test_the_clauses_stand_in_the_order_of_the_register(rules: Rulebook) -> None:
    assert list(by_id(rules)) == ["INS-a1", "INS-a5r6", "INS-a6", "INS-e/f", "INS-g"]


def test_a_citation_above_the_place_does_not_carry_it(tmp_path: Path) -> None:
    """`KESATU.g.1` carries `KESATU.g`; `KESATU.g` would not carry `KESATU.g.1`."""
    text = LENGKAP.read_text(encoding="utf-8").replace("tempat: [KESATU.g]", "tempat: [KESATU.g.1]")
    assert by_id(loaded(text, tmp_path))["INS-g"].lepas == ()
    text = text.replace("dasar: [instruksi-1-2024/KESATU.g.1]", "dasar: [instruksi-1-2024/KESATU.g]")
    found = by_id(loaded(text, tmp_path))["INS-g"]
    assert found.lepas == (Citation("instruksi-1-2024", "KESATU.g.1"),)
    assert found.in_words == "BELUM TERMUAT: instruksi-1-2024/KESATU.g.1"


def test_the_beginning_of_a_segment_is_not_the_segment(tmp_path: Path) -> None:
    text = LENGKAP.read_text(encoding="utf-8")
    text = text.replace("tempat: [KESATU.g]", "tempat: [KESATU.g, KESATU.g.10]")
    assert [place.tempat for place in by_id(loaded(text, tmp_path))["INS-g"].lepas] == ["KESATU.g.10"]


def test_a_reading_carries_nothing(tmp_path: Path) -> None:
    text = LENGKAP.read_text(encoding="utf-8")
    text = text.replace("    wajib_disahkan: ya\n", "    wajib_disahkan: ya\n    dasar: [instruksi-1-2024/KESATU.g]\n")
    text = text.replace("waktu: berkala, dasar: [instruksi-1-2024/KESATU.g.1]", "dasar: [instruksi-1-2024/KESATU.a.6]")
    assert by_id(loaded(text, tmp_path))["INS-g"].pemuat == ()


def test_an_item_of_a_list_carries_its_own_row(tmp_path: Path) -> None:
    row = "instruksi-1-2024/KESATU.e.rekening-2"
    text = LENGKAP.read_text(encoding="utf-8").replace(
        "id: INS-g, tempat: [KESATU.g]", "id: INS-g, tempat: [KESATU.g, KESATU.e.rekening-2]"
    )
    assert [str(place) for place in by_id(loaded(text, tmp_path))["INS-g"].lepas] == [row]
    text = text.replace("nama: Belanja Modal Peralatan}", f"nama: Belanja Modal Peralatan, dasar: [{row}]}}")
    assert by_id(loaded(text, tmp_path))["INS-g"].in_words == "kewajiban monev; daftar rekening"


def test_a_reason_for_a_whole_chapter_covers_its_parts_only_from_below(rules: Rulebook) -> None:
    found = by_id(rules)["INS-a1"]
    assert (found.pemuat, found.lepas) == ((), ())
    assert found.alasan == ("Tidak mempunyai angka.",)


@pytest.mark.parametrize(
    ("tempat", "words"),
    [
        ("KESATU.a.2.a.3", "diktum KESATU huruf a angka 2 huruf a angka 3"),
        ("KESATU.a.5.baris-6", "diktum KESATU huruf a angka 5 jadwal baris ke-6"),
        ("KESATU.e.2.rekening-8", "diktum KESATU huruf e angka 2 kode rekening baris ke-8"),
        ("16.2.e.3.7", "Pasal 16 ayat (2) huruf e angka 3 angka 7"),
        ("1.angka-12", "Pasal 1 angka 12"),
        ("penutup", "penutup"),
        ("", ""),
    ],
)
def test_a_place_in_words(tempat: str, words: str) -> None:
    assert Citation("x", tempat).tempat_terbaca == words


def test_the_places_above_a_place() -> None:
    assert Citation("x", "22.3.a").lineage == ("22.3.a", "22.3", "22")
    assert Citation("x").lineage == ()
