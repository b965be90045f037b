"""Invented regions for a national run: one inputs folder each, the same every time, all with the same unit codes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

PERIODE = "2024-TW4"
TABLE = "aturan/daerah-contoh.csv"
_ACCOUNTS = ("5.1.02.01.01.0024", "5.2.02.05.01.0005", "5.2.03.01.01.0001", "5.1.01.01.01.0001")
_CHANNELS = ("Tender", "Non Tender", "E-Katalog Versi 6.0", "Toko Daring", "Pencatatan Non Tender")
_SHARES = (72, 85, 91, 104, 96)
"""Recorded domestic products in percent of what is paid: in turn below, within and above the band."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much a region has; rows are divided among its units."""

    satuan_kerja: int = 5
    pembayaran: int = 40
    paket: int = 30
    rup: int = 20


@dataclass(frozen=True, slots=True)
class Region:
    """An invented region by its number, with the law it applies (none: its figures are not judged)."""

    number: int
    size: Size = Size()
    law: str = "insekda-48-2024"

    @property
    def kd_klpd(self) -> str:
        """Its code."""
        return f"D{self.number}"

    @property
    def profile(self) -> str:
        """Its line of the table of regions."""
        return f"{self.kd_klpd};Kabupaten Contoh {self.number};kabupaten;Contoh;{self.law}"

    def write(self, folder: Path) -> Path:
        """Its inputs, as text tables."""
        folder.mkdir(parents=True)
        meta = f"pemda;Pemerintah Kabupaten Contoh {self.number}\nkd_klpd;{self.kd_klpd}\n"
        meta += "tahun_anggaran;2024\ntriwulan;4\ntanggal_cutoff;2024-12-30"
        _lay(folder, "meta", "kunci;nilai", [meta])
        _lay(folder, "satker", "kode_satker;nama_satker;jenis", self._units(";perangkat_daerah"))
        _lay(folder, "perkin", "kode_satker;target;satuan", (f"{kode};80;persen" for kode, _ in self._named()))
        payments = [*self._payments()]
        _lay(folder, "realisasi_bayar", _PAID, (line for _, _, line in payments))
        _lay(folder, "realisasi_inaproc", _RECORDED, self._packages(payments))
        _lay(folder, "rup", _PLANNED, self._plans())
        return folder

    def _named(self) -> list[tuple[str, str]]:
        numbers = range(1, self.size.satuan_kerja + 1)
        return [(f"1.{one // 90 + 1:02}.0.00.0.00.{one % 90:02}.0000", f"Dinas Contoh {one}") for one in numbers]

    def _units(self, more: str) -> Iterator[str]:
        return (f"{kode};{nama}{more}" for kode, nama in self._named())

    def _payments(self) -> Iterator[tuple[int, int, str]]:
        """The unit's place, what counts of it, and the line."""
        chance = random.Random(self.number)
        for row, (unit, (kode, nama)) in enumerate(islice(cycle(enumerate(self._named())), self.size.pembayaran), 1):
            account, paid = chance.choice(_ACCOUNTS), chance.randrange(10**6, 10**9)
            day = f"{row % 28 + 1:02}-{row % 12 + 1:02}-2024"
            line = f"{kode};{nama};{account};Belanja;{paid};0;SP2D-{self.number}-{row};{day};penyedia"
            yield unit, 0 if account.startswith("5.1.01") else paid, line

    def _packages(self, payments: list[tuple[int, int, str]]) -> Iterator[str]:
        """As many for each unit, and together its share of what it paid."""
        units = self._named()
        each = max(self.size.paket // len(units), 1)
        for unit, (_, nama) in enumerate(units):
            paid = sum(counted for owner, counted, _ in payments if owner == unit)
            value = paid * _SHARES[(unit + self.number) % len(_SHARES)] // 100 // each
            for one in range(each):
                code, channel = f"P-{self.number}-{unit}-{one}", _CHANNELS[one % len(_CHANNELS)]
                plan = 50_000_000 + unit * each + one
                yield (
                    f"Kabupaten Contoh;{nama};{code};{plan};2024;{channel};APBD;Penyedia Contoh;Tender;Barang;"
                    f"Paket {code};SELESAI;{value};{value};{value // 2}"
                )

    def _plans(self) -> Iterator[str]:
        for row, (_, nama) in enumerate(islice(cycle(self._named()), self.size.rup)):
            mark = "Non-PDN" if row % 40 == 39 else "PDN"
            yield (
                f"Kabupaten Contoh;{nama};2024;Penyedia;Tender;Barang;Paket {row};{50_000_000 + row};APBD;{mark};"
                f"{(row + 1) * 1_000_000}"
            )


_PAID = "Kode SKPD;Nama SKPD;Kode Rekening;Nama Rekening;Nilai Realisasi;Nilai Setoran;Nomor SP2D;Tanggal SP2D;Cara"
_RECORDED = (
    "Nama Instansi;Nama Satuan Kerja;Kode Paket;Kode RUP;Tahun Anggaran;Sumber Transaksi;Sumber Dana;Nama Penyedia;"
    "Metode Pengadaan;Jenis Pengadaan;Nama Paket;Status Paket;Total Nilai (Rp);Nilai PDN (Rp);Nilai UMK (Rp)"
)
_PLANNED = (
    "Nama Instansi;Nama Satuan Kerja;Tahun Anggaran;Cara Pengadaan;Metode Pengadaan;Jenis Pengadaan;Nama Paket;"
    "Kode RUP;Sumber Dana;Produk Dalam Negeri;Total Nilai (Rp)"
)


def add_table(rules: Path, regions: list[Region]) -> None:
    """Put the table of the regions beside a rulebook of a workspace of one's own, and have it included."""
    lines = ["kd_klpd;nama;jenis;ibu_kota;instrumen", *(one.profile for one in regions)]
    (rules.parent / TABLE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("\nmemuat:\n", f"\nmemuat:\n  - {TABLE}\n", 1), encoding="utf-8")


def _lay(folder: Path, table: str, captions: str, lines: Iterator[str] | list[str]) -> None:
    (folder / f"{table}.csv").write_text("\n".join([captions, *lines]) + "\n", encoding="utf-8")
