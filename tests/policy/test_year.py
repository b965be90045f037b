"""A whole next year: each quarter's instrument continues the one before, and what stood for the old ones stays."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from p3dn_reports.documents.word.outline import outline
from p3dn_reports.rulebook.build import build
from p3dn_reports.rulebook.compose import read_book
from p3dn_reports.rules import Citation, Rulebook
from p3dn_reports.rules.in_force import digest_in_force
from p3dn_reports.vocabulary import Periode
from tests.aturan import change, whole
from tests.policy.conftest import ROOT, Run

RULES = Path("rules.yaml")
SMALL = ROOT / "tests" / "pipeline" / "dasar"
QUARTERS = {1: ("2025-01-20", "2025-03-30"), 2: ("2025-04-14", "2025-06-29"), 3: ("2025-07-10", "2025-09-29")}


def quarter(folder: Path, triwulan: int, data_per: str) -> Path:
    """The small quarter of 2024 as one of 2025."""
    shutil.copytree(SMALL, folder)
    for path in folder.glob("*.csv"):
        text = path.read_text(encoding="utf-8").replace("2024", "2025")
        path.write_text(re.sub(r"\b\d\d-\d\d-2025\b", "03-02-2025", text), encoding="utf-8")
    meta = (folder / "meta.csv").read_text(encoding="utf-8")
    meta = re.sub(r"(triwulan[^;]*);4", rf"\1;{triwulan}", meta)
    (folder / "meta.csv").write_text(re.sub(r"(cutoff[^;]*);.*", rf"\1;{data_per}", meta), encoding="utf-8")
    return folder


def continued(p3dn: Run, dari: str, triwulan: int, *more: str) -> str:
    baru = f"insekda-contoh-{triwulan}-2025"
    ended = p3dn("rules", "continue", dari, "--id", baru, "--tahun", "2025", "--triwulan", str(triwulan), *more)
    assert ended.code == 0, ended.out + ended.err
    return baru


def issued(triwulan: int) -> tuple[str, ...]:
    return "--nomor", f"e-900{triwulan}", "--tanggal", QUARTERS[triwulan][0]


def evaluated(p3dn: Run, folder: Path) -> Any:
    return json.loads(p3dn("evaluate", str(folder), "--format", "json").out)


def built(p3dn: Run, folder: Path, *, again: bool = False) -> tuple[Path, bytes]:
    """The build of a quarter and its results; `again`: one that stood before."""
    ended = p3dn("build", str(folder))
    assert ended.code in (0, 1), ended.err
    assert ("Tidak ada yang berubah sejak pembuatan terakhir" in ended.out) is again
    told = re.search(r"ada di:\n  (.+)", ended.out)
    assert told
    return Path(told[1]), (Path(told[1]) / "hasil.json").read_bytes()


def book() -> Rulebook:
    source, problems = read_book(RULES)
    assert source is not None, problems
    return build(source)


def test_a_year_is_rolled_and_the_old_quarters_stay(kerja: Path, p3dn: Run) -> None:
    """I to IV 2025, a threshold changed with the second, the last revoked."""
    old, first = kerja / "lama", quarter(kerja / "tw1", 1, QUARTERS[1][1])
    shutil.copytree(SMALL, old)
    before = built(p3dn, old)
    one = continued(p3dn, "insekda-48-2024", 1, *issued(1))
    standing = built(p3dn, first)
    letters = {row["id"] for row in json.loads(standing[1])["dokumen"]}
    assert {"laporan_capaian", "surat_penjelasan", "nota_biro"} <= letters
    two = continued(p3dn, one, 2, *issued(2))
    change(RULES, f"    melanjutkan: {one}\n", f"    melanjutkan: {one}\n    parameter:\n      {NEW % two}")
    three = continued(p3dn, two, 3, *issued(3))
    four = continued(p3dn, three, 4, "--nomor", "e-9004", "--tanggal", "2025-10-10")
    change(RULES, f"    melanjutkan: {three}\n", f'    melanjutkan: {three}\n    berlaku_sampai: "2025-12-15"\n')
    assert p3dn("rules", "check").code == 0
    third = book().scope(book().daerah["dki-jakarta"], Periode(2025, 3), date.fromisoformat(QUARTERS[3][1]))
    low = third.parameter("ambang_bawah_perkin")
    assert low is not None
    assert (str(low.nilai), list(low.dasar)) == ("75", [Citation(two)])
    for folder, stood in ((old, before), (first, standing)):
        assert built(p3dn, folder, again=True) == stood
        shutil.rmtree(stood[0])
        assert built(p3dn, folder) == stood
    scope = book().scope(book().daerah["dki-jakarta"], Periode(2025, 4), book().sumber_hukum[four].berlaku_sejak)
    assert scope.applies(Citation("insekda-48-2024", "KESATU.a.6"))
    after = evaluated(p3dn, quarter(kerja / "tw4", 4, "2025-12-30"))
    assert [row for row in after["dokumen"] if row["id"] != "catatan_penafsiran"] == []


NEW = 'ambang_bawah_perkin: {nilai: "75", dasar: [%s]}\n'


def test_every_quarter_of_a_year_has_its_documents_under_its_own_rules(kerja: Path, p3dn: Run) -> None:
    """I to IV 2025 in one workspace, the threshold lowered with the second: who must explain, by when, by which law."""
    law = "insekda-48-2024"
    for triwulan, day in ((1, "2025-01-20"), (2, "2025-04-14"), (3, "2025-07-10"), (4, "2025-10-10")):
        dari = law
        law = continued(p3dn, dari, triwulan, "--nomor", f"e-900{triwulan}", "--tanggal", day)
        if triwulan == 2:
            change(RULES, f"    melanjutkan: {dari}\n", f"    melanjutkan: {dari}\n    parameter:\n      {NEW % law}")
    cut_off = {**{number: days[1] for number, days in QUARTERS.items()}, 4: "2025-12-30"}
    for triwulan, day in cut_off.items():
        found = evaluated(p3dn, quarter(kerja / f"tw{triwulan}", triwulan, day))
        bound = 80 if triwulan == 1 else 75
        figures = {one["kode_satker"]: one["indikator"]["capaian_perkin"] for one in found["unit"]}
        known = {kode: Fraction(one["nilai_pasti"]) for kode, one in figures.items() if one["nilai_pasti"] is not None}
        assert {one["ambang"][0] for one in figures.values()} == {str(bound)}
        owing = {kode for kode, nilai in known.items() if not bound <= nilai <= 100}
        letters = [one for one in found["dokumen"] if one["id"] in ("surat_penjelasan", "nota_penjelasan")]
        assert {one["unit"] for one in letters} == owing
        assert {one["kode_satker"] for one in found["ringkasan"]["wajib_menjelaskan"]} == owing
        papers = {one["id"]: one for one in found["dokumen"]}
        assert {"laporan_capaian", "nota_pengantar_laporan", "berita_acara_verifikasi", "nota_biro"} <= papers.keys()
        due = date.fromisoformat(papers["laporan_capaian"]["jatuh_tempo"])
        assert timedelta(0) < due - Periode(2025, triwulan).akhir < timedelta(days=15)
    ended = p3dn("build", "tw3", "--only", "surat_penjelasan")
    assert ended.code in (0, 1), ended.err
    papers_of_third = [outline(path.read_bytes()) for path in (kerja / "outputs").rglob("*.docx")]
    assert papers_of_third
    assert all("e-9003" in text and "75%" in text for text in papers_of_third)


def test_an_instrument_without_number_or_day_makes_drafts_that_say_so(kerja: Path, p3dn: Run) -> None:
    before = whole(RULES)
    continued(p3dn, "insekda-48-2024", 1)
    lines = [line for line in RULES.read_text(encoding="utf-8").splitlines() if line not in before.splitlines()]
    assert "    belum_ditetapkan: ya" in lines
    assert whole(RULES).startswith(before[: before.index("\n# yaml-language-server", 10)].rstrip("\n"))
    found = evaluated(p3dn, quarter(kerja / "tw1", 1, QUARTERS[1][1]))
    sheets = {one.id for one in book().dokumen.values() if one.internal}
    papers = [row for row in found["dokumen"] if row["id"] not in sheets]
    assert {row["status"] for row in papers} == {"konsep"}
    assert all(any("(belum ditetapkan)" in why for why in row["sebab"]) for row in papers)


def test_the_next_quarter_is_no_part_of_what_an_old_build_rests_on(kerja: Path, p3dn: Run) -> None:
    def of(periode: Periode) -> str:
        return digest_in_force(book(), book().daerah["dki-jakarta"], periode)

    before = of(Periode(2024, 4)), of(Periode(2025, 1))
    continued(p3dn, "insekda-48-2024", 1, *issued(1))
    assert of(Periode(2024, 4)) == before[0]
    assert of(Periode(2025, 1)) != before[1]


def test_what_is_left_out_is_not_inherited_and_own_times_take_the_place_of_the_pattern(kerja: Path, p3dn: Run) -> None:
    continued(p3dn, "insekda-48-2024", 1, *issued(1))
    own = '    kecuali: [insekda-48-2024/KESATU.g]\n    jadwal:\n      verifikasi: {selesai: "2025-04-01"}\n'
    change(RULES, "    melanjutkan: insekda-48-2024\n", f"    melanjutkan: insekda-48-2024\n{own}")
    assert p3dn("rules", "check").code == 0
    rules = book()
    scope = rules.scope(rules.daerah["dki-jakarta"], Periode(2025, 1), date(2025, 3, 30))
    assert scope.citations(rules.dokumen["nota_biro"].dasar) == ()
    assert scope.citations(rules.dokumen["laporan_capaian"].dasar) != ()
    assert {one.id: one.selesai.isoformat() for one in scope.jadwal.values()} == {
        "monev_akhir_november": "2025-02-27",
        "monev_20_desember": "2025-03-20",
        "batas_waktu_data": "2025-03-30",
        "verifikasi": "2025-04-01",
        "penjelasan_unit": "2025-03-31",
        "laporan_ketua_harian": "2025-04-02",
        "batas_input": "2025-04-03",
    }
    assert scope.jadwal["batas_input"].aktivitas.endswith("Triwulan I Tahun Anggaran 2025")
    assert scope.cited(Citation("insekda-48-2024", "KESATU.a.6")).sebutan.endswith(
        "Nomor e-0048 Tahun 2024 yang dilanjutkan dengan Instruksi Sekretaris Daerah Provinsi Daerah Khusus Ibukota "
        "Jakarta Nomor e-9001 Tahun 2025"
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_block_is_all_that_changes(kerja: Path, p3dn: Run, ends: str) -> None:
    RULES.write_bytes(RULES.read_bytes().replace(b"\n", ends.encode()) + b"# catatan di akhir" + ends.encode())
    before = RULES.read_bytes().decode()
    continued(p3dn, "insekda-48-2024", 1, *issued(1))
    after = RULES.read_bytes().decode()
    block = after[after.index(f"{ends}  insekda-contoh-1-2025:") :].removesuffix(f"# catatan di akhir{ends}")
    assert after.replace(block, "", 1) == before
    assert after.count("\n") == after.count(ends)
    assert block.count(ends) == 11


@pytest.mark.parametrize(
    ("dari", "baru", "triwulan", "told"),
    [
        ("insekda-48-2042", "x-1", "1", "Mungkin maksud Anda insekda-48-2024."),
        ("insekda-48-2024", "perbup-46-2023", "1", "sudah dipakai Peraturan Bupati Pandeglang"),
        ("insekda-48-2024", "Instruksi Baru", "1", "tidak dapat menjadi nama"),
    ],
)
def test_what_cannot_be_continued_is_said_and_nothing_written(
    kerja: Path, p3dn: Run, dari: str, baru: str, triwulan: str, told: str
) -> None:
    before = whole(RULES)
    ended = p3dn("rules", "continue", dari, "--id", baru, "--tahun", "2025", "--triwulan", triwulan)
    assert ended.code in (1, 2)
    assert told in " ".join((ended.out + ended.err).split())
    assert whole(RULES) == before


def test_a_quarter_is_continued_once(kerja: Path, p3dn: Run) -> None:
    continued(p3dn, "insekda-48-2024", 1, *issued(1))
    ended = p3dn("rules", "continue", "insekda-48-2024", "--id", "lain-1-2025", "--tahun", "2025", "--triwulan", "1")
    assert (ended.code, "Triwulan I 2025 sudah diatur" in ended.err) == (2, True)
    ended = p3dn("rules", "continue", "insekda-48-2024", "--id", "lain-4-2024", "--tahun", "2024", "--triwulan", "4")
    assert (ended.code, "Triwulan IV 2024 sudah diatur" in ended.err) == (2, True)
