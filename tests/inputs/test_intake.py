"""However a file comes into the tables, the result is the same; what goes wrong on the way has its own message."""

from __future__ import annotations

import shutil
import sys
from ctypes import sizeof
from pathlib import Path
from typing import Any

import pytest

from p3dn_reports.inputs.folder import Inputs, read_inputs
from p3dn_reports.inputs.intake import guard
from p3dn_reports.inputs.intake.guard import ChildError, Guard, read_apart
from p3dn_reports.inputs.intake.taking import Manner
from p3dn_reports.inputs.intake.windows_job import limits

from .cases import CASES, COMMON, SCHEMAS, build, write_workbook

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted(path for path in (ROOT / "inputs").iterdir() if path.is_dir())
SMALL: dict[str, Any] = {"apart_from": 1 << 60, "keep_from": 0}


def content(inputs: Inputs) -> dict[str, object]:
    """Everything a reading yields."""
    tables = inputs.tables
    rows = {name: tables.rows(name) for name in tables.schemas}
    about = (tables.present, tables.columns_present, tables.sources, tables.letters)
    return {"rows": rows, "about": about, "rest": (inputs.meta, inputs.problems, inputs.files)}


def read(folder: Path, manner: Manner) -> dict[str, object]:
    with read_inputs(folder, SCHEMAS, manner) as inputs:
        return content(inputs)


def entries(cache: Path) -> dict[Path, float]:
    return {path: path.stat().st_ino for path in cache.rglob("*.json")}


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_what_was_kept_equals_what_is_read(folder: Path, tmp_path: Path) -> None:
    manner = Manner(cache=tmp_path, **SMALL)
    fresh = read(folder, Manner(apart_from=1 << 60))
    assert read(folder, manner) == fresh
    written = entries(tmp_path)
    assert written
    assert read(folder, manner) == fresh
    assert entries(tmp_path) == written


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_faults_are_kept_too(case: Path, tmp_path: Path) -> None:
    folder, manner = build(case, tmp_path / "masukan"), Manner(cache=tmp_path / "simpanan", **SMALL)
    assert read(folder, manner) == read(folder, manner)


def test_a_child_process_reads_the_same(tmp_path: Path) -> None:
    folder = build(CASES / "jumlah-teks", tmp_path)
    write_workbook(folder / "lain.xlsx", {"rup": [["kode_rup", "nama_paket"], ["1", "=1+1"]]})
    assert read(folder, Manner(apart_from=0)) == read(folder, Manner(apart_from=1 << 60))


@pytest.mark.parametrize("damage", [b"", b"{", b"PAR1 rusak PAR1"])
def test_a_damaged_entry_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    folder, cache = build(CASES / "bersih", tmp_path / "masukan"), tmp_path / "simpanan"
    fresh = read(folder, Manner(cache=cache, **SMALL))
    for path in cache.rglob("*.*"):
        path.write_bytes(damage)
    assert read(folder, Manner(cache=cache, **SMALL)) == fresh
    assert all(path.read_bytes() != damage for path in cache.rglob("*.json"))


def test_a_changed_byte_of_kept_rows_is_noticed(tmp_path: Path) -> None:
    folder, cache = build(CASES / "bersih", tmp_path / "masukan"), tmp_path / "simpanan"
    fresh = read(folder, Manner(cache=cache, **SMALL))
    for path in cache.rglob("*.parquet"):
        data = bytearray(path.read_bytes())
        data[len(data) // 3] ^= 1
        path.write_bytes(bytes(data))
    assert read(folder, Manner(cache=cache, **SMALL)) == fresh


def test_another_schema_or_name_reads_anew(tmp_path: Path) -> None:
    folder, cache = build(CASES / "bersih", tmp_path / "masukan"), tmp_path / "simpanan"
    read(folder, Manner(cache=cache, **SMALL))
    before = len(entries(cache))
    (folder / "bayar.csv").rename(folder / "pembayaran.csv")
    read(folder, Manner(cache=cache, **SMALL))
    assert len(entries(cache)) == before + 1
    fewer = {name: schema for name, schema in SCHEMAS.items() if name != "rup"}
    with read_inputs(folder, fewer, Manner(cache=cache, **SMALL)):
        assert len(entries(cache)) > before + 1


def test_small_files_are_not_kept(tmp_path: Path) -> None:
    read(build(CASES / "bersih", tmp_path / "masukan"), Manner(cache=tmp_path / "simpanan"))
    assert not (tmp_path / "simpanan").exists()


def test_a_cache_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    folder = build(CASES / "bersih", tmp_path / "masukan")
    (tmp_path / "simpanan").write_text("sebuah berkas")
    manner = Manner(cache=tmp_path / "simpanan" / "dalam", **SMALL)
    assert read(folder, manner) == read(folder, Manner())


def guarded(folder: Path, guard: Guard) -> list[tuple[str, str | None, bool]]:
    shutil.copytree(COMMON, folder, dirs_exist_ok=True)
    (folder / "meta.csv").unlink()
    (folder / "satker.csv").unlink()
    write_workbook(folder / "bayar.xlsx", {"realisasi_bayar": [["kode_satker"]]})
    with read_inputs(folder, SCHEMAS, Manner(apart_from=0, guard=guard)) as inputs:
        return [(found.kode, found.lokasi.berkas, found.semua_unit) for found in inputs.problems[:1]]


def script(text: str) -> tuple[str, ...]:
    return (sys.executable, "-c", f"import os, sys, time; {text}")


@pytest.mark.parametrize(
    ("guard", "kode"),
    [
        (Guard(patience=0.2, command=script("time.sleep(60)")), "berkas-terlalu-lama-dibaca"),
        (Guard(command=script("os.abort()")), "pembaca-terhenti"),
        (Guard(command=script("sys.exit(12)")), "berkas-menghabiskan-memori"),
        (Guard(command=script("os.write(2, b'memory allocation of 9 bytes failed'); os.abort()")),
         "berkas-menghabiskan-memori"),
    ],
)  # fmt: skip
def test_what_brings_the_reader_down_is_a_message(tmp_path: Path, guard: Guard, kode: str) -> None:
    assert guarded(tmp_path, guard) == [(kode, "bayar.xlsx", True)]


@pytest.mark.skipif(sys.platform != "linux", reason="no limit of memory there")
@pytest.mark.parametrize("memory", [110, 120])
def test_the_limit_of_memory_holds(tmp_path: Path, memory: int) -> None:
    text = "kode_satker;kode_rekening\n" + "".join(f"1.01.{number};5.1.{number}\n" for number in range(250_000))
    (tmp_path / "realisasi_bayar.csv").write_text(text)
    with read_inputs(tmp_path, SCHEMAS, Manner(apart_from=0, guard=Guard(memory=memory << 20))) as inputs:
        assert inputs.problems[0].kode == "berkas-menghabiskan-memori"


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of work there")
def test_the_limit_of_work_counts_no_waiting(tmp_path: Path) -> None:
    limited = "from p3dn_reports.inputs.intake.child import limit; limit(4 << 30, 1)"
    waiting = Guard(command=script(f"{limited}; time.sleep(1.2); sys.exit(12)"))
    assert guarded(tmp_path / "a", waiting)[0][0] == "berkas-menghabiskan-memori"
    working = Guard(seconds=1, command=script(f"{limited}\nwhile True: pass"))
    assert guarded(tmp_path / "b", working)[0][0] == "berkas-terlalu-lama-dibaca"


def test_what_a_child_leaves_behind_lies_beside_its_handover(tmp_path: Path) -> None:
    guard = Guard(command=script("import tempfile; tempfile.mkdtemp(prefix='bekas-')"))
    assert read_apart(tmp_path / "a.xlsx", "a.xlsx", tmp_path / "a.xlsx", SCHEMAS, guard) is None
    assert [*tmp_path.glob("bekas-*")]


def test_a_bug_of_ours_in_the_child_stays_one(tmp_path: Path) -> None:
    with pytest.raises(ChildError, match="sengaja"):
        guarded(tmp_path, Guard(command=script("raise ValueError('sengaja')")))


def test_the_limits_of_windows_are_laid_out_as_it_wants_them() -> None:
    """144 bytes on 64 bits, the limit of memory at 112, as winnt.h has them; Windows itself is not at hand."""
    wanted = limits(4 << 30)
    assert (sizeof(wanted), type(wanted).ProcessMemoryLimit.offset) == (144, 112)
    assert (wanted.ProcessMemoryLimit, wanted.BasicLimitInformation.LimitFlags) == (4 << 30, 0x100)


def test_a_child_leaves_its_files_in_the_folder_it_is_given(tmp_path: Path) -> None:
    found = guard._environment(tmp_path)
    assert {found[name] for name in ("TMPDIR", "TEMP", "TMP")} == {str(tmp_path)}
