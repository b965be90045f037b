"""The cases of objects fail for a rulebook that says otherwise than the clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aturan import change, whole
from tests.policy.conftest import Run


@pytest.mark.parametrize(
    ("right", "wrong", "case"),
    [
        ('nilai: "1", dasar: [30.6]', 'nilai: "1.01", dasar: [30.6]', "sanksi-pejabat"),
        ('nilai: "500000000"', 'nilai: "500000001"', "sanksi-pejabat"),
        (
            ", denda_pejabat_tertinggi]}\n    bulatkan: rupiah_ke_bawah\n",
            ", denda_pejabat_tertinggi]}\n",
            "sanksi-pejabat",
        ),
        (
            " " * 14 + "- {nilai: denda_pejabat_terutang, lebih_dari: ",
            " " * 14 + "- {nilai: denda_pejabat_terutang, paling_sedikit: ",
            "denda-jatuh-tempo",
        ),
        ('nilai: "30", dasar: [31.2]', 'nilai: "29", dasar: [31.2]', "denda-jatuh-tempo"),
        (
            '      - {tanggal: "2025-04-07", nama: Cuti bersama Idulfitri, jenis: cuti_bersama}\n',
            "",
            "denda-jatuh-tempo",
        ),
        ("terisi: [rekomendasi_pengawas, rekomendasi_tim]", "terisi: [rekomendasi_tim]", "denda-jatuh-tempo"),
        (
            'nilai: "15"\n        dasar: [32.4.a]',
            'nilai: "25"\n        dasar: [32.4.a]',
            "sanksi-produsen",
        ),
        ('nilai: "3", dasar: [32.4.b]', 'nilai: "2", dasar: [32.4.b]', "sanksi-produsen"),
        (
            "{nilai: nilai_tkdn, lebih_dari: batas_tkdn_penghargaan}",
            "{nilai: nilai_tkdn, paling_sedikit: batas_tkdn_penghargaan}",
            "kewajiban-tkdn",
        ),
        ('nilai: "40", dasar: [9.1]', 'nilai: "39.99", dasar: [9.1]', "kewajiban-tkdn"),
        (
            "{nilai: sertifikat_berlaku_sampai, paling_awal: tanggal_kejadian}",
            "{nilai: sertifikat_berlaku_sampai, setelah: tanggal_kejadian}",
            "kewajiban-tkdn",
        ),
        (
            "{nilai: saham_nasional, lebih_dari: batas",
            "{nilai: saham_nasional, paling_sedikit: batas",
            "perusahaan-jasa",
        ),
    ],
)
def test_a_wrong_rulebook_fails_its_case(right: str, wrong: str, case: str, kerja: Path, p3dn: Run) -> None:
    rules = kerja / "rules.yaml"
    assert whole(rules).count(right) == 1
    change(rules, right, wrong)
    ended = p3dn("rules", "test", f"aturan-uji/{case}.yaml")
    assert ended.code == 1, ended.out + ended.err
    assert "BEDA" in ended.out
