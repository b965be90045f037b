"""Words that look into other tables, settle a status, or list the largest rows: built, told, compared, checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.rulebook.crosscheck import CHECKS
from p3dn_reports.rulebook.diff import differences
from p3dn_reports.rulebook.prose import describe
from p3dn_reports.rules import KolomTabel, Op, Pemantauan, Rulebook, Term
from tests.rulebook.kasus import LENGKAP, TABLES, load_text

TEXT = LENGKAP.read_text(encoding="utf-8")
STATUS = "{kolom: status, bukan: [BATAL, GAGAL]}"
TOP = '{id: melebihi, tampil: "lebih dari {ambang_atas}"}'
SETTLED = '{id: melebihi, ditegaskan_oleh: mantap, tampil: "lebih dari {ambang_atas}"}'
BANDS = """
  yakin:
    judul: Yakin
    batas: [{id: cukup, paling_banyak: ambang_atas, tampil: c}, {id: lewat, tampil: l}]
"""
SETTLING = """
indikator:
  mantap: {judul: Mantap, pembilang: pdn, penyebut: tercatat, pita: yakin}
"""


def loaded(text: str, folder: Path) -> Rulebook:
    rules, problems = load_text(text, folder)
    assert rules is not None, problems
    return rules


def with_term(words: str, folder: Path) -> Rulebook:
    assert TEXT.count(STATUS) == 1
    return loaded(TEXT.replace(STATUS, f"{{kolom: status, {words}}}"), folder)


def with_settling(folder: Path) -> Rulebook:
    text = TEXT.replace(TOP, SETTLED)
    text = text.replace("\nindikator:\n", SETTLING, 1)
    return loaded(text.replace("\npita:\n", f"\npita:{BANDS}", 1), folder)


def told(rules: Rulebook, section: str, name: str) -> str:
    return "\n".join(describe(rules, TABLES, section, name).kalimat)


@pytest.mark.parametrize(
    ("words", "term", "sentence"),
    [
        (
            "ada_pada: alasan.alasan",
            Term("status", Op.ADA_PADA, pada=KolomTabel("alasan", "alasan")),
            "- status ada pada alasan tabel alasan (alasan)",
        ),
        (
            "tidak_ada_pada: alasan.alasan",
            Term("status", Op.TIDAK_ADA_PADA, pada=KolomTabel("alasan", "alasan")),
            "- status tidak ada pada alasan tabel alasan (alasan)",
        ),
        ("memuat: [A, B]", Term("status", Op.MEMUAT, isi=("A", "B")), "- status memuat salah satu dari A, B"),
        (
            "memuat: kanal",
            Term("status", Op.MEMUAT, daftar="kanal"),
            "- status memuat salah satu dari daftar Kanal (kanal)",
        ),
        ("tidak_memuat: [A]", Term("status", Op.TIDAK_MEMUAT, isi=("A",)), "- status tidak memuat A"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_term_is_built_told_and_compared(words: str, term: Term, sentence: str, tmp_path: Path) -> None:
    rules = with_term(words, tmp_path)
    assert rules.syarat["hidup"].semua[1] == term
    assert sentence in told(rules, "syarat", "hidup")
    changes = differences(loaded(TEXT, tmp_path), rules)
    assert {(one.bagian, one.id) for one in changes} == {("syarat", "hidup")}
    assert any(words.partition(":")[0] in f"{one.letak} {one.sesudah}" for one in changes)


def test_a_list_that_only_memuat_reads_is_used(tmp_path: Path) -> None:
    text = TEXT.replace("{kolom: sumber, salah_satu: kanal}", "{kolom: sumber, memuat: kanal}")
    assert load_text(text, tmp_path)[1] == ()


def test_a_settled_band_is_built_told_and_compared(tmp_path: Path) -> None:
    rules = with_settling(tmp_path)
    assert rules.penegas == {"mantap"}
    assert [band.id for band in rules.bands_of("status")] == ["cukup", "lewat", "di_bawah", "melebihi"]
    assert "- melebihi: selebihnya; ditegaskan oleh indikator mantap bila ada" in told(rules, "pita", "status")
    assert "Menegaskan status melebihi" in told(rules, "indikator", "mantap")
    changes = differences(loaded(TEXT, tmp_path), rules)
    assert ("pita", "status", "mantap") in {(one.bagian, one.id, one.sesudah) for one in changes}


def test_a_document_may_hang_on_the_status_that_settles(tmp_path: Path) -> None:
    path = tmp_path / "benar"
    path.mkdir()
    rules = with_settling(path)
    assert rules.dokumen["surat"].bila_status == {"capaian_perkin": ("di_bawah", "melebihi")}
    text = (path / "rules.yaml").read_text(encoding="utf-8")
    ends = text.replace("status: {capaian_perkin: [di_bawah, melebihi]}", "status: {capaian_perkin: [di_bawah, lewat]}")
    assert load_text(ends, path)[1] == ()


def test_a_ranking_is_built_told_and_compared(tmp_path: Path) -> None:
    rules = loaded(TEXT, tmp_path)
    listed = rules.peringkat["terbesar"]
    assert (listed.menurut, listed.banyak, listed.tampilkan) == ("total_nilai", "paling_sedikit", ("sumber", "status"))
    assert listed.pemantauan == Pemantauan("alasan", "kode_satker", ("alasan",))
    sentences = told(rules, "peringkat", "terbesar")
    assert "Banyaknya paling_sedikit = 3 sejak 1 Mei 2023; yang sama nilainya dengan urutan terakhir ikut" in sentences
    assert "Dipantau pada tabel alasan (alasan) menurut kode_satker: alasan." in sentences
    assert "peringkat terbesar" in told(rules, "parameter", "paling_sedikit")
    assert "terbesar" in told(rules, "syarat", "hidup").rpartition("Dipakai oleh")[2]
    after = loaded(
        TEXT.replace(
            "banyak: paling_sedikit\n    tampilkan: [sumber, status]", "banyak: paling_sedikit\n    tampilkan: [sumber]"
        ),
        tmp_path,
    )
    (change,) = differences(rules, after)
    assert (change.bagian, change.id, change.letak) == ("peringkat", "terbesar", "tampilkan")
    assert "status" in (change.sebelum, change.sesudah)


def test_a_ranking_needs_no_watching_and_no_reading(tmp_path: Path) -> None:
    head, _, ranking = TEXT.rpartition("\nperingkat:\n")
    bare = "\n".join(line for line in ranking.splitlines() if "pemantauan" not in line and "tafsir" not in line)
    rules = loaded(f"{head}\nperingkat:\n{bare}\n", tmp_path)
    assert rules.peringkat["terbesar"].pemantauan is None
    assert "Dipantau" not in told(rules, "peringkat", "terbesar")


def test_every_check_of_the_room_runs() -> None:
    assert len(CHECKS) == len(set(CHECKS))
    assert "check_rankings" in {check.__name__ for check in CHECKS}
