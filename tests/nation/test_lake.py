"""A quarter in a lake: what its folder gives, to the byte, and nothing that its receipt does not vouch for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from p3dn_reports import pipeline
from p3dn_reports.errors import ProblemsError
from p3dn_reports.inputs.files.receipt import RECEIPT, read_receipt
from p3dn_reports.nation.places import newest, region_folder
from p3dn_reports.nation.taking import take
from p3dn_reports.policy.whatif import Supposition, what_if
from tests.nation.lakes import PERIODE, bytes_of, home, quarter
from tests.pipeline.folders import CASES, EXAMPLES, folder_of, laid_over

FAULTY = ("kode-rekening-rusak", "satker-tidak-dikenal", "kutip-menelan", "pembayaran-ganda")


def test_the_lake_gives_what_the_folder_gives(tmp_path: Path) -> None:
    place, folder = home(tmp_path), quarter(tmp_path / "masukan")
    taken = take(place, folder, tmp_path / "danau")
    assert taken.folder.parent == tmp_path / "danau" / "periode=2024-TW4" / "daerah=D69"
    here = folder_of(pipeline.build(place, folder))
    there = folder_of(pipeline.build(home(tmp_path / "pusat"), taken.folder))
    assert here.name == there.name
    assert bytes_of(here) == bytes_of(there)


@pytest.mark.parametrize("example", [*EXAMPLES, "contoh-sanksi"])
def test_the_lake_says_of_the_examples_what_their_folders_say(example: str, tmp_path: Path) -> None:
    place = home(tmp_path)
    taken = take(place, place.inputs / example, tmp_path / "danau")
    assert pipeline.evaluate(place, taken.folder).hasil == pipeline.evaluate(place, place.inputs / example).hasil


@pytest.mark.parametrize("case", FAULTY)
def test_faults_of_the_senders_come_along(case: str, tmp_path: Path) -> None:
    """With their cells: what is said of the quarter is the same from the lake."""
    place, folder = home(tmp_path), laid_over(CASES / case, tmp_path / "masukan")
    taken = take(place, folder, tmp_path / "danau")
    assert pipeline.evaluate(place, taken.folder).hasil == pipeline.evaluate(place, folder).hasil


def test_a_figure_leads_back_to_the_senders_cell(tmp_path: Path) -> None:
    place, folder = home(tmp_path), quarter(tmp_path / "masukan")
    unit = pipeline.evaluate(place, folder).hasil["unit"]
    assert isinstance(unit, list)
    asked = unit[0]["kode_satker"], "capaian_perkin"
    there = pipeline.explain(place, take(place, folder, tmp_path / "danau").folder, *asked)
    assert there == pipeline.explain(place, folder, *asked)
    assert "realisasi_bayar.csv" in str(there)


def test_what_if_is_asked_of_the_lake_as_of_the_folder(tmp_path: Path) -> None:
    place, folder = home(tmp_path), quarter(tmp_path / "masukan")
    taken = take(place, folder, tmp_path / "danau")
    supposed = Supposition(nilai={"ambang_bawah_perkin": "75"})
    here, there = (what_if(place, one, supposed).as_json() for one in (folder, taken.folder))
    assert {**here, "masukan": ""} == {**there, "masukan": ""}


def test_what_was_taken_lies_there_once_and_the_last_counts(tmp_path: Path) -> None:
    place, folder, lake = home(tmp_path), quarter(tmp_path / "masukan"), tmp_path / "danau"
    first, again = take(place, folder, lake), take(place, folder, lake)
    assert (first.baru, again.baru, first.folder) == (True, False, again.folder)
    (folder / "alasan.csv").unlink()
    corrected = take(place, folder, lake)
    region = region_folder(lake, PERIODE, "D69")
    assert newest(region) == corrected.folder != first.folder
    take(place, first.folder, lake)
    assert newest(region) == first.folder
    assert sorted(path.name for path in region.iterdir()) == sorted(
        [first.folder.name, corrected.folder.name, "terbaru.json"]
    )


def test_a_part_is_received_as_it_is(tmp_path: Path) -> None:
    place = home(tmp_path)
    own = take(place, quarter(tmp_path / "masukan"), tmp_path / "daerah")
    central = take(place, own.folder, tmp_path / "pusat")
    assert central.folder != own.folder
    assert bytes_of(central.folder) == bytes_of(own.folder)


def changed_receipt(part: Path) -> None:
    content = json.loads((part / RECEIPT).read_text(encoding="utf-8"))
    content["resi"]["kd_klpd"] = "D51"
    (part / RECEIPT).write_text(json.dumps(content), encoding="utf-8")


def cut_receipt(part: Path) -> None:
    (part / RECEIPT).write_bytes((part / RECEIPT).read_bytes()[:-40])


def changed_table(part: Path) -> None:
    path = part / "realisasi_bayar.parquet"
    path.write_bytes(path.read_bytes()[:-1] + b"\0")


def lost_table(part: Path) -> None:
    (part / "realisasi_bayar.parquet").unlink()


def swapped_table(part: Path) -> None:
    shutil.copy(part / "satker.parquet", part / "realisasi_bayar.parquet")


@pytest.mark.parametrize(
    ("harm", "berkas", "sebab"),
    [
        (changed_receipt, RECEIPT, "resinya rusak atau diubah"),
        (cut_receipt, RECEIPT, "resinya rusak atau diubah"),
        (changed_table, "realisasi_bayar.parquet", "isinya bukan yang dicatat pada resi"),
        (lost_table, "realisasi_bayar.parquet", "isinya bukan yang dicatat pada resi"),
        (swapped_table, "realisasi_bayar.parquet", "isinya bukan yang dicatat pada resi"),
    ],
)
def test_what_the_receipt_does_not_vouch_for_is_refused(
    tmp_path: Path, harm: Callable[[Path], None], berkas: str, sebab: str
) -> None:
    place = home(tmp_path)
    part = take(place, quarter(tmp_path / "masukan"), tmp_path / "danau").folder
    harm(part)
    with pytest.raises(ProblemsError) as refused:
        take(place, part, tmp_path / "pusat")
    (found,) = refused.value.problems
    assert (found.kode, found.lokasi.berkas) == ("resi-tidak-cocok", f"{part.name}/{berkas}")
    assert sebab in found.pesan
    assert not (tmp_path / "pusat").exists()


def test_a_quarter_of_nobody_is_not_taken(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as refused:
        take(home(tmp_path), quarter(tmp_path / "masukan", without="meta.csv"), tmp_path / "danau")
    assert refused.value.problems
    assert not (tmp_path / "danau").exists()


def test_a_folder_that_names_another_region_than_its_code_is_nobodys(tmp_path: Path) -> None:
    """One that began as a copy of another region's: neither taken nor evaluated, told at its row."""
    place, folder = home(tmp_path), quarter(tmp_path / "masukan", "D107")
    meta = folder / "meta.csv"
    meta.write_text(meta.read_text(encoding="utf-8").replace("Pemerintah D107", "KABUPATEN  Pandeglang"), "utf-8")
    for refusing in (lambda: take(place, folder, tmp_path / "danau"), lambda: pipeline.evaluate(place, folder)):
        with pytest.raises(ProblemsError) as refused:
            refusing()
        (found,) = (one for one in refused.value.problems if one.kode == "meta-pemda-daerah-lain")
        assert (found.lokasi.berkas, found.lokasi.baris) == ("meta.csv", 2)
        assert "sedangkan D107 adalah kode Pemerintah Kabupaten Bandung" in found.pesan
        assert found.saran.endswith("ialah D51.")
    assert not (tmp_path / "danau").exists()


def test_what_lies_under_another_regions_name_does_not_count(tmp_path: Path) -> None:
    place, lake = home(tmp_path), tmp_path / "danau"
    own = take(place, quarter(tmp_path / "masukan"), lake).folder.parent
    for copied in (own.with_name("daerah=D107"), lake / "periode=2025-TW1" / own.name):
        shutil.copytree(own, copied)
        with pytest.raises(ProblemsError, match="resinya milik D69 periode 2024-TW4"):
            newest(copied)
    shutil.rmtree(newest(own))
    with pytest.raises(ProblemsError, match="menurutnya tidak ada"):
        newest(own)


def test_the_receipt_says_what_it_rests_on(tmp_path: Path) -> None:
    folder = quarter(tmp_path / "masukan")
    receipt = read_receipt(take(home(tmp_path), folder, tmp_path / "danau").folder)
    assert receipt.masukan == "luar-masukan"
    assert (receipt.kd_klpd, receipt.periode, receipt.data_per) == ("D69", PERIODE, "2024-12-30")
    assert set(receipt.sumber) == {path.name for path in folder.iterdir()}
    assert receipt.tabel["satker"]["baris"] == len((folder / "satker.csv").read_text(encoding="utf-8").splitlines()) - 1
    assert len(receipt.aturan or "") == 64
