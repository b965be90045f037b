"""Regions a minute, and where the work lies: intake, evaluation, documents; PDF is apart (`pdf.py`).

    python -m benchmarks.nasional [REGIONS [ROWS]]

24 generated regions of 3,000 packages by default, 552 on demand. CPU time of this process and its children; regions a
minute are by the clock, and mean something on a quiet machine alone. Only ratios are worth keeping.
"""

from __future__ import annotations

import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.baca_masukan import write_folder
from p3dn_reports import pipeline
from p3dn_reports.nation.building import build_nation
from p3dn_reports.nation.places import newest, regions
from p3dn_reports.nation.runners import RUNNERS, Manner
from p3dn_reports.nation.taking import take
from p3dn_reports.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
PERIODE = "2024"
PROFILE = """  daerah-{number}:
    kd_klpd: D{number}
    menerapkan: [perpres-12-2021]
    nama: [{{berlaku_sejak: "2000-01-01", nilai: Kabupaten Contoh {number}, dasar: [perpres-12-2021]}}]
    nama_pemda: Pemerintah Kabupaten Contoh {number}
    ibu_kota: Contoh
    kepala_daerah: Bupati Contoh
"""


def workspace(folder: Path, numbers: range) -> Workspace:
    """A copy of this workspace with a profile for every generated region."""
    for name in ("aturan", "schemas", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "rules.yaml", folder)
    path = folder / "aturan" / "daerah.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "".join(PROFILE.format(number=one) for one in numbers), "utf-8")
    return Workspace.at(folder)


def generate(folder: Path, number: int, rows: int) -> Path:
    """The inputs of one region."""
    folder.mkdir(parents=True)
    write_folder(folder, rows)
    meta = folder / "meta.csv"
    meta.write_text(meta.read_text(encoding="utf-8").replace("kd_klpd,D99", f"kd_klpd,D{number}"), encoding="utf-8")
    return folder


def cpu() -> float:
    """CPU seconds of this process and of the children that have ended."""
    uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in uses)


def timed(what: Callable[[], object]) -> tuple[float, float]:
    """CPU seconds and seconds of the clock."""
    before, start = cpu(), time.perf_counter()
    what()
    return cpu() - before, time.perf_counter() - start


def main(count: int, rows: int) -> None:
    """Print all of it."""
    with tempfile.TemporaryDirectory() as temporary:
        folder, numbers = Path(temporary), range(1000, 1000 + count)
        place, lake = workspace(folder / "kerja", numbers), folder / "danau"
        inputs = [generate(folder / "masukan" / str(one), one, rows) for one in numbers]
        taking, _ = timed(lambda: [take(place, one, lake) for one in inputs])
        parts = [newest(one) for one in regions(lake, PERIODE).values()]
        evaluating, _ = timed(lambda: [pipeline.evaluate(place, one) for one in parts])

        def build(workers: int) -> tuple[float, float]:
            run = RUNNERS["serial" if workers == 1 else "process"]
            return timed(lambda: build_nation(place, lake, PERIODE, folder / f"{workers}", run, Manner(workers)))

        first = build(1)
        for workers, (using, clock) in ((1, first), (2, build(2))):
            print(f"{workers} worker(s): {count / clock * 60:.0f} regions a minute, {using / count:.2f} CPU s a region")
        whole = taking + first[0]
        shares = (taking / whole, evaluating / whole, (first[0] - evaluating) / whole)
        print("intake {:.0%}, evaluation {:.0%}, documents and files {:.0%}".format(*shares))
        print(f"a run in which all stands: {build(1)[0] / first[0]:.3f} of the first")
        print(f"largest worker: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(*(int(one) for one in (sys.argv[1:] + ["24", "3000"][len(sys.argv) - 1 :])))
