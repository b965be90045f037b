"""Seeded faults in a large workbook: how many are told at their cells, what else is told, and how long it takes.

    python benchmarks/galat_tertanam.py [ROWS]

ROWS packages and as many payments (200,000 without an argument), then their clean twin.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from p3dn_reports.inputs.folder import read_inputs  # noqa: E402
from p3dn_reports.inputs.schema import load_schemas  # noqa: E402
from tests.inputs.seeded import FILE, told_at, write_folder  # noqa: E402

SKIPPED = "baris-jumlah-dilewati"


def cpu() -> float:
    """CPU seconds of this process and of the children it has seen end."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def measure(folder: Path, rows: int, *, faulty: bool) -> None:
    """Write one twin, read it, and say what was found."""
    seeded = write_folder(folder, rows, faulty=faulty)
    size = (folder / FILE).stat().st_size / 1e6
    began, spent = time.perf_counter(), cpu()
    with read_inputs(folder, load_schemas(ROOT / "schemas")) as inputs:
        told = told_at([found for found in inputs.problems if found.kode != SKIPPED])
        count = len(inputs.problems)
    print(f"{'berisi galat' if faulty else 'kembaran bersih'}: {rows} + {rows} baris, {size:.1f} MB, "
          f"{time.perf_counter() - began:.1f} s, CPU {cpu() - spent:.1f} s")  # fmt: skip
    right = sum(told.get(place) == kinds for place, kinds in seeded.cells.items())
    print(f"  {seeded.faults} tertanam, {right} tepat pada selnya, {len(told.keys() - seeded.cells.keys())} sel lain, "
          f"{count} temuan")  # fmt: skip


def main() -> None:
    """Both twins."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    for faulty in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), rows, faulty=faulty)


if __name__ == "__main__":
    main()
