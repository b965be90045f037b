"""Workbooks of realistic rows with faults seeded at known cells, and their clean twins.

Every fault has a row of its own, so that what is told at a cell has one cause. Some kinds stand in one run of rows,
others are scattered; some repeat one value, others never do: both ways of grouping are met.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from p3dn_reports.inputs.cells import address
from p3dn_reports.problems import Problem

PER_KIND = 20
FILE = "triwulan.xlsx"
PACKAGES, PAYMENTS = "Data Realisasi", "Laporan Realisasi"
SHEETS = {
    PACKAGES: (
        "Nama Instansi", "Nama Satuan Kerja", "Kode Paket", "Kode RUP", "Tahun Anggaran", "Sumber Transaksi",
        "Sumber Dana", "Nama Penyedia", "Nama PPK", "Metode Pengadaan", "Jenis Pengadaan", "Nama Paket", "Status Paket",
        "Tahapan Pengadaan", "Total Nilai (Rp)", "Nilai PDN (Rp)", "Nilai UMK (Rp)",
    ),
    PAYMENTS: (
        "Kode SKPD", "Nama SKPD", "Kode Rekening", "Nama Rekening", "Nilai Realisasi", "Nilai Setoran", "Nomor SP2D",
        "Tanggal SP2D", "cara", "kode_paket",
    ),
}  # fmt: skip
CHANNELS = ("Tender", "Non Tender", "E-Katalog Versi 6.0", "Toko Daring", "Pencatatan Non Tender")
ACCOUNTS = ("5.1.02.01.01.0024", "5.1.02.02.01.0013", "5.2.02.05.01.0005", "5.1.05.01.02.0001")
TOP = {PACKAGES: 3, PAYMENTS: 1}
"""The row of the captions, as Excel counts: the packages stand under a title."""

Row = dict[str, Any]


@dataclass
class Seeded:
    """What was seeded: the codes that must be told at every cell, by sheet; and the runs told as one range."""

    cells: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    runs: dict[str, str] = field(default_factory=dict)
    faults: int = 0

    def note(self, sheet: str, row: int, column: str, kode: str) -> str:
        """Note that `kode` must be told at a cell; returns its address."""
        sel = address(row, SHEETS[sheet].index(column))
        self.cells.setdefault((sheet, sel), set()).add(kode)
        return sel


def code(number: int) -> str:
    """The code of the unit `number`, from 0; no two of its digits swapped give another unit's."""
    return f"{1 + number % 7}.{number % 30 + 1:02}.0.00.0.00.{9 - number // 8}{number % 8 % 5}.0000"


def unit(number: int) -> str:
    """Its name."""
    return (
        f"Dinas Urusan {['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam'][number % 6]} Wilayah {chr(65 + number // 6)}"
    )


def write_folder(folder: Path, rows: int, seed: int = 1, *, faulty: bool) -> Seeded:
    """Write `meta`, 30 units and a workbook with `rows` packages and as many payments; what is wrong in it."""
    meta = "kunci,nilai\npemda,Kabupaten Contoh\nkd_klpd,D99\ntahun_anggaran,2024\ntanggal_cutoff,2024-12-30\n"
    units = "".join(f"{code(number)},{unit(number)},perangkat_daerah\n" for number in range(30))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "meta.csv").write_text(meta, encoding="utf-8")
    (folder / "satker.csv").write_text(f"kode_satker,nama_satker,jenis\n{units}", encoding="utf-8")
    seeded = Seeded()
    with xlsxwriter.Workbook(str(folder / FILE), {"constant_memory": True}) as book:
        styles = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "#,##0.00"})
        for name, make in ((PACKAGES, package), (PAYMENTS, payment)):
            planned = _plan(name, rows, random.Random(seed), seeded) if faulty else {}  # noqa: S311
            _write(book.add_worksheet(name), name, rows, make, planned, styles, seeded if faulty else None)
    return seeded


def package(number: int) -> Row:
    """A package without a fault. Some amounts carry the binary noise that sums leave in a spreadsheet."""
    total = (number * 7919 % 10**9 + 1) / 100 + 0.1 + 0.2
    return {
        "Nama Instansi": "Kabupaten Contoh", "Nama Satuan Kerja": unit(number % 30).upper(),
        "Kode Paket": f"{10**10 + number}", "Kode RUP": f"{5 * 10**7 + number // 3};{6 * 10**7 + number}",
        "Tahun Anggaran": 2024, "Sumber Transaksi": CHANNELS[number % 5], "Sumber Dana": "APBD",
        "Nama Penyedia": f"CV Karya {number % 500}", "Nama PPK": None, "Metode Pengadaan": "E-Purchasing",
        "Jenis Pengadaan": "Barang", "Nama Paket": f"Belanja Alat {number % 900}", "Status Paket": "SELESAI",
        "Tahapan Pengadaan": "Kontrak", "Total Nilai (Rp)": total, "Nilai PDN (Rp)": total if number % 9 else "-",
        "Nilai UMK (Rp)": 0 if number % 4 else None,
    }  # fmt: skip


def payment(number: int) -> Row:
    """A payment without a fault."""
    return {
        "Kode SKPD": code(number % 30), "Nama SKPD": unit(number % 30), "Kode Rekening": ACCOUNTS[number % 4],
        "Nama Rekening": "Belanja", "Nilai Realisasi": (number * 6007 % 10**9 + 100) / 100,
        "Nilai Setoran": 0 if number % 5 else None, "Nomor SP2D": f"{number:07}/LS/2024",
        "Tanggal SP2D": date(2024, 1, 1) + timedelta(days=number % 360),
        "cara": ("penyedia", "Swakelola", None)[number % 3], "kode_paket": None,
    }  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """One kind of fault: where, what is written there (from the clean row and a counter), what must be told."""

    sheet: str
    column: str
    kode: str
    write: Callable[[Row, int], Any]
    run: bool = False


KINDS = (
    Kind(PACKAGES, "Total Nilai (Rp)", "bukan-angka", lambda row, n: f"sekitar {n} juta"),
    Kind(PACKAGES, "Nilai PDN (Rp)", "pecahan-sen", lambda row, n: 1000.123 + n),
    Kind(PACKAGES, "Nilai UMK (Rp)", "di-luar-batas", lambda row, n: -1 - n),
    Kind(PACKAGES, "Nilai PDN (Rp)", "melebihi-kolom-lain", lambda row, n: round(row["Total Nilai (Rp)"], 2) + 1, True),
    Kind(PACKAGES, "Tahun Anggaran", "tahun-anggaran-salah", lambda row, n: 2023, True),
    Kind(PACKAGES, "Nama Satuan Kerja", "nama-satker-tidak-dikenal", lambda row, n: f"Kantor Entah Nomor {n}"),
    Kind(PACKAGES, "Nama Satuan Kerja", "nama-satker-tidak-dikenal", lambda row, n: _misspelt(row)),
    Kind(PACKAGES, "Sumber Transaksi", "nilai-belum-dikenal", lambda row, n: "E-Katalok Versi 6.0"),
    Kind(PACKAGES, "Kode Paket", "wajib-diisi", lambda row, n: None, True),
    Kind(PACKAGES, "Kode Paket", "kode-sebagai-tanggal", lambda row, n: date(2024, 5, n + 1)),
    Kind(PAYMENTS, "Tanggal SP2D", "bukan-tanggal", lambda row, n: f"3{n % 3} Februari 2024"),
    Kind(PAYMENTS, "Tanggal SP2D", "lewat-tanggal-data", lambda row, n: date(2024, 12, 31), True),
    Kind(PAYMENTS, "Tanggal SP2D", "tahun-anggaran-lain", lambda row, n: date(2022 + n % 2, 12, 31)),
    Kind(PAYMENTS, "Kode Rekening", "kode-rekening-salah", lambda row, n: f"5.1.02.01.01.{n:02}"),
    Kind(PAYMENTS, "Kode Rekening", "kode-sebagai-angka", lambda row, n: 5.1),
    Kind(PAYMENTS, "Kode SKPD", "kode-satker-tidak-dikenal", lambda row, n: _swapped(row["Kode SKPD"])),
    Kind(PAYMENTS, "cara", "pilihan-tidak-dikenal", lambda row, n: "penyedai", True),
)  # fmt: skip
TWICE = Kind(PACKAGES, "Kode Paket", "baris-kembar", lambda row, n: None)
"""Told at both places: half as many rows copy the key of another."""


def _misspelt(row: Row) -> str:
    return str(row["Nama Satuan Kerja"]).replace("URUSAN", "URUSN")


def _swapped(kode: str) -> str:
    """Two digits of the seventh group in each other's place."""
    return kode[:-7] + kode[-6] + kode[-7] + kode[-5:]


def _plan(sheet: str, rows: int, chance: random.Random, seeded: Seeded) -> dict[int, tuple[Kind, Any]]:
    """By row (from 0): the fault there, and a counter; for a copied key the row it is copied from."""
    kinds = [kind for kind in KINDS if kind.sheet == sheet]
    runs = chance.sample(range(0, rows - PER_KIND, 2 * PER_KIND), len(kinds))
    plan: dict[int, tuple[Kind, Any]] = {}
    for kind, start in zip(kinds, runs, strict=True):
        plan.update({start + n: (kind, n) for n in range(PER_KIND) if kind.run})
    free = [row for row in range(rows) if row not in plan]
    scattered = iter(chance.sample(free, 2 * PER_KIND + PER_KIND * sum(not kind.run for kind in kinds)))
    for kind in kinds:
        plan.update({next(scattered): (kind, n) for n in range(PER_KIND) if not kind.run})
    if sheet == PACKAGES:
        for _ in range(PER_KIND // 2):
            first, second = sorted((next(scattered), next(scattered)))
            plan[second] = (TWICE, first)
    seeded.faults += PER_KIND * (len(kinds) + (sheet == PACKAGES))
    return plan


def _write(
    sheet: Any, name: str, rows: int, make: Callable[[int], Row], plan: dict[int, tuple[Kind, Any]], styles: Any,
    seeded: Seeded | None,
) -> None:  # fmt: skip
    """A sheet: captions, rows with what is planned for them, and under the payments a row of totals."""
    top = TOP[name]
    sheet.write(0, 0, f"{name} Tahun 2024")
    sheet.write_row(top - 1, 0, SHEETS[name])
    for number in range(rows):
        row = make(number)
        if number in plan and seeded:
            _seed(row, number, *plan[number], make, top + 1, seeded)
        _write_row(sheet, top + number, row, name, styles)
    if name == PAYMENTS:
        total = sum(round(100 * make(number)["Nilai Realisasi"]) for number in range(rows)) + (100 if seeded else 0)
        sheet.write(top + rows, 0, "JUMLAH")
        sheet.write_number(top + rows, SHEETS[name].index("Nilai Realisasi"), total / 100)
    if name == PAYMENTS and seeded:
        seeded.note(name, top + rows + 1, "Nilai Realisasi", "jumlah-tidak-cocok")
        seeded.faults += 1


def _seed(row: Row, number: int, kind: Kind, n: Any, make: Callable[[int], Row], first: int, seeded: Seeded) -> None:
    if kind is TWICE:
        other = make(n)
        row.update({"Kode Paket": other["Kode Paket"], "Sumber Transaksi": other["Sumber Transaksi"]})
        seeded.note(kind.sheet, first + n, kind.column, kind.kode)
    else:
        row[kind.column] = kind.write(row, n)
    sel = seeded.note(kind.sheet, first + number, kind.column, kind.kode)
    if kind.run:
        seeded.runs[kind.kode] = f"{seeded.runs.get(kind.kode, sel).split(':')[0]}:{sel}"


def _write_row(sheet: Any, at: int, row: Row, name: str, styles: tuple[Any, Any]) -> None:
    for place, caption in enumerate(SHEETS[name]):
        value = row[caption]
        if isinstance(value, date):
            sheet.write_datetime(at, place, value, styles[0])
        elif isinstance(value, str):
            sheet.write_string(at, place, value)
        elif value is not None:
            sheet.write_number(at, place, value, styles[1])


def told_at(problems: list[Problem]) -> dict[tuple[str, str], set[str]]:
    """What is told, cell by cell: ranges are taken apart."""
    told: dict[tuple[str, str], set[str]] = {}
    for found in problems:
        for sel in _single(found.lokasi.semua_sel or found.lokasi.sel or ""):
            told.setdefault((found.lokasi.lembar or "", sel), set()).add(found.kode)
    return told


def _single(cells: str) -> Iterator[str]:
    for part in cells.split(", "):
        first, _, last = part.partition(":")
        letters = first.rstrip("0123456789")
        start = int(first.removeprefix(letters)) if first else 0
        end = int(last.removeprefix(letters)) if last else start
        yield from (f"{letters}{row}" for row in range(start, end + 1) if part)
