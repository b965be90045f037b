"""A mirror of data services without a `meta`: a quarter of every region in it, as whoever takes it says it stands."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.files.receipt import read_receipt
from p3dn_reports.nation.building import build_nation
from p3dn_reports.nation.mirrors import META, Mirror, Stand, mirror_in, take_region
from p3dn_reports.nation.places import newest, region_folder
from p3dn_reports.nation.runners import Manner, serial
from p3dn_reports.nation.taking import take
from p3dn_reports.vocabulary import Periode
from tests.cli.conftest import Terminal, p3dn
from tests.inputs_layouts.test_isb import DINAS, rup
from tests.nation.lakes import bytes_of, home, quarter

__all__ = ["p3dn"]
STAND = Stand(Periode(2025, 3), date(2025, 9, 30))
MASTER = {**DINAS, "nama_satker": "DINAS PENDIDIKAN", "ket_satker": "Satker/OPD Non-BLU/BLUD"}


def mirrored_regions(folder: Path, *codes: str) -> Mirror:
    """Two datasets of each region in 2025, one of the year before."""
    for number, kd_klpd in enumerate(codes, 1):
        whose = {"kd_klpd": kd_klpd}
        lay(folder / "ISB" / kd_klpd / "RUP-MasterSatker" / "2025", [{**MASTER, **whose}])
        packages = [rup(1, **whose), rup(2, **whose, pagu=500000 * number, status_pdn="Non-PDN")]
        lay(folder / "ISB" / kd_klpd / "RUP-PaketPenyedia-Terumumkan" / "2025", packages)
        lay(folder / "ISB" / kd_klpd / "RUP-PaketPenyedia-Terumumkan" / "2024", [rup(9, **whose, tahun_anggaran=2024)])
    found = mirror_in(folder)
    assert found is not None
    return found


def lay(folder: Path, records: list[dict[str, object]]) -> None:
    folder.mkdir(parents=True)
    (folder / "data.json").write_text(json.dumps(records), encoding="utf-8")


def test_every_region_of_the_year_is_taken_as_if_its_folder_had_a_meta(tmp_path: Path) -> None:
    place, lake = home(tmp_path), tmp_path / "danau"
    mirror = mirrored_regions(tmp_path / "cermin", "D107", "D69")
    assert mirror.regions(2025) == ["D107", "D69"]
    assert mirror.beside(2025) == 2
    taken = {kd: take_region(place, mirror, kd, STAND, lake).folder for kd in mirror.regions(2025)}
    assert read_receipt(taken["D107"]).data_per == "2025-09-30"
    alone = mirrored_regions(tmp_path / "satu" / "cermin", "D107").folder
    shutil.rmtree(alone / "ISB" / "D107" / "RUP-PaketPenyedia-Terumumkan" / "2024")
    meta = "pemda;Pemerintah Kabupaten Bandung\nkd_klpd;D107\ntahun_anggaran;2025\ntriwulan;3\n"
    (alone / META).write_text(f"kunci;nilai\n{meta}tanggal_cutoff;2025-09-30\n", encoding="utf-8")
    assert mirror_in(alone) is None
    own = take(place, alone, tmp_path / "lain").folder
    assert bytes_of(own) == bytes_of(taken["D107"])


def test_what_a_mirror_gives_is_built_region_by_region(tmp_path: Path) -> None:
    place, lake = home(tmp_path), tmp_path / "danau"
    mirror = mirrored_regions(tmp_path / "cermin", "D107", "D69")
    for kd_klpd in mirror.regions(2025):
        take_region(place, mirror, kd_klpd, STAND, lake)
    result = build_nation(place, lake, "2025-TW3", tmp_path / "hasil", serial, Manner())
    rows = {row["kd_klpd"]: row for row in result.hasil["daerah"]}
    assert {kd: rows[kd]["keadaan"] for kd in ("D107", "D69")} == {"D107": "selesai", "D69": "selesai"}
    shares = {kd: rows[kd]["indikator"]["porsi_impor"] for kd in ("D107", "D69")}
    assert {kd: (one["pembilang"], one["penyebut"]) for kd, one in shares.items()} == {
        "D107": ("500000", "2000000.5"),
        "D69": ("1000000", "2500000.5"),
    }


def test_a_year_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="tidak memuat berkas tahun 2023; yang ada: 2024, 2025"):
        mirrored_regions(tmp_path, "D107").regions(2023)


def test_the_command_asks_for_what_no_path_says(p3dn: Terminal, tmp_path: Path) -> None:
    mirrored_regions(tmp_path / "cermin", "D107", "D69")
    lake = ("nation", "take", str(tmp_path / "cermin"), "--lake", str(tmp_path / "danau"))
    asked = p3dn(*lake)
    assert (asked.code, "sebutkan --period dan --data-per" in asked.err) == (2, True)
    wrong = p3dn(*lake, "--period", "TW3-2025", "--data-per", "2025-09-30")
    assert (wrong.code, "bukan periode; tulis misalnya 2024-TW4" in wrong.err) == (2, True)
    done = p3dn(*lake, "--period", "2025-tw3", "--data-per", "2025-09-30")
    assert (done.code, "2 berkas tahun lain tidak diambil" in done.out) == (0, True)
    assert newest(region_folder(tmp_path / "danau", "2025-TW3", "D69")).is_dir()


def test_the_command_takes_another_lake_and_tells_what_takes_a_place(p3dn: Terminal, tmp_path: Path) -> None:
    first, second = quarter(tmp_path / "satu"), quarter(tmp_path / "dua", without="alasan.csv")
    taken = p3dn("nation", "take", str(first), str(second), "--lake", str(tmp_path / "danau"))
    assert taken.code == 1
    assert f"D69 2024-TW4: menggantikan yang diambil dari {first} pada perintah ini" in taken.out
    again = p3dn("nation", "take", str(tmp_path / "danau"), "--lake", str(tmp_path / "pusat"))
    assert again.code == 0
    central = newest(region_folder(tmp_path / "pusat", "2024-TW4", "D69"))
    assert central.name == newest(region_folder(tmp_path / "danau", "2024-TW4", "D69")).name
