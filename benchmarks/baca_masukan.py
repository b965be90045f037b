"""How much reading an inputs folder costs beyond python-calamine's bare read of the same workbook (CPU time, one run).

    python benchmarks/baca_masukan.py [ROWS]

The workbook has 16 columns: 18 of LKPP's export less two. Each measurement runs in a process of its own.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
    """All this project does before it evaluates."""
    from p3dn_reports.inputs import load_schemas, read_inputs  # noqa: PLC0415

    with read_inputs(path.parent, load_schemas(ROOT / "schemas")) as inputs:
        print(f"  masalah: {len(inputs.problems)}, baris: {sum(s.jumlah_baris for s in inputs.tables.sources)}")


def measured(name: str, path: Path) -> float:
    """CPU seconds of one of the two, in a fresh process."""
    command = [sys.executable, __file__, "--ukur", name, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603
    *lines, figures = done.stdout.splitlines()
    seconds, megabytes = figures.split()
    print(f"{name}: {float(seconds):.2f} detik CPU, puncak {megabytes} MB", *lines)
    return float(seconds)


def main() -> None:
    """Measure both and print the ratio; or, called by itself, do one of them."""
    if sys.argv[1:2] == ["--ukur"]:
        sys.path.insert(0, str(ROOT))
        start = time.process_time()
        {"bare": bare, "whole": whole}[sys.argv[2]](Path(sys.argv[3]))
        print(f"{time.process_time() - start:.3f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = write_folder(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
        print(f"{path.stat().st_size / 2**20:.1f} MB")
        print(f"rasio whole : bare = {measured('whole', path) / measured('bare', path):.2f}")


if __name__ == "__main__":
    main()
