"""What-if on the example quarters."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from p3dn_reports.cli.exits import CHANGED
from p3dn_reports.cli.whatif import sums
from p3dn_reports.evaluation.changes import Seen
from tests.aturan import change, lay
from tests.policy.conftest import ROOT, Run

SMALL = str(ROOT / "tests" / "pipeline" / "dasar")
DKI, PANDEGLANG, BANDUNG = "contoh-dki-2024-tw4", "contoh-pandeglang-2024", "kab-bandung-2025"

pytestmark = pytest.mark.usefixtures("assessed_once")


def suppose(p3dn: Run, *arguments: str) -> dict[str, Any]:
    ended = p3dn("whatif", *arguments, "--format", "json")
    assert ended.code == 0, ended.err
    content: dict[str, Any] = json.loads(ended.out)
    return content


VALUE = '        nilai: "80"\n        dasar: [KESATU.a.5, KESATU.a.6]\n        dicatat: "2024-11-26"\n'
TWO = """\
        nilai:
          - {nilai: "80", dasar: [KESATU.a.5, KESATU.a.6], dicatat: "2024-11-26"}
          - {berlaku_sejak: "2024-11-27", nilai: "75", dasar: [KESATU.a.5]}
"""


def test_an_older_rulebook_is_what_the_change_comes_from(kerja: Path, p3dn: Run) -> None:
    """Whichever of the two is supposed: what the newer one has more is added."""
    lay(kerja / "lain")
    change(Path("rules.yaml"), VALUE, TWO)
    older = suppose(p3dn, SMALL, "--rules", "lain")
    assert (older["dari"], older["ke"]) == ("lain/rules.yaml", "rules.yaml")
    assert [one["jenis"] for one in older["perubahan"]] == ["ditambah"]
    lay(kerja)
    change(Path("lain/rules.yaml"), VALUE, TWO)
    newer = suppose(p3dn, SMALL, "--rules", "lain")
    assert (newer["dari"], newer["ke"]) == ("rules.yaml", "lain/rules.yaml")
    assert newer["perubahan"] == older["perubahan"]
    assert newer["unit"] == older["unit"]


def test_several_folders_at_once_and_a_page_to_sign(kerja: Path, p3dn: Run) -> None:
    supposed = ("--set", "ambang_bawah_perkin=1", "--page", "usulan.html", "--oleh", "Contoh <Pengusul>")
    ended = p3dn("whatif", SMALL, BANDUNG, *supposed, "--format", "json")
    assert ended.code == 0, ended.err
    small, bandung = json.loads(ended.out)["masukan"]
    assert (small["periode"], bandung["periode"]) == ("2024-TW4", "2025-TW3")
    assert small["berubah"]
    assert bandung["perubahan"] != small["perubahan"]
    page = Path("usulan.html").read_text(encoding="utf-8")
    assert "Contoh &lt;Pengusul&gt;" in page
    assert not re.search(r"(?:src|href)=|url\(", page)
    for one in (small, bandung):
        assert all(change["sebutan"] in page for change in one["perubahan"])
        assert all(unit["nama"] in page for unit in one["unit"] if unit["status_berubah"])
        assert all(f"{text[:1].upper()}{text[1:]}" in unescape(page) for text in one["kalimat"])
    assert page.count("Tanda tangan:") == 2
    again = p3dn("whatif", SMALL, BANDUNG, *supposed)
    assert again.code == 0
    assert "Pindah status" in again.out
    Path("milik-orang.html").write_text("<p>catatan saya</p>", encoding="utf-8")
    refused = p3dn("whatif", SMALL, "--set", "ambang_bawah_perkin=1", "--page", "milik-orang.html")
    assert (refused.code, "sudah ada" in refused.err) == (2, True)


def statuses(p3dn: Run, inputs: str) -> dict[str, str]:
    units = json.loads(p3dn("evaluate", inputs, "--format", "json").out)["unit"]
    return {unit["kode_satker"]: unit["indikator"]["capaian_perkin"]["pita"] for unit in units}


def test_the_answer_is_that_of_two_evaluations(kerja: Path, p3dn: Run) -> None:
    content = suppose(p3dn, DKI, "--set", "ambang_bawah_perkin=75")
    before = statuses(p3dn, DKI)
    old = 'nilai: "80"\n        dasar: [KESATU.a.5, '
    change(Path("rules.yaml"), old, old.replace("80", "75", 1), -1)
    after = statuses(p3dn, DKI)
    moved = {kode for kode in before if before[kode] != after[kode]}
    assert moved
    found = {unit["kode_satker"]: unit for unit in content["unit"] if unit["status_berubah"]}
    assert set(found) == moved
    for kode in moved:
        assert found[kode]["sebelum"]["status"] == before[kode]
        assert found[kode]["sesudah"]["status"] == after[kode]
        assert found[kode]["sebelum"]["tampil"] == found[kode]["sesudah"]["tampil"]
    gone = {(one["id"], one["kode_satker"]) for one in content["dokumen"] if one["sesudah"] is None}
    assert {kode for _, kode in gone} == moved
    assert len(gone) == len(content["dokumen"])
    assert not any(line["berubah"] for line in content["seluruh"])


def test_documents_appear(kerja: Path, p3dn: Run) -> None:
    content = suppose(p3dn, DKI, "--set", "ambang_bawah_perkin=82,5")
    assert content["perubahan"][0]["sesudah"] == "82,5%"
    assert all(one["sebelum"] is None for one in content["dokumen"])
    assert content["dokumen"]


def test_another_reading_changes_values_and_regional_sums(kerja: Path, p3dn: Run) -> None:
    content = suppose(p3dn, DKI, "--pilihan", "penyebut_perkin=anggaran")
    line = next(line for line in content["seluruh"] if line["indikator"] == "capaian_perkin")
    assert line["berubah"]
    assert line["sebelum"]["penyebut"] != line["sesudah"]["penyebut"]
    untouched = next(line for line in content["seluruh"] if line["indikator"] == "porsi_impor")
    assert not untouched["berubah"]


def test_another_rulebook(kerja: Path, p3dn: Run) -> None:
    lay(Path("lain"), ('nilai: "5"\n', 'nilai: "1"\n'))
    content = suppose(p3dn, SMALL, "--rules", "lain")
    assert {unit["indikator"] for unit in content["unit"]} == {"porsi_impor"}
    assert content["dokumen"] == []
    both = suppose(p3dn, SMALL, "--rules", "lain", "--set", "batas_impor=5")
    assert both["perubahan"] == []
    assert both["berubah"] is False


def test_award_scores(kerja: Path, p3dn: Run) -> None:
    content = suppose(p3dn, PANDEGLANG, "--set", "bobot_realisasi=60", "--set", "bobot_evaluasi=20")
    best = next(one for one in content["penghargaan"] if "penerima" in one["sebelum"])
    assert best["sebelum"].startswith("nilai akhir 84, peringkat 1")


def test_the_value_in_force_for_the_region_is_set_and_no_other(kerja: Path, p3dn: Run) -> None:
    (change,) = suppose(p3dn, BANDUNG, "--set", "ambang_bawah_perkin=81")["perubahan"]
    assert "simulasi-kab-bandung-2025" in change["letak"]


def test_the_exit_code_says_whether_anything_changes(kerja: Path, p3dn: Run) -> None:
    assert p3dn("whatif", SMALL, "--set", "ambang_bawah_perkin=1", "--exit-code").code == CHANGED
    same = p3dn("whatif", SMALL, "--set", "ambang_bawah_perkin=80", "--exit-code")
    assert same.code == 0
    assert "Tidak ada satuan kerja yang statusnya berubah." in same.out


def test_for_people(kerja: Path, p3dn: Run) -> None:
    out = p3dn("whatif", DKI, "--set", "ambang_bawah_perkin=75").out
    assert "80% → 75%" in out
    assert "79,995% di_bawah  79,995% dalam_batas" in out
    assert "hilang (" in out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "Sebutkan pengandaiannya"),
        (("--set", "ambang_bawh_perkin=75"), 2, "Mungkin maksud Anda ambang_bawah_perkin."),
        (("--set", "ambang_bawah_perkin"), 2, "NAMA=ISI"),
        (("--set", "ambang_bawah_perkin=75", "--set", "ambang_bawah_perkin=76"), 2, "dua kali"),
        (("--set", "nominasi_minimum=1.000"), 2, "Tidak ada nilai nominasi_minimum yang berlaku di dki-jakarta"),
        (("--set", "batas_impor=1.000"), 2, "tanpa pemisah ribuan"),
        (("--set", "ambang_bawah_perkin=tujuh"), 1, "angka tanpa pemisah ribuan"),
        (("--set", "ambang_bawah_perkin=101"), 1, "100"),
        (("--set", "ambang_bawah_perkin=100,5"), 1, "100"),
        (("--pilihan", "penyebut_perkin=angaran"), 2, "Mungkin maksud Anda anggaran."),
        (("--pilihan", "penyebut_perkn=anggaran"), 2, "Mungkin maksud Anda penyebut_perkin."),
    ],
)
def test_what_cannot_be_supposed(kerja: Path, p3dn: Run, arguments: tuple[str, ...], code: int, words: str) -> None:
    ended = p3dn("whatif", SMALL, *arguments)
    assert ended.code == code, ended.out + ended.err
    assert words in ended.err


def test_sums_carry_their_unit() -> None:
    seen = Seen(Fraction(1957, 20), None, "97,85%", Fraction(1957), Fraction(2000))
    assert sums(seen) == ["Rp1.957,00", "Rp2.000,00", "97,85%"]
    assert sums(replace(seen, satuan="jumlah")) == ["1.957", "2.000", "97,85%"]
