"""Marking 200 errors in a workbook of 200,000 x 16 against openpyxl's load, paint and save (CPU time, one run).

    python benchmarks/tandai.py [ROWS]

Each measurement runs in a process of its own.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ERRORS = 200


def write_workbook(path: Path, rows: int) -> None:
    """A sheet of 16 columns: texts, some of them as varied as real names are, codes and amounts."""
    import xlsxwriter  # noqa: PLC0415 (not in the measurements)

    chance = random.Random(1)
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Data Realisasi")
        sheet.write_row(0, 0, [f"Kolom {number}" for number in range(1, 17)])
        for row in range(1, rows + 1):
            total = chance.randrange(10**6, 10**11) / 100
            sheet.write_row(row, 0, (
                "Kabupaten Contoh", f"Dinas Contoh {row % 60}", f"{10**10 + row}", f"{5 * 10**7 + row // 3}", 2024,
                "Tender", "APBD", f"Penyedia {chance.getrandbits(40):x}", "E-Purchasing", "Barang",
                f"Belanja {chance.getrandbits(80):x}", "SELESAI", "Kontrak", total, total / 2, total / 7,
            ))  # fmt: skip


def faulty_cells(rows: int) -> list[str]:
    """Where the errors are: the amounts of rows anywhere in the sheet."""
    return [f"N{row}" for row in sorted(random.Random(2).sample(range(2, rows + 2), ERRORS))]


def ours(path: Path, rows: int) -> None:
    """Cells coloured, a comment at each, a linked list; all other parts as they were."""
    from p3dn_reports.inputs.workbook.annotate import annotate  # noqa: PLC0415 (the other must not pay for it)
    from p3dn_reports.problems import Location, problem  # noqa: PLC0415

    isi = {"judul": "Total Nilai (Rp)", "banyak": ""}
    found = [
        problem("bukan-angka", Location(path.name, "Data Realisasi", cell), nilai="x", diharapkan="angka", **isi)
        for cell in faulty_cells(rows)
    ]
    done = annotate(path, found, path.parent, "ditandai")
    print(f"  {done.path.stat().st_size / 2**20:.1f} MB, buku kerja pengirim: {done.utuh}")


def openpyxl(path: Path, rows: int) -> None:
    """Cells coloured."""
    from openpyxl import load_workbook  # noqa: PLC0415
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    book = load_workbook(path)
    sheet, fill = book["Data Realisasi"], PatternFill("solid", "FFC7CE")
    for cell in faulty_cells(rows):
        sheet[cell].fill = fill
    book.save(path.with_name("openpyxl.xlsx"))


def measured(name: str, path: Path, rows: int) -> float:
    """CPU seconds of one of the two, in a fresh process."""
    command = [sys.executable, __file__, "--ukur", name, str(path), str(rows)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603
    *lines, figures = done.stdout.splitlines()
    seconds, megabytes = figures.split()
    print(f"{name}: {float(seconds):.2f} detik CPU, puncak {megabytes} MB", *lines)
    return float(seconds)


def main() -> None:
    """Measure both and print the ratio; or, called by itself, do one of them."""
    sys.path.insert(0, str(ROOT))
    if sys.argv[1:2] == ["--ukur"]:
        start = time.process_time()
        {"ours": ours, "openpyxl": openpyxl}[sys.argv[2]](Path(sys.argv[3]), int(sys.argv[4]))
        print(f"{time.process_time() - start:.3f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "realisasi.xlsx")
        write_workbook(path, rows)
        print(f"{path.stat().st_size / 2**20:.1f} MB")
        own = measured("ours", path, rows)
        print(f"rasio openpyxl : ours = {measured('openpyxl', path, rows) / own:.1f}")


if __name__ == "__main__":
    main()
