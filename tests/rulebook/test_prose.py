"""Every rule told in sentences."""

from __future__ import annotations

import re

import pytest

from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.rulebook import load
from p3dn_reports.rulebook.prose import SECTIONS, describe, listing, matches
from p3dn_reports.rules import Rulebook
from p3dn_reports.rules.references import uses
from tests.rulebook.kasus import ASAL, RULES, RULES_SCHEMA

SCHEMAS = load_schemas(ASAL / "schemas")


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    loaded, problems = load(RULES, SCHEMAS, RULES_SCHEMA)
    assert loaded is not None, problems
    return loaded


def test_the_list_holds_every_rule_of_every_section(rules: Rulebook) -> None:
    listed = listing(rules)
    assert len(listed) == sum(len(getattr(rules, section)) for section in SECTIONS)
    assert all(title for _, _, title in listed)


def test_every_rule_reads_as_sentences(rules: Rulebook) -> None:
    used = uses(rules)
    for section, name, _ in listing(rules):
        told = describe(rules, SCHEMAS, section, name, used)
        assert told.kalimat, name
        for sentence in told.kalimat:
            assert not re.search(r"None|Fraction|Decimal|\(\)|Op\.|<", sentence), sentence


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("ambang_bawah_perkin", "80% sejak 26 November 2024 (diktum KESATU huruf a angka 5 Instruksi"),
        ("capaian_perkin", "Menentukan naskah: surat_penjelasan, nota_penjelasan"),
        ("status_perkin", "- di_bawah: kurang dari ambang_bawah_perkin"),
        ("belanja_pengadaan", "paling lambat batas waktu data"),
        ("surat_penjelasan", "Jatuh tempo 31 Desember 2024"),
        ("skala", "Belum disahkan; wajib disahkan"),
        ("insekda-48-2024", "Hanya untuk periode 2024-TW4"),
        ("penyebut_perkin", "kabupaten-bandung memakai nilai_tercatat."),
        ("pengguna", "bobot 70% sejak 24 Oktober 2023"),
        ("kode_rekening_p3dn", "5.2.02 (Belanja Modal Peralatan dan Mesin)"),
        ("kolom_turunan.realisasi_bayar.nilai_bersih", "dikurangi"),
        ("PDG-p31-4", "yang dimaksud Pasal 30 ayat (1) huruf b Peraturan Bupati Pandeglang"),
        ("JKT-a2a3", "Dibaca menurut tafsir: impor, pds."),
        ("tembusan-instruksi", "Tembusan angka 1 Instruksi Sekretaris Daerah"),
        ("pembentukan_tim", "Keluaran: Keputusan Bupati tentang Tim P3DN."),
        ("pemantauan_bigbox", "Waktu: secara berkala."),
        ("dki-jakarta", "Bertumpu pada tafsir: nama-daerah, keputusan-gubernur."),
        (
            "produsen",
            "dinominasikan bila memenuhi pemetaan data awal: Produsen yang mempunyai sertifikat",
        ),
        ("permenperin-16-2011", "sampai dengan 14 Desember 2025, dicabut oleh"),
        ("penjelasan_unit", "capaian di bawah 80% atau lebih dari 100%."),
        ("denda_pejabat", "yang terkecil di antara (Tarif denda pejabat pengadaan (1%) dari Nilai kontrak) dan Denda"),
        ("saham_nasional", "jumlah Persen saham pada baris yang Kepemilikan adalah nasional"),
        ("pelanggaran_ke_setahun", "dengan Pejabat yang sama, mulai lagi setiap tahun"),
        ("jatuh_tempo_denda_pejabat", "hari kerja setelah Tanggal surat denda"),
        ("sanksi_pejabat", "Denda administratif: bila Pelanggaran ke sama dengan 4 [Pasal 30 ayat (1) huruf b; Pasal"),
        ("sanksi_pejabat", "Baru dapat dijatuhkan setelah terisi: Rekomendasi APIP dan Rekomendasi Tim P3DN bila"),
        ("kewajiban_tkdn", "tidak memenuhi TKDN paling sedikit: selain itu [Pasal 9 ayat (1); Pasal 9 ayat (2)]"),
        ("ambang_bawah_perkin", "Dipakai oleh pita status_perkin; jadwal penjelasan_unit"),
        ("ambang_bawah_perkin", "Naskah yang bertumpu padanya: surat_penjelasan, nota_penjelasan, nota_biro"),
        ("kode_rekening_p3dn", "Dipakai oleh syarat belanja_pengadaan"),
        ("kolom_turunan.realisasi_bayar.nilai_bersih", "Dipakai oleh ukuran pembayaran_pengadaan"),
        ("tarif_denda_pejabat", "Dipakai oleh hitungan denda_pejabat"),
        ("tahun-2025", "17 hari libur nasional dan 11 hari cuti bersama"),
    ],
)
def test_what_a_rule_says(rules: Rulebook, wanted: str, words: str) -> None:
    told = [describe(rules, SCHEMAS, *found) for found in matches(rules, wanted)]
    assert words in "\n".join(sentence for one in told for sentence in one.kalimat)


def test_a_name_met_in_two_sections_gives_both_and_the_section_chooses(rules: Rulebook) -> None:
    assert {section for section, _ in matches(rules, "pdn_kosong")} == {"syarat", "pemeriksaan"}
    assert matches(rules, "syarat.pdn_kosong") == (("syarat", "pdn_kosong"),)
    assert matches(rules, "tidak_ada") == ()
