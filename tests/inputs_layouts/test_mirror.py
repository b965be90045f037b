"""Folders of public mirrors, `<sistem>/<kd_klpd>/<dataset>/<tahun>/`, are read as they are: this region and year."""

from __future__ import annotations

import json
from pathlib import Path

from p3dn_reports.inputs.files.kinds import Mirrored, input_files, mirrored
from tests.inputs_layouts.folders import errors, reading, told
from tests.inputs_layouts.test_isb import rup
from tests.inputs_layouts.test_parquet import of_records

OWN = "RUP/D107/RUP-PaketPenyedia-Terumumkan/2025"


def test_files_of_the_region_and_year_of_meta_are_read_with_their_path(tmp_path: Path) -> None:
    files = {
        f"{OWN}/data.json": [rup(1)],
        f"{OWN}/lanjutan.parquet": of_records(tmp_path, [rup(2), rup(3)]),
        "RUP/D107/RUP-PaketPenyedia-Terumumkan/2024/data.json": [rup(4)],
        "RUP/D69/RUP-PaketPenyedia-Terumumkan/2025/data.json": [rup(5)],
    }
    for name in ("sumber.ndjson", "sumber.parquet"):
        (tmp_path / name).unlink()
    with reading(tmp_path, files) as inputs:
        rows = inputs.tables.rows("rup")
        assert [(row["kode_rup"], row["_berkas"]) for row in rows] == [
            ("1", f"{OWN}/data.json"),
            ("2", f"{OWN}/lanjutan.parquet"),
            ("3", f"{OWN}/lanjutan.parquet"),
        ]
        assert errors(inputs) == []
        (other,) = told(inputs, "cermin-bukan-miliknya")
        assert "2 berkas daerah atau tahun lain (D107 tahun 2024, D69 tahun 2025)" in other
        assert "lembar meta menyebut D107 tahun 2025" in other


def test_files_of_one_name_in_two_datasets_are_two(tmp_path: Path) -> None:
    files = {f"{OWN}/data.json": [rup(1)], "RUP/D107/Lain/2025/data.json": [rup(2)]}
    with reading(tmp_path, files) as inputs:
        assert [row["kode_rup"] for row in inputs.tables.rows("rup")] == ["2", "1"]
        assert [file.berkas for file in inputs.files][-2:] == ["RUP/D107/Lain/2025/data.json", f"{OWN}/data.json"]


def test_a_fault_is_placed_by_its_path(tmp_path: Path) -> None:
    with reading(tmp_path, {f"{OWN}/data.json": "[{"}) as inputs:
        assert [str(one.lokasi) for one in inputs.problems if one.kode == "json-rusak"] == [f"{OWN}/data.json"]


def test_without_meta_nobody_knows_whose_they_are(tmp_path: Path) -> None:
    with reading(tmp_path, {"meta.csv": "kunci;nilai\n", f"{OWN}/data.json": [rup(1)]}) as inputs:
        assert inputs.tables.rows("rup") == []
        assert inputs.meta is None


def test_any_other_folder_within_is_told_and_not_read(tmp_path: Path) -> None:
    with reading(tmp_path, {"RUP/D107/2025/data.json": [rup(1)], "RUP/D107/b.json": [rup(2)]}) as inputs:
        assert inputs.tables.rows("rup") == []
        (found,) = told(inputs, "folder-di-dalam")
        assert "Folder RUP di dalam folder masukan memuat 2 berkas yang tidak dibaca." in found


def test_a_build_rests_on_all_files_of_a_mirror_by_their_paths(tmp_path: Path) -> None:
    (tmp_path / OWN).mkdir(parents=True)
    (tmp_path / OWN / "data.json").write_text(json.dumps([rup(1)]))
    assert [*input_files(tmp_path)] == [f"{OWN}/data.json"]
    assert mirrored(f"{OWN}/data.json") == Mirrored("D107", 2025)
    assert mirrored("RUP/D107/2025/data.json") is None
