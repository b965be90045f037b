"""The built records hold what the text says, typed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from p3dn_reports.rules import Citation, Op, Pihak, Rujukan, Rulebook, SubKriteria, TanggalAcuan
from p3dn_reports.vocabulary import Periode
from tests.rulebook.kasus import LENGKAP, load_text


@pytest.fixture
def rules(tmp_path: Path) -> Rulebook:
    loaded, problems = load_text(LENGKAP.read_bytes(), tmp_path)
    assert problems == ()
    assert loaded is not None
    return loaded


def test_digest_is_of_the_files_bytes(rules: Rulebook) -> None:
    assert rules.sha256 == hashlib.sha256(LENGKAP.read_bytes()).hexdigest()
    assert rules.versi_skema == "1"


def test_the_form_of_a_paper_may_stand_apart(rules: Rulebook, tmp_path: Path) -> None:
    text, form = LENGKAP.read_text(encoding="utf-8"), "    templat: surat.docx\n    berkas: surat/{kode_satker}.docx\n"
    assert text.count(form) == 1
    apart, problems = load_text(f"{text.replace(form, '')}\ntata_naskah:\n  surat:\n{form}".encode(), tmp_path)
    assert problems == ()
    assert apart is not None
    assert replace(apart, sha256=rules.sha256) == rules


def test_law_register(rules: Rulebook) -> None:
    instruksi = rules.sumber_hukum["instruksi-1-2024"]
    assert (instruksi.id, instruksi.tahun, instruksi.untuk) == ("instruksi-1-2024", 2024, Periode(2024))
    assert (instruksi.berlaku_sejak, instruksi.berlaku_sampai) == (date(2024, 1, 10), date(2025, 12, 31))
    assert instruksi.tingkat == 99
    perda = rules.sumber_hukum["perda-7-2023"]
    assert perda.tingkat == 60
    assert [change.sejak for change in perda.perubahan] == [date(2024, 2, 1), date(2025, 2, 1)]
    assert perda.untuk is None


def test_region(rules: Rulebook) -> None:
    daerah = rules.daerah_of("D1")
    assert daerah is not None
    assert daerah.nama_pada(date(2024, 6, 30)) == "Kota A"
    assert daerah.nama_pada(date(2024, 7, 1)) == "Kota A Baru"
    assert daerah.pilihan == {"penyebut": "tercatat"}
    assert daerah.kop == {"baris_atas": "Pemerintah Kota A"}
    assert not daerah.pakai_biro


def test_dated_values_are_exact_and_cited(rules: Rulebook) -> None:
    parameter = rules.parameter["ambang_bawah"]
    assert parameter.tanggal_acuan is TanggalAcuan.DATA_PER
    assert [value.nilai for value in parameter.nilai] == [Decimal(80), Decimal(75)]
    assert parameter.nilai[0].dasar == (Citation("instruksi-1-2024", "KESATU.a.6"),)
    assert rules.parameter["bobot_rencana"].nilai[0].nilai == Decimal("37.5")


def test_chosen_value_changes_on_its_day(rules: Rulebook) -> None:
    daerah = rules.daerah["kota-a"]
    for day, expected in ((date(2024, 12, 31), 80), (date(2025, 1, 1), 75)):
        chosen = rules.scope(daerah, Periode(2024, 4), day).parameter("ambang_bawah")
        assert chosen is not None
        assert chosen.nilai == expected
    assert rules.scope(daerah, Periode(2025, 1), date(2025, 3, 31)).parameter("ambang_bawah") is None


def test_lists(rules: Rulebook) -> None:
    rekening = rules.daftar["rekening"]
    assert rekening.hierarki
    assert [item.kode for item in rekening.nilai[0].nilai] == ["5.1.02", "5.2.02"]
    assert not rules.daftar["kanal"].hierarki


def test_terms(rules: Rulebook) -> None:
    belanja = rules.syarat["belanja"].semua
    assert [(term.op, term.daftar, term.tanggal) for term in belanja] == [
        (Op.TURUNAN_DARI, "rekening", None),
        (Op.PALING_AWAL, None, "awal_tahun"),
        (Op.PALING_LAMBAT, None, "data_per"),
    ]
    salah_satu, bukan, terisi = rules.syarat["hidup"].semua
    assert (salah_satu.daftar, salah_satu.isi) == ("kanal", ())
    assert (bukan.daftar, bukan.isi) == (None, ("BATAL", "GAGAL"))
    assert terisi.ya


def test_sums_and_derived_columns(rules: Rulebook) -> None:
    assert rules.ukuran["pembayaran"].jumlah == "bersih"
    assert rules.ukuran["banyak_paket"].jumlah is None
    assert rules.kolom_turunan["bayar", "bersih"].kurangi == ("nilai", "setoran")
    assert rules.target["janji"].lazim == "ambang_bawah"
    assert rules.rincian["per_rekening"].jumlah == ("nilai", "bersih")


def test_indicators_refer_directly_or_through_a_reading(rules: Rulebook) -> None:
    porsi = rules.indikator["porsi"]
    assert porsi.pembilang == Rujukan(langsung="pdn")
    assert porsi.penyebut == Rujukan(pilihan="penyebut")
    assert rules.indikator["capaian_perkin"].menurut == Rujukan(pilihan="basis")
    assert rules.indikator["capaian_perkin"].pembilang is None
    scope = rules.scope(rules.daerah["kota-a"], Periode(2024, 4), date(2024, 12, 30))
    assert porsi.penyebut is not None
    assert scope.resolve(porsi.penyebut) == "tercatat"
    scope = rules.scope(rules.daerah["kota-b"], Periode(2024, 4), date(2024, 12, 30))
    assert scope.resolve(porsi.penyebut) == "pembayaran"


def test_bands_and_awards_keep_their_order(rules: Rulebook) -> None:
    bands = rules.pita["status"].batas
    assert [(band.id, band.kurang_dari, band.paling_banyak) for band in bands] == [
        ("di_bawah", "ambang_bawah", None),
        ("cukup", None, "ambang_atas"),
        ("melebihi", None, None),
    ]
    award = rules.penghargaan["pengguna"]
    assert [aspek.id for aspek in award.aspek] == ["rencana", "belanja"]
    assert award.aspek[0].sub_kriteria == {"program": SubKriteria("program", "Program")}
    assert award.kategori == {}


def test_documents(rules: Rulebook) -> None:
    surat = rules.dokumen["surat"]
    assert surat.bila_jenis == ("perangkat_daerah",)
    assert surat.bila_status == {"capaian_perkin": ("di_bawah", "melebihi")}
    assert (surat.tujuan, surat.sifat, surat.jatuh_tempo) == (Pihak("asisten"), "Segera", None)
    laporan = rules.dokumen["laporan"]
    assert laporan.indikator == ("capaian_perkin",)
    assert laporan.mengingat == ("perda-7-2023",)
    assert laporan.bila_status == {}


def test_schedule_readings_and_the_rest(rules: Rulebook) -> None:
    assert rules.jadwal["laporan"].selesai == date(2025, 1, 3)
    tafsir = rules.tafsir["penyebut"]
    assert tafsir.wajib_disahkan
    assert tafsir.pengesahan is not None
    assert (tafsir.pengesahan.tanggal, tafsir.pengesahan.dasar) == (date(2024, 12, 1), "ND 5/2024")
    assert rules.tak_terkodekan["komitmen"].dasar == (Citation("instruksi-1-2024", "KESATU.a.1"),)
    assert rules.pemeriksaan["paket_hidup"].tafsir == "penyebut"


def test_block_text_loses_its_last_line_break(tmp_path: Path) -> None:
    text = LENGKAP.read_text(encoding="utf-8").replace("    ibu_kota: B\n", "    ibu_kota: |\n      Kota Baru\n")
    loaded, _ = load_text(text, tmp_path)
    assert loaded is not None
    assert loaded.daerah["kota-b"].ibu_kota == "Kota Baru"


def test_name_ending_in_a_line_break_is_no_name(tmp_path: Path) -> None:
    text = LENGKAP.read_text(encoding="utf-8").replace("templat: surat.docx", 'templat: "surat.docx\\n"')
    _, problems = load_text(text, tmp_path)
    assert [problem.kode for problem in problems] == ["aturan-pola-salah"]


def test_digits_of_other_scripts_are_no_number(tmp_path: Path) -> None:
    text = LENGKAP.read_text(encoding="utf-8").replace('nilai: "100"', 'nilai: "١٠٠"')
    _, problems = load_text(text, tmp_path)
    assert [problem.kode for problem in problems] == ["aturan-pola-salah"]


@pytest.mark.parametrize("highest", ["110", "100", "250.5"])
def test_an_achievement_may_be_bounded_above_a_hundred(highest: str, tmp_path: Path) -> None:
    text = LENGKAP.read_text(encoding="utf-8").replace('nilai: "100", dasar', f'nilai: "{highest}", dasar')
    loaded, problems = load_text(text, tmp_path)
    assert problems == ()
    assert loaded is not None
    assert loaded.parameter["ambang_atas"].nilai[0].nilai == Decimal(highest)
