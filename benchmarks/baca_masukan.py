"""How much reading an inputs folder costs beyond python-calamine's bare read of the same workbook.

CPU time of one run, child processes included.

    python benchmarks/baca_masukan.py [ROWS]

The workbook has 16 columns: 18 of LKPP's export less two. Each measurement runs in a process of its own.
"""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
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
    path = folder / "realisasi.xlsx"
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Data Realisasi")
    sheet.write_row(0, 0, HEADER)
    chance = random.Random(1)
    for number in range(1, rows + 1):
        total = chance.randrange(10**6, 10**11) / 100
        sheet.write_row(number, 0, (
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


def whole(path: Path) -> None:
    """All this project does before it evaluates, as it does it: a large file is read by a child process."""
    read(path.parent)


def direct(path: Path) -> None:
    """The same without a child process."""
    read(path.parent, apart_from=1 << 60)


def kept(path: Path) -> None:
    """The second reading of a folder whose first was kept; only its wall time is told."""
    with tempfile.TemporaryDirectory() as cache:
        read(path.parent, cache=Path(cache))
        read(path.parent, cache=Path(cache))


def two(path: Path) -> None:
    """The workbook and its like beside it, read side by side."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("meta.csv", "satker.csv", path.name):
            shutil.copy(path.parent / name, folder)
        other = Path(folder) / "realisasi lain.xlsx"
        other.write_bytes(path.read_bytes())
        with zipfile.ZipFile(other, "a") as package:
            package.writestr("docProps/lain.xml", "<lain/>")
        read(Path(folder))


def read(folder: Path, **manner: Any) -> None:
    """Read a folder and tell the wall time of the call."""
    from p3dn_reports.inputs import Manner, load_schemas, read_inputs  # noqa: PLC0415

    schemas = load_schemas(ROOT / "schemas")
    start = time.perf_counter()
    with read_inputs(folder, schemas, Manner(**manner)) as inputs:
        seconds = time.perf_counter() - start
        rows = sum(source.jumlah_baris for source in inputs.tables.sources)
        print(f"  {seconds:.2f} detik, masalah: {len(inputs.problems)}, baris: {rows}")


WAYS = {"bare": bare, "whole": whole, "direct": direct, "kept": kept, "two": two}


def measured(name: str, path: Path) -> float:
    """CPU seconds of one of the two, in a fresh process."""
    command = [sys.executable, __file__, "--ukur", name, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603
    *lines, figures = done.stdout.splitlines()
    seconds, own, child = figures.split()
    print(f"{name}: {float(seconds):.2f} detik CPU, puncak {own} MB, anak proses {child} MB", *lines)
    return float(seconds)


def main() -> None:
    """Measure both and print the ratio; or, called by itself, do one of them."""
    if sys.argv[1:2] == ["--ukur"]:
        sys.path.insert(0, str(ROOT))
        WAYS[sys.argv[2]](Path(sys.argv[3]))
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        seconds = sum(part.ru_utime + part.ru_stime for part in used)
        print(f"{seconds:.3f} {used[0].ru_maxrss >> 10} {used[1].ru_maxrss >> 10}")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = write_folder(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
        print(f"{path.stat().st_size / 2**20:.1f} MB")
        seconds = {name: measured(name, path) for name in WAYS}
        print(f"rasio whole : bare = {seconds['whole'] / seconds['bare']:.2f}")
        print(f"rasio direct : bare = {seconds['direct'] / seconds['bare']:.2f}")


if __name__ == "__main__":
    main()
