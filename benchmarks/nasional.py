"""Regions a minute, memory, and where the work lies: intake, evaluation, documents; PDF is apart (`pdf.py`).

    python -m benchmarks.nasional [REGIONS [ROWS [JUDGED]]]

24 invented regions of 3,000 rows by default, 552 on demand; of JUDGED (3) regions one applies no law. Inputs are text
tables; how much more a workbook costs is told by `baca_masukan.py`. CPU time of this process and its children; regions
a minute are by the clock, and mean something on a quiet machine alone.
"""

from __future__ import annotations

import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.daerah import PERIODE, Region, Size, add_table
from p3dn_reports import pipeline
from p3dn_reports.nation.building import build_nation
from p3dn_reports.nation.places import newest, regions
from p3dn_reports.nation.runners import RUNNERS, Manner
from p3dn_reports.nation.taking import take
from p3dn_reports.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
WORKERS = (1, 2)


def invented(count: int, rows: int, judged: int) -> list[Region]:
    """Regions whose rows are half payments, a third packages, the rest plans, over forty units."""
    size = Size(satuan_kerja=40, pembayaran=rows // 2, paket=rows // 3, rup=rows - rows // 2 - rows // 3)
    law = {False: "insekda-48-2024", True: ""}
    return [Region(number, size, law[number % judged == 0]) for number in range(1000, 1000 + count)]


def workspace(folder: Path, known: list[Region]) -> Workspace:
    """A copy of this workspace with a profile for every invented region."""
    for name in ("aturan", "schemas", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "rules.yaml", folder)
    add_table(folder / "rules.yaml", known)
    return Workspace.at(folder)


def cpu() -> float:
    """CPU seconds of this process and of the children that have ended."""
    uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in uses)


def timed(what: Callable[[], object]) -> tuple[float, float]:
    """CPU seconds and seconds of the clock."""
    before, start = cpu(), time.perf_counter()
    what()
    return cpu() - before, time.perf_counter() - start


def peak(who: int) -> str:
    """The most memory that this process or the largest of its children had."""
    return f"{resource.getrusage(who).ru_maxrss / 1024:.0f} MB"


HERE, WORKER = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN


def main(count: int, rows: int, judged: int) -> None:
    """Print all of it."""
    with tempfile.TemporaryDirectory() as temporary:
        folder, known = Path(temporary), invented(count, rows, judged)
        place, lake = workspace(folder / "kerja", known), folder / "danau"
        inputs = [one.write(folder / "masukan" / one.kd_klpd) for one in known]

        def build(workers: int, output: str) -> tuple[float, float]:
            run = RUNNERS["process"]
            return timed(lambda: build_nation(place, lake, PERIODE, folder / output, run, Manner(workers)))

        taking, clock = timed(lambda: [take(place, one, lake) for one in inputs])
        print(f"intake: {taking / count:.2f} CPU s a region, {count / clock * 60:.0f} a minute, {peak(HERE)} here")
        for workers in WORKERS:
            using, clock = build(workers, f"{workers}")
            told = f"{count / clock * 60:.0f} regions a minute, {using / count:.2f} CPU s a region"
            print(f"build, {workers} worker(s): {told}; largest worker so far {peak(WORKER)}")
        again, clock = build(WORKERS[-1], f"{WORKERS[-1]}")
        print(f"a run in which all stands: {again / count:.2f} CPU s a region; {peak(HERE)} here")
        parts = [newest(one) for one in regions(lake, PERIODE).values()][:: max(count // 24, 1)]
        evaluating = timed(lambda: [pipeline.evaluate(place, one) for one in parts])[0] / len(parts) * count
        shares = [part / (taking + using) for part in (taking, evaluating, using - evaluating)]
        print("intake {:.0%}, evaluation {:.0%}, documents and files {:.0%}".format(*shares))


if __name__ == "__main__":
    main(*(int(one) for one in (sys.argv[1:] + ["24", "3000", "3"][len(sys.argv) - 1 :])))
