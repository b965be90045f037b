"""The cases of aturan-uji/ hold, exercise every computed rule from both sides, and fail for a wrong rulebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.policy import trial
from p3dn_reports.policy.trial import TrialResult
from p3dn_reports.workspace import Workspace
from tests.policy.conftest import ROOT, Run

CASES = sorted((ROOT / trial.FOLDER).glob("*.yaml"))


@pytest.fixture(scope="module")
def result() -> TrialResult:
    return trial.run(Workspace.at(ROOT))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_holds(path: Path, result: TrialResult) -> None:
    (case,) = (case for case in result.kasus if case.berkas == path.name)
    assert case.problems == ()
    assert case.beda == ()


def test_every_case_was_run(result: TrialResult) -> None:
    assert len(CASES) > 10
    assert [case.berkas for case in result.kasus] == [path.name for path in CASES]


def test_every_computed_rule_has_a_right_and_a_wrong_case(result: TrialResult) -> None:
    assert [(rule.bagian, rule.id, rule.kurang) for rule in result.cakupan if not rule.teruji] == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_shows_its_hand_calculation(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../schemas/aturan-uji.schema.json"
    assert lines[1].startswith("# ")


@pytest.mark.parametrize(
    ("case", "right", "wrong"),
    [
        (
            "capaian-80-dan-100",
            'nilai: "80", dasar: [insekda-48-2024/KESATU.a.5, ',
            'nilai: "79.99", dasar: [insekda-48-2024/KESATU.a.5, ',
        ),
        (
            "capaian-80-dan-100",
            'nilai: "80", dasar: [insekda-48-2024/KESATU.a.5, ',
            'nilai: "80.01", dasar: [insekda-48-2024/KESATU.a.5, ',
        ),
        (
            "capaian-80-dan-100",
            'nilai: "100", dasar: [insekda-48-2024/KESATU.a.5, ',
            'nilai: "99.9", dasar: [insekda-48-2024/KESATU.a.5, ',
        ),
        ("porsi-impor", 'nilai: "5", dasar', 'nilai: "5.01", dasar'),
        ("porsi-impor", 'nilai: "5", dasar', 'nilai: "4.99", dasar'),
        ("kode-rekening", 'kode: "5.2.03"\n', 'kode: "5.2.01"\n'),
        (
            "tanggal-pembayaran",
            "{kolom: tanggal_sp2d, paling_lambat: data_per}",
            "{kolom: tanggal_sp2d, sebelum: data_per}",
        ),
        ("paket-tercatat", "{kode: GAGAL, nama: Gagal}", "{kode: LAIN, nama: Lain}"),
        (
            "capaian-80-dan-100",
            "kurangi: [nilai_realisasi, nilai_setoran]",
            "kurangi: [nilai_setoran, nilai_realisasi]",
        ),
        (
            "penghargaan-dua-calon",
            'nilai: "3", dasar: [perbup-46-2023/27.3]',
            'nilai: "2", dasar: [perbup-46-2023/27.3]',
        ),
        ("unit-dan-biro", "jenis: [perangkat_daerah]\n", "jenis: [perangkat_daerah, biro]\n"),
        ("impor-dinyatakan", "ada_pada: deklarasi_impor.kode_rup", "tidak_ada_pada: deklarasi_impor.kode_rup"),
        ("impor-dinyatakan", "ditegaskan_oleh: porsi_impor_dinyatakan, ", ""),
        (
            "paket-terbesar",
            'nilai: "20", dasar: [insekda-48-2024/KESATU.a.3]',
            'nilai: "19", dasar: [insekda-48-2024/KESATU.a.3]',
        ),
    ],
)
def test_a_wrong_rulebook_fails_its_case(case: str, right: str, wrong: str, kerja: Path, p3dn: Run) -> None:
    """That one case alone is run: all of them for each wrong rulebook would cost more than all other tests here."""
    for path in (kerja / trial.FOLDER).glob("*.yaml"):
        if path.stem != case:
            path.unlink()
    rules = kerja / "rules.yaml"
    text = rules.read_text(encoding="utf-8")
    assert right in text
    rules.write_text(text.replace(right, wrong), encoding="utf-8")
    ended = p3dn("rules", "test")
    assert ended.code == 1, ended.out + ended.err
    assert "BEDA" in ended.out
