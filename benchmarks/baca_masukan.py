"""How much reading an inputs folder costs beyond python-calamine's bare read of the same workbook.

CPU time, child processes included; each measurement runs in a process of its own, the least of three runs counts.

    python benchmarks/baca_masukan.py [ROWS]

The workbook has 16 columns: 18 of LKPP's export less two. The peer is openpyxl (read_only) with jsonschema called for
every row, in one run: it checks types and required columns, and neither duplicates nor columns against each other.
"""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter

ROOT = Path(__file__).resolve().parent.parent
HEADER = (
    "Nama Instansi", "Nama Satuan Kerja", "Kode Paket", "Kode RUP", "Tahun Anggaran", "Sumber Transaksi",
    "Sumber Dana", "Nama Penyedia", "Metode Pengadaan", "Jenis Pengadaan", "Nama Paket", "Status Paket",
    "Tahapan Pengadaan", "Total Nilai (Rp)", "Nilai PDN (Rp)", "Nilai UMK (Rp)",
)  # fmt: skip
CHANNELS = ("Tender", "Non Tender", "E-Katalog Versi 6.0", "Toko Daring", "Pencatatan Non Tender")


def write_folder(folder: Path, rows: int) -> Path:
    """Write meta, 60 units and a workbook of `rows` packages; returns the workbook."""
    meta = "kunci,nilai\npemda,Kabupaten Contoh\nkd_klpd,D99\ntahun_anggaran,2024\ntanggal_cutoff,2024-12-30\n"
    (folder / "meta.csv").write_text(meta, encoding="utf-8")
    units = "".join(f"1.01.0.00.0.00.{number:02}.0000,Dinas Contoh {number},perangkat_daerah\n" for number in range(60))
    (folder / "satker.csv").write_text(f"kode_satker,nama_satker,jenis\n{units}", encoding="utf-8")
    return write_workbook(folder / "realisasi.xlsx", range(1, rows + 1))


def write_workbook(path: Path, packages: range) -> Path:
    """Write the packages of these numbers, one a row."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Data Realisasi")
    sheet.write_row(0, 0, HEADER)
    chance = random.Random(packages.start)
    for row, number in enumerate(packages, start=1):
        total = chance.randrange(10**6, 10**11) / 100
        sheet.write_row(row, 0, (
            "Kabupaten Contoh", f"Dinas Contoh {number % 60}", f"{10**10 + number}", f"{5 * 10**7 + number // 3}", 2024,
            CHANNELS[number % 5], "APBD", f"Penyedia {number % 5000}", "E-Purchasing", "Barang",
            f"Belanja Contoh {number % 20000}", "SELESAI", "Kontrak", total, total, 0,
        ))  # fmt: skip
    book.close()
    return path


def bare(path: Path) -> None:
    """The plain read: every row of the sheet as Python values."""
    import python_calamine  # noqa: PLC0415 (the other measurement must not pay for it)

    for _ in python_calamine.load_workbook(str(path)).get_sheet_by_index(0).iter_rows():
        pass


def whole(path: Path) -> float:
    """All this project does before it evaluates, as it does it: a large file is read by a child process."""
    return read(path.parent)


def direct(path: Path) -> float:
    """The same without a child process."""
    return read(path.parent, apart_from=1 << 60)


def kept(path: Path) -> float:
    """The second reading of a folder whose first was kept; only its wall time is told."""
    with tempfile.TemporaryDirectory() as cache:
        read(path.parent, cache=Path(cache))
        return read(path.parent, cache=Path(cache))


def other_changed(path: Path) -> float:
    """Like `kept`, where another file of the folder has changed."""
    with tempfile.TemporaryDirectory() as cache:
        read(path.parent, cache=Path(cache))
        with (path.parent / "meta.csv").open("a", encoding="utf-8") as stream:
            stream.write("\n")
        return read(path.parent, cache=Path(cache))


def two(path: Path) -> float:
    """Two workbooks of that size, side by side."""
    with tempfile.TemporaryDirectory() as folder:
        for item in [*path.parent.glob("*.csv"), path, path.parent.parent / SECOND]:
            shutil.copy(item, folder)
        return read(Path(folder))


def peer(path: Path) -> None:
    """The same rows through openpyxl and jsonschema, one after another, every finding kept."""
    import json  # noqa: PLC0415 (as above)

    import jsonschema  # noqa: PLC0415
    import openpyxl  # noqa: PLC0415

    schema = json.loads((ROOT / "schemas" / "realisasi_inaproc.schema.json").read_text(encoding="utf-8"))
    names = {told["x-header"]: name for name, told in schema["properties"].items()}
    validator = jsonschema.Draft202012Validator(schema)
    book = openpyxl.load_workbook(path, read_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    columns = [names[str(caption)] for caption in next(rows)]
    faults = [
        (number, list(error.path), error.message)
        for number, row in enumerate(rows, start=2)
        for error in validator.iter_errors(dict(zip(columns, row, strict=True)))
    ]
    print(f"{len(faults)} temuan")


def read(folder: Path, **manner: Any) -> float:
    """Read a folder; returns the wall time of the call."""
    from p3dn_reports.inputs.folder import read_inputs  # noqa: PLC0415
    from p3dn_reports.inputs.intake.taking import Manner  # noqa: PLC0415
    from p3dn_reports.inputs.schema import load_schemas  # noqa: PLC0415

    schemas = load_schemas(ROOT / "schemas")
    start = time.perf_counter()
    with read_inputs(folder, schemas, Manner(**manner)) as inputs:
        seconds = time.perf_counter() - start
        rows = sum(source.jumlah_baris for source in inputs.tables.sources)
        print(f"masalah: {len(inputs.problems)}, baris: {rows}")
    return seconds


SECOND = "realisasi-2.xlsx"
WAYS: dict[str, Callable[[Path], float | None]] = {
    "bare": bare, "whole": whole, "direct": direct, "kept": kept, "other_changed": other_changed, "two": two,
    "peer": peer,
}  # fmt: skip
RUNS = {"peer": 1}


def measured(name: str, path: Path) -> tuple[float, float, float]:
    """CPU seconds of one way, those of its children among them, wall seconds of its call: the least of some runs."""
    command = [sys.executable, __file__, "--ukur", name, str(path)]
    runs = []
    for _ in range(RUNS.get(name, 3)):
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603
        *lines, figures = done.stdout.splitlines()
        runs.append([float(figure) for figure in figures.split()])
    cpu, apart, wall, own, child = map(min, zip(*runs, strict=True))
    print(f"{name:13} {cpu:6.2f} s CPU, {apart:.2f} di anak proses; panggilan {wall:.2f} s;", end=" ")
    print(f"puncak {own:.0f} MB, anak {child:.0f} MB", *lines[-1:])
    return cpu, apart, wall


def main() -> None:
    """Measure all ways and print the ratios; or, called by itself, do one of them."""
    if sys.argv[1:2] == ["--ukur"]:
        sys.path.insert(0, str(ROOT))
        wall = WAYS[sys.argv[2]](Path(sys.argv[3])) or 0.0
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        own, apart = (part.ru_utime + part.ru_stime for part in used)
        print(f"{own + apart:.3f} {apart:.3f} {wall:.3f} {used[0].ru_maxrss >> 10} {used[1].ru_maxrss >> 10}")
        return
    with tempfile.TemporaryDirectory() as made:
        rows, folder = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000, Path(made) / "masukan"
        folder.mkdir()
        path = write_folder(folder, rows)
        write_workbook(Path(made) / SECOND, range(rows + 1, 2 * rows + 1))
        print(f"{path.stat().st_size / 2**20:.1f} MB")
        told = {name: measured(name, path) for name in WAYS}
    cpu, apart, wall = ({name: figures[at] for name, figures in told.items()} for at in (0, 1, 2))
    print(f"whole : bare = {cpu['whole'] / cpu['bare']:.2f} CPU")
    print(f"direct : bare = {cpu['direct'] / cpu['bare']:.2f} CPU")
    print(f"peer : whole = {cpu['peer'] / cpu['whole']:.1f} CPU")
    print(f"two : whole = {wall['two'] / wall['whole']:.2f} lama panggilan, bila dua inti bebas;", end=" ")
    print(f"{apart['two'] / cpu['two']:.0%} dikerjakan anak proses, satu untuk tiap buku kerja")
    print(f"kept : whole = {wall['kept'] / wall['whole']:.3f} lama panggilan")


if __name__ == "__main__":
    main()
