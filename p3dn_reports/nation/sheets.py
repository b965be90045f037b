"""The lists of hasil-nasional.xlsx, from the content of hasil-nasional.json alone: one sheet for each table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from p3dn_reports.nation.tasks import SELESAI
from p3dn_reports.outputs.cells import (
    Cell,
    Columns,
    Number,
    Record,
    as_date,
    exact_note,
    gap,
    joined,
    number,
    places_of,
)
from p3dn_reports.outputs.sheet_writing import Sheet
from p3dn_reports.outputs.workbook import listed

HOLDS = {
    "Jumlah": "setiap indikator sebagai jumlah hasil daerah yang pasti, dengan daerah yang tidak ikut",
    "Daerah": "setiap daerah: keadaan, naskah, temuan, dan letak hasilnya",
    "Capaian daerah": "setiap indikator setiap daerah",
    "Tidak ikut": "daerah yang sudah selesai tetapi tidak ikut pada suatu jumlah, dengan sebabnya",
    "Wajib menjelaskan": "satuan kerja yang wajib menjelaskan, menurut daerah",
    "Ditahan": "satuan kerja yang ditahan karena datanya belum dapat dipercaya",
    "Tanpa hasil": "daerah yang belum menyerahkan atau gagal, dengan sebabnya",
}


def tables(hasil: Record) -> Iterator[Sheet]:
    """Every list that has rows."""
    named = {one["kd_klpd"]: one for one in hasil["daerah"]}
    titles = hasil["judul"]
    found = (
        ("Jumlah", _totals(titles), hasil["seluruh"], 1, 9),
        ("Daerah", _regions(hasil), hasil["daerah"], 2, 15),
        ("Capaian daerah", _FIGURES, [*_figures(done(hasil), titles["indikator"])], 3, 8),
        ("Tidak ikut", _LEFT_OUT, [*_left_out(hasil, named)], 1, 4),
        ("Wajib menjelaskan", (*_of(named), *_owing(titles["indikator"])), hasil["wajib_menjelaskan"], 2, 9),
        ("Ditahan", (*_of(named), *_UNIT), hasil["ditahan"], 2, 4),
        ("Tanpa hasil", _ABSENT, absent(hasil), 2, 5),
    )
    for name, columns, records, kept, printed in found:
        if records:
            yield replace(listed(name, columns, records), kept=kept, printed=printed)


def done(hasil: Record) -> list[Record]:
    """The regions that have a result."""
    return [one for one in hasil["daerah"] if one["keadaan"] == SELESAI]


def absent(hasil: Record) -> list[Record]:
    """The regions that have none: not handed in, or failed."""
    return [one for one in hasil["daerah"] if one["keadaan"] != SELESAI]


def in_words(word: str) -> str:
    """A word of the result as people write it."""
    return word.replace("_", " ")


def amount(total: Record, side: str) -> Number:
    """The numerator or denominator of a figure that is known."""
    return Number(total[side], 2 if total["satuan"] == "rupiah" else 0)


def _totals(titles: Mapping[str, Mapping[str, str]]) -> Columns:
    def ukuran(name: str) -> str:
        return titles["ukuran"].get(name, name)

    return (
        ("Indikator", 44, lambda one: titles["indikator"].get(one["indikator"], one["indikator"])),
        ("Nilai", 14, lambda one: one["tampil"]),
        ("Pembilang", 26, lambda one: amount(one, "pembilang") if one["ikut"] else None),
        ("Penyebut", 26, lambda one: amount(one, "penyebut") if one["ikut"] else None),
        ("Yang dijumlahkan", 34, lambda one: ukuran(one["ukuran_pembilang"])),
        ("Dibagi dengan", 34, lambda one: ukuran(one["ukuran_penyebut"])),
        ("Daerah yang ikut", 12, lambda one: len(one["ikut"])),
        ("Daerah yang tidak ikut", 12, lambda one: len(one["tidak_ikut"])),
        ("Ikut tanpa sebagian satuan kerjanya", 30, lambda one: joined(one["sebagian"])),
        ("Angka pasti", 44, lambda one: exact_note(number(one["pembilang"]), number(one["penyebut"]))),
    )


def _regions(hasil: Record) -> Columns:
    owing = Counter(
        kd_klpd for kd_klpd, _ in {(one["kd_klpd"], one["kode_satker"]) for one in hasil["wajib_menjelaskan"]}
    )
    held = Counter(one["kd_klpd"] for one in hasil["ditahan"])

    def known(one: Record, key: str) -> Cell:
        found: Cell = one.get(key)
        return found

    def counted(one: Record, key: str, what: str) -> Cell:
        return one[key].get(what, 0) if key in one else None

    return (
        ("Kode", 8, lambda one: one["kd_klpd"]),
        ("Daerah", 44, lambda one: one["nama"]),
        ("Jenis", 12, lambda one: one["jenis"]),
        ("Keadaan", 18, lambda one: in_words(one["keadaan"])),
        ("Data per", 12, lambda one: as_date(one.get("data_per"))),
        ("Satuan kerja", 10, lambda one: known(one, "satuan_kerja")),
        ("Wajib menjelaskan", 12, lambda one: owing[one["kd_klpd"]] if "dokumen" in one else None),
        ("Ditahan", 10, lambda one: held[one["kd_klpd"]] if "dokumen" in one else None),
        ("Naskah lengkap", 10, lambda one: counted(one, "dokumen", "lengkap")),
        ("Naskah konsep", 10, lambda one: counted(one, "dokumen", "konsep")),
        ("Naskah ditahan", 10, lambda one: counted(one, "dokumen", "ditahan")),
        ("Galat", 8, lambda one: counted(one, "temuan", "galat")),
        ("Peringatan", 11, lambda one: counted(one, "temuan", "peringatan")),
        ("Tanpa instrumen", 12, lambda one: known(one, "tanpa_instrumen")),
        ("Diambil dengan buku aturan yang sama", 16, lambda one: known(one, "aturan_sama")),
        ("Bagian danau", 26, lambda one: known(one, "bagian")),
        ("Folder hasil", 60, lambda one: known(one, "folder")),
    )


def _figures(rows: list[Record], titles: Mapping[str, str]) -> Iterator[Record]:
    for row in rows:
        for name, one in row["indikator"].items():
            yield {**one, "judul": titles.get(name, name), "kd_klpd": row["kd_klpd"], "nama": row["nama"]}


_FIGURES: Columns = (
    ("Kode", 8, lambda one: one["kd_klpd"]),
    ("Daerah", 44, lambda one: one["nama"]),
    ("Indikator", 44, lambda one: one["judul"]),
    ("Tercetak", 14, lambda one: one["tampil"]),
    ("Status", 26, lambda one: one["tampil_pita"]),
    ("Pembilang", 26, lambda one: number(one["pembilang"])),
    ("Penyebut", 26, lambda one: number(one["penyebut"])),
    ("Keterangan", 40, lambda one: one["sebab"]),
    ("Nilai (%)", 14, lambda one: number(one["nilai"], places_of(one["tampil"]))),
    ("Angka pasti", 44, lambda one: exact_note(number(one["pembilang"]), number(one["penyebut"]))),
)


def _left_out(hasil: Record, named: Mapping[str, Record]) -> Iterator[Record]:
    """What a region with a result has no part in; of those without one the reason is the same everywhere."""
    for total in hasil["seluruh"]:
        judul = hasil["judul"]["indikator"].get(total["indikator"], total["indikator"])
        for kd_klpd, sebab in total["tidak_ikut"].items():
            if named[kd_klpd]["keadaan"] == SELESAI:
                yield {"judul": judul, "kd_klpd": kd_klpd, "nama": named[kd_klpd]["nama"], "sebab": sebab}


_LEFT_OUT: Columns = (
    ("Indikator", 44, lambda one: one["judul"]),
    ("Kode", 8, lambda one: one["kd_klpd"]),
    ("Daerah", 44, lambda one: one["nama"]),
    ("Sebab", 70, lambda one: one["sebab"]),
)


def _of(named: Mapping[str, Record]) -> Columns:
    return (
        ("Kode", 8, lambda one: one["kd_klpd"]),
        ("Daerah", 44, lambda one: named[one["kd_klpd"]]["nama"]),
    )


_UNIT: Columns = (
    ("Kode satuan kerja", 26, lambda one: one["kode_satker"]),
    ("Satuan kerja", 60, lambda one: one["nama"]),
)


def _owing(titles: Mapping[str, str]) -> Columns:
    return (
        *_UNIT,
        ("Indikator", 34, lambda one: titles.get(one["indikator"], one["indikator"])),
        ("Tercetak", 12, lambda one: one["tampil"]),
        ("Status", 22, lambda one: one["tampil_pita"]),
        ("Kekurangan sampai ambang (Rp)", 24, lambda one: gap(one["kekurangan_ambang"])),
        ("Kelebihan di atas ambang (Rp)", 24, lambda one: gap(one["kelebihan_ambang"])),
        ("Laporan alasan dan kronologi", 44, lambda one: one["jawaban"] or "belum diterima"),
    )


_ABSENT: Columns = (
    ("Kode", 8, lambda one: one["kd_klpd"]),
    ("Daerah", 44, lambda one: one["nama"]),
    ("Keadaan", 18, lambda one: in_words(one["keadaan"])),
    ("Percobaan", 10, lambda one: one["percobaan"]),
    ("Sebab", 90, lambda one: joined(one["sebab"])),
)
