"""A national run: by any runner the same, whatever befalls one region; sums of exact results, and no silent zero."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from p3dn_reports import pipeline
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.nation.building import National, build_nation
from p3dn_reports.nation.places import region_folder
from p3dn_reports.nation.runners import RUNNERS, Manner, Runner, process, serial
from p3dn_reports.nation.supposing import suppose
from p3dn_reports.nation.taking import take
from p3dn_reports.nation.tasks import Outcome, Run, Task
from p3dn_reports.nation.totals import Measured, totals
from p3dn_reports.policy.whatif import Supposition, what_if
from tests.aturan import lay
from tests.nation.lakes import PERIODE, always_killed, bytes_of, home, killed_once, quarter, stumbling, tasks


def two_regions(folder: Path) -> Path:
    """A lake of two regions whose units have the same codes, the second without the reasons of its units."""
    lake, place = folder / "danau", home(folder)
    take(place, quarter(folder / "d69"), lake)
    take(place, quarter(folder / "d107", "D107", without="alasan.csv"), lake)
    return lake


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the lake of two regions and the result of all of it, which nobody changes."""
    folder = tmp_path_factory.mktemp("bersama")
    run(folder, two_regions(folder))
    return folder


@pytest.fixture(scope="module")
def result(shared: Path) -> National:
    return run(shared, shared / "danau")


def run(folder: Path, lake: Path, runner: str = "serial", output: str = "hasil") -> National:
    return build_nation(home(folder), lake, PERIODE, folder / output, RUNNERS[runner], Manner(2))


def region(result: National, kd_klpd: str) -> dict[str, Any]:
    return next(row for row in result.hasil["daerah"] if row["kd_klpd"] == kd_klpd)


def test_two_regions_with_the_same_codes_stay_apart(shared: Path, result: National) -> None:
    for kd_klpd, folder in {"D69": "d69", "D107": "d107"}.items():
        alone = pipeline.evaluate(home(shared), shared / folder).hasil
        built = json.loads((shared / "hasil" / region(result, kd_klpd)["folder"] / "hasil.json").read_bytes())
        assert built["unit"] == alone["unit"]
        assert built["seluruh"] == alone["seluruh"]


def test_totals_are_sums_of_the_regions_figures(result: National) -> None:
    assert result.hasil["seluruh"]
    for total in result.hasil["seluruh"]:
        figures = [region(result, kd)["indikator"][total["indikator"]] for kd in total["ikut"]]
        for side in ("pembilang", "penyebut"):
            assert Fraction(total[side]) == sum((Fraction(one[side]) for one in figures), Fraction(0))
        assert {*total["ikut"], *total["tidak_ikut"]} == {"D69", "D107", "D51"}


def test_a_region_whose_own_figure_leaves_out_units_is_named_with_them() -> None:
    """And one that has none has no part in the sum, with its reason."""
    figure = {"pembilang": "1", "penyebut": "2", "nilai": "50", "sebab": None, "satuan": "jumlah", "tidak_ikut": None}
    apa = Measured("capaian", "a", "b")
    partly = {**figure, "tidak_ikut": {"unit": ["1.01"]}}
    none = {**figure, "pembilang": "7", "penyebut": "0", "nilai": None, "sebab": "penyebut nol"}
    (total,) = totals({"D1": {apa: figure}, "D2": {apa: partly}, "D3": {apa: none}}, {"D4": "belum menyerahkan"})
    assert (total.pembilang, total.penyebut) == (Fraction(2), Fraction(4))
    assert total.ikut == ("D1", "D2")
    assert total.sebagian == {"D2": ["1.01"]}
    assert total.tidak_ikut == {"D3": "penyebut nol", "D4": "belum menyerahkan"}


def test_other_denominators_are_not_summed_together(result: National) -> None:
    """Bandung divides by what is recorded, DKI by what was paid."""
    found = {
        one["ukuran_penyebut"]: one["ikut"] for one in result.hasil["seluruh"] if one["indikator"] == "capaian_perkin"
    }
    assert found == {"nilai_tercatat": ["D107"], "pembayaran_pengadaan": ["D69"]}


def test_a_region_without_an_instrument_has_figures_and_no_verdict(result: National) -> None:
    row = region(result, "D107")
    assert row["tanpa_instrumen"]
    assert all(one["pita"] is None for one in row["indikator"].values())
    assert any(one["nilai"] is not None for one in row["indikator"].values())


def test_beyond_a_threshold_are_those_who_must_explain(result: National) -> None:
    """An import share at most the threshold is below it, and nothing to explain."""
    found = {(one["kd_klpd"], one["indikator"], one["pita"]) for one in result.hasil["wajib_menjelaskan"]}
    assert found == {("D69", "capaian_perkin", "di_bawah"), ("D69", "capaian_perkin", "melebihi")}


def test_who_is_missing_or_refused_is_named_and_no_zero(tmp_path: Path) -> None:
    lake = two_regions(tmp_path)
    (receipt,) = region_folder(lake, PERIODE, "D107").glob("*/resi.json")
    receipt.write_bytes(receipt.read_bytes().replace(b"D107", b"D108"))
    result = run(tmp_path, lake)
    assert region(result, "D69")["keadaan"] == "selesai"
    assert region(result, "D51")["keadaan"] == "belum_menyerahkan"
    refused = region(result, "D107")
    assert refused["keadaan"] == "gagal"
    assert "resinya rusak" in refused["sebab"][0]
    (told,) = (row for row in records(workbook(result)["Tanpa hasil"]) if row["Kode"] == "D107")
    assert (told["Keadaan"], told["Sebab"]) == ("gagal", refused["sebab"][0])
    for total in result.hasil["seluruh"]:
        assert total["tidak_ikut"]["D51"] == "belum menyerahkan"
        assert total["tidak_ikut"]["D107"].startswith("gagal: ")


def test_every_runner_gives_the_same_bytes(shared: Path, result: National) -> None:
    other = run(shared, shared / "danau", "process", "dua")
    assert other.berkas.read_bytes() == result.berkas.read_bytes()
    assert bytes_of(shared / "hasil") == bytes_of(shared / "dua")


def test_what_stands_is_not_built_again(shared: Path, result: National) -> None:
    again = run(shared, shared / "danau")
    assert [one.baru for one in again.daerah] == [False, False]
    assert again.hasil == result.hasil


def test_a_region_without_any_instrument_has_the_figures_of_the_others_lists(tmp_path: Path) -> None:
    """It is a line of a table alone; nothing is judged, and a figure is what a judged region has of the same rows."""
    table = "kd_klpd;nama;jenis;ibu_kota;instrumen\nD901;Kota Contoh;kota;Contoh;\n"
    rules = lay(tmp_path / "aturan", ("  - aturan/daerah.yaml", "  - aturan/daerah.yaml\n  - aturan/daftar.csv"))
    (rules.parent / "aturan" / "daftar.csv").write_text(table, encoding="utf-8")
    place = replace(home(tmp_path), rules=rules)
    take(place, quarter(tmp_path / "d901", "D901"), tmp_path / "danau")
    result = build_nation(place, tmp_path / "danau", PERIODE, tmp_path / "hasil", serial, Manner())
    row = region(result, "D901")
    assert (row["nama"], row["jenis"], row["tanpa_instrumen"]) == ("Pemerintah Kota Contoh", "kota", True)
    assert row["dokumen"] == {}
    assert {one["pita"] for one in row["indikator"].values()} == {None}
    ours = pipeline.evaluate(home(tmp_path), quarter(tmp_path / "d69")).hasil
    assert isinstance(ours["seluruh"], dict)
    judged = ours["seluruh"]["indikator"]["porsi_perkin"]
    assert row["indikator"]["porsi_perkin"]["nilai"] == judged["nilai"] is not None


def workbook(result: National) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(result.buku.read_bytes()))


def records(sheet: Any) -> list[dict[str, Any]]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def test_the_workbook_tells_every_region_and_total(result: National) -> None:
    book = workbook(result)
    assert book.sheetnames[:4] == ["Ringkasan", "Jumlah", "Daerah", "Capaian daerah"]
    rows = {row["Kode"]: row for row in records(book["Daerah"])}
    assert {kd: row["Keadaan"] for kd, row in rows.items()} == {
        "D107": "selesai",
        "D51": "belum menyerahkan",
        "D69": "selesai",
    }
    assert rows["D51"]["Satuan kerja"] is None
    assert (rows["D107"]["Tanpa instrumen"], rows["D69"]["Tanpa instrumen"]) == ("ya", "tidak")
    sums = {(row["Indikator"], row["Dibagi dengan"]): row for row in records(book["Jumlah"])}
    for total in result.hasil["seluruh"]:
        titles = result.hasil["judul"]
        row = sums[titles["indikator"][total["indikator"]], titles["ukuran"][total["ukuran_penyebut"]]]
        assert row["Penyebut"] == (float(Fraction(total["penyebut"])) if total["ikut"] else None)
        assert (row["Daerah yang ikut"], row["Nilai"]) == (len(total["ikut"]), total["tampil"])
    for sheet in book.worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.print_title_rows == (None if sheet.title == "Ringkasan" else "$1:$1")


def test_its_front_names_who_must_explain_and_who_is_not_in_it(result: National) -> None:
    told = [tuple(cell for cell in row if cell is not None) for row in workbook(result)["Ringkasan"].values]
    assert told[:4] == [
        ("Hasil P3DN nasional",),
        ("Triwulan IV Tahun Anggaran 2024",),
        ("3 daerah: 2 selesai, 1 belum menyerahkan.",),
        ("1 daerah tanpa instrumen pada periode ini: angkanya dihitung tanpa penilaian.",),
    ]
    assert (
        "Pemerintah Kabupaten Pandeglang",
        "D51",
        "belum menyerahkan",
        "belum ada triwulannya di danau data",
    ) in told
    owing = [one["kode_satker"] for one in result.hasil["wajib_menjelaskan"] if one["kd_klpd"] == "D69"]
    alone = json.loads((result.berkas.parents[2] / region(result, "D69")["folder"] / "hasil.json").read_bytes())
    assert sorted(owing) == sorted(one["kode_satker"] for one in alone["ringkasan"]["wajib_menjelaskan"])
    assert ("Pemerintah Provinsi Daerah Khusus Ibukota Jakarta", "D69", len(owing)) in [row[:3] for row in told]


def test_a_region_taken_by_other_rules_is_told_apart(tmp_path: Path) -> None:
    others = lay(tmp_path / "lain", ("kepala_daerah: Gubernur", "kepala_daerah: Penjabat Gubernur"))
    take(replace(home(tmp_path), rules=others), quarter(tmp_path / "d69"), tmp_path / "danau")
    assert region(run(tmp_path, tmp_path / "danau"), "D69")["aturan_sama"] is False


def test_a_region_taken_by_the_same_rules_is_not(result: National) -> None:
    assert region(result, "D69")["aturan_sama"] is True


def test_a_killed_worker_changes_nothing(tmp_path: Path) -> None:
    outcomes = process(killed_once, tasks(tmp_path, "D1", "D2", "D3", "D4"), Manner(2))
    assert {one.kd_klpd: one.keadaan for one in outcomes} == dict.fromkeys(("D1", "D2", "D3", "D4"), "selesai")


def test_a_region_that_kills_every_worker_fails_alone(tmp_path: Path) -> None:
    outcomes = {one.kd_klpd: one for one in process(always_killed, tasks(tmp_path, "D1", "D2"), Manner(1))}
    assert (outcomes["D1"].keadaan, outcomes["D2"].keadaan, outcomes["D2"].percobaan) == ("selesai", "gagal", 3)
    assert outcomes["D2"].sebab == ("proses yang mengerjakannya terhenti di tengah jalan",)


@pytest.mark.parametrize("runner", [serial, process])
def test_a_stumble_is_tried_again_and_then_told(tmp_path: Path, runner: Runner) -> None:
    outcomes = {one.kd_klpd: one for one in runner(stumbling, tasks(tmp_path, "D1", "D2", "D3"), Manner(2))}
    assert {kd: (one.keadaan, one.percobaan) for kd, one in outcomes.items()} == {
        "D1": ("selesai", 1), "D2": ("selesai", 3), "D3": ("gagal", 3)
    }  # fmt: skip
    assert outcomes["D3"].sebab == ("kesalahan program: OSError: sambungan terputus",)


def test_what_if_over_the_lake(shared: Path) -> None:
    """DKI as from its folder; Bandung applies no such parameter in that quarter, and is told."""
    supposed = Supposition(nilai={"ambang_bawah_perkin": "75"})
    found = suppose(home(shared), shared / "danau", PERIODE, supposed, serial, Manner())
    alone = what_if(home(shared), shared / "d69", supposed).as_json()
    assert {**found.daerah["D69"], "masukan": ""} == {**alone, "masukan": ""}
    assert set(found.gagal) == {"D107"}


def test_what_cannot_come_to_anything_is_told_before_the_work(shared: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Sebutkan pengandaiannya"):
        suppose(home(shared), shared / "danau", PERIODE, Supposition(), serial, Manner())
    with pytest.raises(UsageError, match="Yang ada: 2024-TW4"):
        build_nation(home(shared), shared / "danau", "2024-TW3", tmp_path / "hasil", serial, Manner())
    (tmp_path / "hasil").touch()
    with pytest.raises(ProblemsError):
        build_nation(home(shared), shared / "danau", PERIODE, tmp_path / "hasil", forbidden, Manner())


def forbidden(run: Run, tasks: Sequence[Task], manner: Manner) -> Iterator[Outcome]:
    raise AssertionError("a region was begun")
