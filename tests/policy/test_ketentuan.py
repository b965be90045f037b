"""Every clause of the two regulations is in the rulebook; ketentuan.txt lists them with their places."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from p3dn_reports.rulebook.carriers import carried
from p3dn_reports.rulebook.prose import matches
from p3dn_reports.rules import Rulebook, Sifat
from tests.aturan import change
from tests.policy.conftest import Run

LISTED = (Path(__file__).parent / "ketentuan.txt").read_text(encoding="utf-8").splitlines()


def test_the_register_holds_the_listed_clauses_at_their_places(rules: Rulebook) -> None:
    listed = {
        name: tuple(f"{sumber}/{tempat}" for tempat in places) for sumber, name, *places in map(str.split, LISTED)
    }
    assert len(listed) == len(LISTED)
    assert {name: tuple(map(str, one.dasar)) for name, one in rules.ketentuan.items()} == listed


def test_every_clause_is_carried_or_has_its_reason(rules: Rulebook) -> None:
    assert [one.ketentuan.id for one in carried(rules) if one.lepas] == []
    assert all(one.pemuat or one.alasan or one.ketentuan.hanya_judul for one in carried(rules))


def test_a_heading_holds_nothing_but_a_heading(rules: Rulebook) -> None:
    """Nothing that asks for something may be passed off as a heading: it would need no carrier."""
    headings = {name: one.teks or "" for name, one in rules.ketentuan.items() if one.hanya_judul}
    assert headings.pop("JKT-kepala").endswith("SEKRETARIS DAERAH PROVINSI DAERAH KHUSUS IBUKOTA JAKARTA,")
    plain = re.compile(r"Pasal \d+|Bagian Kesatu\sUmum|[^a-z]+|.{1,80}:", re.DOTALL)
    assert [name for name, text in headings.items() if not plain.fullmatch(text)] == []


def test_a_clause_asked_as_a_whole_leaves_no_part_out(rules: Rulebook) -> None:
    """Pasal 22 was one clause: whoever cites it carried every ayat. Each has its own carrier now."""
    found = {one.ketentuan.id: one.pemuat for one in carried(rules)}
    for whole in ("18", "22", "24", "26"):
        parts = [name for name in found if name.startswith(f"PDG-p{whole}-")]
        assert len(parts) > 1
        assert all(found[name] for name in parts), whole


@pytest.mark.parametrize(
    ("dahulu", "now"),
    [
        ("PDG-p6-2/3", ["PDG-p6-2", "PDG-p6-3"]),
        ("PDG-p14-1..5", ["PDG-p14-1", "PDG-p14-2", "PDG-p14-3", "PDG-p14-4", "PDG-p14-5"]),
        ("PDG-p16-1..3", ["PDG-p16-1", "PDG-p16-2", "PDG-p16-3"]),
        ("PDG-p19-1/2", ["PDG-p19-1", "PDG-p19-2"]),
        ("PDG-p20-1/2", ["PDG-p20-1", "PDG-p20-2"]),
        ("PDG-p27-1/2", ["PDG-p27-1", "PDG-p27-2"]),
        ("PDG-p30-5/6", ["PDG-p30-5", "PDG-p30-6"]),
        ("PDG-p31-1/3", ["PDG-p31-1", "PDG-p31-3"]),
        ("perbup-46-2023/30.6", ["PDG-p30-6"]),
    ],
)
def test_a_former_id_or_a_place_leads_to_the_clauses(rules: Rulebook, dahulu: str, now: list[str]) -> None:
    assert matches(rules, dahulu) == tuple(("ketentuan", name) for name in now)


def test_a_clause_is_shown_with_its_words_and_what_carries_it(p3dn: Run, kerja: Path) -> None:
    out = p3dn("rules", "show", "JKT-b1").out
    assert "| 1. reuiu [dibaca: reviu]/audit oleh APIP/SPI" in out
    assert "- kewajiban reviu_penandaan_tkdn: Mereviu atau mengaudit" in out
    assert "- dokumen laporan_reviu_apip: " in out
    assert "Diminta tetapi belum ada pada aturan: diperiksa." in p3dn("rules", "show", "PDG-p10-1").out
    assert "- dokumen laporan_capaian: " in p3dn("rules", "show", "JKT-a2d").out  # its annexes show it
    out = p3dn("rules", "show", "insekda-48-2024/KESATU.a.5.baris-6").out
    assert "- jadwal laporan_ketua_harian: " in out
    assert "- dokumen laporan_capaian: " in out


def test_a_rule_is_shown_with_the_words_of_its_clause(p3dn: Run, kerja: Path) -> None:
    out = " ".join(p3dn("rules", "show", "batas_tkdn").out.replace("|", " ").split())
    assert "harus memiliki nilai TKDN paling sedikit sebesar 25% (dua puluh lima persen)." in out


COMPUTING = {
    "parameter", "syarat", "ukuran", "indikator", "pita", "rincian", "pemeriksaan", "peringkat", "hitungan", "putusan",
    "penghargaan",
}  # fmt: skip


def test_what_can_be_computed_is_computed_and_not_only_ticked_off(rules: Rulebook) -> None:
    """A document computes where a figure decides for whom it is written."""

    def computes(section: str, name: str) -> bool:
        decided = section == "dokumen" and (rules.dokumen[name].bila_status or rules.dokumen[name].indikator)
        return section in COMPUTING or bool(decided)

    ticked = [
        one.ketentuan.id
        for one in carried(rules)
        if Sifat.DIHITUNG in one.ketentuan.sifat and not any(computes(*rule) for rule in one.pemuat)
    ]
    assert ticked == []


def test_wrong_cross_references_are_on_record_with_the_place_meant(rules: Rulebook) -> None:
    found = {
        name: (wrong.tercetak, wrong.dibaca.tempat)
        for name, one in rules.ketentuan.items()
        for wrong in one.rujukan_keliru
    }
    assert found == {
        "PDG-p3": ("Pasal 2", "5"),
        "PDG-p9-1": ("Pasal 7", "5"),
        "PDG-p15": ("Pasal 16", "14"),
        "PDG-p28-1": ("Pasal 26 ayat (1)", "26.3"),
        "PDG-p31-4": ("Pasal 107 ayat (1) huruf b", "30.1.b"),
        "PDG-p32-4a": ("Pasal 61 ayat (6)", "9.5"),
        "PDG-p32-4b": ("Pasal 61 ayat (7)", "9.6"),
    }


def test_a_clause_names_its_readings(rules: Rulebook) -> None:
    readings = {one.ketentuan.id: one.tafsir for one in carried(rules)}
    assert "impor" in readings["JKT-a2a3"]
    assert readings["PDG-p30-3"] == ("rekomendasi",)


def test_the_twenty_four_posts_of_the_team(rules: Rulebook) -> None:
    (dated,) = rules.daftar["tim_p3dn"].nilai
    assert len(dated.nilai) == 24
    assert len({item.dasar for item in dated.nilai}) == 24
    assert [int(item.kode) for item in dated.nilai] == list(range(1, 25))
    texts = {one.dasar[0].tempat: " ".join((one.teks or "").split()) for one in rules.ketentuan.values()}
    assert all(item.nama in texts[item.dasar[0].tempat] for item in dated.nilai)
    headings = {
        item.kode: f"Sub Tim {item.kelompok.removeprefix('Sub Tim ')}:" for item in dated.nilai if item.kelompok
    }
    assert headings.keys() == {"6", "15"}
    assert headings["6"] in texts["16.2.e"]
    assert headings["15"] in texts["16.2.f"]
    carriers = {one.ketentuan.id: one.pemuat for one in carried(rules) if one.ketentuan.id.startswith("PDG-tim-")}
    assert len(carriers) == 24
    assert set(carriers.values()) == {(("daftar", "tim_p3dn"),)}


def test_a_dated_clause_has_its_row_in_the_schedule_or_a_duty(rules: Rulebook) -> None:
    for one in carried(rules):
        if one.ketentuan.sifat == (Sifat.BERWAKTU,):
            assert {section for section, _ in one.pemuat} & {"jadwal", "kewajiban"}, one.ketentuan.id


def test_the_table_for_people(p3dn: Run, kerja: Path) -> None:
    ended = p3dn("rules", "show", "--coverage")
    assert ended.code == 0
    assert "JKT-a2a3  insekda-48-2024/KESATU.a.2.a.3  (dihitung)" in ended.out
    assert ended.out.rstrip().endswith("0 belum termuat.")
    assert f"{len(LISTED)} ketentuan:" in ended.out


def test_the_table_as_data(p3dn: Run, kerja: Path) -> None:
    content = json.loads(p3dn("rules", "show", "--coverage", "--format", "json").out)
    (row,) = (one for one in content["ketentuan"] if one["id"] == "PDG-p27-3")
    assert row["tempat"] == ["perbup-46-2023/27.3"]
    assert {"bagian": "parameter", "id": "nominasi_minimum"} in row["aturan"]
    assert row["belum_termuat"] == []


def test_the_table_to_print(p3dn: Run, kerja: Path) -> None:
    lines = p3dn("rules", "show", "--coverage", "--format", "markdown").out.splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert len(table) == len(LISTED) + 2
    assert {line.count(" | ") for line in table if "---" not in line} == {10}


def test_an_uncovered_clause_is_a_finding_and_ends_with_one(p3dn: Run, kerja: Path) -> None:
    duty = "    dasar: [KESATU.a.1]\n"
    change(kerja / "rules.yaml", duty, "    dasar: [KESATU.b.3]\n")
    assert "ketentuan JKT-a1 (insekda-48-2024/KESATU.a.1) belum termuat" in p3dn("rules", "check").out
    ended = p3dn("rules", "show", "--coverage")
    assert ended.code == 1
    assert "BELUM TERMUAT: insekda-48-2024/KESATU.a.1" in ended.out


@pytest.mark.parametrize("arguments", [("--coverage", "skala"), ("--format", "markdown")])
def test_the_table_takes_no_rule_and_md_is_its_own(p3dn: Run, kerja: Path, arguments: tuple[str, ...]) -> None:
    assert p3dn("rules", "show", *arguments).code == 2
