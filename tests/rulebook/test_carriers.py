"""Coverage is derived: who carries a clause follows from what is cited, at any depth."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.rulebook.carriers import Carried, Keadaan, carried
from p3dn_reports.rulebook.prose import describe, matches
from p3dn_reports.rulebook.prose.describe import quoted
from p3dn_reports.rules import Citation, Rulebook, Sifat
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
        ("INS-a1", {}),
        ("INS-a5r6", {"naskah": "dokumen laporan", "jadwal": "jadwal laporan"}),
        ("INS-a6", {"angka": "parameter ambang_bawah, ambang_atas; peringkat terbesar", "naskah": "dokumen surat"}),
        ("INS-e/f", {"acuan": "daftar rekening, kanal"}),
        ("INS-g", {"tugas": "kewajiban monev"}),
    ],
)
def test_what_carries_a_clause(rules: Rulebook, ketentuan: str, words: dict[str, str]) -> None:
    assert by_id(rules)[ketentuan].menurut_jenis == words


def test_what_became_of_a_clause_besides(rules: Rulebook) -> None:
    notes = {name: one.catatan for name, one in by_id(rules).items() if one.catatan}
    assert notes == {
        "INS-a1": ("tidak dikodekan: Tidak mempunyai angka",),
        "INS-g": ("diminta tetapi belum ada: naskah",),
    }


def test_what_people_tick_off_is_no_more_than_that(rules: Rulebook) -> None:
    assert [name for name, one in by_id(rules).items() if one.hanya_tugas] == ["INS-g"]


def test_a_clause_is_not_said_to_hold_what_the_clauses_below_it_hold(tmp_path: Path) -> None:
    text = with_clauses(
        LENGKAP.read_text(encoding="utf-8"), "- {id: INS-a, tempat: [KESATU.a], sifat: [acuan], teks: 'a. Kepala:'}"
    )
    found = by_id(loaded(text, tmp_path))["INS-a"]
    assert (found.langsung, found.menurut_jenis, found.catatan) == (
        (),
        {},
        ("pada ketentuan di bawahnya", "tidak dikodekan: Tidak mempunyai angka"),
    )
    assert ("dokumen", "surat") in found.pemuat
    assert found.keadaan is Keadaan.TERMUAT


def test_the_clauses_stand_in_the_order_of_the_register(rules: Rulebook) -> None:
    assert list(by_id(rules)) == ["INS-a1", "INS-a5r6", "INS-a6", "INS-e/f", "INS-g"]


def test_a_citation_above_the_place_does_not_carry_it(tmp_path: Path) -> None:
    """`KESATU.g.1` carries `KESATU.g`; `KESATU.g` would not carry `KESATU.g.1`."""
    text = LENGKAP.read_text(encoding="utf-8").replace("tempat: [KESATU.g]", "tempat: [KESATU.g.1]")
    assert by_id(loaded(text, tmp_path))["INS-g"].lepas == ()
    text = text.replace("dasar: [instruksi-1-2024/KESATU.g.1]", "dasar: [instruksi-1-2024/KESATU.g]")
    found = by_id(loaded(text, tmp_path))["INS-g"]
    assert found.lepas == (Citation("instruksi-1-2024", "KESATU.g.1"),)
    assert found.catatan == ("BELUM TERMUAT: instruksi-1-2024/KESATU.g.1",)


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
    assert by_id(loaded(text, tmp_path))["INS-g"].menurut_jenis == {
        "tugas": "kewajiban monev",
        "acuan": "daftar rekening",
    }


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


GROUP = "- {id: INS-g, tempat: [KESATU.g], sifat: [naskah], isi: Biro memantau.}"


def with_clauses(rules: str, *clauses: str) -> str:
    assert GROUP in rules
    return rules.replace(GROUP, "\n    ".join([GROUP, *clauses]))


def test_a_heading_needs_no_carrier(tmp_path: Path) -> None:
    text = with_clauses(
        LENGKAP.read_text(encoding="utf-8"), '- {id: INS-h, tempat: [KESATU.h], sifat: [judul], teks: "h. Lain:"}'
    )
    found = by_id(loaded(text, tmp_path))["INS-h"]
    assert (found.lepas, found.keadaan, found.catatan) == ((), Keadaan.HANYA_JUDUL, ("hanya judul",))


def test_by_what_kind_of_rule_a_clause_is_carried_and_what_is_wanting(rules: Rulebook) -> None:
    found = by_id(rules)
    assert (found["INS-a6"].jenis, found["INS-a6"].kurang) == (("angka", "naskah"), ())
    assert (found["INS-g"].jenis, found["INS-g"].kurang) == (("tugas",), (Sifat.NASKAH,))
    assert (found["INS-a1"].keadaan, found["INS-a1"].kurang) == (Keadaan.TIDAK_DIKODEKAN, ())


def test_one_reason_may_stand_for_several_clauses(tmp_path: Path) -> None:
    text = with_clauses(
        LENGKAP.read_text(encoding="utf-8"),
        "- {id: INS-k1, tempat: [kepada.1], sifat: [acuan], teks: 1. Kepala}",
        "- {id: INS-k2, tempat: [kepada.2], sifat: [acuan], teks: 2. Biro}",
    )
    text = text.replace("{dasar: instruksi-1-2024/KESATU.a.1,", "{dasar: [instruksi-1-2024/KESATU.a.1, PLACES],")
    text = text.replace("PLACES", "instruksi-1-2024/kepada.1, instruksi-1-2024/kepada.2")
    found = by_id(loaded(text, tmp_path))
    assert {found[name].keadaan for name in ("INS-a1", "INS-k1", "INS-k2")} == {Keadaan.TIDAK_DIKODEKAN}


def test_the_words_at_a_place_are_its_own_and_those_below_in_order(tmp_path: Path) -> None:
    text = with_clauses(
        LENGKAP.read_text(encoding="utf-8"),
        "- {id: INS-g1, tempat: [KESATU.g.1], sifat: [naskah], teks: 1. reuiu oleh Biro;, koreksi: [{tercetak: reuiu, dibaca: reviu}]}",  # noqa: E501
        "- {id: INS-g2, tempat: [KESATU.g.2], sifat: [judul], teks: '2. Lain:', dahulu: [INS-g-lama]}",
    )
    rules = loaded(text.replace(GROUP, GROUP.replace("isi:", "teks: 'g. Biro:', isi:")), tmp_path)
    (told,) = (describe(rules, {}, "kewajiban", name) for name in ("monev",))
    assert [line for one in told.dasar for line in one.baris] == ["1. reuiu [dibaca: reviu] oleh Biro;"]
    (whole,) = quoted(rules, (Citation("instruksi-1-2024", "KESATU.g"),))
    assert whole.baris == ("g. Biro:", "1. reuiu [dibaca: reviu] oleh Biro;", "2. Lain:")
    assert quoted(rules, (Citation("instruksi-1-2024"),))[0].baris == ()
    assert matches(rules, "INS-g-lama") == matches(rules, "instruksi-1-2024/KESATU.g.2") == (("ketentuan", "INS-g2"),)
