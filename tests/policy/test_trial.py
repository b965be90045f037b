"""Cases at fault say where and what to do; a difference names its line and both sides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.policy.conftest import Run

CASE = """\
# 79 / 100 = 79%
judul: contoh
dasar: [insekda-48-2024]
meta: {kd_klpd: D69, periode: 2024-TW4, data_per: "2024-12-30"}
tabel:
  satker: |
    kode_satker | nama_satker | jenis
    D1 | Dinas Satu | perangkat_daerah
  realisasi_bayar: |
    kode_satker | kode_rekening | nilai_realisasi | tanggal_sp2d
    D1 | 5.1.02.01 | 100 | 2024-03-01
  realisasi_inaproc: |
    kode_satker | sumber_transaksi | status_paket | total_nilai | nilai_pdn
    D1 | Tender | Selesai | 100 | 79
harapan:
  unit:
    D1: {capaian_perkin: {nilai: "79,00%", status: di_bawah}}
"""


def run_case(p3dn: Run, folder: Path, text: str) -> tuple[int, str]:
    path = folder / "kasus.yaml"
    path.write_text(text, encoding="utf-8")
    ended = p3dn("rules", "test", str(path))
    return ended.code, ended.out + ended.err


def test_a_case_that_holds(kerja: Path, p3dn: Run) -> None:
    code, out = run_case(p3dn, kerja, CASE)
    assert code == 0, out
    assert "sesuai  kasus.yaml: contoh" in out
    assert "1 dari 1 kasus sesuai; 0 dari" in out


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ('nilai: "79,00%"', 'nilai: "78%"', "kasus.yaml:17: unit › D1 › capaian_perkin › nilai"),
        ('nilai: "79,00%"', 'nilai: "78%"', "diharapkan 78%, dihasilkan 79,00%"),
        ("status: di_bawah", "status: melebihi", "diharapkan melebihi, dihasilkan di_bawah"),
        ("    D1: {capaian", "    D9: {capaian", "bukan unit pelapor"),
        ("capaian_perkin: {", "capaian: {", "tidak ada indikator itu"),
        ("  unit:\n", "  ukuran:\n    D1: {realisasi_pdn: Rp80}\n  unit:\n", "dihasilkan 79 (Rp79,00)"),
        ("  unit:\n", "  dokumen: {surat_penjelasan: []}\n  unit:\n", "diharapkan tidak satu pun, dihasilkan D1"),
        ("  unit:\n", "  pemeriksaan: {pdn_kosong: [D1]}\n  unit:\n", "diharapkan D1, dihasilkan tidak satu pun"),
        ("  unit:\n", "  dokumen: {surat_penjelasn: []}\n  unit:\n", "Mungkin maksud Anda surat_penjelasan."),
        ("  unit:\n", "  pemeriksaan: {pdn_kosng: []}\n  unit:\n", "Mungkin maksud Anda pdn_kosong."),
        ("  unit:\n", "  masalah: [tidak-ada-penilaian]\n  unit:\n", "diharapkan tidak-ada-penilaian"),
        ("  unit:\n", "  seluruh: {capaian_perkin: {penyebut: Rp99}}\n  unit:\n", "dihasilkan 100 (Rp100,00)"),
    ],
)
def test_a_difference(kerja: Path, p3dn: Run, right: str, wrong: str, words: str) -> None:
    code, out = run_case(p3dn, kerja, CASE.replace(right, wrong))
    assert code == 1
    assert words in out


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("harapan:", "harapkan:", "kasus.yaml:15:1: galat"),
        ("D69", "D6", "dki-jakarta"),
        ("  realisasi_bayar: |", "  realisasi_bayr: |", "Mungkin maksud Anda realisasi_bayar."),
        ("| nilai_realisasi |", "| kode_satker |", "butir kode_satker ditulis dua kali"),
        ("| nilai_realisasi |", "| nilai_realisai |", "Mungkin maksud Anda nilai_realisasi."),
        ("| 100 | 2024-03-01", "| seratus | 2024-03-01", "kasus.yaml:11: galat: seratus tidak dapat dibaca"),
        ("| 100 | 2024-03-01", "| 100", "kasus.yaml:11: galat: Baris tabel ini mempunyai 3 sel"),
        ('data_per: "2024-12-30"', 'data_per: "30-12-2024"', "kasus.yaml:4:"),
        ("judul: contoh", "judul: contoh\njudul: lagi", "kasus.yaml:3:1: galat"),
        ("tabel:\n", "pilihan: {penyebut_perkn: anggaran}\ntabel:\n", "Mungkin maksud Anda penyebut_perkin."),
        ("tabel:\n", "pilihan: {penyebut_perkin: angaran}\ntabel:\n", "Mungkin maksud Anda anggaran."),
    ],
)
def test_a_case_at_fault(kerja: Path, p3dn: Run, right: str, wrong: str, words: str) -> None:
    assert right in CASE
    code, out = run_case(p3dn, kerja, CASE.replace(right, wrong))
    assert code == 1
    assert words in out


def test_coverage_names_what_was_never_tried(kerja: Path, p3dn: Run) -> None:
    (kerja / "kasus.yaml").write_text(CASE, encoding="utf-8")
    content = json.loads(p3dn("rules", "test", "kasus.yaml", "--format", "json").out)
    assert content["sesuai"] is True
    rules = {(rule["bagian"], rule["id"]): rule for rule in content["cakupan"]}
    assert rules["pita", "status_perkin"]["kurang"] == "dalam_batas; melebihi"
    assert "Tanggal SP2D paling lambat batas waktu data" in rules["syarat", "belanja_pengadaan"]["kurang"]
    assert rules["ukuran", "pembayaran_pengadaan"]["benar"] == 1
    assert rules["penghargaan", "pengguna"]["benar"] == 0
    assert not any(rule["teruji"] for rule in content["cakupan"])


def test_without_any_case(kerja: Path, p3dn: Run) -> None:
    (kerja / "kosong").mkdir()
    ended = p3dn("rules", "test", "kosong")
    assert ended.code == 2
    assert "Tidak ada kasus uji" in ended.err
